// The tables of `references`: CSL's variables, and where its items come from.
#include "model/draft.h"

#include <stddef.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_type inline_type = {.kind = SCHEMA_INLINE};
static const struct schema_type literal_list = {.kind = SCHEMA_LIST, .item = &literal};

// names

static const struct schema_field name_fields[] = {
    SCHEMA_FIELD(draft_name, family, "family", &inline_type, 0, "The family name", "Brudno"),
    SCHEMA_FIELD(draft_name, given, "given", &inline_type, 0, "The given names or initials",
                 "J. N."),
    SCHEMA_FIELD(draft_name, literal, "literal", &inline_type, 0,
                 "A name in one piece: a group, or `et al` at the end of the list", "et al"),
    SCHEMA_FIELD(draft_name, particle, "non-dropping-particle", &literal, 0,
                 "What always stands before the family name", "van der"),
    SCHEMA_FIELD(draft_name, dropping, "dropping-particle", &literal, 0,
                 "What stands before the family name only where the given names do, too", "von"),
    SCHEMA_FIELD(draft_name, suffix, "suffix", &literal, 0, "What stands after the name", "Jr"),
};
static OBJECT(name_schema, "name", draft_name, name_fields);
static const struct schema_type name_type = {.kind = SCHEMA_OBJECT, .object = &name_schema};
static const struct schema_type name_list = {.kind = SCHEMA_LIST, .item = &name_type};

// dates

static const struct schema_type date_number = {
    .kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 9999};
static const struct schema_type season = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 4};
static const struct schema_type boolean = {.kind = SCHEMA_BOOLEAN};
static const struct schema_type date_numbers = {.kind = SCHEMA_LIST, .item = &date_number};
static const struct schema_type date_number_lists = {.kind = SCHEMA_LIST, .item = &date_numbers};
static const struct schema_field date_fields[] = {
    SCHEMA_FIELD(draft_date_parts, parts, "date-parts", &date_number_lists, 0,
                 "Year, month and day as numbers, in a list of one list, or of two for a range",
                 "[[2024, 5, 1]]"),
    SCHEMA_FIELD(draft_date_parts, season, "season", &season, 0,
                 "The season in place of a month: 1 is spring, 4 is winter", "1"),
    SCHEMA_FIELD(draft_date_parts, circa, "circa", &boolean, 0, "Whether the date is estimated",
                 "true"),
    SCHEMA_FIELD(draft_date_parts, literal, "literal", &inline_type, 0,
                 "The date in words, printed as they stand", "n.d."),
    SCHEMA_FIELD(draft_date_parts, raw, "raw", &literal, 0,
                 "The date as ISO 8601 has it, as in place of the mapping", "2024-05-01"),
};
static OBJECT(date_schema, "csl-date", draft_date_parts, date_fields);
static const struct schema_type date_object = {.kind = SCHEMA_OBJECT, .object = &date_schema};
static const struct schema_type *const csl_date_forms[] = {&literal, &date_object, NULL};
static const struct schema_type csl_date = {.kind = SCHEMA_ANY, .any = csl_date_forms};

// items

#define ITEM_TYPE(name, key, description) {STR_INIT(key), TYPE_##name, STR_INIT(description)},
static const struct schema_choice types[] = {
#include "model/reference_types.def"
};
#undef ITEM_TYPE
static const struct schema_type type = {.kind = SCHEMA_CHOICE,
                                        .choices = types,
                                        .choice_count = SCHEMA_COUNT(types),
                                        .unknown = DIAG_REFERENCE_TYPE};

#define ITEM_TEXT(name, key, kind, description, example)                                           \
    SCHEMA_FIELD(draft_item, texts[ITEM_##name], key, &(kind), 0, description, example),
#define ITEM_NAMES(name, key, description)                                                         \
    SCHEMA_FIELD(draft_item, names[ITEM_##name - ITEM_FIRST_NAMES], key, &name_list, 0,            \
                 description, ""),
#define ITEM_DATE(name, key, description, example)                                                 \
    SCHEMA_FIELD(draft_item, dates[ITEM_##name - ITEM_FIRST_DATE], key, &csl_date, 0, description, \
                 example),
static const struct schema_field item_fields[] = {
    SCHEMA_FIELD(draft_item, id, "id", &literal, SCHEMA_REQUIRED,
                 "The name that citations use: [@brudno2024]", "brudno2024"),
    SCHEMA_FIELD(draft_item, type, "type", &type, 0, "What is cited: a CSL type",
                 "article-journal"),
    SCHEMA_FIELD(draft_item, text, "text", &inline_type, 0,
                 "The whole entry, printed as it stands, in place of fields",
                 "Example Clinic. Your first visit. 2024."),
#include "model/reference_fields.def"
};
#undef ITEM_TEXT
#undef ITEM_NAMES
#undef ITEM_DATE
OBJECT(item_schema, "reference", draft_item, item_fields);

enum { FIRST_VARIABLE = 3 }; // of the fields

struct str item_variable_key(enum item_variable variable)
{
    return item_fields[FIRST_VARIABLE + variable].name;
}

bool item_variable_is_inline(enum item_variable variable)
{
    return item_fields[FIRST_VARIABLE + variable].type->kind == SCHEMA_INLINE;
}

struct str item_type_key(enum item_type item_type)
{
    return types[item_type].name;
}

enum item_type item_type_find(struct str key)
{
    size_t i = 0;
    while (i < SCHEMA_COUNT(types) && !str_equal(types[i].name, key))
        i++;
    return (enum item_type)i;
}

static const struct schema_type item_object = {.kind = SCHEMA_OBJECT, .object = &item_schema};
static const struct schema_type *const item_forms[] = {&inline_type, &item_object, NULL};
static const struct schema_type item = {.kind = SCHEMA_ANY, .any = item_forms};
static const struct schema_type item_list = {.kind = SCHEMA_LIST, .item = &item};

// the list

static const struct schema_choice styles[] = {
    {STR_INIT("american-medical-association"), STYLE_AMA,
     STR_INIT("Numbers in the order of citation; AMA Manual of Style")},
    {STR_INIT("nlm-citation-sequence"), STYLE_NLM,
     STR_INIT("Numbers in the order of citation; Citing Medicine")},
};
static const struct schema_type style = CHOICES(style, styles);
static const struct schema_choice orders[] = {
    {STR_INIT("cited"), 0, STR_INIT("In the order in which the text cites them")},
    {STR_INIT("listed"), 1, STR_INIT("In the order of the list")},
};
static const struct schema_type order = CHOICES(order, orders);

static const struct schema_choice nocite_words[] = {
    {STR_INIT("all"), 1, STR_INIT("All that the text does not cite")},
};
static const struct schema_type nocite_all = CHOICES(nocite_all, nocite_words);
static const struct schema_type *const nocite_forms[] = {&nocite_all, &literal_list, NULL};
static const struct schema_type nocite = {.kind = SCHEMA_ANY, .any = nocite_forms};

static const struct schema_field references_fields[] = {
    SCHEMA_FIELD(draft_references, style, "style", &style, 0, "The citation style, by CSL's name",
                 "american-medical-association"),
    SCHEMA_FIELD(draft_references, listed, "order", &order, 0,
                 "Number the entries as they are cited, or as they are listed", "cited"),
    SCHEMA_FIELD(draft_references, nocite, "nocite", &nocite, 0,
                 "Ids of further reading, printed though not cited, or `all`", "[leaflet]"),
    SCHEMA_FIELD(draft_references, items, "items", &item_list, 0,
                 "The references: CSL's fields, or an id and a text, or a plain string", ""),
    SCHEMA_FIELD(draft_references, file, "file", &literal, 0,
                 "Instead of the items: the name of a CSL JSON, BibTeX or YAML file that has them",
                 "refs.json"),
};
OBJECT(references_schema, "references", draft_references, references_fields);
