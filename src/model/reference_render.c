#include "model/reference_render.h"

#include "model/language.h"
#include "model/reference_names.h"
#include "model/reference_pages.h"

// Tables nest as deep as they are written: a handful of levels.
static void say_part(struct entry *entry, const struct part *part);
static bool has_value(const struct entry *entry, const struct part *part);

// what is there

static bool holds(const struct entry *entry, const struct condition *when)
{
    uint64_t type = (uint64_t)1 << entry->item->type;
    return (when->types == 0 || (when->types & type) != 0) && (when->not_types & type) == 0 &&
           (when->has == 0 || (when->has & entry->facts) != 0) && (when->lacks & entry->facts) == 0;
}

static const struct part *chosen(const struct entry *entry, const struct part *choose)
{
    const struct part *part = choose->parts;
    while (part->kind != PART_END && !holds(entry, &part->when))
        part++;
    return part;
}

static const struct part *first_with_value(const struct entry *entry, const struct part *first)
{
    const struct part *part = first->parts;
    while (part->kind != PART_END && !has_value(entry, part))
        part++;
    return part;
}

static bool any_has_value(const struct entry *entry, const struct part *parts)
{
    for (; parts->kind != PART_END; parts++)
        if (has_value(entry, parts))
            return true;
    return false;
}

static bool has_value(const struct entry *entry, const struct part *part)
{
    switch (part->kind) {
    case PART_END:
    case PART_MARK: return false;
    case PART_WORD: return (part->flags & PART_IS_VALUE) != 0;
    case PART_TEXT:
    case PART_EDITION:
    case PART_PAGES:
    case PART_NAMES:
    case PART_DATE:
    case PART_DOI:
    case PART_URL: return (entry->facts & FACT(part->what)) != 0;
    case PART_PHRASE:
    case PART_GROUP:
    case PART_FIRST: return any_has_value(entry, part->parts);
    case PART_IF: return holds(entry, &part->when) && any_has_value(entry, part->parts);
    case PART_CHOOSE: return has_value(entry, chosen(entry, part));
    }
    return false;
}

// Whether a part of a group that is printed prints something: words do, too.
static bool shows(const struct entry *entry, const struct part *part)
{
    if (part->kind == PART_WORD || part->kind == PART_MARK)
        return true;
    if (part->kind == PART_CHOOSE)
        return shows(entry, chosen(entry, part));
    if (part->kind != PART_IF)
        return has_value(entry, part);
    for (const struct part *inner = part->parts; inner->kind != PART_END; inner++)
        if (holds(entry, &part->when) && shows(entry, inner))
            return true;
    return false;
}

// values

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// English numbers have their endings written: "2nd". The others' stand in their phrase, or a point.
static struct str ordinal(struct entry *entry, struct str number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    for (size_t i = 0; i < number.len; i++)
        if (!is_digit(number.data[i]))
            return number;
    if (!str_equal(language_primary(entry->reader->terms->language), STR("en")))
        return number;
    unsigned unit = (unsigned)(number.data[number.len - 1] - '0');
    bool teen = number.len > 1 && number.data[number.len - 2] == '1';
    return str_format(entry->reader->arena, "%.*s%s", STR_ARGS(number),
                      teen || unit > 3 ? "th" : endings[unit]);
}

static void say_edition(struct entry *entry, const struct node *edition)
{
    struct str phrase = term_word(entry->reader->terms, TERM_EDITION, entry->reader->diags);
    size_t start, end;
    bool whole = !is_digit(edition->text.data[0]) ||
                 str_find(edition->text, STR(" ed"), 0) < edition->text.len;
    if (whole || !term_find_place(phrase, 0, &start, &end)) {
        entry_say_literal(entry, edition);
        return;
    }
    entry_say(entry, str_slice(phrase, 0, start));
    entry_say_for(entry, ordinal(entry, edition->text), edition);
    entry_say(entry, str_slice(phrase, end, phrase.len));
}

// A date holds together on its line.
static struct str bound(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++)
        str_add(&out, text.data[i] == ' ' ? STR("\u00a0") : str_slice(text, i, i + 1));
    return str_built(&out);
}

static void say_date(struct entry *entry, const struct part *part)
{
    const struct reference_date *date = &entry->data->dates[part->what - ITEM_FIRST_DATE];
    struct text_reader *reader = entry->reader;
    if (date->words)
        entry_read_inline(entry, date->words);
    else
        entry_say_for(entry,
                      bound(reader->arena, reference_date_text(reader->arena, reader->terms, date,
                                                               part->form, reader->diags)),
                      entry->item->dates[part->what - ITEM_FIRST_DATE].node);
}

static void say_names(struct entry *entry, const struct part *part)
{
    entry_say_names(entry, part->what);
    if (!part->labelled)
        return;
    entry_say(entry, STR(", "));
    entry_say_word(entry, entry_has_many(entry, part->what) ? part->many : part->word, 0);
}

static void say_text(struct entry *entry, const struct part *part)
{
    const struct node *scalar = entry->item->texts[part->what];
    entry_say(entry, str_from(part->before ? part->before : ""));
    if (item_variable_is_inline(part->what))
        entry_say_inline(entry, &entry->data->texts[part->what], part->flags);
    else
        entry_say_literal(entry, scalar);
    entry_say(entry, str_from(part->after ? part->after : ""));
}

static void say_word(struct entry *entry, const struct part *part)
{
    entry_say(entry, str_from(part->before ? part->before : ""));
    entry_say_word(entry, part->word, part->flags);
    entry_say(entry, str_from(part->after ? part->after : ""));
}

static void say_doi(struct entry *entry, const struct node *doi)
{
    entry_say_address(
        entry, doi, STR("doi:"),
        str_format(entry->reader->arena, "https://doi.org/%.*s", STR_ARGS(doi->text)));
}

// parts

static void say_parts(struct entry *entry, const struct part *parts, const char *between)
{
    bool first = true;
    for (; parts->kind != PART_END; parts++) {
        if (!shows(entry, parts))
            continue;
        if (!first && between)
            entry_say(entry, str_from(between));
        say_part(entry, parts);
        first = false;
    }
}

// The value that a phrase is put around, when it is a number.
static bool is_number(const struct entry *entry, const struct part *inner)
{
    const struct node *scalar = entry->item->texts[inner->what];
    for (size_t i = 0; i < scalar->text.len; i++)
        if (is_digit(scalar->text.data[i]))
            return true;
    return false;
}

static void say_phrase(struct entry *entry, const struct part *part)
{
    struct str phrase = term_word(entry->reader->terms, part->word, entry->reader->diags);
    size_t start, end;
    if ((part->flags & PART_IF_NUMBER && !is_number(entry, part->parts)) ||
        !term_find_place(phrase, 0, &start, &end)) {
        say_parts(entry, part->parts, NULL);
        return;
    }
    struct str before = str_slice(phrase, 0, start);
    if (part->flags & PART_CAPITAL)
        before = entry_capital(entry->reader->arena, before);
    entry_say(entry, before);
    say_parts(entry, part->parts, NULL);
    entry_say(entry, str_slice(phrase, end, phrase.len));
}

static void say_group(struct entry *entry, const struct part *part)
{
    entry_say(entry, str_from(part->before ? part->before : ""));
    say_parts(entry, part->parts, part->between);
    entry_say(entry, str_from(part->after ? part->after : ""));
}

static void say_first(struct entry *entry, const struct part *part)
{
    const struct part *taken = first_with_value(entry, part);
    say_part(entry, taken);
    if (taken->kind == PART_NAMES)
        entry->facts &= ~FACT(taken->what);
}

static void say_part(struct entry *entry, const struct part *part)
{
    switch (part->kind) {
    case PART_END: return;
    case PART_TEXT: say_text(entry, part); return;
    case PART_EDITION: say_edition(entry, entry->item->texts[part->what]); return;
    case PART_PAGES:
        entry_say_for(entry,
                      reference_pages(entry->reader->arena, entry->item->texts[part->what]->text,
                                      entry->style->collapses_pages),
                      entry->item->texts[part->what]);
        return;
    case PART_NAMES: say_names(entry, part); return;
    case PART_DATE: say_date(entry, part); return;
    case PART_DOI: say_doi(entry, entry->item->texts[part->what]); return;
    case PART_URL:
        entry_say_address(entry, entry->item->texts[part->what], STR(""),
                          entry->item->texts[part->what]->text);
        return;
    case PART_WORD: say_word(entry, part); return;
    case PART_MARK: entry_say(entry, str_from(part->before)); return;
    case PART_PHRASE: say_phrase(entry, part); return;
    case PART_GROUP: say_group(entry, part); return;
    case PART_IF: say_parts(entry, part->parts, NULL); return;
    case PART_CHOOSE: say_part(entry, chosen(entry, part)); return;
    case PART_FIRST: say_first(entry, part); return;
    }
}

void reference_render(struct entry *entry)
{
    say_parts(entry, entry->style->entry, NULL);
}
