#include "model_fixture.h"

#define CAR HEAD "abbreviations: {CAR: chimeric antigen receptor}\n"

static void an_abbreviation_is_a_span_with_its_expansion(void **state)
{
    assert_str(
        marked_body(*state, CAR, "A Chimeric *antigen*\n    receptor (CAR), CAR-T, *CAR*, CARs"),
        "A Chimeric *antigen* receptor ([CAR]{chimeric antigen receptor}), "
        "[CAR]{chimeric antigen receptor}-T, *[CAR]{chimeric antigen receptor}*, CARs");
}

static void parts_in_other_languages_have_none(void **state)
{
    assert_str(marked_body(*state, CAR, "chimeric antigen receptor (CAR) [el CAR]{lang=es} `CAR`"),
               "chimeric antigen receptor ([CAR]{chimeric antigen receptor}) [el CAR]{es} `CAR`");
}

static struct decoded *with_body(struct arena *arena, const char *body)
{
    struct str yaml = str_format(arena, CAR SECTION "|\n    %s\n", body);
    return decode_text(arena, str_cstr(arena, yaml));
}

static void the_first_use_is_introduced(void **state)
{
    static const char *const fine[] = {
        "The chimeric antigen receptor is a CAR.",
        "A CAR (chimeric antigen receptor) is new. The CAR finds it.",
        "A *CAR*, **Chimeric** antigen receptor",
        "A chimeric antigen receptor.\n\n    Then CAR.",
        "A CAR\\\n    (chimeric antigen receptor)",
        "# The CAR\n\n    A chimeric antigen receptor (CAR).",
    };
    for (size_t i = 0; i < sizeof fine / sizeof fine[0]; i++)
        assert_said(with_body(*state, fine[i]), "");
}

static void a_first_use_that_is_not_is_a_warning_once(void **state)
{
    struct decoded *decoded = with_body(*state, "The CAR is new. CAR (chimeric antigen receptor).");
    assert_said(decoded,
                "8:9 B0418 `CAR` is used before the text says what it stands for | write it "
                "out here: chimeric antigen receptor (CAR)\n");
    assert_non_null(decoded->brochure);
}

static void titles_and_headings_introduce_nothing(void **state)
{
    assert_said(decode_text(*state, "brochure: 1\ntitle: The chimeric antigen receptor (CAR)\n"
                                    "language: en\n"
                                    "abbreviations: {CAR: chimeric antigen receptor}\n"
                                    "sections:\n- {heading: CAR, body: CAR}\n"),
                "6:24 B0418 `CAR` is used before the text says what it stands for | write it out "
                "here: chimeric antigen receptor (CAR)\n");
}

static void what_never_occurs_is_a_warning(void **state)
{
    assert_said(
        with_body(*state, "Many CARs."),
        "4:17 B0419 the abbreviation `CAR` never occurs | take it away, or look whether the "
        "text spells it otherwise\n");
}

static void what_cannot_be_found_is_an_error(void **state)
{
    assert_said(
        decode_text(*state, HEAD "abbreviations: {A: '(b'}\n" SECTION "A\n"),
        "4:20 B0417 `(b` cannot be found in text | begin with a letter or a figure, and use "
        "16 words at most\n");
    assert_said(
        decode_text(*state, HEAD "abbreviations: {(A: b}\n" SECTION "A\n"),
        "4:17 B0417 `(A` cannot be found in text | begin with a letter or a figure, and use "
        "16 words at most\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(an_abbreviation_is_a_span_with_its_expansion),
        RULE(parts_in_other_languages_have_none),
        RULE(the_first_use_is_introduced),
        RULE(a_first_use_that_is_not_is_a_warning_once),
        RULE(titles_and_headings_introduce_nothing),
        RULE(what_never_occurs_is_a_warning),
        RULE(what_cannot_be_found_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
