#include "pdf/charstring.h"

#include <assert.h>

enum operation {
    NOTHING,
    VMOVETO = 4,
    RLINETO = 5,
    HLINETO = 6,
    VLINETO = 7,
    RRCURVETO = 8,
    ENDCHAR = 14,
    RMOVETO = 21,
    HMOVETO = 22,
    VVCURVETO = 26,
    HHCURVETO = 27,
    VHCURVETO = 30,
    HVCURVETO = 31
};

enum { STACK = 48 }; // numbers that an operator may have

// Numbers wait for their operator, because one can draw several steps.
struct writer {
    struct str_builder *out;
    struct outline_point pen;
    enum operation waiting;
    bool horizontal; // the next step of those that take turns
    int32_t numbers[STACK];
    size_t count;
};

void charstring_add_number(struct str_builder *out, int32_t number)
{
    assert(number >= INT16_MIN && number <= INT16_MAX);
    if (number >= -107 && number <= 107) {
        str_add_byte(out, (char)(number + 139));
    } else if (number >= -1131 && number <= 1131) {
        int32_t rest = (number < 0 ? -number : number) - 108;
        str_add_byte(out, (char)((number < 0 ? 251 : 247) + rest / 256));
        str_add_byte(out, (char)(rest % 256));
    } else {
        str_add_byte(out, 28);
        str_add_byte(out, (char)(number >> 8));
        str_add_byte(out, (char)(number & 255));
    }
}

static void flush(struct writer *writer)
{
    for (size_t i = 0; i < writer->count; i++)
        charstring_add_number(writer->out, writer->numbers[i]);
    if (writer->waiting != NOTHING)
        str_add_byte(writer->out, (char)writer->waiting);
    writer->waiting = NOTHING;
    writer->count = 0;
}

static void push(struct writer *writer, const int32_t *numbers, size_t count)
{
    assert(writer->count + count <= STACK);
    for (size_t i = 0; i < count; i++)
        writer->numbers[writer->count++] = numbers[i];
}

// Goes on with the operator that waits, or starts it.
static void use(struct writer *writer, enum operation operation, size_t count)
{
    if (writer->waiting == operation && writer->count + count <= STACK)
        return;
    flush(writer);
    writer->waiting = operation;
}

// The same for the two operators whose steps are horizontal and vertical by turns.
static void take_turn(struct writer *writer, const enum operation pair[2], bool horizontal,
                      size_t count)
{
    bool goes_on = writer->waiting == pair[0] || writer->waiting == pair[1];
    if (!goes_on || writer->horizontal != horizontal || writer->count + count > STACK) {
        flush(writer);
        writer->waiting = horizontal ? pair[0] : pair[1];
    }
    writer->horizontal = !horizontal;
}

static struct outline_point advance(struct writer *writer, struct outline_point to)
{
    struct outline_point way = {to.x - writer->pen.x, to.y - writer->pen.y};
    writer->pen = to;
    return way;
}

static void add_move(struct writer *writer, struct outline_point to)
{
    struct outline_point way = advance(writer, to);
    enum operation operation = way.y == 0 ? HMOVETO : way.x == 0 ? VMOVETO : RMOVETO;
    flush(writer);
    writer->waiting = operation;
    if (operation != VMOVETO)
        push(writer, &way.x, 1);
    if (operation != HMOVETO)
        push(writer, &way.y, 1);
}

static void add_line(struct writer *writer, struct outline_point to)
{
    static const enum operation pair[2] = {HLINETO, VLINETO};
    struct outline_point way = advance(writer, to);
    if (way.x == 0 && way.y == 0)
        return;
    if (way.x == 0 || way.y == 0) {
        take_turn(writer, pair, way.y == 0, 1);
        push(writer, way.y == 0 ? &way.x : &way.y, 1);
    } else {
        use(writer, RLINETO, 2);
        push(writer, (const int32_t[]){way.x, way.y}, 2);
    }
}

// A curve that leaves along one axis and comes in along the other, or at any angle: then it is the
// last of its operator.
static void add_quarter(struct writer *writer, const struct outline_point way[3], bool horizontal)
{
    static const enum operation pair[2] = {HVCURVETO, VHCURVETO};
    int32_t end[2] = {horizontal ? way[2].y : way[2].x, horizontal ? way[2].x : way[2].y};
    take_turn(writer, pair, horizontal, 5);
    push(writer,
         (const int32_t[]){horizontal ? way[0].x : way[0].y, way[1].x, way[1].y, end[0], end[1]},
         end[1] == 0 ? 4 : 5);
    if (end[1] != 0)
        flush(writer);
}

// A curve that comes in along the axis; one that leaves at an angle is the first of its operator.
static void add_along(struct writer *writer, const struct outline_point way[3], bool horizontal)
{
    int32_t beside = horizontal ? way[0].y : way[0].x;
    if (beside != 0)
        flush(writer);
    use(writer, horizontal ? HHCURVETO : VVCURVETO, 5);
    if (beside != 0)
        push(writer, &beside, 1);
    push(writer,
         (const int32_t[]){horizontal ? way[0].x : way[0].y, way[1].x, way[1].y,
                           horizontal ? way[2].x : way[2].y},
         4);
}

static void add_curve(struct writer *writer, const struct outline_point points[3])
{
    struct outline_point way[3];
    for (size_t i = 0; i < 3; i++)
        way[i] = advance(writer, points[i]);
    if (way[0].y == 0 && way[2].y != 0) {
        add_quarter(writer, way, true);
    } else if (way[0].x == 0 && way[2].x != 0) {
        add_quarter(writer, way, false);
    } else if (way[2].y == 0 || way[2].x == 0) {
        add_along(writer, way, way[2].y == 0);
    } else {
        use(writer, RRCURVETO, 6);
        push(writer, (const int32_t[]){way[0].x, way[0].y, way[1].x, way[1].y, way[2].x, way[2].y},
             6);
    }
}

// Whether a step is the line that closes its contour: a charstring does that itself.
static bool closes(const struct outline *outline, size_t step, struct outline_point start)
{
    const struct outline_step *item = &outline->items[step];
    bool last = step + 1 == outline->count || item[1].kind == OUTLINE_MOVE;
    return last && item->points[0].x == start.x && item->points[0].y == start.y;
}

void charstring_add(struct str_builder *out, const struct outline *outline, int32_t width)
{
    struct writer writer = {.out = out};
    struct outline_point start = {0};
    if (width != 0)
        charstring_add_number(out, width);
    for (size_t i = 0; i < outline->count; i++) {
        const struct outline_step *step = &outline->items[i];
        switch (step->kind) {
        case OUTLINE_MOVE:
            start = step->points[0];
            add_move(&writer, start);
            break;
        case OUTLINE_LINE:
            if (!closes(outline, i, start))
                add_line(&writer, step->points[0]);
            break;
        case OUTLINE_CURVE: add_curve(&writer, step->points); break;
        }
    }
    flush(&writer);
    str_add_byte(out, ENDCHAR);
}
