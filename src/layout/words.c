#include "layout/words.h"

const struct terms *layout_enter(struct layout *layout, struct str language)
{
    const struct terms *around = layout->terms;
    if (language.len > 0 && !str_equal(language, around->language))
        layout->terms = terms_within(layout->arena, layout->brochure->terms, language);
    return around;
}

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
