#include "layout/steps.h"

#include "layout/block_rows.h"

static struct row_place place_of_step(struct layout *layout, const struct step *step, size_t number,
                                      tag_id list, const struct row_place *around)
{
    const struct look_steps *look = &layout->theme->blocks.steps;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id item = tag_add(tags, list, TAG_LI, step->span);
    struct row_place place = *around;
    struct label_place label = {
        .role = ROLE_STEP_NUMBER,
        .part = ROLE_STEP_NUMBER,
        .parent = tag_add(tags, item, TAG_LBL, step->span),
        .edge = around->indent + look->inset,
        .on_top = true,
    };
    place.parts = (struct parts){0};
    rows_label(layout, str_format(layout->arena, "%zu", number), &label, &place.parts);
    place.parent = tag_add(tags, item, TAG_LBODY, step->span);
    place.indent += look->hang;
    return place;
}

// The rule, and the space under it that belongs to the step.
static void add_head(struct layout *layout, const struct row_place *around)
{
    const struct look_rule *rule = &layout->theme->blocks.steps.rule;
    struct row *row = row_add_space(layout, rule->gap);
    rows_rule(layout, rule, (struct point){around->indent, 0}, around->measure - around->indent,
              &row->parts);
    block_leads(layout, 0);
}

static length height_since(const struct layout *layout, size_t first)
{
    length height = 0;
    for (size_t i = first; i < layout->rows.count; i++)
        height += layout->rows.items[i].height + (i > first ? layout->rows.items[i].gap : 0);
    return height;
}

// The numeral needs its lines, even beside a shorter text.
static void fill_up(struct layout *layout, size_t first)
{
    const struct look_steps *look = &layout->theme->blocks.steps;
    length least = (length)look->least_lines * layout->theme->roles[ROLE_BODY].leading;
    length height = height_since(layout, first);
    if (height < least)
        row_add_space(layout, least - height);
}

static void add_step(struct layout *layout, const struct step *step, struct row_place place)
{
    const length gap = layout->theme->blocks.steps.run_in;
    const struct run_in run_in = {&step->title, ROLE_STEP_TITLE, TAG_P, gap, true};
    size_t first = layout->rows.count;
    if (step->title.first && gap > 0 && step->body.count > 0 &&
        step->body.items[0].kind == BLOCK_PARAGRAPH) {
        place.run_in = &run_in;
    } else if (step->title.first) {
        enum role_id role = place.role;
        place.role = ROLE_STEP_TITLE;
        rows_add_inline(layout, &step->title, TAG_P, &place);
        place.role = role;
        place.parts = (struct parts){0};
        block_leads(layout, 0);
    }
    block_rows_add(layout, &step->body, &place);
    fill_up(layout, first);
    row_add_space(layout, layout->theme->blocks.steps.foot);
}

void steps_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct steps *steps = &block->as.steps;
    tag_id list = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span);
    layout->pages->tags.items[list].numbering = NUMBERING_DECIMAL;
    const struct look_space *space = &layout->theme->blocks.steps.space;
    length gap = panel_gap(layout, space->before);
    for (size_t i = 0; i < steps->count; i++) {
        size_t first = layout->rows.count;
        struct row_place inner = place_of_step(layout, &steps->items[i], i + 1, list, place);
        inner.destination = NO_DESTINATION;
        add_head(layout, place);
        add_step(layout, &steps->items[i], inner);
        layout->rows.items[first].gap = i == 0 ? gap : 0;
        rows_keep(layout, first, false);
    }
    block_ends(layout, space->after);
}
