#include "layout/frame.h"

#include <assert.h>

length column_width(const struct layout *layout, uint32_t columns)
{
    assert(columns >= 1);
    const struct page_look *look = &layout->theme->page;
    length gutters = (length)(columns - 1) * look->gutter;
    length width = (layout->frame.width - gutters) / (length)columns;
    return columns == 1 && width > look->single_column ? look->single_column : width;
}

struct box frame_of(const struct layout *layout)
{
    const struct page_look *look = &layout->theme->page;
    const struct page_setup *page = &layout->brochure->page;
    length height = page->height - look->top - look->bottom;
    bool right_to_left = layout->brochure->right_to_left;
    return (struct box){
        .x = right_to_left ? look->outer : look->inner,
        .y = look->top,
        .width = page->width - look->inner - look->outer,
        .height = height - height % look->grid,
    };
}

bool frame_holds_text(struct layout *layout)
{
    const length least = LENGTH_PT(72);
    uint32_t columns = layout->brochure->page.columns;
    if (layout->frame.height >= least && layout->frame.width >= least &&
        column_width(layout, columns) >= least)
        return true;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->page.span,
             "the page leaves no room for text between the theme's margins");
    diag_hint(layout->diags, "a column must be 72pt wide and high at least: use a larger page or "
                             "fewer columns");
    return false;
}
