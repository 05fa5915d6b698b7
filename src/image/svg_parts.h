// What the files that draw an SVG share. Private to image/svg*.
#ifndef IMAGE_SVG_PARTS_H
#define IMAGE_SVG_PARTS_H

#include "base/map.h"
#include "base/vec.h"
#include "image/drawing.h"
#include "image/svg_path.h"
#include "image/svg_sheet.h"

enum {
    SVG_MOST_FAULTS = 50,     // that are told of one picture
    SVG_MOST_STEPS = 1000000, // of all paths together
    SVG_MOST_ITEMS = 200000,
    SVG_MOST_WORK = 64 << 20, // bytes of attributes looked at, copies counted again
    SVG_DEEPEST = 100         // elements within elements, through copies too
};

struct svg {
    struct arena *arena;
    struct arena *scratch; // of outlines in user space: given back after each shape
    const struct source *source;
    struct diags *diags;
    struct svg_node *root;
    struct svg_sheet sheet;
    struct map ids;    // id → struct svg_node
    struct map colors; // "#rrggbb" → struct color
    size_t faults, steps, items, work;
    bool spent; // a bound was reached: nothing more is drawn
    bool failed;
};

// Tells a fault; those of copies are told once, those beyond SVG_MOST_FAULTS not at all. Returns
// false.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
bool svg_fault(struct svg *svg, enum diag_code code, struct span span, const char *format, ...);

bool svg_unsupported(struct svg *svg, struct span span, const char *kind, struct str name);

// Tells that a bound was reached; nothing more is drawn then. Returns false.
bool svg_spend(struct svg *svg, struct span span, const char *what);

// Counts the work of looking at an element, copies again. Returns false when the bound is reached.
bool svg_work(struct svg *svg, const struct svg_node *node);

// Returns the node that "#id" names, NULL with a fault when there is none.
struct svg_node *svg_find(struct svg *svg, struct str reference, struct span span);

const struct color *svg_color(struct svg *svg, const uint8_t rgb[3]);

enum svg_paint_kind { SVG_PAINT_NONE, SVG_PAINT_COLOR, SVG_PAINT_CURRENT, SVG_PAINT_REFERENCE };

struct svg_paint {
    enum svg_paint_kind kind;
    uint8_t rgb[3];
    struct str reference; // "#id"
    struct span span;
};

// The properties of an element: inherited first, its own behind.
struct svg_style {
    uint8_t color[3];
    struct svg_paint fill, stroke;
    double fill_opacity, stroke_opacity;
    bool fill_even_odd, clip_even_odd;
    double stroke_width, miter_limit, dash_offset;
    enum line_cap cap;
    enum line_join join;
    const double *dashes;
    size_t dash_count;
    struct str family;
    double font_size;
    uint16_t weight;
    bool italic, hidden;
    enum text_anchor anchor;
    struct str language;

    double opacity;
    struct str clip; // "#id", "" for none
    struct span clip_span;
    bool no_display, overflow_visible;
    struct svg_paint stop_color;
    double stop_opacity;
};

struct svg_style svg_style_initial(void);

// Returns the properties of a node: its attributes, the sheets' rules, its style="".
struct svg_style svg_style_of(struct svg *svg, const struct svg_node *node,
                              const struct svg_style *parent, struct svg_frame frame);

// Whether an attribute is a property's name.
bool svg_is_property(struct str name);

struct svg_items {
    struct drawing_item *items;
    size_t count;
    size_t capacity;
};

// Where an element is drawn.
struct svg_scope {
    struct svg_matrix matrix; // user space → the drawing's space, in units of `length`
    struct svg_frame frame;
    const struct svg_style *style; // of the parent; of the element itself once it is known
    struct svg_items *out;
    size_t depth;  // of elements
    size_t groups; // of items
};

// Appends a zeroed item, NULL when a bound is reached.
struct drawing_item *svg_item_add(struct svg *svg, const struct svg_scope *scope,
                                  enum drawing_item_kind kind, struct span span);

// Reads an attribute that is a length: `missing` when it is absent, and with a fault when it is
// malformed.
struct svg_length {
    struct str name;
    enum svg_axis axis;
    double missing;
};
double svg_length_of(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                     struct svg_length wanted);

// Reads the transform of a node, if it has one, into the map around it.
struct svg_matrix svg_transformed(struct svg *svg, const struct svg_node *node, struct str name,
                                  struct svg_matrix matrix);

// Steps in user space → steps of the drawing. Returns false with a fault when they lie too far out.
bool svg_place(struct svg *svg, const struct svg_outline *outline, struct svg_matrix matrix,
               struct span span, struct path_outline *out);

// Places one point, or a distance that is not on a point, likewise.
bool svg_place_point(struct svg *svg, struct svg_point at, struct span span, struct point *out);
bool svg_place_length(struct svg *svg, double value, struct span span, length *out);

// A map without its scale, which text and skewed pens stand in: `origin`, a place near them, is its
// (0, 0), so that they are near it too.
struct svg_placement {
    struct svg_point origin; // in user space
    double scale;
    struct svg_matrix inner; // user space → before the placement
    const struct affine *outer;
};

// Makes the placement of a map from its origin. Returns false when the map flattens the plane, or
// with a fault when it reaches too far.
bool svg_placement_make(struct svg *svg, struct svg_matrix matrix, struct span span,
                        struct svg_placement *placement);

// Appends the outline of a basic shape or path. Faults leave it empty.
bool svg_shape_is(struct str name);
void svg_shape_outline(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope,
                       struct svg_outline *outline);

// Draws an outline in the scope's style.
void svg_shape_draw(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope);

// A paint as the drawing has it; PAINT_NONE when nothing is painted. `outline` gives the box that
// gradients refer to.
struct paint svg_paint_resolve(struct svg *svg, const struct svg_paint *paint, double opacity,
                               const struct svg_scope *scope, const struct svg_outline *outline);

struct svg_box {
    struct svg_point from, to;
};
struct svg_box svg_outline_box(const struct svg_outline *outline);

bool svg_gradient_read(struct svg *svg, struct svg_node *node, const struct svg_scope *scope,
                       const struct svg_box *box, struct paint *out);

// Returns the outline that a clip path leaves, in the drawing's space; NULL with a fault when it
// cannot be drawn.
const struct path_outline *svg_clip_read(struct svg *svg, const struct svg_scope *scope);

// Draws a <text>.
void svg_text_draw(struct svg *svg, const struct svg_node *node, const struct svg_scope *scope);

// Draws the children of a node in a scope whose style is the node's.
void svg_draw_children(struct svg *svg, struct svg_node *node, const struct svg_scope *scope);

// Tells of every attribute that a node may not have, besides properties and what all may have.
// `known` are names with a space around each.
void svg_check_attributes(struct svg *svg, const struct svg_node *node, const char *known);

// The box of a viewBox and how it is fitted (SVG 1.1, 7.7 and 7.8).
struct svg_view {
    bool given;
    double x, y, width, height;
};
bool svg_view_read(struct svg *svg, const struct svg_node *node, struct svg_view *out);

// Maps the view to a viewport at (0, 0) of a size by preserveAspectRatio; `*slice` when it is cut.
struct svg_matrix svg_view_fit(struct svg *svg, const struct svg_node *node,
                               const struct svg_view *view, struct svg_point size);

#endif
