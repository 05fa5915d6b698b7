// What the tests of the text layer share: a typesetter with the project's own families, styles, and
// paragraphs of plain text.
#ifndef UNIT_TEXT_FIXTURE_H
#define UNIT_TEXT_FIXTURE_H

#include "text/paragraph.h"
#include "unit/unit.h"

#include <stdlib.h>
#include <unistd.h>

struct text_fixture {
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct typesetter *typesetter;
    struct text_style style;          // of new runs
    struct paragraph_style paragraph; // of new paragraphs
    struct lines lines;               // of the paragraph that was set last
    struct str text;                  // of it
};

// Each test has a typesetter of its own, so that nothing is in its cache.
static inline int text_fixture_open(void **state)
{
    static struct text_fixture fixture;
    fixture = (struct text_fixture){0};
    arena_init(&fixture.arena);
    sources_init(&fixture.sources, &fixture.arena);
    diags_init(&fixture.diags, &fixture.arena, &fixture.sources);
    const char *out = getenv("OUT");
    struct typesetter_paths paths = {
        .families = STR("fonts/families.yaml"),
        .hyphenation = str_format(&fixture.arena, "%s/hyphen", out ? out : "out/build/debug"),
    };
    fixture.typesetter = typesetter_open(&fixture.arena, &paths, &fixture.sources, &fixture.diags);
    fixture.style = (struct text_style){
        .family = STR("Lato"), .weight = 400, .size = LENGTH_PT(12), .language = STR("en")};
    fixture.paragraph = (struct paragraph_style){.language = STR("en")};
    *state = &fixture;
    return fixture.typesetter ? 0 : 1;
}

static inline int text_fixture_close(void **state)
{
    struct text_fixture *fixture = *state;
    typesetter_close(fixture->typesetter);
    arena_release(&fixture->arena);
    return 0;
}

// A test whose `*state` is a fresh fixture.
#define TEXT_RULE(function)                                                                        \
    cmocka_unit_test_setup_teardown(function, text_fixture_open, text_fixture_close)

static inline void text_fixture_needs(struct text_fixture *fixture, const char *face)
{
    struct str path = str_format(&fixture->arena, "/usr/share/fonts/truetype/%s", face);
    if (access(str_cstr(&fixture->arena, path), R_OK) != 0)
        skip();
}

static inline void text_fixture_language(struct text_fixture *fixture, const char *language)
{
    fixture->style.language = fixture->paragraph.language = str_from(language);
}

// A run of the fixture's style as it is now.
static inline struct text_run text_fixture_run(struct text_fixture *fixture, struct str text)
{
    const struct text_style *style = arena_copy(&fixture->arena, &fixture->style, sizeof *style);
    return (struct text_run){.text = text, .style = style};
}

// Sets runs in the fixture's paragraph style; returns what paragraph_break does.
static inline bool text_fixture_set_runs(struct text_fixture *fixture, const struct text_run *runs,
                                         size_t count, struct measure measure)
{
    struct paragraph *paragraph;
    struct paragraph_job job = {fixture->typesetter, runs, count, fixture->paragraph};
    assert_true(paragraph_prepare(&fixture->arena, &job, &fixture->diags, &paragraph));
    fixture->text = paragraph_text(paragraph);
    return paragraph_break(&fixture->arena, paragraph, &measure, &fixture->diags, &fixture->lines);
}

static inline bool text_fixture_set(struct text_fixture *fixture, struct str text, length width)
{
    struct text_run *run = ARENA_NEW(&fixture->arena, struct text_run);
    *run = text_fixture_run(fixture, text);
    return text_fixture_set_runs(fixture, run, 1, (struct measure){0, width});
}

// What a line's pieces say, from left to right.
static inline struct str text_fixture_line(struct text_fixture *fixture, size_t index)
{
    struct str_builder out = str_builder_in(&fixture->arena);
    const struct line *line = &fixture->lines.items[index];
    for (size_t i = 0; i < line->piece_count; i++)
        str_add(&out, line->pieces[i].text);
    return str_built(&out);
}

// The lines, parted by '|', as text_fixture_line says them.
static inline struct str text_fixture_lines(struct text_fixture *fixture)
{
    struct str_builder out = str_builder_in(&fixture->arena);
    for (size_t i = 0; i < fixture->lines.count; i++) {
        str_add(&out, i > 0 ? STR("|") : STR(""));
        str_add(&out, text_fixture_line(fixture, i));
    }
    return str_built(&out);
}

#endif
