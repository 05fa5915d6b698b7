#include "layout/link_runs.h"

#include "layout/citation_runs.h"
#include "layout/words.h"
#include "model/inline_writer.h"
#include "model/link_address.h"

// What one types or dials, never parted from its parentheses.
static void add_address(struct layout *layout, struct runs *runs, const struct inline_node *node,
                        struct look *look)
{
    const struct inline_node address = {
        .kind = INLINE_LITERAL,
        .span = node->span,
        .text = link_typed_address(node->target),
        .literal = link_is_dialled(node->target) ? LITERAL_WORD : LITERAL_URL,
    };
    runs_add_run(layout, runs, look, STR(" ("), node->span);
    runs_add_nodes(layout, runs, &address, look);
    runs_add_run(layout, runs, look, STR(")"), node->span)->no_break_before = true;
}

static struct text_run *add_sign(struct layout *layout, struct runs *runs, struct look *look,
                                 struct str text, struct span span)
{
    struct text_run *run = runs_add_run(layout, runs, look, text, span);
    run->breaking = TEXT_BREAK_NEVER;
    run->no_break_before = true;
    return run;
}

// On the line, however citations stand: a small raised letter would be lost on its word.
static void add_mark(struct layout *layout, struct runs *runs, const struct inline_node *node,
                     const struct look *around, struct str mark)
{
    struct look look = *around;
    citation_runs_look(layout, &look, false);
    look.parent = runs_add_tag(layout, around->parent, TAG_REFERENCE, node->span);
    look.leaf = TAG_NONE;
    add_sign(layout, runs, &look, STR("["), node->span);
    add_sign(layout, runs, &look, mark, node->span)->left_to_right = true;
    add_sign(layout, runs, &look, STR("]"), node->span);
}

void link_runs_add(struct layout *layout, struct runs *runs, const struct inline_node *node,
                   struct look *look)
{
    struct str words = inline_plain(layout->arena, node->first);
    if (link_says_address(layout->arena, words, node->target))
        return;
    const struct listed_link *listed = link_list_find(&layout->links, node->target);
    if (!listed) {
        add_address(layout, runs, node, look);
        return;
    }
    runs_add_run(layout, runs, look, STR("\u00a0"), node->span);
    add_mark(layout, runs, node, look, listed->mark);
    look->leaf = TAG_NONE;
}

void link_runs_add_page(struct layout *layout, struct runs *runs, const struct inline_node *node,
                        const struct look *look, uint32_t destination)
{
    struct look plain = *look;
    size_t page = layout->page_of ? layout->page_of[destination] : 0;
    layout->refers = true;
    runs_add_run(layout, runs, &plain, STR(" "), node->span);
    add_sign(layout, runs, &plain, STR("("), node->span)->no_break_before = false;
    add_sign(layout, runs, &plain, layout_numbered(layout, TERM_PAGE, page + 1), node->span);
    add_sign(layout, runs, &plain, STR(")"), node->span);
}
