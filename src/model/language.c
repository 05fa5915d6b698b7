#include "model/language.h"

// ISO 639-1, and the three-letter languages that have no two-letter code and a hundred thousand
// readers or more in patient education.
static const char two_letter[] =
    " aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da "
    "de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy "
    "hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg "
    "li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or "
    "os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg sh si sk sl sm sn so sq sr ss st su sv sw "
    "ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu ";

// ISO 3166-1 alpha-2.
static const char regions[] =
    " AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR "
    "BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ "
    "EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW "
    "GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY "
    "KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV "
    "MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY "
    "QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG "
    "TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA "
    "ZM ZW ";

// ISO 15924, scripts in use today.
static const char scripts[] =
    " Adlm Arab Aran Armn Beng Bopo Cans Cher Cyrl Deva Ethi Geor Grek Gujr Guru Hang Hani Hans "
    "Hant Hebr Hira Hmnp Java Jpan Kali Kana Khmr Knda Kore Lana Laoo Latn Lepc Limb Lisu Mlym "
    "Mong Mtei Mymr Nkoo Olck Orya Rohg Sinh Sund Syrc Tale Talu Taml Telu Tfng Tglg Thaa Thai "
    "Tibt Vaii Yiii Zyyy ";

static bool is_listed(const char *list, struct str code)
{
    struct str all = str_from(list);
    if (code.len == 0)
        return false;
    for (size_t at = str_find(all, code, 0); at < all.len; at = str_find(all, code, at + 1))
        if (at > 0 && all.data[at - 1] == ' ' && all.data[at + code.len] == ' ')
            return true;
    return false;
}

static bool is_alpha(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool all_alpha(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_alpha(s.data[i]))
            return false;
    return true;
}

static bool all_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_digit(s.data[i]))
            return false;
    return true;
}

static bool all_alphanumeric(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_alpha(s.data[i]) && !is_digit(s.data[i]))
            return false;
    return s.len > 0;
}

static struct str next_subtag(struct str tag, size_t *at)
{
    size_t end = str_find_byte(tag, '-', *at);
    struct str subtag = str_slice(tag, *at, end);
    *at = end < tag.len ? end + 1 : tag.len;
    return subtag;
}

enum letter_case { LOWER, UPPER, TITLE };

static void add_cased(struct str_builder *out, struct str subtag, enum letter_case as)
{
    if (out->len > 0)
        str_add_byte(out, '-');
    for (size_t i = 0; i < subtag.len; i++) {
        char c = subtag.data[i];
        bool upper = as == UPPER || (as == TITLE && i == 0);
        if (is_alpha(c))
            c = (char)(upper ? c & ~0x20 : c | 0x20);
        str_add_byte(out, c);
    }
}

// The parts of a tag come in this order; each once, variants and extensions repeat.
enum part { PART_LANGUAGE, PART_SCRIPT, PART_REGION, PART_VARIANT, PART_EXTENSION };

static bool is_variant(struct str subtag)
{
    return (subtag.len >= 5 && subtag.len <= 8) || (subtag.len == 4 && is_digit(subtag.data[0]));
}

// Adds a subtag after the language; returns false when it cannot stand there.
static bool add_subtag(struct str_builder *out, struct str subtag, enum part *part)
{
    struct str_builder cased = str_builder_in(out->arena);
    if (!all_alphanumeric(subtag) || subtag.len > 8)
        return false;
    if (*part == PART_EXTENSION || subtag.len == 1) {
        *part = PART_EXTENSION;
        add_cased(out, subtag, LOWER);
        return true;
    }
    if (*part < PART_SCRIPT && subtag.len == 4 && all_alpha(subtag)) {
        *part = PART_SCRIPT;
        add_cased(&cased, subtag, TITLE);
        add_cased(out, subtag, TITLE);
        return is_listed(scripts, str_built(&cased));
    }
    if (*part < PART_REGION && subtag.len == 2 && all_alpha(subtag)) {
        *part = PART_REGION;
        add_cased(&cased, subtag, UPPER);
        add_cased(out, subtag, UPPER);
        return is_listed(regions, str_built(&cased));
    }
    if (*part < PART_REGION && subtag.len == 3 && all_digits(subtag)) {
        *part = PART_REGION;
        add_cased(out, subtag, LOWER);
        return true;
    }
    *part = PART_VARIANT;
    add_cased(out, subtag, LOWER);
    return is_variant(subtag);
}

static bool add_language(struct str_builder *out, struct str subtag)
{
    if (!all_alpha(subtag) || subtag.len < 2 || subtag.len > 3)
        return false;
    add_cased(out, subtag, LOWER);
    return subtag.len == 3 || is_listed(two_letter, str_built(out));
}

struct str language_canonical(struct arena *arena, struct str tag)
{
    struct str_builder out = str_builder_in(arena);
    enum part part = PART_LANGUAGE;
    size_t at = 0;
    if (tag.len == 0 || tag.data[tag.len - 1] == '-' || !add_language(&out, next_subtag(tag, &at)))
        return (struct str){0};
    while (at < tag.len)
        if (!add_subtag(&out, next_subtag(tag, &at), &part))
            return (struct str){0};
    // An extension needs something after its letter.
    return out.len > 2 && out.data[out.len - 2] == '-' ? (struct str){0} : str_built(&out);
}

// The usual slips: an underscore, UK for GB.
static struct str mended(struct arena *arena, struct str tag)
{
    struct str copy = str_copy(arena, tag);
    char *data = arena_copy(arena, copy.data, copy.len);
    for (size_t i = 0; i < copy.len; i++)
        if (data[i] == '_')
            data[i] = '-';
    copy.data = data;
    if (str_equal_ignoring_case(copy, STR("en-UK")))
        return STR("en-GB");
    return language_canonical(arena, copy);
}

bool language_check(struct arena *arena, const struct node *scalar, struct diags *diags,
                    struct str *out)
{
    return language_check_text(arena, scalar->text, scalar->span, diags, out);
}

bool language_check_text(struct arena *arena, struct str tag, struct span span, struct diags *diags,
                         struct str *out)
{
    *out = language_canonical(arena, tag);
    if (out->len > 0)
        return true;
    struct str mend = mended(arena, tag);
    diag_add(diags, DIAG_BAD_LANGUAGE, span, "this is no language tag: `%.*s`", STR_ARGS(tag));
    if (mend.len > 0)
        diag_hint(diags, "write %.*s", STR_ARGS(mend));
    else
        diag_hint(diags, "for example en-US, es, zh-Hans: a language code, then script or region");
    return false;
}

struct str language_primary(struct str tag)
{
    return str_slice(tag, 0, str_find_byte(tag, '-', 0));
}

bool language_has_subtag(struct str tag, struct str subtag)
{
    size_t at = 0;
    next_subtag(tag, &at);
    while (at < tag.len)
        if (str_equal_ignoring_case(next_subtag(tag, &at), subtag))
            return true;
    return false;
}

bool language_is_right_to_left(struct str tag)
{
    static const char right_to_left[] = " Adlm Arab Aran Hebr Nkoo Rohg Syrc Thaa ";
    static const char languages[] =
        " ar ckb dv fa he ks nqo pnb ps sd skr syr ug ur yi azb glk mzn prs ";
    size_t at = 0;
    next_subtag(tag, &at);
    while (at < tag.len) {
        struct str subtag = next_subtag(tag, &at);
        if (subtag.len == 4 && all_alpha(subtag))
            return is_listed(right_to_left, subtag);
    }
    return is_listed(languages, language_primary(tag));
}

struct str language_script(struct str tag)
{
    static const struct {
        struct str script;
        const char *languages;
    } usual[] = {
        {STR_INIT("Arab"), " ar ckb fa ks pnb ps sd skr ug ur azb glk mzn prs "},
        {STR_INIT("Hebr"), " he yi "},
        {STR_INIT("Deva"), " hi mr ne sa "},
        {STR_INIT("Thai"), " th "},
    };
    size_t at = 0;
    next_subtag(tag, &at);
    while (at < tag.len) {
        struct str subtag = next_subtag(tag, &at);
        if (subtag.len == 4 && all_alpha(subtag))
            return subtag;
    }
    for (size_t i = 0; i < sizeof usual / sizeof usual[0]; i++)
        if (is_listed(usual[i].languages, language_primary(tag)))
            return usual[i].script;
    return (struct str){0};
}

// The region of a tag, or "".
static struct str region_of(struct str tag)
{
    size_t at = 0;
    next_subtag(tag, &at);
    while (at < tag.len) {
        struct str subtag = next_subtag(tag, &at);
        if ((subtag.len == 2 && all_alpha(subtag)) || (subtag.len == 3 && all_digits(subtag)))
            return subtag;
    }
    return (struct str){0};
}

bool language_has_decimal_comma(struct str tag)
{
    static const char comma[] =
        " af az be bg bs ca cs da de el eo es et eu fi fo fr fy gl hr hu hy id is it ka kk kl ky "
        "lb "
        "lt lv mk nb nl nn no oc pl ps pt ro ru sk sl sq sr sv tk tr tt uk uz vi wo ";
    static const char spanish_point[] = " 419 CU DO GT HN MX NI PA PE PR SV US ";
    static const char arabic_comma[] = " DZ LB LY MA MR TN ";
    struct str language = language_primary(tag), region = region_of(tag);
    if (str_equal(language, STR("ar")))
        return is_listed(arabic_comma, region);
    if (str_equal(language, STR("es")) && is_listed(spanish_point, region))
        return false;
    bool swiss = str_equal(region, STR("CH")) || str_equal(region, STR("LI"));
    if (swiss && (str_equal(language, STR("de")) || str_equal(language, STR("it"))))
        return false;
    return is_listed(comma, language);
}

bool language_prefers_letter(struct str tag)
{
    static const char letter[] = " US CA MX PH CL CO CR GT NI PA PR SV VE BZ ";
    struct str region = region_of(tag);
    return is_listed(letter, region) || str_equal(tag, STR("en"));
}
