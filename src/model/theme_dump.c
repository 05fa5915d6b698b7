#include "model/theme_dump.h"

#include "base/vec.h"
#include "diag/terminal.h"
#include "model/theme_tables.h"

struct dump_line {
    struct str key;
    struct str value;
    struct span span;
};

struct dump {
    struct arena *arena;
    VEC(struct dump_line) lines;
};

static bool is_list_of_scalars(const struct node *node)
{
    for (size_t i = 0; i < node->count; i++)
        if (node->items[i]->kind != NODE_SCALAR)
            return false;
    return true;
}

static void add_line(struct dump *dump, struct str key, const struct node *node)
{
    struct str_builder value = str_builder_in(dump->arena);
    if (node->kind == NODE_SCALAR)
        str_add(&value, node->text);
    else
        str_add_byte(&value, '[');
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++) {
        str_add(&value, i > 0 ? STR(", ") : STR(""));
        str_add(&value, node->items[i]->text);
    }
    if (node->kind == NODE_SEQUENCE)
        str_add_byte(&value, ']');
    *VEC_PUSH(dump->arena, &dump->lines) = (struct dump_line){key, str_built(&value), node->span};
}

static struct str below(struct arena *arena, struct str key, struct str name)
{
    return key.len == 0 ? name : str_format(arena, "%.*s.%.*s", STR_ARGS(key), STR_ARGS(name));
}

static void add_value(struct dump *dump, const struct schema_type *type, const struct node *node,
                      struct str key);

static void add_object(struct dump *dump, const struct schema_object *object,
                       const struct node *node, struct str key)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_field *field = &object->fields[i];
        const struct node *value = node_find(node, field->name);
        if (value)
            add_value(dump, field->type, value, below(dump->arena, key, field->name));
    }
}

static void add_items(struct dump *dump, const struct schema_type *type, const struct node *node,
                      struct str key)
{
    for (size_t i = 0; i < node->count; i++) {
        struct str number = str_format(dump->arena, "%zu", i + 1);
        add_value(dump, type->item, node->items[i], below(dump->arena, key, number));
    }
}

static void add_map(struct dump *dump, const struct schema_type *type, const struct node *node,
                    struct str key)
{
    for (size_t i = 0; i < node->count; i++)
        add_value(dump, type->item, node->pairs[i].value,
                  below(dump->arena, key, node->pairs[i].key->text));
}

// The form of a mapping among the alternatives of a type.
static const struct schema_type *taken(const struct schema_type *type, const struct node *node)
{
    if (type->kind != SCHEMA_ANY || node->kind != NODE_MAPPING)
        return type;
    for (size_t i = 0; type->any[i]; i++)
        if (type->any[i]->kind == SCHEMA_OBJECT || type->any[i]->kind == SCHEMA_MAP)
            return type->any[i];
    return type;
}

// As deep as the tables, which do not refer to themselves.
static void add_value(struct dump *dump, const struct schema_type *type, const struct node *node,
                      struct str key)
{
    const struct schema_type *form = taken(type, node);
    if (node->kind == NODE_SCALAR || (node->kind == NODE_SEQUENCE && is_list_of_scalars(node)))
        add_line(dump, key, node);
    else if (form->kind == SCHEMA_OBJECT || form->kind == SCHEMA_PART)
        add_object(dump, form->object, node, key);
    else if (form->kind == SCHEMA_LIST)
        add_items(dump, form, node, key);
    else if (form->kind == SCHEMA_MAP)
        add_map(dump, form, node, key);
}

enum { WIDEST_VALUE = 32 }; // a longer one moves its own place only

static void pad(struct str_builder *out, struct str text, size_t width)
{
    terminal_add(out, text);
    for (size_t i = terminal_columns(text); i < width; i++)
        str_add_byte(out, ' ');
    str_add(out, STR("  "));
}

void theme_dump(struct arena *arena, const struct node *root, struct sources *sources,
                struct str_builder *out)
{
    struct dump dump = {.arena = arena};
    add_object(&dump, &theme_schema, root, STR(""));
    size_t keys = 0, values = 0;
    for (size_t i = 0; i < dump.lines.count; i++) {
        size_t key = terminal_columns(dump.lines.items[i].key);
        size_t value = terminal_columns(dump.lines.items[i].value);
        keys = key > keys ? key : keys;
        values = value > values && value <= WIDEST_VALUE ? value : values;
    }
    for (size_t i = 0; i < dump.lines.count; i++) {
        const struct dump_line *line = &dump.lines.items[i];
        struct source *source = sources_find(sources, line->span.file);
        pad(out, line->key, keys);
        pad(out, line->value, values);
        struct position place = {0};
        if (source) {
            place = source_position(sources, source, line->span.start);
            terminal_add(out, source->path);
        }
        str_addf(out, ":%u\n", (unsigned)place.line);
    }
}
