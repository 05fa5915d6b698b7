#include "layout/emit.h"

#include <assert.h>

static struct page *last_page(struct layout *layout)
{
    assert(layout->pages->count > 0);
    return &layout->pages->pages[layout->pages->count - 1];
}

// The left edge of something `width` wide whose start edge is `start` from the frame's.
static length left_of(const struct layout *layout, length start, length width)
{
    const struct box *frame = &layout->frame;
    return layout->brochure->right_to_left ? frame->x + frame->width - start - width
                                           : frame->x + start;
}

static struct box glyph_box(const struct line_piece *piece, struct point at)
{
    length ascent = font_scale(piece->font, piece->font->ascender, piece->style->size);
    length descent = font_scale(piece->font, -(int64_t)piece->font->descender, piece->style->size);
    return (struct box){at.x, at.y - ascent, piece->width, ascent + descent};
}

static struct box emit_piece(struct layout *layout, const struct line_piece *piece,
                             const struct run_meaning *meaning, const struct line_place *place)
{
    struct point at = {place->at.x + piece->x, place->at.y - piece->style->rise};
    struct page_item *item = page_item_add(layout->pages, place->page, ITEM_GLYPHS);
    item->artifact = place->artifact;
    item->tag = place->artifact == ARTIFACT_NONE ? meaning->leaf : TAG_NONE;
    item->box = glyph_box(piece, at);
    item->span = meaning->span;
    item->color = meaning->color;
    item->as.glyphs = (struct item_glyphs){
        .font = piece->font,
        .size = piece->style->size,
        .origin = at,
        .glyphs = piece->glyphs,
        .count = piece->glyph_count,
        .text = piece->text,
        .right_to_left = piece->level % 2 == 1,
        .language = piece->style->language,
    };
    return item->box;
}

static struct box joined(struct box a, struct box b)
{
    length right = a.x + a.width > b.x + b.width ? a.x + a.width : b.x + b.width;
    length bottom = a.y + a.height > b.y + b.height ? a.y + a.height : b.y + b.height;
    struct box box = {a.x < b.x ? a.x : b.x, a.y < b.y ? a.y : b.y, 0, 0};
    box.width = right - box.x;
    box.height = bottom - box.y;
    return box;
}

static void emit_link(struct layout *layout, struct page *page, const struct run_meaning *meaning,
                      struct box box)
{
    struct page_item *item = page_item_add(layout->pages, page, ITEM_LINK);
    item->tag = meaning->link;
    item->box = box;
    item->span = meaning->span;
    item->as.link = meaning->target;
}

// Items come in reading order: on a line that holds right-to-left text, which comes in visual
// order, pieces are taken by their runs.
static const uint32_t *reading_order(struct layout *layout, const struct line *line)
{
    uint32_t *order = ARENA_ARRAY(layout->arena, uint32_t, line->piece_count);
    for (uint32_t i = 0; i < line->piece_count; i++) {
        uint32_t at = i;
        for (; at > 0 && line->pieces[order[at - 1]].run > line->pieces[i].run; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    return order;
}

void emit_line(struct layout *layout, const struct line *line, const struct run_meaning *meanings,
               const struct line_place *place)
{
    const uint32_t *order = reading_order(layout, line);
    for (size_t i = 0; i < line->piece_count;) {
        const struct line_piece *piece = &line->pieces[order[i]];
        const struct run_meaning *meaning = &meanings[piece->run];
        tag_id link = place->artifact == ARTIFACT_NONE ? meaning->link : TAG_NONE;
        struct box box = emit_piece(layout, piece, meaning, place);
        for (i++; link != TAG_NONE && i < line->piece_count; i++) {
            piece = &line->pieces[order[i]];
            if (meanings[piece->run].link != link)
                break;
            box = joined(box, emit_piece(layout, piece, &meanings[piece->run], place));
        }
        if (link != TAG_NONE)
            emit_link(layout, place->page, meaning, box);
    }
}

static struct page_item *emit_path(struct layout *layout, struct page *page,
                                   const struct color *color, struct box box)
{
    struct page_item *item = page_item_add(layout->pages, page, ITEM_PATH);
    item->artifact = ARTIFACT_LAYOUT;
    item->color = color;
    item->box = box;
    return item;
}

static struct path_step step_to(enum path_step_kind kind, length x, length y)
{
    return (struct path_step){.kind = kind, .points = {{x, y}}};
}

void emit_rectangle(struct layout *layout, struct page *page, struct box box,
                    const struct color *color)
{
    struct path_step steps[] = {
        step_to(PATH_MOVE, box.x, box.y),
        step_to(PATH_LINE, box.x + box.width, box.y),
        step_to(PATH_LINE, box.x + box.width, box.y + box.height),
        step_to(PATH_LINE, box.x, box.y + box.height),
        {.kind = PATH_CLOSE},
    };
    struct page_item *item = emit_path(layout, page, color, box);
    item->as.path.steps = arena_copy(layout->arena, steps, sizeof steps);
    item->as.path.count = sizeof steps / sizeof steps[0];
}

// A quarter circle as a Bézier curve: the control arm that keeps the radius within 0.03 %
// (Goldapp 1991) is 0.55228 of it.
static length control_arm(length radius)
{
    return length_scale(radius, 55228, 100000);
}

static void emit_disc(struct layout *layout, struct page *page, struct box box,
                      const struct color *color)
{
    length r = box.width / 2, k = control_arm(r);
    struct point c = {box.x + r, box.y + r};
    struct path_step steps[] = {
        {PATH_MOVE, {{c.x + r, c.y}}},
        {PATH_CURVE, {{c.x + r, c.y + k}, {c.x + k, c.y + r}, {c.x, c.y + r}}},
        {PATH_CURVE, {{c.x - k, c.y + r}, {c.x - r, c.y + k}, {c.x - r, c.y}}},
        {PATH_CURVE, {{c.x - r, c.y - k}, {c.x - k, c.y - r}, {c.x, c.y - r}}},
        {PATH_CURVE, {{c.x + k, c.y - r}, {c.x + r, c.y - k}, {c.x + r, c.y}}},
        {.kind = PATH_CLOSE},
    };
    struct page_item *item = emit_path(layout, page, color, box);
    item->as.path.steps = arena_copy(layout->arena, steps, sizeof steps);
    item->as.path.count = sizeof steps / sizeof steps[0];
}

// The left edge of something `width` wide that stands `start` from the start edge of a row.
static length left_in_row(const struct layout *layout, const struct row *row,
                          const struct column_place *place, length start, length width)
{
    length inset = row->mirrored ? place->measure - start - width : start;
    return left_of(layout, place->start + inset, width);
}

static void emit_bullet(struct layout *layout, const struct row *row,
                        const struct column_place *place, length baseline)
{
    const struct marker *marker = row->marker;
    const struct bullet *bullet = marker->bullet;
    struct box box = {
        .x = left_in_row(layout, row, place, marker->x, bullet->width),
        .y = baseline - bullet->centre - bullet->height / 2,
        .width = bullet->width,
        .height = bullet->height,
    };
    switch (bullet->kind) {
    case MARKER_DISC: emit_disc(layout, last_page(layout), box, bullet->color); break;
    case MARKER_BAR: emit_rectangle(layout, last_page(layout), box, bullet->color); break;
    }
}

static void emit_marker(struct layout *layout, const struct row *row,
                        const struct column_place *place, length baseline)
{
    const struct marker *marker = row->marker;
    if (marker->bullet) {
        emit_bullet(layout, row, place, baseline);
        return;
    }
    // The label was set in the frame's width: in right-to-left text it stands at that box's right.
    bool right_to_left = layout->brochure->right_to_left != row->mirrored;
    length edge =
        left_in_row(layout, row, place, marker->x, right_to_left ? layout->frame.width : 0);
    struct line_place at = {.page = last_page(layout), .at = {edge, baseline}};
    emit_line(layout, marker->line, marker->meanings, &at);
}

static void reach_destination(struct layout *layout, uint32_t index, struct point at)
{
    struct destination *destination = &layout->pages->destinations[index];
    destination->page = (uint32_t)layout->pages->count - 1;
    destination->at = at;
}

static void emit_row(struct layout *layout, const struct row *row, const struct column_place *place,
                     length y)
{
    struct page *page = last_page(layout);
    length left = left_of(layout, place->start, place->measure);
    if (row->destination != NO_DESTINATION)
        reach_destination(layout, row->destination, (struct point){left, y});
    if (row->rule)
        emit_rectangle(layout, page, (struct box){left, y, place->measure, row->rule_width},
                       row->rule);
    if (row->marker)
        emit_marker(layout, row, place, y + row->base);
    length text_left = left_in_row(layout, row, place, row->indent, row->measure);
    struct line_place line = {.page = page, .at = {text_left, y + row->base}};
    emit_line(layout, row->line, row->block->meanings, &line);
}

// A page's running head says what its first row belongs to.
static void note_running(struct layout *layout, struct str running)
{
    while (layout->page_running.count < layout->pages->count) // blank pages have none
        *VEC_PUSH(layout->arena, &layout->page_running) = running;
}

void emit_rows(struct layout *layout, size_t first, size_t end, const struct column_place *place)
{
    if (first < end)
        note_running(layout, layout->rows.items[first].running);
    layout->rows_placed += end - first;
    length y = place->y;
    for (size_t i = first; i < end; i++) {
        const struct row *row = &layout->rows.items[i];
        if (i > first)
            y += row->gap;
        emit_row(layout, row, place, y);
        y += row->height;
    }
}
