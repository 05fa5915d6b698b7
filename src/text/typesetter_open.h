// The inside of the typesetter, for the files of text/ that work with it. Private to text/.
#ifndef TEXT_TYPESETTER_OPEN_H
#define TEXT_TYPESETTER_OPEN_H

#include "base/map.h"
#include "text/families.h"
#include "text/font_open.h"
#include "text/hyphen.h"
#include "text/paragraph.h"
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

struct typesetter_face {
    const struct font *font;  // NULL: not tried, or it does not load
    const struct font *whole; // the same, where `font` is reduced
    bool tried;
};

struct typesetter {
    struct arena arena;
    struct typesetter_paths paths;
    struct sources *sources;
    const struct families *families;
    struct typesetter_face *family_faces; // by number, see family.first_face
    struct map chains;                    // of fallback families, by script, language and shape
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

// Returns the families to try for a script where a family lacks its characters; see families.h.
const struct family_list *typesetter_fallback(struct typesetter *typesetter, uint32_t script,
                                              struct str language, bool serif);

// Returns a family's face as typesetter_face does, but takes no notice of one that is not there.
const struct font *typesetter_fallback_face(struct typesetter *typesetter,
                                            const struct family *family,
                                            const struct text_style *style, struct diags *diags);

// Returns the dictionary of a language, opened on first use; NULL when there is none.
const struct hyphen_dictionary *typesetter_dictionary(struct typesetter *typesetter,
                                                      struct str language);

#endif
