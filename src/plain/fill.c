#include "plain/fill.h"

#include "diag/terminal.h"

#include <assert.h>

enum { LONGEST_RULE = 40 };

void fill_gap(struct fill *fill, size_t lines)
{
    if (lines > fill->gap)
        fill->gap = lines;
}

static void add_spaces(struct str_builder *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        str_add_byte(out, ' ');
}

static void add_gap(struct fill *fill)
{
    for (size_t i = 0; i < fill->gap && fill->out.len > 0; i++)
        str_add_byte(&fill->out, '\n');
    fill->gap = 0;
}

static struct str without_end_spaces(struct str line)
{
    while (line.len > 0 && line.data[line.len - 1] == ' ')
        line.len--;
    return line;
}

static void add_line(struct fill *fill, struct str line)
{
    struct str_builder *out = &fill->out;
    size_t start = out->len, mark = terminal_columns(fill->mark);
    assert(mark <= fill->indent);
    add_spaces(out, fill->indent - mark);
    str_add(out, fill->mark);
    str_add(out, line);
    fill->mark = STR("");
    struct str whole = without_end_spaces(str_slice(str_built(out), start, out->len));
    out->len = start + whole.len;
    size_t columns = terminal_columns(whole);
    fill->widest = columns > fill->widest ? columns : fill->widest;
    str_add_byte(out, '\n');
}

size_t fill_hang(struct fill *fill, struct str mark)
{
    size_t around = fill->indent;
    fill->indent += terminal_columns(mark);
    fill->mark = str_format(fill->out.arena, "%.*s%.*s", STR_ARGS(fill->mark), STR_ARGS(mark));
    return around;
}

void fill_back(struct fill *fill, size_t indent)
{
    if (without_end_spaces(fill->mark).len > 0) {
        add_gap(fill);
        add_line(fill, STR(""));
    }
    fill->mark = STR("");
    fill->indent = indent;
}

// Columns that a line has beside its indentation, one at least.
static size_t room_of(const struct fill *fill)
{
    return fill->wrap > fill->indent ? fill->wrap - fill->indent : 1;
}

static struct str line_of(struct str text, size_t start, size_t end)
{
    if (end > start && text.data[end - 1] == '\n')
        end--;
    return without_end_spaces(str_slice(text, start, end));
}

// Fills lines with the pieces between the places where they may end.
static void add_wrapped(struct fill *fill, struct str text, const uint8_t *ends)
{
    size_t start = 0, end = 0, room = room_of(fill); // the line so far
    for (size_t at = 1; at <= text.len; at++) {
        if (ends[at] == LINE_GOES_ON)
            continue;
        if (end > start && terminal_columns(line_of(text, start, at)) > room) {
            add_line(fill, line_of(text, start, end));
            start = end;
        }
        end = at;
        if (ends[at] == LINE_ENDS) {
            add_line(fill, line_of(text, start, end));
            start = end;
        }
    }
}

static void add_unwrapped(struct fill *fill, struct str text)
{
    for (size_t start = 0; start < text.len;) {
        size_t end = str_find_byte(text, '\n', start);
        add_line(fill, str_slice(text, start, end));
        start = end + 1;
    }
}

void fill_add(struct fill *fill, const struct passage *passage)
{
    struct str text = str_built(&passage->text);
    if (text.len == 0)
        return;
    add_gap(fill);
    fill->widest = 0;
    if (fill->wrap == 0) {
        add_unwrapped(fill, text);
        return;
    }
    const struct line_text line = {text, passage->language, passage->whole.items,
                                   passage->whole.count};
    const uint8_t *ends = line_ends_find(fill->out.arena, &line, fill->diags);
    if (ends)
        add_wrapped(fill, text, ends);
    else
        fill->failed = true;
}

void fill_rule(struct fill *fill, char sign)
{
    size_t columns = fill->widest - fill->indent;
    add_spaces(&fill->out, fill->indent);
    for (size_t i = 0; i < columns && i < LONGEST_RULE; i++)
        str_add_byte(&fill->out, sign);
    str_add_byte(&fill->out, '\n');
}
