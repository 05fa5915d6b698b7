#include "layout/figures.h"

#include "layout/margin.h"
#include "layout/words.h"

// A picture takes this much of the frame's height at most, in hundredths: its caption stays with
// it. Of parts that stand one below the other, two stand on a page below a heading.
enum { MOST_HEIGHT = 80, MOST_HEIGHT_OF_PART = 35 };

// The pictures of a figure that stand side by side, all in boxes of one size.
struct figure_setting {
    const struct figure *figure;
    size_t first, count; // of its parts
    const struct row_place *place;
    tag_id parent;
    length width, height; // of a box
};

tag_id figures_leaf(struct layout *layout, const struct picture_use *use, tag_id parent)
{
    struct tag_tree *tags = &layout->pages->tags;
    if (use->alt.len == 0)
        return TAG_NONE;
    tag_id figure = tag_add(tags, parent, TAG_FIGURE, use->span);
    tags->items[figure].alt = use->alt;
    return tag_add(tags, figure, TAG_CONTENT, use->span);
}

// Drawings take the width that there is; a photograph is never larger than its pixels allow.
static length natural_width(const struct picture *picture, length width)
{
    return picture->kind == PICTURE_DRAWING || picture->width > width ? width : picture->width;
}

static length box_height(const struct layout *layout, const struct figure_setting *setting)
{
    length grid = layout->theme->page.grid, tallest = grid;
    bool stacked = setting->figure->count > setting->count;
    length most =
        length_scale(layout->frame.height, stacked ? MOST_HEIGHT_OF_PART : MOST_HEIGHT, 100);
    for (size_t i = 0; i < setting->count; i++) {
        const struct picture *picture = setting->figure->parts[setting->first + i].picture.picture;
        if (!picture)
            continue;
        length width = natural_width(picture, setting->width);
        int64_t high = (int64_t)width * picture->height / picture->width;
        length height = high < most ? (length)high : most;
        tallest = height > tallest ? height : tallest;
    }
    length over = tallest % grid;
    return over == 0 ? tallest : tallest + grid - over;
}

static void add_ground(struct layout *layout, const struct figure_setting *setting, length x,
                       struct parts *parts)
{
    struct part *part = part_add(layout, parts, PART_SHAPE);
    part->x = x;
    part->as.shape.kind = SHAPE_RECTANGLE;
    part->as.shape.width = setting->width;
    part->as.shape.height = setting->height;
    part->as.shape.color = layout->theme->blocks.figure.ground;
}

static void add_picture(struct layout *layout, const struct figure_setting *setting,
                        const struct picture_use *use, length x, struct row *row)
{
    const struct picture *picture = use->picture;
    if (!picture)
        return;
    bool drawing = picture->kind == PICTURE_DRAWING;
    if (drawing && layout->theme->blocks.figure.ground)
        add_ground(layout, setting, x, &row->parts);
    struct part *part = part_add(layout, &row->parts, PART_PICTURE);
    part->x = x;
    part->as.picture.picture = picture;
    part->as.picture.width = natural_width(picture, setting->width);
    part->as.picture.height = setting->height;
    part->as.picture.leaf = figures_leaf(layout, use, setting->parent);
    part->as.picture.span = use->span;
}

static struct cell set_caption(struct layout *layout, const struct inline_text *caption,
                               tag_id parent, length width)
{
    struct cell_around around = cell_begin(layout);
    struct row_place place = {
        .role = ROLE_CAPTION,
        .measure = width,
        .parent = parent,
        .destination = NO_DESTINATION,
    };
    if (caption->first)
        rows_add_inline(layout, caption, TAG_P, &place);
    return cell_end(layout, around, width);
}

static length place_x(const struct layout *layout, const struct figure_setting *setting, size_t i)
{
    length step = setting->width + layout->theme->blocks.figure.gutter;
    return setting->place->indent + (length)i * step;
}

// The pictures, and under each its own caption. A picture is read with its caption.
static void add_pictures(struct layout *layout, const struct figure_setting *setting)
{
    const struct look_figure *look = &layout->theme->blocks.figure;
    struct row row = {
        .span = setting->figure->parts[setting->first].picture.span,
        .height = setting->height,
        .destination = setting->first == 0 ? setting->place->destination : NO_DESTINATION,
        .gap = panel_gap(layout, setting->first == 0 ? look->space.before : look->gutter),
    };
    for (size_t i = 0; i < setting->count; i++) {
        const struct figure_part *part = &setting->figure->parts[setting->first + i];
        length x = place_x(layout, setting, i);
        add_picture(layout, setting, &part->picture, x, &row);
        struct cell cell = set_caption(layout, &part->caption, setting->parent, setting->width);
        if (cell.count == 0)
            continue;
        struct part *caption = part_add(layout, &row.parts, PART_CELL);
        caption->x = x;
        caption->y = setting->height + look->gap;
        caption->as.cell = cell;
        length height = caption->y + cell_height(&cell);
        row.height = height > row.height ? height : row.height;
    }
    row_add(layout, row);
    block_ends(layout, look->gap);
}

// "Figure 1.", and the caption of the whole.
static void add_caption(struct layout *layout, const struct figure_setting *setting,
                        struct row_place place)
{
    const struct inline_text *caption = &setting->figure->caption;
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, setting->parent, TAG_CAPTION, caption->span);
    tag = tag_add(&layout->pages->tags, tag, TAG_P, caption->span);
    place.role = ROLE_CAPTION;
    place.keep_whole = true;
    place.destination = NO_DESTINATION;
    place.parts = (struct parts){0};
    struct part_roles label = {ROLE_CAPTION, ROLE_CAPTION_LABEL};
    runs_add_part(layout, &runs, layout_numbered(layout, TERM_FIGURE, ++layout->figures), label,
                  tag);
    runs_add_gap(layout, &runs, layout->theme->blocks.figure.gap, ROLE_CAPTION, tag);
    runs_add_inline(layout, &runs, caption, ROLE_CAPTION, tag);
    rows_add_runs(layout, &runs, &place);
}

static void place_caption(struct layout *layout, const struct figure_setting *setting)
{
    struct row_place place = *setting->place;
    if (!setting->figure->caption.first)
        return;
    if (layout->theme->blocks.figure.caption != CAPTION_IN_MARGIN ||
        !margin_is_beside(layout, place.indent, place.measure)) {
        add_caption(layout, setting, place);
        return;
    }
    place.measure = layout->margin;
    struct cell_around around = cell_begin(layout);
    add_caption(layout, setting, place);
    margin_add(layout, cell_end(layout, around, layout->margin));
}

// Whether there is something to read: pictures that only decorate are not in the tag tree.
static bool is_read(const struct figure *figure)
{
    bool read = figure->caption.first != NULL;
    for (size_t i = 0; i < figure->count; i++)
        read = read || figure->parts[i].picture.alt.len > 0 || figure->parts[i].caption.first;
    return read;
}

// The parts that stand side by side, then the next ones below them: each row keeps whole.
static void add_all_pictures(struct layout *layout, struct figure_setting *setting)
{
    const struct look_figure *look = &layout->theme->blocks.figure;
    size_t parts = setting->figure->count, most = parts;
    length measure = setting->place->measure - setting->place->indent;
    if (look->columns > 0 && look->columns < most)
        most = look->columns;
    setting->width = (measure - (length)(most - 1) * look->gutter) / (length)most;
    for (size_t i = 0; i < parts; i += most) {
        setting->first = i;
        setting->count = parts - i < most ? parts - i : most;
        setting->height = box_height(layout, setting);
        add_pictures(layout, setting);
    }
}

void figures_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct figure *figure = &block->as.figure;
    struct figure_setting setting = {.figure = figure, .place = place, .parent = place->parent};
    if (is_read(figure))
        setting.parent = tag_add(&layout->pages->tags, place->parent, TAG_ASIDE, block->span);
    size_t first = layout->rows.count;
    add_all_pictures(layout, &setting);
    place_caption(layout, &setting);
    rows_keep(layout, first, false);
    rows_own_rhythm(layout, first); // of captions that hang below what they say
    rows_to_grid(layout, first);
    block_ends(layout, layout->theme->blocks.figure.space.after);
}
