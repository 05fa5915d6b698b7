#include "text/breaks.h"

#include "base/utf8.h"
#include "text/breaks_bind.h"
#include "text/breaks_plain.h"
#include "text/icu.h"
#include "text/line_class.h"

#include <assert.h>
#include <string.h>

enum {
    LONGEST_WHOLE_ADDRESS = 40, // in characters; it is kept on one line
    SHORTEST_PIECE = 4,         // of an address at a line's start or end
};

static bool is_any_of(char byte, const char *bytes)
{
    return byte != '\0' && strchr(bytes, byte) != NULL;
}

static bool starts_with_mark(struct str text)
{
    size_t at = 0;
    return line_class_find(utf8_decode(text.data, text.len, &at)) == LINE_CM;
}

// The Chicago Manual of Style, 7.46: behind a colon or slashes; before other signs; on either side
// of = and &. A hyphen never ends a line: it would look like one of ours.
static bool address_may_part(struct str left, struct str right)
{
    char final = left.data[left.len - 1], first = right.data[0];
    if (final == '-' || starts_with_mark(right))
        return false;
    if (final == ':' || final == '/')
        return first != '/';
    return is_any_of(first, ".~,-_?#%=&") || is_any_of(final, "=&");
}

// Where the path begins: behind the first slash that is not one of "//".
static size_t path_start(struct str address)
{
    size_t host = 0;
    for (size_t i = 0; i + 1 < address.len && host == 0; i++)
        if (address.data[i] == ':')
            host = address.data[i + 1] == '/' ? i + 3 : i + 1;
    return str_find_byte(address, '/', host < address.len ? host : address.len) + 1;
}

static enum break_kind kind_of_break(struct str address, size_t at, size_t path)
{
    char final = address.data[at - 1], first = address.data[at];
    if (at < path)
        return BREAK_LAST_RESORT;
    return final == '/' || first == '?' || first == '#' || final == '&' ? BREAK_ALLOWED
                                                                        : BREAK_POOR;
}

static void keep_whole(const struct breaks_range *range, uint8_t *out)
{
    for (uint32_t i = range->start + 1; i < range->end; i++)
        if (out[i] == BREAK_ALLOWED)
            out[i] = BREAK_NONE;
}

static void break_address(struct str text, const struct breaks_range *range, uint8_t *out)
{
    keep_whole(range, out);
    struct str address = str_slice(text, range->start, range->end);
    size_t characters = utf8_count(address.data, address.len);
    if (characters <= LONGEST_WHOLE_ADDRESS && range->breaking == TEXT_BREAK_URL)
        return;
    size_t before = 0, path = path_start(address);
    for (size_t i = 0; i < address.len; i++) {
        if (utf8_continues(address.data[i]))
            continue;
        if (before >= SHORTEST_PIECE && characters - before >= SHORTEST_PIECE &&
            out[range->start + i] == BREAK_NONE &&
            address_may_part(str_slice(address, 0, i), str_slice(address, i, address.len)))
            out[range->start + i] = (uint8_t)kind_of_break(address, i, path);
        before++;
    }
}

bool breaks_find(const struct breaks_job *job, struct diags *diags, uint8_t *out)
{
    struct str text = job->text;
    if (!breaks_plain(text, out) && !icu_find_breaks(text, job->language, diags, out))
        return false;
    breaks_bind(text, out);
    for (size_t i = 0; i < job->range_count; i++) {
        const struct breaks_range *range = &job->ranges[i];
        assert(range->start <= range->end && range->end <= text.len);
        switch (range->breaking) {
        case TEXT_BREAK_NORMAL: break;
        case TEXT_BREAK_URL:
        case TEXT_BREAK_URL_NARROW: break_address(text, range, out); break;
        case TEXT_BREAK_NEVER: keep_whole(range, out); break;
        }
    }
    return true;
}
