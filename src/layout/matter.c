#include "layout/matter.h"

#include "layout/address.h"
#include "layout/cover.h"
#include "layout/frame.h"
#include "layout/rows.h"
#include "layout/words.h"

static struct region region_over_frame(const struct layout *layout)
{
    return (struct region){
        .start = layout->rows.count,
        .columns = 1,
        .measure = layout->frame.width,
    };
}

// What stands above it, alone on a page, would leave most of that empty: then it may be parted.
static void add_over_frame(struct layout *layout, const struct inline_text *text, enum role_id role)
{
    struct row_place place = {
        .role = role,
        .measure = layout->frame.width,
        .destination = NO_DESTINATION,
        .keep_whole = !layout->summary_follows,
    };
    if (text->first)
        rows_add_inline(layout, text, TAG_P, &place);
}

// Draws a bar over the page's width, before what a row of the frame's holds.
static void add_bar(struct layout *layout, const struct color *color, length y, length height,
                    struct row *row)
{
    const struct box *frame = &layout->frame;
    length width = layout->brochure->page.width, right = width - frame->x - frame->width;
    struct look_rule rule = {.width = height, .color = color};
    struct point at = {-(layout->brochure->right_to_left ? right : frame->x), y};
    rows_rule(layout, &rule, at, width, &row->parts);
}

// The ground and its rule, from the page's head: the rows from `first` begin at the frame's.
static void draw_masthead(struct layout *layout, size_t first)
{
    const struct look_masthead *look = &layout->theme->blocks.masthead;
    struct row *row = &layout->rows.items[first];
    struct cell rows = {row, layout->rows.count - first, layout->frame.width};
    length height = cell_height(&rows), top = layout->frame.y;
    if (height > layout->frame.height) {
        diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->title.span,
                 "the title does not fit on the first page");
        diag_hint(layout->diags, "shorten the title or the subtitle, or use a larger page");
        layout->failed = true;
    }
    add_bar(layout, look->ground, -top, top + height, row);
    add_bar(layout, look->rule.color, height - look->rule.width, look->rule.width, row);
}

// The title in the cover's type, as it stands on a ground, too.
static void add_masthead(struct layout *layout)
{
    const struct look_masthead *look = &layout->theme->blocks.masthead;
    const struct brochure *brochure = layout->brochure;
    size_t first = layout->rows.count;
    row_add_space(layout, look->head);
    block_leads(layout, 0);
    add_over_frame(layout, &brochure->title, cover_title_role(layout, layout->frame.height));
    for (size_t i = first + 1; i < layout->rows.count; i++)
        layout->rows.items[i].indent += look->shift;
    add_over_frame(layout, &brochure->subtitle, ROLE_COVER_SUBTITLE);
    row_add_space(layout, look->foot + look->rule.width);
    rows_to_grid(layout, first);
    draw_masthead(layout, first);
    rows_keep(layout, first, true);
    block_ends(layout, look->after);
}

void matter_add_title(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    struct region region = region_over_frame(layout);
    if (brochure->cover.present)
        return;
    if (layout->theme->blocks.masthead.ground) {
        add_masthead(layout);
    } else {
        add_over_frame(layout, &brochure->title, ROLE_TITLE);
        if (brochure->subtitle.first)
            rows_keep(layout, region.start, true);
        add_over_frame(layout, &brochure->subtitle, ROLE_SUBTITLE);
    }
    region.keep_next = true;
    region_add(layout, region);
}

void matter_add_lead(struct layout *layout)
{
    struct region region = region_over_frame(layout);
    if (layout->summary_follows)
        add_over_frame(layout, &layout->brochure->document.summary, ROLE_BODY);
    add_over_frame(layout, &layout->brochure->lead, ROLE_LEAD);
    if (region.start == layout->rows.count)
        return;
    rows_to_grid(layout, region.start);
    region_add(layout, region);
}

void matter_add_heading(struct layout *layout, enum term term, tag_id section, uint32_t destination)
{
    struct region region = region_over_frame(layout);
    if (frame_columns(layout) == 1 && layout->margin == 0)
        region.measure = column_width(layout, 1); // its rule is as long as the others
    struct str title = layout_word(layout, term);
    struct runs runs = {0};
    runs_add_plain(layout, &runs, title, ROLE_HEADING_1,
                   tag_add(&layout->pages->tags, section, TAG_H1, (struct span){0}));
    struct row_place place = {
        .role = ROLE_HEADING_1,
        .measure = region.measure,
        .destination = destination,
        .keep_whole = true,
    };
    layout->running = title;
    layout->pages->tags.items[section].title = title;
    layout->pages->destinations[destination].tag = section;
    outline_add(layout->pages, (struct outline_entry){title, 1, destination});
    rows_add_runs(layout, &runs, &place);
    region.keep_next = true;
    region_add(layout, region);
}

struct region matter_list_region(const struct layout *layout)
{
    uint32_t columns = layout->theme->references.columns;
    struct region region = {
        .start = layout->rows.count,
        .columns =
            layout->margin > 0 || frame_columns(layout) > columns ? columns : frame_columns(layout),
    };
    region.measure = column_width(layout, region.columns);
    return region;
}

// The look of the list in this document: numbers stand in the room that the widest needs.
static struct label_place number_place(struct layout *layout)
{
    const struct part_roles roles = {ROLE_REFERENCE, ROLE_REFERENCE_NUMBER};
    struct runs runs = {0};
    runs_add_part(layout, &runs,
                  str_format(layout->arena, "%zu.", layout->brochure->reference_count), roles,
                  TAG_NONE);
    return (struct label_place){
        .role = roles.text,
        .part = roles.part,
        .width = length_larger(layout->theme->references.number_width,
                               runs_width(layout, &runs, roles.text)),
        .align_end = true,
    };
}

// The number, which leads back to where the entry is cited first.
static void add_number(struct layout *layout, const struct reference *reference,
                       struct label_place label, struct parts *parts)
{
    uint32_t index = (uint32_t)(reference - layout->brochure->references);
    struct run_link back = {.span = reference->span};
    if (layout->cited[index]) {
        struct str name = layout_numbered(layout, TERM_CITATION, reference->number);
        back.tag = tag_add(&layout->pages->tags, label.parent, TAG_LINK, reference->span);
        back.target.target = layout->first_citation + index;
        back.target.contents = str_format(layout->arena, "%.*s. %.*s", STR_ARGS(name),
                                          STR_ARGS(layout_word(layout, TERM_BACK)));
        label.link = &back;
    }
    rows_label(layout, str_format(layout->arena, "%u.", reference->number), &label, parts);
}

static void add_entry(struct layout *layout, const struct reference *reference, tag_id list,
                      const struct row_place *column, struct label_place label)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct row_place place = *column;
    struct runs runs = {0};
    tag_id item = tag_add(tags, list, TAG_LI, reference->span);
    label.parent = tag_add(tags, item, TAG_LBL, reference->span);
    add_number(layout, reference, label, &place.parts);
    place.destination =
        layout->first_reference + (uint32_t)(reference - layout->brochure->references);
    layout->pages->destinations[place.destination].tag = item;
    tag_id body = tag_add(tags, item, TAG_LBODY, reference->span);
    runs_add_inline(layout, &runs, &reference->text, ROLE_REFERENCE,
                    tag_add(tags, body, TAG_BIBENTRY, reference->text.span));
    const struct text_block *block =
        runs_set(layout, &runs, ROLE_REFERENCE, rows_measure(layout, &place));
    place.keep_whole = block && block->lines.count <= layout->theme->references.whole;
    rows_add_text(layout, block, &place);
}

void matter_add_references(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    const struct reference_look *look = &layout->theme->references;
    if (brochure->reference_count == 0)
        return;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id section = tag_add(tags, 0, TAG_SECT, (struct span){0});
    matter_add_heading(layout, TERM_REFERENCES, section, references_destination(layout));

    tag_id list = tag_add(tags, section, TAG_L, (struct span){0});
    tags->items[list].numbering = NUMBERING_DECIMAL;
    struct region region = matter_list_region(layout);
    struct label_place label = number_place(layout);
    struct row_place place = {
        .role = ROLE_REFERENCE,
        .indent = label.width + look->number_gap,
        .measure = region.measure,
    };
    for (size_t i = 0; i < brochure->reference_count; i++) {
        if (i > 0)
            block_ends(layout, look->entry_gap);
        add_entry(layout, &brochure->references[i], list, &place, label);
    }
    rows_own_rhythm(layout, region.start); // of entries that stand less than u apart
    region_add(layout, region);
}
