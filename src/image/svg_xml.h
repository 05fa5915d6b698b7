// An SVG's bytes → its elements, by libxml2. The only user of that library.
//
// No entity is ever expanded, no file and no address opened: a declaration of either is an error.
// What no reader draws is left out: comments, processing instructions, elements and attributes of
// editors' own namespaces. Nodes, depth and attributes are bounded.
#ifndef IMAGE_SVG_XML_H
#define IMAGE_SVG_XML_H

#include "diag/diag.h"

// A text of the SVG and where it stands: of an attribute without its quotes.
struct svg_value {
    struct str text;
    struct span span;
    bool exact; // byte for byte as in the file, so that each character has its own place
};

struct svg_attribute {
    struct str name; // of xlink:href "href"; of the namespace xml with its prefix: "xml:space"
    struct span span;
    struct svg_value value;
};

struct svg_node {
    struct str name;       // "" for text
    struct svg_value text; // of text; of a <style> its sheet
    struct span span;      // of the start tag
    const struct svg_attribute *attributes;
    size_t count;
    struct svg_node *parent, *first, *last, *next;
    bool drawing; // it is on the way from the root to what is being drawn
    bool told;    // its own faults have been said
};

// Returns false, with every fault in `diags`, when the bytes are no SVG.
bool svg_xml_read(struct arena *arena, const struct source *source, struct diags *diags,
                  struct svg_node **root);

// Returns the place of bytes [from, to) of a value, or of the whole value.
struct span svg_value_part(const struct svg_value *value, size_t from, size_t to);

const struct svg_attribute *svg_attribute_find(const struct svg_node *node, struct str name);

// The library's version, for manifests.
struct str svg_xml_version(struct arena *arena);

#endif
