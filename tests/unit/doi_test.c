#include "model/doi.h"
#include "model_fixture.h"

#define ITEM                                                                                       \
    "references:\n  nocite: [a]\n  items:\n  - id: a\n    type: webpage\n    title: T\n    "

static struct decoded *decode_item(struct arena *arena, const char *field)
{
    struct str yaml = str_format(arena, "%s%sx\n%s%s\n", HEAD, SECTION, ITEM, field);
    return decode_text(arena, str_cstr(arena, yaml));
}

static void dois_are_as_crossref_has_them(void **state)
{
    (void)state;
    assert_true(doi_is_valid(STR("10.1001/jama.2024.19462")));
    assert_true(doi_is_valid(STR("10.1016/S0140-6736(24)00001-1")));
    assert_false(doi_is_valid(STR("10.38/x")));
    assert_false(doi_is_valid(STR("10.1038/")));
    assert_false(doi_is_valid(STR("10.1038/a b")));
    assert_false(doi_is_valid(STR("11.1038/a")));
    assert_false(doi_is_valid(STR("")));
}

static void the_usual_slips_can_be_mended(void **state)
{
    assert_str(doi_mended(*state, STR("https://doi.org/10.1001/a.b.")), "10.1001/a.b");
    assert_str(doi_mended(*state, STR("DOI: 10.1001/a")), "10.1001/a");
    assert_str(doi_mended(*state, STR("http://dx.doi.org/10.1001/a")), "10.1001/a");
    assert_str(doi_mended(*state, STR("see the journal")), "");
}

// The source of the first brochure has this slip in its reference 13.
static void a_space_within_a_doi_is_reported_where_it_stands(void **state)
{
    struct decoded *said = decode_item(*state, "DOI: 10.1038/ s41571-022-00607-3");
    assert_said(said, "13:18 B0506 a DOI has no spaces | write 10.1038/s41571-022-00607-3\n");
    assert_null(said->brochure);
}

static void other_slips_are_reported_where_they_stand(void **state)
{
    assert_said(decode_item(*state, "DOI: 'doi:10.1038/x'"),
                "13:11 B0506 a DOI begins with 10., a number and a slash | write 10.1038/x\n");
    assert_said(decode_item(*state, "DOI: 10.1038/x."),
                "13:19 B0506 a DOI has no point at its end | write 10.1038/x\n");
    assert_said(decode_item(*state, "DOI: 10.1038/x<y"),
                "13:19 B0506 a DOI has letters, digits and -._;()/: only | a DOI looks like "
                "10.1001/jama.2024.19462\n");
}

static void web_addresses_are_whole_and_without_spaces(void **state)
{
    assert_true(url_is_valid(STR("https://www.nccn.org/guidelines-detail?category=1&id=1410")));
    assert_true(url_is_valid(STR("http://www.NCCN.org/patientguidelines")));
    assert_false(url_is_valid(STR("www.nccn.org")));
    assert_false(url_is_valid(STR("https://nccn")));
    assert_said(decode_item(*state, "URL: https://www.nccn.org/a b"),
                "13:10 B0507 this is no web address: `https://www.nccn.org/a b` | write it whole, "
                "like https://www.example.org/page, without spaces\n");
}

static void links_go_to_web_mail_or_phone(void **state)
{
    struct sources sources;
    struct diags diags;
    sources_init(&sources, *state);
    diags_init(&diags, *state, &sources);
    assert_true(target_check(STR("tel:+1-555-010-0100"), (struct span){0}, &diags));
    assert_true(target_check(STR("mailto:patients@example.org"), (struct span){0}, &diags));
    assert_false(target_check(STR("ftp://example.org"), (struct span){0}, &diags));
    assert_false(target_check(STR("mailto:example.org"), (struct span){0}, &diags));
    assert_false(target_check(STR("tel:call us"), (struct span){0}, &diags));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(dois_are_as_crossref_has_them),
        RULE(the_usual_slips_can_be_mended),
        RULE(a_space_within_a_doi_is_reported_where_it_stands),
        RULE(other_slips_are_reported_where_they_stand),
        RULE(web_addresses_are_whole_and_without_spaces),
        RULE(links_go_to_web_mail_or_phone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
