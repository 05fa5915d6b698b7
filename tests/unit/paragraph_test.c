#include "text/paragraph.h"

#include "unit/text_fixture.h"

#include <string.h>

#define NASKH "noto/NotoNaskhArabic-Regular.ttf"

static length advances(const struct line_piece *piece)
{
    length sum = 0;
    for (size_t i = 0; i < piece->glyph_count; i++)
        sum += piece->glyphs[i].advance;
    return sum;
}

// The right end of the glyphs that can be seen, from the measure's left edge.
static length right_end(const struct line *line)
{
    return line->pieces[0].x + line->width;
}

static const struct line *line_at(struct text_fixture *fixture, size_t index)
{
    assert_true(index < fixture->lines.count);
    return &fixture->lines.items[index];
}

static void words_go_on_lines_and_keep_the_space_at_the_end(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("Ask your care team."), LENGTH_PT(60)));
    assert_str(text_fixture_lines(fixture), "Ask your |care team.");
    const struct line *line = line_at(fixture, 0);
    const struct line_piece *last = &line->pieces[line->piece_count - 1];
    length space = last->glyphs[last->glyph_count - 1].advance;
    assert_true(space > 0);
    assert_int_equal(line->width, last->x + last->width - space);
}

static void a_size_changes_no_shape(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("cells cells"), LENGTH_PT(200)));
    size_t shaped = typesetter_counts(fixture->typesetter)->words_shaped;
    length width = line_at(fixture, 0)->width;
    fixture->style.size *= 2;
    assert_true(text_fixture_set(fixture, STR("cells cells"), LENGTH_PT(200)));
    assert_int_equal(typesetter_counts(fixture->typesetter)->words_shaped, shaped);
    assert_in_range(line_at(fixture, 0)->width - 2 * width + 4, 0, 8);
}

static void a_line_feed_ends_a_line_and_is_not_drawn(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("one\ntwo\u2028three\n\nfour"), LENGTH_PT(200)));
    assert_str(text_fixture_lines(fixture), "one|two|three||four");
    assert_true(line_at(fixture, 0)->forced);
    assert_int_equal(line_at(fixture, 0)->pieces[0].glyph_count, 3);
    assert_int_equal(line_at(fixture, 3)->piece_count, 0);
}

static void no_break_spaces_hold_words_together(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("take 37\u00A0units now"), LENGTH_PT(52)));
    assert_str(text_fixture_lines(fixture), "take |37\u00A0units |now");
}

static void a_zero_width_space_is_a_place_to_break_and_nothing_else(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("either\u200Bor"), LENGTH_PT(40)));
    assert_str(text_fixture_lines(fixture), "either|or");
    assert_int_equal(line_at(fixture, 0)->pieces[0].glyph_count, 6);
    assert_true(text_fixture_set(fixture, STR("either\u200Bor"), LENGTH_PT(80)));
    assert_str(text_fixture_lines(fixture), "eitheror");
}

static void a_soft_hyphen_is_drawn_only_where_it_ends_a_line(void **state)
{
    struct text_fixture *fixture = *state;
    struct str word = STR("immuno\u00ADtherapy");
    assert_true(text_fixture_set(fixture, word, LENGTH_PT(60)));
    assert_str(text_fixture_lines(fixture), "immuno\u00AD|therapy");
    const struct line *line = line_at(fixture, 0);
    assert_true(line->hyphenated);
    assert_int_equal(line->piece_count, 2);
    assert_int_equal(line->pieces[1].glyph_count, 1);
    assert_int_equal(line->pieces[1].glyphs[0].cluster, 0);
    assert_true(line->pieces[1].glyphs[0].advance > 0);
    assert_true(text_fixture_set(fixture, word, LENGTH_PT(200)));
    assert_str(text_fixture_lines(fixture), "immunotherapy");
    const struct line_piece *piece = &line_at(fixture, 0)->pieces[0];
    for (size_t i = 0; i < piece->glyph_count; i++)
        assert_int_equal(piece->glyphs[i].cluster, i);
}

static void words_are_hyphenated_where_the_language_needs_it(void **state)
{
    struct text_fixture *fixture = *state;
    struct str word = STR("Behandlungsergebnisse");
    text_fixture_language(fixture, "de");
    assert_true(text_fixture_set(fixture, word, LENGTH_PT(80)));
    assert_str(text_fixture_lines(fixture), "Behandlungs\u00AD|ergebnisse");
    text_fixture_language(fixture, "en");
    assert_false(text_fixture_set(fixture, STR("uncharacteristically"), LENGTH_PT(60)));
    assert_int_equal(fixture->lines.count, 1);
    fixture->paragraph.hyphenate = TEXT_HYPHENATE_ALWAYS;
    assert_true(text_fixture_set(fixture, STR("uncharacteristically"), LENGTH_PT(60)));
    assert_true(line_at(fixture, 0)->hyphenated);
}

static void names_that_are_all_capitals_or_have_figures_stay_whole(void **state)
{
    struct text_fixture *fixture = *state;
    fixture->paragraph.hyphenate = TEXT_HYPHENATE_ALWAYS;
    assert_false(text_fixture_set(fixture, STR("MANCHESTER"), LENGTH_PT(40)));
    assert_false(text_fixture_set(fixture, STR("manchester2000"), LENGTH_PT(40)));
}

static void a_word_in_another_language_is_not_hyphenated_by_this_one(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_language(fixture, "de");
    fixture->style.language = STR("en");
    assert_false(text_fixture_set(fixture, STR("Behandlungsergebnisse"), LENGTH_PT(80)));
}

static void a_word_is_hyphenated_by_its_own_language(void **state)
{
    struct text_fixture *fixture = *state;
    fixture->style.language = STR("de");
    assert_true(text_fixture_set(fixture, STR("Behandlungsergebnisse"), LENGTH_PT(80)));
    assert_str(text_fixture_lines(fixture), "Behandlungs\u00AD|ergebnisse");
}

static void a_style_that_changes_within_a_word_moves_no_hyphen(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_language(fixture, "de");
    struct text_run runs[] = {text_fixture_run(fixture, STR("Behandlungser")),
                              text_fixture_run(fixture, STR("gebnisse"))};
    fixture->style.weight = 700;
    runs[1] = text_fixture_run(fixture, STR("gebnisse"));
    assert_true(text_fixture_set_runs(fixture, runs, 2, (struct measure){0, LENGTH_PT(85)}));
    assert_str(text_fixture_lines(fixture), "Behandlungser\u00AD|gebnisse");
    assert_true(text_fixture_set_runs(fixture, runs, 2, (struct measure){0, LENGTH_PT(74)}));
    assert_str(text_fixture_lines(fixture), "Behandlungs\u00AD|ergebnisse");
}

static void a_word_wider_than_its_measure_is_said_at_its_place(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run run = text_fixture_run(fixture, STR("an immunotherapy"));
    const struct srcmap_piece piece = {0, 100};
    run.map = (struct srcmap){.file = 1, .pieces = &piece, .count = 1, .source_end = 116};
    assert_false(text_fixture_set_runs(fixture, &run, 1, (struct measure){0, LENGTH_PT(50)}));
    assert_int_equal(fixture->diags.count, 1);
    const struct diag *diag = &fixture->diags.items[0];
    assert_int_equal(diag->code, DIAG_OVERSET);
    assert_int_equal(diag->span.start, 103);
    assert_int_equal(diag->span.end, 116);
    assert_str(text_fixture_lines(fixture), "an |immunotherapy");
}

static void raised_numbers_hang_at_the_end_of_a_line_that_is_aligned_there(void **state)
{
    struct text_fixture *fixture = *state;
    fixture->paragraph.align = TEXT_ALIGN_END;
    struct text_run runs[] = {text_fixture_run(fixture, STR("12")),
                              text_fixture_run(fixture, STR("3"))};
    const struct measure measure = {0, LENGTH_PT(60)};
    runs[1].no_break_before = runs[1].hangs = true;
    assert_true(text_fixture_set_runs(fixture, runs, 2, measure));
    const struct line *line = line_at(fixture, 0);
    assert_int_equal(line->pieces[0].x + line->pieces[0].width, LENGTH_PT(60));
    runs[1].text = STR("3456"); // an em of it hangs
    assert_true(text_fixture_set_runs(fixture, runs, 2, measure));
    line = line_at(fixture, 0);
    assert_int_equal(line->pieces[1].x + line->pieces[1].width,
                     LENGTH_PT(60) + runs[0].style->size);
}

static void no_soft_hyphen_is_asked_for_in_an_address(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run runs[] = {
        text_fixture_run(fixture, STR("https://example.org/aaaaaaaaaaaaaaa"))};
    runs[0].breaking = TEXT_BREAK_URL_NARROW;
    assert_false(text_fixture_set_runs(fixture, runs, 1, (struct measure){0, LENGTH_PT(60)}));
    assert_str(fixture->diags.items[0].hint,
               "give it more room: fewer columns, a larger page, smaller type");
}

static void justified_lines_end_where_the_measure_ends(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_language(fixture, "de");
    fixture->paragraph.align = TEXT_ALIGN_JUSTIFY;
    const length width = LENGTH_PT(180);
    assert_true(text_fixture_set(
        fixture,
        STR("Die Behandlung mit veränderten körpereigenen Abwehrzellen dauert mehrere Wochen. "
            "Vorbereitung, Überwachung und Nachsorge gehören dazu; Wartezeiten sind möglich."),
        width));
    assert_true(fixture->lines.count >= 4);
    for (size_t i = 0; i + 1 < fixture->lines.count; i++) {
        assert_int_equal(line_at(fixture, i)->pieces[0].x, 0);
        assert_int_equal(right_end(line_at(fixture, i)), width);
    }
}

static void lines_stand_at_the_start_the_end_or_the_middle(void **state)
{
    struct text_fixture *fixture = *state;
    const length width = LENGTH_PT(100);
    const enum text_align aligns[] = {TEXT_ALIGN_START, TEXT_ALIGN_END, TEXT_ALIGN_CENTER};
    length free[3];
    for (size_t i = 0; i < 3; i++) {
        fixture->paragraph.align = aligns[i];
        assert_true(text_fixture_set(fixture, STR("A word"), width));
        free[i] = line_at(fixture, 0)->pieces[0].x;
    }
    assert_int_equal(free[0], 0);
    assert_int_equal(free[1], width - line_at(fixture, 0)->width);
    assert_int_equal(free[2], free[1] / 2);
}

static void the_first_line_is_indented_or_hangs(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run run = text_fixture_run(fixture, STR("Ask your care team."));
    assert_true(
        text_fixture_set_runs(fixture, &run, 1, (struct measure){LENGTH_PT(16), LENGTH_PT(60)}));
    assert_str(text_fixture_lines(fixture), "Ask |your care |team.");
    assert_int_equal(line_at(fixture, 0)->pieces[0].x, LENGTH_PT(16));
    assert_int_equal(line_at(fixture, 1)->pieces[0].x, 0);
    assert_true(
        text_fixture_set_runs(fixture, &run, 1, (struct measure){-LENGTH_PT(20), LENGTH_PT(60)}));
    assert_str(text_fixture_lines(fixture), "Ask your care |team.");
    assert_int_equal(line_at(fixture, 0)->pieces[0].x, -LENGTH_PT(20));
}

static void a_citation_never_opens_a_line(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run runs[] = {text_fixture_run(fixture, STR("blood cells")),
                              text_fixture_run(fixture, STR("12"))};
    runs[1].no_break_before = true;
    runs[1].breaking = TEXT_BREAK_NEVER;
    assert_true(text_fixture_set_runs(fixture, runs, 2, (struct measure){0, LENGTH_PT(58)}));
    assert_str(text_fixture_lines(fixture), "blood |cells12");
}

static void pieces_have_one_run_and_one_font(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run runs[] = {text_fixture_run(fixture, STR("plain ")),
                              text_fixture_run(fixture, STR("and bold"))};
    fixture->style.weight = 700;
    runs[1] = text_fixture_run(fixture, STR("and bold"));
    assert_true(text_fixture_set_runs(fixture, runs, 2, (struct measure){0, LENGTH_PT(200)}));
    const struct line *line = line_at(fixture, 0);
    assert_int_equal(line->piece_count, 2);
    assert_str(line->pieces[0].text, "plain ");
    assert_str(line->pieces[1].text, "and bold");
    assert_int_equal(line->pieces[1].run, 1);
    assert_int_equal(line->pieces[1].font->weight, 700);
    assert_int_equal(line->pieces[1].glyphs[0].cluster, 0);
    assert_int_equal(line->pieces[1].x, line->pieces[0].width);
}

static void tracking_is_added_to_letters_but_not_to_their_marks(void **state)
{
    struct text_fixture *fixture = *state;
    struct str text = STR("q\u0307x"); // no glyph of its own: a letter and a mark
    assert_true(text_fixture_set(fixture, text, LENGTH_PT(100)));
    length plain = line_at(fixture, 0)->width;
    size_t glyphs = line_at(fixture, 0)->pieces[0].glyph_count;
    fixture->style.tracking = LENGTH_PT(1);
    assert_true(text_fixture_set(fixture, text, LENGTH_PT(100)));
    assert_int_equal(glyphs, 3);
    assert_int_equal(line_at(fixture, 0)->width, plain + 2 * LENGTH_PT(1));
    assert_int_equal(advances(&line_at(fixture, 0)->pieces[0]), line_at(fixture, 0)->width);
}

static void joined_letters_are_never_tracked(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, NASKH);
    text_fixture_language(fixture, "ar");
    fixture->style.family = STR("Noto Naskh Arabic");
    assert_true(text_fixture_set(fixture, STR("العلاج"), LENGTH_PT(100)));
    length plain = line_at(fixture, 0)->width;
    fixture->style.tracking = LENGTH_PT(1);
    assert_true(text_fixture_set(fixture, STR("العلاج"), LENGTH_PT(100)));
    assert_int_equal(line_at(fixture, 0)->width, plain);
}

static void letters_that_are_set_apart_are_not_joined_in_ligatures(void **state)
{
    struct text_fixture *fixture = *state;
    fixture->style.family = STR("Vollkorn");
    assert_true(text_fixture_set(fixture, STR("ffi"), LENGTH_PT(100)));
    assert_int_equal(line_at(fixture, 0)->pieces[0].glyph_count, 1);
    fixture->style.tracking = LENGTH_PT(1);
    assert_true(text_fixture_set(fixture, STR("ffi"), LENGTH_PT(100)));
    assert_int_equal(line_at(fixture, 0)->pieces[0].glyph_count, 3);
}

static void arabic_starts_at_the_right_and_runs_to_the_left(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, NASKH);
    text_fixture_language(fixture, "ar");
    fixture->style.family = STR("Noto Naskh Arabic");
    const length width = LENGTH_PT(70);
    assert_true(text_fixture_set(fixture, STR("اسأل فريق الرعاية"), width));
    assert_true(fixture->lines.count >= 2);
    assert_str(text_fixture_line(fixture, 0), "اسأل فريق ");
    const struct line *line = line_at(fixture, 0);
    const struct line_piece *last = &line->pieces[line->piece_count - 1];
    assert_int_equal(last->x + last->width, width);
    assert_int_equal(last->glyphs[last->glyph_count - 1].cluster, 0);
    assert_true(last->level == 1);
    length ink = width - line->width; // the space at the end stands left of it
    assert_true(line->pieces[0].x < ink);
}

static void an_isolated_number_stays_in_order_in_arabic(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, NASKH);
    text_fixture_language(fixture, "ar");
    fixture->style.family = STR("Noto Naskh Arabic");
    struct text_run runs[] = {text_fixture_run(fixture, STR("اتصل ")),
                              text_fixture_run(fixture, STR("555-0101 ext. 7")),
                              text_fixture_run(fixture, STR(" الآن"))};
    fixture->style.family = STR("Lato");
    runs[1] = text_fixture_run(fixture, STR("555-0101 ext. 7"));
    runs[1].left_to_right = true;
    runs[1].breaking = TEXT_BREAK_NEVER;
    assert_true(text_fixture_set_runs(fixture, runs, 3, (struct measure){0, LENGTH_PT(300)}));
    const struct line *line = line_at(fixture, 0);
    assert_int_equal(line->piece_count, 3);
    assert_str(line->pieces[1].text, "555-0101 ext. 7");
    assert_int_equal(line->pieces[0].run, 2);
    assert_int_equal(line->pieces[1].level % 2, 0);
}

static void an_isolate_runs_as_it_says_whatever_stands_around_it(void **state)
{
    struct text_fixture *fixture = *state;
    const struct text_isolate outer = {NULL, 1, true}, inner = {&outer, 2, false};
    struct text_run runs[] = {
        text_fixture_run(fixture, STR("Say ")), text_fixture_run(fixture, STR("12, a (")),
        text_fixture_run(fixture, STR("b, c")), text_fixture_run(fixture, STR(")")),
        text_fixture_run(fixture, STR(" now"))};
    runs[1].isolate = runs[3].isolate = &outer;
    runs[2].isolate = &inner;
    fixture->style.family = STR("Noto Sans Hebrew");
    text_fixture_needs(fixture, "noto/NotoSansHebrew-Regular.ttf");
    struct text_run hebrew = text_fixture_run(fixture, STR("א"));
    hebrew.isolate = &outer;
    struct text_run all[] = {runs[0], runs[1], runs[2], runs[3], hebrew, runs[4]};
    assert_true(text_fixture_set_runs(fixture, all, 6, (struct measure){0, LENGTH_PT(300)}));
    // Drawn: Say | א | ) | b, c | ( a , 12 | now
    struct str_builder drawn = str_builder_in(&fixture->arena);
    const struct line *line = line_at(fixture, 0);
    for (size_t i = 0; i < line->piece_count; i++)
        str_addf(&drawn, "%u:%.*s|", (unsigned)line->pieces[i].level,
                 STR_ARGS(line->pieces[i].text));
    assert_str(str_built(&drawn), "0:Say |1:א|1:)|2:b, c|1: (|2:a|1:, |2:12|0: now|");
}

static void a_telephone_number_keeps_its_order_in_arabic_text(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, NASKH);
    text_fixture_language(fixture, "ar");
    assert_true(text_fixture_set(fixture, STR("اتصل +1 555-0101 الآن"), LENGTH_PT(300)));
    const struct line *line = line_at(fixture, 0);
    bool found = false;
    for (size_t i = 0; i < line->piece_count; i++)
        found = found ||
                (str_equal(line->pieces[i].text, STR("+1 555-0101")) && line->pieces[i].level == 2);
    assert_true(found);
}

static void a_telephone_number_stands_on_one_line(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("Call +1 555 010 0100 today"), LENGTH_PT(110)));
    assert_str(text_fixture_lines(fixture), "Call |+1 555 010 0100 |today");
}

static void joined_letters_stay_joined_where_the_style_changes(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, NASKH);
    text_fixture_language(fixture, "ar");
    fixture->style.family = STR("Noto Naskh Arabic");
    assert_true(text_fixture_set(fixture, STR("ببب"), LENGTH_PT(300)));
    const struct line_piece *whole = &line_at(fixture, 0)->pieces[0];
    struct text_run runs[] = {text_fixture_run(fixture, STR("بب")),
                              text_fixture_run(fixture, STR("ب"))};
    assert_true(text_fixture_set_runs(fixture, runs, 2, (struct measure){0, LENGTH_PT(300)}));
    const struct line *line = line_at(fixture, 0);
    assert_int_equal(line->piece_count, 2);
    size_t at = 0;
    for (size_t i = 0; i < line->piece_count; i++)
        for (size_t j = 0; j < line->pieces[i].glyph_count; j++)
            assert_int_equal(line->pieces[i].glyphs[j].id, whole->glyphs[at++].id);
    assert_int_equal(at, whole->glyph_count);
}

static void text_without_glyphs_has_no_pieces(void **state)
{
    struct text_fixture *fixture = *state;
    assert_true(text_fixture_set(fixture, STR("\u200B"), LENGTH_PT(100)));
    assert_int_equal(fixture->lines.count, 1);
    assert_int_equal(line_at(fixture, 0)->piece_count, 0);
    assert_true(text_fixture_set(fixture, STR(""), LENGTH_PT(100)));
    assert_int_equal(line_at(fixture, 0)->width, 0);
}

static struct str dump(struct text_fixture *fixture)
{
    struct str_builder out = str_builder_in(&fixture->arena);
    lines_dump(&fixture->lines, &out);
    return str_built(&out);
}

static void thai_words_are_shaped_apart_and_lines_end_between_them(void **state)
{
    struct text_fixture *fixture = *state;
    text_fixture_needs(fixture, "noto/NotoSansThai-Regular.ttf");
    text_fixture_language(fixture, "th");
    const struct typesetter_counts *counts = typesetter_counts(fixture->typesetter);
    assert_true(text_fixture_set(fixture, STR("ภาษาไทยภาษาไทย"), LENGTH_PT(50)));
    assert_str(text_fixture_lines(fixture), "ภาษาไทย|ภาษาไทย");
    assert_int_equal(counts->words_shaped, 2);
    assert_int_equal(counts->words_cached, 2);
}

static void the_natural_width_is_of_the_widest_line_without_its_space(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run run = text_fixture_run(fixture, STR("one\nseveral words \ntwo"));
    struct paragraph_job job = {fixture->typesetter, &run, 1, fixture->paragraph};
    struct paragraph *paragraph;
    assert_true(paragraph_prepare(&fixture->arena, &job, &fixture->diags, &paragraph));
    assert_true(text_fixture_set(fixture, STR("several words"), LENGTH_PT(200)));
    assert_int_equal(paragraph_natural_width(paragraph), line_at(fixture, 0)->width);
}

static void a_character_that_no_font_has_leaves_no_paragraph(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run run = text_fixture_run(fixture, STR("a \U00012000 b \U00012001"));
    struct paragraph_job job = {fixture->typesetter, &run, 1, fixture->paragraph};
    struct paragraph *paragraph;
    assert_false(paragraph_prepare(&fixture->arena, &job, &fixture->diags, &paragraph));
    assert_int_equal(fixture->diags.count, 2);
    assert_int_equal(fixture->diags.items[1].code, DIAG_GLYPH_MISSING);
}

// HarfBuzz makes a space that a font lacks from another, but not with a variation selector; no font
// has all of this cluster, and each of it is in one.
static void what_the_shaper_cannot_draw_is_said(void **state)
{
    struct text_fixture *fixture = *state;
    fixture->style.family = STR("Vollkorn");
    struct text_run run = text_fixture_run(fixture, STR("\u205F\uFE09\u093E"));
    struct paragraph_job job = {fixture->typesetter, &run, 1, fixture->paragraph};
    struct paragraph *paragraph;
    assert_false(paragraph_prepare(&fixture->arena, &job, &fixture->diags, &paragraph));
    assert_int_equal(fixture->diags.items[0].code, DIAG_GLYPH_MISSING);
    assert_true(str_ends_with(fixture->diags.items[0].message, STR(" as it stands here")));
}

static void a_font_without_a_hyphen_draws_none(void **state)
{
    struct text_fixture *fixture = *state;
    assert_false(text_fixture_set(fixture, STR("\u1000\u00AD\u1000"), LENGTH_PT(12)));
    assert_int_equal(fixture->lines.count, 2);
    assert_int_equal(line_at(fixture, 0)->piece_count, 1);
    assert_str(line_at(fixture, 0)->pieces[0].text, "\u1000");
}

static void dumps_say_fonts_places_and_glyphs(void **state)
{
    struct text_fixture *fixture = *state;
    struct text_run run = text_fixture_run(fixture, STR("Go\non"));
    struct paragraph_job job = {fixture->typesetter, &run, 1, fixture->paragraph};
    struct paragraph *paragraph;
    assert_true(paragraph_prepare(&fixture->arena, &job, &fixture->diags, &paragraph));
    struct str_builder shape = str_builder_in(&fixture->arena);
    paragraph_dump(paragraph, &shape);
    assert_str(str_built(&shape), "paragraph 5 bytes\n"
                                  "  Lato-Regular 12 Latn 15.498 \"Go\" 11@0+1449 51@1+1134\n"
                                  "  Lato-Regular 12 Latn 13.5 \"on\" 51@0+1134 50@1+1116\n");
    assert_true(text_fixture_set_runs(fixture, &run, 1, (struct measure){0, LENGTH_PT(50)}));
    assert_str(dump(fixture), "lines 2\n  0-3 15.498 forced\n    at 0 Lato-Regular 12 \"Go\"\n"
                              "  3-5 13.5 forced\n    at 0 Lato-Regular 12 \"on\"\n");
}

// A small generator of its own, so that every machine sets the same paragraphs.
static uint32_t next_random(uint32_t *seed, uint32_t below)
{
    *seed = *seed * 1664525u + 1013904223u;
    return (*seed >> 8) % below;
}

static struct str random_text(struct text_fixture *fixture, uint32_t *seed, bool arabic)
{
    static const struct str words[] = {
        STR_INIT("cells "),
        STR_INIT("T-cell "),
        STR_INIT("AVAST To. "),
        STR_INIT("immuno\u00ADtherapy "),
        STR_INIT("Ελληνικά "),
        STR_INIT("лечение, "),
        STR_INIT("“quoted” "),
        STR_INIT("37\u00A0°C "),
        STR_INIT("either\u200Bor "),
        STR_INIT("office ffi"),
        STR_INIT("e\u0301tude "),
        STR_INIT("well-known "),
        STR_INIT("a\n"),
        STR_INIT("العلاج "),
        STR_INIT("فريق "),
    };
    size_t count = sizeof words / sizeof *words - (arabic ? 0 : 2);
    struct str_builder out = str_builder_in(&fixture->arena);
    for (uint32_t i = 1 + next_random(seed, 12); i > 0; i--)
        str_add(&out, words[next_random(seed, (uint32_t)count)]);
    return str_built(&out);
}

static size_t random_runs(struct text_fixture *fixture, uint32_t *seed, bool arabic,
                          struct text_run *runs)
{
    static const struct str families[] = {STR_INIT("Lato"), STR_INIT("Vollkorn")};
    size_t count = 1 + next_random(seed, 4);
    for (size_t i = 0; i < count; i++) {
        fixture->style.family = families[next_random(seed, 2)];
        fixture->style.weight = next_random(seed, 2) ? 400 : 700;
        fixture->style.size = LENGTH_PT(8) + (length)next_random(seed, 10) * LENGTH_PT(0.7);
        fixture->style.tracking = next_random(seed, 3) ? 0 : LENGTH_PT(0.25);
        runs[i] = text_fixture_run(fixture, random_text(fixture, seed, arabic));
        struct srcmap_piece piece = {0, 1000 * (uint32_t)i};
        runs[i].map = (struct srcmap){1, arena_copy(&fixture->arena, &piece, sizeof piece), 1,
                                      1000 * (uint32_t)i + 999};
        runs[i].no_break_before = next_random(seed, 8) == 0;
        runs[i].left_to_right = next_random(seed, 8) == 0;
    }
    return count;
}

static size_t reported(const struct text_fixture *fixture)
{
    size_t count = 0;
    for (size_t i = 0; i < fixture->diags.count; i++)
        count += fixture->diags.items[i].code == DIAG_OVERSET;
    return count;
}

// The space at the end of a line, which its pieces have and its width has not.
static length space_at_end(const struct text_fixture *fixture, const struct line *line)
{
    length sum = 0;
    for (size_t i = 0; i < line->piece_count; i++)
        sum += line->pieces[i].width;
    size_t end = line->end;
    while (end > line->start && fixture->text.data[end - 1] == '\n')
        end--;
    bool space = end > line->start && fixture->text.data[end - 1] == ' ';
    assert_true(space ? sum > line->width : sum == line->width);
    return sum - line->width;
}

static void check_lines(struct text_fixture *fixture, length measure)
{
    uint32_t reached = 0;
    size_t wide = 0;
    for (size_t i = 0; i < fixture->lines.count; i++) {
        const struct line *line = line_at(fixture, i);
        assert_int_equal(line->start, reached);
        reached = line->end;
        wide += line->width > measure;
        (void)space_at_end(fixture, line);
        for (size_t j = 0; j < line->piece_count; j++) {
            const struct line_piece *piece = &line->pieces[j];
            assert_int_equal(advances(piece), piece->width);
            if (j > 0)
                assert_int_equal(piece->x, piece[-1].x + piece[-1].width);
            for (size_t k = 0; k < piece->glyph_count; k++)
                assert_true(piece->glyphs[k].cluster < piece->text.len);
        }
    }
    assert_int_equal(reached, fixture->text.len);
    assert_true(wide <= reported(fixture));
}

// Any text in any mixture of styles, at any measure and alignment.
static void lines_cover_the_text_once_and_fit_or_it_is_said(void **state)
{
    struct text_fixture *fixture = *state;
    bool arabic = access("/usr/share/fonts/truetype/" NASKH, R_OK) == 0;
    uint32_t seed = 7;
    for (int round = 0; round < 150; round++) {
        struct text_run runs[4];
        size_t count = random_runs(fixture, &seed, arabic, runs);
        fixture->paragraph = (struct paragraph_style){
            .align = (enum text_align)next_random(&seed, 5),
            .hyphenate = next_random(&seed, 2) ? TEXT_HYPHENATE_ALWAYS : TEXT_HYPHENATE_NEVER,
            .language = arabic && next_random(&seed, 4) == 0 ? STR("ar") : STR("en"),
        };
        struct measure measure = {0, LENGTH_PT(40) + (length)next_random(&seed, 200) * 65536};
        diags_init(&fixture->diags, &fixture->arena, &fixture->sources);
        (void)text_fixture_set_runs(fixture, runs, count, measure);
        check_lines(fixture, measure.width);
        struct str first = dump(fixture);
        (void)text_fixture_set_runs(fixture, runs, count, measure);
        assert_str(dump(fixture), str_cstr(&fixture->arena, first));
    }
}

// Glyphs that the shaper is given for a text of `count` times a part, without a space.
static size_t work_for(struct text_fixture *fixture, struct str part, size_t count)
{
    struct str_builder text = str_builder_in(&fixture->arena);
    for (size_t i = 0; i < count; i++)
        str_add(&text, part);
    const struct typesetter_counts *counts = typesetter_counts(fixture->typesetter);
    size_t before = counts->bytes_shaped;
    (void)text_fixture_set(fixture, str_built(&text), LENGTH_PT(200));
    return counts->bytes_shaped - before;
}

static void work_is_linear_in_a_text_without_spaces(void **state)
{
    struct text_fixture *fixture = *state;
    const struct str parts[] = {STR("To-"), STR("a"), STR("a\u00AD")};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t small = work_for(fixture, parts[i], 4000), large = work_for(fixture, parts[i], 8000);
        assert_true(large <= 3 * small);
        assert_true(large <= (size_t)600 * 8000 * parts[i].len);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEXT_RULE(words_go_on_lines_and_keep_the_space_at_the_end),
        TEXT_RULE(a_size_changes_no_shape),
        TEXT_RULE(a_line_feed_ends_a_line_and_is_not_drawn),
        TEXT_RULE(no_break_spaces_hold_words_together),
        TEXT_RULE(a_zero_width_space_is_a_place_to_break_and_nothing_else),
        TEXT_RULE(a_soft_hyphen_is_drawn_only_where_it_ends_a_line),
        TEXT_RULE(words_are_hyphenated_where_the_language_needs_it),
        TEXT_RULE(names_that_are_all_capitals_or_have_figures_stay_whole),
        TEXT_RULE(a_word_in_another_language_is_not_hyphenated_by_this_one),
        TEXT_RULE(a_style_that_changes_within_a_word_moves_no_hyphen),
        TEXT_RULE(a_word_wider_than_its_measure_is_said_at_its_place),
        TEXT_RULE(raised_numbers_hang_at_the_end_of_a_line_that_is_aligned_there),
        TEXT_RULE(no_soft_hyphen_is_asked_for_in_an_address),
        TEXT_RULE(justified_lines_end_where_the_measure_ends),
        TEXT_RULE(lines_stand_at_the_start_the_end_or_the_middle),
        TEXT_RULE(the_first_line_is_indented_or_hangs),
        TEXT_RULE(a_citation_never_opens_a_line),
        TEXT_RULE(pieces_have_one_run_and_one_font),
        TEXT_RULE(tracking_is_added_to_letters_but_not_to_their_marks),
        TEXT_RULE(joined_letters_are_never_tracked),
        TEXT_RULE(letters_that_are_set_apart_are_not_joined_in_ligatures),
        TEXT_RULE(arabic_starts_at_the_right_and_runs_to_the_left),
        TEXT_RULE(an_isolated_number_stays_in_order_in_arabic),
        TEXT_RULE(an_isolate_runs_as_it_says_whatever_stands_around_it),
        TEXT_RULE(a_word_is_hyphenated_by_its_own_language),
        TEXT_RULE(a_telephone_number_keeps_its_order_in_arabic_text),
        TEXT_RULE(a_telephone_number_stands_on_one_line),
        TEXT_RULE(joined_letters_stay_joined_where_the_style_changes),
        TEXT_RULE(text_without_glyphs_has_no_pieces),
        TEXT_RULE(thai_words_are_shaped_apart_and_lines_end_between_them),
        TEXT_RULE(the_natural_width_is_of_the_widest_line_without_its_space),
        TEXT_RULE(a_character_that_no_font_has_leaves_no_paragraph),
        TEXT_RULE(what_the_shaper_cannot_draw_is_said),
        TEXT_RULE(a_font_without_a_hyphen_draws_none),
        TEXT_RULE(dumps_say_fonts_places_and_glyphs),
        TEXT_RULE(lines_cover_the_text_once_and_fit_or_it_is_said),
        TEXT_RULE(work_is_linear_in_a_text_without_spaces),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
