#include "model/locators.h"

#include "model/language.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (unsigned char)c >= 0x80;
}

static bool is_roman(struct str text)
{
    static const struct str digits = STR_INIT("ivxlcdm");
    for (size_t i = 0; i < text.len; i++)
        if (str_find_byte(digits, text.data[i], 0) == digits.len)
            return false;
    return text.len > 0;
}

// One number: "12", "S34", "e5b", "3.2" or "iv".
static bool is_number(struct str text)
{
    bool digit = false;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.data[i];
        bool inner = c == '.' && i > 0 && i + 1 < text.len;
        if (!is_digit(c) && !inner && (!is_letter(c) || (unsigned char)c >= 0x80))
            return false;
        digit = digit || is_digit(c);
    }
    return digit || is_roman(text);
}

static size_t skip_spaces(struct str text, size_t at)
{
    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\n'))
        at++;
    return at;
}

// Returns how many bytes join two numbers at `at`: a comma, a hyphen or an en dash; 0 for none.
static size_t joint_at(struct str text, size_t at)
{
    if (at < text.len && (text.data[at] == ',' || text.data[at] == '-'))
        return 1;
    return str_starts_with(str_slice(text, at, text.len), STR("–")) ? 3 : 0;
}

// "3, 5–7" → "3,5-7"; ranges of numbers have a hyphen (AMA 11th, 8.3).
static bool read_numbers(struct str text, struct str_builder *out, bool *several)
{
    *several = false;
    for (size_t at = 0;;) {
        size_t start = at;
        while (at < text.len && text.data[at] != ' ' && text.data[at] != '\n' &&
               joint_at(text, at) == 0)
            at++;
        struct str number = str_slice(text, start, at);
        if (!is_number(number))
            return false;
        str_add(out, number);
        at = skip_spaces(text, at);
        if (at == text.len)
            return true;
        size_t joint = joint_at(text, at);
        if (joint == 0)
            return false;
        str_add_byte(out, text.data[at] == ',' ? ',' : '-');
        at = skip_spaces(text, at + joint);
        *several = true;
    }
}

static bool is_english_page(struct str word)
{
    return str_equal(word, STR("p")) || str_equal(word, STR("p.")) || str_equal(word, STR("pp")) ||
           str_equal(word, STR("pp.")) || str_equal(word, STR("page")) ||
           str_equal(word, STR("pages"));
}

// Returns where the word ends that stands before the numbers: "p. 3", "p3", "§3", not "S34".
static size_t word_end(struct str text)
{
    size_t end = 0;
    while (end < text.len && is_letter(text.data[end]))
        end++;
    struct str word = str_slice(text, 0, end);
    if (end < text.len && text.data[end] == '.')
        return end + 1;
    bool part_of_number = end == 1 && end < text.len && is_digit(text.data[end]);
    return is_roman(word) || (part_of_number && !is_english_page(word)) ? 0 : end;
}

static void add_closed(struct str_builder *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (str_starts_with(str_slice(text, i, text.len), STR("\u00a0")))
            i++;
        else if (text.data[i] != ' ' && text.data[i] != '.')
            str_add_byte(out, text.data[i]);
}

// The document's own word for pages: "S. {pages}" → "S3".
static void add_pages(struct str_builder *out, const struct terms *terms, struct str numbers)
{
    struct str phrase = terms->words[TERM_PAGES_AT];
    size_t start, end;
    if (!term_find_place(phrase, 0, &start, &end)) {
        str_add(out, numbers);
        return;
    }
    add_closed(out, str_slice(phrase, 0, start));
    str_add(out, numbers);
    add_closed(out, str_slice(phrase, end, phrase.len));
}

bool locator_read(struct arena *arena, const struct terms *terms, struct str text, struct str *out)
{
    struct str_builder numbers = str_builder_in(arena), whole = str_builder_in(arena);
    struct str word = str_slice(text, 0, word_end(text));
    struct str rest = str_slice(text, skip_spaces(text, word.len), text.len);
    bool several;
    if (!read_numbers(rest, &numbers, &several))
        return false;
    bool english = str_equal(language_primary(terms->language), STR("en"));
    if (english && (word.len == 0 || is_english_page(word))) {
        str_add(&whole, several ? STR("pp") : STR("p"));
        str_add(&whole, str_built(&numbers));
    } else if (word.len == 0) {
        add_pages(&whole, terms, str_built(&numbers));
    } else {
        add_closed(&whole, word);
        str_add(&whole, str_built(&numbers));
    }
    *out = str_built(&whole);
    return true;
}
