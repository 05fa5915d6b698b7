#include "model/reference_names.h"
#include "unit/reference_fixture.h"

static void given_names_are_initials(void **state)
{
    static const char *const samples[][2] = {
        {"Jane K.", "JK"},
        {"J. N.", "JN"},
        {"J.N.", "JN"},
        {"JN", "JN"},
        {"Jean-Paul", "JP"},
        {"Åsa", "Å"},
        {"Maria de Lourdes", "M de L"},
        {"Анна Петровна", "АП"},
        {"Ελένη", "Ε"},
        {"ليلى", "ليلى"},
        {"小明", "小明"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        assert_str(reference_initials(*state, str_from(samples[i][0])), samples[i][1]);
}

static void suffixes_have_no_points_and_no_roman_numerals(void **state)
{
    (void)state;
    assert_str(reference_suffix(STR("Jr.")), "Jr");
    assert_str(reference_suffix(STR("Sr")), "Sr");
    assert_str(reference_suffix(STR("II")), "2nd");
    assert_str(reference_suffix(STR("III")), "3rd");
    assert_str(reference_suffix(STR("MD")), "MD");
}

static void assert_names(struct arena *arena, const char *names, const char *ama, const char *nlm)
{
    const char *item =
        str_cstr(arena, str_format(arena, "type: webpage, title: T, author: [%s]", names));
    assert_str(entry_in(arena, STYLE_AMA, item), str_cstr(arena, str_format(arena, "%s. T.", ama)));
    assert_str(entry_in(arena, STYLE_NLM, item), str_cstr(arena, str_format(arena, "%s. T.", nlm)));
}

static void particles_stay_or_follow(void **state)
{
    assert_names(*state, "{family: Berg, given: Anna, non-dropping-particle: van den}",
                 "van den Berg A", "van den Berg A");
    assert_names(*state, "{family: Humboldt, given: Alexander, dropping-particle: von}",
                 "Humboldt A von", "Humboldt A von");
    assert_names(*state,
                 "{family: Fontaine, given: Jean, dropping-particle: de, "
                 "non-dropping-particle: La, suffix: Jr.}",
                 "La Fontaine J de Jr", "La Fontaine J de Jr");
    assert_names(*state, "{family: Angelo, given: Ida, non-dropping-particle: \"d'\"}",
                 "d'Angelo I", "d'Angelo I");
}

static void names_of_all_scripts_are_set_as_they_are(void **state)
{
    assert_names(*state, "{family: 王, given: 小明}, {family: 김, given: 지우}", "王小明, 김지우",
                 "王小明, 김지우");
    assert_names(*state, "{family: حداد, given: ليلى}", "حداد ليلى", "حداد ليلى");
    assert_names(*state, "{family: Иванова, given: Анна}", "Иванова А", "Иванова А");
    assert_names(*state, "{family: O'Brien, given: Sinéad}", "O’Brien S", "O’Brien S");
    assert_names(*state, "{family: Sukarno}, {given: Prince}, {literal: A *Group*}",
                 "Sukarno, P, A Group", "Sukarno, P, A Group");
}

static void many_names_are_cut_by_the_style(void **state)
{
    assert_names(*state,
                 "{family: A}, {family: B}, {family: C}, {family: D}, {family: E}, {family: F}",
                 "A, B, C, D, E, F", "A, B, C, D, E, F");
    assert_names(*state,
                 "{family: A}, {family: B}, {family: C}, {family: D}, {family: E}, {family: F}, "
                 "{family: G}",
                 "A, B, C, et al", "A, B, C, D, E, F, et al");
    assert_names(*state, "{family: A}, {literal: et al}", "A, et al", "A, et al");
    assert_str(entry_in(*state, STYLE_AMA,
                        "type: book, title: T, editor: [{family: A}, {literal: et al}]"),
               "A, et al, eds. T.");
    assert_str(entry_in(*state, STYLE_NLM,
                        "type: book, title: T, editor: [{family: A}, {literal: et al}]"),
               "A, et al., editors. T.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(given_names_are_initials),        RULE(suffixes_have_no_points_and_no_roman_numerals),
        RULE(particles_stay_or_follow),        RULE(names_of_all_scripts_are_set_as_they_are),
        RULE(many_names_are_cut_by_the_style),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
