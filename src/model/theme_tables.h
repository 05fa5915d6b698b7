// Drafts and tables of the theme format. Used by theme.c only.
#ifndef MODEL_THEME_TABLES_H
#define MODEL_THEME_TABLES_H

#include "model/brochure.h"
#include "model/schema.h"
#include "model/theme.h"
#include "model/theme_rule_tables.h"

struct draft_spot {
    struct schema_found found;
    const struct node *name;
    struct schema_list fallback; // as cmyk
    uint32_t tint;               // in percent; 0: not given
};

struct draft_color {
    struct schema_found found;
    const struct node *hex;
    struct schema_list cmyk; // of int32_t in 1/65536 percent
    struct draft_spot spot;
};

struct draft_space {
    struct schema_found found;
    length before, after, least, most;
};

struct draft_rule {
    struct schema_found found;
    length width, gap;
    const struct node *color;
};

struct draft_role {
    struct schema_found found;
    const struct node *font, *color;
    uint32_t weight;
    bool italic;
    length size, leading, base, tracking, rise, indent, run_in;
    struct schema_list figures; // of uint32_t: text_feature bits
    uint32_t caps;              // a text_feature bit or 0
    struct draft_space space;
    struct draft_rule rule;
    uint32_t align, hyphenate, place;
};

struct draft_roles {
    struct schema_found found;
    struct draft_role items[ROLE_COUNT];
};

struct draft_margins {
    struct schema_found found;
    length top, bottom, inner, outer;
};

struct draft_margin_column {
    struct schema_found found;
    length width, gutter, least;
};

struct draft_theme_page {
    struct schema_found found;
    struct draft_margins margins;
    length gutter, grid, head_baseline, foot_baseline, single_column, measure;
    uint32_t last_page, columns;
    bool mirrored;
    struct draft_margin_column margin;
};

struct draft_bullet {
    struct schema_found found;
    uint32_t mark; // enum marker_kind
    length width, height, inset, centre;
    const struct node *color;
};

struct draft_lists {
    struct schema_found found;
    struct draft_space space;
    length hang, number_width, number_gap, item_gap, loose_item_gap;
    struct schema_list bullets;
};

struct draft_reference_look {
    struct schema_found found;
    uint32_t citations; // enum citation_form
    uint32_t columns;
    length number_width, number_gap, entry_gap;
    uint32_t whole;
};

struct draft_control {
    struct schema_found found;
    length label_width;
};

// What each kind of edition changes, by enum edition_kind: trees to be laid over the theme's.
enum { THEME_SCRIPTS = 4, THEME_SIZES = 10 };

struct draft_theme_scripts {
    struct schema_found found;
    const struct node *parts[THEME_SCRIPTS];
};

struct draft_theme_sizes {
    struct schema_found found;
    const struct node *parts[THEME_SIZES];
    const struct node *small; // below the part of its own size
};

// What changes where there are no process inks: with black alone, and with one more ink.
struct draft_theme_inks {
    struct schema_found found;
    const struct node *black, *spot;
};

struct draft_theme_editions {
    struct schema_found found;
    const struct node *parts[EDITION_KINDS];
};

struct draft_theme {
    struct schema_found found;
    const struct node *version, *extends;
    struct schema_map fonts;  // of const struct node *
    struct schema_map colors; // of struct schema_any: a scalar or a struct draft_color
    struct schema_map art;    // of const struct node *: a colour's name
    struct draft_theme_page page;
    struct look_furniture furniture;
    struct draft_roles roles;
    struct draft_lists lists;
    struct draft_reference_look references;
    struct draft_control control;
    struct theme_blocks blocks;
    struct draft_theme_editions editions;
    struct draft_theme_scripts scripts;
    struct draft_theme_sizes sizes;
    struct draft_theme_inks inks;
    struct draft_checks rules;
};

extern const struct schema_object theme_schema;
extern const struct schema_object theme_part_schema;    // what a script or a size may change
extern const struct schema_object theme_edition_schema; // what an edition may, and they in it
extern const struct schema_object role_schema;
extern const struct schema_object roles_schema;

#endif
