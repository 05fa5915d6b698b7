#include "cli/commands.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

// SOURCE_DATE_EPOCH (reproducible-builds.org): seconds since 1970, as a date and time in UTC.
static bool date_from_environment(struct arena *arena, struct str *date)
{
    const char *text = getenv("SOURCE_DATE_EPOCH");
    *date = (struct str){0};
    if (!text || *text == '\0')
        return true;
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    time_t moment = (time_t)seconds;
    struct tm utc;
    if (errno != 0 || *end != '\0' || seconds < 0 || !gmtime_r(&moment, &utc) ||
        utc.tm_year + 1900 > 9999) {
        args_complain("SOURCE_DATE_EPOCH is no number of seconds: `%s`", text);
        return false;
    }
    *date = str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02dZ", utc.tm_year + 1900, utc.tm_mon + 1,
                       utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec);
    return true;
}

bool run_open(struct arena *arena, const struct args *args, struct run *run)
{
    struct run_options options = {
        .places = places_find(arena, args->program),
        .font_path = args->font_path,
        .font_path_count = args->font_path_count,
        .theme = args->theme,
        .root = args->root,
        .set_keys = args->set_keys,
        .set_values = args->set_values,
        .set_count = args->set_count,
        .standards = args->standards,
        .profile = args->profile,
    };
    if (!date_from_environment(arena, &options.date))
        return false;
    run_init(run, &options);
    return true;
}

void print_errors(struct str text)
{
    (void)!fwrite(text.data, 1, text.len, stderr);
}

void print_diagnostics(struct diags *diags, const struct args *args)
{
    struct str_builder text = str_builder_in(diags->arena);
    diags_sort(diags);
    diags_write(diags, args->diag_format, args->color, &text);
    print_errors(str_built(&text));
}

enum status print_output(struct str text, enum status status)
{
    bool printed = fwrite(text.data, 1, text.len, stdout) == text.len && fflush(stdout) == 0;
    if (printed)
        return status;
    fprintf(stderr, "brochure: error: cannot write standard output: %s\n", strerror(errno));
    return STATUS_SYSTEM;
}

void print_timings(const struct run *run, const struct args *args)
{
    if (!args->timings)
        return;
    for (int stage = 0; stage < STAGE_COUNT; stage++) {
        uint64_t microseconds = run->nanoseconds[stage] / 1000;
        fprintf(stderr, "%8llu.%03llu ms  %s\n", (unsigned long long)(microseconds / 1000),
                (unsigned long long)(microseconds % 1000), stage_name((enum stage)stage));
    }
    if (!run->typesetter)
        return;
    const struct typesetter_counts *counts = typesetter_counts(run->typesetter);
    fprintf(stderr, "%zu words shaped, %zu found in the cache, %zu candidate lines\n",
            counts->words_shaped, counts->words_cached, counts->break_steps);
}
