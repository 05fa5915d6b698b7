#include "text/lines.h"

#include "text/bidi.h"

#include <assert.h>
#include <string.h>

// A stretch of a line that is drawn with one atom's font: a whole atom, or a part of one.
struct part {
    const struct atom *atom;
    const struct shaped_word *word;
    struct str text;
    uint32_t start; // byte of the paragraph; an added hyphen stands at the line's end
    uint8_t level;
    bool space;
};

struct line_builder {
    struct arena *arena;   // of the line
    struct arena *scratch; // the paragraph's
    const struct line_job *job;
    struct part *parts; // in logical order
    size_t count;
    size_t trailing; // parts at the end that are white space
    int64_t stretch; // of spaces, 1/65536
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

static void add_part(struct line_builder *builder, const struct atom *atom, uint32_t start,
                     uint32_t end)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    bool whole = start == atom->item.start && end == atom->item.end;
    builder->parts[builder->count++] = (struct part){
        .atom = atom,
        .word = whole ? atom->word : atom_part(paragraph, atom, start, end),
        .text = str_slice(paragraph->text, start, end),
        .start = start,
        .level = atom->item.level,
        .space = atom->item.kind == ITEM_SPACE,
    };
}

static void collect_parts(struct line_builder *builder, uint32_t end, bool hyphen)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    uint32_t start = builder->job->start;
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
    for (size_t i = builder->count; i > 0 && builder->parts[i - 1].space; i--)
        builder->trailing++;
    if (hyphen && builder->count > 0) {
        struct part part = builder->parts[builder->count - 1];
        part.word = atom_hyphen(paragraph, part.atom);
        part.text = STR("\xC2\xAD");
        part.start = end;
        builder->parts[builder->count++] = part;
    }
    // UAX #9, L1: white space at a line's end has the paragraph's direction.
    for (size_t i = 0; i < builder->trailing; i++)
        builder->parts[builder->count - 1 - i].level = paragraph->right_to_left;
}

static length space_extra(const struct line_builder *builder, const struct part *part,
                          length advance)
{
    if (!part->space || builder->stretch == 0)
        return 0;
    return length_scale(advance, builder->stretch, LENGTH_ONE_PT);
}

// Adds a part's glyphs at `pen`; returns the pen behind them. Places are scaled from sums of font
// units, so that nothing drifts.
static length place_glyphs(struct line_builder *builder, const struct part *part,
                           uint32_t piece_start, length pen)
{
    const struct text_style *style = atom_style(builder->job->paragraph, part->atom);
    const struct font *font = part->atom->item.font;
    bool added = part->text.len == 2 && part->start == builder->line->end;
    int64_t units = 0;
    length reached = 0;
    for (size_t i = 0; i < part->word->count; i++) {
        const struct shaped_glyph *from = &part->word->glyphs[i];
        units += from->advance;
        length next = font_scale(font, units, style->size) + (length)(i + 1) * style->tracking;
        length advance = next - reached;
        advance += space_extra(builder, part, advance);
        builder->glyphs[builder->glyph_count++] = (struct glyph){
            .id = from->id,
            .cluster = added ? 0 : part->start - piece_start + from->cluster,
            .advance = advance,
            .x_offset = font_scale(font, from->x_offset, style->size),
            .y_offset = font_scale(font, from->y_offset, style->size),
        };
        pen += advance;
        reached = next;
    }
    return pen;
}

static bool joins(const struct line_builder *builder, const struct part *left,
                  const struct part *right)
{
    bool hyphen = left->start == builder->line->end || right->start == builder->line->end;
    bool neighbours = right->level % 2 == 0 ? left->start + left->text.len == right->start
                                            : right->start + right->text.len == left->start;
    return !hyphen && neighbours && left->level == right->level &&
           left->atom->item.run == right->atom->item.run &&
           left->atom->item.font == right->atom->item.font;
}

// What a piece says, as a part of its run's own text, which outlives the paragraph.
static struct str piece_text(const struct paragraph *paragraph, const struct part *start,
                             const struct part *last, uint32_t line_end)
{
    if (start->start == line_end)
        return start->text; // an added hyphen
    uint32_t run = start->atom->item.run, base = paragraph->run_starts[run];
    size_t end = last->start + last->text.len;
    return str_slice(paragraph->runs[run].text, start->start - base, end - base);
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
        .glyphs = builder->glyphs + builder->glyph_count,
        .text = piece_text(builder->job->paragraph, start, last, builder->line->end),
    };
    size_t before = builder->glyph_count;
    for (size_t i = first; i < end; i++)
        piece.width = place_glyphs(builder, &builder->parts[order[i]], start->start, piece.width);
    piece.glyph_count = builder->glyph_count - before;
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

static void make_pieces(struct line_builder *builder)
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
               joins(builder, &builder->parts[order[end - 1]], &builder->parts[order[end]]))
            end++;
        pieces[count++] = make_piece(builder, order, i, end);
        i = end;
    }
    builder->line->pieces = pieces;
    builder->line->piece_count = count;
}

static length trailing_width(const struct line_builder *builder)
{
    length width = 0;
    const struct paragraph *paragraph = builder->job->paragraph;
    size_t hyphen = builder->line->hyphenated ? 1 : 0;
    for (size_t i = 0; i < builder->trailing && hyphen == 0; i++) {
        const struct part *part = &builder->parts[builder->count - 1 - i];
        length advance = glyphs_width(part->atom, atom_style(paragraph, part->atom), part->word);
        width += advance + space_extra(builder, part, advance);
    }
    return width;
}

// Where the line's visible text begins, from the measure's left edge.
static length line_left(const struct line_builder *builder)
{
    const struct paragraph *paragraph = builder->job->paragraph;
    length indent = builder->job->index == 0 ? builder->job->measure->first_indent : 0;
    length free = builder->job->measure->width - indent - builder->line->width;
    bool rtl = paragraph->right_to_left;
    switch (paragraph->style.align) {
    case TEXT_ALIGN_START:
    case TEXT_ALIGN_JUSTIFY:
    case TEXT_ALIGN_BALANCED: return rtl ? free : indent;
    case TEXT_ALIGN_END: return rtl ? 0 : indent + free;
    case TEXT_ALIGN_CENTER: return (rtl ? 0 : indent) + free / 2;
    }
    return indent;
}

static void align_pieces(struct line_builder *builder, struct line_piece *pieces)
{
    struct line *line = builder->line;
    length all = 0, trailing = trailing_width(builder);
    for (size_t i = 0; i < line->piece_count; i++)
        all += pieces[i].width;
    line->width = all - trailing;
    length x = line_left(builder);
    if (builder->job->paragraph->right_to_left)
        x -= trailing; // it stands at the left, outside the measure
    for (size_t i = 0; i < line->piece_count; i++) {
        pieces[i].x = x;
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
        .stretch = line_break->stretch,
        .line = out,
    };
    collect_parts(&builder, out->end, out->hyphenated);
    if (builder.count == 0)
        return;
    make_pieces(&builder);
    struct line_piece *pieces = arena_copy(arena, out->pieces, out->piece_count * sizeof *pieces);
    align_pieces(&builder, pieces);
    out->pieces = pieces;
}
