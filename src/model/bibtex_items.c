#include "model/bibtex_items.h"

#include "base/vec.h"
#include "input/bibtex.h"
#include "model/csl_items.h"

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
    bool has_marks = !str_equal(key, STR("suffix")) && !str_ends_with(key, STR("particle"));
    add_to(arena, pairs, key, has_marks ? csl_escaped(arena, node) : node);
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

// What a type is in CSL, and the genre that its name says.
struct bibtex_type {
    struct str bibtex, csl, genre;
};

static const struct bibtex_type types[] = {
    {STR_INIT("article"), STR_INIT("article-journal"), STR_INIT("")},
    {STR_INIT("audio"), STR_INIT("song"), STR_INIT("")},
    {STR_INIT("book"), STR_INIT("book"), STR_INIT("")},
    {STR_INIT("bookinbook"), STR_INIT("chapter"), STR_INIT("")},
    {STR_INIT("booklet"), STR_INIT("pamphlet"), STR_INIT("")},
    {STR_INIT("collection"), STR_INIT("book"), STR_INIT("")},
    {STR_INIT("conference"), STR_INIT("paper-conference"), STR_INIT("")},
    {STR_INIT("dataset"), STR_INIT("dataset"), STR_INIT("")},
    {STR_INIT("electronic"), STR_INIT("webpage"), STR_INIT("")},
    {STR_INIT("image"), STR_INIT("graphic"), STR_INIT("")},
    {STR_INIT("inbook"), STR_INIT("chapter"), STR_INIT("")},
    {STR_INIT("incollection"), STR_INIT("chapter"), STR_INIT("")},
    {STR_INIT("inproceedings"), STR_INIT("paper-conference"), STR_INIT("")},
    {STR_INIT("inreference"), STR_INIT("entry-encyclopedia"), STR_INIT("")},
    {STR_INIT("jurisdiction"), STR_INIT("legal_case"), STR_INIT("")},
    {STR_INIT("legislation"), STR_INIT("legislation"), STR_INIT("")},
    {STR_INIT("letter"), STR_INIT("personal_communication"), STR_INIT("")},
    {STR_INIT("manual"), STR_INIT("document"), STR_INIT("")},
    {STR_INIT("mastersthesis"), STR_INIT("thesis"), STR_INIT("Master's thesis")},
    {STR_INIT("movie"), STR_INIT("motion_picture"), STR_INIT("")},
    {STR_INIT("mvbook"), STR_INIT("book"), STR_INIT("")},
    {STR_INIT("online"), STR_INIT("webpage"), STR_INIT("")},
    {STR_INIT("patent"), STR_INIT("patent"), STR_INIT("")},
    {STR_INIT("periodical"), STR_INIT("periodical"), STR_INIT("")},
    {STR_INIT("phdthesis"), STR_INIT("thesis"), STR_INIT("Dissertation")},
    {STR_INIT("proceedings"), STR_INIT("book"), STR_INIT("")},
    {STR_INIT("report"), STR_INIT("report"), STR_INIT("")},
    {STR_INIT("review"), STR_INIT("review"), STR_INIT("")},
    {STR_INIT("software"), STR_INIT("software"), STR_INIT("")},
    {STR_INIT("standard"), STR_INIT("standard"), STR_INIT("")},
    {STR_INIT("suppbook"), STR_INIT("chapter"), STR_INIT("")},
    {STR_INIT("techreport"), STR_INIT("report"), STR_INIT("")},
    {STR_INIT("thesis"), STR_INIT("thesis"), STR_INIT("")},
    {STR_INIT("unpublished"), STR_INIT("manuscript"), STR_INIT("")},
    {STR_INIT("video"), STR_INIT("motion_picture"), STR_INIT("")},
    {STR_INIT("www"), STR_INIT("webpage"), STR_INIT("")},
};

static const struct bibtex_type *find_type(struct str name)
{
    for (size_t i = 0; i < sizeof types / sizeof types[0]; i++)
        if (str_equal(types[i].bibtex, name))
            return &types[i];
    return NULL;
}

static const struct node *type_of(struct item *item)
{
    const struct node *type = field(item, "type");
    const struct bibtex_type *known = find_type(type->text);
    if (known)
        return with_text(item->arena, type, known->csl);
    if (str_equal(type->text, STR("misc")))
        return with_text(item->arena, type, field(item, "url") ? STR("webpage") : STR("document"));
    return type; // that it is no type of CSL's is said where it is read
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
        add(item, text->key, text->is_inline ? csl_escaped(item->arena, value) : value);
        return;
    }
}

static void add_texts(struct item *item)
{
    static const struct text_field texts[] = {
        {STR_INIT("title"), true, {"title"}},
        {STR_INIT("container-title"), true, {"journal", "journaltitle", "booktitle", "maintitle"}},
        {STR_INIT("container-title-short"), true, {"shortjournal", "journalabbr"}},
        {STR_INIT("collection-title"), true, {"series"}},
        {STR_INIT("publisher"), true, {"publisher", "institution", "organization", "school"}},
        {STR_INIT("publisher-place"), true, {"address", "location"}},
        {STR_INIT("event-title"), true, {"eventtitle"}},
        {STR_INIT("event-place"), true, {"venue"}},
        {STR_INIT("status"), true, {"pubstate"}},
        {STR_INIT("volume"), false, {"volume"}},
        {STR_INIT("edition"), false, {"edition"}},
        {STR_INIT("chapter-number"), false, {"chapter"}},
        {STR_INIT("number-of-pages"), false, {"pagetotal"}},
        {STR_INIT("version"), false, {"version"}},
        {STR_INIT("DOI"), false, {"doi"}},
        {STR_INIT("URL"), false, {"url"}},
        {STR_INIT("ISBN"), false, {"isbn"}},
        {STR_INIT("ISSN"), false, {"issn"}},
        {STR_INIT("PMID"), false, {"pmid"}},
        {STR_INIT("PMCID"), false, {"pmcid", "pmc"}},
        {STR_INIT("accessed"), false, {"urldate"}},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        add_text(item, &texts[i]);
}

// What kind of thesis or report it is.
static void add_genre(struct item *item)
{
    const struct node *type = field(item, "type"), *genre = field(item, "genre");
    const struct bibtex_type *known = find_type(type->text);
    if (genre)
        add(item, STR("genre"), csl_escaped(item->arena, genre));
    if (known && known->genre.len > 0)
        add(item, STR("genre"), with_text(item->arena, type, known->genre));
}

// A year that is words, "in press", is no date.
static void add_date(struct item *item)
{
    const struct node *issued = date(item);
    bool words = issued && issued->text.len > 0 && (issued->text.data[0] | 0x20) >= 'a' &&
                 !str_equal(issued->text, STR("n.d."));
    if (words)
        add(item, STR("status"), csl_escaped(item->arena, issued));
    else
        add(item, STR("issued"), issued);
}

// BibTeX's `number` is the issue of a journal, the number in a series, or the work's own.
static void add_number(struct item *item, struct str type)
{
    bool of_journal = str_starts_with(type, STR("article")) || str_equal(type, STR("periodical")) ||
                      str_equal(type, STR("review"));
    bool in_series = !of_journal && field(item, "series");
    add(item,
        of_journal  ? STR("issue")
        : in_series ? STR("collection-number")
                    : STR("number"),
        field(item, "number"));
    add(item, STR("issue"), field(item, "issue"));
    add(item, STR("number"), field(item, "eid"));
}

static const struct node *item_of(struct arena *arena, const struct node *entry)
{
    struct item item = {.arena = arena, .entry = entry};
    const struct node *type = type_of(&item), *range = field(&item, "pages");
    add(&item, STR("id"), field(&item, "id"));
    add(&item, STR("type"), type);
    add_names(&item, STR("author"), field(&item, "author"));
    add_names(&item, STR("editor"), field(&item, "editor"));
    add_names(&item, STR("translator"), field(&item, "translator"));
    add_texts(&item);
    add_genre(&item);
    add_number(&item, type->text);
    if (range)
        add(&item, STR("page"), pages(arena, range));
    add_date(&item);
    return mapping_of(arena, &item.pairs, entry->span);
}

const struct node *bibtex_items(struct arena *arena, const struct node *entries)
{
    node_list items = {0};
    for (size_t i = 0; i < entries->count; i++)
        *VEC_PUSH(arena, &items) = item_of(arena, entries->items[i]);
    return sequence_of(arena, &items, entries->span);
}
