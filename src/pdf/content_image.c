#include "pdf/content_parts.h"
#include "pdf/operators.h"

// Where the stored picture's unit square, whose top row is at y = 1, comes to stand in the upright
// one for each orientation (Exif 2.3, 4.6.4 A): x = [0] u + [2] v + [4], y = [1] u + [3] v + [5].
static const int8_t uprights[8][6] = {
    {1, 0, 0, 1, 0, 0},   {-1, 0, 0, 1, 1, 0}, {-1, 0, 0, -1, 1, 1}, {1, 0, 0, -1, 0, 1},
    {0, -1, -1, 0, 1, 1}, {0, -1, 1, 0, 0, 1}, {0, 1, 1, 0, 0, 0},   {0, 1, -1, 0, 1, 0},
};

static void add_placement(struct content *content, const struct raster *raster,
                          const struct box *box)
{
    const int8_t *upright = uprights[raster->orientation - 1];
    const int64_t left = pdf_thousandths(box->x);
    const int64_t bottom = pdf_thousandths(content->page_height - box->y - box->height);
    const int64_t sides[2] = {pdf_thousandths((int64_t)box->x + box->width) - left,
                              pdf_thousandths(content->page_height - box->y) - bottom};
    for (size_t i = 0; i < 6; i++) {
        int64_t start = i < 4 ? 0 : i == 4 ? left : bottom;
        content_add_operand(content, start + upright[i] * sides[i % 2]);
    }
    str_add(&content->out, STR("cm\n"));
}

void content_draw_image(struct content *content, const struct page_item *item)
{
    const struct raster *raster = item->as.image.picture->raster;
    content_close_text(content);
    content_open_mark(content, item);
    content_set_alpha(content, DRAWING_OPAQUE, DRAWING_OPAQUE);
    str_add(&content->out, STR("q\n"));
    add_placement(content, raster, &item->box);
    str_addf(&content->out, "/I%u Do\nQ\n",
             (unsigned)pictures_add(content->pictures, raster, content->forms));
    content->transparent |= raster->alpha.len > 0;
}
