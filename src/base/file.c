#include "base/file.h"

#include "base/vec.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_AT_ONCE = 64 * 1024, TEMPORARY_NAMES = 100, FILE_MODE = 0666, FOLDER_MODE = 0777 };

// Reads to the end of `fd`; works for pipes too, whose size is not known.
static int read_all(struct arena *arena, int fd, size_t limit, struct str *out)
{
    struct stat info;
    size_t room = READ_AT_ONCE;
    if (fstat(fd, &info) == 0 && S_ISREG(info.st_mode) && info.st_size >= 0)
        room = (size_t)info.st_size + 1;
    if (room > limit)
        room = limit + 1;
    struct str_builder bytes = str_builder_in(arena);
    bytes.data = arena_alloc(arena, room);
    bytes.capacity = room;
    for (;;) {
        if (bytes.len == bytes.capacity) {
            str_add_byte(&bytes, 0);
            bytes.len--;
        }
        ssize_t got = read(fd, bytes.data + bytes.len, bytes.capacity - bytes.len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return errno;
        if (got == 0)
            break;
        bytes.len += (size_t)got;
        if (bytes.len > limit)
            return EFBIG;
    }
    *out = str_built(&bytes);
    return 0;
}

int file_read(struct arena *arena, const char *path, size_t limit, struct str *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = read_all(arena, fd, limit, out);
    close(fd);
    return error;
}

int file_read_standard_input(struct arena *arena, size_t limit, struct str *out)
{
    return read_all(arena, STDIN_FILENO, limit, out);
}

static int write_all(int fd, struct str bytes)
{
    for (size_t done = 0; done < bytes.len;) {
        ssize_t put = write(fd, bytes.data + done, bytes.len - done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        done += (size_t)put;
    }
    return 0;
}

// A rename lasts only once its folder is on the disk.
static void sync_folder(struct arena *scratch, const char *path)
{
    int fd = open(str_cstr(scratch, path_folder(str_from(path))), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return;
    (void)fsync(fd); // some file systems refuse it for folders: the file itself is safe
    close(fd);
}

// Where the bytes go: a link stays a link, and what it names is replaced.
static const char *target_of(struct arena *scratch, const char *path)
{
    struct str resolved = {0};
    return file_resolve(scratch, path, &resolved) == 0 ? str_cstr(scratch, resolved) : path;
}

// Opens a new file beside `target`, whatever an interrupted run may have left there.
static int open_temporary(struct arena *scratch, const char *target, const char **temporary)
{
    int fd = -1;
    for (int attempt = 0; attempt < TEMPORARY_NAMES; attempt++) {
        struct str name = str_format(scratch, ".brochure-%ld-%d.part", (long)getpid(), attempt);
        *temporary = str_cstr(scratch, path_join(scratch, path_folder(str_from(target)), name));
        fd = open(*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, FILE_MODE);
        if (fd >= 0 || errno != EEXIST)
            break;
    }
    return fd;
}

static int write_and_close(int fd, struct str bytes, bool flush)
{
    int error = write_all(fd, bytes);
    if (error == 0 && flush && fsync(fd) != 0)
        error = errno;
    if (close(fd) != 0 && error == 0)
        error = errno;
    return error;
}

static int replace(struct arena *scratch, const char *target, struct str bytes)
{
    const char *temporary;
    int fd = open_temporary(scratch, target, &temporary);
    if (fd < 0)
        return errno;
    int error = write_and_close(fd, bytes, true);
    if (error == 0 && rename(temporary, target) != 0)
        error = errno;
    if (error != 0)
        (void)unlink(temporary);
    else
        sync_folder(scratch, target);
    return error;
}

static int write_to_device(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CLOEXEC);
    return fd < 0 ? errno : write_and_close(fd, bytes, false);
}

int file_write(struct arena *scratch, const char *path, struct str bytes)
{
    struct stat info;
    if (stat(path, &info) == 0 && !S_ISREG(info.st_mode))
        return write_to_device(path, bytes); // a folder refuses it with EISDIR
    struct arena_mark mark = arena_mark(scratch);
    int error = replace(scratch, target_of(scratch, path), bytes);
    arena_rewind(scratch, mark);
    return error;
}

int file_map(const char *path, struct str *out)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    struct stat info;
    int error = fstat(fd, &info) != 0 ? errno : 0;
    if (error == 0 && (!S_ISREG(info.st_mode) || info.st_size <= 0))
        error = EINVAL;
    if (error == 0) {
        void *bytes = mmap(NULL, (size_t)info.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
        error = bytes == MAP_FAILED ? errno : 0;
        if (error == 0)
            *out = (struct str){bytes, (size_t)info.st_size};
    }
    close(fd);
    return error;
}

void file_unmap(struct str mapped)
{
    union {
        const char *view;
        void *bytes;
    } mapping = {.view = mapped.data}; // munmap wants it without const
    if (mapped.len > 0)
        (void)munmap(mapping.bytes, mapped.len);
}

bool file_exists(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0;
}

size_t file_size(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && info.st_size > 0 ? (size_t)info.st_size : 0;
}

bool file_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

bool file_is_same(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

static int by_bytes(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

enum { MOST_LISTED = 10000 };

size_t file_list(struct arena *arena, const char *folder, struct str suffix,
                 const struct str **names)
{
    VEC(struct str) found = {0};
    DIR *open = opendir(folder);
    const struct dirent *entry;
    while (open && found.count < MOST_LISTED && (entry = readdir(open))) {
        struct str name = str_from(entry->d_name);
        if (name.data[0] != '.' && name.len > suffix.len && str_ends_with(name, suffix))
            *VEC_PUSH(arena, &found) = str_copy(arena, name);
    }
    if (open)
        (void)closedir(open); // only read
    if (found.count > 1)
        qsort(found.items, found.count, sizeof *found.items, by_bytes);
    *names = found.items;
    return found.count;
}

bool file_is_regular(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISREG(info.st_mode);
}

int file_resolve(struct arena *arena, const char *path, struct str *out)
{
    char *resolved = realpath(path, NULL);
    if (!resolved)
        return errno;
    *out = str_copy(arena, str_from(resolved));
    free(resolved);
    return 0;
}

int file_make_folder(struct arena *scratch, const char *path)
{
    struct str whole = str_from(path);
    for (size_t end = 1; end <= whole.len; end++) {
        if (end < whole.len && whole.data[end] != '/')
            continue;
        const char *part = str_cstr(scratch, str_slice(whole, 0, end));
        if (mkdir(part, FOLDER_MODE) != 0 && errno != EEXIST)
            return errno;
    }
    return file_is_folder(path) ? 0 : ENOTDIR;
}

static size_t name_start(struct str path)
{
    size_t at = path.len;
    while (at > 0 && path.data[at - 1] != '/')
        at--;
    return at;
}

struct str path_folder(struct str path)
{
    size_t start = name_start(path);
    if (start == 0)
        return STR(".");
    return start == 1 ? STR("/") : str_slice(path, 0, start - 1);
}

struct str path_name(struct str path)
{
    return str_slice(path, name_start(path), path.len);
}

struct str path_stem(struct str path)
{
    struct str name = path_name(path);
    size_t end = name.len;
    while (end > 0 && name.data[end - 1] != '.')
        end--;
    return end > 1 ? str_slice(name, 0, end - 1) : name;
}

struct str path_join(struct arena *arena, struct str folder, struct str name)
{
    if (folder.len == 0 || str_equal(folder, STR(".")) || (name.len > 0 && name.data[0] == '/'))
        return str_copy(arena, name);
    bool slash = folder.data[folder.len - 1] == '/';
    return str_format(arena, "%.*s%s%.*s", STR_ARGS(folder), slash ? "" : "/", STR_ARGS(name));
}
