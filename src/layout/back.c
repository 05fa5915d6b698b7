#include "layout/back.h"

#include "layout/control.h"
#include "layout/frame.h"
#include "layout/qr_rows.h"
#include "layout/words.h"

// The block as it is being filled, row by row.
struct back_setting {
    tag_id section;
    length measure; // between the pads
    length x;       // where the next part begins, from the pad
    struct row row;
};

static void end_row(struct layout *layout, struct back_setting *setting)
{
    if (setting->row.parts.first) {
        setting->row.gap = block_gap(layout, 0);
        setting->row.keep_next = true;
        row_add(layout, setting->row);
        block_ends(layout, layout->theme->blocks.back.gutter);
    }
    setting->row =
        (struct row){.destination = NO_DESTINATION, .span = layout->brochure->publisher.span};
    setting->x = 0;
}

// What takes the whole measure stands in rows of its own, which go on on the next page where there
// is more of it than a page holds.
static void add_rows(struct layout *layout, struct back_setting *setting, const struct cell *cell)
{
    size_t first = layout->rows.count;
    rows_add_from(layout, cell, layout->theme->blocks.back.sides, block_gap(layout, 0));
    rows_keep(layout, first, true);
    block_ends(layout, layout->theme->blocks.back.gutter);
    setting->x = 0;
}

static void add_cell(struct layout *layout, struct back_setting *setting, struct cell cell)
{
    if (!setting->row.parts.first && cell.measure == setting->measure) {
        add_rows(layout, setting, &cell);
        return;
    }
    length height = cell_height(&cell);
    struct part *part = part_add(layout, &setting->row.parts, PART_CELL);
    part->x = layout->theme->blocks.back.sides + setting->x;
    part->as.cell = cell;
    if (height > setting->row.height)
        setting->row.height = height;
    setting->x += cell.measure + layout->theme->blocks.back.gutter;
}

static bool check_symbol(struct layout *layout, const struct back_setting *setting, length size)
{
    if (size <= setting->measure)
        return true;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->document.online_span,
             "the QR code of the address is wider than the block at the brochure's end");
    diag_hint(layout->diags, "give a shorter address, or use a larger page");
    layout->failed = true;
    return false;
}

// The symbol on white, with its quiet zone. Returns false when there is no room for it.
static bool add_symbol(struct layout *layout, struct back_setting *setting)
{
    const struct document *document = &layout->brochure->document;
    const struct qr_address address = {document->online, document->online_span};
    length quiet = qr_quiet_zone(layout, &address);
    struct part *ground = part_add(layout, &setting->row.parts, PART_SHAPE);
    struct point at = {layout->theme->blocks.back.sides + quiet, quiet};
    length size = qr_part(layout, &address, at, setting->section, &setting->row.parts);
    ground->x = layout->theme->blocks.back.sides;
    ground->as.shape.kind = SHAPE_RECTANGLE;
    ground->as.shape.width = ground->as.shape.height = size + 2 * quiet;
    ground->as.shape.color = layout->theme->blocks.qr.ground;
    setting->row.height = size + 2 * quiet;
    if (!check_symbol(layout, setting, setting->row.height))
        return false;
    setting->x = size + 2 * quiet + layout->theme->blocks.back.gutter;
    return true;
}

// What the address needs on one line, or the word above it.
static length address_width(struct layout *layout)
{
    struct runs word = {0}, url = {0};
    const struct part_roles address = {ROLE_CONTROL, ROLE_ADDRESS};
    runs_add_plain(layout, &word, layout_word(layout, TERM_ONLINE), ROLE_CONTROL_VALUE, TAG_NONE);
    runs_add_part(layout, &url, layout->brochure->document.online, address, TAG_NONE);
    return length_larger(runs_width(layout, &word, ROLE_CONTROL_VALUE),
                         runs_width(layout, &url, ROLE_CONTROL));
}

// Where the address has neither the theme's room beside the symbol nor as much as it needs, it
// stands below, over the whole measure.
static length online_width(struct layout *layout, struct back_setting *setting)
{
    length asked = layout->theme->blocks.back.online, room = setting->measure - setting->x;
    if (room >= asked)
        return asked;
    if (room >= address_width(layout))
        return room;
    end_row(layout, setting);
    return setting->measure;
}

static void add_online(struct layout *layout, struct back_setting *setting)
{
    struct str url = layout->brochure->document.online;
    if (url.len == 0 || !add_symbol(layout, setting))
        return;
    length width = online_width(layout, setting);
    struct cell_around around = cell_begin(layout);
    struct runs runs = {0};
    struct row_place place = {
        .role = ROLE_CONTROL_VALUE, .measure = width, .destination = NO_DESTINATION};
    tag_id tag = tag_add(&layout->pages->tags, setting->section, TAG_P, (struct span){0});
    runs_add_plain(layout, &runs, layout_word(layout, TERM_ONLINE), place.role, tag);
    rows_add_runs(layout, &runs, &place);
    const struct address address = {url, STR(""), layout->brochure->document.online_span};
    control_add_address(layout, &address, setting->section, width);
    add_cell(layout, setting, cell_end(layout, around, width));
}

// Where no web address stands before it, there is room for half and half, and for values that need
// more as long as the publisher has enough.
static length control_width(struct layout *layout, const struct back_setting *setting)
{
    const struct look_back *look = &layout->theme->blocks.back;
    length both = setting->measure - look->gutter, half = both / 2;
    bool online = layout->brochure->document.online.len > 0;
    if (online || half < look->control)
        return look->control;
    length needed = control_values_width(layout);
    return needed > half && both - needed >= look->least ? needed : half;
}

// The publisher takes the room between the address and the control data, or a row of its own.
static void add_publisher(struct layout *layout, struct back_setting *setting, bool values)
{
    const struct look_back *look = &layout->theme->blocks.back;
    length taken = values ? control_width(layout, setting) + look->gutter : 0;
    if (layout->brochure->publisher.name.len == 0)
        return;
    if (setting->measure - setting->x - taken < look->least)
        end_row(layout, setting);
    if (setting->measure - setting->x - taken < look->least / 2)
        taken = 0; // the control data follow in a row of their own
    length width = setting->measure - setting->x - taken;
    struct cell_around around = cell_begin(layout);
    control_add_publisher(layout, setting->section, width);
    add_cell(layout, setting, cell_end(layout, around, width));
}

static void add_values(struct layout *layout, struct back_setting *setting)
{
    length width = control_width(layout, setting);
    if (setting->measure - setting->x < width)
        end_row(layout, setting);
    if (setting->x == 0)
        width = setting->measure;
    struct cell_around around = cell_begin(layout);
    control_add_values(layout, setting->section, width, 0);
    add_cell(layout, setting, cell_end(layout, around, width));
}

static bool has_back(const struct layout *layout)
{
    const struct brochure *brochure = layout->brochure;
    return brochure->publisher.name.len > 0 || brochure->document.online.len > 0 ||
           control_has_values(layout);
}

void back_add(struct layout *layout)
{
    const struct look_back *look = &layout->theme->blocks.back;
    if (!has_back(layout))
        return;
    struct region region = {
        .start = layout->rows.count,
        .columns = 1,
        .measure = layout->frame.width,
        .gap = layout->theme->page.grid,
        .at_foot = true,
    };
    struct panel *panel = ARENA_NEW(layout->arena, struct panel);
    *panel = (struct panel){
        .color = look->ground,
        .rule = look->rule.color ? &look->rule : NULL,
        .width = layout->frame.width,
    };
    layout->panel = panel->color || panel->rule ? panel : NULL;
    struct back_setting setting = {
        .section = tag_add(&layout->pages->tags, 0, TAG_SECT, (struct span){0}),
        .measure = layout->frame.width - 2 * look->sides,
    };
    row_add_space(layout, look->pad)->keep_next = true;
    block_ends(layout, 0);
    end_row(layout, &setting);
    bool values = control_has_values(layout);
    add_online(layout, &setting);
    add_publisher(layout, &setting, values);
    if (values)
        add_values(layout, &setting);
    end_row(layout, &setting);
    row_add_space(layout, look->pad);
    rows_own_rhythm(layout, region.start); // of small print beside a symbol
    rows_to_grid(layout, region.start);
    layout->panel = NULL;
    region_add(layout, region);
}
