#include "text/segments.h"

#include "base/vec.h"
#include "text/atoms.h"
#include "text/break_places.h"

enum {
    HYPHEN_PENALTY = 100, // as bad as a line a tenth short
    INNER_PENALTY = 30,   // behind a hyphen or a slash that is there: a space is better
    POOR_PENALTY = 2000,  // as a line a quarter short
    LAST_RESORT_PENALTY = 8000
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

static bool is_soft_hyphen(struct str text, uint32_t end)
{
    return end >= 2 && text.data[end - 2] == '\xC2' && text.data[end - 1] == '\xAD';
}

static int32_t inner_penalty(uint8_t kind)
{
    if (kind == BREAK_POOR)
        return POOR_PENALTY;
    return kind == BREAK_LAST_RESORT ? LAST_RESORT_PENALTY : INNER_PENALTY;
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
        const struct shaped_word *sign = atom_hyphen(paragraph, atom);
        segment.penalty = HYPHEN_PENALTY;
        segment.hyphen += atom_width(paragraph, atom, sign->advance, sign->clusters);
    } else if (atom && segment.space == 0 && kind != BREAK_MANDATORY) {
        segment.penalty = inner_penalty(kind);
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
    open->inner_space = clamp_width((int64_t)open->inner_space + open->space);
    open->width = clamp_width((int64_t)open->width + open->space + width);
    open->space = 0;
}

// The two widths of a word that is broken.
struct halves {
    length left, right;
};

static length width_alone(const struct paragraph *paragraph, const struct atom *atom,
                          uint32_t start, uint32_t end)
{
    const struct shaped_word *part = atom_part(paragraph, atom, start, end);
    return atom_width(paragraph, atom, part->advance, part->clusters);
}

static struct halves break_word(const struct paragraph *paragraph, const struct atom *atom,
                                uint32_t at)
{
    uint32_t offset = at - atom->item.start;
    int64_t units = 0;
    size_t clusters = 0;
    bool starts = false, unsafe = false;
    for (size_t i = 0; i < atom->word->count; i++) {
        const struct shaped_glyph *glyph = &atom->word->glyphs[i];
        starts = starts || glyph->cluster == offset;
        unsafe = unsafe || (glyph->cluster == offset && glyph->unsafe_to_break);
        if (glyph->cluster < offset) {
            units += glyph->advance;
            clusters += glyph->ends_cluster;
        }
    }
    if (!starts || unsafe)
        return (struct halves){width_alone(paragraph, atom, atom->item.start, at),
                               width_alone(paragraph, atom, at, atom->item.end)};
    length left = atom_width(paragraph, atom, units, clusters);
    return (struct halves){left, atom->width - left};
}

// Adds a word, ending segments at the breaks inside it. The segments add up to the unbroken word;
// what kerning or a ligature takes from a line that ends within it is in the segment's hyphen, and
// from one that starts there in the segments behind.
static void add_word(struct measurer *measurer, const struct atom *atom)
{
    length reached = 0; // of the word's width
    for (uint32_t at = atom->item.start + 1; at < atom->item.end; at++) {
        if (measurer->breaks[at] == BREAK_NONE)
            continue;
        struct halves halves = break_word(measurer->paragraph, atom, at);
        length place = atom->width - halves.right;
        add_width(measurer, place > reached ? place - reached : 0);
        reached = place > reached ? place : reached;
        measurer->open.hyphen = halves.left - reached;
        close_segment(measurer, at, atom);
    }
    add_width(measurer, atom->width > reached ? atom->width - reached : 0);
}

static void add_atom(struct measurer *measurer, const struct atom *atom)
{
    switch (atom->item.kind) {
    case ITEM_WORD: add_word(measurer, atom); break;
    case ITEM_SPACE:
        measurer->open.space = clamp_width((int64_t)measurer->open.space + atom->width);
        break;
    case ITEM_BREAK: break;
    }
    uint32_t end = atom->item.end;
    bool last = end == measurer->paragraph->text.len;
    if (!last && measurer->breaks[end] != BREAK_NONE)
        close_segment(measurer, end, atom->item.kind == ITEM_WORD ? atom : NULL);
}

// The widest of the pieces between mandatory breaks, without the spaces at their ends.
static length natural_width(const struct paragraph *paragraph)
{
    int64_t widest = 0, width = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        const struct line_segment *segment = &paragraph->segments[i];
        width += segment->width;
        widest = width > widest ? width : widest;
        width = segment->forced ? 0 : width + segment->space;
    }
    return clamp_width(widest);
}

void segments_measure(struct arena *arena, struct paragraph *paragraph, const uint8_t *breaks)
{
    struct measurer measurer = {.arena = arena, .paragraph = paragraph, .breaks = breaks};
    for (size_t i = 0; i < paragraph->atom_count; i++)
        add_atom(&measurer, &paragraph->atoms[i]);
    uint32_t length_of_text = (uint32_t)paragraph->text.len;
    if (measurer.open_start < length_of_text || measurer.segments.count == 0)
        close_segment(&measurer, length_of_text, NULL);
    paragraph->segments = measurer.segments.items;
    paragraph->ends = measurer.ends.items;
    paragraph->segment_count = measurer.segments.count;
    paragraph->natural_width = natural_width(paragraph);
}
