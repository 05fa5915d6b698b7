#include "layout/forms.h"

#include "layout/lists.h"

// The least that a line leaves to write on, in thousandths of the measure.
enum { LEAST_LINE = 300 };

// Fields that stand side by side.
struct form_line {
    const struct field *fields;
    size_t count;
    length measure;
    length fixed;    // taken by fields that say their width, gutters included
    size_t flexible; // fields that share the rest
};

static length field_width(const struct field *field, length measure)
{
    length width = field->width.fixed;
    if (field->width.thousandths > 0)
        width = length_scale(measure, field->width.thousandths, 1000);
    return width < measure ? width : measure;
}

// Several lines, or boxes, take the whole measure unless they say their width.
static bool stands_alone(const struct field *field)
{
    return (field->lines > 1 || field->option_count > 0) && field->width.fixed == 0 &&
           field->width.thousandths == 0;
}

static bool takes(const struct layout *layout, const struct form_line *line,
                  const struct field *field)
{
    if (line->count == 0)
        return true;
    length gutter = layout->theme->blocks.write_in.gutter;
    length least = length_scale(line->measure, LEAST_LINE, 1000);
    length width = field_width(field, line->measure);
    size_t flexible = line->flexible + (width == 0);
    int64_t needed = (int64_t)line->fixed + gutter + width + (int64_t)flexible * least;
    // Percentages that add up to the whole stand on one line, whatever the gutters take.
    int64_t slack = (int64_t)gutter * (int64_t)line->count;
    return !stands_alone(field) && !stands_alone(&line->fields[line->count - 1]) && flexible < 2 &&
           needed <= line->measure + slack;
}

static void take(const struct layout *layout, struct form_line *line, const struct field *field)
{
    length width = field_width(field, line->measure);
    if (line->count > 0)
        line->fixed += layout->theme->blocks.write_in.gutter;
    line->fixed += width;
    line->flexible += width == 0;
    line->count++;
}

static void add_rule(struct layout *layout, struct row *row, length start, length end)
{
    const struct look_rule *rule = &layout->theme->blocks.write_in.rule;
    if (end > start)
        rows_rule(layout, rule, (struct point){start, row->height - rule->width}, end - start,
                  &row->parts);
}

// Rows that are only lines.
static void add_lines(struct layout *layout, length width, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct row *row = row_add_space(layout, layout->theme->blocks.write_in.line);
        add_rule(layout, row, 0, width);
    }
}

// The label's own last line goes on as the line to write on, where enough of it is left.
static void add_label_line(struct layout *layout, length width, uint32_t lines)
{
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    struct row *row = &layout->rows.items[layout->rows.count - 1];
    length start = row->line->width + look->option_gap;
    bool enough = lines == 1 && width - start >= length_scale(width, LEAST_LINE, 1000);
    if (enough)
        add_rule(layout, row, start, width);
    add_lines(layout, width, enough ? 0 : lines);
}

// A box and its option in a cell of its own width.
static struct cell set_option(struct layout *layout, const struct inline_text *option, tag_id list,
                              length width)
{
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    struct tag_tree *tags = &layout->pages->tags;
    struct cell_around around = cell_begin(layout);
    tag_id item = tag_add(tags, list, TAG_LI, option->span);
    // U+2610 BALLOT BOX: what is to be chosen is not to be done.
    const struct box_setting box = {
        .look = &look->box, .item = item, .said = STR("\xE2\x98\x90"), .span = option->span};
    struct row_place place = {
        .role = ROLE_FIELD_LABEL,
        .indent = look->box.size + look->option_gap,
        .measure = width,
        .destination = NO_DESTINATION,
    };
    lists_add_box(layout, &box, &place.parts);
    place.parent = tag_add(tags, item, TAG_LBODY, option->span);
    rows_add_inline(layout, option, TAG_P, &place);
    return cell_end(layout, around, width);
}

static length option_width(struct layout *layout, const struct inline_text *option)
{
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    struct runs runs = {0};
    runs_add_inline(layout, &runs, option, ROLE_FIELD_LABEL, TAG_NONE);
    return look->box.size + look->option_gap + runs_width(layout, &runs, ROLE_FIELD_LABEL);
}

// Options stand side by side behind the label while they fit, then on rows of their own.
static void add_options(struct layout *layout, const struct field *field, tag_id parent,
                        length width)
{
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    tag_id list = tag_add(&layout->pages->tags, parent, TAG_L, field->span);
    layout->pages->tags.items[list].numbering = NUMBERING_UNORDERED;
    size_t last = layout->rows.count - 1;
    length x = layout->rows.items[last].line->width + look->gutter;
    for (size_t i = 0; i < field->option_count; i++) {
        length needed = option_width(layout, &field->options[i]);
        if (x > 0 && x + needed > width) {
            row_add_space(layout, layout->theme->roles[ROLE_FIELD_LABEL].leading)->gap =
                look->line - layout->theme->roles[ROLE_FIELD_LABEL].leading;
            last = layout->rows.count - 1;
            x = 0;
        }
        if (needed > width)
            needed = width;
        struct cell cell = set_option(layout, &field->options[i], list, needed);
        struct row *row = &layout->rows.items[last];
        length height = cell_height(&cell);
        row->height = height > row->height ? height : row->height;
        struct part *part = part_add(layout, &row->parts, PART_CELL);
        part->after_line = true;
        part->x = x;
        part->as.cell = cell;
        x += needed + look->gutter;
    }
}

static struct cell set_field(struct layout *layout, const struct field *field, tag_id parent,
                             length width)
{
    struct cell_around around = cell_begin(layout);
    struct row_place place = {
        .role = ROLE_FIELD_LABEL,
        .measure = width,
        .parent = parent,
        .destination = NO_DESTINATION,
    };
    // Room to write in above the line, which stands under the label.
    const struct role *role = &layout->theme->roles[ROLE_FIELD_LABEL];
    row_add_space(layout, layout->theme->blocks.write_in.line - role->leading);
    if (rows_add_inline(layout, &field->label, TAG_P, &place) > 0) {
        if (field->option_count > 0)
            add_options(layout, field, parent, width);
        else
            add_label_line(layout, width, field->lines);
    }
    return cell_end(layout, around, width);
}

// A field of many lines may be taller than a page: it goes on on the next one.
static void add_alone(struct layout *layout, const struct form_line *line, tag_id parent,
                      const struct row_place *place)
{
    size_t first = layout->rows.count;
    struct cell cell = set_field(layout, line->fields, parent, line->measure);
    rows_add_from(layout, &cell, place->indent, block_gap(layout, 0));
    if (layout->rows.count == first)
        return;
    struct row *row = &layout->rows.items[first];
    row->span = line->fields->span;
    row->destination = place->destination;
    rows_keep(layout, first, false);
    block_ends(layout, 0);
}

static void add_form_line(struct layout *layout, const struct form_line *line, tag_id parent,
                          const struct row_place *place)
{
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    if (line->count == 1 && stands_alone(line->fields)) {
        add_alone(layout, line, parent, place);
        return;
    }
    length rest = line->measure - line->fixed, x = place->indent;
    struct row row = {.span = line->fields[0].span, .destination = place->destination};
    for (size_t i = 0; i < line->count; i++) {
        length width = field_width(&line->fields[i], line->measure);
        if (width == 0 && line->flexible > 0)
            width = rest / (length)line->flexible;
        if (x + width > place->measure)
            width = place->measure - x; // the gutters took it
        struct cell cell = set_field(layout, &line->fields[i], parent, width);
        length height = cell_height(&cell);
        row.height = height > row.height ? height : row.height;
        struct part *part = part_add(layout, &row.parts, PART_CELL);
        part->x = x;
        part->as.cell = cell;
        x += width + look->gutter;
    }
    row.gap = block_gap(layout, 0);
    row_add(layout, row);
    block_ends(layout, 0);
}

void forms_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct write_in *form = &block->as.write_in;
    const struct look_write_in *look = &layout->theme->blocks.write_in;
    tag_id parent = tag_add(&layout->pages->tags, place->parent, TAG_DIV, block->span);
    size_t first = layout->rows.count;
    length gap = block_gap(layout, look->space.before);
    struct row_place inner = *place;
    for (size_t i = 0; i < form->count;) {
        struct form_line line = {.fields = &form->items[i],
                                 .measure = place->measure - place->indent};
        for (; i < form->count && takes(layout, &line, &form->items[i]); i++)
            take(layout, &line, &form->items[i]);
        add_form_line(layout, &line, parent, &inner);
        inner.destination = NO_DESTINATION;
    }
    layout->rows.items[first].gap = gap;
    if (block->placement.inside != BREAK_INSIDE_ALLOW)
        rows_keep(layout, first, false);
    block_ends(layout, look->space.after);
}

void forms_add_cut(struct layout *layout, const struct row_place *place)
{
    const struct look_cut *look = &layout->theme->blocks.cut;
    length grid = layout->theme->page.grid;
    struct row row = {
        .height = grid,
        .gap = panel_gap(layout, look->space.before),
        .destination = place->destination,
    };
    struct part *part = part_add(layout, &row.parts, PART_SHAPE);
    part->x = place->indent;
    part->y = (grid - look->rule.width) / 2;
    part->as.shape.kind = SHAPE_DASHES;
    part->as.shape.width = place->measure - place->indent;
    part->as.shape.height = look->rule.width;
    part->as.shape.stroke = look->dash;
    part->as.shape.color = look->rule.color;
    row_add(layout, row);
    block_ends(layout, look->space.after);
}
