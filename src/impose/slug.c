#include "impose/slug.h"

#include "impose/mark_text.h"

enum { MOST_LINES = 2 };

static const length leading = LENGTH_PT(7);

static struct str slug_text(const struct slug *slug, const struct slug_place *place, bool titled)
{
    const struct str parts[] = {slug->job,     titled ? slug->title : STR(""),
                                slug->date,    place->name,
                                slug->edition, slug->inks};
    struct str_builder out = str_builder_in(place->list->arena);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        if (parts[i].len > 0)
            str_addf(&out, "%s%.*s", out.len > 0 ? " \xC2\xB7 " : "", STR_ARGS(parts[i]));
    return str_built(&out);
}

bool slug_add(const struct slug *slug, const struct slug_place *place, struct diags *diags)
{
    struct arena *arena = place->list->arena;
    struct mark_type type = {slug->typesetter, slug->family, LENGTH_PT(6), &marks_color, 0};
    struct point at = marks_slug(place->frame, &type.measure);
    struct lines lines;
    if (!mark_text_set(arena, &type, slug_text(slug, place, true), diags, &lines) ||
        (lines.count > MOST_LINES &&
         !mark_text_set(arena, &type, slug_text(slug, place, false), diags, &lines)))
        return false;
    for (size_t i = 0; i < lines.count; i++, at.y += leading)
        mark_text_add(place->list, place->page, &type, &lines.items[i], at);
    return true;
}
