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
    if (frame_columns(layout) == 1 && layout->margin == 0)
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
        runs_set(layout, &runs, ROLE_REFERENCE, place.measure - place.indent);
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
    add_references_heading(layout, section, references_destination(layout));

    tag_id list = tag_add(tags, section, TAG_L, (struct span){0});
    tags->items[list].numbering = NUMBERING_DECIMAL;
    struct region region = {
        .start = layout->rows.count,
        .columns = layout->margin > 0 || frame_columns(layout) > look->columns
                       ? look->columns
                       : frame_columns(layout),
    };
    region.measure = column_width(layout, region.columns);
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
    region_add(layout, region);
}
