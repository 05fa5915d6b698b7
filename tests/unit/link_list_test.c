#include "model/link_list.h"
#include "unit/model_fixture.h"

// Lists the links of a brochure as "a https://a.org\n".
static struct str listed(struct arena *arena, const char *yaml)
{
    struct link_list list;
    struct str_builder out = str_builder_in(arena);
    link_list_make(arena, decode_fine(arena, yaml), &list);
    for (size_t i = 0; i < list.count; i++)
        str_addf(&out, "%.*s %.*s\n", STR_ARGS(list.items[i]->mark),
                 STR_ARGS(list.items[i]->address));
    return str_built(&out);
}

static void an_address_is_listed_once_where_the_words_are_others(void **state)
{
    assert_str(listed(*state, HEAD SECTION
                      "|\n    [One](https://a.org/1), **[two](https://a.org/2)**, [one]"
                      "(https://a.org/1) <https://a.org/3> [a.org/4](https://a.org/4)\n"),
               "a https://a.org/1\nb https://a.org/2\n");
}

static void mail_and_numbers_and_places_are_not_listed(void **state)
{
    assert_str(listed(*state, HEAD SECTION
                      "'[Write](mailto:a@b.org), [call](tel:+15550100100), [see](#h).'\n"),
               "");
}

static void all_parts_are_in_reading_order(void **state)
{
    assert_str(
        listed(
            *state, HEAD
            "subtitle: '[x](https://a.org/subtitle)'\n"
            "lead: '[x](https://a.org/lead)'\n"
            "publisher: {name: P, feedback: '[x](https://a.org/feedback)'}\n"
            "document: {more: {A: '[x](https://a.org/more)'}}\n"
            "references: {items: ['[x](https://a.org/reference)']}\n"
            "sections:\n- heading: '[x](https://a.org/heading)'\n  body:\n"
            "  - '- [x](https://a.org/item)'\n"
            "  - callout: {kind: note, title: '[x](https://a.org/title)', body: "
            "'[x](https://a.org/note)'}\n"
            "  - steps: [{title: '[x](https://a.org/step)', body: '[x](https://a.org/doing)'}]\n"
            "  - contacts: [{name: '[x](https://a.org/name)', phone: '555'}]\n"
            "  - definitions: {a: '[x](https://a.org/meaning)'}\n"
            "  - facts: [{value: '1', label: '[x](https://a.org/label)'},"
            " {value: '2', label: y}]\n"
            "  - quote: {text: '[x](https://a.org/quote)', source: '[x](https://a.org/source)'}\n"
            "  - write-in: [{label: '[x](https://a.org/field)', options: ['[x]"
            "(https://a.org/option)', b]}]\n"
            "  - qr: {url: https://a.org/qr, caption: '[x](https://a.org/caption)'}\n"
            "  - table: {caption: '[x](https://a.org/table)', columns: ['[x](https://a.org/head)'],"
            " rows: [['[x](https://a.org/cell)']], notes: '[x](https://a.org/notes)'}\n"),
        "a https://a.org/subtitle\nb https://a.org/lead\nc https://a.org/heading\n"
        "d https://a.org/item\ne https://a.org/title\nf https://a.org/note\n"
        "g https://a.org/step\nh https://a.org/doing\ni https://a.org/name\n"
        "j https://a.org/meaning\nk https://a.org/label\nl https://a.org/quote\n"
        "m https://a.org/source\nn https://a.org/field\no https://a.org/option\n"
        "p https://a.org/caption\nq https://a.org/table\nr https://a.org/head\n"
        "s https://a.org/cell\nt https://a.org/notes\nu https://a.org/reference\n"
        "v https://a.org/feedback\nw https://a.org/more\n");
}

static void after_z_there_are_two_letters(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    struct link_list list;
    str_add(&yaml, STR(HEAD SECTION "|\n"));
    for (int i = 0; i < 703; i++)
        str_addf(&yaml, "    [x](https://a.org/%d)\n", i);
    link_list_make(*state, decode_fine(*state, str_cstr(*state, str_built(&yaml))), &list);
    assert_int_equal(list.count, 703);
    assert_str(list.items[25]->mark, "z");
    assert_str(list.items[26]->mark, "aa");
    assert_str(list.items[701]->mark, "zz");
    assert_str(list.items[702]->mark, "aaa");
    assert_str(link_list_find(&list, STR("https://a.org/26"))->mark, "aa");
    assert_null(link_list_find(&list, STR("https://a.org")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(an_address_is_listed_once_where_the_words_are_others),
        RULE(mail_and_numbers_and_places_are_not_listed),
        RULE(all_parts_are_in_reading_order),
        RULE(after_z_there_are_two_letters),
    };
    return cmocka_run_group_tests_name("link_list", tests, NULL, NULL);
}
