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
    if (!yaml_read(arena, source, &yaml_limits_default, diags, &root))
        return false;
    const struct families *families = families_decode(arena, root, diags);
    if (!families)
        return false;
    typesetter->families = families;
    typesetter->family_faces =
        ARENA_ARRAY(arena, struct typesetter_face, families_face_count(families));
    return true;
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
    struct str whole = family_file(arena, typesetter->families, family, face);
    struct str file = path_name(whole);
    for (size_t i = 0; i < paths->font_path_count; i++) {
        struct str path = path_join(arena, paths->font_path[i], file);
        if (file_exists(str_cstr(arena, path)))
            return (struct face_place){path, false};
    }
    if (family->reduce && paths->reduced.len > 0) {
        size_t size = file_size(str_cstr(arena, whole));
        struct str reduced = reduced_path(arena, paths->reduced, file, size);
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

static struct typesetter_face *find_face(const struct typesetter *typesetter,
                                         const struct family *family,
                                         const struct family_face *face)
{
    return &typesetter->family_faces[family->first_face + (size_t)(face - family->faces)];
}

const struct font *typesetter_whole_face(struct typesetter *typesetter, const struct font *font,
                                         struct span span, struct diags *diags)
{
    if (!font->reduced)
        return font;
    const struct family *family = families_find(typesetter->families, font->family);
    const struct family_face *face = family_match(family, font->weight, font->italic);
    struct typesetter_face *known = find_face(typesetter, family, face);
    if (!known->whole) {
        struct str path = family_file(&typesetter->arena, typesetter->families, family, face);
        known->whole = open_at(typesetter, family, face,
                               (struct font_request){.path = path, .span = span}, diags);
    }
    return known->whole;
}

struct str typesetter_face_file(const struct typesetter *typesetter, struct arena *arena,
                                const struct font *font)
{
    if (!font->reduced)
        return font->path;
    const struct family *family = families_find(typesetter->families, font->family);
    return family_file(arena, typesetter->families, family,
                       family_match(family, font->weight, font->italic));
}

static void say_unknown(const struct typesetter *typesetter, struct str name, struct span span,
                        struct diags *diags)
{
    diag_add(diags, DIAG_FAMILY_UNKNOWN, span, "there is no font family `%.*s`", STR_ARGS(name));
    if (!diag_hint_near(diags, name, families_names(typesetter->families),
                        families_count(typesetter->families)))
        diag_hint(diags, "`brochure fonts` lists the families");
}

// A face that does not load is looked at again for each place that asks for it, so that each is
// told; a document has a few dozen styles.
const struct font *typesetter_face(struct typesetter *typesetter,
                                   const struct face_request *request, struct diags *diags)
{
    const struct family *family = families_find(typesetter->families, request->family);
    if (!family) {
        say_unknown(typesetter, request->family, request->span, diags);
        return NULL;
    }
    const struct family_face *face = family_match(family, request->weight, request->italic);
    struct typesetter_face *known = find_face(typesetter, family, face);
    if (!known->font) {
        struct face_place place = face_place(typesetter, &typesetter->arena, family, face);
        struct font_request opening = {
            .path = place.path, .reduced = place.reduced, .span = request->span};
        known->font = open_at(typesetter, family, face, opening, diags);
        known->tried = true;
    }
    return known->font;
}

const struct font *typesetter_fallback_face(struct typesetter *typesetter,
                                            const struct family *family,
                                            const struct text_style *style, struct diags *diags)
{
    const struct family_face *face = family_match(family, style->weight, style->italic);
    struct typesetter_face *known = find_face(typesetter, family, face);
    if (known->tried)
        return known->font;
    known->tried = true;
    struct face_place place = face_place(typesetter, &typesetter->arena, family, face);
    struct font_request request = {.path = place.path, .reduced = place.reduced};
    if (file_exists(str_cstr(&typesetter->arena, place.path)))
        known->font = open_at(typesetter, family, face, request, diags);
    return known->font;
}

const struct family_list *typesetter_fallback(struct typesetter *typesetter, uint32_t script,
                                              struct str language, bool serif)
{
    struct arena *arena = &typesetter->arena;
    char name[64] = {(char)(script >> 24), (char)(script >> 16), (char)(script >> 8), (char)script,
                     serif ? '+' : '-'};
    size_t kept = language.len < sizeof name - 5 ? language.len : sizeof name - 5;
    memcpy(name + 5, language.data, kept);
    struct str key = {name, 5 + kept};
    struct family_list *chain = map_find(&typesetter->chains, key);
    if (chain)
        return chain;
    chain = ARENA_NEW(arena, struct family_list);
    *chain = families_fallback(arena, typesetter->families, str_slice(key, 0, 4),
                               str_slice(key, 5, key.len), serif);
    map_add(arena, &typesetter->chains, str_copy(arena, key), chain);
    return chain;
}

const struct families *typesetter_families(const struct typesetter *typesetter)
{
    return typesetter->families;
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

static bool is_installed(const struct typesetter *typesetter, struct arena *scratch,
                         const struct family *family, const struct family_face *face)
{
    return file_exists(str_cstr(scratch, face_place(typesetter, scratch, family, face).path));
}

static void list_faces(const struct typesetter *typesetter, const struct family *family,
                       bool italic, struct str_builder *out)
{
    const char *before = italic ? "  italic" : "  upright";
    for (size_t i = 0; i < family->face_count; i++) {
        const struct family_face *face = &family->faces[i];
        if (face->italic != italic)
            continue;
        bool there = is_installed(typesetter, out->arena, family, face);
        str_addf(out, "%s %u%s", before, face->weight, there ? "" : " (not installed)");
        before = ",";
    }
    str_add(out, family_has_italic(family) || italic ? STR("\n") : STR("; no italic\n"));
}

static void list_family(const struct typesetter *typesetter, const struct family *family,
                        struct str_builder *out)
{
    struct str folder =
        path_folder(family_file(out->arena, typesetter->families, family, &family->faces[0]));
    str_addf(out, "%.*s (%s; %.*s; %.*s)\n", STR_ARGS(family->name),
             family->serif ? "serif" : "sans", STR_ARGS(family->package), STR_ARGS(folder));
    list_faces(typesetter, family, false, out);
    if (family_has_italic(family))
        list_faces(typesetter, family, true, out);
}

static void list_chain(struct str key, const struct family_list *chain, const char *shape,
                       struct str_builder *out)
{
    str_addf(out, "  %.*s%s:", STR_ARGS(key), shape);
    for (size_t i = 0; i < chain->count; i++)
        str_addf(out, "%s %.*s", i > 0 ? "," : "", STR_ARGS(chain->items[i]->name));
    str_add_byte(out, '\n');
}

void typesetter_list(struct typesetter *typesetter, struct str_builder *out)
{
    const struct families *families = typesetter->families;
    for (size_t i = 0; i < families_count(families); i++)
        list_family(typesetter, families_at(families, i), out);
    str_add(out, STR("\nWhere a family lacks a character of a script, these stand in:\n"));
    for (size_t i = 0; i < families_fallback_count(families); i++) {
        struct str key = families_fallback_key(families, i);
        struct str language = str_slice(key, key.len > 5 ? 5 : key.len, key.len);
        struct family_list sans =
            families_fallback(out->arena, families, str_slice(key, 0, 4), language, false);
        struct family_list serif =
            families_fallback(out->arena, families, str_slice(key, 0, 4), language, true);
        list_chain(key, &sans, ", sans", out);
        list_chain(key, &serif, ", serif", out);
    }
}
