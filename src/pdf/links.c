#include "pdf/links.h"

#include "pdf/operators.h"

#include <assert.h>

// Appends "[12 0 R/XYZ 0 700 null]"; the object is a page's, or a structure element's on it.
static void add_place(const struct places *places, const struct destination *target,
                      uint32_t object, struct str_builder *out)
{
    const struct page *page = &places->list->pages[target->page];
    int64_t height = (int64_t)page->height + page->around;
    str_add_byte(out, '[');
    pdf_add_reference(out, object);
    str_add(out, STR("/XYZ "));
    pdf_add_number(out, pdf_thousandths((int64_t)target->at.x + page->around));
    str_add_byte(out, ' ');
    pdf_add_number(out, pdf_thousandths(height - target->at.y));
    str_add(out, STR(" null]"));
}

// ISO 14289-2, 8.8: places within the file are those of structure elements.
void destination_write(const struct places *places, uint32_t destination, const struct haru *haru,
                       struct str_builder *out)
{
    assert(destination < places->list->destination_count);
    const struct destination *target = &places->list->destinations[destination];
    assert(target->page < places->list->count);
    bool by_structure = haru_is_pdf_2(haru);
    str_add(out, by_structure ? STR("/A<</S/GoTo/D") : STR("/Dest"));
    add_place(places, target, places->pages[target->page].object, out);
    if (!by_structure)
        return;
    str_add(out, STR("/SD"));
    add_place(places, target, tags_element(places->tags, target->tag), out);
    str_add(out, STR(">>"));
}

// A URI is ASCII (RFC 3986): other bytes, and spaces, are percent-encoded (RFC 3987, 3.1).
static void add_uri(struct str_builder *out, struct str uri)
{
    struct str_builder ascii = str_builder_in(out->arena);
    for (size_t i = 0; i < uri.len; i++) {
        uint8_t byte = (uint8_t)uri.data[i];
        if (byte > ' ' && byte < 0x7F)
            str_add_byte(&ascii, (char)byte);
        else
            str_addf(&ascii, "%%%02X", (unsigned)byte);
    }
    pdf_add_bytes(out, str_built(&ascii));
}

static void add_link(const struct places *places, const struct page *page,
                     const struct page_item *item, const struct haru *haru, struct str_builder *out)
{
    struct box box = item->box;
    int64_t corners[4] = {pdf_thousandths(box.x),
                          pdf_thousandths((int64_t)page->height - box.y - box.height),
                          pdf_thousandths((int64_t)box.x + box.width),
                          pdf_thousandths((int64_t)page->height - box.y)};
    assert(item->as.link.contents.len > 0);
    str_add(out, STR("/Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect"));
    pdf_add_rectangle(out, corners);
    str_add(out, STR("/Contents"));
    pdf_add_text(out, item->as.link.contents);
    if (item->as.link.uri.len > 0) {
        str_add(out, STR("/A<</S/URI/URI"));
        add_uri(out, item->as.link.uri);
        str_add(out, STR(">>"));
    } else {
        destination_write(places, item->as.link.target, haru, out);
    }
}

void links_write(const struct places *places, uint32_t page, struct haru *haru,
                 struct str_builder *annotations)
{
    const struct page *from = &places->list->pages[page];
    for (size_t i = 0; i < from->count; i++) {
        const struct page_item *item = &from->items[i];
        if (item->kind != ITEM_LINK)
            continue;
        uint32_t object = haru_add_object(haru);
        if (item->as.link.uri.len == 0)
            tags_add_target(places->tags, item->tag,
                            places->list->destinations[item->as.link.target].tag);
        struct str_builder out = str_builder_in(places->arena);
        add_link(places, from, item, haru, &out);
        str_addf(&out, "/StructParent %u",
                 (unsigned)tags_add_link(places->tags, item->tag, object));
        haru_fill(haru, object, str_built(&out));
        pdf_add_reference(annotations, object);
        str_add_byte(annotations, ' ');
    }
}

#define NO_ENTRY SIZE_MAX

// Where an outline entry stands among the others.
struct outline_node {
    uint32_t object;
    size_t parent, previous, next, first, last;
    size_t children;
};

// The entry whose children are looked for, for each level; entry count is the root.
static void find_relations(const struct page_list *list, struct outline_node *nodes, size_t *open)
{
    size_t root = list->outline_count;
    open[0] = root;
    for (size_t i = 0; i < root; i++) {
        uint32_t level = list->outline[i].level;
        assert(level >= 1 && level <= (i > 0 ? list->outline[i - 1].level + 1 : 1));
        struct outline_node *parent = &nodes[open[level - 1]];
        nodes[i].parent = open[level - 1];
        nodes[i].previous = parent->last;
        if (parent->last == NO_ENTRY)
            parent->first = i;
        else
            nodes[parent->last].next = i;
        parent->last = i;
        parent->children++;
        open[level] = i;
    }
}

static void add_relation(struct str_builder *out, const char *key, const struct outline_node *nodes,
                         size_t entry)
{
    if (entry == NO_ENTRY)
        return;
    str_add(out, str_from(key));
    pdf_add_reference(out, nodes[entry].object);
}

// Only the top level is unfolded: a negative count says that an entry's children are hidden.
static void write_node(const struct places *places, const struct outline_node *nodes, size_t entry,
                       struct haru *haru)
{
    const struct outline_node *node = &nodes[entry];
    bool root = entry == places->list->outline_count;
    struct str_builder out = str_builder_in(places->arena);
    if (!root) {
        str_add(&out, STR("/Title"));
        pdf_add_text(&out, places->list->outline[entry].title);
        destination_write(places, places->list->outline[entry].destination, haru, &out);
    }
    add_relation(&out, "/Parent ", nodes, node->parent);
    add_relation(&out, "/Prev ", nodes, node->previous);
    add_relation(&out, "/Next ", nodes, node->next);
    add_relation(&out, "/First ", nodes, node->first);
    add_relation(&out, "/Last ", nodes, node->last);
    if (node->children > 0)
        str_addf(&out, "/Count %s%zu", root ? "" : "-", node->children);
    haru_fill(haru, node->object, str_built(&out));
}

uint32_t outline_write(const struct places *places, struct haru *haru)
{
    const struct page_list *list = places->list;
    size_t root = list->outline_count;
    if (root == 0)
        return 0;
    struct outline_node *nodes = ARENA_ARRAY(places->arena, struct outline_node, root + 1);
    for (size_t i = 0; i <= root; i++)
        nodes[i] = (struct outline_node){.object = haru_add_object(haru),
                                         .parent = NO_ENTRY,
                                         .previous = NO_ENTRY,
                                         .next = NO_ENTRY,
                                         .first = NO_ENTRY,
                                         .last = NO_ENTRY};
    find_relations(list, nodes, ARENA_ARRAY(places->arena, size_t, root + 1));
    for (size_t i = 0; i <= root; i++)
        write_node(places, nodes, i, haru);
    return nodes[root].object;
}
