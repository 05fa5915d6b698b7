#include "pipeline/press.h"

#include "base/file.h"
#include "base/process.h"
#include "color/cmyk_profile.h"
#include "color/press_profiles.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LARGEST_PROFILE = 64 << 20 };

// Where profiles are kept, or "" when the user has no home.
static struct str cache_folder(struct arena *arena)
{
    const char *cache = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
    if (cache && *cache == '/')
        return path_join(arena, str_from(cache), STR("brochure"));
    if (home && *home == '/')
        return path_join(arena, str_from(home), STR(".cache/brochure"));
    return (struct str){0};
}

// ICC.1:2010, 7.2.8: when it was made. Without it two runs give the same bytes.
static struct str without_date(struct arena *arena, struct str profile)
{
    enum { DATE_AT = 24, DATE_SIZE = 12 };
    char *bytes = arena_copy(arena, profile.data, profile.len);
    if (profile.len >= DATE_AT + DATE_SIZE)
        memset(bytes + DATE_AT, 0, DATE_SIZE);
    return (struct str){bytes, profile.len};
}

static void cannot_make(struct job *job, struct span span, const struct press_profile *known,
                        const char *why)
{
    diag_add(&job->diags, DIAG_PROFILE_NOT_MADE, span, "the profile `%.*s` cannot be made: %s",
             STR_ARGS(known->name), why);
    diag_hint(&job->diags, "install the packages argyll and icc-profiles-free, or give the shop's "
                           "own profile with --profile FILE.icc");
}

// Runs Argyll's colprof, which takes a quarter of a minute.
static bool run_colprof(struct job *job, struct span span, const struct press_profile *known,
                        const char *made)
{
    struct arena *arena = &job->arena;
    const char *limit = str_cstr(arena, str_format(arena, "%u", known->ink_limit / 10u));
    const char *const arguments[] = {"colprof",
                                     "-qm", // a table of 17 steps a side
                                     "-l",
                                     limit,
                                     "-D",
                                     str_cstr(arena, known->info),
                                     "-C",
                                     "Made from the published measurements",
                                     "-O",
                                     made,
                                     str_cstr(arena, known->measured),
                                     NULL};
    struct str measured = str_format(arena, "%.*s.ti3", STR_ARGS(known->measured));
    if (!file_is_regular(str_cstr(arena, measured))) {
        cannot_make(job, span, known, "there are no measurements of it on this machine");
        return false;
    }
    int status = process_run(arguments);
    if (status != 0)
        cannot_make(job, span, known,
                    status == 127 ? "the program colprof is not on this machine"
                                  : "the program colprof failed");
    return status == 0;
}

static bool make_profile(struct job *job, struct span span, const struct press_profile *known,
                         struct str kept, struct str *bytes)
{
    struct arena *arena = &job->arena;
    struct str made = str_format(arena, "%.*s.%ld", STR_ARGS(kept), (long)getpid());
    const char *path = str_cstr(arena, made);
    bool good = file_make_folder(arena, str_cstr(arena, path_folder(kept))) == 0;
    if (!good)
        cannot_make(job, span, known, "there is no folder to keep it in");
    good = good && run_colprof(job, span, known, path);
    if (good && file_read(arena, path, LARGEST_PROFILE, bytes) != 0) {
        cannot_make(job, span, known, "the program colprof wrote nothing");
        good = false;
    }
    unlink(path);
    if (!good)
        return false;
    *bytes = without_date(arena, *bytes);
    (void)file_write(arena, str_cstr(arena, kept), *bytes); // else it is made again next time
    return true;
}

static bool read_known(struct job *job, struct span span, const struct press_profile *known,
                       struct str *bytes)
{
    struct arena *arena = &job->arena;
    struct str folder = cache_folder(arena);
    if (known->measured.len == 0) {
        if (cmyk_profile_read(arena, bytes))
            return true;
        diag_add(&job->diags, DIAG_CMYK_PROFILE_MISSING, span,
                 "the profile `%.*s` is not on this machine", STR_ARGS(known->name));
        diag_hint(&job->diags, "install the package libgs-common");
        return false;
    }
    struct str name = str_format(arena, "%.*s.icc", STR_ARGS(known->name));
    struct str kept = path_join(arena, folder.len > 0 ? folder : STR("/tmp/brochure"), name);
    return file_read(arena, str_cstr(arena, kept), LARGEST_PROFILE, bytes) == 0 ||
           make_profile(job, span, known, kept, bytes);
}

// A file of the content, or of the command line.
static bool read_own(struct job *job, const struct edition *edition, struct str *bytes)
{
    const struct press_settings *settings = &edition->press;
    struct str path = job->run->options.profile;
    if (path.len == 0) {
        const struct node name = {
            .kind = NODE_SCALAR, .text = settings->profile, .span = settings->profile_span};
        return files_read(&job->files, &name, LARGEST_PROFILE, bytes);
    }
    int error = job_read_file(job, path, bytes);
    if (error == 0)
        return true;
    job_cannot_read(job, (struct span){0}, path, error);
    job->file_failed = true;
    return false;
}

static bool read_profile(struct job *job, const struct edition *edition, struct job_press *out)
{
    const struct press_settings *settings = &edition->press;
    bool own = job->run->options.profile.len > 0;
    const struct press_profile *known = own ? NULL
                                        : settings->profile.len > 0
                                            ? press_profile_find(settings->profile)
                                            : press_profile_usual(job->brochure->page.size_key);
    if (known) {
        struct span span = settings->profile.len > 0 ? settings->profile_span : edition->span;
        out->intent = (struct press_intent){.condition = known->condition,
                                            .registry = STR("http://www.color.org"),
                                            .info = known->info,
                                            .ink_limit = known->ink_limit};
        return read_known(job, span, known, &out->intent.profile);
    }
    out->intent = (struct press_intent){
        .condition = STR("Custom"),
        .info = path_stem(own ? job->run->options.profile : settings->profile),
        .ink_limit = PRESS_USUAL_INK_LIMIT,
    };
    return read_own(job, edition, &out->intent.profile);
}

static bool open_press(struct job *job, const struct edition *edition, struct job_press *out)
{
    const char *fault;
    if (!read_profile(job, edition, out))
        return false;
    bool own = out->intent.registry.len == 0; // else its tables are good, if they are needed at all
    out->press = press_open(&job->arena, out->intent.profile, &fault);
    if (out->press && own && !press_has_tables(out->press)) {
        press_close(out->press);
        out->press = NULL;
        fault = "its tables cannot be read";
    }
    if (out->press)
        return true;
    struct span asked = edition->press.profile_span;
    if (job->run->options.profile.len > 0)
        asked = (struct span){0}; // on the command line
    diag_add(&job->diags, DIAG_PROFILE_UNUSABLE, asked, "the profile `%.*s` is for no press: %s",
             STR_ARGS(out->intent.info), fault);
    diag_hint(&job->diags,
              "ask the print shop for its CMYK profile, or take one of fogra39, gracol, "
              "swop and uncoated");
    return false;
}

static bool has_ink(const struct theme *theme, struct str name)
{
    for (size_t i = 0; i < theme->color_count; i++)
        if (str_equal(theme->colors[i].spot, name))
            return true;
    return false;
}

const struct color *press_ink_color(struct arena *arena, const struct theme *theme, struct str ink)
{
    struct color *color = ARENA_NEW(arena, struct color);
    for (size_t i = 0; i < theme->color_count; i++)
        if (str_equal(theme->colors[i].spot, ink))
            *color = theme->colors[i];
    color->inks = INKS_SPOT;
    color->amounts[0] = INK_FULL;
    return color;
}

static void report_ink(struct job *job, const struct theme *theme, const struct press_ink *ink)
{
    struct str *names = ARENA_ARRAY(&job->arena, struct str, theme->color_count);
    size_t count = 0;
    for (size_t i = 0; i < theme->color_count; i++)
        if (theme->colors[i].spot.len > 0)
            names[count++] = theme->colors[i].spot;
    diag_add(&job->diags, DIAG_INK_UNKNOWN, ink->span, "no colour of the theme has the ink `%.*s`",
             STR_ARGS(ink->name));
    if (!diag_hint_near(&job->diags, ink->name, names, count))
        diag_hint(&job->diags, "give one of its colours `spot: {name: ..., fallback: [...]}`, or "
                               "write `process` or `black`");
}

bool job_can_print(struct job *job, const struct edition *edition, const struct document_info *info)
{
    const struct theme *theme = job->themes.of[edition->kind];
    bool good = info->date.len > 0;
    if (!good) {
        diag_add(&job->diags, DIAG_PRINT_UNDATED, edition->span,
                 "the edition `%.*s` has no date to say when it was made", STR_ARGS(edition->name));
        diag_hint(&job->diags, "write `issued:` in `document`, or set SOURCE_DATE_EPOCH");
    }
    for (size_t i = 0; i < edition->press.spot_count; i++) {
        if (has_ink(theme, edition->press.spots[i].name))
            continue;
        report_ink(job, theme, &edition->press.spots[i]);
        good = false;
    }
    return good;
}

const struct job_press *job_press(struct job *job, const struct edition *edition)
{
    struct str name = job->run->options.profile.len > 0 ? STR("") : edition->press.profile;
    struct str size = job->brochure->page.size_key;
    for (size_t i = 0; i < job->presses.count; i++) {
        const struct job_press *press = job->presses.items[i];
        if (str_equal(press->name, name) && str_equal(press->size, size))
            return press->press ? press : NULL;
    }
    struct job_press *press = ARENA_NEW(&job->arena, struct job_press);
    *press = (struct job_press){.name = name, .size = size};
    *VEC_PUSH(&job->arena, &job->presses) = press;
    return open_press(job, edition, press) ? press : NULL;
}

void job_presses_close(struct job *job)
{
    for (size_t i = 0; i < job->presses.count; i++)
        if (job->presses.items[i]->press)
            press_close(job->presses.items[i]->press);
}
