// What must hold of where blocks stand: what is to stay together does, what begins a page begins
// one, and each name leads to where its words really are.
#ifndef PROPERTY_BLOCK_RULES_H
#define PROPERTY_BLOCK_RULES_H

#include "model/brochure.h"
#include "model/theme.h"
#include "page/page_list.h"
#include "property/generator.h"
#include "unit/unit.h"

// The pages of a seed, and what they were made from.
struct ruled {
    const struct page_list *pages;
    const struct brochure *brochure;
    const struct theme *theme;
    const struct generated *made;
};

// Where a part of the tag tree stands. Its height is that of its columns together.
struct stretch {
    size_t items;
    size_t first_page, last_page;
    size_t columns; // that it stands in
    length height;
};

static inline bool tag_is_within(const struct tag_tree *tags, tag_id id, tag_id ancestor)
{
    while (id != TAG_NONE && id != ancestor)
        id = tags->items[id].parent;
    return id == ancestor && id != TAG_NONE;
}

static inline bool is_real(const struct page_item *item)
{
    return item->artifact == ARTIFACT_NONE && item->kind != ITEM_LINK;
}

static inline size_t column_of(const struct ruled *ruled, const struct page *page, length x)
{
    const struct page_look *look = &ruled->theme->page;
    length frame = page->width - look->inner - look->outer;
    length step = (frame + look->gutter) / (length)ruled->brochure->page.columns;
    length from = x + LENGTH_PT(12) - look->inner; // what hangs out belongs to its column
    return from > 0 ? (size_t)(from / step) : 0;
}

// What spans the columns stands in one.
static inline struct stretch stretch_of(const struct ruled *ruled, tag_id tag, bool spans)
{
    struct stretch out = {0};
    length top = 0, bottom = 0;
    size_t column = 0;
    for (size_t i = 0; i < ruled->pages->count; i++) {
        const struct page *page = &ruled->pages->pages[i];
        for (size_t j = 0; j < page->count; j++) {
            const struct page_item *item = &page->items[j];
            if (!is_real(item) || !tag_is_within(&ruled->pages->tags, item->tag, tag))
                continue;
            size_t here = spans ? 0 : column_of(ruled, page, item->box.x);
            if (out.items == 0 || out.last_page != i || here != column) {
                out.height += bottom - top;
                top = item->box.y;
                bottom = top;
                column = here;
                out.columns++;
            }
            if (out.items++ == 0)
                out.first_page = i;
            out.last_page = i;
            if (item->box.y < top)
                top = item->box.y;
            if (item->box.y + item->box.height > bottom)
                bottom = item->box.y + item->box.height;
        }
    }
    out.height += bottom - top;
    return out;
}

static inline const struct destination *named(const struct ruled *ruled, const char *prefix,
                                              int index)
{
    char name[16];
    (void)snprintf(name, sizeof name, "%s%d", prefix, index);
    for (size_t i = 0; i < ruled->pages->destination_count; i++)
        if (str_equal(ruled->pages->destinations[i].name, str_from(name)))
            return &ruled->pages->destinations[i];
    fail_msg("%s: a name that leads nowhere", name);
    return NULL;
}

// A long one, with what it keeps with it, does not fit a column.
static inline void check_whole(const struct ruled *ruled, tag_id tag, bool spans, const char *what)
{
    const struct page_look *look = &ruled->theme->page;
    struct stretch stretch = stretch_of(ruled, tag, spans);
    length frame = ruled->brochure->page.height - look->top - look->bottom;
    if (stretch.columns > 1 && stretch.height < frame / 2)
        fail_msg("page %zu: %s is parted", stretch.first_page + 1, what);
}

static inline void check_items_whole(const struct ruled *ruled, tag_id list, bool spans,
                                     const char *what)
{
    const struct tag_tree *tags = &ruled->pages->tags;
    assert_int_equal(tags->items[list].kind, TAG_L);
    for (tag_id item = tags->items[list].first; item != TAG_NONE; item = tags->items[item].next)
        check_whole(ruled, item, spans, what);
}

static inline void check_begins(const struct ruled *ruled, tag_id tag, enum generated_break before)
{
    size_t index = stretch_of(ruled, tag, true).first_page;
    const struct page *page = &ruled->pages->pages[index];
    if (before == BEFORE_RIGHT && index % 2 == 1)
        fail_msg("page %zu: is no right-hand page", index + 1);
    for (size_t i = 0; before >= BEFORE_PAGE && i < page->count; i++) {
        if (!is_real(&page->items[i]))
            continue;
        if (!tag_is_within(&ruled->pages->tags, page->items[i].tag, tag))
            fail_msg("page %zu: begins with something else", index + 1);
        return;
    }
}

static inline void check_block(const struct ruled *ruled, int index)
{
    const struct generated_block *made = &ruled->made->made[index];
    const char *what = generator_of(made->kind)->key;
    tag_id tag = named(ruled, "b", index)->tag;
    check_begins(ruled, tag, made->before);
    if (made->whole)
        check_whole(ruled, tag, made->spans, what);
    if (made->kind == GENERATED_STEPS || made->kind == GENERATED_CONTACTS ||
        made->kind == GENERATED_FACTS)
        check_items_whole(ruled, tag, made->spans, what);
}

static inline void check_blocks(const struct ruled *ruled)
{
    for (int i = 0; i < ruled->made->blocks; i++)
        if (!ruled->made->made[i].gone)
            check_block(ruled, i);
    for (int i = 0; i < ruled->made->sections; i++)
        check_begins(ruled, named(ruled, "s", i)->tag, ruled->made->made_sections[i].before);
}

// floats

static inline bool is_chapter(const struct tag_tree *tags, tag_id id)
{
    tag_id first = tags->items[id].first;
    return tags->items[id].kind == TAG_SECT && tags->items[id].parent == 0 && first != TAG_NONE &&
           tags->items[first].kind == TAG_H1;
}

// No chapter begins before all of the one ahead of it stands, wherever its tables and figures went;
// these stand on no page before the one that they are read on.
static inline void check_chapters(const struct ruled *ruled)
{
    const struct tag_tree *tags = &ruled->pages->tags;
    size_t reached = 0;
    for (tag_id id = tags->items[0].first; id != TAG_NONE; id = tags->items[id].next) {
        if (!is_chapter(tags, id))
            continue;
        struct stretch heading = stretch_of(ruled, tags->items[id].first, true);
        if (heading.first_page < reached)
            fail_msg("page %zu: a section begins before the one ahead of it ends on page %zu",
                     heading.first_page + 1, reached + 1);
        struct stretch all = stretch_of(ruled, id, true);
        if (all.first_page < heading.first_page)
            fail_msg("page %zu: a part of a section stands before its heading", all.first_page + 1);
        reached = all.last_page;
    }
}

// links

static inline void check_links(const struct ruled *ruled)
{
    const struct page_list *pages = ruled->pages;
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->pages[i].count; j++) {
            const struct page_item *item = &pages->pages[i].items[j];
            if (item->kind != ITEM_LINK || item->as.link.uri.len > 0)
                continue;
            assert_true(item->as.link.target < pages->destination_count);
            const struct destination *target = &pages->destinations[item->as.link.target];
            struct stretch stretch = stretch_of(ruled, target->tag, true);
            if (stretch.items == 0 || stretch.first_page != target->page)
                fail_msg("\"%.*s\" leads to page %u, and stands on page %zu",
                         STR_ARGS(target->name), target->page + 1, stretch.first_page + 1);
        }
}

static inline const struct destination *references_of(const struct ruled *ruled)
{
    for (size_t i = 0; i < ruled->pages->destination_count; i++)
        if (str_equal(ruled->pages->destinations[i].name, STR("references")))
            return &ruled->pages->destinations[i];
    fail_msg("the references lead nowhere");
    return NULL;
}

// Returns the page on which the words of a section's heading stand, from 1.
static inline size_t page_of_section(const struct ruled *ruled, int index)
{
    const struct tag_tree *tags = &ruled->pages->tags;
    const struct destination *section =
        index + 1 == GENERATED_SOURCES ? references_of(ruled) : named(ruled, "s", index);
    tag_id heading = tags->items[section->tag].first;
    assert_true(tags->items[heading].kind >= TAG_H1 && tags->items[heading].kind <= TAG_H6);
    return stretch_of(ruled, heading, true).first_page + 1;
}

#endif
