// Where `make` puts reduced copies of faces. Private to text/ and tools/.
#ifndef TEXT_REDUCED_H
#define TEXT_REDUCED_H

#include "base/str.h"

// Returns the path of the face that was reduced from a file of `whole_size` bytes: a face of a
// newer package has another size, and so none of its own until `make` has run again.
struct str reduced_path(struct arena *arena, struct str folder, struct str file, size_t whole_size);

#endif
