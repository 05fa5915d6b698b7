#include "input/yaml_check.h"

#include "base/utf8.h"

enum { MOST_REPORTS = 20 }; // of one kind: a binary file would have thousands

static struct span span_at(const struct source *source, size_t start, size_t end)
{
    return (struct span){source->file, (uint32_t)start, (uint32_t)end};
}

static bool check_utf8(const struct source *source, struct diags *diags)
{
    size_t reports = 0;
    for (size_t at = 0; at < source->bytes.len && reports < MOST_REPORTS; reports++) {
        at += utf8_check(source->bytes.data + at, source->bytes.len - at);
        if (at == source->bytes.len)
            break;
        diag_add(diags, DIAG_NOT_UTF8, span_at(source, at, at + 1),
                 "the byte 0x%02X is not UTF-8 text", (unsigned char)source->bytes.data[at]);
        diag_hint(diags, "save the file as UTF-8 (in many editors: Save with Encoding)");
        for (at++; at < source->bytes.len && utf8_continues(source->bytes.data[at]);)
            at++;
    }
    return reports == 0;
}

// What libyaml refuses, or takes for a line end where we do not: YAML 1.1 ends lines at U+0085,
// U+2028 and U+2029 too, and a carriage return alone is one for libyaml.
static bool is_refused(uint32_t code_point, bool lone_return)
{
    if (code_point < 0x20)
        return code_point == '\r' ? lone_return : code_point != '\t' && code_point != '\n';
    return (code_point >= 0x7F && code_point < 0xA0) || code_point == 0x2028 ||
           code_point == 0x2029 || code_point == 0xFEFF || code_point == 0xFFFE ||
           code_point == 0xFFFF;
}

static void refuse(const struct source *source, size_t start, size_t end, struct diags *diags)
{
    size_t at = start;
    uint32_t code_point = utf8_decode(source->bytes.data, source->bytes.len, &at);
    diag_add(diags, DIAG_CONTROL_CHARACTER, span_at(source, start, end),
             "the control character U+%04X cannot stand in text", code_point);
    if (code_point == '\r' || code_point == 0x85 || code_point == 0x2028 || code_point == 0x2029)
        diag_hint(diags, "end the line as other lines end: by a line feed, or both (Windows)");
    else
        diag_hint(diags, "delete it; a word processor may have left it when the text was pasted");
}

static bool check_controls(const struct source *source, struct diags *diags)
{
    struct str bytes = source->bytes;
    size_t reports = 0;
    size_t at = str_starts_with(bytes, STR("\xEF\xBB\xBF")) ? 3 : 0;
    while (at < bytes.len && reports < MOST_REPORTS) {
        size_t start = at;
        uint32_t code_point = utf8_decode(bytes.data, bytes.len, &at);
        if (!is_refused(code_point, at == bytes.len || bytes.data[at] != '\n'))
            continue;
        refuse(source, start, at, diags);
        reports++;
    }
    return reports == 0;
}

// Returns the length of a tab or no-break space at `at`, else 0.
static size_t wrong_space(struct str bytes, size_t at)
{
    if (bytes.data[at] == '\t')
        return 1;
    bool no_break = at + 1 < bytes.len && bytes.data[at] == '\xC2' && bytes.data[at + 1] == '\xA0';
    return no_break ? 2 : 0;
}

static void check_indentation(const struct source *source, size_t line, size_t *reports,
                              struct diags *diags)
{
    struct str bytes = source->bytes;
    size_t at = line;
    while (at < bytes.len && bytes.data[at] == ' ')
        at++;
    size_t wrong = at < bytes.len ? wrong_space(bytes, at) : 0;
    if (wrong == 0 || *reports >= MOST_REPORTS)
        return;
    (*reports)++;
    diag_add(diags, DIAG_YAML_TAB, span_at(source, at, at + wrong), "%s in the indentation",
             wrong == 1 ? "a tab" : "a no-break space");
    diag_hint(diags, "indent with plain spaces");
}

// Whether a key begins at `at`.
static bool begins_key(struct str bytes, size_t at)
{
    struct str line = str_slice(bytes, at, str_find_byte(bytes, '\n', at));
    size_t end = str_find_byte(line, ':', 0);
    return end > 0 && end < line.len && end < str_find_byte(line, ' ', 0);
}

struct str yaml_check_indented(struct arena *arena, struct str bytes)
{
    struct str_builder indented = str_builder_in(arena);
    size_t copied = 0;
    for (size_t line = 0; line < bytes.len; line = str_find_byte(bytes, '\n', line) + 1) {
        size_t at = line, spaces = 0;
        for (; at < bytes.len && (bytes.data[at] == ' ' || wrong_space(bytes, at) == 2); spaces++)
            at += bytes.data[at] == ' ' ? 1 : 2;
        if (at - line == spaces || !begins_key(bytes, at))
            continue;
        str_addf(&indented, "%.*s%*s", STR_ARGS(str_slice(bytes, copied, line)), (int)spaces, "");
        copied = at;
    }
    if (copied == 0)
        return bytes;
    str_add(&indented, str_slice(bytes, copied, bytes.len));
    return str_built(&indented);
}

bool yaml_check_text(const struct source *source, struct diags *diags)
{
    return check_utf8(source, diags) && check_controls(source, diags);
}

bool yaml_check_bytes(const struct source *source, struct diags *diags)
{
    if (!yaml_check_text(source, diags))
        return false;
    size_t reports = 0;
    for (size_t line = 0; line < source->bytes.len;) {
        check_indentation(source, line, &reports, diags);
        line = str_find_byte(source->bytes, '\n', line) + 1;
    }
    return true;
}
