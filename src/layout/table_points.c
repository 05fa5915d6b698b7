#include "layout/table_points.h"

#include "base/utf8.h"
#include "layout/runs.h"
#include "model/language.h"
#include "model/terms.h"

// numbers

enum { ARABIC_DECIMAL = 0x066B, ARABIC_GROUP = 0x066C };

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x0660 && c <= 0x0669) || (c >= 0x06F0 && c <= 0x06F9) ||
           (c >= 0x0966 && c <= 0x096F);
}

// The character at `at`, which moves behind it; 0 at the text's end.
static uint32_t next(struct str text, size_t *at)
{
    return *at < text.len ? utf8_decode(text.data, text.len, at) : 0;
}

static size_t digits_end(struct str text, size_t at)
{
    for (size_t behind = at; is_digit(next(text, &behind));)
        at = behind;
    return at;
}

static bool is_decimal(uint32_t c, bool comma)
{
    return c == (comma ? ',' : '.') || c == ARABIC_DECIMAL;
}

// Whether a character may stand between the groups of digits of a long number. A space does only
// before three of them: others begin the next number.
static bool joins_groups(uint32_t c, size_t digits, bool comma)
{
    bool space = c == 0xA0 || c == 0x202F || c == 0x2009 || (c == ' ' && comma);
    bool mark = c == '\'' || c == 0x2019;
    return c == (comma ? '.' : ',') || c == ARABIC_GROUP || ((space || mark) && digits == 3);
}

// Where the integer part ends whose first digit stands at `at`.
static size_t integer_end(struct str text, size_t at, bool comma)
{
    size_t end = digits_end(text, at);
    for (;;) {
        size_t group = end;
        uint32_t c = next(text, &group);
        size_t group_end = digits_end(text, group);
        size_t digits = utf8_count(text.data + group, group_end - group);
        if (digits == 0 || !joins_groups(c, digits, comma))
            return end;
        end = group_end;
    }
}

static bool is_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool table_number_find(struct str text, bool comma, size_t *end)
{
    uint32_t before = 0;
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        uint32_t c = next(text, &at);
        size_t behind = at;
        bool digit = is_digit(c);
        if (digit && !is_letter(before)) {
            *end = integer_end(text, start, comma);
            return true;
        }
        if (is_decimal(c, comma) && !is_letter(before) && is_digit(next(text, &behind))) {
            *end = start; // .5
            return true;
        }
        if (digit)
            at = digits_end(text, start); // of a name, such as B12
        before = c;
    }
    return false;
}

// lines

static length width_before(const struct line_piece *piece, size_t offset)
{
    int64_t width = 0;
    for (size_t i = 0; i < piece->glyph_count; i++)
        width += piece->glyphs[i].cluster < offset ? piece->glyphs[i].advance : 0;
    return (length)width;
}

// Finds the piece of a line that is read first of those with a number; those of citations are none.
static const struct line_piece *find_piece(const struct line *line, const struct runs *runs,
                                           bool comma, size_t *end)
{
    const struct line_piece *found = NULL;
    for (size_t i = 0; i < line->piece_count; i++) {
        const struct line_piece *piece = &line->pieces[i];
        bool citation = runs->text.items[piece->run].no_break_before;
        size_t integer;
        if (citation || piece->level % 2 != 0 || (found && piece->start > found->start) ||
            !table_number_find(piece->text, comma, &integer))
            continue;
        found = piece;
        *end = integer;
    }
    return found;
}

// What hangs at the end of a line; no more than an em does.
static length hanging_width(const struct line *line, const struct runs *runs, bool right_to_left)
{
    int64_t width = 0, em = 0;
    for (size_t i = 0; i < line->piece_count; i++) {
        const struct line_piece *piece =
            &line->pieces[right_to_left ? i : line->piece_count - 1 - i];
        const struct text_run *run = &runs->text.items[piece->run];
        if (!run->hangs)
            break;
        width += piece->width;
        em = run->style->size;
    }
    return (length)(width < em ? width : em);
}

static bool find_point(const struct line *line, const struct runs *runs, struct str language,
                       struct table_point *out)
{
    bool right_to_left = language_is_right_to_left(language);
    size_t end;
    const struct line_piece *piece =
        find_piece(line, runs, language_has_decimal_comma(language), &end);
    if (!piece)
        return false;
    length left = piece->x - line->pieces[0].x + width_before(piece, end);
    out->natural = line->width;
    out->before = right_to_left ? line->width - left : left;
    out->hanging = hanging_width(line, runs, right_to_left);
    return true;
}

bool table_point_find(const struct layout *layout, const struct inline_text *text,
                      enum role_id role, struct table_point *out)
{
    struct arena_mark mark = arena_mark(layout->scratch);
    struct layout aside = *layout;
    struct runs runs = {0};
    aside.arena = layout->scratch;
    aside.pages = page_list_new(layout->scratch);
    runs_add_inline(&aside, &runs, text, role, 0);
    struct lines lines = {0};
    if (runs.text.count > 0)
        lines = runs_natural_lines(&aside, &runs, role);
    bool found =
        lines.count > 0 && find_point(&lines.items[0], &runs, layout->terms->language, out);
    arena_rewind(layout->scratch, mark);
    return found;
}
