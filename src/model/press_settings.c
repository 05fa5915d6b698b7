#include "model/press_settings.h"

#include "color/press_profiles.h"

enum { PRESS_KEYS = 5, BOOKLET_KEYS = 10 };
static const struct str press_keys[PRESS_KEYS] = {
    STR_INIT("bleed"), STR_INIT("marks"), STR_INIT("inks"), STR_INIT("profile"), STR_INIT("links")};
static const struct str booklet_keys[BOOKLET_KEYS] = {
    STR_INIT("binding"), STR_INIT("sheet"),   STR_INIT("stock"),     STR_INIT("n-up"),
    STR_INIT("duplex"),  STR_INIT("padding"), STR_INIT("signature"), STR_INIT("gutter"),
    STR_INIT("creep"),   STR_INIT("dummy")};

bool edition_is_for_press(enum edition_kind kind)
{
    return kind == EDITION_PRINT || kind == EDITION_BOOKLET;
}

// Settings in an edition of another kind would do nothing, in silence.
static void refuse(const struct draft_edition *draft, struct diags *diags, const struct str *keys,
                   size_t count, const char *kinds)
{
    for (size_t i = 0; i < count; i++) {
        const struct node *node = node_find(draft->found.node, keys[i]);
        if (!node)
            continue;
        diag_add(diags, DIAG_BAD_COMBINATION, node->span, "`%.*s` is for editions of the kind%s",
                 STR_ARGS(keys[i]), kinds);
        diag_hint(diags, "take it out, or give the edition that kind: `kind: booklet`");
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

static void decode_sheet(const struct schema_any *sheet, struct booklet_settings *out)
{
    if (!sheet->node)
        return;
    out->span = sheet->node->span;
    if (sheet->type->kind == SCHEMA_OBJECT) {
        const struct draft_size *size = sheet->value;
        out->sheet_width = size->width;
        out->sheet_height = size->height;
        return;
    }
    uint32_t index = *(const uint32_t *)sheet->value;
    const struct page_size *named =
        index >= SHEET_SRA4 ? &sheet_sizes[index - SHEET_SRA4] : &page_sizes[index];
    out->sheet_width = named->width;
    out->sheet_height = named->height;
}

// Thickness in millimetres is weight in grams times bulk by 1000.
static void decode_stock(const struct draft_stock *stock, struct booklet_settings *out)
{
    int64_t micrometres = (int64_t)stock->grams * stock->bulk / LENGTH_ONE_PT;
    out->grams = stock->grams;
    out->caliper =
        stock->caliper > 0 ? stock->caliper : length_scale(micrometres * LENGTH_ONE_PT, 72, 25400);
}

static void check_places(const struct draft_edition *draft, struct diags *diags,
                         const struct booklet_settings *settings)
{
    const struct node *node = node_find(draft->found.node, STR("n-up"));
    bool folded = settings->method == BOOKLET_SADDLE || settings->method == BOOKLET_PERFECT;
    bool two_sides = settings->method == BOOKLET_TURN || settings->method == BOOKLET_TUMBLE;
    if (!node || (!folded && !two_sides) || settings->places == 0 ||
        (folded && settings->places == 2) || (two_sides && settings->places > 1))
        return;
    diag_add(diags, DIAG_BAD_COMBINATION, node->span,
             folded ? "sheets that are folded have two pages on a side"
                    : "front and back of a leaf stand on one side: that takes two pages or four");
    diag_hint(diags, folded ? "take `n-up` out, or add `binding: none`" : "write `n-up: 2`");
}

static void check_signature(const struct draft_edition *draft, struct diags *diags)
{
    const struct node *node = node_find(draft->found.node, STR("signature"));
    if (!node || draft->signature % 4 == 0)
        return;
    diag_add(diags, DIAG_BAD_COMBINATION, node->span, "a signature has a multiple of four pages");
    diag_hint(diags, "write 8, 12, 16 or 32");
}

static void decode_booklet(const struct draft_edition *draft, struct diags *diags,
                           struct booklet_settings *out)
{
    const struct node *binding = node_find(draft->found.node, STR("binding"));
    *out = (struct booklet_settings){
        .method = draft->binding,
        .places = draft->places,
        .signature = draft->signature,
        .duplex = draft->duplex,
        .padding = draft->padding,
        .gutter = draft->gutter,
        .dummy = draft->dummy,
        .creep_given = node_find(draft->found.node, STR("creep")) != NULL,
        .creep = draft->creep,
    };
    if (binding)
        out->span = binding->span;
    decode_sheet(&draft->sheet, out);
    decode_stock(&draft->stock, out);
    check_places(draft, diags, out);
    check_signature(draft, diags);
}

static bool is_folded(const struct edition *edition)
{
    enum booklet_method method = edition->booklet.method;
    return edition->kind == EDITION_BOOKLET &&
           (method == BOOKLET_SADDLE || method == BOOKLET_PERFECT);
}

// Marks that mark nothing would be missed at the press.
static void check_folds(const struct draft_edition *draft, struct diags *diags,
                        const struct edition *edition)
{
    if (!(edition->press.marks & MARK_FOLD) || is_folded(edition))
        return;
    diag_add(diags, DIAG_BAD_COMBINATION, draft->marks.node->span,
             "nothing is folded in the edition `%.*s`, so there are no fold marks",
             STR_ARGS(edition->name));
    diag_hint(diags, "take `fold` out of the marks; booklets that are stitched or glued have them");
}

void press_settings_decode(struct arena *arena, const struct draft_edition *draft,
                           struct diags *diags, struct edition *out)
{
    struct press_settings *press = &out->press;
    if (!edition_is_for_press(out->kind))
        refuse(draft, diags, press_keys, PRESS_KEYS, "s `print` and `booklet`");
    if (out->kind != EDITION_BOOKLET)
        refuse(draft, diags, booklet_keys, BOOKLET_KEYS, " `booklet`");
    press->bleed = draft->bleed;
    press->bleed_given = node_find(draft->found.node, STR("bleed")) != NULL;
    press->links = draft->links;
    if (draft->profile) {
        press->profile = draft->profile->text;
        press->profile_span = draft->profile->span;
    }
    decode_marks(draft, press);
    decode_inks(draft, arena, press);
    decode_booklet(draft, diags, &out->booklet);
    check_folds(draft, diags, out);
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
