#include "layout/furniture.h"

#include "layout/emit.h"
#include "layout/frame.h"
#include "layout/runs.h"
#include "layout/shapes.h"
#include "layout/words.h"
#include "model/language.h"

#include <string.h>

// No running head holds more of a title than this.
enum { MOST_BYTES = 400 };

// Two corners side by side, set once for as many pages as say the same. Folios differ from page to
// page: they are set for each, and take the room of the widest.
struct corners {
    const struct look_corners *look;
    struct str texts[2]; // outer and inner, of the page before; a folio's is empty
    const struct text_block *lines[2];
    bool is_set;
};

struct furniture {
    struct corners head, foot;
    struct str control; // "" where there is nothing to say
    struct str version;
    length folio; // the width of the widest
};

struct furniture_place {
    struct page *page;
    size_t index;
    length baseline;
    bool right; // the outer corner is the right one
    enum artifact artifact;
};

static const struct text_block *set_line(struct layout *layout, struct str text, enum role_id role)
{
    if (text.len == 0)
        return NULL;
    struct runs runs = {0};
    runs_add_plain(layout, &runs, text, role, TAG_NONE);
    return runs_set(layout, &runs, role, layout->frame.width);
}

static length width_of(struct layout *layout, struct str text, enum role_id role)
{
    if (text.len == 0)
        return 0;
    struct runs runs = {0};
    runs_add_plain(layout, &runs, text, role, TAG_NONE);
    return runs_width(layout, &runs, role);
}

// Whether a text may be cut before its byte at `at`: at a space, before an ideograph or a syllable.
static bool may_cut(struct str text, size_t at)
{
    return text.data[at] == ' ' || (unsigned char)text.data[at] >= 0xE3;
}

static struct str cut(struct layout *layout, struct str text, size_t end)
{
    static const char loose[] = " .,:;(-";
    while (end > 0 && memchr(loose, text.data[end - 1], sizeof loose - 1))
        end--;
    return end == 0 ? STR("") : str_format(layout->arena, "%.*s\u2026", (int)end, text.data);
}

// Returns the text, or as many of its words as there is room for, with an ellipsis.
static struct str shortened(struct layout *layout, struct str text, enum role_id role, length room)
{
    size_t ends[MOST_BYTES], count = 0;
    if (text.len <= MOST_BYTES && width_of(layout, text, role) <= room)
        return text;
    for (size_t at = 1; at < text.len && at < MOST_BYTES; at++)
        if (may_cut(text, at))
            ends[count++] = at;
    size_t fits = 0; // as many of the ends
    while (fits < count) {
        size_t middle = fits + (count - fits + 1) / 2;
        if (width_of(layout, cut(layout, text, ends[middle - 1]), role) <= room)
            fits = middle;
        else
            count = middle - 1;
    }
    return fits == 0 ? STR("") : cut(layout, text, ends[fits - 1]);
}

static struct str folio(struct layout *layout, size_t number)
{
    struct term_values numbers = {str_format(layout->arena, "%zu", number),
                                  str_format(layout->arena, "%zu", layout->pages->count)};
    return layout_phrase(layout, TERM_FOLIO, numbers);
}

static struct str version_text(struct layout *layout)
{
    struct str version = layout->brochure->document.version;
    if (version.len == 0)
        return version;
    return str_format(layout->arena, "%.*s\xC2\xA0%.*s",
                      STR_ARGS(layout_word(layout, TERM_VERSION)), STR_ARGS(version));
}

// As many of the parts, from the first, as find room beside the folio; the control data have all.
static struct str joined(struct layout *layout, const struct str *parts, size_t count,
                         struct str between, length room)
{
    struct str_builder text = str_builder_in(layout->arena);
    for (size_t i = 0; i < count; i++) {
        size_t whole = text.len;
        if (parts[i].len > 0 && whole > 0)
            str_add(&text, between);
        str_add(&text, parts[i]);
        if (width_of(layout, str_built(&text), ROLE_CONTROL) > room)
            return str_slice(str_built(&text), 0, whole);
    }
    return str_built(&text);
}

// "Draft · PE-0421 · Version 2.0 · June 27, 2025", of what there is.
static struct str control_text(struct layout *layout, length room)
{
    const struct document *document = &layout->brochure->document;
    const struct str parts[] = {
        document->status == STATUS_DRAFT ? layout_word(layout, TERM_DRAFT) : (struct str){0},
        document->id,
        version_text(layout),
        layout_date(layout, document->issued),
    };
    return joined(layout, parts, sizeof parts / sizeof parts[0], STR(" \xC2\xB7 "), room);
}

// "PE-0421, Version 2.0"
static struct str version_line(struct layout *layout, length room)
{
    const struct str parts[] = {layout->brochure->document.id, version_text(layout)};
    bool arabic = str_equal(language_script(layout->brochure->language), STR("Arab"));
    struct str comma = arabic ? STR("\u060C ") : STR(", ");
    return joined(layout, parts, sizeof parts / sizeof parts[0], comma, room);
}

static enum role_id role_of(enum furniture_item item)
{
    switch (item) {
    case FURNITURE_NOTHING:
    case FURNITURE_TITLE:
    case FURNITURE_ALTERNATING: return ROLE_RUNNING_TITLE;
    case FURNITURE_SECTION: return ROLE_RUNNING_SECTION;
    case FURNITURE_FOLIO: return ROLE_FOLIO;
    case FURNITURE_CONTROL:
    case FURNITURE_VERSION: return ROLE_CONTROL;
    }
    return ROLE_FOLIO;
}

// A title says nothing above the one that the first page begins with.
static struct str text_of(const struct layout *layout, const struct furniture *furniture,
                          enum furniture_item item, size_t index)
{
    struct str title = layout->brochure->title_plain, section = layout->page_running.items[index];
    switch (item) {
    case FURNITURE_NOTHING:
    case FURNITURE_FOLIO: break;
    case FURNITURE_TITLE: return index == 0 ? STR("") : title;
    case FURNITURE_SECTION: return index == 0 ? STR("") : section;
    case FURNITURE_ALTERNATING: return index == 0 ? STR("") : index % 2 == 1 ? title : section;
    case FURNITURE_CONTROL: return furniture->control;
    case FURNITURE_VERSION: return furniture->version;
    }
    return STR("");
}

static bool has_folio(const struct look_corners *look)
{
    return look->outer == FURNITURE_FOLIO || look->inner == FURNITURE_FOLIO;
}

// Two texts share the frame: the shorter one as it is, if it takes no more than half. Of two that
// are too long, the inner one gives way.
static void set_corners(struct layout *layout, const struct furniture *furniture, size_t index,
                        struct corners *corners)
{
    const enum role_id outer = role_of(corners->look->outer), inner = role_of(corners->look->inner);
    struct str texts[2] = {text_of(layout, furniture, corners->look->outer, index),
                           text_of(layout, furniture, corners->look->inner, index)};
    if (corners->is_set && str_equal(texts[0], corners->texts[0]) &&
        str_equal(texts[1], corners->texts[1]))
        return;
    memcpy(corners->texts, texts, sizeof texts);
    corners->is_set = true;
    length room = layout->frame.width - layout->theme->page.gutter -
                  (has_folio(corners->look) ? furniture->folio : 0);
    struct str half = shortened(layout, texts[1], inner, room / 2);
    texts[0] = shortened(layout, texts[0], outer, room - width_of(layout, half, inner));
    texts[1] = shortened(layout, texts[1], inner, room - width_of(layout, texts[0], outer));
    corners->lines[0] = set_line(layout, texts[0], outer);
    corners->lines[1] = set_line(layout, texts[1], inner);
}

static void add_line(struct layout *layout, const struct text_block *block,
                     const struct furniture_place *place)
{
    if (!block)
        return;
    const struct line *line = &block->lines.items[0];
    const struct box *frame = &layout->frame;
    // In right-to-left text the line was set at the right of the frame's width.
    length edge =
        layout->brochure->right_to_left ? frame->x + line->width - frame->width : frame->x;
    struct line_place at = {
        .page = place->page,
        .at = {place->right ? edge + frame->width - line->width : edge, place->baseline},
        .artifact = place->artifact,
    };
    emit_line(layout, line, block->meanings, &at);
}

static void add_corners(struct layout *layout, const struct furniture *furniture,
                        struct corners *corners, struct furniture_place place)
{
    set_corners(layout, furniture, place.index, corners);
    const struct text_block *lines[2] = {corners->lines[0], corners->lines[1]};
    const enum furniture_item items[2] = {(enum furniture_item)corners->look->outer,
                                          (enum furniture_item)corners->look->inner};
    for (size_t i = 0; i < 2; i++) {
        if (items[i] == FURNITURE_FOLIO)
            lines[i] = set_line(layout, folio(layout, place.index + 1), ROLE_FOLIO);
        add_line(layout, lines[i], &place);
        place.right = !place.right;
    }
}

// On the grid: what a frame of whole u leaves of the page's height lies below the folio. It has its
// place for all sizes of type.
static length folio_baseline(const struct layout *layout)
{
    const struct page_look *look = &layout->theme->page;
    length height = layout->brochure->page.height - look->top - look->bottom;
    height -= height % look->foot_grid;
    return look->top + height + look->bottom - look->foot_baseline;
}

static void add_to_page(struct layout *layout, struct furniture *furniture, size_t index)
{
    const struct page_look *look = &layout->theme->page;
    struct page *page = &layout->pages->pages[index];
    page->label = str_format(layout->arena, "%zu", index + 1);
    if (page->count == 0)
        return; // a blank page carries no text
    if (index == 0 && layout->brochure->cover.present)
        return;
    frame_turn(layout, index);
    bool left = look->mirrored && index % 2 == 1;
    struct furniture_place place = {
        .page = page,
        .index = index,
        .baseline = folio_baseline(layout),
        .right = left == layout->brochure->right_to_left,
        .artifact = ARTIFACT_FOOTER,
    };
    add_corners(layout, furniture, &furniture->foot, place);
    place.baseline = look->head_baseline;
    place.artifact = ARTIFACT_HEADER;
    add_corners(layout, furniture, &furniture->head, place);
    const struct look_rule *rule = &layout->theme->furniture.rule;
    shape_draw_rule(layout, page, rule, look->head_baseline + rule->gap);
}

void furniture_add(struct layout *layout)
{
    struct furniture furniture = {
        .head = {.look = &layout->theme->furniture.head},
        .foot = {.look = &layout->theme->furniture.foot},
    };
    size_t last = layout->pages->count;
    furniture.folio = width_of(layout, folio(layout, last), ROLE_FOLIO);
    length room = layout->frame.width - layout->theme->page.gutter - furniture.folio;
    furniture.control = control_text(layout, room);
    furniture.version = version_line(layout, room);
    for (size_t i = 0; i < last; i++)
        add_to_page(layout, &furniture, i);
}
