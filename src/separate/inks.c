#include "separate/inks.h"

#include <string.h>

enum {
    BLACK = 3,          // its place among the process inks
    NEARLY_BLACK = 850, // a grey from here on is printed full: its screen would only blur the edges
    RICH_BELOW = 600,   // what is laid below a large black: look.md's and the trade's 60/40/40/100
    RICH_BELOW_REST = 400 // of magenta and yellow
};

void inks_init(struct inks *inks, struct arena *arena, const struct separate_job *job)
{
    *inks = (struct inks){.arena = arena, .job = job};
}

uint16_t inks_black_of(uint8_t grey)
{
    uint32_t black = (uint32_t)INK_FULL - ((uint32_t)grey * INK_FULL + 127) / 255;
    return (uint16_t)(black >= NEARLY_BLACK ? INK_FULL : black);
}

// The grey as light as a colour, by the weights of its luma (ITU-R BT.709, 3.2).
static uint8_t grey_of(const uint8_t rgb[3])
{
    return (uint8_t)((2126u * rgb[0] + 7152u * rgb[1] + 722u * rgb[2] + 5000) / 10000);
}

static bool is_grey(const uint8_t rgb[3])
{
    return rgb[0] == rgb[1] && rgb[1] == rgb[2];
}

static bool is_black_only(const uint16_t amounts[4])
{
    return amounts[0] == 0 && amounts[1] == 0 && amounts[2] == 0;
}

static bool has_spot(const struct ink_set *set, struct str name)
{
    for (size_t i = 0; i < set->spot_count; i++)
        if (str_equal(set->spots[i], name))
            return true;
    return false;
}

// The theme's colour that looks the same on screens, or the colour itself: drawings know no names.
static const struct color *named(const struct separate_job *job, const struct color *color)
{
    if (color->has_cmyk || color->spot.len > 0)
        return color;
    for (size_t i = 0; i < job->color_count; i++)
        if (memcmp(job->colors[i].rgb, color->rgb, sizeof color->rgb) == 0)
            return &job->colors[i];
    return color;
}

static void set_black(struct color *out, uint16_t amount)
{
    out->inks = INKS_PROCESS;
    memset(out->amounts, 0, sizeof out->amounts);
    out->amounts[BLACK] = amount;
}

static void set_process(const struct inks *inks, const struct color *color, struct color *out)
{
    out->inks = INKS_PROCESS;
    if (color->has_cmyk)
        memcpy(out->amounts, color->cmyk, sizeof out->amounts);
    else if (color->spot.len > 0)
        memcpy(out->amounts, color->spot_fallback, sizeof out->amounts);
    else if (is_grey(color->rgb))
        set_black(out, inks_black_of(color->rgb[0]));
    else
        press_convert(inks->job->press, color->rgb, out->amounts);
}

// Black ink alone: the theme's own tint where it has one, else as light as the colour is.
static void set_one_ink(const struct color *color, struct color *out)
{
    if (color->has_cmyk && is_black_only(color->cmyk))
        set_black(out, color->cmyk[BLACK]);
    else
        set_black(out, inks_black_of(grey_of(color->rgb)));
}

static void add_rich_black(const struct press_intent *intent, struct color *out)
{
    if (RICH_BELOW + 2 * RICH_BELOW_REST + INK_FULL > intent->ink_limit)
        return;
    out->amounts[0] = RICH_BELOW;
    out->amounts[1] = out->amounts[2] = RICH_BELOW_REST;
}

static const struct color *settle(const struct inks *inks, const struct color *color,
                                  enum ink_use use)
{
    const struct separate_job *job = inks->job;
    const struct color *source = named(job, color);
    struct color *out = ARENA_NEW(inks->arena, struct color);
    *out = *source;
    if (use != INK_USE_SHADE && source->spot.len > 0 && has_spot(&job->inks, source->spot)) {
        out->inks = INKS_SPOT;
        out->amounts[0] = INK_FULL;
        return out;
    }
    if (job->inks.process)
        set_process(inks, source, out);
    else
        set_one_ink(source, out);
    bool black = is_black_only(out->amounts) && out->amounts[BLACK] == INK_FULL;
    out->overprints = black && use == INK_USE_THIN;
    if (black && use == INK_USE_LARGE && job->inks.process)
        add_rich_black(job->intent, out);
    return out;
}

const struct color *inks_settle(struct inks *inks, const struct color *color, enum ink_use use)
{
    struct str address = {(const char *)&color, sizeof color};
    const struct color *settled = map_find(&inks->settled[use], address);
    if (settled)
        return settled;
    struct str kept = str_copy(inks->arena, address);
    void *made = arena_copy(inks->arena, settle(inks, color, use), sizeof *color);
    return map_add(inks->arena, &inks->settled[use], kept, made);
}
