#include "preflight/letters.h"

#include "base/vec.h"
#include "text/outline.h"

#include <math.h>

// In font units, y downwards.
struct letter {
    struct outline outline;
    double area;
    struct box box;
};

struct face {
    const struct font *font;
    const struct letter **letters; // by glyph; NULL: not read yet
};

struct letters {
    struct arena *arena;
    VEC(struct face) faces;
};

enum { LARGE = 10 }; // cells to the em from which on outlines are looked at

struct letters *letters_open(struct arena *arena)
{
    struct letters *letters = ARENA_NEW(arena, struct letters);
    letters->arena = arena;
    return letters;
}

// Twice the area under a line; summed over a closed path, twice the path's (the shoelace formula).
static void take_area(void *context, struct place from, struct place to)
{
    double *sum = context;
    *sum += from.x * to.y - to.x * from.y;
}

static void measure(struct letter *letter)
{
    const struct outline *outline = &letter->outline;
    double twice = 0;
    path_in_lines(outline->steps, outline->count, true, (struct line_taker){take_area, &twice});
    letter->area = fabs(twice) / 2;
    letter->box = path_bounds(outline->steps, outline->count, 0);
}

static struct face *find_face(struct letters *letters, const struct font *font)
{
    for (size_t i = 0; i < letters->faces.count; i++)
        if (letters->faces.items[i].font == font)
            return &letters->faces.items[i];
    struct face *face = VEC_PUSH(letters->arena, &letters->faces);
    face->font = font;
    face->letters = ARENA_ARRAY(letters->arena, const struct letter *, font->glyph_count);
    return face;
}

static const struct letter *find_letter(struct letters *letters, struct face *face, uint32_t glyph)
{
    if (!face->letters[glyph]) {
        struct letter *letter = ARENA_NEW(letters->arena, struct letter);
        letter->outline = outline_read(letters->arena, face->font, glyph);
        measure(letter);
        face->letters[glyph] = letter;
    }
    return face->letters[glyph];
}

// From a glyph's units to cells.
static struct frame letter_frame(const struct item_glyphs *line, const struct glyph *glyph,
                                 length pen, const struct frame *frame)
{
    double scale = (double)line->size / line->font->units_per_em;
    struct place at = frame_apply(frame, (struct place){(double)pen + glyph->x_offset,
                                                        (double)line->origin.y - glyph->y_offset});
    return (struct frame){
        frame->xx * scale, frame->xy * scale, frame->yx * scale, frame->yy * scale, at.x, at.y};
}

struct span_of_cells {
    double from, to;
};

static double overlap(struct span_of_cells span, size_t cell)
{
    double from = span.from > (double)cell ? span.from : (double)cell;
    double to = span.to < (double)(cell + 1) ? span.to : (double)(cell + 1);
    return to > from ? to - from : 0;
}

// Where the corners of a box come to lie, along one axis.
static struct span_of_cells span_of(double a, double b, double c, double d, double most)
{
    struct span_of_cells span = {fmin(fmin(a, b), fmin(c, d)), fmax(fmax(a, b), fmax(c, d))};
    span.from = fmax(span.from, 0);
    span.to = fmin(span.to, most);
    return span;
}

static void spread(const struct letter *letter, const struct frame *frame, struct area *area)
{
    const struct extent_of_cells *extent = &area->extent;
    const struct box *box = &letter->box;
    length right = box->x + box->width, foot = box->y + box->height;
    struct place a = frame_apply(frame, (struct place){box->x, box->y});
    struct place b = frame_apply(frame, (struct place){right, box->y});
    struct place c = frame_apply(frame, (struct place){box->x, foot});
    struct place d = frame_apply(frame, (struct place){right, foot});
    struct span_of_cells xs = span_of(a.x, b.x, c.x, d.x, (double)extent->right);
    struct span_of_cells ys = span_of(a.y, b.y, c.y, d.y, (double)extent->bottom);
    double room = (xs.to - xs.from) * (ys.to - ys.from);
    double ink = letter->area * fabs(frame->xx * frame->yy - frame->xy * frame->yx);
    if (xs.to <= xs.from || ys.to <= ys.from)
        return;
    double dense = ink < room ? ink / room : 1;
    size_t top = (size_t)ys.from, left = (size_t)xs.from;
    for (size_t row = top > extent->top ? top : extent->top; (double)row < ys.to; row++) {
        float *cells = area_row(area, row);
        double high = overlap(ys, row) * dense;
        for (size_t i = left > extent->left ? left : extent->left; (double)i < xs.to; i++) {
            float sum = cells[i] + (float)(high * overlap(xs, i));
            cells[i] = sum > 1 ? 1 : sum;
        }
    }
}

// Letters may reach out of their line's box, by an em at most as far as matters.
static struct box around(const struct item_glyphs *line)
{
    int64_t size = line->size, width = size;
    for (size_t i = 0; i < line->count; i++)
        width += line->glyphs[i].advance;
    return (struct box){length_clamp(line->origin.x - size / 2),
                        length_clamp(line->origin.y - size * 5 / 4), length_clamp(width),
                        length_clamp(size * 7 / 4)};
}

void letters_cover(struct letters *letters, const struct item_glyphs *line,
                   const struct frame *frame, struct area *area)
{
    struct face *face = find_face(letters, line->font);
    double em = line->size * sqrt(fabs(frame->xx * frame->yy - frame->xy * frame->yx));
    length pen = line->origin.x;
    area_begin(area, area_extent(area, frame, around(line)));
    for (size_t i = 0; i < line->count; i++) {
        const struct glyph *glyph = &line->glyphs[i];
        const struct letter *letter = find_letter(letters, face, glyph->id);
        struct frame own = letter_frame(line, glyph, pen, frame);
        if (em >= LARGE)
            area_add_path(area, letter->outline.steps, letter->outline.count, &own);
        else if (letter->outline.count > 0)
            spread(letter, &own, area);
        pen += glyph->advance;
    }
    if (em >= LARGE)
        area_settle(area, false);
}
