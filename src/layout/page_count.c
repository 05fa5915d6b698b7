#include "layout/page_count.h"

#include "layout/account.h"

void page_count_fill(struct layout *layout)
{
    const struct page_setup *page = &layout->brochure->page;
    uint32_t step = page->pages.multiple_of;
    while (step > 1 && layout->pages->count % step != 0) {
        page_add(layout->pages, page->width, page->height);
        account_begin(layout);
        account_note(layout, (struct page_note){.kind = NOTE_FILLER});
    }
}

static uint32_t most_pages(const struct layout *layout)
{
    const struct page_count *pages = &layout->brochure->page.pages;
    if (layout->job->any_pages)
        return 0;
    return pages->exactly > 0 ? pages->exactly : pages->at_most;
}

void page_count_begin(struct layout *layout)
{
    if (layout->pages->count == most_pages(layout) + (size_t)1)
        layout->rows_allowed = layout->rows_placed;
}

void page_count_check(struct layout *layout)
{
    const struct page_count *pages = &layout->brochure->page.pages;
    size_t count = layout->pages->count, most = most_pages(layout);
    if (most == 0)
        return;
    if (count > most) {
        size_t over = layout->rows_placed - layout->rows_allowed;
        diag_add(layout->diags, DIAG_PAGE_COUNT, pages->span,
                 "%zu pages, but there may be %zu: %zu line%s too many", count, most, over,
                 over == 1 ? " is" : "s are");
        diag_hint(layout->diags, "shorten the text, or allow more pages");
    } else if (pages->exactly > 0 && count < most) {
        diag_add(layout->diags, DIAG_PAGE_COUNT, pages->span,
                 "%zu page%s, but there must be %zu: %zu too few", count, count == 1 ? "" : "s",
                 most, most - count);
        diag_hint(layout->diags, "lengthen the text, or fill up with blank pages: `multiple-of`");
    } else {
        return;
    }
    layout->failed = true;
}
