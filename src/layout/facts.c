#include "layout/facts.h"

#include <assert.h>

static size_t columns_of(const struct look_facts *look, size_t count, length measure)
{
    size_t columns = look->columns < count ? look->columns : count;
    while (columns > 1 &&
           (measure - (length)(columns - 1) * look->gutter) / (length)columns < look->least_width)
        columns--;
    return columns;
}

static struct cell set_text(struct layout *layout, const struct inline_text *text,
                            struct row_place place)
{
    struct cell_around around = cell_begin(layout);
    rows_add_inline(layout, text, TAG_P, &place);
    return cell_end(layout, around, place.measure);
}

// What all facts of a list share.
struct facts_setting {
    const struct row_place *place;
    tag_id list;
    size_t columns;
    length beside; // width of the figures where the words stand beside them; 0: below
};

// The figures are as wide as the widest. Where that is more than the theme allows, or than leaves
// the words half of the measure, the words stand below.
static length width_beside(struct layout *layout, const struct facts *facts, length measure)
{
    length widest = 0, most = layout->theme->blocks.facts.beside;
    for (size_t i = 0; most > 0 && i < facts->count; i++) {
        struct runs runs = {0};
        runs_add_inline(layout, &runs, &facts->items[i].value, ROLE_FACT_VALUE, TAG_NONE);
        widest = length_larger(widest, runs_width(layout, &runs, ROLE_FACT_VALUE));
    }
    return widest <= most && widest <= measure / 2 ? widest : 0;
}

// The words beside the figure: a row of two cells.
static void add_beside(struct layout *layout, const struct fact *fact, length beside,
                       struct row_place place)
{
    length gutter = layout->theme->blocks.facts.gutter;
    length widths[] = {beside, place.measure - beside - gutter};
    struct row row = {.span = fact->span, .destination = NO_DESTINATION};
    for (size_t i = 0; i < 2; i++) {
        place.role = i == 0 ? ROLE_FACT_VALUE : ROLE_BODY;
        place.measure = widths[i];
        struct part *part = part_add(layout, &row.parts, PART_CELL);
        part->x = i == 0 ? 0 : beside + gutter;
        part->as.cell = set_text(layout, i == 0 ? &fact->value : &fact->label, place);
        if (i == 1 && part->as.cell.count == 1) // one line stands on the figure's baseline
            part->y =
                layout->theme->roles[ROLE_FACT_VALUE].base - layout->theme->roles[ROLE_BODY].base;
        row.height = length_larger(row.height, cell_height(&part->as.cell));
    }
    row_add(layout, row);
}

static struct cell set_fact(struct layout *layout, const struct fact *fact,
                            const struct facts_setting *setting, length width)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct cell_around around = cell_begin(layout);
    tag_id item = tag_add(tags, setting->list, TAG_LI, fact->span);
    struct row_place place = {
        .role = ROLE_FACT_VALUE,
        .measure = width,
        .parent = tag_add(tags, item, TAG_LBODY, fact->span),
        .destination = NO_DESTINATION,
    };
    if (setting->beside > 0) {
        add_beside(layout, fact, setting->beside, place);
        return cell_end(layout, around, width);
    }
    rows_add_inline(layout, &fact->value, TAG_P, &place);
    place.role = ROLE_BODY;
    block_leads(layout, 0);
    rows_add_inline(layout, &fact->label, TAG_P, &place);
    return cell_end(layout, around, width);
}

// One row of facts under a rule.
static void add_band(struct layout *layout, const struct facts *band,
                     const struct facts_setting *setting, length gap)
{
    const struct look_facts *look = &layout->theme->blocks.facts;
    const struct row_place *place = setting->place;
    assert(setting->columns > 0);
    length measure = place->measure - place->indent, gaps = (length)setting->columns - 1;
    length width = (measure - gaps * look->gutter) / (length)setting->columns;
    struct row row = {.span = band->items[0].span, .destination = NO_DESTINATION};
    rows_rule(layout, &look->rule, (struct point){place->indent, 0}, measure, &row.parts);
    for (size_t i = 0; i < band->count; i++) {
        struct cell cell = set_fact(layout, &band->items[i], setting, width);
        length height = look->rule.gap + cell_height(&cell) + look->foot;
        row.height = height > row.height ? height : row.height;
        struct part *part = part_add(layout, &row.parts, PART_CELL);
        part->x = place->indent + (length)i * (width + look->gutter);
        part->y = look->rule.gap;
        part->as.cell = cell;
    }
    row.gap = gap;
    row_add(layout, row);
    block_ends(layout, look->space.after);
}

// Facts that stand one below the other are a list: its items are no further apart than others.
void facts_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct facts *facts = &block->as.facts;
    const struct look_facts *look = &layout->theme->blocks.facts;
    length measure = place->measure - place->indent, grid = layout->theme->page.grid;
    struct facts_setting setting = {
        .place = place,
        .list = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span),
        .columns = columns_of(look, facts->count, measure),
    };
    size_t first = layout->rows.count, most = setting.columns;
    if (most == 1)
        setting.beside = width_beside(layout, facts, measure);
    for (size_t i = 0; i < facts->count; i += most) {
        size_t rest = facts->count - i;
        struct facts band = {facts->items + i, rest < most ? rest : most};
        bool listed = i > 0 && look->beside > 0;
        add_band(layout, &band, &setting, listed ? grid : panel_gap(layout, look->space.before));
    }
    if (layout->rows.count > first)
        layout->rows.items[first].destination = place->destination;
}
