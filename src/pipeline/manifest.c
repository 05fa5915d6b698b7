#include "pipeline/manifest.h"

#include "base/file.h"
#include "base/json.h"
#include "base/sha256.h"
#include "pipeline/editions.h"
#include "pipeline/libraries.h"
#include "pipeline/sums.h"

#include <errno.h>

enum { FILE_DEPTH = 2 }; // of a file's entry in the manifest

// paths

// Returns the rest of `path` below `folder`, or "" when it is not below it.
static struct str below(struct str path, struct str folder)
{
    bool is = folder.len > 0 && path.len > folder.len && str_starts_with(path, folder) &&
              path.data[folder.len] == '/';
    return is ? str_slice(path, folder.len + 1, path.len) : STR("");
}

// From one place to another; both are absolute and without links.
static struct str relative(struct arena *arena, struct str folder, struct str path)
{
    struct str_builder out = str_builder_in(arena);
    while (folder.len > 1 && below(path, folder).len == 0) {
        str_add(&out, STR("../"));
        folder = path_folder(folder);
    }
    str_add(&out, folder.len > 1 ? below(path, folder) : str_slice(path, 1, path.len));
    return str_built(&out);
}

// An output as the manifest's folder sees it.
static struct str output_name(struct arena *arena, struct str folder, struct str path)
{
    struct str resolved;
    int error = file_resolve(arena, str_cstr(arena, path), &resolved);
    return error == 0 ? relative(arena, folder, resolved) : path;
}

// inputs

static void write_input(struct json *json, struct str path, struct str bytes)
{
    json_item(json);
    json_open(json, '{');
    json_text_member(json, "path", path);
    json_number_member(json, "bytes", bytes.len);
    json_text_member(json, "sha256", sha256_digits(json->out->arena, bytes));
    json_close(json, '}');
}

// A file of the program's own is named by its place among them: where they lie is the machine's.
static struct str input_name(const struct job *job, struct str path)
{
    struct str theme = below(path, job->run->options.places.themes);
    if (theme.len == 0)
        return path;
    return str_format(job->files.arena, "brochure:themes/%.*s", STR_ARGS(theme));
}

static void write_families(struct job *job, struct json *json)
{
    struct str bytes;
    bool own = str_equal(job->families, job->run->options.places.families);
    if (file_map(str_cstr(&job->arena, job->families), &bytes) != 0)
        return; // removed since it was read
    write_input(json, own ? STR("brochure:fonts/families.yaml") : job->families, bytes);
    file_unmap(bytes);
}

static void write_inputs(struct job *job, struct json *json)
{
    json_key(json, STR("inputs"));
    json_open(json, '[');
    if (str_equal(job->path, STR("-")))
        write_input(json, job->path, job->sources.items[0]->bytes);
    for (size_t i = 0; i < job->files.inputs.count; i++) {
        const struct input_file *input = &job->files.inputs.items[i];
        write_input(json, input_name(job, input->path), input->bytes);
    }
    write_families(job, json);
    json_close(json, ']');
}

// fonts

struct fonts_seen {
    struct arena *arena;
    VEC(const struct font *) fonts;
};

static void see_font(struct fonts_seen *seen, const struct font *font)
{
    for (size_t i = 0; i < seen->fonts.count; i++)
        if (str_equal(seen->fonts.items[i]->postscript_name, font->postscript_name))
            return;
    *VEC_PUSH(seen->arena, &seen->fonts) = font;
}

// Groups in groups are as deep as page_check lets them be.
static void see_items(struct fonts_seen *seen, const struct page_item *items, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (items[i].kind == ITEM_GLYPHS)
            see_font(seen, items[i].as.glyphs.font);
        else if (items[i].kind == ITEM_GROUP)
            see_items(seen, items[i].as.group.items, items[i].as.group.count);
    }
}

// A run of many files makes each font's digest once. "" when the file cannot be read any more.
static struct str font_digest(struct run *run, struct str path)
{
    struct str bytes;
    const struct str *known = map_find(&run->digests, path);
    if (known)
        return *known;
    struct str digits = {0};
    if (file_map(str_cstr(&run->arena, path), &bytes) == 0) {
        digits = sha256_digits(&run->arena, bytes);
        file_unmap(bytes);
    }
    struct str *kept = arena_copy(&run->arena, &digits, sizeof digits);
    map_add(&run->arena, &run->digests, str_copy(&run->arena, path), kept);
    return digits;
}

// The faces of the pages: those that a run has opened depend on what else it builds.
static void write_fonts(struct job *job, const struct manifest_file *file, struct json *json)
{
    struct fonts_seen seen = {.arena = &job->arena};
    for (size_t i = 0; i < file->edition_count; i++) {
        const struct page_list *list = file->editions[i].pages;
        for (size_t page = 0; list && page < list->count; page++)
            see_items(&seen, list->pages[page].items, list->pages[page].count);
    }
    json_key(json, STR("fonts"));
    json_open(json, '[');
    for (size_t i = 0; i < seen.fonts.count; i++) {
        const struct font *font = seen.fonts.items[i];
        struct str path = typesetter_face_file(job->run->typesetter, &job->arena, font);
        json_item(json);
        json_open(json, '{');
        json_text_member(json, "name", font->postscript_name);
        json_text_member(json, "sha256", font_digest(job->run, path));
        json_close(json, '}');
    }
    json_close(json, ']');
}

// editions

static void write_length(struct json *json, const char *name, length value)
{
    json_key(json, str_from(name));
    str_add_byte(json->out, '"');
    length_format(json->out, value, 3);
    str_add(json->out, STR("pt\""));
}

static void write_standards(const struct pdf_standards *standards, struct json *json)
{
    struct str names[PDF_STANDARDS_MOST];
    size_t count = pdf_standards_names(json->out->arena, standards, names);
    json_key(json, STR("standards"));
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_item(json);
        json_add_text(json->out, names[i]);
    }
    json_close(json, ']');
}

static void write_pages(const struct manifest_edition *edition, struct json *json)
{
    const struct page_list *pages = edition->pages;
    json_number_member(json, "pages", pages->count);
    json_key(json, STR("page-size"));
    json_open(json, '{');
    write_length(json, "width", pages->pages[0].width);
    write_length(json, "height", pages->pages[0].height);
    json_close(json, '}');
    write_standards(&edition->standards, json);
}

static void write_edition(const struct manifest_edition *edition, struct str name,
                          struct str digits, struct json *json)
{
    json_item(json);
    json_open(json, '{');
    json_text_member(json, "path", name);
    json_text_member(json, "edition", edition->edition.name);
    json_text_member(json, "kind", edition_kind_name(edition->edition.kind));
    if (edition->pages)
        write_pages(edition, json);
    json_key(json, STR("encrypted"));
    str_add(json->out, edition->encrypted ? STR("true") : STR("false"));
    json_number_member(json, "bytes", edition->bytes.len);
    json_text_member(json, "sha256", digits);
    json_close(json, '}');
}

static void write_document(const struct brochure *brochure, struct json *json)
{
    const struct document *document = &brochure->document;
    json_key(json, STR("document"));
    json_open(json, '{');
    json_text_member(json, "title", brochure->title_plain);
    json_text_member(json, "language", brochure->language);
    if (document->id.len > 0)
        json_text_member(json, "id", document->id);
    if (document->version.len > 0)
        json_text_member(json, "version", document->version);
    json_close(json, '}');
}

struct manifest_part manifest_part(struct job *job, struct str folder,
                                   const struct manifest_file *file)
{
    struct str_builder entry = str_builder_in(&job->arena);
    struct str_builder sums = str_builder_in(&job->arena);
    struct json json = {&entry, FILE_DEPTH};
    json_open(&json, '{');
    json_text_member(&json, "source", job->path);
    json_number_member(&json, "status", (uint64_t)file->status);
    json_number_member(&json, "errors", job->diags.error_count);
    json_number_member(&json, "warnings", job->diags.warning_count);
    if (file->edition_count > 0)
        write_document(job->brochure, &json);
    json_key(&json, STR("editions"));
    json_open(&json, '[');
    for (size_t i = 0; i < file->edition_count; i++) {
        struct str name = output_name(&job->arena, folder, file->editions[i].path);
        struct str digits = sha256_digits(&job->arena, file->editions[i].bytes);
        write_edition(&file->editions[i], name, digits, &json);
        sums_add(&sums, digits, name);
    }
    json_close(&json, ']');
    if (file->edition_count > 0) {
        write_inputs(job, &json);
        write_fonts(job, file, &json);
    }
    json_close(&json, '}');
    return (struct manifest_part){str_built(&entry), str_built(&sums), libraries_loaded()};
}

// the whole

struct manifest manifest_begin(struct arena *arena)
{
    return (struct manifest){
        .arena = arena,
        .entries = str_builder_in(arena),
        .sums = str_builder_in(arena),
    };
}

void manifest_add(struct manifest *manifest, const struct manifest_part *part)
{
    if (part->entry.len == 0)
        return;
    if (manifest->entries.len > 0)
        str_add_byte(&manifest->entries, ',');
    str_add(&manifest->entries, STR("\n    "));
    str_add(&manifest->entries, part->entry);
    str_add(&manifest->sums, part->sums);
    manifest->libraries |= part->libraries;
}

static struct str manifest_text(const struct manifest *manifest, int status)
{
    struct str_builder out = str_builder_in(manifest->arena);
    struct json json = {.out = &out};
    json_open(&json, '{');
    json_number_member(&json, "manifest", 1);
    json_text_member(&json, "brochure", STR(BROCHURE_VERSION));
    json_key(&json, STR("libraries"));
    libraries_write(manifest->arena, manifest->libraries, &json);
    json_number_member(&json, "status", (uint64_t)status);
    json_key(&json, STR("files"));
    json_open(&json, '[');
    str_add(&out, str_built(&manifest->entries));
    json_close(&json, ']');
    json_close(&json, '}');
    str_add_byte(&out, '\n');
    return str_built(&out);
}

int manifest_write(const struct manifest *manifest, struct str path, int status, struct str *failed)
{
    struct arena *arena = manifest->arena;
    struct str text = manifest_text(manifest, status);
    struct str_builder sums = str_builder_in(arena);
    sums_add(&sums, sha256_digits(arena, text), path_name(path));
    str_add(&sums, str_built(&manifest->sums));
    *failed = path;
    int error = file_write(arena, str_cstr(arena, path), text);
    if (error != 0)
        return error;
    *failed = path_join(arena, path_folder(path), STR("SHA256SUMS"));
    return file_write(arena, str_cstr(arena, *failed), str_built(&sums));
}
