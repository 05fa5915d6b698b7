#include "layout/cover.h"

#include "layout/art.h"
#include "layout/control.h"
#include "layout/emit.h"
#include "layout/figures.h"
#include "layout/frame.h"
#include "layout/shapes.h"

// The sizes of the title, and the lines that each may take.
static const struct {
    enum role_id role;
    size_t most_lines;
} title_sizes[] = {
    {ROLE_COVER_TITLE_1, 2},
    {ROLE_COVER_TITLE_2, 3},
    {ROLE_COVER_TITLE_3, 4},
};

static void draw_ground(struct layout *layout, struct page *page)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    const struct shape ground = {
        .kind = SHAPE_RECTANGLE,
        .width = page->width,
        .height = page->height - look->strip,
        .color = look->ground,
        .tag = TAG_NONE,
        .span = layout->brochure->cover.span,
    };
    if (look->ground)
        shape_draw(layout, page, &ground, (struct point){0});
}

static struct row_place cover_place(enum role_id role, length measure)
{
    return (struct row_place){
        .role = role,
        .measure = measure,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
}

static struct cell set_text(struct layout *layout, const struct inline_text *text,
                            enum role_id role)
{
    struct cell_around around = cell_begin(layout);
    struct row_place place = cover_place(role, layout->frame.width);
    rows_add_inline(layout, text, TAG_P, &place);
    return cell_end(layout, around, layout->frame.width);
}

// Places a cell with the baseline of its first row at `y`.
static void place_cell(struct layout *layout, const struct cell *cell, length start, length y)
{
    struct column_place place = {start, y, cell->measure, ARTIFACT_NONE};
    if (cell->count > 0) {
        place.y -= cell->rows[0].base;
        emit_cell(layout, cell, &place);
    }
}

// How many lines the title takes in a role, without a word of what does not fit; 0 when a word is
// too long.
static size_t title_lines(struct layout *layout, enum role_id role)
{
    struct diags *said = layout->diags;
    struct diags unsaid;
    bool failed = layout->failed;
    struct runs runs = {0};
    diags_init(&unsaid, layout->arena, said->sources);
    layout->diags = &unsaid;
    runs_add_inline(layout, &runs, &layout->brochure->title, role, TAG_NONE);
    const struct text_block *block = runs_set(layout, &runs, role, layout->frame.width);
    layout->diags = said;
    layout->failed = failed;
    return block && unsaid.error_count == 0 ? block->lines.count : 0;
}

static enum role_id title_role(struct layout *layout)
{
    for (size_t i = 0; i < 2; i++) {
        size_t lines = title_lines(layout, title_sizes[i].role);
        if (lines > 0 && lines <= title_sizes[i].most_lines)
            return title_sizes[i].role;
    }
    return title_sizes[2].role;
}

// Eyebrow, title and subtitle, from above. Returns the lowest baseline.
static length add_head(struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    const struct look_cover *look = &layout->theme->blocks.cover;
    if (brochure->cover.eyebrow.first) {
        struct cell eyebrow = set_text(layout, &brochure->cover.eyebrow, ROLE_COVER_EYEBROW);
        place_cell(layout, &eyebrow, 0, look->eyebrow);
    }
    enum role_id role = title_role(layout);
    struct cell title = set_text(layout, &brochure->title, role);
    place_cell(layout, &title, look->shift, look->title);
    if (title.count == 0)
        return look->title;
    length last = look->title + (length)(title.count - 1) * layout->theme->roles[role].leading;
    if (!brochure->subtitle.first)
        return last;
    struct cell subtitle = set_text(layout, &brochure->subtitle, ROLE_COVER_SUBTITLE);
    place_cell(layout, &subtitle, 0, last + look->subtitle);
    return last + look->subtitle +
           (length)(subtitle.count - 1) * layout->theme->roles[ROLE_COVER_SUBTITLE].leading;
}

// The picture fills what the title leaves of the ground.
static void add_image(struct layout *layout, struct page *page, length y)
{
    const struct picture_use *image = &layout->brochure->cover.image;
    length bottom = page->height - layout->theme->blocks.cover.strip;
    if (!image->picture || bottom <= y)
        return;
    tag_id leaf = figures_leaf(layout, image, 0);
    struct art_place place = {
        .page = page,
        .box = {0, y, page->width, bottom - y},
        .artifact = leaf == TAG_NONE ? ARTIFACT_LAYOUT : ARTIFACT_NONE,
        .leaf = leaf,
        .span = image->span,
    };
    art_place_cropped(layout, image->picture, &place);
    if (leaf != TAG_NONE)
        layout->pages->tags.items[layout->pages->tags.items[leaf].parent].bbox = place.box;
}

// The logo stands in place of the publisher's name, its foot where the name's baseline would be.
static void add_logo(struct layout *layout, length measure)
{
    const struct picture_use *logo = &layout->brochure->publisher.logo;
    const struct role *role = &layout->theme->roles[ROLE_COVER_PUBLISHER];
    length height = layout->theme->blocks.cover.logo;
    struct box box = {0, 0, measure,
                      height < logo->picture->height ? height : logo->picture->height};
    box = art_box(logo->picture, box);
    struct row row = {.height = role->leading, .base = role->base, .destination = NO_DESTINATION};
    struct part *part = part_add(layout, &row.parts, PART_PICTURE);
    part->on_baseline = true;
    part->y = -box.height;
    part->as.picture.picture = logo->picture;
    part->as.picture.width = box.width;
    part->as.picture.height = box.height;
    part->as.picture.leaf = figures_leaf(layout, logo, 0);
    part->as.picture.span = logo->span;
    row_add(layout, row);
}

static struct cell set_publisher(struct layout *layout, length measure)
{
    const struct brochure *brochure = layout->brochure;
    struct cell_around around = cell_begin(layout);
    struct row_place place = cover_place(ROLE_COVER_PUBLISHER, measure);
    if (brochure->publisher.logo.picture) {
        add_logo(layout, measure);
    } else if (brochure->publisher.name.len > 0) {
        struct runs runs = {0};
        tag_id tag = tag_add(&layout->pages->tags, 0, TAG_P, brochure->publisher.span);
        runs_add_plain(layout, &runs, brochure->publisher.name, place.role, tag);
        rows_add_text(layout, runs_set(layout, &runs, place.role, measure), &place);
    }
    block_leads(layout, 0);
    if (brochure->document.summary.first) {
        place.role = ROLE_BODY;
        rows_add_inline(layout, &brochure->document.summary, TAG_P, &place);
    }
    return cell_end(layout, around, measure);
}

static void add_strip(struct layout *layout, const struct page *page)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    length measure = column_width(layout, 2), step = measure + layout->theme->page.gutter;
    length y = page->height - look->strip + look->publisher;
    struct cell publisher = set_publisher(layout, measure);
    place_cell(layout, &publisher, 0, y);
    if (!control_has_values(layout))
        return;
    struct cell_around around = cell_begin(layout);
    control_add_values(layout, 0, measure, layout->theme->control_label);
    struct cell values = cell_end(layout, around, measure);
    place_cell(layout, &values, step, y);
}

void cover_add(struct layout *layout)
{
    const struct page_setup *setup = &layout->brochure->page;
    if (!layout->brochure->cover.present)
        return;
    struct page *page = page_add(layout->pages, setup->width, setup->height);
    draw_ground(layout, page);
    length y = add_head(layout) + layout->theme->page.grid;
    add_image(layout, &layout->pages->pages[0], y);
    add_strip(layout, &layout->pages->pages[0]);
}
