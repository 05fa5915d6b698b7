#include "layout/words.h"

struct str layout_word(struct layout *layout, enum term term)
{
    return term_word(layout->terms, term, layout->diags);
}

struct str layout_phrase(struct layout *layout, enum term term, struct term_values values)
{
    return term_phrase(layout->arena, layout->terms, term, &values, layout->diags);
}

struct str layout_numbered(struct layout *layout, enum term term, size_t number)
{
    struct str digits = str_format(layout->arena, "%zu", number);
    return layout_phrase(layout, term, (struct term_values){.first = digits});
}

struct str layout_date(struct layout *layout, struct date date)
{
    return term_date(layout->arena, layout->terms->language, date);
}
