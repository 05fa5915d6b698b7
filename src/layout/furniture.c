#include "layout/furniture.h"

#include "layout/emit.h"
#include "layout/runs.h"
#include "layout/words.h"

#include <string.h>

// No running head holds more of a title than this.
enum { MOST_BYTES = 400 };

// What the pages say, set once for as many as say it.
struct furniture {
    const struct text_block *control; // NULL where there is nothing to say
    const struct text_block *title;
    const struct text_block *section;
    struct str running; // that `title` and `section` were set for
    bool is_set;        // the two were
};

struct furniture_place {
    struct page *page;
    length baseline;
    bool right; // flush with the frame's right edge, else with its left
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

// "Draft · PE-0421 · Version 2.0 · June 27, 2025", of what there is and finds room beside the
// folio; the control data has it all.
static struct str control_text(struct layout *layout, length room)
{
    const struct document *document = &layout->brochure->document;
    struct str version = document->version;
    if (version.len > 0)
        version = str_format(layout->arena, "%.*s\xC2\xA0%.*s",
                             STR_ARGS(layout_word(layout, TERM_VERSION)), STR_ARGS(version));
    const struct str parts[] = {
        document->status == STATUS_DRAFT ? layout_word(layout, TERM_DRAFT) : (struct str){0},
        document->id,
        version,
        layout_date(layout, document->issued),
    };
    struct str_builder text = str_builder_in(layout->arena);
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        size_t whole = text.len;
        if (parts[i].len > 0 && whole > 0)
            str_add(&text, STR(" \xC2\xB7 "));
        str_add(&text, parts[i]);
        if (width_of(layout, str_built(&text), ROLE_CONTROL) > room)
            return str_slice(str_built(&text), 0, whole);
    }
    return str_built(&text);
}

// The title and the section's title share the frame: the shorter one as it is, if it takes no more
// than half.
static void set_head(struct layout *layout, struct furniture *furniture, struct str running)
{
    if (furniture->is_set && str_equal(running, furniture->running))
        return;
    struct str title = layout->brochure->title_plain;
    length room = layout->frame.width - layout->theme->page.gutter;
    struct str section = shortened(layout, running, ROLE_RUNNING_SECTION, room / 2);
    length taken = width_of(layout, section, ROLE_RUNNING_SECTION);
    title = shortened(layout, title, ROLE_RUNNING_TITLE, room - taken);
    taken = width_of(layout, title, ROLE_RUNNING_TITLE);
    section = shortened(layout, running, ROLE_RUNNING_SECTION, room - taken);
    furniture->title = set_line(layout, title, ROLE_RUNNING_TITLE);
    furniture->section = set_line(layout, section, ROLE_RUNNING_SECTION);
    furniture->running = running;
    furniture->is_set = true;
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

static void add_to_page(struct layout *layout, struct furniture *furniture, size_t index)
{
    const struct page_look *look = &layout->theme->page;
    struct page *page = &layout->pages->pages[index];
    page->label = str_format(layout->arena, "%zu", index + 1);
    if (page->count == 0)
        return; // a blank page carries no text
    if (index == 0 && layout->brochure->cover.present)
        return;
    bool right = !layout->brochure->right_to_left;
    if (look->mirrored && index % 2 == 1)
        right = !right;
    struct furniture_place place = {
        .page = page,
        .baseline = page->height - look->foot_baseline,
        .right = right,
        .artifact = ARTIFACT_FOOTER,
    };
    add_line(layout, set_line(layout, folio(layout, index + 1), ROLE_FOLIO), &place);
    place.right = !right;
    add_line(layout, furniture->control, &place);
    if (index == 0)
        return; // the title itself stands at its head
    set_head(layout, furniture, layout->page_running.items[index]);
    place.baseline = look->head_baseline;
    place.artifact = ARTIFACT_HEADER;
    add_line(layout, furniture->section, &place);
    place.right = right;
    add_line(layout, furniture->title, &place);
}

void furniture_add(struct layout *layout)
{
    struct furniture furniture = {0};
    size_t last = layout->pages->count;
    length room = layout->frame.width - layout->theme->page.gutter -
                  width_of(layout, folio(layout, last), ROLE_FOLIO);
    struct str control = control_text(layout, room);
    furniture.control = set_line(layout, control, ROLE_CONTROL);
    for (size_t i = 0; i < last; i++)
        add_to_page(layout, &furniture, i);
}
