#include "layout/rows.h"

#include "model/inline_writer.h"

static void end_text(struct layout *layout, enum role_id role)
{
    length after = layout->theme->roles[role].after;
    if (role >= ROLE_HEADING_1 && role <= ROLE_HEADING_6)
        block_leads(layout, after);
    else
        block_ends(layout, after);
}

// No line of a paragraph stands alone at a column's foot or head.
static bool keeps_next(size_t line, size_t count, bool keep_whole)
{
    bool orphan = line == 0, widow = line + 2 == count;
    return line + 1 < count && (keep_whole || orphan || widow);
}

// Small print and the lead are set to be read by themselves, in boxes that begin on the grid; so
// are the numerals of facts, whose size asks for its own place in the box.
static bool stands_in_box(const struct layout *layout, enum role_id role)
{
    const struct role *roles = layout->theme->roles;
    return roles[role].size < roles[ROLE_BODY].size || role == ROLE_LEAD || role == ROLE_FACT_VALUE;
}

// Text shares the body's baselines. The title of a warning stands in the middle of its strip.
static struct grid_claim claim_of(const struct layout *layout, enum role_id role)
{
    const struct role *roles = layout->theme->roles;
    length drop = roles[stands_in_box(layout, role) ? role : ROLE_BODY].base;
    return (struct grid_claim){role != ROLE_WARNING_TITLE, drop};
}

// Lines in boxes that are no whole number of u keep their own distance.
static enum rhythm rhythm_of(const struct layout *layout, enum role_id role)
{
    bool whole = layout->theme->roles[role].leading % layout->theme->page.grid == 0;
    return whole || !stands_in_box(layout, role) ? RHYTHM_GRID : RHYTHM_OWN;
}

// What stands beside the first row, and above its text.
static void head_row(struct layout *layout, const struct row_place *place, struct row *row)
{
    const struct role *role = &layout->theme->roles[place->role];
    row->parts = place->parts;
    row->destination = place->destination;
    if (role->rule_above == 0)
        return;
    struct look_rule rule = {.width = role->rule_above, .color = role->rule_color};
    rows_rule(layout, &rule, (struct point){0}, place->measure, &row->parts);
    row->height += role->rule_gap;
    row->base += role->rule_gap;
}

length rows_measure(const struct layout *layout, const struct row_place *place)
{
    length room = place->measure - place->indent, most = layout->theme->page.measure;
    return most > 0 && room > most ? most : room;
}

size_t rows_add_runs(struct layout *layout, const struct runs *runs, const struct row_place *place)
{
    length measure = rows_measure(layout, place);
    return rows_add_text(layout, runs_set(layout, runs, place->role, measure), place);
}

size_t rows_add_text(struct layout *layout, const struct text_block *block,
                     const struct row_place *place)
{
    if (!block)
        return 0;
    const struct role *role = &layout->theme->roles[place->role];
    length gap = block_gap(layout, length_larger(role->before, place->gap));
    size_t count = block->lines.count;
    for (size_t i = 0; i < count; i++) {
        struct row row = {
            .block = block,
            .line = &block->lines.items[i],
            .span = block->meanings[0].span,
            .height = role->leading,
            .base = role->base,
            .indent = place->indent,
            .measure = rows_measure(layout, place),
            .grid = claim_of(layout, place->role),
            .rhythm = (uint8_t)rhythm_of(layout, place->role),
            .keep_next = keeps_next(i, count, place->keep_whole),
            .destination = NO_DESTINATION,
        };
        if (i == 0) {
            row.gap = gap;
            row.flex = gap == role->before && role->before_most > 0 ? role : NULL;
            head_row(layout, place, &row);
        }
        row_add(layout, row);
    }
    end_text(layout, place->role);
    return count;
}

// A paragraph below another of the same edge has its first line indented, where the role says so.
static length first_indent(const struct layout *layout, const struct row_place *place)
{
    bool follows = layout->paragraph_end > 0 && layout->paragraph_end == layout->rows.count &&
                   layout->paragraph_edge == place->indent && !layout->after_heading;
    return follows && !place->parts.first && !place->run_in
               ? layout->theme->roles[place->role].indent
               : 0;
}

static bool ends_in_sign(struct str text)
{
    static const char *const signs[] = {".", "?", "!", ":", ";", ",", "\u2026", "\u061F", "\u3002"};
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (str_ends_with(text, str_from(signs[i])))
            return true;
    return false;
}

static void add_run_in(struct layout *layout, struct runs *runs, const struct row_place *place)
{
    const struct run_in *run_in = place->run_in;
    tag_id tag = tag_add(&layout->pages->tags, place->parent, run_in->kind, run_in->text->span);
    runs_add_inline(layout, runs, run_in->text, run_in->role, tag);
    if (run_in->point && !ends_in_sign(inline_plain(layout->arena, run_in->text->first)))
        runs_add_plain(layout, runs, STR("."), run_in->role, tag);
    runs_add_gap(layout, runs, run_in->gap, place->role, tag);
}

size_t rows_add_inline(struct layout *layout, const struct inline_text *text, enum tag_kind kind,
                       const struct row_place *place)
{
    struct runs runs = {.align = place->align, .first_indent = first_indent(layout, place)};
    if (place->run_in)
        add_run_in(layout, &runs, place);
    tag_id tag = tag_add(&layout->pages->tags, place->parent, kind, text->span);
    runs_add_inline(layout, &runs, text, place->role, tag);
    size_t count = rows_add_runs(layout, &runs, place);
    if (layout->theme->roles[place->role].indent > 0) {
        layout->paragraph_end = layout->rows.count;
        layout->paragraph_edge = place->indent;
    }
    return count;
}

void rows_add_from(struct layout *layout, const struct cell *cell, length edge, length gap)
{
    for (size_t i = 0; i < cell->count; i++) {
        struct row row = cell->rows[i];
        row.gap = i == 0 ? gap : row.gap;
        row.indent += edge;
        for (struct part *part = row.parts.first; part; part = part->next)
            part->x += edge;
        row_add(layout, row);
    }
}

void rows_line_part(struct layout *layout, const struct text_block *block,
                    const struct label_place *place, struct parts *parts)
{
    struct part *part = part_add(layout, parts, PART_LINE);
    part->as.line.line = &block->lines.items[0];
    part->as.line.meanings = block->meanings;
    part->as.line.measure = layout->frame.width; // see rows_label
    part->x = place->edge;
    part->on_baseline = !place->on_top;
    if (place->on_top)
        part->y = layout->theme->roles[place->role].base;
    if (place->align_end)
        part->x += place->width - part->as.line.line->width;
}

length rows_label(struct layout *layout, struct str text, const struct label_place *place,
                  struct parts *parts)
{
    struct runs runs = {0};
    // The space keeps the label apart from its text where a reader joins the words.
    text = str_format(layout->arena, "%.*s ", STR_ARGS(text));
    struct part_roles roles = {place->role, place->part};
    if (place->link)
        runs_add_link(layout, &runs, text, roles, *place->link);
    else
        runs_add_part(layout, &runs, text, roles, place->parent);
    const struct text_block *block = runs_set(layout, &runs, place->role, layout->frame.width);
    if (!block)
        return 0;
    rows_line_part(layout, block, place, parts);
    return block->lines.items[0].width;
}

void rows_rule(struct layout *layout, const struct look_rule *rule, struct point at, length width,
               struct parts *parts)
{
    if (!rule->color || rule->width == 0)
        return;
    struct part *part = part_add(layout, parts, PART_SHAPE);
    part->x = at.x;
    part->y = at.y;
    part->as.shape.kind = SHAPE_RECTANGLE;
    part->as.shape.width = width;
    part->as.shape.height = rule->width;
    part->as.shape.color = rule->color;
}

void rows_to_grid(struct layout *layout, size_t first)
{
    int64_t height = 0;
    length grid = layout->theme->page.grid;
    for (size_t i = first; i < layout->rows.count; i++)
        height += layout->rows.items[i].height + (i > first ? layout->rows.items[i].gap : 0);
    if (height % grid != 0)
        layout->rows.items[layout->rows.count - 1].height += grid - (length)(height % grid);
    layout->to_grid = true;
}

void rows_own_rhythm(struct layout *layout, size_t first)
{
    for (size_t i = first; i < layout->rows.count; i++)
        layout->rows.items[i].rhythm = (uint8_t)(i == first ? RHYTHM_BEGINS : RHYTHM_OWN);
}

// The loosest group among the rows from `first` to the last one, which keeps nothing; KEEP_NEXT
// where there is none.
static enum keep loosest_group(const struct rows *rows, size_t first)
{
    enum keep loosest = KEEP_NEXT;
    for (size_t i = first; i + 1 < rows->count; i++)
        if (rows->items[i].group != KEEP_NOTHING && rows->items[i].group < loosest)
            loosest = (enum keep)rows->items[i].group;
    return loosest;
}

void rows_keep(struct layout *layout, size_t first, bool with_next)
{
    struct row *rows = layout->rows.items;
    size_t count = layout->rows.count;
    enum keep inner = loosest_group(&layout->rows, first);
    for (size_t i = first; i + 1 < count; i++) {
        enum keep keep = i == first || i + 2 == count ? KEEP_EDGE : KEEP_GROUP;
        if (inner < KEEP_NEXT)
            keep = inner > KEEP_OUTERMOST ? inner - 1 : KEEP_OUTERMOST;
        if (rows[i].group == KEEP_NOTHING)
            rows[i].group = (uint8_t)keep;
    }
    if (with_next && first < count)
        rows[count - 1].keep_next = true;
}
