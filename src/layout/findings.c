#include "layout/findings.h"

#include <assert.h>

enum { MOST_QUOTE_LINES = 6 };

void findings_mark(struct layout *layout, size_t index, enum once once, struct span span)
{
    if (index >= layout->rows.count)
        return; // it could not be set
    struct part *part = part_add(layout, &layout->rows.items[index].parts, PART_ONCE);
    part->as.once.what = once;
    part->as.once.span = span;
}

// Pages that face each other are seen at once where left and right ones mirror each other.
static size_t face_of(const struct layout *layout, enum once once)
{
    size_t page = layout->pages->count;
    return once == ONCE_PULL_QUOTE && layout->theme->page.mirrored ? page / 2 + 1 : page;
}

void findings_place(struct layout *layout, const struct part *part)
{
    enum once once = part->as.once.what;
    size_t face = face_of(layout, once), before = layout->once_on[once];
    layout->once_on[once] = face;
    assert(before <= face);
    if (before != face)
        return;
    if (once == ONCE_WARNING) {
        diag_add(layout->diags, DIAG_WARNINGS_ON_PAGE, part->as.once.span,
                 "more than one warning on a page: neither is seen as the one that matters");
        diag_hint(layout->diags, "make one warning of them, or a note of this one; or begin a page "
                                 "between them with `break-before: page`");
    } else {
        diag_add(layout->diags, DIAG_QUOTES_ON_PAGE, part->as.once.span,
                 "more than one pull quote on %s: each takes from the other",
                 layout->theme->page.mirrored ? "pages that face each other" : "a page");
        diag_hint(layout->diags, "leave the better one, or move this one to another page");
    }
}

void findings_check_quote(struct layout *layout, size_t lines, struct span span)
{
    if (lines <= MOST_QUOTE_LINES)
        return;
    diag_add(layout->diags, DIAG_QUOTE_LONG, span,
             "a pull quote of %zu lines; %d are read at a glance", lines, MOST_QUOTE_LINES);
    diag_hint(layout->diags,
              "shorten it to one thought, or write it as a paragraph that begins with "
              "`> `");
}
