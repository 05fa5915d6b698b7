#include "layout/art_text.h"

#include "layout/emit.h"
#include "model/terms.h"
#include "text/families.h"
#include "text/paragraph.h"

#include <assert.h>

length art_scale(const struct art *art, int64_t value)
{
    int64_t product = value * art->numerator, half = art->denominator / 2;
    return length_clamp((product < 0 ? product - half : product + half) / art->denominator);
}

// CSS Fonts 4, 2.1.3, and what fontconfig calls them: every family fits.
static bool is_generic(struct str name)
{
    static const char *const names[] = {"serif",   "sans-serif", "monospace", "cursive",
                                        "fantasy", "system-ui",  "math",      "sans",
                                        "inherit", "initial",    "ui-serif",  "ui-sans-serif"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (str_equal_ignoring_case(name, str_from(names[i])))
            return true;
    return false;
}

static struct str unquoted(struct str name)
{
    name = str_trim(name);
    bool quoted = name.len >= 2 && (name.data[0] == '"' || name.data[0] == '\'') &&
                  name.data[name.len - 1] == name.data[0];
    return quoted ? str_slice(name, 1, name.len - 1) : name;
}

static const struct family *find_family(const struct art *art, struct str name)
{
    const struct families *families = typesetter_families(art->layout->job->typesetter);
    for (size_t i = 0; i < families_count(families); i++)
        if (str_equal_ignoring_case(families_at(families, i)->name, name))
            return families_at(families, i);
    return NULL;
}

static void tell_missing(struct art *art, struct str name, struct str instead, struct span span)
{
    if (map_find(&art->missing, name))
        return;
    map_add(art->layout->arena, &art->missing, name, art);
    diag_add(art->layout->diags, DIAG_SVG_FONT, span, "there is no family %.*s", STR_ARGS(name));
    diag_hint(art->layout->diags, "%.*s, the theme's text font, stands in for it",
              STR_ARGS(instead));
}

// The first family of the list that there is, else the theme's.
static struct str family_of(struct art *art, const struct drawing_run *run)
{
    struct str themes = art->layout->theme->roles[ROLE_BODY].family, lacking = STR("");
    for (size_t at = 0; at < run->family.len;) {
        size_t end = str_find_byte(run->family, ',', at);
        struct str name = unquoted(str_slice(run->family, at, end));
        const struct family *family = find_family(art, name);
        if (family)
            return family->name;
        if (lacking.len == 0 && name.len > 0 && !is_generic(name))
            lacking = name;
        at = end + 1;
    }
    if (lacking.len > 0)
        tell_missing(art, lacking, themes, run->span);
    return themes;
}

static struct text_run text_run_of(struct art *art, const struct drawing_text *text,
                                   const struct drawing_run *run)
{
    struct layout *layout = art->layout;
    struct text_style *style = ARENA_NEW(layout->arena, struct text_style);
    *style = (struct text_style){
        .family = family_of(art, run),
        .weight = run->weight,
        .italic = run->italic,
        .size = art_scale(art, run->size),
        .language = text->language.len > 0 ? text->language : layout->terms->language,
    };
    if (style->size < 1)
        style->size = 1;
    return (struct text_run){
        .text = run->text, .span = run->span, .style = style, .breaking = TEXT_BREAK_NEVER};
}

static bool set_text(struct art *art, const struct drawing_text *text, struct lines *out)
{
    struct layout *layout = art->layout;
    struct text_run *runs = ARENA_ARRAY(layout->arena, struct text_run, text->count);
    for (size_t i = 0; i < text->count; i++)
        runs[i] = text_run_of(art, text, &text->runs[i]);
    struct paragraph_job job = {
        .typesetter = layout->job->typesetter,
        .runs = runs,
        .run_count = text->count,
        .style = {.hyphenate = TEXT_HYPHENATE_NEVER, .language = runs[0].style->language},
    };
    struct arena_mark mark = arena_mark(layout->scratch);
    struct paragraph *paragraph;
    struct measure measure = {.width = LENGTH_MAX / 2};
    bool set = paragraph_prepare(layout->scratch, &job, layout->diags, &paragraph) &&
               paragraph_break(layout->arena, paragraph, &measure, layout->diags, out);
    arena_rewind(layout->scratch, mark);
    layout->failed = layout->failed || !set;
    return set;
}

static length left_of(const struct line *line)
{
    length left = line->piece_count > 0 ? line->pieces[0].x : 0;
    for (size_t i = 1; i < line->piece_count; i++)
        if (line->pieces[i].x < left)
            left = line->pieces[i].x;
    return left;
}

// How far the pen is moved by dx and dy up to each run.
static const struct point *moves_of(const struct art *art, const struct drawing_text *text)
{
    struct point *moves = ARENA_ARRAY(art->layout->arena, struct point, text->count);
    int64_t x = 0, y = 0;
    for (size_t i = 0; i < text->count; i++) {
        x += text->runs[i].dx;
        y += text->runs[i].dy;
        moves[i] = (struct point){art_scale(art, length_clamp(x)), art_scale(art, length_clamp(y))};
    }
    return moves;
}

static struct point anchored(enum text_anchor anchor, int64_t width, struct point at)
{
    switch (anchor) {
    case ANCHOR_START: break;
    case ANCHOR_MIDDLE: at.x = length_clamp(at.x - width / 2); break;
    case ANCHOR_END: at.x = length_clamp(at.x - width); break;
    }
    return at;
}

// Puts what was just made into a group of its own.
static void wrap(struct art *art, struct art_items *items, struct item_group group)
{
    struct page_item *item = &items->items[items->count - 1];
    struct page_item *inner = arena_copy(art->layout->arena, item, sizeof *item);
    group.items = inner;
    group.count = 1;
    *item = (struct page_item){
        .kind = ITEM_GROUP, .tag = TAG_NONE, .box = inner->box, .span = inner->span};
    item->as.group = group;
}

static void add_piece(struct art *art, const struct line_piece *piece,
                      const struct drawing_run *run, struct point at, struct art_items *out)
{
    struct page_item *item = art_push(art, out, ITEM_GLYPHS, run->span);
    item->color = art_color(art, run->paint.color);
    emit_glyphs(item, piece, at);
}

// A text and where its pen is moved to.
struct moved_text {
    const struct drawing_text *text;
    const struct point *moves; // by run
};

static void add_line(struct art *art, struct moved_text moved, const struct line *line,
                     const struct art_text_place *place, struct art_items *out)
{
    length left = left_of(line);
    for (size_t i = 0; i < line->piece_count; i++) {
        const struct line_piece *piece = &line->pieces[i];
        const struct drawing_run *run = &moved.text->runs[piece->run];
        if (run->paint.kind == PAINT_NONE) // hidden text takes its place only
            continue;
        assert(run->paint.kind == PAINT_SOLID);
        struct point by = moved.moves[piece->run];
        struct point at = {length_clamp((int64_t)place->at.x + piece->x - left + by.x),
                           length_clamp((int64_t)place->at.y + by.y)};
        add_piece(art, piece, run, at, out);
        if (place->placement)
            wrap(art, out,
                 (struct item_group){.placement = place->placement, .alpha = DRAWING_OPAQUE});
        if (run->paint.alpha < DRAWING_OPAQUE)
            wrap(art, out, (struct item_group){.alpha = run->paint.alpha});
    }
}

void art_text_add(struct art *art, const struct drawing_text *text,
                  const struct art_text_place *place, struct art_items *out)
{
    struct lines lines;
    struct art_text_place now = *place;
    if (text->count == 0 || !set_text(art, text, &lines))
        return;
    struct moved_text moved = {text, moves_of(art, text)};
    int64_t width = moved.moves[text->count - 1].x;
    for (size_t i = 0; i < lines.count; i++)
        width += lines.items[i].width;
    now.at = anchored(text->anchor, width, place->at);
    for (size_t i = 0; i < lines.count; i++) {
        add_line(art, moved, &lines.items[i], &now, out);
        now.at.x = length_clamp((int64_t)now.at.x + lines.items[i].width);
    }
}
