#include "cli/commands.h"
#include "diag/terminal.h"

enum { WIDTH = 80, INDENT = 4 };

static struct str severity_name(const struct diag_kind *kind)
{
    return kind->severity == DIAG_ERROR ? STR("error") : STR("warning");
}

// A paragraph, broken into lines as wide as a terminal.
static void add_paragraph(struct str_builder *out, struct str text)
{
    size_t column = 0;
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = str_find_byte(text, ' ', at);
        struct str word = str_slice(text, at, end);
        size_t width = terminal_columns(word);
        bool fits = column + 1 + width < WIDTH;
        if (column > 0)
            str_add_byte(out, fits ? ' ' : '\n');
        column = width + (column > 0 && fits ? column + 1 : 0);
        str_add(out, word);
    }
    str_add(out, STR("\n\n"));
}

static void add_example(struct str_builder *out, struct str text)
{
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = str_find_byte(text, '\n', at);
        if (end > at)
            str_addf(out, "%*s", INDENT, "");
        terminal_add(out, str_slice(text, at, end));
        str_add_byte(out, '\n');
    }
}

static void add_explanation(struct str_builder *out, enum diag_code code)
{
    const struct diag_kind *kind = diag_kind_find(code);
    str_addf(out, "%.*s[%.*s]: %.*s\n\n", STR_ARGS(severity_name(kind)), STR_ARGS(kind->code),
             STR_ARGS(kind->title));
    add_paragraph(out, kind->explanation);
    str_add(out, STR("What to do:\n"));
    add_paragraph(out, kind->mend);
    str_add(out, STR("An example that gets it:\n\n"));
    add_example(out, diag_example(code));
}

static void add_row(struct str_builder *out, const struct diag_kind *kind)
{
    str_addf(out, "%.*s  %-7.*s  %.*s\n", STR_ARGS(kind->code), STR_ARGS(severity_name(kind)),
             STR_ARGS(kind->title));
}

static bool find_code(struct str name, enum diag_code *code)
{
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        *code = (enum diag_code)i;
        if (str_equal_ignoring_case(diag_kind_find(*code)->code, name))
            return true;
    }
    return false;
}

// Those that a slip of one key would make of it; when there are none, the list is one command away.
static void complain_unknown(struct arena *arena, struct str name)
{
    struct str_builder near = str_builder_in(arena);
    struct str upper = str_copy(arena, name);
    if (upper.len > 0 && upper.data[0] == 'b')
        upper = str_format(arena, "B%.*s", STR_ARGS(str_slice(name, 1, name.len)));
    for (int i = 0; i < DIAG_CODE_COUNT; i++) {
        const struct diag_kind *kind = diag_kind_find((enum diag_code)i);
        if (str_distance(upper, kind->code, 1) <= 1)
            add_row(&near, kind);
    }
    struct str_builder shown = str_builder_in(arena);
    terminal_add(&shown, name);
    struct str text =
        str_format(arena, "brochure: there is no code `%.*s`\n%s%.*s", STR_ARGS(str_built(&shown)),
                   near.len > 0 ? "Near to it are\n" : "", STR_ARGS(str_built(&near)));
    print_errors(text);
    print_errors(STR("`brochure explain` lists all codes.\n"));
}

enum status cmd_explain(struct arena *arena, const struct args *args)
{
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; i < args->operand_count; i++) {
        enum diag_code code;
        if (!find_code(args->operands[i], &code)) {
            complain_unknown(arena, args->operands[i]);
            return STATUS_USAGE;
        }
        str_add(&text, i > 0 ? STR("\n") : STR(""));
        add_explanation(&text, code);
    }
    for (int i = 0; args->operand_count == 0 && i < DIAG_CODE_COUNT; i++)
        add_row(&text, diag_kind_find((enum diag_code)i));
    return print_output(str_built(&text), STATUS_DONE);
}
