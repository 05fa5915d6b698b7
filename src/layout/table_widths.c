#include "layout/table_widths.h"

// Sums over the columns whose widths are left to their texts.
struct sums {
    int64_t least, natural;
    size_t count;
};

static bool is_given(const struct column_need *need)
{
    return need->width.fixed > 0 || need->width.thousandths > 0;
}

static length given_width(const struct column_need *need, length room)
{
    if (need->width.fixed > 0)
        return need->width.fixed;
    return (length)((int64_t)room * need->width.thousandths / 1000);
}

static struct sums sum_up(const struct column_need *needs, size_t count)
{
    struct sums sums = {0};
    for (size_t i = 0; i < count; i++) {
        if (is_given(&needs[i]))
            continue;
        sums.least += needs[i].least;
        sums.natural += needs[i].natural;
        sums.count++;
    }
    return sums;
}

// A column's part of what is shared out: when all texts fit on one line, by their lengths, else by
// what they lack of that. Nothing to go by: equal parts.
static int64_t weight_of(const struct column_need *need, const struct sums *sums, bool roomy)
{
    if (roomy)
        return sums->natural > 0 ? need->natural : 1;
    return need->natural - need->least;
}

static int64_t total_weight(const struct sums *sums, bool roomy)
{
    if (roomy)
        return sums->natural > 0 ? sums->natural : (int64_t)sums->count;
    return sums->natural - sums->least;
}

// Shares are differences of rounded sums, so that the widths come to `rest` exactly.
static void share_out(const struct column_need *needs, size_t count, int64_t rest, length *widths)
{
    struct sums sums = sum_up(needs, count);
    bool roomy = sums.natural <= rest;
    int64_t extra = rest - (roomy ? sums.natural : sums.least);
    int64_t total = total_weight(&sums, roomy), seen = 0, given = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_given(&needs[i]))
            continue;
        seen += weight_of(&needs[i], &sums, roomy);
        int64_t share = extra * seen / total - given;
        given += share;
        widths[i] = (length)((roomy ? needs[i].natural : needs[i].least) + share);
    }
}

bool table_widths(const struct column_need *needs, size_t count, length room, length *widths)
{
    int64_t rest = room;
    struct sums sums = sum_up(needs, count);
    for (size_t i = 0; i < count; i++) {
        if (!is_given(&needs[i]))
            continue;
        widths[i] = given_width(&needs[i], room);
        rest -= widths[i];
    }
    if (rest < 0 || rest < sums.least)
        return false;
    if (sums.count > 0)
        share_out(needs, count, rest, widths);
    return true;
}
