#include "input/yaml_scalar.h"

#include "base/utf8.h"
#include "base/vec.h"

#include <string.h>

struct walk {
    struct arena *arena;
    struct str raw; // from the file's start to the scalar's end
    struct str value;
    size_t at;         // in raw
    size_t done;       // of value
    size_t blanks_end; // of the white space that was met last: a long run is looked through once
    struct {
        struct srcmap_piece *items;
        size_t count;
        size_t capacity;
    } pieces;
};

// Notes that the next byte of the value stands at `source`.
static void place(struct walk *walk, size_t source)
{
    if (walk->pieces.count > 0) {
        const struct srcmap_piece *last = &walk->pieces.items[walk->pieces.count - 1];
        if (source - last->source == walk->done - last->decoded && source >= last->source)
            return;
    }
    *VEC_PUSH(walk->arena, &walk->pieces) =
        (struct srcmap_piece){(uint32_t)walk->done, (uint32_t)source};
}

static bool raw_is(const struct walk *walk, size_t at, char byte)
{
    return at < walk->raw.len && walk->raw.data[at] == byte;
}

static size_t break_length(const struct walk *walk, size_t at)
{
    if (raw_is(walk, at, '\r'))
        return raw_is(walk, at + 1, '\n') ? 2 : 1;
    return raw_is(walk, at, '\n') ? 1 : 0;
}

static size_t skip_blanks(const struct walk *walk, size_t at)
{
    while (raw_is(walk, at, ' ') || raw_is(walk, at, '\t'))
        at++;
    return at;
}

// One byte that is the same in both.
static bool take_same(struct walk *walk)
{
    if (walk->done >= walk->value.len || walk->at >= walk->raw.len ||
        walk->raw.data[walk->at] != walk->value.data[walk->done])
        return false;
    place(walk, walk->at);
    walk->at++;
    walk->done++;
    return true;
}

// White space that ends in a line break: one break is a space in the value, more are one fewer.
static bool take_fold(struct walk *walk, size_t first_break)
{
    size_t breaks = 0, at = first_break;
    for (size_t length; (length = break_length(walk, at)) > 0; breaks++)
        at = skip_blanks(walk, at + length);
    size_t expected = breaks == 1 ? 1 : breaks - 1;
    char byte = breaks == 1 ? ' ' : '\n';
    for (size_t i = 0; i < expected; i++) {
        if (walk->done >= walk->value.len || walk->value.data[walk->done] != byte)
            return false;
        place(walk, first_break);
        walk->done++;
    }
    walk->at = at;
    return true;
}

static bool folds_here(struct walk *walk, size_t *first_break)
{
    if (walk->blanks_end <= walk->at)
        walk->blanks_end = skip_blanks(walk, walk->at);
    *first_break = walk->blanks_end;
    return break_length(walk, *first_break) > 0;
}

static bool walk_plain(struct walk *walk)
{
    while (walk->done < walk->value.len) {
        size_t first_break;
        bool good = folds_here(walk, &first_break) ? take_fold(walk, first_break) : take_same(walk);
        if (!good)
            return false;
    }
    return true;
}

static bool walk_single_quoted(struct walk *walk)
{
    walk->at++;
    while (walk->done < walk->value.len) {
        size_t first_break;
        bool quote = raw_is(walk, walk->at, '\'');
        bool good = folds_here(walk, &first_break) ? take_fold(walk, first_break) : take_same(walk);
        if (!good)
            return false;
        walk->at += quote; // '' is one quote
    }
    walk->at = skip_blanks(walk, walk->at);
    walk->at += raw_is(walk, walk->at, '\'');
    return true;
}

// YAML 1.2, 5.7: how many raw bytes an escape has.
static size_t escape_length(const struct walk *walk)
{
    if (walk->at + 1 >= walk->raw.len)
        return 0;
    switch (walk->raw.data[walk->at + 1]) {
    case 'x': return 4;
    case 'u': return 6;
    case 'U': return 10;
    default: return 2;
    }
}

// A break behind `\` is no space; each empty line after it is a line break all the same.
static bool take_escaped_break(struct walk *walk, size_t first)
{
    walk->at = skip_blanks(walk, walk->at + 1 + first);
    for (size_t length; (length = break_length(walk, walk->at)) > 0;) {
        if (walk->done >= walk->value.len || walk->value.data[walk->done] != '\n')
            return false;
        place(walk, walk->at);
        walk->done++;
        walk->at = skip_blanks(walk, walk->at + length);
    }
    return true;
}

static bool take_escape(struct walk *walk)
{
    size_t line_break = break_length(walk, walk->at + 1);
    if (line_break > 0)
        return take_escaped_break(walk, line_break);
    size_t length = escape_length(walk), end = walk->done;
    if (length == 0 || walk->at + length > walk->raw.len)
        return false;
    if (utf8_decode(walk->value.data, walk->value.len, &end) == UTF8_INVALID)
        return false;
    for (; walk->done < end; walk->done++)
        place(walk, walk->at);
    walk->at += length;
    return true;
}

static bool walk_double_quoted(struct walk *walk)
{
    walk->at++;
    while (walk->done < walk->value.len) {
        size_t first_break;
        bool good = raw_is(walk, walk->at, '\\')     ? take_escape(walk)
                    : folds_here(walk, &first_break) ? take_fold(walk, first_break)
                                                     : take_same(walk);
        if (!good)
            return false;
    }
    size_t quote = str_find_byte(walk->raw, '"', walk->at);
    walk->at = quote < walk->raw.len ? quote + 1 : quote;
    return true;
}

static size_t leading_spaces(struct str text, size_t at)
{
    size_t start = at;
    while (at < text.len && text.data[at] == ' ')
        at++;
    return at - start;
}

static size_t line_end(const struct walk *walk, size_t at)
{
    while (at < walk->raw.len && break_length(walk, at) == 0)
        at++;
    return at;
}

// The indentation of a block scalar shows where its first line with text stands in both: the lines
// above it are empty, and each is a line break in the value.
static size_t block_indent(const struct walk *walk, size_t at)
{
    size_t in_value = 0;
    for (; in_value < walk->value.len && walk->value.data[in_value] == '\n'; in_value++) {
        at = line_end(walk, at);
        at += break_length(walk, at);
    }
    size_t spaces = leading_spaces(walk->raw, at), kept = leading_spaces(walk->value, in_value);
    return spaces > kept ? spaces - kept : 0;
}

// Line breaks of a block scalar, from the end of a line to the next text: the value has a space or
// some breaks for them, by rules that need not be known here to see where they stand.
static void take_block_breaks(struct walk *walk, bool folded, size_t indent)
{
    bool first = true;
    for (size_t length; (length = break_length(walk, walk->at)) > 0; first = false) {
        bool kept = walk->done < walk->value.len && walk->value.data[walk->done] == '\n';
        bool space =
            folded && first && walk->done < walk->value.len && walk->value.data[walk->done] == ' ';
        if (kept || space) {
            place(walk, walk->at);
            walk->done++;
        }
        walk->at += length;
        size_t spaces = leading_spaces(walk->raw, walk->at);
        if (break_length(walk, walk->at + spaces) > 0 && spaces <= indent)
            walk->at += spaces;
        else
            walk->at += spaces < indent ? spaces : indent;
        if (space)
            return;
    }
}

static bool walk_block(struct walk *walk, bool folded)
{
    walk->at = line_end(walk, walk->at); // `|2-` and a comment
    walk->at += break_length(walk, walk->at);
    size_t indent = block_indent(walk, walk->at);
    size_t spaces = leading_spaces(walk->raw, walk->at);
    walk->at += spaces < indent ? spaces : indent;
    size_t end = walk->at;
    while (walk->done < walk->value.len) {
        if (break_length(walk, walk->at) > 0) {
            size_t before = walk->done, stood = walk->at;
            take_block_breaks(walk, folded, indent);
            if (walk->done == before && walk->at == stood)
                return false;
        } else if (take_same(walk)) {
            end = walk->at;
        } else {
            // The last line may end without a break where the file does.
            bool final_break = walk->at >= walk->raw.len && walk->value.data[walk->done] == '\n';
            if (!final_break)
                return false;
            place(walk, walk->raw.len);
            walk->done++;
        }
    }
    walk->at = end;
    return true;
}

static bool walk_scalar(struct walk *walk, enum node_style style)
{
    switch (style) {
    case NODE_PLAIN: return walk_plain(walk);
    case NODE_SINGLE_QUOTED: return walk_single_quoted(walk);
    case NODE_DOUBLE_QUOTED: return walk_double_quoted(walk);
    case NODE_LITERAL: return walk_block(walk, false);
    case NODE_FOLDED: return walk_block(walk, true);
    case NODE_FLOW:
    case NODE_BLOCK: break;
    }
    return false;
}

bool yaml_scalar_map(struct arena *arena, const struct raw_scalar *raw, struct str value,
                     struct srcmap *map, uint32_t *end)
{
    struct walk walk = {
        .arena = arena,
        .raw = str_slice(raw->bytes, 0, raw->end),
        .value = value,
        .at = raw->start,
    };
    bool good = walk_scalar(&walk, raw->style);
    if (!good || walk.pieces.count == 0) {
        walk.done = 0;
        walk.pieces.count = 0;
        walk.at = good ? walk.at : raw->end;
        place(&walk,
              good && raw->style != NODE_PLAIN && walk.at > raw->start ? walk.at - 1 : raw->start);
    }
    *end = (uint32_t)(walk.at > raw->end ? raw->end : walk.at);
    *map = (struct srcmap){
        .file = raw->file,
        .pieces = walk.pieces.items,
        .count = walk.pieces.count,
        .source_end = *end,
    };
    return good;
}
