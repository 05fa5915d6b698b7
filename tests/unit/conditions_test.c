#include "unit/model_fixture.h"

#include <string.h>

// The brochure as it is for an edition.
static struct decoded *decode_for(struct arena *arena, const char *yaml, const char *name,
                                  enum edition_kind kind)
{
    struct decoded *decoded = ARENA_NEW(arena, struct decoded);
    const struct brochure *brochure = NULL;
    struct decode_job job = {.path = STR("t.yaml"),
                             .edition = {.name = str_from(name), .kind = kind}};
    sources_init(&decoded->sources, arena);
    diags_init(&decoded->diags, arena, &decoded->sources);
    files_init(&decoded->files, arena, &decoded->sources, &decoded->diags);
    job.files = &decoded->files;
    struct source *source = sources_add(&decoded->sources, job.path, str_from(yaml));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &decoded->diags, &job.root));
    if (brochure_decode(arena, &job, &decoded->diags, &brochure))
        decoded->brochure = brochure;
    diags_sort(&decoded->diags);
    return decoded;
}

static void add_parts(struct str_builder *out, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        str_addf(out, "%.*s", STR_ARGS(sections[i].heading.plain));
        for (size_t j = 0; j < sections[i].body.count; j++)
            str_add_byte(out, '.');
        if (sections[i].section_count > 0) {
            str_add_byte(out, '(');
            add_parts(out, sections[i].sections, sections[i].section_count);
            str_add_byte(out, ')');
        }
    }
}

static void assert_parts(struct arena *arena, const char *yaml, const char *name,
                         enum edition_kind kind, const char *expected)
{
    struct decoded *decoded = decode_for(arena, yaml, name, kind);
    struct str_builder out = str_builder_in(arena);
    assert_said(decoded, "");
    add_parts(&out, decoded->brochure->sections, decoded->brochure->section_count);
    assert_str(str_built(&out), expected);
}

static void an_edition_is_meant_by_its_name_or_its_kind(void **state)
{
    const char *yaml = HEAD "editions: {screen: {}, web: {kind: screen}, print: {}}\n"
                            "sections:\n"
                            "- {heading: A, body: x}\n"
                            "- {heading: B, body: x, when: {edition: web}}\n"
                            "- {heading: C, body: x, when: {edition: screen}}\n"
                            "- {heading: D, body: x, when: {edition: [print, web]}}\n";
    assert_parts(*state, yaml, "screen", EDITION_SCREEN, "A.C.");
    assert_parts(*state, yaml, "web", EDITION_SCREEN, "A.B.C.D.");
    assert_parts(*state, yaml, "print", EDITION_PRINT, "A.D.");
    assert_parts(*state, yaml, "", EDITION_SCREEN, "A.C.");
}

static void all_conditions_must_hold(void **state)
{
    const char *yaml = HEAD "variables: {age: {values: [adult, child], default: adult}, n: 1}\n"
                            "sections:\n"
                            "- heading: A\n"
                            "  body:\n"
                            "  - x\n"
                            "  - {text: x, when: {age: adult, n: '1'}}\n"
                            "  - {text: x, when: {age: [child, adult], n: [2]}}\n"
                            "  - {callout: {kind: tip, body: x}, when: {age: child}}\n"
                            "  sections:\n"
                            "  - {heading: B, body: x, when: {age: child}}\n"
                            "  - {heading: C, body: x, when: {age: adult}}\n";
    assert_parts(*state, yaml, "screen", EDITION_SCREEN, "A..(C.)");
}

static void faults_of_conditions_are_told(void **state)
{
    assert_said(
        decode_text(*state, HEAD "variables: {age: {values: [adult, child]}, b: ''}\n"
                                 "sections:\n"
                                 "- heading: A\n"
                                 "  body:\n"
                                 "  - {text: x, when: {edition: prnt}}\n"
                                 "  - {text: x, when: {aeg: adult}}\n"
                                 "  - {text: x, when: {age: chidl}}\n"
                                 "  - {text: x, when: {b: c}}\n"
                                 "  - {text: x, when: [b]}\n"),
        "8:31 B0314 there is no edition `prnt` | did you mean `print`?\n"
        "9:22 B0421 there is no variable `aeg` | did you mean `age`?\n"
        "10:22 B0422 `age` has no value | give it a `default:`, or set it with --set age=…\n"
        "10:27 B0306 `age` cannot be `chidl` | did you mean `child`?\n"
        "11:22 B0422 `b` has no value | give it a `default:`, or set it with --set b=…\n"
        "12:21 B0304 `when` is a list here, but must be a mapping | write each name with its "
        "value: `when: {name: value}`\n");
}

// One that is left out beside one that is not.
#define ASIDE(body)                                                                                \
    HEAD "sections:\n- {heading: A, body: x}\n- heading: B\n  id: b\n  when: {edition: print}\n"   \
         "  body: |\n    " body "\n"

static void what_is_left_out_still_has_its_faults(void **state)
{
    assert_said(decode_text(*state, ASIDE("<b> [@none] ends so:")),
                "10:5 B0404 raw HTML cannot be laid out | use Markdown; for the signs themselves "
                "write `\\<` or `&lt;`\n"
                "10:10 B0501 no reference has the id `none` | add it under `references`, `items`: "
                "`{id: none, …}`\n"
                "10:24 B0403 nothing follows this colon | write what it leads in to, or end the "
                "sentence with a point\n");
}

static void what_is_left_out_does_not_count(void **state)
{
    decode_fine(*state, ASIDE("See [us](#nowhere)."));
    decode_fine(*state, HEAD "sections:\n"
                             "- heading: A\n"
                             "  body:\n"
                             "  - {text: x, id: i, when: {edition: print}}\n"
                             "  - {text: 'See [this](#i).', id: i}\n");
    assert_said(decode_text(*state, HEAD "sections:\n"
                                         "- {heading: A, body: 'See [b](#b).'}\n"
                                         "- {heading: B, body: x, when: {edition: print}}\n"),
                "5:28 B0505 no section has the id `b` | give the section that is meant "
                "`id: b`\n");
    const struct brochure *brochure =
        decode_fine(*state, HEAD "sections:\n"
                                 "- {heading: A, body: '[@r]x', when: {edition: print}}\n"
                                 "- {heading: B, body: 'x[@s]'}\n"
                                 "references: {items: [{id: r, text: R.}, {id: s, text: S.}]}\n");
    assert_int_equal(brochure->reference_count, 1);
    assert_str(brochure->references[0].id, "s");
}

static void a_heading_does_not_stand_alone(void **state)
{
    assert_said(decode_text(*state, HEAD "sections:\n"
                                         "- heading: A\n"
                                         "  body: [{text: x, when: {edition: print}}]\n"),
                "5:12 B0402 all of this section is left out by `when` | give the section itself "
                "the `when`, so that its heading goes, too\n");
    assert_said(decode_text(*state, HEAD "sections:\n"
                                         "- {heading: A, body: x, when: {edition: print}}\n"),
                "5:1 B0402 all sections are left out by `when` | leave one in, or build other "
                "editions with -e\n");
}

static void an_edition_may_override_some_keys(void **state)
{
    const char *yaml =
        HEAD "page: {size: A5, columns: 2}\n"
             "editions:\n"
             "  screen: {}\n"
             "  handout: {kind: screen, page: {columns: 1}, theme: leaflet}\n" SECTION "x\n";
    const struct brochure *handout = decode_for(*state, yaml, "handout", EDITION_SCREEN)->brochure;
    assert_int_equal(handout->page.columns, 1);
    assert_int_equal(handout->page.width, LENGTH_PT(148 * 72 / 25.4));
    assert_str(handout->theme, "leaflet");
    assert_true(handout->by_edition);
    const struct brochure *screen = decode_for(*state, yaml, "screen", EDITION_SCREEN)->brochure;
    assert_int_equal(screen->page.columns, 2);
    assert_str(screen->theme, "clinic");
    yaml =
        HEAD "contents: 2\ncover: {eyebrow: A}\n"
             "editions: {screen: {contents: 0, cover: {eyebrow: B}}, web: {kind: screen}}\n" SECTION
             "x\n";
    screen = decode_for(*state, yaml, "screen", EDITION_SCREEN)->brochure;
    assert_int_equal(screen->contents, 0);
    assert_str(marked(*state, &screen->cover.eyebrow), "B");
    const struct brochure *web = decode_for(*state, yaml, "web", EDITION_SCREEN)->brochure;
    assert_int_equal(web->contents, 2);
    assert_str(marked(*state, &web->cover.eyebrow), "A");
    assert_said(decode_text(*state, HEAD "editions: {print: {page: {columns: 9}}}\n" SECTION "x\n"),
                "4:36 B0307 `columns` must be a whole number from 1 to 4\n");
}

static void there_are_not_endlessly_many_editions(void **state)
{
    struct str_builder yaml = str_builder_in(*state);
    str_add(&yaml, STR(HEAD "editions:\n"));
    for (int i = 0; i < 101; i++)
        str_addf(&yaml, "  e%d: {kind: screen}\n", i);
    str_add(&yaml, STR(SECTION "x\n"));
    assert_said(decode_text(*state, str_cstr(*state, str_built(&yaml))),
                "5:3 B0204 more than 100 editions | make several brochures of it\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(an_edition_is_meant_by_its_name_or_its_kind),
        RULE(all_conditions_must_hold),
        RULE(faults_of_conditions_are_told),
        RULE(what_is_left_out_still_has_its_faults),
        RULE(what_is_left_out_does_not_count),
        RULE(a_heading_does_not_stand_alone),
        RULE(an_edition_may_override_some_keys),
        RULE(there_are_not_endlessly_many_editions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
