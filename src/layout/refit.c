#include "layout/refit.h"

#include "layout/account.h"
#include "layout/compose.h"
#include "layout/page_count.h"

static length least_filled(const struct layout *layout)
{
    return length_scale(layout->frame.height, layout->theme->page.last_page, 100);
}

static bool ends_well(const struct layout *layout, const struct composed *tried, size_t pages)
{
    return !tried->failed && (tried->pages < pages ||
                              (tried->pages == pages && tried->filled >= least_filled(layout)));
}

// The spaces above headings, all narrower or wider by so many units of the grid.
static void space_headings(struct layout *layout, int steps)
{
    struct row *rows = layout->rows.items;
    for (size_t i = 0; i < layout->regions.count; i++) {
        struct region *region = &layout->regions.items[i];
        for (size_t j = region->start; j < region->end; j++) {
            const struct role *role = rows[j].flex;
            if (!role)
                continue;
            length old = rows[j].gap;
            length gap = role->before + steps * layout->theme->page.grid;
            gap = gap < role->before_least ? role->before_least : gap;
            rows[j].gap = gap > role->before_most ? role->before_most : gap;
            if (j == region->start && region->gap == old)
                region->gap = rows[j].gap;
        }
    }
}

// A page less by narrower spaces, else wider ones that fill the last page. Returns by how many
// units; 0 when that is of no help.
static int refit_by_spaces(struct layout *layout, size_t pages)
{
    static const int steps[] = {-1, 1, 2};
    for (size_t i = 0; i < sizeof steps / sizeof steps[0]; i++) {
        space_headings(layout, steps[i]);
        struct composed tried = compose_try(layout, (struct short_page){0});
        if (ends_well(layout, &tried, pages))
            return steps[i];
    }
    space_headings(layout, 0);
    return 0;
}

// The last page is filled up from the one before, which is cut as little as that takes. Returns
// how; no page when that is of no help.
static struct short_page refill_from_before(struct layout *layout, size_t pages)
{
    length grid = layout->theme->page.grid;
    int64_t low = layout->frame.height / grid / 2, high = layout->frame.height / grid;
    struct short_page best = {0};
    while (low < high) {
        int64_t middle = low + (high - low) / 2;
        struct short_page cut = {pages - 1, (length)(middle * grid)};
        struct composed tried = compose_try(layout, cut);
        if (!tried.failed && tried.pages == pages && tried.filled >= least_filled(layout)) {
            best = cut;
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return best;
}

void refit_pages(struct layout *layout)
{
    const size_t before = layout->pages->count;
    struct composed tried = compose_try(layout, (struct short_page){0});
    struct short_page cut = {0};
    if (tried.clash > 0) {
        layout->back_page = tried.clash;
        tried = compose_try(layout, cut);
    }
    bool good = tried.pages <= before + 1 || tried.failed || tried.filled >= least_filled(layout);
    int steps = good ? 0 : refit_by_spaces(layout, tried.pages);
    if (!good && steps == 0)
        cut = refill_from_before(layout, tried.pages);
    compose_draw(layout, cut);
    if (steps != 0)
        account_spaced(layout, steps, tried.filled);
    if (cut.page > 0)
        account_cut(layout, cut.page, cut.height);
    if (!layout->failed)
        page_count_fill(layout); // where no back block has done so
}
