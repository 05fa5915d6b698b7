// Small page lists for tests: real faces, shaped by HarfBuzz, placed by hand.
//
// Opening faces and breaking lines is the text layer's work; here only what a writer of pages needs
// to be given.
#ifndef UNIT_PAGES_FIXTURE_H
#define UNIT_PAGES_FIXTURE_H

#include "page/page_list.h"

#include <assert.h>
#include <hb-ot.h>
#include <hb.h>
#include <string.h>
#include <unistd.h>

#define LATO "/usr/share/fonts/truetype/lato/Lato-Regular.ttf"
#define LATO_BOLD "/usr/share/fonts/truetype/lato/Lato-Bold.ttf"
#define NIMBUS "/usr/share/fonts/opentype/urw-base35/NimbusRoman-Regular.otf" // CFF
#define CJK "/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc"         // CFF, CID-keyed
#define NASKH "/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf"

static const struct color fixture_black = {.rgb = {0, 0, 0}};

static inline bool fixture_has(const char *path)
{
    return access(path, R_OK) == 0;
}

static inline int32_t fixture_metric(hb_font_t *font, hb_ot_metrics_tag_t tag)
{
    hb_position_t value = 0;
    hb_ot_metrics_get_position_with_fallback(font, tag, &value);
    return value;
}

// The face stays open until fixture_close.
static inline struct font *fixture_font(struct arena *arena, uint32_t index, const char *path)
{
    hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
    assert(blob);
    struct font *font = ARENA_NEW(arena, struct font);
    font->face = hb_face_create(blob, 0);
    font->shaper = hb_font_create(font->face);
    hb_blob_destroy(blob);
    font->index = index;
    font->path = str_from(path);
    const char *name = strrchr(path, '/') + 1;
    font->postscript_name = (struct str){name, strcspn(name, ".")};
    font->family = font->postscript_name;
    font->weight = 400;
    font->outlines = strstr(path, ".otf") || strstr(path, ".ttc") ? FONT_CFF : FONT_TRUETYPE;
    font->glyph_count = hb_face_get_glyph_count(font->face);
    font->units_per_em = (int32_t)hb_face_get_upem(font->face);
    font->ascender = fixture_metric(font->shaper, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER);
    font->descender = fixture_metric(font->shaper, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER);
    font->cap_height = fixture_metric(font->shaper, HB_OT_METRICS_TAG_CAP_HEIGHT);
    font->x_height = fixture_metric(font->shaper, HB_OT_METRICS_TAG_X_HEIGHT);
    font->bounds[1] = font->descender;
    font->bounds[2] = 2 * font->units_per_em;
    font->bounds[3] = font->ascender;
    return font;
}

static inline void fixture_close(struct font *font)
{
    hb_font_destroy(font->shaper);
    hb_face_destroy(font->face);
}

// HarfBuzz hides U+00AD; at a line's end the text layer draws it as a hyphen.
static inline void fixture_show_soft_hyphen(const struct font *font, struct str text,
                                            const hb_glyph_info_t *info, struct glyph *glyph)
{
    static const struct str soft_hyphen = STR_INIT("\xC2\xAD");
    if (str_starts_with(str_slice(text, info->cluster, text.len), soft_hyphen))
        hb_font_get_nominal_glyph(font->shaper, '-', &glyph->id);
}

// Shapes `text` in one run and fills the item; returns the width.
static inline length fixture_shape(struct arena *arena, struct item_glyphs *item,
                                   const struct font *font, length size, struct str text)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data, (int)text.len, 0, (int)text.len);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(buffer, &count);
    struct glyph *glyphs = ARENA_ARRAY(arena, struct glyph, count);
    length width = 0;
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] = (struct glyph){infos[i].codepoint, infos[i].cluster,
                                   length_scale(places[i].x_advance, size, font->units_per_em),
                                   length_scale(places[i].x_offset, size, font->units_per_em),
                                   length_scale(places[i].y_offset, size, font->units_per_em)};
        fixture_show_soft_hyphen(font, text, &infos[i], &glyphs[i]);
        width += glyphs[i].advance;
    }
    item->font = font;
    item->size = size;
    item->glyphs = glyphs;
    item->count = count;
    item->text = text;
    item->right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    hb_buffer_destroy(buffer);
    return width;
}

struct fixture_place {
    tag_id tag;
    enum artifact artifact;
    length x, y; // of the baseline's start
    length size;
};

// Adds a line of text to a page; returns its width.
static inline length fixture_text(struct page_list *list, struct page *page,
                                  struct fixture_place place, const struct font *font,
                                  const char *text)
{
    struct page_item *item = page_item_add(list, page, ITEM_GLYPHS);
    item->tag = place.tag;
    item->artifact = place.artifact;
    item->color = &fixture_black;
    length width = fixture_shape(list->arena, &item->as.glyphs, font, place.size, str_from(text));
    item->as.glyphs.origin = (struct point){place.x, place.y};
    item->box = (struct box){place.x, place.y - place.size, width, place.size};
    return width;
}

// Adds an element of a kind with one content leaf below it; returns the leaf.
static inline tag_id fixture_leaf(struct page_list *list, tag_id parent, enum tag_kind kind)
{
    tag_id element = tag_add(&list->tags, parent, kind, (struct span){0});
    return tag_add(&list->tags, element, TAG_CONTENT, (struct span){0});
}

#endif
