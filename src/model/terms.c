#include "model/terms.h"

#include "model/language.h"
#include "model/terms_words.h"

#include <assert.h>

// Traditional characters by script, else by region.
static const char *table_name(struct str language)
{
    bool traditional =
        language_has_subtag(language, STR("Hant")) ||
        (!language_has_subtag(language, STR("Hans")) &&
         (language_has_subtag(language, STR("TW")) || language_has_subtag(language, STR("HK")) ||
          language_has_subtag(language, STR("MO"))));
    return traditional ? "zh-Hant" : "zh-Hans";
}

static const struct language_words *find_words(struct str language)
{
    struct str primary = language_primary(language);
    if (str_equal(primary, STR("zh")))
        primary = str_from(table_name(language));
    if (str_equal(primary, STR("no")))
        primary = STR("nb");
    if (str_equal(primary, STR("fil")))
        primary = STR("tl");
    for (size_t i = 0; i < language_words_count; i++)
        if (str_equal(str_from(language_words[i].language), primary))
            return &language_words[i];
    return NULL;
}

#define TERM(name, key, english, when) {STR_INIT(key), STR_INIT(english)},
static const struct {
    struct str key, english;
} all_terms[] = {
#include "model/terms.def"
};
#undef TERM

struct str term_find(struct str language, enum term term)
{
    const struct language_words *words = find_words(language);
    assert(term < TERM_COUNT);
    return words && words->terms[term] ? str_from(words->terms[term]) : STR("");
}

struct terms *terms_new(struct arena *arena, struct str language, struct span span)
{
    struct terms *terms = ARENA_NEW(arena, struct terms);
    terms->language = language;
    terms->span = span;
    for (size_t i = 0; i < TERM_COUNT; i++)
        terms->words[i] = term_find(language, (enum term)i);
    return terms;
}

const struct terms *terms_within(struct arena *arena, const struct terms *document,
                                 struct str language)
{
    if (str_equal(language, document->language))
        return document;
    struct terms *terms = terms_new(arena, language, document->span);
    for (size_t i = 0; i < TERM_COUNT; i++)
        if (terms->words[i].len == 0)
            terms->words[i] = document->words[i];
    return terms;
}

struct str term_word(const struct terms *terms, enum term term, struct diags *diags)
{
    assert(term < TERM_COUNT);
    if (terms->words[term].len > 0)
        return terms->words[term];
    diag_add(diags, DIAG_LANGUAGE_WORDS, terms->span,
             "`%.*s` has no built-in words, and `labels` has no `%.*s`", STR_ARGS(terms->language),
             STR_ARGS(all_terms[term].key));
    diag_hint(diags, "add your own word for \"%.*s\": `labels: {%.*s: \"…\"}`",
              STR_ARGS(all_terms[term].english), STR_ARGS(all_terms[term].key));
    return STR("");
}

bool term_find_place(struct str phrase, size_t at, size_t *start, size_t *end)
{
    *start = str_find_byte(phrase, '{', at);
    *end = str_find_byte(phrase, '}', *start) + 1;
    return *end <= phrase.len;
}

// Returns what stands for the place `name` of a term.
static struct str value_of(enum term term, struct str name, const struct term_values *values)
{
    struct str english = all_terms[term].english;
    size_t start, end;
    bool first = term_find_place(english, 0, &start, &end) &&
                 str_equal(str_slice(english, start, end), name);
    return first ? values->first : values->second;
}

struct str term_phrase(struct arena *arena, const struct terms *terms, enum term term,
                       const struct term_values *values, struct diags *diags)
{
    struct str phrase = term_word(terms, term, diags);
    struct str_builder out = str_builder_in(arena);
    size_t at = 0;
    for (size_t start, end; term_find_place(phrase, at, &start, &end); at = end) {
        str_add(&out, str_slice(phrase, at, start));
        str_add(&out, value_of(term, str_slice(phrase, start, end), values));
    }
    str_add(&out, str_slice(phrase, at, phrase.len));
    return str_built(&out);
}

// English outside the United States, Canada and the Philippines puts the day first (CLDR).
static const char *day_pattern(const struct language_words *words, struct str language)
{
    if (!str_equal(language_primary(language), STR("en")) ||
        str_find_byte(language, '-', 0) == language.len ||
        language_has_subtag(language, STR("US")) || language_has_subtag(language, STR("CA")) ||
        language_has_subtag(language, STR("PH")))
        return words->day_pattern;
    return "d L y";
}

static void add_field(struct str_builder *out, char field, const struct language_words *words,
                      struct date date)
{
    const char *const *months =
        date.day == 0 && words->months_alone[0] ? words->months_alone : words->months;
    if (field == 'd')
        str_add_uint(out, date.day);
    else if (field == 'y')
        str_add_uint(out, date.year);
    else if (field == 'M')
        str_add_uint(out, date.month);
    else
        str_add(out, str_from(months[date.month - 1]));
}

static bool is_field(char c)
{
    return c == 'd' || c == 'y' || c == 'M' || c == 'L';
}

static void add_pattern(struct str_builder *out, struct str pattern,
                        const struct language_words *words, struct date date)
{
    bool quoted = false;
    for (size_t i = 0; i < pattern.len; i++) {
        char c = pattern.data[i];
        if (c == '\'')
            quoted = !quoted;
        else if (!quoted && is_field(c))
            add_field(out, c, words, date);
        else
            str_add_byte(out, c);
    }
}

static struct str pattern_of(const struct language_words *words, struct str language,
                             struct date date)
{
    return str_from(date.day ? day_pattern(words, language) : words->month_pattern);
}

struct str term_date(struct arena *arena, struct str language, struct date date)
{
    const struct language_words *words = find_words(language);
    struct str_builder out = str_builder_in(arena);
    if (date.year == 0)
        return STR("");
    if (date.month == 0) {
        str_add_uint(&out, date.year);
        return str_built(&out);
    }
    if (!words)
        return date.day ? str_format(arena, "%u-%02u-%02u", date.year, date.month, date.day)
                        : str_format(arena, "%u-%02u", date.year, date.month);
    add_pattern(&out, pattern_of(words, language, date), words, date);
    return str_built(&out);
}

struct str term_month(struct str language, uint32_t month)
{
    const struct language_words *words = find_words(language);
    assert(month >= 1 && month <= 12);
    if (!words)
        words = &language_words[0];
    return str_from(words->months_alone[0] ? words->months_alone[month - 1]
                                           : words->months[month - 1]);
}

// Where the first of `fields` stands in a pattern, or the last one.
static size_t find_field(struct str pattern, struct str fields, bool last)
{
    size_t found = pattern.len;
    bool quoted = false;
    for (size_t i = 0; i < pattern.len; i++) {
        quoted ^= pattern.data[i] == '\'';
        bool is_one = !quoted && str_find_byte(fields, pattern.data[i], 0) < fields.len;
        if (is_one && (last || found == pattern.len))
            found = i;
    }
    return found;
}

// "May 29-June 2, 2015", "March 1-5, 2016": what the two share, a year at the end or the beginning
// and then a month beside it, is said once.
static void add_range(struct str_builder *out, struct str pattern,
                      const struct language_words *words, const struct date dates[2])
{
    bool same_month = dates[0].month == dates[1].month;
    struct str said_twice = same_month ? STR("d") : STR("dML");
    bool year_leads = pattern.data[0] == 'y';
    size_t start = find_field(pattern, said_twice, false);
    size_t end = find_field(pattern, said_twice, true) + 1;
    while (end < pattern.len && str_find_byte(STR(" ,'"), pattern.data[end], 0) == 3)
        end++; // what is bound to it: "29.", "29日"
    if (!year_leads && !same_month)
        start = 0;
    add_pattern(out, str_slice(pattern, 0, end), words, dates[0]);
    str_add_byte(out, '-');
    add_pattern(out, str_slice(pattern, start, pattern.len), words, dates[1]);
}

struct str term_dates(struct arena *arena, struct str language, struct date from, struct date to)
{
    const struct language_words *words = find_words(language);
    struct str_builder out = str_builder_in(arena);
    bool alike = from.month > 0 && (from.day > 0) == (to.day > 0) && from.year == to.year;
    if (to.year == 0)
        return term_date(arena, language, from);
    if (alike && words) {
        add_range(&out, pattern_of(words, language, from), words, (const struct date[2]){from, to});
        return str_built(&out);
    }
    str_add(&out, term_date(arena, language, from));
    str_add_byte(&out, '-');
    str_add(&out, term_date(arena, language, to));
    return str_built(&out);
}
