#include "model/model_dump.h"

void dump_begin(struct model_dump *dump, const char *name)
{
    for (int i = 0; i < dump->depth; i++)
        str_add(dump->out, STR("  "));
    str_add(dump->out, str_from(name));
}

void dump_end(struct model_dump *dump, struct span span)
{
    struct source *source = sources_find(dump->sources, span.file);
    if (source) {
        struct position place = source_position(dump->sources, source, span.start);
        str_add(dump->out, STR(" @"));
        if (span.file != 1) // not the brochure itself: an included file, or its house
            str_addf(dump->out, "%.*s:", STR_ARGS(source->path));
        str_addf(dump->out, "%u:%u", (unsigned)place.line, (unsigned)place.column);
    }
    str_add_byte(dump->out, '\n');
}

static void add_quoted(struct model_dump *dump, struct str text)
{
    str_add(dump->out, STR(" \""));
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            str_add(dump->out, STR("\\n"));
        else if (text.data[i] == '"' || text.data[i] == '\\')
            str_addf(dump->out, "\\%c", text.data[i]);
        else
            str_add_byte(dump->out, text.data[i]);
    }
    str_add_byte(dump->out, '"');
}

void dump_line(struct model_dump *dump, const char *name, struct str text, struct span span)
{
    if (text.len == 0)
        return;
    dump_begin(dump, name);
    add_quoted(dump, text);
    dump_end(dump, span);
}

static const char *inline_name(const struct inline_node *node)
{
    switch (node->kind) {
    case INLINE_TEXT: return node->variable.len > 0 ? "variable" : "text";
    case INLINE_EMPHASIS: return "emphasis";
    case INLINE_STRONG: return "strong";
    case INLINE_CODE: return "code";
    case INLINE_LINK: return "link";
    case INLINE_CROSS_REFERENCE: return "cross-reference";
    case INLINE_CITATION: return "citation";
    case INLINE_LITERAL: return node->literal == LITERAL_URL ? "url" : "literal";
    case INLINE_LINE_BREAK: return "line-break";
    case INLINE_SPAN: return "span";
    }
    return "";
}

static void add_citation(struct model_dump *dump, const struct citation *citation)
{
    struct str_builder label = str_builder_in(dump->out->arena);
    for (size_t i = 0; i < citation->count; i++) {
        str_add(&label, citation->pieces[i].text);
        if (citation->pieces[i].locator.len > 0)
            str_addf(&label, "(%.*s)", STR_ARGS(citation->pieces[i].locator));
    }
    add_quoted(dump, str_built(&label));
}

// As deep as the reader of inlines lets marks nest.
void dump_inlines(struct model_dump *dump, const struct inline_node *node)
{
    dump->depth++;
    for (; node; node = node->next) {
        dump_begin(dump, inline_name(node));
        if (node->text.len > 0)
            add_quoted(dump, node->text);
        if (node->citation)
            add_citation(dump, node->citation);
        if (node->target.len > 0)
            str_addf(dump->out, " -> %.*s", STR_ARGS(node->target));
        if (node->section)
            str_addf(dump->out, " (section %u)", (unsigned)node->section->index);
        if (node->language.len > 0)
            str_addf(dump->out, " lang=%.*s", STR_ARGS(node->language));
        if (node->expansion.len > 0)
            str_addf(dump->out, " (%.*s)", STR_ARGS(node->expansion));
        dump_end(dump, node->span);
        dump_inlines(dump, node->first);
    }
    dump->depth--;
}

void dump_text(struct model_dump *dump, const char *name, const struct inline_text *text)
{
    if (!text->first)
        return;
    dump_begin(dump, name);
    dump_end(dump, text->span);
    dump_inlines(dump, text->first);
}
