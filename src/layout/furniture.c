#include "layout/furniture.h"

#include "layout/emit.h"
#include "layout/runs.h"
#include "layout/words.h"

struct furniture_place {
    struct page *page;
    length baseline;
    bool right; // flush with the frame's right edge, else with its left
    enum artifact artifact;
};

static void add_line(struct layout *layout, struct str text, enum role_id role,
                     const struct furniture_place *place)
{
    if (text.len == 0)
        return;
    struct runs runs = {0};
    runs_add_plain(layout, &runs, text, role, TAG_NONE);
    const struct text_block *block = runs_set(layout, &runs, role, layout->frame.width);
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

// "Draft · PE-0421 · Version 2.0 · June 27, 2025", of what there is.
static struct str control_text(struct layout *layout)
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
        if (parts[i].len > 0 && text.len > 0)
            str_add(&text, STR(" \xC2\xB7 "));
        str_add(&text, parts[i]);
    }
    return str_built(&text);
}

static void add_to_page(struct layout *layout, size_t index, struct str control)
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
    struct term_values numbers = {page->label,
                                  str_format(layout->arena, "%zu", layout->pages->count)};
    add_line(layout, layout_phrase(layout, TERM_FOLIO, numbers), ROLE_FOLIO, &place);
    place.right = !right;
    add_line(layout, control, ROLE_CONTROL, &place);
    if (index == 0)
        return; // the title itself stands at its head
    place.baseline = look->head_baseline;
    place.artifact = ARTIFACT_HEADER;
    add_line(layout, layout->page_running.items[index], ROLE_RUNNING_SECTION, &place);
    place.right = right;
    add_line(layout, layout->brochure->title_plain, ROLE_RUNNING_TITLE, &place);
}

void furniture_add(struct layout *layout)
{
    struct str control = control_text(layout);
    for (size_t i = 0; i < layout->pages->count; i++)
        add_to_page(layout, i, control);
}
