#include "model/citations.h"

#include "base/vec.h"

#include <assert.h>
#include <stdlib.h>

// A run of fewer numbers is listed: AMA 11th, 3.6.
enum { SHORTEST_RUN = 3 };

// Names are compared with no more slips than this, so that work stays linear.
enum { MOST_NEAR_SEARCHES = 100 };

struct cite {
    uint32_t number;
    struct str locator; // "(p3)" or empty
};

typedef VEC(struct cite) cite_list;

// Where a group stands, for the parts' messages.
struct group {
    struct citations *citations;
    struct str text;
    const struct srcmap *map;
    cite_list cites;
    bool failed;
};

static bool is_key_start(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

// Pandoc's rule: letters, digits, underscores, and single punctuation between them.
static size_t key_end(struct str text, size_t at)
{
    static const struct str inner = STR_INIT(":.#$%&-+?<>~/");
    while (at < text.len) {
        if (is_key_start(text.data[at]))
            at++;
        else if (str_find_byte(inner, text.data[at], 0) < inner.len && at + 1 < text.len &&
                 is_key_start(text.data[at + 1]))
            at += 2;
        else
            break;
    }
    return at;
}

static bool follows_word(struct str text, size_t at)
{
    return at > 0 && is_key_start(text.data[at - 1]);
}

// Returns the offset of the first '@' of [start, end) that no word precedes, or `end`.
static size_t find_sign(struct str text, size_t start, size_t end)
{
    for (size_t i = start; i < end; i++)
        if (text.data[i] == '@' && !follows_word(text, i))
            return i;
    return end;
}

// Returns the offset of the bracket that closes a group, or text.len: groups do not nest.
static size_t find_close(struct str text, size_t open)
{
    for (size_t i = open + 1; i < text.len && text.data[i] != '['; i++)
        if (text.data[i] == ']')
            return i;
    return text.len;
}

static void report(struct group *group, size_t start, size_t end, const char *message)
{
    group->failed = true;
    diag_add(group->citations->diags, DIAG_CITATION_MALFORMED,
             srcmap_span(group->map, (uint32_t)start, (uint32_t)end), "%s", message);
    diag_hint(group->citations->diags, "write [@id], [@id; @other] or [@id, p. 3]");
}

static const struct str *entry_names(struct citations *citations)
{
    if (!citations->names) {
        citations->names = ARENA_ARRAY(citations->arena, struct str, citations->count);
        for (size_t i = 0; i < citations->count; i++)
            citations->names[i] = citations->entries[i].id;
    }
    return citations->names;
}

struct citable *citations_find(struct citations *citations, struct str id, struct span span)
{
    struct citable *entry = map_find(&citations->ids, id);
    if (entry || citations->incomplete)
        return entry;
    diag_add(citations->diags, DIAG_CITATION_UNKNOWN, span, "no reference has the id `%.*s`",
             STR_ARGS(id));
    if (citations->near_searches++ >= MOST_NEAR_SEARCHES ||
        !diag_hint_near(citations->diags, id, entry_names(citations), citations->count))
        diag_hint(citations->diags, "add it under `references`, `items`: `{id: %.*s, …}`",
                  STR_ARGS(id));
    return NULL;
}

void citations_number(struct citations *citations, struct citable *entry)
{
    if (entry->number == 0)
        entry->number = ++citations->numbered;
}

static size_t skip_spaces(struct str text, size_t at, size_t end)
{
    while (at < end && (text.data[at] == ' ' || text.data[at] == '\n'))
        at++;
    return at;
}

static bool is_range(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((text.data[i] < '0' || text.data[i] > '9') && text.data[i] != '-' &&
            text.data[i] != ',')
            return false;
    return text.len > 0;
}

// ", p. 3" → "(p3)", as AMA 11th, 3.6 prints the page of a citation.
static void read_locator(struct group *group, size_t start, size_t end, struct str *out)
{
    static const struct str words[] = {STR_INIT("pages"), STR_INIT("page"), STR_INIT("pp."),
                                       STR_INIT("p."),    STR_INIT("pp"),   STR_INIT("p")};
    size_t at = skip_spaces(group->text, start, end);
    if (at < end && group->text.data[at] == ',')
        at = skip_spaces(group->text, at + 1, end);
    struct str rest = str_trim(str_slice(group->text, at, end));
    *out = (struct str){0};
    if (rest.len == 0)
        return;
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (str_starts_with(rest, words[i])) {
            rest = str_trim(str_slice(rest, words[i].len, rest.len));
            break;
        }
    bool several = str_find_byte(rest, '-', 0) < rest.len || str_find_byte(rest, ',', 0) < rest.len;
    if (is_range(rest))
        *out =
            str_format(group->citations->arena, "(%s%.*s)", several ? "pp" : "p", STR_ARGS(rest));
    else
        report(group, at, end, "what follows the id must be a page, like `p. 3`");
}

static void read_part(struct group *group, size_t start, size_t end)
{
    struct str text = group->text;
    size_t sign = find_sign(text, start, end);
    size_t first = skip_spaces(text, start, end);
    if (sign == end) {
        report(group, first, end, "a part of the citation has no @id");
        return;
    }
    if (first < sign)
        report(group, first, sign, "words before an @id cannot be printed with numbers");
    size_t stop = key_end(text, sign + 1);
    if (stop == sign + 1) {
        report(group, sign, sign + 1, "an @ without an id");
        return;
    }
    struct cite cite = {0};
    read_locator(group, stop, end, &cite.locator);
    struct citable *entry = citations_find(group->citations, str_slice(text, sign + 1, stop),
                                           srcmap_span(group->map, (uint32_t)sign, (uint32_t)stop));
    if (!entry) {
        group->failed = true;
        return;
    }
    if (group->citations->left_out) {
        entry->mentioned = true;
        return;
    }
    citations_number(group->citations, entry);
    entry->cited++;
    cite.number = entry->number;
    *VEC_PUSH(group->citations->arena, &group->cites) = cite;
}

static int by_number(const void *left, const void *right)
{
    const struct cite *a = left, *b = right;
    if (a->number != b->number)
        return a->number < b->number ? -1 : 1;
    return str_compare(a->locator, b->locator);
}

static void drop_repeats(cite_list *cites)
{
    size_t kept = 1;
    for (size_t i = 1; i < cites->count; i++)
        if (by_number(&cites->items[i], &cites->items[kept - 1]) != 0)
            cites->items[kept++] = cites->items[i];
    cites->count = kept;
}

static size_t run_length(const cite_list *cites, size_t start)
{
    size_t end = start;
    while (end < cites->count && cites->items[end].locator.len == 0 &&
           cites->items[end].number == cites->items[start].number + (uint32_t)(end - start))
        end++;
    return end > start ? end - start : 1;
}

typedef VEC(struct citation_piece) piece_list;

static void add_joint(struct arena *arena, piece_list *pieces, struct str joint)
{
    *VEC_PUSH(arena, pieces) = (struct citation_piece){joint, NULL};
}

static void add_number(const struct citations *citations, piece_list *pieces,
                       const struct cite *cite)
{
    *VEC_PUSH(citations->arena, pieces) = (struct citation_piece){
        str_format(citations->arena, "%u%.*s", (unsigned)cite->number, STR_ARGS(cite->locator)),
        &citations->printed[cite->number - 1]};
}

static const struct citation *make_label(const struct citations *citations, cite_list *cites,
                                         struct span span)
{
    piece_list pieces = {0};
    assert(cites->items && cites->count > 0);
    qsort(cites->items, cites->count, sizeof *cites->items, by_number);
    drop_repeats(cites);
    for (size_t i = 0; i < cites->count;) {
        size_t run = run_length(cites, i);
        if (i > 0)
            add_joint(citations->arena, &pieces, STR(","));
        add_number(citations, &pieces, &cites->items[i]);
        if (run >= SHORTEST_RUN) {
            add_joint(citations->arena, &pieces, STR("-"));
            add_number(citations, &pieces, &cites->items[i + run - 1]);
            i += run;
        } else {
            i++;
        }
    }
    struct citation *citation = ARENA_NEW(citations->arena, struct citation);
    *citation = (struct citation){pieces.items, pieces.count, span};
    return citation;
}

size_t citation_read(struct citations *citations, struct str text, size_t at,
                     const struct srcmap *map, const struct citation **out)
{
    assert(text.data[at] == '[');
    size_t close = find_close(text, at);
    if (close == text.len || find_sign(text, at + 1, close) == close)
        return 0;
    struct group group = {.citations = citations, .text = text, .map = map};
    for (size_t start = at + 1; start <= close;) {
        size_t end = start + str_find_byte(str_slice(text, start, close), ';', 0);
        read_part(&group, start, end);
        start = end + 1;
    }
    if (!group.failed && !citations->left_out)
        *out = make_label(citations, &group.cites,
                          srcmap_span(map, (uint32_t)at, (uint32_t)close + 1));
    return close + 1 - at;
}

// Returns the entry's id that a word of running text is, or is a slip of; else an empty string.
static struct str meant_entry(struct citations *citations, struct str id)
{
    enum { SHORTEST = 5, FARTHEST = 2 }; // shorter words are too often near by chance
    if (map_find(&citations->ids, id))
        return id;
    if (id.len < SHORTEST || citations->near_searches++ >= MOST_NEAR_SEARCHES)
        return (struct str){0};
    const struct str *names = entry_names(citations);
    for (size_t i = 0; i < citations->count; i++)
        if (str_distance(id, names[i], FARTHEST) <= FARTHEST)
            return names[i];
    return (struct str){0};
}

void citation_check_running(struct citations *citations, struct str text, size_t at,
                            const struct srcmap *map)
{
    size_t end = key_end(text, at + 1);
    if (follows_word(text, at) || end == at + 1)
        return;
    struct str meant = meant_entry(citations, str_slice(text, at + 1, end));
    if (meant.len == 0)
        return;
    diag_add(citations->diags, DIAG_CITATION_MALFORMED,
             srcmap_span(map, (uint32_t)at, (uint32_t)end),
             "a citation in running text is not built yet");
    diag_hint(citations->diags, "write [@%.*s]", STR_ARGS(meant));
}
