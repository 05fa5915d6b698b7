#include "model/spans.h"

#include "base/vec.h"
#include "model/language.h"

enum { DEEPEST = 8, LONGEST_ATTRIBUTES = 100 }; // which keep the work linear

struct bracket {
    size_t mark;    // its number
    uint32_t depth; // of the spans within it
};

struct finder {
    struct arena *arena;
    struct diags *diags;
    const struct typed_pieces *pieces;
    size_t piece;            // that is being read
    struct span_marks marks; // also of brackets that open no span: their language is empty
    VEC(struct bracket) open;
};

static const struct typed *typed_at(const struct finder *finder, size_t piece)
{
    return &finder->pieces->items[piece].typed;
}

static struct span place(const struct typed *typed, size_t start, size_t end)
{
    return srcmap_span(&typed->map, (uint32_t)start, (uint32_t)end);
}

bool text_is_escaped(const struct sources *sources, const struct srcmap *map, size_t at)
{
    struct source *source = sources_find(sources, map->file);
    uint32_t here = srcmap_offset(map, (uint32_t)at);
    if (source && source->foreign)
        return true;
    if (!source || here == 0 || source->bytes.data[here - 1] != '\\')
        return false;
    // A backslash that is itself text does not escape.
    return at == 0 || srcmap_offset(map, (uint32_t)at - 1) != here - 1;
}

static bool is_escaped(const struct finder *finder, const struct typed *typed, size_t at)
{
    return text_is_escaped(finder->diags->sources, &typed->map, at);
}

static void report(struct finder *finder, struct span span, const char *message)
{
    diag_add(finder->diags, DIAG_SPAN_MALFORMED, span, "%s", message);
    diag_hint(finder->diags, "write [word]{lang=ar}; a brace that is text is written \\{");
}

// Returns the offset behind the brace that closes the one at `open`, or 0.
static size_t find_close(struct str text, size_t open)
{
    for (size_t i = open + 1; i < text.len && i - open < LONGEST_ATTRIBUTES; i++)
        if (text.data[i] == '}')
            return i + 1;
    return 0;
}

static struct str unquoted(struct str value)
{
    bool quoted = value.len >= 2 && (value.data[0] == '"' || value.data[0] == '\'') &&
                  value.data[value.len - 1] == value.data[0];
    return quoted ? str_slice(value, 1, value.len - 1) : value;
}

// Reads `{lang=ar}`; returns the language, or an empty string with a diagnostic.
static struct str read_attributes(struct finder *finder, const struct typed *typed, size_t open,
                                  size_t end)
{
    struct str inside = str_trim(str_slice(typed->text, open + 1, end - 1));
    struct str language = {0};
    if (!str_starts_with(inside, STR("lang="))) {
        report(finder, place(typed, open, end), "a span can have a language only");
        return language;
    }
    struct str value = unquoted(str_slice(inside, 5, inside.len));
    size_t start = (size_t)(value.data - typed->text.data);
    if (value.len == 0)
        report(finder, place(typed, open, end), "the span has no language");
    else
        language_check_text(finder->arena, value, place(typed, start, start + value.len),
                            finder->diags, &language);
    return language;
}

static bool check_depth(struct finder *finder, size_t at, uint32_t depth)
{
    if (depth <= DEEPEST)
        return true;
    diag_add(finder->diags, DIAG_MARKDOWN_TOO_DEEP,
             place(typed_at(finder, finder->piece), at, at + 1), "spans more than %d deep",
             DEEPEST);
    return false;
}

static void close_span(struct finder *finder, size_t at, size_t opening)
{
    const struct typed *typed = typed_at(finder, finder->piece);
    size_t end = find_close(typed->text, at + 1);
    if (end == 0) {
        report(finder, place(typed, at, at + 2), "the span's braces are not closed");
        return;
    }
    struct str language = read_attributes(finder, typed, at + 1, end);
    if (language.len == 0)
        return;
    struct span_mark *first = &finder->marks.items[opening];
    const struct typed *before = typed_at(finder, first->piece);
    struct span span = place(before, first->start, first->end);
    span.end = place(typed, at, end).end;
    first->language = language;
    first->span = span;
    *VEC_PUSH(finder->arena, &finder->marks) =
        (struct span_mark){finder->piece, at, end, false, language, span};
}

static void read_close(struct finder *finder, size_t at)
{
    const struct typed *typed = typed_at(finder, finder->piece);
    struct str next = str_slice(typed->text, at + 1, typed->text.len);
    bool attributes = str_starts_with(next, STR("{")) && !str_starts_with(next, STR("{{")) &&
                      !is_escaped(finder, typed, at + 1);
    if (finder->open.count > 0) {
        struct bracket closed = finder->open.items[--finder->open.count];
        struct bracket *around =
            finder->open.count > 0 ? &finder->open.items[finder->open.count - 1] : NULL;
        if (attributes && check_depth(finder, at, ++closed.depth))
            close_span(finder, at, closed.mark);
        if (around && around->depth < closed.depth)
            around->depth = closed.depth;
    } else if (attributes) {
        report(finder, place(typed, at, at + 2),
               "no bracket opens this span among the words around it");
    }
}

// Attributes that belong to no brackets would be printed as they are.
static void check_stray(struct finder *finder, size_t at)
{
    const struct typed *typed = typed_at(finder, finder->piece);
    struct str rest = str_slice(typed->text, at + 1, typed->text.len);
    bool follows_bracket = at > 0 && typed->text.data[at - 1] == ']';
    bool follows_mark = at == 0 && finder->piece > 0;
    bool named = follows_mark && rest.len > 0 && (rest.data[0] == '.' || rest.data[0] == '#');
    if (follows_bracket || !(named || str_starts_with(rest, STR("lang="))))
        return;
    size_t end = find_close(typed->text, at);
    report(finder, place(typed, at, end ? end : at + 1), "braces that stand behind no brackets");
}

static void find_marks(struct finder *finder)
{
    const struct typed *typed = typed_at(finder, finder->piece);
    for (size_t at = 0; at < typed->text.len; at++) {
        char c = typed->text.data[at];
        if ((c != '[' && c != ']' && c != '{') || is_escaped(finder, typed, at))
            continue;
        if (c == ']') {
            read_close(finder, at);
        } else if (c == '{') {
            check_stray(finder, at);
        } else {
            *VEC_PUSH(finder->arena, &finder->open) = (struct bracket){.mark = finder->marks.count};
            *VEC_PUSH(finder->arena, &finder->marks) = (struct span_mark){
                .piece = finder->piece, .start = at, .end = at + 1, .opens = true};
        }
    }
}

struct span_marks spans_find(struct arena *arena, const struct typed_pieces *pieces,
                             struct diags *diags)
{
    struct finder finder = {.arena = arena, .diags = diags, .pieces = pieces};
    for (; finder.piece < pieces->count; finder.piece++)
        if (!pieces->items[finder.piece].node)
            find_marks(&finder);
    size_t kept = 0;
    for (size_t i = 0; i < finder.marks.count; i++)
        if (finder.marks.items[i].language.len > 0)
            finder.marks.items[kept++] = finder.marks.items[i];
    finder.marks.count = kept;
    return finder.marks;
}
