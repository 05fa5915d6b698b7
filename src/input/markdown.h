// Markdown text → a tree of blocks and inlines with source places. The only user of md4c.
//
// Block text is CommonMark with pipe tables and task lists; inline text has the inline marks
// only, block markers are ordinary characters there. Raw HTML is recognised and reported as an
// error, never dropped. What the tree holds is what the writer typed: typographic replacement,
// citations and variables are the model's work (they stand in `text` as typed).
#ifndef INPUT_MARKDOWN_H
#define INPUT_MARKDOWN_H

#include "diag/diag.h"
#include "input/tree.h"

enum markdown_kind {
    // blocks
    MARKDOWN_DOCUMENT,
    MARKDOWN_PARAGRAPH, // also the text of a tight list item
    MARKDOWN_HEADING,   // level 1 to 6
    MARKDOWN_BULLETS,
    MARKDOWN_NUMBERS, // first number in `number`
    MARKDOWN_ITEM,    // task: ' ' or 'x' for a task list's item, else 0
    MARKDOWN_QUOTE,
    MARKDOWN_CODE_BLOCK,
    MARKDOWN_RULE,
    MARKDOWN_TABLE,
    MARKDOWN_TABLE_ROW,  // head: whether it is the head row
    MARKDOWN_TABLE_CELL, // align
    // inlines
    MARKDOWN_TEXT, // `text`, a piece of `map`
    MARKDOWN_EMPHASIS,
    MARKDOWN_STRONG,
    MARKDOWN_CODE,
    MARKDOWN_LINK,  // target, title
    MARKDOWN_IMAGE, // target, title; children are the alt text
    MARKDOWN_SOFT_BREAK,
    MARKDOWN_HARD_BREAK,
};

enum markdown_align {
    MARKDOWN_ALIGN_DEFAULT,
    MARKDOWN_ALIGN_LEFT,
    MARKDOWN_ALIGN_CENTER,
    MARKDOWN_ALIGN_RIGHT
};

struct markdown {
    enum markdown_kind kind;
    struct span span; // of the text that it holds; a block without text has its line's start
    struct str text;  // MARKDOWN_TEXT: adjacent pieces joined, entities and escapes decoded
    struct srcmap map;
    struct str target; // MARKDOWN_LINK, MARKDOWN_IMAGE
    struct str title;
    bool autolink; // <https://…>: the text is the address
    bool tight;    // lists
    bool head;
    char task;
    enum markdown_align align;
    uint32_t level;
    uint32_t number;
    struct markdown *first; // children in order
    struct markdown *last;
    struct markdown *next;
};

// Reads block text. `scalar` is the node whose text it is. Nodes live in `arena`. Returns false
// when there is no tree; one with faults (said) can be read on for further faults.
bool markdown_read_blocks(struct arena *arena, const struct node *scalar, struct diags *diags,
                          const struct markdown **document);

// Reads inline text: a MARKDOWN_PARAGRAPH of inlines.
bool markdown_read_inline(struct arena *arena, const struct node *scalar, struct diags *diags,
                          const struct markdown **paragraph);

#endif
