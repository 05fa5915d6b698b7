#include "text/typesetter_open.h"

#include "base/file.h"
#include "base/vec.h"
#include "input/yaml.h"
#include "text/reduced.h"

#include <errno.h>
#include <hb.h>
#include <string.h>

static bool read_families(struct typesetter *typesetter, struct sources *sources,
                          struct diags *diags)
{
    struct arena *arena = &typesetter->arena;
    struct str bytes, path = typesetter->paths.families;
    int error = file_read(arena, str_cstr(arena, path), yaml_limits_default.bytes, &bytes);
    if (error != 0) {
        diag_add(diags, DIAG_FILE_UNREADABLE, (struct span){0}, "cannot read %.*s: %s",
                 STR_ARGS(path), strerror(error));
        return false;
    }
    const struct node *root;
    struct source *source = sources_add(sources, path, bytes);
    return yaml_read(arena, source, &yaml_limits_default, diags, &root) &&
           families_decode(arena, root, diags, &typesetter->families);
}

struct typesetter *typesetter_open(struct arena *arena, const struct typesetter_paths *paths,
                                   struct sources *sources, struct diags *diags)
{
    struct typesetter *typesetter = ARENA_NEW(arena, struct typesetter);
    arena_init(&typesetter->arena);
    typesetter->paths = *paths;
    typesetter->reader = font_reader_open(&typesetter->arena);
    typesetter->buffer = hb_buffer_create();
    if (typesetter->reader && read_families(typesetter, sources, diags))
        return typesetter;
    typesetter_close(typesetter);
    return NULL;
}

void typesetter_close(struct typesetter *typesetter)
{
    for (size_t i = 0; i < typesetter->plans.count; i++)
        hb_shape_plan_destroy(typesetter->plans.items[i].plan);
    for (size_t i = 0; i < typesetter->faces.count; i++)
        font_close(typesetter->faces.items[i]);
    for (size_t i = 0; i < typesetter->dictionaries.count; i++)
        if (typesetter->dictionaries.items[i].dictionary)
            hyphen_close(typesetter->dictionaries.items[i].dictionary);
    hb_buffer_destroy(typesetter->buffer);
    if (typesetter->reader)
        font_reader_close(typesetter->reader);
    arena_release(&typesetter->arena);
}

struct face_place {
    struct str path;
    bool reduced;
};

// A face of the folders named by the user comes first, then the reduced copy, then the package's.
static struct face_place face_place(const struct typesetter *typesetter, struct arena *arena,
                                    const struct family *family, const struct family_face *face)
{
    const struct typesetter_paths *paths = &typesetter->paths;
    for (size_t i = 0; i < paths->font_path_count; i++) {
        struct str path = path_join(arena, paths->font_path[i], face->file);
        if (file_exists(str_cstr(arena, path)))
            return (struct face_place){path, false};
    }
    struct str whole = family_face_path(arena, family, face);
    if (family->reduce && paths->reduced.len > 0) {
        size_t size = file_size(str_cstr(arena, whole));
        struct str reduced = reduced_path(arena, paths->reduced, face->file, size);
        if (size > 0 && file_exists(str_cstr(arena, reduced)))
            return (struct face_place){reduced, true};
    }
    return (struct face_place){whole, false};
}

static const struct font *open_at(struct typesetter *typesetter, const struct family *family,
                                  const struct family_face *face, struct font_request request,
                                  struct diags *diags)
{
    request.reader = typesetter->reader;
    request.family = family;
    request.face = face;
    struct font *font = font_open(&typesetter->arena, &request, diags);
    if (!font)
        return NULL;
    font->index = (uint32_t)typesetter->faces.count;
    *VEC_PUSH(&typesetter->arena, &typesetter->faces) = font;
    return font;
}

static const struct font *open_face(struct typesetter *typesetter, const struct family *family,
                                    const struct family_face *face, struct span span,
                                    struct diags *diags)
{
    for (size_t i = 0; i < typesetter->faces.count; i++) {
        const struct font *open = typesetter->faces.items[i];
        if (open->weight == face->weight && open->italic == face->italic &&
            str_equal(open->family, family->name))
            return open;
    }
    struct face_place place = face_place(typesetter, &typesetter->arena, family, face);
    struct font_request request = {.path = place.path, .reduced = place.reduced, .span = span};
    return open_at(typesetter, family, face, request, diags);
}

const struct font *typesetter_whole_face(struct typesetter *typesetter, const struct font *font,
                                         struct span span, struct diags *diags)
{
    if (!font->reduced)
        return font;
    for (size_t i = 0; i < typesetter->faces.count; i++) {
        const struct font *open = typesetter->faces.items[i];
        if (!open->reduced && open->weight == font->weight && open->italic == font->italic &&
            str_equal(open->family, font->family))
            return open;
    }
    const struct family *family = families_find(&typesetter->families, font->family);
    const struct family_face *face = family_match(family, font->weight, font->italic);
    struct font_request request = {.path = family_face_path(&typesetter->arena, family, face),
                                   .span = span};
    return open_at(typesetter, family, face, request, diags);
}

static void say_unknown(const struct typesetter *typesetter, struct str name, struct span span,
                        struct diags *diags)
{
    struct str *names = ARENA_ARRAY(diags->arena, struct str, typesetter->families.count);
    for (size_t i = 0; i < typesetter->families.count; i++)
        names[i] = typesetter->families.items[i].name;
    diag_add(diags, DIAG_FAMILY_UNKNOWN, span, "there is no font family `%.*s`", STR_ARGS(name));
    if (!diag_hint_near(diags, name, names, typesetter->families.count))
        diag_hint(diags, "`brochure fonts` lists the families");
}

const struct font *typesetter_face(struct typesetter *typesetter, struct str name, uint16_t weight,
                                   bool italic, struct span span, struct diags *diags)
{
    const struct family *family = families_find(&typesetter->families, name);
    if (!family) {
        say_unknown(typesetter, name, span, diags);
        return NULL;
    }
    const struct family_face *face = family_match(family, weight, italic);
    if (!face) {
        diag_add(diags, DIAG_FACE_MISSING, span, "the family %.*s has no %s face", STR_ARGS(name),
                 italic ? "italic" : "upright");
        diag_hint(diags, "faces are never slanted or fattened: take another family");
        return NULL;
    }
    return open_face(typesetter, family, face, span, diags);
}

size_t typesetter_face_count(const struct typesetter *typesetter)
{
    return typesetter->faces.count;
}

const struct font *typesetter_face_at(const struct typesetter *typesetter, size_t index)
{
    return typesetter->faces.items[index];
}

const struct typesetter_counts *typesetter_counts(const struct typesetter *typesetter)
{
    return &typesetter->counts;
}

const struct hyphen_dictionary *typesetter_dictionary(struct typesetter *typesetter,
                                                      struct str language)
{
    for (size_t i = 0; i < typesetter->dictionaries.count; i++)
        if (str_equal(typesetter->dictionaries.items[i].language, language))
            return typesetter->dictionaries.items[i].dictionary;
    struct typesetter_dictionary *entry = VEC_PUSH(&typesetter->arena, &typesetter->dictionaries);
    entry->language = str_copy(&typesetter->arena, language);
    entry->dictionary = hyphen_open(&typesetter->arena, typesetter->paths.hyphenation, language);
    return entry->dictionary;
}

static void list_family(struct typesetter *typesetter, const struct family *family,
                        struct str_builder *out)
{
    str_addf(out, "%.*s (%s, package %.*s)\n", STR_ARGS(family->name),
             family->serif ? "serif" : "sans", STR_ARGS(family->package));
    for (size_t i = 0; i < family->face_count; i++) {
        const struct family_face *face = &family->faces[i];
        struct str path = face_place(typesetter, out->arena, family, face).path;
        bool there = file_exists(str_cstr(out->arena, path));
        str_addf(out, "  %u%s  %.*s%s\n", face->weight, face->italic ? " italic" : "",
                 STR_ARGS(path), there ? "" : "  (not installed)");
    }
    if (!family->has_italic)
        str_add(out, STR("  no italics: upright stands in\n"));
}

static void list_names(const char *label, const struct str *names, size_t count,
                       struct str_builder *out)
{
    for (size_t i = 0; i < count; i++)
        str_addf(out, "%s%.*s", i == 0 ? label : ", ", STR_ARGS(names[i]));
}

void typesetter_list(struct typesetter *typesetter, struct str_builder *out)
{
    const struct families *families = &typesetter->families;
    for (size_t i = 0; i < families->count; i++)
        list_family(typesetter, &families->items[i], out);
    str_add(out, STR("\nWhere a family lacks a character of a script, these stand in:\n"));
    for (size_t i = 0; i < families->fallback_count; i++) {
        const struct family_fallback *fallback = &families->fallbacks[i];
        str_addf(out, "  %.*s%s%.*s:", STR_ARGS(fallback->script),
                 fallback->language.len > 0 ? " in " : "", STR_ARGS(fallback->language));
        list_names(" serif ", fallback->serif, fallback->serif_count, out);
        list_names(fallback->serif_count > 0 ? "; sans " : " sans ", fallback->sans,
                   fallback->sans_count, out);
        str_add_byte(out, '\n');
    }
}
