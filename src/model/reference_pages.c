#include "model/reference_pages.h"

// "S34": the letters in front, and the digits.
struct page {
    struct str letters, digits;
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool read_page(struct str text, struct page *out)
{
    size_t at = 0;
    text = str_trim(text);
    while (at < text.len && !is_digit(text.data[at]))
        at++;
    out->letters = str_slice(text, 0, at);
    out->digits = str_slice(text, at, text.len);
    for (size_t i = 0; i < out->digits.len; i++)
        if (!is_digit(out->digits.data[i]))
            return false;
    return out->digits.len > 0;
}

// The second number in full: "1193-9" is to 1199.
static struct page whole(struct arena *arena, struct page from, struct page to)
{
    if (to.digits.len < from.digits.len)
        to.digits = str_format(arena, "%.*s%.*s",
                               STR_ARGS(str_slice(from.digits, 0, from.digits.len - to.digits.len)),
                               STR_ARGS(to.digits));
    if (to.letters.len == 0)
        to.letters = from.letters;
    return to;
}

static bool rises(struct page from, struct page to)
{
    if (from.digits.len != to.digits.len)
        return from.digits.len < to.digits.len;
    return str_compare(from.digits, to.digits) < 0;
}

// What the second number does not share with the first.
static struct str changed(struct page from, struct page to)
{
    size_t same = 0;
    while (from.digits.len == to.digits.len && from.digits.data[same] == to.digits.data[same])
        same++;
    return str_slice(to.digits, same, to.digits.len);
}

static void add_range(struct str_builder *out, struct str range, size_t dash, size_t dash_len,
                      bool collapses)
{
    struct page from, to;
    struct str first = str_trim(str_slice(range, 0, dash));
    struct str second = str_trim(str_slice(range, dash + dash_len, range.len));
    if (read_page(first, &from) && read_page(second, &to)) {
        struct page end = whole(out->arena, from, to);
        bool same_letters = str_equal(from.letters, end.letters);
        if (same_letters && rises(from, end) && collapses)
            second = changed(from, end);
        else if (same_letters && rises(from, end))
            second =
                str_format(out->arena, "%.*s%.*s", STR_ARGS(end.letters), STR_ARGS(end.digits));
    }
    str_addf(out, "%.*s-%.*s", STR_ARGS(first), STR_ARGS(second));
}

// Where a hyphen or an en dash joins two pages; range.len for none.
static size_t find_dash(struct str range, size_t *len)
{
    size_t hyphen = str_find_byte(range, '-', 0), dash = str_find(range, STR("\u2013"), 0);
    *len = dash < hyphen ? 3 : 1;
    return dash < hyphen ? dash : hyphen;
}

struct str reference_pages(struct arena *arena, struct str pages, bool collapses)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at <= pages.len;) {
        size_t comma = str_find_byte(pages, ',', at), len;
        struct str range = str_trim(str_slice(pages, at, comma));
        size_t dash = find_dash(range, &len);
        if (at > 0)
            str_add(&out, STR(", "));
        if (dash < range.len)
            add_range(&out, range, dash, len, collapses);
        else
            str_add(&out, range);
        at = comma + 1;
    }
    return str_built(&out);
}
