#include "model/reference_dates.h"

#include "model/date.h"
#include "model/language.h"

// reading

static bool report(struct diags *diags, struct span span)
{
    diag_add(diags, DIAG_BAD_DATE, span, "this is no date that exists");
    diag_hint(diags, "write 2024, 2024-05 or 2024-05-01, a range as 2024-05/2024-06, and words as "
                     "`{literal: \"Spring 2024\"}`");
    return false;
}

// EDTF: months 21 to 24 are spring to winter.
static bool read_season(struct str text, struct reference_date *out)
{
    if (text.len != 7 || text.data[4] != '-' || text.data[5] != '2' || text.data[6] < '1' ||
        text.data[6] > '4')
        return false;
    out->season = (uint32_t)(text.data[6] - '0');
    return date_parse_year(str_slice(text, 0, 4), &out->from);
}

static struct str without_circa(struct str text, struct reference_date *out)
{
    if (text.len == 0 || (text.data[text.len - 1] != '~' && text.data[text.len - 1] != '?'))
        return text;
    out->circa = true;
    return str_slice(text, 0, text.len - 1);
}

static bool is_before(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year;
    return a.month != b.month ? a.month < b.month : a.day < b.day;
}

static bool read_text(struct str text, struct reference_date *out)
{
    text = without_circa(str_trim(text), out);
    size_t slash = str_find_byte(text, '/', 0);
    if (slash == text.len)
        return read_season(text, out) || date_parse_year(text, &out->from);
    return date_parse_year(str_slice(text, 0, slash), &out->from) &&
           date_parse_year(str_slice(text, slash + 1, text.len), &out->to) &&
           is_before(out->from, out->to);
}

static bool read_scalar(struct diags *diags, const struct node *scalar, struct reference_date *out)
{
    if (str_equal(scalar->text, STR("n.d.")))
        out->words = scalar;
    return out->words || read_text(scalar->text, out) || report(diags, scalar->span);
}

static bool read_parts(const struct schema_list *numbers, struct date *out)
{
    const uint32_t *parts = numbers->items;
    if (numbers->count < 1 || numbers->count > 3)
        return false;
    uint32_t month = numbers->count > 1 ? parts[1] : 0, day = numbers->count > 2 ? parts[2] : 0;
    if (month > 12 || day > 31)
        return false;
    *out = (struct date){(uint16_t)parts[0], (uint8_t)month, (uint8_t)day};
    return date_exists(*out);
}

static bool read_lists(const struct schema_list *lists, struct reference_date *out)
{
    const struct schema_list *items = lists->items;
    if (lists->count < 1 || lists->count > 2 || !read_parts(&items[0], &out->from))
        return false;
    return lists->count == 1 || (read_parts(&items[1], &out->to) && is_before(out->from, out->to));
}

static bool read_mapping(struct diags *diags, const struct draft_date_parts *draft,
                         struct reference_date *out)
{
    out->circa = draft->circa;
    out->words = draft->literal;
    if (draft->literal)
        return true;
    if (draft->raw)
        return read_scalar(diags, draft->raw, out);
    if (!read_lists(&draft->parts, out))
        return report(diags, draft->found.node->span);
    out->season = out->from.month == 0 ? draft->season : 0;
    return true;
}

struct reference_date reference_date_read(struct diags *diags, const struct schema_any *any)
{
    struct reference_date date = {0};
    if (!any->node)
        return date;
    bool fine = any->type->kind == SCHEMA_OBJECT ? read_mapping(diags, any->value, &date)
                                                 : read_scalar(diags, any->node, &date);
    return fine ? date : (struct reference_date){0};
}

bool reference_date_is_given(const struct reference_date *date)
{
    return date->words || date->from.year != 0;
}

// writing

// Citing Medicine, chapter 1, dates: months in their first three letters.
static struct str month_word(struct str language, uint32_t month)
{
    static const char short_months[] = "JanFebMarAprMayJunJulAugSepOctNovDec";
    if (str_equal(language_primary(language), STR("en")))
        return (struct str){short_months + 3 * (month - 1), 3};
    return term_month(language, month);
}

static struct str year_first(struct arena *arena, struct str language, struct date date)
{
    struct str_builder out = str_builder_in(arena);
    str_add_uint(&out, date.year);
    if (date.month > 0)
        str_addf(&out, " %.*s", STR_ARGS(month_word(language, date.month)));
    if (date.day > 0)
        str_addf(&out, " %u", (unsigned)date.day);
    return str_built(&out);
}

// The end of a range, without what it shares with the beginning.
static struct str year_first_end(struct arena *arena, struct str language, struct date from,
                                 struct date to)
{
    struct str whole = year_first(arena, language, to);
    if (from.year != to.year)
        return whole;
    if (from.month == to.month && to.day > 0)
        return str_format(arena, "%u", (unsigned)to.day);
    return str_slice(whole, str_find_byte(whole, ' ', 0) + 1, whole.len);
}

static struct str season_text(struct arena *arena, const struct terms *terms,
                              const struct reference_date *date, bool year_leads,
                              struct diags *diags)
{
    struct str word = term_word(terms, (enum term)(TERM_SPRING + date->season - 1), diags);
    unsigned year = date->from.year;
    if (year_leads)
        return str_format(arena, "%u %.*s", year, STR_ARGS(word));
    return str_format(arena, "%.*s %u", STR_ARGS(word), year);
}

static struct date as_precise_as(struct date date, enum date_form form)
{
    if (form == DATE_YEAR)
        date.month = 0;
    if (form == DATE_YEAR || form == DATE_YEAR_MONTH)
        date.day = 0;
    return date;
}

static bool is_same(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

static struct str range_text(struct arena *arena, const struct terms *terms,
                             const struct reference_date *date, enum date_form form)
{
    struct date from = as_precise_as(date->from, form), to = as_precise_as(date->to, form);
    if (is_same(from, to))
        to = (struct date){0};
    if (form == DATE_LONG || form == DATE_YEAR)
        return term_dates(arena, terms->language, from, to);
    struct str text = year_first(arena, terms->language, from);
    if (to.year == 0)
        return text;
    return str_format(arena, "%.*s-%.*s", STR_ARGS(text),
                      STR_ARGS(year_first_end(arena, terms->language, from, to)));
}

struct str reference_date_text(struct arena *arena, const struct terms *terms,
                               const struct reference_date *date, enum date_form form,
                               struct diags *diags)
{
    struct str text = date->season > 0 && form != DATE_YEAR
                          ? season_text(arena, terms, date, form != DATE_LONG, diags)
                          : range_text(arena, terms, date, form);
    return date->circa ? str_format(arena, "[%.*s?]", STR_ARGS(text)) : text;
}
