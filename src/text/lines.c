#include "text/lines.h"

#include "text/atoms.h"
#include "text/bidi.h"
#include "text/piece_text.h"

#include <assert.h>

// Of their width, what the spaces of a line may give at most (see linebreak.h).
enum { LEAST_SPACE_RAGGED = 90, LEAST_SPACE_JUSTIFIED = 80 };

// A stretch of a line that is drawn with one atom's font: a whole atom, or a part of one.
struct part {
    const struct atom *atom;
    const struct shaped_word *word;
    uint32_t start, end; // bytes of the paragraph; none for an added hyphen
    uint8_t level;
    bool space;
    bool added;   // a hyphen
    length width; // tracking included
    length extra; // of a space: what justifying adds
};

struct line_builder {
    struct arena *arena;   // of the line
    struct arena *scratch; // the paragraph's
    const struct line_job *job;
    struct part *parts; // in logical order
    size_t count;
    size_t trailing; // parts at the end that are white space
    struct glyph *glyphs;
    size_t glyph_count;
    struct line *line;
};

// The atoms that a line touches: found by halving, so that making all lines is linear in the text.
static size_t first_atom(const struct paragraph *paragraph, uint32_t start)
{
    size_t low = 0, high = paragraph->atom_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (paragraph->atoms[middle].item.end <= start)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

// Adds an atom's text [start, end), unless it has no glyphs.
static void add_part(struct line_builder *builder, const struct atom *atom, uint32_t start,
                     uint32_t end)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    bool whole = start == atom->item.start && end == atom->item.end;
    const struct shaped_word *word = whole ? atom->word : atom_part(paragraph, atom, start, end);
    if (word->count == 0)
        return;
    builder->parts[builder->count++] = (struct part){
        .atom = atom,
        .word = word,
        .start = start,
        .end = end,
        .level = atom->item.level,
        .space = atom->item.kind == ITEM_SPACE,
        .width = atom_width(paragraph, atom, word->advance, word->clusters),
    };
}

static void add_hyphen(struct line_builder *builder)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    struct part part = builder->parts[builder->count - 1];
    part.word = atom_hyphen(paragraph, part.atom);
    if (part.word->count == 0)
        return;
    part.added = true;
    part.width = atom_width(paragraph, part.atom, part.word->advance, part.word->clusters);
    builder->parts[builder->count++] = part;
}

static void collect_parts(struct line_builder *builder)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    uint32_t start = builder->line->start, end = builder->line->end;
    size_t first = first_atom(paragraph, start), behind = first;
    while (behind < paragraph->atom_count && paragraph->atoms[behind].item.start < end)
        behind++;
    builder->parts = ARENA_ARRAY(builder->scratch, struct part, behind - first + 1);
    for (size_t i = first; i < behind; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        if (atom->item.kind == ITEM_BREAK)
            continue;
        add_part(builder, atom, atom->item.start > start ? atom->item.start : start,
                 atom->item.end < end ? atom->item.end : end);
    }
    while (builder->trailing < builder->count &&
           builder->parts[builder->count - 1 - builder->trailing].space)
        builder->trailing++;
    // UAX #9, L1: white space at a line's end has the paragraph's direction.
    for (size_t i = 0; i < builder->trailing; i++)
        builder->parts[builder->count - 1 - i].level = paragraph->right_to_left;
    if (builder->line->hyphenated && builder->trailing < builder->count)
        add_hyphen(builder);
}

static length indent_of(const struct line_job *job)
{
    return job->index == 0 ? job->measure->first_indent : 0;
}

// What is added to a line's spaces, `spaces` wide in all, so that it fills `room` more. Words that
// are set apart can be a little wider or narrower than was measured: what counts is what is drawn.
static int64_t stretch_of(enum text_align align, int32_t stretch, int64_t spaces, int64_t room)
{
    bool justified = align == TEXT_ALIGN_JUSTIFY;
    if (stretch == 0 || spaces <= 0 || (!justified && room >= 0))
        return 0;
    int64_t least =
        -spaces * (100 - (justified ? LEAST_SPACE_JUSTIFIED : LEAST_SPACE_RAGGED)) / 100;
    return room > least ? room : least;
}

static void stretch_spaces(struct line_builder *builder, int32_t stretch)
{
    const struct line_job *job = builder->job;
    int64_t natural = 0, spaces = 0, done = 0, given = 0;
    size_t count = builder->count - builder->trailing;
    for (size_t i = 0; i < count; i++) {
        natural += builder->parts[i].width;
        spaces += builder->parts[i].space ? builder->parts[i].width : 0;
    }
    int64_t room = (int64_t)job->measure->width - indent_of(job) - natural;
    int64_t extra = stretch_of(job->paragraph->style.align, stretch, spaces, room);
    for (size_t i = 0; i < count && extra != 0; i++) {
        struct part *part = &builder->parts[i];
        if (!part->space)
            continue;
        done += part->width;
        part->extra = clamp_width(extra * done / spaces - given);
        given += part->extra;
    }
}

// Adds a part's glyphs; returns the pen behind them. Places are scaled from sums of font units, so
// that nothing drifts.
static length place_glyphs(struct line_builder *builder, const struct part *part,
                           uint32_t piece_start, length pen)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    const struct atom *atom = part->atom;
    int64_t units = 0;
    size_t clusters = 0;
    length reached = 0;
    for (size_t i = 0; i < part->word->count; i++) {
        const struct shaped_glyph *from = &part->word->glyphs[i];
        units += from->advance;
        clusters += from->ends_cluster;
        length next = atom_width(paragraph, atom, units, clusters);
        struct glyph *glyph = &builder->glyphs[builder->glyph_count++];
        *glyph = (struct glyph){
            .id = from->id,
            .cluster = part->added ? 0 : part->start - piece_start + from->cluster,
            .advance = next - reached + (i == 0 ? part->extra : 0),
            .x_offset = atom_width(paragraph, atom, from->x_offset, 0),
            .y_offset = atom_width(paragraph, atom, from->y_offset, 0),
        };
        pen = clamp_width((int64_t)pen + glyph->advance);
        reached = next;
    }
    return pen;
}

static bool joins(const struct part *left, const struct part *right)
{
    bool neighbours = right->level % 2 == 0 ? left->end == right->start : right->end == left->start;
    return !left->added && !right->added && neighbours && left->level == right->level &&
           left->atom->item.run == right->atom->item.run &&
           left->atom->item.font == right->atom->item.font;
}

// Names what a piece says, by its run's own text, which outlives the paragraph.
static void name_piece(struct line_builder *builder, uint32_t start, uint32_t end,
                       struct line_piece *piece)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    uint32_t base = paragraph->run_starts[piece->run];
    struct str text = str_slice(paragraph->runs[piece->run].text, start - base, end - base);
    struct glyph *glyphs = builder->glyphs + builder->glyph_count - piece->glyph_count;
    piece->text = piece_text_visible(builder->arena, text, glyphs, piece->glyph_count);
}

// Parts in visual order [first, end) as one piece.
static struct line_piece make_piece(struct line_builder *builder, const uint32_t *order,
                                    size_t first, size_t end)
{
    const struct part *left = &builder->parts[order[first]];
    const struct part *right = &builder->parts[order[end - 1]];
    const struct part *start = left->start <= right->start ? left : right;
    const struct part *last = start == left ? right : left;
    struct line_piece piece = {
        .font = left->atom->item.font,
        .style = atom_style(builder->job->paragraph, left->atom),
        .run = left->atom->item.run,
        .level = left->level,
        .start = left->added ? left->end : start->start,
        .glyphs = builder->glyphs + builder->glyph_count,
        .text = STR("\u00AD"),
    };
    size_t before = builder->glyph_count;
    for (size_t i = first; i < end; i++)
        piece.width = place_glyphs(builder, &builder->parts[order[i]], start->start, piece.width);
    piece.glyph_count = builder->glyph_count - before;
    if (!left->added)
        name_piece(builder, start->start, last->end, &piece);
    return piece;
}

static const uint32_t *visual_order(struct line_builder *builder)
{
    uint8_t *levels = ARENA_ARRAY(builder->scratch, uint8_t, builder->count);
    uint32_t *order = ARENA_ARRAY(builder->scratch, uint32_t, builder->count);
    bool plain = true;
    for (size_t i = 0; i < builder->count; i++) {
        levels[i] = builder->parts[i].level;
        order[i] = (uint32_t)i;
        plain = plain && levels[i] == 0;
    }
    if (!plain)
        bidi_visual_order(levels, builder->count, order);
    return order;
}

// Returns the pieces, in scratch memory, and how many in the line.
static struct line_piece *make_pieces(struct line_builder *builder)
{
    const uint32_t *order = visual_order(builder);
    size_t glyphs = 0;
    for (size_t i = 0; i < builder->count; i++)
        glyphs += builder->parts[i].word->count;
    builder->glyphs = ARENA_ARRAY(builder->arena, struct glyph, glyphs);
    struct line_piece *pieces = ARENA_ARRAY(builder->scratch, struct line_piece, builder->count);
    size_t count = 0;
    for (size_t i = 0; i < builder->count;) {
        size_t end = i + 1;
        while (end < builder->count &&
               joins(&builder->parts[order[end - 1]], &builder->parts[order[end]]))
            end++;
        pieces[count++] = make_piece(builder, order, i, end);
        i = end;
    }
    builder->line->piece_count = count;
    return pieces;
}

static length trailing_width(const struct line_builder *builder)
{
    int64_t width = 0;
    for (size_t i = builder->count; i > 0 && builder->parts[i - 1].space; i--)
        width += builder->parts[i - 1].width;
    return clamp_width(width);
}

// What hangs at the line's end, such as the raised number behind a figure of a table: the figures
// are aligned without it. No more than an em hangs.
static length hanging_width(const struct line_builder *builder)
{
    const struct text_run *runs = builder->job->paragraph->runs;
    const struct text_run *run = NULL;
    int64_t width = 0;
    for (size_t i = builder->count - builder->trailing; i > 0; i--) {
        run = &runs[builder->parts[i - 1].atom->item.run];
        if (!run->hangs)
            return width < run->style->size ? (length)width : run->style->size;
        width += builder->parts[i - 1].width;
    }
    return 0; // nothing else is on the line
}

// Where the line's visible text begins, from the measure's left edge.
static length line_left(const struct line_builder *builder)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    length indent = indent_of(builder->job);
    length free =
        clamp_width((int64_t)builder->job->measure->width - indent - builder->line->width);
    bool rtl = paragraph->right_to_left;
    switch (paragraph->style.align) {
    case TEXT_ALIGN_START:
    case TEXT_ALIGN_JUSTIFY:
    case TEXT_ALIGN_BALANCED: return rtl ? free : indent;
    case TEXT_ALIGN_END: {
        length hanging = hanging_width(builder);
        return rtl ? -hanging : indent + free + hanging;
    }
    case TEXT_ALIGN_CENTER: return (rtl ? 0 : indent) + free / 2;
    }
    assert(false);
    return indent;
}

static void align_pieces(struct line_builder *builder, struct line_piece *pieces)
{
    struct line *line = builder->line;
    int64_t all = 0;
    length trailing = trailing_width(builder);
    for (size_t i = 0; i < line->piece_count; i++)
        all += pieces[i].width;
    line->width = clamp_width(all - trailing);
    int64_t x = line_left(builder);
    if (builder->job->paragraph->right_to_left)
        x -= trailing; // it stands at the left, outside the measure
    for (size_t i = 0; i < line->piece_count; i++) {
        pieces[i].x = clamp_width(x);
        x += pieces[i].width;
    }
}

void line_make(struct arena *arena, const struct line_job *job, const struct line_break *line_break,
               struct line *out)
{
    const struct paragraph *paragraph = job->paragraph;
    const struct segment_end *end = &paragraph->ends[line_break->end - 1];
    *out = (struct line){
        .start = job->start,
        .end = end->offset,
        .hyphenated = end->adds_hyphen && !job->last,
        .forced = paragraph->segments[line_break->end - 1].forced,
    };
    struct line_builder builder = {
        .arena = arena,
        .scratch = paragraph->arena,
        .job = job,
        .line = out,
    };
    collect_parts(&builder);
    if (builder.count == 0)
        return;
    stretch_spaces(&builder, line_break->stretch);
    struct line_piece *pieces = make_pieces(&builder);
    align_pieces(&builder, pieces);
    out->pieces = arena_copy(arena, pieces, out->piece_count * sizeof *pieces);
}
