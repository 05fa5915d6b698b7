#include "text/paragraph.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/atoms.h"
#include "text/bidi.h"
#include "text/break_places.h"
#include "text/lines.h"
#include "text/phone_numbers.h"
#include "text/segments.h"

#include <string.h>

enum {
    // A last line under a sixth of the measure is a fault: in a narrow column, a lone short word.
    // In
    // justified text, where the lines before it would have to gape, under a tenth.
    SHORTEST_LAST = 6,
    SHORTEST_LAST_JUSTIFIED = 10,
    HYPHENS_IN_A_ROW = 2,
    LONGEST_SHOWN = 100, // bytes of a text in a message
};

static void join_runs(struct arena *arena, struct paragraph *paragraph)
{
    uint32_t *starts = ARENA_ARRAY(arena, uint32_t, paragraph->run_count + 1);
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; i < paragraph->run_count; i++) {
        starts[i] = (uint32_t)text.len;
        str_add(&text, paragraph->runs[i].text);
    }
    starts[paragraph->run_count] = (uint32_t)text.len;
    paragraph->run_starts = starts;
    paragraph->text = str_built(&text);
}

struct controls {
    struct arena *arena;
    struct bidi_control *items;
    size_t count;
    size_t capacity;
};

static void add_control(struct controls *controls, uint32_t at, enum bidi_control_kind kind)
{
    *VEC_PUSH(controls->arena, controls) = (struct bidi_control){at, kind};
}

static uint32_t depth_of(const struct text_isolate *isolate)
{
    return isolate ? isolate->depth : 0;
}

static const struct text_isolate *outer_at(const struct text_isolate *isolate, uint32_t depth)
{
    while (isolate && isolate->depth > depth)
        isolate = isolate->outer;
    return isolate;
}

// Leaves the isolates of one run and enters those of the next.
static void change_isolate(struct controls *controls, uint32_t at, const struct text_isolate *from,
                           const struct text_isolate *to)
{
    while (from && from != outer_at(to, from->depth)) {
        add_control(controls, at, BIDI_POP);
        from = from->outer;
    }
    for (uint32_t depth = depth_of(from) + 1; depth <= depth_of(to); depth++)
        add_control(controls, at,
                    outer_at(to, depth)->right_to_left ? BIDI_ISOLATE_RTL : BIDI_ISOLATE_LTR);
}

static void add_left_to_right(struct controls *controls, uint32_t start, uint32_t end)
{
    add_control(controls, start, BIDI_ISOLATE_LTR);
    add_control(controls, end, BIDI_POP);
}

// The isolates of runs; in them, runs that run from left to right, and telephone numbers.
static struct controls find_controls(struct arena *arena, const struct paragraph *paragraph)
{
    struct controls controls = {.arena = arena};
    const struct text_isolate *isolate = NULL;
    for (size_t i = 0; i < paragraph->run_count; i++) {
        uint32_t start = paragraph->run_starts[i], end = paragraph->run_starts[i + 1];
        change_isolate(&controls, start, isolate, paragraph->runs[i].isolate);
        isolate = paragraph->runs[i].isolate;
        if (paragraph->runs[i].left_to_right) {
            add_left_to_right(&controls, start, end);
            continue;
        }
        struct phone_number number = {.end = start};
        while (phone_number_find(str_slice(paragraph->text, 0, end), number.end, &number))
            add_left_to_right(&controls, number.start > start ? number.start : start, number.end);
    }
    change_isolate(&controls, paragraph->run_starts[paragraph->run_count], isolate, NULL);
    return controls;
}

static bool find_levels(struct arena *arena, const struct paragraph *paragraph, struct diags *diags,
                        const uint8_t **levels)
{
    *levels = NULL;
    if (!bidi_needed(paragraph->text, paragraph->style.language))
        return true;
    struct controls controls = find_controls(arena, paragraph);
    uint8_t *found = ARENA_ARRAY(arena, uint8_t, paragraph->text.len + 1);
    *levels = found;
    struct bidi_job job = {
        .text = paragraph->text,
        .rtl = paragraph->right_to_left,
        .controls = controls.items,
        .control_count = controls.count,
    };
    return bidi_levels(arena, &job, diags, found);
}

// The place of text[start, end), as far as its first run goes.
static struct span span_of(const struct paragraph *paragraph, uint32_t start, uint32_t end)
{
    size_t run = 0;
    while (run + 1 < paragraph->run_count && paragraph->run_starts[run + 1] <= start)
        run++;
    const struct text_run *at = &paragraph->runs[run];
    uint32_t base = paragraph->run_starts[run], next = paragraph->run_starts[run + 1];
    if (at->map.count == 0)
        return at->span;
    return srcmap_span(&at->map, start - base, (end < next ? end : next) - base);
}

static void say_undrawn(const struct paragraph *paragraph, const struct atom *atom,
                        uint32_t cluster, struct diags *diags)
{
    size_t start = atom->item.start + cluster, end = start;
    uint32_t code_point = utf8_decode(paragraph->text.data, paragraph->text.len, &end);
    diag_add(diags, DIAG_GLYPH_MISSING, span_of(paragraph, (uint32_t)start, (uint32_t)end),
             "no font has a glyph for U+%04X '%.*s' as it stands here", code_point,
             STR_ARGS(str_slice(paragraph->text, start, end)));
    diag_hint(diags, "%.*s has glyphs for the characters around it, but not together",
              STR_ARGS(atom->item.font->family));
}

// Fonts were chosen by what they have; whether the shaper found it is seen afterwards.
static bool check_glyphs(const struct paragraph *paragraph, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < paragraph->atom_count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        if (!atom->word || !atom->word->lacks_glyph)
            continue;
        good = false;
        for (size_t j = 0; j < atom->word->count; j++)
            if (atom->word->glyphs[j].id == 0)
                say_undrawn(paragraph, atom, atom->word->glyphs[j].cluster, diags);
    }
    return good;
}

bool paragraph_prepare(struct arena *arena, const struct paragraph_job *job, struct diags *diags,
                       struct paragraph **out)
{
    struct paragraph *paragraph = ARENA_NEW(arena, struct paragraph);
    *paragraph = (struct paragraph){
        .arena = arena,
        .typesetter = job->typesetter,
        .runs = job->runs,
        .run_count = job->run_count,
        .style = job->style,
        .right_to_left = bidi_language_is_rtl(job->style.language),
    };
    *out = paragraph;
    join_runs(arena, paragraph);
    struct itemize_job itemizing = {
        .typesetter = job->typesetter,
        .text = paragraph->text,
        .runs = job->runs,
        .run_starts = paragraph->run_starts,
        .run_count = job->run_count,
    };
    struct items items = {0};
    if (!find_levels(arena, paragraph, diags, &itemizing.levels) ||
        !itemize(arena, &itemizing, diags, &items))
        return false;
    const uint8_t *breaks = break_places_find(arena, paragraph, diags);
    if (!breaks)
        return false;
    atoms_make(arena, paragraph, &items, breaks);
    if (!check_glyphs(paragraph, diags))
        return false;
    segments_measure(arena, paragraph, breaks);
    return true;
}

static enum line_policy_kind policy_kind(enum text_align align)
{
    switch (align) {
    case TEXT_ALIGN_JUSTIFY: return LINES_JUSTIFIED;
    case TEXT_ALIGN_BALANCED: return LINES_BALANCED;
    case TEXT_ALIGN_START:
    case TEXT_ALIGN_END:
    case TEXT_ALIGN_CENTER: break;
    }
    return LINES_RAGGED;
}

// How much of a text a message shows, in bytes.
static size_t shown_length(struct str text)
{
    size_t shown = text.len < LONGEST_SHOWN ? text.len : LONGEST_SHOWN;
    while (shown < text.len && shown > 0 && utf8_continues(text.data[shown]))
        shown--;
    return shown;
}

// Whether the writer may put a sign there: addresses and numbers are printed as they are.
static bool may_be_parted(const struct paragraph *paragraph, uint32_t offset)
{
    size_t run = 0;
    while (run + 1 < paragraph->run_count && paragraph->run_starts[run + 1] <= offset)
        run++;
    return paragraph->runs[run].breaking == TEXT_BREAK_NORMAL;
}

static void say_overset(const struct paragraph *paragraph, uint32_t start, uint32_t end,
                        struct diags *diags)
{
    struct span span = span_of(paragraph, start, end);
    struct str text = str_trim(str_slice(paragraph->text, start, end));
    diag_add(diags, DIAG_OVERSET, span, "`%.*s%s` is wider than its column",
             STR_ARGS(str_slice(text, 0, shown_length(text))),
             shown_length(text) < text.len ? "\u2026" : "");
    diag_hint(diags, "%sgive it more room: fewer columns, a larger page, smaller type",
              may_be_parted(paragraph, start)
                  ? "put a soft hyphen (U+00AD) where it may be parted, or "
                  : "");
}

static bool check_fit(const struct paragraph *paragraph, const struct line_break *breaks,
                      size_t count, struct diags *diags)
{
    bool good = true;
    uint32_t start = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t end = paragraph->ends[breaks[i].end - 1].offset;
        if (breaks[i].overset)
            say_overset(paragraph, start, end, diags);
        good = good && !breaks[i].overset;
        start = end;
    }
    return good;
}

bool paragraph_break(struct arena *arena, struct paragraph *paragraph,
                     const struct measure *measure, struct diags *diags, struct lines *out)
{
    struct line_policy policy = {
        .kind = policy_kind(paragraph->style.align),
        .first_measure = measure->width - measure->first_indent,
        .measure = measure->width,
        .shortest_last =
            measure->width / (paragraph->style.align == TEXT_ALIGN_JUSTIFY ? SHORTEST_LAST_JUSTIFIED
                                                                           : SHORTEST_LAST),
        .hyphens_in_a_row = HYPHENS_IN_A_ROW,
    };
    struct arena *scratch = paragraph->arena;
    struct line_break *breaks = ARENA_ARRAY(scratch, struct line_break, paragraph->segment_count);
    struct line_segments segments = {paragraph->segments, paragraph->segment_count};
    size_t count = linebreak_total_fit(scratch, segments, &policy, breaks,
                                       &paragraph->typesetter->counts.break_steps);
    bool fits = check_fit(paragraph, breaks, count, diags);
    struct line *lines = ARENA_ARRAY(arena, struct line, count);
    struct line_job job = {.paragraph = paragraph, .measure = measure};
    for (size_t i = 0; i < count; i++) {
        job.index = i;
        job.start = i > 0 ? lines[i - 1].end : 0;
        job.last = i + 1 == count;
        line_make(arena, &job, &breaks[i], &lines[i]);
    }
    *out = (struct lines){lines, count};
    return fits;
}

length paragraph_natural_width(const struct paragraph *paragraph)
{
    return paragraph->natural_width;
}

length paragraph_least_width(const struct paragraph *paragraph)
{
    length least = 0;
    for (size_t i = 0; i < paragraph->segment_count; i++) {
        length width = paragraph->segments[i].width + paragraph->segments[i].hyphen;
        least = width > least ? width : least;
    }
    return least;
}

struct str paragraph_text(const struct paragraph *paragraph)
{
    return paragraph->text;
}
