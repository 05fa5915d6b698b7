#include "layout/layout.h"

#include "layout/compose.h"
#include "layout/furniture.h"
#include "layout/matter.h"
#include "layout/rows.h"
#include "model/terms.h"

#include <assert.h>

length column_width(const struct layout *layout, uint32_t columns)
{
    assert(columns >= 1);
    const struct page_look *look = &layout->theme->page;
    length gutters = (length)(columns - 1) * look->gutter;
    length width = (layout->frame.width - gutters) / (length)columns;
    return columns == 1 && width > look->single_column ? look->single_column : width;
}

// Where text may stand: the height is cut to whole units of the grid.
static struct box text_frame(const struct layout *layout)
{
    const struct page_look *look = &layout->theme->page;
    const struct page_setup *page = &layout->brochure->page;
    length height = page->height - look->top - look->bottom;
    bool right_to_left = layout->brochure->right_to_left;
    return (struct box){
        .x = right_to_left ? look->outer : look->inner,
        .y = look->top,
        .width = page->width - look->inner - look->outer,
        .height = height - height % look->grid,
    };
}

static bool frame_holds_text(struct layout *layout)
{
    const length least = LENGTH_PT(72);
    uint32_t columns = layout->brochure->page.columns;
    if (layout->frame.height >= least && layout->frame.width >= least &&
        column_width(layout, columns) >= least)
        return true;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->page.span,
             "the page leaves no room for text between the theme's margins");
    diag_hint(layout->diags, "a column must be 72pt wide and high at least: use a larger page or "
                             "fewer columns");
    return false;
}

static void add_section_destinations(struct layout *layout, const struct section *sections,
                                     size_t count)
{
    for (size_t i = 0; i < count; i++) {
        destination_add(layout->pages, (struct destination){.name = sections[i].heading.id});
        add_section_destinations(layout, sections[i].sections, sections[i].section_count);
    }
}

// Sections by their index, then references by theirs, then the list of references itself.
static void add_destinations(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    add_section_destinations(layout, brochure->sections, brochure->section_count);
    assert(layout->pages->destination_count == brochure->section_total);
    layout->first_reference = (uint32_t)brochure->section_total;
    if (brochure->reference_count == 0)
        return;
    for (size_t i = 0; i < brochure->reference_count; i++)
        destination_add(layout->pages, (struct destination){.name = brochure->references[i].id});
    destination_add(layout->pages, (struct destination){.name = STR("references")});
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
        furniture_add(layout);
}

bool layout_document(struct arena *arena, const struct layout_job *job, struct diags *diags,
                     const struct page_list **out)
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
        .diags = diags,
        .pages = page_list_new(arena),
    };
    layout.frame = text_frame(&layout);
    bool good = frame_holds_text(&layout);
    if (good) {
        add_destinations(&layout);
        describe(&layout);
        lay_out(&layout);
    }
    arena_release(&scratch);
    *out = layout.pages;
    return good && !layout.failed;
}
