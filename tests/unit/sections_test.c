#include "model/terms.h"
#include "model_fixture.h"

static const struct block *block_at(const struct section *section, size_t index)
{
    assert_true(index < section->body.count);
    return &section->body.items[index];
}

static void a_part_is_read_in_its_language(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n"
                                 "- heading: '\"A\"'\n"
                                 "  language: de\n"
                                 "  body:\n"
                                 "  - '\"b\"'\n"
                                 "  - text: '\"c\"'\n"
                                 "    language: FR\n"
                                 "  - '\"d\"'\n"
                                 "  sections: [{heading: '\"E\"', body: x}]\n"
                                 "- {heading: '\"F\"', body: x}\n");
    const struct section *first = &brochure->sections[0];
    assert_str(first->placement.language, "de");
    assert_str(first->heading.plain, "„A“");
    assert_str(marked(*state, &block_at(first, 0)->as.text), "„b“");
    const struct block *group = block_at(first, 1);
    assert_str(group->placement.language, "fr");
    assert_str(marked(*state, &group->as.blocks.items[0].as.text), "«\u00a0c\u00a0»");
    assert_str(marked(*state, &block_at(first, 2)->as.text), "„d“");
    assert_str(first->sections[0].heading.plain, "„E“");
    assert_str(brochure->sections[1].heading.plain, "“F”");
}

static void a_parts_language_is_checked(void **state)
{
    assert_said(decode_text(*state, HEAD "sections:\n"
                                         "- heading: A\n"
                                         "  language: deutsch\n"
                                         "  body:\n"
                                         "  - text: b\n"
                                         "    language: fr_FR\n"),
                "6:13 B0310 this is no language tag: `deutsch` | for example en-US, es, zh-Hans: a "
                "language code, then script or region\n"
                "9:15 B0310 this is no language tag: `fr_FR` | write fr-FR\n");
}

// A screen reader hears the words of a part in its language; where that has none, the document's.
static void a_part_has_its_languages_words(void **state)
{
    struct terms *document = terms_new(*state, STR("en"), (struct span){0});
    document->words[TERM_NOTE] = STR("Mind");
    assert_str(terms_within(*state, document, STR("es"))->words[TERM_NOTE], "Nota");
    assert_str(terms_within(*state, document, STR("cy"))->words[TERM_NOTE], "Mind");
    assert_ptr_equal(terms_within(*state, document, STR("en")), document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_part_is_read_in_its_language),
        RULE(a_parts_language_is_checked),
        RULE(a_part_has_its_languages_words),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
