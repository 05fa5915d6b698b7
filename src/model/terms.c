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
    for (size_t i = 0; i < language_words_count; i++)
        if (str_equal(str_from(language_words[i].language), primary))
            return &language_words[i];
    return NULL;
}

struct str term_find(struct str language, enum term term)
{
    const struct language_words *words = find_words(language);
    assert(term < TERM_COUNT);
    return words ? str_from(words->terms[term]) : STR("");
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

struct str term_date(struct arena *arena, struct str language, struct date date)
{
    const struct language_words *words = find_words(language);
    struct str_builder out = str_builder_in(arena);
    if (date.year == 0)
        return STR("");
    if (!words || date.month == 0) {
        str_add_uint(&out, date.year);
        return str_built(&out);
    }
    bool quoted = false;
    const char *pattern = date.day ? day_pattern(words, language) : words->month_pattern;
    for (const char *c = pattern; *c; c++) {
        if (*c == '\'')
            quoted = !quoted;
        else if (!quoted && (*c == 'd' || *c == 'y' || *c == 'M' || *c == 'L'))
            add_field(&out, *c, words, date);
        else
            str_add_byte(&out, *c);
    }
    return str_built(&out);
}
