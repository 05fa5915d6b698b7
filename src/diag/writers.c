#include "base/utf8.h"
#include "diag/diag.h"

#include <assert.h>

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
    return diag_kind_find(diag->code)->severity == DIAG_ERROR ? STR("error") : STR("warning");
}

static void write_short(const struct diag *diag, const struct place *place, struct str_builder *out)
{
    if (place->source)
        str_addf(out, "%.*s:%u:%u: ", STR_ARGS(place->source->path), place->start.line,
                 place->start.column);
    str_addf(out, "%.*s: %.*s [%.*s]\n", STR_ARGS(severity_name(diag)), STR_ARGS(diag->message),
             STR_ARGS(diag_kind_find(diag->code)->code));
}

enum { LONGEST_LINE_SHOWN = 120, CONTEXT_BEFORE = 60 };

static size_t offset_of_column(struct str line, size_t column)
{
    size_t at = 0;
    while (column > 1 && at < line.len) {
        at++;
        while (at < line.len && utf8_continues(line.data[at]))
            at++;
        column--;
    }
    return at;
}

// The line and, below it, a caret under each code point of the place. Tabs are kept in both, so
// that the carets stand right in every terminal; long lines are shown around the place.
static void write_excerpt(const struct diags *diags, const struct place *place, bool color,
                          struct str_builder *out)
{
    struct str line = source_line(diags->sources, place->source, place->start.line);
    size_t line_columns = utf8_count(line.data, line.len);
    size_t first = place->start.column > CONTEXT_BEFORE ? place->start.column - CONTEXT_BEFORE : 1;
    if (line_columns <= LONGEST_LINE_SHOWN)
        first = 1;
    size_t from = offset_of_column(line, first);
    size_t to = offset_of_column(line, first + LONGEST_LINE_SHOWN);
    size_t caret = offset_of_column(line, place->start.column);
    bool one_line = place->end.line == place->start.line;
    size_t end_column = one_line ? place->end.column : line_columns + 1;
    size_t carets = end_column > place->start.column ? end_column - place->start.column : 1;
    if (carets > LONGEST_LINE_SHOWN - CONTEXT_BEFORE)
        carets = LONGEST_LINE_SHOWN - CONTEXT_BEFORE;

    str_addf(out, "%5u | %.*s\n      | ", place->start.line, STR_ARGS(str_slice(line, from, to)));
    for (size_t i = from; i < caret; i++)
        if (!utf8_continues(line.data[i]))
            str_add_byte(out, line.data[i] == '\t' ? '\t' : ' ');
    str_add(out, color ? STR("\033[1;31m") : STR(""));
    for (size_t i = 0; i < carets; i++)
        str_add_byte(out, '^');
    str_add(out, color ? STR("\033[0m\n") : STR("\n"));
}

static void write_human(const struct diags *diags, const struct diag *diag,
                        const struct place *place, bool color, struct str_builder *out)
{
    bool error = diag_kind_find(diag->code)->severity == DIAG_ERROR;
    str_add(out, !color ? STR("") : error ? STR("\033[1;31m") : STR("\033[1;33m"));
    str_addf(out, "%.*s[%.*s]", STR_ARGS(severity_name(diag)),
             STR_ARGS(diag_kind_find(diag->code)->code));
    str_add(out, color ? STR("\033[0m") : STR(""));
    str_addf(out, ": %.*s\n", STR_ARGS(diag->message));
    if (place->source) {
        str_addf(out, "  --> %.*s:%u:%u\n", STR_ARGS(place->source->path), place->start.line,
                 place->start.column);
        write_excerpt(diags, place, color, out);
    }
    if (diag->hint.len > 0)
        str_addf(out, "      = hint: %.*s\n", STR_ARGS(diag->hint));
}

static void write_json_text(struct str_builder *out, struct str text)
{
    str_add_byte(out, '"');
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c == '"' || c == '\\')
            str_addf(out, "\\%c", c);
        else if (c < 0x20)
            str_addf(out, "\\u%04x", c);
        else
            str_add_byte(out, (char)c);
    }
    str_add_byte(out, '"');
}

static void write_json(const struct diag *diag, const struct place *place, struct str_builder *out)
{
    str_addf(out,
             "{\"severity\":\"%.*s\",\"code\":\"%.*s\",\"message\":", STR_ARGS(severity_name(diag)),
             STR_ARGS(diag_kind_find(diag->code)->code));
    write_json_text(out, diag->message);
    if (place->source) {
        str_add(out, STR(",\"file\":"));
        write_json_text(out, place->source->path);
        str_addf(out, ",\"line\":%u,\"column\":%u,\"endLine\":%u,\"endColumn\":%u",
                 place->start.line, place->start.column, place->end.line, place->end.column);
    }
    if (diag->hint.len > 0) {
        str_add(out, STR(",\"hint\":"));
        write_json_text(out, diag->hint);
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
