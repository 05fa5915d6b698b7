#include "model/settings.h"

#include "model/draft.h"
#include "model/variables.h"

#include <string.h>

// A setting on its way down the tree.
struct walk {
    struct arena *arena;
    struct diags *diags;
    const struct setting *setting;
    size_t at; // where the rest of the dotted key begins
};

static struct str next_key(struct walk *walk, bool *last)
{
    struct str key = walk->setting->key;
    size_t end = str_find_byte(key, '.', walk->at);
    struct str part = str_slice(key, walk->at, end);
    *last = end == key.len;
    walk->at = *last ? end : end + 1;
    return part;
}

static bool is_scalar(const struct schema_type *type)
{
    return type->kind != SCHEMA_OBJECT && type->kind != SCHEMA_LIST && type->kind != SCHEMA_MAP &&
           type->kind != SCHEMA_ANY;
}

// A name without a dot may have been meant for a variable.
static void report_unknown(struct walk *walk, const struct schema_object *object, struct str key,
                           const struct node *variables)
{
    struct str setting = walk->setting->key;
    size_t count = variables && variables->kind == NODE_MAPPING ? variables->count : 0;
    if (str_find_byte(setting, '.', 0) < setting.len) {
        schema_report_unknown(walk->diags, object, key, walk->setting->span);
        return;
    }
    struct str *names = ARENA_ARRAY(walk->arena, struct str, object->field_count + count);
    for (size_t i = 0; i < count; i++)
        names[i] = variables->pairs[i].key->text;
    for (size_t i = 0; i < object->field_count; i++)
        names[count + i] = object->fields[i].name;
    diag_add(walk->diags, DIAG_KEY_UNKNOWN, walk->setting->span,
             "there is no variable and no key `%.*s`", STR_ARGS(key));
    if (!diag_hint_near(walk->diags, key, names, count + object->field_count))
        diag_hint(walk->diags, "declare it under `variables:`");
}

// Whether the dotted key leads through objects of the schema to a scalar.
static bool check_key(struct walk *walk, const struct node *variables)
{
    const struct schema_object *object = &brochure_schema;
    const struct setting *setting = walk->setting;
    for (bool last = false; !last;) {
        struct str key = next_key(walk, &last);
        const struct schema_field *field = schema_find(object, key);
        if (!field) {
            report_unknown(walk, object, key, variables);
            return false;
        }
        if (!field->type)
            return last; // decoding says that it is not built
        bool fits = last ? is_scalar(field->type) || field->type->kind == SCHEMA_ANY
                         : field->type->kind == SCHEMA_OBJECT;
        if (!fits) {
            diag_add(walk->diags, DIAG_WRONG_TYPE, setting->span, "`%.*s` cannot be set to a text",
                     STR_ARGS(setting->key));
            diag_hint(walk->diags, "set a key that holds one value, like document.version");
            return false;
        }
        object = field->type->object;
    }
    return true;
}

static const struct node *scalar_node(struct walk *walk, struct str text)
{
    const struct setting *setting = walk->setting;
    struct node *node = ARENA_NEW(walk->arena, struct node);
    struct srcmap_piece *piece = ARENA_NEW(walk->arena, struct srcmap_piece);
    bool written = setting->value.len <= setting->span.end - setting->span.start &&
                   text.data == setting->value.data;
    piece->source = written ? setting->span.end - (uint32_t)text.len : setting->span.start;
    *node = (struct node){.kind = NODE_SCALAR,
                          .style = NODE_DOUBLE_QUOTED,
                          .span = setting->span,
                          .text = text,
                          .map = {setting->span.file, piece, 1, setting->span.end}};
    return node;
}

static struct node *copy_mapping(struct walk *walk, const struct node *old,
                                 struct node_pair **pairs)
{
    struct node *copy = ARENA_NEW(walk->arena, struct node);
    size_t count = old ? old->count : 0;
    *copy =
        old ? *old
            : (struct node){.kind = NODE_MAPPING, .style = NODE_FLOW, .span = walk->setting->span};
    *pairs = ARENA_ARRAY(walk->arena, struct node_pair, count + 1);
    if (count > 0)
        memcpy(*pairs, old->pairs, count * sizeof **pairs);
    copy->pairs = *pairs;
    return copy;
}

static size_t find_pair(const struct node *mapping, struct str key)
{
    size_t i = 0;
    while (i < mapping->count && !str_equal(mapping->pairs[i].key->text, key))
        i++;
    return i;
}

// Returns a copy of `mapping` (NULL: none yet) with the rest of the key set. As deep as the
// schema, which check_key has walked.
static const struct node *replaced(struct walk *walk, const struct node *mapping)
{
    bool last;
    struct str key = next_key(walk, &last);
    struct node_pair *pairs;
    if (mapping && mapping->kind != NODE_MAPPING)
        return mapping; // decoding says that it must be a mapping
    struct node *copy = copy_mapping(walk, mapping, &pairs);
    size_t place = find_pair(copy, key);
    if (place == copy->count) {
        pairs[place] = (struct node_pair){scalar_node(walk, key), NULL};
        copy->count++;
    }
    pairs[place].value =
        last ? scalar_node(walk, walk->setting->value) : replaced(walk, pairs[place].value);
    return copy;
}

const struct node *settings_apply(struct arena *arena, const struct decode_job *job,
                                  const struct node *root, struct diags *diags)
{
    const struct node *variables =
        root->kind == NODE_MAPPING ? node_find(root, STR("variables")) : NULL;
    for (size_t i = 0; i < job->setting_count; i++) {
        struct walk walk = {arena, diags, &job->settings[i], 0};
        if (variables_declare(root, walk.setting->key) || !check_key(&walk, variables))
            continue;
        walk.at = 0;
        root = replaced(&walk, root);
    }
    return root;
}
