#include "base/file.h"
#include "base/secret.h"
#include "base/sha256.h"
#include "cli/commands.h"
#include "cli/passwords.h"
#include "pipeline/outputs.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct printer {
    struct arena *arena;
    struct str_builder rules; // for --deps
    struct manifest manifest;
    struct str code; // of the first diagnostic, as `explain` takes it
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
    manifest_add(&printer->manifest, &report->part);
}

// The manifest is a file of its own beside the outputs: not one of them, no source, no device.
static bool manifest_is_good(struct arena *arena, const struct args *args)
{
    struct str path = args->manifest;
    const char *name = str_cstr(arena, path);
    bool taken = str_equal(path, args->deps);
    for (size_t i = 0; i < args->operand_count; i++)
        taken = taken || file_is_same(name, str_cstr(arena, args->operands[i]));
    if (str_equal(args->output, STR("-")))
        args_complain("--manifest lists files: it does not go with -o -");
    else if (path_name(path).len == 0 || str_equal(path, STR("-")) ||
             (file_exists(name) && !file_is_regular(name)))
        args_complain("--manifest wants the name of a file, not `%.*s`", STR_ARGS(path));
    else if (taken || str_ends_with(path, STR(".pdf")) || str_ends_with(path, STR(".txt")) ||
             str_equal(path_name(path), STR("SHA256SUMS")))
        args_complain("--manifest %.*s would take another file's name", STR_ARGS(path));
    else
        return true;
    return false;
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
    if (args->handover && str_equal(args->output, STR("-"))) {
        args_complain("--handover writes files beside others: it does not go with -o -");
        return false;
    }
    return !args->manifest.data || manifest_is_good(arena, args);
}

static enum status complain_unwritten(struct str path, int error)
{
    fprintf(stderr, "brochure: error: cannot write %.*s: %s\n", STR_ARGS(path), strerror(error));
    return STATUS_SYSTEM;
}

static bool open_digests(const char *option)
{
    if (sha256_open())
        return true;
    fprintf(stderr, "brochure: error: %s needs the library Nettle (the package libnettle8)\n",
            option);
    return false;
}

// Makes ready what the manifest needs before anything is built: digests, and its folder's place.
static enum status open_manifest(struct arena *arena, const struct args *args, struct str *folder)
{
    const char *named = str_cstr(arena, path_folder(args->manifest));
    if (!open_digests("--manifest"))
        return STATUS_SYSTEM;
    int error = file_make_folder(arena, named);
    if (error == 0)
        error = file_resolve(arena, named, folder);
    return error == 0 ? STATUS_DONE : complain_unwritten(args->manifest, error);
}

static enum status write_manifest(const struct printer *printer, const struct args *args,
                                  enum status status)
{
    struct str failed;
    int error = manifest_write(&printer->manifest, args->manifest, (int)status, &failed);
    return error == 0 ? status : complain_unwritten(failed, error);
}

static enum status write_rules(struct arena *arena, const struct args *args, struct str rules)
{
    int error = file_write(arena, str_cstr(arena, args->deps), rules);
    return error == 0 ? STATUS_DONE : complain_unwritten(args->deps, error);
}

// For people only: what reads messages by machine knows the command.
static void print_pointer(const struct printer *printer, const struct args *args)
{
    bool shown = args->diag_format == DIAG_FORMAT_HUMAN && !args->quiet && isatty(STDERR_FILENO);
    if (printer->code.len > 0 && shown)
        fprintf(stderr, "`brochure explain %.*s` says more.\n", STR_ARGS(printer->code));
}

static enum status build(struct arena *arena, const struct args *args, struct run *run)
{
    struct batch_options options = {
        .output = args->output,
        .editions = args->editions,
        .edition_count = args->edition_count,
        .fail_on_warning = args->fail_on_warning,
        .diag_format = args->diag_format,
        .color = args->color,
        .quiet = args->quiet || str_equal(args->output, STR("-")),
        .handover = args->handover,
        .processes = args->processes,
    };
    struct printer printer = {
        .arena = arena, .rules = str_builder_in(arena), .manifest = manifest_begin(arena)};
    struct batch_sink sink = {print_report, &printer};
    enum status status = STATUS_DONE;
    if (args->handover && !open_digests("--handover"))
        status = STATUS_SYSTEM;
    else if (args->manifest.len > 0)
        status = open_manifest(arena, args, &options.manifest_folder);
    if (status != STATUS_DONE)
        return status;
    status = batch_build(run, args->operands, args->operand_count, &options, &sink);
    if (args->deps.len > 0 && status == STATUS_DONE)
        status = write_rules(arena, args, str_built(&printer.rules));
    if (args->manifest.len > 0)
        status = write_manifest(&printer, args, status);
    print_pointer(&printer, args);
    print_timings(run, args);
    return printer.output_failed ? STATUS_SYSTEM : status;
}

enum status cmd_build(struct arena *arena, const struct args *args)
{
    struct run run;
    if (!usage_is_good(arena, args) || !run_open(arena, args, &run))
        return STATUS_USAGE;
    struct seal_passwords passwords = {0};
    enum status status = STATUS_DONE;
    if (args->encrypt_count > 0) {
        status = passwords_read(arena, args, &passwords);
        run.options.passwords = &passwords;
    }
    if (status == STATUS_DONE)
        status = build(arena, args, &run);
    secret_wipe(&passwords, sizeof passwords);
    run_release(&run);
    return status;
}
