#include "layout/callouts.h"

#include "layout/block_rows.h"
#include "layout/findings.h"
#include "layout/words.h"
#include "model/inline_writer.h"

// A callout that is being set.
struct callout_setting {
    const struct callout *callout;
    const struct look_callout *look;
    struct row_place place; // of its text
    length gap;             // above its first row
};

static const struct look_callout *look_of(const struct layout *layout, enum callout_kind kind)
{
    const struct theme_blocks *blocks = &layout->theme->blocks;
    switch (kind) {
    case CALLOUT_WARNING: return &blocks->warning;
    case CALLOUT_NOTE: return &blocks->note;
    case CALLOUT_TIP: return &blocks->tip;
    }
    return &blocks->note;
}

static enum term term_of(enum callout_kind kind)
{
    switch (kind) {
    case CALLOUT_WARNING: return TERM_WARNING;
    case CALLOUT_NOTE: return TERM_NOTE;
    case CALLOUT_TIP: return TERM_TIP;
    }
    return TERM_NOTE;
}

static void begin_panel(struct layout *layout, struct panel look, const struct row_place *around)
{
    if (!look.color && !look.frame && !look.rule)
        return;
    look.x = around->indent;
    look.width = around->measure - around->indent;
    layout->panel = arena_copy(layout->arena, &look, sizeof look);
}

static void begin_ground(struct layout *layout, const struct look_callout *look,
                         const struct row_place *around)
{
    struct panel panel = {
        .color = look->ground,
        .frame = look->frame.color ? &look->frame : NULL,
        .rule = look->rule.color ? &look->rule : NULL,
    };
    begin_panel(layout, panel, around);
}

// A warning whose title says something else announces itself: its sign is read as its kind. Returns
// the leaf of the sign, or TAG_NONE where it only repeats what the title says.
static tag_id sign_leaf(struct layout *layout, const struct callout *callout, tag_id parent)
{
    struct tag_tree *tags = &layout->pages->tags;
    if (callout->kind != CALLOUT_WARNING || !callout->title.first)
        return TAG_NONE;
    tag_id said = tag_add(tags, parent, TAG_P, callout->title.span);
    tags->items[said].actual = layout_word(layout, TERM_WARNING);
    return tag_add(tags, said, TAG_CONTENT, callout->title.span);
}

static void add_sign(struct layout *layout, const struct callout *callout,
                     const struct look_sign *sign, struct row_place *place)
{
    enum role_id role = place->role;
    if (!sign->color)
        return;
    struct part *part = part_add(layout, &place->parts, PART_SHAPE);
    part->as.shape.tag = sign_leaf(layout, callout, place->parent);
    part->as.shape.span = callout->title.span;
    part->x = place->indent;
    part->y = (layout->theme->roles[role].leading - sign->height) / 2;
    part->as.shape.kind = SHAPE_SIGN;
    part->as.shape.width = sign->width;
    part->as.shape.height = sign->height;
    part->as.shape.color = sign->color;
    part->as.shape.second = sign->mark;
    place->indent += sign->width + sign->gap;
}

static bool is_plain(const struct inline_node *node)
{
    for (; node; node = node->next)
        if (node->kind != INLINE_TEXT &&
            ((node->kind != INLINE_EMPHASIS && node->kind != INLINE_STRONG) ||
             !is_plain(node->first)))
            return false;
    return true;
}

// Where the theme draws no sign, the title of a warning is read behind the word, unless that would
// hide a link or a citation.
static void announce(struct layout *layout, const struct callout_setting *setting, tag_id tag)
{
    const struct inline_text *title = &setting->callout->title;
    if (setting->callout->kind != CALLOUT_WARNING || setting->look->sign.color ||
        !is_plain(title->first))
        return;
    struct str word = layout_word(layout, TERM_WARNING);
    struct str text = inline_plain(layout->arena, title->first);
    if (!str_starts_with(text, word))
        layout->pages->tags.items[tag].actual =
            str_format(layout->arena, "%.*s: %.*s", STR_ARGS(word), STR_ARGS(text));
}

// A callout without a title of its own has its kind's word.
static void add_title(struct layout *layout, struct callout_setting *setting)
{
    const struct inline_text *title = &setting->callout->title;
    struct row_place place = setting->place;
    place.role = setting->callout->kind == CALLOUT_WARNING ? ROLE_WARNING_TITLE : ROLE_NOTE_TITLE;
    place.keep_whole = true;
    add_sign(layout, setting->callout, &setting->look->sign, &place);
    if (title->first) {
        tag_id tag = (tag_id)layout->pages->tags.count;
        rows_add_inline(layout, title, TAG_P, &place);
        announce(layout, setting, tag);
        return;
    }
    struct runs runs = {0};
    tag_id tag = tag_add(&layout->pages->tags, place.parent, TAG_P, title->span);
    runs_add_plain(layout, &runs, layout_word(layout, term_of(setting->callout->kind)), place.role,
                   tag);
    rows_add_runs(layout, &runs, &place);
}

// What follows a space of the callout's own asks for none above it.
static void add_pad(struct layout *layout, length height)
{
    row_add_space(layout, height);
    block_leads(layout, 0);
}

static void add_strip(struct layout *layout, struct callout_setting *setting,
                      const struct row_place *around)
{
    begin_panel(layout, (struct panel){.color = setting->look->strip.color}, around);
    add_pad(layout, setting->look->strip.head);
    add_title(layout, setting);
    add_pad(layout, setting->look->strip.foot);
}

void callouts_add(struct layout *layout, const struct block *block, const struct row_place *place)
{
    const struct callout *callout = &block->as.callout;
    struct callout_setting setting = {callout, look_of(layout, callout->kind), *place, 0};
    const struct look_callout *look = setting.look;
    const struct panel *ground_around = layout->panel;
    length gap = panel_gap(layout, look->space.before);
    size_t first = layout->rows.count;
    setting.place.parent = tag_add(&layout->pages->tags, place->parent, TAG_DIV, block->span);
    setting.place.indent += look->pad;
    setting.place.measure -= look->pad;
    if (look->strip.color)
        add_strip(layout, &setting, place);
    begin_ground(layout, look, place);
    add_pad(layout, look->head);
    if (!look->strip.color)
        add_title(layout, &setting);
    block_leads(layout, 0);
    for (size_t i = first; i < layout->rows.count; i++)
        layout->rows.items[i].keep_next = true; // the head stays with the first line
    block_rows_add(layout, &callout->body, &setting.place);
    add_pad(layout, look->foot);
    layout->panel = ground_around;
    layout->rows.items[first].gap = gap;
    if (callout->kind == CALLOUT_WARNING)
        findings_mark(layout, first, ONCE_WARNING, block->span);
    if (block->placement.inside != BREAK_INSIDE_ALLOW)
        rows_keep(layout, first, false);
    block_ends(layout, look->space.after);
}
