#include "text/break_places.h"

#include "base/utf8.h"
#include "text/letter_case.h"
#include "text/phone_numbers.h"

static struct str primary_language(struct str tag)
{
    return str_slice(tag, 0, str_find_byte(tag, '-', 0));
}

static bool hyphenates(enum text_hyphenation hyphenate, struct str tag)
{
    static const struct str languages[] = {STR_INIT("de"), STR_INIT("nl"), STR_INIT("sv"),
                                           STR_INIT("da"), STR_INIT("nb"), STR_INIT("nn"),
                                           STR_INIT("no"), STR_INIT("hu")};
    struct str language = primary_language(tag);
    switch (hyphenate) {
    case TEXT_HYPHENATE_NEVER: return false;
    case TEXT_HYPHENATE_ALWAYS: return true;
    case TEXT_HYPHENATE_AUTO: break;
    }
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (str_equal_ignoring_case(language, languages[i]))
            return true;
    return false;
}

// Abbreviations and identifiers are no words of a language: CAR, mRNA, CD19.
static bool is_ordinary_word(struct str word)
{
    size_t capitals = 0;
    for (size_t at = 0; at < word.len;) {
        uint32_t code_point = utf8_decode(word.data, word.len, &at);
        if (code_point >= '0' && code_point <= '9')
            return false;
        capitals += letter_is_upper(code_point);
    }
    return capitals <= 1;
}

struct hyphenator {
    struct arena *arena;
    const struct paragraph *paragraph;
    struct diags *diags;
    struct str language;                        // of the dictionary
    const struct hyphen_dictionary *dictionary; // NULL: there is none, or none is wanted
    uint8_t *breaks;
    size_t run; // that the newest point lies in
};

// Moves to the run at a byte, which does not go back.
static const struct text_run *run_at(struct hyphenator *hyphenator, uint32_t at)
{
    const struct paragraph *paragraph = hyphenator->paragraph;
    while (paragraph->run_starts[hyphenator->run + 1] <= at)
        hyphenator->run++;
    return &paragraph->runs[hyphenator->run];
}

// Whether the run at a byte is text in the language of the word that it stands in.
static bool run_hyphenates(struct hyphenator *hyphenator, uint32_t at)
{
    const struct text_run *run = run_at(hyphenator, at);
    return run->breaking == TEXT_BREAK_NORMAL &&
           str_equal_ignoring_case(primary_language(run->style->language),
                                   primary_language(hyphenator->language));
}

static void take_dictionary(struct hyphenator *hyphenator, struct str language)
{
    const struct paragraph *paragraph = hyphenator->paragraph;
    if (str_equal(language, hyphenator->language))
        return;
    hyphenator->language = language;
    hyphenator->dictionary = NULL;
    if (!hyphenates(paragraph->style.hyphenate, language))
        return;
    hyphenator->dictionary = typesetter_dictionary(paragraph->typesetter, language);
    if (hyphenator->dictionary)
        return;
    diag_add(hyphenator->diags, DIAG_HYPHENATION_MISSING, (struct span){0},
             "there are no hyphenation patterns for `%.*s`: words stay whole", STR_ARGS(language));
    diag_hint(hyphenator->diags,
              "install the distribution's hyphenation package for the language, then "
              "run make again");
}

static void hyphenate_word(struct hyphenator *hyphenator, uint32_t start, uint32_t end)
{
    struct str word = str_slice(hyphenator->paragraph->text, start, end);
    take_dictionary(hyphenator, run_at(hyphenator, start)->style->language);
    if (!hyphenator->dictionary || !is_ordinary_word(word))
        return;
    struct arena_mark mark = arena_mark(hyphenator->arena);
    uint8_t *points = ARENA_ARRAY(hyphenator->arena, uint8_t, word.len);
    hyphen_points(hyphenator->arena, hyphenator->dictionary, word, points);
    for (uint32_t i = 1; i < word.len; i++)
        if (points[i] && hyphenator->breaks[start + i] == BREAK_NONE &&
            run_hyphenates(hyphenator, start + i))
            hyphenator->breaks[start + i] = BREAK_HYPHEN;
    arena_rewind(hyphenator->arena, mark);
}

// A word goes on where the style changes within it, and ends at white space or at a hyphen of its
// own: what stands behind CAR-T- is an ordinary word.
static bool ends_word(struct str text, uint32_t at)
{
    char byte = text.data[at];
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '-' ||
           (byte == '\xC2' && text.data[at + 1] == '\xA0');
}

static void hyphenate_words(struct hyphenator *hyphenator)
{
    struct str text = hyphenator->paragraph->text;
    uint32_t start = 0;
    for (uint32_t at = 0; at <= text.len; at++) {
        if (at < text.len && !ends_word(text, at))
            continue;
        if (at > start)
            hyphenate_word(hyphenator, start, at);
        start = at + 1 + (at < text.len && text.data[at] == '\xC2');
    }
}

// Whether any of the text is in a language that is hyphenated.
static bool needs_hyphens(const struct paragraph *paragraph)
{
    for (size_t i = 0; i < paragraph->run_count; i++)
        if (hyphenates(paragraph->style.hyphenate, paragraph->runs[i].style->language))
            return true;
    return false;
}

static struct breaks_range *ranges_of(struct arena *arena, const struct paragraph *paragraph)
{
    struct breaks_range *ranges = ARENA_ARRAY(arena, struct breaks_range, paragraph->run_count);
    for (size_t i = 0; i < paragraph->run_count; i++)
        ranges[i] = (struct breaks_range){paragraph->run_starts[i], paragraph->run_starts[i + 1],
                                          paragraph->runs[i].breaking};
    return ranges;
}

static void keep_numbers_whole(const struct paragraph *paragraph, uint8_t *breaks)
{
    for (size_t i = 0; i < paragraph->run_count; i++) {
        if (paragraph->runs[i].breaking != TEXT_BREAK_NORMAL)
            continue;
        struct phone_number number = {.end = paragraph->run_starts[i]};
        struct str text = str_slice(paragraph->text, 0, paragraph->run_starts[i + 1]);
        while (phone_number_find(text, number.end, &number))
            for (uint32_t at = number.start + 1; at < number.end; at++)
                if (breaks[at] == BREAK_ALLOWED)
                    breaks[at] = BREAK_NONE;
    }
}

const uint8_t *break_places_find(struct arena *arena, const struct paragraph *paragraph,
                                 struct diags *diags)
{
    uint8_t *breaks = ARENA_ARRAY(arena, uint8_t, paragraph->text.len + 1);
    struct breaks_job job = {
        .text = paragraph->text,
        .language = paragraph->style.language,
        .ranges = ranges_of(arena, paragraph),
        .range_count = paragraph->run_count,
    };
    if (!breaks_find(&job, diags, breaks))
        return NULL;
    struct hyphenator hyphenator = {
        .arena = arena, .paragraph = paragraph, .diags = diags, .breaks = breaks};
    if (needs_hyphens(paragraph))
        hyphenate_words(&hyphenator);
    keep_numbers_whole(paragraph, breaks);
    for (size_t i = 0; i < paragraph->run_count; i++)
        if (paragraph->runs[i].no_break_before &&
            breaks[paragraph->run_starts[i]] != BREAK_MANDATORY)
            breaks[paragraph->run_starts[i]] = BREAK_NONE;
    return breaks;
}
