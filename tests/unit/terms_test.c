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

static void every_language_has_every_word(void **state)
{
    (void)state;
    for (size_t i = 0; i < language_words_count; i++) {
        const struct language_words *words = &language_words[i];
        for (size_t term = 0; term < TERM_COUNT; term++)
            assert_true(words->terms[term] && words->terms[term][0]);
        for (size_t m = 0; m < 12; m++)
            assert_true(words->months[m] && words->months[m][0]);
    }
    assert_int_equal(language_words_count, 26);
}

static void the_primary_subtag_decides(void **state)
{
    (void)state;
    assert_str(term_find(STR("es-MX"), TERM_REFERENCES), "Referencias");
    assert_str(term_find(STR("zh-TW"), TERM_REFERENCES), "參考文獻");
    assert_str(term_find(STR("zh-Hans-HK"), TERM_REFERENCES), "参考文献");
    assert_str(term_find(STR("cy"), TERM_REFERENCES), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(dates_take_the_languages_long_form),
        RULE(no_date_is_no_text),
        RULE(every_language_has_every_word),
        RULE(the_primary_subtag_decides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
