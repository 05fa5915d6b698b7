#include "model/files.h"

#include "unit/folder_fixture.h"
#include "unit/model_fixture.h"

#include <errno.h>
#include <limits.h>
#include <sys/stat.h>

static void make(const char *path)
{
    assert_int_equal(mkdir(path, S_IRWXU), 0);
}

// A brochure in b/c/, of which the root is as the test wants it.
static struct decoded *settled(struct arena *arena, const char *root)
{
    struct decoded *job = ARENA_NEW(arena, struct decoded);
    sources_init(&job->sources, arena);
    diags_init(&job->diags, arena, &job->sources);
    files_init(&job->files, arena, &job->sources, &job->diags);
    sources_add(&job->sources, STR("b/c/t.yaml"), STR("theme: x"));
    assert_int_equal(files_settle(&job->files, STR("b/c/t.yaml"), str_from(root)), 0);
    return job;
}

static const struct span place = {1, 7, 8};

static bool finds(struct decoded *job, const char *name, struct named_file *file)
{
    return files_find(&job->files, str_from(name), place, file);
}

static struct str read_at(struct decoded *job, const char *name)
{
    struct node scalar = {.kind = NODE_SCALAR, .span = place, .text = str_from(name)};
    struct str bytes = {0};
    files_read(&job->files, &scalar, 8, &bytes);
    return bytes;
}

static void make_folders(void)
{
    make("a");
    make("b");
    make("b/c");
    make("b/c/d");
    put("a/out", "out");
    put("b/up", "up");
    put("b/c/in", "in");
    put("b/c/d/deep", "deep");
}

static void a_brochure_alone_reads_its_own_folder(void **state)
{
    make_folders();
    struct decoded *job = settled(*state, "");
    assert_str(job->files.house, "");
    assert_str(read_at(job, "in"), "in");
    assert_str(read_at(job, "d/deep"), "deep");
    assert_str(read_at(job, "./d/../in"), "in");
    assert_said(job, "");
    assert_str(read_at(job, "../up"), "");
    assert_said(job, "1:8 B0106 `../up` leads out of the root | nothing outside the folder of "
                     "house.yaml, else of the brochure, is read; --root DIR names a wider one\n");
}

static void the_nearest_house_marks_the_root(void **state)
{
    make_folders();
    put("house.yaml", "");
    put("b/house.yaml", "");
    struct decoded *job = settled(*state, "");
    assert_str(job->files.house, "b/house.yaml");
    assert_str(read_at(job, "../up"), "up");
    assert_int_equal(job->diags.error_count, 0);
    assert_str(read_at(job, "../../a/out"), "");
    assert_int_equal(job->diags.items[0].code, DIAG_PATH_OUTSIDE);
}

static void a_house_above_the_working_folder_is_named_so(void **state)
{
    make_folders();
    put("house.yaml", "");
    assert_int_equal(chdir("b/c/d"), 0);
    struct files files;
    files_init(&files, *state, NULL, NULL);
    assert_int_equal(files_settle(&files, STR("t.yaml"), STR("")), 0);
    assert_str(files.house, "../../../house.yaml");
    assert_int_equal(files_settle(&files, STR("-"), STR("")), 0);
    assert_str(files.house, "../../../house.yaml");
}

static void the_root_of_the_command_line_holds(void **state)
{
    make_folders();
    put("house.yaml", "");
    put("b/c/house.yaml", "");
    struct decoded *job = settled(*state, "b");
    assert_str(job->files.house, "b/c/house.yaml");
    assert_str(read_at(job, "../up"), "up");
    job = settled(*state, "b/c/d");
    assert_str(job->files.house, "");
    assert_str(read_at(job, "d/deep"), "deep");
    assert_str(read_at(job, "in"), "");
    assert_int_equal(job->diags.items[0].code, DIAG_PATH_OUTSIDE);
    assert_int_equal(files_settle(&job->files, STR("b/c/t.yaml"), STR("none")), ENOENT);
}

static void a_house_outside_the_root_is_not_read(void **state)
{
    make_folders();
    put("house.yaml", "");
    assert_str(settled(*state, "b")->files.house, "");
}

static void absolute_paths_and_links_keep_to_the_root(void **state)
{
    make_folders();
    struct decoded *job = settled(*state, "");
    struct named_file file;
    char path[PATH_MAX];
    assert_false(finds(job, "/etc/passwd", &file));
    assert_non_null(realpath("b/c/in", path));
    assert_true(finds(job, path, &file));
    assert_int_equal(symlink("../../a", "b/c/away"), 0);
    assert_int_equal(symlink("d/deep", "b/c/near"), 0);
    assert_str(read_at(job, "near"), "deep");
    assert_str(read_at(job, "away/out"), "");
    assert_int_equal(job->diags.items[1].code, DIAG_PATH_OUTSIDE);
    // Beside the root with its name at the front.
    make("b/cd");
    assert_false(finds(job, "../cd/x", &file));
}

static void says_why_a_file_is_not_read(void **state)
{
    make_folders();
    put("b/c/big", "nine long");
    assert_int_equal(mkfifo("b/c/pipe", S_IRWXU), 0);
    struct decoded *job = settled(*state, "");
    read_at(job, "none");
    read_at(job, "bigg");
    read_at(job, "d");
    read_at(job, "pipe");
    read_at(job, "big");
    assert_said(job, "1:8 B0101 cannot read b/c/none: No such file or directory | names of "
                     "files count from the folder of the file that they stand in\n"
                     "1:8 B0101 cannot read b/c/bigg: No such file or directory | did you mean "
                     "`big`?\n"
                     "1:8 B0101 cannot read b/c/d: Is a directory\n"
                     "1:8 B0101 cannot read b/c/pipe: it is a pipe or a device\n"
                     "1:8 B0103 b/c/big is larger than 0 MiB\n");
    struct named_file file;
    assert_false(files_find(&job->files, STR("in\0x"), place, &file));
}

static void a_file_is_read_once(void **state)
{
    make_folders();
    struct decoded *job = settled(*state, "");
    struct source *first = files_read_source(&job->files, STR("d/deep"), place);
    assert_ptr_equal(first, files_read_source(&job->files, STR("./d/deep"), place));
    assert_str(first->path, "b/c/d/deep");
    assert_int_equal(job->files.inputs.count, 1);
}

static void what_is_made_of_a_file_is_kept(void **state)
{
    make_folders();
    struct decoded *job = settled(*state, "");
    const void **made = files_made(&job->files, read_at(job, "in"));
    assert_null(*made);
    *made = "a picture";
    assert_string_equal(*files_made(&job->files, read_at(job, "d/../in")), "a picture");
    assert_null(*files_made(&job->files, read_at(job, "d/deep")));
}

static void names_begin_at_the_file_in_which_they_stand(void **state)
{
    make_folders();
    put("b/c/d/near", "near");
    struct decoded *job = settled(*state, "");
    struct source *source = files_read_source(&job->files, STR("d/deep"), place);
    struct span there = {source->file, 0, 1};
    assert_str(files_read_source(&job->files, STR("near"), there)->path, "b/c/d/near");
    assert_str(files_read_source(&job->files, STR("../in"), there)->bytes, "in");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE_IN_FOLDER(a_brochure_alone_reads_its_own_folder),
        RULE_IN_FOLDER(the_nearest_house_marks_the_root),
        RULE_IN_FOLDER(a_house_above_the_working_folder_is_named_so),
        RULE_IN_FOLDER(the_root_of_the_command_line_holds),
        RULE_IN_FOLDER(a_house_outside_the_root_is_not_read),
        RULE_IN_FOLDER(absolute_paths_and_links_keep_to_the_root),
        RULE_IN_FOLDER(says_why_a_file_is_not_read),
        RULE_IN_FOLDER(a_file_is_read_once),
        RULE_IN_FOLDER(what_is_made_of_a_file_is_kept),
        RULE_IN_FOLDER(names_begin_at_the_file_in_which_they_stand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
