#include "base/file.h"
#include "unit/folder_fixture.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { LIMIT = 1 << 20 };

static void assert_holds(struct arena *arena, const char *path, const char *text)
{
    struct str bytes;
    assert_int_equal(file_read(arena, path, LIMIT, &bytes), 0);
    assert_str(bytes, text);
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *listing = opendir(".");
    assert_non_null(listing);
    for (const struct dirent *entry; (entry = readdir(listing));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(listing);
    return count;
}

static void reads_a_whole_file(void **state)
{
    put("a", "one\ntwo\n");
    assert_holds(*state, "a", "one\ntwo\n");
    put("empty", "");
    assert_holds(*state, "empty", "");
}

static void says_why_a_file_cannot_be_read(void **state)
{
    struct str bytes;
    assert_int_equal(file_read(*state, "none", LIMIT, &bytes), ENOENT);
    assert_int_equal(file_read(*state, ".", LIMIT, &bytes), EISDIR);
    assert_int_equal(file_read(*state, "none/none", LIMIT, &bytes), ENOENT);
}

static void the_limit_is_the_largest_size_that_is_read(void **state)
{
    struct str bytes;
    put("ten", "0123456789");
    assert_int_equal(file_read(*state, "ten", 10, &bytes), 0);
    assert_int_equal(file_read(*state, "ten", 9, &bytes), EFBIG);
    assert_int_equal(file_read(*state, "ten", SIZE_MAX, &bytes), 0);
    assert_int_equal(file_read(*state, "/dev/zero", 1000, &bytes), EFBIG);
}

// A pipe has no size; it comes in pieces.
static void reads_standard_input_to_its_end(void **state)
{
    enum { PIECES = 3000 };
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        for (int i = 0; i < PIECES; i++)
            if (write(ends[1], "0123456789012345678901234567890123456789", 40) != 40)
                _exit(1);
        _exit(0);
    }
    close(ends[1]);
    int before = dup(STDIN_FILENO);
    assert_true(dup2(ends[0], STDIN_FILENO) >= 0);
    close(ends[0]);
    struct str bytes;
    assert_int_equal(file_read_standard_input(*state, LIMIT, &bytes), 0);
    assert_true(dup2(before, STDIN_FILENO) >= 0);
    close(before);
    assert_int_equal(waitpid(child, NULL, 0), child);
    assert_int_equal(bytes.len, PIECES * 40);
    for (size_t i = 0; i < bytes.len; i++)
        assert_int_equal(bytes.data[i], '0' + (int)(i % 40 % 10));
}

static void writes_a_new_file_with_the_usual_rights(void **state)
{
    mode_t before = umask(022);
    assert_int_equal(file_write(*state, "a", STR("text")), 0);
    umask(before);
    assert_holds(*state, "a", "text");
    struct stat info;
    assert_int_equal(stat("a", &info), 0);
    assert_int_equal(info.st_mode & 0777, 0644);
    assert_int_equal(count_files(), 1);
}

static void replaces_a_file_with_another_and_never_in_place(void **state)
{
    put("a", "old");
    int reader = open("a", O_RDONLY);
    assert_int_equal(file_write(*state, "a", STR("new, longer")), 0);
    char seen[8] = {0};
    assert_int_equal(read(reader, seen, sizeof seen), 3);
    assert_string_equal(seen, "old");
    close(reader);
    assert_holds(*state, "a", "new, longer");
    assert_int_equal(count_files(), 1);
}

// The limit on file sizes stands for the full disk: the write fails after some bytes.
static void a_full_disk_leaves_the_old_file_and_nothing_else(void **state)
{
    put("a", "old");
    struct rlimit before, small = {.rlim_cur = 4096};
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &before), 0);
    small.rlim_max = before.rlim_max;
    assert_true(signal(SIGXFSZ, SIG_IGN) != SIG_ERR);
    struct str much = {arena_alloc(*state, 100000), 100000};
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    int error = file_write(*state, "a", much);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
    assert_true(signal(SIGXFSZ, SIG_DFL) != SIG_ERR);
    assert_int_equal(error, EFBIG);
    assert_holds(*state, "a", "old");
    assert_int_equal(count_files(), 1);
}

static void a_folder_that_is_not_there_is_an_error(void **state)
{
    assert_int_equal(file_write(*state, "none/a", STR("text")), ENOENT);
    assert_int_equal(mkdir("folder", 0777), 0);
    assert_int_equal(file_write(*state, "folder", STR("text")), EISDIR);
    assert_int_equal(count_files(), 1);
}

static void a_link_stays_and_its_file_is_replaced(void **state)
{
    assert_int_equal(mkdir("folder", 0777), 0);
    put("folder/a", "old");
    assert_int_equal(symlink("folder/a", "link"), 0);
    assert_int_equal(file_write(*state, "link", STR("new")), 0);
    assert_holds(*state, "folder/a", "new");
    struct stat info;
    assert_int_equal(lstat("link", &info), 0);
    assert_true(S_ISLNK(info.st_mode));
}

static void a_device_stays_a_device(void **state)
{
    assert_int_equal(file_write(*state, "/dev/null", STR("text")), 0);
    assert_int_equal(file_write(*state, "/dev/full", STR("text")), ENOSPC);
    struct stat info;
    assert_int_equal(stat("/dev/null", &info), 0);
    assert_true(S_ISCHR(info.st_mode));
}

static void what_an_interrupted_run_left_is_no_hindrance(void **state)
{
    char left[64];
    snprintf(left, sizeof left, ".brochure-%ld-0.part", (long)getpid());
    put(left, "left over");
    assert_int_equal(file_write(*state, "a", STR("text")), 0);
    assert_holds(*state, "a", "text");
    assert_holds(*state, left, "left over");
}

static void the_longest_name_can_be_written(void **state)
{
    char name[256];
    memset(name, 'a', 255);
    name[255] = 0;
    assert_int_equal(file_write(*state, name, STR("text")), 0);
    assert_holds(*state, name, "text");
}

static void writing_gives_its_scratch_memory_back(void **state)
{
    arena_alloc(*state, 1);
    size_t total = ((struct arena *)*state)->total;
    char *next = ((struct arena *)*state)->next;
    assert_int_equal(file_write(*state, "a", STR("text")), 0);
    assert_int_equal(((struct arena *)*state)->total, total);
    assert_ptr_equal(((struct arena *)*state)->next, next);
}

static void maps_a_file_and_only_a_file(void **state)
{
    (void)state;
    put("a", "text");
    put("empty", "");
    struct str bytes = {0};
    assert_int_equal(file_map("a", &bytes), 0);
    assert_str(bytes, "text");
    file_unmap(bytes);
    assert_int_equal(file_map("empty", &bytes), EINVAL);
    assert_int_equal(file_map(".", &bytes), EINVAL);
    assert_int_equal(file_map("none", &bytes), ENOENT);
    file_unmap((struct str){0});
}

static void tells_files_from_folders(void **state)
{
    (void)state;
    put("a", "");
    assert_true(file_exists("a") && file_exists("."));
    assert_false(file_exists("none"));
    assert_true(file_is_folder("."));
    assert_false(file_is_folder("a") || file_is_folder("none"));
}

static void lists_the_names_of_a_folder_by_their_ending(void **state)
{
    const struct str *names;
    put("b.yaml", "");
    put("a.yaml", "");
    put("a.yml", "");
    put(".yaml", "");
    put(".c.yaml", "");
    assert_int_equal(file_list(*state, ".", STR(".yaml"), &names), 2);
    assert_str(names[0], "a.yaml");
    assert_str(names[1], "b.yaml");
    assert_int_equal(file_list(*state, ".", STR(".pdf"), &names), 0);
    assert_int_equal(file_list(*state, "none", STR(".yaml"), &names), 0);
    assert_int_equal(file_list(*state, "a.yaml", STR(".yaml"), &names), 0);
}

static void tells_one_file_from_another(void **state)
{
    (void)state;
    put("a", "same");
    put("b", "same");
    assert_int_equal(symlink("a", "link"), 0);
    assert_true(file_is_same("a", "./a"));
    assert_true(file_is_same("a", "link"));
    assert_false(file_is_same("a", "b"));
    assert_false(file_is_same("none", "none"));
}

static void makes_a_folder_with_its_parents(void **state)
{
    assert_int_equal(file_make_folder(*state, "a/b//c/"), 0);
    assert_true(file_is_folder("a/b/c"));
    assert_int_equal(file_make_folder(*state, "a/b/c"), 0);
    assert_int_equal(file_make_folder(*state, "."), 0);
    put("file", "");
    assert_int_equal(file_make_folder(*state, "file"), ENOTDIR);
    assert_int_equal(file_make_folder(*state, "file/a"), ENOTDIR);
}

static void takes_paths_apart(void **state)
{
    (void)state;
    assert_str(path_folder(STR("a/b.yaml")), "a");
    assert_str(path_folder(STR("b.yaml")), ".");
    assert_str(path_folder(STR("/b.yaml")), "/");
    assert_str(path_folder(STR("../a/b/c")), "../a/b");
    assert_str(path_name(STR("a/b.yaml")), "b.yaml");
    assert_str(path_name(STR("b.yaml")), "b.yaml");
    assert_str(path_name(STR("a/")), "");
    assert_str(path_stem(STR("a/b.yaml")), "b");
    assert_str(path_stem(STR("a/b.en.yaml")), "b.en");
    assert_str(path_stem(STR("a.d/b")), "b");
    assert_str(path_stem(STR(".hidden")), ".hidden");
}

static void joins_paths(void **state)
{
    assert_str(path_join(*state, STR("a"), STR("b")), "a/b");
    assert_str(path_join(*state, STR("a/"), STR("b")), "a/b");
    assert_str(path_join(*state, STR("/"), STR("b")), "/b");
    assert_str(path_join(*state, STR("."), STR("b")), "b");
    assert_str(path_join(*state, STR(""), STR("b")), "b");
    assert_str(path_join(*state, STR("a"), STR("/b")), "/b");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE_IN_FOLDER(reads_a_whole_file),
        RULE_IN_FOLDER(says_why_a_file_cannot_be_read),
        RULE_IN_FOLDER(the_limit_is_the_largest_size_that_is_read),
        RULE_IN_FOLDER(reads_standard_input_to_its_end),
        RULE_IN_FOLDER(writes_a_new_file_with_the_usual_rights),
        RULE_IN_FOLDER(replaces_a_file_with_another_and_never_in_place),
        RULE_IN_FOLDER(a_full_disk_leaves_the_old_file_and_nothing_else),
        RULE_IN_FOLDER(a_folder_that_is_not_there_is_an_error),
        RULE_IN_FOLDER(a_link_stays_and_its_file_is_replaced),
        RULE_IN_FOLDER(a_device_stays_a_device),
        RULE_IN_FOLDER(what_an_interrupted_run_left_is_no_hindrance),
        RULE_IN_FOLDER(the_longest_name_can_be_written),
        RULE_IN_FOLDER(writing_gives_its_scratch_memory_back),
        RULE_IN_FOLDER(maps_a_file_and_only_a_file),
        RULE_IN_FOLDER(tells_files_from_folders),
        RULE_IN_FOLDER(lists_the_names_of_a_folder_by_their_ending),
        RULE_IN_FOLDER(tells_one_file_from_another),
        RULE_IN_FOLDER(makes_a_folder_with_its_parents),
        RULE(takes_paths_apart),
        RULE(joins_paths),
    };
    return cmocka_run_group_tests_name("file", tests, NULL, NULL);
}
