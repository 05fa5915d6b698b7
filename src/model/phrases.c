#include "model/phrases.h"

#include "base/utf8.h"
#include "text/letter_case.h"

// What a character is to words. Letters of scripts without spaces are words by themselves.
enum word_class { WORD_NONE, WORD_LETTER, WORD_ALONE };

struct class_range {
    uint32_t first, last;
    enum word_class class;
};

// Above ASCII all else is a letter: no phrase begins or ends in the middle of what it does not
// know.
static const struct class_range ranges[] = {
    {0x0080, 0x00A9, WORD_NONE},  {0x00AB, 0x00B4, WORD_NONE},  {0x00B6, 0x00B9, WORD_NONE},
    {0x00BB, 0x00BF, WORD_NONE},  {0x00D7, 0x00D7, WORD_NONE},  {0x00F7, 0x00F7, WORD_NONE},
    {0x060C, 0x061F, WORD_NONE},  {0x0E00, 0x0EFF, WORD_ALONE}, {0x1000, 0x109F, WORD_ALONE},
    {0x1780, 0x17FF, WORD_ALONE}, {0x2000, 0x206F, WORD_NONE},  {0x2190, 0x2BFF, WORD_NONE},
    {0x3000, 0x3004, WORD_NONE},  {0x3008, 0x3020, WORD_NONE},  {0x3021, 0xD7FF, WORD_ALONE},
    {0xFF00, 0xFF0F, WORD_NONE},  {0xFF1A, 0xFF20, WORD_NONE},  {0x20000, 0x3FFFF, WORD_ALONE},
};

static enum word_class class_of(uint32_t c)
{
    if (c < 0x80)
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
                   ? WORD_LETTER
                   : WORD_NONE;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (c <= ranges[i].last)
            return c >= ranges[i].first ? ranges[i].class : WORD_LETTER;
    return WORD_LETTER;
}

static bool are_apart(uint32_t before, uint32_t after)
{
    return class_of(before) != WORD_LETTER || class_of(after) != WORD_LETTER;
}

// Returns the offset behind the word that begins at or after `at`.
static size_t word_end(struct str text, size_t at)
{
    uint32_t previous = 0;
    while (at < text.len) {
        size_t next = at;
        uint32_t c = utf8_decode(text.data, text.len, &next);
        if (class_of(previous) != WORD_NONE && are_apart(previous, c))
            break;
        previous = c;
        at = next;
    }
    return at;
}

static bool begins_word(struct str text, size_t at, uint32_t previous)
{
    uint32_t c = utf8_decode(text.data, text.len, &at);
    return class_of(c) != WORD_NONE && are_apart(previous, c);
}

// Whether text[0, end), which is not empty, ends where no word goes on.
static bool ends_word(struct str text, size_t end)
{
    size_t last = end - 1, next = end;
    while (last > 0 && utf8_continues(text.data[last]))
        last--;
    return end == text.len || are_apart(utf8_decode(text.data, text.len, &last),
                                        utf8_decode(text.data, text.len, &next));
}

void *phrases_add(struct arena *arena, struct phrases *phrases, struct str phrase, void *value)
{
    size_t words = 0;
    for (size_t at = 0; at < phrase.len; words++)
        at = word_end(phrase, at);
    if (words == 0 || words > PHRASE_MOST_WORDS || !begins_word(phrase, 0, 0))
        return NULL;
    if (words > phrases->most_words)
        phrases->most_words = words;
    if (phrase.len > phrases->longest)
        phrases->longest = phrase.len;
    return map_add(arena, &phrases->places, phrase, value);
}

size_t phrases_find(const struct phrases *phrases, struct str text, size_t at, uint32_t previous,
                    void **value)
{
    size_t found = 0, end = at;
    if (!begins_word(text, at, previous))
        return 0;
    for (size_t words = 0; words < phrases->most_words && end < text.len; words++) {
        end = word_end(text, end);
        // A phrase may end in a mark of its own: "e.g."
        for (size_t mark = 0; mark <= 1 && end + mark <= text.len; mark++) {
            if (end + mark - at > phrases->longest || !ends_word(text, end + mark))
                continue;
            void *here = map_find(&phrases->places, str_slice(text, at, end + mark));
            if (!here)
                continue;
            found = end + mark - at;
            *value = here;
        }
        if (end - at > phrases->longest)
            break;
    }
    return found;
}

struct str phrase_folded(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_decode(text.data, text.len, &at);
        if (c == '\n' || c == '\t' || c == 0xA0)
            c = ' ';
        str_add_code_point(&out, letter_lower(c));
    }
    return str_built(&out);
}
