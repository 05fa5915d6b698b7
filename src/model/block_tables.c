// The tables of sections and blocks: the keys of docs/brochure.5 from `sections` down.
#include "model/draft.h"

#include <stddef.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_type inline_type = {.kind = SCHEMA_INLINE};
static const struct schema_type blocks = {.kind = SCHEMA_BLOCKS};
static const struct schema_type extent = {.kind = SCHEMA_EXTENT};
static const struct schema_type inline_list = {.kind = SCHEMA_LIST, .item = &inline_type};

static const struct schema_choice spans[] = {
    {STR_INIT("all"), 1, STR_INIT("Over all columns")},
};
static const struct schema_type span = CHOICES(span, spans);
static const struct schema_choice breaks_before[] = {
    {STR_INIT("page"), BREAK_PAGE, STR_INIT("On a new page")},
    {STR_INIT("column"), BREAK_COLUMN, STR_INIT("In a new column")},
    {STR_INIT("right"), BREAK_RIGHT, STR_INIT("On a right-hand page")},
};
static const struct schema_type break_before = CHOICES(break_before, breaks_before);
static const struct schema_choice breaks_inside[] = {
    {STR_INIT("avoid"), BREAK_INSIDE_AVOID, STR_INIT("Kept on one page, if it fits on one")},
    {STR_INIT("allow"), BREAK_INSIDE_ALLOW, STR_INIT("Divided where the page ends")},
};
static const struct schema_type break_inside = CHOICES(break_inside, breaks_inside);

static const struct schema_choice places[] = {
    {STR_INIT("front"), PLACE_FRONT, STR_INIT("On the front panel; not built yet")},
    {STR_INIT("flap"), PLACE_FLAP, STR_INIT("On the flap; not built yet")},
    {STR_INIT("back"), PLACE_BACK, STR_INIT("On the back panel; not built yet")},
    {STR_INIT("foot"), PLACE_FOOT, STR_INIT("At the foot of the page, over the columns")},
    {STR_INIT("margin"), PLACE_MARGIN, STR_INIT("In the margin column, in themes that have one")},
};
static const struct schema_type place = CHOICES(place, places);

static const struct schema_type literal_list = {.kind = SCHEMA_LIST, .item = &literal};
static const struct schema_type *const condition_forms[] = {&literal, &literal_list, NULL};
static const struct schema_type condition = {.kind = SCHEMA_ANY, .any = condition_forms};
static const struct schema_type when = {.kind = SCHEMA_MAP, .item = &condition};

#define SHARED_KEYS(record)                                                                        \
    SCHEMA_FIELD(record, shared.id, "id", &literal, 0,                                             \
                 "A name to link to; a section's is else made from its heading",                   \
                 "when-to-call-us"),                                                               \
        SCHEMA_FIELD(record, shared.language, "language", &literal, 0,                             \
                     "The language of this part, if another: a BCP 47 tag", "es"),                 \
        SCHEMA_FIELD(record, shared.when, "when", &when, 0,                                        \
                     "The editions, or the values of variables, that this part is for", ""),       \
        SCHEMA_FIELD(record, shared.span_all, "span", &span, 0, "Set over all columns", "all"),    \
        SCHEMA_FIELD(record, shared.before, "break-before", &break_before, 0,                      \
                     "Begin a page, a column or a right-hand page", "page"),                       \
        SCHEMA_FIELD(record, shared.inside, "break-inside", &break_inside, 0,                      \
                     "Whether this part may break over columns and pages", "avoid"),               \
        SCHEMA_FIELD(record, shared.place, "place", &place, 0,                                     \
                     "Where on the page, or on which panel, this part stands", "foot")

static const struct schema_choice callout_kinds[] = {
    {STR_INIT("warning"), CALLOUT_WARNING, STR_INIT("A danger, or what cannot wait")},
    {STR_INIT("note"), CALLOUT_NOTE, STR_INIT("Something to know")},
    {STR_INIT("tip"), CALLOUT_TIP, STR_INIT("Advice that helps")},
};
static const struct schema_type callout_kind = CHOICES(callout_kind, callout_kinds);
static const struct schema_field callout_fields[] = {
    SCHEMA_FIELD(draft_callout, kind, "kind", &callout_kind, SCHEMA_REQUIRED,
                 "What it is: danger, something to know, or advice", "warning"),
    SCHEMA_FIELD(draft_callout, title, "title", &inline_type, 0,
                 "Its title; else the kind's own word", "Call at once if you have"),
    SCHEMA_FIELD(draft_callout, body, "body", &blocks, SCHEMA_REQUIRED, "Its text, in Markdown",
                 "- a fever"),
};
static OBJECT(callout_schema, "callout", draft_callout, callout_fields);
static const struct schema_type callout = {.kind = SCHEMA_OBJECT, .object = &callout_schema};

static const struct schema_field step_fields[] = {
    SCHEMA_FIELD(draft_step, title, "title", &inline_type, 0, "The step in a few words", "Collect"),
    SCHEMA_FIELD(draft_step, body, "body", &blocks, 0, "What happens in it, in Markdown",
                 "A machine takes T cells from your blood."),
};
OBJECT(step_schema, "step", draft_step, step_fields);
static const struct schema_type step_object = {.kind = SCHEMA_OBJECT, .object = &step_schema};
static const struct schema_type *const step_forms[] = {&blocks, &step_object, NULL};
static const struct schema_type step = {.kind = SCHEMA_ANY, .any = step_forms};
static const struct schema_type steps = {.kind = SCHEMA_LIST, .item = &step};

static const struct schema_field contact_fields[] = {
    SCHEMA_FIELD(draft_contact, name, "name", &inline_type, SCHEMA_REQUIRED, "Who answers",
                 "Triage nurse"),
    SCHEMA_FIELD(draft_contact, phone, "phone", &literal, 0,
                 "The phone number, printed exactly as written", "+1 555 010 0199"),
    SCHEMA_FIELD(draft_contact, email, "email", &literal, 0, "The e-mail address",
                 "nurse@example.org"),
    SCHEMA_FIELD(draft_contact, web, "web", &literal, 0, "The web address",
                 "https://www.example.org/nurse"),
    SCHEMA_FIELD(draft_contact, hours, "hours", &inline_type, 0, "When somebody answers",
                 "Day and night, every day"),
};
OBJECT(contact_schema, "contact", draft_contact, contact_fields);
static const struct schema_type contact = {.kind = SCHEMA_OBJECT, .object = &contact_schema};
static const struct schema_type contacts = {.kind = SCHEMA_LIST, .item = &contact};

static const struct schema_type definitions = {.kind = SCHEMA_MAP, .item = &inline_type};

static const struct schema_field quote_fields[] = {
    SCHEMA_FIELD(draft_quote, text, "text", &blocks, SCHEMA_REQUIRED, "What was said, in Markdown",
                 "Call us early. No worry is too small."),
    SCHEMA_FIELD(draft_quote, source, "source", &inline_type, 0, "Who said it", "A nurse"),
};
static OBJECT(quote_schema, "quote", draft_quote, quote_fields);
static const struct schema_type quote_object = {.kind = SCHEMA_OBJECT, .object = &quote_schema};
static const struct schema_type *const quote_forms[] = {&blocks, &quote_object, NULL};
static const struct schema_type quote = {.kind = SCHEMA_ANY, .any = quote_forms};

static const struct schema_field fact_fields[] = {
    SCHEMA_FIELD(draft_fact, value, "value", &inline_type, SCHEMA_REQUIRED,
                 "The figure, set large; its unit belongs in the label", "24"),
    SCHEMA_FIELD(draft_fact, label, "label", &inline_type, SCHEMA_REQUIRED, "What it counts",
                 "hours a day, a nurse picks up our phone"),
};
static OBJECT(fact_schema, "fact", draft_fact, fact_fields);
static const struct schema_type fact = {.kind = SCHEMA_OBJECT, .object = &fact_schema};
static const struct schema_type facts = {.kind = SCHEMA_LIST, .item = &fact};

static const struct schema_type line_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 60};
static const struct schema_field field_fields[] = {
    SCHEMA_FIELD(draft_field, label, "label", &inline_type, SCHEMA_REQUIRED,
                 "What is to be written", "Name"),
    SCHEMA_FIELD(draft_field, width, "width", &extent, 0,
                 "How much of the line it takes: a percentage or a length", "30%"),
    SCHEMA_FIELD(draft_field, lines, "lines", &line_count, 0,
                 "How many lines there are to write on", "6"),
    SCHEMA_FIELD(draft_field, options, "options", &inline_list, 0,
                 "Boxes to tick instead of a line", ""),
};
OBJECT(field_schema, "field", draft_field, field_fields);
static const struct schema_type field = {.kind = SCHEMA_OBJECT, .object = &field_schema};
static const struct schema_type write_in = {.kind = SCHEMA_LIST, .item = &field};

static const struct schema_field qr_fields[] = {
    SCHEMA_FIELD(draft_qr, url, "url", &literal, SCHEMA_REQUIRED,
                 "The web address, in the code and printed beside it", "https://example.org"),
    SCHEMA_FIELD(draft_qr, caption, "caption", &inline_type, 0, "What the reader finds there",
                 "Read this online"),
};
static OBJECT(qr_schema, "qr", draft_qr, qr_fields);
static const struct schema_type qr = {.kind = SCHEMA_OBJECT, .object = &qr_schema};

static const struct schema_type alt = {.kind = SCHEMA_LITERAL, .may_be_empty = true};
static const struct schema_field part_fields[] = {
    SCHEMA_FIELD(draft_figure_part, picture.file, "file", &literal, SCHEMA_REQUIRED,
                 "The picture: PNG, JPEG or SVG, from the folder of the file that names it",
                 "images/before.svg"),
    SCHEMA_FIELD(draft_figure_part, picture.alt, "alt", &alt, SCHEMA_REQUIRED,
                 "What the picture shows, for who cannot see it; \"\" where it only decorates",
                 "A T cell passes a cancer cell"),
    SCHEMA_FIELD(draft_figure_part, caption, "caption", &inline_type, 0, "What is printed below it",
                 "Before."),
};
static OBJECT(part_schema, "figure-part", draft_figure_part, part_fields);
static const struct schema_type part = {.kind = SCHEMA_OBJECT, .object = &part_schema};
static const struct schema_type parts = {.kind = SCHEMA_LIST, .item = &part};
static const struct schema_field figure_fields[] = {
    SCHEMA_FIELD(draft_figure, one.picture.file, "file", &literal, 0,
                 "The picture: PNG, JPEG or SVG, from the folder of the file that names it",
                 "images/timeline.svg"),
    SCHEMA_FIELD(draft_figure, one.picture.alt, "alt", &alt, 0,
                 "What the picture shows, for who cannot see it; \"\" where it only decorates",
                 "Five steps over eight weeks"),
    SCHEMA_FIELD(draft_figure, one.caption, "caption", &inline_type, 0, "What is printed below it",
                 "How a CAR-T cell finds its target."),
    SCHEMA_FIELD(draft_figure, parts, "parts", &parts, 0,
                 "Pictures side by side, each with its file, alt and caption", ""),
};
OBJECT(figure_schema, "figure", draft_figure, figure_fields);
static const struct schema_type figure = {.kind = SCHEMA_OBJECT, .object = &figure_schema};
static const struct schema_type boolean = {.kind = SCHEMA_BOOLEAN};
static const struct schema_type cell_text = {.kind = SCHEMA_INLINE, .may_be_empty = true};
static const struct schema_choice cell_aligns[] = {
    {STR_INIT("left"), CELL_LEFT, STR_INIT("At the left edge")},
    {STR_INIT("center"), CELL_CENTER, STR_INIT("In the middle")},
    {STR_INIT("right"), CELL_RIGHT, STR_INIT("At the right edge, as figures are")},
    {STR_INIT("decimal"), CELL_DECIMAL, STR_INIT("Figures below each other's decimal points")},
};
static const struct schema_type cell_align = CHOICES(cell_align, cell_aligns);
static const struct schema_field column_fields[] = {
    SCHEMA_FIELD(draft_column, head, "head", &cell_text, SCHEMA_REQUIRED, "What stands at its head",
                 "Dose"),
    SCHEMA_FIELD(draft_column, align, "align", &cell_align, 0,
                 "Where its text stands; else where the language begins its lines", "right"),
    SCHEMA_FIELD(draft_column, width, "width", &extent, 0,
                 "A length or a share of the table; else what its text needs", "20%"),
};
static OBJECT(column_schema, "column", draft_column, column_fields);
static const struct schema_type column_object = {.kind = SCHEMA_OBJECT, .object = &column_schema};
static const struct schema_type *const column_forms[] = {&cell_text, &column_object, NULL};
static const struct schema_type column = {.kind = SCHEMA_ANY, .any = column_forms};
static const struct schema_type columns = {.kind = SCHEMA_LIST, .item = &column};
static const struct schema_type block_list;
static const struct schema_type *const cell_forms[] = {&cell_text, &block_list, NULL};
static const struct schema_type cell = {.kind = SCHEMA_ANY, .any = cell_forms};
static const struct schema_type row = {.kind = SCHEMA_LIST, .item = &cell};
static const struct schema_type rows = {.kind = SCHEMA_LIST, .item = &row};
static const struct schema_field table_fields[] = {
    SCHEMA_FIELD(draft_table, caption, "caption", &inline_type, 0,
                 "What the table shows; tables with a caption are numbered",
                 "Medicines and what they treat"),
    SCHEMA_FIELD(draft_table, columns, "columns", &columns, SCHEMA_REQUIRED,
                 "The head of each column, or a mapping of what it has", ""),
    SCHEMA_FIELD(draft_table, rows, "rows", &rows, SCHEMA_REQUIRED,
                 "The rows, each a list of cells: a text, or a list of blocks", ""),
    SCHEMA_FIELD(draft_table, header_column, "header-column", &boolean, 0,
                 "Whether the first cell of each row is the row's head", "true"),
    SCHEMA_FIELD(draft_table, notes, "notes", &inline_type, 0, "What is to be said under it",
                 "Doses are for adults."),
};
OBJECT(table_schema, "table", draft_table, table_fields);
static const struct schema_type table = {.kind = SCHEMA_OBJECT, .object = &table_schema};

static const struct schema_choice pauses[] = {
    {STR_INIT("page"), PAUSE_PAGE, STR_INIT("What follows begins a page")},
    {STR_INIT("column"), PAUSE_COLUMN, STR_INIT("What follows begins a column")},
    {STR_INIT("cut"), PAUSE_CUT, STR_INIT("A line to cut or tear along")},
};
static const struct schema_type pause_type = CHOICES(pause_type, pauses);

static const struct schema_field block_fields[] = {
    SCHEMA_FIELD(draft_block, text, "text", &blocks, 0, "Markdown, as in a plain string",
                 "A paragraph with *emphasis*."),
    SHARED_KEYS(draft_block),
    SCHEMA_FIELD(draft_block, callout, "callout", &callout, 0, "A warning, a note or a tip", ""),
    SCHEMA_FIELD(draft_block, steps, "steps", &steps, 0, "Numbered steps with titles", ""),
    SCHEMA_FIELD(draft_block, checklist, "checklist", &inline_list, 0, "A list to tick off", ""),
    SCHEMA_FIELD(draft_block, figure, "figure", &figure, 0, "A picture with its caption", ""),
    SCHEMA_FIELD(draft_block, table, "table", &table, 0, "A table", ""),
    SCHEMA_FIELD(draft_block, contacts, "contacts", &contacts, 0, "Names, phone numbers and hours",
                 ""),
    SCHEMA_FIELD(draft_block, definitions, "definitions", &definitions, 0,
                 "Terms and what they mean", ""),
    SCHEMA_FIELD(draft_block, quote, "quote", &quote, 0, "A pull quote, with its source", ""),
    SCHEMA_FIELD(draft_block, facts, "facts", &facts, 0, "Figures set large, side by side", ""),
    SCHEMA_FIELD(draft_block, write_in, "write-in", &write_in, 0, "Lines to write on", ""),
    SCHEMA_FIELD(draft_block, qr, "qr", &qr, 0, "A QR code with its address", ""),
    SCHEMA_FIELD(draft_block, pause, "break", &pause_type, 0,
                 "A page or column break, or a line to cut along", "page"),
};
OBJECT(block_schema, "block", draft_block, block_fields);
static const struct schema_type block_object = {.kind = SCHEMA_OBJECT, .object = &block_schema};
static const struct schema_type *const block_forms[] = {&blocks, &block_object, NULL};
static const struct schema_type block = {.kind = SCHEMA_ANY, .any = block_forms};
static const struct schema_type block_list = {.kind = SCHEMA_LIST, .item = &block};

static const struct schema_field include_fields[] = {
    SCHEMA_FIELD(draft_include, file, "file", &literal, SCHEMA_REQUIRED,
                 "A file of Markdown, from the folder of the file that names it", "costs.md"),
};
static OBJECT(include_schema, "include", draft_include, include_fields);
static const struct schema_type include = {.kind = SCHEMA_OBJECT, .object = &include_schema};
static const struct schema_type *const body_forms[] = {&blocks, &block_list, &include, NULL};
static const struct schema_type body = {.kind = SCHEMA_ANY, .any = body_forms};

static const struct schema_type section_type;
const struct schema_type section_list_type = {.kind = SCHEMA_LIST, .item = &section_type};
static const struct schema_field section_fields[] = {
    SCHEMA_FIELD(draft_section, heading, "heading", &inline_type, SCHEMA_REQUIRED | SCHEMA_OR_FILE,
                 "The section's heading", "When to call us"),
    SCHEMA_FIELD(draft_section, body, "body", &body, 0,
                 "The text: Markdown, a list of Markdown texts and blocks, or a file of Markdown",
                 "Call us at any hour."),
    SCHEMA_FIELD(draft_section, sections, "sections", &section_list_type, 0,
                 "Sections within this one, a heading level below", ""),
    SHARED_KEYS(draft_section),
    SCHEMA_FIELD(draft_section, file, "file", &literal, 0,
                 "Instead of the other keys: a file that holds the section, or a list of sections",
                 "chapter-1.yaml"),
};
OBJECT(section_schema, "section", draft_section, section_fields);
static const struct schema_type section_type = {.kind = SCHEMA_OBJECT, .object = &section_schema};
