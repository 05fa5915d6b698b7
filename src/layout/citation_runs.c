#include "layout/citation_runs.h"

#include "layout/words.h"
#include "model/citation_marks.h"

#include <string.h>

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
void citation_runs_look(const struct layout *layout, struct look *look, bool raised)
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
    struct text_run *run = runs_add_run(layout, runs, &citing->look, text, citing->span);
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
    look->link = look->parent = runs_add_tag(layout, look->parent, TAG_LINK, citing->span);
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
        citation_runs_look(layout, &live.look, false);
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
            runs_add_run(layout, runs, &citing->look, piece->text, citing->span)->no_break_before =
                true;
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
        run->isolate != look->isolate || !text_style_equal(run->style, &look->style) ||
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
        runs_add_nodes(layout, runs, node->first, look);
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
void citation_runs_add(struct layout *layout, struct runs *runs, const struct inline_node *node,
                       struct look *look)
{
    bool raised = is_raised(layout, node->citation);
    struct citing citing = {.look = *look,
                            .signs = signs_of(layout, raised),
                            .worded = node->citation->worded,
                            .span = node->span};
    if (!citing.worded)
        citation_runs_look(layout, &citing.look, raised);
    if (raised) {
        add_marks(layout, runs, node, look);
        check_raised(layout, runs, node);
    } else if (ends_in_text(runs)) {
        runs_add_run(layout, runs, look, STR("\u00a0"), node->span);
    }
    citing.look.parent = runs_add_tag(layout, look->parent, TAG_REFERENCE, node->span);
    citing.look.leaf = look->leaf = TAG_NONE;
    if (raised && ends_in_citation(runs))
        add_sign(layout, runs, &citing, citing.signs.comma);
    if (citing.signs.open.len > 0)
        runs_add_run(layout, runs, &citing.look, citing.signs.open, node->span);
    add_pieces(layout, runs, &citing, node->citation);
    if (citing.signs.close.len > 0)
        add_sign(layout, runs, &citing, citing.signs.close);
    if (!raised)
        runs_add_nodes(layout, runs, node->first, look);
}
