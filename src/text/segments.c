#include "text/segments.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/breaks.h"

#include <assert.h>

// Where a hyphen may be put, among the kinds of breaks.h.
enum { BREAK_HYPHEN = BREAK_MANDATORY + 1 };

enum {
    HYPHEN_PENALTY = 100, // as bad as a line a tenth short
    INNER_PENALTY = 30,   // behind a hyphen or a slash that is there: a space is better
};

struct measurer {
    struct arena *arena;
    struct paragraph *paragraph;
    const uint8_t *breaks;
    struct {
        struct line_segment *items;
        size_t count;
        size_t capacity;
    } segments;
    struct {
        struct segment_end *items;
        size_t count;
        size_t capacity;
    } ends;
    struct line_segment open; // being measured
    uint32_t open_start;
};

static bool hyphenates(const struct paragraph *paragraph)
{
    static const struct str languages[] = {STR_INIT("de"), STR_INIT("nl"), STR_INIT("sv"),
                                           STR_INIT("da"), STR_INIT("nb"), STR_INIT("nn"),
                                           STR_INIT("no"), STR_INIT("hu")};
    struct str language = paragraph->style.language;
    struct str primary = str_slice(language, 0, str_find_byte(language, '-', 0));
    switch (paragraph->style.hyphenate) {
    case TEXT_HYPHENATE_NEVER: return false;
    case TEXT_HYPHENATE_ALWAYS: return true;
    case TEXT_HYPHENATE_AUTO: break;
    }
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (str_equal(primary, languages[i]))
            return true;
    return false;
}

static void hyphenate_atom(struct measurer *measurer, const struct atom *atom,
                           const struct hyphen_dictionary *dictionary, uint8_t *breaks)
{
    const struct paragraph *paragraph = measurer->paragraph;
    if (atom->item.kind != ITEM_WORD ||
        paragraph->runs[atom->item.run].breaking != TEXT_BREAK_NORMAL)
        return;
    struct str word = str_slice(paragraph->text, atom->item.start, atom->item.end);
    uint8_t *points = ARENA_ARRAY(measurer->arena, uint8_t, word.len);
    hyphen_points(measurer->arena, dictionary, word, points);
    for (size_t i = 1; i < word.len; i++)
        if (points[i] && breaks[atom->item.start + i] == BREAK_NONE)
            breaks[atom->item.start + i] = BREAK_HYPHEN;
}

static void hyphenate(struct measurer *measurer, uint8_t *breaks, struct diags *diags)
{
    const struct paragraph *paragraph = measurer->paragraph;
    if (!hyphenates(paragraph))
        return;
    const struct hyphen_dictionary *dictionary =
        typesetter_dictionary(paragraph->typesetter, paragraph->style.language);
    if (!dictionary) {
        diag_add(diags, DIAG_HYPHENATION_MISSING, (struct span){0},
                 "there are no hyphenation patterns for `%.*s`: words stay whole",
                 STR_ARGS(paragraph->style.language));
        diag_hint(diags, "install the distribution's hyphenation package for the language, then "
                         "run make again");
        return;
    }
    for (size_t i = 0; i < paragraph->atom_count; i++)
        hyphenate_atom(measurer, &paragraph->atoms[i], dictionary, breaks);
}

static void forbid(uint8_t *breaks, uint32_t at)
{
    if (breaks[at] != BREAK_MANDATORY)
        breaks[at] = BREAK_NONE;
}

static bool find_breaks(struct measurer *measurer, struct diags *diags)
{
    const struct paragraph *paragraph = measurer->paragraph;
    struct arena *arena = measurer->arena;
    uint8_t *breaks = ARENA_ARRAY(arena, uint8_t, paragraph->text.len + 1);
    struct breaks_range *ranges = ARENA_ARRAY(arena, struct breaks_range, paragraph->run_count);
    for (size_t i = 0; i < paragraph->run_count; i++)
        ranges[i] = (struct breaks_range){paragraph->run_starts[i], paragraph->run_starts[i + 1],
                                          paragraph->runs[i].breaking};
    struct breaks_job job = {
        .text = paragraph->text,
        .language = paragraph->style.language,
        .ranges = ranges,
        .range_count = paragraph->run_count,
    };
    if (!breaks_find(&job, diags, breaks))
        return false;
    hyphenate(measurer, breaks, diags);
    for (size_t i = 0; i < paragraph->run_count; i++)
        if (paragraph->runs[i].no_break_before)
            forbid(breaks, paragraph->run_starts[i]);
    measurer->breaks = breaks;
    return true;
}

static bool is_soft_hyphen(struct str text, uint32_t end)
{
    return end >= 2 && text.data[end - 2] == '\xC2' && text.data[end - 1] == '\xAD';
}

// Ends the open segment at `offset`; `atom` is the word that the line would break, or NULL.
static void close_segment(struct measurer *measurer, uint32_t offset, const struct atom *atom)
{
    const struct paragraph *paragraph = measurer->paragraph;
    struct line_segment segment = measurer->open;
    uint8_t kind = measurer->breaks[offset];
    bool soft = kind == BREAK_ALLOWED && is_soft_hyphen(paragraph->text, offset);
    bool hyphen = kind == BREAK_HYPHEN || soft;
    segment.forced = kind == BREAK_MANDATORY;
    segment.hyphenated = hyphen;
    if (hyphen && atom) {
        segment.penalty = HYPHEN_PENALTY;
        segment.hyphen =
            glyphs_width(atom, atom_style(paragraph, atom), atom_hyphen(paragraph, atom));
    } else if (atom && segment.space == 0 && kind == BREAK_ALLOWED) {
        segment.penalty = INNER_PENALTY;
    }
    *VEC_PUSH(measurer->arena, &measurer->segments) = segment;
    *VEC_PUSH(measurer->arena, &measurer->ends) = (struct segment_end){offset, hyphen};
    measurer->open = (struct line_segment){0};
    measurer->open_start = offset;
}

static void add_width(struct measurer *measurer, length width)
{
    struct line_segment *open = &measurer->open;
    // A space with text behind it is inside the segment.
    open->inner_space += open->space;
    open->width += open->space + width;
    open->space = 0;
}

// The part of a word from `start` to `end`: at least as wide as its own glyphs within the word, and
// as wide as it is by itself, so that no line gets longer than was measured.
static length part_width(const struct measurer *measurer, const struct atom *atom, uint32_t start,
                         uint32_t end)
{
    const struct text_style *style = atom_style(measurer->paragraph, atom);
    length alone = glyphs_width(atom, style, atom_part(measurer->paragraph, atom, start, end));
    int64_t units = 0;
    size_t glyphs = 0;
    for (size_t i = 0; i < atom->word->count; i++) {
        uint32_t at = atom->item.start + atom->word->glyphs[i].cluster;
        if (at >= start && at < end) {
            units += atom->word->glyphs[i].advance;
            glyphs++;
        }
    }
    length within =
        font_scale(atom->item.font, units, style->size) + (length)glyphs * style->tracking;
    return within > alone ? within : alone;
}

// Adds a word, ending segments at the breaks inside it.
static void add_word(struct measurer *measurer, const struct atom *atom)
{
    uint32_t start = atom->item.start;
    for (uint32_t at = start + 1; at < atom->item.end; at++) {
        if (measurer->breaks[at] == BREAK_NONE)
            continue;
        add_width(measurer, part_width(measurer, atom, start, at));
        close_segment(measurer, at, atom);
        start = at;
    }
    add_width(measurer, start == atom->item.start
                            ? atom->width
                            : part_width(measurer, atom, start, atom->item.end));
}

static void add_atom(struct measurer *measurer, const struct atom *atom)
{
    switch (atom->item.kind) {
    case ITEM_WORD: add_word(measurer, atom); break;
    case ITEM_SPACE: measurer->open.space += atom->width; break;
    case ITEM_BREAK: break;
    }
    uint32_t end = atom->item.end;
    bool last = end == measurer->paragraph->text.len;
    if (!last && measurer->breaks[end] != BREAK_NONE)
        close_segment(measurer, end, atom->item.kind == ITEM_WORD ? atom : NULL);
}

bool segments_measure(struct arena *arena, struct paragraph *paragraph, struct diags *diags)
{
    struct measurer measurer = {.arena = arena, .paragraph = paragraph};
    if (!find_breaks(&measurer, diags))
        return false;
    for (size_t i = 0; i < paragraph->atom_count; i++)
        add_atom(&measurer, &paragraph->atoms[i]);
    uint32_t length_of_text = (uint32_t)paragraph->text.len;
    if (measurer.open_start < length_of_text || measurer.segments.count == 0)
        close_segment(&measurer, length_of_text, NULL);
    paragraph->segments = measurer.segments.items;
    paragraph->ends = measurer.ends.items;
    paragraph->segment_count = measurer.segments.count;
    return true;
}
