#include "model/labels.h"

#include <stddef.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};

#define TERM(id, key, english, when)                                                               \
    SCHEMA_FIELD(draft_labels, words[TERM_##id], key, &literal, 0, when, english),
static const struct schema_field label_fields[] = {
#include "model/terms.def"
};
#undef TERM

const struct schema_object labels_schema = {.name = STR_INIT("labels"),
                                            .fields = label_fields,
                                            .field_count = SCHEMA_COUNT(label_fields),
                                            .size = sizeof(struct draft_labels)};

static bool has_place(struct str phrase, struct str place)
{
    return place.len == 0 || str_find(phrase, place, 0) < phrase.len;
}

// Returns the first place of a phrase, or an empty string. Only that one must stand in a label: a
// folio may do without the number of all pages.
static struct str first_place(struct str phrase)
{
    size_t start, end;
    return term_find_place(phrase, 0, &start, &end) ? str_slice(phrase, start, end) : STR("");
}

// Returns the first place of `phrase` that `other` does not have, or an empty string.
static struct str unknown_place(struct str phrase, struct str other)
{
    for (size_t at = 0, start, end; term_find_place(phrase, at, &start, &end); at = end) {
        struct str place = str_slice(phrase, start, end);
        if (!has_place(other, place))
            return place;
    }
    return STR("");
}

static bool check_places(const struct node *label, const struct schema_field *field,
                         struct diags *diags)
{
    struct str needed = first_place(field->example);
    struct str unknown = unknown_place(label->text, field->example);
    if (!has_place(label->text, needed))
        diag_add(diags, DIAG_LABEL_PLACES, label->span, "the label `%.*s` has no %.*s",
                 STR_ARGS(field->name), STR_ARGS(needed));
    else if (unknown.len > 0)
        diag_add(diags, DIAG_LABEL_PLACES, label->span, "the label `%.*s` cannot have %.*s",
                 STR_ARGS(field->name), STR_ARGS(unknown));
    else
        return true;
    diag_hint(diags, "in English it is \"%.*s\"", STR_ARGS(field->example));
    return false;
}

void labels_apply(const struct draft_labels *labels, struct diags *diags, struct terms *terms)
{
    for (size_t i = 0; i < TERM_COUNT; i++) {
        const struct node *label = labels->words[i];
        if (label && check_places(label, &label_fields[i], diags))
            terms->words[i] = label->text;
    }
}
