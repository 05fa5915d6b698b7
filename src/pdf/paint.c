#include "pdf/paint.h"

#include "base/vec.h"
#include "pdf/operators.h"

#include <assert.h>

struct alpha_pair {
    uint32_t fill, stroke;
};

struct paints {
    struct arena *arena;
    struct haru *haru;
    struct str fonts;
    uint32_t alphas_object, patterns_object, inks_object; // 0 until there is one
    struct {
        struct alpha_pair *items;
        size_t count;
        size_t capacity;
    } alphas;
    struct {
        const struct color **items;
        size_t count;
        size_t capacity;
    } inks;
    struct str_builder alpha_entries, pattern_entries;
    uint32_t pattern_count, form_count, mask_count;
    uint32_t overprints; // a bit for each that was asked for
    bool for_press;
};

struct paints *paints_open(struct arena *arena, struct haru *haru, struct str fonts, bool for_press)
{
    struct paints *paints = ARENA_NEW(arena, struct paints);
    paints->arena = arena;
    paints->haru = haru;
    paints->fonts = fonts;
    paints->for_press = for_press;
    paints->alpha_entries = str_builder_in(arena);
    paints->pattern_entries = str_builder_in(arena);
    return paints;
}

bool paints_for_press(const struct paints *paints)
{
    return paints->for_press;
}

// ISO 15930-7, 6.3: the space of the output intent.
struct str paints_group(const struct paints *paints)
{
    return paints->for_press ? STR("<</S/Transparency/CS/DeviceCMYK>>")
                             : STR("<</S/Transparency/CS/DeviceRGB>>");
}

// The dictionary of alphas, overprinting and masks.
static void need_states(struct paints *paints)
{
    if (paints->alphas_object == 0)
        paints->alphas_object = haru_add_object(paints->haru);
}

uint32_t paints_alpha(struct paints *paints, uint32_t fill, uint32_t stroke)
{
    for (size_t i = 0; i < paints->alphas.count; i++)
        if (paints->alphas.items[i].fill == fill && paints->alphas.items[i].stroke == stroke)
            return (uint32_t)i;
    struct str_builder *out = &paints->alpha_entries;
    uint32_t number = (uint32_t)paints->alphas.count;
    need_states(paints);
    *VEC_PUSH(paints->arena, &paints->alphas) = (struct alpha_pair){fill, stroke};
    str_addf(out, "/A%u<</Type/ExtGState/ca ", (unsigned)number);
    pdf_add_number(out, fill);
    str_add(out, STR("/CA "));
    pdf_add_number(out, stroke);
    str_add(out, STR(">>"));
    return number;
}

uint32_t paints_overprint(struct paints *paints, uint32_t overprint)
{
    if (paints->overprints & 1u << overprint)
        return overprint;
    paints->overprints |= 1u << overprint;
    need_states(paints);
    str_addf(&paints->alpha_entries, "/O%u<</Type/ExtGState/OP %s/op %s/OPM 1>>",
             (unsigned)overprint, overprint & OVERPRINT_STROKE ? "true" : "false",
             overprint & OVERPRINT_FILL ? "true" : "false");
    return overprint;
}

// One name stands for one ink in the whole file, and has one fallback (ISO 15930-7, 6.2.4).
uint32_t paints_ink(struct paints *paints, const struct color *color)
{
    for (size_t i = 0; i < paints->inks.count; i++) {
        const struct color *ink = paints->inks.items[i];
        if (ink->inks == color->inks && str_equal(ink->spot, color->spot))
            return (uint32_t)i;
    }
    if (paints->inks_object == 0)
        paints->inks_object = haru_add_object(paints->haru);
    *VEC_PUSH(paints->arena, &paints->inks) = color;
    return (uint32_t)paints->inks.count - 1;
}

static void add_amounts(struct str_builder *out, const uint16_t amounts[4])
{
    str_add_byte(out, '[');
    for (size_t i = 0; i < 4; i++) {
        if (i > 0)
            str_add_byte(out, ' ');
        pdf_add_number(out, amounts[i]);
    }
    str_add_byte(out, ']');
}

// 8.6.6.4: what shows the ink where there is none: its fallback, by as much as its tint says.
static void add_separation(struct str_builder *out, const struct color *ink)
{
    static const uint16_t all[4] = {INK_FULL, INK_FULL, INK_FULL, INK_FULL};
    str_add(out, STR("[/Separation"));
    pdf_add_name(out, ink->inks == INKS_ALL ? STR("All") : ink->spot);
    str_add(out, STR("/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1"));
    add_amounts(out, ink->inks == INKS_ALL ? all : ink->spot_fallback);
    str_add(out, STR(">>]"));
}

// What a gradient's function gives: the colours of its stops, or their alphas as greys.
enum levels { LEVELS_COLOR, LEVELS_ALPHA };

static void add_levels(struct str_builder *out, const struct gradient_stop *stop,
                       enum levels levels)
{
    const struct color *color = stop->color;
    if (levels == LEVELS_COLOR && color->inks == INKS_PROCESS) {
        add_amounts(out, color->amounts);
        return;
    }
    str_add_byte(out, '[');
    for (size_t i = 0; levels == LEVELS_COLOR && i < 3; i++) {
        if (i > 0)
            str_add_byte(out, ' ');
        pdf_add_number(out, (color->rgb[i] * 1000 + 127) / 255);
    }
    if (levels == LEVELS_ALPHA)
        pdf_add_number(out, stop->alpha);
    str_add_byte(out, ']');
}

// 7.10.3: from one stop to the next.
static void add_span(struct str_builder *out, const struct gradient_stop *from, enum levels levels)
{
    str_add(out, STR("<</FunctionType 2/Domain[0 1]/N 1/C0"));
    add_levels(out, &from[0], levels);
    str_add(out, STR("/C1"));
    add_levels(out, &from[1], levels);
    str_add(out, STR(">>"));
}

// 7.10.4: the bounds between functions rise strictly, so stops at one place are parted by a
// millionth.
static void add_bounds(struct arena *arena, struct str_builder *out,
                       const struct gradient *gradient)
{
    size_t last = gradient->count - 1;
    int64_t *offsets = ARENA_ARRAY(arena, int64_t, gradient->count);
    offsets[last] = 1000000;
    for (size_t i = 1; i < last; i++) {
        int64_t least = offsets[i - 1] + 1;
        offsets[i] = gradient->stops[i].offset > least ? gradient->stops[i].offset : least;
    }
    for (size_t i = last; i-- > 1;)
        if (offsets[i] >= offsets[i + 1])
            offsets[i] = offsets[i + 1] - 1;
    for (size_t i = 1; i < last; i++) {
        if (i > 1)
            str_add_byte(out, ' ');
        pdf_add_fraction(out, offsets[i]);
    }
}

static void add_function(struct arena *arena, struct str_builder *out,
                         const struct gradient *gradient, enum levels levels)
{
    assert(gradient->count >= 2);
    if (gradient->count == 2) {
        add_span(out, gradient->stops, levels);
        return;
    }
    str_add(out, STR("<</FunctionType 3/Domain[0 1]/Functions["));
    for (size_t i = 0; i + 1 < gradient->count; i++)
        add_span(out, &gradient->stops[i], levels);
    str_add(out, STR("]/Bounds["));
    add_bounds(arena, out, gradient);
    str_add(out, STR("]/Encode["));
    for (size_t i = 0; i + 1 < gradient->count; i++)
        str_add(out, i > 0 ? STR(" 0 1") : STR("0 1"));
    str_add(out, STR("]>>"));
}

static int64_t millionths(length value)
{
    return length_scale(value, 1000000, LENGTH_ONE_PT);
}

// From the unit space to the page, whose y runs upwards.
static void add_matrix(struct str_builder *out, const struct gradient *gradient,
                       struct point origin)
{
    const int64_t parts[6] = {
        gradient->x_axis.x,
        -(int64_t)gradient->x_axis.y,
        gradient->y_axis.x,
        -(int64_t)gradient->y_axis.y,
        (int64_t)origin.x + gradient->origin.x,
        (int64_t)origin.y - gradient->origin.y,
    };
    str_add(out, STR("/Matrix["));
    for (size_t i = 0; i < 6; i++) {
        pdf_add_number(out, pdf_thousandths(parts[i]));
        str_add_byte(out, i < 5 ? ' ' : ']');
    }
}

static uint32_t add_pattern(struct paints *paints, const struct gradient *gradient,
                            struct point origin, enum levels levels)
{
    uint32_t object = haru_add_object(paints->haru);
    struct str_builder out = str_builder_in(paints->arena);
    str_addf(&out, "/PatternType 2/Shading<</ShadingType %d/ColorSpace/%s/Extend[true true]",
             gradient->radial ? 3 : 2,
             levels == LEVELS_ALPHA ? "DeviceGray"
             : paints->for_press    ? "DeviceCMYK"
                                    : "DeviceRGB");
    str_add(&out, STR("/Coords["));
    if (gradient->radial) {
        pdf_add_fraction(&out, millionths(gradient->focus.x));
        str_add_byte(&out, ' ');
        pdf_add_fraction(&out, millionths(gradient->focus.y));
        str_add(&out, STR(" 0 0 0 1]/Function"));
    } else {
        str_add(&out, STR("0 0 1 0]/Function"));
    }
    add_function(paints->arena, &out, gradient, levels);
    str_add(&out, STR(">>"));
    add_matrix(&out, gradient, origin);
    haru_fill(paints->haru, object, str_built(&out));
    return object;
}

uint32_t paints_gradient(struct paints *paints, const struct gradient *gradient,
                         struct point origin)
{
    uint32_t number = paints->pattern_count++;
    if (number == 0)
        paints->patterns_object = haru_add_object(paints->haru);
    str_addf(&paints->pattern_entries, "/P%u %u 0 R", (unsigned)number,
             (unsigned)add_pattern(paints, gradient, origin, LEVELS_COLOR));
    return number;
}

// All that may be inked, seen from the trim's lower left corner.
static void page_corners(const struct page *page, int64_t corners[4])
{
    corners[0] = corners[1] = pdf_thousandths(-page->bleed);
    corners[2] = pdf_thousandths((int64_t)page->width + page->bleed);
    corners[3] = pdf_thousandths((int64_t)page->height + page->bleed);
}

static void add_page_box(struct str_builder *out, const struct page *page)
{
    int64_t corners[4];
    page_corners(page, corners);
    str_add(out, STR("/BBox"));
    pdf_add_rectangle(out, corners);
}

// The greys cover the whole page: where nothing is drawn they mask nothing.
uint32_t paints_mask(struct paints *paints, const struct gradient *gradient,
                     const struct page *page)
{
    uint32_t pattern = add_pattern(paints, gradient, (struct point){0, page->height}, LEVELS_ALPHA);
    uint32_t number = paints->mask_count++;
    struct str_builder out = str_builder_in(paints->arena), drawn = str_builder_in(paints->arena);
    str_add(&out, STR("/Type/XObject/Subtype/Form/Group<</S/Transparency/CS/DeviceGray>>"));
    add_page_box(&out, page);
    str_addf(&out, "/Resources<</Pattern<</P %u 0 R>>>>", (unsigned)pattern);
    int64_t corners[4];
    page_corners(page, corners);
    corners[2] -= corners[0];
    corners[3] -= corners[1];
    str_add(&drawn, STR("/Pattern cs/P scn "));
    for (size_t i = 0; i < 4; i++) {
        pdf_add_number(&drawn, corners[i]);
        str_add_byte(&drawn, ' ');
    }
    str_add(&drawn, STR("re f\n"));
    uint32_t form = haru_add_stream(paints->haru, str_built(&out), str_built(&drawn), true);
    need_states(paints);
    str_addf(&paints->alpha_entries, "/M%u<</Type/ExtGState/SMask<</S/Luminosity/G %u 0 R>>>>",
             (unsigned)number, (unsigned)form);
    return number;
}

void paints_add_resources(const struct paints *paints, struct str_builder *out)
{
    if (paints->alphas_object != 0)
        str_addf(out, "/ExtGState %u 0 R", (unsigned)paints->alphas_object);
    if (paints->pattern_count > 0)
        str_addf(out, "/Pattern %u 0 R", (unsigned)paints->patterns_object);
    if (paints->inks.count > 0)
        str_addf(out, "/ColorSpace %u 0 R", (unsigned)paints->inks_object);
}

struct form {
    struct str operators, inner;
    bool group; // put together before it is painted
};

static uint32_t add_form(struct paints *paints, const struct page *page, const struct form *form,
                         struct str_builder *within)
{
    struct str_builder out = str_builder_in(paints->arena);
    uint32_t number = paints->form_count++;
    str_add(&out, STR("/Type/XObject/Subtype/Form"));
    if (form->group)
        str_addf(&out, "/Group%.*s", STR_ARGS(paints_group(paints)));
    add_page_box(&out, page);
    str_addf(&out, "/Resources<<%.*s", STR_ARGS(paints->fonts));
    paints_add_resources(paints, &out);
    if (form->inner.len > 0)
        str_addf(&out, "/XObject<<%.*s>>", STR_ARGS(form->inner));
    str_add(&out, STR(">>"));
    uint32_t object = haru_add_stream(paints->haru, str_built(&out), form->operators, true);
    str_addf(within, "/G%u %u 0 R", (unsigned)number, (unsigned)object);
    return number;
}

uint32_t paints_add_form(struct paints *paints, const struct page *page, struct str operators,
                         struct str inner, struct str_builder *within)
{
    return add_form(paints, page, &(struct form){operators, inner, true}, within);
}

uint32_t paints_add_page(struct paints *paints, const struct page *page, struct str operators,
                         struct str inner, struct str_builder *within)
{
    return add_form(paints, page, &(struct form){operators, inner, false}, within);
}

static void write_inks(const struct paints *paints)
{
    struct str_builder out = str_builder_in(paints->arena);
    for (size_t i = 0; i < paints->inks.count; i++) {
        str_addf(&out, "/S%zu", i);
        add_separation(&out, paints->inks.items[i]);
    }
    haru_fill(paints->haru, paints->inks_object, str_built(&out));
}

void paints_finish(struct paints *paints)
{
    if (paints->inks_object != 0)
        write_inks(paints);
    if (paints->alphas_object != 0)
        haru_fill(paints->haru, paints->alphas_object, str_built(&paints->alpha_entries));
    if (paints->pattern_count > 0)
        haru_fill(paints->haru, paints->patterns_object, str_built(&paints->pattern_entries));
}
