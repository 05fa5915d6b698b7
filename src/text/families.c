#include "text/families.h"

#include "base/file.h"
#include "base/vec.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

enum { SANS, SERIF, SHAPES };

// Families in the order to try, for sans and for serif text.
struct chain {
    struct str key; // "Arab", "Hani-ja"
    struct family_list shapes[SHAPES];
};

// What the series have for a script.
struct script_families {
    const struct family **items;
    size_t count;
    size_t capacity;
};

struct families {
    struct str folder;
    const struct family **items;
    size_t count;
    size_t capacity;
    struct str *names;
    uint32_t face_count;
    struct map by_name;
    struct chain *chains;
    size_t chain_count;
    struct map chain_of;
    struct map by_script; // of the series: struct script_families
};

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct families *families;
    bool failed;
};

static const struct family_face common_faces[] = {
    {400, false, STR_INIT("Regular")},
    {700, false, STR_INIT("Bold")},
};

static void fault(struct reader *reader, enum diag_code code, const struct node *node,
                  const char *message)
{
    diag_add(reader->diags, code, node->span, "%s", message);
    reader->failed = true;
}

static bool is_a(struct reader *reader, const struct node *node, enum node_kind kind)
{
    static const char *const names[] = {"text", "a list", "keys and values"};
    if (node->kind == kind)
        return true;
    diag_add(reader->diags, DIAG_WRONG_TYPE, node->span, "%s is needed here", names[kind]);
    reader->failed = true;
    return false;
}

// Returns a mapping's value of a kind, or NULL when it is absent or of another kind (said).
static const struct node *find(struct reader *reader, const struct node *mapping, const char *key,
                               enum node_kind kind)
{
    const struct node *value = node_find(mapping, str_from(key));
    return value && is_a(reader, value, kind) ? value : NULL;
}

static const struct node *need(struct reader *reader, const struct node *mapping, const char *key,
                               enum node_kind kind)
{
    const struct node *value = find(reader, mapping, key, kind);
    if (!value && !node_find(mapping, str_from(key))) {
        diag_add(reader->diags, DIAG_KEY_MISSING, mapping->span, "the key `%s` is missing", key);
        reader->failed = true;
    }
    return value;
}

static struct str need_text(struct reader *reader, const struct node *mapping, const char *key)
{
    const struct node *value = need(reader, mapping, key, NODE_SCALAR);
    return value ? value->text : STR("");
}

static void check_keys(struct reader *reader, const struct node *mapping, const struct str *keys,
                       size_t count)
{
    for (size_t i = 0; i < mapping->count; i++) {
        const struct node *key = mapping->pairs[i].key;
        size_t at = 0;
        while (at < count && !str_equal(key->text, keys[at]))
            at++;
        if (at < count)
            continue;
        diag_add(reader->diags, DIAG_KEY_UNKNOWN, key->span, "unknown key `%.*s`",
                 STR_ARGS(key->text));
        diag_hint_near(reader->diags, key->text, keys, count);
        reader->failed = true;
    }
}

static bool read_number(struct str text, uint32_t most, uint32_t *out)
{
    uint32_t value = 0;
    if (text.len == 0 || text.len > 4)
        return false;
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
        value = value * 10 + (uint32_t)(text.data[i] - '0');
    }
    *out = value;
    return value <= most;
}

// Appends the faces of `upright` or `italic`, which rise in weight.
static size_t read_faces(struct reader *reader, const struct node *styles, bool italic,
                         struct family_face *faces)
{
    uint32_t previous = 0, weight = 0;
    for (size_t i = 0; i < styles->count; i++) {
        const struct node_pair *pair = &styles->pairs[i];
        if (!read_number(pair->key->text, 1000, &weight) || weight <= previous)
            fault(reader, DIAG_BAD_NUMBER, pair->key,
                  "weights are numbers from 1 to 1000, each above the one before");
        if (is_a(reader, pair->value, NODE_SCALAR))
            faces[i] = (struct family_face){(uint16_t)weight, italic, pair->value->text};
        previous = weight;
    }
    return styles->count;
}

static void read_styles(struct reader *reader, const struct node *node, struct family *family)
{
    const struct node *upright = find(reader, node, "upright", NODE_MAPPING);
    const struct node *italic = find(reader, node, "italic", NODE_MAPPING);
    size_t most = (upright ? upright->count : 2) + (italic ? italic->count : 0);
    if (upright && upright->count == 0)
        fault(reader, DIAG_EMPTY_VALUE, upright, "a family needs an upright face");
    family->faces = common_faces;
    family->face_count = 2;
    if (!upright && !italic)
        return;
    struct family_face *faces = ARENA_ARRAY(reader->arena, struct family_face, most);
    size_t count = 2;
    if (upright)
        count = read_faces(reader, upright, false, faces);
    else
        memcpy(faces, common_faces, sizeof common_faces);
    if (italic)
        count += read_faces(reader, italic, true, faces + count);
    family->faces = faces;
    family->face_count = count;
}

static void add_family(struct reader *reader, struct family *family, const struct node *at)
{
    struct families *families = reader->families;
    if (map_add(reader->arena, &families->by_name, family->name, family) != family) {
        fault(reader, DIAG_YAML_DUPLICATE_KEY, at, "a family of this name stands before");
        return;
    }
    family->first_face = families->face_count;
    families->face_count += (uint32_t)family->face_count;
    *VEC_PUSH(reader->arena, families) = family;
}

static bool find_flag(struct reader *reader, const struct node *mapping, const char *key)
{
    const struct node *value = find(reader, mapping, key, NODE_SCALAR);
    bool set = value && str_equal(value->text, STR("true"));
    if (value && !set && !str_equal(value->text, STR("false")))
        fault(reader, DIAG_BAD_CHOICE, value, "true or false is needed here");
    return set;
}

// Reads what a family and a series of families have in common.
static struct family *read_family(struct reader *reader, const struct node *node, struct str name)
{
    struct family *family = ARENA_NEW(reader->arena, struct family);
    family->name = name;
    family->package = need_text(reader, node, "package");
    family->files = need_text(reader, node, "files");
    family->serif = find_flag(reader, node, "serif");
    family->reduce = find_flag(reader, node, "reduce");
    const struct node *index = find(reader, node, "index", NODE_SCALAR);
    if (index && !read_number(index->text, 999, &family->index))
        fault(reader, DIAG_BAD_NUMBER, index, "`index` is a number below 1000");
    read_styles(reader, node, family);
    return family;
}

static void read_families(struct reader *reader, const struct node *node)
{
    static const struct str keys[] = {STR_INIT("package"), STR_INIT("files"),  STR_INIT("serif"),
                                      STR_INIT("upright"), STR_INIT("italic"), STR_INIT("index"),
                                      STR_INIT("reduce")};
    for (size_t i = 0; node && i < node->count; i++) {
        const struct node_pair *pair = &node->pairs[i];
        if (!is_a(reader, pair->value, NODE_MAPPING))
            continue;
        check_keys(reader, pair->value, keys, sizeof keys / sizeof keys[0]);
        add_family(reader, read_family(reader, pair->value, pair->key->text), pair->key);
    }
}

static struct str with_script(struct arena *arena, struct str pattern, struct str script)
{
    struct str_builder file = str_builder_in(arena);
    size_t at = str_find_byte(pattern, '@', 0);
    str_add(&file, str_slice(pattern, 0, at));
    for (size_t i = 0; i < script.len; i++)
        if (script.data[i] != ' ')
            str_add_byte(&file, script.data[i]);
    if (at < pattern.len)
        str_add(&file, str_slice(pattern, at + 1, pattern.len));
    return str_built(&file);
}

static struct family *family_of_series(struct reader *reader, const struct family *series,
                                       struct str script)
{
    struct family *family = arena_copy(reader->arena, series, sizeof *series);
    struct str_builder name = str_builder_in(reader->arena);
    str_add(&name, series->name);
    str_add_byte(&name, ' ');
    str_add(&name, script);
    family->name = str_built(&name);
    family->files = with_script(reader->arena, series->files, script);
    return family;
}

static void add_to_script(struct reader *reader, struct str script, const struct family *family)
{
    struct map *by_script = &reader->families->by_script;
    struct script_families *members = map_find(by_script, script);
    if (!members) {
        members = ARENA_NEW(reader->arena, struct script_families);
        map_add(reader->arena, by_script, script, members);
    }
    *VEC_PUSH(reader->arena, members) = family;
}

static void read_one_series(struct reader *reader, const struct node *node)
{
    static const struct str keys[] = {STR_INIT("name"),    STR_INIT("package"), STR_INIT("files"),
                                      STR_INIT("serif"),   STR_INIT("upright"), STR_INIT("italic"),
                                      STR_INIT("scripts"), STR_INIT("index")};
    check_keys(reader, node, keys, sizeof keys / sizeof keys[0]);
    const struct node *scripts = need(reader, node, "scripts", NODE_MAPPING);
    struct family *series = read_family(reader, node, need_text(reader, node, "name"));
    for (size_t i = 0; scripts && i < scripts->count; i++) {
        const struct node_pair *script = &scripts->pairs[i];
        if (!is_a(reader, script->value, NODE_SCALAR))
            continue;
        struct family *family = family_of_series(reader, series, script->value->text);
        add_family(reader, family, script->key);
        add_to_script(reader, script->key->text, family);
    }
}

static void read_series(struct reader *reader, const struct node *list)
{
    for (size_t i = 0; list && i < list->count; i++)
        if (is_a(reader, list->items[i], NODE_MAPPING))
            read_one_series(reader, list->items[i]);
}

static struct family_list read_list(struct reader *reader, const struct node *node)
{
    struct family_list list = {0};
    if (!is_a(reader, node, NODE_SEQUENCE))
        return list;
    const struct family **items = ARENA_ARRAY(reader->arena, const struct family *, node->count);
    for (size_t i = 0; i < node->count; i++) {
        if (!is_a(reader, node->items[i], NODE_SCALAR))
            continue;
        items[list.count] = families_find(reader->families, node->items[i]->text);
        if (items[list.count])
            list.count++;
        else
            fault(reader, DIAG_FAMILY_UNKNOWN, node->items[i], "no family of this file");
    }
    list.items = items;
    return list;
}

static void read_chain(struct reader *reader, const struct node_pair *pair, struct chain *chain)
{
    static const struct str keys[] = {STR_INIT("sans"), STR_INIT("serif")};
    chain->key = pair->key->text;
    if (chain->key.len < 4 || (chain->key.len > 4 && chain->key.data[4] != '-')) {
        fault(reader, DIAG_WRONG_TYPE, pair->key,
              "a script has four letters, and a language comes behind a hyphen");
        return;
    }
    if (pair->value->kind == NODE_SEQUENCE) {
        chain->shapes[SANS] = chain->shapes[SERIF] = read_list(reader, pair->value);
    } else if (is_a(reader, pair->value, NODE_MAPPING)) {
        check_keys(reader, pair->value, keys, SHAPES);
        for (size_t i = 0; i < SHAPES; i++) {
            const struct node *list = need(reader, pair->value, keys[i].data, NODE_SEQUENCE);
            if (list)
                chain->shapes[i] = read_list(reader, list);
        }
    }
    map_add(reader->arena, &reader->families->chain_of, chain->key, chain);
}

static void read_fallback(struct reader *reader, const struct node *node)
{
    struct families *families = reader->families;
    if (!node)
        return;
    families->chains = ARENA_ARRAY(reader->arena, struct chain, node->count);
    families->chain_count = node->count;
    for (size_t i = 0; i < node->count; i++)
        read_chain(reader, &node->pairs[i], &families->chains[i]);
}

static void list_names(struct reader *reader)
{
    struct families *families = reader->families;
    families->names = ARENA_ARRAY(reader->arena, struct str, families->count);
    for (size_t i = 0; i < families->count; i++)
        families->names[i] = families->items[i]->name;
}

// A relative folder counts from the file that names it.
static struct str folder_of(struct arena *arena, const struct node *root, struct str named,
                            struct diags *diags)
{
    const struct source *source = sources_find(diags->sources, root->span.file);
    return source ? path_join(arena, path_folder(source->path), named) : named;
}

const struct families *families_decode(struct arena *arena, const struct node *root,
                                       struct diags *diags)
{
    static const struct str keys[] = {STR_INIT("folder"), STR_INIT("families"), STR_INIT("series"),
                                      STR_INIT("fallback")};
    struct reader reader = {arena, diags, ARENA_NEW(arena, struct families), false};
    if (!is_a(&reader, root, NODE_MAPPING))
        return NULL;
    check_keys(&reader, root, keys, sizeof keys / sizeof keys[0]);
    reader.families->folder = folder_of(arena, root, need_text(&reader, root, "folder"), diags);
    read_families(&reader, need(&reader, root, "families", NODE_MAPPING));
    read_series(&reader, find(&reader, root, "series", NODE_SEQUENCE));
    read_fallback(&reader, find(&reader, root, "fallback", NODE_MAPPING));
    list_names(&reader);
    return reader.failed ? NULL : reader.families;
}

size_t families_count(const struct families *families)
{
    return families->count;
}

const struct family *families_at(const struct families *families, size_t index)
{
    assert(index < families->count);
    return families->items[index];
}

size_t families_face_count(const struct families *families)
{
    return families->face_count;
}

const struct family *families_find(const struct families *families, struct str name)
{
    return map_find(&families->by_name, name);
}

const struct str *families_names(const struct families *families)
{
    return families->names;
}

// CSS Fonts 4, 5.2: the side of the wanted weight that is looked at first is 0.
static int side_of(int wanted, int weight)
{
    if (wanted >= 400 && wanted <= 500)
        return weight < wanted ? 1 : weight > 500 ? 2 : 0;
    return wanted < 400 ? weight > wanted : weight < wanted;
}

static bool weight_is_nearer(int wanted, int a, int b)
{
    int side_a = side_of(wanted, a), side_b = side_of(wanted, b);
    return side_a != side_b ? side_a < side_b : abs(a - wanted) < abs(b - wanted);
}

bool family_has_italic(const struct family *family)
{
    return family->faces[family->face_count - 1].italic;
}

const struct family_face *family_match(const struct family *family, uint16_t weight, bool italic)
{
    bool slanted = italic && family_has_italic(family);
    const struct family_face *best = NULL;
    for (size_t i = 0; i < family->face_count; i++) {
        const struct family_face *face = &family->faces[i];
        if (face->italic == slanted &&
            (!best || weight_is_nearer(weight, face->weight, best->weight)))
            best = face;
    }
    assert(best);
    return best;
}

struct str family_file(struct arena *arena, const struct families *families,
                       const struct family *family, const struct family_face *face)
{
    struct str_builder path = str_builder_in(arena);
    size_t star = str_find_byte(family->files, '*', 0);
    str_add(&path, families->folder);
    str_add_byte(&path, '/');
    str_add(&path, str_slice(family->files, 0, star));
    if (star < family->files.len) {
        str_add(&path, face->style);
        str_add(&path, str_slice(family->files, star + 1, family->files.len));
    }
    return str_built(&path);
}

// Returns the chain of the longest part of the language that has one of its own for the script.
static const struct chain *find_chain(const struct families *families, struct str script,
                                      struct str language)
{
    char key[32];
    size_t len = language.len;
    assert(script.len == 4);
    memcpy(key, script.data, 4);
    if (len > sizeof key - 5)
        len = sizeof key - 5;
    key[4] = '-';
    memcpy(key + 5, language.data, len);
    for (; len > 0; len--) {
        const struct chain *chain = NULL;
        if (len == language.len || language.data[len] == '-')
            chain = map_find(&families->chain_of, (struct str){key, len + 5});
        if (chain)
            return chain;
    }
    return map_find(&families->chain_of, script);
}

// Appends a family unless it is there.
static size_t append(const struct family **out, size_t count, const struct family *family)
{
    for (size_t i = 0; i < count; i++)
        if (out[i] == family)
            return count;
    out[count] = family;
    return count + 1;
}

static size_t append_all(const struct family **out, size_t count, const struct family_list *list)
{
    for (size_t i = 0; list && i < list->count; i++)
        count = append(out, count, list->items[i]);
    return count;
}

struct family_list families_fallback(struct arena *arena, const struct families *families,
                                     struct str script, struct str language, bool serif)
{
    const struct chain *own = find_chain(families, script, language);
    const struct chain *signs = find_chain(families, STR("Zyyy"), language);
    const struct script_families *series = map_find(&families->by_script, script);
    size_t shape = serif ? SERIF : SANS;
    size_t most = (own ? own->shapes[shape].count : 0) + (series ? series->count : 0) +
                  (signs ? signs->shapes[shape].count : 0);
    const struct family **items = ARENA_ARRAY(arena, const struct family *, most);
    size_t count = append_all(items, 0, own ? &own->shapes[shape] : NULL);
    for (size_t pass = 0; series && pass < SHAPES; pass++)
        for (size_t i = 0; i < series->count; i++)
            if (series->items[i]->serif == (pass == 0 ? serif : !serif))
                count = append(items, count, series->items[i]);
    count = append_all(items, count, signs ? &signs->shapes[shape] : NULL);
    return (struct family_list){items, count};
}

size_t families_fallback_count(const struct families *families)
{
    return families->chain_count;
}

struct str families_fallback_key(const struct families *families, size_t index)
{
    assert(index < families->chain_count);
    return families->chains[index].key;
}
