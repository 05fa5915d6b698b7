#include "layout/layout.h"

#include "layout/compose.h"
#include "layout/frame.h"
#include "layout/furniture.h"
#include "layout/matter.h"
#include "layout/page_count.h"
#include "layout/rows.h"

#include <assert.h>

static void name_heading(struct layout *layout, const struct heading *heading, uint32_t destination)
{
    struct heading_place *place = ARENA_NEW(layout->arena, struct heading_place);
    *place = (struct heading_place){heading, destination};
    map_add(layout->arena, &layout->headings, heading->id, place);
}

static void add_section_destinations(struct layout *layout, const struct section *sections,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct heading *heading = &sections[i].heading;
        name_heading(layout, heading,
                     destination_add(layout->pages, (struct destination){.name = heading->id}));
        add_section_destinations(layout, sections[i].sections, sections[i].section_count);
    }
}

static void add_body_destinations(struct layout *layout, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        if (block->kind == BLOCK_QUOTE)
            add_body_destinations(layout, &block->as.blocks);
        for (size_t j = 0; block->kind == BLOCK_LIST && j < block->as.list.count; j++)
            add_body_destinations(layout, &block->as.list.items[j].blocks);
        if (block->kind != BLOCK_HEADING)
            continue;
        struct destination destination = {.name = block->as.heading.id};
        name_heading(layout, &block->as.heading, destination_add(layout->pages, destination));
    }
}

static void add_heading_destinations(struct layout *layout, const struct section *sections,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_body_destinations(layout, &sections[i].body);
        add_heading_destinations(layout, sections[i].sections, sections[i].section_count);
    }
}

// Sections by their index, then references by theirs and the list of references itself, then the
// headings within bodies.
static void add_destinations(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    add_section_destinations(layout, brochure->sections, brochure->section_count);
    assert(layout->pages->destination_count == brochure->section_total);
    layout->first_reference = (uint32_t)brochure->section_total;
    for (size_t i = 0; i < brochure->reference_count; i++)
        destination_add(layout->pages, (struct destination){.name = brochure->references[i].id});
    if (brochure->reference_count > 0)
        destination_add(layout->pages, (struct destination){.name = STR("references")});
    add_heading_destinations(layout, brochure->sections, brochure->section_count);
}

static void add_sections(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    uint32_t columns = brochure->page.columns;
    struct region region = {
        .start = layout->rows.count,
        .columns = columns,
        .measure = column_width(layout, columns),
        .gap = layout->theme->roles[ROLE_HEADING_1].before,
    };
    for (size_t i = 0; i < brochure->section_count; i++)
        rows_add_section(layout, &brochure->sections[i], region.measure, 0);
    region_add(layout, region);
}

static struct str joined_keywords(struct layout *layout)
{
    const struct document *document = &layout->brochure->document;
    struct str_builder text = str_builder_in(layout->arena);
    for (size_t i = 0; i < document->keyword_count; i++) {
        if (i > 0)
            str_add(&text, STR(", "));
        str_add(&text, document->keywords[i]);
    }
    return str_built(&text);
}

static struct str iso_date(struct layout *layout, struct date date)
{
    if (date.year == 0)
        return (struct str){0};
    if (date.month == 0)
        return str_format(layout->arena, "%04u", date.year);
    if (date.day == 0)
        return str_format(layout->arena, "%04u-%02u", date.year, date.month);
    return str_format(layout->arena, "%04u-%02u-%02u", date.year, date.month, date.day);
}

static void describe(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    layout->pages->info = (struct document_info){
        .title = brochure->title_plain,
        .subject = brochure->document.summary_plain,
        .author = brochure->publisher.name,
        .keywords = joined_keywords(layout),
        .language = brochure->language,
        .date = layout->job->date.len > 0 ? layout->job->date
                                          : iso_date(layout, brochure->document.issued),
        .identifier = brochure->document.id,
        .version = brochure->document.version,
        .right_to_left = brochure->right_to_left,
    };
}

static void lay_out(struct layout *layout)
{
    matter_add_title(layout);
    add_sections(layout);
    matter_add_references(layout);
    matter_add_control(layout);
    if (!layout->failed)
        compose_pages(layout);
    if (!layout->failed)
        page_count_check(layout);
    if (!layout->failed)
        furniture_add(layout);
}

bool layout_document(struct arena *arena, const struct layout_job *job, struct diags *diags,
                     const struct page_list **out)
{
    struct arena scratch;
    size_t errors_before = diags->error_count;
    arena_init(&scratch);
    (void)arena_alloc(&scratch, 1); // so that rewinding keeps the first block
    struct layout layout = {
        .arena = arena,
        .scratch = &scratch,
        .job = job,
        .brochure = job->brochure,
        .theme = job->theme,
        .terms = job->brochure->terms,
        .diags = diags,
        .pages = page_list_new(arena),
    };
    layout.frame = frame_of(&layout);
    bool good = frame_holds_text(&layout);
    if (good) {
        add_destinations(&layout);
        describe(&layout);
        lay_out(&layout);
    }
    arena_release(&scratch);
    *out = layout.pages;
    return good && !layout.failed && diags->error_count == errors_before;
}
