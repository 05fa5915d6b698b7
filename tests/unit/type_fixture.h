// What tests of the text layer share: a typesetter with the project's own families, styles and
// paragraphs made from a few words, and the messages that were given.
#ifndef UNIT_TYPE_FIXTURE_H
#define UNIT_TYPE_FIXTURE_H

#include "text/paragraph.h"
#include "text/typesetter_open.h"
#include "unit.h"

#include <stdlib.h>

struct fixture {
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct typesetter *typesetter;
};

static inline void fixture_forget(struct fixture *fixture)
{
    diags_init(&fixture->diags, &fixture->arena, &fixture->sources);
}

static inline int fixture_open(void **state)
{
    static struct fixture fixture;
    arena_init(&fixture.arena);
    sources_init(&fixture.sources, &fixture.arena);
    fixture_forget(&fixture);
    const char *out = getenv("OUT");
    struct typesetter_paths paths = {
        .families = STR("fonts/families.yaml"),
        .hyphenation = str_format(&fixture.arena, "%s/hyphen", out ? out : "out/build/debug"),
    };
    fixture.typesetter = typesetter_open(&fixture.arena, &paths, &fixture.sources, &fixture.diags);
    *state = &fixture;
    return fixture.typesetter ? 0 : -1;
}

static inline int fixture_close(void **state)
{
    struct fixture *fixture = *state;
    typesetter_close(fixture->typesetter);
    arena_release(&fixture->arena);
    return 0;
}

// A test whose `*state` is a fixture that just opened.
#define TEXT_RULE(function) cmocka_unit_test_setup_teardown(function, fixture_open, fixture_close)

static inline struct text_style fixture_style(const char *family, uint16_t weight, length size)
{
    return (struct text_style){
        .family = str_from(family),
        .weight = weight,
        .size = size,
        .language = STR("en"),
    };
}

// The messages and hints so far, a line each: "message | hint".
static inline struct str fixture_said(struct fixture *fixture)
{
    struct str_builder said = str_builder_in(&fixture->arena);
    for (size_t i = 0; i < fixture->diags.count; i++) {
        const struct diag *diag = &fixture->diags.items[i];
        str_addf(&said, "%.*s | %.*s\n", STR_ARGS(diag->message), STR_ARGS(diag->hint));
    }
    return str_built(&said);
}

#endif
