#include "impose/dummy.h"

#include "impose/mark_text.h"

static const struct color black = {
    .name = STR_INIT("black"), .inks = INKS_PROCESS, .amounts = {0, 0, 0, INK_FULL}};
static const length thick = LENGTH_PT(0.5), arm = LENGTH_PT(12);

struct dummy {
    struct page_list *list;
    struct page *page;
};

static void add_line(const struct dummy *d, struct point from, struct point to)
{
    struct page_item *item = page_item_add(d->list, d->page, ITEM_PATH);
    struct path_step *steps = ARENA_ARRAY(d->list->arena, struct path_step, 2);
    steps[0] = (struct path_step){PATH_MOVE, {from}};
    steps[1] = (struct path_step){PATH_LINE, {to}};
    item->artifact = ARTIFACT_PAGE;
    item->tag = TAG_NONE;
    item->color = &black;
    item->box = (struct box){from.x, from.y, to.x - from.x, to.y - from.y};
    item->as.path = (struct item_path){.steps = steps, .count = 2, .stroke_width = thick};
}

static void add_cross(const struct dummy *d, length x, length y)
{
    add_line(d, (struct point){x - arm, y}, (struct point){x + arm, y});
    add_line(d, (struct point){x, y - arm}, (struct point){x, y + arm});
}

static void add_edges(const struct dummy *d)
{
    length width = d->page->width, height = d->page->height;
    add_line(d, (struct point){0, 0}, (struct point){width, 0});
    add_line(d, (struct point){0, height}, (struct point){width, height});
    add_line(d, (struct point){0, 0}, (struct point){0, height});
    add_line(d, (struct point){width, 0}, (struct point){width, height});
    const length xs[] = {2 * arm, width - 2 * arm}, ys[] = {2 * arm, height - 2 * arm};
    for (size_t i = 0; i < 4; i++)
        add_cross(d, xs[i % 2], ys[i / 2]);
    add_cross(d, width / 2, height / 2);
}

// The number stands above the middle, where the head is.
static bool add_number(const struct dummy *d, const struct dummy_job *job, size_t number,
                       struct diags *diags)
{
    const struct mark_type type = {job->typesetter, job->family, d->page->height / 6, &black,
                                   d->page->width};
    struct str text = str_format(d->list->arena, "%zu", number);
    struct lines lines;
    if (!mark_text_set(d->list->arena, &type, text, diags, &lines) || lines.count == 0)
        return false;
    struct point at = {(d->page->width - lines.items[0].width) / 2, d->page->height * 2 / 5};
    mark_text_add(d->list, d->page, &type, &lines.items[0], at);
    return true;
}

bool dummy_pages(struct arena *arena, const struct dummy_job *job, struct diags *diags,
                 const struct page_list **out)
{
    struct page_list *list = page_list_new(arena);
    list->info = job->pages->info;
    list->intent = job->pages->intent;
    bool good = true;
    for (size_t i = 0; i < job->pages->count; i++) {
        const struct page *from = &job->pages->pages[i];
        struct page *page = page_add(list, from->width, from->height);
        page->bleed = from->bleed;
        page->around = from->around;
        const struct dummy d = {list, page};
        add_edges(&d);
        good = add_number(&d, job, i + 1, diags) && good;
    }
    *out = list;
    return good;
}
