#include "text/shape.h"

#include "base/vec.h"
#include "text/paragraph.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

enum { MOST_FEATURES = 6, LONGEST_KEY = 512 };

static const struct {
    uint32_t bit;
    hb_tag_t tag;
    uint32_t value;
} features[] = {
    {TEXT_LINING_FIGURES, HB_TAG('l', 'n', 'u', 'm'), 1},
    {TEXT_TABULAR_FIGURES, HB_TAG('t', 'n', 'u', 'm'), 1},
    {TEXT_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p'), 1},
    {TEXT_OLD_STYLE_FIGURES, HB_TAG('o', 'n', 'u', 'm'), 1},
    {SHAPE_NO_LIGATURES, HB_TAG('l', 'i', 'g', 'a'), 0},
    {SHAPE_NO_LIGATURES, HB_TAG('c', 'l', 'i', 'g'), 0},
};

static unsigned features_of(uint32_t bits, hb_feature_t *out)
{
    unsigned count = 0;
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        if (bits & features[i].bit)
            out[count++] = (hb_feature_t){features[i].tag, features[i].value,
                                          HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
    return count;
}

bool shape_has_feature(const struct font *font, uint32_t feature)
{
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++) {
        if (features[i].bit != feature)
            continue;
        hb_tag_t tags[] = {features[i].tag, HB_TAG_NONE};
        hb_set_t *lookups = hb_set_create();
        hb_ot_layout_collect_lookups(font->face, HB_OT_TAG_GSUB, NULL, NULL, tags, lookups);
        bool found = !hb_set_is_empty(lookups);
        hb_set_destroy(lookups);
        return found;
    }
    return false;
}

// HarfBuzz plans the work for a face, a script and features anew at every call of hb_shape, or
// looks its plan up by comparing all of them: a document has a few dozen, so they are kept here.
static hb_shape_plan_t *plan_of(struct typesetter *typesetter, const struct shape_key *key,
                                hb_language_t language)
{
    for (size_t i = 0; i < typesetter->plans.count; i++) {
        const struct typesetter_plan *plan = &typesetter->plans.items[i];
        if (plan->font == key->font && plan->features == key->features &&
            plan->script == key->script && plan->right_to_left == key->right_to_left &&
            plan->language == language)
            return plan->plan;
    }
    hb_feature_t wanted[MOST_FEATURES];
    unsigned wanted_count = features_of(key->features, wanted);
    // OpenType alone: HarfBuzz would rather ask a face's Graphite tables, which know other
    // features.
    static const char *const shapers[] = {"ot", NULL};
    hb_segment_properties_t properties = HB_SEGMENT_PROPERTIES_DEFAULT;
    properties.direction = key->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
    properties.script = (hb_script_t)key->script;
    properties.language = language;
    struct typesetter_plan *plan = VEC_PUSH(&typesetter->arena, &typesetter->plans);
    *plan = (struct typesetter_plan){
        .font = key->font,
        .features = key->features,
        .script = key->script,
        .right_to_left = key->right_to_left,
        .language = language,
        .plan = hb_shape_plan_create(key->font->face, &properties, wanted, wanted_count, shapers),
    };
    return plan->plan;
}

// Part of a text: its neighbours decide how its first and last letters join.
struct passage {
    struct str text;
    uint32_t start, end;
};

// Runs the shaper; the result stays in the buffer.
static void fill_buffer(struct typesetter *typesetter, const struct shape_key *key,
                        const struct passage *passage)
{
    hb_buffer_t *buffer = typesetter->buffer;
    int size = (int)(passage->end - passage->start);
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, passage->text.data, (int)passage->text.len, passage->start, size);
    hb_buffer_set_script(buffer, (hb_script_t)key->script);
    hb_language_t language = hb_language_from_string(key->language, -1);
    hb_buffer_set_language(buffer, language);
    hb_buffer_set_direction(buffer, key->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_feature_t wanted[MOST_FEATURES];
    unsigned wanted_count = features_of(key->features, wanted);
    hb_shape_plan_execute(plan_of(typesetter, key, language), key->font->shaper, buffer, wanted,
                          wanted_count);
    typesetter->counts.words_shaped++;
    typesetter->counts.bytes_shaped += (size_t)size;
}

// A damaged face may ask for glyphs that it does not have: those are missing.
static uint32_t glyph_of(const struct font *font, const hb_glyph_info_t *info)
{
    return info->codepoint < font->glyph_count ? info->codepoint : 0;
}

static const struct shaped_word *shape(struct typesetter *typesetter, const struct shape_key *key,
                                       const struct passage *passage)
{
    fill_buffer(typesetter, key, passage);
    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(typesetter->buffer, &count);
    const hb_glyph_position_t *places = hb_buffer_get_glyph_positions(typesetter->buffer, &count);
    struct shaped_word *word = ARENA_NEW(&typesetter->arena, struct shaped_word);
    struct shaped_glyph *glyphs = ARENA_ARRAY(&typesetter->arena, struct shaped_glyph, count);
    for (unsigned i = 0; i < count; i++) {
        hb_glyph_flags_t flags = hb_glyph_info_get_glyph_flags(&infos[i]);
        glyphs[i] = (struct shaped_glyph){
            .id = glyph_of(key->font, &infos[i]),
            .cluster = infos[i].cluster - passage->start,
            .advance = places[i].x_advance,
            .x_offset = places[i].x_offset,
            .y_offset = places[i].y_offset,
            .ends_cluster = i + 1 == count || infos[i + 1].cluster != infos[i].cluster,
            .unsafe_to_break = (flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0,
        };
        word->advance += glyphs[i].advance;
        word->clusters += glyphs[i].ends_cluster;
        word->lacks_glyph = word->lacks_glyph || glyphs[i].id == 0;
    }
    word->glyphs = glyphs;
    word->count = count;
    return word;
}

const struct shaped_word *shape_in_context(struct typesetter *typesetter,
                                           const struct shape_key *key, struct str text,
                                           uint32_t start, uint32_t end)
{
    return shape(typesetter, key, &(struct passage){text, start, end});
}

// The cache's key as bytes: what shaping depends on, then the text.
static size_t write_key(const struct shape_key *key, struct str text, char *out)
{
    struct {
        uint32_t font, features, script, direction;
    } head = {key->font->index, key->features, key->script, key->right_to_left};
    size_t language = strlen(key->language);
    if (sizeof head + language + 1 + text.len > LONGEST_KEY)
        return 0;
    memcpy(out, &head, sizeof head);
    memcpy(out + sizeof head, key->language, language + 1);
    memcpy(out + sizeof head + language + 1, text.data, text.len);
    return sizeof head + language + 1 + text.len;
}

const struct shaped_word *shape_word(struct typesetter *typesetter, const struct shape_key *key,
                                     struct str text)
{
    char bytes[LONGEST_KEY];
    struct str name = {bytes, write_key(key, text, bytes)};
    struct passage alone = {text, 0, (uint32_t)text.len};
    if (name.len == 0) // too long to be met again
        return shape(typesetter, key, &alone);
    union {
        void *value;
        const struct shaped_word *word;
    } slot = {.value = map_find(&typesetter->words, name)};
    if (slot.value) {
        typesetter->counts.words_cached++;
        return slot.word;
    }
    slot.word = shape(typesetter, key, &alone);
    map_add(&typesetter->arena, &typesetter->words, str_copy(&typesetter->arena, name), slot.value);
    return slot.word;
}
