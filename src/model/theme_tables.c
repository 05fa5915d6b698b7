// The tables of the theme format.
#include "model/theme_tables.h"

#include "model/theme_lengths.h"

#include <stddef.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_type boolean = {.kind = SCHEMA_BOOLEAN};
static const struct schema_type size = THEME_LENGTH(SCHEMA_NOT_NEGATIVE, THEME_LONGEST);
static const struct schema_type positive = THEME_LENGTH(SCHEMA_POSITIVE, THEME_LONGEST);
static const struct schema_type shift = THEME_LENGTH(SCHEMA_ANY_SIGN, THEME_LONGEST);
static const struct schema_type grid = THEME_LENGTH(SCHEMA_POSITIVE, THEME_LARGEST_GRID);
static const struct schema_type decimal = {.kind = SCHEMA_DECIMAL};

#define OBJECT(variable, definition, record, table)                                                \
    const struct schema_object variable = {.name = STR_INIT(definition),                           \
                                           .fields = (table),                                      \
                                           .field_count = SCHEMA_COUNT(table),                     \
                                           .size = sizeof(struct record)}
#define OBJECT_TYPE(variable, schema)                                                              \
    static const struct schema_type variable = {.kind = SCHEMA_OBJECT, .object = &(schema)}
#define CHOICE_TYPE(variable, table)                                                               \
    static const struct schema_type variable = {                                                   \
        .kind = SCHEMA_CHOICE, .choices = (table), .choice_count = SCHEMA_COUNT(table)}
#define NEEDS SCHEMA_REQUIRED

// colours

static const struct schema_type inks = {.kind = SCHEMA_LIST, .item = &decimal};
static const struct schema_type tint = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 100};
static const struct schema_field spot_fields[] = {
    SCHEMA_FIELD(draft_spot, name, "name", &literal, NEEDS, "The ink's name", "PANTONE 185 C"),
    SCHEMA_FIELD(draft_spot, fallback, "fallback", &inks, NEEDS,
                 "What a press without the ink prints, in percent", "[0, 91, 76, 0]"),
    SCHEMA_FIELD(draft_spot, tint, "tint", &tint, 0, "How much of the ink, in percent, if not all",
                 "20"),
};
static OBJECT(spot_schema, "spot", draft_spot, spot_fields);
OBJECT_TYPE(spot, spot_schema);
static const struct schema_type hex = {
    .kind = SCHEMA_LITERAL,
    .pattern = "^(#[0-9A-Fa-f]{6}|spot)$",
    .pattern_message = "Write six hexadecimal digits in quotes, like '#0B4A58'; in the part of a "
                       "second ink, spot.",
};
static const struct schema_field color_fields[] = {
    SCHEMA_FIELD(draft_color, hex, "hex", &hex, NEEDS, "What screens show", "\"#0B4A58\""),
    SCHEMA_FIELD(draft_color, cmyk, "cmyk", &inks, 0, "What a press prints, in percent",
                 "[95, 45, 40, 45]"),
    SCHEMA_FIELD(draft_color, spot, "spot", &spot, 0, "An ink of its own", ""),
};
static OBJECT(color_schema, "color", draft_color, color_fields);
OBJECT_TYPE(color_object, color_schema);
static const struct schema_type *const color_forms[] = {&hex, &color_object, NULL};
static const struct schema_type color = {.kind = SCHEMA_ANY, .any = color_forms};
static const struct schema_type colors = {.kind = SCHEMA_MAP, .item = &color};
static const struct schema_type art = {.kind = SCHEMA_MAP, .item = &literal};
static const struct schema_type fonts = {.kind = SCHEMA_MAP, .item = &literal};

// roles

static const struct schema_field space_fields[] = {
    SCHEMA_FIELD(draft_space, before, "before", &size, 0, "Space above", "1u"),
    SCHEMA_FIELD(draft_space, after, "after", &size, 0, "Space below", "1u"),
    SCHEMA_FIELD(draft_space, least, "least", &size, 0,
                 "To which the space above may shrink so that the last page fills", "1u"),
    SCHEMA_FIELD(draft_space, most, "most", &size, 0,
                 "To which the space above may grow so that the last page fills", "3u"),
};
static OBJECT(space_schema, "space", draft_space, space_fields);
OBJECT_TYPE(space, space_schema);

static const struct schema_field rule_fields[] = {
    SCHEMA_FIELD(draft_rule, width, "width", &size, NEEDS, "How thick the rule is", "0.75"),
    SCHEMA_FIELD(draft_rule, gap, "gap", &size, NEEDS, "From the rule to the text's box", "1u"),
    SCHEMA_FIELD(draft_rule, color, "color", &literal, NEEDS, "A colour's name", "teal"),
};
static OBJECT(rule_schema, "rule", draft_rule, rule_fields);
OBJECT_TYPE(rule, rule_schema);

static const struct schema_choice figure_kinds[] = {
    {STR_INIT("lining"), TEXT_LINING_FIGURES, STR_INIT("As high as capitals")},
    {STR_INIT("tabular"), TEXT_TABULAR_FIGURES, STR_INIT("Of one width, for columns")},
    {STR_INIT("old-style"), TEXT_OLD_STYLE_FIGURES, STR_INIT("With ascenders and descenders")},
};
CHOICE_TYPE(figure, figure_kinds);
static const struct schema_type figures = {.kind = SCHEMA_LIST, .item = &figure};
static const struct schema_choice caps_kinds[] = {
    {STR_INIT("normal"), 0, STR_INIT("Letters as they are")},
    {STR_INIT("small"), TEXT_SMALL_CAPS, STR_INIT("Small capitals of the font")},
};
CHOICE_TYPE(caps, caps_kinds);
static const struct schema_choice aligns[] = {
    {STR_INIT("start"), TEXT_ALIGN_START, STR_INIT("Where the language begins its lines")},
    {STR_INIT("left"), TEXT_ALIGN_START, STR_INIT("The same as start")},
    {STR_INIT("justify"), TEXT_ALIGN_JUSTIFY, STR_INIT("At both edges")},
    {STR_INIT("balanced"), TEXT_ALIGN_BALANCED,
     STR_INIT("At the start, in lines of about equal length")},
    {STR_INIT("end"), TEXT_ALIGN_END, STR_INIT("Where the language ends its lines")},
    {STR_INIT("center"), TEXT_ALIGN_CENTER, STR_INIT("In the middle")},
};
CHOICE_TYPE(align, aligns);
static const struct schema_choice hyphenations[] = {
    {STR_INIT("auto"), TEXT_HYPHENATE_AUTO,
     STR_INIT("In languages with long words, such as German")},
    {STR_INIT("always"), TEXT_HYPHENATE_ALWAYS,
     STR_INIT("In every language that has a dictionary")},
    {STR_INIT("never"), TEXT_HYPHENATE_NEVER, STR_INIT("No word is broken")},
};
CHOICE_TYPE(hyphenate, hyphenations);
static const struct schema_choice role_places[] = {
    {STR_INIT("text"), 0, STR_INIT("Among the text")},
    {STR_INIT("margin"), 1, STR_INIT("In the margin column, beside what follows")},
};
CHOICE_TYPE(role_place, role_places);
static const struct schema_type weight = {.kind = SCHEMA_INTEGER, .minimum = 100, .maximum = 900};

static const struct schema_field role_fields[] = {
    SCHEMA_FIELD(draft_role, font, "font", &literal, 0, "A name of `fonts`", "text"),
    SCHEMA_FIELD(draft_role, weight, "weight", &weight, 0, "From 100 to 900", "400"),
    SCHEMA_FIELD(draft_role, italic, "italic", &boolean, 0, "Whether it is italic", "false"),
    SCHEMA_FIELD(draft_role, size, "size", &positive, 0, "The size of the type", "12"),
    SCHEMA_FIELD(draft_role, leading, "leading", &positive, 0, "From line to line", "16"),
    SCHEMA_FIELD(draft_role, base, "base", &size, 0, "The baseline below the line's top", "12"),
    SCHEMA_FIELD(draft_role, tracking, "tracking", &shift, 0, "Added after each glyph", "0"),
    SCHEMA_FIELD(draft_role, rise, "rise", &shift, 0, "How far the baseline is raised", "0"),
    SCHEMA_FIELD(draft_role, figures, "figures", &figures, 0, "The kinds of figures", "[lining]"),
    SCHEMA_FIELD(draft_role, caps, "caps", &caps, 0, "Small capitals", "normal"),
    SCHEMA_FIELD(draft_role, color, "color", &literal, 0, "A name of `colors`", "black"),
    SCHEMA_FIELD(draft_role, space, "space", &space, 0, "Space before and after", "{before: 1u}"),
    SCHEMA_FIELD(draft_role, rule, "rule", &rule, 0, "A rule above the text", ""),
    SCHEMA_FIELD(draft_role, indent, "indent", &size, 0,
                 "Of the first line of a paragraph below another", "16"),
    SCHEMA_FIELD(draft_role, run_in, "run-in", &size, 0,
                 "The space behind a heading that runs in: its text follows on its line", "6"),
    SCHEMA_FIELD(draft_role, place, "place", &role_place, 0, "Where a heading stands", "margin"),
    SCHEMA_FIELD(draft_role, align, "align", &align, 0, "How lines are aligned", "start"),
    SCHEMA_FIELD(draft_role, hyphenate, "hyphenate", &hyphenate, 0, "Whether words are broken",
                 "auto"),
};
OBJECT(role_schema, "role", draft_role, role_fields);
OBJECT_TYPE(role, role_schema);

#define ROLE(id, key, flags, text) SCHEMA_FIELD(draft_roles, items[id], key, &role, flags, text, "")
static const struct schema_field roles_fields[] = {
    ROLE(ROLE_BODY, "body", NEEDS, "Running text"),
    ROLE(ROLE_TITLE, "title", NEEDS, "The brochure's title"),
    ROLE(ROLE_SUBTITLE, "subtitle", NEEDS, "The brochure's subtitle"),
    ROLE(ROLE_OPENER, "opener", NEEDS, "Headings of sections that open a page"),
    ROLE(ROLE_HEADING_1, "heading-1", NEEDS, "Headings of sections"),
    ROLE(ROLE_HEADING_2, "heading-2", NEEDS, "Headings on the second level"),
    ROLE(ROLE_HEADING_3, "heading-3", NEEDS, "Headings on the third level"),
    ROLE(ROLE_HEADING_4, "heading-4", NEEDS, "Headings on the fourth level"),
    ROLE(ROLE_HEADING_5, "heading-5", NEEDS, "Headings on the fifth level"),
    ROLE(ROLE_HEADING_6, "heading-6", NEEDS, "Headings on the sixth level"),
    ROLE(ROLE_STRONG, "strong", 0, "Strong words in a text"),
    ROLE(ROLE_EMPHASIS, "emphasis", 0, "Emphasised words in a text"),
    ROLE(ROLE_LINK, "link", 0, "Links in a text"),
    ROLE(ROLE_ADDRESS, "address", 0, "Web addresses printed as such"),
    ROLE(ROLE_CODE, "code", 0, "Code in a text"),
    ROLE(ROLE_CITATION, "citation", 0, "The numbers of citations"),
    ROLE(ROLE_LIST_NUMBER, "list-number", 0, "The numbers of lists"),
    ROLE(ROLE_QUOTE, "quote", NEEDS, "Quotations"),
    ROLE(ROLE_REFERENCE, "reference", NEEDS, "Entries of the reference list"),
    ROLE(ROLE_REFERENCE_NUMBER, "reference-number", 0, "The numbers of the reference list"),
    ROLE(ROLE_RUNNING_TITLE, "running-title", NEEDS, "The title at the head of the page"),
    ROLE(ROLE_RUNNING_SECTION, "running-section", NEEDS, "The section at the head of the page"),
    ROLE(ROLE_FOLIO, "folio", NEEDS, "The page number"),
    ROLE(ROLE_CONTROL, "control", NEEDS, "Labels of the control data"),
    ROLE(ROLE_CONTROL_VALUE, "control-value", NEEDS, "Values of the control data"),
    ROLE(ROLE_WARNING_TITLE, "warning-title", NEEDS, "Titles of warnings"),
    ROLE(ROLE_NOTE_TITLE, "note-title", NEEDS, "Titles of notes and tips"),
    ROLE(ROLE_STEP_NUMBER, "step-number", NEEDS, "The numerals of steps"),
    ROLE(ROLE_STEP_TITLE, "step-title", NEEDS, "Titles of steps"),
    ROLE(ROLE_TERM, "term", 0, "Terms before their definitions"),
    ROLE(ROLE_CONTACT_NAME, "contact-name", NEEDS, "Names of contacts"),
    ROLE(ROLE_CONTACT_NUMBER, "contact-number", NEEDS, "Phone numbers of contacts"),
    ROLE(ROLE_PULL_QUOTE, "pull-quote", NEEDS, "Pull quotes"),
    ROLE(ROLE_QUOTE_SOURCE, "quote-source", NEEDS, "Who said what is quoted"),
    ROLE(ROLE_FACT_VALUE, "fact-value", NEEDS, "The figures of facts"),
    ROLE(ROLE_FIELD_LABEL, "field-label", NEEDS, "What is to be written on a line"),
    ROLE(ROLE_CAPTION, "caption", NEEDS, "Captions of figures"),
    ROLE(ROLE_CAPTION_LABEL, "caption-label", 0, "What a caption begins with"),
    ROLE(ROLE_TABLE_CAPTION, "table-caption", NEEDS, "What a table shows"),
    ROLE(ROLE_TABLE_LABEL, "table-label", 0, "The number of a table"),
    ROLE(ROLE_TABLE_HEAD, "table-head", NEEDS, "The heads of a table's columns"),
    ROLE(ROLE_TABLE_ROW_HEAD, "table-row-head", NEEDS, "A first column that heads the rows"),
    ROLE(ROLE_TABLE_CELL, "table-cell", NEEDS, "The cells of tables"),
    ROLE(ROLE_TABLE_NOTE, "table-note", NEEDS, "Notes under tables"),
    ROLE(ROLE_LEAD, "lead", NEEDS, "The paragraph that opens the text"),
    ROLE(ROLE_CONTENTS_1, "contents-1", NEEDS, "Sections in the contents list"),
    ROLE(ROLE_CONTENTS_2, "contents-2", NEEDS, "Deeper headings in the contents list"),
    ROLE(ROLE_CONTENTS_NUMBER, "contents-number", 0, "Page numbers in the contents list"),
    ROLE(ROLE_COVER_EYEBROW, "cover-eyebrow", NEEDS, "The words above the cover's title"),
    ROLE(ROLE_COVER_TITLE_1, "cover-title", NEEDS, "The cover's title, on two lines at most"),
    ROLE(ROLE_COVER_TITLE_2, "cover-title-2", NEEDS, "A longer title, on three lines at most"),
    ROLE(ROLE_COVER_TITLE_3, "cover-title-3", NEEDS, "A still longer title"),
    ROLE(ROLE_COVER_SUBTITLE, "cover-subtitle", NEEDS, "The cover's subtitle"),
    ROLE(ROLE_COVER_PUBLISHER, "cover-publisher", NEEDS, "The publisher's name on the cover"),
};
OBJECT(roles_schema, "roles", draft_roles, roles_fields);
OBJECT_TYPE(roles, roles_schema);

// page, lists, references

static const struct schema_field margins_fields[] = {
    SCHEMA_FIELD(draft_margins, top, "top", &size, NEEDS, "The top margin", "64"),
    SCHEMA_FIELD(draft_margins, bottom, "bottom", &size, NEEDS, "The bottom margin", "72"),
    SCHEMA_FIELD(draft_margins, inner, "inner", &size, NEEDS, "The margin at the spine", "48"),
    SCHEMA_FIELD(draft_margins, outer, "outer", &size, NEEDS, "The margin at the edge", "48"),
};
static OBJECT(margins_schema, "margins", draft_margins, margins_fields);
OBJECT_TYPE(margins, margins_schema);

static const struct schema_field margin_column_fields[] = {
    SCHEMA_FIELD(draft_margin_column, width, "width", &size, NEEDS, "How wide it is", "132"),
    SCHEMA_FIELD(draft_margin_column, gutter, "gutter", &size, NEEDS, "From it to the text", "24"),
    SCHEMA_FIELD(draft_margin_column, least, "least", &size, NEEDS,
                 "The width that the text needs beside it, else there is none", "288"),
};
static OBJECT(margin_column_schema, "margin-column", draft_margin_column, margin_column_fields);
OBJECT_TYPE(margin_column, margin_column_schema);

static const struct schema_type most_columns = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 4};
static const struct schema_type percent = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 100};
static const struct schema_field page_fields[] = {
    SCHEMA_FIELD(draft_theme_page, margins, "margins", &margins, NEEDS, "The page's margins",
                 "{top: 64, bottom: 72, inner: 48, outer: 48}"),
    SCHEMA_FIELD(draft_theme_page, gutter, "gutter", &size, NEEDS, "Space between columns", "24"),
    SCHEMA_FIELD(draft_theme_page, grid, "grid", &grid, NEEDS, "The unit `u`", "8"),
    SCHEMA_FIELD(draft_theme_page, head_baseline, "head-baseline", &size, NEEDS,
                 "The running head's baseline below the page's top", "44"),
    SCHEMA_FIELD(draft_theme_page, foot_baseline, "foot-baseline", &size, NEEDS,
                 "The folio's baseline above the foot of a page of whole u", "44"),
    SCHEMA_FIELD(draft_theme_page, single_column, "single-column", &size, NEEDS,
                 "The widest measure of one column", "344"),
    SCHEMA_FIELD(draft_theme_page, measure, "measure", &positive, 0,
                 "The longest line of text, in a column that is wider", "432"),
    SCHEMA_FIELD(draft_theme_page, last_page, "last-page", &percent, 0,
                 "What the last page holds at least, in percent", "25"),
    SCHEMA_FIELD(draft_theme_page, columns, "columns", &most_columns, 0,
                 "The columns of text at most, whatever a brochure asks for", "1"),
    SCHEMA_FIELD(draft_theme_page, margin, "margin-column", &margin_column, 0,
                 "A column at the outer edge, beside the text", ""),
    SCHEMA_FIELD(draft_theme_page, mirrored, "mirrored", &boolean, 0,
                 "Whether left and right pages mirror each other", "true"),
};
static OBJECT(page_schema_of_themes, "theme-page", draft_theme_page, page_fields);
OBJECT_TYPE(page, page_schema_of_themes);

static const struct schema_choice marks[] = {
    {STR_INIT("disc"), MARKER_DISC, STR_INIT("A filled circle")},
    {STR_INIT("bar"), MARKER_BAR, STR_INIT("A short line")},
};
CHOICE_TYPE(mark, marks);
static const struct schema_field bullet_fields[] = {
    SCHEMA_FIELD(draft_bullet, mark, "mark", &mark, NEEDS, "What is drawn", "disc"),
    SCHEMA_FIELD(draft_bullet, width, "width", &size, NEEDS, "Its width", "4.2"),
    SCHEMA_FIELD(draft_bullet, height, "height", &size, NEEDS, "Its height", "4.2"),
    SCHEMA_FIELD(draft_bullet, inset, "inset", &shift, NEEDS, "From the item's edge", "0.6"),
    SCHEMA_FIELD(draft_bullet, centre, "centre", &shift, NEEDS, "Its centre above the baseline",
                 "3.1"),
    SCHEMA_FIELD(draft_bullet, color, "color", &literal, NEEDS, "A colour's name", "teal"),
};
static OBJECT(bullet_schema, "bullet", draft_bullet, bullet_fields);
OBJECT_TYPE(bullet, bullet_schema);
static const struct schema_type bullets = {.kind = SCHEMA_LIST, .item = &bullet};

static const struct schema_field list_space_fields[] = {
    SCHEMA_FIELD(draft_space, before, "before", &size, 0, "Space above", "1u"),
    SCHEMA_FIELD(draft_space, after, "after", &size, 0, "Space below", "1u"),
};
static OBJECT(list_space_schema, "list-space", draft_space, list_space_fields);
OBJECT_TYPE(list_space, list_space_schema);

static const struct schema_field lists_fields[] = {
    SCHEMA_FIELD(draft_lists, space, "space", &list_space, 0, "Space before and after", ""),
    SCHEMA_FIELD(draft_lists, hang, "hang", &size, NEEDS, "Where a bullet item's text begins",
                 "14"),
    SCHEMA_FIELD(draft_lists, number_width, "number-width", &size, NEEDS,
                 "The room for numbers, set to its right", "14"),
    SCHEMA_FIELD(draft_lists, number_gap, "number-gap", &size, NEEDS, "From number to text", "6"),
    SCHEMA_FIELD(draft_lists, item_gap, "item-gap", &size, NEEDS, "Between short items", "0"),
    SCHEMA_FIELD(draft_lists, loose_item_gap, "loose-item-gap", &size, NEEDS, "Between long items",
                 "1u"),
    SCHEMA_FIELD(draft_lists, bullets, "bullets", &bullets, NEEDS, "The marks by depth", ""),
};
static OBJECT(lists_schema, "lists", draft_lists, lists_fields);
OBJECT_TYPE(lists, lists_schema);

static const struct schema_type line_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 99};
static const struct schema_type column_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 4};
static const struct schema_choice citation_forms[] = {
    {STR_INIT("by-style"), CITATIONS_BY_STYLE,
     STR_INIT("Raised in the style of the AMA, in parentheses in that of the NLM")},
    {STR_INIT("raised"), CITATIONS_RAISED, STR_INIT("Small numbers above the line")},
    {STR_INIT("brackets"), CITATIONS_IN_BRACKETS, STR_INIT("In brackets on the line: [1, 2]")},
    {STR_INIT("parentheses"), CITATIONS_IN_PARENTHESES,
     STR_INIT("In parentheses on the line: (1,2)")},
};
CHOICE_TYPE(citation_form, citation_forms);
static const struct schema_field reference_fields[] = {
    SCHEMA_FIELD(draft_reference_look, citations, "citations", &citation_form, 0,
                 "How citations stand in the text", "by-style"),
    SCHEMA_FIELD(draft_reference_look, columns, "columns", &column_count, NEEDS,
                 "Columns of the reference list", "2"),
    SCHEMA_FIELD(draft_reference_look, number_width, "number-width", &size, NEEDS,
                 "The least room for numbers, set to its right", "13"),
    SCHEMA_FIELD(draft_reference_look, number_gap, "number-gap", &size, NEEDS,
                 "From number to text", "6"),
    SCHEMA_FIELD(draft_reference_look, entry_gap, "entry-gap", &size, NEEDS, "Between entries",
                 "4"),
    SCHEMA_FIELD(draft_reference_look, whole, "whole", &line_count, NEEDS,
                 "Entries of up to so many lines stay on one column", "8"),
};
static OBJECT(reference_schema, "reference-look", draft_reference_look, reference_fields);
OBJECT_TYPE(reference_look, reference_schema);

static const struct schema_field control_fields[] = {
    SCHEMA_FIELD(draft_control, label_width, "label-width", &size, NEEDS,
                 "The width of the labels of the control data", "66"),
};
static OBJECT(control_schema, "control", draft_control, control_fields);
OBJECT_TYPE(control, control_schema);

#define PART(kind, key, text)                                                                      \
    SCHEMA_FIELD(draft_theme_editions, parts[kind], key, &edition, 0, text, "")
static const struct schema_type edition = {.kind = SCHEMA_PART, .object = &theme_edition_schema};
static const struct schema_field editions_fields[] = {
    PART(EDITION_SCREEN, "screen", "What changes on screens"),
    PART(EDITION_PRINT, "print", "What changes for the press"),
    PART(EDITION_BOOKLET, "booklet", "What changes in booklets"),
    PART(EDITION_LARGE_PRINT, "large-print", "What changes in large print"),
    PART(EDITION_TEXT, "text", "What changes in plain text"),
};
static OBJECT(editions_schema, "theme-editions", draft_theme_editions, editions_fields);
OBJECT_TYPE(editions, editions_schema);

static const struct schema_type part = {.kind = SCHEMA_PART, .object = &theme_part_schema};
#define SCRIPT(index, key, text)                                                                   \
    SCHEMA_FIELD(draft_theme_scripts, parts[index], key, &part, 0, text, "")
static const struct schema_field scripts_fields[] = {
    SCRIPT(0, "Arab", "What changes in texts in Arabic letters"),
    SCRIPT(1, "Hebr", "What changes in texts in Hebrew letters"),
    SCRIPT(2, "Deva", "What changes in texts in Devanagari"),
    SCRIPT(3, "Thai", "What changes in texts in Thai letters"),
};
static OBJECT(scripts_schema, "theme-scripts", draft_theme_scripts, scripts_fields);
OBJECT_TYPE(scripts, scripts_schema);

#define PAGE_SIZE(index, key)                                                                      \
    SCHEMA_FIELD(draft_theme_sizes, parts[index], key, &part, 0,                                   \
                 "What changes on pages of this size, upright or turned", "")
static const struct schema_field sizes_fields[] = {
    PAGE_SIZE(0, "a5"),
    PAGE_SIZE(1, "a4"),
    PAGE_SIZE(2, "a3"),
    PAGE_SIZE(3, "b5"),
    PAGE_SIZE(4, "b4"),
    PAGE_SIZE(5, "jis-b5"),
    PAGE_SIZE(6, "jis-b4"),
    PAGE_SIZE(7, "letter"),
    PAGE_SIZE(8, "legal"),
    PAGE_SIZE(9, "ledger"),
    SCHEMA_FIELD(draft_theme_sizes, small, "small", &part, 0,
                 "What changes on every page with a side of less than 6 inches", ""),
};
static OBJECT(sizes_schema, "theme-sizes", draft_theme_sizes, sizes_fields);
OBJECT_TYPE(sizes, sizes_schema);

static const struct schema_field inks_fields[] = {
    SCHEMA_FIELD(draft_theme_inks, black, "black", &part, 0, "What changes in black alone", ""),
    SCHEMA_FIELD(draft_theme_inks, spot, "spot", &part, 0, "What an ink beside black changes of it",
                 ""),
};
static OBJECT(inks_schema, "theme-inks", draft_theme_inks, inks_fields);
OBJECT_TYPE(theme_inks, inks_schema);

OBJECT_TYPE(block_looks, theme_blocks_schema);
OBJECT_TYPE(furniture, furniture_schema);
OBJECT_TYPE(checks, checks_schema);

// What a theme says of itself as a whole comes first, then what says where it differs. The rest may
// differ.
enum { WHOLE_FIELDS = 5, DIFFERING_FIELDS = 2 };
static const struct schema_field theme_fields[] = {
    SCHEMA_FIELD(draft_theme, version, "theme", &literal, NEEDS, "The version of this format", "1"),
    SCHEMA_FIELD(draft_theme, extends, "extends", &literal, 0,
                 "The theme that this one changes: its name, or a path", "clinic"),
    SCHEMA_FIELD(draft_theme, editions, "editions", &editions, 0, "What an edition changes", ""),
    SCHEMA_FIELD(draft_theme, rules, "rules", &checks, 0,
                 "How grave what is found before printing is, and from where on", ""),
    SCHEMA_FIELD(draft_theme, inks, "inks", &theme_inks, 0, "What fewer inks change", ""),
    SCHEMA_FIELD(draft_theme, scripts, "scripts", &scripts, 0, "What a document's script changes",
                 ""),
    SCHEMA_FIELD(draft_theme, sizes, "sizes", &sizes, 0, "What the page's size changes", ""),
    SCHEMA_FIELD(draft_theme, fonts, "fonts", &fonts, NEEDS, "Families of fonts/families.yaml",
                 "{text: Lato}"),
    SCHEMA_FIELD(draft_theme, colors, "colors", &colors, NEEDS, "The theme's colours",
                 "{black: \"#1A1A1A\"}"),
    SCHEMA_FIELD(draft_theme, art, "art", &art, 0,
                 "Colours of drawings, and the theme's own that take their place",
                 "{\"#0B4A58\": ink}"),
    SCHEMA_FIELD(draft_theme, page, "page", &page, NEEDS, "Margins and grid", ""),
    SCHEMA_FIELD(draft_theme, furniture, "furniture", &furniture, NEEDS,
                 "What stands at the head and the foot of the pages", ""),
    SCHEMA_FIELD(draft_theme, roles, "roles", &roles, NEEDS, "The roles of type", ""),
    SCHEMA_FIELD(draft_theme, lists, "lists", &lists, NEEDS, "Bullets and numbers", ""),
    SCHEMA_FIELD(draft_theme, references, "references", &reference_look, NEEDS,
                 "The reference list", ""),
    SCHEMA_FIELD(draft_theme, control, "control", &control, NEEDS, "The control data", ""),
    SCHEMA_FIELD(draft_theme, blocks, "blocks", &block_looks, NEEDS, "The geometry of blocks", ""),
    SCHEMA_UNBUILT("fit", "Bounds for fitting to pages"),
};
OBJECT(theme_schema, "theme", draft_theme, theme_fields);
const struct schema_object theme_edition_schema = {
    .name = STR_INIT("theme-edition"),
    .fields = theme_fields + WHOLE_FIELDS,
    .field_count = SCHEMA_COUNT(theme_fields) - WHOLE_FIELDS,
    .size = sizeof(struct draft_theme),
};
const struct schema_object theme_part_schema = {
    .name = STR_INIT("theme-part"),
    .fields = theme_fields + WHOLE_FIELDS + DIFFERING_FIELDS,
    .field_count = SCHEMA_COUNT(theme_fields) - WHOLE_FIELDS - DIFFERING_FIELDS,
    .size = sizeof(struct draft_theme),
};
