// font_reduce FAMILIES.yaml FOLDER: reduces the faces of families marked `reduce: true` to the
// alphabets and the features that brochures use most; run by `make`.
//
// A reduced face shapes the same text to the same shapes in about two thirds of the time, because
// its layout tables are smaller. Text that it does not cover is set from the whole face.
#include "base/file.h"
#include "input/yaml.h"
#include "text/families.h"
#include "text/reduced.h"

#include <hb-subset.h>
#include <stdio.h>
#include <string.h>

// Latin, its accents and marks, punctuation, signs: what Western brochures hold.
static const uint32_t ranges[][2] = {
    {0x20, 0x7E},     {0xA0, 0x17F},    {0x192, 0x192},   {0x218, 0x21B},   {0x2C6, 0x2DD},
    {0x300, 0x304},   {0x306, 0x308},   {0x30A, 0x30C},   {0x327, 0x328},   {0x1E9E, 0x1E9E},
    {0x2010, 0x2015}, {0x2018, 0x2022}, {0x2026, 0x2026}, {0x2030, 0x2033}, {0x2039, 0x203A},
    {0x2044, 0x2044}, {0x20AC, 0x20AC}, {0x2122, 0x2122}, {0x2190, 0x2193}, {0x2212, 0x2212},
    {0x2264, 0x2265},
};

static const char features[][5] = {"kern", "liga", "clig", "calt", "rlig", "ccmp", "locl",
                                   "mark", "mkmk", "lnum", "tnum", "onum", "smcp"};

static hb_subset_input_t *input_new(void)
{
    hb_subset_input_t *input = hb_subset_input_create_or_fail();
    if (!input)
        return NULL;
    hb_set_t *wanted = hb_subset_input_unicode_set(input);
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        hb_set_add_range(wanted, ranges[i][0], ranges[i][1]);
    hb_set_t *kept = hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(kept);
    for (size_t i = 0; i < sizeof features / sizeof features[0]; i++)
        hb_set_add(kept, hb_tag_from_string(features[i], -1));
    hb_set_add_range(hb_subset_input_set(input, HB_SUBSET_SETS_NAME_ID), 0, 25);
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NOTDEF_OUTLINE | HB_SUBSET_FLAGS_GLYPH_NAMES);
    return input;
}

static bool write_reduced(struct arena *arena, struct str whole, const char *path)
{
    hb_blob_t *blob =
        hb_blob_create(whole.data, (unsigned)whole.len, HB_MEMORY_MODE_READONLY, NULL, NULL);
    hb_face_t *face = hb_face_create(blob, 0);
    hb_subset_input_t *input = input_new();
    hb_face_t *reduced = input ? hb_subset_or_fail(face, input) : NULL;
    bool good = reduced != NULL;
    if (good) {
        hb_blob_t *bytes = hb_face_reference_blob(reduced);
        unsigned length;
        const char *data = hb_blob_get_data(bytes, &length);
        good = file_write(arena, path, (struct str){data, length}) == 0;
        hb_blob_destroy(bytes);
    }
    hb_face_destroy(reduced);
    hb_subset_input_destroy(input);
    hb_face_destroy(face);
    hb_blob_destroy(blob);
    return good;
}

// A face that is not installed is passed over: the program says so when a text asks for it.
static bool reduce_face(struct arena *arena, struct str path, struct str folder)
{
    struct str whole;
    if (file_map(str_cstr(arena, path), &whole) != 0)
        return true;
    const char *out = str_cstr(arena, reduced_path(arena, folder, path_name(path), whole.len));
    bool good = write_reduced(arena, whole, out);
    if (!good)
        fprintf(stderr, "font_reduce: cannot write %s\n", out);
    file_unmap(whole);
    return good;
}

static const struct families *read_families(struct arena *arena, const char *path)
{
    struct sources sources;
    struct diags diags;
    struct str bytes;
    const struct node *root;
    sources_init(&sources, arena);
    diags_init(&diags, arena, &sources);
    const struct families *families = NULL;
    if (file_read(arena, path, yaml_limits_default.bytes, &bytes) == 0 &&
        yaml_read(arena, sources_add(&sources, str_from(path), bytes), &yaml_limits_default, &diags,
                  &root))
        families = families_decode(arena, root, &diags);
    if (!families)
        fprintf(stderr, "font_reduce: %s cannot be read\n", path);
    return families;
}

static bool reduce_all(struct arena *arena, const struct families *families, struct str folder)
{
    bool good = true;
    for (size_t i = 0; i < families_count(families); i++) {
        const struct family *family = families_at(families, i);
        for (size_t j = 0; family->reduce && j < family->face_count; j++)
            good = reduce_face(arena, family_file(arena, families, family, &family->faces[j]),
                               folder) &&
                   good;
    }
    return good;
}

int main(int argc, char **argv)
{
    if (argc != 3) {
        fputs("usage: font_reduce FAMILIES.yaml FOLDER\n", stderr);
        return 1;
    }
    struct arena arena;
    arena_init(&arena);
    const struct families *families = read_families(&arena, argv[1]);
    bool good = families && file_make_folder(&arena, argv[2]) == 0 &&
                reduce_all(&arena, families, str_from(argv[2]));
    arena_release(&arena);
    return good ? 0 : 1;
}
