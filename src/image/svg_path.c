#include "image/svg_path.h"

struct pen {
    struct svg_scan scan;
    struct svg_outline *outline;
    struct svg_point at, start; // of the subpath
    struct svg_point control;   // of the curve before, for S and T
    char before;                // the command before, as a capital
    bool closed;                // the next step begins a subpath without a command that says so
};

static bool fault_at(const struct pen *pen, const char *reason, struct svg_parse_fault *fault)
{
    *fault = (struct svg_parse_fault){pen->scan.at, reason};
    return false;
}

static bool read_number(struct pen *pen, double *out)
{
    if (!svg_scan_number(&pen->scan, out))
        return false;
    svg_scan_comma(&pen->scan);
    return true;
}

// A flag is one digit, which the next number may follow at once.
static bool read_flag(struct pen *pen, bool *out)
{
    *out = svg_scan_byte(&pen->scan, '1');
    if (!*out && !svg_scan_byte(&pen->scan, '0'))
        return false;
    svg_scan_comma(&pen->scan);
    return true;
}

static bool read_point(struct pen *pen, bool relative, struct svg_point *out)
{
    if (!read_number(pen, &out->x) || !read_number(pen, &out->y))
        return false;
    if (relative) {
        out->x += pen->at.x;
        out->y += pen->at.y;
    }
    return true;
}

// After a close the next subpath begins where the last one did.
static void begin_step(struct pen *pen)
{
    if (pen->closed)
        svg_outline_move(pen->outline, pen->start);
    pen->closed = false;
}

static void line_to(struct pen *pen, struct svg_point to)
{
    begin_step(pen);
    svg_outline_line(pen->outline, to);
    pen->at = to;
}

static void curve_to(struct pen *pen, const struct svg_point points[3])
{
    begin_step(pen);
    svg_outline_curve(pen->outline, points);
    pen->at = points[2];
}

static struct svg_point between(struct svg_point a, struct svg_point b, double share)
{
    return (struct svg_point){a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

static void quadratic_to(struct pen *pen, struct svg_point control, struct svg_point to)
{
    const struct svg_point points[3] = {between(pen->at, control, 2.0 / 3),
                                        between(to, control, 2.0 / 3), to};
    curve_to(pen, points);
    pen->control = control;
}

// The control point of the curve before, seen from the pen's other side.
static struct svg_point mirrored(const struct pen *pen, char curve, char smooth)
{
    if (pen->before != curve && pen->before != smooth)
        return pen->at;
    return (struct svg_point){2 * pen->at.x - pen->control.x, 2 * pen->at.y - pen->control.y};
}

static bool read_move(struct pen *pen, bool relative)
{
    struct svg_point to;
    if (!read_point(pen, relative, &to))
        return false;
    svg_outline_move(pen->outline, to);
    pen->at = pen->start = to;
    pen->closed = false;
    return true;
}

static bool read_line(struct pen *pen, bool relative)
{
    struct svg_point to;
    if (!read_point(pen, relative, &to))
        return false;
    line_to(pen, to);
    return true;
}

static bool read_straight(struct pen *pen, bool relative, bool across)
{
    double to;
    if (!read_number(pen, &to))
        return false;
    if (across)
        line_to(pen, (struct svg_point){relative ? pen->at.x + to : to, pen->at.y});
    else
        line_to(pen, (struct svg_point){pen->at.x, relative ? pen->at.y + to : to});
    return true;
}

static bool read_curve(struct pen *pen, bool relative, bool smooth)
{
    struct svg_point points[3] = {mirrored(pen, 'C', 'S')};
    for (size_t i = smooth ? 1 : 0; i < 3; i++)
        if (!read_point(pen, relative, &points[i]))
            return false;
    curve_to(pen, points);
    pen->control = points[1];
    return true;
}

static bool read_quadratic(struct pen *pen, bool relative, bool smooth)
{
    struct svg_point control = mirrored(pen, 'Q', 'T'), to;
    if (!smooth && !read_point(pen, relative, &control))
        return false;
    if (!read_point(pen, relative, &to))
        return false;
    quadratic_to(pen, control, to);
    return true;
}

static bool read_arc(struct pen *pen, bool relative)
{
    struct svg_arc arc = {.from = pen->at};
    if (!read_number(pen, &arc.radii.x) || !read_number(pen, &arc.radii.y) ||
        !read_number(pen, &arc.turned) || !read_flag(pen, &arc.large) ||
        !read_flag(pen, &arc.sweep) || !read_point(pen, relative, &arc.to))
        return false;
    begin_step(pen);
    svg_outline_arc(pen->outline, &arc);
    pen->at = arc.to;
    return true;
}

static bool read_step(struct pen *pen, char command, bool relative)
{
    switch (command) {
    case 'M': return read_move(pen, relative);
    case 'L': return read_line(pen, relative);
    case 'H': return read_straight(pen, relative, true);
    case 'V': return read_straight(pen, relative, false);
    case 'C': return read_curve(pen, relative, false);
    case 'S': return read_curve(pen, relative, true);
    case 'Q': return read_quadratic(pen, relative, false);
    case 'T': return read_quadratic(pen, relative, true);
    case 'A': return read_arc(pen, relative);
    }
    return false;
}

static bool starts_number(const struct svg_scan *scan)
{
    struct svg_scan ahead = *scan;
    double number;
    return svg_scan_number(&ahead, &number);
}

static void close_path(struct pen *pen)
{
    if (!pen->closed)
        svg_outline_close(pen->outline);
    pen->closed = true;
    pen->at = pen->start;
}

// Reads a command with as many sets of numbers as follow it.
static bool read_command(struct pen *pen, struct svg_parse_fault *fault)
{
    static const struct str commands = STR_INIT("MLHVCSQTAZ");
    char letter = pen->scan.text.data[pen->scan.at];
    char command = (char)(letter & ~0x20);
    if (command == '\0' || str_find_byte(commands, command, 0) == commands.len)
        return fault_at(pen, "a command is expected here: one of M L H V C S Q T A Z", fault);
    if (pen->outline->count == 0 && command != 'M')
        return fault_at(pen, "path data begins with M", fault);
    pen->scan.at++;
    svg_scan_space(&pen->scan);
    if (command == 'Z') {
        close_path(pen);
        pen->before = 'Z';
        return true;
    }
    do {
        if (!read_step(pen, command, letter != command))
            return fault_at(pen, "a number is expected here", fault);
        pen->before = command;
        if (command == 'M')
            command = 'L', letter = (char)(letter == 'M' ? 'L' : 'l');
        if (pen->outline->count > SVG_LONGEST_PATH)
            return fault_at(pen, "the path is longer than a million steps", fault);
    } while (starts_number(&pen->scan));
    return true;
}

bool svg_path_parse(struct str text, struct svg_outline *outline, struct svg_parse_fault *fault)
{
    struct pen pen = {.scan = {text, 0}, .outline = outline};
    svg_scan_space(&pen.scan);
    if (str_equal(str_trim(text), STR("none")))
        return true;
    while (!svg_scan_ended(&pen.scan))
        if (!read_command(&pen, fault))
            return false;
    return true;
}

bool svg_points_parse(struct str text, bool closed, struct svg_outline *outline,
                      struct svg_parse_fault *fault)
{
    struct pen pen = {.scan = {text, 0}, .outline = outline};
    size_t first = outline->count;
    svg_scan_space(&pen.scan);
    while (!svg_scan_ended(&pen.scan)) {
        struct svg_point to;
        if (!read_point(&pen, false, &to))
            return fault_at(&pen, "a number is expected here: points are pairs", fault);
        if (outline->count > SVG_LONGEST_PATH)
            return fault_at(&pen, "there are more than a million points", fault);
        if (outline->count == first)
            svg_outline_move(outline, to);
        else
            svg_outline_line(outline, to);
    }
    if (closed && outline->count > first)
        svg_outline_close(outline);
    return true;
}
