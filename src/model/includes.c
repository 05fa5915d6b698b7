#include "model/includes.h"

#include "base/vec.h"
#include "input/bibtex.h"
#include "input/markdown_file.h"
#include "input/yaml.h"
#include "model/bibtex_items.h"
#include "model/csl_items.h"

#include <string.h>

// A chain of files is as long as sections are deep, at most; some may only name others.
enum { LONGEST_CHAIN = 16 };

struct expansion {
    struct files *files;
    struct arena *arena;
    struct diags *diags;
    const struct source *chain[LONGEST_CHAIN]; // the files that are being included
    size_t depth;
    size_t bytes; // of all that was included, each time that it was
    size_t nodes; // as with bytes
    bool failed;
};

typedef VEC(const struct node *) node_list;

static const struct node *expand_section(struct expansion *e, const struct node *section);

// the file of an include

static void fail(struct expansion *e, enum diag_code code, struct span span, const char *message,
                 const char *hint)
{
    diag_add(e->diags, code, span, "%s", message);
    diag_hint(e->diags, "%s", hint);
    e->failed = true;
}

// Whether a node is an include; the name of its file when it is a good one.
static bool is_include(struct expansion *e, const struct node *node, const struct node **name)
{
    *name = NULL;
    const struct node *file = node->kind == NODE_MAPPING ? node_find(node, STR("file")) : NULL;
    if (!file)
        return false;
    if (node->count > 1) {
        size_t other = str_equal(node->pairs[0].key->text, STR("file")) ? 1 : 0;
        fail(e, DIAG_BAD_COMBINATION, node->pairs[other].key->span,
             "a part that is included has no keys of its own",
             "write them into the included file, or leave `file` away");
    } else if (file->kind != NODE_SCALAR || file->tag.len > 0) {
        fail(e, DIAG_WRONG_TYPE, file->span, "`file` must be the name of a file",
             "such as `file: costs.md`");
    } else if (str_trim(file->text).len == 0) {
        fail(e, DIAG_EMPTY_VALUE, file->span, "`file` is empty", "write the name of a file");
    } else {
        *name = file;
    }
    return true;
}

static struct source *open_include(struct expansion *e, const struct node *name)
{
    struct source *source = files_read_source(e->files, name->text, name->span);
    if (!source) {
        e->failed = true;
        return NULL;
    }
    for (size_t i = 0; i < e->depth; i++) {
        if (e->chain[i] != source)
            continue;
        fail(e, DIAG_INCLUDE_CHAIN, name->span, "this file includes itself",
             "take one of the includes on the way out");
        return NULL;
    }
    if (e->depth == LONGEST_CHAIN) {
        fail(e, DIAG_INCLUDE_CHAIN, name->span, "a chain of more than 16 files that include files",
             "include the last ones from the brochure itself");
        return NULL;
    }
    e->bytes += source->bytes.len;
    if (e->bytes > yaml_limits_default.bytes) {
        fail(e, DIAG_FILE_TOO_LARGE, name->span, "the included files come to more than 16 MiB",
             "make several brochures of it");
        return NULL;
    }
    return source;
}

// bodies

static const struct node *included_body(struct expansion *e, const struct node *name)
{
    struct source *source = open_include(e, name);
    const struct node *text = source ? markdown_file_scalar(e->arena, source, e->diags) : NULL;
    if (!text)
        e->failed = true;
    return text;
}

// sections

static void add_expanded(struct expansion *e, const struct node *section, node_list *out);

// How many nodes a tree has, aliases counted each time; more than `most` is as good as too many.
static size_t count_nodes(const struct node *node, size_t most)
{
    size_t count = 1;
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count && count <= most; i++)
        count += count_nodes(node->items[i], most - count);
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->count && count <= most; i++)
        count += 1 + count_nodes(node->pairs[i].value, most - count);
    return count;
}

static bool is_small_enough(struct expansion *e, const struct node *root, const struct node *name)
{
    e->nodes += count_nodes(root, yaml_limits_default.nodes - e->nodes);
    if (e->nodes <= yaml_limits_default.nodes)
        return true;
    e->nodes = yaml_limits_default.nodes;
    fail(e, DIAG_YAML_TOO_LARGE, name->span, "the included files have more than 1,000,000 nodes",
         "make several brochures of it");
    return false;
}

static void add_sections(struct expansion *e, const struct node *root, node_list *out)
{
    if (root->kind == NODE_SCALAR)
        fail(e, DIAG_WRONG_TYPE, root->span, "this file was to hold a section, or a list of them",
             "begin it with `heading: …`; a text is included by `body: {file: …}`");
    if (root->kind == NODE_MAPPING)
        add_expanded(e, root, out);
    for (size_t i = 0; root->kind == NODE_SEQUENCE && i < root->count; i++)
        add_expanded(e, root->items[i], out);
}

static void add_included(struct expansion *e, const struct node *name, node_list *out)
{
    const struct node *root;
    struct source *source = open_include(e, name);
    if (!source)
        return;
    if (!yaml_read(e->arena, source, &yaml_limits_default, e->diags, &root)) {
        e->failed = true;
        return;
    }
    if (!is_small_enough(e, root, name))
        return;
    e->chain[e->depth++] = source;
    add_sections(e, root, out);
    e->depth--;
}

static void add_expanded(struct expansion *e, const struct node *section, node_list *out)
{
    const struct node *name;
    if (!is_include(e, section, &name))
        *VEC_PUSH(e->arena, out) = expand_section(e, section);
    else if (name)
        add_included(e, name, out);
}

static const struct node *expand_list(struct expansion *e, const struct node *list)
{
    node_list sections = {0};
    for (size_t i = 0; i < list->count; i++)
        add_expanded(e, list->items[i], &sections);
    struct node *expanded = ARENA_NEW(e->arena, struct node);
    *expanded = *list;
    expanded->items = sections.items;
    expanded->count = sections.count;
    return expanded;
}

// references

// A list of items, or as pandoc writes it: a mapping whose `references` is one.
static const struct node *items_in(const struct node *root)
{
    if (root->kind == NODE_MAPPING && node_find(root, STR("references")))
        root = node_find(root, STR("references"));
    return root->kind == NODE_SEQUENCE ? root : NULL;
}

static const struct node *included_items(struct expansion *e, const struct node *name)
{
    const struct node *root;
    struct source *source = open_include(e, name);
    if (!source)
        return NULL;
    bool bibtex = str_ends_with(name->text, STR(".bib"));
    bool json = str_ends_with(name->text, STR(".json"));
    source->foreign = bibtex || json;
    if (bibtex) {
        e->failed = !bibtex_read(e->arena, source, e->diags, &root) || e->failed;
        return bibtex_items(e->arena, root);
    }
    if (!yaml_read(e->arena, source, &yaml_limits_default, e->diags, &root)) {
        e->failed = true;
        return NULL;
    }
    const struct node *items = items_in(root);
    if (!items)
        fail(e, DIAG_WRONG_TYPE, root->span, "this file was to hold a list of references",
             "CSL JSON, or a YAML list with `- id: …` for each");
    if (!items || !is_small_enough(e, root, name))
        return NULL;
    return csl_items(e->arena, items, json);
}

// The references with the items of their file in place of its name.
static const struct node *expand_references(struct expansion *e, const struct node *references)
{
    const struct node *file = node_find(references, STR("file"));
    const struct node *items = NULL;
    if (node_find(references, STR("items")))
        fail(e, DIAG_BAD_COMBINATION, file->span, "references are `items`, or in a `file`",
             "move the items into the file");
    else if (file->kind != NODE_SCALAR || str_trim(file->text).len == 0)
        fail(e, DIAG_WRONG_TYPE, file->span, "`file` must be the name of a file",
             "such as `file: refs.json`");
    else
        items = included_items(e, file);
    struct node *expanded = arena_copy(e->arena, references, sizeof *references);
    struct node_pair *pairs = ARENA_ARRAY(e->arena, struct node_pair, references->count);
    struct node *key = ARENA_NEW(e->arena, struct node);
    expanded->pairs = pairs;
    expanded->count = 0;
    for (size_t i = 0; i < references->count; i++) {
        struct node_pair pair = references->pairs[i];
        if (pair.value == file) {
            *key = *pair.key;
            key->text = STR("items");
            pair = (struct node_pair){key, items};
        }
        if (pair.value)
            pairs[expanded->count++] = pair;
    }
    return expanded;
}

// What a key of a section stands for; NULL when it could not be included.
static const struct node *expand_value(struct expansion *e, const struct node_pair *pair)
{
    const struct node *name;
    if (str_equal(pair->key->text, STR("sections")) && pair->value->kind == NODE_SEQUENCE)
        return expand_list(e, pair->value);
    if (str_equal(pair->key->text, STR("references")) && pair->value->kind == NODE_MAPPING &&
        node_find(pair->value, STR("file")))
        return expand_references(e, pair->value);
    if (!str_equal(pair->key->text, STR("body")) || !is_include(e, pair->value, &name))
        return pair->value;
    return name ? included_body(e, name) : NULL;
}

// A section, or the brochure itself. As deep as the trees of a chain of files.
static const struct node *expand_section(struct expansion *e, const struct node *section)
{
    if (section->kind != NODE_MAPPING)
        return section;
    struct node *expanded = ARENA_NEW(e->arena, struct node);
    struct node_pair *pairs = ARENA_ARRAY(e->arena, struct node_pair, section->count);
    *expanded = *section;
    expanded->pairs = pairs;
    expanded->count = 0;
    for (size_t i = 0; i < section->count; i++) {
        const struct node *value = expand_value(e, &section->pairs[i]);
        if (value)
            pairs[expanded->count++] = (struct node_pair){section->pairs[i].key, value};
    }
    return expanded;
}

bool includes_expand(struct files *files, const struct node *root, const struct node **out)
{
    struct expansion e = {.files = files, .arena = files->arena, .diags = files->diags};
    *out = expand_section(&e, root);
    return !e.failed;
}
