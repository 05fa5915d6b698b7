// Markdown inlines → inline nodes of the model: typography, citations, links, cross references.
//
// One text_reader serves a whole document: it numbers citations in the order in which it is
// called, and keeps the cross references until every section is known.
#ifndef MODEL_INLINES_H
#define MODEL_INLINES_H

#include "base/vec.h"
#include "input/markdown.h"
#include "model/abbreviations.h"
#include "model/brochure.h"
#include "model/citations.h"
#include "model/files.h"
#include "model/ids.h"
#include "model/typography.h"
#include "model/variables.h"

// A link to `#id` that waits for its section.
struct pending_link {
    struct inline_node *node;
    struct str id;
};

struct text_reader {
    struct arena *arena;
    struct diags *diags;
    const struct terms *terms;
    struct str language;                 // of what is being read
    const struct quote_marks *marks;     // NULL: no typographic replacement
    struct citations *citations;         // NULL where text cannot cite
    struct abbreviations *abbreviations; // NULL where text has none
    bool running;                        // what is read is running text, no title or heading
    struct variables *variables;
    struct files *files; // NULL: none may be read
    bool in_cell;        // what is read stands in a table's cell: no tables, columns and pages
    bool left_out;       // what is read is not in the edition: nothing of it counts
    struct ids *ids;
    VEC(struct pending_link) links;
};

// What inlines_enter set aside, for inlines_leave.
struct text_language {
    struct str language;
    const struct quote_marks *marks;
};

// Begins a part in another language, the tag that `scalar` holds; NULL changes nothing. One that is
// none is BAD_LANGUAGE. Returns its tag in canonical case in `entered`, else "".
struct text_language inlines_enter(struct text_reader *reader, const struct node *scalar,
                                   struct str *entered);

void inlines_leave(struct text_reader *reader, struct text_language around);

// Reads a scalar as inline text.
struct inline_text inlines_read(struct text_reader *reader, const struct node *scalar);

// Reads the inline children of a Markdown block.
struct inline_text inlines_from_markdown(struct text_reader *reader, const struct markdown *first,
                                         struct span span);

// Joins every cross reference to its section; one without is LINK_NO_TARGET.
void inlines_resolve_links(struct text_reader *reader);

#endif
