// An item of the references as the schema reads it: the variables and types of CSL 1.0.2 by number.
//
// Filled by the schema engine from reference_schema.c; read by what formats references.
#ifndef MODEL_REFERENCE_ITEM_H
#define MODEL_REFERENCE_ITEM_H

#include "model/schema.h"

// The variables: texts, then names, then dates.
enum item_variable {
#define ITEM_TEXT(name, key, type, description, example) ITEM_##name,
#define ITEM_NAMES(name, key, description) ITEM_##name,
#define ITEM_DATE(name, key, description, example) ITEM_##name,
#include "model/reference_fields.def"
    ITEM_VARIABLE_COUNT,
    ITEM_FIRST_NAMES = ITEM_AUTHOR,
    ITEM_FIRST_DATE = ITEM_ISSUED,
    ITEM_NAMES_COUNT = ITEM_FIRST_DATE - ITEM_FIRST_NAMES,
    ITEM_DATE_COUNT = ITEM_VARIABLE_COUNT - ITEM_FIRST_DATE,
#undef ITEM_TEXT
#undef ITEM_NAMES
#undef ITEM_DATE
};

enum item_type {
#define ITEM_TYPE(name, key, description) TYPE_##name,
#include "model/reference_types.def"
#undef ITEM_TYPE
    ITEM_TYPE_COUNT
};

enum citation_style { STYLE_AMA, STYLE_NLM };

struct draft_name {
    struct schema_found found;
    const struct node *family, *given, *literal, *particle, *dropping, *suffix;
};

struct draft_date_parts {
    struct schema_found found;
    struct schema_list parts; // of struct schema_list of uint32_t
    uint32_t season;          // 1 spring to 4 winter
    bool circa;
    const struct node *literal, *raw;
};

struct draft_item {
    struct schema_found found;
    const struct node *id, *text;
    uint32_t type; // enum item_type, when it could be read
    const struct node *texts[ITEM_FIRST_NAMES];
    struct schema_list names[ITEM_NAMES_COUNT]; // of struct draft_name
    struct schema_any dates[ITEM_DATE_COUNT];   // a scalar or a struct draft_date_parts
};

// Returns the names of a variable of names.
static inline const struct schema_list *item_names(const struct draft_item *item,
                                                   enum item_variable names)
{
    return &item->names[names - ITEM_FIRST_NAMES];
}

// Returns CSL's name of a variable; whether its text has marks; CSL's name of a type.
struct str item_variable_key(enum item_variable variable);
bool item_variable_is_inline(enum item_variable variable);
struct str item_type_key(enum item_type type);

// Returns the type of that name, or ITEM_TYPE_COUNT.
enum item_type item_type_find(struct str key);

#endif
