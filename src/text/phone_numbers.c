#include "text/phone_numbers.h"

enum { FEWEST_FIGURES = 7, MOST_FIGURES = 15 };

static bool is_figure(struct str text, size_t at)
{
    return at < text.len && text.data[at] >= '0' && text.data[at] <= '9';
}

static bool is_of_word(struct str text, size_t at)
{
    char letter = (char)(text.data[at] | 0x20);
    return is_figure(text, at) || (letter >= 'a' && letter <= 'z');
}

// Returns how many bytes part two groups at `at`: one sign or space, or a bracket and a space.
static size_t separator(struct str text, size_t at)
{
    static const struct str separators[] = {
        STR_INIT(") "),     STR_INIT(" ("),     STR_INIT(")"),     STR_INIT(" "),
        STR_INIT("-"),      STR_INIT("."),      STR_INIT("/"),     STR_INIT("("),
        STR_INIT("\u00A0"), STR_INIT("\u2011"), STR_INIT("\u202F")};
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (str_starts_with(str_slice(text, at, text.len), separators[i]) &&
            is_figure(text, at + separators[i].len))
            return separators[i].len;
    return 0;
}

struct groups {
    size_t start, end;
    size_t figures;
    size_t count;
    bool years; // every group so far could be a year
};

static void read_group(struct str text, struct groups *groups)
{
    size_t start = groups->end;
    while (is_figure(text, groups->end))
        groups->end++;
    size_t figures = groups->end - start;
    bool century = figures == 4 && (str_starts_with(str_slice(text, start, text.len), STR("19")) ||
                                    str_starts_with(str_slice(text, start, text.len), STR("20")));
    groups->years = groups->years && century;
    groups->figures += figures;
    groups->count++;
}

// Reads groups to their end, however many: what is too long is no number in any part of it.
static struct groups read_groups(struct str text, size_t at)
{
    struct groups groups = {.start = at, .end = at, .years = true};
    while (groups.start > 0 && groups.start + 2 > at &&
           (text.data[groups.start - 1] == '(' || text.data[groups.start - 1] == '+'))
        groups.start--;
    read_group(text, &groups);
    for (size_t gap = separator(text, groups.end); gap > 0; gap = separator(text, groups.end)) {
        groups.end += gap;
        read_group(text, &groups);
    }
    // A bracket round all of it is not the number's: (555-0101).
    bool opened = text.data[groups.start] == '(';
    if (opened && str_find_byte(text, ')', groups.start) >= groups.end)
        groups.start++;
    return groups;
}

static bool is_number(struct str text, const struct groups *groups)
{
    bool alone = (groups->start == 0 || !is_of_word(text, groups->start - 1)) &&
                 (groups->end == text.len || !is_of_word(text, groups->end));
    bool parted = groups->count > 1 || !is_figure(text, groups->start);
    return alone && parted && !groups->years && groups->figures >= FEWEST_FIGURES &&
           groups->figures <= MOST_FIGURES;
}

bool phone_number_find(struct str text, size_t from, struct phone_number *out)
{
    for (size_t at = from; at < text.len; at++) {
        if (!is_figure(text, at))
            continue;
        struct groups groups = read_groups(text, at);
        if (is_number(text, &groups)) {
            *out = (struct phone_number){(uint32_t)groups.start, (uint32_t)groups.end};
            return true;
        }
        at = groups.end;
        if (at >= text.len)
            break;
    }
    return false;
}
