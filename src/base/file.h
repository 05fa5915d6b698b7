// Files: whole reads, and writes that leave a whole file or none.
#ifndef BASE_FILE_H
#define BASE_FILE_H

#include "base/str.h"

// Reads all of `path`, at most `limit` bytes. Returns 0, or an errno value (EFBIG when larger).
// The bytes live in `arena`.
int file_read(struct arena *arena, const char *path, size_t limit, struct str *out);

// Reads standard input to its end, as file_read.
int file_read_standard_input(struct arena *arena, size_t limit, struct str *out);

// Writes `bytes` to a temporary name beside `path`, flushes them to the disk, and renames: other
// programs see the old file or the new one, never a part. Returns 0, or an errno value with the
// old file untouched and nothing left behind. A link stays; a device or a pipe is written to as
// it is.
int file_write(struct arena *scratch, const char *path, struct str bytes);

// Maps a file for reading; the pages are shared by all processes. Returns 0 or an errno value.
// The mapping is kept until file_unmap.
int file_map(const char *path, struct str *out);
void file_unmap(struct str mapped);

bool file_exists(const char *path);

// Returns the size of a file in bytes, or 0 when there is none.
size_t file_size(const char *path);
bool file_is_folder(const char *path);
bool file_is_regular(const char *path); // no folder, pipe or device

// Makes a path absolute and follows its links; it must exist. Returns 0 or an errno value.
int file_resolve(struct arena *arena, const char *path, struct str *out);

// Whether two paths lead to one file.
bool file_is_same(const char *a, const char *b);

// Lists the names in a folder that end in `suffix`, by their bytes; a folder that cannot be read
// has none, and of very many names only some are listed.
size_t file_list(struct arena *arena, const char *folder, struct str suffix,
                 const struct str **names);

// Returns 0 when the folder is there afterwards (parents made too), else an errno value.
int file_make_folder(struct arena *scratch, const char *path);

// Path arithmetic, on text alone.
struct str path_folder(struct str path); // "a/b.yaml" → "a", "b.yaml" → "."
struct str path_name(struct str path);   // "a/b.yaml" → "b.yaml"
struct str path_stem(struct str path);   // "a/b.yaml" → "b"
struct str path_join(struct arena *arena, struct str folder, struct str name);

#endif
