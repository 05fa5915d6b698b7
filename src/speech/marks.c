#include "speech/marks.h"

#include "base/vec.h"
#include "speech/cmap.h"
#include "speech/tokens.h"

enum { DEEPEST = 16, NO_MARK = -1, MOST_MARKS = 1 << 20 };

struct reading {
    struct arena *arena;
    struct mark_fonts *fonts;
    pdf_value resources;
    struct tokens tokens;
    const struct cmap *font;
    // Operands of the operator to come.
    struct str name, key;
    int64_t mark;
    VEC(struct str) strings;
    // Marked content that is open.
    int64_t open[DEEPEST];
    size_t depth;
    VEC(struct str_builder) texts;
};

static const struct cmap *find_font(struct reading *r, struct str name)
{
    struct reader *reader = r->fonts->reader;
    pdf_value fonts = reader_member(reader, r->resources, "/Font");
    const char *key = str_cstr(r->arena, str_format(r->arena, "/%.*s", STR_ARGS(name)));
    pdf_value font = reader_member(reader, fonts, key);
    uint32_t number = reader_number(reader, font);
    struct str number_bytes = {(const char *)&number, sizeof number};
    struct cmap *cmap = map_find(&r->fonts->cmaps, number_bytes);
    if (cmap)
        return cmap;
    struct cmap read =
        cmap_read(r->arena, reader_data(reader, reader_member(reader, font, "/ToUnicode")));
    return map_add(r->arena, &r->fonts->cmaps, str_copy(r->arena, number_bytes),
                   arena_copy(r->arena, &read, sizeof read));
}

static int64_t current_mark(const struct reading *r)
{
    for (size_t i = r->depth; i-- > 0;)
        if (r->open[i] != NO_MARK)
            return r->open[i];
    return NO_MARK;
}

static void show(struct reading *r)
{
    int64_t mark = current_mark(r);
    if (mark == NO_MARK || !r->font)
        return;
    while (r->texts.count <= (size_t)mark)
        *VEC_PUSH(r->arena, &r->texts) = str_builder_in(r->arena);
    for (size_t i = 0; i < r->strings.count; i++)
        cmap_add_text(r->font, r->strings.items[i], &r->texts.items[mark]);
}

static void open_mark(struct reading *r)
{
    if (r->depth < DEEPEST)
        r->open[r->depth] = r->mark;
    r->depth++;
}

static void close_mark(struct reading *r)
{
    r->depth -= r->depth > 0 ? 1 : 0;
}

static bool is_number(struct str word)
{
    char c = word.data[0];
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.';
}

static int64_t integer_of(struct str word)
{
    int64_t value = 0;
    for (size_t i = 0; i < word.len && word.data[i] >= '0' && word.data[i] <= '9'; i++)
        value = value < MOST_MARKS ? value * 10 + (word.data[i] - '0') : MOST_MARKS;
    return value < MOST_MARKS ? value : NO_MARK;
}

static void operate(struct reading *r, struct str operator)
{
    if (str_equal(operator, STR("Tf")))
        r->font = find_font(r, r->name);
    else if (str_equal(operator, STR("Tj")) || str_equal(operator, STR("TJ")))
        show(r);
    else if (str_equal(operator, STR("BDC")) || str_equal(operator, STR("BMC")))
        open_mark(r);
    else if (str_equal(operator, STR("EMC")))
        close_mark(r);
    r->strings.count = 0;
    r->name = r->key = (struct str){0};
    r->mark = NO_MARK;
}

static void take_token(struct reading *r, const struct token *token)
{
    switch (token->kind) {
    case TOKEN_NAME:
        r->name = r->name.len > 0 ? r->name : token->text;
        r->key = token->text;
        break;
    case TOKEN_STRING: *VEC_PUSH(r->arena, &r->strings) = token->text; break;
    case TOKEN_WORD:
        if (!is_number(token->text))
            operate(r, token->text);
        else if (str_equal(r->key, STR("MCID")))
            r->mark = integer_of(token->text);
        break;
    case TOKEN_OPEN:
    case TOKEN_CLOSE:
    case TOKEN_DICTIONARY:
    case TOKEN_END: break;
    }
}

struct marks marks_read(struct mark_fonts *fonts, pdf_value page)
{
    struct reader *reader = fonts->reader;
    struct reading r = {.arena = fonts->arena,
                        .fonts = fonts,
                        .resources = reader_member(reader, page, "/Resources"),
                        .mark = NO_MARK};
    struct token token;
    r.tokens = (struct tokens){fonts->arena,
                               reader_data(reader, reader_member(reader, page, "/Contents")), 0};
    while (tokens_next(&r.tokens, &token))
        take_token(&r, &token);
    struct marks marks = {ARENA_ARRAY(fonts->arena, struct str, r.texts.count), r.texts.count};
    for (size_t i = 0; i < marks.count; i++)
        marks.texts[i] = str_built(&r.texts.items[i]);
    return marks;
}
