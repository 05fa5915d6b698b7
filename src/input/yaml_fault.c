#include "input/yaml_fault.h"

#include "input/traps.h"
#include "input/yaml_blame.h"

#include <assert.h>
#include <string.h>

// libyaml's problem or context (a part of it) and what it means to a writer.
struct meaning {
    const char *part;
    const char *reason;
    const char *hint;
    bool at_context; // the fault is where the scalar or collection began
};

static const struct meaning meanings[] = {
    {"mapping values are not allowed", "`: ` inside unquoted text", NULL, false},
    {"found unexpected end of stream", "a quotation mark is opened and never closed",
     "close the quotes, or write the text after `|` on lines of its own", true},
    {"found unexpected document indicator", "a quotation mark is opened and never closed",
     "close the quotes before this line", true},
    {"found character that cannot start any token", "text cannot begin with this character",
     "put the text in quotes", false},
    {"found unknown escape character", "an unknown escape after `\\` in double quotes",
     "write `\\\\` for a backslash, or use single quotes", false},
    {"did not find expected alphabetic or numeric character",
     "text that begins with `*` or `&` has a meaning of its own in YAML", "put the text in quotes",
     false},
    {"could not find expected ':'",
     "a line that is neither `key: value` nor part of the text above",
     "write `key: value`; text of several lines needs `|` after its key, and an indentation", true},
    {"did not find expected key", "this line does not fit the indentation around it",
     "give it the same number of spaces as the keys beside it; text that holds quotes, `: ` or `#` "
     "needs quotes round it",
     false},
    {"did not find expected '-' indicator", "this line does not fit the list above it",
     "begin it with `- `, with the same number of spaces as the items above", false},
    {"did not find expected ',' or ']'", "a list in `[ ]` is not closed, or lacks a comma",
     "put commas between the items and `]` at the end; text with commas or brackets needs quotes",
     true},
    {"did not find expected ',' or '}'", "a mapping in `{ }` is not closed, or lacks a comma",
     "put commas between the pairs and `}` at the end; text with commas or braces needs quotes",
     true},
    {"block sequence entries are not allowed", "a list item cannot begin here",
     "begin the list on a line of its own, below its key", false},
    {"did not find expected node content", "a value is missing, or begins with a reserved sign",
     "put the text in quotes", false},
    {"did not find expected hexdecimal number", "an escape needs hexadecimal digits",
     "write `\\\\` for a backslash, or use single quotes", false},
    {"found a tab character", "a tab where spaces are needed", "indent with plain spaces", false},
    {"found extra comma", "a comma too many", "take one comma out", false},
};

static const struct meaning *meaning_find(const char *problem)
{
    for (size_t i = 0; problem && i < sizeof meanings / sizeof meanings[0]; i++)
        if (strstr(problem, meanings[i].part))
            return &meanings[i];
    return NULL;
}

static struct str line_at(struct str bytes, size_t at)
{
    size_t start = at < bytes.len ? at : bytes.len;
    while (start > 0 && bytes.data[start - 1] != '\n')
        start--;
    return str_slice(bytes, start, str_find_byte(bytes, '\n', start));
}

struct str yaml_value_on_line(struct str bytes, size_t at)
{
    struct str line = str_trim(line_at(bytes, at));
    while (str_starts_with(line, STR("- ")))
        line = str_trim(str_slice(line, 2, line.len));
    if (line.len > 0 && strchr("[{\"'", line.data[0]))
        return line;
    size_t colon = str_find(line, STR(": "), 0);
    return colon < line.len ? str_trim(str_slice(line, colon + 2, line.len)) : line;
}

// An alias that nothing resolves has been said already when libyaml stumbles over the words after
// it.
static bool alias_was_said(const struct diags *diags, uint32_t start)
{
    if (diags->count == 0)
        return false;
    const struct diag *last = &diags->items[diags->last];
    return last->code == DIAG_YAML_UNKNOWN_ALIAS && last->span.start == start;
}

void yaml_fault_sign(const struct source *source, size_t at, struct diags *diags)
{
    struct str value = yaml_value_on_line(source->bytes, at);
    assert(value.len > 0);
    uint32_t start = (uint32_t)(value.data - source->bytes.data);
    char sign[] = {'`', value.data[0], '`', '\0'};
    if (!alias_was_said(diags, start))
        diag_add(diags, DIAG_YAML_SYNTAX, (struct span){source->file, start, start + 1},
                 "unquoted text begins with %s, which has a meaning of its own in YAML",
                 value.data[0] == '`' ? "a backquote" : sign);
    diag_hint(diags, "put the text in quotes: `%.*s`", STR_ARGS(trap_quoted(diags->arena, value)));
}

// Whether a list or mapping in brackets that begins `value` ends before `at`, and text follows.
static bool closes_before(struct str value, size_t at)
{
    size_t depth = 0;
    for (size_t i = 0; i < at && i < value.len; i++) {
        depth += value.data[i] == '[' || value.data[i] == '{';
        depth -= depth > 0 && (value.data[i] == ']' || value.data[i] == '}');
        if (depth == 0)
            return true;
    }
    return false;
}

// Whether the fault at `at` comes from the sign that the value on its line begins with.
static bool sign_is_to_blame(struct str bytes, size_t at)
{
    struct str value = yaml_value_on_line(bytes, at);
    if (value.len == 0 || value.data + value.len < bytes.data + at)
        return false;
    size_t start = (size_t)(value.data - bytes.data);
    switch (value.data[0]) {
    case '*':
    case '&':
    case '!': return at >= start;
    case '@':
    case '%':
    case '`': return at == start;
    case '[':
    case '{': return at > start && closes_before(value, at - start);
    default: return false;
    }
}

// `key: some text: more` → `key: "some text: more"`.
static void hint_quotes(const struct yaml_fault *fault, struct diags *diags)
{
    struct str value = yaml_value_on_line(fault->source->bytes, fault->at);
    if (value.len == 0 || value.data > fault->source->bytes.data + fault->at) {
        diag_hint(diags, "put the text in quotes");
        return;
    }
    struct str line = str_trim(line_at(fault->source->bytes, fault->at));
    diag_hint(diags, "put the text in quotes: `%.*s%.*s`", (int)(value.data - line.data), line.data,
              STR_ARGS(trap_quoted(diags->arena, value)));
}

static bool is_tab_in_indentation(struct str bytes, size_t at)
{
    if (at >= bytes.len || bytes.data[at] != '\t')
        return false;
    while (at > 0 && bytes.data[at - 1] == ' ')
        at--;
    return at == 0 || bytes.data[at - 1] == '\n';
}

uint32_t yaml_fault_report(const struct yaml_fault *fault, struct diags *diags)
{
    const struct meaning *meaning = meaning_find(fault->problem);
    if (!meaning)
        meaning = meaning_find(fault->context);
    uint32_t at = meaning && meaning->at_context ? fault->context_at : fault->at;
    uint32_t length = (uint32_t)fault->source->bytes.len;
    if (is_tab_in_indentation(fault->source->bytes, at))
        return at; // the check of the indentation said it already
    if (!(meaning && meaning->at_context) && sign_is_to_blame(fault->source->bytes, fault->at)) {
        yaml_fault_sign(fault->source, fault->at, diags);
        return fault->at;
    }
    uint32_t blamed;
    if (yaml_blame(fault, diags, &blamed))
        return blamed;
    struct span span = {fault->source->file, at, at < length ? at + 1 : at};
    if (meaning) {
        diag_add(diags, DIAG_YAML_SYNTAX, span, "%s", meaning->reason);
        if (meaning->hint)
            diag_hint(diags, "%s", meaning->hint);
        else
            hint_quotes(fault, diags);
    } else {
        diag_add(diags, DIAG_YAML_SYNTAX, span, "the YAML cannot be read here: %s",
                 fault->problem ? fault->problem : "unknown reason");
        diag_hint(diags,
                  "check the indentation, the quotes and the colons of this line and the one "
                  "above");
    }
    return at;
}

// Takes the signs of [at, end) out of `bytes` without moving what follows. Other characters stay,
// since the marks count code points: they are harmless. Returns whether there was anything to take.
static bool blank(char *bytes, size_t at, size_t end)
{
    bool changed = false;
    for (; at < end; at++) {
        if (bytes[at] == ' ' || bytes[at] == '\r' || (unsigned char)bytes[at] >= 0x80)
            continue;
        bytes[at] = ' ';
        changed = true;
    }
    return changed;
}

// Makes the line at `at` a comment. Returns false when it is one, or empty.
static bool blank_line(char *bytes, size_t length, size_t at)
{
    struct str line = line_at((struct str){bytes, length}, at);
    size_t start = (size_t)(line.data - bytes);
    if (line.len == 0 || line.data[0] == '#' || (unsigned char)line.data[0] >= 0x80)
        return false;
    bool changed = blank(bytes, start, start + line.len);
    if (changed)
        bytes[start] = '#';
    return changed;
}

// Takes the value on the line of `at` out, so that the lines below keep what they belong to: all
// of it, or what stands from the fault on where text goes before a `: `. Returns false when the
// fault is not in the value, or nothing of it is left.
static bool blank_value(char *bytes, size_t length, size_t at)
{
    struct str value = yaml_value_on_line((struct str){bytes, length}, at);
    size_t start = (size_t)(value.data - bytes), end = start + value.len;
    if (at < start || at >= length)
        return false;
    return blank(bytes, bytes[at] == ':' ? at : start, end);
}

bool yaml_fault_take_out(char *bytes, size_t length, size_t blamed)
{
    return blank_value(bytes, length, blamed) || blank_line(bytes, length, blamed);
}

bool yaml_fault_was_said(const struct diags *diags)
{
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].code == DIAG_YAML_SYNTAX)
            return true;
    return false;
}
