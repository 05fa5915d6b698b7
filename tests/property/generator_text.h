// Random words and Markdown from a seed: paragraphs with marks, nested lists, boxes to tick,
// quotations, code and citations. Beside the YAML comes what must be read from its pages: every
// word that was written, the labels of lists, and the numbers of citations.
#ifndef PROPERTY_GENERATOR_TEXT_H
#define PROPERTY_GENERATOR_TEXT_H

#include "base/str.h"

#include <assert.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// In what is read: the page of a section, whose index follows as a byte counted from 1, stands
// here; that of the references stands last. What only editions on paper say stands between two
// marks.
enum {
    GENERATED_PAGE = 1,
    GENERATED_PAPER = 2,
    GENERATED_PAPER_END = 126,
    GENERATED_SOURCES = 127
};

enum { GENERATED_REFERENCES = 12, GENERATED_BLOCKS = 400, GENERATED_SECTIONS = 90 };

// The words that a language has for what the tool prints itself, as a reader of it would put them.
struct own_words {
    const char *language;
    bool right_to_left;
    const char *references, *contents, *warning, *note, *tip, *figure, *table, *online;
    const char *document, *version, *issued, *review_by, *audience, *status, *draft, *approved;
    const char *translation_of, *page, *day; // 2025-06-27
};

enum generated_break { BEFORE_NONE, BEFORE_COLUMN, BEFORE_PAGE, BEFORE_RIGHT };

struct generated_section {
    struct str title; // without spaces
    int level;
    bool spans;
    enum generated_break before;
};

enum generated_kind {
    GENERATED_TEXT,
    GENERATED_CALLOUT,
    GENERATED_STEPS,
    GENERATED_CHECKLIST,
    GENERATED_CONTACTS,
    GENERATED_DEFINITIONS,
    GENERATED_QUOTE,
    GENERATED_FACTS,
    GENERATED_WRITE_IN,
    GENERATED_QR,
    GENERATED_FIGURE,
    GENERATED_TABLE,
    GENERATED_KINDS,
};

// A block of a kind of its own, or a section: its id is `b` or `s` and its index.
struct generated_block {
    enum generated_kind kind;
    bool whole; // is to stand in one column
    bool spans; // the columns
    bool gone;  // has nothing to read: it is for others, or decorates
    enum generated_break before;
};

struct generated {
    uint64_t state; // of the random numbers
    struct str_builder yaml;
    struct str_builder words;               // what must be read, without spaces
    uint32_t numbers[GENERATED_REFERENCES]; // by reference; 0: not cited yet
    uint32_t cited;
    int sections;                // so far
    int blocks;                  // so far, with ids
    int figures, tables;         // numbered so far
    int contents;                // levels in the contents list
    const struct own_words *own; // of the language that is written
    struct generated_section made_sections[GENERATED_SECTIONS];
    struct generated_block made[GENERATED_BLOCKS];
    int indent;    // of the YAML
    int level;     // of the newest heading
    int spanning;  // what is written spans the columns
    bool in_quote; // is set larger: no long words
    bool pictured; // a picture of the block has an alternative text
};

enum { GENERATED_LANGUAGES = 5 };

static inline const struct own_words *generated_words(int index)
{
    static const struct own_words words[GENERATED_LANGUAGES] = {
        {"en-US",        false,     "References", "Contents",       "Warning",
         "Note",         "Tip",     "Figure",     "Table",          "Read online",
         "Document",     "Version", "Issued",     "Review by",      "For",
         "Status",       "Draft",   "Approved",   "Translation of", "page",
         "June 27, 2025"},
        {"de-DE",        false,     "Quellen",     "Inhalt",          "Warnung",
         "Hinweis",      "Tipp",    "Abbildung",   "Tabelle",         "Online lesen",
         "Dokument",     "Version", "Ausgegeben",  "Zu prüfen bis",   "Für",
         "Status",       "Entwurf", "Freigegeben", "Übersetzung von", "Seite",
         "27. Juni 2025"},
        {"sv",          false,     "Referenser", "Innehåll",        "Varning",
         "Observera",   "Tips",    "Figur",      "Tabell",          "Läs på webben",
         "Dokument",    "Version", "Utgiven",    "Ses över senast", "För",
         "Status",      "Utkast",  "Godkänd",    "Översättning av", "sidan",
         "27 juni 2025"},
        {"en-GB",  false,    "References",  "Contents", "Warning",        "Note",   "Tip",
         "Figure", "Table",  "Read online", "Document", "Version",        "Issued", "Review by",
         "For",    "Status", "Draft",       "Approved", "Translation of", "page",   "27 June 2025"},
        {"he",   true,   "מקורות",          "תוכן העניינים", "אזהרה",    "הערה",  "עצה",
         "איור", "טבלה", "לקריאה באינטרנט", "מסמך",          "גרסה",     "פורסם", "לבדיקה עד",
         "עבור", "מצב",  "טיוטה",           "מאושר",         "תרגום של", "עמוד",  "27 ביוני 2025"},
    };
    return &words[index];
}

// SplitMix64 (Steele, Lea and Flood 2014).
static inline uint64_t generate_number(struct generated *g)
{
    uint64_t z = (g->state += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static inline int generate_below(struct generated *g, int limit)
{
    return (int)(generate_number(g) % (uint64_t)limit);
}

// Adds a text to the YAML and to what must be read.
static inline void generate_both(struct generated *g, struct str text)
{
    str_add(&g->yaml, text);
    str_add(&g->words, text);
}

static inline void generate_word(struct generated *g, int longest)
{
    static const char *const latin[] = {"ba", "lon", "tri", "mes", "ka",  "vu", "per", "ig",
                                        "so", "dra", "fi",  "nel", "och", "ym", "ul",  "gre"};
    static const char *const hebrew[] = {"בא", "לו", "תרי", "מש", "כה", "וו", "פר", "יג",
                                         "סו", "דר", "פי",  "נל", "אח", "ימ", "על", "גר"};
    const char *const *syllables = g->own->right_to_left ? hebrew : latin;
    int bytes = 0, wanted = 1 + generate_below(g, longest);
    do {
        struct str syllable = str_from(syllables[generate_below(g, 16)]);
        generate_both(g, syllable);
        bytes += (int)syllable.len;
    } while (bytes < wanted);
}

// Adds what is read though nobody wrote it: words of the tool's own.
static inline void generate_read(struct generated *g, const char *text)
{
    for (; *text; text++)
        if (*text != ' ')
            str_add_byte(&g->words, *text);
}

static inline void generate_words(struct generated *g, int count, int longest)
{
    for (int i = 0; i < count; i++) {
        if (i > 0)
            str_add_byte(&g->yaml, ' ');
        generate_word(g, longest);
    }
}

static inline void generate_line(struct generated *g)
{
    str_add_byte(&g->yaml, '\n');
    for (int i = 0; i < g->indent; i++)
        str_add_byte(&g->yaml, ' ');
}

// The numbers of a group, printed by AMA 11th, 3.6: ascending, runs of three and more collapsed.
static inline void generate_label(struct generated *g, const uint32_t *present)
{
    bool first = true;
    for (uint32_t n = 1; n <= GENERATED_REFERENCES; n++) {
        if (!present[n])
            continue;
        uint32_t last = n;
        while (last < GENERATED_REFERENCES && present[last + 1])
            last++;
        if (last < n + 2)
            last = n;
        str_addf(&g->words, "%s%u", first ? "" : ",", n);
        if (last > n)
            str_addf(&g->words, "-%u", last);
        first = false;
        n = last;
    }
}

static inline void generate_citation(struct generated *g)
{
    uint32_t present[GENERATED_REFERENCES + 2] = {0};
    int count = 1 + generate_below(g, 4);
    str_add_byte(&g->yaml, '[');
    for (int i = 0; i < count; i++) {
        int reference = generate_below(g, GENERATED_REFERENCES);
        if (g->numbers[reference] == 0)
            g->numbers[reference] = ++g->cited;
        present[g->numbers[reference]] = 1;
        str_addf(&g->yaml, "%s@r%d", i > 0 ? "; " : "", reference);
    }
    str_add_byte(&g->yaml, ']');
    generate_label(g, present);
}

static inline void generate_cross_reference(struct generated *g, int section)
{
    str_addf(&g->yaml, "](#s%d)", section);
    str_add_byte(&g->words, GENERATED_PAPER);
    str_addf(&g->words, "(%s%c%c)%c", g->own->page, GENERATED_PAGE, section + 1,
             GENERATED_PAPER_END);
}

static inline void generate_marked(struct generated *g, int longest)
{
    static const char *const marks[] = {"*", "**", "***", "`", "[", "["};
    int kind = generate_below(g, 6);
    str_add(&g->yaml, str_from(marks[kind]));
    generate_words(g, 1 + generate_below(g, 3), kind == 3 ? longest / 3 + 1 : longest);
    if (kind == 4)
        str_add(&g->yaml, STR("](https://example.org/x)"));
    else if (kind == 5)
        generate_cross_reference(g, generate_below(g, g->sections));
    else
        str_add(&g->yaml, str_from(marks[kind]));
}

// Inline text, plain in YAML: it begins with a word.
static inline void generate_inline(struct generated *g, int most, int longest)
{
    generate_words(g, 1 + generate_below(g, most), longest);
    if (generate_below(g, 4) > 0)
        return;
    str_add_byte(&g->yaml, ' ');
    generate_marked(g, longest);
}

// What stands for other text: the value of a variable, a span in another language.
static inline void generate_special(struct generated *g)
{
    const struct own_words *own = g->own;
    switch (generate_below(g, 4)) {
    case 0:
        str_add(&g->yaml, STR("{{clinic}}"));
        generate_read(g, "Tulpenhof");
        break;
    case 1: generate_both(g, STR("ICU")); break;
    default:
        str_add_byte(&g->yaml, '[');
        g->own = generated_words(generate_below(g, GENERATED_LANGUAGES));
        generate_words(g, 1 + generate_below(g, 3), 8);
        str_addf(&g->yaml, "]{lang=%s}", g->own->language);
        g->own = own;
    }
}

static inline void generate_paragraph(struct generated *g)
{
    int longest = g->in_quote ? 6 : 13, pieces = 1 + generate_below(g, 8);
    for (int i = 0; i < pieces; i++) {
        if (i > 0 && generate_below(g, 12) == 0) {
            str_add_byte(&g->yaml, '\\');
            generate_line(g);
        } else if (i > 0) {
            str_add_byte(&g->yaml, ' ');
        }
        int kind = generate_below(g, 16);
        if (kind < 4)
            generate_marked(g, longest);
        else if (kind == 4 && i > 0 && !g->in_quote)
            generate_special(g);
        else
            generate_words(g, 1 + generate_below(g, 9), longest);
    }
    generate_both(g, STR("."));
    if (generate_below(g, 5) == 0)
        generate_citation(g);
}

static inline void generate_blocks(struct generated *g, int count, int depth);

static inline void generate_list(struct generated *g, int depth)
{
    bool numbers = generate_below(g, 2) == 0, tasks = !numbers && generate_below(g, 3) == 0;
    int first = 1 + generate_below(g, 9), count = 1 + generate_below(g, 4);
    for (int i = 0; i < count; i++) {
        if (i > 0)
            generate_line(g);
        if (numbers) {
            str_addf(&g->yaml, "%d. ", first + i);
            str_addf(&g->words, "%d.", first + i);
        } else {
            str_add(&g->yaml, STR("- "));
        }
        if (tasks)
            str_add(&g->yaml, generate_below(g, 2) ? STR("[x] ") : STR("[ ] "));
        int width = numbers ? (first + i > 9 ? 4 : 3) : 2;
        g->indent += width;
        generate_paragraph(g);
        if (generate_below(g, 4) == 0) {
            generate_line(g);
            generate_line(g);
            generate_blocks(g, 1, depth + 1);
        }
        g->indent -= width;
    }
}

static inline void generate_quote(struct generated *g)
{
    str_add(&g->yaml, STR("> "));
    g->in_quote = true;
    generate_words(g, 1 + generate_below(g, 12), 6);
    g->in_quote = false;
}

static inline void generate_code(struct generated *g)
{
    str_add(&g->yaml, STR("```"));
    for (int i = 1 + generate_below(g, 3); i > 0; i--) {
        generate_line(g);
        generate_words(g, 1 + generate_below(g, 2), 6);
    }
    generate_line(g);
    str_add(&g->yaml, STR("```"));
}

// A heading within the body, at most a level below the one above it, with a paragraph.
static inline void generate_heading(struct generated *g, int section_level)
{
    int level = section_level + 1 + generate_below(g, g->level - section_level + 1);
    if (level > 6)
        return;
    g->level = level;
    for (int i = section_level; i < level; i++)
        str_add_byte(&g->yaml, '#');
    str_add_byte(&g->yaml, ' ');
    generate_words(g, 1 + generate_below(g, 5), 7);
    generate_line(g);
    generate_line(g);
}

// Two lists in a row would be one: a paragraph stands between.
// A pipe table: every row has a cell for each column, and some are empty.
static inline void generate_pipe_table(struct generated *g)
{
    static const char *const rules[] = {"---|", ":--|", ":-:|", "--:|"};
    int columns = 1 + generate_below(g, 4), rows = 1 + generate_below(g, 30);
    for (int i = -1; i <= rows; i++) {
        str_add_byte(&g->yaml, '|');
        for (int k = 0; k < columns; k++) {
            if (i == 0)
                str_add(&g->yaml, str_from(rules[generate_below(g, 4)]));
            else if (generate_below(g, 6) > 0)
                generate_words(g, 1 + generate_below(g, 5), 6);
            if (i != 0)
                str_add(&g->yaml, STR(" |"));
        }
        if (i < rows)
            generate_line(g);
    }
}

static inline void generate_blocks(struct generated *g, int count, int depth)
{
    for (int i = 0; i < count; i++) {
        int kind = generate_below(g, 10);
        if (i > 0) {
            generate_line(g);
            generate_line(g);
        }
        if (kind == 0 && depth == 0)
            generate_quote(g);
        else if (kind == 1 && depth == 0)
            generate_code(g);
        else if (kind <= 4 && depth < 3)
            generate_list(g, depth);
        else if (kind == 5 && depth == 0)
            generate_pipe_table(g);
        if ((kind <= 4 && depth < 3) || (kind == 5 && depth == 0)) {
            generate_line(g);
            generate_line(g);
        }
        generate_paragraph(g);
    }
}

#endif
