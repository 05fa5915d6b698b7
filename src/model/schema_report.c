#include "model/schema_report.h"

#include <assert.h>

enum { LONGEST_QUOTED = 60 };

enum node_kind schema_form(const struct schema_type *type)
{
    switch (type->kind) {
    case SCHEMA_PART:
    case SCHEMA_OBJECT:
    case SCHEMA_MAP: return NODE_MAPPING;
    case SCHEMA_LIST: return NODE_SEQUENCE;
    case SCHEMA_LITERAL:
    case SCHEMA_INLINE:
    case SCHEMA_BLOCKS:
    case SCHEMA_CHOICE:
    case SCHEMA_BOOLEAN:
    case SCHEMA_INTEGER:
    case SCHEMA_DECIMAL:
    case SCHEMA_LENGTH:
    case SCHEMA_EXTENT:
    case SCHEMA_DATE:
    case SCHEMA_ANY: return NODE_SCALAR;
    }
    return NODE_SCALAR;
}

static const char *form_name(enum node_kind kind)
{
    switch (kind) {
    case NODE_SCALAR: return "text";
    case NODE_SEQUENCE: return "a list";
    case NODE_MAPPING: return "a mapping";
    }
    return "";
}

static struct str typed(const struct diags *diags, const struct node *node)
{
    const struct source *source = sources_find(diags->sources, node->span.file);
    struct str text = {0};
    if (source)
        text = str_trim(str_slice(source->bytes, node->span.start, node->span.end));
    return text;
}

// Whether a text can be shown in quotes as it stands.
static bool is_quotable(struct str text)
{
    bool quotable = text.len > 0 && text.len <= LONGEST_QUOTED;
    for (size_t i = 0; i < text.len; i++)
        quotable = quotable && text.data[i] != '\n' && text.data[i] != '"' && text.data[i] != '\\';
    return quotable;
}

static void hint_text(struct diags *diags, const struct schema_type *type, const struct node *node)
{
    struct str text = typed(diags, node);
    if (is_quotable(text) && (node->kind == NODE_MAPPING || node->style == NODE_FLOW))
        diag_hint(diags, "put the text in quotes: `\"%.*s\"`", STR_ARGS(text));
    else if (type->kind == SCHEMA_BLOCKS)
        diag_hint(diags,
                  "write `|` after the key and the text on the lines below it: there, colons "
                  "and hyphens are text");
    else if (node->style == NODE_FLOW)
        diag_hint(diags, "quote text that begins with a bracket or a brace");
    else
        diag_hint(diags, "write it as one text, in quotes if it has `: ` in it");
}

// The object that a value of the type is, or that one of its alternatives is.
static const struct schema_object *object_within(const struct schema_type *type)
{
    const struct schema_object *object = type->object;
    for (size_t i = 0; type->kind == SCHEMA_ANY && !object && type->any[i]; i++)
        object = type->any[i]->object;
    return object;
}

static bool can_be_shown(const struct schema_field *field)
{
    return field->type && field->example.len > 0;
}

// `{kind: warning, body: …}`: the keys that a `whole` one needs, else the first.
static struct str shown_object(struct arena *arena, const struct schema_object *object, bool whole)
{
    struct str_builder shown = str_builder_in(arena);
    const struct schema_field *first = NULL;
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_field *field = &object->fields[i];
        bool plain = str_find_byte(field->example, ',', 0) == field->example.len &&
                     !str_starts_with(field->example, STR("-"));
        if (!first && can_be_shown(field))
            first = field;
        if (whole && field->flags & SCHEMA_REQUIRED)
            str_addf(&shown, "%s%.*s: %.*s", shown.len > 0 ? ", " : "", STR_ARGS(field->name),
                     STR_ARGS(can_be_shown(field) && plain ? field->example : STR("\u2026")));
    }
    if (shown.len == 0 && first)
        str_addf(&shown, "%.*s: %.*s", STR_ARGS(first->name), STR_ARGS(first->example));
    return str_format(arena, "{%.*s}", STR_ARGS(str_built(&shown)));
}

// The list of mappings that an object has, if it has one: what a list in its place belongs below.
static const struct schema_field *list_of(const struct schema_object *object)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_type *type = object->fields[i].type;
        if (type && type->kind == SCHEMA_LIST && object_within(type->item))
            return &object->fields[i];
    }
    return NULL;
}

static void hint_object(struct diags *diags, const struct schema_type *type,
                        const struct node *node)
{
    const struct schema_field *list = node->kind == NODE_SEQUENCE ? list_of(type->object) : NULL;
    if (list)
        diag_hint(diags, "write the list below a key of its own, `%.*s`", STR_ARGS(list->name));
    else
        diag_hint(diags, "write its keys with their values: `%.*s`",
                  STR_ARGS(shown_object(diags->arena, type->object, type->kind != SCHEMA_PART)));
}

static void hint_list(struct diags *diags, const struct schema_type *type, const struct node *node)
{
    const struct schema_object *object = object_within(type->item);
    if (object && node->kind == NODE_SCALAR)
        diag_hint(diags, "write a list of mappings, each on lines of its own: `- %.*s`",
                  STR_ARGS(shown_object(diags->arena, object, true)));
    else
        diag_hint(diags, "begin each item with `- `, on a line of its own");
}

void schema_report_form(struct diags *diags, const struct schema_type *type,
                        const struct node *node, struct str name)
{
    enum node_kind wanted = schema_form(type);
    assert(node->kind != wanted);
    diag_add(diags, DIAG_WRONG_TYPE, node->span, "`%.*s` is %s here, but must be %s",
             STR_ARGS(name), form_name(node->kind), form_name(wanted));
    if (wanted == NODE_SCALAR)
        hint_text(diags, type, node);
    else if (wanted == NODE_SEQUENCE)
        hint_list(diags, type, node);
    else if (type->object)
        hint_object(diags, type, node);
    else
        diag_hint(diags, "write each name with its value: `%.*s: {name: value}`", STR_ARGS(name));
}

// The tag as it was typed: libyaml gives those of YAML's own types by their long names.
void schema_report_tag(struct diags *diags, const struct node *node, struct str name)
{
    struct str text = typed(diags, node);
    struct str tag = str_slice(text, 0, str_find_byte(text, ' ', 0));
    diag_add(diags, DIAG_YAML_TAG, node->span,
             "`%.*s` has a tag, `%.*s`, which would not be printed", STR_ARGS(name), STR_ARGS(tag));
    if (str_starts_with(tag, STR("!!")))
        diag_hint(diags, "take `%.*s` out: the key says what its value is", STR_ARGS(tag));
    else if (is_quotable(text))
        diag_hint(diags, "put the text in quotes: `\"%.*s\"`", STR_ARGS(text));
    else
        diag_hint(diags, "quote text that begins with an exclamation mark");
}

// The key of the object below which one of this name is known.
static const struct schema_field *find_below(const struct schema_object *object, struct str name)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_type *type = object->fields[i].type;
        if (type && type->kind == SCHEMA_LIST)
            type = type->item;
        const struct schema_object *within = type ? object_within(type) : NULL;
        if (within && within != object && schema_find(within, name))
            return &object->fields[i];
    }
    return NULL;
}

const struct schema_field *schema_report_unknown(struct diags *diags,
                                                 const struct schema_object *object,
                                                 struct str name, struct span span)
{
    struct str names[SCHEMA_MOST_FIELDS];
    assert(object->field_count <= SCHEMA_MOST_FIELDS);
    for (size_t i = 0; i < object->field_count; i++)
        names[i] = object->fields[i].name;
    size_t colon = str_find_byte(name, ':', 0);
    const struct str *nearest = diag_nearest(name, names, object->field_count);
    const struct schema_field *above = find_below(object, name);
    diag_add(diags, DIAG_KEY_UNKNOWN, span, "unknown key `%.*s`", STR_ARGS(name));
    if (above)
        diag_hint(diags, "it is a key of `%.*s`: write it there, indented further",
                  STR_ARGS(above->name));
    else if (nearest)
        diag_hint(diags, "did you mean `%.*s`?", STR_ARGS(*nearest));
    else if (name.len > 1 && name.data[0] == '-')
        diag_hint(diags, "a hyphen needs a space behind it: `- %.*s`",
                  STR_ARGS(str_slice(name, 1, name.len)));
    else if (colon > 0 && colon + 1 < name.len)
        diag_hint(diags, "a colon needs a space behind it: `%.*s: %.*s`", (int)colon, name.data,
                  STR_ARGS(str_slice(name, colon + 1, name.len)));
    else if (object->extensions)
        diag_hint(diags, "a key of your own begins with `x-`");
    return nearest ? &object->fields[nearest - names] : NULL;
}

bool schema_is_stray(const struct schema_object *object, const struct node *mapping)
{
    struct str names[SCHEMA_MOST_FIELDS];
    assert(object->field_count <= SCHEMA_MOST_FIELDS);
    for (size_t i = 0; i < object->field_count; i++)
        names[i] = object->fields[i].name;
    for (size_t i = 0; i < mapping->count; i++)
        if (diag_nearest(mapping->pairs[i].key->text, names, object->field_count))
            return false;
    return mapping->style == NODE_BLOCK;
}
