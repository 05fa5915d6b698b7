// Random blocks of all kinds with the keys that they share, as YAML and as what is read from them.
#ifndef PROPERTY_GENERATOR_BLOCKS_H
#define PROPERTY_GENERATOR_BLOCKS_H

#include "property/generator_text.h"

// A key on a line of its own, at the indentation.
static inline void generate_key(struct generated *g, const char *key)
{
    generate_line(g);
    str_addf(&g->yaml, "%s: ", key);
}

// The first key of an item of a list; the others stand two columns further in.
static inline void generate_first_key(struct generated *g, const char *key)
{
    generate_line(g);
    str_addf(&g->yaml, "- %s: ", key);
}

static inline void generate_literal(struct generated *g, const char *key, const char *text)
{
    generate_key(g, key);
    str_addf(&g->yaml, "\"%s\"", text);
    generate_read(g, text);
}

// Markdown under a key, `count` blocks of it.
static inline void generate_markdown(struct generated *g, int count)
{
    str_add_byte(&g->yaml, '|');
    g->indent += 2;
    generate_line(g);
    generate_blocks(g, count, 1);
    g->indent -= 2;
}

static inline void generate_callout(struct generated *g)
{
    static const char *const kinds[] = {"warning", "note", "tip"};
    const char *const words[] = {g->own->warning, g->own->note, g->own->tip};
    int kind = generate_below(g, 3);
    generate_key(g, "kind");
    str_add(&g->yaml, str_from(kinds[kind]));
    if (generate_below(g, 2)) {
        generate_key(g, "title");
        generate_inline(g, 5, 6);
    } else {
        generate_read(g, words[kind]);
    }
    generate_key(g, "body");
    generate_markdown(g, 1 + generate_below(g, 2));
}

static inline void generate_steps(struct generated *g)
{
    int count = 1 + generate_below(g, 5);
    for (int i = 1; i <= count; i++) {
        str_addf(&g->words, "%d", i);
        int form = generate_below(g, 4);
        if (form == 0) {
            generate_line(g);
            str_add(&g->yaml, STR("- "));
            generate_inline(g, 9, 9);
            continue;
        }
        if (form > 1) {
            generate_first_key(g, "title");
            generate_inline(g, 4, 8);
        }
        g->indent += 2;
        if (form == 1) {
            g->indent -= 2;
            generate_first_key(g, "body");
            g->indent += 2;
        }
        if (form == 2)
            generate_key(g, "body");
        if (form <= 2)
            generate_markdown(g, 1);
        g->indent -= 2;
    }
}

static inline void generate_checklist(struct generated *g)
{
    for (int i = 1 + generate_below(g, 5); i > 0; i--) {
        generate_line(g);
        str_add(&g->yaml, STR("- "));
        generate_inline(g, 12, 9);
    }
}

static inline void generate_contacts(struct generated *g)
{
    for (int i = 1 + generate_below(g, 3); i > 0; i--) {
        generate_first_key(g, "name");
        generate_inline(g, 3, 8);
        g->indent += 2;
        int keys = 1 + generate_below(g, 7) + 8 * generate_below(g, 2);
        if (keys & 1)
            generate_literal(g, "phone", "+1 555 010 0199");
        if (keys & 2)
            generate_literal(g, "email", "desk@example.org");
        if (keys & 4)
            generate_literal(g, "web", "https://example.org/desk");
        if (keys & 8) {
            generate_key(g, "hours");
            generate_inline(g, 6, 6);
        }
        g->indent -= 2;
    }
}

// Terms end in letters of their own, so that none is there twice.
static inline void generate_definitions(struct generated *g)
{
    static const char *const ends[] = {"a", "e", "i", "o"};
    int count = 1 + generate_below(g, 4);
    for (int i = 0; i < count; i++) {
        generate_line(g);
        generate_words(g, 1 + generate_below(g, 2), 9);
        generate_both(g, str_from(ends[i]));
        str_add(&g->yaml, STR(": "));
        generate_inline(g, 14, 9);
    }
}

static inline void generate_quotation(struct generated *g)
{
    bool mark = generate_below(g, 2) == 0;
    generate_both(g, mark ? STR("“") : STR(""));
    generate_words(g, 1 + generate_below(g, 12), 6);
    generate_both(g, mark ? STR("”") : STR(""));
}

static inline void generate_pull_quote(struct generated *g)
{
    generate_key(g, "text");
    generate_quotation(g);
    if (generate_below(g, 2)) {
        generate_key(g, "source");
        generate_inline(g, 4, 8);
    }
}

static inline void generate_facts(struct generated *g)
{
    for (int i = 1 + generate_below(g, 6); i > 0; i--) {
        int value = generate_below(g, 100);
        generate_first_key(g, "value");
        str_addf(&g->yaml, "\"%d\"", value);
        str_addf(&g->words, "%d", value);
        g->indent += 2;
        generate_key(g, "label");
        generate_inline(g, 6, 7);
        g->indent -= 2;
    }
}

static inline void generate_options(struct generated *g)
{
    generate_key(g, "options");
    g->indent += 2;
    for (int i = 1 + generate_below(g, 4); i > 0; i--) {
        generate_line(g);
        str_add(&g->yaml, STR("- "));
        generate_words(g, 1 + generate_below(g, 3), 4);
    }
    g->indent -= 2;
}

static inline void generate_write_in(struct generated *g)
{
    static const char *const widths[] = {"30%", "50%", "25%", "45mm", "100%"};
    for (int i = 1 + generate_below(g, 5); i > 0; i--) {
        generate_first_key(g, "label");
        generate_words(g, 1 + generate_below(g, 2), 4);
        g->indent += 2;
        int form = generate_below(g, 5);
        if (generate_below(g, 3) == 0) {
            generate_key(g, "width");
            str_add(&g->yaml, str_from(widths[generate_below(g, 5)]));
        }
        if (form == 0)
            generate_options(g);
        if (form == 1) {
            generate_key(g, "lines");
            str_addf(&g->yaml, "%d", 1 + generate_below(g, 6));
        }
        g->indent -= 2;
    }
}

static inline void generate_qr(struct generated *g)
{
    if (generate_below(g, 2)) {
        generate_key(g, "caption");
        generate_inline(g, 6, 8);
    }
    generate_literal(g, "url",
                     generate_below(g, 2) ? "https://example.org/car-t"
                                          : "https://example.org/a/very/long/address/of/one/page");
}

// One without an alternative text decorates.
static inline void generate_picture(struct generated *g)
{
    bool decorates = generate_below(g, 4) == 0;
    str_add(&g->yaml, STR("property-cells.svg"));
    generate_key(g, "alt");
    str_add(&g->yaml, decorates ? STR("\"\"") : STR("Two cells"));
    g->pictured = g->pictured || !decorates;
}

static inline void generate_figure_caption(struct generated *g, const char *number)
{
    generate_key(g, "caption");
    if (number) {
        generate_read(g, g->own->figure);
        generate_read(g, number);
    }
    generate_inline(g, 8, 8);
}

// The parts' captions are read before that of the whole.
static inline void generate_figure(struct generated *g)
{
    int parts = generate_below(g, 4);
    if (parts == 0) {
        generate_key(g, "file");
        generate_picture(g);
    } else {
        generate_key(g, "parts");
        for (int i = 0; i < parts; i++) {
            generate_first_key(g, "file");
            g->indent += 2;
            generate_picture(g);
            if (generate_below(g, 2))
                generate_figure_caption(g, NULL);
            g->indent -= 2;
        }
    }
    if (generate_below(g, 3) > 0) {
        char number[16];
        (void)snprintf(number, sizeof number, "%d.", ++g->figures);
        generate_figure_caption(g, number);
    }
}

static inline void generate_cells(struct generated *g, int columns, bool may_be_empty)
{
    str_add_byte(&g->yaml, '[');
    for (int i = 0; i < columns; i++) {
        str_add(&g->yaml, i > 0 ? STR(", \"") : STR("\""));
        if (!may_be_empty || generate_below(g, 6) > 0)
            generate_words(g, 1 + generate_below(g, 5), 6);
        str_add_byte(&g->yaml, '"');
    }
    str_add_byte(&g->yaml, ']');
}

// The notes stand below the rows.
static inline void generate_table(struct generated *g)
{
    int columns = 1 + generate_below(g, 4);
    g->made[g->blocks - 1].spans = g->made[g->blocks - 1].spans || columns > 2; // as in the theme
    if (generate_below(g, 2)) {
        generate_key(g, "caption");
        generate_read(g, g->own->table);
        str_addf(&g->words, "%d.", ++g->tables);
        generate_inline(g, 8, 8);
    }
    generate_key(g, "columns");
    generate_cells(g, columns, false);
    if (generate_below(g, 2)) {
        generate_key(g, "header-column");
        str_add(&g->yaml, STR("true"));
    }
    generate_key(g, "rows");
    for (int i = 1 + generate_below(g, 20); i > 0; i--) {
        generate_line(g);
        str_add(&g->yaml, STR("- "));
        generate_cells(g, columns, true);
    }
    if (generate_below(g, 2)) {
        generate_key(g, "notes");
        generate_inline(g, 9, 8);
    }
}

struct generator_kind {
    const char *key;
    void (*write)(struct generated *g);
    bool whole;
};

static inline const struct generator_kind *generator_of(enum generated_kind kind)
{
    static const struct generator_kind kinds[GENERATED_KINDS] = {
        [GENERATED_TEXT] = {"text", NULL, false},
        [GENERATED_CALLOUT] = {"callout", generate_callout, true},
        [GENERATED_STEPS] = {"steps", generate_steps, false},
        [GENERATED_CHECKLIST] = {"checklist", generate_checklist, false},
        [GENERATED_CONTACTS] = {"contacts", generate_contacts, false},
        [GENERATED_DEFINITIONS] = {"definitions", generate_definitions, false},
        [GENERATED_QUOTE] = {"quote", generate_pull_quote, true},
        [GENERATED_FACTS] = {"facts", generate_facts, false},
        [GENERATED_WRITE_IN] = {"write-in", generate_write_in, false},
        [GENERATED_QR] = {"qr", generate_qr, true},
        [GENERATED_FIGURE] = {"figure", generate_figure, true},
        [GENERATED_TABLE] = {"table", generate_table, false},
    };
    return &kinds[kind];
}

static inline enum generated_break generate_break(struct generated *g)
{
    static const char *const breaks[] = {"", "column", "page", "right"};
    enum generated_break before = (enum generated_break)(1 + generate_below(g, 3));
    generate_key(g, "break-before");
    str_add(&g->yaml, str_from(breaks[before]));
    return before;
}

// The keys that a block may carry; `first` stands right under its heading.
static inline void generate_shared(struct generated *g, struct generated_block *made, bool first)
{
    made->spans = g->spanning > 0;
    if (generate_below(g, 8) == 0) {
        generate_key(g, "span");
        str_add(&g->yaml, STR("all"));
        made->spans = true;
    }
    if (!first && generate_below(g, 10) == 0)
        made->before = generate_break(g);
    if (!first && made->before == BEFORE_NONE && g->blocks % 11 == 7) {
        generate_key(g, "place");
        str_add(&g->yaml, STR("foot"));
        made->spans = true;
    }
    int inside = generate_below(g, 8);
    if (inside < 2) {
        made->whole =
            inside == 0 && made->kind != GENERATED_WRITE_IN; // its rules say not how high it is
        generate_key(g, "break-inside");
        str_add(&g->yaml, inside == 0 ? STR("avoid") : STR("allow"));
    }
}

// What stands for some only is there, or not at all: then nothing in it counts.
static inline bool generate_condition(struct generated *g, bool first)
{
    bool holds = generate_below(g, 2) == 0;
    if (first || generate_below(g, 10) > 0)
        return true;
    generate_key(g, "when");
    str_addf(&g->yaml, "{age: %s}", holds ? "adult" : "child");
    return holds;
}

static inline void generate_inside(struct generated *g, enum generated_kind kind)
{
    generate_key(g, generator_of(kind)->key);
    if (kind == GENERATED_TEXT) {
        generate_markdown(g, 1 + generate_below(g, 2));
        return;
    }
    g->indent += 2;
    if (kind == GENERATED_QUOTE && generate_below(g, 3) == 0)
        generate_quotation(g);
    else
        generator_of(kind)->write(g);
    g->indent -= 2;
}

// What a block says is thrown away when it is for others: it neither cites nor counts.
static inline void generate_block(struct generated *g, bool first)
{
    enum generated_kind kind = (enum generated_kind)generate_below(g, GENERATED_KINDS);
    const struct own_words *around = g->own;
    struct generated_block *made = &g->made[g->blocks];
    *made = (struct generated_block){.kind = kind, .whole = generator_of(kind)->whole};
    generate_line(g);
    str_addf(&g->yaml, "- id: b%d", g->blocks++);
    g->indent += 2;
    generate_shared(g, made, first);
    if (generate_below(g, 12) == 0) {
        g->own = generated_words(generate_below(g, GENERATED_LANGUAGES));
        generate_key(g, "language");
        str_add(&g->yaml, str_from(g->own->language));
    }
    struct generated before = *g;
    g->pictured = false;
    bool there = generate_condition(g, first);
    generate_inside(g, kind);
    made->gone = !there || (g->words.len == before.words.len && !g->pictured);
    if (!there) {
        g->words.len = before.words.len;
        g->figures = before.figures;
        g->tables = before.tables;
        g->cited = before.cited;
        memcpy(g->numbers, before.numbers, sizeof before.numbers);
    }
    g->own = around;
    g->indent -= 2;
}

static inline void generate_item(struct generated *g, bool first, bool last)
{
    static const char *const breaks[] = {"page", "column", "cut"};
    int kind = generate_below(g, 12);
    if (g->blocks == GENERATED_BLOCKS || kind < 2) {
        generate_line(g);
        str_add(&g->yaml, STR("- "));
        generate_markdown(g, 1 + generate_below(g, 2));
    } else if (kind == 2 && !first && !last) {
        generate_line(g);
        str_addf(&g->yaml, "- break: %s", breaks[generate_below(g, 3)]);
    } else {
        generate_block(g, first);
    }
}

// A body that is a list of blocks.
static inline void generate_body_list(struct generated *g)
{
    int count = 1 + generate_below(g, 6);
    g->indent += 2;
    for (int i = 0; i < count; i++)
        generate_item(g, i == 0, i + 1 == count);
    g->indent -= 2;
}

#endif
