#include "page/page_list.h"

#include "base/vec.h"

#include <assert.h>

static const char *const tag_names[] = {
    [TAG_DOCUMENT] = "Document",
    [TAG_SECT] = "Sect",
    [TAG_DIV] = "Div",
    [TAG_ASIDE] = "Aside",
    [TAG_H1] = "H1",
    [TAG_H2] = "H2",
    [TAG_H3] = "H3",
    [TAG_H4] = "H4",
    [TAG_H5] = "H5",
    [TAG_H6] = "H6",
    [TAG_P] = "P",
    [TAG_L] = "L",
    [TAG_LI] = "LI",
    [TAG_LBL] = "Lbl",
    [TAG_LBODY] = "LBody",
    [TAG_LINK] = "Link",
    [TAG_REFERENCE] = "Reference",
    [TAG_BIBENTRY] = "BibEntry",
    [TAG_SPAN] = "Span",
    [TAG_EM] = "Em",
    [TAG_STRONG] = "Strong",
    [TAG_CODE] = "Code",
    [TAG_BLOCKQUOTE] = "BlockQuote",
    [TAG_NOTE] = "Note",
    [TAG_CAPTION] = "Caption",
    [TAG_FIGURE] = "Figure",
    [TAG_TABLE] = "Table",
    [TAG_THEAD] = "THead",
    [TAG_TBODY] = "TBody",
    [TAG_TR] = "TR",
    [TAG_TH] = "TH",
    [TAG_TD] = "TD",
    [TAG_TOC] = "TOC",
    [TAG_TOCI] = "TOCI",
    [TAG_CONTENT] = "content",
};

const char *tag_kind_name(enum tag_kind kind)
{
    return tag_names[kind];
}

struct page_list *page_list_new(struct arena *arena)
{
    struct page_list *list = ARENA_NEW(arena, struct page_list);
    list->arena = arena;
    list->tags.arena = arena;
    tag_add(&list->tags, TAG_NONE, TAG_DOCUMENT, (struct span){0});
    return list;
}

tag_id tag_add(struct tag_tree *tags, tag_id parent, enum tag_kind kind, struct span span)
{
    assert(parent == TAG_NONE ? tags->count == 0 : parent < tags->count);
    tag_id id = (tag_id)tags->count;
    *VEC_PUSH(tags->arena, tags) = (struct tag){.kind = kind,
                                                .parent = parent,
                                                .first = TAG_NONE,
                                                .last = TAG_NONE,
                                                .next = TAG_NONE,
                                                .span = span};
    if (parent != TAG_NONE) {
        struct tag *above = &tags->items[parent];
        if (above->last == TAG_NONE)
            above->first = id;
        else
            tags->items[above->last].next = id;
        above->last = id;
    }
    return id;
}

void tags_cut(struct tag_tree *tags, size_t count)
{
    for (size_t id = count; id < tags->count; id++) {
        tag_id parent = tags->items[id].parent;
        if (parent >= count)
            continue;
        struct tag *above = &tags->items[parent];
        tag_id last = TAG_NONE;
        for (tag_id child = above->first; child != TAG_NONE && child < count;
             child = tags->items[child].next)
            last = child;
        above->last = last;
        if (last == TAG_NONE)
            above->first = TAG_NONE;
        else
            tags->items[last].next = TAG_NONE;
    }
    tags->count = count;
}

struct page *page_add(struct page_list *list, length width, length height)
{
    list->pages =
        vec_grown(list->arena, list->pages, list->count, &list->capacity, sizeof *list->pages);
    struct page *page = &list->pages[list->count++];
    *page = (struct page){.width = width, .height = height};
    return page;
}

struct page_item *page_item_add(struct page_list *list, struct page *page, enum page_item_kind kind)
{
    struct page_item *item = VEC_PUSH(list->arena, page);
    item->kind = kind;
    item->tag = TAG_NONE;
    return item;
}

void page_note_add(struct page_list *list, size_t page, struct page_note note)
{
    assert(page < list->count);
    *VEC_PUSH(list->arena, &list->pages[page].account.notes) = note;
}

void page_columns_add(struct page_list *list, size_t page, struct page_columns columns)
{
    assert(page < list->count && columns.count <= PAGE_COLUMNS_MOST);
    *VEC_PUSH(list->arena, &list->pages[page].account.columns) = columns;
}

uint32_t destination_add(struct page_list *list, struct destination destination)
{
    list->destinations = vec_grown(list->arena, list->destinations, list->destination_count,
                                   &list->destination_capacity, sizeof *list->destinations);
    list->destinations[list->destination_count] = destination;
    return (uint32_t)list->destination_count++;
}

void outline_add(struct page_list *list, struct outline_entry entry)
{
    list->outline = vec_grown(list->arena, list->outline, list->outline_count,
                              &list->outline_capacity, sizeof *list->outline);
    list->outline[list->outline_count++] = entry;
}
