#include "model/theme_spot.h"

#include "color/color.h"

enum { PALEST = 450 }; // hundredths of the ratio of contrast

static const struct node *find_mapping(const struct node *root, struct str key)
{
    const struct node *node = root->kind == NODE_MAPPING ? node_find(root, key) : NULL;
    return node && node->kind == NODE_MAPPING ? node : NULL;
}

static bool has_ink(const struct node *color, struct str ink)
{
    const struct node *spot = find_mapping(color, STR("spot"));
    const struct node *name = spot ? node_find(spot, STR("name")) : NULL;
    return name && name->kind == NODE_SCALAR && str_equal(name->text, ink);
}

static bool can_be_read(const struct node *color)
{
    static const uint8_t paper[3] = {255, 255, 255};
    const struct node *hex = node_find(color, STR("hex"));
    uint8_t rgb[3];
    return hex && hex->kind == NODE_SCALAR && color_parse_hex(hex->text, rgb) &&
           color_contrast(rgb, paper) >= PALEST;
}

static const struct node *find_color(const struct node *root, struct str ink)
{
    const struct node *colors = find_mapping(root, STR("colors"));
    for (size_t i = 0; colors && i < colors->count; i++) {
        const struct node *color = colors->pairs[i].value;
        if (has_ink(color, ink))
            return can_be_read(color) ? color : NULL;
    }
    return NULL;
}

static const struct node *fill(struct arena *arena, const struct node *colors,
                               const struct node *color)
{
    struct node *out = arena_copy(arena, colors, sizeof *colors);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, colors->count);
    out->pairs = pairs;
    out->count = 0;
    for (size_t i = 0; i < colors->count; i++) {
        struct node_pair pair = colors->pairs[i];
        if (pair.value->kind == NODE_SCALAR && str_equal(pair.value->text, STR("spot")))
            pair.value = color;
        if (pair.value)
            pairs[out->count++] = pair;
    }
    return out;
}

const struct node *theme_spot_fill(struct arena *arena, const struct node *root,
                                   const struct node *part, struct str ink)
{
    const struct node *color = find_color(root, ink);
    struct node *out = arena_copy(arena, part, sizeof *part);
    struct node_pair *pairs = arena_copy(arena, part->pairs, part->count * sizeof *pairs);
    for (size_t i = 0; i < part->count; i++)
        if (str_equal(pairs[i].key->text, STR("colors")) && pairs[i].value->kind == NODE_MAPPING)
            pairs[i].value = fill(arena, pairs[i].value, color);
    out->pairs = pairs;
    return out;
}
