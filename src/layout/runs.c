#include "layout/runs.h"

#include "layout/words.h"
#include "model/citation_marks.h"
#include "model/language.h"

#include <assert.h>
#include <string.h>

// The contrast that large text needs at least (WCAG 2.2, 1.4.3), in hundredths.
enum { LEAST_ON_PAPER = 300 };

// How a piece of text looks and what it belongs to, as inherited from the text around it.
struct look {
    struct text_style style;
    const struct color *color;
    tag_id parent; // where tags go; TAG_NONE in artifacts
    tag_id leaf;   // the content leaf that text goes to next, TAG_NONE: a new one
    tag_id link;
    struct item_link target;
    const struct text_isolate *isolate;
    bool plain_links; // they look as the text around, though they are live
};

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

// Lays a role that styles a part of a text over the look around it: what the theme left out stays.
static void look_apply(const struct layout *layout, struct look *look, enum role_id id)
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

static bool style_equal(const struct text_style *a, const struct text_style *b)
{
    return a->weight == b->weight && a->italic == b->italic && a->features == b->features &&
           a->size == b->size && a->tracking == b->tracking && a->rise == b->rise &&
           str_equal(a->family, b->family) && str_equal(a->language, b->language);
}

// A document has a few dozen styles at most: the theme bounds them, not the content.
static const struct text_style *style_shared(struct layout *layout, const struct text_style *style)
{
    for (size_t i = 0; i < layout->styles.count; i++)
        if (style_equal(layout->styles.items[i], style))
            return layout->styles.items[i];
    const struct text_style *shared = arena_copy(layout->arena, style, sizeof *style);
    *VEC_PUSH(layout->arena, &layout->styles) = shared;
    return shared;
}

static struct text_run *add_run(struct layout *layout, struct runs *runs, struct look *look,
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

static void add_nodes(struct layout *layout, struct runs *runs, const struct inline_node *node,
                      struct look *look);

// A tag for a part of the text; what is an artifact, or is only measured, has none.
static tag_id add_tag(struct layout *layout, tag_id parent, enum tag_kind kind, struct span span)
{
    return parent == TAG_NONE ? TAG_NONE : tag_add(&layout->pages->tags, parent, kind, span);
}

// Adds the children of `node` below a tag of their own; text after it needs a new leaf.
static void add_tagged(struct layout *layout, struct runs *runs, const struct inline_node *node,
                       struct look inner, enum tag_kind kind)
{
    inner.parent = add_tag(layout, inner.parent, kind, node->span);
    inner.leaf = TAG_NONE;
    add_nodes(layout, runs, node->first, &inner);
}

static void add_link(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     struct look inner)
{
    if (!inner.plain_links)
        look_apply(layout, &inner, ROLE_LINK);
    inner.link = inner.parent = add_tag(layout, inner.parent, TAG_LINK, node->span);
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
    add_nodes(layout, runs, node->first, &inner);
}

static uint32_t reference_destination(const struct layout *layout,
                                      const struct reference *reference)
{
    return layout->first_reference + (uint32_t)(reference - layout->brochure->references);
}

static bool is_raised(const struct layout *layout, const struct citation *citation)
{
    switch (layout->theme->references.citations) {
    case CITATIONS_BY_STYLE: return !citation->worded && !layout->brochure->citations_on_line;
    case CITATIONS_RAISED: return !citation->worded;
    case CITATIONS_IN_BRACKETS:
    case CITATIONS_IN_PARENTHESES: break;
    }
    return false;
}

// The signs round and within a citation.
struct citation_signs {
    struct str open, close, comma, locator_open, locator_close;
};

// Parentheses within parentheses are brackets (AMA 11th, 8.5).
static struct citation_signs signs_of(const struct layout *layout, bool raised)
{
    if (raised)
        return (struct citation_signs){
            .comma = STR(","), .locator_open = STR("("), .locator_close = STR(")")};
    if (layout->theme->references.citations == CITATIONS_IN_BRACKETS)
        return (struct citation_signs){STR("["), STR("]"), STR(", "), STR("("), STR(")")};
    return (struct citation_signs){STR("("), STR(")"), STR(","), STR("["), STR("]")};
}

// A citation as its runs are made.
struct citing {
    struct look look; // of what joins; below the Reference
    struct citation_signs signs;
    bool worded; // words and signs look as the text around
    struct span span;
};

// The role is made for the body's text: a number is raised in proportion to the text around, and is
// larger in larger text; in smaller text it would not be legible if it were smaller.
static void look_apply_citation(const struct layout *layout, struct look *look, bool raised)
{
    length size = look->style.size, rise = look->style.rise;
    length body = layout->theme->roles[ROLE_BODY].size;
    look_apply(layout, look, ROLE_CITATION);
    if (raised) {
        look->style.size =
            length_larger(look->style.size, length_scale(look->style.size, size, body));
        look->style.rise = length_scale(look->style.rise, size, body);
    } else {
        look->style.size = size;
        look->style.rise = rise;
    }
}

static struct text_run *add_sign(struct layout *layout, struct runs *runs, struct citing *citing,
                                 struct str text)
{
    struct text_run *run = add_run(layout, runs, &citing->look, text, citing->span);
    run->breaking = TEXT_BREAK_NEVER;
    run->no_break_before = true;
    run->hangs = citing->signs.open.len == 0; // raised
    return run;
}

// The number leads to its entry, but not within a link: they do not nest.
static void make_live(struct layout *layout, struct look *look, const struct citing *citing,
                      const struct reference *reference)
{
    if (look->parent == TAG_NONE || look->link != TAG_NONE)
        return;
    look->link = look->parent = add_tag(layout, look->parent, TAG_LINK, citing->span);
    look->leaf = TAG_NONE;
    look->target = (struct item_link){
        .target = reference_destination(layout, reference),
        .contents = layout_numbered(layout, TERM_CITATION, reference->number),
    };
    layout->cited[reference - layout->brochure->references] = true;
}

static struct text_run *add_number(struct layout *layout, struct runs *runs, struct citing *citing,
                                   const struct citation_piece *piece)
{
    struct citing live = *citing;
    struct str text = piece->text;
    if (citing->worded)
        look_apply_citation(layout, &live.look, false);
    if (piece->locator.len > 0)
        text = str_format(layout->arena, "%.*s%.*s%.*s%.*s", STR_ARGS(text),
                          STR_ARGS(citing->signs.locator_open), STR_ARGS(piece->locator),
                          STR_ARGS(citing->signs.locator_close));
    make_live(layout, &live.look, citing, piece->reference);
    struct text_run *run = add_sign(layout, runs, &live, text);
    run->left_to_right = true;
    if (live.look.link != citing->look.link)
        citing->look.leaf = TAG_NONE;
    else
        citing->look.leaf = live.look.leaf;
    return run;
}

static void add_pieces(struct layout *layout, struct runs *runs, struct citing *citing,
                       const struct citation *citation)
{
    bool spaced = false; // a line may end before the next number
    for (size_t i = 0; i < citation->count; i++) {
        const struct citation_piece *piece = &citation->pieces[i];
        switch (piece->part) {
        case CITATION_NUMBER:
            add_number(layout, runs, citing, piece)->no_break_before = !spaced;
            break;
        case CITATION_RANGE: add_sign(layout, runs, citing, piece->text); break;
        case CITATION_COMMA:
            add_sign(layout, runs, citing, citing->signs.comma);
            spaced = citing->signs.comma.len > 1;
            break;
        case CITATION_WORDS:
            add_run(layout, runs, &citing->look, piece->text, citing->span)->no_break_before = true;
            break;
        }
    }
}

// Appends text to the run before it, so that its letters are kerned with it; false when that looks
// otherwise or belongs to something else.
static bool continue_run(struct layout *layout, struct runs *runs, const struct look *look,
                         const struct inline_node *node)
{
    if (runs->text.count == 0 || node->kind != INLINE_TEXT)
        return false;
    struct text_run *run = &runs->text.items[runs->text.count - 1];
    const struct run_meaning *meaning = &runs->meanings.items[runs->text.count - 1];
    if (meaning->leaf != look->leaf || meaning->link != look->link || run->left_to_right ||
        run->isolate != look->isolate || !style_equal(run->style, &look->style) ||
        run->map.count == 0 || run->map.file != node->map.file)
        return false;
    size_t count = run->map.count + node->map.count;
    struct srcmap_piece *pieces = ARENA_ARRAY(layout->arena, struct srcmap_piece, count);
    memcpy(pieces, run->map.pieces, run->map.count * sizeof *pieces);
    for (size_t i = 0; i < node->map.count; i++)
        pieces[run->map.count + i] = (struct srcmap_piece){
            node->map.pieces[i].decoded + (uint32_t)run->text.len, node->map.pieces[i].source};
    run->map = (struct srcmap){run->map.file, pieces, count, node->map.source_end};
    run->text = str_format(layout->arena, "%.*s%.*s", STR_ARGS(run->text), STR_ARGS(node->text));
    return true;
}

// The marks beside a citation, as a part of the text around it.
static void add_marks(struct layout *layout, struct runs *runs, const struct inline_node *node,
                      struct look *look)
{
    if (node->first && !continue_run(layout, runs, look, node->first))
        add_nodes(layout, runs, node->first, look);
}

static struct str last_text(const struct runs *runs)
{
    return runs->text.count > 0 ? runs->text.items[runs->text.count - 1].text : (struct str){0};
}

// Whether the number of another citation stands before: the two would be read as one number.
static bool ends_in_citation(const struct runs *runs)
{
    if (runs->text.count == 0)
        return false;
    const struct text_run *last = &runs->text.items[runs->text.count - 1];
    return last->no_break_before && last->left_to_right;
}

static void check_raised(struct layout *layout, const struct runs *runs,
                         const struct inline_node *node)
{
    if (ends_in_citation(runs) || !citation_reads_as_power(last_text(runs)))
        return;
    diag_add(layout->diags, DIAG_CITATION_POWER, node->span,
             "the raised number stands behind a number and reads as a power");
    diag_hint(layout->diags,
              "move the citation behind a word, in a table to a heading of its row or column");
}

static bool ends_in_text(const struct runs *runs)
{
    static const struct str openers = STR_INIT(" \n([/-");
    struct str last = last_text(runs);
    return last.len > 0 && str_find_byte(openers, last.data[last.len - 1], 0) == openers.len;
}

// P > Reference > (Link > number | what joins the numbers). Raised, it stands behind the points,
// commas and quotes beside it, on the line before them.
static void add_citation(struct layout *layout, struct runs *runs, const struct inline_node *node,
                         struct look *look)
{
    bool raised = is_raised(layout, node->citation);
    struct citing citing = {.look = *look,
                            .signs = signs_of(layout, raised),
                            .worded = node->citation->worded,
                            .span = node->span};
    if (!citing.worded)
        look_apply_citation(layout, &citing.look, raised);
    if (raised) {
        add_marks(layout, runs, node, look);
        check_raised(layout, runs, node);
    } else if (ends_in_text(runs)) {
        add_run(layout, runs, look, STR("\u00a0"), node->span);
    }
    citing.look.parent = add_tag(layout, look->parent, TAG_REFERENCE, node->span);
    citing.look.leaf = look->leaf = TAG_NONE;
    if (raised && ends_in_citation(runs))
        add_sign(layout, runs, &citing, citing.signs.comma);
    if (citing.signs.open.len > 0)
        add_run(layout, runs, &citing.look, citing.signs.open, node->span);
    add_pieces(layout, runs, &citing, node->citation);
    if (citing.signs.close.len > 0)
        add_sign(layout, runs, &citing, citing.signs.close);
    if (!raised)
        add_nodes(layout, runs, node->first, look);
}

static void add_literal(struct layout *layout, struct runs *runs, const struct inline_node *node,
                        struct look *look)
{
    struct look address = *look;
    if (!address.plain_links)
        look_apply(layout, &address, ROLE_ADDRESS);
    struct text_run *run = add_run(layout, runs, &address, node->text, node->span);
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
    add_run(layout, runs, &look, STR("\n"), node->span);
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
    inner.parent = add_tag(layout, inner.parent, TAG_SPAN, node->span);
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
    add_nodes(layout, runs, node->first, &inner);
}

static void add_node(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     struct look *look)
{
    struct look inner = *look;
    switch (node->kind) {
    case INLINE_TEXT: add_run(layout, runs, look, node->text, node->span)->map = node->map; return;
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
        inner.parent = add_tag(layout, inner.parent, TAG_CODE, node->span);
        inner.leaf = TAG_NONE;
        add_run(layout, runs, &inner, node->text, node->span)->breaking = TEXT_BREAK_NEVER;
        break;
    case INLINE_LINK:
    case INLINE_CROSS_REFERENCE: add_link(layout, runs, node, inner); break;
    case INLINE_CITATION: add_citation(layout, runs, node, look); return;
    case INLINE_SPAN: add_span(layout, runs, node, inner); break;
    }
    look->leaf = TAG_NONE;
}

static void add_nodes(struct layout *layout, struct runs *runs, const struct inline_node *node,
                      struct look *look)
{
    for (; node; node = node->next)
        add_node(layout, runs, node, look);
}

void runs_add_inline(struct layout *layout, struct runs *runs, const struct inline_text *text,
                     enum role_id role, tag_id parent)
{
    struct look look = look_of(layout, role, parent);
    add_nodes(layout, runs, text->first, &look);
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
    add_run(layout, runs, &look, text, span_of(layout, parent));
}

void runs_add_part(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, tag_id parent)
{
    struct look look = look_of(layout, roles.text, parent);
    look_apply(layout, &look, roles.part);
    add_run(layout, runs, &look, text, span_of(layout, parent));
}

static bool set_lines(struct layout *layout, const struct paragraph_job *job, length measure,
                      struct lines *lines)
{
    struct paragraph *paragraph;
    struct measure shape = {.width = measure};
    bool set = paragraph_prepare(layout->scratch, job, layout->diags, &paragraph) &&
               paragraph_break(layout->arena, paragraph, &shape, layout->diags, lines);
    if (set && layout->job->trace) {
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
    bool set = set_lines(layout, &job, measure, &block->lines);
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
    add_nodes(layout, runs, text->first, &look);
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
    add_run(layout, runs, &look, STR(" "), (struct span){0});
}

void runs_add_link(struct layout *layout, struct runs *runs, struct str text,
                   struct part_roles roles, struct run_link link)
{
    struct look look = look_of(layout, roles.text, link.tag);
    look_apply(layout, &look, roles.part);
    look.link = link.tag;
    look.target = link.target;
    add_run(layout, runs, &look, text, link.span);
}
