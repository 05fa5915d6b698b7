#include "model/reference_names.h"

#include "base/utf8.h"
#include "text/letter_case.h"

// initials

static bool is_cased(uint32_t c)
{
    bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return ascii || (c >= 0xC0 && c < 0x530) || (c >= 0x1E00 && c < 0x2000);
}

static bool is_small(uint32_t c)
{
    return is_cased(c) && !letter_is_upper(c);
}

static bool splits_names(char c)
{
    return c == ' ' || c == '.' || c == '-' || c == '\n';
}

// Initials already: up to three capitals.
static bool is_capitals(struct str word)
{
    size_t count = 0;
    for (size_t at = 0; at < word.len; count++)
        if (!letter_is_upper(utf8_decode(word.data, word.len, &at)))
            return false;
    return count <= 3;
}

static void add_initial(struct str_builder *out, struct str word)
{
    size_t first = 0;
    uint32_t letter = utf8_decode(word.data, word.len, &first);
    if (is_small(letter)) // "de"
        str_addf(out, "%s%.*s ", out->len > 0 && out->data[out->len - 1] != ' ' ? " " : "",
                 STR_ARGS(word));
    else
        str_add(out, is_capitals(word) ? word : str_slice(word, 0, first));
}

static bool has_cased_letters(struct str text)
{
    for (size_t at = 0; at < text.len;)
        if (is_cased(utf8_decode(text.data, text.len, &at)))
            return true;
    return false;
}

struct str reference_initials(struct arena *arena, struct str given)
{
    struct str_builder out = str_builder_in(arena);
    if (!has_cased_letters(given))
        return given;
    for (size_t at = 0; at < given.len;) {
        size_t start = at;
        while (at < given.len && !splits_names(given.data[at]))
            at++;
        if (at > start)
            add_initial(&out, str_slice(given, start, at));
        at += at < given.len;
    }
    return str_trim(str_built(&out));
}

struct str reference_suffix(struct str suffix)
{
    static const struct {
        struct str written, printed;
    } suffixes[] = {
        {STR_INIT("Jr."), STR_INIT("Jr")}, {STR_INIT("Sr."), STR_INIT("Sr")},
        {STR_INIT("II"), STR_INIT("2nd")}, {STR_INIT("III"), STR_INIT("3rd")},
        {STR_INIT("IV"), STR_INIT("4th")}, {STR_INIT("V"), STR_INIT("5th")},
    };
    for (size_t i = 0; i < sizeof suffixes / sizeof suffixes[0]; i++)
        if (str_equal(suffix, suffixes[i].written))
            return suffixes[i].printed;
    return suffix;
}

// one name

// Chinese, Japanese and Korean names have no space between their parts.
static bool joins(struct str family)
{
    size_t at = 0;
    uint32_t c = utf8_decode(family.data, family.len, &at);
    return (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0) ||
           (c >= 0x20000 && c < 0x33480);
}

static void say_apart(struct entry *entry, struct str text, const struct node *scalar)
{
    if (text.len == 0)
        return;
    if (entry->last != ' ' && entry->last != '\0')
        entry_say(entry, STR(" "));
    entry_say_for(entry, text, scalar);
}

static void say_family(struct entry *entry, const struct draft_name *name)
{
    if (name->particle) {
        entry_say_literal(entry, name->particle);
        bool bound = str_ends_with(name->particle->text, STR("'")) ||
                     str_ends_with(name->particle->text, STR("\u2019"));
        entry_say(entry, bound ? STR("") : STR(" "));
    }
    if (name->family)
        entry_read_inline(entry, name->family);
}

static struct str plain_text(struct entry *entry, const struct node *scalar)
{
    return inline_plain(entry->reader->arena, inlines_read(entry->reader, scalar).first);
}

static void say_name(struct entry *entry, const struct draft_name *name)
{
    if (name->literal) {
        entry_read_inline(entry, name->literal);
        return;
    }
    say_family(entry, name);
    if (name->given && name->family && joins(name->family->text))
        entry_read_inline(entry, name->given);
    else if (name->given)
        say_apart(entry, reference_initials(entry->reader->arena, plain_text(entry, name->given)),
                  name->given);
    if (name->dropping)
        say_apart(entry, name->dropping->text, name->dropping);
    if (name->suffix)
        say_apart(entry, reference_suffix(name->suffix->text), name->suffix);
}

// lists of names

static bool is_et_al(const struct draft_name *name)
{
    return name->literal && (str_equal_ignoring_case(name->literal->text, STR("et al")) ||
                             str_equal_ignoring_case(name->literal->text, STR("et al.")));
}

bool entry_has_many(const struct entry *entry, enum item_variable names)
{
    return item_names(entry->item, names)->count > 1;
}

void entry_say_names(struct entry *entry, enum item_variable variable)
{
    const struct schema_list *list = item_names(entry->item, variable);
    const struct draft_name *names = list->items;
    size_t count = list->count;
    bool more = count > 0 && is_et_al(&names[count - 1]);
    count -= more;
    if (count > entry->style->most_names) {
        count = entry->style->names_of_many;
        more = true;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            entry_say(entry, STR(", "));
        say_name(entry, &names[i]);
    }
    if (more && count > 0)
        entry_say(entry, STR(", "));
    if (more)
        entry_say_word(entry, TERM_ET_AL, 0);
    if (more && entry->style->et_al_has_point)
        entry_say(entry, STR("."));
}
