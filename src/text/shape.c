#include "text/shape.h"

#include "base/vec.h"
#include "text/paragraph.h"

#include <hb-ot.h>
#include <hb.h>
#include <string.h>

enum { MOST_FEATURES = 5, LONGEST_KEY = 512 };

static const struct {
    uint32_t bit;
    hb_tag_t tag;
} features[] = {
    {TEXT_LINING_FIGURES, HB_TAG('l', 'n', 'u', 'm')},
    {TEXT_TABULAR_FIGURES, HB_TAG('t', 'n', 'u', 'm')},
    {TEXT_SMALL_CAPS, HB_TAG('s', 'm', 'c', 'p')},
    {TEXT_OLD_STYLE_FIGURES, HB_TAG('o', 'n', 'u', 'm')},
};

static unsigned features_of(uint32_t bits, hb_feature_t *out)
{
    unsigned count = 0;
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        if (bits & features[i].bit)
            out[count++] =
                (hb_feature_t){features[i].tag, 1, HB_FEATURE_GLOBAL_START, HB_FEATURE_GLOBAL_END};
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
        .plan = hb_shape_plan_create(key->font->face, &properties, wanted, wanted_count, NULL),
    };
    return plan->plan;
}

static const struct shaped_word *shape(struct typesetter *typesetter, const struct shape_key *key,
                                       struct str text)
{
    hb_buffer_t *buffer = typesetter->buffer;
    hb_buffer_clear_contents(buffer);
    hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES);
    hb_buffer_add_utf8(buffer, text.data, (int)text.len, 0, (int)text.len);
    hb_buffer_set_script(buffer, (hb_script_t)key->script);
    hb_language_t language = hb_language_from_string(key->language, -1);
    hb_buffer_set_language(buffer, language);
    hb_buffer_set_direction(buffer, key->right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_feature_t wanted[MOST_FEATURES];
    unsigned wanted_count = features_of(key->features, wanted);
    hb_shape_plan_execute(plan_of(typesetter, key, language), key->font->shaper, buffer, wanted,
                          wanted_count);
    typesetter->counts.words_shaped++;

    unsigned count;
    const hb_glyph_info_t *infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t *positions = hb_buffer_get_glyph_positions(buffer, &count);
    struct shaped_word *word = ARENA_NEW(&typesetter->arena, struct shaped_word);
    struct shaped_glyph *glyphs = ARENA_ARRAY(&typesetter->arena, struct shaped_glyph, count);
    for (unsigned i = 0; i < count; i++) {
        glyphs[i] =
            (struct shaped_glyph){infos[i].codepoint, infos[i].cluster, positions[i].x_advance,
                                  positions[i].x_offset, positions[i].y_offset};
        word->advance += positions[i].x_advance;
    }
    word->glyphs = glyphs;
    word->count = count;
    return word;
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
    if (name.len == 0) // too long to be met again
        return shape(typesetter, key, text);
    union {
        void *value;
        const struct shaped_word *word;
    } slot = {.value = map_find(&typesetter->words, name)};
    if (slot.value) {
        typesetter->counts.words_cached++;
        return slot.word;
    }
    slot.word = shape(typesetter, key, text);
    map_add(&typesetter->arena, &typesetter->words, str_copy(&typesetter->arena, name), slot.value);
    return slot.word;
}
