#include "preflight/coverage.h"

#include "preflight/letters.h"
#include "preflight/plates.h"
#include "preflight/samples.h"
#include "preflight/squares.h"
#include "preflight/widen.h"

const length coverage_square = LENGTH_PT(15 * 72 / 25.4);

struct coverage {
    struct arena *arena;
    const struct page_list *list;
    size_t side; // of the square, in cells
    struct plates plates;
    struct area area;
    struct letters *letters;
    size_t uncounted;
};

// The space that items stand in, and what of it shows.
struct scope {
    struct frame frame;
    const struct plate_clip *clip; // NULL: all
};

static void draw_items(struct coverage *c, const struct page_item *items, size_t count,
                       const struct scope *scope);

struct coverage *coverage_open(struct arena *arena, const struct page_list *list, size_t cells)
{
    struct coverage *c = ARENA_NEW(arena, struct coverage);
    c->arena = arena;
    c->list = list;
    c->side = cells;
    c->letters = letters_open(arena);
    return c;
}

// paths

static void begin(struct coverage *c, const struct scope *scope, struct box box)
{
    area_begin(&c->area, area_extent(&c->area, &scope->frame, box));
}

static void lay(struct coverage *c, const struct scope *scope, const struct paint *paint)
{
    plates_limit(&c->area, scope->clip, paint->alpha);
    plates_paint(&c->plates, &c->area, paint);
}

static void draw_fill(struct coverage *c, const struct item_path *path, const struct paint *paint,
                      const struct scope *scope)
{
    begin(c, scope, path_bounds(path->steps, path->count, 0));
    area_add_path(&c->area, path->steps, path->count, &scope->frame);
    area_settle(&c->area, path->look && path->look->even_odd);
    lay(c, scope, paint);
}

static void draw_stroke(struct coverage *c, const struct item_path *path,
                        const struct stroke *stroke, const struct scope *scope)
{
    begin(c, scope, path_bounds(path->steps, path->count, stroke->width));
    widen_add(&c->area, path->steps, path->count, stroke, &scope->frame);
    area_settle(&c->area, false);
    lay(c, scope, &stroke->paint);
}

static struct paint solid(const struct color *color)
{
    return (struct paint){.kind = PAINT_SOLID, .alpha = DRAWING_OPAQUE, .color = color};
}

static void draw_path(struct coverage *c, const struct page_item *item, const struct scope *scope)
{
    const struct item_path *path = &item->as.path;
    if (path->look) {
        if (path->look->fill.kind != PAINT_NONE)
            draw_fill(c, path, &path->look->fill, scope);
        if (path->look->stroke.paint.kind != PAINT_NONE)
            draw_stroke(c, path, &path->look->stroke, scope);
        return;
    }
    struct paint paint = solid(item->color);
    const struct stroke stroke = {.paint = paint, .width = path->stroke_width};
    if (path->stroke_width > 0)
        draw_stroke(c, path, &stroke, scope);
    else
        draw_fill(c, path, &paint, scope);
}

static void draw_glyphs(struct coverage *c, const struct page_item *item, const struct scope *scope)
{
    struct paint paint = solid(item->color);
    letters_cover(c->letters, &item->as.glyphs, &scope->frame, &c->area);
    lay(c, scope, &paint);
}

// pictures

static struct part_of_picture part_in(struct box box, length cell, size_t column, size_t row)
{
    double x = (double)column * cell - box.x, y = (double)row * cell - box.y;
    return (struct part_of_picture){x / box.width, y / box.height, (x + cell) / box.width,
                                    (y + cell) / box.height};
}

static void lay_samples(struct coverage *c, const struct samples *samples, struct box box)
{
    const struct extent_of_cells *extent = &c->area.extent;
    for (size_t row = extent->top; row < extent->bottom; row++) {
        const float *covered = area_row(&c->area, row);
        for (size_t i = extent->left; i < extent->right; i++) {
            if (covered[i] <= 0)
                continue;
            struct sampled mean = samples_mean(samples, part_in(box, c->plates.cell, i, row));
            plates_set(&c->plates, i, row, mean.inks, covered[i] * mean.opaque);
        }
    }
}

static void draw_image(struct coverage *c, const struct page_item *item, const struct scope *scope)
{
    struct samples samples;
    struct arena unpacked;
    struct box box = item->box;
    struct path_step sides[RECTANGLE_STEPS];
    path_rectangle(box, sides);
    arena_init(&unpacked);
    bool open = samples_open(&unpacked, item->as.image.picture->raster, &samples);
    c->uncounted += !open;
    if (open) {
        begin(c, scope, box);
        area_add_path(&c->area, sides, RECTANGLE_STEPS, &scope->frame);
        area_settle(&c->area, false);
        plates_limit(&c->area, scope->clip, DRAWING_OPAQUE);
        lay_samples(c, &samples, box);
    }
    arena_release(&unpacked);
}

// groups

// What shows through a clip and the one around it.
static const struct plate_clip *make_clip(struct coverage *c, const struct path_outline *outline,
                                          const struct scope *scope)
{
    begin(c, scope, path_bounds(outline->steps, outline->count, 0));
    area_add_path(&c->area, outline->steps, outline->count, &scope->frame);
    area_settle(&c->area, outline->even_odd);
    plates_limit(&c->area, scope->clip, DRAWING_OPAQUE);
    struct plate_clip *clip = ARENA_NEW(c->arena, struct plate_clip);
    clip->extent = c->area.extent;
    size_t width = clip->extent.right - clip->extent.left;
    float *cells = ARENA_ARRAY(c->arena, float, width *(clip->extent.bottom - clip->extent.top));
    clip->cells = cells;
    for (size_t row = clip->extent.top; row < clip->extent.bottom; row++)
        for (size_t i = 0; i < width; i++)
            *cells++ = area_row(&c->area, row)[clip->extent.left + i];
    return clip;
}

static struct frame placed(const struct frame *frame, const struct affine *placement)
{
    double a = (double)placement->a / LENGTH_ONE_PT, b = (double)placement->b / LENGTH_ONE_PT;
    double u = (double)placement->c / LENGTH_ONE_PT, v = (double)placement->d / LENGTH_ONE_PT;
    struct place at = frame_apply(frame, (struct place){placement->shift.x, placement->shift.y});
    return (struct frame){frame->xx * a + frame->xy * b,
                          frame->xx * u + frame->xy * v,
                          frame->yx * a + frame->yy * b,
                          frame->yx * u + frame->yy * v,
                          at.x,
                          at.y};
}

// Drawn in full and then taken back by what shines through: as the imaging model has it for groups
// that are not isolated.
static void draw_group(struct coverage *c, const struct item_group *group,
                       const struct scope *outer)
{
    struct scope scope = *outer;
    if (group->clip)
        scope.clip = make_clip(c, group->clip, outer);
    if (group->placement)
        scope.frame = placed(&outer->frame, group->placement);
    if (group->alpha == DRAWING_OPAQUE) {
        draw_items(c, group->items, group->count, &scope);
        return;
    }
    size_t count = c->plates.count;
    float **kept = plates_keep(&c->plates, c->arena);
    draw_items(c, group->items, group->count, &scope);
    plates_blend(&c->plates, kept, count, (float)group->alpha / DRAWING_OPAQUE);
}

// Groups in groups are as deep as page_check lets them be.
static void draw_items(struct coverage *c, const struct page_item *items, size_t count,
                       const struct scope *scope)
{
    for (size_t i = 0; i < count; i++) {
        switch (items[i].kind) {
        case ITEM_GLYPHS: draw_glyphs(c, &items[i], scope); break;
        case ITEM_PATH: draw_path(c, &items[i], scope); break;
        case ITEM_GROUP: draw_group(c, &items[i].as.group, scope); break;
        case ITEM_IMAGE: draw_image(c, &items[i], scope); break;
        case ITEM_LINK: break;
        }
    }
}

// results

static size_t cells_in(length side, length cell)
{
    return (size_t)(((int64_t)side + cell - 1) / cell);
}

// A poster of many metres is measured in larger cells.
static length cell_for(struct coverage *c, const struct page *page)
{
    enum { MOST = 4000000, LEAST_SIDE = 4 };
    length cell = coverage_square / (length)c->side;
    while (c->side > LEAST_SIDE &&
           cells_in(page->width, cell) * cells_in(page->height, cell) > MOST)
        cell = coverage_square / (length)(c->side /= 2);
    return cell;
}

static void draw_page(struct coverage *c, const struct page *page)
{
    length cell = cell_for(c, page);
    size_t width = cells_in(page->width, cell), height = cells_in(page->height, cell);
    const struct scope scope = {.frame = {1.0 / cell, 0, 0, 1.0 / cell, 0, 0}};
    if (c->plates.width != width || c->plates.height != height) {
        plates_init(&c->plates, c->arena, width, height, cell);
        area_init(&c->area, c->arena, width, height);
    }
    plates_clear(&c->plates);
    c->uncounted = 0;
    draw_items(c, page->items, page->count, &scope);
}

static struct ink_amount amount_of(const struct coverage *c, const float *cells)
{
    const struct plates *plates = &c->plates;
    struct field field = {cells, plates->width, plates->height};
    struct square best = squares_highest(c->arena, field, c->side);
    return (struct ink_amount){
        .highest = (uint32_t)(best.mean * 10000 + 0.5),
        .at = {(length)best.column * plates->cell, (length)best.row * plates->cell},
    };
}

// The last cells of a row and of a column stand out of the trim.
static uint32_t mean_of(const struct plates *plates, const float *cells, const struct page *page)
{
    double sum = 0, last_wide = (double)page->width / plates->cell - (double)(plates->width - 1);
    double last_high = (double)page->height / plates->cell - (double)(plates->height - 1);
    for (size_t row = 0; row < plates->height; row++) {
        const float *now = cells + row * plates->width;
        double line = 0;
        for (size_t i = 0; i + 1 < plates->width; i++)
            line += (double)now[i];
        line += (double)now[plates->width - 1] * last_wide;
        sum += row + 1 < plates->height ? line : line * last_high;
    }
    double whole = (double)page->width / plates->cell * ((double)page->height / plates->cell);
    return (uint32_t)(sum / whole * 10000 + 0.5);
}

static const float *total_of(struct coverage *c)
{
    size_t cells = c->plates.width * c->plates.height;
    float *total = ARENA_ARRAY(c->arena, float, cells);
    for (size_t i = 0; i < c->plates.count; i++)
        for (size_t k = 0; k < cells; k++)
            total[k] += c->plates.items[i].cells[k];
    return total;
}

struct page_inks coverage_page(struct coverage *c, size_t page)
{
    draw_page(c, &c->list->pages[page]);
    struct ink_amount *items = ARENA_ARRAY(c->arena, struct ink_amount, c->plates.count);
    struct page_inks inks = {.items = items, .uncounted = c->uncounted};
    for (size_t i = 0; i < c->plates.count; i++) {
        const struct plate *plate = &c->plates.items[i];
        items[inks.count] = amount_of(c, plate->cells);
        items[inks.count].name = plate->name;
        items[inks.count].mean = mean_of(&c->plates, plate->cells, &c->list->pages[page]);
        inks.count += items[inks.count].highest > 0;
    }
    const float *total = total_of(c);
    inks.total = amount_of(c, total);
    inks.total.name = STR("all inks");
    inks.total.mean = mean_of(&c->plates, total, &c->list->pages[page]);
    return inks;
}

struct ink_amount coverage_total(struct coverage *c, size_t page)
{
    draw_page(c, &c->list->pages[page]);
    struct arena_mark mark = arena_mark(c->arena);
    struct ink_amount total = amount_of(c, total_of(c));
    arena_rewind(c->arena, mark);
    return total;
}

static void dump_amount(const struct ink_amount *amount, struct str_builder *out)
{
    str_addf(out, "  %.*s: mean %u.%02u %%, highest %u.%02u %% in the square at ",
             STR_ARGS(amount->name), amount->mean / 100, amount->mean % 100, amount->highest / 100,
             amount->highest % 100);
    length_format(out, amount->at.x, 1);
    str_add(out, STR(", "));
    length_format(out, amount->at.y, 1);
    str_add(out, STR(" pt\n"));
}

void coverage_dump(struct arena *arena, const struct page_list *list, struct str_builder *out)
{
    struct coverage *c = coverage_open(arena, list, COVERAGE_FINE);
    for (size_t i = 0; i < list->count; i++) {
        struct page_inks inks = coverage_page(c, i);
        str_addf(out, "page %zu\n", i + 1);
        for (size_t k = 0; k < inks.count; k++)
            dump_amount(&inks.items[k], out);
        dump_amount(&inks.total, out);
        if (inks.uncounted > 0)
            str_addf(out, "  not counted: %zu pictures\n", inks.uncounted);
    }
}
