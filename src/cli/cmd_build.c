#include "base/file.h"
#include "cli/commands.h"
#include "pipeline/outputs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct printer {
    struct arena *arena;
    struct str_builder rules; // for --deps
    struct str code;          // of the first diagnostic, as `explain` takes it
    bool output_failed;
};

static void print_report(void *context, const struct batch_report *report)
{
    struct printer *printer = context;
    print_errors(report->errors);
    size_t at = str_find(report->errors, STR("[B"), 0);
    if (printer->code.len == 0 && at < report->errors.len)
        printer->code = str_copy(printer->arena, str_slice(report->errors, at + 1, at + 6));
    if (print_output(report->output, STATUS_DONE) != STATUS_DONE)
        printer->output_failed = true;
    str_add(&printer->rules, report->rule);
}

static bool usage_is_good(struct arena *arena, const struct args *args)
{
    if (args->operand_count == 0) {
        args_complain("build wants the file of a brochure");
        return false;
    }
    struct output_clash clash =
        outputs_clash(arena, args->operands, args->operand_count, args->output);
    if (clash.found) {
        args_complain("%.*s and %.*s would be written to one file",
                      STR_ARGS(args->operands[clash.first]),
                      STR_ARGS(args->operands[clash.second]));
        return false;
    }
    bool from_input = str_equal(args->operands[0], STR("-"));
    if (from_input && args->output.len == 0) {
        args_complain("a brochure from standard input needs -o");
        return false;
    }
    return true;
}

static enum status write_rules(struct arena *arena, const struct args *args, struct str rules)
{
    int error = file_write(arena, str_cstr(arena, args->deps), rules);
    if (error == 0)
        return STATUS_DONE;
    fprintf(stderr, "brochure: error: cannot write %.*s: %s\n", STR_ARGS(args->deps),
            strerror(error));
    return STATUS_SYSTEM;
}

// For people only: what reads messages by machine knows the command.
static void print_pointer(const struct printer *printer, const struct args *args)
{
    bool shown = args->diag_format == DIAG_FORMAT_HUMAN && !args->quiet && isatty(STDERR_FILENO);
    if (printer->code.len > 0 && shown)
        fprintf(stderr, "`brochure explain %.*s` says more.\n", STR_ARGS(printer->code));
}

enum status cmd_build(struct arena *arena, const struct args *args)
{
    struct run run;
    if (!usage_is_good(arena, args) || !run_open(arena, args, &run))
        return STATUS_USAGE;
    struct batch_options options = {
        .output = args->output,
        .editions = args->editions,
        .edition_count = args->edition_count,
        .fail_on_warning = args->fail_on_warning,
        .diag_format = args->diag_format,
        .color = args->color,
        .quiet = args->quiet || str_equal(args->output, STR("-")),
        .processes = args->processes,
    };
    struct printer printer = {.arena = arena, .rules = str_builder_in(arena)};
    struct batch_sink sink = {print_report, &printer};
    enum status status = batch_build(&run, args->operands, args->operand_count, &options, &sink);
    if (args->deps.len > 0 && status == STATUS_DONE)
        status = write_rules(arena, args, str_built(&printer.rules));
    print_pointer(&printer, args);
    print_timings(&run, args);
    run_release(&run);
    return printer.output_failed ? STATUS_SYSTEM : status;
}
