#include "model/csl_items.h"

#include "base/vec.h"
#include "model/draft.h"

#include <string.h>

// texts

// Text that is being written with the places of what it stands for.
struct marked {
    struct arena *arena;
    const struct node *scalar;
    struct str_builder text;
    VEC(struct srcmap_piece) pieces;
};

static void add_at(struct marked *out, struct str text, size_t at)
{
    *VEC_PUSH(out->arena, &out->pieces) = (struct srcmap_piece){
        (uint32_t)out->text.len, srcmap_offset(&out->scalar->map, (uint32_t)at)};
    str_add(&out->text, text);
}

static void add_letter(struct marked *out, size_t at)
{
    struct str letter = str_slice(out->scalar->text, at, at + 1);
    if (letter.data[0] != '\0' && strchr("\\`*_[]<>&{", letter.data[0]))
        add_at(out, STR("\\"), at);
    add_at(out, letter, at);
}

static const struct node *made(struct marked *out)
{
    struct node *node = arena_copy(out->arena, out->scalar, sizeof *out->scalar);
    node->text = str_built(&out->text);
    if (out->pieces.count > 0) {
        node->map.pieces = out->pieces.items;
        node->map.count = out->pieces.count;
    }
    return node;
}

const struct node *csl_escaped(struct arena *arena, const struct node *scalar)
{
    struct marked out = {.arena = arena, .scalar = scalar, .text = str_builder_in(arena)};
    for (size_t i = 0; i < scalar->text.len; i++)
        add_letter(&out, i);
    return made(&out);
}

// CSL's marks

enum script { SCRIPT_NONE, SCRIPT_UP, SCRIPT_DOWN };

struct mark {
    struct str tag, markdown;
    enum script script; // of what follows
};

static const struct mark marks[] = {
    {STR_INIT("<i>"), STR_INIT("*"), SCRIPT_NONE},
    {STR_INIT("</i>"), STR_INIT("*"), SCRIPT_NONE},
    {STR_INIT("<b>"), STR_INIT("**"), SCRIPT_NONE},
    {STR_INIT("</b>"), STR_INIT("**"), SCRIPT_NONE},
    {STR_INIT("<sup>"), STR_INIT(""), SCRIPT_UP},
    {STR_INIT("</sup>"), STR_INIT(""), SCRIPT_NONE},
    {STR_INIT("<sub>"), STR_INIT(""), SCRIPT_DOWN},
    {STR_INIT("</sub>"), STR_INIT(""), SCRIPT_NONE},
    {STR_INIT("<span class=\"nocase\">"), STR_INIT(""), SCRIPT_NONE},
    {STR_INIT("<span style=\"font-variant:small-caps;\">"), STR_INIT(""), SCRIPT_NONE},
    {STR_INIT("<span style=\"font-variant: small-caps;\">"), STR_INIT(""), SCRIPT_NONE},
    {STR_INIT("</span>"), STR_INIT(""), SCRIPT_NONE},
};

static const struct mark *find_mark(struct str text, size_t at)
{
    struct str rest = str_slice(text, at, text.len);
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (str_starts_with(rest, marks[i].tag))
            return &marks[i];
    return NULL;
}

// What a letter is above or below the line: Unicode has the digits and the signs of charges.
static struct str raised(char c)
{
    static const struct str digits[] = {STR_INIT("\u2070"), STR_INIT("\u00b9"), STR_INIT("\u00b2"),
                                        STR_INIT("\u00b3"), STR_INIT("\u2074"), STR_INIT("\u2075"),
                                        STR_INIT("\u2076"), STR_INIT("\u2077"), STR_INIT("\u2078"),
                                        STR_INIT("\u2079")};
    if (c >= '0' && c <= '9')
        return digits[c - '0'];
    return c == '+' ? STR("\u207a") : c == '-' ? STR("\u207b") : STR("");
}

static struct str lowered(struct arena *arena, char c)
{
    struct str_builder out = str_builder_in(arena);
    if (c >= '0' && c <= '9')
        str_add_code_point(&out, 0x2080u + (uint32_t)(c - '0'));
    else if (c == '+' || c == '-')
        str_add_code_point(&out, c == '+' ? 0x208A : 0x208B);
    return str_built(&out);
}

static void add_scripted(struct marked *out, size_t at, enum script script)
{
    char c = out->scalar->text.data[at];
    struct str letter = script == SCRIPT_UP     ? raised(c)
                        : script == SCRIPT_DOWN ? lowered(out->arena, c)
                                                : STR("");
    if (letter.len > 0)
        add_at(out, letter, at);
    else
        add_letter(out, at);
}

// Markdown has no mark beside white space that it is to hold: there it is left out.
static bool can_stand(struct str text, size_t at, const struct mark *mark)
{
    bool closes = mark->tag.data[1] == '/';
    size_t beside = closes ? at - 1 : at + mark->tag.len;
    return (!closes || at > 0) && beside < text.len && text.data[beside] != ' ';
}

static const struct node *from_marks(struct arena *arena, const struct node *scalar)
{
    struct marked out = {.arena = arena, .scalar = scalar, .text = str_builder_in(arena)};
    enum script script = SCRIPT_NONE;
    for (size_t at = 0; at < scalar->text.len;) {
        const struct mark *mark = find_mark(scalar->text, at);
        if (!mark) {
            add_scripted(&out, at++, script);
            continue;
        }
        if (mark->markdown.len > 0 && can_stand(scalar->text, at, mark))
            add_at(&out, mark->markdown, at);
        script = mark->script;
        at += mark->tag.len;
    }
    return made(&out);
}

// mappings

// CSL's variables and the words of its programs that no printed reference shows in these styles.
static const struct str for_programs[] = {
    STR_INIT("abstract"),
    STR_INIT("annote"),
    STR_INIT("available-date"),
    STR_INIT("call-number"),
    STR_INIT("categories"),
    STR_INIT("chair"),
    STR_INIT("citation-key"),
    STR_INIT("citation-label"),
    STR_INIT("citation-number"),
    STR_INIT("comma-suffix"),
    STR_INIT("composer"),
    STR_INIT("container-author"),
    STR_INIT("contributor"),
    STR_INIT("curator"),
    STR_INIT("custom"),
    STR_INIT("dimensions"),
    STR_INIT("director"),
    STR_INIT("division"),
    STR_INIT("editor-translator"),
    STR_INIT("editorial-director"),
    STR_INIT("event-date"),
    STR_INIT("executive-producer"),
    STR_INIT("first-reference-note-number"),
    STR_INIT("guest"),
    STR_INIT("host"),
    STR_INIT("illustrator"),
    STR_INIT("interviewer"),
    STR_INIT("jurisdiction"),
    STR_INIT("keyword"),
    STR_INIT("language"),
    STR_INIT("locator"),
    STR_INIT("narrator"),
    STR_INIT("note"),
    STR_INIT("number-of-volumes"),
    STR_INIT("organizer"),
    STR_INIT("original-author"),
    STR_INIT("original-date"),
    STR_INIT("original-publisher"),
    STR_INIT("original-publisher-place"),
    STR_INIT("original-title"),
    STR_INIT("page-first"),
    STR_INIT("parse-names"),
    STR_INIT("part-number"),
    STR_INIT("part-title"),
    STR_INIT("performer"),
    STR_INIT("printing-number"),
    STR_INIT("producer"),
    STR_INIT("recipient"),
    STR_INIT("references"),
    STR_INIT("reviewed-author"),
    STR_INIT("reviewed-genre"),
    STR_INIT("reviewed-title"),
    STR_INIT("scale"),
    STR_INIT("script-writer"),
    STR_INIT("series-creator"),
    STR_INIT("shortTitle"),
    STR_INIT("source"),
    STR_INIT("static-ordering"),
    STR_INIT("submitted"),
    STR_INIT("title-short"),
    STR_INIT("year-suffix"),
};

static bool is_for_programs(struct str key)
{
    for (size_t i = 0; i < sizeof for_programs / sizeof for_programs[0]; i++)
        if (str_equal(for_programs[i], key))
            return true;
    return false;
}

// Names that variables had in earlier versions of CSL, and in citeproc-js.
static struct str present_key(struct str key)
{
    if (str_equal(key, STR("journalAbbreviation")))
        return STR("container-title-short");
    return str_equal(key, STR("event")) ? STR("event-title") : key;
}

struct csl_reader {
    struct arena *arena;
    bool json;
};

static const struct node *read_value(const struct csl_reader *reader,
                                     const struct schema_type *type, const struct node *value);

static const struct node *with_text(struct arena *arena, const struct node *scalar, struct str text)
{
    struct node *node = arena_copy(arena, scalar, sizeof *scalar);
    node->text = text;
    return node;
}

// "1" and "true" are true; a season that is written as a word is its number.
static const struct node *read_scalar(const struct csl_reader *reader,
                                      const struct schema_type *type, const struct node *scalar)
{
    static const struct str seasons[] = {STR_INIT("spring"), STR_INIT("summer"), STR_INIT("autumn"),
                                         STR_INIT("winter")};
    if (type->kind == SCHEMA_INLINE && reader->json)
        return from_marks(reader->arena, scalar);
    if (type->kind == SCHEMA_BOOLEAN && str_equal(scalar->text, STR("1")))
        return with_text(reader->arena, scalar, STR("true"));
    for (size_t i = 0; type->kind == SCHEMA_INTEGER && i < 4; i++)
        if (str_equal_ignoring_case(scalar->text, seasons[i]))
            return with_text(reader->arena, scalar, str_format(reader->arena, "%zu", i + 1));
    return scalar;
}

static const struct node *read_sequence(const struct csl_reader *reader,
                                        const struct schema_type *item, const struct node *list)
{
    struct node *read = arena_copy(reader->arena, list, sizeof *list);
    const struct node **nodes = ARENA_ARRAY(reader->arena, const struct node *, list->count);
    for (size_t i = 0; i < list->count; i++)
        nodes[i] = read_value(reader, item, list->items[i]);
    read->items = nodes;
    return read;
}

static bool is_left_out(const struct node *value)
{
    bool empty = value->kind == NODE_SCALAR && str_trim(value->text).len == 0;
    return empty || (value->kind == NODE_SEQUENCE && value->count == 0);
}

static const struct node *read_mapping(const struct csl_reader *reader,
                                       const struct schema_object *object, const struct node *map)
{
    struct node *read = arena_copy(reader->arena, map, sizeof *map);
    struct node_pair *pairs = ARENA_ARRAY(reader->arena, struct node_pair, map->count);
    read->pairs = pairs;
    read->count = 0;
    for (size_t i = 0; i < map->count; i++) {
        struct node_pair pair = map->pairs[i];
        struct str key = present_key(pair.key->text);
        const struct schema_field *field = schema_find(object, key);
        bool twice = !str_equal(key, pair.key->text) && node_find(map, key);
        if (is_for_programs(key) || twice || (reader->json && field && is_left_out(pair.value)))
            continue;
        if (field)
            pair = (struct node_pair){with_text(reader->arena, pair.key, key),
                                      read_value(reader, field->type, pair.value)};
        pairs[read->count++] = pair;
    }
    return read;
}

// As deep as the tables are; what has another form stays as it is, and is said to have it.
static const struct node *read_value(const struct csl_reader *reader,
                                     const struct schema_type *type, const struct node *value)
{
    for (size_t i = 0; type->kind == SCHEMA_ANY && type->any[i]; i++)
        if ((type->any[i]->kind == SCHEMA_OBJECT) == (value->kind == NODE_MAPPING))
            return read_value(reader, type->any[i], value);
    if (value->kind == NODE_SCALAR)
        return read_scalar(reader, type, value);
    if (value->kind == NODE_SEQUENCE && type->kind == SCHEMA_LIST)
        return read_sequence(reader, type->item, value);
    if (value->kind == NODE_MAPPING && type->kind == SCHEMA_OBJECT)
        return read_mapping(reader, type->object, value);
    return value;
}

const struct node *csl_items(struct arena *arena, const struct node *items, bool json)
{
    struct csl_reader reader = {arena, json};
    struct node *read = arena_copy(arena, items, sizeof *items);
    const struct node **nodes = ARENA_ARRAY(arena, const struct node *, items->count);
    for (size_t i = 0; i < items->count; i++)
        nodes[i] = items->items[i]->kind == NODE_MAPPING
                       ? read_mapping(&reader, &item_schema, items->items[i])
                       : items->items[i];
    read->items = nodes;
    return read;
}
