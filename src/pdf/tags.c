#include "pdf/tags.h"

#include "base/vec.h"
#include "pdf/actual_text.h"
#include "pdf/operators.h"
#include "pdf/structure_types.h"
#include "text/bidi.h"

#include <assert.h>

#define NO_INDEX UINT32_MAX

// A piece of marked content of a leaf, or an annotation of a Link.
struct tag_part {
    uint32_t page;
    uint32_t number; // MCID, or the annotation's object
    uint32_t next;   // of the same tag
};

struct tag_text {
    struct text_piece piece;
    uint32_t next; // of the same leaf
};

struct tag_state {
    uint32_t object;      // of the element; of a leaf: its Span; 0 when it has none
    uint32_t first, last; // parts
    uint32_t first_text, last_text, text_count;
    tag_id target; // of a Link within the file, else TAG_NONE
};

struct tags {
    struct arena *arena;
    const struct page_list *list;
    const struct haru_page *pages;
    struct haru *haru;
    uint32_t root;
    uint32_t namespaces[2];   // of the types of PDF 1.7 and 2.0; 0 in PDF 1.7, which has none
    uint32_t page;            // the current one
    struct tag_state *states; // by tag_id
    VEC(struct tag_part) parts;
    VEC(struct tag_text) texts;
    VEC(uint32_t) parents;      // the element of each mark, page by page
    uint32_t *page_starts;      // in `parents`
    VEC(uint32_t) link_parents; // the element of each annotation
};

static const struct tag *tag_at(const struct tags *tags, tag_id id)
{
    assert(id < tags->list->tags.count);
    return &tags->list->tags.items[id];
}

// PDF 1.7 has no types for emphasis, a Span for it would tell a reader nothing; nor does the
// paragraph that an item of a list consists of. Their content becomes that of the element above.
static bool tells_nothing(const struct tags *tags, const struct tag *tag)
{
    bool emphasis = tag->kind == TAG_EM || tag->kind == TAG_STRONG;
    if (tag->language.len + tag->alt.len + tag->title.len + tag->expansion.len + tag->actual.len >
        0)
        return false;
    if (emphasis)
        return !haru_is_pdf_2(tags->haru);
    const struct tag *above = tag->kind == TAG_P ? tag_at(tags, tag->parent) : NULL;
    return above && above->kind == TAG_LBODY && above->first == above->last;
}

static bool has_element(const struct tags *tags, tag_id id)
{
    const struct tag *tag = tag_at(tags, id);
    return tag->kind != TAG_CONTENT && !tells_nothing(tags, tag);
}

// Finds the leaves with right-to-left text: each needs an element of its own.
static void find_spans(struct tags *tags)
{
    for (size_t p = 0; p < tags->list->count; p++)
        for (size_t i = 0; i < tags->list->pages[p].count; i++) {
            const struct page_item *item = &tags->list->pages[p].items[i];
            if (item->kind != ITEM_GLYPHS || !item->as.glyphs.right_to_left ||
                item->artifact != ARTIFACT_NONE)
                continue;
            assert(tag_at(tags, item->tag)->kind == TAG_CONTENT);
            struct tag_state *state = &tags->states[item->tag];
            if (state->object == 0)
                state->object = haru_add_object(tags->haru);
        }
}

struct tags *tags_open(struct arena *arena, const struct page_list *list,
                       const struct haru_page *pages, struct haru *haru)
{
    struct tags *tags = ARENA_NEW(arena, struct tags);
    tags->arena = arena;
    tags->list = list;
    tags->pages = pages;
    tags->haru = haru;
    tags->root = haru_add_object(haru);
    for (size_t i = 0; i < 2 && haru_is_pdf_2(haru); i++)
        tags->namespaces[i] = haru_add_object(haru);
    tags->states = ARENA_ARRAY(arena, struct tag_state, list->tags.count);
    tags->page_starts = ARENA_ARRAY(arena, uint32_t, list->count + 1);
    for (size_t i = 0; i < list->tags.count; i++) {
        uint32_t object = has_element(tags, (tag_id)i) ? haru_add_object(haru) : 0;
        tags->states[i] = (struct tag_state){.object = object,
                                             .first = NO_INDEX,
                                             .last = NO_INDEX,
                                             .first_text = NO_INDEX,
                                             .last_text = NO_INDEX,
                                             .target = TAG_NONE};
    }
    find_spans(tags);
    return tags;
}

void tags_begin_page(struct tags *tags, uint32_t page)
{
    tags->page = page;
    tags->page_starts[page] = (uint32_t)tags->parents.count;
    tags->page_starts[page + 1] = (uint32_t)tags->parents.count;
}

// The nearest tag, from this one upwards, that has an element.
static tag_id with_element(const struct tags *tags, tag_id id)
{
    while (tags->states[id].object == 0)
        id = tag_at(tags, id)->parent;
    return id;
}

uint32_t tags_element(const struct tags *tags, tag_id id)
{
    return tags->states[with_element(tags, id)].object;
}

// The next tag after `id` in reading order, children and all, unless that leaves the element.
static tag_id next_within_element(const struct tags *tags, tag_id id)
{
    while (tag_at(tags, id)->next == TAG_NONE) {
        id = tag_at(tags, id)->parent;
        if (tags->states[id].object != 0)
            return TAG_NONE;
    }
    id = tag_at(tags, id)->next;
    while (tags->states[id].object == 0 && tag_at(tags, id)->first != TAG_NONE)
        id = tag_at(tags, id)->first;
    return id;
}

bool tags_go_on(const struct tags *tags, tag_id leaf, tag_id next)
{
    return leaf == next || (tags->states[leaf].object == 0 && tags->states[next].object == 0 &&
                            next_within_element(tags, leaf) == next);
}

static void add_part(struct tags *tags, tag_id id, uint32_t number)
{
    struct tag_state *state = &tags->states[id];
    uint32_t index = (uint32_t)tags->parts.count;
    *VEC_PUSH(tags->arena, &tags->parts) = (struct tag_part){tags->page, number, NO_INDEX};
    if (state->last == NO_INDEX)
        state->first = index;
    else
        tags->parts.items[state->last].next = index;
    state->last = index;
}

uint32_t tags_add_mark(struct tags *tags, tag_id leaf)
{
    assert(tag_at(tags, leaf)->kind == TAG_CONTENT);
    uint32_t mcid = (uint32_t)tags->parents.count - tags->page_starts[tags->page];
    *VEC_PUSH(tags->arena, &tags->parents) = tags_element(tags, leaf);
    tags->page_starts[tags->page + 1] = (uint32_t)tags->parents.count;
    add_part(tags, leaf, mcid);
    return mcid;
}

void tags_add_text(struct tags *tags, tag_id leaf, const struct item_glyphs *item)
{
    struct tag_state *state = &tags->states[leaf];
    if (state->object == 0)
        return;
    uint32_t index = (uint32_t)tags->texts.count;
    struct text_piece piece = {item->text, tags->page, item->origin.y, item->origin.x,
                               item->right_to_left};
    *VEC_PUSH(tags->arena, &tags->texts) = (struct tag_text){piece, NO_INDEX};
    state->text_count++;
    if (state->last_text == NO_INDEX)
        state->first_text = index;
    else
        tags->texts.items[state->last_text].next = index;
    state->last_text = index;
}

uint32_t tags_add_link(struct tags *tags, tag_id link, uint32_t annotation)
{
    assert(tag_at(tags, link)->kind == TAG_LINK);
    add_part(tags, link, annotation);
    *VEC_PUSH(tags->arena, &tags->link_parents) = tags->states[link].object;
    return (uint32_t)(tags->list->count + tags->link_parents.count - 1);
}

void tags_add_target(struct tags *tags, tag_id link, tag_id target)
{
    assert(tag_at(tags, link)->kind == TAG_LINK);
    tags->states[link].target = target;
}

bool tags_page_has_marks(const struct tags *tags)
{
    return tags->parents.count > tags->page_starts[tags->page];
}

struct str tags_type_of_leaf(const struct tags *tags, tag_id leaf)
{
    assert(tag_at(tags, leaf)->kind == TAG_CONTENT);
    tag_id owner = with_element(tags, leaf);
    if (owner == leaf)
        return STR("Span");
    enum tag_kind kind = tag_at(tags, owner)->kind;
    return structure_type(kind, haru_is_pdf_2(tags->haru)).name;
}

// Where the first content of an element lies: its /Pg. NO_INDEX: it has none of its own.
static uint32_t page_of(const struct tags *tags, tag_id id)
{
    uint32_t page = NO_INDEX;
    for (tag_id child = tag_at(tags, id)->first; child != TAG_NONE && page == NO_INDEX;
         child = tag_at(tags, child)->next)
        if (tags->states[child].object == 0)
            page = page_of(tags, child);
    uint32_t first = tags->states[id].first;
    return page != NO_INDEX || first == NO_INDEX ? page : tags->parts.items[first].page;
}

// What an element's /K holds, one value after the other; brackets only when there are several.
struct kids {
    struct str_builder out;
    size_t count;
};

static void begin_kid(struct kids *kids)
{
    if (kids->count++ > 0)
        str_add_byte(&kids->out, ' ');
}

static void add_marks(const struct tags *tags, struct kids *kids, tag_id leaf, uint32_t page)
{
    const struct tag_part *part;
    for (uint32_t i = tags->states[leaf].first; i != NO_INDEX; i = part->next) {
        part = &tags->parts.items[i];
        begin_kid(kids);
        if (part->page == page)
            str_add_uint(&kids->out, part->number);
        else
            str_addf(&kids->out, "<</Type/MCR/Pg %u 0 R/MCID %u>>",
                     (unsigned)tags->pages[part->page].object, (unsigned)part->number);
    }
}

static void add_annotations(const struct tags *tags, struct kids *kids, tag_id link, uint32_t page)
{
    const struct tag_part *part;
    for (uint32_t i = tags->states[link].first; i != NO_INDEX; i = part->next) {
        part = &tags->parts.items[i];
        begin_kid(kids);
        str_addf(&kids->out, "<</Type/OBJR/Obj %u 0 R", (unsigned)part->number);
        if (part->page != page)
            str_addf(&kids->out, "/Pg %u 0 R", (unsigned)tags->pages[part->page].object);
        str_add(&kids->out, STR(">>"));
    }
}

static void add_children(const struct tags *tags, struct kids *kids, tag_id id, uint32_t page)
{
    for (tag_id child = tag_at(tags, id)->first; child != TAG_NONE;
         child = tag_at(tags, child)->next) {
        uint32_t object = tags->states[child].object;
        if (object != 0) {
            begin_kid(kids);
            pdf_add_reference(&kids->out, object);
        } else if (tag_at(tags, child)->kind == TAG_CONTENT) {
            add_marks(tags, kids, child, page);
        } else {
            add_children(tags, kids, child, page);
        }
    }
}

static void add_kids(struct str_builder *out, const struct kids *kids)
{
    if (kids->count == 0)
        return;
    str_add(out, kids->count > 1 ? STR("/K[") : STR("/K "));
    str_add(out, str_built(&kids->out));
    if (kids->count > 1)
        str_add_byte(out, ']');
}

static void add_text_entry(struct str_builder *out, const char *key, struct str text)
{
    if (text.len == 0)
        return;
    str_add(out, str_from(key));
    pdf_add_text(out, text);
}

static void add_numbering(struct str_builder *out, struct str name)
{
    if (name.len > 0)
        str_addf(out, "/A<</O/List/ListNumbering/%.*s>>", STR_ARGS(name));
}

static void add_scope(const struct tags *tags, struct str_builder *out, const struct tag *tag)
{
    tag_id above = tag_at(tags, tag->parent)->parent;
    bool head = above != TAG_NONE && tag_at(tags, above)->kind == TAG_THEAD;
    str_addf(out, "/A<</O/Table/Scope/%s>>", head ? "Column" : "Row");
}

static void add_bbox(const struct tags *tags, struct str_builder *out, const struct tag *tag,
                     uint32_t page)
{
    if (page == NO_INDEX)
        return;
    struct box box = tag->bbox;
    int64_t around = tags->list->pages[page].around;
    int64_t height = tags->list->pages[page].height + around;
    int64_t corners[4] = {
        pdf_thousandths(around + box.x), pdf_thousandths(height - box.y - box.height),
        pdf_thousandths(around + box.x + box.width), pdf_thousandths(height - box.y)};
    str_add(out, STR("/A<</O/Layout/BBox"));
    pdf_add_rectangle(out, corners);
    str_add(out, STR(">>"));
}

// Notes must have one (ISO 14289-1, 7.9).
static bool has_id(enum tag_kind kind)
{
    return kind == TAG_NOTE;
}

static void add_id(struct str_builder *out, tag_id id)
{
    str_addf(out, "(tag%010u)", (unsigned)id);
}

// The page on which a figure stands, though its content may lie in elements below it.
static uint32_t figure_page(const struct tags *tags, tag_id id)
{
    uint32_t page = page_of(tags, id);
    for (tag_id child = tag_at(tags, id)->first; page == NO_INDEX && child != TAG_NONE;
         child = tag_at(tags, child)->next)
        page = page_of(tags, child);
    return page;
}

static void add_attributes(const struct tags *tags, struct str_builder *out, tag_id id)
{
    const struct tag *tag = tag_at(tags, id);
    if (tag->kind == TAG_L)
        add_numbering(out, list_numbering_name(tag->numbering, haru_is_pdf_2(tags->haru)));
    if (tag->kind == TAG_TH)
        add_scope(tags, out, tag);
    if (tag->kind == TAG_FIGURE)
        add_bbox(tags, out, tag, figure_page(tags, id));
    if (has_id(tag->kind)) {
        str_add(out, STR("/ID"));
        add_id(out, id);
    }
    // ISO 14289-2, 8.2.5.8: an entry of the contents names what it leads to; so do all links.
    tag_id target = tags->states[id].target;
    if (target != TAG_NONE && haru_is_pdf_2(tags->haru))
        str_addf(out, "/Ref[%u 0 R]", (unsigned)tags_element(tags, target));
}

static void fill(struct tags *tags, uint32_t object, const struct str_builder *entries)
{
    haru_fill(tags->haru, object, str_copy(tags->arena, str_built(entries)));
}

static void begin_element(const struct tags *tags, struct str_builder *out, enum tag_kind kind,
                          uint32_t parent, uint32_t page)
{
    struct structure_type type = structure_type(kind, haru_is_pdf_2(tags->haru));
    uint32_t namespace = tags->namespaces[type.of_pdf_2];
    out->len = 0;
    str_addf(out, "/S/%.*s/P %u 0 R", STR_ARGS(type.name), (unsigned)parent);
    if (namespace != 0)
        str_addf(out, "/NS %u 0 R", (unsigned)namespace);
    if (page != NO_INDEX)
        str_addf(out, "/Pg %u 0 R", (unsigned)tags->pages[page].object);
}

static void write_element(struct tags *tags, tag_id id, struct str_builder *out, struct kids *kids)
{
    const struct tag *tag = tag_at(tags, id);
    uint32_t parent = tag->parent == TAG_NONE ? tags->root : tags_element(tags, tag->parent);
    uint32_t page = page_of(tags, id);
    begin_element(tags, out, tag->kind, parent, page);
    add_text_entry(out, "/Lang", tag->language);
    add_text_entry(out, "/Alt", tag->alt);
    add_text_entry(out, "/T", tag->title);
    add_text_entry(out, "/E", tag->expansion);
    add_text_entry(out, "/ActualText", tag->actual);
    add_attributes(tags, out, id);
    kids->out.len = 0;
    kids->count = 0;
    add_children(tags, kids, id, page);
    add_annotations(tags, kids, id, page);
    add_kids(out, kids);
    fill(tags, tags->states[id].object, out);
}

// Text runs as its language does: the nearest that is given above it, else the document's.
static bool runs_right_to_left(const struct tags *tags, tag_id leaf)
{
    tag_id id = leaf;
    while (id != TAG_NONE && tag_at(tags, id)->language.len == 0)
        id = tag_at(tags, id)->parent;
    return id == TAG_NONE ? tags->list->info.right_to_left
                          : bidi_language_is_rtl(tag_at(tags, id)->language);
}

static struct str text_of_leaf(const struct tags *tags, tag_id leaf)
{
    const struct tag_state *state = &tags->states[leaf];
    struct text_piece *pieces = ARENA_ARRAY(tags->arena, struct text_piece, state->text_count);
    size_t count = 0;
    for (uint32_t i = state->first_text; i != NO_INDEX; i = tags->texts.items[i].next)
        pieces[count++] = tags->texts.items[i].piece;
    return actual_text(tags->arena, pieces, count, runs_right_to_left(tags, leaf));
}

static void write_span(struct tags *tags, tag_id leaf, struct str_builder *out, struct kids *kids)
{
    uint32_t page = page_of(tags, leaf);
    begin_element(tags, out, TAG_SPAN, tags_element(tags, tag_at(tags, leaf)->parent), page);
    add_text_entry(out, "/ActualText", text_of_leaf(tags, leaf));
    kids->out.len = 0;
    kids->count = 0;
    add_marks(tags, kids, leaf, page);
    add_kids(out, kids);
    fill(tags, tags->states[leaf].object, out);
}

enum { LEAF_SIZE = 64 }; // keys in one node of a number tree or name tree

// Writes a node that holds the parents of the pages `from` up to `end`, an array each.
static uint32_t write_page_parents(struct tags *tags, uint32_t from, uint32_t end,
                                   struct str_builder *out)
{
    out->len = 0;
    str_addf(out, "/Limits[%u %u]/Nums[", (unsigned)from, (unsigned)end - 1);
    for (uint32_t page = from; page < end; page++) {
        str_addf(out, "%u[", (unsigned)page);
        for (uint32_t i = tags->page_starts[page]; i < tags->page_starts[page + 1]; i++) {
            pdf_add_reference(out, tags->parents.items[i]);
            str_add_byte(out, ' ');
        }
        str_add_byte(out, ']');
    }
    str_add_byte(out, ']');
    uint32_t object = haru_add_object(tags->haru);
    fill(tags, object, out);
    return object;
}

static uint32_t write_link_parents(struct tags *tags, uint32_t from, uint32_t end,
                                   struct str_builder *out)
{
    uint32_t base = (uint32_t)tags->list->count;
    out->len = 0;
    str_addf(out, "/Limits[%u %u]/Nums[", (unsigned)(base + from), (unsigned)(base + end - 1));
    for (uint32_t i = from; i < end; i++)
        str_addf(out, "%u %u 0 R ", (unsigned)(base + i), (unsigned)tags->link_parents.items[i]);
    str_add_byte(out, ']');
    uint32_t object = haru_add_object(tags->haru);
    fill(tags, object, out);
    return object;
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

static uint32_t write_parent_tree(struct tags *tags, struct str_builder *out)
{
    struct str_builder root = str_builder_in(tags->arena);
    uint32_t pages = (uint32_t)tags->list->count, links = (uint32_t)tags->link_parents.count;
    str_add(&root, STR("/Kids["));
    for (uint32_t i = 0; i < pages; i += LEAF_SIZE) {
        pdf_add_reference(&root, write_page_parents(tags, i, least(i + LEAF_SIZE, pages), out));
        str_add_byte(&root, ' ');
    }
    for (uint32_t i = 0; i < links; i += LEAF_SIZE) {
        pdf_add_reference(&root, write_link_parents(tags, i, least(i + LEAF_SIZE, links), out));
        str_add_byte(&root, ' ');
    }
    str_add_byte(&root, ']');
    uint32_t object = haru_add_object(tags->haru);
    fill(tags, object, &root);
    return object;
}

// The names are as long as each other and count up, so they come sorted, as 7.9.6 asks.
static void add_id_tree(const struct tags *tags, struct str_builder *out)
{
    size_t count = 0;
    for (tag_id i = 0; i < tags->list->tags.count; i++) {
        if (!has_id(tag_at(tags, i)->kind))
            continue;
        if (count++ == 0)
            str_add(out, STR("/IDTree<</Names["));
        add_id(out, i);
        pdf_add_reference(out, tags->states[i].object);
    }
    if (count > 0)
        str_add(out, STR("]>>"));
}

// ISO 32000-2, 14.8.6: which standard a structure type is of.
static void add_namespaces(struct tags *tags, struct str_builder *out)
{
    static const char *const names[] = {"http://iso.org/pdf/ssn", "http://iso.org/pdf2/ssn"};
    if (tags->namespaces[0] == 0)
        return;
    for (size_t i = 0; i < 2; i++)
        haru_fill(tags->haru, tags->namespaces[i],
                  str_format(tags->arena, "/Type/Namespace/NS(%s)", names[i]));
    str_addf(out, "/Namespaces[%u 0 R %u 0 R]", (unsigned)tags->namespaces[0],
             (unsigned)tags->namespaces[1]);
}

uint32_t tags_write(struct tags *tags)
{
    struct str_builder out = str_builder_in(tags->arena);
    struct kids kids = {.out = str_builder_in(tags->arena)};
    for (tag_id i = 0; i < tags->list->tags.count; i++) {
        if (has_element(tags, i))
            write_element(tags, i, &out, &kids);
        else if (tags->states[i].object != 0)
            write_span(tags, i, &out, &kids);
    }
    uint32_t parents = write_parent_tree(tags, &out);
    out.len = 0;
    str_addf(&out, "/Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %zu",
             (unsigned)tags->states[0].object, (unsigned)parents,
             tags->list->count + tags->link_parents.count);
    add_id_tree(tags, &out);
    add_namespaces(tags, &out);
    fill(tags, tags->root, &out);
    return tags->root;
}
