// Random brochures from a seed: sections six levels deep with blocks of all kinds, a cover, a lead,
// a contents list, references and the back block, on pages of several sizes, in two directions of
// writing. Beside the YAML comes what must be read from the pages, in order: every word that was
// written, and those of the tool. The same seed gives the same brochure.
#ifndef PROPERTY_GENERATOR_H
#define PROPERTY_GENERATOR_H

#include "property/generator_blocks.h"

static inline void generate_body(struct generated *g, int level)
{
    if (generate_below(g, 2)) {
        str_addf(&g->yaml, "\n%*s  body:", g->indent, "");
        g->indent += 2;
        generate_body_list(g);
        g->indent -= 2;
        return;
    }
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

// The keys that a section may carry.
static inline void generate_section_keys(struct generated *g, struct generated_section *made,
                                         bool first)
{
    g->indent += 2;
    made->spans = generate_below(g, 12) == 0;
    if (made->spans) {
        generate_key(g, "span");
        str_add(&g->yaml, STR("all"));
    }
    if (!first && generate_below(g, 8) == 0)
        made->before = generate_break(g);
    g->indent -= 2;
}

// `first`: stands right under the heading of the section around it.
static inline void generate_section(struct generated *g, int level, bool first)
{
    struct generated_section *made = &g->made_sections[g->sections];
    str_addf(&g->yaml, "\n%*s- heading: ", g->indent, "");
    size_t start = g->words.len;
    generate_words(g, 1 + generate_below(g, 6), 7);
    struct str title = str_slice(str_built(&g->words), start, g->words.len);
    *made = (struct generated_section){.level = level, .title = str_copy(g->yaml.arena, title)};
    str_addf(&g->yaml, "\n%*s  id: s%d", g->indent, "", g->sections++);
    generate_section_keys(g, made, first);
    g->spanning += made->spans;
    bool deeper = level < 6 && g->sections < GENERATED_SECTIONS - 3 && generate_below(g, 3) == 0;
    bool body = !deeper || generate_below(g, 4) > 0;
    if (body)
        generate_body(g, level);
    if (deeper)
        str_addf(&g->yaml, "\n%*s  sections:", g->indent, "");
    g->indent += 2;
    int count = deeper ? 1 + generate_below(g, 3) : 0;
    for (int i = 0; i < count && g->sections < GENERATED_SECTIONS; i++)
        generate_section(g, level + 1, i == 0 && !body);
    g->indent -= 2;
    g->spanning -= made->spans;
}

// Keys of the top level with a text on the same line.
static inline void generate_top(struct generated *g, const char *key, const char *text)
{
    str_addf(&g->yaml, "\n%s: %s", key, text);
}

static inline void generate_title(struct generated *g)
{
    str_add(&g->yaml, STR("brochure: 1\ntitle: "));
    generate_words(g, 1 + generate_below(g, 6), 5);
    if (generate_below(g, 2)) {
        str_add(&g->yaml, STR("\nsubtitle: "));
        generate_words(g, 1 + generate_below(g, 9), 8);
    }
}

// Returns whether the page is large enough for a cover.
static inline bool generate_page(struct generated *g)
{
    static const char *const pages[] = {
        "{size: letter}",
        "{size: letter, columns: 2}",
        "{size: A4, columns: 2}",
        "{size: A4, orientation: landscape, columns: 3}",
        "{size: A3, orientation: landscape, columns: 4}",
        "{size: A5}",
        "{size: A3, columns: 3}",
        "{size: {width: 5in, height: 5in}}",
        "{size: A5, orientation: landscape, columns: 2}",
    };
    generate_top(g, "language", g->own->language);
    int page = generate_below(g, 9);
    generate_top(g, "page", pages[page]);
    generate_top(g, "variables",
                 "{clinic: Tulpenhof, age: {values: [adult, child], default: adult}}");
    generate_top(g, "abbreviations", "{ICU: intensive care unit}");
    return page < 7;
}

// Who publishes and what document it is: what is printed of it stands at the end, and on a cover.
struct generated_matter {
    bool name, address, phone, feedback, online;
    bool id, version, issued, audience, status, more, summary;
};

static inline struct generated_matter generate_matter(struct generated *g)
{
    uint64_t bits = generate_number(g);
    struct generated_matter matter = {
        .name = bits & 3,
        .address = bits >> 2 & 1,
        .phone = bits >> 3 & 1,
        .feedback = bits >> 4 & 1,
        .online = bits >> 5 & 1,
        .id = bits >> 6 & 1,
        .version = bits >> 7 & 1,
        .issued = bits >> 8 & 1,
        .audience = bits >> 9 & 1,
        .status = bits >> 10 & 1,
        .more = bits >> 11 & 1,
        .summary = bits >> 12 & 1,
    };
    if (matter.name) {
        generate_top(g, "publisher", "");
        str_add(&g->yaml, STR("\n  name: Tulpenhof Press"));
        if (matter.address)
            str_add(&g->yaml, STR("\n  address: |\n    100 Example Street\n    Springfield"));
        if (matter.phone)
            str_add(&g->yaml, STR("\n  phone: +1 555 010 0100\n  email: post@example.org\n  web: "
                                  "https://example.org/post"));
        if (matter.feedback)
            str_add(&g->yaml, STR("\n  feedback: Please tell us."));
    }
    generate_top(g, "document", "\n  keywords: [one, two]");
    if (matter.id)
        str_add(&g->yaml, STR("\n  id: PE-0421"));
    if (matter.version)
        str_add(&g->yaml, STR("\n  version: 2.10"));
    if (matter.issued)
        str_add(&g->yaml, STR("\n  issued: 2025-06-27\n  review-by: 2025-06-27"));
    if (matter.audience)
        str_add(&g->yaml, STR("\n  audience: patients"));
    if (matter.status)
        str_add(&g->yaml, STR("\n  status: draft"));
    if (matter.more)
        str_add(&g->yaml, STR("\n  more: {Read by: A Board, Room: \"0042\"}"));
    if (matter.summary)
        str_add(&g->yaml, STR("\n  summary: For all who ask."));
    if (matter.online)
        str_add(&g->yaml, STR("\n  online: https://example.org/online"));
    return matter;
}

static inline void generate_value(struct generated *g, const char *label, const char *value)
{
    generate_read(g, label);
    generate_read(g, value);
}

// What is read of the control data, on the cover and in the back block.
static inline void generate_values(struct generated *g, const struct generated_matter *matter)
{
    if (matter->id)
        generate_value(g, g->own->document, "PE-0421");
    if (matter->version)
        generate_value(g, g->own->version, "2.10");
    if (matter->issued) {
        generate_value(g, g->own->issued, g->own->day);
        generate_value(g, g->own->review_by, g->own->day);
    }
    if (matter->audience)
        generate_value(g, g->own->audience, "patients");
    if (matter->status)
        generate_value(g, g->own->status, g->own->draft);
    if (matter->more) {
        generate_value(g, "Read by", "A Board");
        generate_value(g, "Room", "0042");
    }
}

static inline void generate_back(struct generated *g, const struct generated_matter *matter)
{
    if (matter->online)
        generate_value(g, g->own->online, "https://example.org/online");
    if (matter->name) {
        generate_read(g, "Tulpenhof Press");
        if (matter->address)
            generate_read(g, "100 Example Street Springfield");
        if (matter->phone)
            generate_read(g, "+1 555 010 0100 post@example.org https://example.org/post");
        if (matter->feedback)
            generate_read(g, "Please tell us.");
    }
    generate_values(g, matter);
}

// The cover's words: the title is there already, and what stands above it comes before it.
static inline void generate_cover(struct generated *g, const struct generated_matter *matter)
{
    bool eyebrow = generate_below(g, 2) == 0, image = generate_below(g, 2) == 0;
    str_add(&g->yaml, STR("\ncover: {"));
    if (eyebrow) {
        struct str title = str_copy(g->yaml.arena, str_built(&g->words));
        g->words.len = 0;
        str_add(&g->yaml, STR("eyebrow: "));
        generate_words(g, 1 + generate_below(g, 3), 7);
        str_add(&g->words, title);
    }
    if (image)
        str_addf(&g->yaml, "%simage: {file: property-cells.svg, alt: \"%s\"}", eyebrow ? ", " : "",
                 generate_below(g, 2) ? "Cells" : "");
    str_add_byte(&g->yaml, '}');
    if (matter->name)
        generate_read(g, "Tulpenhof Press");
    if (matter->summary)
        generate_read(g, "For all who ask.");
    generate_values(g, matter);
}

static inline void generate_lead(struct generated *g)
{
    generate_top(g, "lead", "");
    generate_words(g, 1 + generate_below(g, 30), 7);
}

// The contents list, put where `at` is in what is read, once all sections are known.
static inline void generate_contents(struct generated *g, size_t at)
{
    struct str all = str_copy(g->yaml.arena, str_built(&g->words));
    if (g->contents == 0)
        return;
    g->words.len = at;
    generate_read(g, g->own->contents);
    for (int i = 0; i < g->sections; i++) {
        if (g->made_sections[i].level > g->contents)
            continue;
        str_add(&g->words, g->made_sections[i].title);
        str_add_byte(&g->words, GENERATED_PAGE);
        str_add_byte(&g->words, (char)(i + 1));
    }
    generate_read(g, g->own->references);
    str_add_byte(&g->words, GENERATED_PAGE);
    str_add_byte(&g->words, GENERATED_SOURCES);
    str_add(&g->words, str_slice(all, at, all.len));
}

// Those cited come by their numbers, then those of `nocite` as listed.
static inline void generate_references(struct generated *g, const char *heading)
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
    generate_read(g, heading);
    for (uint32_t n = 1; n <= GENERATED_REFERENCES; n++)
        for (int i = 0; i < GENERATED_REFERENCES; i++)
            if (g->numbers[i] == n)
                str_addf(&g->words, "%u.%.*s", n, STR_ARGS(texts[i]));
}

// The brochure of a seed.
static inline struct generated *generate_brochure(struct arena *arena, uint64_t seed)
{
    struct generated *g = ARENA_NEW(arena, struct generated);
    *g = (struct generated){
        .state = seed,
        .yaml = str_builder_in(arena),
        .words = str_builder_in(arena),
    };
    g->own = generated_words(generate_below(g, GENERATED_LANGUAGES));
    generate_title(g);
    bool large = generate_page(g);
    struct generated_matter matter = generate_matter(g);
    if (large && generate_below(g, 3) == 0)
        generate_cover(g, &matter);
    if (generate_below(g, 3) == 0)
        generate_lead(g);
    g->contents = generate_below(g, 2) * (1 + generate_below(g, 3));
    str_addf(&g->yaml, "\ncontents: %d\nsections:", g->contents);
    size_t at = g->words.len;
    for (int i = 1 + generate_below(g, 5); i > 0; i--)
        generate_section(g, 1, false);
    generate_references(g, g->own->references);
    generate_contents(g, at);
    generate_back(g, &matter);
    str_add_byte(&g->yaml, '\n');
    return g;
}

#endif
