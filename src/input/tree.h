// A YAML document as located nodes: what every later stage decodes.
//
// Immutable once read. Aliases are resolved (a shared node has the span of its anchor) and merge
// keys (`<<`) applied; the order of keys is that of the file. Scalars are text: the schema
// decides what a scalar means, never YAML.
#ifndef INPUT_TREE_H
#define INPUT_TREE_H

#include "input/srcmap.h"

#include <stdbool.h>

enum node_kind { NODE_SCALAR, NODE_SEQUENCE, NODE_MAPPING };

enum node_style {
    NODE_PLAIN,
    NODE_SINGLE_QUOTED,
    NODE_DOUBLE_QUOTED,
    NODE_LITERAL,
    NODE_FOLDED,
    NODE_FLOW,
    NODE_BLOCK
};

struct node_pair {
    const struct node *key; // always a scalar
    const struct node *value;
};

struct node {
    enum node_kind kind;
    enum node_style style;
    struct span span;
    struct str tag; // "!x" as written, else empty
    // NODE_SCALAR
    struct str text;
    struct srcmap map;
    // NODE_SEQUENCE
    const struct node *const *items;
    // NODE_MAPPING
    const struct node_pair *pairs;
    size_t count; // of items or pairs
};

// Returns the value of `key` in a mapping, or NULL.
const struct node *node_find(const struct node *mapping, struct str key);

// Whether a scalar is a plain (unquoted) empty value or `~`: no value at all.
bool node_is_null(const struct node *node);

// Returns the source range of bytes [start, end) of a scalar's text.
struct span node_text_span(const struct node *scalar, size_t start, size_t end);

#endif
