// Random brochures from a seed: sections six levels deep, paragraphs with marks, nested lists,
// quotations, code, tables, citations and references, on pages of several sizes. Beside the YAML
// comes what must be read from its pages, in order: every word that was written, the labels of
// lists and references, and the numbers of citations. The same seed gives the same brochure.
#ifndef PROPERTY_GENERATOR_H
#define PROPERTY_GENERATOR_H

#include "base/str.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>

enum { GENERATED_REFERENCES = 12 };

struct generated {
    uint64_t state; // of the random numbers
    struct str_builder yaml;
    struct str_builder words;               // what must be read, without spaces
    uint32_t numbers[GENERATED_REFERENCES]; // by reference; 0: not cited yet
    uint32_t cited;
    int sections;  // so far
    int indent;    // of the YAML
    int level;     // of the newest heading
    bool in_quote; // is set larger: no long words
};

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
    static const char *const syllables[] = {"ba", "lon", "tri", "mes", "ka",  "vu", "per", "ig",
                                            "so", "dra", "fi",  "nel", "och", "ym", "ul",  "gre"};
    int bytes = 0, wanted = 1 + generate_below(g, longest);
    do {
        struct str syllable = str_from(syllables[generate_below(g, 16)]);
        generate_both(g, syllable);
        bytes += (int)syllable.len;
    } while (bytes < wanted);
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

static inline void generate_marked(struct generated *g, int longest)
{
    static const char *const marks[] = {"*", "**", "***", "`", "[", "["};
    int kind = generate_below(g, 6);
    str_add(&g->yaml, str_from(marks[kind]));
    generate_words(g, 1 + generate_below(g, 3), kind == 3 ? longest / 3 + 1 : longest);
    if (kind == 4)
        str_add(&g->yaml, STR("](https://example.org/x)"));
    else if (kind == 5)
        str_addf(&g->yaml, "](#s%d)", generate_below(g, g->sections));
    else
        str_add(&g->yaml, str_from(marks[kind]));
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
        if (generate_below(g, 4) == 0)
            generate_marked(g, longest);
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
    bool numbers = generate_below(g, 2) == 0;
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

// A pipe table: every row has a cell for each column, and some are empty.
static inline void generate_table(struct generated *g)
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
            generate_table(g);
        if ((kind <= 4 && depth < 3) || (kind == 5 && depth == 0)) {
            generate_line(g);
            generate_line(g);
        }
        generate_paragraph(g);
    }
}

static inline void generate_section(struct generated *g, int level)
{
    str_addf(&g->yaml, "\n%*s- heading: ", g->indent, "");
    generate_words(g, 1 + generate_below(g, 6), 7);
    str_addf(&g->yaml, "\n%*s  id: s%d", g->indent, "", g->sections++);
    bool deeper = level < 6 && generate_below(g, 3) == 0;
    if (!deeper || generate_below(g, 4) > 0) {
        str_addf(&g->yaml, "\n%*s  body: |", g->indent, "");
        g->indent += 4;
        generate_line(g);
        g->level = level;
        generate_blocks(g, 1 + generate_below(g, 4), 0);
        for (int i = generate_below(g, 3); i > 0 && level < 6; i--) {
            generate_line(g);
            generate_line(g);
            generate_heading(g, level);
            generate_blocks(g, 1 + generate_below(g, 2), 0);
        }
        g->indent -= 4;
    }
    if (!deeper)
        return;
    str_addf(&g->yaml, "\n%*s  sections:", g->indent, "");
    g->indent += 2;
    for (int i = 1 + generate_below(g, 3); i > 0; i--)
        generate_section(g, level + 1);
    g->indent -= 2;
}

static inline void generate_head(struct generated *g)
{
    static const char *const pages[] = {
        "{size: letter}",
        "{size: letter, columns: 2}",
        "{size: A4, columns: 2}",
        "{size: A4, orientation: landscape, columns: 3}",
        "{size: A3, orientation: landscape, columns: 4}",
        "{size: A5}",
        "{size: {width: 5in, height: 5in}}",
    };
    static const char *const languages[] = {"en-US", "de-DE", "sv", "en-GB"};
    str_add(&g->yaml, STR("brochure: 1\ntitle: "));
    generate_words(g, 1 + generate_below(g, 6), 5);
    if (generate_below(g, 2)) {
        str_add(&g->yaml, STR("\nsubtitle: "));
        generate_words(g, 1 + generate_below(g, 9), 8);
    }
    str_addf(&g->yaml, "\nlanguage: %s\npage: %s\nsections:", languages[generate_below(g, 4)],
             pages[generate_below(g, 7)]);
}

// Those cited come by their numbers, then those of `nocite` as listed.
static inline void generate_references(struct generated *g, struct str heading)
{
    struct str texts[GENERATED_REFERENCES];
    str_add(&g->yaml, STR("\nreferences:\n  nocite: [r0"));
    for (int i = 1; i < GENERATED_REFERENCES; i++)
        str_addf(&g->yaml, ", r%d", i);
    str_add(&g->yaml, STR("]\n  items:"));
    size_t read = g->words.len;
    for (int i = 0; i < GENERATED_REFERENCES; i++) {
        str_addf(&g->yaml, "\n  - {id: r%d, text: ", i);
        size_t start = g->words.len;
        generate_words(g, 3 + generate_below(g, 20), 12);
        generate_both(g, STR("."));
        str_add_byte(&g->yaml, '}');
        texts[i] = str_copy(g->yaml.arena, str_slice(str_built(&g->words), start, g->words.len));
        if (g->numbers[i] == 0)
            g->numbers[i] = ++g->cited;
    }
    g->words.len = read;
    str_add(&g->words, heading);
    for (uint32_t n = 1; n <= GENERATED_REFERENCES; n++)
        for (int i = 0; i < GENERATED_REFERENCES; i++)
            if (g->numbers[i] == n)
                str_addf(&g->words, "%u.%.*s", n, STR_ARGS(texts[i]));
}

// The brochure of a seed. `heading` is what the references are headed by, which depends on the
// language and is put into place by the caller: here it stands as U+0001.
static inline struct generated generate_brochure(struct arena *arena, uint64_t seed)
{
    struct generated g = {
        .state = seed,
        .yaml = str_builder_in(arena),
        .words = str_builder_in(arena),
    };
    generate_head(&g);
    for (int i = 1 + generate_below(&g, 5); i > 0; i--)
        generate_section(&g, 1);
    generate_references(&g, STR("\1"));
    str_add_byte(&g.yaml, '\n');
    return g;
}

#endif
