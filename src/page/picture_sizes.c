#include "page/picture_sizes.h"

#include "base/vec.h"

struct finding {
    struct arena *arena;
    struct picture_sizes *sizes;
    struct map seen; // rasters by their addresses: megabytes are compared once for each
};

static struct picture_size *size_of(struct finding *finding, const struct raster *raster)
{
    const struct str address = {(const char *)&raster, sizeof raster};
    struct picture_size *size = map_find(&finding->seen, address);
    if (size)
        return size;
    size = map_find(&finding->sizes->by_file, raster->file);
    if (!size) {
        size = ARENA_NEW(finding->arena, struct picture_size);
        size->raster = raster;
        map_add(finding->arena, &finding->sizes->by_file, raster->file, size);
        *VEC_PUSH(finding->arena, finding->sizes) = size;
    }
    const char *key = arena_copy(finding->arena, &raster, sizeof raster);
    return map_add(finding->arena, &finding->seen, (struct str){key, sizeof raster}, size);
}

static length larger(length a, int64_t b)
{
    return b <= a ? a : b > LENGTH_MAX ? LENGTH_MAX : (length)b;
}

// `scale`, in 1/65536, is that of the groups around it.
static void add_place(struct finding *finding, const struct page_item *item, int64_t scale)
{
    const struct raster *raster = item->as.image.picture->raster;
    struct picture_size *size = size_of(finding, raster);
    int64_t sides[2] = {item->box.width * scale / 65536, item->box.height * scale / 65536};
    bool lies = raster_lies(raster);
    size->width = larger(size->width, sides[lies]);
    size->height = larger(size->height, sides[!lies]);
}

static int64_t magnitude(int64_t value)
{
    return value < 0 ? -value : value;
}

// By how much a placement enlarges at most.
static int64_t scale_of(const struct affine *placement)
{
    if (!placement)
        return 65536;
    int64_t x = magnitude(placement->a) + magnitude(placement->b);
    int64_t y = magnitude(placement->c) + magnitude(placement->d);
    return x > y ? x : y;
}

// Groups are as deep as page_check allows.
static void find_in(struct finding *finding, const struct page_item *items, size_t count,
                    int64_t scale)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_IMAGE) {
            add_place(finding, &items[i], scale);
        } else if (items[i].kind == ITEM_GROUP) {
            const struct item_group *group = &items[i].as.group;
            find_in(finding, group->items, group->count,
                    scale * scale_of(group->placement) / 65536);
        }
    }
}

struct picture_sizes picture_sizes_find(struct arena *arena, const struct page_list *list)
{
    struct picture_sizes sizes = {0};
    struct finding finding = {.arena = arena, .sizes = &sizes};
    for (size_t i = 0; i < list->count; i++)
        find_in(&finding, list->pages[i].items, list->pages[i].count, 65536);
    return sizes;
}
