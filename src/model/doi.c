#include "model/doi.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_one_of(char c, struct str set)
{
    return str_find_byte(set, c, 0) < set.len;
}

static bool is_suffix_byte(char c)
{
    return is_digit(c) || is_letter(c) || is_one_of(c, STR("-._;()/:"));
}

// Returns the offset of the first byte that is not as a DOI has it, or text.len.
static size_t first_fault(struct str text)
{
    if (!str_starts_with(text, STR("10.")))
        return 0;
    size_t at = 3;
    while (at < text.len && is_digit(text.data[at]) && at - 3 < 9)
        at++;
    if (at - 3 < 4 || at == text.len || text.data[at] != '/')
        return at < text.len ? at : 0;
    size_t start = ++at;
    while (at < text.len && is_suffix_byte(text.data[at]))
        at++;
    if (at == text.len && text.data[at - 1] == '.')
        return at - 1; // a sentence's point, not the DOI's
    return at == start && at == text.len ? 0 : at;
}

bool doi_is_valid(struct str text)
{
    return text.len > 0 && first_fault(text) == text.len;
}

static struct str without_spaces(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++)
        if (!is_one_of(text.data[i], STR(" \t\r\n")))
            str_add_byte(&out, text.data[i]);
    return str_built(&out);
}

struct str doi_mended(struct arena *arena, struct str text)
{
    static const struct str prefixes[] = {
        STR_INIT("https://"), STR_INIT("http://"), STR_INIT("dx."),
        STR_INIT("doi.org/"), STR_INIT("doi:"),    STR_INIT("doi"),
    };
    struct str doi = without_spaces(arena, text);
    for (size_t i = 0; i < sizeof prefixes / sizeof prefixes[0]; i++) {
        size_t len = prefixes[i].len;
        if (doi.len >= len && str_equal_ignoring_case(str_slice(doi, 0, len), prefixes[i]))
            doi = str_slice(doi, len, doi.len);
    }
    while (doi.len > 0 && is_one_of(doi.data[doi.len - 1], STR(".,;")))
        doi.len--;
    return doi_is_valid(doi) ? doi : (struct str){0};
}

bool doi_check(struct arena *arena, const struct node *scalar, struct diags *diags)
{
    struct str text = scalar->text;
    if (doi_is_valid(text))
        return true;
    size_t fault = first_fault(text);
    struct str mended = doi_mended(arena, text);
    const char *reason = "begins with 10., a number and a slash";
    if (fault > 0 && is_one_of(text.data[fault], STR(" \t\n")))
        reason = "has no spaces";
    else if (fault > 0 && fault == text.len - 1 && text.data[fault] == '.')
        reason = "has no point at its end";
    else if (fault > 7)
        reason = "has letters, digits and -._;()/: only";
    size_t end = fault == 0 ? text.len : fault + 1;
    while (end < text.len && ((unsigned char)text.data[end] & 0xC0) == 0x80)
        end++;
    diag_add(diags, DIAG_DOI_MALFORMED, node_text_span(scalar, fault, end), "a DOI %s", reason);
    if (mended.len > 0)
        diag_hint(diags, "write %.*s", STR_ARGS(mended));
    else
        diag_hint(diags, "a DOI looks like 10.1001/jama.2024.19462");
    return false;
}

// RFC 3986's characters, and letters above ASCII.
static bool is_url_byte(char c)
{
    return is_digit(c) || is_letter(c) || is_one_of(c, STR("-._~:/?#[]@!$&'()*+,;=%")) ||
           (unsigned char)c >= 0x80;
}

static bool has_only_url_bytes(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_url_byte(text.data[i]))
            return false;
    return true;
}

// Labels of letters, digits and hyphens between single points, at least two.
static bool is_host(struct str host)
{
    size_t points = 0, label = 0;
    for (size_t i = 0; i < host.len; i++) {
        char c = host.data[i];
        if (c == '.') {
            if (label == 0)
                return false;
            points++;
            label = 0;
        } else if (is_digit(c) || is_letter(c) || c == '-' || (unsigned char)c >= 0x80) {
            label++;
        } else {
            return false;
        }
    }
    return points > 0 && label > 0;
}

static struct str host_of(struct str rest)
{
    size_t end = 0;
    while (end < rest.len && !is_one_of(rest.data[end], STR("/?#:")))
        end++;
    return str_slice(rest, 0, end);
}

bool url_is_valid(struct str text)
{
    size_t start = str_starts_with(text, STR("https://"))  ? 8
                   : str_starts_with(text, STR("http://")) ? 7
                                                           : 0;
    return start > 0 && has_only_url_bytes(text) &&
           is_host(host_of(str_slice(text, start, text.len)));
}

bool url_check(const struct node *scalar, struct diags *diags)
{
    if (url_is_valid(scalar->text))
        return true;
    diag_add(diags, DIAG_URL_MALFORMED, scalar->span, "this is no web address: `%.*s`",
             STR_ARGS(scalar->text));
    diag_hint(diags, "write it whole, like https://www.example.org/page, without spaces");
    return false;
}

static bool is_mail(struct str text)
{
    size_t at = str_find_byte(text, '@', 0);
    return at > 0 && at < text.len && has_only_url_bytes(text) &&
           is_host(host_of(str_slice(text, at + 1, text.len)));
}

// RFC 3966: digits with visual separators, a plus sign in front.
static bool is_phone(struct str text)
{
    size_t digits = 0;
    for (size_t i = 0; i < text.len; i++) {
        digits += is_digit(text.data[i]);
        if (!is_digit(text.data[i]) && !is_one_of(text.data[i], STR("-.()")) &&
            !(i == 0 && text.data[i] == '+'))
            return false;
    }
    return digits >= 2;
}

bool target_check(struct str target, struct span span, struct diags *diags)
{
    bool fine = url_is_valid(target);
    if (str_starts_with(target, STR("mailto:")))
        fine = is_mail(str_slice(target, 7, target.len));
    else if (str_starts_with(target, STR("tel:")))
        fine = is_phone(str_slice(target, 4, target.len));
    if (fine)
        return true;
    diag_add(diags, DIAG_URL_MALFORMED, span, "a link cannot go to `%.*s`", STR_ARGS(target));
    diag_hint(diags, "write https://…, mailto:name@example.org, tel:+15550100100 or #a-section");
    return false;
}

bool email_check(const struct node *scalar, struct diags *diags)
{
    struct str text = scalar->text;
    size_t at = str_find_byte(text, '@', 0);
    if (at > 0 && at + 1 < text.len && str_find_byte(text, ' ', 0) == text.len)
        return true;
    diag_add(diags, DIAG_URL_MALFORMED, scalar->span, "this is no e-mail address: `%.*s`",
             STR_ARGS(text));
    diag_hint(diags, "write it like patients@example.org");
    return false;
}
