// Entries by the AMA Manual of Style, 11th edition, chapter 3: what each CSL type prints.
#include "base/utf8.h"
#include "model/date.h"
#include "model/doi.h"
#include "model/inline_writer.h"
#include "model/language.h"
#include "model/references.h"
#include "model/terms.h"

// AMA 11th, 3.7: up to six names, else the first three and "et al".
enum { MOST_NAMES = 6, NAMES_OF_MANY = 3 };

// An entry that is being written.
struct entry {
    struct text_reader *reader;
    const struct draft_item *item;
    struct inline_writer writer;
    uint32_t place; // of what the style adds: the item's start
    char last;      // byte written, 0 at the start
};

static void say(struct entry *entry, struct str text)
{
    if (text.len == 0)
        return; // a word that the language lacks: that was said
    inline_write_for(&entry->writer, text, entry->place, 0);
    entry->last = text.data[text.len - 1];
}

static void say_word(struct entry *entry, enum term term)
{
    say(entry, term_word(entry->reader->terms, term, entry->reader->diags));
}

static void say_phrase(struct entry *entry, enum term term, struct str value)
{
    const struct term_values values = {.first = value};
    say(entry, term_phrase(entry->reader->arena, entry->reader->terms, term, &values,
                           entry->reader->diags));
}

// Begins what stands apart from the text before it.
static void begin(struct entry *entry)
{
    if (entry->last != 0)
        say(entry, STR(" "));
}

// Ends a part with a point, unless it ends in a mark of its own.
static void end(struct entry *entry)
{
    if (entry->last != '.' && entry->last != '?' && entry->last != '!')
        say(entry, STR("."));
}

static void say_scalar(struct entry *entry, const struct node *scalar)
{
    inline_write_mapped(&entry->writer, scalar->text, &scalar->map);
    entry->last = scalar->text.data[scalar->text.len - 1];
}

// Says a phrase with a scalar in its place.
static void say_around(struct entry *entry, enum term term, const struct node *scalar)
{
    struct str phrase = term_word(entry->reader->terms, term, entry->reader->diags);
    size_t start, end;
    if (!term_find_place(phrase, 0, &start, &end))
        return;
    say(entry, str_slice(phrase, 0, start));
    say_scalar(entry, scalar);
    say(entry, str_slice(phrase, end, phrase.len));
}

static void say_inline(struct entry *entry, const struct node *scalar, bool italic)
{
    struct inline_text text = inlines_read(entry->reader, scalar);
    struct str plain = inline_plain(entry->reader->arena, text.first);
    if (plain.len == 0)
        return;
    if (italic) {
        struct inline_level level = inline_writer_open(&entry->writer);
        inline_write_nodes(&entry->writer, text.first);
        inline_writer_close(&entry->writer, level, INLINE_EMPHASIS, text.span);
    } else {
        inline_write_nodes(&entry->writer, text.first);
    }
    entry->last = plain.data[plain.len - 1];
}

// One part that ends in a point.
static void say_part(struct entry *entry, const struct node *scalar, bool italic)
{
    if (!scalar)
        return;
    begin(entry);
    say_inline(entry, scalar, italic);
    end(entry);
}

// names

static bool is_capitals(struct str word)
{
    for (size_t i = 0; i < word.len; i++)
        if (word.data[i] < 'A' || word.data[i] > 'Z')
            return false;
    return word.len <= 3;
}

static bool splits_names(char c)
{
    return c == ' ' || c == '.' || c == '-' || c == '\n';
}

// "Jennifer N.", "J. N.", "JN" → "JN".
static struct str initials(struct arena *arena, struct str given)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < given.len;) {
        size_t start = at;
        while (at < given.len && !splits_names(given.data[at]))
            at++;
        struct str word = str_slice(given, start, at);
        size_t first = 0;
        if (word.len > 0 && !is_capitals(word))
            utf8_decode(word.data, word.len, &first);
        else
            first = word.len;
        str_add(&out, str_slice(word, 0, first));
        at += at < given.len;
    }
    return str_built(&out);
}

static bool is_et_al(const struct draft_name *name)
{
    return name->literal && (str_equal_ignoring_case(name->literal->text, STR("et al")) ||
                             str_equal_ignoring_case(name->literal->text, STR("et al.")));
}

static void say_name(struct entry *entry, const struct draft_name *name)
{
    if (name->literal) {
        say_scalar(entry, name->literal);
        return;
    }
    if (name->particle) {
        say_scalar(entry, name->particle);
        say(entry, STR(" "));
    }
    if (name->family)
        say_scalar(entry, name->family);
    if (name->given) {
        struct str letters = initials(entry->reader->arena, name->given->text);
        if (letters.len > 0) {
            say(entry, STR(" "));
            inline_write_for(&entry->writer, letters, name->given->span.start, 0);
            entry->last = letters.data[letters.len - 1];
        }
    }
    if (name->suffix) {
        say(entry, STR(" "));
        say_scalar(entry, name->suffix);
    }
}

static void say_names(struct entry *entry, const struct schema_list *list)
{
    const struct draft_name *names = list->items;
    size_t count = list->count;
    bool more = count > 0 && is_et_al(&names[count - 1]);
    count -= more;
    if (count > MOST_NAMES) {
        count = NAMES_OF_MANY;
        more = true;
    }
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            say(entry, STR(", "));
        say_name(entry, &names[i]);
    }
    if (more && count > 0)
        say(entry, STR(", "));
    if (more)
        say_word(entry, TERM_ET_AL);
}

static void say_authors(struct entry *entry)
{
    if (entry->item->author.count == 0)
        return;
    say_names(entry, &entry->item->author);
    end(entry);
}

static void say_editors(struct entry *entry)
{
    say_names(entry, &entry->item->editor);
    say(entry, STR(", "));
    say_word(entry, entry->item->editor.count > 1 ? TERM_EDITORS : TERM_EDITOR);
    say(entry, STR("."));
}

// dates and numbers

static bool parts_date(const struct draft_date_parts *draft, struct date *out)
{
    const struct schema_list *lists = draft->parts.items;
    if (draft->parts.count != 1 || lists[0].count < 1 || lists[0].count > 3)
        return false;
    const uint32_t *numbers = lists[0].items;
    uint32_t month = lists[0].count > 1 ? numbers[1] : 0, day = lists[0].count > 2 ? numbers[2] : 0;
    if (month > 12 || day > 31)
        return false;
    *out = (struct date){(uint16_t)numbers[0], (uint8_t)month, (uint8_t)day};
    return date_exists(*out);
}

static struct date read_date(struct entry *entry, const struct schema_any *any)
{
    struct date date = {0};
    if (!any->node)
        return date;
    bool fine = any->type->kind == SCHEMA_OBJECT ? parts_date(any->value, &date)
                                                 : date_parse_year(any->node->text, &date);
    if (fine)
        return date;
    diag_add(entry->reader->diags, DIAG_BAD_DATE, any->node->span, "this is no date that exists");
    diag_hint(entry->reader->diags, "write a year or a date, like 2024 or 2024-05-01");
    return (struct date){0};
}

// A date holds together on its line.
static struct str date_words(struct entry *entry, struct date date)
{
    struct arena *arena = entry->reader->arena;
    struct str text = term_date(arena, entry->reader->terms->language, date);
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < text.len;) {
        size_t space = str_find_byte(text, ' ', at);
        str_add(&out, str_slice(text, at, space));
        if (space < text.len)
            str_add(&out, STR("\u00a0"));
        at = space + 1;
    }
    return str_built(&out);
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.len <= 4;
}

static bool is_english(const struct entry *entry)
{
    return str_equal(language_primary(entry->reader->terms->language), STR("en"));
}

// English numbers have their endings written: "2nd". The others' stand in their phrase, or a point.
static struct str ordinal(struct entry *entry, struct str number)
{
    static const char *const endings[] = {"th", "st", "nd", "rd"};
    unsigned unit = (unsigned)(number.data[number.len - 1] - '0');
    bool teen = number.len > 1 && number.data[number.len - 2] == '1';
    if (!is_english(entry))
        return number;
    return str_format(entry->reader->arena, "%.*s%s", STR_ARGS(number),
                      teen || unit > 3 ? "th" : endings[unit]);
}

static void say_edition(struct entry *entry)
{
    if (!entry->item->edition)
        return;
    struct str edition = entry->item->edition->text;
    begin(entry);
    if (is_number(edition))
        say_phrase(entry, TERM_EDITION, ordinal(entry, edition));
    else if (is_english(entry) && !str_ends_with(edition, STR("ed")))
        say_around(entry, TERM_EDITION, entry->item->edition);
    else
        say_scalar(entry, entry->item->edition);
    end(entry);
}

// "Elsevier; 2024:12-19."
static void say_publication(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    struct date issued = read_date(entry, &item->issued);
    if (!item->publisher && issued.year == 0 && !item->page)
        return;
    begin(entry);
    if (item->publisher)
        say_inline(entry, item->publisher, false);
    if (item->publisher && issued.year)
        say(entry, STR("; "));
    if (issued.year)
        say(entry, str_format(entry->reader->arena, "%u", (unsigned)issued.year));
    if (item->page) {
        say(entry, STR(":"));
        say_scalar(entry, item->page);
    }
    end(entry);
}

// "2024;75(3):12-19."
static void say_issue(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    struct date issued = read_date(entry, &item->issued);
    if (issued.year == 0 && !item->volume && !item->page)
        return;
    begin(entry);
    if (issued.year)
        say(entry, str_format(entry->reader->arena, "%u", (unsigned)issued.year));
    if (item->volume) {
        say(entry, STR(";"));
        say_scalar(entry, item->volume);
    }
    if (item->issue) {
        say(entry, item->volume ? STR("(") : STR(";("));
        say_scalar(entry, item->issue);
        say(entry, STR(")"));
    }
    if (item->page) {
        say(entry, STR(":"));
        say_scalar(entry, item->page);
    }
    end(entry);
}

// addresses

// The map of a scalar's text with `prefix` bytes in front of it.
static struct srcmap shifted(struct arena *arena, const struct srcmap *map, uint32_t prefix)
{
    if (prefix == 0 || map->count == 0)
        return *map;
    struct srcmap_piece *pieces = ARENA_ARRAY(arena, struct srcmap_piece, map->count + 1);
    pieces[0] = (struct srcmap_piece){0, map->pieces[0].source};
    for (size_t i = 0; i < map->count; i++)
        pieces[i + 1] =
            (struct srcmap_piece){map->pieces[i].decoded + prefix, map->pieces[i].source};
    return (struct srcmap){map->file, pieces, map->count + 1, map->source_end};
}

// A live address, printed exactly after `prefix`.
static void say_address(struct entry *entry, const struct node *scalar, struct str prefix,
                        struct str target)
{
    struct arena *arena = entry->reader->arena;
    begin(entry);
    struct inline_level level = inline_writer_open(&entry->writer);
    struct inline_node *literal = inline_write_node(&entry->writer, INLINE_LITERAL, scalar->span);
    literal->literal = LITERAL_URL;
    literal->text = str_format(arena, "%.*s%.*s", STR_ARGS(prefix), STR_ARGS(scalar->text));
    literal->map = shifted(arena, &scalar->map, (uint32_t)prefix.len);
    inline_writer_close(&entry->writer, level, INLINE_LINK, scalar->span)->target = target;
    entry->last = 'x';
}

// AMA 11th, 3.15.3: a DOI stands in place of the URL and has no point after it.
static void say_where(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    struct date accessed = read_date(entry, &item->accessed);
    bool doi_fine = item->doi && doi_check(entry->reader->arena, item->doi, entry->reader->diags);
    bool url_fine = item->url && url_check(item->url, entry->reader->diags);
    if (doi_fine)
        say_address(
            entry, item->doi, STR("doi:"),
            str_format(entry->reader->arena, "https://doi.org/%.*s", STR_ARGS(item->doi->text)));
    if (item->doi || !url_fine)
        return;
    say_address(entry, item->url, STR(""), item->url->text);
    if (accessed.year == 0)
        return;
    end(entry);
    say(entry, STR(" "));
    say_phrase(entry, TERM_ACCESSED, date_words(entry, accessed));
    end(entry);
}

// types

static void write_article(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    say_authors(entry);
    say_part(entry, item->title, false);
    say_part(entry, item->container_short ? item->container_short : item->container, true);
    say_issue(entry);
}

static void write_webpage(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    say_authors(entry);
    say_part(entry, item->title, false);
    say_part(entry, item->container, false);
    say_part(entry, item->publisher, false);
    struct date issued = read_date(entry, &item->issued);
    if (issued.year == 0)
        return;
    begin(entry);
    say_phrase(entry, TERM_PUBLISHED, date_words(entry, issued));
    end(entry);
}

// A brochure, a leaflet, prescribing information: "Kymriah (prescribing information). Novartis;
// 2024."
static void write_document(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    say_authors(entry);
    begin(entry);
    say_inline(entry, item->title, false);
    if (item->genre) {
        say(entry, STR(" ("));
        say_scalar(entry, item->genre);
        say(entry, STR(")"));
    }
    end(entry);
    say_publication(entry);
}

static void write_report(struct entry *entry)
{
    say_authors(entry);
    say_part(entry, entry->item->title, false);
    say_publication(entry);
    if (!entry->item->number)
        return;
    begin(entry);
    say_around(entry, TERM_REPORT, entry->item->number);
    end(entry);
}

static void write_book(struct entry *entry)
{
    if (entry->item->author.count == 0 && entry->item->editor.count > 0)
        say_editors(entry);
    say_authors(entry);
    say_part(entry, entry->item->title, true);
    say_edition(entry);
    say_publication(entry);
}

static void write_chapter(struct entry *entry)
{
    const struct draft_item *item = entry->item;
    bool editors_lead = item->author.count == 0 && item->editor.count > 0;
    if (editors_lead)
        say_editors(entry);
    say_authors(entry);
    say_part(entry, item->title, false);
    begin(entry);
    say_word(entry, TERM_IN);
    say(entry, STR(" "));
    if (!editors_lead && item->editor.count > 0) {
        say_editors(entry);
        say(entry, STR(" "));
    }
    say_inline(entry, item->container, true);
    end(entry);
    say_edition(entry);
    say_publication(entry);
}

struct entry_type {
    struct str name;
    void (*write)(struct entry *entry);
    bool needs_container;
};

static const struct entry_type entry_types[] = {
    {STR_INIT("article-journal"), write_article, true},
    {STR_INIT("book"), write_book, false},
    {STR_INIT("chapter"), write_chapter, true},
    {STR_INIT("document"), write_document, false},
    {STR_INIT("pamphlet"), write_document, false},
    {STR_INIT("report"), write_report, false},
    {STR_INIT("webpage"), write_webpage, false},
};
enum { TYPE_COUNT = sizeof entry_types / sizeof entry_types[0] };

static const struct entry_type *find_type(struct text_reader *reader, const struct node *type)
{
    struct str names[TYPE_COUNT];
    struct str_builder all = str_builder_in(reader->arena);
    for (size_t i = 0; i < TYPE_COUNT; i++) {
        names[i] = entry_types[i].name;
        if (str_equal(names[i], type->text))
            return &entry_types[i];
        str_addf(&all, "%s%.*s", i == 0 ? "" : ", ", STR_ARGS(names[i]));
    }
    diag_add(reader->diags, DIAG_REFERENCE_TYPE, type->span,
             "references of the type `%.*s` are not built yet", STR_ARGS(type->text));
    if (!diag_hint_near(reader->diags, type->text, names, TYPE_COUNT))
        diag_hint(reader->diags, "one of: %.*s; or give the whole entry as `text`",
                  STR_ARGS(str_built(&all)));
    return NULL;
}

static bool require(struct text_reader *reader, const struct draft_item *item, bool given,
                    const char *key)
{
    if (given)
        return true;
    struct span span = item->id ? item->id->span : item->found.node->span;
    diag_add(reader->diags, DIAG_KEY_MISSING, span, "`%s` is missing in this reference", key);
    diag_hint(reader->diags, "add the key, or give the whole entry as `text`");
    return false;
}

static bool is_prescribing_information(const struct draft_item *item)
{
    return item->genre &&
           str_equal_ignoring_case(item->genre->text, STR("prescribing information"));
}

// Whether the item was given a key, be its value right or wrong.
static bool was_given(const struct draft_item *item, struct str key)
{
    return schema_has(&item_schema, &item->found, key);
}

static const struct entry_type *checked_type(struct text_reader *reader,
                                             const struct draft_item *item)
{
    if (!require(reader, item, was_given(item, STR("type")), "type") || !item->type)
        return NULL;
    const struct entry_type *type = find_type(reader, item->type);
    if (!type)
        return NULL;
    bool titled = require(reader, item, was_given(item, STR("title")), "title");
    bool held = !type->needs_container ||
                require(reader, item, was_given(item, STR("container-title")), "container-title");
    return titled && held && item->title && (!type->needs_container || item->container) ? type
                                                                                        : NULL;
}

bool reference_format(struct text_reader *reader, const struct draft_item *item,
                      struct inline_text *out)
{
    if (item->text && item->type) {
        diag_add(reader->diags, DIAG_BAD_COMBINATION, item->text->span,
                 "`text` cannot stand beside `type`");
        diag_hint(reader->diags, "`text` is the whole entry as it is printed");
        return false;
    }
    if (item->text) {
        *out = inlines_read(reader, item->text);
        return true;
    }
    const struct entry_type *type = checked_type(reader, item);
    struct span span = item->found.node->span;
    struct entry entry = {.reader = reader,
                          .item = item,
                          .writer = inline_writer_in(reader->arena, span.file),
                          .place = span.start};
    if (type && is_prescribing_information(item))
        write_document(&entry);
    else if (type)
        type->write(&entry);
    say_where(&entry); // its addresses and dates are checked in any case
    *out = inline_written(&entry.writer, span);
    return type != NULL;
}
