#include "speech/walk.h"

#include "speech/tables.h"

#include <string.h>

// lines

static void add_words(struct str_builder *out, struct str text)
{
    static const struct str soft_hyphen = STR_INIT("\xC2\xAD");
    for (size_t i = 0; i < text.len;) {
        bool blank = text.data[i] == ' ' || text.data[i] == '\n' || text.data[i] == '\t';
        if (str_starts_with(str_slice(text, i, text.len), soft_hyphen)) {
            i += soft_hyphen.len;
            continue;
        }
        if (!blank)
            str_add_byte(out, text.data[i]);
        else if (out->len > 0 && out->data[out->len - 1] != ' ')
            str_add_byte(out, ' ');
        i++;
    }
}

void walk_say(struct walk *walk, struct str line)
{
    struct str_builder words = str_builder_in(walk->arena);
    add_words(&words, line);
    struct str said = str_trim(str_built(&words));
    if (said.len == 0)
        return;
    for (uint32_t i = 0; i < walk->indent; i++)
        str_add(walk->out, STR("  "));
    if (walk->before.len > 0) {
        str_add(walk->out, walk->before);
        str_add(walk->out, STR(": "));
    }
    walk->before = (struct str){0};
    str_add(walk->out, said);
    str_add_byte(walk->out, '\n');
}

// elements

struct str walk_type(struct walk *walk, pdf_value element)
{
    return reader_name(walk->reader, reader_member(walk->reader, element, "/S"));
}

struct walk_kids walk_kids(struct walk *walk, pdf_value element)
{
    pdf_value kids = reader_member(walk->reader, element, "/K");
    bool list = reader_kind(walk->reader, kids) == PDF_VALUE_ARRAY;
    size_t count = list ? reader_item_count(walk->reader, kids) : kids ? 1 : 0;
    struct walk_kids out = {ARENA_ARRAY(walk->arena, pdf_value, count), count};
    for (size_t i = 0; i < count; i++)
        out.items[i] = list ? reader_item(walk->reader, kids, i) : kids;
    return out;
}

uint32_t walk_page_of(struct walk *walk, pdf_value element, uint32_t page)
{
    pdf_value own = reader_member(walk->reader, element, "/Pg");
    return own ? reader_number(walk->reader, own) : page;
}

static struct str text_of(struct walk *walk, pdf_value element, const char *key)
{
    return reader_text(walk->reader, reader_member(walk->reader, element, key));
}

static struct str mark_text(const struct walk *walk, uint32_t page, int64_t mark)
{
    for (size_t i = 0; i < walk->page_count; i++) {
        const struct marks *marks = &walk->pages[i].marks;
        if (walk->pages[i].number == page)
            return mark >= 0 && (size_t)mark < marks->count ? marks->texts[mark] : STR("");
    }
    return STR("");
}

// text within a line

static void add_text(struct walk *walk, pdf_value element, uint32_t page, struct str_builder *out);

static void add_kid(struct walk *walk, pdf_value kid, uint32_t page, struct str_builder *out)
{
    struct reader *reader = walk->reader;
    if (reader_kind(reader, kid) == PDF_VALUE_INTEGER) {
        str_add(out, mark_text(walk, page, reader_integer(reader, kid)));
        return;
    }
    pdf_value mark = reader_member(reader, kid, "/MCID");
    if (mark)
        str_add(out, mark_text(walk, walk_page_of(walk, kid, page), reader_integer(reader, mark)));
    else if (!reader_member(reader, kid, "/Obj"))
        add_text(walk, kid, page, out);
}

// Where a link leads: its annotation's address, or what it says of itself.
static struct str purpose_of(struct walk *walk, pdf_value link)
{
    struct walk_kids kids = walk_kids(walk, link);
    for (size_t i = 0; i < kids.count; i++) {
        pdf_value annotation = reader_member(walk->reader, kids.items[i], "/Obj");
        pdf_value action = reader_member(walk->reader, annotation, "/A");
        struct str address = text_of(walk, action, "/URI");
        struct str contents = text_of(walk, annotation, "/Contents");
        if (annotation)
            return address.len > 0 ? address : contents;
    }
    return STR("");
}

static bool has_own_language(const struct walk *walk, struct str language)
{
    return language.len > 0 && !str_equal(language, walk->language);
}

static void add_inner(struct walk *walk, pdf_value element, uint32_t page, struct str_builder *out)
{
    static const char *const stands_in[] = {"/ActualText", "/Alt", "/E"};
    for (size_t i = 0; i < sizeof stands_in / sizeof stands_in[0]; i++) {
        struct str text = text_of(walk, element, stands_in[i]);
        if (text.len > 0) {
            str_add(out, text);
            return;
        }
    }
    struct walk_kids kids = walk_kids(walk, element);
    for (size_t i = 0; i < kids.count; i++)
        add_kid(walk, kids.items[i], page, out);
}

static bool is_block(struct str type)
{
    return str_equal(type, STR("P")) || str_equal(type, STR("LI")) || str_equal(type, STR("L"));
}

static void add_text(struct walk *walk, pdf_value element, uint32_t page, struct str_builder *out)
{
    struct str type = walk_type(walk, element), language = text_of(walk, element, "/Lang");
    struct str around = walk->language;
    page = walk_page_of(walk, element, page);
    if (is_block(type) && out->len > 0)
        str_add_byte(out, ' ');
    if (has_own_language(walk, language)) {
        str_addf(out, "[in %.*s] ", STR_ARGS(language));
        walk->language = language;
    }
    if (str_equal(type, STR("Link"))) {
        struct str purpose = purpose_of(walk, element);
        str_add(out, STR("[link "));
        add_inner(walk, element, page, out);
        str_addf(out, ", to %.*s]", STR_ARGS(purpose));
    } else {
        add_inner(walk, element, page, out);
    }
    walk->language = around;
}

struct str walk_text(struct walk *walk, pdf_value element, uint32_t page)
{
    struct str_builder raw = str_builder_in(walk->arena), out = str_builder_in(walk->arena);
    page = walk_page_of(walk, element, page);
    add_inner(walk, element, page, &raw);
    add_words(&out, str_built(&raw));
    return str_trim(str_built(&out));
}

// roles

static void walk_inside(struct walk *walk, pdf_value element, uint32_t page)
{
    struct walk_kids kids = walk_kids(walk, element);
    for (size_t i = 0; i < kids.count; i++)
        if (walk_type(walk, kids.items[i]).len > 0)
            walk_element(walk, kids.items[i], page);
}

static void say_role(struct walk *walk, const char *role, pdf_value element, uint32_t page)
{
    struct str text = walk_text(walk, element, page);
    if (text.len > 0)
        walk_say(walk,
                 str_format(walk->arena, "%s%s%.*s", role, *role ? ": " : "", STR_ARGS(text)));
}

static size_t count_items(struct walk *walk, pdf_value list)
{
    struct walk_kids kids = walk_kids(walk, list);
    size_t count = 0;
    for (size_t i = 0; i < kids.count; i++)
        count += str_equal(walk_type(walk, kids.items[i]), STR("LI")) ? 1 : 0;
    return count;
}

static struct str numbering_of(struct walk *walk, pdf_value list)
{
    pdf_value attributes = reader_member(walk->reader, list, "/A");
    return reader_name(walk->reader, reader_member(walk->reader, attributes, "/ListNumbering"));
}

static void say_item(struct walk *walk, pdf_value item, struct str label, uint32_t page)
{
    struct walk_kids kids = walk_kids(walk, item);
    for (size_t i = 0; i < kids.count; i++) {
        struct str type = walk_type(walk, kids.items[i]);
        if (str_equal(type, STR("Lbl")))
            label = walk_text(walk, kids.items[i], page);
    }
    walk->before = label;
    for (size_t i = 0; i < kids.count; i++)
        if (str_equal(walk_type(walk, kids.items[i]), STR("LBody")))
            walk_element(walk, kids.items[i], page);
    walk->before = (struct str){0};
}

static void say_list(struct walk *walk, pdf_value list, uint32_t page)
{
    struct walk_kids kids = walk_kids(walk, list);
    size_t count = count_items(walk, list);
    walk_say(walk, str_format(walk->arena, "List with %zu item%s", count, count == 1 ? "" : "s"));
    bool disc = str_equal(numbering_of(walk, list), STR("Disc"));
    walk->indent++;
    for (size_t i = 0; i < kids.count; i++) {
        if (str_equal(walk_type(walk, kids.items[i]), STR("LI")))
            say_item(walk, kids.items[i], disc ? STR("Bullet") : STR("Item"), page);
        else
            walk_element(walk, kids.items[i], page);
    }
    walk->indent--;
    walk_say(walk, STR("End of list"));
}

// A body may hold its words without a paragraph round them.
static void say_body(struct walk *walk, pdf_value body, uint32_t page)
{
    static const char *const blocks[] = {"P",          "L",    "Table",   "Figure", "Sect", "Div",
                                         "BlockQuote", "Note", "Caption", "TOCI",   "TOC"};
    struct walk_kids kids = walk_kids(walk, body);
    bool holds_blocks = false;
    for (size_t i = 0; i < kids.count; i++)
        for (size_t j = 0; j < sizeof blocks / sizeof blocks[0]; j++)
            holds_blocks =
                holds_blocks || str_equal(walk_type(walk, kids.items[i]), str_from(blocks[j]));
    if (!holds_blocks) {
        say_role(walk, "", body, page);
        return;
    }
    for (size_t i = 0; i < kids.count; i++)
        walk_element(walk, kids.items[i], page);
}

static void say_around(struct walk *walk, const char *role, pdf_value element, uint32_t page)
{
    walk_say(walk, str_from(role));
    walk->indent++;
    say_body(walk, element, page);
    walk->indent--;
    walk_say(walk, str_format(walk->arena, "End of %c%s", role[0] | 0x20, role + 1));
}

static void say_heading(struct walk *walk, struct str type, pdf_value element, uint32_t page)
{
    const char role[] = {'H', 'e', 'a', 'd', 'i', 'n', 'g',          ' ',
                         'l', 'e', 'v', 'e', 'l', ' ', type.data[1], '\0'};
    say_role(walk, role, element, page);
}

static bool is_heading(struct str type)
{
    return type.len == 2 && type.data[0] == 'H' && type.data[1] >= '1' && type.data[1] <= '6';
}

static void say_element(struct walk *walk, struct str type, pdf_value element, uint32_t page)
{
    if (is_heading(type))
        say_heading(walk, type, element, page);
    else if (str_equal(type, STR("L")))
        say_list(walk, element, page);
    else if (str_equal(type, STR("LBody")) || str_equal(type, STR("Caption")))
        say_body(walk, element, page);
    else if (str_equal(type, STR("Table")))
        tables_say(walk, element, page);
    else if (str_equal(type, STR("Figure")))
        say_role(walk, "Figure", element, page);
    else if (str_equal(type, STR("BlockQuote")))
        say_around(walk, "Quote", element, page);
    else if (str_equal(type, STR("TOC")))
        say_around(walk, "Contents", element, page);
    else if (str_equal(type, STR("TOCI")) || str_equal(type, STR("P")) ||
             str_equal(type, STR("Span")) || str_equal(type, STR("Link")))
        say_role(walk, "", element, page);
    else
        walk_inside(walk, element, page);
}

void walk_element(struct walk *walk, pdf_value element, uint32_t page)
{
    struct str around = walk->language, language = text_of(walk, element, "/Lang");
    if (walk->depth >= WALK_DEEPEST)
        return;
    walk->depth++;
    if (has_own_language(walk, language)) {
        walk_say(walk, str_format(walk->arena, "In %.*s", STR_ARGS(language)));
        walk->language = language;
    }
    say_element(walk, walk_type(walk, element), element, walk_page_of(walk, element, page));
    walk->language = around;
    walk->depth--;
}
