#include "text/breaks_bind.h"

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/letter_case.h"
#include "text/line_class.h"

// Symbols of units: the International System, medicine, print and money. Words (days, hours) may
// part from their number.
static const struct str units[] = {
    STR_INIT("%"),    STR_INIT("‰"),    STR_INIT("°C"),   STR_INIT("°F"),   STR_INIT("°"),
    STR_INIT("kg"),   STR_INIT("g"),    STR_INIT("mg"),   STR_INIT("µg"),   STR_INIT("μg"),
    STR_INIT("mcg"),  STR_INIT("ng"),   STR_INIT("km"),   STR_INIT("m"),    STR_INIT("cm"),
    STR_INIT("mm"),   STR_INIT("µm"),   STR_INIT("μm"),   STR_INIT("nm"),   STR_INIT("km²"),
    STR_INIT("m²"),   STR_INIT("cm²"),  STR_INIT("mm²"),  STR_INIT("m³"),   STR_INIT("cm³"),
    STR_INIT("mm³"),  STR_INIT("L"),    STR_INIT("l"),    STR_INIT("dL"),   STR_INIT("dl"),
    STR_INIT("mL"),   STR_INIT("ml"),   STR_INIT("µL"),   STR_INIT("cc"),   STR_INIT("mol"),
    STR_INIT("mmol"), STR_INIT("µmol"), STR_INIT("mEq"),  STR_INIT("IU"),   STR_INIT("IE"),
    STR_INIT("UI"),   STR_INIT("U"),    STR_INIT("Gy"),   STR_INIT("mGy"),  STR_INIT("Sv"),
    STR_INIT("mSv"),  STR_INIT("Hz"),   STR_INIT("kHz"),  STR_INIT("MHz"),  STR_INIT("kPa"),
    STR_INIT("mmHg"), STR_INIT("kcal"), STR_INIT("cal"),  STR_INIT("kJ"),   STR_INIT("J"),
    STR_INIT("W"),    STR_INIT("kW"),   STR_INIT("V"),    STR_INIT("mV"),   STR_INIT("h"),
    STR_INIT("hr"),   STR_INIT("hrs"),  STR_INIT("min"),  STR_INIT("s"),    STR_INIT("sec"),
    STR_INIT("ms"),   STR_INIT("ft"),   STR_INIT("lb"),   STR_INIT("lbs"),  STR_INIT("oz"),
    STR_INIT("mi"),   STR_INIT("yd"),   STR_INIT("tsp"),  STR_INIT("tbsp"), STR_INIT("am"),
    STR_INIT("pm"),   STR_INIT("a.m."), STR_INIT("p.m."), STR_INIT("a.m"),  STR_INIT("p.m"),
    STR_INIT("AM"),   STR_INIT("PM"),   STR_INIT("Uhr"),  STR_INIT("pt"),   STR_INIT("dpi"),
    STR_INIT("ppi"),  STR_INIT("kB"),   STR_INIT("KB"),   STR_INIT("MB"),   STR_INIT("GB"),
    STR_INIT("€"),    STR_INIT("$"),    STR_INIT("£"),    STR_INIT("USD"),  STR_INIT("EUR"),
    STR_INIT("GBP"),  STR_INIT("CHF"),  STR_INIT("kr"),   STR_INIT("zł"),   STR_INIT("Ft"),
};

// In lower case; what stands before a number.
static const struct str labels[] = {
    STR_INIT("figure"),    STR_INIT("figures"), STR_INIT("fig."),    STR_INIT("figs."),
    STR_INIT("table"),     STR_INIT("tables"),  STR_INIT("box"),     STR_INIT("panel"),
    STR_INIT("page"),      STR_INIT("pages"),   STR_INIT("p."),      STR_INIT("pp."),
    STR_INIT("no."),       STR_INIT("nos."),    STR_INIT("vol."),    STR_INIT("chapter"),
    STR_INIT("section"),   STR_INIT("part"),    STR_INIT("step"),    STR_INIT("appendix"),
    STR_INIT("reference"), STR_INIT("ref."),    STR_INIT("version"), STR_INIT("phase"),
    STR_INIT("grade"),     STR_INIT("stage"),   STR_INIT("type"),    STR_INIT("room"),
    STR_INIT("abbildung"), STR_INIT("abb."),    STR_INIT("tabelle"), STR_INIT("tab."),
    STR_INIT("seite"),     STR_INIT("seiten"),  STR_INIT("s."),      STR_INIT("nr."),
    STR_INIT("kapitel"),   STR_INIT("figur"),   STR_INIT("tabell"),  STR_INIT("tabel"),
    STR_INIT("figuur"),    STR_INIT("pagina"),  STR_INIT("blz."),    STR_INIT("sida"),
    STR_INIT("side"),      STR_INIT("figura"),  STR_INIT("tabla"),   STR_INIT("página"),
    STR_INIT("pág."),      STR_INIT("tableau"), STR_INIT("n.º"),     STR_INIT("n°"),
    STR_INIT("nº"),        STR_INIT("tabella"), STR_INIT("tabela"),  STR_INIT("strona"),
    STR_INIT("rysunek"),   STR_INIT("рис."),    STR_INIT("таблица"), STR_INIT("стр."),
    STR_INIT("№"),         STR_INIT("n."),      STR_INIT("oldal"),   STR_INIT("ábra"),
};

// In lower case, of the languages with hyphenation; those with an article ("24 de abril") bind it.
static const struct str months[] = {
    STR_INIT("january"),   STR_INIT("february"),     STR_INIT("march"),     STR_INIT("april"),
    STR_INIT("may"),       STR_INIT("june"),         STR_INIT("july"),      STR_INIT("august"),
    STR_INIT("september"), STR_INIT("october"),      STR_INIT("november"),  STR_INIT("december"),
    STR_INIT("jan"),       STR_INIT("feb"),          STR_INIT("mar"),       STR_INIT("apr"),
    STR_INIT("jun"),       STR_INIT("jul"),          STR_INIT("aug"),       STR_INIT("sep"),
    STR_INIT("sept"),      STR_INIT("oct"),          STR_INIT("nov"),       STR_INIT("dec"),
    STR_INIT("januar"),    STR_INIT("februar"),      STR_INIT("märz"),      STR_INIT("mai"),
    STR_INIT("juni"),      STR_INIT("juli"),         STR_INIT("oktober"),   STR_INIT("dezember"),
    STR_INIT("marts"),     STR_INIT("maj"),          STR_INIT("desember"),  STR_INIT("mars"),
    STR_INIT("januari"),   STR_INIT("februari"),     STR_INIT("maart"),     STR_INIT("mei"),
    STR_INIT("augustus"),  STR_INIT("augusti"),      STR_INIT("janvier"),   STR_INIT("février"),
    STR_INIT("avril"),     STR_INIT("juin"),         STR_INIT("juillet"),   STR_INIT("août"),
    STR_INIT("septembre"), STR_INIT("octobre"),      STR_INIT("novembre"),  STR_INIT("décembre"),
    STR_INIT("gennaio"),   STR_INIT("febbraio"),     STR_INIT("marzo"),     STR_INIT("aprile"),
    STR_INIT("maggio"),    STR_INIT("giugno"),       STR_INIT("luglio"),    STR_INIT("agosto"),
    STR_INIT("settembre"), STR_INIT("ottobre"),      STR_INIT("dicembre"),  STR_INIT("de"),
    STR_INIT("stycznia"),  STR_INIT("lutego"),       STR_INIT("marca"),     STR_INIT("kwietnia"),
    STR_INIT("maja"),      STR_INIT("czerwca"),      STR_INIT("lipca"),     STR_INIT("sierpnia"),
    STR_INIT("września"),  STR_INIT("października"), STR_INIT("listopada"), STR_INIT("grudnia"),
    STR_INIT("января"),    STR_INIT("февраля"),      STR_INIT("марта"),     STR_INIT("апреля"),
    STR_INIT("мая"),       STR_INIT("июня"),         STR_INIT("июля"),      STR_INIT("августа"),
    STR_INIT("сентября"),  STR_INIT("октября"),      STR_INIT("ноября"),    STR_INIT("декабря"),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_listed(struct str word, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(word, list[i]))
            return true;
    return false;
}

// As is_listed, for lists in lower case and a word in any.
static bool is_listed_in_lower(struct str word, const struct str *list, size_t count)
{
    char lower[32];
    size_t len = 0;
    for (size_t at = 0; at < word.len;) {
        if (len + UTF8_LONGEST > sizeof lower)
            return false;
        len += utf8_encode(letter_lower(utf8_decode(word.data, word.len, &at)), lower + len);
    }
    return is_listed((struct str){lower, len}, list, count);
}

static struct str without_opening(struct str word)
{
    while (word.len > 0 && (word.data[0] == '(' || word.data[0] == '['))
        word = str_slice(word, 1, word.len);
    return word;
}

static struct str without_closing(struct str word, bool full_stop_too)
{
    while (word.len > 0) {
        char final = word.data[word.len - 1];
        if (final != ',' && final != ';' && final != ':' && final != ')' && final != ']' &&
            final != '!' && final != '?' && !(final == '.' && full_stop_too))
            break;
        word.len--;
    }
    return word;
}

static uint32_t first_of(struct str word)
{
    size_t at = 0;
    return word.len > 0 ? utf8_decode(word.data, word.len, &at) : 0;
}

static bool number_and_unit(struct str left, struct str right)
{
    left = without_opening(left);
    if (left.len == 0 || !is_digit(left.data[left.len - 1]))
        return false;
    struct str unit = str_slice(right, 0, str_find_byte(right, '/', 0));
    return is_listed(without_closing(unit, true), units, COUNT(units)) ||
           is_listed(without_closing(unit, false), units, COUNT(units));
}

// "≤ 5", "≈ 20": a sign says something of the number behind it alone. One between two numbers
// ("2 × 5") may end a line.
static bool sign_and_number(struct str left, struct str right)
{
    static const struct str signs[] = {STR_INIT("≤"), STR_INIT("≥"), STR_INIT("<"),  STR_INIT(">"),
                                       STR_INIT("≈"), STR_INIT("~"), STR_INIT("<="), STR_INIT(">="),
                                       STR_INIT("±"), STR_INIT("=")};
    return right.len > 0 && is_digit(right.data[0]) &&
           is_listed(without_opening(left), signs, COUNT(signs));
}

static bool label_and_number(struct str left, struct str right)
{
    return right.len > 0 && is_digit(right.data[0]) &&
           is_listed_in_lower(without_opening(left), labels, COUNT(labels));
}

// One or two digits; "24." in German, "1er" in French.
static bool is_day(struct str word)
{
    size_t digits = 0;
    while (digits < word.len && is_digit(word.data[digits]))
        digits++;
    struct str rest = str_slice(word, digits, word.len);
    return digits >= 1 && digits <= 2 &&
           (rest.len == 0 || str_equal(rest, STR(".")) || str_equal(rest, STR("er")) ||
            str_equal(rest, STR("º")));
}

static bool is_month(struct str word)
{
    return is_listed_in_lower(without_closing(word, true), months, COUNT(months));
}

static bool day_and_month(struct str left, struct str right)
{
    left = without_opening(left);
    if (is_day(left))
        return is_month(right);
    return is_day(without_closing(right, true)) && !str_equal(left, STR("de")) && is_month(left);
}

// "J.", "J.N.", "J.-P."
static bool is_dotted_initials(struct str word)
{
    bool dotted = false;
    for (size_t at = 0; at < word.len;) {
        if (word.data[at] == '-')
            at++;
        if (at == word.len || !letter_is_upper(utf8_decode(word.data, word.len, &at)))
            return false;
        dotted = at < word.len && word.data[at] == '.';
        if (!dotted)
            return false;
        at++;
    }
    return dotted;
}

// "JN," as the references of medicine have them, up to three letters.
static bool is_closed_initials(struct str word, bool ends_text)
{
    struct str bare = without_closing(word, true);
    if (bare.len == 0 || (bare.len == word.len && !ends_text))
        return false;
    size_t letters = 0;
    for (size_t at = 0; at < bare.len; letters++)
        if (bare.data[at] == '-')
            at++;
        else if (!letter_is_upper(utf8_decode(bare.data, bare.len, &at)))
            return false;
    return letters <= 3;
}

// A capital and no other, up to its last letter: Brudno, van der Berg's Berg, O'Neill.
static bool is_family_name(struct str word)
{
    if (word.len < 2 || !letter_is_upper(first_of(word)))
        return false;
    char final = word.data[word.len - 1];
    return (final >= 'a' && final <= 'z') || utf8_continues(final);
}

// "(a)", "(iv)", "(12)"
static bool is_enumerator(struct str word)
{
    if (word.len < 3 || word.len > 6 || word.data[0] != '(' || word.data[word.len - 1] != ')')
        return false;
    struct str inner = str_slice(word, 1, word.len - 1);
    if (inner.len == 1)
        return true;
    for (size_t i = 0; i < inner.len; i++)
        if (!is_digit(inner.data[i]) && inner.data[i] != 'i' && inner.data[i] != 'v' &&
            inner.data[i] != 'x')
            return false;
    return true;
}

static bool is_et_al(struct str left, struct str right, struct str rest)
{
    if (str_equal(left, STR("et")))
        return str_equal(without_closing(right, true), STR("al"));
    if (!str_equal(right, STR("et")) || !str_starts_with(rest, STR(" al")))
        return false;
    return rest.len == 3 || (rest.data[3] & 0x20) == 0 || rest.data[3] < 'a';
}

struct gap {
    struct str left, right; // the words on either side
    struct str rest;        // of the text, behind `right`
};

static bool holds_together(const struct gap *gap)
{
    return number_and_unit(gap->left, gap->right) || sign_and_number(gap->left, gap->right) ||
           label_and_number(gap->left, gap->right) || day_and_month(gap->left, gap->right) ||
           is_enumerator(gap->left) || is_et_al(gap->left, gap->right, gap->rest) ||
           (is_dotted_initials(without_opening(gap->left)) &&
            letter_is_upper(first_of(gap->right))) ||
           (is_family_name(without_opening(gap->left)) &&
            is_closed_initials(gap->right, gap->rest.len == 0));
}

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\n';
}

static void bind_words(struct str text, uint8_t *out)
{
    struct str left = {text.data, 0};
    for (size_t at = 0; at < text.len;) {
        size_t start = at;
        while (at < text.len && !is_space(text.data[at]))
            at++;
        struct gap gap = {left, str_slice(text, start, at), str_slice(text, at, text.len)};
        if (out[start] == BREAK_ALLOWED && start > 0 && holds_together(&gap))
            out[start] = BREAK_NONE;
        left = gap.right;
        while (at < text.len && is_space(text.data[at]))
            at++;
    }
}

static bool is_letter(uint32_t code_point)
{
    if (code_point < 0x80)
        return (code_point | 0x20u) - 'a' < 26;
    return code_point >= 0xC0 && line_class_find(code_point) == LINE_AL;
}

static size_t before(struct str text, size_t at)
{
    while (at > 0 && utf8_continues(text.data[--at]))
        ;
    return at;
}

static bool letter_before(struct str text, size_t at)
{
    size_t start = before(text, at);
    return at > 0 && is_letter(utf8_decode(text.data, text.len, &start));
}

static bool letter_after(struct str text, size_t at)
{
    return at < text.len && is_letter(utf8_decode(text.data, text.len, &at));
}

static bool single_letter_before(struct str text, size_t at)
{
    return letter_before(text, at) && !letter_before(text, before(text, at));
}

static bool single_letter_after(struct str text, size_t at)
{
    if (!letter_after(text, at))
        return false;
    utf8_decode(text.data, text.len, &at);
    return !letter_after(text, at);
}

static bool unit_before(struct str text, size_t at)
{
    size_t start = at;
    while (start > 0 && at - start < 6 && letter_before(text, start))
        start = before(text, start);
    return is_listed(str_slice(text, start, at), units, COUNT(units));
}

// Whether a closed-up em dash begins at `at`; UAX #14 would let a line begin with it.
static bool closed_dash(struct str text, size_t at)
{
    return text.data[at - 1] != ' ' && utf8_decode(text.data, text.len, &at) == 0x2014;
}

// Whether a dash between spaces begins at `at`: it ends a line rather than open one.
static bool spaced_dash(struct str text, size_t at)
{
    if (text.data[at - 1] != ' ')
        return false;
    uint32_t code_point = utf8_decode(text.data, text.len, &at);
    return (code_point == 0x2013 || code_point == 0x2014) && at < text.len && text.data[at] == ' ';
}

// Where a break stands inside a word: at a hyphen, a slash or a dash.
static void bind_letters(struct str text, uint8_t *out)
{
    for (size_t i = 1; i < text.len; i++) {
        if (out[i] != BREAK_ALLOWED)
            continue;
        size_t sign = before(text, i), at = sign;
        if (closed_dash(text, i) || spaced_dash(text, i))
            out[i] = BREAK_NONE;
        uint32_t code_point = utf8_decode(text.data, text.len, &at);
        bool hyphen = code_point == '-' || code_point == 0x2010;
        if (!hyphen && code_point != '/')
            continue;
        if ((letter_before(text, sign) && single_letter_after(text, i)) ||
            (letter_after(text, i) && single_letter_before(text, sign)) ||
            (code_point == '/' && letter_after(text, i) && unit_before(text, sign)))
            out[i] = BREAK_NONE;
    }
}

void breaks_bind(struct str text, uint8_t *out)
{
    bind_words(text, out);
    bind_letters(text, out);
}
