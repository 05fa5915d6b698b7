#include "model/press_settings.h"

#include "color/press_profiles.h"

#define PRESS_KEYS 5
static const struct str press_keys[PRESS_KEYS] = {
    STR_INIT("bleed"), STR_INIT("marks"), STR_INIT("inks"), STR_INIT("profile"), STR_INIT("links")};

bool edition_is_for_press(enum edition_kind kind)
{
    return kind == EDITION_PRINT || kind == EDITION_BOOKLET;
}

// Settings of a press in an edition for screens would do nothing, in silence.
static void check_kind(const struct draft_edition *draft, struct diags *diags,
                       const struct edition *edition)
{
    for (size_t i = 0; i < PRESS_KEYS; i++) {
        const struct node *node = node_find(draft->found.node, press_keys[i]);
        if (!node || edition_is_for_press(edition->kind))
            continue;
        diag_add(diags, DIAG_BAD_COMBINATION, node->span,
                 "`%.*s` is for editions of the kinds `print` and `booklet`",
                 STR_ARGS(press_keys[i]));
        diag_hint(diags, "take it out, or add `kind: print`");
    }
}

static void decode_marks(const struct draft_edition *draft, struct press_settings *out)
{
    const uint32_t *marks = draft->marks.items;
    out->marks_given = draft->marks.node != NULL;
    for (size_t i = 0; i < draft->marks.count; i++)
        out->marks |= marks[i];
}

// `process`, `black`, or the names of inks of their own, alone or in a list.
static void add_ink(const struct node *name, struct press_ink *spots, struct press_settings *out)
{
    if (str_equal(name->text, STR("process")))
        out->no_process = false;
    else if (!str_equal(name->text, STR("black")))
        spots[out->spot_count++] = (struct press_ink){name->text, name->span};
}

static void decode_inks(const struct draft_edition *draft, struct arena *arena,
                        struct press_settings *out)
{
    const struct node *node = draft->inks.node;
    if (!node)
        return;
    size_t count = node->kind == NODE_SEQUENCE ? node->count : 1;
    struct press_ink *spots = ARENA_ARRAY(arena, struct press_ink, count);
    out->no_process = true;
    out->spots = spots;
    for (size_t i = 0; i < count; i++) {
        const struct node *name = node->kind == NODE_SEQUENCE ? node->items[i] : node;
        if (name->kind == NODE_SCALAR)
            add_ink(name, spots, out);
    }
}

void press_settings_decode(struct arena *arena, const struct draft_edition *draft,
                           struct diags *diags, struct edition *out)
{
    struct press_settings *press = &out->press;
    check_kind(draft, diags, out);
    press->bleed = draft->bleed;
    press->bleed_given = node_find(draft->found.node, STR("bleed")) != NULL;
    press->links = draft->links;
    if (draft->profile) {
        press->profile = draft->profile->text;
        press->profile_span = draft->profile->span;
    }
    decode_marks(draft, press);
    decode_inks(draft, arena, press);
}

length press_bleed(const struct press_settings *settings, const struct page_setup *page)
{
    if (settings->bleed_given)
        return settings->bleed;
    return press_size_is_american(page->size_key) ? LENGTH_PT(9) : LENGTH_PT(3 * 72 / 25.4);
}

uint32_t press_marks(const struct press_settings *settings)
{
    return settings->marks_given ? settings->marks : MARK_CROP;
}
