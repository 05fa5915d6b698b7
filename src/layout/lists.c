#include "layout/lists.h"

#include "layout/block_rows.h"
#include "layout/words.h"

// What is the same for all items of a list.
struct list_setting {
    const struct list *list;
    tag_id tag;
    const struct row_place *place;
    bool boxes; // some items have one: all texts begin behind its room
};

static enum shape_kind bullet_shape(enum marker_kind kind)
{
    switch (kind) {
    case MARKER_DISC: return SHAPE_DISC;
    case MARKER_BAR: return SHAPE_RECTANGLE;
    }
    return SHAPE_DISC;
}

static void add_bullet(struct layout *layout, length edge, uint32_t depth, struct parts *parts)
{
    const struct bullet *bullet = &layout->theme->list.bullets[depth < 2 ? depth : 2];
    struct part *part = part_add(layout, parts, PART_SHAPE);
    part->on_baseline = true;
    part->x = edge + bullet->inset;
    part->y = -bullet->centre - bullet->height / 2;
    part->as.shape.kind = bullet_shape(bullet->kind);
    part->as.shape.width = bullet->width;
    part->as.shape.height = bullet->height;
    part->as.shape.color = bullet->color;
}

void lists_add_box(struct layout *layout, const struct box_setting *setting, struct parts *parts)
{
    const struct look_box *box = setting->look;
    struct tag_tree *tags = &layout->pages->tags;
    struct part *part = part_add(layout, parts, PART_SHAPE);
    tag_id label = tag_add(tags, setting->item, TAG_LBL, setting->span);
    tags->items[label].actual = setting->said;
    part->on_baseline = true;
    part->x = setting->x;
    part->y = -box->size;
    part->as.shape.tag = tag_add(tags, label, TAG_CONTENT, setting->span);
    part->as.shape.span = setting->span;
    part->as.shape.kind = setting->ticked ? SHAPE_TICKED : SHAPE_BOX;
    part->as.shape.width = part->as.shape.height = box->size;
    part->as.shape.stroke = box->stroke;
    part->as.shape.color = box->color;
}

static void add_number(struct layout *layout, const struct list_setting *setting, size_t index,
                       tag_id item, struct parts *parts)
{
    const struct list *list = setting->list;
    struct label_place label = {
        .role = setting->place->role,
        .part = ROLE_LIST_NUMBER,
        .parent = tag_add(&layout->pages->tags, item, TAG_LBL, list->items[index].span),
        .edge = setting->place->indent,
        .width = setting->place->number_width,
        .align_end = true,
    };
    size_t number = list->first_number + index;
    rows_label(layout, str_format(layout->arena, "%zu.", number), &label, parts);
}

// A box is read as what it says of the item: that it is to be done, or is.
static void add_box(struct layout *layout, const struct list_setting *setting, size_t index,
                    tag_id item, struct parts *parts)
{
    const struct list_item *list_item = &setting->list->items[index];
    bool done = list_item->task == TASK_DONE;
    const struct box_setting box = {
        .look = &layout->theme->blocks.checklist.box,
        .ticked = done,
        .x = setting->place->indent,
        .item = item,
        .said = layout_word(layout, done ? TERM_DONE : TERM_TO_DO),
        .span = list_item->span,
    };
    lists_add_box(layout, &box, parts);
}

static void add_mark(struct layout *layout, const struct list_setting *setting, size_t index,
                     tag_id item, struct parts *parts)
{
    const struct row_place *place = setting->place;
    enum task task = setting->list->items[index].task;
    if (setting->list->ordered)
        add_number(layout, setting, index, item, parts);
    else if (task != TASK_NONE)
        add_box(layout, setting, index, item, parts);
    else
        add_bullet(layout, place->indent, place->depth, parts);
}

static length hang_of(const struct layout *layout, const struct list_setting *setting)
{
    if (setting->list->ordered)
        return setting->place->number_width + layout->theme->list.number_gap;
    return setting->boxes ? layout->theme->blocks.checklist.hang : layout->theme->list.hang;
}

// A list in running text has space around it: not one in another list, or in a table's cell.
static bool stands_alone(const struct row_place *place)
{
    return place->depth == 0 && place->role == ROLE_BODY;
}

static void add_item(struct layout *layout, const struct list_setting *setting, size_t index)
{
    const struct list_item *item = &setting->list->items[index];
    tag_id item_tag = tag_add(&layout->pages->tags, setting->tag, TAG_LI, item->span);
    struct row_place inner = *setting->place;
    if (index > 0)
        inner.parts = (struct parts){0};
    inner.gap = index == 0 && stands_alone(&inner) ? layout->theme->list.before : 0;
    add_mark(layout, setting, index, item_tag, &inner.parts);
    inner.parent = tag_add(&layout->pages->tags, item_tag, TAG_LBODY, item->span);
    inner.indent += hang_of(layout, setting);
    inner.depth++;
    if (index > 0)
        inner.destination = NO_DESTINATION;
    block_rows_add(layout, &item->blocks, &inner);
}

// Whether a list is set loose shows only when its items are set: the gaps are put in afterwards.
static void space_items(struct layout *layout, const size_t *first_rows, size_t count, length gap,
                        bool nested)
{
    for (size_t i = nested ? 0 : 1; i < count; i++)
        if (first_rows[i] < layout->rows.count)
            layout->rows.items[first_rows[i]].gap = i > 0 ? gap : layout->theme->list.item_gap;
}

// Numbers have the theme's width, or what the widest needs: the last one, since figures are
// tabular.
static length number_width(struct layout *layout, const struct list *list, enum role_id role)
{
    struct runs runs = {0};
    size_t last = list->first_number + list->count - 1;
    runs_add_part(layout, &runs, str_format(layout->arena, "%zu.", last),
                  (struct part_roles){role, ROLE_LIST_NUMBER}, TAG_NONE);
    return length_larger(runs_width(layout, &runs, role), layout->theme->list.number_width);
}

// As with the lines of a paragraph, no line of a list stands alone at a column's foot or head: a
// first or last item of one row stays with its neighbour.
static void keep_items(struct layout *layout, const size_t *first_rows, size_t count)
{
    if (count < 2)
        return;
    size_t second = first_rows[1], last = first_rows[count - 1], end = layout->rows.count;
    if (second == first_rows[0] + 1)
        layout->rows.items[second - 1].group = KEEP_EDGE;
    if (end == last + 1 && last > 0)
        layout->rows.items[last - 1].group = KEEP_EDGE;
}

static bool has_boxes(const struct list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].task != TASK_NONE)
            return true;
    return false;
}

static bool item_is_long(const struct list_item *item, size_t rows)
{
    return item->blocks.count > 1 || rows >= 3;
}

void lists_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct list *list = &block->as.list;
    struct row_place inner = *place;
    struct list_setting setting = {
        .list = list,
        .tag = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span),
        .place = &inner,
        .boxes = has_boxes(list),
    };
    layout->pages->tags.items[setting.tag].numbering =
        list->ordered ? NUMBERING_DECIMAL : (setting.boxes ? NUMBERING_UNORDERED : NUMBERING_DISC);
    size_t *first_rows = ARENA_ARRAY(layout->arena, size_t, list->count);
    if (list->ordered)
        inner.number_width = number_width(layout, list, place->role);
    bool loose = false;
    for (size_t i = 0; i < list->count; i++) {
        first_rows[i] = layout->rows.count;
        add_item(layout, &setting, i);
        loose = loose || item_is_long(&list->items[i], layout->rows.count - first_rows[i]);
    }
    const struct list_look *look = &layout->theme->list;
    length gap = loose ? look->loose_item_gap : look->item_gap;
    if (list->checklist)
        gap = layout->theme->blocks.checklist.item_gap;
    space_items(layout, first_rows, list->count, gap, place->depth > 0);
    if (stands_alone(place))
        block_ends(layout, length_larger(layout->space_below, look->after));
    keep_items(layout, first_rows, list->count);
}
