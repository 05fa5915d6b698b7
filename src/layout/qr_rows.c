#include "layout/qr_rows.h"

#include "image/qr.h"
#include "layout/address.h"
#include "layout/words.h"

enum { QUIET_MODULES = 4 };

static length module_width(const struct layout *layout, const struct qr *qr)
{
    const struct look_qr *look = &layout->theme->blocks.qr;
    length width = look->size / (length)qr->size;
    return width > look->module ? width : look->module;
}

// Neighbouring dark modules of a line are one rectangle: fewer edges, and none between them.
static size_t add_run(const struct qr *qr, size_t row, size_t column, length module,
                      struct path_step *steps)
{
    size_t end = column;
    while (end < qr->size && qr->dark[row * qr->size + end])
        end++;
    path_rectangle((struct box){(length)column * module, (length)row * module,
                                (length)(end - column) * module, module},
                   steps);
    return end;
}

static void outline(struct layout *layout, const struct qr *qr, length module, struct shape *shape)
{
    size_t most = (size_t)qr->size * (qr->size + 1) / 2; // runs
    struct path_step *steps = ARENA_ARRAY(layout->arena, struct path_step, most * RECTANGLE_STEPS);
    size_t count = 0;
    for (size_t row = 0; row < qr->size; row++)
        for (size_t column = 0; column < qr->size;) {
            if (!qr->dark[row * qr->size + column]) {
                column++;
                continue;
            }
            column = add_run(qr, row, column, module, steps + count);
            count += RECTANGLE_STEPS;
        }
    shape->steps = steps;
    shape->step_count = count;
}

static tag_id add_figure(struct layout *layout, struct str url, struct span span, tag_id parent)
{
    struct tag_tree *tags = &layout->pages->tags;
    tag_id figure = tag_add(tags, parent, TAG_FIGURE, span);
    tags->items[figure].alt =
        layout_phrase(layout, TERM_QR_CODE, (struct term_values){.first = url});
    return tag_add(tags, figure, TAG_CONTENT, span);
}

length qr_part(struct layout *layout, const struct qr_address *address, struct point at,
               tag_id parent, struct parts *parts)
{
    const struct qr *qr;
    if (!qr_encode(layout->arena, address->url, address->span, layout->diags, &qr)) {
        layout->failed = true;
        return 0;
    }
    length module = module_width(layout, qr);
    struct part *part = part_add(layout, parts, PART_SHAPE);
    part->x = at.x;
    part->y = at.y;
    struct shape *shape = &part->as.shape;
    shape->kind = SHAPE_PATH;
    shape->width = shape->height = module * (length)qr->size;
    shape->color = layout->theme->blocks.qr.color;
    shape->tag = add_figure(layout, address->url, address->span, parent);
    shape->span = address->span;
    outline(layout, qr, module, shape);
    return shape->width;
}

length qr_quiet_zone(struct layout *layout, const struct qr_address *address)
{
    const struct qr *qr;
    if (!qr_encode(layout->arena, address->url, address->span, layout->diags, &qr))
        return 0;
    return QUIET_MODULES * module_width(layout, qr);
}

static struct cell set_text(struct layout *layout, const struct qr_block *qr, tag_id parent,
                            length width)
{
    struct cell_around around = cell_begin(layout);
    struct row_place place = {
        .role = ROLE_BODY,
        .measure = width,
        .parent = parent,
        .destination = NO_DESTINATION,
    };
    struct address address = {qr->url, STR_INIT(""), qr->url_span};
    if (qr->caption.first)
        rows_add_inline(layout, &qr->caption, TAG_P, &place);
    block_leads(layout, 0);
    address_add(layout, &address, &place);
    return cell_end(layout, around, width);
}

void qr_rows_add_symbol(struct layout *layout, const struct qr_block *qr,
                        const struct row_place *place)
{
    const struct look_qr *look = &layout->theme->blocks.qr;
    struct row row = {
        .span = qr->url_span, .destination = place->destination, .parts = place->parts};
    struct point at = {place->indent, 0};
    struct qr_address address = {qr->url, qr->url_span};
    length size = qr_part(layout, &address, at, place->parent, &row.parts);
    if (size == 0)
        return;
    length x = place->indent + size + qr_quiet_zone(layout, &address) + look->gap;
    struct cell cell = set_text(layout, qr, place->parent, place->measure - x);
    length height = cell_height(&cell);
    struct part *part = part_add(layout, &row.parts, PART_CELL);
    part->x = x;
    part->as.cell = cell;
    row.height = height > size ? height : size;
    row.gap = panel_gap(layout, look->space.before);
    size_t first = layout->rows.count;
    row_add(layout, row);
    rows_to_grid(layout, first);
    block_ends(layout, look->space.after);
}

void qr_rows_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    struct row_place inner = *place;
    inner.parent = tag_add(&layout->pages->tags, place->parent, TAG_DIV, block->span);
    inner.parts = (struct parts){0};
    qr_rows_add_symbol(layout, &block->as.qr, &inner);
}
