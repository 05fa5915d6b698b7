#include "cli/commands.h"

enum status cmd_fonts(struct arena *arena, const struct args *args)
{
    if (args->operand_count > 0) {
        args_complain("fonts takes no file");
        return STATUS_USAGE;
    }
    struct run run;
    if (!run_open(arena, args, &run))
        return STATUS_USAGE;
    struct job job;
    job_init(&job, &run, STR(""));
    struct str_builder text = str_builder_in(arena);
    enum status status = STATUS_SYSTEM;
    if (job_find_root(&job) && job_fonts(&job)) {
        typesetter_list(run.typesetter, &text);
        status = print_output(str_built(&text), STATUS_DONE);
    }
    print_diagnostics(&job.diags, args);
    job_release(&job);
    run_release(&run);
    return status;
}
