#include "layout/control.h"

#include "layout/words.h"

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

static void add_words(struct layout *layout, struct str text, enum role_id role, tag_id parent,
                      length measure)
{
    if (text.len == 0)
        return;
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, parent, TAG_P, layout->brochure->publisher.span);
    runs_add_plain(layout, &runs, text, role, tag);
    struct row_place place = control_place(0, role, measure);
    size_t first = layout->rows.count;
    rows_add_runs(layout, &runs, &place);
    rows_keep(layout, first, true);
}

void control_add_address(struct layout *layout, const struct address *address, tag_id parent,
                         length measure)
{
    struct row_place place = control_place(parent, ROLE_CONTROL, measure);
    size_t first = layout->rows.count;
    address_add(layout, address, &place);
    rows_keep(layout, first, true);
}

void control_add_publisher(struct layout *layout, tag_id parent, length measure)
{
    const struct publisher *publisher = &layout->brochure->publisher;
    add_words(layout, publisher->name, ROLE_CONTROL_VALUE, parent, measure);
    for (size_t i = 0; i < publisher->address_count; i++)
        add_words(layout, publisher->address[i], ROLE_CONTROL, parent, measure);
    const struct address addresses[] = {
        {publisher->phone, STR_INIT("tel:"), publisher->span},
        {publisher->email, STR_INIT("mailto:"), publisher->span},
        {publisher->web, STR_INIT(""), publisher->span},
    };
    for (size_t i = 0; i < sizeof addresses / sizeof addresses[0]; i++)
        control_add_address(layout, &addresses[i], parent, measure);
    if (publisher->feedback.first) {
        struct row_place place = control_place(parent, ROLE_CONTROL, measure);
        rows_add_inline(layout, &publisher->feedback, TAG_P, &place);
    }
}

struct control_row {
    struct str label;
    struct str value; // printed as written, where there is no text
    const struct inline_text *text;
};

struct control_rows {
    struct control_row *items;
    size_t count;
    size_t capacity;
};

struct control_widths {
    length labels; // with the gap behind them
    length values;
    length words; // the longest of the values
};

// With the gap to its value.
static length label_width(struct layout *layout, struct str label)
{
    struct runs runs = {0};
    runs_add_plain(layout, &runs, label, ROLE_CONTROL, TAG_NONE);
    return runs_width(layout, &runs, ROLE_CONTROL) + layout->theme->list.number_gap;
}

static struct runs value_runs(struct layout *layout, const struct control_row *row, tag_id tag)
{
    struct runs runs = {0};
    if (row->text)
        runs_add_inline(layout, &runs, row->text, ROLE_CONTROL_VALUE, tag);
    else
        runs_add_plain(layout, &runs, row->value, ROLE_CONTROL_VALUE, tag);
    return runs;
}

// What all of the labels and all of the values need, each on one line.
static struct control_widths widths_of(struct layout *layout, const struct control_rows *rows)
{
    struct control_widths widths = {0};
    for (size_t i = 0; i < rows->count; i++) {
        struct runs runs = value_runs(layout, &rows->items[i], TAG_NONE);
        struct run_widths value = runs_widths(layout, &runs, ROLE_CONTROL_VALUE);
        widths.labels = length_larger(widths.labels, label_width(layout, rows->items[i].label));
        widths.values = length_larger(widths.values, value.natural);
        widths.words = length_larger(widths.words, value.least);
    }
    return widths;
}

// As wide as the widest label where the values keep their room beside it; else as the widest that
// leaves them half of the measure, or none where a word of them needs more.
static length label_column(struct layout *layout, const struct control_rows *rows, length measure,
                           length least)
{
    struct control_widths widths = widths_of(layout, rows);
    length column = least;
    if (widths.labels + widths.values <= measure)
        return length_larger(least, widths.labels);
    for (size_t i = 0; i < rows->count; i++) {
        length needed = label_width(layout, rows->items[i].label);
        if (needed > column && needed <= measure / 2)
            column = needed;
    }
    return measure - column < widths.words ? 0 : column;
}

// A label before its value, or above it where the column of the labels is too narrow.
static void add_label(struct layout *layout, struct str text, tag_id tag, struct row_place *place)
{
    struct label_place label = {
        .role = ROLE_CONTROL,
        .part = ROLE_CONTROL,
        .parent = tag,
    };
    if (label_width(layout, text) <= place->indent) {
        rows_label(layout, text, &label, &place->parts);
        return;
    }
    struct runs runs = {0};
    struct row_place above = control_place(tag, ROLE_CONTROL, place->measure);
    // The space parts it from the value for who listens.
    text = str_format(layout->arena, "%.*s\xC2\xA0", STR_ARGS(text));
    runs_add_plain(layout, &runs, text, ROLE_CONTROL, tag);
    rows_add_runs(layout, &runs, &above);
}

static void add_value(struct layout *layout, const struct control_row *row, tag_id parent,
                      struct row_place place)
{
    tag_id tag = tag_add(&layout->pages->tags, parent, TAG_P, layout->brochure->document.span);
    size_t first = layout->rows.count;
    place.parts = (struct parts){0};
    add_label(layout, row->label, tag, &place);
    struct runs runs = value_runs(layout, row, tag);
    rows_add_runs(layout, &runs, &place);
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

static void add_term(struct layout *layout, enum term term, struct str value,
                     struct control_rows *rows)
{
    if (value.len > 0)
        *VEC_PUSH(layout->arena, rows) =
            (struct control_row){layout_word(layout, term), value, NULL};
}

static struct control_rows list_values(struct layout *layout)
{
    const struct document *document = &layout->brochure->document;
    struct control_rows rows = {0};
    add_term(layout, TERM_DOCUMENT, document->id, &rows);
    add_term(layout, TERM_VERSION, document->version, &rows);
    add_term(layout, TERM_ISSUED, layout_date(layout, document->issued), &rows);
    add_term(layout, TERM_REVIEW_BY, layout_date(layout, document->review_by), &rows);
    if (document->audience.first)
        *VEC_PUSH(layout->arena, &rows) =
            (struct control_row){layout_word(layout, TERM_FOR), STR(""), &document->audience};
    add_term(layout, TERM_STATUS, status_word(layout), &rows);
    struct str original = document->translated_file;
    if (original.len > 0)
        original = str_format(layout->arena, "%.*s, %.*s", STR_ARGS(original),
                              STR_ARGS(document->translated_version));
    add_term(layout, TERM_TRANSLATION_OF, original, &rows);
    for (size_t i = 0; i < document->more_count; i++)
        *VEC_PUSH(layout->arena, &rows) =
            (struct control_row){document->more[i].label, STR(""), &document->more[i].value};
    return rows;
}

bool control_has_values(const struct layout *layout)
{
    const struct document *document = &layout->brochure->document;
    return document->id.len > 0 || document->version.len > 0 || document->audience.first ||
           document->issued.year > 0 || document->review_by.year > 0 ||
           document->status != STATUS_NONE || document->more_count > 0 ||
           document->translated_file.len > 0;
}

length control_values_width(struct layout *layout)
{
    struct control_rows rows = list_values(layout);
    struct control_widths widths = widths_of(layout, &rows);
    return widths.labels + widths.values;
}

void control_add_values(struct layout *layout, tag_id parent, length measure, length least)
{
    struct control_rows rows = list_values(layout);
    struct row_place place = {
        .role = ROLE_CONTROL_VALUE,
        .indent = label_column(layout, &rows, measure, least),
        .measure = measure,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    for (size_t i = 0; i < rows.count; i++)
        add_value(layout, &rows.items[i], parent, place);
}
