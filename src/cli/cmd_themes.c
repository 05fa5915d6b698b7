#include "cli/commands.h"
#include "diag/terminal.h"
#include "model/theme_dump.h"
#include "pipeline/theme_files.h"

static bool list_themes(struct job *job, struct str_builder *out)
{
    const struct theme_file *files;
    size_t count = theme_files_list(job, &files), widest = 0;
    for (size_t i = 0; i < count; i++) {
        size_t columns = terminal_columns(files[i].name);
        widest = columns > widest ? columns : widest;
    }
    for (size_t i = 0; i < count; i++) {
        terminal_add(out, files[i].name);
        for (size_t at = terminal_columns(files[i].name); at < widest + 2; at++)
            str_add_byte(out, ' ');
        terminal_add(out, files[i].path);
        if (files[i].hidden_by.len > 0) {
            str_add(out, STR("  hidden by "));
            terminal_add(out, files[i].hidden_by);
        }
        str_add_byte(out, '\n');
    }
    return true;
}

static bool list_values(struct job *job, struct str name, struct str_builder *out)
{
    struct theme_found found = {0};
    bool opened = job_fonts(job);
    if (!theme_files_read(job, name, (struct span){0}, &found) || !opened)
        return false;
    theme_dump(&job->arena, found.root, &job->sources, out);
    return true;
}

enum status cmd_themes(struct arena *arena, const struct args *args)
{
    struct run run;
    if (args->operand_count > 1) {
        args_complain("themes takes one theme, or none");
        return STATUS_USAGE;
    }
    if (!run_open(arena, args, &run))
        return STATUS_USAGE;
    struct job job;
    job_init(&job, &run, STR(""));
    struct str_builder text = str_builder_in(arena);
    bool good = job_find_root(&job) &&
                (args->operand_count == 0 ? list_themes(&job, &text)
                                          : list_values(&job, args->operands[0], &text));
    print_diagnostics(&job.diags, args);
    enum status status = good ? STATUS_DONE : job.file_failed ? STATUS_SYSTEM : STATUS_CONTENT;
    if (good)
        status = print_output(str_built(&text), status);
    job_release(&job);
    run_release(&run);
    return status;
}
