// The structure tree, from its root down. Private to speech/.
#ifndef SPEECH_WALK_H
#define SPEECH_WALK_H

#include "pdf/reader.h"
#include "speech/marks.h"

enum { WALK_DEEPEST = 200 };

struct walk_page {
    uint32_t number; // of its object
    struct marks marks;
};

struct walk {
    struct arena *arena;
    struct reader *reader;
    struct str_builder *out;
    struct walk_page *pages;
    size_t page_count;
    struct str language; // of what is read now
    uint32_t indent;     // of the lines
    uint32_t depth;      // in the tree
    struct str before;   // what the next line begins with: the label of its list item
};

// Says a line; one without text says nothing.
void walk_say(struct walk *walk, struct str line);

// Says an element of the tree and what is in it; `page` is the number of the page that it inherits.
void walk_element(struct walk *walk, pdf_value element, uint32_t page);

// Returns what an element holds as one text: the words of a paragraph, of a cell.
struct str walk_text(struct walk *walk, pdf_value element, uint32_t page);

// An element's type, and its children among the kids of others.
struct str walk_type(struct walk *walk, pdf_value element);

struct walk_kids {
    pdf_value *items; // elements, numbers of marks, references
    size_t count;
};
struct walk_kids walk_kids(struct walk *walk, pdf_value element);

// Returns the number of the page on which an element's marks lie.
uint32_t walk_page_of(struct walk *walk, pdf_value element, uint32_t page);

#endif
