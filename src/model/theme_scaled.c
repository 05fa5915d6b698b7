#include "model/theme_scaled.h"

#include <string.h>

// Lengths in units of the old grid become as many of the new one.
struct proportion {
    length to, from;
};

static void scale(const struct proportion *by, length *value)
{
    *value = length_scale(*value, by->to, by->from);
}

static void scale_role(const struct proportion *by, struct role *role)
{
    length *const lengths[] = {
        &role->size,     &role->leading, &role->base,         &role->tracking,    &role->rise,
        &role->before,   &role->after,   &role->before_least, &role->before_most, &role->rule_above,
        &role->rule_gap, &role->indent,  &role->run_in,
    };
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        scale(by, lengths[i]);
}

static void scale_lists(const struct proportion *by, struct list_look *list)
{
    length *const lengths[] = {&list->before,        &list->after,      &list->hang,
                               &list->number_width,  &list->number_gap, &list->item_gap,
                               &list->loose_item_gap};
    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++)
        scale(by, lengths[i]);
    for (size_t i = 0; i < sizeof list->bullets / sizeof list->bullets[0]; i++) {
        struct bullet *bullet = &list->bullets[i];
        scale(by, &bullet->width);
        scale(by, &bullet->height);
        scale(by, &bullet->inset);
        scale(by, &bullet->centre);
    }
}

// Objects nest as deep as their tables do.
static void scale_object(const struct proportion *by, const struct schema_object *object,
                         char *filled)
{
    for (size_t i = 0; i < object->field_count; i++) {
        const struct schema_field *field = &object->fields[i];
        char *place = filled + field->offset;
        if (field->type && field->type->kind == SCHEMA_OBJECT)
            scale_object(by, field->type->object, place);
        if (!field->type || field->type->kind != SCHEMA_LENGTH)
            continue;
        length value;
        memcpy(&value, place, sizeof value);
        scale(by, &value);
        memcpy(place, &value, sizeof value);
    }
}

const struct theme *theme_scaled(struct arena *arena, const struct theme *theme, length size)
{
    length body = theme->roles[ROLE_BODY].size;
    if (size == 0 || body == 0 || size == body)
        return theme;
    struct theme *scaled = arena_copy(arena, theme, sizeof *theme);
    const struct proportion by = {length_scale(theme->page.grid, size, body), theme->page.grid};
    scale(&by, &scaled->page.grid); // foot_grid stays, and the folio with it
    scale(&by, &scaled->control_label);
    scale(&by, &scaled->references.number_width);
    scale(&by, &scaled->references.number_gap);
    scale(&by, &scaled->references.entry_gap);
    for (size_t i = 0; i < ROLE_COUNT; i++)
        scale_role(&by, &scaled->roles[i]);
    scale_lists(&by, &scaled->list);
    scale_object(&by, &theme_blocks_schema, (char *)&scaled->blocks);
    return scaled;
}
