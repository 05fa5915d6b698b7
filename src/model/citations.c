#include "model/citations.h"

#include "base/vec.h"
#include "model/locators.h"
#include "model/spans.h"

#include <assert.h>
#include <stdlib.h>

// A run of fewer numbers is listed: AMA 11th, 3.6.
enum { SHORTEST_RUN = 3 };

// Names are compared with no more slips than this, so that work stays linear.
enum { MOST_NEAR_SEARCHES = 100 };

struct cite {
    uint32_t number;
    struct str words;   // before it, or empty
    struct str locator; // "p3", or empty
};

typedef VEC(struct cite) cite_list;

// Where a group stands, for the parts' messages.
struct group {
    struct citations *citations;
    struct str text;
    const struct srcmap *map;
    cite_list cites;
    bool worded;
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

// Reads what stands between an id and the end of its part.
static void read_locator(struct group *group, size_t start, size_t end, struct str *out)
{
    size_t at = skip_spaces(group->text, start, end);
    if (at < end && group->text.data[at] == ',')
        at = skip_spaces(group->text, at + 1, end);
    struct str rest = str_trim(str_slice(group->text, at, end));
    *out = (struct str){0};
    if (rest.len > 0 && !locator_read(group->citations->arena, group->citations->terms, rest, out))
        report(group, at, end, "what follows the id must be a page or the like, as in `p. 3`");
}

// Counts the entry and adds it to the group.
static void cite_entry(struct group *group, struct citable *entry, struct cite cite)
{
    if (group->citations->left_out) {
        entry->mentioned = true;
        return;
    }
    citations_number(group->citations, entry);
    entry->cited++;
    cite.number = entry->number;
    group->worded = group->worded || cite.words.len > 0;
    *VEC_PUSH(group->citations->arena, &group->cites) = cite;
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
    size_t stop = key_end(text, sign + 1);
    if (stop == sign + 1) {
        report(group, sign, sign + 1, "an @ without an id");
        return;
    }
    struct cite cite = {.words = str_trim(str_slice(text, first, sign))};
    if (str_equal(cite.words, STR("-"))) // Pandoc's mark for a number without the name
        cite.words = (struct str){0};
    read_locator(group, stop, end, &cite.locator);
    struct citable *entry = citations_find(group->citations, str_slice(text, sign + 1, stop),
                                           srcmap_span(group->map, (uint32_t)sign, (uint32_t)stop));
    if (entry)
        cite_entry(group, entry, cite);
    else
        group->failed = true;
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

static void add_joint(struct group *group, piece_list *pieces, enum citation_part part,
                      struct str text)
{
    *VEC_PUSH(group->citations->arena, pieces) =
        (struct citation_piece){.part = part, .text = text};
}

static void add_number(struct group *group, piece_list *pieces, const struct cite *cite)
{
    struct citations *citations = group->citations;
    *VEC_PUSH(citations->arena, pieces) = (struct citation_piece){
        .part = CITATION_NUMBER,
        .text = str_format(citations->arena, "%u", (unsigned)cite->number),
        .locator = cite->locator,
        .reference = &citations->printed[cite->number - 1],
    };
}

// "see 1; also 2,3": words belong to the number behind them, so that the order stays.
static void add_worded(struct group *group, piece_list *pieces)
{
    for (size_t i = 0; i < group->cites.count; i++) {
        const struct cite *cite = &group->cites.items[i];
        if (cite->words.len > 0)
            add_joint(group, pieces, CITATION_WORDS,
                      str_format(group->citations->arena, "%s%.*s ", i > 0 ? "; " : "",
                                 STR_ARGS(cite->words)));
        else if (i > 0)
            add_joint(group, pieces, CITATION_COMMA, STR(","));
        add_number(group, pieces, cite);
    }
}

static void add_collapsed(struct group *group, piece_list *pieces)
{
    cite_list *cites = &group->cites;
    qsort(cites->items, cites->count, sizeof *cites->items, by_number);
    drop_repeats(cites);
    for (size_t i = 0; i < cites->count;) {
        size_t run = run_length(cites, i);
        if (i > 0)
            add_joint(group, pieces, CITATION_COMMA, STR(","));
        add_number(group, pieces, &cites->items[i]);
        if (run >= SHORTEST_RUN) {
            add_joint(group, pieces, CITATION_RANGE, STR("-"));
            add_number(group, pieces, &cites->items[i + run - 1]);
            i += run;
        } else {
            i++;
        }
    }
}

// Returns NULL for a group with a fault, and for one that is not in the edition.
static const struct citation *make_label(struct group *group, size_t start, size_t end)
{
    piece_list pieces = {0};
    if (group->failed || group->citations->left_out)
        return NULL;
    assert(group->cites.items && group->cites.count > 0);
    if (group->worded)
        add_worded(group, &pieces);
    else
        add_collapsed(group, &pieces);
    struct citation *citation = ARENA_NEW(group->citations->arena, struct citation);
    *citation = (struct citation){pieces.items, pieces.count, group->worded,
                                  srcmap_span(group->map, (uint32_t)start, (uint32_t)end)};
    return citation;
}

static void read_parts(struct group *group, size_t open, size_t close)
{
    for (size_t start = open + 1; start <= close;) {
        size_t end = start + str_find_byte(str_slice(group->text, start, close), ';', 0);
        read_part(group, start, end);
        start = end + 1;
    }
}

// Returns where the group that opens at `at` closes, or text.len when none opens there.
static size_t group_at(const struct group *group, size_t at)
{
    struct str text = group->text;
    if (at >= text.len || text.data[at] != '[')
        return text.len;
    size_t close = find_close(text, at);
    if (close == text.len)
        return text.len;
    size_t sign = find_sign(text, at + 1, close);
    bool meant =
        sign < close && !text_is_escaped(group->citations->diags->sources, group->map, sign);
    return meant ? close : text.len;
}

size_t citation_read(struct citations *citations, struct str text, size_t at,
                     const struct srcmap *map, const struct citation **out)
{
    assert(text.data[at] == '[');
    struct group group = {.citations = citations, .text = text, .map = map};
    size_t open = at, end = at;
    for (size_t close; (close = group_at(&group, open)) < text.len;) {
        read_parts(&group, open, close);
        end = close + 1;
        open = skip_spaces(text, end, text.len); // two numbers side by side would be one
    }
    *out = end > at ? make_label(&group, at, end) : NULL;
    return end - at;
}

// Returns the entry's id that a word of running text is a slip of; else an empty string.
static struct str meant_entry(struct citations *citations, struct str id)
{
    enum { SHORTEST = 5, FARTHEST = 2 }; // shorter words are too often near by chance
    if (id.len < SHORTEST || citations->near_searches++ >= MOST_NEAR_SEARCHES)
        return (struct str){0};
    const struct str *names = entry_names(citations);
    for (size_t i = 0; i < citations->count; i++)
        if (str_distance(id, names[i], FARTHEST) <= FARTHEST)
            return names[i];
    return (struct str){0};
}

static void report_slip(struct citations *citations, struct str id, struct span span)
{
    struct str meant = meant_entry(citations, id);
    if (meant.len == 0)
        return;
    diag_add(citations->diags, DIAG_CITATION_UNKNOWN, span, "no reference has the id `%.*s`",
             STR_ARGS(id));
    diag_hint(citations->diags, "did you mean `@%.*s`? What is no citation can stand as code: `@…`",
              STR_ARGS(meant));
}

// Reads " [p. 3]" behind an id; returns where it ends, or `at` when something else stands there.
static size_t read_own_locator(struct citations *citations, struct str text, size_t at,
                               struct str *out)
{
    size_t open = skip_spaces(text, at, text.len);
    if (open == at || open == text.len || text.data[open] != '[')
        return at;
    size_t close = find_close(text, open);
    bool span = close + 1 < text.len && text.data[close + 1] == '{';
    if (close == text.len || span)
        return at;
    struct str inner = str_trim(str_slice(text, open + 1, close));
    return locator_read(citations->arena, citations->terms, inner, out) ? close + 1 : at;
}

size_t citation_read_running(struct citations *citations, struct str text, size_t at,
                             const struct srcmap *map, const struct citation **out)
{
    size_t end = key_end(text, at + 1);
    *out = NULL;
    if (follows_word(text, at) || end == at + 1 || (at > 0 && text.data[at - 1] == '/'))
        return 0;
    struct str id = str_slice(text, at + 1, end);
    struct citable *entry = map_find(&citations->ids, id);
    if (!entry) {
        report_slip(citations, id, srcmap_span(map, (uint32_t)at, (uint32_t)end));
        return 0;
    }
    struct group group = {.citations = citations, .text = text, .map = map};
    struct cite cite = {0};
    end = read_own_locator(citations, text, end, &cite.locator);
    cite_entry(&group, entry, cite);
    *out = make_label(&group, at, end);
    return end - at;
}
