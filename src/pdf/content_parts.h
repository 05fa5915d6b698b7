// The state of a content stream, and what its files share: content.c writes text, marks and groups,
// content_path.c paths, content_image.c pictures. Private to them.
#ifndef PDF_CONTENT_PARTS_H
#define PDF_CONTENT_PARTS_H

#include "pdf/content.h"

struct mark_state {
    bool open;
    bool in_text;           // opened between BT and ET, so it must be closed there
    enum artifact artifact; // ARTIFACT_NONE: content of `tag`
    tag_id tag;
};

// What the operators written so far have set; distances in thousandths of a point.
struct text_state {
    bool open;
    bool placed;            // a line has been started since BT
    int64_t line_x, line_y; // its start
    int64_t pen;            // from there, in thousandths of the em
    int64_t rise;
};

struct font_state {
    bool set;
    uint32_t resource;
    int64_t size;
};

#define UNKNOWN UINT32_MAX // so that what comes next is written
#define UNKNOWN_COLOR UINT64_MAX

struct paint_state {
    uint64_t fill, stroke; // what add_color was given, as one number
    uint32_t overprint;    // bits of enum paint_overprint
    uint32_t fill_alpha, stroke_alpha;
    uint32_t cap, join, miter_limit;
    int64_t line_width; // -1: unknown
    bool dashed;
};

struct content {
    struct arena *arena;
    const struct fonts *fonts;
    struct tags *tags;
    struct paints *paints;
    struct pictures *pictures;
    const struct page *page;
    size_t next_glyph;         // in fonts->glyph_codes
    bool untagged;             // nothing has a mark
    size_t held;               // groups that are open: their mark holds all that is in them
    struct str_builder *forms; // entries in /XObject of those drawn here
    struct str_builder page_forms;
    bool transparent; // the page needs a blending space
    struct str_builder out;
    struct str_builder run; // the strings and adjustments of a TJ that is not yet written
    bool string_open;       // in `run`
    bool adjusted;          // `run` has more than one string
    int64_t page_height;    // as a length
    struct mark_state mark;
    struct text_state text;
    struct font_state font;
    struct paint_state paint;
};

void content_add_operand(struct content *content, int64_t thousandths);

// Writes the glyphs that wait.
void content_flush_run(struct content *content);
void content_close_text(struct content *content);

// Opens the marked content that an item belongs to, unless it is open.
void content_open_mark(struct content *content, const struct page_item *item);

// 8.4.2: what Q gives back.
struct saved_state {
    struct font_state font;
    struct paint_state paint;
    int64_t page_height, rise;
};

struct saved_state content_save(const struct content *content);
void content_restore(struct content *content, const struct saved_state *saved);

void content_set_color(struct content *content, const struct color *color, bool stroke);
void content_set_alpha(struct content *content, uint32_t fill, uint32_t stroke);

// Appends the steps of a path without painting it.
void content_add_steps(struct content *content, const struct path_step *steps, size_t count);
void content_draw_path(struct content *content, const struct page_item *item);
void content_draw_image(struct content *content, const struct page_item *item);

#endif
