#include "cli/args.h"

#include <assert.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum option_id {
    OPTION_OUTPUT = 'o',
    OPTION_EDITION = 'e',
    OPTION_JOBS = 'j',
    OPTION_HELP = 'h',
    OPTION_SET = 256,
    OPTION_THEME,
    OPTION_ROOT,
    OPTION_DEPS,
    OPTION_MANIFEST,
    OPTION_ENCRYPT,
    OPTION_STAGE,
    OPTION_FORMAT,
    OPTION_FONT_PATH,
    OPTION_PDF_STANDARD,
    OPTION_PROFILE,
    OPTION_HANDOVER,
    OPTION_DIAGNOSTIC_FORMAT,
    OPTION_FAIL_ON,
    OPTION_COLOR,
    OPTION_TIMINGS,
    OPTION_QUIET,
    OPTION_VERSION,
    OPTION_NOT_BUILT,
};

// An option without an argument may stand for one that has: it is refused by name either way.
static const struct option options[] = {
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"edition", required_argument, NULL, OPTION_EDITION},
    {"jobs", required_argument, NULL, OPTION_JOBS},
    {"help", no_argument, NULL, OPTION_HELP},
    {"set", required_argument, NULL, OPTION_SET},
    {"theme", required_argument, NULL, OPTION_THEME},
    {"root", required_argument, NULL, OPTION_ROOT},
    {"deps", required_argument, NULL, OPTION_DEPS},
    {"encrypt", required_argument, NULL, OPTION_ENCRYPT},
    {"manifest", required_argument, NULL, OPTION_MANIFEST},
    {"stage", required_argument, NULL, OPTION_STAGE},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"font-path", required_argument, NULL, OPTION_FONT_PATH},
    {"pdf-standard", required_argument, NULL, OPTION_PDF_STANDARD},
    {"profile", required_argument, NULL, OPTION_PROFILE},
    {"diagnostic-format", required_argument, NULL, OPTION_DIAGNOSTIC_FORMAT},
    {"fail-on", required_argument, NULL, OPTION_FAIL_ON},
    {"color", required_argument, NULL, OPTION_COLOR},
    {"timings", no_argument, NULL, OPTION_TIMINGS},
    {"quiet", no_argument, NULL, OPTION_QUIET},
    {"version", no_argument, NULL, OPTION_VERSION},
    {"data", optional_argument, NULL, OPTION_NOT_BUILT},
    {"delimiter", optional_argument, NULL, OPTION_NOT_BUILT},
    {"handover", no_argument, NULL, OPTION_HANDOVER},
    {"limit", optional_argument, NULL, OPTION_NOT_BUILT},
    {"rejects", optional_argument, NULL, OPTION_NOT_BUILT},
    {"report", optional_argument, NULL, OPTION_NOT_BUILT},
    {"shard", optional_argument, NULL, OPTION_NOT_BUILT},
    {"today", optional_argument, NULL, OPTION_NOT_BUILT},
    {0},
};

void args_complain(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("brochure: ", stderr);
    vfprintf(stderr, format, arguments);
    fputs("\nTry `brochure --help`.\n", stderr);
    va_end(arguments);
}

static bool add_editions(struct arena *arena, struct args *args, struct str list)
{
    args->editions = ARENA_ARRAY(arena, struct str, list.len + 1);
    args->edition_count = 0;
    for (size_t at = 0; at <= list.len;) {
        size_t comma = str_find_byte(list, ',', at);
        struct str name = str_trim(str_slice(list, at, comma));
        if (name.len == 0) {
            args_complain("-e has an empty edition name");
            return false;
        }
        args->editions[args->edition_count++] = name;
        at = comma + 1;
    }
    return true;
}

#define STANDARD_NAME(id, name, description) name ", "
static bool add_standard(struct args *args, struct str name)
{
    enum pdf_standard standard = pdf_standard_find(name);
    if (standard == PDF_STANDARD_NONE) {
        args_complain("--pdf-standard does not know `%.*s`; it knows " PDF_STANDARDS(
                          STANDARD_NAME) "and no other",
                      STR_ARGS(name));
        return false;
    }
    const char *clash = pdf_standards_add(&args->standards, standard);
    if (clash)
        args_complain("--pdf-standard: %.*s cannot stand beside the others: %s", STR_ARGS(name),
                      clash);
    return !clash;
}

// The last option counts.
static bool add_standards(struct args *args, struct str list)
{
    args->standards = (struct pdf_standards){0};
    for (size_t at = 0; at <= list.len;) {
        size_t comma = str_find_byte(list, ',', at);
        if (!add_standard(args, str_trim(str_slice(list, at, comma))))
            return false;
        at = comma + 1;
    }
    return true;
}

static bool add_setting(struct args *args, struct str setting)
{
    size_t equals = str_find_byte(setting, '=', 0);
    if (equals == 0 || equals == setting.len) {
        args_complain("--set wants KEY=VALUE, not `%s`", setting.data);
        return false;
    }
    args->set_keys[args->set_count] = str_slice(setting, 0, equals);
    args->set_values[args->set_count++] = str_slice(setting, equals + 1, setting.len);
    return true;
}

static bool set_processes(struct args *args, const char *text)
{
    char *end = NULL;
    assert(text);
    unsigned long value = strtoul(text, &end, 10);
    if (*text < '0' || *text > '9' || *end != '\0' || value < 1 || value > 1024) {
        args_complain("-j wants a number from 1 to 1024, not `%s`", text);
        return false;
    }
    args->processes = (uint32_t)value;
    return true;
}

static bool set_diag_format(struct args *args, struct str name)
{
    if (str_equal(name, STR("human")))
        args->diag_format = DIAG_FORMAT_HUMAN;
    else if (str_equal(name, STR("short")))
        args->diag_format = DIAG_FORMAT_SHORT;
    else if (str_equal(name, STR("json")))
        args->diag_format = DIAG_FORMAT_JSON;
    else if (str_equal(name, STR("sarif")))
        return args_complain("--diagnostic-format sarif is not built yet"), false;
    else
        return args_complain("--diagnostic-format is human, short or json, not `%s`", name.data),
               false;
    return true;
}

static bool set_fail_on(struct args *args, struct str name)
{
    args->fail_on_warning = str_equal(name, STR("warning"));
    if (args->fail_on_warning || str_equal(name, STR("error")))
        return true;
    args_complain("--fail-on is error or warning, not `%s`", name.data);
    return false;
}

// NO_COLOR (no-color.org) is obeyed by `auto`.
static bool set_color(struct args *args, struct str name)
{
    args->color = str_equal(name, STR("always"));
    if (str_equal(name, STR("auto")))
        args->color = isatty(STDERR_FILENO) && !getenv("NO_COLOR");
    else if (!args->color && !str_equal(name, STR("never")))
        return args_complain("--color is auto, always or never, not `%s`", name.data), false;
    return true;
}

static bool take_option(struct arena *arena, struct args *args, int id, const char *name)
{
    struct str value = optarg ? str_from(optarg) : (struct str){0};
    switch (id) {
    case OPTION_OUTPUT: args->output = value; return true;
    case OPTION_EDITION: return add_editions(arena, args, value);
    case OPTION_JOBS: return set_processes(args, optarg);
    case OPTION_HELP: args->help = true; return true;
    case OPTION_SET: return add_setting(args, value);
    case OPTION_THEME: args->theme = value; return true;
    case OPTION_ROOT: args->root = value; return true;
    case OPTION_DEPS: args->deps = value; return true;
    case OPTION_MANIFEST: args->manifest = value; return true;
    case OPTION_ENCRYPT: args->encrypt[args->encrypt_count++] = value; return true;
    case OPTION_STAGE: args->stage = value; return true;
    case OPTION_FORMAT: args->format = value; return true;
    case OPTION_FONT_PATH: args->font_path[args->font_path_count++] = value; return true;
    case OPTION_PDF_STANDARD: return add_standards(args, value);
    case OPTION_HANDOVER: args->handover = true; return true;
    case OPTION_PROFILE: args->profile = value; return true;
    case OPTION_DIAGNOSTIC_FORMAT: return set_diag_format(args, value);
    case OPTION_FAIL_ON: return set_fail_on(args, value);
    case OPTION_COLOR: return set_color(args, value);
    case OPTION_TIMINGS: args->timings = true; return true;
    case OPTION_QUIET: args->quiet = true; return true;
    case OPTION_VERSION: args->version = true; return true;
    case OPTION_NOT_BUILT: args_complain("--%s is not built yet", name); return false;
    default: fputs("Try `brochure --help`.\n", stderr); return false; // getopt said why
    }
}

bool args_read(struct arena *arena, int argc, char **argv, struct args *args)
{
    size_t most = (size_t)argc;
    *args = (struct args){
        .program = argv[0],
        .processes = 1,
        .set_keys = ARENA_ARRAY(arena, struct str, most),
        .set_values = ARENA_ARRAY(arena, struct str, most),
        .font_path = ARENA_ARRAY(arena, struct str, most),
        .encrypt = ARENA_ARRAY(arena, struct str, most),
        .operands = ARENA_ARRAY(arena, struct str, most),
    };
    bool good = set_color(args, STR("auto"));
    for (int id, index = -1; (id = getopt_long(argc, argv, "o:e:j:h", options, &index)) != -1;)
        if (!take_option(arena, args, id, index >= 0 ? options[index].name : ""))
            return false;
    if (optind < argc)
        args->command = str_from(argv[optind++]);
    while (optind < argc)
        args->operands[args->operand_count++] = str_from(argv[optind++]);
    return good;
}
