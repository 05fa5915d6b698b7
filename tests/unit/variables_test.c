#include "model/variables.h"

#include "unit/model_fixture.h"

#include <string.h>

#define VARIABLES(text) HEAD "variables:\n" text
#define BODY(text) SECTION "|\n    " text "\n"

static void assert_printed(struct arena *arena, const char *head, const char *body,
                           const char *expected)
{
    assert_str(marked_body(arena, head, body), expected);
}

static struct decoded *decode_set(struct arena *arena, const char *yaml, const char *key,
                                  const char *value)
{
    struct setting setting = {str_from(key), str_from(value), {0}};
    return decode_job_text(arena, yaml, &setting, 1);
}

static struct str printed_with(struct arena *arena, const char *yaml, const char *key,
                               const char *value)
{
    struct decoded *decoded = decode_set(arena, yaml, key, value);
    assert_said(decoded, "");
    return marked(arena, &decoded->brochure->sections[0].body.items[0].as.text);
}

static void a_value_is_printed_exactly(void **state)
{
    const char *head = VARIABLES("  a: 'it''s *so* -- [b](#c) {d} \"e\"...'\n");
    assert_printed(*state, head, "x {{a}} y", "x it's *so* -- [b](#c) {d} \"e\"... y");
    assert_printed(*state, head, "\"{{ a }}\"", "“it's *so* -- [b](#c) {d} \"e\"...”");
    assert_printed(*state, head, "*{{a}}* `{{a}}`",
                   "*it's *so* -- [b](#c) {d} \"e\"...* `it's *so* -- [b](#c) {d} \"e\"...`");
}

static void the_sample_comes_before_the_default_and_a_setting_before_both(void **state)
{
    const char *yaml = VARIABLES("  a: {default: d, sample: s}\n  b: plain\n") BODY("{{a}} {{b}}");
    assert_str(printed_with(*state, yaml, "title", "x"), "s plain");
    assert_str(printed_with(*state, yaml, "a", "t"), "t plain");
    assert_str(printed_with(*state, yaml, "b", "t"), "s t");
    assert_str(printed_with(*state, yaml, "a", ""), "d plain");
}

static void types_are_checked_and_dates_are_printed_in_words(void **state)
{
    assert_printed(*state, VARIABLES("  a: {type: date, default: 2025-06-27}\n"), "{{a}}",
                   "June 27, 2025");
    assert_printed(*state, VARIABLES("  a: {type: number, default: '-1,200.50'}\n"), "{{a}}",
                   "-1,200.50");
    static const char *const numbers[] = {"1", "+1'000", "1 000,5", "0.5"};
    static const char *const others[] = {"one", "1..2", "1.", "-", ".5", "1e5", "5 %"};
    const char *yaml = VARIABLES("  a: {type: number}\n") BODY("{{a}}");
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        assert_str(printed_with(*state, yaml, "a", numbers[i]), numbers[i]);
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct decoded *decoded = decode_set(*state, yaml, "a", others[i]);
        assert_int_equal(decoded->diags.count, 1);
        assert_int_equal(decoded->diags.items[0].code, DIAG_BAD_NUMBER);
    }
    assert_said(decode_set(*state, VARIABLES("  a: {type: date}\n") BODY("{{a}}"), "a", "June"),
                "0:0 B0309 this is no date that exists: `June` | write year-month-day or "
                "year-month, like 2025-06-27 or 2025-06\n");
}

static void a_date_is_in_the_language_around_it(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state,
        VARIABLES("  d: {type: date, default: 2025-06-27}\n") "sections:\n- heading: '{{d}} "
                                                              "[{{d}}]{lang=es}'\n  body:\n"
                                                              "  - {text: '{{d}}', language: de}\n "
                                                              " - '{{d}}'\n");
    const struct section *section = &brochure->sections[0];
    assert_str(marked(*state, &section->heading.text), "June 27, 2025 [27 de junio de 2025]{es}");
    assert_str(marked(*state, &section->body.items[0].as.blocks.items[0].as.text), "27. Juni 2025");
    assert_str(marked(*state, &section->body.items[1].as.text), "June 27, 2025");
}

static void a_value_is_one_of_those_allowed(void **state)
{
    const char *yaml = VARIABLES("  a: {values: [adult, child], default: adult}\n") BODY("{{a}}");
    assert_str(printed_with(*state, yaml, "a", "child"), "child");
    assert_said(decode_set(*state, yaml, "a", "chidl"),
                "0:0 B0306 `a` cannot be `chidl` | did you mean `child`?\n");
    assert_said(
        decode_text(*state, VARIABLES("  a: {values: [one, two], default: six}\n") BODY("x")),
        "5:36 B0306 `a` cannot be `six` | one of: one, two\n");
}

static void keys_of_the_brochure_are_printed(void **state)
{
    const char *head = HEAD "publisher: {name: The *Best*, phone: '1 2', web: "
                            "'https://a.org/{{document.id}}', address: \"One\\nTwo\\n\"}\n"
                            "document: {id: PE-1, issued: 2025-06, status: approved}\n";
    assert_printed(*state, head, "{{publisher.name}} {{publisher.phone}}", "The Best 1 2");
    assert_printed(*state, head, "{{document.issued}} {{document.status}}", "June 2025 approved");
    assert_printed(*state, head, "{{publisher.web}}", "https://a.org/PE-1");
    assert_printed(*state, head, "{{publisher.address}}.", "One\\Two.");
}

static void addresses_take_variables(void **state)
{
    const char *head = VARIABLES("  p: +1 555 010\n  w: https://a.org/b?c=d\n  n: a b/\xC3\xA9\n");
    assert_printed(*state, head, "[a](tel:{{p}}) <https://a.org/{{p}}>",
                   "[a](tel:+1555010) [https://a.org/+1 555 010](https://a.org/+1%20555%20010)");
    assert_printed(*state, head, "[a]({{w}})", "[a](https://a.org/b?c=d)");
    assert_printed(*state, head, "[a](https://a.org/{{n}})", "[a](https://a.org/a%20b/%C3%A9)");
    assert_printed(*state, VARIABLES("  s: h\n"), "[a](#{{s}})", "[a](#h)");
}

static void names_of_pictures_take_variables(void **state)
{
    struct decoded *decoded = decode_text(*state, VARIABLES("  n: a b\n") BODY("![x](b{{n}}.png)"));
    assert_int_equal(decoded->diags.count, 1);
    assert_str(decoded->diags.items[0].message, "`ba b.png` leads out of the root");
}

static void literal_texts_take_variables(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, VARIABLES("  n: '7'\n") "document: {id: 'PE-{{n}}-{{n}}'}\n" BODY("x"));
    assert_str(brochure->document.id, "PE-7-7");
}

static void braces_with_a_backslash_are_text(void **state)
{
    assert_printed(*state, HEAD, "\\{{a}} {\\{b}} {c} { {d} }", "{{a}} {{b}} {c} { {d} }");
}

static void what_has_no_value_is_told_where_it_is_used(void **state)
{
    assert_said(
        decode_text(*state,
                    VARIABLES("  phone: {type: text}\n  b: ''\n") BODY(
                        "{{phone}} {{fone}} {{b}} {{publisher.phone}} {{title.x}} {{page.size}}")),
        "10:5 B0422 `phone` has no value | give it a `default:`, or set it with --set phone=…\n"
        "10:15 B0421 there is no variable `fone` | declare it under `variables:`\n"
        "10:24 B0422 `b` has no value | give it a `default:`, or set it with --set b=…\n"
        "10:30 B0422 `publisher.phone` has no value | give the key in the brochure or in its "
        "house\n"
        "10:50 B0421 `title.x` is no text | name a key that holds one, such as publisher.phone\n"
        "10:62 B0421 `page.size` is no text | name a key that holds one, such as "
        "publisher.phone\n");
}

static void a_fault_in_a_value_is_told_there_alone(void **state)
{
    assert_said(
        decode_text(*state, HEAD "document: {issued: 2025-13-40}\n" BODY("{{document.issued}}")),
        "4:20 B0309 `issued` is no date that exists: `2025-13-40` | write year-month-day "
        "or year-month, like 2025-06-27 or 2025-06\n");
    assert_said(decode_text(*state, VARIABLES("  a: {type: date, default: June}\n")
                                        BODY("{{a}} and {{a}}")),
                "5:28 B0309 this is no date that exists: `June` | write year-month-day or "
                "year-month, like 2025-06-27 or 2025-06\n");
    assert_said(decode_text(*state, VARIABLES("  a: 'see {{b}}'\n  b: x\n") BODY("{{a}}")),
                "5:6 B0423 a value cannot hold a variable | values are printed exactly as they "
                "are: write the text itself\n");
}

static void malformed_variables_are_told(void **state)
{
    assert_said(decode_text(*state, HEAD BODY("{{a b}} {{}} [x](https://a.org/{{) {{ end")),
                "7:5 B0423 `{{a b}}` names no variable | a name is one word, such as "
                "{{clinic_phone}}\n"
                "7:13 B0423 `{{}}` names no variable | a name is one word, such as "
                "{{clinic_phone}}\n"
                "7:19 B0423 these braces are never closed | write }} behind the variable's name; "
                "for braces as such, write \\{{\n"
                "7:40 B0423 these braces are never closed | write }} behind the variable's name; "
                "for braces as such, write \\{{\n");
}

static void the_name_of_editions_is_taken(void **state)
{
    assert_said(decode_text(*state, VARIABLES("  edition: x\n") BODY("x")),
                "5:3 B0423 `edition` cannot name a variable | `when` means the edition that is "
                "built by it\n");
}

static void a_circle_is_told(void **state)
{
    assert_said(decode_text(*state, HEAD "document: {id: 'a {{document.id}}'}\n" BODY("x")),
                "4:19 B0424 `document.id` leads back to itself | write the text itself in one of "
                "the two places\n");
}

static void values_that_come_to_too_much_are_refused(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    str_add(&yaml, STR(VARIABLES("  a: ")));
    for (int i = 0; i < 100000; i++)
        str_add_byte(&yaml, 'x');
    str_add(&yaml, STR("\n" SECTION "'"));
    for (int i = 0; i < 50; i++)
        str_add(&yaml, STR("{{a}} "));
    str_add(&yaml, STR("'\n"));
    struct decoded *decoded = decode_text(*state, str_cstr(*state, str_built(&yaml)));
    assert_int_equal(decoded->diags.error_count, 50 - (4 << 20) / 100000);
    assert_int_equal(decoded->diags.items[0].code, DIAG_VARIABLE_ENDLESS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_value_is_printed_exactly),
        RULE(the_sample_comes_before_the_default_and_a_setting_before_both),
        RULE(types_are_checked_and_dates_are_printed_in_words),
        RULE(a_date_is_in_the_language_around_it),
        RULE(a_value_is_one_of_those_allowed),
        RULE(keys_of_the_brochure_are_printed),
        RULE(addresses_take_variables),
        RULE(names_of_pictures_take_variables),
        RULE(literal_texts_take_variables),
        RULE(braces_with_a_backslash_are_text),
        RULE(what_has_no_value_is_told_where_it_is_used),
        RULE(a_fault_in_a_value_is_told_there_alone),
        RULE(malformed_variables_are_told),
        RULE(the_name_of_editions_is_taken),
        RULE(a_circle_is_told),
        RULE(values_that_come_to_too_much_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
