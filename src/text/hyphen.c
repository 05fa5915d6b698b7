#include "text/hyphen.h"

#include "base/file.h"
#include "base/utf8.h"
#include "text/hyphen_format.h"
#include "text/letter_case.h"
#include "text/line_class.h"

#include <assert.h>
#include <string.h>

enum { HEADER_SIZE = 32, NODE_SIZE = 8, NO_SYMBOL = 255, DEEPEST_COMPOUND = 8 };

struct hyphen_dictionary {
    struct str mapped;
    struct hyphen_header header;
    const char *alphabet;
    const char *nodes[HYPHEN_LEVELS];
    const char *values;
};

static uint32_t byte_at(const char *bytes, size_t at)
{
    return (unsigned char)bytes[at];
}

static uint32_t word_at(const char *bytes, size_t at)
{
    return byte_at(bytes, at) | byte_at(bytes, at + 1) << 8 | byte_at(bytes, at + 2) << 16 |
           byte_at(bytes, at + 3) << 24;
}

static struct hyphen_node node_at(const struct hyphen_dictionary *dictionary,
                                  enum hyphen_level level, uint32_t index)
{
    const char *node = dictionary->nodes[level] + (size_t)index * NODE_SIZE;
    return (struct hyphen_node){word_at(node, 0), word_at(node, 4)};
}

static uint32_t symbol_of_node(struct hyphen_node node)
{
    return node.first_child_and_symbol & 0xFFu;
}

static uint32_t child_count_of_node(struct hyphen_node node)
{
    return node.values_and_child_count & 0xFFu;
}

static uint32_t letter_at(const struct hyphen_dictionary *dictionary, size_t symbol)
{
    return byte_at(dictionary->alphabet, 2 * symbol) | byte_at(dictionary->alphabet, 2 * symbol + 1)
                                                           << 8;
}

static void read_header(struct hyphen_dictionary *dictionary)
{
    const char *bytes = dictionary->mapped.data;
    dictionary->header = (struct hyphen_header){
        .magic = word_at(bytes, 0),
        .version = word_at(bytes, 4),
        .least_before = (uint8_t)byte_at(bytes, 8),
        .least_after = (uint8_t)byte_at(bytes, 9),
        .least_before_joint = (uint8_t)byte_at(bytes, 10),
        .least_after_joint = (uint8_t)byte_at(bytes, 11),
        .alphabet_count = word_at(bytes, 12),
        .node_count = {word_at(bytes, 16), word_at(bytes, 20)},
        .values_size = word_at(bytes, 24),
        .match = word_at(bytes, 28),
    };
}

static bool header_is_sound(const struct hyphen_header *header)
{
    return header->magic == HYPHEN_MAGIC && header->version == HYPHEN_VERSION &&
           header->least_before > 0 && header->least_after > 0 && header->alphabet_count > 0 &&
           header->match <= HYPHEN_MATCH_LONGEST && header->alphabet_count <= HYPHEN_LETTERS &&
           header->values_size < HYPHEN_MOST_VALUES && header->node_count[0] > 0 &&
           header->node_count[0] < HYPHEN_MOST_NODES && header->node_count[1] > 0 &&
           header->node_count[1] < HYPHEN_MOST_NODES;
}

static size_t padded(size_t size)
{
    return (size + 3) / 4 * 4;
}

// Finds the parts in the mapped bytes. What the nodes say is checked where a walk reads it: German
// has 290,000 of them, and a document needs few.
static bool is_sound(struct hyphen_dictionary *dictionary)
{
    if (dictionary->mapped.len < HEADER_SIZE)
        return false;
    read_header(dictionary);
    const struct hyphen_header *header = &dictionary->header;
    if (!header_is_sound(header))
        return false;
    size_t at = HEADER_SIZE;
    dictionary->alphabet = dictionary->mapped.data + at;
    at += padded(2 * (size_t)header->alphabet_count);
    size_t nodes_at = at;
    at += ((size_t)header->node_count[0] + header->node_count[1]) * NODE_SIZE;
    size_t values_at = at;
    at += padded(header->values_size);
    if (at != dictionary->mapped.len)
        return false;
    dictionary->nodes[0] = dictionary->mapped.data + nodes_at;
    dictionary->nodes[1] = dictionary->nodes[0] + (size_t)header->node_count[0] * NODE_SIZE;
    dictionary->values = dictionary->mapped.data + values_at;
    return true;
}

const struct hyphen_dictionary *hyphen_from_bytes(struct arena *arena, struct str bytes)
{
    struct hyphen_dictionary *dictionary = ARENA_NEW(arena, struct hyphen_dictionary);
    dictionary->mapped = bytes;
    return is_sound(dictionary) ? dictionary : NULL;
}

static const struct hyphen_dictionary *open_file(struct arena *arena, struct str folder,
                                                 struct str name)
{
    struct str file = str_format(arena, "%.*s.hyph", STR_ARGS(name));
    struct str mapped;
    if (file_map(str_cstr(arena, path_join(arena, folder, file)), &mapped) != 0)
        return NULL;
    const struct hyphen_dictionary *dictionary = hyphen_from_bytes(arena, mapped);
    if (!dictionary)
        file_unmap(mapped);
    return dictionary;
}

// The next, less close name for a language in lower case; empty when there is none. English
// outside the United States is spelt, and broken, as in Britain (CLDR: en-001).
static struct str next_name(struct str name, struct str language)
{
    if (str_equal(name, language) && str_starts_with(language, STR("en-")) &&
        !str_ends_with(language, STR("-us")) && !str_equal(language, STR("en-gb")))
        return STR("en-gb");
    if (str_equal(name, STR("no")))
        return STR("nb");
    size_t end = name.len;
    while (end > 0 && name.data[end - 1] != '-')
        end--;
    return str_slice(name, 0, end > 0 ? end - 1 : 0);
}

const struct hyphen_dictionary *hyphen_open(struct arena *arena, struct str folder,
                                            struct str language)
{
    struct str_builder lower = str_builder_in(arena);
    for (size_t i = 0; i < language.len; i++)
        str_add_byte(&lower, (char)letter_lower((unsigned char)language.data[i] & 0x7Fu));
    struct str wanted = str_built(&lower);
    if (str_find_byte(wanted, '/', 0) < wanted.len)
        return NULL;
    for (struct str name = wanted; name.len > 0; name = next_name(name, wanted)) {
        const struct hyphen_dictionary *dictionary = open_file(arena, folder, name);
        if (dictionary)
            return dictionary;
    }
    return NULL;
}

void hyphen_close(const struct hyphen_dictionary *dictionary)
{
    file_unmap(dictionary->mapped);
}

// A word, or a part of one between hyphens and apostrophes, as the patterns see it.
struct job {
    struct arena *scratch;
    const struct hyphen_dictionary *dictionary;
    uint8_t *symbols; // of each character
    bool *marks;      // combining, which no hyphen may part from their letter
    uint8_t *points;  // the result
    size_t count;
};

static uint8_t find_symbol(const struct hyphen_dictionary *dictionary, uint32_t letter)
{
    size_t low = 0, high = dictionary->header.alphabet_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        uint32_t found = letter_at(dictionary, middle);
        if (found == letter)
            return (uint8_t)middle;
        if (found < letter)
            low = middle + 1;
        else
            high = middle;
    }
    return NO_SYMBOL;
}

// Returns the child, or 0.
static uint32_t find_child(const struct hyphen_dictionary *dictionary, enum hyphen_level level,
                           uint32_t parent, uint8_t symbol)
{
    struct hyphen_node node = node_at(dictionary, level, parent);
    uint32_t low = node.first_child_and_symbol >> 8, high = low + child_count_of_node(node);
    if (high > dictionary->header.node_count[level])
        return 0;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        uint32_t found = symbol_of_node(node_at(dictionary, level, middle));
        if (found == symbol)
            return middle;
        if (found < symbol)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}

// Raises the values behind a pattern that begins at `start`.
static void apply_values(const struct hyphen_dictionary *dictionary, uint32_t record, size_t start,
                         uint8_t *values, size_t value_count)
{
    uint32_t size = dictionary->header.values_size;
    const char *bytes = dictionary->values + record;
    if (record + 2 > size || record + 2 + byte_at(bytes, 1) > size)
        return;
    size_t skip = byte_at(bytes, 0), count = byte_at(bytes, 1);
    for (size_t i = 0; i < count && start + skip + i < value_count; i++) {
        uint8_t value = (uint8_t)byte_at(bytes, 2 + i);
        if (values[start + skip + i] < value)
            values[start + skip + i] = value;
    }
}

// Liang 1983: the patterns that occur in ".word." have their say (see enum hyphen_match), the
// highest value wins, odd ones allow a hyphen. Returns the value before each character of letters
// [first, end), dotted.
static const uint8_t *weigh(const struct job *job, enum hyphen_level level, size_t first,
                            size_t end)
{
    const struct hyphen_dictionary *dictionary = job->dictionary;
    size_t count = end - first, dotted_count = count + 2;
    uint8_t edge = find_symbol(dictionary, '.');
    uint8_t *dotted = ARENA_ARRAY(job->scratch, uint8_t, dotted_count);
    uint8_t *values = ARENA_ARRAY(job->scratch, uint8_t, dotted_count + 1);
    dotted[0] = dotted[count + 1] = edge;
    memcpy(dotted + 1, job->symbols + first, count);
    bool longest_only = dictionary->header.match == HYPHEN_MATCH_LONGEST;
    size_t asked = 0; // walks begin ever later, so that the first to reach an end is the longest
    for (size_t start = 0; start < dotted_count; start++) {
        uint32_t node = 0;
        for (size_t at = start; at < dotted_count && dotted[at] != NO_SYMBOL; at++) {
            node = find_child(dictionary, level, node, dotted[at]);
            if (node == 0)
                break;
            if (longest_only && at < asked)
                continue;
            asked = at + 1;
            uint32_t record = node_at(dictionary, level, node).values_and_child_count >> 8;
            apply_values(dictionary, record, start, values, dotted_count + 1);
        }
    }
    return values;
}

// Marks the places in letters [start, end) that keep the minima on either side.
static void mark_syllables(const struct job *job, size_t start, size_t end)
{
    const struct hyphen_header *header = &job->dictionary->header;
    bool joint_before = start > 0 && header->least_before_joint > 0;
    bool joint_after = end < job->count && header->least_after_joint > 0;
    size_t before = joint_before ? header->least_before_joint : header->least_before;
    size_t after = joint_after ? header->least_after_joint : header->least_after;
    const uint8_t *values = weigh(job, HYPHEN_SYLLABLES, start, end);
    for (size_t i = before; i + after <= end - start; i++)
        job->points[start + i] = values[i + 1] & 1u;
}

// Letters [start, end): the joints of a compound, then what is between them as words of their own,
// whose parts may be compounds again.
static void hyphenate_part(const struct job *job, size_t start, size_t end, int depth)
{
    size_t part = start;
    if (job->dictionary->header.node_count[HYPHEN_COMPOUNDS] > 1 && depth < DEEPEST_COMPOUND) {
        const uint8_t *values = weigh(job, HYPHEN_COMPOUNDS, start, end);
        for (size_t i = start + 1; i < end; i++) {
            if ((values[i - start + 1] & 1u) == 0)
                continue;
            hyphenate_part(job, part, i, depth + 1);
            job->points[i] = 1;
            part = i;
        }
    }
    if (part > start)
        hyphenate_part(job, part, end, depth + 1);
    else
        mark_syllables(job, start, end);
}

static void hyphenate(const struct job *job)
{
    const struct hyphen_header *header = &job->dictionary->header;
    memset(job->points, 0, job->count);
    hyphenate_part(job, 0, job->count, 0);
    for (size_t i = 0; i < job->count; i++)
        if (job->marks[i] || i < header->least_before || job->count - i < header->least_after)
            job->points[i] = 0;
}

// Letters and their marks; what else stands in a word parts it.
static bool belongs_to_word(uint32_t code_point)
{
    if (code_point < 0x80)
        return code_point - 'a' < 26;
    return code_point >= 0xC0 && !(code_point >= 0x2000 && code_point < 0x2070);
}

void hyphen_points(struct arena *scratch, const struct hyphen_dictionary *dictionary,
                   struct str word, uint8_t *points)
{
    memset(points, 0, word.len);
    if (str_find(word, STR("\xC2\xAD"), 0) < word.len)
        return;
    struct arena_mark mark = arena_mark(scratch);
    struct job job = {
        .scratch = scratch,
        .dictionary = dictionary,
        .symbols = ARENA_ARRAY(scratch, uint8_t, word.len + 1),
        .marks = ARENA_ARRAY(scratch, bool, word.len + 1),
        .points = ARENA_ARRAY(scratch, uint8_t, word.len + 1),
    };
    size_t *offsets = ARENA_ARRAY(scratch, size_t, word.len + 1);
    for (size_t at = 0, offset = 0; offset <= word.len; offset = at) {
        uint32_t letter = 0;
        if (at < word.len)
            letter = letter_lower(utf8_decode(word.data, word.len, &at));
        else
            at++;
        if (belongs_to_word(letter)) {
            job.symbols[job.count] = find_symbol(dictionary, letter);
            job.marks[job.count] = line_class_find(letter) == LINE_CM;
            offsets[job.count++] = offset;
            continue;
        }
        if (job.count > 0)
            hyphenate(&job);
        for (size_t i = 0; i < job.count; i++)
            points[offsets[i]] = job.points[i];
        job.count = 0;
    }
    arena_rewind(scratch, mark);
}
