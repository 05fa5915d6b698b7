#include "text/breaks_plain.h"

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/line_class.h"

// How far a number has been read (ICU's form of LB25: prefix, opening, digits, closing, postfix).
enum number_state { NUMBER_NONE, NUMBER_DIGITS, NUMBER_CLOSED };

struct context {
    enum line_class before; // the last that is neither a space nor a combining mark
    bool nothing;           // at the start of the text
    bool spaces;            // stand behind it
    bool opens_word;        // a line may begin with the character before
    bool zero_width;        // ZW SP* stands before
    enum number_state number;
};

static uint32_t set(enum line_class class)
{
    return 1u << class;
}

static bool is_one_of(enum line_class class, uint32_t classes)
{
    return (set(class) & classes) != 0;
}

#define HARD (1u << LINE_BK | 1u << LINE_CR | 1u << LINE_LF | 1u << LINE_NL)

// LB7 to LB17: what holds across spaces. Returns whether the place is decided, as `*kind`.
static bool decide_over_spaces(const struct context *at, enum line_class next, bool number_next,
                               enum break_kind *kind)
{
    *kind = BREAK_NONE;
    if (is_one_of(next, set(LINE_SP) | set(LINE_ZW) | HARD))
        return true;
    if (at->zero_width) { // LB8
        *kind = BREAK_ALLOWED;
        return true;
    }
    if (next == LINE_WJ) // LB11
        return true;
    if (is_one_of(next, set(LINE_CL) | set(LINE_CP) | set(LINE_EX) | set(LINE_SY))) // LB13
        return true;
    if (next == LINE_IS) { // LB13; but " .5" begins a number
        *kind = at->spaces && at->before != LINE_OP && number_next ? BREAK_ALLOWED : BREAK_NONE;
        return true;
    }
    uint32_t closing = set(LINE_CL) | set(LINE_CP);
    return at->before == LINE_OP ||                                    // LB14
           (at->before == LINE_QU && at->spaces && next == LINE_OP) || // LB15
           (is_one_of(at->before, closing) && next == LINE_NS) ||      // LB16
           (at->before == LINE_B2 && next == LINE_B2);                 // LB17
}

// LB25: whether a number goes on, or begins, at `next`.
static bool number_goes_on(const struct context *at, enum line_class next, bool number_next)
{
    uint32_t postfix = set(LINE_PO) | set(LINE_PR);
    if (at->number == NUMBER_DIGITS &&
        is_one_of(next, postfix | set(LINE_NU) | set(LINE_CL) | set(LINE_CP)))
        return true;
    if (at->number == NUMBER_CLOSED && is_one_of(next, postfix))
        return true;
    if (next == LINE_NU)
        return is_one_of(at->before, postfix | set(LINE_HY) | set(LINE_IS));
    return is_one_of(at->before, postfix) && is_one_of(next, set(LINE_OP) | set(LINE_HY)) &&
           number_next;
}

// LB23 to LB30, without numbers: what holds words together.
static bool word_goes_on(enum line_class before, enum line_class next)
{
    uint32_t postfix = set(LINE_PO) | set(LINE_PR);
    uint32_t word = set(LINE_AL) | set(LINE_NU);
    if (is_one_of(before, word) && is_one_of(next, word)) // LB23, LB28
        return true;
    if (before == LINE_AL)
        return is_one_of(next, postfix | set(LINE_OP)); // LB24, LB30
    if (before == LINE_NU)
        return next == LINE_OP;                                       // LB30
    if (next == LINE_AL && is_one_of(before, postfix | set(LINE_IS))) // LB24, LB29
        return true;
    return before == LINE_CP && is_one_of(next, word); // LB30
}

static enum break_kind decide(const struct context *at, enum line_class next, bool number_next)
{
    enum break_kind kind;
    if (at->nothing)
        return BREAK_NONE;
    if (is_one_of(at->before, HARD) && !at->spaces)
        return at->before == LINE_CR && next == LINE_LF ? BREAK_NONE : BREAK_MANDATORY;
    if (decide_over_spaces(at, next, number_next, &kind))
        return kind;
    if (at->spaces)
        return BREAK_ALLOWED; // LB18
    if (is_one_of(at->before, set(LINE_WJ) | set(LINE_GL) | set(LINE_QU) | set(LINE_BB)) ||
        next == LINE_QU) // LB11, LB12, LB19, LB21
        return BREAK_NONE;
    uint32_t hyphens = set(LINE_BA) | set(LINE_HY) | set(LINE_HH);
    if (next == LINE_GL) // LB12a
        return is_one_of(at->before, hyphens) ? BREAK_ALLOWED : BREAK_NONE;
    if (is_one_of(next, hyphens | set(LINE_NS) | set(LINE_IN))) // LB21, LB22
        return BREAK_NONE;
    // ICU, now LB20a: a hyphen that opens a word stays with it.
    if (is_one_of(at->before, set(LINE_HY) | set(LINE_HH)) && at->opens_word && next == LINE_AL)
        return BREAK_NONE;
    if (number_goes_on(at, next, number_next) || word_goes_on(at->before, next))
        return BREAK_NONE;
    return BREAK_ALLOWED; // LB31
}

static enum number_state number_after(enum number_state number, enum line_class class)
{
    if (class == LINE_NU)
        return NUMBER_DIGITS;
    if (number == NUMBER_DIGITS && is_one_of(class, set(LINE_IS) | set(LINE_SY)))
        return NUMBER_DIGITS;
    if (number == NUMBER_DIGITS && is_one_of(class, set(LINE_CL) | set(LINE_CP)))
        return NUMBER_CLOSED;
    return NUMBER_NONE;
}

static void move_on(struct context *at, enum line_class next, enum break_kind kind)
{
    if (next == LINE_SP) {
        at->spaces = true;
        at->number = NUMBER_NONE;
        if (at->nothing)
            at->before = LINE_SP;
    } else {
        at->opens_word = at->nothing || kind != BREAK_NONE;
        at->zero_width = next == LINE_ZW;
        at->spaces = false;
        at->before = next;
        at->number = number_after(at->number, next);
    }
    at->nothing = false;
}

static enum line_class next_base(struct str text, size_t *at)
{
    enum line_class class = LINE_CM;
    while (class == LINE_CM && *at < text.len)
        class = line_class_find(utf8_decode(text.data, text.len, at));
    return class;
}

// Whether digits follow, after a decimal point perhaps: asked only where LB25 looks ahead.
static bool number_follows(struct str text, size_t at, enum line_class class)
{
    if (!is_one_of(class, set(LINE_IS) | set(LINE_OP) | set(LINE_HY)))
        return false;
    enum line_class next = next_base(text, &at);
    if (next == LINE_IS && class != LINE_IS)
        next = next_base(text, &at);
    return next == LINE_NU;
}

// LB9: whether a mark belongs to the character before.
static bool combines(const struct context *at)
{
    return !at->nothing && !at->spaces && !is_one_of(at->before, HARD | set(LINE_ZW));
}

bool breaks_plain(struct str text, uint8_t *out)
{
    struct context context = {.nothing = true};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        enum line_class class = line_class_find(utf8_decode(text.data, text.len, &at));
        if (class == LINE_OTHER)
            return false;
        for (size_t i = start; i < at; i++)
            out[i] = BREAK_NONE;
        if (class == LINE_CM && combines(&context))
            continue;
        if (class == LINE_CM)
            class = LINE_AL; // LB10
        enum break_kind kind = decide(&context, class, number_follows(text, at, class));
        out[start] = (uint8_t)kind;
        move_on(&context, class, kind);
    }
    out[text.len] = BREAK_MANDATORY;
    return true;
}
