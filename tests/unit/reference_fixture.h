// What the tests of references share: the entry that an item prints.
#ifndef UNIT_REFERENCE_FIXTURE_H
#define UNIT_REFERENCE_FIXTURE_H

#include "model/inline_writer.h"
#include "model/reference_item.h"
#include "unit/model_fixture.h"

// The brochure whose one reference has these keys.
static inline const char *yaml_with_item(struct arena *arena, enum citation_style style,
                                         const char *item)
{
    return str_cstr(arena, str_format(arena,
                                      HEAD SECTION "x.[@r]\nreferences:\n  style: %s\n  items:\n"
                                                   "  - {id: r, %s}\n",
                                      style == STYLE_NLM ? "nlm-citation-sequence"
                                                         : "american-medical-association",
                                      item));
}

// Its entry, without marks, with plain spaces.
static inline struct str entry_in(struct arena *arena, enum citation_style style, const char *item)
{
    const struct brochure *brochure = decode_fine(arena, yaml_with_item(arena, style, item));
    struct str text = inline_plain(arena, brochure->references[0].text.first);
    struct str_builder plain = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = text.data[i] == '\xC2' && text.data[i + 1] == '\xA0';
        str_add_byte(&plain, no_break ? ' ' : text.data[i]);
        i += no_break;
    }
    return str_built(&plain);
}

#endif
