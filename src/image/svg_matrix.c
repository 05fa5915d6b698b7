#include "image/svg_matrix.h"

#include <math.h>

static const double pi = 3.14159265358979323846;

struct svg_matrix svg_matrix_multiply(struct svg_matrix m, struct svg_matrix n)
{
    return (struct svg_matrix){
        m.a * n.a + m.c * n.b, m.b * n.a + m.d * n.b,       m.a * n.c + m.c * n.d,
        m.b * n.c + m.d * n.d, m.a * n.e + m.c * n.f + m.e, m.b * n.e + m.d * n.f + m.f,
    };
}

struct svg_point svg_matrix_apply(struct svg_matrix m, struct svg_point p)
{
    return (struct svg_point){m.a * p.x + m.c * p.y + m.e, m.b * p.x + m.d * p.y + m.f};
}

double svg_matrix_scale(struct svg_matrix m)
{
    return sqrt(fabs(m.a * m.d - m.b * m.c));
}

bool svg_matrix_keeps_shapes(struct svg_matrix m)
{
    double size = fabs(m.a) + fabs(m.b) + fabs(m.c) + fabs(m.d), slack = size / 100000;
    bool turned = fabs(m.a - m.d) <= slack && fabs(m.b + m.c) <= slack;
    bool mirrored = fabs(m.a + m.d) <= slack && fabs(m.b - m.c) <= slack;
    return turned || mirrored;
}

// Taylor's series; up to 45 degrees ten terms are exact to the double.
static struct svg_point small_direction(double degrees)
{
    double angle = degrees * pi / 180, square = angle * angle;
    double sine = 1, cosine = 1;
    for (int i = 20; i > 0; i -= 2) {
        cosine = 1 - cosine * square / ((i - 1) * i);
        sine = 1 - sine * square / (i * (i + 1));
    }
    return (struct svg_point){cosine, sine * angle};
}

struct svg_point svg_direction(double degrees)
{
    double turns = floor(degrees / 90 + 0.5), rest = degrees - turns * 90;
    struct svg_point at = small_direction(rest);
    switch ((int)(turns - 4 * floor(turns / 4))) {
    case 1: return (struct svg_point){-at.y, at.x};
    case 2: return (struct svg_point){-at.x, -at.y};
    case 3: return (struct svg_point){at.y, -at.x};
    }
    return at;
}

struct call {
    struct str name;
    double numbers[6];
    size_t count;
};

static struct svg_matrix translation(double x, double y)
{
    return (struct svg_matrix){1, 0, 0, 1, x, y};
}

static struct svg_matrix rotation(const struct call *call)
{
    const double *n = call->numbers;
    struct svg_point at = svg_direction(n[0]);
    struct svg_matrix turn = {at.x, at.y, -at.y, at.x, 0, 0};
    if (call->count == 1)
        return turn;
    return svg_matrix_multiply(translation(n[1], n[2]),
                               svg_matrix_multiply(turn, translation(-n[1], -n[2])));
}

static double tangent(double degrees)
{
    struct svg_point at = svg_direction(degrees);
    return at.y / at.x;
}

static bool matrix_of(const struct call *call, struct svg_matrix *out)
{
    const double *n = call->numbers;
    size_t count = call->count;
    struct str name = call->name;
    if (str_equal(name, STR("matrix")) && count == 6)
        *out = (struct svg_matrix){n[0], n[1], n[2], n[3], n[4], n[5]};
    else if (str_equal(name, STR("translate")) && (count == 1 || count == 2))
        *out = translation(n[0], count == 2 ? n[1] : 0);
    else if (str_equal(name, STR("scale")) && (count == 1 || count == 2))
        *out = (struct svg_matrix){n[0], 0, 0, count == 2 ? n[1] : n[0], 0, 0};
    else if (str_equal(name, STR("rotate")) && (count == 1 || count == 3))
        *out = rotation(call);
    else if (str_equal(name, STR("skewX")) && count == 1)
        *out = (struct svg_matrix){1, 0, tangent(n[0]), 1, 0, 0};
    else if (str_equal(name, STR("skewY")) && count == 1)
        *out = (struct svg_matrix){1, tangent(n[0]), 0, 1, 0, 0};
    else
        return false;
    return true;
}

static bool fault_at(const struct svg_scan *scan, const char *reason, struct svg_parse_fault *fault)
{
    *fault = (struct svg_parse_fault){scan->at, reason};
    return false;
}

static bool read_call(struct svg_scan *scan, struct call *call, struct svg_parse_fault *fault)
{
    *call = (struct call){.name = svg_scan_name(scan)};
    svg_scan_space(scan);
    if (!svg_scan_byte(scan, '('))
        return fault_at(scan, "a name such as rotate and a bracket are expected here", fault);
    svg_scan_space(scan);
    while (!svg_scan_byte(scan, ')')) {
        if (call->count == 6 || !svg_scan_number(scan, &call->numbers[call->count++]))
            return fault_at(scan, "a number or a closing bracket is expected here", fault);
        svg_scan_comma(scan);
    }
    return true;
}

// So large a product is no drawing's; beyond it doubles would overflow.
static bool is_sane(struct svg_matrix m)
{
    double largest = fmax(fmax(fabs(m.a), fabs(m.b)), fmax(fabs(m.c), fabs(m.d)));
    return largest <= 1e12 && fabs(m.e) <= 1e24 && fabs(m.f) <= 1e24;
}

bool svg_transform_parse(struct str text, struct svg_matrix *out, struct svg_parse_fault *fault)
{
    struct svg_scan scan = {text, 0};
    *out = SVG_IDENTITY;
    svg_scan_space(&scan);
    if (str_equal(str_trim(text), STR("none")))
        return true;
    while (!svg_scan_ended(&scan)) {
        struct svg_scan start = scan;
        struct call call;
        struct svg_matrix matrix;
        if (!read_call(&scan, &call, fault))
            return false;
        if (!matrix_of(&call, &matrix))
            return fault_at(&start, "no transform has this name and so many numbers", fault);
        *out = svg_matrix_multiply(*out, matrix);
        if (!is_sane(*out))
            return fault_at(&start, "the numbers are too large", fault);
        svg_scan_comma(&scan);
    }
    return true;
}
