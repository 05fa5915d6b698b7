#include "model/ids.h"
#include "model_fixture.h"

static void ids_follow_github(void **state)
{
    assert_str(id_from_heading(*state, STR("When to call us?")), "when-to-call-us");
    assert_str(id_from_heading(*state, STR("CAR-T & you: 2.0_b")), "car-t--you-20_b");
    assert_str(id_from_heading(*state, STR("“Quoted” – it’s")), "quoted--its");
}

static void letters_of_all_scripts_are_kept(void **state)
{
    assert_str(id_from_heading(*state, STR("ÉTÉ À L’HÔPITAL")), "été-à-lhôpital");
    assert_str(id_from_heading(*state, STR("ΑΒΓ Жизнь ŐŽ")), "αβγ-жизнь-őž");
    assert_str(id_from_heading(*state, STR("费用、保险")), "费用保险");
    assert_str(id_from_heading(*state, STR("हिन्दी")), "हिन्दी");
}

static void a_repeated_heading_gets_a_number(void **state)
{
    struct ids ids = {.arena = *state};
    assert_str(ids_make(&ids, STR("Costs")), "costs");
    assert_str(ids_make(&ids, STR("Costs")), "costs-1");
    assert_str(ids_make(&ids, STR("Costs")), "costs-2");
    assert_str(ids_make(&ids, STR("?!")), "section");
}

static void an_id_given_by_hand_is_never_taken_by_a_heading(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n"
                                 "- {heading: Costs, body: x}\n"
                                 "- {heading: Other, id: costs, body: x}\n");
    assert_str(brochure->sections[0].heading.id, "costs-1");
    assert_str(brochure->sections[1].heading.id, "costs");
}

static void an_id_given_twice_by_hand_is_an_error(void **state)
{
    struct decoded *said = decode_text(*state, HEAD "sections:\n"
                                                    "- {heading: A, id: x, body: x}\n"
                                                    "- {heading: B, id: x, body: x}\n");
    assert_said(said, "6:20 B0504 the id `x` is given twice | give this part another id\n");
}

static void an_id_that_cannot_be_linked_to_is_an_error(void **state)
{
    struct decoded *said =
        decode_text(*state, HEAD "sections:\n- {heading: A, id: My costs, body: x}\n");
    assert_said(said, "5:20 B0317 an id cannot hold spaces, #, quotes or <> | write my-costs\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(ids_follow_github),
        RULE(letters_of_all_scripts_are_kept),
        RULE(a_repeated_heading_gets_a_number),
        RULE(an_id_given_by_hand_is_never_taken_by_a_heading),
        RULE(an_id_given_twice_by_hand_is_an_error),
        RULE(an_id_that_cannot_be_linked_to_is_an_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
