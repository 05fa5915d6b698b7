// Drafts: what the schema engine fills from a brochure's tree, before texts are read and the
// parts are joined. Used by decode and its helpers only.
#ifndef MODEL_DRAFT_H
#define MODEL_DRAFT_H

#include "model/brochure.h"
#include "model/labels.h"
#include "model/reference_item.h"
#include "model/schema.h"

struct draft_picture {
    struct schema_found found;
    const struct node *file, *alt;
};

struct draft_publisher {
    struct schema_found found;
    struct draft_picture logo;
    const struct node *name, *address, *phone, *email, *web, *feedback;
};

struct draft_translation {
    struct schema_found found;
    const struct node *file, *version;
};

struct draft_cover {
    struct schema_found found;
    const struct node *eyebrow;
    struct draft_picture image;
};

struct draft_document {
    struct schema_found found;
    const struct node *id, *version, *summary, *audience, *online;
    struct schema_map more; // of const struct node *
    struct draft_translation translation;
    uint32_t status; // enum document_status
    struct date issued, review_by;
    struct schema_list keywords;
};

struct draft_size {
    struct schema_found found;
    length width, height;
};

struct draft_page_count {
    struct schema_found found;
    uint32_t at_most, exactly, multiple_of; // 0: not given
};

struct draft_page {
    struct schema_found found;
    struct schema_any size; // a named size's index in page_sizes, or a struct draft_size
    uint32_t orientation;   // enum orientation
    uint32_t columns;
    uint32_t fold;
    struct draft_page_count pages;
};

// The paper of a booklet.
struct draft_stock {
    struct schema_found found;
    uint32_t grams;
    int32_t bulk;   // in 1/65536
    length caliper; // 0: not given
};

struct draft_edition {
    struct schema_found found;
    uint32_t kind;              // enum edition_kind
    struct schema_any standard; // a choice, or a list of them: enum pdf_standard
    bool encrypt;
    uint32_t resolution; // 0: not given
    uint32_t wrap;       // likewise
    length size;         // likewise
    length bleed;
    struct schema_list marks; // of uint32_t: enum press_mark
    struct schema_any inks;   // a scalar, or a list of them
    uint32_t links;           // enum press_links
    const struct node *profile;
    uint32_t binding;        // enum booklet_method
    struct schema_any sheet; // a named size's index, or a struct draft_size
    struct draft_stock stock;
    uint32_t places, signature, duplex, padding; // 0: not given
    length gutter, creep;
    bool dummy;
    const struct node *theme;
    struct draft_page page;
    struct draft_cover cover;
    uint32_t contents;
};

// The keys that every section and block may carry, beside its own.
struct draft_shared {
    const struct node *id, *language;
    uint32_t span_all;      // 1: `span: all`
    uint32_t before;        // enum break_before
    uint32_t inside;        // enum break_inside
    uint32_t place;         // enum place
    struct schema_map when; // of schema_any: a scalar, or a list of them
    bool left_out;          // of the edition: see conditions.h
};

struct draft_section {
    struct schema_found found;
    struct draft_shared shared;
    const struct node *heading;
    struct schema_any body; // a scalar, or a list of schema_any: a scalar or a struct draft_block
    struct schema_list sections;
    const struct node *file; // NULL: includes were expanded
};

struct draft_include {
    struct schema_found found;
    const struct node *file;
};

struct draft_callout {
    struct schema_found found;
    uint32_t kind; // enum callout_kind
    const struct node *title, *body;
};

struct draft_step {
    struct schema_found found;
    const struct node *title, *body;
};

struct draft_contact {
    struct schema_found found;
    const struct node *name, *phone, *email, *web, *hours;
};

struct draft_quote {
    struct schema_found found;
    const struct node *text, *source;
};

struct draft_fact {
    struct schema_found found;
    const struct node *value, *label;
};

struct draft_field {
    struct schema_found found;
    const struct node *label;
    struct extent width;
    uint32_t lines;
    struct schema_list options; // of const struct node *
};

struct draft_figure_part {
    struct schema_found found;
    struct draft_picture picture;
    const struct node *caption;
};

// One picture, or parts.
struct draft_figure {
    struct draft_figure_part one;
    struct schema_list parts; // of struct draft_figure_part
};

struct draft_qr {
    struct schema_found found;
    const struct node *url, *caption;
};

struct draft_column {
    struct schema_found found;
    const struct node *head;
    uint32_t align; // enum cell_align
    struct extent width;
};

struct draft_table {
    struct schema_found found;
    const struct node *caption, *notes;
    struct schema_list columns; // of schema_any: a scalar or a struct draft_column
    struct schema_list rows;    // of schema_list of schema_any: a scalar, or blocks as in a body
    bool header_column;
};

// One of the block's own keys, and the shared ones.
struct draft_block {
    struct schema_found found;
    struct draft_shared shared;
    const struct node *text;
    struct draft_callout callout;
    struct schema_list steps;     // of schema_any: a scalar or a struct draft_step
    struct schema_list checklist; // of const struct node *
    struct schema_list contacts;
    struct schema_map definitions; // of const struct node *
    struct schema_any quote;       // a scalar or a struct draft_quote
    struct schema_list facts;
    struct schema_list write_in;
    struct draft_qr qr;
    struct draft_figure figure;
    struct draft_table table;
    uint32_t pause; // enum pause
};

enum variable_type { VARIABLE_TEXT, VARIABLE_DATE, VARIABLE_NUMBER };

struct draft_variable {
    struct schema_found found;
    uint32_t type; // enum variable_type
    const struct node *standard, *sample;
    struct schema_list values; // of const struct node *
};

struct draft_references {
    struct schema_found found;
    uint32_t style;           // enum citation_style
    uint32_t listed;          // order: 0 cited, 1 listed
    struct schema_any nocite; // the word `all`, or a list of const struct node *
    struct schema_list items; // of struct schema_any: a scalar or a struct draft_item
    const struct node *file;  // NULL: includes were expanded
};

struct draft_brochure {
    struct schema_found found;
    const struct node *title, *subtitle, *language, *theme, *version;
    struct draft_publisher publisher;
    struct draft_document document;
    const struct node *lead;
    uint32_t contents;
    struct draft_cover cover;
    struct draft_page page;
    struct schema_map abbreviations; // of const struct node *
    struct draft_labels labels;
    uint32_t literal;            // typography: 0 smart, 1 literal
    struct schema_map variables; // of schema_any: a scalar or a struct draft_variable
    struct schema_any editions;  // a list of choices, or a map of struct draft_edition
    struct schema_list sections;
    struct draft_references references;
};

// How tables define an object and a type of choices.
#define OBJECT(variable, definition, record, table)                                                \
    const struct schema_object variable = {.name = STR_INIT(definition),                           \
                                           .fields = (table),                                      \
                                           .field_count = SCHEMA_COUNT(table),                     \
                                           .size = sizeof(struct record)}
#define CHOICES(variable, table)                                                                   \
    {                                                                                              \
        .kind = SCHEMA_CHOICE, .choices = (table), .choice_count = SCHEMA_COUNT(table)             \
    }

// Page sizes by CSS Paged Media 3, 7.1, portrait.
struct page_size {
    struct str name;
    struct str key; // of a theme's `sizes`
    length width, height;
};
extern const struct page_size page_sizes[];
extern const size_t page_size_count;

// Of a press, beside those of pages: ISO 217.
enum { SHEET_SRA4 = 100, SHEET_SRA3 };
extern const struct page_size sheet_sizes[]; // from SHEET_SRA4

extern const struct schema_object brochure_schema;
extern const struct schema_object section_schema;
extern const struct schema_object block_schema;
extern const struct schema_object page_schema;
extern const struct schema_object edition_schema;
extern const struct schema_object document_schema;
extern const struct schema_object references_schema;
extern const struct schema_object item_schema;
extern const struct schema_object step_schema;
extern const struct schema_object figure_schema;
extern const struct schema_object table_schema;
extern const struct schema_type section_list_type;
extern const struct schema_type variables_type;

// The names of the edition kinds, in the order of enum edition_kind.
extern const struct schema_type edition_kind_type;

// Sees the shared keys of one section or block; says whether to go on to what stands in it.
typedef bool draft_visit(void *context, struct draft_shared *shared);

// Visits all sections and blocks of a draft, on all levels, in reading order.
void draft_walk(const struct schema_list *sections, draft_visit *visit, void *context);

// The same, of what stands in a section.
void draft_walk_below(const struct draft_section *section, draft_visit *visit, void *context);

#endif
