#include "model/terms.h"
#include "model_fixture.h"

static struct str word(struct arena *arena, const char *labels, enum term term)
{
    struct str yaml = str_format(arena, HEAD "labels: {%s}\n" SECTION "x\n", labels);
    const struct brochure *brochure = decode_fine(arena, str_cstr(arena, yaml));
    return term_word(brochure->terms, term, NULL);
}

static void a_label_stands_in_place_of_the_languages_word(void **state)
{
    assert_str(word(*state, "references: Sources", TERM_REFERENCES), "Sources");
    assert_str(word(*state, "references: Sources", TERM_DRAFT), "Draft");
    assert_str(word(*state, "folio: 'Page {page} / {pages}'", TERM_FOLIO), "Page {page} / {pages}");
    assert_str(word(*state, "folio: '{page}'", TERM_FOLIO), "{page}");
}

static void a_label_gives_a_language_its_word(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state,
        "brochure: 1\ntitle: T\nlanguage: cy\nlabels: {references: Cyfeiriadau}\n" SECTION "x\n");
    assert_str(term_word(brochure->terms, TERM_REFERENCES, NULL), "Cyfeiriadau");
}

static void an_unknown_label_has_the_nearest(void **state)
{
    assert_said(decode_text(*state, HEAD "labels: {refrences: Sources}\n" SECTION "x\n"),
                "4:10 B0301 unknown key `refrences` | did you mean `references`?\n");
}

static void a_label_has_the_places_of_its_phrase(void **state)
{
    assert_said(decode_text(*state, HEAD "labels:\n  page: on page\n  folio: '{page} {count}'\n"
                                         "  draft: '{page}'\n" SECTION "x\n"),
                "5:9 B0322 the label `page` has no {page} | in English it is \"page {page}\"\n"
                "6:10 B0322 the label `folio` cannot have {count} | in English it is \"{page} of "
                "{pages}\"\n"
                "7:10 B0322 the label `draft` cannot have {page} | in English it is \"Draft\"\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_label_stands_in_place_of_the_languages_word),
        RULE(a_label_gives_a_language_its_word),
        RULE(an_unknown_label_has_the_nearest),
        RULE(a_label_has_the_places_of_its_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
