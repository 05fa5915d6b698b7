// CSS in an SVG: declarations of style="" and sheets of simple rules (CSS 2.1, 4.1 and 5).
//
// A rule's selectors are each one element, class, id or `*`. Anything else is an error that names
// it, because what it would style is not known.
#ifndef IMAGE_SVG_SHEET_H
#define IMAGE_SVG_SHEET_H

#include "base/map.h"
#include "image/svg_xml.h"

struct svg;

struct svg_declaration {
    struct svg_value name, value;
};

struct svg_declarations {
    struct svg_value text;
    size_t at;
};

// Reads the next declaration. Returns false at the end, or with `*bad` at something that is none.
bool svg_declaration_next(struct svg_declarations *declarations, struct svg_declaration *out,
                          bool *bad);

struct svg_rule {
    struct svg_value body;
    size_t order;                // among all rules
    const struct svg_rule *next; // of the same selector, in order
};

struct svg_rules {
    struct svg_rule *first, *last;
};

// From the weakest to the strongest.
enum svg_selector { SVG_ANY, SVG_ELEMENT, SVG_CLASS, SVG_ID, SVG_SELECTOR_COUNT };

struct svg_sheet {
    struct map rules[SVG_SELECTOR_COUNT]; // name → struct svg_rules
    size_t count;
};

// Adds the rules of a <style> element.
void svg_sheet_add(struct svg *svg, const struct svg_value *text);

// Returns the first rule for a name, or NULL.
const struct svg_rule *svg_sheet_find(const struct svg_sheet *sheet, enum svg_selector selector,
                                      struct str name);

#endif
