#include "input/markdown_scan.h"

#include "base/map.h"

#include <string.h>

struct scan {
    const struct node *scalar;
    struct diags *diags;
    struct map used; // labels in brackets that are no definition's, in small letters
    bool fenced;
    bool after_text; // the line before holds text
    bool after_bar;  // it holds a bar: the cells of a table's head, perhaps
};

static void add(struct scan *scan, enum diag_code code, size_t start, size_t end, const char *what)
{
    diag_add(scan->diags, code, node_text_span(scan->scalar, start, end), "%s", what);
}

static bool consists_of(struct str line, char byte)
{
    for (size_t i = 0; i < line.len; i++)
        if (line.data[i] != byte)
            return false;
    return line.len > 0;
}

// A label as Markdown compares it: capitals are small letters (of ASCII here), white space is one
// space (CommonMark 0.31, 4.7).
static struct str label_folded(struct arena *arena, struct str label)
{
    struct str_builder folded = str_builder_in(arena);
    bool spaced = false;
    label = str_trim(label);
    for (size_t i = 0; i < label.len; i++) {
        char byte = label.data[i];
        bool space = byte == ' ' || byte == '\t' || byte == '\n';
        if (!space)
            str_add_byte(&folded, byte >= 'A' && byte <= 'Z' ? (char)(byte - 'A' + 'a') : byte);
        else if (!spaced)
            str_add_byte(&folded, ' ');
        spaced = space;
    }
    return str_built(&folded);
}

// Returns where the label that begins behind the bracket at `open` ends, 0 when it is none: a label
// holds no bracket.
static size_t label_end(struct str text, size_t open)
{
    for (size_t at = open + 1; at < text.len && text.data[at] != '['; at++) {
        if (text.data[at] == '\\')
            at++;
        else if (text.data[at] == ']')
            return at > open + 1 ? at : 0;
    }
    return 0;
}

static void note_labels(struct scan *scan)
{
    struct str text = scan->scalar->text;
    for (size_t at = 0; (at = str_find_byte(text, '[', at)) < text.len; at++) {
        size_t end = label_end(text, at);
        bool defines = end > 0 && end + 1 < text.len && text.data[end + 1] == ':';
        if (end == 0 || defines)
            continue;
        struct str label = str_slice(text, at + 1, end);
        map_add(scan->diags->arena, &scan->used, label_folded(scan->diags->arena, label), scan);
    }
}

// Whether `rest` is an address and perhaps a title: else the line is text, and nothing is lost.
static bool is_address(struct str rest)
{
    rest = str_trim(rest);
    size_t end = 0;
    if (rest.len > 0 && rest.data[0] == '<')
        end = str_find_byte(rest, '>', 0) + 1;
    else
        while (end < rest.len && rest.data[end] != ' ' && rest.data[end] != '\t')
            end++;
    struct str title = str_trim(str_slice(rest, end < rest.len ? end : rest.len, rest.len));
    if (title.len == 0)
        return true;
    char last = title.data[0] == '(' ? ')' : title.data[0];
    return title.len > 1 && strchr("\"')", last) && title.data[title.len - 1] == last;
}

// CommonMark 0.31, 4.7: `[label]: address`, which does not interrupt text. Returns whether the line
// is one.
static bool scan_definition(struct scan *scan, size_t start, struct str line)
{
    size_t close = line.data[0] == '[' ? label_end(line, 0) : 0;
    if (scan->after_text || close == 0 || close + 1 >= line.len || line.data[close + 1] != ':' ||
        !is_address(str_slice(line, close + 2, line.len)))
        return false;
    struct str label = str_slice(line, 1, close);
    if (map_find(&scan->used, label_folded(scan->diags->arena, label)))
        return true;
    add(scan, DIAG_LINK_DEFINITION_UNUSED, start, start + line.len,
        "a link definition that nothing uses: Markdown would drop this line");
    diag_hint(scan->diags, "use it as `[text][%.*s]`, or write `\\[` for a bracket in the text",
              STR_ARGS(label));
    return true;
}

static void scan_underline(struct scan *scan, size_t start, struct str line)
{
    bool rule = consists_of(line, '-') && line.len >= 2;
    if (!scan->after_text || !(rule || consists_of(line, '=')))
        return;
    add(scan, DIAG_MARKDOWN_SUSPICIOUS, start, start + line.len,
        "this line makes the text above it a heading");
    diag_hint(scan->diags, "write a heading as `# Heading`; leave a blank line before a rule");
}

// Whether a cell of the row below a table's head is one: `---`, with colons for the alignment.
static bool is_table_rule(struct str cell)
{
    if (str_starts_with(cell, STR(":")))
        cell = str_slice(cell, 1, cell.len);
    if (str_ends_with(cell, STR(":")))
        cell = str_slice(cell, 0, cell.len - 1);
    return consists_of(cell, '-');
}

// In GitHub's Markdown one hyphen is enough below a table's head, in md4c three signs must be: the
// table would become a paragraph.
static void scan_table_rule(struct scan *scan, size_t start, struct str line)
{
    bool is_short = false;
    size_t at = line.data[0] == '|' ? 1 : 0;
    size_t end = line.len - (line.len > 1 && line.data[line.len - 1] == '|' ? 1 : 0);
    if (!scan->after_bar || str_find_byte(line, '|', 0) == line.len)
        return;
    while (at <= end) {
        size_t bar = str_find_byte(str_slice(line, 0, end), '|', at);
        struct str cell = str_trim(str_slice(line, at, bar));
        if (!is_table_rule(cell))
            return;
        is_short = is_short || cell.len < 3;
        at = bar + 1;
    }
    if (!is_short)
        return;
    add(scan, DIAG_MARKDOWN_SUSPICIOUS, start, start + line.len,
        "these rules are too short for a table's head above them: all is one paragraph");
    diag_hint(scan->diags, "write at least three signs for each column: `|---|:-:|`");
}

static void scan_bullet(struct scan *scan, size_t start, struct str line)
{
    bool bullet = str_starts_with(line, STR("\xE2\x80\xA2"));
    bool letter = line.len > 2 && line.data[0] >= 'a' && line.data[0] <= 'z' &&
                  line.data[1] == ')' && line.data[2] == ' ';
    if (!bullet && !letter)
        return;
    add(scan, DIAG_MARKDOWN_SUSPICIOUS, start, start + (bullet ? 3 : 2),
        bullet ? "a typed bullet makes no list" : "a letter makes no list");
    diag_hint(scan->diags, bullet ? "begin the item with `- `" : "begin the item with `1. `");
}

static void scan_line(struct scan *scan, size_t start, struct str whole)
{
    struct str line = str_trim(whole);
    size_t indent = line.len > 0 ? (size_t)(line.data - whole.data) : 0;
    bool fence = str_starts_with(line, STR("```")) || str_starts_with(line, STR("~~~"));
    if (fence)
        scan->fenced = !scan->fenced;
    bool defines = false;
    if (line.len > 0 && !fence && !scan->fenced) {
        defines = scan_definition(scan, start + indent, line);
        scan_underline(scan, start + indent, line);
        scan_table_rule(scan, start + indent, line);
        scan_bullet(scan, start + indent, line);
    }
    scan->after_bar = !fence && !scan->fenced && str_find_byte(line, '|', 0) < line.len;
    scan->after_text = line.len > 0 && !fence && !scan->fenced && !defines && line.data[0] != '#' &&
                       line.data[0] != '|';
}

void markdown_scan(const struct node *scalar, struct diags *diags)
{
    struct scan scan = {.scalar = scalar, .diags = diags};
    note_labels(&scan);
    for (size_t start = 0; start < scalar->text.len;) {
        size_t end = str_find_byte(scalar->text, '\n', start);
        scan_line(&scan, start, str_slice(scalar->text, start, end));
        start = end + 1;
    }
}

static size_t behind_code(struct str line, size_t at)
{
    size_t ticks = 0;
    while (at + ticks < line.len && line.data[at + ticks] == '`')
        ticks++;
    for (size_t end = at + ticks, run = 0; end < line.len; end++) {
        run = line.data[end] == '`' ? run + 1 : 0;
        bool last = end + 1 == line.len || line.data[end + 1] != '`';
        if (run == ticks && last)
            return end + 1;
    }
    return at + ticks;
}

void markdown_scan_row(const struct node *scalar, size_t start, uint32_t columns,
                       struct diags *diags)
{
    struct str text = scalar->text;
    struct str line = str_trim(str_slice(text, start, str_find_byte(text, '\n', start)));
    while (line.len > 0 && (line.data[0] == '>' || line.data[0] == ' '))
        line = str_slice(line, 1, line.len);
    uint32_t bars = 0;
    bool outer = line.len > 0 && line.data[0] == '|'; // a bar before the first cell
    for (size_t at = 0; at < line.len;) {
        if (line.data[at] == '`') {
            at = behind_code(line, at);
            continue;
        }
        bars += line.data[at] == '|';
        at += line.data[at] == '\\' ? 2 : 1;
        if (bars < columns + outer || at >= line.len)
            continue;
        size_t from = (size_t)(line.data - text.data) + at, end = from + line.len - at;
        diag_add(diags, DIAG_TABLE_CELLS, node_text_span(scalar, from, end),
                 "this row has more cells than the table's head, which has %u", columns);
        diag_hint(diags, "write `\\|` for a bar within a cell, or give the head another column");
        return;
    }
    bool closed = line.len > 0 && line.data[line.len - 1] == '|' &&
                  (line.len < 2 || line.data[line.len - 2] != '\\');
    if (line.len == 0 || bars + 1 >= columns + outer + closed)
        return;
    size_t from = (size_t)(line.data - text.data);
    diag_add(diags, DIAG_TABLE_CELLS, node_text_span(scalar, from, from + line.len),
             "this row has fewer cells than the table's head, which has %u", columns);
    diag_hint(diags, "write `| |` for an empty cell; end the table with a blank line");
}

// CommonMark 0.31, 4.1.
static bool is_rule(struct str line)
{
    size_t signs = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] != line.data[0] && line.data[i] != ' ')
            return false;
        signs += line.data[i] != ' ';
    }
    return signs >= 3 && strchr("-*_", line.data[0]);
}

static bool is_marker(struct str line)
{
    size_t at = 0;
    while (at < line.len && line.data[at] >= '0' && line.data[at] <= '9')
        at++;
    bool number = at > 0 && at + 1 == line.len && (line.data[at] == '.' || line.data[at] == ')');
    return number || (line.len == 1 && strchr("-*+", line.data[0]));
}

struct scan_line markdown_scan_line(struct str text, size_t from)
{
    size_t start = from;
    if (from > 0 && text.data[from - 1] != '\n')
        start = str_find_byte(text, '\n', from) + 1;
    while (start < text.len) {
        size_t end = str_find_byte(text, '\n', start);
        while (start < end && strchr(" \t>", text.data[start]))
            start++;
        if (start < end)
            return (struct scan_line){start, end};
        start = end + 1;
    }
    return (struct scan_line){0};
}

static struct scan_line line_that(struct str text, size_t from, bool (*is)(struct str line))
{
    struct scan_line line = markdown_scan_line(text, from);
    struct str trimmed = str_trim(str_slice(text, line.start, line.end));
    if (trimmed.len == 0 || !is(trimmed))
        return (struct scan_line){0};
    return (struct scan_line){line.start, line.start + trimmed.len};
}

struct scan_line markdown_scan_rule(struct str text, size_t from)
{
    return line_that(text, from, is_rule);
}

struct scan_line markdown_scan_marker(struct str text, size_t from)
{
    return line_that(text, from, is_marker);
}
