#include "model/reference_numbers.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool report(struct diags *diags, enum diag_code code, const struct node *scalar,
                   const char *message)
{
    diag_add(diags, code, scalar->span, "%s", message);
    return false;
}

// Characters of a number with a check digit: digits, and X at the end. False when there are others
// than those and what separates them, or more than `most`.
static bool read_characters(struct str text, char *out, size_t most, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        if (c == '-' || c == ' ')
            continue;
        if ((!is_digit(c) && c != 'X' && c != 'x') || *count == most)
            return false;
        out[(*count)++] = c;
    }
    return true;
}

// The check character of numbers whose digits count as many times as stand behind them, and one.
static char check_of_eleven(const char *digits, size_t count)
{
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (unsigned)(digits[i] - '0') * (unsigned)(count + 1 - i);
    unsigned rest = (11 - sum % 11) % 11;
    return rest == 10 ? 'X' : (char)('0' + rest);
}

static char check_of_ten(const char *digits, size_t count)
{
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++)
        sum += (unsigned)(digits[i] - '0') * (i % 2 == 0 ? 1u : 3u);
    return (char)('0' + (10 - sum % 10) % 10);
}

static bool all_digits(const char *characters, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!is_digit(characters[i]))
            return false;
    return true;
}

static bool report_check_digit(struct arena *arena, struct diags *diags, enum diag_code code,
                               const struct node *scalar, char check)
{
    struct str mended = str_format(
        arena, "%.*s%c", STR_ARGS(str_slice(scalar->text, 0, scalar->text.len - 1)), check);
    report(diags, code, scalar, "the last digit does not go with the others");
    diag_hint(diags,
              "compare it with the work: one digit is wrong, or two were swapped; %.*s would be "
              "a number, if all but the last digit are right",
              STR_ARGS(mended));
    return false;
}

static bool is_same_letter(char a, char b)
{
    return a == b || (a == 'x' && b == 'X');
}

bool isbn_check(struct arena *arena, const struct node *scalar, struct diags *diags)
{
    char characters[13];
    size_t count;
    bool fine = read_characters(scalar->text, characters, 13, &count);
    if (!fine || (count != 10 && count != 13) || !all_digits(characters, count - 1)) {
        report(diags, DIAG_ISBN_MALFORMED, scalar, "an ISBN has 13 digits, or 10");
        diag_hint(diags, "write it as the book has it, like 978-0-306-40615-7, one for an entry");
        return false;
    }
    char check = count == 13 ? check_of_ten(characters, 12) : check_of_eleven(characters, 9);
    return is_same_letter(characters[count - 1], check) ||
           report_check_digit(arena, diags, DIAG_ISBN_MALFORMED, scalar, check);
}

bool issn_check(struct arena *arena, const struct node *scalar, struct diags *diags)
{
    char characters[8];
    size_t count;
    bool fine = read_characters(scalar->text, characters, 8, &count);
    if (!fine || count != 8 || !all_digits(characters, 7)) {
        report(diags, DIAG_ISBN_MALFORMED, scalar, "an ISSN has 8 digits");
        diag_hint(diags, "write it as the journal has it, like 0378-5955");
        return false;
    }
    char check = check_of_eleven(characters, 7);
    return is_same_letter(characters[7], check) ||
           report_check_digit(arena, diags, DIAG_ISBN_MALFORMED, scalar, check);
}

// Where the digits are that a text has behind `prefix` and other signs; empty when it has others.
static struct str digits_in(struct str text)
{
    size_t start = 0, end;
    while (start < text.len && !is_digit(text.data[start]))
        start++;
    for (end = start; end < text.len && is_digit(text.data[end]);)
        end++;
    struct str rest = str_trim(str_slice(text, end, text.len));
    bool alone = rest.len == 0 || str_equal(rest, STR(".")) || str_equal(rest, STR("/"));
    return alone ? str_slice(text, start, end) : (struct str){0};
}

static bool is_number(struct str digits)
{
    return digits.len >= 1 && digits.len <= 8 && digits.data[0] != '0';
}

bool pmid_check(const struct node *scalar, struct diags *diags)
{
    struct str digits = digits_in(scalar->text);
    if (is_number(digits) && digits.len == scalar->text.len)
        return true;
    report(diags, DIAG_PMID_MALFORMED, scalar, "a PMID is a number of up to 8 digits");
    if (is_number(digits) && !str_starts_with(scalar->text, STR("PMC")))
        diag_hint(diags, "write %.*s", STR_ARGS(digits));
    else
        diag_hint(diags, "PubMed shows it below the abstract, like 21234567");
    return false;
}

// The point and the version of the text that stand behind the number.
static struct str without_version(struct str text)
{
    size_t point = str_find_byte(text, '.', 0);
    if (point + 1 >= text.len)
        return text;
    for (size_t i = point + 1; i < text.len; i++)
        if (!is_digit(text.data[i]))
            return text;
    return str_slice(text, 0, point);
}

bool pmcid_check(const struct node *scalar, struct diags *diags)
{
    struct str text = without_version(scalar->text);
    struct str digits = digits_in(text);
    if (is_number(digits) && str_starts_with(text, STR("PMC")) && digits.len + 3 == text.len)
        return true;
    report(diags, DIAG_PMID_MALFORMED, scalar, "a PMCID is PMC and a number of up to 8 digits");
    if (is_number(digits))
        diag_hint(diags, "write PMC%.*s", STR_ARGS(digits));
    else
        diag_hint(diags, "PubMed Central shows it above the title, like PMC3123456");
    return false;
}
