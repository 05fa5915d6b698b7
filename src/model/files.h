// The files that a brochure's content names: pictures, included texts, a theme.
//
// A name is relative to the file in which it stands. Nothing outside the root is read: not by
// `..`, not by an absolute path, not through a symbolic link. The root is the folder of the nearest
// house.yaml beside or above the brochure, or what --root says, or the brochure's own folder.
// A file that cannot be read is a fault of the content, at the name's place.
#ifndef MODEL_FILES_H
#define MODEL_FILES_H

#include "base/vec.h"
#include "diag/diag.h"
#include "input/tree.h"

// Where the names in a file begin.
struct file_folder {
    struct str named;     // as messages write it
    struct str canonical; // absolute, without links
};

// A file that the content names.
struct named_file {
    struct str path;   // as messages and --deps write it: relative like the brochure's
    struct str opened; // absolute, without links: equal for two names of one file
};

// A file that was read, as --deps and --manifest tell of it.
struct input_file {
    struct str path;
    struct str bytes;
};

struct files {
    struct arena *arena;
    struct sources *sources;
    struct diags *diags;
    struct file_folder root;       // canonical "": no file may be read
    struct str house;              // the path of the nearest house.yaml, or ""
    struct file_folder folder;     // the brochure's, for values that stand in no file
    VEC(struct input_file) inputs; // every file that was read, once
    VEC(struct file_folder) from;  // by source: the folder of an included file
    struct map contents;           // by named_file.opened
    struct map made;               // by where a file's bytes lie
    size_t near_searches;          // for the names of files that are missing
};

// No file may be read until files_settle.
void files_init(struct files *files, struct arena *arena, struct sources *sources,
                struct diags *diags);

// Finds the root and the house of the brochure at `path` ("-": standard input, in the working
// folder). `root` is what --root says, or "". Returns 0 or an errno value: no such folder.
int files_settle(struct files *files, struct str path, struct str root);

// Takes note of a file that was read by other means.
void files_add_input(struct files *files, struct str path, struct str bytes);

// Says that the names in a source are relative to the folder of its path.
void files_add_source(struct files *files, const struct source *source);

// Whether a source lies in the root. One of the command line, or of the program's own, may not.
bool files_hold(const struct files *files, uint32_t file);

// Finds the file that `name` names at `span`, which must lie in the root. Returns false with a
// diagnostic. The file need not exist: files_read says so.
bool files_find(struct files *files, struct str name, struct span span, struct named_file *out);

// Reads the file that a scalar names, at most `limit` bytes; a second time from memory. Returns
// false with a diagnostic at the scalar.
bool files_read(struct files *files, const struct node *scalar, size_t limit, struct str *bytes);

// Returns the place for what is made of a file's bytes, NULL at first: a file that is named many
// times is decoded once. `bytes` are those that files_read gave.
const void **files_made(struct files *files, struct str bytes);

// Reads it as a source, for text with places: the same source each time. NULL with a diagnostic.
struct source *files_read_source(struct files *files, struct str name, struct span span);

#endif
