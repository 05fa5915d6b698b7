#include "text/itemize.h"

#include "text/bidi.h"
#include "type_fixture.h"

#include <hb.h>

#define MIM "\xD9\x85"    // of Arabic
#define KA "\xE0\xA4\x95" // of Devanagari

struct itemizing {
    struct text_style style;
    struct text_run runs[4];
    size_t run_count;
    uint32_t starts[5];
    struct items items;
    struct str text;
    bool good;
};

static struct itemizing start_itemizing(const char *family)
{
    return (struct itemizing){.style = fixture_style(family, 400, LENGTH_PT(12))};
}

static void add_run(struct itemizing *itemizing, struct str text)
{
    itemizing->runs[itemizing->run_count++] = (struct text_run){.text = text};
}

static void itemize_runs(struct fixture *fixture, struct itemizing *itemizing)
{
    struct str_builder text = str_builder_in(&fixture->arena);
    for (size_t i = 0; i < itemizing->run_count; i++) {
        if (!itemizing->runs[i].style)
            itemizing->runs[i].style = &itemizing->style;
        str_add(&text, itemizing->runs[i].text);
        itemizing->starts[i + 1] = (uint32_t)text.len;
    }
    itemizing->text = str_built(&text);
    struct itemize_job job = {
        .typesetter = fixture->typesetter,
        .text = itemizing->text,
        .runs = itemizing->runs,
        .run_starts = itemizing->starts,
        .run_count = itemizing->run_count,
    };
    if (bidi_needed(itemizing->text, itemizing->style.language)) {
        uint8_t *levels = ARENA_ARRAY(&fixture->arena, uint8_t, itemizing->text.len + 1);
        struct bidi_job bidi = {.text = itemizing->text,
                                .rtl = bidi_language_is_rtl(itemizing->style.language)};
        assert_true(bidi_levels(&fixture->arena, &bidi, &fixture->diags, levels));
        job.levels = levels;
    }
    itemizing->good = itemize(&fixture->arena, &job, &fixture->diags, &itemizing->items);
}

// The items as "[word] font", spaces as "_", line ends as "/".
static struct str items_text(struct fixture *fixture, const struct itemizing *itemizing)
{
    struct str_builder out = str_builder_in(&fixture->arena);
    for (size_t i = 0; i < itemizing->items.count; i++) {
        const struct item *item = &itemizing->items.items[i];
        str_add(&out, i > 0 ? STR(" ") : STR(""));
        if (item->kind == ITEM_BREAK)
            str_add(&out, STR("/"));
        else if (item->kind == ITEM_SPACE)
            str_add(&out, STR("_"));
        else
            str_addf(&out, "[%.*s]", STR_ARGS(str_slice(itemizing->text, item->start, item->end)));
        if (item->kind != ITEM_BREAK)
            str_add(&out, str_slice(item->font->postscript_name, 0,
                                    str_find_byte(item->font->postscript_name, '-', 0)));
    }
    return str_built(&out);
}

static void assert_items(struct fixture *fixture, const char *family, struct str text,
                         const char *expected)
{
    struct itemizing itemizing = start_itemizing(family);
    add_run(&itemizing, text);
    itemize_runs(fixture, &itemizing);
    assert_true(itemizing.good);
    assert_str(items_text(fixture, &itemizing), expected);
    assert_str(fixture_said(fixture), "");
}

static void words_stand_apart_from_spaces(void **state)
{
    assert_items(*state, "Lato", STR("one two\xC2\xA0three"),
                 "[one]Lato _Lato [two]Lato _Lato [three]Lato");
    assert_items(*state, "Lato",
                 STR("a\nb\xE2\x80\xA8"
                     "c"),
                 "[a]Lato / [b]Lato / [c]Lato");
    assert_items(*state, "Lato", STR(""), "");
}

static void a_run_is_never_joined_to_the_next(void **state)
{
    struct itemizing itemizing = start_itemizing("Lato");
    struct text_style bold = fixture_style("Lato", 700, LENGTH_PT(12));
    add_run(&itemizing, STR("un"));
    add_run(&itemizing, STR("do"));
    itemizing.runs[1].style = &bold;
    itemize_runs(*state, &itemizing);
    assert_true(itemizing.good);
    assert_int_equal(itemizing.items.count, 2);
    assert_int_equal(itemizing.items.items[1].run, 1);
    assert_int_equal(itemizing.items.items[1].start, 2);
    assert_int_equal(itemizing.items.items[1].font->weight, 700);
}

static void each_script_is_shaped_by_itself(void **state)
{
    struct itemizing itemizing = start_itemizing("Lato");
    add_run(&itemizing, STR("abc\xCE\xB1\xCE\xB2,1 \xD0\xB0"));
    itemize_runs(*state, &itemizing);
    assert_int_equal(itemizing.items.count, 4);
    assert_int_equal(itemizing.items.items[0].script, HB_SCRIPT_LATIN);
    assert_int_equal(itemizing.items.items[1].script, HB_SCRIPT_GREEK);
    // Signs and figures go with the script before them.
    assert_int_equal(itemizing.items.items[1].end, 9);
    assert_int_equal(itemizing.items.items[3].script, HB_SCRIPT_CYRILLIC);
}

static void signs_at_the_start_go_with_the_first_script(void **state)
{
    struct itemizing itemizing = start_itemizing("Lato");
    add_run(&itemizing, STR("(1) \xCE\xB1"));
    itemize_runs(*state, &itemizing);
    assert_int_equal(itemizing.items.items[0].script, HB_SCRIPT_GREEK);
}

static void what_a_face_lacks_comes_from_the_next_of_its_script(void **state)
{
    assert_items(*state, "Lato", STR("CAR-T \xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7"),
                 "[CAR-T]Lato _Lato [\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7]NotoNaskhArabic");
    assert_items(*state, "Lato", STR("\xE0\xB8\x81\xE0\xB8\xB2"),
                 "[\xE0\xB8\x81\xE0\xB8\xB2]NotoSansThai");
    assert_items(*state, "Vollkorn", STR("\xE0\xB8\x81\xE0\xB8\xB2"),
                 "[\xE0\xB8\x81\xE0\xB8\xB2]NotoSerifThai");
    // A check mark within Latin text: no Latin family has it, one for signs does.
    assert_items(*state, "Lato", STR("yes \xE2\x9C\x93"),
                 "[yes]Lato _Lato [\xE2\x9C\x93]NotoSansSymbols2");
}

static void a_sign_of_another_script_is_found(void **state)
{
    assert_items(*state, "Lato",
                 STR("a\xD8\x8C"
                     "b"), // the Arabic comma, which is of no script
                 "[a]Lato [\xD8\x8C]NotoNaskhArabic [b]Lato");
}

// HarfBuzz does not take a letter with a variation selector apart, nor make spaces of it.
static void a_selector_asks_for_the_letter_itself(void **state)
{
    struct fixture *fixture = *state;
    struct itemizing itemizing = start_itemizing("Lato");
    add_run(&itemizing, STR("\xE2\x86\x9B\xEF\xB8\x80")); // an arrow that is struck out
    itemize_runs(fixture, &itemizing);
    assert_true(itemizing.good);
    assert_int_not_equal(font_glyph(itemizing.items.items[0].font, 0x219B), 0);
}

static void a_face_that_stands_in_has_the_weight_of_its_run(void **state)
{
    struct itemizing itemizing = start_itemizing("Lato");
    itemizing.style.weight = 800;
    itemizing.style.italic = true;
    add_run(&itemizing, STR("\xD9\x85"));
    itemize_runs(*state, &itemizing);
    const struct font *font = itemizing.items.items[0].font;
    assert_int_equal(font->weight, 700);
    assert_false(font->italic); // Naskh has none
}

static void punctuation_stays_with_the_word_it_stands_at(void **state)
{
    assert_items(*state, "Lato", STR("a (" KA "), b."),
                 "[a]Lato _Lato [(" KA "),]NotoSansDevanagari _NotoSansDevanagari [b.]Lato");
    assert_items(*state, "Lato", STR("((" KA "))!"), "[((" KA "))!]NotoSansDevanagari");
    // The point has the paragraph's direction, but the word's font.
    assert_items(*state, "Lato", STR(MIM "."), "[" MIM "]NotoNaskhArabic [.]NotoNaskhArabic");
    // A mark that the word's face lacks is the run's.
    assert_items(*state, "Lato", STR("(" MIM ")"), "[(]Lato [" MIM "]NotoNaskhArabic [)]Lato");
    // Figures are words of their own.
    assert_items(*state, "Lato", STR(MIM " 12"),
                 "[" MIM "]NotoNaskhArabic _NotoNaskhArabic [12]Lato");
    assert_items(*state, "Lato", STR("(12)"), "[(12)]Lato");
    assert_items(*state, "Lato", STR("()"), "[()]Lato");
}

static void marks_and_joiners_stay_with_their_base(void **state)
{
    // q and U+0323 do not compose; a face must have both.
    assert_items(*state, "Lato", STR("xe\xCC\x81y"), "[xe\xCC\x81y]Lato");
    assert_items(*state, "Lato", STR("\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7"),
                 "[\xE0\xA4\x95\xE0\xA5\x8D\xE2\x80\x8D\xE0\xA4\xB7]NotoSansDevanagari");
    assert_items(*state, "Lato", STR("\xD9\x85\xEF\xB8\x8E"),
                 "[\xD9\x85\xEF\xB8\x8E]NotoNaskhArabic");
}

static void a_mark_of_another_script_than_its_letter_has_a_font_of_its_own(void **state)
{
    assert_items(*state, "Lato", STR("a\xE0\xA4\xBE"), "[a]Lato [\xE0\xA4\xBE]NotoSansDevanagari");
}

static void signs_that_are_not_drawn_need_no_glyph(void **state)
{
    assert_items(*state, "Lato",
                 STR("a\xC2\xAD"
                     "b\xE2\x80\x8B"
                     "c\xE2\x81\xA0"
                     "d\xEF\xBB\xBF"),
                 "[a\xC2\xAD"
                 "b\xE2\x80\x8B"
                 "c\xE2\x81\xA0"
                 "d\xEF\xBB\xBF]Lato");
}

static void a_word_turns_where_its_direction_does(void **state)
{
    struct itemizing itemizing = start_itemizing("Noto Naskh Arabic");
    itemizing.style.language = STR("ar");
    add_run(&itemizing, STR(MIM "12"));
    itemize_runs(*state, &itemizing);
    assert_int_equal(itemizing.items.count, 2);
    assert_int_equal(itemizing.items.items[0].level, 1);
    assert_int_equal(itemizing.items.items[1].level, 2);
}

static void every_missing_character_is_said_once_at_its_place(void **state)
{
    struct fixture *fixture = *state;
    struct itemizing itemizing = start_itemizing("Lato");
    static const struct srcmap_piece pieces[] = {{0, 100}, {2, 200}};
    add_run(&itemizing, STR("a \xEE\x80\x80 \xF3\xB0\x80\x81"));
    itemizing.runs[0].map = (struct srcmap){1, pieces, 2, 300};
    itemize_runs(fixture, &itemizing);
    assert_false(itemizing.good);
    assert_int_equal(fixture->diags.count, 2);
    const struct diag *first = &fixture->diags.items[0];
    assert_int_equal(first->code, DIAG_GLYPH_MISSING);
    assert_str(first->message, "no font has a glyph for U+E000 '\xEE\x80\x80'");
    assert_int_equal(first->span.file, 1);
    assert_int_equal(first->span.start, 200);
    assert_int_equal(first->span.end, 203);
    assert_true(str_starts_with(first->hint, STR("tried Lato, Noto Sans")));
    assert_int_equal(fixture->diags.items[1].span.start, 204);
}

static void a_missing_mark_is_said_not_its_base(void **state)
{
    struct fixture *fixture = *state;
    struct itemizing itemizing = start_itemizing("Lato");
    add_run(&itemizing, STR("o\xF0\x9D\x86\xAA")); // a mark of musical notation
    itemizing.runs[0].span = (struct span){1, 7, 12};
    itemize_runs(fixture, &itemizing);
    assert_false(itemizing.good);
    assert_true(
        str_starts_with(fixture->diags.items[0].message, STR("no font has a glyph for U+1D1AA ")));
    assert_int_equal(fixture->diags.items[0].span.start, 7);
}

static void small_capitals_are_never_made_up(void **state)
{
    struct fixture *fixture = *state;
    struct itemizing itemizing = start_itemizing("Vollkorn");
    itemizing.style.features = TEXT_SMALL_CAPS;
    add_run(&itemizing, STR("nasa"));
    itemize_runs(fixture, &itemizing);
    assert_true(itemizing.good);
    itemizing = start_itemizing("Lato");
    itemizing.style.features = TEXT_SMALL_CAPS;
    add_run(&itemizing, STR("nasa"));
    itemize_runs(fixture, &itemizing);
    assert_false(itemizing.good);
    assert_int_equal(fixture->diags.items[0].code, DIAG_FEATURE_MISSING);
}

// A long text of punctuation, whose font only the last letter decides.
static void looking_ahead_is_done_once(void **state)
{
    struct fixture *fixture = *state;
    enum { COUNT = 200000 };
    struct str_builder text = str_builder_in(&fixture->arena);
    for (int i = 0; i < COUNT; i++)
        str_add_byte(&text, '(');
    str_add(&text, STR(KA));
    struct itemizing itemizing = start_itemizing("Lato");
    add_run(&itemizing, str_built(&text));
    itemize_runs(fixture, &itemizing);
    assert_true(itemizing.good);
    assert_int_equal(itemizing.items.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(words_stand_apart_from_spaces),
        TEXT_RULE(a_run_is_never_joined_to_the_next),
        TEXT_RULE(each_script_is_shaped_by_itself),
        TEXT_RULE(signs_at_the_start_go_with_the_first_script),
        TEXT_RULE(what_a_face_lacks_comes_from_the_next_of_its_script),
        TEXT_RULE(a_sign_of_another_script_is_found),
        TEXT_RULE(a_selector_asks_for_the_letter_itself),
        TEXT_RULE(a_face_that_stands_in_has_the_weight_of_its_run),
        TEXT_RULE(punctuation_stays_with_the_word_it_stands_at),
        TEXT_RULE(marks_and_joiners_stay_with_their_base),
        TEXT_RULE(a_mark_of_another_script_than_its_letter_has_a_font_of_its_own),
        TEXT_RULE(signs_that_are_not_drawn_need_no_glyph),
        TEXT_RULE(a_word_turns_where_its_direction_does),
        TEXT_RULE(every_missing_character_is_said_once_at_its_place),
        TEXT_RULE(a_missing_mark_is_said_not_its_base),
        TEXT_RULE(small_capitals_are_never_made_up),
        TEXT_RULE(looking_ahead_is_done_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
