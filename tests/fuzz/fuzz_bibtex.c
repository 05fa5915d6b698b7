// Any bytes as a file of references in BibTeX.
#include "input/bibtex.h"
#include "model/bibtex_items.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    const struct node *entries;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct source *source =
        sources_add(&sources, STR("fuzz.bib"), (struct str){(const char *)data, size});
    bool good = bibtex_read(&arena, source, &diags, &entries);
    assert(good == (diags.error_count == 0));
    const struct node *items = bibtex_items(&arena, entries);
    assert(items->count == entries->count);
    struct str_builder out = str_builder_in(&arena);
    diags_sort(&diags);
    diags_write(&diags, DIAG_FORMAT_SHORT, false, &out);
    arena_release(&arena);
    return 0;
}
