#include "preflight/plates.h"

#include "base/vec.h"

#include <math.h>
#include <string.h>

static struct plate *add_plate(struct plates *plates, struct str name)
{
    struct plate *plate = VEC_PUSH(plates->arena, plates);
    plate->name = name;
    plate->cells = ARENA_ARRAY(plates->arena, float, plates->width * plates->height);
    return plate;
}

void plates_init(struct plates *plates, struct arena *arena, size_t width, size_t height,
                 length cell)
{
    static const struct str names[PLATES_PROCESS] = {STR_INIT("Cyan"), STR_INIT("Magenta"),
                                                     STR_INIT("Yellow"), STR_INIT("Black")};
    *plates = (struct plates){.arena = arena, .width = width, .height = height, .cell = cell};
    for (size_t i = 0; i < PLATES_PROCESS; i++)
        add_plate(plates, names[i]);
}

void plates_clear(struct plates *plates)
{
    for (size_t i = 0; i < plates->count; i++)
        memset(plates->items[i].cells, 0, plates->width * plates->height * sizeof(float));
}

static void limit_row(float *cells, const struct plate_clip *clip, size_t row,
                      const struct extent_of_cells *extent)
{
    const struct extent_of_cells *most = &clip->extent;
    bool outside = row < most->top || row >= most->bottom;
    const float *shown = clip->cells && !outside
                             ? clip->cells + (row - most->top) * (most->right - most->left)
                             : NULL;
    for (size_t i = extent->left; i < extent->right; i++) {
        if (outside || i < most->left || i >= most->right)
            cells[i] = 0;
        else if (shown)
            cells[i] *= shown[i - most->left];
    }
}

void plates_limit(struct area *area, const struct plate_clip *clip, uint32_t alpha)
{
    const struct extent_of_cells *extent = &area->extent;
    float part = (float)alpha / DRAWING_OPAQUE;
    for (size_t row = extent->top; row < extent->bottom; row++) {
        float *cells = area_row(area, row);
        if (clip)
            limit_row(cells, clip, row, extent);
        for (size_t i = extent->left; alpha < DRAWING_OPAQUE && i < extent->right; i++)
            cells[i] *= part;
    }
}

static struct plate *spot_plate(struct plates *plates, struct str name)
{
    for (size_t i = PLATES_PROCESS; i < plates->count; i++)
        if (str_equal(plates->items[i].name, name))
            return &plates->items[i];
    return add_plate(plates, name);
}

static void lay(struct plates *plates, const struct plate *plate, const struct area *area,
                float amount)
{
    const struct extent_of_cells *extent = &area->extent;
    for (size_t row = extent->top; row < extent->bottom; row++) {
        const float *covered = area_row(area, row);
        float *cells = plate->cells + row * plates->width;
        for (size_t i = extent->left; i < extent->right; i++)
            cells[i] += covered[i] * (amount - cells[i]);
    }
}

static float amount_on(const struct color *color, size_t plate, const struct plate *spot,
                       const struct plate *self)
{
    switch (color->inks) {
    case INKS_OPEN: break;
    case INKS_PROCESS: return plate < PLATES_PROCESS ? (float)color->amounts[plate] / INK_FULL : 0;
    case INKS_SPOT: return self == spot ? (float)color->amounts[0] / INK_FULL : 0;
    case INKS_ALL: return (float)color->amounts[0] / INK_FULL;
    }
    return 0;
}

static void paint_color(struct plates *plates, const struct area *area, const struct color *color)
{
    const struct plate *spot = color->inks == INKS_SPOT ? spot_plate(plates, color->spot) : NULL;
    for (size_t i = 0; i < plates->count; i++) {
        float amount = amount_on(color, i, spot, &plates->items[i]);
        if (amount > 0 || !color->overprints)
            lay(plates, &plates->items[i], area, amount);
    }
}

// Where a place stands along a gradient: 0 at its start, 1 at its end.
static double along(const struct gradient *gradient, struct place at)
{
    double ax = gradient->x_axis.x, ay = gradient->x_axis.y, bx = gradient->y_axis.x,
           by = gradient->y_axis.y, whole = ax * by - ay * bx;
    double x = at.x - gradient->origin.x, y = at.y - gradient->origin.y;
    if (whole == 0)
        return 1;
    double u = (x * by - y * bx) / whole, v = (ax * y - ay * x) / whole;
    if (!gradient->radial)
        return u;
    // From the focus through the place to the unit circle.
    double fx = (double)gradient->focus.x / LENGTH_ONE_PT;
    double fy = (double)gradient->focus.y / LENGTH_ONE_PT, dx = u - fx, dy = v - fy;
    double a = dx * dx + dy * dy, b = fx * dx + fy * dy, c = fx * fx + fy * fy - 1;
    double root = b * b - a * c;
    return a == 0 || root < 0 ? 0 : a / (sqrt(root) - b);
}

struct shade {
    float inks[PLATES_PROCESS];
    float alpha;
};

static struct shade shade_of(const struct gradient_stop *stop)
{
    struct shade shade = {.alpha = (float)stop->alpha / DRAWING_OPAQUE};
    for (size_t i = 0; stop->color->inks == INKS_PROCESS && i < PLATES_PROCESS; i++)
        shade.inks[i] = (float)stop->color->amounts[i] / INK_FULL;
    return shade;
}

static struct shade shade_at(const struct gradient *gradient, double at)
{
    size_t next = 0;
    while (next < gradient->count && gradient->stops[next].offset < at * 1e6)
        next++;
    if (next == 0 || next == gradient->count)
        return shade_of(&gradient->stops[next == 0 ? 0 : next - 1]);
    const struct gradient_stop *from = &gradient->stops[next - 1], *to = &gradient->stops[next];
    struct shade a = shade_of(from), b = shade_of(to);
    float part = (float)((at * 1e6 - from->offset) / (to->offset - from->offset));
    for (size_t i = 0; i < PLATES_PROCESS; i++)
        a.inks[i] += part * (b.inks[i] - a.inks[i]);
    a.alpha += part * (b.alpha - a.alpha);
    return a;
}

void plates_set(struct plates *plates, size_t column, size_t row, const float inks[PLATES_PROCESS],
                float covered)
{
    for (size_t i = 0; i < plates->count; i++) {
        float *cell = &plates->items[i].cells[row * plates->width + column];
        *cell += covered * ((i < PLATES_PROCESS ? inks[i] : 0) - *cell);
    }
}

static void paint_gradient(struct plates *plates, const struct area *area,
                           const struct gradient *gradient)
{
    const struct extent_of_cells *extent = &area->extent;
    for (size_t row = extent->top; row < extent->bottom; row++) {
        const float *covered = area_row(area, row);
        for (size_t i = extent->left; i < extent->right; i++) {
            if (covered[i] <= 0)
                continue;
            struct place middle = {((double)i + 0.5) * plates->cell,
                                   ((double)row + 0.5) * plates->cell};
            struct shade shade = shade_at(gradient, along(gradient, middle));
            plates_set(plates, i, row, shade.inks, covered[i] * shade.alpha);
        }
    }
}

void plates_paint(struct plates *plates, struct area *area, const struct paint *paint)
{
    switch (paint->kind) {
    case PAINT_NONE: break;
    case PAINT_SOLID: paint_color(plates, area, paint->color); break;
    case PAINT_GRADIENT: paint_gradient(plates, area, paint->gradient); break;
    }
}

float **plates_keep(const struct plates *plates, struct arena *arena)
{
    float **kept = ARENA_ARRAY(arena, float *, plates->count);
    for (size_t i = 0; i < plates->count; i++)
        kept[i] = arena_copy(arena, plates->items[i].cells,
                             plates->width * plates->height * sizeof(float));
    return kept;
}

void plates_blend(struct plates *plates, float *const *kept, size_t count, float part)
{
    for (size_t i = 0; i < plates->count; i++) {
        float *cells = plates->items[i].cells;
        for (size_t k = 0; k < plates->width * plates->height; k++) {
            float before = i < count ? kept[i][k] : 0;
            cells[k] = before + part * (cells[k] - before);
        }
    }
}
