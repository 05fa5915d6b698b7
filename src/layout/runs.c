#include "layout/runs.h"

#include "layout/citation_runs.h"
#include "layout/link_runs.h"
#include "layout/words.h"
#include "model/language.h"

#include <assert.h>

// The contrast that large text needs at least (WCAG 2.2, 1.4.3), in hundredths.
enum { LEAST_ON_PAPER = 300 };

static struct look look_of(const struct layout *layout, enum role_id id, tag_id parent)
{
    const struct role *role = &layout->theme->roles[id];
    return (struct look){
        .style = {.family = role->family,
                  .weight = role->weight,
                  .italic = role->italic,
                  .features = role->features,
                  .size = role->size,
                  .tracking = role->tracking,
                  .rise = role->rise,
                  .language = layout->terms->language},
        .color = role->color,
        .parent = parent,
        .leaf = TAG_NONE,
        .link = TAG_NONE,
        .plain_links = id == ROLE_REFERENCE || id == ROLE_CONTACT_NUMBER,
    };
}

// Text that is light stands on a dark ground, where the colours of links and numbers would be lost:
// they are chosen for the paper.
static bool is_light(const struct color *color)
{
    const uint8_t white[3] = {255, 255, 255};
    return color_contrast(color->rgb, white) < LEAST_ON_PAPER;
}

void look_apply(const struct layout *layout, struct look *look, enum role_id id)
{
    const struct role *role = &layout->theme->roles[id];
    if (role->set & ROLE_SETS_FAMILY)
        look->style.family = role->family;
    if (role->set & ROLE_SETS_WEIGHT)
        look->style.weight = role->weight;
    if (role->set & ROLE_SETS_ITALIC)
        look->style.italic = role->italic;
    if (role->set & ROLE_SETS_SIZE)
        look->style.size = role->size;
    if (role->set & ROLE_SETS_TRACKING)
        look->style.tracking = role->tracking;
    if (role->set & ROLE_SETS_RISE)
        look->style.rise = role->rise;
    if (role->set & ROLE_SETS_FEATURES)
        look->style.features = role->features;
    if (role->set & ROLE_SETS_COLOR && !is_light(look->color))
        look->color = role->color;
}

bool text_style_equal(const struct text_style *a, const struct text_style *b)
{
    return a->weight == b->weight && a->italic == b->italic && a->features == b->features &&
           a->size == b->size && a->tracking == b->tracking && a->rise == b->rise &&
           str_equal(a->family, b->family) && str_equal(a->language, b->language);
}

// A document has a few dozen styles at most: the theme bounds them, not the content.
static const struct text_style *style_shared(struct layout *layout, const struct text_style *style)
{
    for (size_t i = 0; i < layout->styles.count; i++)
        if (text_style_equal(layout->styles.items[i], style))
            return layout->styles.items[i];
    const struct text_style *shared = arena_copy(layout->arena, style, sizeof *style);
    *VEC_PUSH(layout->arena, &layout->styles) = shared;
    return shared;
}

struct text_run *runs_add_run(struct layout *layout, struct runs *runs, struct look *look,
                              struct str text, struct span span)
{
    if (look->leaf == TAG_NONE && look->parent != TAG_NONE)
        look->leaf = tag_add(&layout->pages->tags, look->parent, TAG_CONTENT, span);
    *VEC_PUSH(layout->arena, &runs->meanings) = (struct run_meaning){
        .leaf = look->leaf,
        .color = look->color,
        .link = look->link,
        .target = look->target,
        .span = span,
    };
    struct text_run *run = VEC_PUSH(layout->arena, &runs->text);
    *run = (struct text_run){
        .text = text,
        .span = span,
        .style = style_shared(layout, &look->style),
        .isolate = look->isolate,
    };
    return run;
}

tag_id runs_add_tag(struct layout *layout, tag_id parent, enum tag_kind kind, struct span span)
{
    return parent == TAG_NONE ? TAG_NONE : tag_add(&layout->pages->tags, parent, kind, span);
}

// Adds the children of `node` below a tag of their own; text after it needs a new leaf.
static void add_tagged(struct layout *layout, struct runs *runs, const struct inline_node *node,
                       struct look inner, enum tag_kind kind)
{
    inner.parent = runs_add_tag(layout, inner.parent, kind, node->span);
    inner.leaf = TAG_NONE;
    runs_add_nodes(layout, runs, node->first, &inner);
}

static void add_link(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     struct look *look)
{
    const struct layout_job *job = layout->job;
    struct look inner = *look;
    if (!inner.plain_links && !job->for_press)
        look_apply(layout, &inner, ROLE_LINK);
    inner.link = inner.parent = runs_add_tag(layout, inner.parent, TAG_LINK, node->span);
    inner.leaf = TAG_NONE;
    if (node->kind == INLINE_CROSS_REFERENCE) {
        const struct named_place *place = map_find(&layout->places, node->target);
        assert(place); // the model knows every name
        inner.target.target = place->destination;
        inner.target.contents = place->title;
    } else {
        inner.target.uri = node->target;
        inner.target.contents = node->target;
    }
    runs_add_nodes(layout, runs, node->first, &inner);
    look->leaf = TAG_NONE;
    if (!job->for_press || job->links == LINKS_NONE)
        return;
    if (node->kind == INLINE_CROSS_REFERENCE)
        link_runs_add_page(layout, runs, node, look, inner.target.target);
    else
        link_runs_add(layout, runs, node, look);
}

static void add_literal(struct layout *layout, struct runs *runs, const struct inline_node *node,
                        struct look *look)
{
    struct look address = *look;
    if (!address.plain_links)
        look_apply(layout, &address, ROLE_ADDRESS);
    struct text_run *run = runs_add_run(layout, runs, &address, node->text, node->span);
    run->map = node->map;
    run->breaking = node->literal == LITERAL_URL ? TEXT_BREAK_URL : TEXT_BREAK_NEVER;
    run->left_to_right = true;
    look->leaf = address.leaf;
}

// A break draws nothing: it must not ask for a leaf of its own.
static void add_line_break(struct layout *layout, struct runs *runs, const struct inline_node *node,
                           struct look look)
{
    if (look.leaf == TAG_NONE)
        look.parent = TAG_NONE;
    look.isolate = NULL; // a line's end ends isolates (UAX #9, P1): they go on behind it
    runs_add_run(layout, runs, &look, STR("\n"), node->span);
}

static const struct text_isolate *new_isolate(struct layout *layout, struct str language,
                                              const struct text_isolate *outer)
{
    struct text_isolate *isolate = ARENA_NEW(layout->arena, struct text_isolate);
    *isolate = (struct text_isolate){outer, outer ? outer->depth + 1 : 1,
                                     language_is_right_to_left(language)};
    return isolate;
}

// A part in another language, or an abbreviation with what it stands for.
static void add_span(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     struct look inner)
{
    inner.parent = runs_add_tag(layout, inner.parent, TAG_SPAN, node->span);
    if (inner.parent != TAG_NONE) {
        struct tag *tag = &layout->pages->tags.items[inner.parent];
        tag->language = node->language;
        tag->expansion = node->expansion;
    }
    inner.leaf = TAG_NONE;
    if (node->language.len > 0) {
        inner.style.language = node->language;
        inner.isolate = new_isolate(layout, node->language, inner.isolate);
    }
    runs_add_nodes(layout, runs, node->first, &inner);
}

static void add_node(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     struct look *look)
{
    struct look inner = *look;
    switch (node->kind) {
    case INLINE_TEXT:
        runs_add_run(layout, runs, look, node->text, node->span)->map = node->map;
        return;
    case INLINE_LITERAL: add_literal(layout, runs, node, look); return;
    case INLINE_LINE_BREAK: add_line_break(layout, runs, node, *look); return;
    case INLINE_EMPHASIS:
        look_apply(layout, &inner, ROLE_EMPHASIS);
        add_tagged(layout, runs, node, inner, TAG_EM);
        break;
    case INLINE_STRONG:
        look_apply(layout, &inner, ROLE_STRONG);
        add_tagged(layout, runs, node, inner, TAG_STRONG);
        break;
    case INLINE_CODE:
        look_apply(layout, &inner, ROLE_CODE);
        inner.parent = runs_add_tag(layout, inner.parent, TAG_CODE, node->span);
        inner.leaf = TAG_NONE;
        runs_add_run(layout, runs, &inner, node->text, node->span)->breaking = TEXT_BREAK_NEVER;
        break;
    case INLINE_LINK:
    case INLINE_CROSS_REFERENCE: add_link(layout, runs, node, look); return;
    case INLINE_CITATION: citation_runs_add(layout, runs, node, look); return;
    case INLINE_SPAN: add_span(layout, runs, node, inner); break;
    }
    look->leaf = TAG_NONE;
}

void runs_add_nodes(struct layout *layout, struct runs *runs, const struct inline_node *node,
                    struct look *look)
{
    for (; node; node = node->next)
        add_node(layout, runs, node, look);
}

// The strong words that a caption begins with are its label.
static const struct inline_node *add_label(struct layout *layout, struct runs *runs,
                                           const struct inline_node *node, const struct look *look)
{
    struct look label = *look;
    look_apply(layout, &label, ROLE_CAPTION_LABEL);
    add_tagged(layout, runs, node, label, TAG_STRONG);
    return node->next;
}

void runs_add_inline(struct layout *layout, struct runs *runs, const struct inline_text *text,
                     enum role_id role, tag_id parent)
{
    struct look look = look_of(layout, role, parent);
    const struct inline_node *node = text->first;
    if (role == ROLE_CAPTION && runs->text.count == 0 && node && node->kind == INLINE_STRONG)
        node = add_label(layout, runs, node, &look);
    runs_add_nodes(layout, runs, node, &look);
}

// Where text that the writer did not type comes from.
static struct span span_of(const struct layout *layout, tag_id parent)
{
    return parent == TAG_NONE ? (struct span){0} : layout->pages->tags.items[parent].span;
}

void runs_add_plain(struct layout *layout, struct runs *runs, struct str text, enum role_id role,
                    tag_id parent)
{
    struct look look = look_of(layout, role, parent);
    runs_add_run(layout, runs, &look, text, span_of(layout, parent));
}

void runs_add_part(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, tag_id parent)
{
    struct look look = look_of(layout, roles.text, parent);
    look_apply(layout, &look, roles.part);
    runs_add_run(layout, runs, &look, text, span_of(layout, parent));
}

static bool set_lines(struct layout *layout, const struct paragraph_job *job,
                      const struct measure *shape, struct lines *lines)
{
    struct paragraph *paragraph;
    bool set = paragraph_prepare(layout->scratch, job, layout->diags, &paragraph) &&
               paragraph_break(layout->arena, paragraph, shape, layout->diags, lines);
    if (set && layout->job->trace && !layout->trying) {
        if (layout->job->trace_shapes)
            paragraph_dump(paragraph, layout->job->trace);
        else
            lines_dump(lines, layout->job->trace);
    }
    return set;
}

static struct paragraph_job paragraph_of(const struct layout *layout, const struct runs *runs,
                                         enum role_id id)
{
    const struct role *role = &layout->theme->roles[id];
    return (struct paragraph_job){
        .typesetter = layout->job->typesetter,
        .runs = runs->text.items,
        .run_count = runs->text.count,
        .style = {.align = runs->align != TEXT_ALIGN_START ? runs->align : role->align,
                  .hyphenate = role->hyphenate,
                  .language = layout->terms->language},
    };
}

length runs_width(struct layout *layout, const struct runs *runs, enum role_id id)
{
    struct paragraph_job job = paragraph_of(layout, runs, id);
    struct arena_mark mark = arena_mark(layout->scratch);
    struct paragraph *paragraph;
    bool fine = paragraph_prepare(layout->scratch, &job, layout->diags, &paragraph);
    length width = fine ? paragraph_natural_width(paragraph) : 0;
    arena_rewind(layout->scratch, mark);
    return width;
}

struct run_widths runs_widths(struct layout *layout, struct runs *runs, enum role_id id)
{
    for (size_t i = 0; i < runs->text.count; i++)
        if (runs->text.items[i].breaking == TEXT_BREAK_URL)
            runs->text.items[i].breaking = TEXT_BREAK_URL_NARROW;
    struct paragraph_job job = paragraph_of(layout, runs, id);
    struct arena_mark mark = arena_mark(layout->scratch);
    struct paragraph *paragraph;
    struct run_widths widths = {0};
    if (paragraph_prepare(layout->scratch, &job, layout->diags, &paragraph))
        widths = (struct run_widths){paragraph_least_width(paragraph),
                                     paragraph_natural_width(paragraph)};
    arena_rewind(layout->scratch, mark);
    return widths;
}

struct lines runs_natural_lines(struct layout *layout, const struct runs *runs, enum role_id id)
{
    struct paragraph_job job = paragraph_of(layout, runs, id);
    struct paragraph *paragraph;
    struct lines lines = {0};
    if (!paragraph_prepare(layout->scratch, &job, layout->diags, &paragraph))
        return lines;
    struct measure shape = {.width = paragraph_natural_width(paragraph)};
    if (!paragraph_break(layout->scratch, paragraph, &shape, layout->diags, &lines))
        return (struct lines){0};
    return lines;
}

// An address that stays whole elsewhere is parted where the column cannot hold it.
static void part_addresses(struct layout *layout, const struct runs *runs, enum role_id id,
                           length measure)
{
    for (size_t i = 0; i < runs->text.count; i++) {
        struct text_run *run = &runs->text.items[i];
        // No character is wider than its size.
        if (run->breaking != TEXT_BREAK_URL || (int64_t)run->text.len * run->style->size <= measure)
            continue;
        struct runs alone = {0};
        *VEC_PUSH(layout->arena, &alone.text) = *run;
        *VEC_PUSH(layout->arena, &alone.meanings) = runs->meanings.items[i];
        if (runs_width(layout, &alone, id) > measure)
            run->breaking = TEXT_BREAK_URL_NARROW;
    }
}

static length least_width(struct layout *layout, const struct paragraph_job *job)
{
    struct arena_mark mark = arena_mark(layout->scratch);
    struct paragraph *paragraph;
    struct trial trial;
    trial_begin(layout, &trial);
    bool set = paragraph_prepare(layout->scratch, job, layout->diags, &paragraph);
    length width = trial_end(layout, &trial) && set ? paragraph_least_width(paragraph) : 0;
    arena_rewind(layout->scratch, mark);
    return width;
}

// A paragraph with a word that its column cannot hold is hyphenated, where that helps.
static void part_words(struct layout *layout, struct paragraph_job *job, length measure)
{
    struct paragraph_job parted = *job;
    parted.style.hyphenate = TEXT_HYPHENATE_ALWAYS;
    length least = least_width(layout, job);
    if (least > measure && least_width(layout, &parted) < least)
        *job = parted;
}

const struct text_block *runs_set(struct layout *layout, const struct runs *runs, enum role_id id,
                                  length measure)
{
    part_addresses(layout, runs, id, measure);
    if (runs->text.count == 0)
        return NULL;
    struct paragraph_job job = paragraph_of(layout, runs, id);
    struct text_block *block = ARENA_NEW(layout->arena, struct text_block);
    block->meanings = runs->meanings.items;
    struct arena_mark mark = arena_mark(layout->scratch);
    struct measure shape = {runs->first_indent, measure};
    if (layout->job->parts_words)
        part_words(layout, &job, measure);
    bool set = set_lines(layout, &job, &shape, &block->lines);
    arena_rewind(layout->scratch, mark);
    if (!set)
        layout->failed = true;
    return set ? block : NULL;
}

void runs_add_inline_part(struct layout *layout, struct runs *runs, const struct inline_text *text,
                          struct part_roles roles, tag_id parent)
{
    struct look look = look_of(layout, roles.text, parent);
    look_apply(layout, &look, roles.part);
    runs_add_nodes(layout, runs, text->first, &look);
}

// A space with what it lacks as tracking.
void runs_add_gap(struct layout *layout, struct runs *runs, length width, enum role_id role,
                  tag_id parent)
{
    struct runs alone = {0};
    struct look look = look_of(layout, role, parent);
    runs_add_plain(layout, &alone, STR("n n"), role, TAG_NONE);
    length with = runs_width(layout, &alone, role);
    alone = (struct runs){0};
    runs_add_plain(layout, &alone, STR("nn"), role, TAG_NONE);
    look.style.tracking = width - (with - runs_width(layout, &alone, role));
    runs_add_run(layout, runs, &look, STR(" "), (struct span){0});
}

void runs_add_link(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, struct run_link link)
{
    struct look look = look_of(layout, roles.text, link.tag);
    look_apply(layout, &look, roles.part);
    look.link = link.tag;
    look.target = link.target;
    runs_add_run(layout, runs, &look, text, link.span);
}
