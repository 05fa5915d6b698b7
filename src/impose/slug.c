#include "impose/slug.h"

enum { MOST_LINES = 2 };

static const length size = LENGTH_PT(6), leading = LENGTH_PT(7);

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

struct setting {
    const struct slug *slug;
    const struct slug_place *place;
    length measure;
    struct diags *diags;
};

static bool set_lines(const struct setting *setting, struct str text, struct lines *lines)
{
    const struct slug *slug = setting->slug;
    const struct slug_place *place = setting->place;
    struct arena *arena = place->list->arena;
    struct text_style *style = ARENA_NEW(arena, struct text_style);
    struct text_run *run = ARENA_NEW(arena, struct text_run);
    *style = (struct text_style){
        .family = slug->family, .weight = 400, .size = size, .language = STR("en")};
    *run = (struct text_run){.text = text, .style = style};
    const struct paragraph_job job = {slug->typesetter, run, 1, {.language = STR("en")}};
    const struct measure shape = {.width = setting->measure};
    struct paragraph *paragraph;
    return paragraph_prepare(arena, &job, setting->diags, &paragraph) &&
           paragraph_break(arena, paragraph, &shape, setting->diags, lines);
}

static void add_piece(const struct slug_place *place, const struct line_piece *piece,
                      struct point at)
{
    struct page_item *item = page_item_add(place->list, place->page, ITEM_GLYPHS);
    length ascent = font_scale(piece->font, piece->font->ascender, size);
    item->artifact = ARTIFACT_PAGE;
    item->tag = TAG_NONE;
    item->color = &marks_color;
    item->box = (struct box){at.x + piece->x, at.y - ascent, piece->width, leading};
    item->as.glyphs = (struct item_glyphs){
        .font = piece->font,
        .size = size,
        .origin = {at.x + piece->x, at.y},
        .glyphs = piece->glyphs,
        .count = piece->glyph_count,
        .text = piece->text,
        .right_to_left = piece->level % 2 == 1,
    };
}

bool slug_add(const struct slug *slug, const struct slug_place *place, struct diags *diags)
{
    length measure;
    struct point at = marks_slug(place->frame, &measure);
    const struct setting setting = {slug, place, measure, diags};
    struct lines lines;
    if (!set_lines(&setting, slug_text(slug, place, true), &lines) ||
        (lines.count > MOST_LINES && !set_lines(&setting, slug_text(slug, place, false), &lines)))
        return false;
    for (size_t i = 0; i < lines.count; i++, at.y += leading)
        for (size_t k = 0; k < lines.items[i].piece_count; k++)
            add_piece(place, &lines.items[i].pieces[k], at);
    return true;
}
