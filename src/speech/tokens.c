#include "speech/tokens.h"

#include <string.h>

static bool is_space(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static bool ends_word(char c)
{
    return is_space(c) || strchr("()<>[]{}/%", c) != NULL;
}

static char peek(const struct tokens *tokens, size_t ahead)
{
    size_t at = tokens->at + ahead;
    return at < tokens->bytes.len ? tokens->bytes.data[at] : '\0';
}

static void skip_blanks(struct tokens *tokens)
{
    struct str bytes = tokens->bytes;
    while (tokens->at < bytes.len) {
        if (bytes.data[tokens->at] == '%')
            tokens->at = str_find_byte(bytes, '\n', tokens->at);
        else if (!is_space(bytes.data[tokens->at]))
            return;
        else
            tokens->at++;
    }
}

static struct str take_word(struct tokens *tokens)
{
    size_t start = tokens->at;
    while (tokens->at < tokens->bytes.len && !ends_word(tokens->bytes.data[tokens->at]))
        tokens->at++;
    if (tokens->at == start)
        tokens->at++; // a sign that nothing of ours begins with
    return str_slice(tokens->bytes, start, tokens->at);
}

static int digit_of(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    char lower = (char)(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

static struct str take_hex(struct tokens *tokens)
{
    struct str_builder out = str_builder_in(tokens->arena);
    int high = -1;
    for (tokens->at++; tokens->at < tokens->bytes.len && peek(tokens, 0) != '>'; tokens->at++) {
        int digit = digit_of(peek(tokens, 0));
        if (digit < 0)
            continue;
        if (high >= 0)
            str_add_byte(&out, (char)(high * 16 + digit));
        high = high >= 0 ? -1 : digit;
    }
    if (high >= 0)
        str_add_byte(&out, (char)(high * 16));
    tokens->at++;
    return str_built(&out);
}

// 7.3.4.2, table 3.
static void take_escape(struct tokens *tokens, struct str_builder *out)
{
    static const char letters[] = "nrtbf", meant[] = "\n\r\t\b\f";
    char c = peek(tokens, 1);
    const char *letter = c != '\0' ? strchr(letters, c) : NULL;
    tokens->at++;
    if (letter) {
        str_add_byte(out, meant[letter - letters]);
    } else if (c >= '0' && c <= '7') {
        unsigned value = 0;
        size_t digits = 0;
        for (; digits < 3 && peek(tokens, digits) >= '0' && peek(tokens, digits) <= '7'; digits++)
            value = value * 8 + (unsigned)(peek(tokens, digits) - '0');
        tokens->at += digits - 1;
        str_add_byte(out, (char)(value & 255));
    } else if (c != '\n') {
        str_add_byte(out, c);
    }
}

static struct str take_literal(struct tokens *tokens)
{
    struct str_builder out = str_builder_in(tokens->arena);
    size_t depth = 1;
    for (tokens->at++; tokens->at < tokens->bytes.len; tokens->at++) {
        char c = peek(tokens, 0);
        if (c == '\\') {
            take_escape(tokens, &out);
            continue;
        }
        depth += c == '(' ? 1 : 0;
        depth -= c == ')' ? 1 : 0;
        if (depth == 0)
            break;
        str_add_byte(&out, c);
    }
    tokens->at++;
    return str_built(&out);
}

static struct token sign(struct tokens *tokens, enum token_kind kind, size_t size)
{
    tokens->at += size;
    return (struct token){kind, {0}};
}

bool tokens_next(struct tokens *tokens, struct token *out)
{
    skip_blanks(tokens);
    if (tokens->at >= tokens->bytes.len)
        return false;
    char c = peek(tokens, 0), next = peek(tokens, 1);
    if (c == '/') {
        tokens->at++;
        *out = (struct token){TOKEN_NAME, {0}};
        if (!ends_word(peek(tokens, 0)))
            out->text = take_word(tokens);
    } else if (c == '(') {
        *out = (struct token){TOKEN_STRING, take_literal(tokens)};
    } else if (c == '<' && next == '<') {
        *out = sign(tokens, TOKEN_DICTIONARY, 2);
    } else if (c == '<') {
        *out = (struct token){TOKEN_STRING, take_hex(tokens)};
    } else if (c == '>' && next == '>') {
        *out = sign(tokens, TOKEN_END, 2);
    } else if (c == '[') {
        *out = sign(tokens, TOKEN_OPEN, 1);
    } else if (c == ']') {
        *out = sign(tokens, TOKEN_CLOSE, 1);
    } else {
        *out = (struct token){TOKEN_WORD, take_word(tokens)};
    }
    return true;
}
