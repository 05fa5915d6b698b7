#include "pipeline/press_report.h"

#include "base/json.h"

enum { MOST_FINDINGS = 40 }; // a page and a little; the terminal has told them all

// Every sign of Markdown and of variables is meant as it stands.
static void add_literal(struct str_builder *out, struct str text)
{
    struct str_builder escaped = str_builder_in(out->arena);
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.data[i];
        bool sign = c > ' ' && c < 0x7F && !(c >= '0' && c <= '9') &&
                    !((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
        if (sign && c != ',' && c != '/' && c != ';')
            str_add_byte(&escaped, '\\');
        str_add_byte(&escaped, text.data[i] == '\n' ? ' ' : text.data[i]);
    }
    json_add_text(out, str_built(&escaped));
}

static void add_row(struct str_builder *out, const char *label, struct str value)
{
    if (value.len == 0)
        return;
    str_addf(out, "            - [\"%s\", ", label);
    add_literal(out, value);
    str_add(out, STR("]\n"));
}

static struct str millimetres(struct arena *arena, length value)
{
    struct str_builder out = str_builder_in(arena);
    length_format(&out, length_scale(value, 254, 720), 1);
    return str_built(&out);
}

static struct str inks_of(struct arena *arena, const struct ticket *ticket)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < ticket->ink_count; i++)
        str_addf(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(ticket->inks[i]));
    return str_built(&out);
}

static void add_job(struct str_builder *out, const struct ticket *ticket)
{
    struct arena *arena = out->arena;
    str_add(out,
            STR("  - heading: The job\n    body:\n      - table:\n          header-column: true\n"
                "          columns: [{head: Item, width: 32%}, Value]\n          rows:\n"));
    add_row(out, "Title", ticket->title);
    add_row(out, "Job", ticket->job);
    add_row(out, "Version", ticket->version);
    add_row(out, "Edition", ticket->edition);
    add_row(out, "File", ticket->file);
    add_row(out, "Standards", ticket->standards);
    add_row(out, "Pages", str_format(arena, "%zu", ticket->pages));
    add_row(out, "Trim",
            str_format(arena, "%.*s × %.*s mm", STR_ARGS(millimetres(arena, ticket->width)),
                       STR_ARGS(millimetres(arena, ticket->height))));
    add_row(out, "Bleed",
            str_format(arena, "%.*s mm", STR_ARGS(millimetres(arena, ticket->bleed))));
    add_row(out, "Inks", inks_of(arena, ticket));
    add_row(out, "Printing condition", ticket->condition);
    add_row(out, "Profile", ticket->profile);
    add_row(out, "Finishing", ticket->fold);
    add_row(out, "Binding", ticket->binding);
    add_row(out, "Sheet", ticket->sheet);
    str_add(out, STR("      - text: The SHA-256 of the file is\n      - text: "));
    // In two halves, so that it fits the column.
    add_literal(out, str_format(arena, "%.*s %.*s", STR_ARGS(str_slice(ticket->sha256, 0, 32)),
                                STR_ARGS(str_slice(ticket->sha256, 32, ticket->sha256.len))));
    str_add_byte(out, '\n');
}

static struct str finding_of(struct arena *arena, const struct diags *diags,
                             const struct diag *diag)
{
    struct source *source = sources_find(diags->sources, diag->span.file);
    struct str code = diag_kind_find(diag->code)->code;
    if (!source)
        return str_format(arena, "%.*s: %.*s", STR_ARGS(code), STR_ARGS(diag->message));
    struct position at = source_position(diags->sources, source, diag->span.start);
    return str_format(arena, "%.*s, %.*s, line %u: %.*s", STR_ARGS(code), STR_ARGS(source->path),
                      (unsigned)at.line, STR_ARGS(diag->message));
}

static void add_findings(struct str_builder *out, const struct diags *diags)
{
    size_t shown = 0;
    str_add(out, STR("  - heading: Findings\n    body:\n"));
    for (size_t i = 0; i < diags->count && shown < MOST_FINDINGS; i++) {
        str_add(out, shown++ == 0 ? STR("      - checklist:\n          - ") : STR("          - "));
        add_literal(out, finding_of(out->arena, diags, &diags->items[i]));
        str_add_byte(out, '\n');
    }
    if (shown == 0)
        str_add(out, STR("      - text: The checks before writing found nothing.\n"));
    if (diags->count > shown)
        str_addf(out, "      - text: And %zu more.\n", diags->count - shown);
    str_add(out,
            STR("      - callout:\n          kind: note\n          body: >-\n"
                "            The structure of the file was checked by the program that made it. "
                "That is no certificate;\n            the press's own preflight has the last "
                "word.\n"));
}

static void add_sign_off(struct str_builder *out)
{
    str_add(out, STR("  - heading: Sign-off\n    body:\n      - write-in:\n"
                     "          - {label: Checked by}\n          - {label: Date}\n"
                     "          - {label: Remarks, lines: 3}\n          - {label: Signature}\n"));
}

struct str press_report_text(struct arena *arena, const struct ticket *ticket,
                             const struct diags *diags)
{
    struct str_builder out = str_builder_in(arena);
    bool letter = ticket->width == LENGTH_PT(612) || ticket->width == LENGTH_PT(792);
    str_add(&out, STR("brochure: 1\nlanguage: en\ntitle: Preflight report\nsubtitle: "));
    add_literal(&out, ticket->file);
    str_addf(&out, "\npage: {size: %s, columns: 2}\ntheme: clinic\ndocument:\n  id: ",
             letter ? "letter" : "A4");
    json_add_text(&out, ticket->job);
    if (ticket->date.len >= 10)
        str_addf(&out, "\n  issued: %.*s", STR_ARGS(str_slice(ticket->date, 0, 10)));
    str_add(&out, STR("\nsections:\n"));
    add_job(&out, ticket);
    add_findings(&out, diags);
    add_sign_off(&out);
    return str_built(&out);
}
