#include "cli/commands.h"

#include <stdio.h>

static const char help[] =
    "brochure: from YAML to a paginated, tagged PDF brochure\n"
    "\n"
    "  brochure build FILE.yaml...            make the PDF of each file\n"
    "  brochure inspect FILE.yaml --stage S   what a stage made: tree, model, shape, lines,\n"
    "                                         pages, tags, speech, fonts, inks or references;\n"
    "                                         of these --format json gives CSL JSON\n"
    "  brochure new DIR                       a house, a theme and a brochure to start from\n"
    "  brochure explain [CODE...]             what a diagnostic means, an example, and the mend;\n"
    "                                         without a code, the list of all\n"
    "  brochure schema [house|section|theme]  the JSON Schema of brochures, or of these\n"
    "  brochure fonts                         the families, and where their faces are\n"
    "  brochure themes [NAME|FILE]            the themes, or what one sets and where it does so\n"
    "\n"
    "build:\n"
    "  -o, --output DIR/|FILE      where to; beside the source without it; - is standard output\n"
    "  -e, --edition NAME,...      the editions to build; those that the file lists without it\n"
    "      --pdf-standard NAME,... the standards to keep: ua-1,a-2a without it\n"
    "      --profile FILE.icc      the profile of the press, instead of the editions' own\n"
    "  -j, --jobs N                build several files side by side\n"
    "      --deps FILE             write what the outputs depend on, as make reads it\n"
    "      --encrypt user=WHERE    encrypt for readers who know the password that is in WHERE:\n"
    "                              file:PATH, env:NAME or fd:N; owner=WHERE likewise\n"
    "      --handover              write job tickets, preflight reports and digests beside files "
    "for\n"
    "                              the press\n"
    "      --manifest FILE         write what was read and written, with digests, and SHA256SUMS\n"
    "\n"
    "everywhere:\n"
    "      --set KEY=VALUE         set a key of the brochure: --set document.version=2.1\n"
    "      --theme NAME            take this theme\n"
    "      --root DIR              the folder that holds themes/\n"
    "      --font-path DIR         look here first for font files; may be repeated\n"
    "      --diagnostic-format F   human, short or json\n"
    "      --fail-on LEVEL         error, or warning: then a warning stops the build (status 3)\n"
    "      --color WHEN            auto, always or never\n"
    "      --timings               say where the time went\n"
    "      --quiet                 do not name what was written\n"
    "      --version, --help\n"
    "\n"
    "Exit status: 0 done, 1 errors in the content, 2 wrong usage, 3 stopped on warnings,\n"
    "4 a file could not be read or written. The manual: brochure(1), brochure(5).\n";

static const struct {
    struct str name;
    enum status (*run)(struct arena *arena, const struct args *args);
} commands[] = {
    {STR_INIT("build"), cmd_build},
    {STR_INIT("inspect"), cmd_inspect},
    {STR_INIT("new"), cmd_new},
    {STR_INIT("explain"), cmd_explain},
    {STR_INIT("schema"), cmd_schema},
    {STR_INIT("fonts"), cmd_fonts},
    {STR_INIT("themes"), cmd_themes},
    // Promised by the format, not built yet:
    {STR_INIT("check"), NULL},
    {STR_INIT("merge"), NULL},
    {STR_INIT("preview"), NULL},
    {STR_INIT("compare"), NULL},
    {STR_INIT("fix"), NULL},
    {STR_INIT("rules"), NULL},
};

static void complain_unknown(struct str command)
{
    struct str names[sizeof commands / sizeof commands[0]];
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        names[i] = commands[i].name;
    const struct str *nearest = diag_nearest(command, names, sizeof commands / sizeof commands[0]);
    if (command.len == 0)
        args_complain("which command?");
    else if (nearest)
        args_complain("there is no command `%.*s`: did you mean `%.*s`?", STR_ARGS(command),
                      STR_ARGS(*nearest));
    else
        args_complain("there is no command `%.*s`", STR_ARGS(command));
}

static enum status run_command(struct arena *arena, const struct args *args)
{
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++) {
        if (!str_equal(commands[i].name, args->command))
            continue;
        if (commands[i].run)
            return commands[i].run(arena, args);
        args_complain("the command %.*s is not built yet", STR_ARGS(args->command));
        return STATUS_USAGE;
    }
    complain_unknown(args->command);
    return STATUS_USAGE;
}

static enum status run_program(struct arena *arena, int argc, char **argv)
{
    struct args args;
    if (!args_read(arena, argc, argv, &args))
        return STATUS_USAGE;
    if (args.version)
        return print_output(STR("brochure " BROCHURE_VERSION "\n"), STATUS_DONE);
    if (args.help)
        return print_output(STR(help), STATUS_DONE);
    return run_command(arena, &args);
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init(&arena);
    enum status status = run_program(&arena, argc, argv);
    arena_release(&arena);
    return (int)status;
}
