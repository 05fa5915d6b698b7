#include "input/markdown_scan.h"

struct scan {
    const struct node *scalar;
    struct diags *diags;
    bool fenced;
    bool after_text; // the line before holds text
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

static size_t count_outside(struct str text, struct str label, size_t definition)
{
    size_t uses = 0;
    for (size_t at = 0; at + label.len <= text.len; at++) {
        at = str_find_byte(text, '[', at);
        if (at + label.len > text.len)
            break;
        if (at != definition && str_equal_ignoring_case(str_slice(text, at, at + label.len), label))
            uses++;
    }
    return uses;
}

// CommonMark 0.31, 4.7: `[label]: address`.
static void scan_definition(struct scan *scan, size_t start, struct str line)
{
    size_t close = str_find(line, STR("]:"), 0);
    if (line.data[0] != '[' || close == line.len || close == 1)
        return;
    struct str label = str_slice(line, 0, close + 1);
    if (count_outside(scan->scalar->text, label, start) > 0)
        return;
    add(scan, DIAG_LINK_DEFINITION_UNUSED, start, start + line.len,
        "a link definition that nothing uses: Markdown would drop this line");
    diag_hint(scan->diags, "use it as `[text]%.*s`, or write `\\[` for a bracket in the text",
              STR_ARGS(label));
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
    if (line.len > 0 && !fence && !scan->fenced) {
        scan_definition(scan, start + indent, line);
        scan_underline(scan, start + indent, line);
        scan_bullet(scan, start + indent, line);
    }
    scan->after_text =
        line.len > 0 && !fence && !scan->fenced && line.data[0] != '#' && line.data[0] != '|';
}

void markdown_scan(const struct node *scalar, struct diags *diags)
{
    struct scan scan = {.scalar = scalar, .diags = diags};
    for (size_t start = 0; start < scalar->text.len;) {
        size_t end = str_find_byte(scalar->text, '\n', start);
        scan_line(&scan, start, str_slice(scalar->text, start, end));
        start = end + 1;
    }
}
