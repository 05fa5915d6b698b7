#include "model_fixture.h"

#define BODY SECTION "x\n"

static void text_is_the_characters_written(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, "brochure: 1\ntitle: no\nlanguage: en\npublisher: {name: 08:00, phone: 0800}\n"
                "document: {id: 1e3, version: 2.0, audience: yes}\n" BODY);
    assert_str(brochure->title_plain, "no");
    assert_str(brochure->publisher.name, "08:00");
    assert_str(brochure->publisher.phone, "0800");
    assert_str(brochure->document.id, "1e3");
    assert_str(brochure->document.version, "2.0");
    assert_str(marked(*state, &brochure->document.audience), "yes");
}

static void a_small_brochure_has_its_defaults(void **state)
{
    const struct brochure *brochure = decode_fine(*state, HEAD BODY);
    assert_str(brochure->theme, "clinic");
    assert_int_equal(brochure->page.width, LENGTH_PT(612));
    assert_int_equal(brochure->page.columns, 1);
    assert_int_equal(brochure->edition_count, 1);
    assert_int_equal(brochure->editions[0].kind, EDITION_SCREEN);
    assert_int_equal(brochure->section_total, 1);
    assert_int_equal(brochure->reference_count, 0);
}

static void all_faults_come_in_one_run(void **state)
{
    assert_said(
        decode_text(*state, "brochure: 2\ntitel: T\nlanguage: xx\nsubtitle: ~\nsections:\n"
                            "- headng: H\n- heading: [a]\n  body: ''\n"),
        "1:11 B0312 format version `2` is unknown | this program reads `brochure: 1`\n"
        "2:1 B0301 unknown key `titel` | did you mean `title`?\n"
        "3:11 B0310 this is no language tag: `xx` | for example en-US, es, zh-Hans: a "
        "language code, then script or region\n"
        "4:11 B0305 `subtitle` is empty | write its value, or leave the key out\n"
        "6:3 B0301 unknown key `headng` | did you mean `heading`?\n"
        "6:3 B0402 this section has neither a body nor sections | write its text, or take the "
        "heading away\n"
        "7:12 B0304 `heading` is a list here, but must be text | put the text in quotes: "
        "`\"[a]\"`\n"
        "8:9 B0305 `body` is empty | write its value, or leave the key out\n");
}

static void empty_values_and_tags_are_errors_where_text_is_wanted(void **state)
{
    assert_said(
        decode_text(*state, HEAD "subtitle:\ntheme: ~\npublisher: {name: !x y}\n" BODY),
        "4:10 B0305 `subtitle` is empty | write its value, or leave the key out\n"
        "5:8 B0305 `theme` is empty | write its value, or leave the key out\n"
        "6:19 B0209 `name` has a tag, `!x`, which would not be printed | put the text in quotes: "
        "`\"!x y\"`\n");
}

static void keys_of_ones_own_begin_with_x(void **state)
{
    decode_fine(*state, HEAD "x-anything: {a: [1]}\n" BODY);
    assert_said(decode_text(*state, HEAD "document: {x-own: 1}\nphoto: x\n" BODY),
                "4:12 B0301 unknown key `x-own`\n"
                "5:1 B0301 unknown key `photo` | a key of your own begins with `x-`\n");
}

static void a_number_of_pages_must_be_possible(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "page: {pages: {at-most: 10, multiple-of: 4}}\n" BODY);
    assert_int_equal(brochure->page.pages.at_most, 8);
    decode_fine(*state, HEAD "page: {pages: {exactly: 8, multiple-of: 4}}\n" BODY);
    assert_said(decode_text(*state, HEAD "page: {pages: {exactly: 6, multiple-of: 4}}\n" BODY),
                "4:25 B0318 `exactly` is no multiple of `multiple-of` | change one of the two\n");
    assert_said(decode_text(*state, HEAD "page: {pages: {at-most: 3, multiple-of: 4}}\n" BODY),
                "4:25 B0318 `at-most` is less than `multiple-of` | change one of the two\n");
    assert_said(decode_text(*state, HEAD "page: {pages: {exactly: 6, at-most: 8}}\n" BODY),
                "4:37 B0318 `at-most` and `exactly` cannot both hold | write one of them\n");
    assert_said(decode_text(*state, HEAD "page: {pages: {at-most: 0}}\n" BODY),
                "4:25 B0307 `at-most` must be a whole number from 1 to 10000\n");
}

static void the_cover_the_lead_and_the_contents_are_read(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "cover: {eyebrow: Patient guide}\nlead: Keep *this*.\n"
                                 "contents: 2\n" BODY);
    assert_true(brochure->cover.present);
    assert_str(marked(*state, &brochure->cover.eyebrow), "Patient guide");
    assert_str(marked(*state, &brochure->lead), "Keep *this*.");
    assert_int_equal(brochure->contents, 2);
    assert_false(decode_fine(*state, HEAD BODY)->cover.present);
    assert_true(decode_fine(*state, HEAD "cover: {}\n" BODY)->cover.present);
}

static void the_control_data_have_further_lines(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, HEAD "document: {more: {Approved by: '\"*Us*\"'}, translation-of: {file: a.yaml, "
                     "version: 2.0}}\n" BODY);
    assert_int_equal(brochure->document.more_count, 1);
    assert_str(brochure->document.more[0].label, "Approved by");
    assert_str(marked(*state, &brochure->document.more[0].value), "“*Us*”");
    assert_str(brochure->document.translated_version, "2.0");
}

static void blocks_that_are_not_built_yet_say_so(void **state)
{
    assert_said(
        decode_text(*state, HEAD "sections:\n- heading: H\n  body:\n  - text: x\n"
                                 "    place: flap\n  - calout: x\n"),
        "8:12 B0303 the place `flap` is not built yet | leave the key out until a later version "
        "builds it\n"
        "9:5 B0301 unknown key `calout` | did you mean `callout`?\n");
}

static void pages_have_a_name_or_measures(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "page: {size: a5, orientation: landscape, columns: 4}\n" BODY);
    assert_int_equal(brochure->page.height, LENGTH_PT(148 * 72 / 25.4));
    assert_int_equal(brochure->page.width, LENGTH_PT(210 * 72 / 25.4));
    brochure = decode_fine(*state, HEAD "page: {size: {width: 5in, height: 360pt}}\n" BODY);
    assert_int_equal(brochure->page.width, LENGTH_PT(360));
    assert_int_equal(brochure->page.height, LENGTH_PT(360));
    brochure = decode_fine(*state, "brochure: 1\ntitle: T\nlanguage: de\n" BODY);
    assert_int_equal(brochure->page.height, LENGTH_PT(297 * 72 / 25.4));
}

static void page_faults_stand_at_their_value(void **state)
{
    assert_said(
        decode_text(*state, HEAD "page: {size: A9, columns: 4, fold: letter}\n" BODY),
        "4:14 B0306 `size` cannot be `A9` | did you mean `A5`?\n"
        "4:27 B0318 four columns need a landscape page | write 1 to 3, or `orientation: "
        "landscape`\n"
        "4:36 B0303 the fold `letter` is not built yet | leave the key out until a later version "
        "builds it\n");
    assert_said(
        decode_text(*state, HEAD "page: {size: {width: 210, height: 10mm}, columns: 5}\n" BODY),
        "4:22 B0308 `width` must be a length, not `210` | add its unit: mm, cm, in or pt\n"
        "4:35 B0308 a page cannot be that small | from 1in to 200in\n"
        "4:51 B0307 `columns` must be a whole number from 1 to 4\n");
}

static void dates_must_exist(void **state)
{
    assert_said(
        decode_text(*state, HEAD "document: {issued: 2025-02-30, review-by: soon}\n" BODY),
        "4:20 B0309 `issued` is no date that exists: `2025-02-30` | write year-month-day or "
        "year-month, like 2025-06-27 or 2025-06\n"
        "4:43 B0309 `review-by` is no date that exists: `soon` | write year-month-day or "
        "year-month, like 2025-06-27 or 2025-06\n");
}

static void addresses_are_checked(void **state)
{
    assert_said(
        decode_text(*state, HEAD "publisher: {name: N, email: a b, web: example.org}\n" BODY),
        "4:29 B0507 this is no e-mail address: `a b` | write it like patients@example.org\n"
        "4:39 B0507 this is no web address: `example.org` | write it whole, like "
        "https://www.example.org/page, without spaces\n");
}

static void an_address_has_lines(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "publisher:\n  name: N\n  address: |\n    A\n    B\n" BODY);
    assert_int_equal(brochure->publisher.address_count, 2);
    assert_str(brochure->publisher.address[1], "B");
}

static void editions_are_a_list_or_a_mapping(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, HEAD "editions:\n  screen: {}\n  paper: {kind: print, bleed: 3mm}\n"
                     "  booklet: {sheet: SRA3, stock: {gsm: 100, bulk: 1.25}, n-up: 2}\n" BODY);
    assert_int_equal(brochure->edition_count, 3);
    assert_str(brochure->editions[1].name, "paper");
    assert_int_equal(brochure->editions[1].kind, EDITION_PRINT);
    assert_int_equal(brochure->editions[1].press.bleed, LENGTH_PT(3 * 72 / 25.4));
    const struct booklet_settings *booklet = &brochure->editions[2].booklet;
    assert_int_equal(booklet->method, BOOKLET_SADDLE);
    assert_in_range(booklet->sheet_height, LENGTH_PT(1275), LENGTH_PT(1276)); // 450 mm
    assert_in_range(booklet->caliper, LENGTH_PT(0.354), LENGTH_PT(0.355));    // 0.125 mm
    assert_int_equal(brochure->editions[0].encrypt, ENCRYPT_IF_ASKED);
    brochure = decode_fine(*state, HEAD "editions:\n  screen: {encrypt: true}\n"
                                        "  web: {kind: screen, encrypt: false}\n" BODY);
    assert_int_equal(brochure->editions[0].encrypt, ENCRYPT_ALWAYS);
    assert_int_equal(brochure->editions[1].encrypt, ENCRYPT_NEVER);
    brochure = decode_fine(*state, HEAD "editions: [screen, large-print]\n" BODY);
    assert_int_equal(brochure->editions[1].kind, EDITION_LARGE_PRINT);
}

static void an_edition_says_what_it_is_for(void **state)
{
    assert_said(decode_text(*state, HEAD "editions: [screan]\n" BODY),
                "4:12 B0314 `editions` cannot be `screan` | did you mean `screen`?\n");
    assert_said(decode_text(*state, HEAD "editions: {paper: {}, print: {blead: 3mm}}\n" BODY),
                "4:12 B0314 the name `paper` does not say what the edition is for | add `kind: "
                "screen`, print, booklet, large-print or text\n"
                "4:31 B0301 unknown key `blead` | did you mean `bleed`?\n");
}

static void only_text_is_wrapped(void **state)
{
    const struct brochure *brochure = decode_fine(
        *state, HEAD
        "editions: {text: {wrap: 72}, sms: {kind: text, wrap: 20}, plain: {kind: text}}\n" BODY);
    assert_int_equal(brochure->editions[0].wrap, 72);
    assert_int_equal(brochure->editions[1].wrap, 20);
    assert_int_equal(brochure->editions[2].wrap, 0);
    assert_said(decode_text(*state, HEAD "editions: {screen: {wrap: 72}, text: {wrap: 19}}\n" BODY),
                "4:27 B0318 `wrap` is for editions of the kind `text` | take it out, or add "
                "`kind: text`\n"
                "4:45 B0307 `wrap` must be a whole number from 20 to 1000\n");
}

static void sections_nest_six_levels_deep(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    str_add(&yaml, STR(HEAD "sections: "));
    for (int i = 0; i < 7; i++)
        str_add(&yaml, STR("[{heading: H, body: x, sections: "));
    yaml.len -= STR(", sections: ").len;
    for (int i = 0; i < 7; i++)
        str_add(&yaml, STR("}]"));
    str_add_byte(&yaml, '\n');
    assert_said(decode_text(*state, str_cstr(*state, str_built(&yaml))),
                "4:209 B0409 sections more than 6 levels deep | use paragraphs or a list here\n");
}

static void sections_count_in_reading_order(void **state)
{
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n- heading: A\n  sections: [{heading: B, body: x}]\n"
                                 "- {heading: C, body: x}\n");
    assert_int_equal(brochure->section_total, 3);
    assert_int_equal(brochure->sections[0].sections[0].index, 1);
    assert_int_equal(brochure->sections[0].sections[0].heading.level, 2);
    assert_int_equal(brochure->sections[1].index, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(text_is_the_characters_written),
        RULE(a_small_brochure_has_its_defaults),
        RULE(all_faults_come_in_one_run),
        RULE(empty_values_and_tags_are_errors_where_text_is_wanted),
        RULE(keys_of_ones_own_begin_with_x),
        RULE(a_number_of_pages_must_be_possible),
        RULE(the_cover_the_lead_and_the_contents_are_read),
        RULE(the_control_data_have_further_lines),
        RULE(blocks_that_are_not_built_yet_say_so),
        RULE(pages_have_a_name_or_measures),
        RULE(page_faults_stand_at_their_value),
        RULE(dates_must_exist),
        RULE(addresses_are_checked),
        RULE(an_address_has_lines),
        RULE(editions_are_a_list_or_a_mapping),
        RULE(an_edition_says_what_it_is_for),
        RULE(only_text_is_wrapped),
        RULE(sections_nest_six_levels_deep),
        RULE(sections_count_in_reading_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
