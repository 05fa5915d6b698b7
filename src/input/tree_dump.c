#include "input/yaml.h"

#include <assert.h>

enum { DEPTH_LIMIT = 256 }; // over what reading allows

static void add_place(struct sources *sources, struct span span, struct str_builder *out)
{
    struct source *source = sources_find(sources, span.file);
    struct position start = source_position(sources, source, span.start);
    struct position end = source_position(sources, source, span.end);
    str_addf(out, " %u:%u-%u:%u", start.line, start.column, end.line, end.column);
}

static void add_escaped(struct str text, struct str_builder *out)
{
    str_add(out, STR(" \""));
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '\n': str_add(out, STR("\\n")); break;
        case '\t': str_add(out, STR("\\t")); break;
        case '"':
        case '\\':
            str_add_byte(out, '\\');
            str_add_byte(out, text.data[i]);
            break;
        default: str_add_byte(out, text.data[i]);
        }
    }
    str_add_byte(out, '"');
}

static const char *style_name(enum node_style style)
{
    switch (style) {
    case NODE_PLAIN: return "plain";
    case NODE_SINGLE_QUOTED: return "single-quoted";
    case NODE_DOUBLE_QUOTED: return "double-quoted";
    case NODE_LITERAL: return "literal";
    case NODE_FOLDED: return "folded";
    case NODE_FLOW: return "flow";
    case NODE_BLOCK: return "block";
    }
    return "";
}

struct tree_dump {
    struct sources *sources;
    struct str_builder *out;
};

static void dump_node(const struct tree_dump *dump, const struct node *node, struct str label,
                      int depth)
{
    assert(depth < DEPTH_LIMIT);
    for (int i = 0; i < depth; i++)
        str_add(dump->out, STR("  "));
    str_add(dump->out, label);
    str_add(dump->out, STR(" "));
    switch (node->kind) {
    case NODE_SCALAR: str_addf(dump->out, "%s", style_name(node->style)); break;
    case NODE_SEQUENCE: str_addf(dump->out, "%s sequence", style_name(node->style)); break;
    case NODE_MAPPING: str_addf(dump->out, "%s mapping", style_name(node->style)); break;
    }
    add_place(dump->sources, node->span, dump->out);
    if (node->tag.len > 0)
        str_addf(dump->out, " %.*s", STR_ARGS(node->tag));
    if (node->kind == NODE_SCALAR)
        add_escaped(node->text, dump->out);
    str_add_byte(dump->out, '\n');
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++)
        dump_node(dump, node->items[i], STR("-"), depth + 1);
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->count; i++)
        dump_node(dump, node->pairs[i].value, node->pairs[i].key->text, depth + 1);
}

void tree_dump(const struct node *root, struct sources *sources, struct str_builder *out)
{
    struct tree_dump dump = {sources, out};
    dump_node(&dump, root, STR("document"), 0);
}
