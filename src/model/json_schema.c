#include "model/json_schema.h"

#include "base/json.h"
#include "model/draft.h"
#include "model/theme_tables.h"

#include <assert.h>

enum { MOST_OBJECTS = 64 };

struct json_document {
    struct str name;
    struct str title;
    const struct schema_object *root;
    struct str required[3]; // keys that no file below it can give
    struct str lacks;       // a key of `root` that it may not have
    struct str base;        // the key that names a file below it: without it all stands in this one
};

static const struct json_document documents[] = {
    [JSON_SCHEMA_BROCHURE] = {.name = STR_INIT("brochure"),
                              .title = STR_INIT("A brochure"),
                              .root = &brochure_schema,
                              .required = {STR_INIT("brochure"), STR_INIT("title"),
                                           STR_INIT("sections")}},
    [JSON_SCHEMA_HOUSE] = {.name = STR_INIT("house"),
                           .title = STR_INIT("A house"),
                           .root = &brochure_schema,
                           .lacks = STR_INIT("sections")},
    [JSON_SCHEMA_SECTION] = {.name = STR_INIT("section"),
                             .title = STR_INIT("A section, or a list of them"),
                             .root = &section_schema},
    [JSON_SCHEMA_THEME] = {.name = STR_INIT("theme"),
                           .title = STR_INIT("A theme"),
                           .root = &theme_schema,
                           .required = {STR_INIT("theme")},
                           .base = STR_INIT("extends")},
};

// What the schema refers to.
struct json_definition {
    const struct schema_object *object;
    bool overlaid; // another file may lie below and give what is missing here
};

struct schema_writer {
    struct str_builder *out;
    struct json json;
    const struct json_document *document;
    struct json_definition definitions[MOST_OBJECTS]; // in the order in which they are met
    size_t definition_count;
    struct json_definition current;
};

static void write_type(struct schema_writer *w, const struct schema_type *type);

static void member(struct schema_writer *w, const char *name, const char *json)
{
    json_key(&w->json, str_from(name));
    str_add(w->out, str_from(json));
}

// types

// As YAML reads it: a plain number is one.
static void write_choice(struct schema_writer *w, struct str name)
{
    size_t digits = 0;
    while (digits < name.len && name.data[digits] >= '0' && name.data[digits] <= '9')
        digits++;
    if (digits > 0 && digits == name.len)
        str_add(w->out, name);
    else
        json_add_text(w->out, name);
}

static void write_choices(struct schema_writer *w, const struct schema_type *type)
{
    json_key(&w->json, STR("enum"));
    str_add_byte(w->out, '[');
    for (size_t i = 0; i < type->choice_count; i++) {
        if (i > 0)
            str_add(w->out, STR(", "));
        write_choice(w, type->choices[i].name);
    }
    str_add_byte(w->out, ']');
    json_key(&w->json, STR("enumDescriptions"));
    str_add_byte(w->out, '[');
    for (size_t i = 0; i < type->choice_count; i++) {
        if (i > 0)
            str_add(w->out, STR(", "));
        json_add_text(w->out, type->choices[i].description);
    }
    str_add_byte(w->out, ']');
}

static void add_either_case(struct schema_writer *w, char c)
{
    bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter)
        str_addf(w->out, "[%c%c]", c & ~0x20, c | 0x20);
    else
        str_add_byte(w->out, c);
}

// Names in any case: those of the list for editors to offer, and a pattern.
static void write_choices_in_any_case(struct schema_writer *w, const struct schema_type *type)
{
    json_key(&w->json, STR("anyOf"));
    str_add(w->out, STR("[{"));
    w->json.depth++;
    write_choices(w, type);
    str_add(w->out, STR("}, {"));
    member(w, "type", "\"string\"");
    json_key(&w->json, STR("pattern"));
    str_add(w->out, STR("\"^("));
    for (size_t i = 0; i < type->choice_count; i++) {
        if (i > 0)
            str_add_byte(w->out, '|');
        for (size_t c = 0; c < type->choices[i].name.len; c++)
            add_either_case(w, type->choices[i].name.data[c]);
    }
    str_add(w->out, STR(")$\"}]"));
    w->json.depth--;
}

static void write_integer(struct schema_writer *w, const struct schema_type *type)
{
    member(w, "type", "\"integer\"");
    json_key(&w->json, STR("minimum"));
    str_add_uint(w->out, type->minimum);
    json_key(&w->json, STR("maximum"));
    str_add_uint(w->out, type->maximum);
}

static void write_reference(struct schema_writer *w, struct json_definition definition)
{
    size_t i = 0;
    while (i < w->definition_count && w->definitions[i].object != definition.object)
        i++;
    assert(i < MOST_OBJECTS);
    if (i == w->definition_count)
        w->definitions[w->definition_count++] = definition;
    json_key(&w->json, STR("$ref"));
    str_addf(w->out, "\"#/$defs/%.*s\"", STR_ARGS(definition.object->name));
}

static void write_nested(struct schema_writer *w, const char *name, const struct schema_type *type)
{
    json_key(&w->json, str_from(name));
    json_open(&w->json, '{');
    write_type(w, type);
    json_close(&w->json, '}');
}

static void write_pattern(struct schema_writer *w, const struct schema_type *type)
{
    if (!type->pattern)
        return;
    json_key(&w->json, STR("pattern"));
    json_add_text(w->out, str_from(type->pattern));
    json_key(&w->json, STR("errorMessage"));
    json_add_text(w->out, str_from(type->pattern_message));
}

static bool is_text(const struct schema_type *type)
{
    return type->kind == SCHEMA_LITERAL || type->kind == SCHEMA_INLINE ||
           type->kind == SCHEMA_BLOCKS;
}

static bool is_structured(const struct schema_type *type)
{
    return type->kind == SCHEMA_OBJECT || type->kind == SCHEMA_MAP || type->kind == SCHEMA_LIST;
}

static bool is_text_or_structured(const struct schema_type *type)
{
    bool any = false;
    for (size_t i = 0; type->any[i]; i++) {
        if (!is_text(type->any[i]) && !is_structured(type->any[i]))
            return false;
        any = any || is_text(type->any[i]);
    }
    return any;
}

static const char *form_of(const struct schema_type *type)
{
    return type->kind == SCHEMA_LIST ? "\"array\"" : "\"object\"";
}

// Text, or a list or mapping: by conditions, since a validator that tries alternatives can only say
// that none fits, where the fault is one key of the mapping.
static void write_by_form(struct schema_writer *w, const struct schema_type *type)
{
    json_key(&w->json, STR("type"));
    str_add(w->out, STR("[\"string\", \"number\", \"boolean\""));
    for (size_t i = 0; type->any[i]; i++)
        if (is_structured(type->any[i]))
            str_addf(w->out, ", %s", form_of(type->any[i]));
    str_add_byte(w->out, ']');
    for (size_t i = 0; type->any[i]; i++)
        write_pattern(w, type->any[i]);
    size_t open = 0;
    for (size_t i = 0; type->any[i]; i++) {
        if (!is_structured(type->any[i]))
            continue;
        if (open++ > 0) {
            json_key(&w->json, STR("else"));
            json_open(&w->json, '{');
        }
        json_key(&w->json, STR("if"));
        str_addf(w->out, "{\"type\": %s}", form_of(type->any[i]));
        write_nested(w, "then", type->any[i]);
    }
    while (open-- > 1)
        json_close(&w->json, '}');
}

static void write_alternatives(struct schema_writer *w, const struct schema_type *type)
{
    json_key(&w->json, STR("anyOf"));
    str_add_byte(w->out, '[');
    for (size_t i = 0; type->any[i]; i++) {
        if (i > 0)
            str_add(w->out, STR(", "));
        json_open(&w->json, '{');
        write_type(w, type->any[i]);
        json_close(&w->json, '}');
    }
    str_add_byte(w->out, ']');
}

#define NUMBER_PATTERN "([0-9]+[.]?[0-9]*|[.][0-9]+)"

static void write_length(struct schema_writer *w, const struct schema_type *type)
{
    const char *minus = type->sign == SCHEMA_ANY_SIGN ? "-?" : "";
    member(w, "type", type->unit_optional ? "[\"string\", \"number\"]" : "\"string\"");
    if (type->maximum > 0) {
        json_key(&w->json, STR("maximum"));
        str_add_uint(w->out, type->maximum);
    }
    if (type->sign == SCHEMA_NOT_NEGATIVE)
        member(w, "minimum", "0");
    if (type->sign == SCHEMA_POSITIVE)
        member(w, "exclusiveMinimum", "0");
    json_key(&w->json, STR("pattern"));
    if (type->unit_optional) {
        str_addf(w->out, "\"^%s" NUMBER_PATTERN "( ?(mm|cm|in|pt)|u)?$\"", minus);
        member(w, "errorMessage",
               "\"Write a number: 12 or 9pt in points, 4mm, or 2u in units of the grid.\"");
    } else {
        str_addf(w->out, "\"^%s" NUMBER_PATTERN " ?(mm|cm|in|pt)$\"", minus);
        member(w, "errorMessage", "\"Write a number and its unit: 12mm, 1.2cm, 0.5in or 9pt.\"");
    }
}

// Writes the members that describe values of a type.
static void write_type(struct schema_writer *w, const struct schema_type *type)
{
    switch (type->kind) {
    case SCHEMA_LITERAL:
    case SCHEMA_INLINE:
    case SCHEMA_BLOCKS:
        member(w, "type", "[\"string\", \"number\", \"boolean\"]");
        write_pattern(w, type);
        break;
    case SCHEMA_CHOICE:
        if (type->ignores_case)
            write_choices_in_any_case(w, type);
        else
            write_choices(w, type);
        break;
    case SCHEMA_BOOLEAN: member(w, "type", "\"boolean\""); break;
    case SCHEMA_INTEGER: write_integer(w, type); break;
    case SCHEMA_DECIMAL: member(w, "type", "\"number\""); break;
    case SCHEMA_LENGTH: write_length(w, type); break;
    case SCHEMA_EXTENT:
        member(w, "type", "\"string\"");
        member(w, "pattern", "\"^([0-9]+[.]?[0-9]*|[.][0-9]+) ?(mm|cm|in|pt|%)$\"");
        member(w, "errorMessage", "\"Write a length or a share of the width: 12mm, 30%.\"");
        break;
    case SCHEMA_DATE:
        member(w, "type", "\"string\"");
        member(w, "pattern", "\"^[0-9]{4}-[0-9]{2}(-[0-9]{2})?$\"");
        member(w, "errorMessage", "\"Write 2025-06-27, or 2025-06 for a month.\"");
        break;
    case SCHEMA_PART: write_reference(w, (struct json_definition){type->object, true}); break;
    case SCHEMA_OBJECT: write_reference(w, (struct json_definition){type->object, false}); break;
    case SCHEMA_LIST:
        member(w, "type", "\"array\"");
        member(w, "minItems", "1");
        write_nested(w, "items", type->item);
        break;
    case SCHEMA_MAP:
        member(w, "type", "\"object\"");
        write_nested(w, "additionalProperties", type->item);
        break;
    case SCHEMA_ANY:
        if (is_text_or_structured(type))
            write_by_form(w, type);
        else
            write_alternatives(w, type);
        break;
    }
}

// Whether an example is written without quotes, as an editor is to insert it. Text that JSON would
// write differently, such as 2.0 and 0800, keeps its quotes.
static bool is_number(const struct schema_type *type, struct str example)
{
    bool whole = example.len < 10 && example.data[0] != '0';
    for (size_t i = 0; i < example.len; i++)
        whole = whole && example.data[i] >= '0' && example.data[i] <= '9';
    return whole || type->kind == SCHEMA_BOOLEAN || type->kind == SCHEMA_DECIMAL;
}

static void write_examples(struct schema_writer *w, const struct schema_field *field)
{
    if (field->example.len == 0 || is_structured(field->type))
        return;
    json_key(&w->json, STR("examples"));
    str_add_byte(w->out, '[');
    if (is_number(field->type, field->example) || field->example.data[0] == '"')
        str_add(w->out, field->example);
    else
        json_add_text(w->out, field->example);
    str_add_byte(w->out, ']');
}

static void write_field(struct schema_writer *w, const struct schema_field *field)
{
    bool built = !(field->flags & SCHEMA_NOT_BUILT);
    json_key(&w->json, field->name);
    json_open(&w->json, '{');
    json_key(&w->json, STR("description"));
    json_add_text(w->out, built ? field->description
                                : str_format(w->out->arena, "%.*s (not built yet)",
                                             STR_ARGS(field->description)));
    if (field->flags & SCHEMA_NOT_BUILT) {
        member(w, "not", "{}");
        member(w, "deprecationMessage", "\"This version does not build the key yet.\"");
    }
    if (built && field->type->kind == SCHEMA_OBJECT)
        write_reference(w, (struct json_definition){field->type->object, w->current.overlaid});
    else if (built)
        write_type(w, field->type);
    if (built)
        write_examples(w, field);
    json_close(&w->json, '}');
}

// An object that may stand in a file has no other required key than the one that says so.
static bool write_required_or_file(struct schema_writer *w, const struct schema_object *object)
{
    for (size_t i = 0; i < object->field_count; i++) {
        if (!(object->fields[i].flags & SCHEMA_OR_FILE))
            continue;
        json_key(&w->json, STR("anyOf"));
        str_add(w->out, STR("[{\"required\": ["));
        json_add_text(w->out, object->fields[i].name);
        str_add(w->out, STR("]}, {\"required\": [\"file\"], \"maxProperties\": 1}]"));
        return true;
    }
    return false;
}

// Whether a file that lacks the field is faulty, whatever lies below it.
static bool is_required(const struct schema_writer *w, const struct schema_field *field)
{
    bool required = false;
    for (size_t i = 0; i < sizeof w->document->required / sizeof w->document->required[0]; i++)
        required = required || str_equal(w->document->required[i], field->name);
    if (w->current.object == w->document->root && w->current.overlaid)
        return required;
    return (field->flags & SCHEMA_REQUIRED) && !w->current.overlaid;
}

static void write_required(struct schema_writer *w, const struct schema_object *object)
{
    bool first = true;
    if (write_required_or_file(w, object))
        return;
    for (size_t i = 0; i < object->field_count; i++) {
        if (!is_required(w, &object->fields[i]))
            continue;
        if (first)
            json_key(&w->json, STR("required"));
        str_add(w->out, first ? STR("[") : STR(", "));
        json_add_text(w->out, object->fields[i].name);
        first = false;
    }
    if (!first)
        str_add_byte(w->out, ']');
}

static void write_object(struct schema_writer *w, struct json_definition definition)
{
    const struct schema_object *object = definition.object;
    w->current = definition;
    member(w, "type", "\"object\"");
    write_required(w, object);
    member(w, "additionalProperties", "false");
    if (object->extensions)
        member(w, "patternProperties", "{\"^x-\": true}");
    json_key(&w->json, STR("properties"));
    json_open(&w->json, '{');
    for (size_t i = 0; i < object->field_count; i++)
        if (object != w->document->root || !str_equal(object->fields[i].name, w->document->lacks))
            write_field(w, &object->fields[i]);
    json_close(&w->json, '}');
}

// What a file needs that has none below it.
static void write_without_base(struct schema_writer *w)
{
    const struct schema_object *root = w->document->root;
    if (w->document->base.len == 0)
        return;
    json_key(&w->json, STR("if"));
    str_addf(w->out, "{\"not\": {\"required\": [\"%.*s\"]}}", STR_ARGS(w->document->base));
    json_key(&w->json, STR("then"));
    str_add(w->out, STR("{\"required\": ["));
    for (size_t i = 0, count = 0; i < root->field_count; i++) {
        if (!(root->fields[i].flags & SCHEMA_REQUIRED))
            continue;
        str_add(w->out, count++ > 0 ? STR(", ") : STR(""));
        json_add_text(w->out, root->fields[i].name);
    }
    str_add(w->out, STR("]}"));
}

struct str json_schema_name(enum json_schema schema)
{
    return documents[schema].name;
}

// A file that is included holds a section, or several.
static void write_one_or_more(struct schema_writer *w, const struct schema_object *object)
{
    const struct schema_type item = {.kind = SCHEMA_OBJECT, .object = object};
    const struct schema_type list = {.kind = SCHEMA_LIST, .item = &item};
    member(w, "type", "[\"object\", \"array\"]");
    member(w, "if", "{\"type\": \"array\"}");
    write_nested(w, "then", &list);
    write_nested(w, "else", &item);
}

void json_schema_write(enum json_schema schema, struct str_builder *out)
{
    struct schema_writer w = {.out = out, .json = {.out = out}, .document = &documents[schema]};
    json_open(&w.json, '{');
    member(&w, "$schema", "\"https://json-schema.org/draft/2020-12/schema\"");
    json_key(&w.json, STR("title"));
    json_add_text(w.json.out, w.document->title);
    write_without_base(&w);
    if (schema == JSON_SCHEMA_SECTION)
        write_one_or_more(&w, w.document->root);
    else
        write_object(&w, (struct json_definition){w.document->root, true});
    json_key(&w.json, STR("$defs"));
    json_open(&w.json, '{');
    for (size_t i = 0; i < w.definition_count; i++) { // grows as definitions refer to others
        json_key(&w.json, w.definitions[i].object->name);
        json_open(&w.json, '{');
        write_object(&w, w.definitions[i]);
        json_close(&w.json, '}');
    }
    json_close(&w.json, '}');
    json_close(&w.json, '}');
    str_add_byte(out, '\n');
}
