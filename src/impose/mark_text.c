#include "impose/mark_text.h"

bool mark_text_set(struct arena *arena, const struct mark_type *type, struct str text,
                   struct diags *diags, struct lines *out)
{
    struct text_style *style = ARENA_NEW(arena, struct text_style);
    struct text_run *run = ARENA_NEW(arena, struct text_run);
    *style = (struct text_style){
        .family = type->family, .weight = 400, .size = type->size, .language = STR("en")};
    *run = (struct text_run){.text = text, .style = style};
    const struct paragraph_job job = {type->typesetter, run, 1, {.language = STR("en")}};
    const struct measure shape = {.width = type->measure};
    struct paragraph *paragraph;
    return paragraph_prepare(arena, &job, diags, &paragraph) &&
           paragraph_break(arena, paragraph, &shape, diags, out);
}

static void add_piece(struct page_item *item, const struct mark_type *type,
                      const struct line_piece *piece, struct point at)
{
    length ascent = font_scale(piece->font, piece->font->ascender, type->size);
    length descent = font_scale(piece->font, -(int64_t)piece->font->descender, type->size);
    item->artifact = ARTIFACT_PAGE;
    item->tag = TAG_NONE;
    item->color = type->color;
    item->box = (struct box){at.x, at.y - ascent, piece->width, ascent + descent};
    item->as.glyphs = (struct item_glyphs){
        .font = piece->font,
        .size = type->size,
        .origin = at,
        .glyphs = piece->glyphs,
        .count = piece->glyph_count,
        .text = piece->text,
        .right_to_left = piece->level % 2 == 1,
    };
}

void mark_text_add(struct page_list *list, struct page *page, const struct mark_type *type,
                   const struct line *line, struct point at)
{
    for (size_t i = 0; i < line->piece_count; i++)
        add_piece(page_item_add(list, page, ITEM_GLYPHS), type, &line->pieces[i],
                  (struct point){at.x + line->pieces[i].x, at.y});
}
