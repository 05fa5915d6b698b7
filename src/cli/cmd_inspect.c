#include "cli/commands.h"
#include "input/yaml.h"
#include "model/press_settings.h"
#include "model/reference_list.h"
#include "page/page_dump.h"
#include "pipeline/editions.h"
#include "pipeline/press_pages.h"
#include "preflight/coverage.h"
#include "speech/speech.h"

enum inspect_stage {
    INSPECT_TREE,
    INSPECT_MODEL,
    INSPECT_SHAPE,
    INSPECT_LINES,
    INSPECT_PAGES,
    INSPECT_TAGS,
    INSPECT_FONTS,
    INSPECT_SPEECH,
    INSPECT_INKS,
    INSPECT_REFERENCES,
    INSPECT_UNKNOWN,
};

static enum inspect_stage stage_from(struct str name)
{
    static const struct {
        struct str name;
        enum inspect_stage stage;
    } stages[] = {
        {STR_INIT("tree"), INSPECT_TREE},   {STR_INIT("model"), INSPECT_MODEL},
        {STR_INIT("shape"), INSPECT_SHAPE}, {STR_INIT("lines"), INSPECT_LINES},
        {STR_INIT("pages"), INSPECT_PAGES}, {STR_INIT("tags"), INSPECT_TAGS},
        {STR_INIT("fonts"), INSPECT_FONTS}, {STR_INIT("speech"), INSPECT_SPEECH},
        {STR_INIT("inks"), INSPECT_INKS},   {STR_INIT("references"), INSPECT_REFERENCES},
    };
    for (size_t i = 0; i < sizeof stages / sizeof stages[0]; i++)
        if (str_equal(stages[i].name, name))
            return stages[i].stage;
    return INSPECT_UNKNOWN;
}

// Groups are as deep as page_check allows.
static void mark_glyphs(const struct page_item *items, size_t count, uint8_t **used)
{
    for (size_t i = 0; i < count; i++) {
        const struct item_glyphs *glyphs = &items[i].as.glyphs;
        if (items[i].kind == ITEM_GROUP)
            mark_glyphs(items[i].as.group.items, items[i].as.group.count, used);
        for (size_t k = 0; items[i].kind == ITEM_GLYPHS && k < glyphs->count; k++)
            used[glyphs->font->index][glyphs->glyphs[k].id] = 1;
    }
}

// How many different glyphs of each face the pages use.
static void add_fonts(struct arena *arena, const struct typesetter *typesetter,
                      const struct page_list *pages, struct str_builder *out)
{
    size_t count = typesetter_face_count(typesetter);
    uint8_t **used = ARENA_ARRAY(arena, uint8_t *, count);
    for (size_t i = 0; i < count; i++)
        used[i] = ARENA_ARRAY(arena, uint8_t, typesetter_face_at(typesetter, i)->glyph_count);
    for (size_t i = 0; i < pages->count; i++)
        mark_glyphs(pages->pages[i].items, pages->pages[i].count, used);
    for (size_t i = 0; i < count; i++) {
        const struct font *font = typesetter_face_at(typesetter, i);
        size_t glyphs = 0;
        for (uint32_t k = 0; k < font->glyph_count; k++)
            glyphs += used[i][k];
        str_addf(out, "%.*s %u%s %.*s: %zu of %u glyphs\n", STR_ARGS(font->family), font->weight,
                 font->italic ? " italic" : "", STR_ARGS(font->postscript_name), glyphs,
                 font->glyph_count);
    }
}

// Of the file that would be written, which has to be read again for it.
static bool inspect_speech(struct job *job, const struct edition *edition, struct str_builder *out)
{
    struct str pdf;
    size_t pages;
    if (!job_theme(job, edition) || !job_build(job, edition, &pdf, &pages))
        return false;
    if (speech_write(&job->arena, pdf, out))
        return true;
    diag_add(&job->diags, DIAG_OUTPUT_CHECK, (struct span){0},
             "the file cannot be read back; that needs the library libqpdf29");
    return false;
}

static bool inspect_pages(struct job *job, const struct edition *edition, enum inspect_stage stage,
                          struct str_builder *out)
{
    if (!job_theme(job, edition))
        return false;
    struct layout_trace trace = {out, stage == INSPECT_SHAPE};
    bool traced = stage == INSPECT_SHAPE || stage == INSPECT_LINES;
    const struct page_list *pages;
    if (!job_pages(job, edition, traced ? &trace : NULL, &pages) ||
        (stage == INSPECT_INKS && !job_sheets(job, edition, &pages)))
        return false;
    if (stage == INSPECT_PAGES)
        page_dump(pages, out);
    else if (stage == INSPECT_TAGS)
        tag_dump(pages, out);
    else if (stage == INSPECT_FONTS)
        add_fonts(&job->arena, job->run->typesetter, pages, out);
    else if (stage == INSPECT_INKS)
        coverage_dump(&job->arena, pages, out);
    return true;
}

static bool is_of_pages(enum inspect_stage stage)
{
    return stage == INSPECT_SHAPE || stage == INSPECT_LINES || stage == INSPECT_PAGES ||
           stage == INSPECT_TAGS || stage == INSPECT_FONTS || stage == INSPECT_INKS ||
           stage == INSPECT_SPEECH;
}

static bool has_stage(const struct edition *edition, enum inspect_stage stage)
{
    if (stage == INSPECT_INKS)
        return edition_is_for_press(edition->kind);
    return !is_of_pages(stage) || edition->kind != EDITION_TEXT;
}

// The first of the editions that can be looked at; NULL (said) for none.
static const struct edition *find_edition(const struct editions *editions, const struct args *args)
{
    enum inspect_stage stage = stage_from(args->stage);
    for (size_t i = 0; i < editions->count; i++)
        if (has_stage(&editions->items[i], stage))
            return &editions->items[i];
    args_complain("the edition %.*s is %s and has no %.*s: name another with -e",
                  STR_ARGS(editions->items[0].name),
                  stage == INSPECT_INKS ? "for no press" : "text", STR_ARGS(args->stage));
    return NULL;
}

static bool inspect_model(struct job *job, const struct edition *edition, const struct args *args,
                          struct str_builder *out)
{
    enum inspect_stage stage = stage_from(args->stage);
    if (!job_model(job, edition))
        return false;
    if (stage == INSPECT_MODEL)
        brochure_dump(job->brochure, &job->sources, out);
    else if (stage == INSPECT_SPEECH)
        return inspect_speech(job, edition, out);
    else if (stage != INSPECT_REFERENCES)
        return inspect_pages(job, edition, stage, out);
    else if (str_equal(args->format, STR("json")))
        reference_list_json(job->brochure, out);
    else
        reference_list_text(job->brochure, out);
    return true;
}

static enum status inspect(struct job *job, const struct args *args, struct str_builder *out)
{
    enum inspect_stage stage = stage_from(args->stage);
    if (!job_read(job))
        return job->file_failed ? STATUS_SYSTEM : STATUS_CONTENT;
    if (stage == INSPECT_TREE) {
        tree_dump(job->root, &job->sources, out);
        return STATUS_DONE;
    }
    // The model of an edition that is not built yet can be looked at.
    struct editions editions = {0};
    bool any = stage == INSPECT_MODEL && args->edition_count == 0;
    if (!any && !editions_select(job, args->editions, args->edition_count, &editions))
        return STATUS_CONTENT;
    const struct edition *edition = any ? NULL : find_edition(&editions, args);
    if (!any && !edition)
        return STATUS_USAGE;
    if (inspect_model(job, edition, args, out))
        return STATUS_DONE;
    return job->file_failed ? STATUS_SYSTEM : STATUS_CONTENT;
}

static bool usage_is_good(const struct args *args, enum inspect_stage stage)
{
    if (args->operand_count != 1)
        args_complain("inspect wants one file");
    else if (args->stage.len == 0)
        args_complain(
            "inspect wants --stage tree, model, shape, lines, pages, tags, speech, fonts, inks "
            "or references");
    else if (stage == INSPECT_UNKNOWN)
        args_complain("there is no stage `%.*s`", STR_ARGS(args->stage));
    else if (args->format.len > 0 && stage != INSPECT_REFERENCES)
        args_complain("--format is for --stage references");
    else if (args->format.len > 0 && !str_equal(args->format, STR("text")) &&
             !str_equal(args->format, STR("json")))
        args_complain("--format is text or json, not `%.*s`", STR_ARGS(args->format));
    else
        return true;
    return false;
}

enum status cmd_inspect(struct arena *arena, const struct args *args)
{
    enum inspect_stage stage = stage_from(args->stage);
    struct run run;
    if (!usage_is_good(args, stage) || !run_open(arena, args, &run))
        return STATUS_USAGE;
    struct job job;
    job_init(&job, &run, args->operands[0]);
    struct str_builder text = str_builder_in(arena);
    enum status status = inspect(&job, args, &text);
    print_diagnostics(&job.diags, args);
    if (status == STATUS_DONE)
        status = print_output(str_built(&text), status);
    print_timings(&run, args);
    job_release(&job);
    run_release(&run);
    return status;
}
