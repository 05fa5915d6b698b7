// What the tests of plain text share: a brochure's text, without its title.
#ifndef UNIT_PLAIN_FIXTURE_H
#define UNIT_PLAIN_FIXTURE_H

#include "plain/plain.h"
#include "unit/model_fixture.h"

#define PLAIN_HEAD "brochure: 1\ntitle: T\n"

// Returns the text of a brochure, lines of `wrap` columns.
static inline struct str plain_text(struct arena *arena, const char *yaml, uint32_t wrap)
{
    struct decoded *decoded = decode_text(arena, yaml);
    struct str text;
    assert_said(decoded, "");
    assert_true(plain_write(arena, decoded->brochure, wrap, &decoded->diags, &text));
    assert_int_equal(decoded->diags.count, 0);
    return text;
}

// Returns what a body comes to, behind the headings.
static inline struct str plain_body(struct arena *arena, const char *language, const char *body,
                                    uint32_t wrap)
{
    static const char *const head = "T\n=\n\n\nH\n-\n\n";
    const char *yaml = str_cstr(arena, str_format(arena,
                                                  PLAIN_HEAD "language: %s\nsections:\n"
                                                             "- heading: H\n  body:%s\n",
                                                  language, body));
    struct str text = plain_text(arena, yaml, wrap);
    assert_true(str_starts_with(text, str_from(head)));
    return str_slice(text, str_from(head).len, text.len);
}

#define assert_body(body, expected) assert_str(plain_body(*state, "en-US", (body), 0), (expected))

#endif
