// Where the bytes of a YAML scalar's value stand in the file. Private to input/.
//
// libyaml gives a scalar's value, and marks that start a block scalar at its `|` and end it at the
// next token. Here the value is laid beside the raw text again, by the rules of its style
// (YAML 1.2, chapters 7 and 8), which gives an exact srcmap.
#ifndef INPUT_YAML_SCALAR_H
#define INPUT_YAML_SCALAR_H

#include "input/tree.h"

struct raw_scalar {
    struct str bytes; // of the whole file
    uint32_t file;
    uint32_t start; // of the first character, quote or indicator
    uint32_t end;   // libyaml's; may lie behind the value
    enum node_style style;
};

// Fills `map`, and `*end` with where the scalar ends in the file. Returns false when the value
// could not be laid beside the text: `map` then has one piece at the scalar's start.
bool yaml_scalar_map(struct arena *arena, const struct raw_scalar *raw, struct str value,
                     struct srcmap *map, uint32_t *end);

#endif
