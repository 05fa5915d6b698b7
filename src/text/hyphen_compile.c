#include "text/hyphen_compile.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/hyphen_format.h"
#include "text/letter_case.h"

#include <assert.h>
#include <iconv.h>
#include <string.h>

// While patterns come in, the children of a node are a list, sorted by letter.
struct growing_node {
    uint32_t letter; // code point
    uint32_t first_child, next_sibling;
    uint32_t values;
};

struct trie {
    VEC(struct growing_node) nodes; // 0 is the root and, as a link, none
};

struct compiler {
    struct arena *arena;
    struct hyphen_compiled *result;
    struct hyphen_header header;
    struct trie levels[HYPHEN_LEVELS];
    VEC(uint16_t) alphabet;
    struct str_builder values;
};

struct pattern {
    uint32_t letters[HYPHEN_LONGEST_PATTERN];
    uint8_t values[HYPHEN_LONGEST_PATTERN + 1]; // before each letter and behind the last
    size_t count;
};

static struct str next_line(struct str text, size_t *at)
{
    size_t end = str_find_byte(text, '\n', *at);
    struct str line = str_trim(str_slice(text, *at, end));
    *at = end < text.len ? end + 1 : end;
    return line;
}

static struct str encoding_name(struct arena *arena, struct str line)
{
    struct str microsoft = STR("microsoft-cp");
    if (str_starts_with(line, microsoft))
        return str_format(arena, "CP%.*s", STR_ARGS(str_slice(line, microsoft.len, line.len)));
    return line;
}

// No encoding of a dictionary takes more than three bytes of UTF-8 for one of its own.
static bool convert(struct arena *arena, const char *encoding, struct str text, struct str *out)
{
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return false;
    char *from = arena_copy(arena, text.data, text.len);
    char *to = arena_alloc(arena, 3 * text.len + 1), *start = to;
    size_t left = text.len, room = 3 * text.len;
    bool done = iconv(converter, &from, &left, &to, &room) != (size_t)-1;
    iconv_close(converter);
    *out = (struct str){start, (size_t)(to - start)};
    return done && utf8_check(out->data, out->len) == out->len;
}

static uint32_t add_node(struct compiler *compiler, struct trie *trie, struct growing_node node)
{
    *VEC_PUSH(compiler->arena, &trie->nodes) = node;
    return (uint32_t)(trie->nodes.count - 1);
}

static void add_letter(struct compiler *compiler, uint32_t letter)
{
    size_t place = 0;
    while (place < compiler->alphabet.count && compiler->alphabet.items[place] < letter)
        place++;
    if (place < compiler->alphabet.count && compiler->alphabet.items[place] == letter)
        return;
    VEC_PUSH(compiler->arena, &compiler->alphabet);
    memmove(compiler->alphabet.items + place + 1, compiler->alphabet.items + place,
            (compiler->alphabet.count - 1 - place) * sizeof *compiler->alphabet.items);
    compiler->alphabet.items[place] = (uint16_t)letter;
}

static uint32_t find_or_add_child(struct compiler *compiler, struct trie *trie, uint32_t parent,
                                  uint32_t letter)
{
    uint32_t before = 0, child = trie->nodes.items[parent].first_child;
    while (child != 0 && trie->nodes.items[child].letter < letter) {
        before = child;
        child = trie->nodes.items[child].next_sibling;
    }
    if (child != 0 && trie->nodes.items[child].letter == letter)
        return child;
    uint32_t added =
        add_node(compiler, trie, (struct growing_node){.letter = letter, .next_sibling = child});
    if (before != 0)
        trie->nodes.items[before].next_sibling = added;
    else
        trie->nodes.items[parent].first_child = added;
    return added;
}

// Returns where the record of a pattern's values stands; equal records are shared.
static uint32_t add_values(struct compiler *compiler, const struct pattern *pattern)
{
    char record[2 + HYPHEN_LONGEST_PATTERN + 1];
    size_t skip = 0, end = pattern->count + 1;
    while (skip < end && pattern->values[skip] == 0)
        skip++;
    while (end > skip && pattern->values[end - 1] == 0)
        end--;
    if (skip == end)
        return 0;
    record[0] = (char)skip;
    record[1] = (char)(end - skip);
    memcpy(record + 2, pattern->values + skip, end - skip);
    struct str found = {record, 2 + end - skip};
    struct str all = str_built(&compiler->values);
    for (size_t at = 2; at < all.len; at += 2 + (size_t)(unsigned char)all.data[at + 1])
        if (str_starts_with(str_slice(all, at, all.len), found))
            return (uint32_t)at;
    str_add(&compiler->values, found);
    return (uint32_t)all.len;
}

static void add_pattern(struct compiler *compiler, struct trie *trie, const struct pattern *pattern)
{
    uint32_t node = 0;
    for (size_t i = 0; i < pattern->count; i++) {
        add_letter(compiler, pattern->letters[i]);
        node = find_or_add_child(compiler, trie, node, pattern->letters[i]);
    }
    trie->nodes.items[node].values = add_values(compiler, pattern);
    compiler->result->patterns++;
}

// ".ab3ol": letters with digits between them.
static bool read_pattern(struct str text, struct pattern *pattern)
{
    *pattern = (struct pattern){0};
    for (size_t at = 0; at < text.len;) {
        uint32_t letter = utf8_decode(text.data, text.len, &at);
        if (letter >= '0' && letter <= '9') {
            pattern->values[pattern->count] = (uint8_t)(letter - '0');
            continue;
        }
        if (pattern->count == HYPHEN_LONGEST_PATTERN || letter <= ' ' || letter > UINT16_MAX)
            return false;
        pattern->letters[pattern->count++] = letter_lower(letter);
    }
    return pattern->count > 0;
}

// A hyphen here would change the letters around it: the next even value outweighs all that allow
// it.
static void forbid(struct pattern *pattern)
{
    for (size_t i = 0; i <= pattern->count; i++)
        pattern->values[i] = (uint8_t)(pattern->values[i] + (pattern->values[i] & 1u));
}

static void compile_pattern(struct compiler *compiler, struct trie *trie, struct str line)
{
    struct pattern pattern;
    size_t slash = str_find_byte(line, '/', 0);
    if (!read_pattern(str_slice(line, 0, slash), &pattern)) {
        compiler->result->unreadable++;
        return;
    }
    if (slash < line.len) {
        compiler->result->respelt++;
        forbid(&pattern);
    }
    add_pattern(compiler, trie, &pattern);
}

// "LEFTHYPHENMIN 2" and its kin. Returns whether the line was one.
static bool read_minimum(struct compiler *compiler, struct str line)
{
    const struct {
        struct str key;
        uint8_t *value;
    } minima[] = {
        {STR("LEFTHYPHENMIN "), &compiler->header.least_before},
        {STR("RIGHTHYPHENMIN "), &compiler->header.least_after},
        {STR("COMPOUNDLEFTHYPHENMIN "), &compiler->header.least_before_joint},
        {STR("COMPOUNDRIGHTHYPHENMIN "), &compiler->header.least_after_joint},
    };
    for (size_t i = 0; i < sizeof minima / sizeof *minima; i++) {
        char digit = line.len > 0 ? line.data[line.len - 1] : '\0';
        if (str_starts_with(line, minima[i].key) && digit >= '1' && digit <= '9') {
            *minima[i].value = (uint8_t)(digit - '0');
            return true;
        }
    }
    return false;
}

static bool is_comment(struct str line)
{
    return line.len == 0 || line.data[0] == '%' || line.data[0] == '#' ||
           str_starts_with(line, STR("NOHYPHEN"));
}

// Without NEXTLEVEL there are only syllables. Hyphens and apostrophes part words before either
// level is asked, so that what the first level says of them is not needed.
static void read_lines(struct compiler *compiler, struct str text)
{
    size_t at = 0;
    next_line(text, &at);
    bool levels = str_find(text, STR("\nNEXTLEVEL"), 0) < text.len;
    compiler->header.match = levels ? HYPHEN_MATCH_LONGEST : HYPHEN_MATCH_ALL;
    enum hyphen_level level = levels ? HYPHEN_COMPOUNDS : HYPHEN_SYLLABLES;
    while (at < text.len) {
        struct str line = next_line(text, &at);
        if (is_comment(line) || read_minimum(compiler, line))
            continue;
        if (str_equal(line, STR("NEXTLEVEL")))
            level = HYPHEN_SYLLABLES;
        else
            compile_pattern(compiler, &compiler->levels[level], line);
    }
}

static uint32_t symbol_of(const struct compiler *compiler, uint32_t letter)
{
    uint32_t symbol = 0;
    while (compiler->alphabet.items[symbol] != letter)
        symbol++;
    return symbol;
}

// Lays the nodes out level by level, so that the children of each stand side by side.
static struct hyphen_node *flatten(const struct compiler *compiler, const struct trie *trie)
{
    size_t count = trie->nodes.count, filled = 1;
    struct hyphen_node *flat = ARENA_ARRAY(compiler->arena, struct hyphen_node, count);
    uint32_t *origin = ARENA_ARRAY(compiler->arena, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const struct growing_node *node = &trie->nodes.items[origin[i]];
        uint32_t children = 0, first = (uint32_t)filled;
        for (uint32_t c = node->first_child; c != 0; c = trie->nodes.items[c].next_sibling) {
            origin[filled++] = c;
            children++;
        }
        uint32_t symbol = i > 0 ? symbol_of(compiler, node->letter) : 0;
        flat[i].first_child_and_symbol = (children > 0 ? first << 8 : 0) | symbol;
        flat[i].values_and_child_count = node->values << 8 | children;
    }
    assert(filled == count);
    return flat;
}

static void add_words(struct str_builder *out, const uint32_t *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (unsigned shift = 0; shift < 32; shift += 8)
            str_add_byte(out, (char)(unsigned char)(words[i] >> shift & 0xFFu));
}

static void pad(struct str_builder *out)
{
    while (out->len % 4 != 0)
        str_add_byte(out, '\0');
}

static struct str write_all(const struct compiler *compiler)
{
    const struct hyphen_header *header = &compiler->header;
    struct str_builder out = str_builder_in(compiler->arena);
    uint32_t minima = header->least_before | (uint32_t)header->least_after << 8 |
                      (uint32_t)header->least_before_joint << 16 |
                      (uint32_t)header->least_after_joint << 24;
    struct str values = str_built(&compiler->values);
    const struct trie *levels = compiler->levels;
    add_words(&out,
              (const uint32_t[]){HYPHEN_MAGIC, HYPHEN_VERSION, minima,
                                 (uint32_t)compiler->alphabet.count,
                                 (uint32_t)levels[HYPHEN_COMPOUNDS].nodes.count,
                                 (uint32_t)levels[HYPHEN_SYLLABLES].nodes.count,
                                 (uint32_t)values.len, header->match},
              8);
    for (size_t i = 0; i < compiler->alphabet.count; i++) {
        str_add_byte(&out, (char)(unsigned char)(compiler->alphabet.items[i] & 0xFFu));
        str_add_byte(&out, (char)(unsigned char)(compiler->alphabet.items[i] >> 8));
    }
    pad(&out);
    for (size_t level = 0; level < HYPHEN_LEVELS; level++) {
        const struct hyphen_node *flat = flatten(compiler, &levels[level]);
        for (size_t i = 0; i < levels[level].nodes.count; i++)
            add_words(
                &out,
                (const uint32_t[]){flat[i].first_child_and_symbol, flat[i].values_and_child_count},
                2);
    }
    str_add(&out, values);
    pad(&out);
    return str_built(&out);
}

static bool is_within_format(const struct compiler *compiler)
{
    return compiler->alphabet.count <= HYPHEN_LETTERS &&
           compiler->levels[HYPHEN_COMPOUNDS].nodes.count < HYPHEN_MOST_NODES &&
           compiler->levels[HYPHEN_SYLLABLES].nodes.count < HYPHEN_MOST_NODES &&
           compiler->values.len < HYPHEN_MOST_VALUES;
}

bool hyphen_compile(struct arena *arena, struct str dictionary, struct hyphen_compiled *out)
{
    *out = (struct hyphen_compiled){0};
    struct compiler compiler = {.arena = arena, .result = out, .values = str_builder_in(arena)};
    // 2 and 3 where the file does not say, as in English and German print.
    compiler.header.least_before = 2;
    compiler.header.least_after = 3;
    size_t at = 0;
    struct str encoding = encoding_name(arena, next_line(dictionary, &at));
    struct str text;
    if (!convert(arena, str_cstr(arena, encoding), dictionary, &text))
        return false;
    for (size_t level = 0; level < HYPHEN_LEVELS; level++)
        add_node(&compiler, &compiler.levels[level], (struct growing_node){0});
    add_letter(&compiler, '.');
    str_add(&compiler.values, (struct str){"\0\0", 2});
    read_lines(&compiler, text);
    if (!is_within_format(&compiler))
        return false;
    out->bytes = write_all(&compiler);
    return true;
}
