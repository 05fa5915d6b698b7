#include "model/variable_values.h"

#include "model/date.h"
#include "model/draft.h"

#include <string.h>

// A text that is a variable's value, or may be.
struct candidate {
    struct str text;
    struct span span;
};

static struct candidate candidate_of(const struct node *scalar)
{
    return scalar ? (struct candidate){scalar->text, scalar->span} : (struct candidate){0};
}

// Digits, with a sign before them and single signs between them, as any country writes them.
static bool is_number(struct str text)
{
    static const struct str between[] = {
        STR_INIT("."),
        STR_INIT(","),
        STR_INIT("'"),
        STR_INIT(" "),
        STR_INIT("\xC2\xA0"),
        STR_INIT("\xE2\x80\xAF"),
        STR_INIT("\xE2\x80\x99"),
    };
    size_t at = str_starts_with(text, STR("-")) || str_starts_with(text, STR("+")) ? 1 : 0;
    if (str_starts_with(text, STR("\xE2\x88\x92")))
        at = 3; // the minus sign
    for (bool digit = false; at < text.len || !digit;) {
        if (at < text.len && text.data[at] >= '0' && text.data[at] <= '9') {
            digit = true;
            at++;
            continue;
        }
        size_t sign = 0;
        struct str rest = str_slice(text, at, text.len);
        while (sign < SCHEMA_COUNT(between) && !str_starts_with(rest, between[sign]))
            sign++;
        if (!digit || sign == SCHEMA_COUNT(between))
            return false;
        digit = false;
        at += between[sign].len;
    }
    return true;
}

// Whether a value is of the variable's type; `date` is what it says when it is one.
static bool check_type(struct variables *v, uint32_t type, const struct candidate *value,
                       struct date *date)
{
    *date = (struct date){0};
    if (str_find(value->text, STR("{{"), 0) < value->text.len) {
        diag_add(v->diags, DIAG_VARIABLE_MALFORMED, value->span, "a value cannot hold a variable");
        diag_hint(v->diags, "values are printed exactly as they are: write the text itself");
        return false;
    }
    if (type == VARIABLE_NUMBER && !is_number(value->text)) {
        diag_add(v->diags, DIAG_BAD_NUMBER, value->span, "this is no number: `%.*s`",
                 STR_ARGS(value->text));
        return false;
    }
    if (type != VARIABLE_DATE)
        return true;
    if (!date_parse(value->text, date)) {
        *date = (struct date){0};
        diag_add(v->diags, DIAG_BAD_DATE, value->span, "this is no date that exists: `%.*s`",
                 STR_ARGS(value->text));
        diag_hint(v->diags, "write year-month-day or year-month, like 2025-06-27 or 2025-06");
        return false;
    }
    return true;
}

static void hint_values(struct variables *v, const struct variable *variable, struct str typed)
{
    enum { MOST_LISTED = 20 }; // a hint is no list of all towns
    const struct node *list = variable->values;
    struct str *names = ARENA_ARRAY(v->arena, struct str, list->count);
    struct str_builder all = str_builder_in(v->arena);
    for (size_t i = 0; i < list->count; i++) {
        names[i] = list->items[i]->text;
        if (i < MOST_LISTED)
            str_addf(&all, "%s%.*s", i == 0 ? "" : ", ", STR_ARGS(names[i]));
    }
    if (!diag_hint_near(v->diags, typed, names, list->count))
        diag_hint(v->diags, "one of: %.*s", STR_ARGS(str_built(&all)));
}

bool variable_check_choice(struct variables *v, const struct variable *variable, struct str value,
                           struct span span)
{
    if (!variable->values || map_find(&variable->allowed, value))
        return true;
    diag_add(v->diags, DIAG_BAD_CHOICE, span, "`%.*s` cannot be `%.*s`", STR_ARGS(variable->name),
             STR_ARGS(value));
    if (v->near_searches++ < VARIABLE_NEAR_SEARCHES)
        hint_values(v, variable, value);
    return false;
}

// Takes a value when it is good. An empty one is none.
static void take(struct variables *v, struct variable *variable, uint32_t type,
                 const struct candidate *value)
{
    struct date date;
    if (str_trim(value->text).len == 0)
        return;
    if (!check_type(v, type, value, &date) ||
        !variable_check_choice(v, variable, value->text, value->span)) {
        variable->faulty = true;
        return;
    }
    variable->value = value->text;
    variable->date = date;
}

static const struct setting *setting_of(const struct decode_job *job, struct str name)
{
    const struct setting *found = NULL;
    for (size_t i = 0; i < job->setting_count; i++)
        if (str_equal(job->settings[i].key, name))
            found = &job->settings[i];
    return found;
}

static void check_values(struct variables *v, struct variable *variable,
                         const struct draft_variable *draft)
{
    const struct node *const *values = draft->values.items;
    struct date date;
    for (size_t i = 0; i < draft->values.count; i++) {
        if (!values[i])
            return; // said: the list cannot be compared with
        struct candidate value = candidate_of(values[i]);
        if (!check_type(v, draft->type, &value, &date))
            variable->faulty = true;
        map_add(v->arena, &variable->allowed, value.text, variable);
    }
    variable->values = draft->values.node;
}

// The later of these that has a value is the one: each is checked.
static void choose(struct variables *v, const struct decode_job *job, struct variable *variable,
                   const struct draft_variable *draft)
{
    const struct setting *setting = setting_of(job, variable->name);
    const struct candidate standard = candidate_of(draft->standard);
    const struct candidate sample = candidate_of(draft->sample);
    check_values(v, variable, draft);
    struct variable sampled = *variable;
    take(v, variable, draft->type, &standard);
    if (setting) {
        const struct candidate set = {setting->value, setting->span};
        take(v, &sampled, draft->type, &sample);
        variable->faulty = variable->faulty || sampled.faulty;
        take(v, variable, draft->type, &set);
    } else {
        take(v, variable, draft->type, &sample);
    }
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (strchr(" \t\n{}\"<>.=", name.data[i]))
            return false;
    return name.len > 0;
}

static struct variable *declare(struct variables *v, const struct node *name)
{
    struct variable *variable = ARENA_NEW(v->arena, struct variable);
    *variable = (struct variable){.name = name->text, .span = name->span};
    map_add(v->arena, &v->declared, name->text, variable);
    v->names[v->count++] = name->text;
    bool reserved = str_equal(name->text, STR("edition")); // `when` means another thing by it
    if (is_name(name->text) && !reserved)
        return variable;
    diag_add(v->diags, DIAG_VARIABLE_MALFORMED, name->span, "`%.*s` cannot name a variable",
             STR_ARGS(name->text));
    diag_hint(v->diags, reserved ? "`when` means the edition that is built by it"
                                 : "a name is one word without a dot, such as clinic_phone");
    variable->faulty = true;
    return variable;
}

static void read_entry(struct variables *v, const struct decode_job *job,
                       const struct schema_entry *entry)
{
    struct variable *variable = declare(v, entry->key);
    const struct schema_any *any = entry->value;
    if (!any || !any->node) {
        variable->faulty = true;
        return;
    }
    struct draft_variable plain = {0};
    const struct draft_variable *draft = &plain;
    if (any->type->kind == SCHEMA_OBJECT)
        draft = any->value;
    else
        plain.standard = any->node;
    choose(v, job, variable, draft);
}

void variable_values_read(struct variables *v, const struct decode_job *job)
{
    const struct node *node = node_find(v->root, STR("variables"));
    struct schema_map map;
    struct schema_reader reader = {.arena = v->arena, .diags = v->diags};
    if (!node || !schema_read_value(&reader, &variables_type, node, STR("variables"), &map))
        return;
    v->names = ARENA_ARRAY(v->arena, struct str, map.count);
    for (size_t i = 0; i < map.count; i++)
        read_entry(v, job, &map.entries[i]);
}
