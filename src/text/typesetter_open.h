// The inside of the typesetter, for the files of text/ that work with it. Private to text/.
#ifndef TEXT_TYPESETTER_OPEN_H
#define TEXT_TYPESETTER_OPEN_H

#include "base/map.h"
#include "text/families.h"
#include "text/font_open.h"
#include "text/hyphen.h"
#include "text/typesetter.h"

struct hb_buffer_t;
struct hb_shape_plan_t;
struct hb_language_impl_t;

// How HarfBuzz shapes one face in one script with some features.
struct typesetter_plan {
    const struct font *font;
    uint32_t features;
    uint32_t script;
    bool right_to_left;
    const struct hb_language_impl_t *language;
    struct hb_shape_plan_t *plan;
};

struct typesetter_dictionary {
    struct str language;
    const struct hyphen_dictionary *dictionary; // NULL: there is none
};

struct typesetter {
    struct arena arena;
    struct typesetter_paths paths;
    struct sources *sources;
    struct families families;
    struct font_reader *reader;
    struct {
        struct font **items;
        size_t count;
        size_t capacity;
    } faces;
    struct {
        struct typesetter_dictionary *items;
        size_t count;
        size_t capacity;
    } dictionaries;
    struct {
        struct typesetter_plan *items;
        size_t count;
        size_t capacity;
    } plans;
    struct map words; // the shape cache
    struct hb_buffer_t *buffer;
    struct typesetter_counts counts;
};

// Returns the whole face that a reduced one was made from; NULL with a diagnostic when it cannot be
// opened.
const struct font *typesetter_whole_face(struct typesetter *typesetter, const struct font *font,
                                         struct span span, struct diags *diags);

// Returns the dictionary of a language, opened on first use; NULL when there is none.
const struct hyphen_dictionary *typesetter_dictionary(struct typesetter *typesetter,
                                                      struct str language);

#endif
