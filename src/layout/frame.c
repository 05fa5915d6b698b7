#include "layout/frame.h"

#include <assert.h>

static length width_of_column(const struct layout *layout, length width, uint32_t columns)
{
    assert(columns >= 1);
    const struct page_look *look = &layout->theme->page;
    length column = (width - (length)(columns - 1) * look->gutter) / (length)columns;
    return columns == 1 && column > look->single_column ? look->single_column : column;
}

uint32_t frame_columns(const struct layout *layout)
{
    uint32_t asked = layout->brochure->page.columns, most = layout->theme->page.columns;
    return most > 0 && asked > most ? most : asked;
}

// What the margin column takes of the frame.
static length margin_and_gutter(const struct layout *layout)
{
    return layout->margin > 0 ? layout->margin + layout->theme->page.margin.gutter : 0;
}

length text_column_width(const struct layout *layout)
{
    return width_of_column(layout, layout->frame.width - margin_and_gutter(layout),
                           frame_columns(layout));
}

length column_width(const struct layout *layout, uint32_t columns)
{
    return width_of_column(layout, layout->frame.width, columns);
}

static struct box frame_of(const struct layout *layout)
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

void frame_begin(struct layout *layout)
{
    const struct margin_column *margin = &layout->theme->page.margin;
    layout->frame = frame_of(layout);
    bool room = layout->frame.width - margin->width - margin->gutter >= margin->least;
    layout->margin = room ? margin->width : 0;
}

// A right-hand page has its inner margin where lines begin; a left-hand one mirrors it.
void frame_turn(struct layout *layout, size_t index)
{
    const struct page_look *look = &layout->theme->page;
    bool left = look->mirrored && index % 2 == 1;
    layout->frame.x = left == layout->brochure->right_to_left ? look->inner : look->outer;
    layout->text_start = left ? margin_and_gutter(layout) : 0;
}

length frame_margin_start(const struct layout *layout)
{
    return layout->text_start > 0 ? 0 : layout->frame.width - layout->margin;
}

bool frame_holds_text(struct layout *layout)
{
    const length least = LENGTH_PT(72);
    if (layout->frame.height >= least && layout->frame.width >= least &&
        text_column_width(layout) >= least)
        return true;
    diag_add(layout->diags, DIAG_OVERSET_BLOCK, layout->brochure->page.span,
             "the page leaves no room for text between the theme's margins");
    diag_hint(layout->diags, "a column must be 72pt wide and high at least: use a larger page or "
                             "fewer columns");
    return false;
}
