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

static struct row_place control_place(tag_id parent, enum role_id role, length measure)
{
    return (struct row_place){
        .role = role,
        .measure = measure,
        .parent = parent,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
}

static void add_set_line(struct layout *layout, const struct runs *runs, enum role_id role,
                         length measure)
{
    struct row_place place = control_place(0, role, measure);
    size_t first = layout->rows.count;
    rows_add_text(layout, runs_set(layout, runs, role, measure), &place);
    rows_keep(layout, first, true);
}

static void add_words(struct layout *layout, struct str text, enum role_id role, tag_id parent,
                      length measure)
{
    if (text.len == 0)
        return;
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, parent, TAG_P, layout->brochure->publisher.span);
    runs_add_plain(layout, &runs, text, role, tag);
    add_set_line(layout, &runs, role, measure);
}

static void add_address(struct layout *layout, struct str text, struct str scheme, tag_id parent,
                        length measure)
{
    struct address address = {text, scheme, layout->brochure->publisher.span};
    struct row_place place = control_place(parent, ROLE_CONTROL, measure);
    size_t first = layout->rows.count;
    address_add(layout, &address, &place);
    rows_keep(layout, first, true);
}

static void add_publisher(struct layout *layout, tag_id parent, length measure)
{
    const struct publisher *publisher = &layout->brochure->publisher;
    add_words(layout, publisher->name, ROLE_CONTROL_VALUE, parent, measure);
    for (size_t i = 0; i < publisher->address_count; i++)
        add_words(layout, publisher->address[i], ROLE_CONTROL, parent, measure);
    add_address(layout, publisher->phone, STR("tel:"), parent, measure);
    add_address(layout, publisher->email, STR("mailto:"), parent, measure);
    add_address(layout, publisher->web, STR(""), parent, measure);
    add_address(layout, layout->brochure->document.online, STR(""), parent, measure);
    if (publisher->feedback.first) {
        struct row_place place = control_place(parent, ROLE_CONTROL, measure);
        rows_add_inline(layout, &publisher->feedback, TAG_P, &place);
    }
}

struct control_row {
    enum term term;
    struct str value;
};

// The labels' column has the theme's width, or what the longest label of the language needs.
static length label_column(struct layout *layout, const struct control_row *rows, size_t count)
{
    length column = layout->theme->control_label;
    for (size_t i = 0; i < count; i++) {
        struct runs runs = {0};
        if (rows[i].value.len == 0)
            continue;
        runs_add_plain(layout, &runs, layout_word(layout, rows[i].term), ROLE_CONTROL, TAG_NONE);
        length needed = runs_width(layout, &runs, ROLE_CONTROL) + layout->theme->list.number_gap;
        column = needed > column ? needed : column;
    }
    return column;
}

// A label and its value on one line.
static void add_value(struct layout *layout, const struct control_row *row, tag_id parent,
                      struct row_place place)
{
    if (row->value.len == 0)
        return;
    tag_id tag = tag_add(&layout->pages->tags, parent, TAG_P, layout->brochure->document.span);
    struct label_place label = {
        .role = ROLE_CONTROL,
        .part = ROLE_CONTROL,
        .parent = tag,
    };
    place.parts = (struct parts){0};
    rows_label(layout, layout_word(layout, row->term), &label, &place.parts);
    struct runs runs = {0};
    runs_add_plain(layout, &runs, row->value, ROLE_CONTROL_VALUE, tag);
    size_t first = layout->rows.count;
    rows_add_text(layout, runs_set(layout, &runs, ROLE_CONTROL_VALUE, place.measure - place.indent),
                  &place);
    rows_keep(layout, first, true);
}

static struct str status_word(struct layout *layout)
{
    switch (layout->brochure->document.status) {
    case STATUS_NONE: break;
    case STATUS_DRAFT: return layout_word(layout, TERM_DRAFT);
    case STATUS_APPROVED: return layout_word(layout, TERM_APPROVED);
    }
    return (struct str){0};
}

static void add_values(struct layout *layout, tag_id parent, length measure)
{
    const struct document *document = &layout->brochure->document;
    const struct control_row rows[] = {
        {TERM_DOCUMENT, document->id},
        {TERM_VERSION, document->version},
        {TERM_ISSUED, layout_date(layout, document->issued)},
        {TERM_REVIEW_BY, layout_date(layout, document->review_by)},
        {TERM_FOR, document->audience},
        {TERM_STATUS, status_word(layout)},
    };
    struct row_place place = {
        .role = ROLE_CONTROL_VALUE,
        .indent = label_column(layout, rows, sizeof rows / sizeof rows[0]),
        .measure = measure,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    for (size_t i = 0; i < sizeof rows / sizeof rows[0]; i++)
        add_value(layout, &rows[i], parent, place);
}

static bool has_control(const struct brochure *brochure)
{
    const struct document *document = &brochure->document;
    return brochure->publisher.name.len > 0 || document->id.len > 0 || document->version.len > 0 ||
           document->audience.len > 0 || document->issued.year > 0 ||
           document->review_by.year > 0 || document->status != STATUS_NONE;
}

void matter_add_control(struct layout *layout)
{
    if (!has_control(layout->brochure))
        return;
    struct region region = {
        .start = layout->rows.count,
        .columns = 2,
        .measure = column_width(layout, 2),
        .gap = layout->theme->roles[ROLE_HEADING_1].before,
        .at_foot = true,
    };
    tag_id section = tag_add(&layout->pages->tags, 0, TAG_SECT, (struct span){0});
    add_publisher(layout, section, region.measure);
    size_t second = layout->rows.count;
    add_values(layout, section, region.measure);
    if (second > region.start && second < layout->rows.count) {
        layout->rows.items[second].column_break = true;
        layout->rows.items[second - 1].keep_next = false;
    }
    if (layout->rows.count > region.start)
        layout->rows.items[layout->rows.count - 1].keep_next = false;
    region_add(layout, region);
}
