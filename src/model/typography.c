#include "model/typography.h"

#include "base/utf8.h"

#define NO_BREAK_SPACE "\u00a0"

// CLDR, delimiters; French with the no-break spaces that its orthography sets inside.
static const struct quote_marks all_marks[] = {
    {STR_INIT("en"), STR_INIT("“"), STR_INIT("”"), STR_INIT("‘"), STR_INIT("’")},
    {STR_INIT("ar"), STR_INIT("”"), STR_INIT("“"), STR_INIT("’"), STR_INIT("‘")},
    {STR_INIT("bg"), STR_INIT("„"), STR_INIT("“"), STR_INIT("‘"), STR_INIT("’")},
    {STR_INIT("ca"), STR_INIT("«"), STR_INIT("»"), STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("cs"), STR_INIT("„"), STR_INIT("“"), STR_INIT("‚"), STR_INIT("‘")},
    {STR_INIT("de-CH"), STR_INIT("«"), STR_INIT("»"), STR_INIT("‹"), STR_INIT("›")},
    {STR_INIT("de"), STR_INIT("„"), STR_INIT("“"), STR_INIT("‚"), STR_INIT("‘")},
    {STR_INIT("el"), STR_INIT("«"), STR_INIT("»"), STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("es"), STR_INIT("«"), STR_INIT("»"), STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("et"), STR_INIT("„"), STR_INIT("“"), STR_INIT("«"), STR_INIT("»")},
    {STR_INIT("fa"), STR_INIT("«"), STR_INIT("»"), STR_INIT("‹"), STR_INIT("›")},
    {STR_INIT("fi"), STR_INIT("”"), STR_INIT("”"), STR_INIT("’"), STR_INIT("’")},
    {STR_INIT("fr"), STR_INIT("«" NO_BREAK_SPACE), STR_INIT(NO_BREAK_SPACE "»"), STR_INIT("“"),
     STR_INIT("”")},
    {STR_INIT("he"), STR_INIT("”"), STR_INIT("”"), STR_INIT("’"), STR_INIT("’")},
    {STR_INIT("hr"), STR_INIT("„"), STR_INIT("”"), STR_INIT("‚"), STR_INIT("‘")},
    {STR_INIT("hu"), STR_INIT("„"), STR_INIT("”"), STR_INIT("»"), STR_INIT("«")},
    {STR_INIT("it"), STR_INIT("«"), STR_INIT("»"), STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("ja"), STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』")},
    {STR_INIT("lt"), STR_INIT("„"), STR_INIT("“"), STR_INIT("„"), STR_INIT("“")},
    {STR_INIT("nb"), STR_INIT("«"), STR_INIT("»"), STR_INIT("‘"), STR_INIT("’")},
    {STR_INIT("nn"), STR_INIT("«"), STR_INIT("»"), STR_INIT("‘"), STR_INIT("’")},
    {STR_INIT("no"), STR_INIT("«"), STR_INIT("»"), STR_INIT("‘"), STR_INIT("’")},
    {STR_INIT("pl"), STR_INIT("„"), STR_INIT("”"), STR_INIT("«"), STR_INIT("»")},
    {STR_INIT("pt-PT"), STR_INIT("«"), STR_INIT("»"), STR_INIT("“"), STR_INIT("”")},
    {STR_INIT("ro"), STR_INIT("„"), STR_INIT("”"), STR_INIT("«"), STR_INIT("»")},
    {STR_INIT("ru"), STR_INIT("«"), STR_INIT("»"), STR_INIT("„"), STR_INIT("“")},
    {STR_INIT("sk"), STR_INIT("„"), STR_INIT("“"), STR_INIT("‚"), STR_INIT("‘")},
    {STR_INIT("sl"), STR_INIT("„"), STR_INIT("“"), STR_INIT("‚"), STR_INIT("‘")},
    {STR_INIT("sv"), STR_INIT("”"), STR_INIT("”"), STR_INIT("’"), STR_INIT("’")},
    {STR_INIT("uk"), STR_INIT("«"), STR_INIT("»"), STR_INIT("„"), STR_INIT("“")},
    {STR_INIT("ur"), STR_INIT("”"), STR_INIT("“"), STR_INIT("’"), STR_INIT("‘")},
    {STR_INIT("zh-Hant"), STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』")},
    {STR_INIT("zh-TW"), STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』")},
    {STR_INIT("zh-HK"), STR_INIT("「"), STR_INIT("」"), STR_INIT("『"), STR_INIT("』")},
};

static bool covers(struct str range, struct str language)
{
    return str_starts_with(language, range) &&
           (language.len == range.len || language.data[range.len] == '-');
}

const struct quote_marks *quote_marks_find(struct str language)
{
    for (size_t i = 0; i < sizeof all_marks / sizeof all_marks[0]; i++)
        if (covers(all_marks[i].language, language))
            return &all_marks[i];
    return &all_marks[0];
}

bool quotation_opens(struct str text)
{
    static const char *const marks[] = {"\xE2\x80\x9C", "\xE2\x80\x98", "\xE2\x80\x9E",
                                        "\xE2\x80\x9A", "\xC2\xAB",     "\xE2\x80\xB9",
                                        "\xE3\x80\x8C", "\xE3\x80\x8E", "\xC2\xBB"};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_starts_with(text, str_from(marks[i])))
            return true;
    return false;
}

static bool is_digit(uint32_t c)
{
    return c >= '0' && c <= '9';
}

static bool is_word(uint32_t c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
           (c >= 0xC0 && c != 0xD7 && c != 0xF7 && (c < 0x2000 || c > 0x206F) &&
            (c < 0x3000 || c > 0x3020) && (c < 0xFF00 || c > 0xFF0F));
}

// Whether a quote after `c` can open: nothing, white space, brackets, dashes, opening quotes.
static bool opens_after(uint32_t c)
{
    switch (c) {
    case 0:
    case ' ':
    case '\t':
    case '\n':
    case '(':
    case '[':
    case '{':
    case '/':
    case '-':
    case 0x00A0:
    case 0x00AB: // «
    case 0x2013: // –
    case 0x2014: // —
    case 0x2018: // ‘
    case 0x201A: // ‚
    case 0x201C: // “
    case 0x201E: // „
    case 0x202F: return true;
    }
    return false;
}

static uint32_t code_point_at(struct str text, size_t at)
{
    return at < text.len ? utf8_decode(text.data, text.len, &at) : 0;
}

static bool ends_word(uint32_t next)
{
    return next == 0 || next == ' ' || next == '\n' || (next < 0x80 && !is_word(next));
}

static size_t replace_double(struct typography *state, struct str text, size_t at, struct str *out)
{
    uint32_t next = code_point_at(text, at + 1);
    bool opens = opens_after(state->previous) && !(state->open && ends_word(next));
    if (!opens && !state->open && is_digit(state->previous))
        return 0; // inches
    *out = opens ? state->marks->open : state->marks->close;
    state->open = opens;
    return 1;
}

// Whether a single quote that opens at `at` is closed later: else it is an apostrophe ('tis).
static bool closes_later(struct str text, size_t at)
{
    enum { FARTHEST = 1000 }; // keeps the work linear
    size_t end = text.len - at > FARTHEST ? at + FARTHEST : text.len;
    for (size_t i = at + 2; i < end; i++)
        if (text.data[i] == '\'' && text.data[i - 1] != ' ' &&
            ends_word(code_point_at(text, i + 1)))
            return true;
    return false;
}

static size_t replace_single(struct typography *state, struct str text, size_t at, struct str *out)
{
    uint32_t next = code_point_at(text, at + 1);
    if (opens_after(state->previous) && is_word(next) && !is_digit(next) && !state->inner_open &&
        closes_later(text, at)) {
        *out = state->marks->inner_open;
        state->inner_open = true;
    } else if (state->inner_open && !is_word(next)) {
        *out = state->marks->inner_close;
        state->inner_open = false;
    } else if (is_digit(state->previous) && !is_word(next)) {
        return 0; // feet, minutes
    } else {
        *out = STR("’");
    }
    return 1;
}

static size_t run_length(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.data[end] == text.data[at])
        end++;
    return end - at;
}

static size_t replace_run(struct str text, size_t at, struct str *out)
{
    size_t run = run_length(text, at);
    if (text.data[at] == '-' && (run == 2 || run == 3)) {
        *out = run == 2 ? STR("–") : STR("—");
        return run;
    }
    if (text.data[at] == '.' && run == 3) {
        *out = STR("…");
        return run;
    }
    return 0;
}

size_t typography_replace(struct typography *state, struct str text, size_t at, struct str *out)
{
    size_t taken = 0;
    char c = text.data[at];
    if (!state->marks)
        return 0;
    if (c == '"')
        taken = replace_double(state, text, at, out);
    else if (c == '\'')
        taken = replace_single(state, text, at, out);
    else if ((c == '-' || c == '.') && state->previous != (uint32_t)c)
        taken = replace_run(text, at, out);
    if (taken > 0) {
        size_t last = 0;
        while (last < out->len)
            state->previous = utf8_decode(out->data, out->len, &last);
    }
    return taken;
}

void typography_pass(struct typography *state, uint32_t code_point)
{
    state->previous = code_point;
}
