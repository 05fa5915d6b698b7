#include "input/yaml_fault.h"

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

static struct str line_at(const struct source *source, uint32_t at)
{
    size_t start = at;
    while (start > 0 && source->bytes.data[start - 1] != '\n')
        start--;
    return str_slice(source->bytes, start, str_find_byte(source->bytes, '\n', at));
}

// `key: some text: more` → `key: "some text: more"`.
static void hint_quotes(const struct yaml_fault *fault, struct diags *diags)
{
    struct str line = str_trim(line_at(fault->source, fault->at));
    size_t colon = str_find(line, STR(": "), 0);
    struct str value = colon < line.len ? str_trim(str_slice(line, colon + 2, line.len)) : line;
    if (colon == line.len || str_find_byte(value, '"', 0) < value.len) {
        diag_hint(diags, "put the text in quotes");
        return;
    }
    diag_hint(diags, "put the text in quotes: `%.*s: \"%.*s\"`",
              STR_ARGS(str_slice(line, 0, colon)), STR_ARGS(value));
}

uint32_t yaml_fault_report(const struct yaml_fault *fault, struct diags *diags)
{
    const struct meaning *meaning = meaning_find(fault->problem);
    if (!meaning)
        meaning = meaning_find(fault->context);
    uint32_t at = meaning && meaning->at_context ? fault->context_at : fault->at;
    uint32_t length = (uint32_t)fault->source->bytes.len;
    if (at < length && fault->source->bytes.data[at] == '\t')
        return at; // the check of the indentation said it already
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
