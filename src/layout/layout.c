#include "layout/layout.h"

#include "layout/back.h"
#include "layout/block_rows.h"
#include "layout/contents.h"
#include "layout/cover.h"
#include "layout/frame.h"
#include "layout/furniture.h"
#include "layout/link_rows.h"
#include "layout/matter.h"
#include "layout/page_count.h"
#include "layout/refit.h"

#include <assert.h>

static void name_place(struct layout *layout, struct str name, struct str title,
                       uint32_t destination)
{
    struct named_place *place = ARENA_NEW(layout->arena, struct named_place);
    *place = (struct named_place){title, destination};
    map_add(layout->arena, &layout->places, name, place);
}

static void add_section_destinations(struct layout *layout, const struct section *sections,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct heading *heading = &sections[i].heading;
        name_place(layout, heading->id, heading->plain,
                   destination_add(layout->pages, (struct destination){.name = heading->id}));
        add_section_destinations(layout, sections[i].sections, sections[i].section_count);
    }
}

static void add_body_destinations(struct layout *layout, const struct blocks *blocks);

static void add_cell_destinations(struct layout *layout, const struct table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (size_t j = 0; j < table->column_count; j++)
            add_body_destinations(layout, &table->rows[i].cells[j].blocks);
}

// What a block holds that holds blocks of its own.
static void add_inner_destinations(struct layout *layout, const struct block *block)
{
    switch (block->kind) {
    case BLOCK_QUOTE:
    case BLOCK_GROUP: add_body_destinations(layout, &block->as.blocks); break;
    case BLOCK_CALLOUT: add_body_destinations(layout, &block->as.callout.body); break;
    case BLOCK_PULL_QUOTE: add_body_destinations(layout, &block->as.quote.text); break;
    case BLOCK_LIST:
        for (size_t i = 0; i < block->as.list.count; i++)
            add_body_destinations(layout, &block->as.list.items[i].blocks);
        break;
    case BLOCK_STEPS:
        for (size_t i = 0; i < block->as.steps.count; i++)
            add_body_destinations(layout, &block->as.steps.items[i].body);
        break;
    case BLOCK_TABLE: add_cell_destinations(layout, &block->as.table); break;
    case BLOCK_PARAGRAPH:
    case BLOCK_HEADING:
    case BLOCK_CODE:
    case BLOCK_CONTACTS:
    case BLOCK_DEFINITIONS:
    case BLOCK_FACTS:
    case BLOCK_WRITE_IN:
    case BLOCK_QR:
    case BLOCK_FIGURE:
    case BLOCK_BREAK: break;
    }
}

static void add_body_destinations(struct layout *layout, const struct blocks *blocks)
{
    for (size_t i = 0; i < blocks->count; i++) {
        const struct block *block = &blocks->items[i];
        struct str id = block->placement.id, title = id;
        if (block->kind == BLOCK_HEADING) {
            id = block->as.heading.id;
            title = block->as.heading.plain;
        }
        if (id.len > 0)
            name_place(layout, id, title,
                       destination_add(layout->pages, (struct destination){.name = id}));
        add_inner_destinations(layout, block);
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

static struct str citation_name(struct layout *layout, const struct brochure *brochure, size_t i)
{
    return str_format(layout->arena, "citation-%u", (unsigned)brochure->references[i].number);
}

// Sections by their index, then references by theirs and the list of references itself, the list of
// links, then where the references are cited, then the headings within bodies.
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
    if (layout->links.count > 0)
        layout->link_list =
            destination_add(layout->pages, (struct destination){.name = STR("web-addresses")});
    layout->first_citation = (uint32_t)layout->pages->destination_count;
    layout->cited = ARENA_ARRAY(layout->arena, bool, brochure->reference_count);
    for (size_t i = 0; i < brochure->reference_count; i++)
        destination_add(layout->pages,
                        (struct destination){.name = citation_name(layout, brochure, i)});
    add_heading_destinations(layout, brochure->sections, brochure->section_count);
}

static void add_sections(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    layout->region = (struct region){
        .start = layout->rows.count,
        .columns = frame_columns(layout),
        .measure = text_column_width(layout),
    };
    contents_add(layout, 0);
    for (size_t i = 0; i < brochure->section_count; i++)
        section_rows_add(layout, &brochure->sections[i], 0);
    region_cut(layout);
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
    cover_add(layout);
    matter_add_title(layout);
    matter_add_lead(layout);
    add_sections(layout);
    link_rows_add(layout);
    matter_add_references(layout);
    back_add(layout);
    if (!layout->failed)
        refit_pages(layout);
    if (!layout->failed)
        contents_number(layout);
    if (!layout->failed)
        page_count_check(layout);
    if (!layout->failed)
        furniture_add(layout);
}

// On paper a cross reference says the page that it leads to, which is known when all is laid out.
// The words change what stands where: it is laid out again until they are right.
enum { MOST_PASSES = 6 };

struct pass {
    const struct page_list *pages;
    struct diags diags;
    bool good;
    bool refers; // some cross reference says a page
};

static void run_pass(struct arena *arena, const struct layout_job *job, const uint32_t *page_of,
                     struct pass *pass)
{
    struct arena scratch;
    arena_init(&scratch);
    (void)arena_alloc(&scratch, 1); // so that rewinding keeps the first block
    struct layout layout = {
        .arena = arena,
        .scratch = &scratch,
        .job = job,
        .brochure = job->brochure,
        .theme = job->theme,
        .terms = job->brochure->terms,
        .diags = &pass->diags,
        .pages = page_list_new(arena),
        .page_of = page_of,
    };
    frame_begin(&layout);
    layout.pages->grid =
        (struct page_grid){layout.theme->page.grid, layout.frame.y, layout.frame.height};
    bool good = frame_holds_text(&layout);
    if (good) {
        if (job->for_press && (job->links == LINKS_LIST || job->links == LINKS_QR))
            link_list_make(arena, job->brochure, &layout.links);
        add_destinations(&layout);
        describe(&layout);
        lay_out(&layout);
    }
    arena_release(&scratch);
    pass->pages = layout.pages;
    pass->good = good && !layout.failed && pass->diags.error_count == 0;
    pass->refers = layout.refers;
}

static uint32_t *pages_of(struct arena *arena, const struct page_list *pages)
{
    uint32_t *page_of = ARENA_ARRAY(arena, uint32_t, pages->destination_count);
    for (size_t i = 0; i < pages->destination_count; i++)
        page_of[i] = pages->destinations[i].page;
    return page_of;
}

static bool is_settled(const struct page_list *pages, const uint32_t *page_of)
{
    for (size_t i = 0; page_of && i < pages->destination_count; i++)
        if (page_of[i] != pages->destinations[i].page)
            return false;
    return page_of != NULL;
}

bool layout_document(struct arena *arena, const struct layout_job *job, struct diags *diags,
                     const struct page_list **out)
{
    const uint32_t *page_of = NULL;
    size_t traced = job->trace ? job->trace->len : 0;
    struct pass pass;
    for (size_t i = 0; i < MOST_PASSES; i++) {
        diags_init(&pass.diags, arena, diags->sources);
        run_pass(arena, job, page_of, &pass);
        if (!pass.good || !pass.refers || is_settled(pass.pages, page_of) || i + 1 == MOST_PASSES)
            break;
        page_of = pages_of(arena, pass.pages);
        if (job->trace)
            job->trace->len = traced;
    }
    for (size_t i = 0; i < pass.diags.count; i++)
        diag_repeat(diags, &pass.diags.items[i]);
    *out = pass.pages;
    if (!pass.good || !pass.refers || is_settled(pass.pages, page_of))
        return pass.good;
    diag_add(diags, DIAG_OUTPUT_CHECK, (struct span){0},
             "the page numbers of cross references change what they lead to without an end");
    diag_hint(diags, "change a few words near one of them, or print it with `links: none`");
    return false;
}
