#include "text/families.h"

static bool say(struct diags *diags, struct span span, const char *what)
{
    diag_add(diags, DIAG_WRONG_TYPE, span, "families.yaml: %s", what);
    return false;
}

static bool read_weight(struct str key, struct family_face *face)
{
    face->italic = str_ends_with(key, STR("i"));
    if (face->italic)
        key.len--;
    if (key.len != 3 || key.data[1] != '0' || key.data[2] != '0' || key.data[0] < '1' ||
        key.data[0] > '9')
        return false;
    face->weight = (uint16_t)((key.data[0] - '0') * 100);
    return true;
}

static bool decode_faces(struct arena *arena, const struct node *node, struct diags *diags,
                         struct family *family)
{
    if (node->kind != NODE_MAPPING || node->count == 0)
        return say(diags, node->span, "`faces` is a mapping from a weight to a file");
    struct family_face *faces = ARENA_ARRAY(arena, struct family_face, node->count);
    for (size_t i = 0; i < node->count; i++) {
        const struct node_pair *pair = &node->pairs[i];
        faces[i].file = pair->value->text;
        if (pair->value->kind != NODE_SCALAR || !read_weight(pair->key->text, &faces[i]))
            return say(diags, pair->key->span, "a face is `400: FILE`, or `400i: FILE` in italics");
        family->has_italic = family->has_italic || faces[i].italic;
    }
    family->faces = faces;
    family->face_count = node->count;
    return true;
}

static struct str text_of(const struct node *mapping, struct str key)
{
    const struct node *value = node_find(mapping, key);
    return value && value->kind == NODE_SCALAR ? value->text : (struct str){0};
}

static bool decode_family(struct arena *arena, const struct node_pair *pair, struct diags *diags,
                          struct family *family)
{
    if (pair->value->kind != NODE_MAPPING)
        return say(diags, pair->value->span, "a family is a mapping");
    const struct node *faces = node_find(pair->value, STR("faces"));
    *family = (struct family){
        .name = pair->key->text,
        .package = text_of(pair->value, STR("package")),
        .folder = text_of(pair->value, STR("folder")),
        .serif = str_equal(text_of(pair->value, STR("style")), STR("serif")),
        .reduce = str_equal(text_of(pair->value, STR("reduce")), STR("true")),
        .span = pair->key->span,
    };
    if (!faces)
        return say(diags, pair->key->span, "a family needs `faces`");
    return decode_faces(arena, faces, diags, family);
}

static size_t decode_names(struct arena *arena, const struct node *list, const struct str **out)
{
    if (!list || list->kind != NODE_SEQUENCE)
        return 0;
    struct str *names = ARENA_ARRAY(arena, struct str, list->count);
    for (size_t i = 0; i < list->count; i++)
        names[i] = list->items[i]->kind == NODE_SCALAR ? list->items[i]->text : (struct str){0};
    *out = names;
    return list->count;
}

// A fallback's key is a script, or a script and a language: "Hani-ja".
static bool decode_fallback(struct arena *arena, const struct node_pair *pair,
                            struct family_fallback *fallback, struct diags *diags)
{
    struct str key = pair->key->text;
    if (pair->value->kind != NODE_MAPPING || key.len < 4 || (key.len > 4 && key.data[4] != '-'))
        return say(diags, pair->key->span,
                   "a fallback is `Script: {serif: [Family], sans: [Family]}`");
    fallback->script = str_slice(key, 0, 4);
    fallback->language = key.len > 5 ? str_slice(key, 5, key.len) : (struct str){0};
    fallback->serif_count =
        decode_names(arena, node_find(pair->value, STR("serif")), &fallback->serif);
    fallback->sans_count =
        decode_names(arena, node_find(pair->value, STR("sans")), &fallback->sans);
    return true;
}

bool families_decode(struct arena *arena, const struct node *root, struct diags *diags,
                     struct families *out)
{
    bool mapping = root->kind == NODE_MAPPING;
    const struct node *families = mapping ? node_find(root, STR("families")) : NULL;
    const struct node *fallback = mapping ? node_find(root, STR("fallback")) : NULL;
    if (!families || families->kind != NODE_MAPPING || !fallback || fallback->kind != NODE_MAPPING)
        return say(diags, root->span, "it needs `families` and `fallback`");
    struct family *items = ARENA_ARRAY(arena, struct family, families->count);
    struct family_fallback *fallbacks = ARENA_ARRAY(arena, struct family_fallback, fallback->count);
    bool good = true;
    for (size_t i = 0; i < families->count; i++)
        good = decode_family(arena, &families->pairs[i], diags, &items[i]) && good;
    for (size_t i = 0; i < fallback->count; i++)
        good = decode_fallback(arena, &fallback->pairs[i], &fallbacks[i], diags) && good;
    *out = (struct families){items, families->count, fallbacks, fallback->count};
    return good;
}

const struct family *families_find(const struct families *families, struct str name)
{
    for (size_t i = 0; i < families->count; i++)
        if (str_equal(families->items[i].name, name))
            return &families->items[i];
    return NULL;
}

static bool language_fits(struct str wanted, struct str language)
{
    return wanted.len == 0 || (str_starts_with(language, wanted) &&
                               (language.len == wanted.len || language.data[wanted.len] == '-'));
}

size_t families_fallback(const struct families *families, struct str script, struct str language,
                         bool serif, const struct str **out)
{
    for (size_t i = 0; i < families->fallback_count; i++) {
        const struct family_fallback *fallback = &families->fallbacks[i];
        if (!str_equal(fallback->script, script) || !language_fits(fallback->language, language))
            continue;
        bool take_serif = fallback->sans_count == 0 || (serif && fallback->serif_count > 0);
        *out = take_serif ? fallback->serif : fallback->sans;
        return take_serif ? fallback->serif_count : fallback->sans_count;
    }
    return 0;
}

// How far a weight is from the one asked for, in the order in which CSS looks for it.
static uint32_t weight_rank(uint16_t wanted, uint16_t weight)
{
    const uint32_t second = 1000, third = 2000;
    uint32_t distance = (uint32_t)(weight > wanted ? weight - wanted : wanted - weight);
    if (weight == wanted)
        return 0;
    if (wanted >= 400 && wanted <= 500) {
        if (weight > wanted)
            return weight <= 500 ? distance : third + distance;
        return second + distance;
    }
    bool preferred = wanted < 400 ? weight < wanted : weight > wanted;
    return preferred ? distance : second + distance;
}

const struct family_face *family_match(const struct family *family, uint16_t weight, bool italic)
{
    const struct family_face *best = NULL;
    bool slanted = italic && family->has_italic;
    for (size_t i = 0; i < family->face_count; i++) {
        const struct family_face *face = &family->faces[i];
        if (face->italic == slanted &&
            (!best || weight_rank(weight, face->weight) < weight_rank(weight, best->weight)))
            best = face;
    }
    return best;
}
