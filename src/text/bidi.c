#include "text/bidi.h"

#include "base/utf8.h"
#include "text/icu.h"

#include <assert.h>
#include <string.h>

struct code_range {
    uint32_t first, last;
};

// Blocks that Unicode keeps for right-to-left scripts, and the controls that make text run so.
static const struct code_range right_to_left[] = {
    {0x0590, 0x08FF}, {0x200F, 0x200F}, {0x202B, 0x202B},   {0x202E, 0x202E},   {0x2067, 0x2067},
    {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

static const struct str rtl_languages[] = {
    STR_INIT("ar"),  STR_INIT("arc"), STR_INIT("ckb"), STR_INIT("dv"), STR_INIT("fa"),
    STR_INIT("he"),  STR_INIT("iw"),  STR_INIT("ji"),  STR_INIT("ks"), STR_INIT("lrc"),
    STR_INIT("mzn"), STR_INIT("nqo"), STR_INIT("ps"),  STR_INIT("sd"), STR_INIT("syr"),
    STR_INIT("ug"),  STR_INIT("ur"),  STR_INIT("yi"),
};

static const struct str rtl_scripts[] = {
    STR_INIT("Adlm"), STR_INIT("Arab"), STR_INIT("Hebr"), STR_INIT("Mand"), STR_INIT("Nkoo"),
    STR_INIT("Rohg"), STR_INIT("Samr"), STR_INIT("Syrc"), STR_INIT("Thaa"),
};

static bool is_listed(struct str tag, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal_ignoring_case(tag, list[i]))
            return true;
    return false;
}

// BCP 47: the subtag of four letters is the script; it comes before region and variants.
static struct str script_of(struct str language)
{
    size_t start = str_find_byte(language, '-', 0);
    while (start < language.len) {
        size_t end = str_find_byte(language, '-', start + 1);
        struct str subtag = str_slice(language, start + 1, end);
        if (subtag.len == 4 && (subtag.data[0] < '0' || subtag.data[0] > '9'))
            return subtag;
        if (subtag.len == 1)
            break;
        start = end;
    }
    return STR("");
}

bool bidi_language_is_rtl(struct str language)
{
    struct str script = script_of(language);
    if (script.len > 0)
        return is_listed(script, rtl_scripts, sizeof rtl_scripts / sizeof *rtl_scripts);
    struct str primary = str_slice(language, 0, str_find_byte(language, '-', 0));
    return is_listed(primary, rtl_languages, sizeof rtl_languages / sizeof *rtl_languages);
}

bool bidi_needed(struct str text, struct str language)
{
    for (size_t at = 0; at < text.len;) {
        if ((unsigned char)text.data[at] < 0xD6) { // before U+0580
            at++;
            continue;
        }
        uint32_t code_point = utf8_decode(text.data, text.len, &at);
        for (size_t i = 0; i < sizeof right_to_left / sizeof *right_to_left; i++)
            if (code_point >= right_to_left[i].first && code_point <= right_to_left[i].last)
                return true;
    }
    return bidi_language_is_rtl(language);
}

// The text as ICU reads it, with the controls, and where each byte's character went.
struct utf16 {
    uint16_t *units;
    size_t count;
    uint32_t *unit_of; // for each byte of the text
};

static void add_unit(struct utf16 *utf16, uint32_t code_point)
{
    if (code_point >= 0x10000) {
        utf16->units[utf16->count++] = (uint16_t)(0xD7C0u + (code_point >> 10));
        code_point = 0xDC00u | (code_point & 0x3FFu);
    }
    utf16->units[utf16->count++] = (uint16_t)code_point;
}

static void add_text(struct utf16 *utf16, struct str text, size_t start, size_t end)
{
    for (size_t at = start; at < end;) {
        size_t first = at;
        uint32_t code_point = utf8_decode(text.data, end, &at);
        for (size_t i = first; i < at; i++)
            utf16->unit_of[i] = (uint32_t)utf16->count;
        add_unit(utf16, code_point);
    }
}

static struct utf16 convert(struct arena *scratch, const struct bidi_job *job)
{
    struct str text = job->text;
    struct utf16 utf16 = {
        .units = ARENA_ARRAY(scratch, uint16_t, text.len + job->control_count + 1),
        .unit_of = ARENA_ARRAY(scratch, uint32_t, text.len + 1),
    };
    size_t done = 0;
    for (size_t i = 0; i < job->control_count; i++) {
        const struct bidi_control *control = &job->controls[i];
        assert(done <= control->at && control->at <= text.len);
        add_text(&utf16, text, done, control->at);
        add_unit(&utf16, control->kind);
        done = control->at;
    }
    add_text(&utf16, text, done, text.len);
    return utf16;
}

bool bidi_levels(struct arena *scratch, const struct bidi_job *job, struct diags *diags,
                 uint8_t *levels)
{
    struct arena_mark mark = arena_mark(scratch);
    struct utf16 utf16 = convert(scratch, job);
    uint8_t *unit_levels = ARENA_ARRAY(scratch, uint8_t, utf16.count + 1);
    bool done = icu_find_levels(utf16.units, utf16.count, job->rtl, diags, unit_levels);
    for (size_t i = 0; done && i < job->text.len; i++)
        levels[i] = unit_levels[utf16.unit_of[i]];
    arena_rewind(scratch, mark);
    return done;
}

static void reverse(uint32_t *order, size_t start, size_t end)
{
    for (; start + 1 < end; start++, end--) {
        uint32_t swap = order[start];
        order[start] = order[end - 1];
        order[end - 1] = swap;
    }
}

void bidi_visual_order(const uint8_t *levels, size_t count, uint32_t *order)
{
    uint8_t highest = 0;
    for (size_t i = 0; i < count; i++) {
        order[i] = (uint32_t)i;
        highest = levels[i] > highest ? levels[i] : highest;
    }
    for (uint8_t level = highest; level > 0; level--)
        for (size_t start = 0; start < count;) {
            size_t end = start;
            while (end < count && levels[order[end]] >= level)
                end++;
            reverse(order, start, end);
            start = end + 1;
        }
}
