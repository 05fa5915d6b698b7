// Any bytes as a file of references in CSL JSON, printed in both styles.
#include "input/yaml.h"
#include "model/citations.h"
#include "model/csl_items.h"
#include "model/draft.h"
#include "model/reference_list.h"
#include "model/references.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void print(struct arena *arena, struct diags *diags, const struct node *items,
                  enum citation_style style)
{
    struct schema_reader schema = {.arena = arena, .diags = diags};
    const struct schema_type *type = schema_find(&references_schema, STR("items"))->type;
    struct draft_references draft = {.style = style, .listed = 1};
    if (!schema_read_value(&schema, type, items, STR("items"), &draft.items))
        return;
    struct citations citations;
    references_prepare(arena, &draft, items->span.file, diags, &citations);
    struct variables variables = {.arena = arena, .diags = diags};
    struct text_reader reader = {.arena = arena,
                                 .diags = diags,
                                 .terms = terms_new(arena, STR("en-US"), (struct span){0}),
                                 .language = STR("en-US"),
                                 .citations = &citations,
                                 .variables = &variables};
    references_finish(&reader, &draft, &citations);
    struct brochure brochure = {.references = citations.printed,
                                .reference_count = citations.numbered};
    struct str_builder out = str_builder_in(arena);
    reference_list_text(&brochure, &out);
    reference_list_json(&brochure, &out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    const struct node *root;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct source *source =
        sources_add(&sources, STR("fuzz.json"), (struct str){(const char *)data, size});
    source->foreign = true;
    if (yaml_read(&arena, source, &yaml_limits_default, &diags, &root) &&
        root->kind == NODE_SEQUENCE) {
        const struct node *items = csl_items(&arena, root, true);
        assert(items->count == root->count);
        print(&arena, &diags, items, STYLE_AMA);
        print(&arena, &diags, items, STYLE_NLM);
    }
    struct str_builder said = str_builder_in(&arena);
    diags_sort(&diags);
    diags_write(&diags, DIAG_FORMAT_SHORT, false, &said);
    arena_release(&arena);
    return 0;
}
