#include "speech/cmap.h"

#include "speech/tokens.h"

enum { CODE_MOST = 4 };

static uint32_t number_of(struct str code)
{
    uint32_t number = 0;
    for (size_t i = 0; i < code.len && i < CODE_MOST; i++)
        number = number << 8 | (uint8_t)code.data[i];
    return number;
}

static struct str code_of(struct arena *arena, uint32_t number, size_t size)
{
    char *bytes = arena_alloc(arena, size);
    for (size_t i = size; i-- > 0; number >>= 8)
        bytes[i] = (char)(number & 255);
    return (struct str){bytes, size};
}

// What is none, as half of a pair, is U+FFFD.
static uint32_t character(uint32_t number)
{
    return number > 0x10FFFF || (number >= 0xD800 && number < 0xE000) ? 0xFFFD : number;
}

// UTF-16BE → UTF-8, the last unit raised by `more`.
static struct str text_of(struct arena *arena, struct str units, uint32_t more)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at + 1 < units.len; at += 2) {
        uint32_t unit = number_of(str_slice(units, at, at + 2));
        bool high = unit >= 0xD800 && unit < 0xDC00 && at + 3 < units.len;
        if (high) {
            uint32_t low = number_of(str_slice(units, at + 2, at + 4));
            unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
            at += 2;
        }
        str_add_code_point(&out, character(at + 3 < units.len ? unit : unit + more));
    }
    return str_built(&out);
}

static void add(struct arena *arena, struct cmap *cmap, uint32_t code, struct str text)
{
    struct str *kept = arena_copy(arena, &text, sizeof text);
    map_add(arena, &cmap->texts, code_of(arena, code, cmap->code_size), kept);
}

static void read_range(struct arena *arena, struct tokens *tokens, struct cmap *cmap,
                       struct str first)
{
    struct token token;
    uint32_t from = number_of(first), to;
    if (!tokens_next(tokens, &token))
        return;
    to = number_of(token.text);
    if (!tokens_next(tokens, &token))
        return;
    bool list = token.kind == TOKEN_OPEN;
    struct str units = token.text;
    for (uint32_t code = from; code <= to && code - from <= UINT16_MAX; code++) {
        if (list && (!tokens_next(tokens, &token) || token.kind != TOKEN_STRING))
            return;
        add(arena, cmap, code,
            list ? text_of(arena, token.text, 0) : text_of(arena, units, code - from));
    }
    if (list)
        tokens_next(tokens, &token);
}

// Each row of a block begins with a code.
static void read_block(struct arena *arena, struct tokens *tokens, struct cmap *cmap, bool ranges)
{
    struct token token, text;
    while (tokens_next(tokens, &token) && token.kind == TOKEN_STRING) {
        if (ranges)
            read_range(arena, tokens, cmap, token.text);
        else if (tokens_next(tokens, &text))
            add(arena, cmap, number_of(token.text), text_of(arena, text.text, 0));
    }
}

struct cmap cmap_read(struct arena *arena, struct str bytes)
{
    struct cmap cmap = {.code_size = 2};
    struct tokens tokens = {.arena = arena, .bytes = bytes};
    struct token token;
    while (tokens_next(&tokens, &token)) {
        if (token.kind != TOKEN_WORD)
            continue;
        if (str_equal(token.text, STR("begincodespacerange")) && tokens_next(&tokens, &token))
            cmap.code_size = token.text.len > 0 && token.text.len <= CODE_MOST ? token.text.len : 2;
        else if (str_equal(token.text, STR("beginbfchar")))
            read_block(arena, &tokens, &cmap, false);
        else if (str_equal(token.text, STR("beginbfrange")))
            read_block(arena, &tokens, &cmap, true);
    }
    return cmap;
}

void cmap_add_text(const struct cmap *cmap, struct str codes, struct str_builder *out)
{
    for (size_t at = 0; at + cmap->code_size <= codes.len; at += cmap->code_size) {
        const struct str *text = map_find(&cmap->texts, str_slice(codes, at, at + cmap->code_size));
        if (text)
            str_add(out, *text);
    }
}
