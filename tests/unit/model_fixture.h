// What the model's tests share: a brochure from YAML text, what was said about it, texts as marks.
#ifndef UNIT_MODEL_FIXTURE_H
#define UNIT_MODEL_FIXTURE_H

#include "input/yaml.h"
#include "model/decode.h"
#include "model/includes.h"
#include "unit/unit.h"

struct decoded {
    struct sources sources;
    struct diags diags;
    struct files files;              // none may be read
    const struct brochure *brochure; // NULL when there are errors
};

#define HEAD "brochure: 1\ntitle: T\nlanguage: en-US\n"
#define SECTION "sections:\n- heading: H\n  body: "

static inline struct decoded *decode_job_text(struct arena *arena, const char *yaml,
                                              const struct setting *settings, size_t count)
{
    struct decoded *decoded = ARENA_NEW(arena, struct decoded);
    const struct brochure *brochure = NULL;
    struct decode_job job = {.path = STR("t.yaml"), .settings = settings, .setting_count = count};
    sources_init(&decoded->sources, arena);
    diags_init(&decoded->diags, arena, &decoded->sources);
    files_init(&decoded->files, arena, &decoded->sources, &decoded->diags);
    job.files = &decoded->files;
    struct source *source = sources_add(&decoded->sources, job.path, str_from(yaml));
    if (yaml_read(arena, source, &yaml_limits_default, &decoded->diags, &job.root) &&
        includes_expand(&decoded->files, job.root, &job.root) &&
        brochure_decode(arena, &job, &decoded->diags, &brochure))
        decoded->brochure = brochure;
    diags_sort(&decoded->diags);
    return decoded;
}

static inline struct decoded *decode_text(struct arena *arena, const char *yaml)
{
    return decode_job_text(arena, yaml, NULL, 0);
}

// Compares all that was said: lines like "4:9 B0301 unknown key `x` | did you mean `y`?".
#define assert_said(decoded, expected) unit_assert_said((decoded), (expected), __FILE__, __LINE__)

static inline void unit_assert_said(struct decoded *decoded, const char *expected, const char *file,
                                    int line)
{
    struct str_builder said = str_builder_in(decoded->diags.arena);
    for (size_t i = 0; i < decoded->diags.count; i++) {
        const struct diag *diag = &decoded->diags.items[i];
        struct source *source = sources_find(&decoded->sources, diag->span.file);
        struct position place = {0};
        if (source)
            place = source_position(&decoded->sources, source, diag->span.start);
        str_addf(&said, "%u:%u %.*s %.*s", (unsigned)place.line, (unsigned)place.column,
                 STR_ARGS(diag_kind_find(diag->code)->code), STR_ARGS(diag->message));
        if (diag->hint.len > 0)
            str_addf(&said, " | %.*s", STR_ARGS(diag->hint));
        str_add_byte(&said, '\n');
    }
    unit_assert_str(str_built(&said), expected, file, line);
}

// Says that the whole text is fine and returns it.
static inline const struct brochure *decode_fine(struct arena *arena, const char *yaml)
{
    struct decoded *decoded = decode_text(arena, yaml);
    assert_said(decoded, "");
    assert_non_null(decoded->brochure);
    return decoded->brochure;
}

static inline void add_marked(struct str_builder *out, const struct inline_node *node);

static inline void add_marked_node(struct str_builder *out, const struct inline_node *node)
{
    static const char *const marks[] = {"", "*", "**", "`", "[", "[", "^", "", "", "["};
    const char *mark = marks[node->kind];
    str_add(out, str_from(mark));
    str_add(out, node->text);
    add_marked(out, node->first); // of a citation: what is printed before a raised number
    for (size_t i = 0; node->citation && i < node->citation->count; i++) {
        const struct citation_piece *piece = &node->citation->pieces[i];
        str_add(out, piece->text);
        if (piece->locator.len > 0)
            str_addf(out, "(%.*s)", STR_ARGS(piece->locator));
    }
    if (node->kind == INLINE_LINE_BREAK)
        str_add_byte(out, '\\');
    if (node->kind == INLINE_CROSS_REFERENCE)
        str_addf(out, "](#%.*s)", STR_ARGS(node->target));
    else if (node->kind == INLINE_SPAN)
        str_addf(out, "]{%.*s%.*s}", STR_ARGS(node->language), STR_ARGS(node->expansion));
    else if (node->kind == INLINE_LINK)
        str_addf(out, "](%.*s)", STR_ARGS(node->target));
    else
        str_add(out, str_from(mark));
}

static inline void add_marked(struct str_builder *out, const struct inline_node *node)
{
    for (; node; node = node->next)
        add_marked_node(out, node);
}

// The text with its marks: *emphasis*, **strong**, `code`, [link](target), ^citation^.
static inline struct str marked(struct arena *arena, const struct inline_text *text)
{
    struct str_builder out = str_builder_in(arena);
    add_marked(&out, text->first);
    return str_built(&out);
}

// The first paragraph of a brochure whose only section has the body.
static inline struct str marked_body(struct arena *arena, const char *head, const char *body)
{
    struct str yaml = str_format(arena, "%s" SECTION "|\n    %s\n", head, body);
    const struct brochure *brochure = decode_fine(arena, str_cstr(arena, yaml));
    assert_int_equal(brochure->sections[0].body.items[0].kind, BLOCK_PARAGRAPH);
    return marked(arena, &brochure->sections[0].body.items[0].as.text);
}

#endif
