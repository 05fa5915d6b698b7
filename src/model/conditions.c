#include "model/conditions.h"

#include "model/edition_list.h"
#include "model/variable_values.h"

#include <assert.h>

// The values that a key of `when` allows.
struct allowed {
    const struct node *const *scalars; // NULL where one is wrong
    size_t count;
};

static struct allowed allowed_by(const struct schema_any *any)
{
    if (any->type->kind != SCHEMA_LIST)
        return (struct allowed){(const struct node *const *)any->value, 1};
    const struct schema_list *list = any->value;
    return (struct allowed){list->items, list->count};
}

// editions

static struct str kind_name(enum edition_kind kind)
{
    assert(kind < edition_kind_type.choice_count);
    return edition_kind_type.choices[kind].name;
}

// At most as many as editions_decode takes.
static bool is_edition(const struct conditions *c, struct str name)
{
    for (size_t i = 0; i < edition_kind_type.choice_count; i++)
        if (str_equal(edition_kind_type.choices[i].name, name))
            return true;
    for (size_t i = 0; i < c->listed_count; i++)
        if (str_equal(c->listed[i].name, name))
            return true;
    return false;
}

static void report_edition(const struct conditions *c, const struct node *name)
{
    struct diags *diags = c->variables->diags;
    struct str names[16 + MOST_EDITIONS];
    size_t count = 0;
    for (size_t i = 0; i < edition_kind_type.choice_count; i++)
        names[count++] = edition_kind_type.choices[i].name;
    for (size_t i = 0; i < c->listed_count; i++)
        names[count++] = c->listed[i].name;
    diag_add(diags, DIAG_EDITION_UNKNOWN, name->span, "there is no edition `%.*s`",
             STR_ARGS(name->text));
    if (!diag_hint_near(diags, name->text, names, count))
        diag_hint(diags, "name an edition, or a kind: screen, print, booklet, large-print, text");
}

static bool edition_fits(struct conditions *c, const struct allowed *allowed)
{
    bool fits = false, good = true;
    c->by_edition = true;
    for (size_t i = 0; i < allowed->count; i++) {
        const struct node *name = allowed->scalars[i];
        if (!name || !is_edition(c, name->text)) {
            good = false;
            if (name)
                report_edition(c, name);
        } else if (str_equal(name->text, c->edition->name) ||
                   str_equal(name->text, kind_name(c->edition->kind))) {
            fits = true;
        }
    }
    return fits || !good;
}

// variables

static bool variable_fits(struct conditions *c, const struct node *key,
                          const struct allowed *allowed)
{
    struct diags *diags = c->variables->diags;
    const struct variable *variable = variables_find(c->variables, key->text);
    bool fits = false, good = true;
    if (!variable) {
        variables_report_unknown(c->variables, key->text, key->span);
        return true;
    }
    if (variable->value.len == 0 && !variable->faulty) {
        diag_add(diags, DIAG_VARIABLE_EMPTY, key->span, "`%.*s` has no value", STR_ARGS(key->text));
        diag_hint(diags, "give it a `default:`, or set it with --set %.*s=…", STR_ARGS(key->text));
        good = false;
    }
    for (size_t i = 0; i < allowed->count; i++) {
        const struct node *value = allowed->scalars[i];
        if (!value || !variable_check_choice(c->variables, variable, value->text, value->span)) {
            good = false;
        } else if (str_equal(value->text, variable->value)) {
            fits = true;
        }
    }
    return fits || !good || variable->faulty;
}

// parts

// A condition that is faulty holds: what it was for is then looked at as if it belonged.
static bool all_hold(struct conditions *c, const struct schema_map *when)
{
    bool all = true;
    for (size_t i = 0; i < when->count; i++) {
        const struct schema_any *any = when->entries[i].value;
        const struct node *key = when->entries[i].key;
        if (!any || !any->node)
            continue;
        const struct allowed allowed = allowed_by(any);
        bool holds = str_equal(key->text, STR("edition")) ? edition_fits(c, &allowed)
                                                          : variable_fits(c, key, &allowed);
        all = holds && all;
    }
    return all;
}

static bool apply_to(void *context, struct draft_shared *shared)
{
    shared->left_out = !all_hold(context, &shared->when);
    return true;
}

void conditions_apply(struct conditions *c, const struct schema_list *sections)
{
    draft_walk(sections, apply_to, c);
}
