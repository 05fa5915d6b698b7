#include "model/reference_list.h"

#include "base/json.h"
#include "model/inline_writer.h"
#include "model/reference_data.h"

#include <string.h>

void reference_list_text(const struct brochure *brochure, struct str_builder *out)
{
    for (size_t i = 0; i < brochure->reference_count; i++) {
        const struct reference *reference = &brochure->references[i];
        struct str text = inline_plain(out->arena, reference->text.first);
        str_addf(out, "%u. %.*s\n", (unsigned)reference->number, STR_ARGS(text));
    }
}

// JSON

static void add_key(struct str_builder *out, struct str key)
{
    str_add(out, out->data[out->len - 1] == '{' ? STR("") : STR(", "));
    json_add_text(out, key);
    str_add(out, STR(": "));
}

static void add_pair(struct str_builder *out, struct str key, struct str value)
{
    add_key(out, key);
    json_add_text(out, value);
}

// CSL's marks within a string; `<` and `&` that are none are written as HTML has them.
static void add_inlines(struct str_builder *out, const struct inline_node *node)
{
    for (; node; node = node->next) {
        const char *mark = node->kind == INLINE_EMPHASIS ? "i"
                           : node->kind == INLINE_STRONG ? "b"
                                                         : NULL;
        if (mark)
            str_addf(out, "<%s>", mark);
        if (node->kind == INLINE_LINE_BREAK)
            str_add_byte(out, ' ');
        json_add_escaped(out, node->text);
        add_inlines(out, node->first);
        if (mark)
            str_addf(out, "</%s>", mark);
    }
}

// Without the backslashes that keep signs from being marks.
static struct str unescaped(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++) {
        bool escapes = text.data[i] == '\\' && i + 1 < text.len &&
                       strchr("\\`*_[]<>&{}#+-.!|", text.data[i + 1]);
        i += escapes;
        str_add_byte(&out, text.data[i]);
    }
    return str_built(&out);
}

static void add_name_part(struct str_builder *out, const char *key, const struct node *scalar)
{
    if (scalar)
        add_pair(out, str_from(key), unescaped(out->arena, scalar->text));
}

static void add_names(struct str_builder *out, const struct draft_item *item, size_t role)
{
    const struct schema_list *list = &item->names[role];
    const struct draft_name *names = list->items;
    if (list->count == 0)
        return;
    add_key(out, item_variable_key((enum item_variable)(ITEM_FIRST_NAMES + role)));
    str_add_byte(out, '[');
    for (size_t i = 0; i < list->count; i++) {
        str_add(out, i > 0 ? STR(", {") : STR("{"));
        add_name_part(out, "family", names[i].family);
        add_name_part(out, "given", names[i].given);
        add_name_part(out, "literal", names[i].literal);
        add_name_part(out, "non-dropping-particle", names[i].particle);
        add_name_part(out, "dropping-particle", names[i].dropping);
        add_name_part(out, "suffix", names[i].suffix);
        str_add_byte(out, '}');
    }
    str_add_byte(out, ']');
}

static void add_parts(struct str_builder *out, struct date date)
{
    str_addf(out, "[%u", (unsigned)date.year);
    if (date.month > 0)
        str_addf(out, ", %u", (unsigned)date.month);
    if (date.day > 0)
        str_addf(out, ", %u", (unsigned)date.day);
    str_add_byte(out, ']');
}

static void add_date(struct str_builder *out, struct str key, const struct reference_date *date)
{
    if (!reference_date_is_given(date))
        return;
    add_key(out, key);
    str_add_byte(out, '{');
    if (date->words) {
        add_pair(out, STR("literal"), unescaped(out->arena, date->words->text));
    } else {
        add_key(out, STR("date-parts"));
        str_add_byte(out, '[');
        add_parts(out, date->from);
        if (date->to.year > 0) {
            str_add(out, STR(", "));
            add_parts(out, date->to);
        }
        str_add_byte(out, ']');
    }
    if (date->season > 0)
        str_addf(out, ", \"season\": %u", (unsigned)date->season);
    str_add(out, date->circa ? STR(", \"circa\": true}") : STR("}"));
}

static void add_text(struct str_builder *out, const struct reference_data *data, size_t variable)
{
    const struct node *scalar = data->item->texts[variable];
    if (!scalar)
        return;
    add_key(out, item_variable_key((enum item_variable)variable));
    str_add_byte(out, '"');
    if (item_variable_is_inline((enum item_variable)variable))
        add_inlines(out, data->texts[variable].first);
    else
        json_add_escaped(out, scalar->text);
    str_add_byte(out, '"');
}

static void add_variables(struct str_builder *out, const struct reference_data *data)
{
    add_pair(out, STR("type"), item_type_key((enum item_type)data->item->type));
    for (size_t i = 0; i < ITEM_FIRST_NAMES; i++)
        add_text(out, data, i);
    for (size_t i = 0; i < ITEM_NAMES_COUNT; i++)
        add_names(out, data->item, i);
    for (size_t i = 0; i < ITEM_DATE_COUNT; i++)
        add_date(out, item_variable_key((enum item_variable)(ITEM_FIRST_DATE + i)),
                 &data->dates[i]);
}

static void add_item(struct str_builder *out, const struct reference *reference)
{
    str_add_byte(out, '{');
    add_pair(out, STR("id"),
             reference->id.len > 0
                 ? reference->id
                 : str_format(out->arena, "reference-%u", (unsigned)reference->number));
    if (reference->data) {
        add_variables(out, reference->data);
    } else {
        add_pair(out, STR("type"), STR("document"));
        add_key(out, STR("title"));
        str_add_byte(out, '"');
        add_inlines(out, reference->text.first);
        str_add_byte(out, '"');
    }
    str_add_byte(out, '}');
}

void reference_list_json(const struct brochure *brochure, struct str_builder *out)
{
    str_add_byte(out, '[');
    for (size_t i = 0; i < brochure->reference_count; i++) {
        str_add(out, i > 0 ? STR(",\n") : STR("\n"));
        add_item(out, &brochure->references[i]);
    }
    str_add(out, STR("\n]\n"));
}
