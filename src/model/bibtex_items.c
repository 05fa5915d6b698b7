#include "model/bibtex_items.h"

#include "base/vec.h"
#include "input/bibtex.h"

#include <string.h>

typedef VEC(struct node_pair) pair_list;
typedef VEC(const struct node *) node_list;

struct item {
    struct arena *arena;
    const struct node *entry;
    pair_list pairs;
};

// nodes

static const struct node *part_of(struct arena *arena, const struct node *scalar, size_t start,
                                  size_t end)
{
    struct node *part = arena_copy(arena, scalar, sizeof *scalar);
    struct srcmap_piece *piece = ARENA_NEW(arena, struct srcmap_piece);
    part->span = node_text_span(scalar, start, end);
    part->text = str_slice(scalar->text, start, end);
    *piece = (struct srcmap_piece){0, part->span.start};
    part->map = (struct srcmap){part->span.file, piece, 1, part->span.end};
    return part;
}

static const struct node *with_text(struct arena *arena, const struct node *place, struct str text)
{
    struct node *node = arena_copy(arena, part_of(arena, place, 0, place->text.len), sizeof *node);
    node->text = text;
    return node;
}

static void add_to(struct arena *arena, pair_list *pairs, struct str key, const struct node *value)
{
    struct node *name = ARENA_NEW(arena, struct node);
    *name = (struct node){.kind = NODE_SCALAR, .text = key, .span = value->span};
    *VEC_PUSH(arena, pairs) = (struct node_pair){name, value};
}

static void add(struct item *item, struct str key, const struct node *value)
{
    for (size_t i = 0; i < item->pairs.count; i++)
        if (str_equal(item->pairs.items[i].key->text, key))
            return;
    if (value && str_trim(value->text).len > 0)
        add_to(item->arena, &item->pairs, key, value);
}

static const struct node *mapping_of(struct arena *arena, const pair_list *pairs, struct span span)
{
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.kind = NODE_MAPPING,
                          .style = NODE_FLOW,
                          .span = span,
                          .pairs = pairs->items,
                          .count = pairs->count};
    return node;
}

static const struct node *sequence_of(struct arena *arena, const node_list *list, struct span span)
{
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.kind = NODE_SEQUENCE,
                          .style = NODE_FLOW,
                          .span = span,
                          .items = list->items,
                          .count = list->count};
    return node;
}

static const struct node *field(const struct item *item, const char *name)
{
    return node_find(item->entry, str_from(name));
}

// texts

// The value as Markdown: none of its signs is a mark.
static const struct node *escaped(struct arena *arena, const struct node *scalar)
{
    struct str_builder out = str_builder_in(arena);
    VEC(struct srcmap_piece) pieces = {0};
    for (size_t i = 0; i < scalar->text.len; i++) {
        char c = scalar->text.data[i];
        uint32_t source = srcmap_offset(&scalar->map, (uint32_t)i);
        bool sign = c != '\0' && strchr("\\`*_[]<>&{", c);
        *VEC_PUSH(arena, &pieces) = (struct srcmap_piece){(uint32_t)out.len, source};
        if (sign) {
            str_add_byte(&out, '\\');
            *VEC_PUSH(arena, &pieces) = (struct srcmap_piece){(uint32_t)out.len, source};
        }
        str_add_byte(&out, c);
    }
    struct node *node = arena_copy(arena, scalar, sizeof *scalar);
    node->text = str_built(&out);
    if (pieces.count > 0) {
        node->map.pieces = pieces.items;
        node->map.count = pieces.count;
    }
    return node;
}

// "12--19", which was read as a dash, is "12-19" in CSL.
static const struct node *pages(struct arena *arena, const struct node *scalar)
{
    static const struct str dash = STR_INIT("\xE2\x80\x93");
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < scalar->text.len;) {
        bool range = str_starts_with(str_slice(scalar->text, at, scalar->text.len), dash);
        str_add_byte(&out, range ? '-' : scalar->text.data[at]);
        at += range ? dash.len : 1;
    }
    return with_text(arena, scalar, str_built(&out));
}

static struct str two_digits(struct arena *arena, struct str number)
{
    return number.len == 1 ? str_format(arena, "0%.*s", STR_ARGS(number)) : number;
}

// "06" of "6", "jun" and "June"; what is no month stays, and is no date then.
static struct str month_number(struct arena *arena, struct str month)
{
    static const char names[] = "janfebmaraprmayjunjulaugsepoctnovdec";
    for (size_t i = 0; month.len >= 3 && i < 12; i++)
        if (str_equal_ignoring_case((struct str){names + 3 * i, 3}, str_slice(month, 0, 3)))
            return two_digits(arena, str_format(arena, "%zu", i + 1));
    return two_digits(arena, month);
}

static const struct node *date(struct item *item)
{
    const struct node *whole = field(item, "date"), *year = field(item, "year");
    const struct node *month = field(item, "month"), *day = field(item, "day");
    if (whole || !year || !month)
        return whole ? whole : year;
    struct str text = str_format(item->arena, "%.*s-%.*s", STR_ARGS(year->text),
                                 STR_ARGS(month_number(item->arena, month->text)));
    if (day)
        text = str_format(item->arena, "%.*s-%.*s", STR_ARGS(text),
                          STR_ARGS(two_digits(item->arena, day->text)));
    return with_text(item->arena, year, text);
}

// names

static bool is_small(struct str word)
{
    return word.len > 0 && word.data[0] >= 'a' && word.data[0] <= 'z';
}

static void add_part(struct arena *arena, pair_list *pairs, struct str key,
                     const struct node *scalar, struct str part)
{
    struct str text = str_trim(part);
    if (text.len == 0)
        return;
    size_t start = (size_t)(text.data - scalar->text.data);
    struct node *node =
        arena_copy(arena, part_of(arena, scalar, start, start + text.len), sizeof *node);
    char *letters = arena_copy(arena, text.data, text.len);
    for (size_t i = 0; i < text.len; i++)
        if (letters[i] == BIBTEX_BOUND)
            letters[i] = ' ';
    node->text = (struct str){letters, text.len};
    add_to(arena, pairs, key, node);
}

// "van der Berg" → its particle and the rest.
static void add_family(struct arena *arena, pair_list *pairs, const struct node *scalar,
                       struct str family)
{
    size_t start = 0;
    family = str_trim(family);
    for (size_t space; is_small(str_slice(family, start, family.len)); start = space + 1) {
        space = str_find_byte(family, ' ', start);
        if (space == family.len)
            break;
    }
    add_part(arena, pairs, STR("non-dropping-particle"), scalar, str_slice(family, 0, start));
    add_part(arena, pairs, STR("family"), scalar, str_slice(family, start, family.len));
}

// Where the family's name begins in "First von Last": at its first small word, else the last one.
static size_t family_start(struct str name)
{
    size_t last = 0;
    for (size_t at = 0; at < name.len;) {
        if (at > 0 && is_small(str_slice(name, at, name.len)))
            return at;
        last = at;
        at = str_find_byte(name, ' ', at) + 1;
    }
    return last;
}

static const struct node *name_of(struct arena *arena, const struct node *scalar, struct str name)
{
    pair_list pairs = {0};
    size_t first = str_find_byte(name, ',', 0);
    size_t second = first < name.len ? str_find_byte(name, ',', first + 1) : name.len;
    if (str_equal(name, STR("others"))) {
        add_to(arena, &pairs, STR("literal"), with_text(arena, scalar, STR("et al")));
    } else if (first == name.len && str_find_byte(name, ' ', 0) == name.len &&
               str_find_byte(name, BIBTEX_BOUND, 0) < name.len) {
        add_part(arena, &pairs, STR("literal"), scalar, name);
    } else if (first == name.len) {
        size_t start = family_start(name);
        add_family(arena, &pairs, scalar, str_slice(name, start, name.len));
        add_part(arena, &pairs, STR("given"), scalar, str_slice(name, 0, start));
    } else {
        add_family(arena, &pairs, scalar, str_slice(name, 0, first));
        add_part(arena, &pairs, STR("given"), scalar,
                 second < name.len ? str_slice(name, second + 1, name.len)
                                   : str_slice(name, first + 1, name.len));
        if (second < name.len)
            add_part(arena, &pairs, STR("suffix"), scalar, str_slice(name, first + 1, second));
    }
    return mapping_of(arena, &pairs, scalar->span);
}

static void add_names(struct item *item, struct str key, const struct node *scalar)
{
    static const struct str joint = STR_INIT(" and ");
    node_list names = {0};
    if (!scalar)
        return;
    for (size_t at = 0; at <= scalar->text.len;) {
        size_t end = str_find(scalar->text, joint, at);
        struct str name = str_trim(str_slice(scalar->text, at, end));
        if (name.len > 0)
            *VEC_PUSH(item->arena, &names) = name_of(item->arena, scalar, name);
        at = end + joint.len;
    }
    if (names.count > 0)
        add_to(item->arena, &item->pairs, key, sequence_of(item->arena, &names, scalar->span));
}

// entries

static const struct node *type_of(struct item *item)
{
    static const struct {
        struct str bibtex, csl;
    } types[] = {
        {STR_INIT("article"), STR_INIT("article-journal")},
        {STR_INIT("book"), STR_INIT("book")},
        {STR_INIT("collection"), STR_INIT("book")},
        {STR_INIT("inbook"), STR_INIT("chapter")},
        {STR_INIT("incollection"), STR_INIT("chapter")},
        {STR_INIT("techreport"), STR_INIT("report")},
        {STR_INIT("report"), STR_INIT("report")},
        {STR_INIT("booklet"), STR_INIT("pamphlet")},
        {STR_INIT("manual"), STR_INIT("document")},
        {STR_INIT("online"), STR_INIT("webpage")},
        {STR_INIT("electronic"), STR_INIT("webpage")},
        {STR_INIT("www"), STR_INIT("webpage")},
    };
    const struct node *type = field(item, "type");
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (str_equal(types[i].bibtex, type->text))
            return with_text(item->arena, type, types[i].csl);
    if (str_equal(type->text, STR("misc")))
        return with_text(item->arena, type, field(item, "url") ? STR("webpage") : STR("document"));
    return type; // formatting says that there is no such type
}

// The first of `names` that the entry has is the text: inline, or as it stands.
struct text_field {
    struct str key;
    bool is_inline;
    const char *names[5];
};

static void add_text(struct item *item, const struct text_field *text)
{
    for (size_t i = 0; text->names[i]; i++) {
        const struct node *value = field(item, text->names[i]);
        if (!value)
            continue;
        add(item, text->key, text->is_inline ? escaped(item->arena, value) : value);
        return;
    }
}

static void add_texts(struct item *item)
{
    static const struct text_field texts[] = {
        {STR_INIT("title"), true, {"title"}},
        {STR_INIT("container-title"), true, {"journal", "journaltitle", "booktitle"}},
        {STR_INIT("publisher"), true, {"publisher", "institution", "organization", "school"}},
        {STR_INIT("volume"), false, {"volume"}},
        {STR_INIT("edition"), false, {"edition"}},
        {STR_INIT("DOI"), false, {"doi"}},
        {STR_INIT("URL"), false, {"url"}},
        {STR_INIT("accessed"), false, {"urldate"}},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add_text(item, &texts[i]);
}

static const struct node *item_of(struct arena *arena, const struct node *entry)
{
    struct item item = {.arena = arena, .entry = entry};
    const struct node *type = type_of(&item), *range = field(&item, "pages");
    bool report = str_equal(type->text, STR("report"));
    add(&item, STR("id"), field(&item, "id"));
    add(&item, STR("type"), type);
    add_names(&item, STR("author"), field(&item, "author"));
    add_names(&item, STR("editor"), field(&item, "editor"));
    add_texts(&item);
    add(&item, report ? STR("number") : STR("issue"), field(&item, "number"));
    add(&item, STR("issue"), field(&item, "issue"));
    if (range)
        add(&item, STR("page"), pages(arena, range));
    add(&item, STR("issued"), date(&item));
    return mapping_of(arena, &item.pairs, entry->span);
}

const struct node *bibtex_items(struct arena *arena, const struct node *entries)
{
    node_list items = {0};
    for (size_t i = 0; i < entries->count; i++)
        *VEC_PUSH(arena, &items) = item_of(arena, entries->items[i]);
    return sequence_of(arena, &items, entries->span);
}
