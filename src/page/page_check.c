#include "page/page_check.h"

struct check {
    const struct page_list *list;
    struct diags *diags;
    bool *leaf_seen;
    tag_id newest_leaf; // real content met last on the page
    bool good;
};

// A fault here is a fault of the program: it says what is wrong, and where the content came from.
static void fault(struct check *check, struct span span, const char *what)
{
    diag_add(check->diags, DIAG_OUTPUT_CHECK, span, "page check: %s", what);
    diag_hint(check->diags, "this is a fault of the program, not of the text: please report it");
    check->good = false;
}

static const struct tag *tag_at(const struct page_list *list, tag_id id)
{
    return id < list->tags.count ? &list->tags.items[id] : NULL;
}

static void check_content(struct check *check, const struct page_item *item)
{
    const struct tag *tag = tag_at(check->list, item->tag);
    if (!tag || tag->kind != TAG_CONTENT) {
        fault(check, item->span, "content is not at a content leaf of the tag tree");
        return;
    }
    if (item->tag < check->newest_leaf)
        fault(check, item->span, "content comes before what is read ahead of it");
    check->newest_leaf = item->tag;
    check->leaf_seen[item->tag] = true;
}

static void check_link(struct check *check, const struct page_item *item)
{
    const struct tag *tag = tag_at(check->list, item->tag);
    const struct item_link *link = &item->as.link;
    if (!tag || tag->kind != TAG_LINK)
        fault(check, item->span, "a live area has no Link tag");
    if (link->contents.len == 0)
        fault(check, item->span, "a live area has nothing to say to a screen reader");
    if (link->uri.len == 0 && link->target >= check->list->destination_count)
        fault(check, item->span, "a live area leads nowhere");
}

// Boxes of glyphs use the font's ascent and descent, which may reach over the page a little.
static bool lies_within(const struct page *page, const struct page_item *item)
{
    bool exact = item->kind == ITEM_PATH || item->kind == ITEM_IMAGE;
    const length slack = exact ? 0 : LENGTH_PT(24);
    const struct box *box = &item->box;
    return box->x >= -slack && box->y >= -slack && box->x + box->width <= page->width + slack &&
           box->y + box->height <= page->height + slack;
}

static void check_image(struct check *check, const struct page_item *item)
{
    if (!item->as.image.picture || !item->as.image.picture->raster)
        fault(check, item->span, "an image has no pixels");
    if (item->box.width <= 0 || item->box.height <= 0)
        fault(check, item->span, "an image has no room");
}

static void check_group(struct check *check, const struct page_item *group, size_t depth)
{
    if (depth > PAGE_GROUPS_DEEPEST) {
        fault(check, group->span, "groups stand within one another too deep");
        return;
    }
    for (size_t i = 0; i < group->as.group.count; i++) {
        const struct page_item *item = &group->as.group.items[i];
        if (item->tag != TAG_NONE || item->artifact != ARTIFACT_NONE)
            fault(check, item->span, "an item of a group has a tag of its own");
        if (item->kind == ITEM_LINK)
            fault(check, item->span, "a live area is in a group");
        if (item->kind == ITEM_IMAGE)
            check_image(check, item);
        if (item->kind == ITEM_GROUP)
            check_group(check, item, depth + 1);
    }
}

static void check_item(struct check *check, const struct page *page, const struct page_item *item)
{
    bool artifact = item->artifact != ARTIFACT_NONE;
    if (artifact && item->tag != TAG_NONE)
        fault(check, item->span, "an artifact has a tag");
    else if (!artifact && item->kind == ITEM_LINK)
        check_link(check, item);
    else if (!artifact)
        check_content(check, item);
    if (!lies_within(page, item))
        fault(check, item->span, "an item lies outside its page");
    if (item->kind == ITEM_IMAGE)
        check_image(check, item);
    if (item->kind == ITEM_GROUP)
        check_group(check, item, 1);
}

static uint32_t heading_level(enum tag_kind kind)
{
    return kind >= TAG_H1 && kind <= TAG_H6 ? (uint32_t)(kind - TAG_H1) + 1 : 0;
}

// ISO 14289-1, 7.4.2: the first heading is H1, and no level is skipped on the way down.
static void check_tags(struct check *check)
{
    uint32_t level = 0;
    for (tag_id id = 0; id < check->list->tags.count; id++) {
        const struct tag *tag = &check->list->tags.items[id];
        uint32_t here = heading_level(tag->kind);
        if (here > level + 1)
            fault(check, tag->span, "a heading level is skipped");
        if (here > 0)
            level = here;
        bool cell = tag->kind == TAG_TH || tag->kind == TAG_TD;
        if (id > 0 && tag->kind != TAG_CONTENT && tag->first == TAG_NONE && !cell)
            fault(check, tag->span, "an element of the tag tree holds nothing");
        if (tag->kind == TAG_CONTENT && !check->leaf_seen[id])
            fault(check, tag->span, "a text is in the tag tree but on no page");
    }
}

bool page_check(const struct page_list *list, struct diags *diags)
{
    struct arena_mark mark = arena_mark(list->arena);
    struct check check = {
        .list = list,
        .diags = diags,
        .leaf_seen = ARENA_ARRAY(list->arena, bool, list->tags.count),
        .good = true,
    };
    for (size_t i = 0; i < list->count; i++) {
        check.newest_leaf = 0; // what floats may stand on a later page than what follows it
        for (size_t j = 0; j < list->pages[i].count; j++)
            check_item(&check, &list->pages[i], &list->pages[i].items[j]);
    }
    check_tags(&check);
    if (diags->arena != list->arena)
        arena_rewind(list->arena, mark);
    return check.good;
}
