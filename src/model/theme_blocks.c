#include "model/theme_blocks.h"

#include "model/draft.h"
#include "model/theme_lengths.h"

#include <stddef.h>
#include <string.h>

static const struct schema_type size = THEME_LENGTH(SCHEMA_NOT_NEGATIVE, THEME_LONGEST);
static const struct schema_type positive = THEME_LENGTH(SCHEMA_POSITIVE, THEME_LONGEST);
static const struct schema_type shift = THEME_LENGTH(SCHEMA_ANY_SIGN, THEME_LONGEST);
static const struct schema_type boolean = {.kind = SCHEMA_BOOLEAN};
static const struct schema_type color = {.kind = SCHEMA_LITERAL}; // its own: see resolve
static const struct schema_type column_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 6};
static const struct schema_type line_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 4};

#define OBJECT_TYPE(variable, schema)                                                              \
    static const struct schema_type variable = {.kind = SCHEMA_OBJECT, .object = &(schema)}
#define NEEDS SCHEMA_REQUIRED

// parts

static const struct schema_field space_fields[] = {
    SCHEMA_FIELD(look_space, before, "before", &size, 0, "Space above", "2u"),
    SCHEMA_FIELD(look_space, after, "after", &size, 0, "Space below", "2u"),
};
static OBJECT(space_schema, "block-space", look_space, space_fields);
OBJECT_TYPE(space, space_schema);

static const struct schema_field rule_fields[] = {
    SCHEMA_FIELD(look_rule, width, "width", &size, NEEDS, "How thick the rule is", "0.5"),
    SCHEMA_FIELD(look_rule, gap, "gap", &size, 0, "From the rule to what stands below it", "1u"),
    SCHEMA_FIELD(look_rule, color, "color", &color, NEEDS, "A colour's name", "hair"),
};
static OBJECT(rule_schema, "block-rule", look_rule, rule_fields);
OBJECT_TYPE(rule, rule_schema);

static const struct schema_field box_fields[] = {
    SCHEMA_FIELD(look_box, size, "size", &positive, NEEDS, "The length of its sides", "9.5"),
    SCHEMA_FIELD(look_box, stroke, "stroke", &size, NEEDS, "How thick its sides are", "0.9"),
    SCHEMA_FIELD(look_box, color, "color", &color, NEEDS, "A colour's name", "ink"),
};
static OBJECT(box_schema, "block-box", look_box, box_fields);
OBJECT_TYPE(box, box_schema);

static const struct schema_field sign_fields[] = {
    SCHEMA_FIELD(look_sign, width, "width", &size, NEEDS, "The triangle's width", "16"),
    SCHEMA_FIELD(look_sign, height, "height", &size, NEEDS, "The triangle's height", "14"),
    SCHEMA_FIELD(look_sign, gap, "gap", &size, NEEDS, "From the triangle to the title", "8"),
    SCHEMA_FIELD(look_sign, color, "color", &color, NEEDS, "The triangle's colour", "white"),
    SCHEMA_FIELD(look_sign, mark, "mark", &color, NEEDS, "The colour of its mark", "brick"),
};
static OBJECT(sign_schema, "warning-sign", look_sign, sign_fields);
OBJECT_TYPE(sign, sign_schema);

static const struct schema_field strip_fields[] = {
    SCHEMA_FIELD(look_strip, head, "head", &size, NEEDS, "Space above the title", "1u"),
    SCHEMA_FIELD(look_strip, foot, "foot", &size, NEEDS, "Space below the title", "1u"),
    SCHEMA_FIELD(look_strip, color, "color", &color, NEEDS, "A colour's name", "brick"),
};
static OBJECT(strip_schema, "strip", look_strip, strip_fields);
OBJECT_TYPE(strip, strip_schema);

static const struct schema_field frame_fields[] = {
    SCHEMA_FIELD(look_frame, width, "width", &positive, NEEDS, "How thick the line is", "2"),
    SCHEMA_FIELD(look_frame, gap, "gap", &size, 0, "From the outer line to the inner one", "1.5"),
    SCHEMA_FIELD(look_frame, inner, "inner", &size, 0, "How thick the inner line is", "0.5"),
    SCHEMA_FIELD(look_frame, color, "color", &color, NEEDS, "A colour's name", "black"),
};
static OBJECT(frame_schema, "block-frame", look_frame, frame_fields);
OBJECT_TYPE(frame, frame_schema);

// blocks

static const struct schema_type percent = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 100};
static const struct schema_type percent_or_none = {
    .kind = SCHEMA_INTEGER, .minimum = 0, .maximum = 100};
static const struct schema_field opener_fields[] = {
    SCHEMA_FIELD(look_opener, least, "least", &percent_or_none, NEEDS,
                 "What the section fills of the page at least, in percent; 0: none opens one",
                 "60"),
};
static OBJECT(opener_look_schema, "opener-look", look_opener, opener_fields);
OBJECT_TYPE(opener, opener_look_schema);

static const struct schema_field float_fields[] = {
    SCHEMA_FIELD(look_float, most, "most", &percent, NEEDS,
                 "What they take of the page's height at most, in percent", "60"),
};
static OBJECT(float_look_schema, "float-look", look_float, float_fields);
OBJECT_TYPE(floating, float_look_schema);

static const struct schema_field callout_fields[] = {
    SCHEMA_FIELD(look_callout, space, "space", &space, 0, "Space before and after",
                 "{before: 2u, after: 2u}"),
    SCHEMA_FIELD(look_callout, pad, "pad", &size, NEEDS, "Space at the sides of the text", "12"),
    SCHEMA_FIELD(look_callout, head, "head", &size, NEEDS, "Space above the text", "1u"),
    SCHEMA_FIELD(look_callout, foot, "foot", &size, NEEDS, "Space below the text", "1u"),
    SCHEMA_FIELD(look_callout, ground, "ground", &color, 0, "The colour behind the text", "cream"),
    SCHEMA_FIELD(look_callout, frame, "frame", &frame, 0, "A line around the text", ""),
    SCHEMA_FIELD(look_callout, rule, "rule", &rule, 0, "Rules above and below the text", ""),
    SCHEMA_FIELD(look_callout, strip, "strip", &strip, 0, "A band behind the title", ""),
    SCHEMA_FIELD(look_callout, sign, "sign", &sign, 0, "The warning triangle", ""),
};
static OBJECT(callout_look_schema, "callout-look", look_callout, callout_fields);
OBJECT_TYPE(callout, callout_look_schema);

static const struct schema_field steps_fields[] = {
    SCHEMA_FIELD(look_steps, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_steps, hang, "hang", &size, NEEDS, "Where the text begins", "32"),
    SCHEMA_FIELD(look_steps, inset, "inset", &shift, 0, "Where the numeral begins", "-1"),
    SCHEMA_FIELD(look_steps, foot, "foot", &size, NEEDS, "Space below each step", "1u"),
    SCHEMA_FIELD(look_steps, least_lines, "least-lines", &line_count, 0,
                 "The lines that a step takes at least", "2"),
    SCHEMA_FIELD(look_steps, run_in, "run-in", &size, 0,
                 "The space behind a title whose text follows on its line", "6"),
    SCHEMA_FIELD(look_steps, rule, "rule", &rule, 0, "The rule above each step", ""),
};
static OBJECT(steps_look_schema, "steps-look", look_steps, steps_fields);
OBJECT_TYPE(steps, steps_look_schema);

static const struct schema_field checklist_fields[] = {
    SCHEMA_FIELD(look_checklist, hang, "hang", &size, NEEDS, "Where the text begins", "20"),
    SCHEMA_FIELD(look_checklist, item_gap, "item-gap", &size, NEEDS, "Between items", "1u"),
    SCHEMA_FIELD(look_checklist, box, "box", &box, NEEDS, "The box to tick", ""),
};
static OBJECT(checklist_look_schema, "checklist-look", look_checklist, checklist_fields);
OBJECT_TYPE(checklist, checklist_look_schema);

static const struct schema_field contacts_fields[] = {
    SCHEMA_FIELD(look_contacts, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_contacts, foot, "foot", &size, NEEDS, "Space below each contact", "1u"),
    SCHEMA_FIELD(look_contacts, rule, "rule", &rule, 0, "The rule above each contact", ""),
};
static OBJECT(contacts_look_schema, "contacts-look", look_contacts, contacts_fields);
OBJECT_TYPE(contacts, contacts_look_schema);

static const struct schema_field definitions_fields[] = {
    SCHEMA_FIELD(look_definitions, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_definitions, gap, "gap", &size, NEEDS, "From a term to its meaning", "6"),
    SCHEMA_FIELD(look_definitions, item_gap, "item-gap", &size, NEEDS, "Between definitions", "1u"),
};
static OBJECT(definitions_look_schema, "definitions-look", look_definitions, definitions_fields);
OBJECT_TYPE(definitions, definitions_look_schema);

static const struct schema_field facts_fields[] = {
    SCHEMA_FIELD(look_facts, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_facts, columns, "columns", &column_count, NEEDS, "Side by side at most", "4"),
    SCHEMA_FIELD(look_facts, least_width, "least-width", &size, NEEDS, "The width that one needs",
                 "108"),
    SCHEMA_FIELD(look_facts, beside, "beside", &size, 0,
                 "The width of the figures at most, where their words stand beside them", "76"),
    SCHEMA_FIELD(look_facts, gutter, "gutter", &size, NEEDS, "Between them", "24"),
    SCHEMA_FIELD(look_facts, foot, "foot", &size, 0, "Space below each", "0"),
    SCHEMA_FIELD(look_facts, rule, "rule", &rule, 0, "The rule above them", ""),
};
static OBJECT(facts_look_schema, "facts-look", look_facts, facts_fields);
OBJECT_TYPE(facts, facts_look_schema);

static const struct schema_field quote_fields[] = {
    SCHEMA_FIELD(look_quote, hang, "hang", &size, NEEDS, "How far the opening mark hangs out",
                 "9.5"),
};
static OBJECT(quote_look_schema, "quote-look", look_quote, quote_fields);
OBJECT_TYPE(quote, quote_look_schema);

static const struct schema_field write_in_fields[] = {
    SCHEMA_FIELD(look_write_in, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_write_in, line, "line", &positive, NEEDS, "From line to line", "3u"),
    SCHEMA_FIELD(look_write_in, gutter, "gutter", &size, NEEDS, "Between fields side by side",
                 "12"),
    SCHEMA_FIELD(look_write_in, option_gap, "option-gap", &size, NEEDS, "From a box to its option",
                 "6"),
    SCHEMA_FIELD(look_write_in, rule, "rule", &rule, NEEDS, "The line to write on", ""),
    SCHEMA_FIELD(look_write_in, box, "box", &box, NEEDS, "The box to tick", ""),
};
static OBJECT(write_in_look_schema, "write-in-look", look_write_in, write_in_fields);
OBJECT_TYPE(write_in, write_in_look_schema);

static const struct schema_field qr_fields[] = {
    SCHEMA_FIELD(look_qr, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_qr, size, "size", &positive, NEEDS, "The symbol's width at least", "57"),
    SCHEMA_FIELD(look_qr, module, "module", &positive, NEEDS, "A module's width at least", "1.2"),
    SCHEMA_FIELD(look_qr, gap, "gap", &size, NEEDS, "From the symbol to its text", "14"),
    SCHEMA_FIELD(look_qr, color, "color", &color, NEEDS, "The dark modules", "black"),
    SCHEMA_FIELD(look_qr, ground, "ground", &color, NEEDS, "The light modules", "white"),
};
static OBJECT(qr_look_schema, "qr-look", look_qr, qr_fields);
OBJECT_TYPE(qr, qr_look_schema);

static const struct schema_field cut_fields[] = {
    SCHEMA_FIELD(look_cut, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_cut, dash, "dash", &positive, NEEDS, "The length of its dashes", "4"),
    SCHEMA_FIELD(look_cut, rule, "rule", &rule, NEEDS, "The dashed line", ""),
};
static OBJECT(cut_look_schema, "cut-look", look_cut, cut_fields);
OBJECT_TYPE(cut, cut_look_schema);

static const struct schema_choice caption_places[] = {
    {STR_INIT("block"), CAPTION_AT_BLOCK, STR_INIT("Below a figure, above a table")},
    {STR_INIT("margin"), CAPTION_IN_MARGIN, STR_INIT("Beside it, in the margin column")},
};
static const struct schema_type caption_place = {
    .kind = SCHEMA_CHOICE, .choices = caption_places, .choice_count = SCHEMA_COUNT(caption_places)};
static const struct schema_field figure_fields[] = {
    SCHEMA_FIELD(look_figure, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_figure, ground, "ground", &color, 0, "The colour behind drawings", "cream"),
    SCHEMA_FIELD(look_figure, gap, "gap", &size, NEEDS, "From the pictures to their captions", "4"),
    SCHEMA_FIELD(look_figure, gutter, "gutter", &size, NEEDS, "Between parts", "12"),
    SCHEMA_FIELD(look_figure, columns, "columns", &column_count, 0, "Parts side by side at most",
                 "1"),
    SCHEMA_FIELD(look_figure, caption, "caption", &caption_place, 0, "Where its caption stands",
                 "margin"),
};
static OBJECT(figure_look_schema, "figure-look", look_figure, figure_fields);
OBJECT_TYPE(figure, figure_look_schema);

static const struct schema_field contents_fields[] = {
    SCHEMA_FIELD(look_contents, rule_drop, "rule-drop", &size, NEEDS, "From the text to the rule",
                 "4"),
    SCHEMA_FIELD(look_contents, foot, "foot", &size, NEEDS, "Space below the rule", "4"),
    SCHEMA_FIELD(look_contents, indent, "indent", &size, NEEDS, "Of each deeper level", "14"),
    SCHEMA_FIELD(look_contents, rule, "rule", &rule, 0, "The rule below each entry", ""),
};
static OBJECT(contents_look_schema, "contents-look", look_contents, contents_fields);
OBJECT_TYPE(contents, contents_look_schema);

static const struct schema_field cover_fields[] = {
    SCHEMA_FIELD(look_cover, ground, "ground", &color, 0, "The colour behind the title", "ink"),
    SCHEMA_FIELD(look_cover, rule, "rule", &rule, 0, "The rule above the publisher", ""),
    SCHEMA_FIELD(look_cover, plain, "plain", &boolean, 0, "Whether it shows no picture", "true"),
    SCHEMA_FIELD(look_cover, brief, "brief", &boolean, 0,
                 "Whether it leaves the control data to the last page", "true"),
    SCHEMA_FIELD(look_cover, least, "picture", &positive, 0,
                 "The least height of the picture: with less, the summary moves, or else it goes",
                 "96"),
    SCHEMA_FIELD(look_cover, logo, "logo", &size, NEEDS, "The logo's height at most", "32"),
    SCHEMA_FIELD(look_cover, strip, "strip", &size, NEEDS, "The height below the ground", "136"),
    SCHEMA_FIELD(look_cover, eyebrow, "eyebrow", &size, NEEDS, "The eyebrow's baseline", "76"),
    SCHEMA_FIELD(look_cover, title, "title", &size, NEEDS, "The title's first baseline", "144"),
    SCHEMA_FIELD(look_cover, subtitle, "subtitle", &size, NEEDS,
                 "The subtitle's baseline below the title's last", "48"),
    SCHEMA_FIELD(look_cover, shift, "shift", &shift, 0, "How far the title is moved", "-3"),
    SCHEMA_FIELD(look_cover, publisher, "publisher", &size, NEEDS,
                 "The publisher's baseline below the ground", "36"),
};
static OBJECT(cover_look_schema, "cover-look", look_cover, cover_fields);
OBJECT_TYPE(cover, cover_look_schema);

static const struct schema_field back_fields[] = {
    SCHEMA_FIELD(look_back, ground, "ground", &color, 0, "The colour behind it", "mist"),
    SCHEMA_FIELD(look_back, rule, "rule", &rule, 0, "Rules above and below it", ""),
    SCHEMA_FIELD(look_back, pad, "pad", &size, NEEDS, "Space above and below the text", "16"),
    SCHEMA_FIELD(look_back, sides, "sides", &size, NEEDS, "Space at the sides of the text", "16"),
    SCHEMA_FIELD(look_back, gutter, "gutter", &size, NEEDS, "Between its parts", "14"),
    SCHEMA_FIELD(look_back, online, "online", &size, NEEDS, "The width of the web address", "102"),
    SCHEMA_FIELD(look_back, control, "control", &size, NEEDS, "The width of the control data",
                 "122"),
    SCHEMA_FIELD(look_back, least, "least", &size, NEEDS, "The width that the publisher needs",
                 "100"),
};
static OBJECT(back_look_schema, "back-look", look_back, back_fields);
OBJECT_TYPE(back, back_look_schema);

static const struct schema_choice furniture_items[] = {
    {STR_INIT("none"), FURNITURE_NOTHING, STR_INIT("Nothing")},
    {STR_INIT("title"), FURNITURE_TITLE, STR_INIT("The brochure's title")},
    {STR_INIT("section"), FURNITURE_SECTION, STR_INIT("The section that the page begins in")},
    {STR_INIT("alternating"), FURNITURE_ALTERNATING,
     STR_INIT("The title on left pages, the section on right ones")},
    {STR_INIT("folio"), FURNITURE_FOLIO, STR_INIT("The page number")},
    {STR_INIT("control"), FURNITURE_CONTROL, STR_INIT("Id, version and date")},
    {STR_INIT("version"), FURNITURE_VERSION, STR_INIT("Id and version")},
};
static const struct schema_type furniture_item = {.kind = SCHEMA_CHOICE,
                                                  .choices = furniture_items,
                                                  .choice_count = SCHEMA_COUNT(furniture_items)};
static const struct schema_field corner_fields[] = {
    SCHEMA_FIELD(look_corners, outer, "outer", &furniture_item, 0, "At the page's edge", "folio"),
    SCHEMA_FIELD(look_corners, inner, "inner", &furniture_item, 0, "At the spine", "control"),
};
static OBJECT(corners_schema, "corners", look_corners, corner_fields);
OBJECT_TYPE(corners, corners_schema);
static const struct schema_field furniture_fields[] = {
    SCHEMA_FIELD(look_furniture, head, "head", &corners, 0, "At the page's head", ""),
    SCHEMA_FIELD(look_furniture, foot, "foot", &corners, 0, "At the page's foot", ""),
    SCHEMA_FIELD(look_furniture, rule, "rule", &rule, 0, "Below the head's baseline", ""),
};
OBJECT(furniture_schema, "furniture", look_furniture, furniture_fields);

static const struct schema_field table_fields[] = {
    SCHEMA_FIELD(look_table, space, "space", &space, 0, "Space before and after", ""),
    SCHEMA_FIELD(look_table, gutter, "gutter", &size, NEEDS, "Between cells", "12"),
    SCHEMA_FIELD(look_table, pad, "pad", &size, NEEDS, "Above and below the text of a row", "4"),
    SCHEMA_FIELD(look_table, caption_gap, "caption-gap", &size, NEEDS,
                 "From the caption to the head", "4"),
    SCHEMA_FIELD(look_table, caption, "caption", &caption_place, 0, "Where its caption stands",
                 "margin"),
    SCHEMA_FIELD(look_table, narrow, "narrow", &column_count, NEEDS,
                 "The columns that a table within a column of the page has at most", "2"),
    SCHEMA_FIELD(look_table, records, "records", &column_count, 0,
                 "A table of more columns, or that does not fit, is set record by record", "3"),
    SCHEMA_FIELD(look_table, over, "over", &rule, 0, "The rule above the head", ""),
    SCHEMA_FIELD(look_table, under, "under", &rule, 0, "The rule below the head", ""),
    SCHEMA_FIELD(look_table, rule, "rule", &rule, 0, "The rule below each row", ""),
    SCHEMA_FIELD(look_table, end, "end", &rule, 0, "The rule below the last row", ""),
};
static OBJECT(table_look_schema, "table-look", look_table, table_fields);
OBJECT_TYPE(table, table_look_schema);

static const struct schema_field masthead_fields[] = {
    SCHEMA_FIELD(look_masthead, ground, "ground", &color, NEEDS, "The colour behind the title",
                 "ink"),
    SCHEMA_FIELD(look_masthead, head, "head", &size, 0, "Space above the title, below the margin",
                 "1u"),
    SCHEMA_FIELD(look_masthead, foot, "foot", &size, NEEDS, "Space below the subtitle", "2u"),
    SCHEMA_FIELD(look_masthead, after, "after", &size, NEEDS, "Space below the masthead", "3u"),
    SCHEMA_FIELD(look_masthead, shift, "shift", &shift, 0, "How far the title is moved", "-3"),
    SCHEMA_FIELD(look_masthead, rule, "rule", &rule, 0, "The rule below the ground", ""),
};
static OBJECT(masthead_look_schema, "masthead-look", look_masthead, masthead_fields);
OBJECT_TYPE(masthead, masthead_look_schema);

static const struct schema_field blocks_fields[] = {
    SCHEMA_FIELD(theme_blocks, opener, "opener", &opener, 0, "Pages that a section opens", ""),
    SCHEMA_FIELD(theme_blocks, floating, "float", &floating, 0,
                 "Tables and figures over the columns that move to a page's head or foot", ""),
    SCHEMA_FIELD(theme_blocks, warning, "warning", &callout, NEEDS, "Callouts that warn", ""),
    SCHEMA_FIELD(theme_blocks, note, "note", &callout, NEEDS, "Notes", ""),
    SCHEMA_FIELD(theme_blocks, tip, "tip", &callout, NEEDS, "Tips", ""),
    SCHEMA_FIELD(theme_blocks, steps, "steps", &steps, NEEDS, "Steps", ""),
    SCHEMA_FIELD(theme_blocks, checklist, "checklist", &checklist, NEEDS,
                 "Checklists and task lists", ""),
    SCHEMA_FIELD(theme_blocks, contacts, "contacts", &contacts, NEEDS, "Contacts", ""),
    SCHEMA_FIELD(theme_blocks, definitions, "definitions", &definitions, NEEDS, "Definitions", ""),
    SCHEMA_FIELD(theme_blocks, facts, "facts", &facts, NEEDS, "Facts", ""),
    SCHEMA_FIELD(theme_blocks, table, "table", &table, NEEDS, "Tables", ""),
    SCHEMA_FIELD(theme_blocks, quote, "quote", &quote, NEEDS, "Pull quotes", ""),
    SCHEMA_FIELD(theme_blocks, write_in, "write-in", &write_in, NEEDS, "Lines to write on", ""),
    SCHEMA_FIELD(theme_blocks, qr, "qr", &qr, NEEDS, "QR codes", ""),
    SCHEMA_FIELD(theme_blocks, cut, "cut", &cut, NEEDS, "The line to cut along", ""),
    SCHEMA_FIELD(theme_blocks, figure, "figure", &figure, NEEDS, "Figures", ""),
    SCHEMA_FIELD(theme_blocks, contents, "contents", &contents, NEEDS, "The contents list", ""),
    SCHEMA_FIELD(theme_blocks, cover, "cover", &cover, NEEDS, "The cover", ""),
    SCHEMA_FIELD(theme_blocks, back, "back", &back, NEEDS,
                 "The publisher and the control data at the foot of the last page", ""),
    SCHEMA_FIELD(theme_blocks, masthead, "masthead", &masthead, 0,
                 "A ground behind the title, where there is no cover", ""),
};
OBJECT(theme_blocks_schema, "blocks", theme_blocks, blocks_fields);

// Objects nest as deep as these tables do.
void theme_blocks_resolve(const struct schema_object *object, void *filled,
                          const struct color_finder *finder)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_field *field = &object->fields[i];
        char *place = (char *)filled + field->offset;
        if (field->type == &color) {
            const struct node *name;
            memcpy(&name, place, sizeof name);
            const struct color *found = name ? finder->find(finder->context, name) : NULL;
            memcpy(place, &found, sizeof found);
        } else if (field->type && field->type->kind == SCHEMA_OBJECT) {
            theme_blocks_resolve(field->type->object, place, finder);
        }
    }
}
