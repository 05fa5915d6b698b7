#include "layout/cover.h"

#include "layout/art.h"
#include "layout/control.h"
#include "layout/emit.h"
#include "layout/figures.h"
#include "layout/frame.h"
#include "layout/shapes.h"

// What stands on the cover, in the order in which it is read, and where: `y` is the baseline of a
// cell's first row, from the page's head.
struct cover_setting {
    const struct picture *shown; // NULL: none
    struct cell eyebrow, title, subtitle;
    struct cell publisher, values;
    length title_y, subtitle_y;
    length head;    // where eyebrow, title and subtitle end
    length strip;   // where the ground ends and the publisher's strip begins
    tag_id picture; // the content of its figure, or TAG_NONE
    bool summed_up; // the summary stands in the strip
};

// The sizes of the title, and the lines that each may take.
static const struct {
    enum role_id role;
    size_t most_lines;
} title_sizes[] = {
    {ROLE_COVER_TITLE_1, 2},
    {ROLE_COVER_TITLE_2, 3},
    {ROLE_COVER_TITLE_3, 4},
};

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
    if (text->first)
        rows_add_inline(layout, text, TAG_P, &place);
    return cell_end(layout, around, layout->frame.width);
}

// How many lines the title takes in a role, without a word of what does not fit; 0 when a word is
// too long.
static size_t title_lines(struct layout *layout, enum role_id role)
{
    struct trial trial;
    struct runs runs = {0};
    trial_begin(layout, &trial);
    runs_add_inline(layout, &runs, &layout->brochure->title, role, TAG_NONE);
    const struct row_place place = cover_place(role, layout->frame.width);
    const struct text_block *block = runs_set(layout, &runs, role, rows_measure(layout, &place));
    return trial_end(layout, &trial) && block ? block->lines.count : 0;
}

enum role_id cover_title_role(struct layout *layout, length room)
{
    for (size_t i = 0; i < 2; i++) {
        enum role_id role = title_sizes[i].role;
        size_t lines = title_lines(layout, role);
        if (lines > 0 && lines <= title_sizes[i].most_lines &&
            (int64_t)(lines - 1) * layout->theme->roles[role].leading <= room)
            return role;
    }
    return title_sizes[2].role;
}

// What the title may take and leave what stands below it its place.
static length title_room(const struct layout *layout)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    length below = layout->brochure->subtitle.first ? look->subtitle : 0;
    return layout->brochure->page.height - look->strip - layout->theme->page.grid - look->title -
           below;
}

// The logo stands in place of the publisher's name, its head where the name's line would begin.
static void add_logo(struct layout *layout, length measure)
{
    const struct picture_use *logo = &layout->brochure->publisher.logo;
    const struct role *role = &layout->theme->roles[ROLE_COVER_PUBLISHER];
    length height = layout->theme->blocks.cover.logo;
    struct box box = {0, 0, measure,
                      height < logo->picture->height ? height : logo->picture->height};
    box = art_box(logo->picture, box);
    struct row row = {.height = box.height + layout->theme->page.grid,
                      .base = role->base,
                      .destination = NO_DESTINATION};
    struct part *part = part_add(layout, &row.parts, PART_PICTURE);
    part->as.picture.picture = logo->picture;
    part->as.picture.width = box.width;
    part->as.picture.height = box.height;
    part->as.picture.leaf = figures_leaf(layout, logo, 0);
    part->as.picture.span = logo->span;
    row_add(layout, row);
    rows_to_grid(layout, layout->rows.count - 1);
}

static struct cell set_publisher(struct layout *layout, bool summed_up, length measure)
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
        rows_add_runs(layout, &runs, &place);
    }
    block_leads(layout, 0);
    if (summed_up) {
        place.role = ROLE_BODY;
        rows_add_inline(layout, &brochure->document.summary, TAG_P, &place);
    }
    return cell_end(layout, around, measure);
}

// All of it is set before anything is drawn: the strip at the foot grows with its text.
static void set_cover(struct layout *layout, struct cover_setting *setting)
{
    const struct brochure *brochure = layout->brochure;
    bool brief = layout->theme->blocks.cover.brief;
    length measure = brief ? layout->frame.width : column_width(layout, 2);
    setting->eyebrow = set_text(layout, &brochure->cover.eyebrow, ROLE_COVER_EYEBROW);
    setting->title =
        set_text(layout, &brochure->title, cover_title_role(layout, title_room(layout)));
    setting->subtitle = set_text(layout, &brochure->subtitle, ROLE_COVER_SUBTITLE);
    setting->picture = setting->shown ? figures_leaf(layout, &brochure->cover.image, 0) : TAG_NONE;
    setting->publisher = set_publisher(layout, setting->summed_up, measure);
    struct cell_around around = cell_begin(layout);
    if (!brief && control_has_values(layout))
        control_add_values(layout, 0, measure, layout->theme->control_label);
    setting->values = cell_end(layout, around, measure);
}

// From the first baseline of a cell to its last one.
static length baselines(const struct cell *cell)
{
    if (cell->count == 0)
        return 0;
    const struct row *last = &cell->rows[cell->count - 1];
    return cell_height(cell) - cell->rows[0].base - last->height + last->base;
}

// The edge of a photograph would crowd the subtitle; a drawing goes on with the ground.
static length head_gap(const struct layout *layout, const struct picture *picture)
{
    length grid = layout->theme->page.grid;
    return picture && picture->kind != PICTURE_DRAWING ? 3 * grid : grid;
}

// What the picture needs at least.
static length least_height(const struct layout *layout, const struct picture *picture)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    return picture ? length_larger(look->publisher, look->least) : 0;
}

// Text at the foot has as much space below it as above. The strip is lower than the theme asks for
// where what stands above it needs the room.
static void measure_cover(struct layout *layout, struct cover_setting *setting)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    setting->title_y = look->title + baselines(&setting->eyebrow);
    setting->head = setting->title_y + baselines(&setting->title);
    setting->subtitle_y = setting->head + look->subtitle;
    if (setting->subtitle.count > 0)
        setting->head = setting->subtitle_y + baselines(&setting->subtitle);
    setting->head += head_gap(layout, setting->shown);
    length publisher = baselines(&setting->publisher), values = baselines(&setting->values);
    length needed = 2 * look->publisher + (publisher > values ? publisher : values);
    length height = layout->brochure->page.height;
    length room = height - setting->head - least_height(layout, setting->shown);
    length strip = room < look->strip ? room : look->strip;
    setting->strip = height - length_larger(needed, strip);
}

static bool fits(const struct layout *layout, const struct cover_setting *setting)
{
    return setting->strip - setting->head >= least_height(layout, setting->shown);
}

static bool check_fit(struct layout *layout, const struct cover_setting *setting)
{
    bool pictured = setting->shown != NULL;
    if (fits(layout, setting))
        return true;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->cover.span,
             pictured ? "the title and the control data leave the cover's picture no room"
                      : "the title and the control data do not fit on the cover");
    diag_hint(layout->diags,
              "shorten the title, the subtitle or the summary, or use a larger page");
    layout->failed = true;
    return false;
}

static void draw_ground(struct layout *layout, struct page *page, length height)
{
    const struct shape ground = {
        .kind = SHAPE_RECTANGLE,
        .width = page->width,
        .height = height,
        .color = layout->theme->blocks.cover.ground,
        .tag = TAG_NONE,
        .span = layout->brochure->cover.span,
    };
    if (ground.color)
        shape_draw(layout, page, &ground, (struct point){0});
}

// The picture fills what the title leaves of the ground.
static void draw_picture(struct layout *layout, struct page *page,
                         const struct cover_setting *setting)
{
    const struct picture_use *image = &layout->brochure->cover.image;
    if (!setting->shown)
        return;
    struct art_place place = {
        .page = page,
        .box = {0, setting->head, page->width, setting->strip - setting->head},
        // Less of it may be seen than its maker meant: not with its head cut off.
        .at_head = layout->theme->blocks.cover.least > 0,
        .artifact = setting->picture == TAG_NONE ? ARTIFACT_LAYOUT : ARTIFACT_NONE,
        .leaf = setting->picture,
        .span = image->span,
    };
    struct tag *tags = layout->pages->tags.items;
    art_place_cropped(layout, setting->shown, &place);
    if (setting->picture != TAG_NONE)
        tags[tags[setting->picture].parent].bbox = place.box;
}

static void draw_cell(struct layout *layout, const struct cell *cell, length start, length y)
{
    if (cell->count == 0)
        return;
    struct column_place place = {start,
                                 y - cell->rows[0].base,
                                 cell->measure,
                                 ARTIFACT_NONE,
                                 {GRID_FREE, 0}}; // the theme gives a cover's places in points
    emit_cell(layout, cell, &place);
}

static bool has_room(struct layout *layout, struct cover_setting setting)
{
    size_t tags = layout->pages->tags.count;
    struct trial trial;
    trial_begin(layout, &trial);
    set_cover(layout, &setting);
    measure_cover(layout, &setting);
    tags_cut(&layout->pages->tags, tags);
    return !trial_end(layout, &trial) || fits(layout, &setting); // what fails is said later
}

// A picture that says something is not left out in silence.
static void say_left_out(struct layout *layout)
{
    const struct picture_use *image = &layout->brochure->cover.image;
    if (image->alt.len == 0)
        return;
    diag_add(layout->diags, DIAG_COVER_PICTURE, image->span,
             "the words of the cover leave its picture no room: it is left out");
    diag_hint(layout->diags, "say in the text what it shows, or shorten the title or the subtitle");
}

// What the cover shows. Where there is no room for all of it and the theme has some of it moved,
// the summary goes to the next page; a picture that has no room all the same is left out.
static struct cover_setting choose_parts(struct layout *layout)
{
    const struct look_cover *look = &layout->theme->blocks.cover;
    const struct cover_setting all = {
        .shown = look->plain ? NULL : layout->brochure->cover.image.picture,
        .summed_up = layout->brochure->document.summary.first != NULL,
    };
    const struct cover_setting fewer[] = {
        all, {.shown = all.shown}, {.summed_up = all.summed_up}, {0}};
    const size_t count = sizeof fewer / sizeof fewer[0];
    size_t chosen = 0;
    while (look->least > 0 && chosen + 1 < count && !has_room(layout, fewer[chosen]))
        chosen++;
    if (all.shown && !fewer[chosen].shown)
        say_left_out(layout);
    layout->summary_follows = all.summed_up && !fewer[chosen].summed_up;
    return fewer[chosen];
}

void cover_add(struct layout *layout)
{
    const struct page_setup *setup = &layout->brochure->page;
    const struct look_cover *look = &layout->theme->blocks.cover;
    if (!layout->brochure->cover.present)
        return;
    struct cover_setting setting = choose_parts(layout);
    set_cover(layout, &setting);
    measure_cover(layout, &setting);
    if (!check_fit(layout, &setting))
        return;
    struct page *page = page_add(layout->pages, setup->width, setup->height);
    draw_ground(layout, page, setting.strip);
    shape_draw_rule(layout, page, &look->rule, setting.strip);
    draw_cell(layout, &setting.eyebrow, 0, look->eyebrow);
    draw_cell(layout, &setting.title, look->shift, setting.title_y);
    draw_cell(layout, &setting.subtitle, 0, setting.subtitle_y);
    draw_picture(layout, page, &setting);
    length values_x = column_width(layout, 2) + layout->theme->page.gutter;
    draw_cell(layout, &setting.publisher, 0, setting.strip + look->publisher);
    draw_cell(layout, &setting.values, values_x, setting.strip + look->publisher);
}
