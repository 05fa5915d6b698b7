#include "layout/emit.h"

#include "layout/art.h"
#include "layout/findings.h"
#include "layout/frame.h"
#include "layout/shapes.h"

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
    return (struct box){at.x, length_clamp((int64_t)at.y - ascent), piece->width, ascent + descent};
}

void emit_glyphs(struct page_item *item, const struct line_piece *piece, struct point at)
{
    item->box = glyph_box(piece, at);
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
}

static struct box emit_piece(struct layout *layout, const struct line_piece *piece,
                             const struct run_meaning *meaning, const struct line_place *place)
{
    struct point at = {place->at.x + piece->x, place->at.y - piece->style->rise};
    struct page_item *item = page_item_add(layout->pages, place->page, ITEM_GLYPHS);
    item->artifact = place->artifact;
    item->tag = place->artifact == ARTIFACT_NONE ? meaning->leaf : TAG_NONE;
    item->span = meaning->span;
    item->color = meaning->color;
    emit_glyphs(item, piece, at);
    item->as.glyphs.grid = place->grid;
    item->as.glyphs.grid.drop -= piece->style->rise; // what is raised belongs to its line
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

static void reach_destination(struct layout *layout, uint32_t index, struct point at)
{
    struct destination *destination = &layout->pages->destinations[index];
    destination->page = (uint32_t)layout->pages->count - 1;
    destination->at = at;
}

// Entries lead back to where they are cited first: a line above it is seen, too.
static void note_citation(struct layout *layout, const struct run_meaning *meaning, struct box box)
{
    const struct tag *tags = layout->pages->tags.items;
    if (tags[tags[meaning->link].parent].kind != TAG_REFERENCE)
        return;
    uint32_t reference = meaning->target.target - layout->first_reference;
    struct destination *place = &layout->pages->destinations[layout->first_citation + reference];
    if (place->tag != 0)
        return;
    place->tag = meaning->link;
    reach_destination(layout, layout->first_citation + reference,
                      (struct point){box.x, length_larger(box.y - box.height, 0)});
}

static void emit_link(struct layout *layout, struct page *page, const struct run_meaning *meaning,
                      struct box box)
{
    note_citation(layout, meaning, box);
    struct page_item *item = page_item_add(layout->pages, page, ITEM_LINK);
    item->tag = meaning->link;
    item->box = box;
    item->span = meaning->span;
    item->as.link = meaning->target;
}

// Items come in reading order: the pieces of a line that holds right-to-left text come in visual
// order.
static const uint32_t *reading_order(struct layout *layout, const struct line *line)
{
    uint32_t *order = ARENA_ARRAY(layout->arena, uint32_t, line->piece_count);
    for (uint32_t i = 0; i < line->piece_count; i++) {
        uint32_t at = i;
        for (; at > 0 && line->pieces[order[at - 1]].start > line->pieces[i].start; at--)
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

// The left edge of something `width` wide that stands `start` from the start edge of a row.
static length left_in_row(const struct layout *layout, const struct row *row,
                          const struct column_place *place, length start, length width)
{
    length inset = row->mirrored ? place->measure - start - width : start;
    return left_of(layout, place->start + inset, width);
}

// What a line on a row's baseline claims.
static struct grid_claim claim_of(const struct row *row, const struct column_place *place,
                                  length baseline)
{
    switch (place->grid.kind) {
    case GRID_OF_ROWS: return row->grid;
    case GRID_OF_BLOCK: return (struct grid_claim){true, baseline - place->grid.from};
    case GRID_FREE: break;
    }
    return (struct grid_claim){0};
}

// Where the rhythm of a row at `y` began: in this column, or in what is around it.
static struct grid_place grid_of_row(const struct row *row, const struct column_place *place,
                                     struct grid_place before, length y)
{
    if (place->grid.kind != GRID_OF_ROWS || row->rhythm == RHYTHM_GRID)
        return place->grid;
    bool goes_on = before.kind == GRID_OF_BLOCK && row->rhythm == RHYTHM_OWN;
    return goes_on ? before : (struct grid_place){GRID_OF_BLOCK, y};
}

static void emit_row(struct layout *layout, const struct row *row, const struct column_place *place,
                     length y);

static void draw_on_panel(struct layout *layout, struct shape shape, struct box box)
{
    shape.width = box.width;
    shape.height = box.height;
    shape.tag = TAG_NONE;
    shape_draw(layout, last_page(layout), &shape, (struct point){box.x, box.y});
}

static void draw_frame(struct layout *layout, const struct look_frame *frame, struct shape shape,
                       struct box box)
{
    length inset = frame->width + frame->gap;
    shape.kind = SHAPE_BOX;
    shape.color = frame->color;
    shape.stroke = frame->width;
    draw_on_panel(layout, shape, box);
    shape.stroke = frame->inner;
    box = (struct box){box.x + inset, box.y + inset, box.width - 2 * inset, box.height - 2 * inset};
    if (frame->inner > 0)
        draw_on_panel(layout, shape, box);
}

static void draw_rules(struct layout *layout, const struct look_rule *rule, struct shape shape,
                       struct box box)
{
    length foot = box.y + box.height - rule->width;
    shape.color = rule->color;
    box.height = rule->width;
    draw_on_panel(layout, shape, box);
    box.y = foot;
    draw_on_panel(layout, shape, box);
}

static void emit_panel(struct layout *layout, const struct row *row,
                       const struct column_place *place, struct box box)
{
    const struct panel *panel = row->panel;
    const struct shape shape = {
        .kind = SHAPE_RECTANGLE,
        .color = panel->color,
        .span = row->span,
    };
    box.x = left_in_row(layout, row, place, panel->x, panel->width);
    box.width = panel->width;
    if (panel->color)
        draw_on_panel(layout, shape, box);
    if (panel->rule && panel->rule->width > 0)
        draw_rules(layout, panel->rule, shape, box);
    if (panel->frame)
        draw_frame(layout, panel->frame, shape, box);
}

// The head of a table that goes on is said once: where it stands again, it is decoration.
static length emit_head(struct layout *layout, const struct row *head,
                        const struct column_place *place)
{
    struct column_place again = *place;
    again.artifact = ARTIFACT_LAYOUT;
    emit_row(layout, head, &again, place->y);
    return head->height;
}

// Rows from the top of a column or a cell down; a ground is drawn before the first row on it.
static void emit_run(struct layout *layout, const struct row *rows, size_t count,
                     const struct column_place *place)
{
    struct column_place here = *place;
    length y = place->y, grid = layout->theme->page.grid;
    if (count > 0 && rows[0].head)
        y += emit_head(layout, rows[0].head, place);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            y += row_gap(&rows[i], y - place->y, grid);
        if (rows[i].panel && (i == 0 || rows[i - 1].panel != rows[i].panel)) {
            length end = y + rows[i].height;
            for (size_t j = i + 1; j < count && rows[j].panel == rows[i].panel; j++)
                end += row_gap(&rows[j], end - place->y, grid) + rows[j].height;
            emit_panel(layout, &rows[i], place, (struct box){.y = y, .height = end - y});
        }
        here.grid = grid_of_row(&rows[i], place, here.grid, y);
        emit_row(layout, &rows[i], &here, y);
        y += rows[i].height;
    }
}

static void emit_part_line(struct layout *layout, const struct row *row, const struct part *part,
                           const struct column_place *place, length y)
{
    length edge = left_in_row(layout, row, place, part->x, part->as.line.measure);
    struct line_place at = {last_page(layout), {edge, y}, place->artifact, {0}};
    if (part->on_baseline)
        at.grid = claim_of(row, place, y);
    emit_line(layout, part->as.line.line, part->as.line.meanings, &at);
}

static void emit_part_cell(struct layout *layout, const struct row *row, const struct part *part,
                           const struct column_place *place, length y)
{
    const struct cell *cell = &part->as.cell;
    length inset = row->mirrored ? place->measure - part->x - cell->measure : part->x;
    struct column_place inner = {place->start + inset, y, cell->measure, place->artifact,
                                 place->grid};
    emit_run(layout, cell->rows, cell->count, &inner);
}

// A figure's tag says where on its page it is (ISO 14289-1, 7.3).
static void place_figure(struct layout *layout, tag_id leaf, struct box box)
{
    struct tag *tags = layout->pages->tags.items;
    if (leaf != TAG_NONE && tags[tags[leaf].parent].kind == TAG_FIGURE)
        tags[tags[leaf].parent].bbox = box;
}

// The items are added where they are read; what they show is known later.
static void open_number(struct layout *layout, const struct part *part, struct point edge,
                        struct grid_claim grid)
{
    struct page *page = last_page(layout);
    *VEC_PUSH(layout->arena, &layout->open_numbers) =
        (struct open_number){part, (uint32_t)layout->pages->count - 1, page->count, edge, grid};
    struct page_item *item = page_item_add(layout->pages, page, ITEM_GLYPHS);
    item->tag = part->as.page.meaning.leaf;
    item->span = part->as.page.meaning.span;
    item->color = part->as.page.meaning.color;
    item = page_item_add(layout->pages, page, ITEM_LINK);
    item->tag = part->as.page.meaning.link;
    item->span = part->as.page.meaning.span;
    item->as.link = part->as.page.meaning.target;
}

void emit_open_number(struct layout *layout, const struct open_number *open,
                      const struct line *line)
{
    struct page *page = &layout->pages->pages[open->page];
    const struct line_piece *piece = &line->pieces[0];
    bool right_to_left = layout->brochure->right_to_left;
    struct point at = {open->edge.x - (right_to_left ? 0 : piece->width), open->edge.y};
    struct page_item *item = &page->items[open->item];
    emit_glyphs(item, piece, at);
    item->as.glyphs.grid = open->grid;
    page->items[open->item + 1].box = item->box;
}

static void emit_picture(struct layout *layout, const struct part *part, struct point at)
{
    struct art_place place = {
        .page = last_page(layout),
        .box = {at.x, at.y, part->as.picture.width, part->as.picture.height},
        .artifact = part->as.picture.leaf == TAG_NONE ? ARTIFACT_LAYOUT : ARTIFACT_NONE,
        .leaf = part->as.picture.leaf,
        .span = part->as.picture.span,
    };
    art_place(layout, part->as.picture.picture, &place);
    place_figure(layout, place.leaf, art_box(part->as.picture.picture, place.box));
}

static void emit_float(struct layout *layout, const struct floating *floating)
{
    struct column_place place = {.y = floating->y, .measure = floating->cell.measure};
    if (floating->page != layout->pages->count - 1)
        return; // stands at the head of a later page
    emit_cell(layout, &floating->cell, &place);
}

// What stands in the margin begins beside a row of the text, whose top is on the grid.
static void emit_in_margin(struct layout *layout, const struct cell *cell, length y, length top)
{
    const struct column_place place = {
        .start = frame_margin_start(layout),
        .y = y,
        .measure = cell->measure,
        .grid = {GRID_OF_BLOCK, top},
    };
    emit_cell(layout, cell, &place);
}

static void emit_part(struct layout *layout, const struct row *row, const struct part *part,
                      const struct column_place *place, length top)
{
    length y = top + part->y + (part->on_baseline ? row->base : 0);
    switch (part->kind) {
    case PART_LINE: emit_part_line(layout, row, part, place, y); break;
    case PART_CELL: emit_part_cell(layout, row, part, place, y); break;
    case PART_SHAPE: {
        length x = left_in_row(layout, row, place, part->x, part->as.shape.width);
        struct shape shape = part->as.shape;
        shape.tag = place->artifact == ARTIFACT_NONE ? shape.tag : TAG_NONE;
        shape_draw(layout, last_page(layout), &shape, (struct point){x, y});
        place_figure(layout, shape.tag, (struct box){x, y, shape.width, shape.height});
        break;
    }
    case PART_PICTURE: {
        length x = left_in_row(layout, row, place, part->x, part->as.picture.width);
        emit_picture(layout, part, (struct point){x, y});
        break;
    }
    case PART_PAGE:
        open_number(layout, part, (struct point){left_in_row(layout, row, place, part->x, 0), y},
                    claim_of(row, place, y));
        break;
    case PART_MARGIN:
        if (place->artifact == ARTIFACT_NONE)
            emit_in_margin(layout, &part->as.cell, y, top);
        break;
    case PART_ONCE: findings_place(layout, part); break;
    case PART_FLOAT: emit_float(layout, &layout->floats.items[part->as.floating]); break;
    case PART_DESTINATION:
        if (place->artifact == ARTIFACT_NONE)
            reach_destination(layout, part->as.destination,
                              (struct point){left_of(layout, place->start, place->measure), top});
        break;
    }
}

static void emit_own_line(struct layout *layout, const struct row *row,
                          const struct column_place *place, length baseline)
{
    length left = left_in_row(layout, row, place, row->indent, row->measure);
    if (row->to_text && layout->text_start > 0) {
        length room = row->measure - row->line->width;
        left += layout->brochure->right_to_left ? -room : room;
    }
    struct line_place line = {
        last_page(layout), {left, baseline}, place->artifact, claim_of(row, place, baseline)};
    emit_line(layout, row->line, row->block->meanings, &line);
}

static void emit_row(struct layout *layout, const struct row *row, const struct column_place *place,
                     length y)
{
    length left = left_of(layout, place->start, place->measure);
    if (row->destination != NO_DESTINATION)
        reach_destination(layout, row->destination, (struct point){left, y});
    for (const struct part *part = row->parts.first; part; part = part->next)
        if (!part->after_line)
            emit_part(layout, row, part, place, y);
    if (row->line)
        emit_own_line(layout, row, place, y + row->base);
    for (const struct part *part = row->parts.first; part; part = part->next)
        if (part->after_line)
            emit_part(layout, row, part, place, y);
}

// A page's running head says what its first row belongs to.
static void note_running(struct layout *layout, struct str running)
{
    while (layout->page_running.count < layout->pages->count) // blank pages have none
        *VEC_PUSH(layout->arena, &layout->page_running) = running;
}

void emit_over_columns(struct layout *layout, const struct cell *cell, size_t row, length y)
{
    struct column_place place = {.y = y, .measure = cell->measure};
    note_running(layout, layout->rows.items[row].running);
    emit_cell(layout, cell, &place);
}

void emit_rows(struct layout *layout, size_t first, size_t end, const struct column_place *place)
{
    if (first < end)
        note_running(layout, layout->rows.items[first].running);
    layout->rows_placed += end - first;
    emit_run(layout, &layout->rows.items[first], end - first, place);
}

void emit_cell(struct layout *layout, const struct cell *cell, const struct column_place *place)
{
    layout->rows_placed += cell->count;
    emit_run(layout, cell->rows, cell->count, place);
}
