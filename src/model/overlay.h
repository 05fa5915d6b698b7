// One tree laid over another: a brochure over its house, a theme over the one that it extends.
//
// Mappings are merged key by key, however deep; text and lists take the place of what lies below,
// and so does a mapping with a `file`, whose other keys speak of that file. Every node keeps the
// span of the file that it was written in, so that faults are told there.
#ifndef MODEL_OVERLAY_H
#define MODEL_OVERLAY_H

#include "input/tree.h"

// Returns `top` laid over `base`, both mappings; the keys of the base come first. The values of the
// mapping at a key `units` ("": none) are taken whole. As deep as both trees are, which the reader
// of YAML bounds.
const struct node *overlay(struct arena *arena, const struct node *base, const struct node *top,
                           struct str units);

// The same for a part of the base that is spelled out elsewhere: mappings keep the span of the
// base's, since what they lack is missing there.
const struct node *overlay_part(struct arena *arena, const struct node *base,
                                const struct node *part, struct str units);

#endif
