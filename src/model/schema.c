#include "model/schema.h"

#include "base/length.h"
#include "base/vec.h"
#include "model/brochure.h"
#include "model/date.h"
#include "model/schema_report.h"

#include <assert.h>
#include <string.h>

// Objects within objects: far above any real brochure (sections nest six deep).
enum { DEEPEST = 64 };

size_t schema_type_size(const struct schema_type *type)
{
    assert(type);
    switch (type->kind) {
    case SCHEMA_LITERAL:
    case SCHEMA_INLINE:
    case SCHEMA_BLOCKS:
    case SCHEMA_PART: return sizeof(const struct node *);
    case SCHEMA_CHOICE:
    case SCHEMA_INTEGER: return sizeof(uint32_t);
    case SCHEMA_BOOLEAN: return sizeof(bool);
    case SCHEMA_DECIMAL:
    case SCHEMA_LENGTH: return sizeof(length);
    case SCHEMA_EXTENT: return sizeof(struct extent);
    case SCHEMA_DATE: return sizeof(struct date);
    case SCHEMA_OBJECT: return type->object->size;
    case SCHEMA_LIST: return sizeof(struct schema_list);
    case SCHEMA_MAP: return sizeof(struct schema_map);
    case SCHEMA_ANY: return sizeof(struct schema_any);
    }
    return 0;
}

const struct schema_field *schema_find(const struct schema_object *object, struct str name)
{
    for (size_t i = 0; i < object->field_count; i++)
        if (str_equal(object->fields[i].name, name))
            return &object->fields[i];
    return NULL;
}

bool schema_has(const struct schema_object *object, const struct schema_found *found,
                struct str name)
{
    const struct schema_field *field = schema_find(object, name);
    assert(field);
    return found->keys >> (field - object->fields) & 1;
}

bool schema_was_read(const struct schema_object *object, const struct schema_found *found,
                     struct str name)
{
    const struct schema_field *field = schema_find(object, name);
    assert(field);
    return found->read >> (field - object->fields) & 1;
}

static bool is_blank(const struct node *node)
{
    return node->kind == NODE_SCALAR && (node_is_null(node) || str_trim(node->text).len == 0);
}

// Whether the node has the form that is wanted and is not empty.
static bool check_form(struct schema_reader *reader, const struct schema_type *type,
                       const struct node *node, struct str name)
{
    if (node->tag.len > 0) {
        schema_report_tag(reader->diags, node, name);
        return false;
    }
    if (is_blank(node)) {
        diag_add(reader->diags, DIAG_EMPTY_VALUE, node->span, "`%.*s` is empty", STR_ARGS(name));
        diag_hint(reader->diags, "write its value, or leave the key out");
        return false;
    }
    if (node->kind == schema_form(type))
        return true;
    schema_report_form(reader->diags, type, node, name);
    return false;
}

static bool read_choice(struct schema_reader *reader, const struct schema_type *type,
                        const struct node *node, struct str name, uint32_t *out)
{
    for (size_t i = 0; i < type->choice_count; i++) {
        bool same = type->ignores_case ? str_equal_ignoring_case(type->choices[i].name, node->text)
                                       : str_equal(type->choices[i].name, node->text);
        if (same) {
            *out = type->choices[i].value;
            return true;
        }
    }
    struct str *names = ARENA_ARRAY(reader->arena, struct str, type->choice_count);
    struct str_builder all = str_builder_in(reader->arena);
    for (size_t i = 0; i < type->choice_count; i++) {
        names[i] = type->choices[i].name;
        str_addf(&all, "%s%.*s", i == 0 ? "" : ", ", STR_ARGS(names[i]));
    }
    diag_add(reader->diags, type->unknown ? type->unknown : DIAG_BAD_CHOICE, node->span,
             "`%.*s` cannot be `%.*s`", STR_ARGS(name), STR_ARGS(node->text));
    if (!diag_hint_near(reader->diags, node->text, names, type->choice_count))
        diag_hint(reader->diags, "one of: %.*s", STR_ARGS(str_built(&all)));
    return false;
}

static bool read_boolean(struct schema_reader *reader, const struct node *node, struct str name,
                         bool *out)
{
    *out = str_equal(node->text, STR("true"));
    if (*out || str_equal(node->text, STR("false")))
        return true;
    diag_add(reader->diags, DIAG_BAD_CHOICE, node->span, "`%.*s` must be `true` or `false`",
             STR_ARGS(name));
    return false;
}

static bool parse_integer(struct str text, uint32_t *out)
{
    uint64_t value = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || value > UINT32_MAX)
            return false;
        value = value * 10 + (uint64_t)(text.data[i] - '0');
    }
    *out = (uint32_t)value;
    return text.len > 0 && value <= UINT32_MAX;
}

static bool read_integer(struct schema_reader *reader, const struct schema_type *type,
                         const struct node *node, struct str name, uint32_t *out)
{
    uint32_t value;
    if (parse_integer(node->text, &value) && value >= type->minimum && value <= type->maximum) {
        *out = value;
        return true;
    }
    diag_add(reader->diags, DIAG_BAD_NUMBER, node->span,
             "`%.*s` must be a whole number from %u to "
             "%u",
             STR_ARGS(name), (unsigned)type->minimum, (unsigned)type->maximum);
    return false;
}

static bool ends_in_digit(struct str text)
{
    return text.len > 0 && text.data[text.len - 1] >= '0' && text.data[text.len - 1] <= '9';
}

static bool read_decimal(struct schema_reader *reader, const struct node *node, struct str name,
                         int32_t *out)
{
    if (ends_in_digit(node->text) && length_parse(node->text, true, out))
        return true;
    diag_add(reader->diags, DIAG_BAD_NUMBER, node->span, "`%.*s` must be a number", STR_ARGS(name));
    return false;
}

// "3u": three times the theme's grid.
static bool parse_grid_length(struct str text, length grid, length *out)
{
    length units;
    if (grid == 0 || !str_ends_with(text, STR("u")))
        return false;
    struct str number = str_slice(text, 0, text.len - 1);
    if (!ends_in_digit(number) || !length_parse(number, true, &units) || units > LENGTH_PT(1000) ||
        units < -LENGTH_PT(1000) || grid > LENGTH_PT(30))
        return false;
    *out = length_scale(units, grid, LENGTH_ONE_PT);
    return true;
}

static bool check_range(struct schema_reader *reader, const struct schema_type *type,
                        const struct node *node, struct str name, length *out)
{
    bool positive = type->sign == SCHEMA_POSITIVE;
    int64_t most = (int64_t)type->maximum * LENGTH_ONE_PT;
    if (most > 0 && (*out > most || *out < -most))
        diag_add(reader->diags, DIAG_BAD_LENGTH, node->span, "`%.*s` must be at most %upt",
                 STR_ARGS(name), (unsigned)type->maximum);
    else if (type->sign != SCHEMA_ANY_SIGN && (*out < 0 || (*out == 0 && positive)))
        diag_add(reader->diags, DIAG_BAD_LENGTH, node->span, "`%.*s` must %s", STR_ARGS(name),
                 positive ? "be more than 0" : "not be negative");
    else
        return true;
    *out = 0;
    return false;
}

static bool read_length(struct schema_reader *reader, const struct schema_type *type,
                        const struct node *node, struct str name, length *out)
{
    if (parse_grid_length(node->text, reader->grid, out) ||
        length_parse(node->text, type->unit_optional, out))
        return check_range(reader, type, node, name, out);
    diag_add(reader->diags, DIAG_BAD_LENGTH, node->span, "`%.*s` must be a length, not `%.*s`",
             STR_ARGS(name), STR_ARGS(node->text));
    if (!type->unit_optional && ends_in_digit(node->text))
        diag_hint(reader->diags, "add its unit: mm, cm, in or pt");
    else
        diag_hint(reader->diags, "for example 12mm, 0.5in or 9pt");
    return false;
}

// "30%" in thousandths, from 1 % to 100 %.
static bool parse_percentage(struct str text, uint32_t *thousandths)
{
    length percent;
    if (!str_ends_with(text, STR("%")))
        return false;
    struct str number = str_trim(str_slice(text, 0, text.len - 1));
    if (!ends_in_digit(number) || !length_parse(number, true, &percent) || percent < LENGTH_PT(1) ||
        percent > LENGTH_PT(100))
        return false;
    *thousandths = (uint32_t)length_scale(percent, 10, LENGTH_ONE_PT);
    return true;
}

static bool read_extent(struct schema_reader *reader, const struct node *node, struct str name,
                        struct extent *out)
{
    if (parse_percentage(node->text, &out->thousandths) ||
        (length_parse(node->text, false, &out->fixed) && out->fixed > 0))
        return true;
    *out = (struct extent){0};
    diag_add(reader->diags, DIAG_BAD_LENGTH, node->span,
             "`%.*s` must be a length or a percentage, not `%.*s`", STR_ARGS(name),
             STR_ARGS(node->text));
    diag_hint(reader->diags, "for example 30mm or 20%%");
    return false;
}

static bool read_date(struct schema_reader *reader, const struct node *node, struct str name,
                      struct date *out)
{
    if (date_parse(node->text, out))
        return true;
    *out = (struct date){0};
    diag_add(reader->diags, DIAG_BAD_DATE, node->span, "`%.*s` is no date that exists: `%.*s`",
             STR_ARGS(name), STR_ARGS(node->text));
    diag_hint(reader->diags, "write year-month-day or year-month, like 2025-06-27 or 2025-06");
    return false;
}

static bool read_list(struct schema_reader *reader, const struct schema_type *type,
                      const struct node *node, struct str name, struct schema_list *out)
{
    size_t size = schema_type_size(type->item);
    char *items = arena_alloc_array(reader->arena, node->count, size);
    if (node->count == 0) {
        diag_add(reader->diags, DIAG_EMPTY_VALUE, node->span, "`%.*s` is an empty list",
                 STR_ARGS(name));
        diag_hint(reader->diags, "write its items, or leave the key out");
        return false;
    }
    for (size_t i = 0; i < node->count; i++)
        schema_read_value(reader, type->item, node->items[i], name, items + i * size);
    *out = (struct schema_list){node, items, node->count};
    return true;
}

static void check_name(struct schema_reader *reader, const struct node *key, struct str map)
{
    if (!is_blank(key))
        return;
    diag_add(reader->diags, DIAG_EMPTY_VALUE, key->span, "a name in `%.*s` is empty",
             STR_ARGS(map));
    diag_hint(reader->diags, "write it before the colon; a name that YAML reads as nothing, like "
                             "`~`, goes in quotes");
}

static bool read_map(struct schema_reader *reader, const struct schema_type *type,
                     const struct node *node, struct str name, struct schema_map *out)
{
    struct schema_entry *entries = ARENA_ARRAY(reader->arena, struct schema_entry, node->count);
    for (size_t i = 0; i < node->count; i++) {
        void *value = arena_alloc(reader->arena, schema_type_size(type->item));
        entries[i].key = node->pairs[i].key;
        check_name(reader, entries[i].key, name);
        if (schema_read_value(reader, type->item, node->pairs[i].value, node->pairs[i].key->text,
                              value))
            entries[i].value = value;
    }
    *out = (struct schema_map){node, entries, node->count};
    return true;
}

static bool read_any(struct schema_reader *reader, const struct schema_type *type,
                     const struct node *node, struct str name, struct schema_any *out)
{
    const struct schema_type *taken = type->any[0];
    assert(taken);
    for (size_t i = 0; type->any[i]; i++)
        if (schema_form(type->any[i]) == node->kind) {
            taken = type->any[i];
            break;
        }
    if (taken->kind == SCHEMA_OBJECT && schema_form(type->any[0]) == NODE_SCALAR &&
        node->kind == NODE_MAPPING && schema_is_stray(taken->object, node)) {
        schema_report_form(reader->diags, type->any[0], node, name);
        return false;
    }
    void *value = arena_alloc(reader->arena, schema_type_size(taken));
    if (!schema_read_value(reader, taken, node, name, value))
        return false;
    *out = (struct schema_any){node, taken, value};
    return true;
}

bool schema_read_value(struct schema_reader *reader, const struct schema_type *type,
                       const struct node *node, struct str name, void *out)
{
    if (type->kind == SCHEMA_ANY)
        return read_any(reader, type, node, name, out);
    bool empty = type->may_be_empty && is_blank(node) && !node_is_null(node) && node->tag.len == 0;
    if (!empty && !check_form(reader, type, node, name))
        return false;
    if (type->kind == SCHEMA_LITERAL && reader->literals.apply)
        node = reader->literals.apply(reader->literals.context, node);
    switch (type->kind) {
    case SCHEMA_LITERAL:
    case SCHEMA_INLINE:
    case SCHEMA_BLOCKS:
    case SCHEMA_PART: memcpy(out, &node, sizeof(const struct node *)); return true;
    case SCHEMA_CHOICE: return read_choice(reader, type, node, name, out);
    case SCHEMA_BOOLEAN: return read_boolean(reader, node, name, out);
    case SCHEMA_INTEGER: return read_integer(reader, type, node, name, out);
    case SCHEMA_DECIMAL: return read_decimal(reader, node, name, out);
    case SCHEMA_LENGTH: return read_length(reader, type, node, name, out);
    case SCHEMA_EXTENT: return read_extent(reader, node, name, out);
    case SCHEMA_DATE: return read_date(reader, node, name, out);
    case SCHEMA_OBJECT: return schema_read_object(reader, type->object, node, out);
    case SCHEMA_LIST: return read_list(reader, type, node, name, out);
    case SCHEMA_MAP: return read_map(reader, type, node, name, out);
    case SCHEMA_ANY: break;
    }
    return false;
}

static void report_not_built(struct schema_reader *reader, const struct node *key)
{
    diag_add(reader->diags, DIAG_KEY_NOT_BUILT, key->span, "`%.*s` is not built yet",
             STR_ARGS(key->text));
    diag_hint(reader->diags, "leave the key out until a later version builds it");
}

static void read_pair(struct schema_reader *reader, const struct schema_object *object,
                      const struct node_pair *pair, void *out)
{
    const struct schema_field *field = schema_find(object, pair->key->text);
    if (!field && object->extensions && str_starts_with(pair->key->text, STR("x-")))
        return;
    struct schema_found *found = out;
    if (!field) {
        const struct schema_field *meant =
            schema_report_unknown(reader->diags, object, pair->key->text, pair->key->span);
        if (meant) // what was misspelt is not missing as well
            found->keys |= (uint64_t)1 << (meant - object->fields);
        return;
    }
    uint64_t bit = (uint64_t)1 << (field - object->fields);
    found->keys |= bit;
    if (field->flags & SCHEMA_NOT_BUILT)
        report_not_built(reader, pair->key);
    else if (schema_read_value(reader, field->type, pair->value, field->name,
                               (char *)out + field->offset))
        found->read |= bit;
}

static void report_missing(struct schema_reader *reader, const struct schema_object *object,
                           const struct node *node, uint64_t keys)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_field *field = &object->fields[i];
        bool elsewhere = field->flags & SCHEMA_OR_FILE && node_find(node, STR("file"));
        if (!(field->flags & SCHEMA_REQUIRED) || keys >> i & 1 || elsewhere)
            continue;
        struct span place = {node->span.file, node->span.start, node->span.start};
        diag_add(reader->diags, DIAG_KEY_MISSING, place, "`%.*s` is missing",
                 STR_ARGS(field->name));
        if (field->example.len > 0)
            diag_hint(reader->diags, "add `%.*s: %.*s`", STR_ARGS(field->name),
                      STR_ARGS(field->example));
    }
}

bool schema_read_object(struct schema_reader *reader, const struct schema_object *object,
                        const struct node *node, void *out)
{
    assert(object->field_count <= SCHEMA_MOST_FIELDS);
    struct schema_type type = {.kind = SCHEMA_OBJECT, .object = object};
    if (!check_form(reader, &type, node, object->name))
        return false;
    if (reader->depth >= DEEPEST) {
        diag_add(reader->diags, DIAG_YAML_TOO_DEEP, node->span, "nested deeper than %d levels",
                 DEEPEST);
        return false;
    }
    reader->depth++;
    struct schema_found *found = out;
    found->node = node;
    for (size_t i = 0; i < node->count; i++)
        read_pair(reader, object, &node->pairs[i], out);
    reader->depth--;
    report_missing(reader, object, node, found->keys);
    return true;
}
