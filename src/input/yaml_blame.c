#include "input/yaml_blame.h"

#include "input/traps.h"

#include <assert.h>
#include <string.h>

enum { MOST_LINES_ABOVE = 200 }; // a fault costs no more, however long the text above it is

struct line {
    size_t start;
    size_t indent; // in spaces
    struct str text;
};

static struct line line_at(struct str bytes, size_t at)
{
    size_t start = at < bytes.len ? at : bytes.len;
    while (start > 0 && bytes.data[start - 1] != '\n')
        start--;
    struct str whole = str_slice(bytes, start, str_find_byte(bytes, '\n', start));
    struct str text = str_trim(whole);
    return (struct line){start, text.len > 0 ? (size_t)(text.data - whole.data) : 0, text};
}

// The nearest line above that is not blank; false at the top.
static bool line_above(struct str bytes, struct line *line)
{
    do {
        if (line->start == 0)
            return false;
        *line = line_at(bytes, line->start - 1);
    } while (line->text.len == 0);
    return true;
}

// What stands behind the marks of list items.
static struct str behind_marks(struct str text)
{
    while (str_starts_with(text, STR("- ")))
        text = str_trim(str_slice(text, 2, text.len));
    return text;
}

static size_t key_column(const struct line *line)
{
    return line->indent + (size_t)(behind_marks(line->text).data - line->text.data);
}

// The length of the key that a text begins with, if a colon follows: one word, as keys are.
static size_t key_length(struct str text)
{
    size_t at = 0;
    while (at < text.len &&
           ((text.data[at] >= 'a' && text.data[at] <= 'z') ||
            (text.data[at] >= 'A' && text.data[at] <= 'Z') || text.data[at] == '-'))
        at++;
    return at < text.len && text.data[at] == ':' ? at : 0;
}

static bool has_key(struct str text)
{
    struct str rest = behind_marks(text);
    size_t length = key_length(rest);
    return length > 0 && (length + 1 == rest.len || rest.data[length + 1] == ' ');
}

// Whether the text on the lines below belongs to this line: `key: |`, `key: >-`, `- |`.
static bool opens_text(struct str text)
{
    size_t end = text.len;
    while (end > 0 && strchr("+-123456789", text.data[end - 1]))
        end--;
    return end > 1 && (text.data[end - 1] == '|' || text.data[end - 1] == '>') &&
           text.data[end - 2] == ' ';
}

static void add(const struct yaml_fault *fault, struct diags *diags, size_t at, const char *reason)
{
    assert(at < fault->source->bytes.len);
    struct span span = {fault->source->file, (uint32_t)at, (uint32_t)at + 1};
    diag_add(diags, DIAG_YAML_SYNTAX, span, "%s", reason);
}

// heading: One
//    body: Words
static bool blame_deep_key(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    struct str bytes = fault->source->bytes;
    struct line line = line_at(bytes, fault->at), above = line;
    size_t length = key_length(line.text);
    if (length == 0 || fault->at != line.start + line.indent + length ||
        !line_above(bytes, &above) || !has_key(above.text) || key_column(&above) >= line.indent)
        return false;
    struct str key = behind_marks(above.text);
    *blamed = (uint32_t)(line.start + line.indent);
    add(fault, diags, *blamed, "this key is indented further than the one above it");
    diag_hint(diags, "begin it below `%.*s`, with %zu spaces before it", (int)key_length(key),
              key.data, key_column(&above));
    return true;
}

// - heading One
//   body: Words
static bool blame_lost_colon(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    struct str bytes = fault->source->bytes;
    struct line line = line_at(bytes, fault->at), above = line;
    size_t length = key_length(line.text);
    if (length == 0 || fault->at != line.start + line.indent + length ||
        !line_above(bytes, &above) || key_column(&above) != line.indent)
        return false;
    struct str text = behind_marks(above.text);
    size_t space = str_find_byte(text, ' ', 0);
    if (space == 0 || space == text.len || str_find_byte(text, ':', 0) < text.len)
        return false;
    *blamed = (uint32_t)(line.start + line.indent);
    add(fault, diags, (size_t)(text.data - bytes.data), "a key without a colon behind it");
    diag_hint(diags, "write `%.*s: %.*s`", (int)space, text.data,
              STR_ARGS(str_slice(text, space + 1, text.len)));
    return true;
}

// -heading: One
static bool blame_hyphen(const struct yaml_fault *fault, size_t at, struct diags *diags,
                         uint32_t *blamed)
{
    struct line line = line_at(fault->source->bytes, at);
    if (!str_starts_with(line.text, STR("-")))
        return false;
    struct str rest = str_slice(line.text, 1, line.text.len);
    if (!has_key(rest) || rest.data[0] == '-')
        return false;
    *blamed = (uint32_t)(line.start + line.indent);
    add(fault, diags, *blamed, "a hyphen without a space behind it");
    diag_hint(diags, "write `- %.*s`", STR_ARGS(rest));
    return true;
}

// - heading: One
// body: Words
static bool blame_shallow_key(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    struct str bytes = fault->source->bytes;
    struct line line = line_at(bytes, fault->at), above = line;
    if (!has_key(line.text) || str_starts_with(line.text, STR("-")))
        return false;
    for (int i = 0; i < MOST_LINES_ABOVE && line_above(bytes, &above); i++) {
        if (above.indent > line.indent)
            continue;
        if (above.indent < line.indent || !str_starts_with(above.text, STR("- ")) ||
            !has_key(above.text))
            return false;
        struct str key = behind_marks(above.text);
        *blamed = (uint32_t)(line.start + line.indent);
        add(fault, diags, *blamed, "this key is indented less than the item that it belongs to");
        diag_hint(diags, "begin it below `%.*s`, with %zu spaces before it", (int)key_length(key),
                  key.data, key_column(&above));
        return true;
    }
    return false;
}

// subtitle:Words
static bool blame_colon(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    struct line line = line_at(fault->source->bytes, fault->context_at);
    struct str text = behind_marks(line.text);
    size_t length = key_length(text);
    if (length == 0 || length + 1 == text.len || text.data[length + 1] == ' ' ||
        text.data[length + 1] == '/')
        return false;
    *blamed = (uint32_t)((size_t)(text.data - fault->source->bytes.data) + length);
    add(fault, diags, *blamed, "a colon without a space behind it");
    diag_hint(diags, "write `%.*s: %.*s`", (int)length, text.data,
              STR_ARGS(str_slice(text, length + 1, text.len)));
    return true;
}

// The line that opened the text to which a line may belong, and what lies between.
struct text_above {
    struct line opening;
    struct line inner; // the line below it, if it is indented as it should be
    bool said;         // a line between is indented too little, and was reported
};

static bool was_said(const struct diags *diags, const struct line *line)
{
    for (size_t i = 0; i < diags->count; i++)
        if (diags->items[i].code == DIAG_YAML_SYNTAX &&
            diags->items[i].span.start == line->start + line->indent)
            return true;
    return false;
}

static bool find_text_above(struct str bytes, const struct line *line, const struct diags *diags,
                            struct text_above *found)
{
    struct line above = *line;
    *found = (struct text_above){0};
    for (int i = 0; i < MOST_LINES_ABOVE && line_above(bytes, &above); i++) {
        found->opening = above;
        if (opens_text(above.text)) {
            found->said = found->said || was_said(diags, &above);
            return found->said || line->indent <= key_column(&above);
        }
        if (above.indent > line->indent)
            found->inner = above;
        else if (has_key(above.text) || str_starts_with(above.text, STR("- ")))
            return false;
        else
            found->said = found->said || was_said(diags, &above);
    }
    return false;
}

// body: |
// Words
static bool blame_shallow_text(const struct yaml_fault *fault, size_t at, struct diags *diags,
                               uint32_t *blamed)
{
    struct str bytes = fault->source->bytes;
    struct line line = line_at(bytes, at);
    struct text_above found;
    if (line.text.len == 0 || has_key(line.text) || str_starts_with(line.text, STR("- ")) ||
        !find_text_above(bytes, &line, diags, &found))
        return false;
    *blamed = (uint32_t)(line.start + line.indent);
    if (found.said)
        return true;
    if (found.inner.text.len > 0) {
        add(fault, diags, *blamed, "this line is indented less than the text that it belongs to");
        diag_hint(diags, "write %zu spaces before it, as before the text above",
                  found.inner.indent);
    } else {
        add(fault, diags, *blamed, "this text is not indented below its key");
        diag_hint(diags, "write %zu spaces before each of its lines",
                  key_column(&found.opening) + 2);
    }
    return true;
}

// Where the quotes that begin `value` end, or its length.
static size_t closing_quote(struct str value)
{
    char quote = value.data[0];
    for (size_t at = 1; at < value.len; at++) {
        bool doubled = quote == '\'' && at + 1 < value.len && value.data[at + 1] == quote;
        if (value.data[at] == quote && !doubled)
            return at;
        at += value.data[at] == (quote == '"' ? '\\' : quote); // what is escaped
    }
    return value.len;
}

// heading: 'don't'
static bool blame_quote(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    struct str bytes = fault->source->bytes;
    struct str value = yaml_value_on_line(bytes, fault->at);
    if (value.len < 2 || !strchr("'\"", value.data[0]))
        return false;
    size_t start = (size_t)(value.data - bytes.data), end = closing_quote(value);
    if (end + 1 >= value.len || start + end >= fault->at)
        return false;
    bool around = value.data[value.len - 1] == value.data[0]; // or `"Yes" is the answer`
    struct str inner = around ? str_slice(value, 1, value.len - 1) : value;
    *blamed = (uint32_t)(start + end);
    add(fault, diags, *blamed, "the text in quotes ends here, and more follows");
    diag_hint(diags, "put all of it in quotes: `%.*s`", STR_ARGS(trap_quoted(diags->arena, inner)));
    return true;
}

static bool says(const struct yaml_fault *fault, const char *part)
{
    return fault->problem && strstr(fault->problem, part);
}

bool yaml_blame(const struct yaml_fault *fault, struct diags *diags, uint32_t *blamed)
{
    if (says(fault, "mapping values are not allowed"))
        return blame_deep_key(fault, diags, blamed) || blame_lost_colon(fault, diags, blamed);
    if (says(fault, "could not find expected ':'"))
        return blame_colon(fault, diags, blamed) ||
               blame_shallow_text(fault, fault->context_at, diags, blamed);
    if (says(fault, "did not find expected key") || says(fault, "did not find expected '-'") ||
        says(fault, "did not find expected <document start>"))
        return blame_quote(fault, diags, blamed) || blame_hyphen(fault, fault->at, diags, blamed) ||
               blame_shallow_key(fault, diags, blamed) ||
               blame_shallow_text(fault, fault->at, diags, blamed);
    return false;
}
