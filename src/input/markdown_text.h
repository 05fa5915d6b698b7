// Text that Markdown hands over in pieces, joined, with a srcmap into the file. Private to input/.
#ifndef INPUT_MARKDOWN_TEXT_H
#define INPUT_MARKDOWN_TEXT_H

#include "base/str.h"
#include "input/tree.h"

struct markdown_text {
    const struct node *scalar;
    struct str_builder bytes;
    struct {
        struct srcmap_piece *items;
        size_t count;
        size_t capacity;
    } pieces;
    uint32_t source_end;
};

void markdown_text_begin(struct markdown_text *text, struct arena *arena,
                         const struct node *scalar);

// Adds bytes [start, end) of the scalar's text as they stand.
void markdown_text_add(struct markdown_text *text, size_t start, size_t end);

// Adds `decoded`, which stands for bytes [start, end) of the scalar's text: an entity.
void markdown_text_add_decoded(struct markdown_text *text, struct str decoded, size_t start,
                               size_t end);

// Returns the map of what was added; at least one piece when anything was.
struct srcmap markdown_text_map(const struct markdown_text *text);

// Decodes "&name;" or "&#nnn;" into `out` (room for UTF8_LONGEST bytes). Returns the length, 0 when
// the name is unknown. HTML 5, 13.5, of which the names that writers use.
size_t markdown_entity(struct str entity, char *out);

#endif
