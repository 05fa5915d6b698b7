// One opened face of a family: its bytes, its measures, its shaper. The only user of FreeType.
//
// A face is opened once for a run and shared by every size: shaping happens in font units. What
// FreeType does not accept is a diagnostic, never a crash; a face whose licence bits (OS/2
// fsType) forbid embedding is refused.
#ifndef TEXT_FONT_H
#define TEXT_FONT_H

#include "base/length.h"
#include "diag/diag.h"

struct hb_font_t; // HarfBuzz's own names
struct hb_face_t;

enum font_outlines { FONT_TRUETYPE, FONT_CFF };

struct font {
    uint32_t index; // in the typesetter's list of opened faces, from 0 in order of opening
    struct str family;
    struct str postscript_name;
    struct str path;
    struct str bytes; // mapped
    uint16_t weight;  // 100 to 900, the face's own
    bool italic;
    bool reduced; // a copy with fewer characters: see typesetter_whole_face
    enum font_outlines outlines;
    uint32_t glyph_count;
    // In font units:
    int32_t units_per_em;
    int32_t ascender, descender; // descender < 0
    int32_t cap_height, x_height;
    int32_t bounds[4];    // xMin yMin xMax yMax of all glyphs
    int32_t italic_angle; // in 1/65536 degrees, counter-clockwise, as in `post`
    bool fixed_pitch;
    bool serif;        // by OS/2 family class or PANOSE
    uint64_t ascii[2]; // which of the first 128 characters it has: most questions are about these
    struct hb_font_t *shaper; // scale = units_per_em
    struct hb_face_t *face;
};

// Returns the advance of a glyph in font units.
int32_t font_advance(const struct font *font, uint32_t glyph);

// Returns font units at `size` as a length, rounded to nearest.
length font_scale(const struct font *font, int64_t units, length size);

// Whether the face has a glyph for a code point.
bool font_covers(const struct font *font, uint32_t code_point);

// Returns the nominal glyph of a code point, or 0 when the face has none.
uint32_t font_glyph(const struct font *font, uint32_t code_point);

// The versions of FreeType and of HarfBuzz, for manifests.
struct str font_reader_version(struct arena *arena);
struct str font_shaper_version(void);

#endif
