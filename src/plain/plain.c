#include "plain/plain.h"

#include "plain/blocks.h"
#include "plain/matter.h"

bool plain_write(struct arena *arena, const struct brochure *brochure, uint32_t wrap,
                 struct diags *diags, struct str *out)
{
    size_t errors = diags->error_count;
    struct writer writer = {
        .arena = arena,
        .brochure = brochure,
        .terms = brochure->terms,
        .diags = diags,
        .fill = {.diags = diags, .wrap = wrap, .out = str_builder_in(arena)},
    };
    plain_add_front(&writer);
    plain_add_contents(&writer);
    plain_add_sections(&writer, brochure->sections, brochure->section_count);
    plain_add_references(&writer);
    plain_add_back(&writer);
    *out = str_built(&writer.fill.out);
    return !writer.fill.failed && diags->error_count == errors;
}
