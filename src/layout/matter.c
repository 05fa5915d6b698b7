#include "layout/matter.h"

#include "layout/address.h"
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

void matter_add_title(struct layout *layout)
{
    if (layout->brochure->cover.present)
        return;
    struct region region = region_over_frame(layout);
    struct row_place place = {
        .role = ROLE_TITLE,
        .measure = layout->frame.width,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    rows_add_inline(layout, &layout->brochure->title, TAG_P, &place);
    if (layout->brochure->subtitle.first) {
        place.role = ROLE_SUBTITLE;
        rows_add_inline(layout, &layout->brochure->subtitle, TAG_P, &place);
    }
    region.keep_next = true;
    region_add(layout, region);
}

void matter_add_lead(struct layout *layout)
{
    struct region region = region_over_frame(layout);
    struct row_place place = {
        .role = ROLE_LEAD,
        .measure = layout->frame.width,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    if (!layout->brochure->lead.first)
        return;
    rows_add_inline(layout, &layout->brochure->lead, TAG_P, &place);
    rows_to_grid(layout, region.start);
    region_add(layout, region);
}

static void add_references_heading(struct layout *layout, tag_id section, uint32_t destination)
{
    struct region region = region_over_frame(layout);
    if (layout->brochure->page.columns == 1)
        region.measure = column_width(layout, 1); // its rule is as long as the others
    struct str title = layout_word(layout, TERM_REFERENCES);
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
    rows_add_text(layout, runs_set(layout, &runs, ROLE_HEADING_1, region.measure), &place);
    region.keep_next = true;
    region_add(layout, region);
}

static void add_entry(struct layout *layout, const struct reference *reference, tag_id list,
                      const struct row_place *column)
{
    const struct reference_look *look = &layout->theme->references;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id item = tag_add(tags, list, TAG_LI, reference->span);
    struct label_place label = {
        .role = ROLE_REFERENCE,
        .part = ROLE_REFERENCE_NUMBER,
        .parent = tag_add(tags, item, TAG_LBL, reference->span),
        .width = look->number_width,
        .align_end = true,
    };
    struct row_place place = *column;
    place.parts = (struct parts){0};
    rows_label(layout, str_format(layout->arena, "%u.", reference->number), &label, &place.parts);
    place.parent = tag_add(tags, item, TAG_LBODY, reference->span);
    place.destination =
        layout->first_reference + (uint32_t)(reference - layout->brochure->references);
    layout->pages->destinations[place.destination].tag = item;
    rows_add_inline(layout, &reference->text, TAG_BIBENTRY, &place);
}

void matter_add_references(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    const struct reference_look *look = &layout->theme->references;
    if (brochure->reference_count == 0)
        return;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id section = tag_add(tags, 0, TAG_SECT, (struct span){0});
    uint32_t destination = layout->first_reference + (uint32_t)brochure->reference_count;
    add_references_heading(layout, section, destination);

    tag_id list = tag_add(tags, section, TAG_L, (struct span){0});
    tags->items[list].numbering = NUMBERING_DECIMAL;
    struct region region = {
        .start = layout->rows.count,
        .columns = brochure->page.columns < look->columns ? brochure->page.columns : look->columns,
    };
    region.measure = column_width(layout, region.columns);
    struct row_place place = {
        .role = ROLE_REFERENCE,
        .indent = look->number_width + look->number_gap,
        .measure = region.measure,
        .keep_whole = true,
    };
    for (size_t i = 0; i < brochure->reference_count; i++) {
        if (i > 0)
            block_ends(layout, look->entry_gap);
        add_entry(layout, &brochure->references[i], list, &place);
    }
    region_add(layout, region);
}
