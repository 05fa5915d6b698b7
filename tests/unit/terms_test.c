#include "model/terms.h"
#include "model/terms_words.h"
#include "unit/unit.h"

static const struct date day = {2025, 6, 27};
static const struct date month = {2025, 6, 0};

static void dates_take_the_languages_long_form(void **state)
{
    static const char *const expected[][3] = {
        {"en-US", "June 27, 2025", "June 2025"},
        {"en-GB", "27 June 2025", "June 2025"},
        {"es", "27 de junio de 2025", "junio de 2025"},
        {"de", "27. Juni 2025", "Juni 2025"},
        {"pl", "27 czerwca 2025", "czerwiec 2025"},
        {"ru", "27 июня 2025 г.", "июнь 2025 г."},
        {"hu", "2025. június 27.", "2025. június"},
        {"uk", "27 червня 2025 р.", "червень 2025 р."},
        {"el", "27 Ιουνίου 2025", "Ιούνιος 2025"},
        {"fil-PH", "Hunyo 27, 2025", "Hunyo 2025"},
        {"vi", "27 tháng 6, 2025", "tháng 6 năm 2025"},
        {"ar", "27 يونيو 2025", "يونيو 2025"},
        {"he", "27 ביוני 2025", "יוני 2025"},
        {"zh-CN", "2025年6月27日", "2025年6月"},
        {"ko", "2025년 6월 27일", "2025년 6월"},
    };
    for (size_t i = 0; i < sizeof expected / sizeof expected[0]; i++) {
        struct str language = str_from(expected[i][0]);
        assert_str(term_date(*state, language, day), expected[i][1]);
        assert_str(term_date(*state, language, month), expected[i][2]);
    }
}

static void no_date_is_no_text(void **state)
{
    assert_str(term_date(*state, STR("en"), (struct date){0}), "");
}

// Whose rarer words of references the writer gives, by `labels`: nobody here could vouch for them.
static bool lacks_rare_words(const char *language)
{
    static const char *const languages[] = {"tr", "vi", "tl", "ht", "ar", "he", "hi", "th", "km"};
    for (size_t i = 0; i < sizeof languages / sizeof languages[0]; i++)
        if (str_equal(str_from(languages[i]), str_from(language)))
            return true;
    return false;
}

static void every_language_has_every_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_words_count; i++) {
        const struct language_words *words = &language_words[i];
        bool lacks = lacks_rare_words(words->language);
        for (size_t term = 0; term < TERM_COUNT; term++) {
            bool rare = term >= TERM_PUBLISHED_ONLINE && term <= TERM_FORTHCOMING;
            assert_true((rare && lacks) == !(words->terms[term] && words->terms[term][0]));
        }
        for (size_t m = 0; m < 12; m++)
            assert_true(words->months[m] && words->months[m][0]);
    }
    assert_int_equal(language_words_count, 32);
}

// The places of a phrase, in the order of the English one.
static void every_phrase_has_its_places(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_words_count; i++)
        for (size_t term = 0; term < TERM_COUNT; term++) {
            struct str english = str_from(language_words[0].terms[term]);
            if (!language_words[i].terms[term])
                continue;
            struct str phrase = str_from(language_words[i].terms[term]);
            size_t at = 0, count = 0;
            for (size_t start, end; term_find_place(english, at, &start, &end); at = end) {
                assert_true(str_find(phrase, str_slice(english, start, end), 0) < phrase.len);
                count++;
            }
            at = 0;
            for (size_t start, end; term_find_place(phrase, at, &start, &end); at = end)
                count--;
            assert_int_equal(count, 0);
        }
}

static struct str phrase(struct arena *arena, const char *language, enum term term)
{
    struct terms *terms = terms_new(arena, str_from(language), (struct span){0});
    const struct term_values values = {STR("3"), STR("6")};
    return term_phrase(arena, terms, term, &values, NULL);
}

static void phrases_take_the_languages_order(void **state)
{
    assert_str(phrase(*state, "en-GB", TERM_PAGE), "page 3");
    assert_str(phrase(*state, "en", TERM_FOLIO), "3 of 6");
    assert_str(phrase(*state, "en", TERM_DRAFT), "Draft");
    assert_str(phrase(*state, "ja", TERM_PAGE), "3ページ");
    assert_str(phrase(*state, "zh-CN", TERM_PAGE), "第3页");
    assert_str(phrase(*state, "zh-HK", TERM_FOLIO), "第3頁，共6頁");
    assert_str(phrase(*state, "ko", TERM_PAGE), "3쪽");
    assert_str(phrase(*state, "hu", TERM_TABLE), "3. táblázat.");
    assert_str(phrase(*state, "ar", TERM_FOLIO), "3 من 6");
    assert_str(phrase(*state, "hi", TERM_ACCESSED), "3 को देखा गया");
}

static void a_language_without_words_is_an_error_once_a_word(void **state)
{
    struct sources sources;
    struct diags diags;
    sources_init(&sources, *state);
    diags_init(&diags, *state, &sources);
    struct terms *terms = terms_new(*state, STR("cy"), (struct span){0});
    assert_str(term_word(terms, TERM_REFERENCES, &diags), "");
    assert_str(term_word(terms, TERM_REFERENCES, &diags), "");
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].code, DIAG_LANGUAGE_WORDS);
    assert_str(diags.items[0].message,
               "`cy` has no built-in words, and `labels` has no `references`");
    assert_str(term_date(*state, STR("cy"), day), "2025-06-27");
    assert_str(term_date(*state, STR("cy"), month), "2025-06");
}

static void the_primary_subtag_decides(void **state)
{
    (void)state;
    assert_str(term_find(STR("es-MX"), TERM_REFERENCES), "Referencias");
    assert_str(term_find(STR("zh-TW"), TERM_REFERENCES), "參考文獻");
    assert_str(term_find(STR("zh-Hans-HK"), TERM_REFERENCES), "参考文献");
    assert_str(term_find(STR("no"), TERM_REFERENCES), "Referanser");
    assert_str(term_find(STR("cy"), TERM_REFERENCES), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(dates_take_the_languages_long_form),
        RULE(no_date_is_no_text),
        RULE(every_language_has_every_word),
        RULE(every_phrase_has_its_places),
        RULE(phrases_take_the_languages_order),
        RULE(a_language_without_words_is_an_error_once_a_word),
        RULE(the_primary_subtag_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
