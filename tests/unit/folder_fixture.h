// What tests of files share: a folder of their own for each test, and files put there.
#ifndef UNIT_FOLDER_FIXTURE_H
#define UNIT_FOLDER_FIXTURE_H

#include "unit/unit.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[512];

static inline int open_folder(void **state)
{
    const char *parent = getenv("TMPDIR");
    snprintf(folder, sizeof folder, "%s/folder.XXXXXX", parent ? parent : "/tmp");
    return mkdtemp(folder) && chdir(folder) == 0 ? unit_open_arena(state) : -1;
}

static inline int remove_entry(const char *path, const struct stat *info, int kind,
                               struct FTW *place)
{
    (void)info, (void)kind, (void)place;
    return remove(path);
}

static inline int close_folder(void **state)
{
    const int open_folders = 8;
    bool gone =
        chdir("/") == 0 && nftw(folder, remove_entry, open_folders, FTW_DEPTH | FTW_PHYS) == 0;
    return gone ? unit_close_arena(state) : -1;
}

#define RULE_IN_FOLDER(function)                                                                   \
    cmocka_unit_test_setup_teardown(function, open_folder, close_folder)

static inline void put(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

#endif
