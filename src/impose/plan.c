#include "impose/plan.h"

#include <assert.h>

struct planning {
    struct arena *arena;
    const struct plan_job *job;
    struct plan plan;
};

size_t plan_multiple(enum booklet_method method, size_t places)
{
    switch (method) {
    case BOOKLET_SADDLE:
    case BOOKLET_PERFECT: return 4;
    case BOOKLET_CUT_STACK:
    case BOOKLET_TURN:
    case BOOKLET_TUMBLE:
    case BOOKLET_IN_ORDER: break;
    }
    (void)places;
    return 1;
}

// Four stand two by two; two beside each other, but for the form that is tumbled.
uint32_t plan_columns(enum booklet_method method, uint32_t places)
{
    if (places == 1 || (places == 2 && method == BOOKLET_TUMBLE))
        return 1;
    return 2;
}

static size_t places_of(const struct planning *p)
{
    return (size_t)p->job->columns * p->job->rows;
}

static struct plan_side *add_side(struct planning *p, uint32_t sheet, bool back)
{
    struct plan_side *side = &p->plan.sides[p->plan.count++];
    *side =
        (struct plan_side){ARENA_ARRAY(p->arena, struct plan_place, places_of(p)), 0, sheet, back};
    return side;
}

// Rows from the top, columns in reading order; blank behind the last page.
static void add_place(const struct planning *p, struct plan_side *side, size_t page,
                      struct plan_place place)
{
    place.page = page < p->job->pages ? page : PLAN_BLANK;
    if (p->job->right_to_left)
        place.column = p->job->columns - 1 - place.column;
    if (side->back && p->job->turned_backs) {
        place.column = p->job->columns - 1 - place.column;
        place.row = p->job->rows - 1 - place.row;
        place.upside_down = !place.upside_down;
    }
    side->places[side->count++] = place;
}

// One signature of `pages`, its first page `from`.
static void fold(struct planning *p, size_t from, size_t pages, uint32_t first_sheet)
{
    for (uint32_t s = 0; s < pages / 4; s++) {
        size_t near = from + 2 * (size_t)s, far = from + pages - 1 - 2 * (size_t)s;
        struct plan_side *front = add_side(p, first_sheet + s, false);
        add_place(p, front, far, (struct plan_place){.column = 0, .depth = s});
        add_place(p, front, near, (struct plan_place){.column = 1, .depth = s});
        struct plan_side *back = add_side(p, first_sheet + s, true);
        add_place(p, back, near + 1, (struct plan_place){.column = 0, .depth = s});
        add_place(p, back, far - 1, (struct plan_place){.column = 1, .depth = s});
        p->plan.depth = s > p->plan.depth ? s : p->plan.depth;
    }
}

static void gather(struct planning *p)
{
    uint32_t sheet = 0;
    for (size_t from = 0; from < p->job->pages;) {
        size_t rest = p->job->pages - from;
        size_t pages = rest < p->job->signature ? rest : p->job->signature;
        fold(p, from, pages, sheet);
        sheet += (uint32_t)(pages / 4);
        from += pages;
    }
}

// Behind each place stands the back of its leaf: the columns of the back run the other way.
static void pile(struct planning *p)
{
    size_t piles = places_of(p), leaves = (p->job->pages + 1) / 2;
    size_t sheets = (leaves + piles - 1) / piles;
    for (uint32_t s = 0; s < sheets; s++) {
        for (size_t back = 0; back < 2; back++) {
            struct plan_side *side = add_side(p, s, back == 1);
            for (uint32_t k = 0; k < piles; k++) {
                uint32_t column = k % p->job->columns;
                if (back)
                    column = p->job->columns - 1 - column;
                add_place(p, side, 2 * ((size_t)k * sheets + s) + back,
                          (struct plan_place){.column = column, .row = k / p->job->columns});
            }
        }
    }
}

// The sheet turns about its upright middle: left and right are the two sides of a leaf.
static void turn(struct planning *p)
{
    size_t places = places_of(p);
    for (size_t from = 0; from < p->job->pages; from += places) {
        struct plan_side *side = add_side(p, (uint32_t)(from / places), false);
        for (uint32_t k = 0; k < places; k++)
            add_place(p, side, from + k, (struct plan_place){.column = k % 2, .row = k / 2});
    }
}

// The sheet turns about its level middle: above and below are the two sides of a leaf, foot to
// foot.
static void tumble(struct planning *p)
{
    size_t places = places_of(p);
    for (size_t from = 0; from < p->job->pages; from += places) {
        struct plan_side *side = add_side(p, (uint32_t)(from / places), false);
        for (uint32_t k = 0; k < places; k++)
            add_place(
                p, side, from + k,
                (struct plan_place){.column = k / 2, .row = k % 2, .upside_down = k % 2 == 1});
    }
}

static void in_order(struct planning *p)
{
    size_t places = places_of(p), number = 0;
    for (size_t from = 0; from < p->job->pages; from += places, number++) {
        struct plan_side *side = add_side(p, (uint32_t)(number / 2), number % 2 == 1);
        for (uint32_t k = 0; k < places; k++)
            add_place(
                p, side, from + k,
                (struct plan_place){.column = k % p->job->columns, .row = k / p->job->columns});
    }
}

struct plan plan_make(struct arena *arena, const struct plan_job *job)
{
    struct planning p = {.arena = arena, .job = job};
    assert(job->pages > 0 && job->columns > 0 && job->rows > 0);
    assert(job->pages % plan_multiple(job->method, places_of(&p)) == 0);
    p.plan.sides = ARENA_ARRAY(arena, struct plan_side, job->pages + 2);
    switch (job->method) {
    case BOOKLET_SADDLE: fold(&p, 0, job->pages, 0); break;
    case BOOKLET_PERFECT: gather(&p); break;
    case BOOKLET_CUT_STACK: pile(&p); break;
    case BOOKLET_TURN: turn(&p); break;
    case BOOKLET_TUMBLE: tumble(&p); break;
    case BOOKLET_IN_ORDER: in_order(&p); break;
    }
    return p.plan;
}
