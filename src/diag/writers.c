#include "base/json.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "diag/terminal.h"

struct place {
    struct source *source; // NULL: no place in a file
    struct position start;
    struct position end;
};

static struct place place_of(const struct diags *diags, const struct diag *diag)
{
    struct place place = {.source = sources_find(diags->sources, diag->span.file)};
    if (place.source) {
        place.start = source_position(diags->sources, place.source, diag->span.start);
        place.end = source_position(diags->sources, place.source, diag->span.end);
    }
    return place;
}

static struct str severity_name(const struct diag *diag)
{
    return diag->severity == DIAG_ERROR ? STR("error") : STR("warning");
}

static void write_place(const struct place *place, struct str_builder *out)
{
    terminal_add(out, place->source->path);
    str_addf(out, ":%u:%u", place->start.line, place->start.column);
}

static void write_short(const struct diag *diag, const struct place *place, struct str_builder *out)
{
    if (place->source) {
        write_place(place, out);
        str_add(out, STR(": "));
    }
    str_addf(out, "%.*s: ", STR_ARGS(severity_name(diag)));
    terminal_add(out, diag->message);
    str_addf(out, " [%.*s]\n", STR_ARGS(diag_kind_find(diag->code)->code));
}

enum { LONGEST_LINE_SHOWN = 120, CONTEXT_BEFORE = 60 };

// Returns the offset of the code point `count` behind the one at `at`, or line.len.
static size_t step_on(struct str line, size_t at, size_t count)
{
    for (; count > 0 && at < line.len; count--) {
        at++;
        while (at < line.len && utf8_continues(line.data[at]))
            at++;
    }
    return at;
}

static size_t step_back(struct str line, size_t at, size_t count)
{
    for (; count > 0 && at > 0; count--) {
        at--;
        while (at > 0 && utf8_continues(line.data[at]))
            at--;
    }
    return at;
}

// What of a line is shown, and what of that is marked; offsets in the line.
struct excerpt {
    struct str line;
    size_t from, to;
    size_t mark_from, mark_to;
};

// Only what is shown is looked at: a line may be as long as its file, and hold as many faults.
static struct excerpt excerpt_of(const struct diags *diags, const struct diag *diag,
                                 const struct place *place)
{
    struct str line = source_line(diags->sources, place->source, place->start.line);
    size_t line_start = (size_t)(line.data - place->source->bytes.data);
    size_t from = diag->span.start > line_start ? diag->span.start - line_start : 0;
    size_t to = diag->span.end > line_start ? diag->span.end - line_start : 0;
    struct excerpt excerpt = {.line = line, .mark_from = from < line.len ? from : line.len};
    bool whole = step_on(line, 0, LONGEST_LINE_SHOWN) == line.len;
    if (!whole)
        excerpt.from = step_back(line, excerpt.mark_from, CONTEXT_BEFORE);
    excerpt.to = step_on(line, excerpt.from, LONGEST_LINE_SHOWN);
    excerpt.mark_to = to < excerpt.to ? to : excerpt.to;
    return excerpt;
}

static void add_times(struct str_builder *out, char byte, size_t count)
{
    for (size_t i = 0; i < count; i++)
        str_add_byte(out, byte);
}

// White space as wide as `text`; tabs stay tabs, so that it is so in every terminal.
static void write_blanks(struct str text, struct str_builder *out)
{
    for (size_t tab; text.len > 0; text = str_slice(text, tab, text.len)) {
        tab = str_find_byte(text, '\t', 0);
        add_times(out, ' ', terminal_columns(str_slice(text, 0, tab)));
        if (tab < text.len) {
            str_add_byte(out, '\t');
            tab++;
        }
    }
}

// The line and, below it, carets as wide as the place; long lines are shown around it.
static void write_excerpt(const struct diags *diags, const struct diag *diag,
                          const struct place *place, bool color, struct str_builder *out)
{
    struct excerpt excerpt = excerpt_of(diags, diag, place);
    str_addf(out, "%5u | ", place->start.line);
    terminal_add(out, str_slice(excerpt.line, excerpt.from, excerpt.to));
    str_add(out, STR("\n      | "));
    write_blanks(str_slice(excerpt.line, excerpt.from, excerpt.mark_from), out);
    size_t width = 0;
    if (excerpt.mark_to > excerpt.mark_from)
        width = terminal_columns(str_slice(excerpt.line, excerpt.mark_from, excerpt.mark_to));
    str_add(out, color ? STR("\033[1;31m") : STR(""));
    add_times(out, '^', width > 0 ? width : 1);
    str_add(out, color ? STR("\033[0m\n") : STR("\n"));
}

static void write_human(const struct diags *diags, const struct diag *diag,
                        const struct place *place, bool color, struct str_builder *out)
{
    bool error = diag->severity == DIAG_ERROR;
    str_add(out, !color ? STR("") : error ? STR("\033[1;31m") : STR("\033[1;33m"));
    str_addf(out, "%.*s[%.*s]", STR_ARGS(severity_name(diag)),
             STR_ARGS(diag_kind_find(diag->code)->code));
    str_add(out, color ? STR("\033[0m: ") : STR(": "));
    terminal_add(out, diag->message);
    str_add_byte(out, '\n');
    if (place->source) {
        str_add(out, STR("  --> "));
        write_place(place, out);
        str_add_byte(out, '\n');
        write_excerpt(diags, diag, place, color, out);
    }
    if (diag->hint.len > 0) {
        str_add(out, STR("      = hint: "));
        terminal_add(out, diag->hint);
        str_add_byte(out, '\n');
    }
}

static void write_json(const struct diag *diag, const struct place *place, struct str_builder *out)
{
    str_addf(out,
             "{\"severity\":\"%.*s\",\"code\":\"%.*s\",\"message\":", STR_ARGS(severity_name(diag)),
             STR_ARGS(diag_kind_find(diag->code)->code));
    json_add_text(out, diag->message);
    if (place->source) {
        str_add(out, STR(",\"file\":"));
        json_add_text(out, place->source->path);
        str_addf(out, ",\"line\":%u,\"column\":%u,\"endLine\":%u,\"endColumn\":%u",
                 place->start.line, place->start.column, place->end.line, place->end.column);
    }
    if (diag->hint.len > 0) {
        str_add(out, STR(",\"hint\":"));
        json_add_text(out, diag->hint);
    }
    str_add(out, STR("}\n"));
}

void diags_write(const struct diags *diags, enum diag_format format, bool color,
                 struct str_builder *out)
{
    for (size_t i = 0; i < diags->count; i++) {
        const struct diag *diag = &diags->items[i];
        struct place place = place_of(diags, diag);
        switch (format) {
        case DIAG_FORMAT_HUMAN: write_human(diags, diag, &place, color, out); break;
        case DIAG_FORMAT_SHORT: write_short(diag, &place, out); break;
        case DIAG_FORMAT_JSON: write_json(diag, &place, out); break;
        }
    }
}
