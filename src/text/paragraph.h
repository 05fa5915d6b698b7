// Text in → lines out: what layout asks of the text layer.
//
// A paragraph is prepared once (itemized, shaped, its break opportunities found) and can then be
// broken at several measures. Offsets are bytes of the runs' texts joined together.
#ifndef TEXT_PARAGRAPH_H
#define TEXT_PARAGRAPH_H

#include "input/srcmap.h"
#include "text/glyph.h"
#include "text/typesetter.h"

// OpenType features that a style can ask for. Kerning and standard ligatures are on.
enum text_feature {
    TEXT_LINING_FIGURES = 1u << 0,  // lnum
    TEXT_TABULAR_FIGURES = 1u << 1, // tnum
    TEXT_SMALL_CAPS = 1u << 2, // smcp; never synthesised: FEATURE_MISSING when the face lacks it
    TEXT_OLD_STYLE_FIGURES = 1u << 3, // onum
};

struct text_style {
    struct str family;
    uint16_t weight;
    bool italic;
    uint32_t features;
    length size;
    length tracking;     // added after each glyph; never within joining scripts
    length rise;         // of the baseline, upwards
    struct str language; // BCP 47
};

enum text_breaking {
    TEXT_BREAK_NORMAL, // UAX #14, hyphenation as the paragraph says
    TEXT_BREAK_URL,    // web addresses: facts of typography, no hyphens; whole at 40 characters or
                       // fewer
    TEXT_BREAK_URL_NARROW, // the same where the column is too narrow for the whole, however short
    TEXT_BREAK_NEVER,      // phone numbers and the like: one piece
};

// A stretch of runs with a direction of its own, whatever stands around it (UAX #9, isolates).
struct text_isolate {
    const struct text_isolate *outer; // NULL: it stands in the paragraph itself
    uint32_t depth;                   // 1 for the outermost
    bool right_to_left;
};

struct text_run {
    struct str text;
    struct srcmap map; // for messages; map.count may be 0: then `span` serves
    struct span span;
    const struct text_style *style;
    const struct text_isolate *isolate; // that the run lies in, NULL: none
    enum text_breaking breaking;
    bool left_to_right;   // an isolate: ids, phone numbers, addresses
    bool no_break_before; // a citation never opens a line
    bool hangs; // at the end of a line that is aligned there, it stands outside the measure
};

enum text_align {
    TEXT_ALIGN_START,
    TEXT_ALIGN_JUSTIFY,
    TEXT_ALIGN_BALANCED,
    TEXT_ALIGN_END,
    TEXT_ALIGN_CENTER
};
enum text_hyphenation { TEXT_HYPHENATE_AUTO, TEXT_HYPHENATE_ALWAYS, TEXT_HYPHENATE_NEVER };

struct paragraph_style {
    enum text_align align;
    enum text_hyphenation hyphenate; // AUTO: on for de, nl, sv, da, nb, nn, hu
    struct str language;             // of the paragraph: base direction and words
};

// A run of glyphs of one font and one text_run, from left to right as drawn.
struct line_piece {
    const struct font *font;
    const struct text_style *style;
    uint32_t run;   // index of its text_run
    uint8_t level;  // bidi embedding level; odd is right to left
    uint32_t start; // in the joined text: pieces are read in this order
    length x;       // from the line's left edge
    length width;
    const struct glyph *glyphs;
    size_t glyph_count;
    struct str text; // in logical order; clusters are offsets in it; U+00AD for an added hyphen
};

struct line {
    const struct line_piece *pieces; // in visual order, left to right
    size_t piece_count;
    length width;   // without the space at its end
    uint32_t start; // bytes of the joined text: lines cover it exactly once
    uint32_t end;
    bool hyphenated;
    bool forced; // ended by a mandatory break
};

struct paragraph; // opaque, lives in its arena

struct paragraph_job {
    struct typesetter *typesetter;
    const struct text_run *runs;
    size_t run_count;
    struct paragraph_style style;
};

// Itemizes, shapes and finds the breaks. Returns false when the paragraph cannot be set (a missing
// glyph or face): each is a diagnostic. Texts and styles must live as long as the paragraph, and
// those that lines name as long as the lines.
bool paragraph_prepare(struct arena *arena, const struct paragraph_job *job, struct diags *diags,
                       struct paragraph **out);

struct measure {
    length first_indent; // from the start edge
    length width;
};

struct lines {
    const struct line *items;
    size_t count;
};

// Breaks into lines (total fit, Knuth and Plass 1981), which live in `arena`; of the paragraph they
// keep nothing, so that its own arena may be given back. A word wider than the measure stands on a
// line of its own and is an OVERSET diagnostic; the result is false then. x of the pieces counts
// from the left edge of the measure, alignment and indent included.
bool paragraph_break(struct arena *arena, struct paragraph *paragraph,
                     const struct measure *measure, struct diags *diags, struct lines *out);

// Returns the width of the whole text set on one line, or on as many as mandatory breaks make of
// it.
length paragraph_natural_width(const struct paragraph *paragraph);

// Returns the least measure that no word is wider than.
length paragraph_least_width(const struct paragraph *paragraph);

// Returns the joined text.
struct str paragraph_text(const struct paragraph *paragraph);

// Appends the canonical text of shaped runs (`inspect --stage shape`) or lines (`--stage lines`).
void paragraph_dump(const struct paragraph *paragraph, struct str_builder *out);
void lines_dump(const struct lines *lines, struct str_builder *out);

#endif
