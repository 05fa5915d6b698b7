#include "input/bibtex.h"

#include "base/map.h"
#include "base/vec.h"
#include "input/latex.h"
#include "input/yaml_check.h"

#include <string.h>

// A few macros could make any length of text, and names are looked up among the others.
enum { MOST_MACRO_BYTES = 1 << 20, MOST_FIELDS = 200 };

struct bibtex {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    struct str bytes;
    size_t at;
    struct map macros;  // → struct str
    size_t macro_bytes; // that values took from them
    VEC(const struct node *) entries;
    bool failed;
};

typedef VEC(struct node_pair) pair_list;

static bool report(struct bibtex *b, size_t at, const char *message, const char *hint)
{
    struct span span = {b->source->file, (uint32_t)at, (uint32_t)at};
    diag_add(b->diags, DIAG_BIBTEX, span, "%s", message);
    diag_hint(b->diags, "%s", hint);
    b->failed = true;
    return false;
}

// signs and words

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static void skip_spaces(struct bibtex *b)
{
    while (b->at < b->bytes.len && is_space(b->bytes.data[b->at]))
        b->at++;
}

static bool take(struct bibtex *b, char sign)
{
    skip_spaces(b);
    if (b->at == b->bytes.len || b->bytes.data[b->at] != sign)
        return false;
    b->at++;
    return true;
}

// A name of an entry's type, a field, a macro or an entry: no white space and none of the signs.
static struct str take_word(struct bibtex *b)
{
    skip_spaces(b);
    size_t start = b->at;
    while (b->at < b->bytes.len && !is_space(b->bytes.data[b->at]) &&
           !strchr("{}(),=#\"", b->bytes.data[b->at]))
        b->at++;
    return str_slice(b->bytes, start, b->at);
}

static struct str small_letters(struct arena *arena, struct str word)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < word.len; i++) {
        char c = word.data[i];
        str_add_byte(&out, c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c);
    }
    return str_built(&out);
}

// Returns where the brace, or the quote, that `at` opened is closed; the file's end when nowhere.
static size_t find_close(const struct bibtex *b, size_t at, char close)
{
    size_t depth = 0;
    for (; at < b->bytes.len; at++) {
        char c = b->bytes.data[at];
        if (c == '\\')
            at++;
        else if (depth == 0 && c == close)
            return at;
        else if (c == '{')
            depth++;
        else if (c == '}' && depth > 0)
            depth--;
    }
    return b->bytes.len;
}

// values

static struct node *scalar_of(struct bibtex *b, struct str text, size_t start, size_t end)
{
    struct node *node = ARENA_NEW(b->arena, struct node);
    struct srcmap_piece *piece = ARENA_NEW(b->arena, struct srcmap_piece);
    *piece = (struct srcmap_piece){0, (uint32_t)start};
    *node = (struct node){
        .kind = NODE_SCALAR,
        .style = NODE_DOUBLE_QUOTED,
        .span = {b->source->file, (uint32_t)start, (uint32_t)end},
        .text = text,
        .map = {b->source->file, piece, 1, (uint32_t)end},
    };
    return node;
}

static bool read_braced(struct bibtex *b, struct latex_reader *latex, char close)
{
    size_t open = b->at++, end = find_close(b, b->at, close);
    if (end == b->bytes.len)
        return report(b, open, "this is never closed", "look for a brace or a quote too few");
    latex_read(latex, b->at, end);
    b->at = end + 1;
    return true;
}

static bool is_number(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.data[i] < '0' || word.data[i] > '9')
            return false;
    return word.len > 0;
}

static bool read_plain(struct bibtex *b, struct latex_reader *latex)
{
    size_t start = b->at;
    struct str word = take_word(b);
    const struct str *macro = map_find(&b->macros, small_letters(b->arena, word));
    if (word.len == 0)
        return report(b, start, "a value is missing here", "write it in braces: {2025}");
    if (is_number(word)) {
        latex_read(latex, start, b->at);
        return true;
    }
    if (!macro)
        return report(b, start, "a value without braces must be a number or an `@string`",
                      "put it in braces");
    b->macro_bytes += macro->len;
    if (b->macro_bytes > MOST_MACRO_BYTES)
        return report(b, start, "the values of all `@string` come to more than 1 MiB",
                      "write long values out");
    *VEC_PUSH(b->arena, &latex->pieces) =
        (struct srcmap_piece){(uint32_t)latex->text.len, (uint32_t)start};
    str_add(&latex->text, *macro);
    return true;
}

// Pieces that `#` joins.
static const struct node *read_value(struct bibtex *b, enum latex_kind kind)
{
    skip_spaces(b);
    size_t start = b->at;
    struct latex_reader latex = {
        .arena = b->arena,
        .diags = b->diags,
        .bytes = b->bytes,
        .file = b->source->file,
        .kind = kind,
        .text = str_builder_in(b->arena),
    };
    size_t errors_before = b->diags->error_count;
    do {
        skip_spaces(b);
        char c = b->at < b->bytes.len ? b->bytes.data[b->at] : ' ';
        bool read = c == '{'   ? read_braced(b, &latex, '}')
                    : c == '"' ? read_braced(b, &latex, '"')
                               : read_plain(b, &latex);
        if (!read)
            return NULL;
    } while (take(b, '#'));
    b->failed = b->failed || b->diags->error_count > errors_before;
    struct node *value = scalar_of(b, str_built(&latex.text), start, b->at);
    if (latex.pieces.count > 0) {
        value->map.pieces = latex.pieces.items;
        value->map.count = latex.pieces.count;
    }
    return value;
}

// entries

static void add_pair(struct bibtex *b, pair_list *pairs, struct str key, const struct node *value)
{
    uint32_t start = value->span.start;
    *VEC_PUSH(b->arena, pairs) =
        (struct node_pair){scalar_of(b, key, start, value->span.end), value};
}

static enum latex_kind kind_of(struct str key)
{
    if (str_equal(key, STR("author")) || str_equal(key, STR("editor")) ||
        str_equal(key, STR("translator")))
        return LATEX_NAMES;
    bool address = str_equal(key, STR("url")) || str_equal(key, STR("doi"));
    return address ? LATEX_ADDRESS : LATEX_TEXT;
}

static bool read_fields(struct bibtex *b, pair_list *pairs, char close)
{
    while (!take(b, close)) {
        size_t start = b->at;
        struct str name = take_word(b);
        if (name.len == 0 || !take(b, '='))
            return report(b, start, "this is no field of an entry",
                          "a field is written `name = {value},`");
        struct str key = small_letters(b->arena, name);
        if (str_equal(key, STR("type")))
            key = STR("genre"); // of a thesis or report, and not the entry's own
        const struct node *value = read_value(b, kind_of(key));
        if (!value)
            return false;
        // BibTeX takes the first of two.
        bool again = str_equal(key, STR("id"));
        for (size_t i = 0; i < pairs->count; i++)
            again = again || str_equal(pairs->items[i].key->text, key);
        if (!again && pairs->count < MOST_FIELDS)
            add_pair(b, pairs, key, value);
        if (!take(b, ',')) {
            if (take(b, close))
                return true;
            return report(b, b->at, "a comma is missing between two fields",
                          "end each field with a comma");
        }
    }
    return true;
}

static bool read_macro(struct bibtex *b, char close)
{
    struct str name = small_letters(b->arena, take_word(b));
    if (name.len == 0 || !take(b, '='))
        return report(b, b->at, "this is no `@string`", "write `@string{name = {value}}`");
    const struct node *value = read_value(b, LATEX_TEXT);
    if (!value)
        return false;
    map_add(b->arena, &b->macros, name, arena_copy(b->arena, &value->text, sizeof value->text));
    return take(b, close) ||
           report(b, b->at, "this is never closed", "look for a brace or a quote too few");
}

static bool read_record(struct bibtex *b, struct str type, size_t start, char close)
{
    struct str id = take_word(b);
    pair_list pairs = {0};
    size_t end = b->at;
    if (id.len == 0)
        return report(b, end, "this entry has no key", "write it behind the brace: @article{key,");
    add_pair(b, &pairs, STR("type"), scalar_of(b, type, start, start + 1 + type.len));
    add_pair(b, &pairs, STR("id"), scalar_of(b, id, end - id.len, end));
    bool fields = take(b, ',');
    if (fields && !read_fields(b, &pairs, close))
        return false;
    if (!fields && !take(b, close))
        return report(b, b->at, "a comma is missing behind the key", "write it as @article{key,");
    struct node *entry = ARENA_NEW(b->arena, struct node);
    *entry = (struct node){.kind = NODE_MAPPING,
                           .style = NODE_FLOW,
                           .span = {b->source->file, (uint32_t)start, (uint32_t)b->at},
                           .pairs = pairs.items,
                           .count = pairs.count};
    *VEC_PUSH(b->arena, &b->entries) = entry;
    return true;
}

// Reads what an `@` begins. Returns false when the reader no longer knows where it is.
static bool read_entry(struct bibtex *b)
{
    size_t start = b->at++;
    struct str type = small_letters(b->arena, take_word(b));
    if (str_equal(type, STR("comment")))
        return true; // what follows is text between entries
    bool round = take(b, '(');
    if (type.len == 0 || (!round && !take(b, '{')))
        return true; // an @ in a text between entries
    char close = round ? ')' : '}';
    if (str_equal(type, STR("preamble"))) {
        b->at = find_close(b, b->at, close);
        return true;
    }
    return str_equal(type, STR("string")) ? read_macro(b, close)
                                          : read_record(b, type, start, close);
}

static void add_months(struct bibtex *b)
{
    static const struct {
        struct str name, number;
    } months[] = {
        {STR_INIT("jan"), STR_INIT("01")}, {STR_INIT("feb"), STR_INIT("02")},
        {STR_INIT("mar"), STR_INIT("03")}, {STR_INIT("apr"), STR_INIT("04")},
        {STR_INIT("may"), STR_INIT("05")}, {STR_INIT("jun"), STR_INIT("06")},
        {STR_INIT("jul"), STR_INIT("07")}, {STR_INIT("aug"), STR_INIT("08")},
        {STR_INIT("sep"), STR_INIT("09")}, {STR_INIT("oct"), STR_INIT("10")},
        {STR_INIT("nov"), STR_INIT("11")}, {STR_INIT("dec"), STR_INIT("12")},
    };
    for (size_t i = 0; i < sizeof months / sizeof months[0]; i++)
        map_add(b->arena, &b->macros, months[i].name,
                arena_copy(b->arena, &months[i].number, sizeof months[i].number));
}

bool bibtex_read(struct arena *arena, const struct source *source, struct diags *diags,
                 const struct node **entries)
{
    struct bibtex b = {.arena = arena, .diags = diags, .source = source, .bytes = source->bytes};
    struct node *list = ARENA_NEW(arena, struct node);
    b.failed = !yaml_check_text(source, diags);
    if (b.failed)
        b.at = b.bytes.len;
    add_months(&b);
    while ((b.at = str_find_byte(b.bytes, '@', b.at)) < b.bytes.len)
        if (!read_entry(&b))
            break;
    *list = (struct node){.kind = NODE_SEQUENCE,
                          .style = NODE_FLOW,
                          .span = {source->file, 0, 0},
                          .items = b.entries.items,
                          .count = b.entries.count};
    *entries = list;
    return !b.failed;
}
