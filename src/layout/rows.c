#include "layout/rows.h"

#include "layout/runs.h"
#include "layout/words.h"
#include "model/language.h"

#include <assert.h>

static length larger(length a, length b)
{
    return a > b ? a : b;
}

// The space between two neighbours is the larger of theirs; a heading's own space rules below it
// (look: "No space between a heading and its list").
static length gap_above(const struct layout *layout, const struct row_place *place)
{
    const struct role *role = &layout->theme->roles[place->role];
    if (layout->rows.count == 0)
        return 0;
    if (layout->after_heading)
        return layout->space_below;
    return larger(larger(role->before, place->gap), layout->space_below);
}

static void space_below(struct layout *layout, enum role_id role)
{
    layout->space_below = layout->theme->roles[role].after;
    layout->after_heading = role >= ROLE_HEADING_1 && role <= ROLE_HEADING_6;
}

// No line of a paragraph stands alone at a column's foot or head.
static bool keeps_next(size_t line, size_t count, bool keep_whole)
{
    bool orphan = line == 0, widow = line + 2 == count;
    return line + 1 < count && (keep_whole || orphan || widow);
}

size_t rows_add_text(struct layout *layout, const struct text_block *block,
                     const struct row_place *place)
{
    if (!block)
        return 0;
    const struct role *role = &layout->theme->roles[place->role];
    length gap = gap_above(layout, place);
    size_t count = block->lines.count;
    for (size_t i = 0; i < count; i++) {
        struct row *row = VEC_PUSH(layout->arena, &layout->rows);
        *row = (struct row){
            .block = block,
            .line = &block->lines.items[i],
            .height = role->leading,
            .base = role->base,
            .indent = place->indent,
            .measure = place->measure - place->indent,
            .keep_next = keeps_next(i, count, place->keep_whole),
            .destination = NO_DESTINATION,
            .running = layout->running,
            .mirrored = language_is_right_to_left(layout->terms->language) !=
                        layout->brochure->right_to_left,
        };
        if (i > 0)
            continue;
        row->gap = gap;
        row->marker = place->marker;
        row->destination = place->destination;
        if (role->rule_above > 0) {
            row->rule = role->rule_color;
            row->rule_width = role->rule_above;
            row->height += role->rule_gap;
            row->base += role->rule_gap;
        }
    }
    space_below(layout, place->role);
    return count;
}

size_t rows_add_inline(struct layout *layout, const struct inline_text *text, enum tag_kind kind,
                       const struct row_place *place)
{
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, place->parent, kind, text->span);
    runs_add_inline(layout, &runs, text, place->role, tag);
    length measure = place->measure - place->indent;
    return rows_add_text(layout, runs_set(layout, &runs, place->role, measure), place);
}

void rows_keep(struct layout *layout, size_t first, bool with_next)
{
    for (size_t i = first; i < layout->rows.count; i++)
        layout->rows.items[i].keep_next = with_next || i + 1 < layout->rows.count;
}

static void add_blocks(struct layout *layout, const struct blocks *blocks,
                       const struct row_place *place);

static enum role_id heading_role(uint32_t level)
{
    assert(level >= 1 && level <= 6);
    return (enum role_id)(ROLE_HEADING_1 + level - 1);
}

static void add_heading(struct layout *layout, const struct heading *heading,
                        const struct row_place *around, uint32_t destination)
{
    struct row_place place = *around;
    place.role = heading_role(heading->level);
    place.destination = destination;
    place.marker = NULL;
    enum tag_kind kind = (enum tag_kind)(TAG_H1 + heading->level - 1);
    size_t first = layout->rows.count;
    rows_add_inline(layout, &heading->text, kind, &place);
    rows_keep(layout, first, true);
}

// A heading within a body: its name leads to it, and it stands in the outline.
static void add_body_heading(struct layout *layout, const struct heading *heading,
                             const struct row_place *place)
{
    const struct heading_place *named = map_find(&layout->headings, heading->id);
    assert(named);
    tag_id tag = (tag_id)layout->pages->tags.count; // of the heading, added next
    layout->pages->destinations[named->destination].tag = tag;
    outline_add(layout->pages,
                (struct outline_entry){heading->plain, heading->level, named->destination});
    add_heading(layout, heading, place, named->destination);
    assert(layout->pages->tags.items[tag].kind >= TAG_H1);
}

static const struct marker *bullet_marker(struct layout *layout, length edge, uint32_t depth)
{
    const struct list_look *look = &layout->theme->list;
    struct marker *marker = ARENA_NEW(layout->arena, struct marker);
    marker->bullet = &look->bullets[depth < 2 ? depth : 2];
    marker->x = edge + marker->bullet->inset;
    return marker;
}

const struct marker *rows_label(struct layout *layout, struct str text,
                                const struct label_place *place)
{
    struct runs runs = {0};
    // The space keeps the label apart from its text where a reader joins the words.
    text = str_format(layout->arena, "%.*s ", STR_ARGS(text));
    runs_add_part(layout, &runs, text, (struct part_roles){place->role, place->part},
                  place->parent);
    const struct text_block *block = runs_set(layout, &runs, place->role, layout->frame.width);
    if (!block)
        return NULL;
    struct marker *marker = ARENA_NEW(layout->arena, struct marker);
    marker->line = &block->lines.items[0];
    marker->meanings = block->meanings;
    marker->x = place->edge;
    if (place->align_end)
        marker->x += place->width - marker->line->width;
    return marker;
}

static const struct marker *item_marker(struct layout *layout, const struct list *list,
                                        size_t index, tag_id item, const struct row_place *place)
{
    if (!list->ordered)
        return bullet_marker(layout, place->indent, place->depth);
    struct label_place label = {
        .role = place->role,
        .part = ROLE_LIST_NUMBER,
        .parent = tag_add(&layout->pages->tags, item, TAG_LBL, list->items[index].span),
        .edge = place->indent,
        .width = place->number_width,
        .align_end = true,
    };
    size_t number = list->first_number + index;
    return rows_label(layout, str_format(layout->arena, "%zu.", number), &label);
}

static bool item_is_long(const struct list_item *item, size_t rows)
{
    return item->blocks.count > 1 || rows >= 3;
}

static void add_item(struct layout *layout, const struct list *list, size_t index, tag_id tag,
                     const struct row_place *place)
{
    const struct list_look *look = &layout->theme->list;
    const struct list_item *item = &list->items[index];
    tag_id item_tag = tag_add(&layout->pages->tags, tag, TAG_LI, item->span);
    struct row_place inner = *place;
    inner.marker = item_marker(layout, list, index, item_tag, place);
    inner.parent = tag_add(&layout->pages->tags, item_tag, TAG_LBODY, item->span);
    inner.indent += list->ordered ? place->number_width + look->number_gap : look->hang;
    inner.depth++;
    if (index > 0)
        inner.destination = NO_DESTINATION;
    add_blocks(layout, &item->blocks, &inner);
}

// Whether a list is set loose shows only when its items are set: the gaps are put in afterwards.
static void space_items(struct layout *layout, const size_t *first_rows, size_t count, bool loose,
                        bool nested)
{
    const struct list_look *look = &layout->theme->list;
    for (size_t i = nested ? 0 : 1; i < count; i++)
        if (first_rows[i] < layout->rows.count)
            layout->rows.items[first_rows[i]].gap =
                loose && i > 0 ? look->loose_item_gap : look->item_gap;
}

// Numbers have the theme's width, or what the widest needs: the last one, since figures are
// tabular.
static length number_width(struct layout *layout, const struct list *list, enum role_id role)
{
    struct runs runs = {0};
    size_t last = list->first_number + list->count - 1;
    runs_add_part(layout, &runs, str_format(layout->arena, "%zu.", last),
                  (struct part_roles){role, ROLE_LIST_NUMBER}, TAG_NONE);
    const struct text_block *block = runs_set(layout, &runs, role, layout->frame.width);
    length widest = block ? block->lines.items[0].width : 0;
    return larger(widest, layout->theme->list.number_width);
}

// As with the lines of a paragraph, no line of a list stands alone at a column's foot or head: a
// first or last item of one row stays with its neighbour.
static void keep_items(struct layout *layout, const size_t *first_rows, size_t count)
{
    if (count < 2)
        return;
    size_t second = first_rows[1], last = first_rows[count - 1], end = layout->rows.count;
    if (second == first_rows[0] + 1)
        layout->rows.items[second - 1].keep_next = true;
    if (end == last + 1 && last > 0)
        layout->rows.items[last - 1].keep_next = true;
}

static void add_list(struct layout *layout, const struct block *block,
                     const struct row_place *place)
{
    const struct list *list = &block->as.list;
    tag_id tag = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span);
    layout->pages->tags.items[tag].numbering = list->ordered ? NUMBERING_DECIMAL : NUMBERING_DISC;
    size_t *first_rows = ARENA_ARRAY(layout->arena, size_t, list->count);
    struct row_place inner = *place;
    if (list->ordered)
        inner.number_width = number_width(layout, list, place->role);
    bool loose = false;
    for (size_t i = 0; i < list->count; i++) {
        first_rows[i] = layout->rows.count;
        add_item(layout, list, i, tag, &inner);
        loose = loose || item_is_long(&list->items[i], layout->rows.count - first_rows[i]);
    }
    space_items(layout, first_rows, list->count, loose, place->depth > 0);
    keep_items(layout, first_rows, list->count);
}

static void add_quote(struct layout *layout, const struct block *block,
                      const struct row_place *place)
{
    struct row_place inner = *place;
    inner.role = ROLE_QUOTE;
    inner.parent = tag_add(&layout->pages->tags, place->parent, TAG_BLOCKQUOTE, block->span);
    inner.indent += layout->theme->list.hang;
    add_blocks(layout, &block->as.blocks, &inner);
}

static void add_block(struct layout *layout, const struct block *block,
                      const struct row_place *place)
{
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_CODE: rows_add_inline(layout, &block->as.text, TAG_P, place); break;
    case BLOCK_LIST: add_list(layout, block, place); break;
    case BLOCK_HEADING: add_body_heading(layout, &block->as.heading, place); break;
    case BLOCK_QUOTE: add_quote(layout, block, place); break;
    case BLOCK_GROUP: add_blocks(layout, &block->as.blocks, place); break;
    case BLOCK_CALLOUT:
    case BLOCK_STEPS:
    case BLOCK_CONTACTS:
    case BLOCK_DEFINITIONS:
    case BLOCK_PULL_QUOTE:
    case BLOCK_FACTS:
    case BLOCK_WRITE_IN:
    case BLOCK_QR:
    case BLOCK_BREAK:
        diag_add(layout->diags, DIAG_KEY_NOT_BUILT, block->span, "this block is not built yet");
        layout->failed = true;
        break;
    }
}

// A block in its own language, if it has one: its tags say so.
static void add_placed_block(struct layout *layout, const struct block *block,
                             const struct row_place *place)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct str language = block->placement.language;
    tag_id first = (tag_id)tags->count;
    const struct terms *around = layout_enter(layout, language);
    add_block(layout, block, place);
    layout->terms = around;
    for (tag_id tag = first; language.len > 0 && tag < tags->count; tag++)
        if (tags->items[tag].parent == place->parent)
            tags->items[tag].language = language;
}

static void add_blocks(struct layout *layout, const struct blocks *blocks,
                       const struct row_place *place)
{
    struct row_place inner = *place;
    for (size_t i = 0; i < blocks->count; i++) {
        size_t first = layout->rows.count;
        add_placed_block(layout, &blocks->items[i], &inner);
        // A lead-in stays with its list.
        bool leads_in = blocks->items[i].kind == BLOCK_PARAGRAPH && i + 1 < blocks->count &&
                        blocks->items[i + 1].kind == BLOCK_LIST;
        if (leads_in && layout->rows.count > first)
            layout->rows.items[layout->rows.count - 1].keep_next = true;
        inner.marker = NULL;
        inner.destination = NO_DESTINATION;
    }
}

// A heading keeps two lines of what follows: a lone first line after it takes the next one along.
static void keep_two_after(struct layout *layout, size_t first)
{
    bool two_there = first + 1 < layout->rows.count;
    if (two_there)
        layout->rows.items[first].keep_next = true;
}

void rows_add_section(struct layout *layout, const struct section *section, length measure,
                      tag_id parent)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct row_place place = {
        .role = ROLE_BODY,
        .measure = measure,
        .parent = tag_add(tags, parent, TAG_SECT, section->span),
        .destination = NO_DESTINATION,
    };
    tags->items[place.parent].title = section->heading.plain;
    tags->items[place.parent].language = section->placement.language;
    const struct terms *around = layout_enter(layout, section->placement.language);
    layout->pages->destinations[section->index].tag = place.parent;
    outline_add(layout->pages, (struct outline_entry){
                                   .title = section->heading.plain,
                                   .level = section->heading.level,
                                   .destination = section->index,
                               });
    if (section->heading.level == 1)
        layout->running = section->heading.plain;
    add_heading(layout, &section->heading, &place, section->index);
    size_t first = layout->rows.count;
    add_blocks(layout, &section->body, &place);
    keep_two_after(layout, first);
    for (size_t i = 0; i < section->section_count; i++)
        rows_add_section(layout, &section->sections[i], measure, place.parent);
    layout->terms = around;
}
