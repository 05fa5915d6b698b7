// A theme in another size of type, all in proportion.
#ifndef MODEL_THEME_SCALED_H
#define MODEL_THEME_SCALED_H

#include "model/theme.h"

// Returns the theme with its body text `size` large: type, spaces, blocks and the grid in the same
// proportion, so that what stood on the grid stands on it still. Margins, and the measure of the
// text, stay. Lives as long as `arena`.
const struct theme *theme_scaled(struct arena *arena, const struct theme *theme, length size);

#endif
