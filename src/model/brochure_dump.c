// The canonical text of a model: a node a line, indented by depth, with its place.
#include "model/decode.h"

struct model_dump {
    struct str_builder *out;
    struct sources *sources;
    int depth;
};

static void begin_line(struct model_dump *dump, const char *name)
{
    for (int i = 0; i < dump->depth; i++)
        str_add(dump->out, STR("  "));
    str_add(dump->out, str_from(name));
}

static void end_line(struct model_dump *dump, struct span span)
{
    struct source *source = sources_find(dump->sources, span.file);
    if (source) {
        struct position place = source_position(dump->sources, source, span.start);
        str_addf(dump->out, " @%u:%u", (unsigned)place.line, (unsigned)place.column);
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

static void line(struct model_dump *dump, const char *name, struct str text, struct span span)
{
    if (text.len == 0)
        return;
    begin_line(dump, name);
    add_quoted(dump, text);
    end_line(dump, span);
}

static const char *inline_name(const struct inline_node *node)
{
    switch (node->kind) {
    case INLINE_TEXT: return "text";
    case INLINE_EMPHASIS: return "emphasis";
    case INLINE_STRONG: return "strong";
    case INLINE_CODE: return "code";
    case INLINE_LINK: return "link";
    case INLINE_CROSS_REFERENCE: return "cross-reference";
    case INLINE_CITATION: return "citation";
    case INLINE_LITERAL: return node->literal == LITERAL_URL ? "url" : "literal";
    case INLINE_LINE_BREAK: return "line-break";
    }
    return "";
}

static void add_citation(struct model_dump *dump, const struct citation *citation)
{
    struct str_builder label = str_builder_in(dump->out->arena);
    for (size_t i = 0; i < citation->count; i++)
        str_add(&label, citation->pieces[i].text);
    add_quoted(dump, str_built(&label));
}

// As deep as the reader of inlines lets marks nest.
static void dump_inlines(struct model_dump *dump, const struct inline_node *node)
{
    dump->depth++;
    for (; node; node = node->next) {
        begin_line(dump, inline_name(node));
        if (node->text.len > 0)
            add_quoted(dump, node->text);
        if (node->citation)
            add_citation(dump, node->citation);
        if (node->target.len > 0)
            str_addf(dump->out, " -> %.*s", STR_ARGS(node->target));
        if (node->section)
            str_addf(dump->out, " (section %u)", (unsigned)node->section->index);
        end_line(dump, node->span);
        dump_inlines(dump, node->first);
    }
    dump->depth--;
}

static void dump_text(struct model_dump *dump, const char *name, const struct inline_text *text)
{
    if (!text->first)
        return;
    begin_line(dump, name);
    end_line(dump, text->span);
    dump_inlines(dump, text->first);
}

static void dump_blocks(struct model_dump *dump, const struct blocks *blocks);

static void dump_list(struct model_dump *dump, const struct list *list, struct span span)
{
    begin_line(dump, "list");
    if (list->ordered)
        str_addf(dump->out, " from %u", (unsigned)list->first_number);
    str_add(dump->out, list->tight ? STR(" tight") : STR(" loose"));
    end_line(dump, span);
    dump->depth++;
    for (size_t i = 0; i < list->count; i++) {
        begin_line(dump, "item");
        end_line(dump, list->items[i].span);
        dump_blocks(dump, &list->items[i].blocks);
    }
    dump->depth--;
}

static void dump_heading(struct model_dump *dump, const struct heading *heading, struct span span)
{
    begin_line(dump, "heading");
    str_addf(dump->out, " %u #%.*s", (unsigned)heading->level, STR_ARGS(heading->id));
    end_line(dump, span);
    dump_inlines(dump, heading->text.first);
}

static void dump_block(struct model_dump *dump, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH: dump_text(dump, "paragraph", &block->as.text); break;
    case BLOCK_CODE: dump_text(dump, "code-block", &block->as.text); break;
    case BLOCK_LIST: dump_list(dump, &block->as.list, block->span); break;
    case BLOCK_HEADING: dump_heading(dump, &block->as.heading, block->span); break;
    case BLOCK_QUOTE:
        begin_line(dump, "quote");
        end_line(dump, block->span);
        dump_blocks(dump, &block->as.blocks);
        break;
    }
}

static void dump_blocks(struct model_dump *dump, const struct blocks *blocks)
{
    dump->depth++;
    for (size_t i = 0; i < blocks->count; i++)
        dump_block(dump, &blocks->items[i]);
    dump->depth--;
}

static void dump_sections(struct model_dump *dump, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct section *section = &sections[i];
        begin_line(dump, "section");
        str_addf(dump->out, " %u", (unsigned)section->index);
        end_line(dump, section->span);
        dump->depth++;
        dump_heading(dump, &section->heading, section->heading.text.span);
        begin_line(dump, "body\n");
        dump_blocks(dump, &section->body);
        dump_sections(dump, section->sections, section->section_count);
        dump->depth--;
    }
}

static void dump_publisher(struct model_dump *dump, const struct publisher *publisher)
{
    if (publisher->name.len == 0)
        return;
    begin_line(dump, "publisher");
    end_line(dump, publisher->span);
    dump->depth++;
    line(dump, "name", publisher->name, (struct span){0});
    for (size_t i = 0; i < publisher->address_count; i++)
        line(dump, "address", publisher->address[i], (struct span){0});
    line(dump, "phone", publisher->phone, (struct span){0});
    line(dump, "email", publisher->email, (struct span){0});
    line(dump, "web", publisher->web, (struct span){0});
    dump_text(dump, "feedback", &publisher->feedback);
    dump->depth--;
}

static void dump_date(struct model_dump *dump, const char *name, struct date date)
{
    if (date.year == 0)
        return;
    begin_line(dump, name);
    str_addf(dump->out, " %u-%02u-%02u\n", (unsigned)date.year, (unsigned)date.month,
             (unsigned)date.day);
}

static void dump_document(struct model_dump *dump, const struct document *document)
{
    static const char *const statuses[] = {"", "draft", "approved"};
    if (document->span.file == 0)
        return;
    begin_line(dump, "document");
    end_line(dump, document->span);
    dump->depth++;
    line(dump, "id", document->id, (struct span){0});
    line(dump, "version", document->version, (struct span){0});
    line(dump, "status", str_from(statuses[document->status]), (struct span){0});
    dump_date(dump, "issued", document->issued);
    dump_date(dump, "review-by", document->review_by);
    line(dump, "audience", document->audience, (struct span){0});
    dump_text(dump, "summary", &document->summary);
    for (size_t i = 0; i < document->keyword_count; i++)
        line(dump, "keyword", document->keywords[i], (struct span){0});
    line(dump, "online", document->online, (struct span){0});
    dump->depth--;
}

static void dump_page(struct model_dump *dump, const struct page_setup *page)
{
    begin_line(dump, "page ");
    length_format(dump->out, page->width, 3);
    str_add(dump->out, STR(" x "));
    length_format(dump->out, page->height, 3);
    str_addf(dump->out, " columns %u", (unsigned)page->columns);
    end_line(dump, page->span);
}

static void dump_references(struct model_dump *dump, const struct brochure *brochure)
{
    for (size_t i = 0; i < brochure->reference_count; i++) {
        const struct reference *reference = &brochure->references[i];
        begin_line(dump, "reference");
        str_addf(dump->out, " %u", (unsigned)reference->number);
        if (reference->id.len > 0)
            str_addf(dump->out, " @%.*s", STR_ARGS(reference->id));
        str_addf(dump->out, " cited %zu", reference->cited);
        end_line(dump, reference->span);
        dump_inlines(dump, reference->text.first);
    }
}

void brochure_dump(const struct brochure *brochure, struct sources *sources,
                   struct str_builder *out)
{
    struct model_dump dump = {.out = out, .sources = sources};
    begin_line(&dump, "brochure ");
    str_add(out, brochure->language);
    str_add(out, brochure->right_to_left ? STR(" right-to-left\n") : STR("\n"));
    dump_text(&dump, "title", &brochure->title);
    dump_text(&dump, "subtitle", &brochure->subtitle);
    dump_publisher(&dump, &brochure->publisher);
    dump_document(&dump, &brochure->document);
    line(&dump, "theme", brochure->theme, brochure->theme_span);
    dump_page(&dump, &brochure->page);
    for (size_t i = 0; i < brochure->edition_count; i++)
        line(&dump, "edition", brochure->editions[i].name, brochure->editions[i].span);
    dump_sections(&dump, brochure->sections, brochure->section_count);
    dump_references(&dump, brochure);
}
