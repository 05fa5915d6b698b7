#include "model_fixture.h"

static const char yaml[] = "brochure: 1\n"
                           "title: The *new* way\n"
                           "language: ar\n"
                           "sections:\n"
                           "- heading: Costs\n"
                           "  body: |\n"
                           "    See [below](#more).[@a]\n"
                           "\n"
                           "    1. `one`\n"
                           "  sections: [{heading: More, body: x}]\n"
                           "references:\n"
                           "  items: [{id: a, text: Entry.}]\n";

static const char expected[] = "brochure ar right-to-left\n"
                               "title @2:8\n"
                               "  text \"The \" @2:8\n"
                               "  emphasis @2:13\n"
                               "    text \"new\" @2:13\n"
                               "  text \" way\" @2:17\n"
                               "theme \"clinic\"\n"
                               "page 595.276 x 841.89 columns 1\n"
                               "edition \"screen\"\n"
                               "section 0 @5:3\n"
                               "  heading 1 #costs @5:12\n"
                               "    text \"Costs\" @5:12\n"
                               "  body\n"
                               "    paragraph @7:5\n"
                               "      text \"See \" @7:5\n"
                               "      cross-reference -> more (section 1) @7:10\n"
                               "        text \"below\" @7:10\n"
                               "      text \".\" @7:23\n"
                               "      citation \"1\" @7:24\n"
                               "    list from 1 tight @9:9\n"
                               "      item @9:9\n"
                               "        paragraph @9:9\n"
                               "          code \"one\" @9:9\n"
                               "  section 1 @10:14\n"
                               "    heading 2 #more @10:24\n"
                               "      text \"More\" @10:24\n"
                               "    body\n"
                               "      paragraph @10:36\n"
                               "        text \"x\" @10:36\n"
                               "reference 1 @a cited 1 @12:11\n"
                               "  text \"Entry.\" @12:25\n";

static void every_node_has_a_line_with_its_place(void **state)
{
    struct decoded *decoded = decode_text(*state, yaml);
    assert_said(decoded, "");
    struct str_builder out = str_builder_in(*state);
    brochure_dump(decoded->brochure, &decoded->sources, &out);
    assert_str(str_built(&out), expected);
}

int main(void)
{
    const struct CMUnitTest tests[] = {RULE(every_node_has_a_line_with_its_place)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
