#include "input/traps.h"

static struct span span_at(const struct source *source, size_t start, size_t end)
{
    return (struct span){source->file, (uint32_t)start, (uint32_t)end};
}

static size_t line_end(struct str bytes, size_t at)
{
    size_t end = str_find_byte(bytes, '\n', at);
    return end > at && bytes.data[end - 1] == '\r' ? end - 1 : end;
}

struct str trap_quoted(struct arena *arena, struct str text)
{
    struct str_builder quoted = str_builder_in(arena);
    str_add_byte(&quoted, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\')
            str_add_byte(&quoted, '\\');
        str_add_byte(&quoted, text.data[i]);
    }
    str_add_byte(&quoted, '"');
    return str_built(&quoted);
}

// What follows the scalar on its line, from the `#` on; empty when no comment does.
static struct str comment_behind(struct str bytes, size_t end, size_t *blanks)
{
    size_t at = end;
    while (at < bytes.len && (bytes.data[at] == ' ' || bytes.data[at] == '\t'))
        at++;
    *blanks = at - end;
    bool comment = *blanks > 0 && at < bytes.len && bytes.data[at] == '#';
    return comment ? str_slice(bytes, at, line_end(bytes, at)) : (struct str){0};
}

// Two spaces before `#` and one after it say that a comment is meant; where no text stands before
// it, the one after it does.
static bool comment_is_meant(struct str comment, size_t blanks, bool after_text)
{
    bool spaced = comment.len < 2 || comment.data[1] == ' ' || comment.data[1] == '#';
    return spaced && (blanks >= 2 || !after_text || comment.len < 2);
}

static void trap_comment(const struct source *source, const struct node *scalar,
                         struct diags *diags)
{
    struct span span = scalar->span;
    size_t blanks;
    struct str comment = comment_behind(source->bytes, span.end, &blanks);
    if (comment.len == 0 || comment_is_meant(comment, blanks, scalar->text.len > 0))
        return;
    size_t start = span.end + blanks, end = start + comment.len;
    diag_add(diags, DIAG_YAML_LOST_WORDS, span_at(source, start, end),
             "` #` begins a comment: the words behind it would be lost");
    struct str whole = str_trim(str_slice(source->bytes, span.start, end));
    if (str_find_byte(whole, '\n', 0) < whole.len) {
        diag_hint(diags, "write the text after `|`, on lines of its own; a comment needs two "
                         "spaces before `#` and one after it");
        return;
    }
    diag_hint(diags,
              "put the text in quotes: `%.*s`; a comment needs two spaces before `#` and one "
              "after it",
              STR_ARGS(trap_quoted(diags->arena, whole)));
}

// A line that opens a list's item in Markdown, and may do so below text (CommonMark 0.31, 5.3: of
// numbers, only 1 does).
static bool is_item(struct str line)
{
    bool bullet =
        line.len > 1 && (line.data[0] == '-' || line.data[0] == '*' || line.data[0] == '+');
    bool number =
        line.len > 2 && line.data[0] == '1' && (line.data[1] == '.' || line.data[1] == ')');
    return (bullet && line.data[1] == ' ') || (number && line.data[2] == ' ');
}

// The lines of a scalar, as YAML folds them.
struct folding {
    const struct source *source;
    struct str bytes; // of the file, to the scalar's end: others may stand on its last line
    bool block;       // `>`: lines that are indented further are not folded
    bool begun;       // a line with text was met
    bool kept;        // the line before is not folded with the next
    size_t indent;    // of the first line with text
    size_t blank;     // where the first of the blank lines before the next line stands
    bool after_blank; // there is one
};

static void say_joined(const struct folding *folding, size_t start, size_t end, const char *what,
                       struct diags *diags)
{
    diag_add(diags, DIAG_YAML_LOST_WORDS, span_at(folding->source, start, end), "%s", what);
    diag_hint(diags, folding->block
                         ? "write `|` in place of `>`: then each line stays a line"
                         : "write `|` after the key and the text on the lines below it: then each "
                           "line stays a line");
}

// Returns whether a fault was said: one for each scalar, they have one mend.
static bool fold_line(struct folding *folding, size_t start, struct diags *diags)
{
    struct str whole = str_slice(folding->bytes, start, str_find_byte(folding->bytes, '\n', start));
    struct str line = str_trim(whole);
    if (line.len == 0) {
        if (!folding->after_blank)
            folding->blank = start;
        folding->after_blank = true;
        return false;
    }
    size_t indent = (size_t)(line.data - whole.data);
    bool further = folding->block && folding->begun && indent > folding->indent;
    bool folds = folding->begun && !further && !folding->kept, item = is_item(line);
    bool after_blank = folding->after_blank;
    if (!folding->begun)
        folding->indent = indent;
    folding->begun = true;
    folding->kept = further;
    folding->after_blank = false;
    if (folds && item && !after_blank)
        say_joined(folding, start + indent, start + indent + line.len,
                   "the items of this list would be joined into one paragraph", diags);
    else if (folds && !item && after_blank)
        say_joined(folding, folding->blank, folding->blank,
                   "the paragraphs around this blank line would be joined into one", diags);
    else
        return false;
    return true;
}

static void trap_folding(const struct source *source, const struct node *scalar,
                         struct diags *diags)
{
    struct folding folding = {
        .source = source,
        .bytes = str_slice(source->bytes, 0, scalar->span.end),
        .block = scalar->style == NODE_FOLDED,
    };
    size_t start = scalar->map.pieces[0].source;
    if (folding.block)
        start = str_find_byte(folding.bytes, '\n', scalar->span.start) + 1;
    for (; start < folding.bytes.len; start = str_find_byte(folding.bytes, '\n', start) + 1)
        if (fold_line(&folding, start, diags))
            return;
}

void trap_scalar(const struct source *source, const struct node *scalar, struct diags *diags)
{
    switch (scalar->style) {
    case NODE_PLAIN:
        trap_comment(source, scalar, diags);
        trap_folding(source, scalar, diags);
        break;
    case NODE_SINGLE_QUOTED:
    case NODE_DOUBLE_QUOTED:
    case NODE_FOLDED: trap_folding(source, scalar, diags); break;
    case NODE_LITERAL:
    case NODE_FLOW:
    case NODE_BLOCK: break;
    }
}

static bool holds_sentences(struct str key)
{
    return str_equal(key, STR("checklist")) || str_equal(key, STR("body")) ||
           str_equal(key, STR("steps"));
}

void trap_list(const struct node *list, struct str key, struct diags *diags)
{
    if (list->style != NODE_FLOW || !holds_sentences(key))
        return;
    for (size_t i = 0; i < list->count; i++) {
        const struct node *item = list->items[i];
        bool cut = item->kind == NODE_SCALAR && item->style == NODE_PLAIN &&
                   str_find_byte(item->text, ' ', 0) < item->text.len;
        if (!cut)
            continue;
        diag_add(diags, DIAG_YAML_LOST_WORDS, item->span,
                 "text in `[ ]` is cut into items at each comma");
        diag_hint(diags, "begin each item with `- ` on a line of its own, or put it in quotes");
        return;
    }
}

void trap_anchor(const struct source *source, struct span anchored, struct diags *diags)
{
    struct str text = str_slice(source->bytes, anchored.start, anchored.end);
    diag_add(diags, DIAG_YAML_LOST_WORDS, anchored,
             "the word that begins with `&` would be lost: YAML takes it for a name");
    if (str_find_byte(text, '\n', 0) < text.len)
        diag_hint(diags, "put the text in quotes");
    else
        diag_hint(diags, "put the text in quotes: `%.*s`",
                  STR_ARGS(trap_quoted(diags->arena, text)));
}
