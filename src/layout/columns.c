#include "layout/columns.h"

#include <assert.h>

struct reach {
    size_t end;    // behind the last row that stands
    size_t fits;   // behind the last one that there is room for
    length height; // used
    enum keep parting;
};

static enum keep keep_after(const struct row *row)
{
    return row->keep_next ? KEEP_NEXT : (enum keep)row->group;
}

// The last place that keeps allow, within the height. When a column's first group does not fit, its
// rows are taken as far as they do and parted where that breaks least, but only in a column that is
// as tall as any will be: `force`.
static struct reach column_reach(const struct rows *rows, size_t start, size_t end,
                                 const struct column_space *space, bool force)
{
    struct reach best[KEEP_NEXT + 1];
    for (int i = 0; i <= KEEP_NEXT; i++)
        best[i] = (struct reach){.end = start, .parting = (enum keep)i};
    size_t fits = start;
    int64_t used = start < end && rows->items[start].head ? rows->items[start].head->height : 0;
    for (size_t i = start; i < end; i++) {
        const struct row *row = &rows->items[i];
        if (i > start && row->column_break)
            break;
        used += row->height + (i > start ? row_gap(row, (length)used, space->grid) : 0);
        if (used > space->height)
            break;
        enum keep parting = i + 1 == end ? KEEP_NOTHING : keep_after(row);
        best[parting].end = fits = i + 1;
        best[parting].height = (length)used;
    }
    int least = KEEP_NOTHING;
    while (force && least < KEEP_NEXT && best[least].end == start)
        least++;
    least = best[least].end > start ? least : KEEP_NOTHING;
    best[least].fits = fits;
    return best[least];
}

static struct column_fill fill(const struct rows *rows, size_t start, size_t end,
                               const struct column_space *space, bool force)
{
    assert(space->count >= 1 && space->count <= COLUMNS_MOST);
    struct column_fill fill = {0};
    size_t at = start;
    for (uint32_t i = 0; i < space->count; i++) {
        struct reach reach = column_reach(rows, at, end, space, force);
        at = fill.ends[i] = reach.end;
        fill.fits[i] = reach.fits;
        fill.heights[i] = reach.height;
        if (reach.parting > fill.parting)
            fill.parting = reach.parting;
        if (reach.height > fill.height)
            fill.height = reach.height;
    }
    return fill;
}

struct column_fill columns_fill(const struct rows *rows, size_t start, size_t end,
                                const struct column_space *space)
{
    return fill(rows, start, end, space, true);
}

static int64_t height_of(const struct rows *rows, size_t start, size_t end)
{
    int64_t height = 0;
    for (size_t i = start; i < end; i++)
        height += rows->items[i].height + (i > start ? rows->items[i].gap : 0);
    return height;
}

// Halving finds the least height: what fits a column fits a taller one. No try looks at more rows
// than a page holds, so the work for a page is bounded by the page.
struct column_fill columns_balance(const struct rows *rows, size_t start, size_t end,
                                   const struct column_space *space)
{
    struct column_fill best = columns_fill(rows, start, end, space);
    if (best.ends[space->count - 1] != end || best.parting != KEEP_NOTHING)
        return best;
    int64_t low = height_of(rows, start, end) / space->count / space->grid / 2;
    int64_t high = space->height / space->grid;
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        struct column_space tried = *space;
        tried.height = (length)(middle * space->grid);
        struct column_fill result = fill(rows, start, end, &tried, false);
        if (result.ends[space->count - 1] == end) {
            best = result;
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return best;
}
