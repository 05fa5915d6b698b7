#include "pipeline/handover.h"

#include "base/file.h"
#include "base/sha256.h"
#include "input/yaml.h"
#include "model/press_settings.h"
#include "pipeline/press_report.h"
#include "pipeline/sums.h"
#include "pipeline/ticket.h"

static const struct str process_inks[] = {STR_INIT("Cyan"), STR_INIT("Magenta"), STR_INIT("Yellow"),
                                          STR_INIT("Black")};

static void add_inks(struct arena *arena, const struct press_settings *press, struct ticket *ticket)
{
    size_t process = press->no_process ? 1 : 4;
    struct str *inks = ARENA_ARRAY(arena, struct str, process + press->spot_count);
    for (size_t i = 0; i < process; i++)
        inks[i] = process_inks[4 - process + i];
    for (size_t i = 0; i < press->spot_count; i++)
        inks[process + i] = press->spots[i].name;
    ticket->inks = inks;
    ticket->process_count = process;
    ticket->ink_count = process + press->spot_count;
}

// What is done with the sheets of a booklet, by the names of PWG 5100.1.
static void add_booklet(struct job *job, const struct edition *edition, struct ticket *ticket)
{
    const struct booklet_settings *settings = &edition->booklet;
    bool saddle = settings->method == BOOKLET_SADDLE;
    const struct page_setup *page = &job->brochure->page;
    if (edition->kind != EDITION_BOOKLET)
        return;
    ticket->pages = job->single_pages;
    ticket->width = page->width;
    ticket->height = page->height;
    ticket->bleed = press_bleed(&edition->press, page);
    ticket->binding = saddle                                ? STR("saddle-stitch")
                      : settings->method == BOOKLET_PERFECT ? STR("bind")
                                                            : STR("");
    ticket->fold = saddle || settings->method == BOOKLET_PERFECT ? STR("fold-half") : STR("");
    ticket->binds_right = job->brochure->right_to_left;
    ticket->grams = settings->grams;
    ticket->sheets = (uint32_t)job->booklet.sheet_count;
}

static struct ticket ticket_of(struct job *job, const struct handover_job *handover)
{
    const struct page_list *pages = handover->pages;
    const struct document *document = &job->brochure->document;
    struct str stem = path_stem(job->path);
    struct pdf_standards standards = job_standards(job, handover->edition);
    struct ticket ticket = {
        .job = document->id.len > 0 ? document->id : stem,
        .title = job->brochure->title_plain,
        .version = document->version,
        .date = pages->info.date,
        .program = STR("brochure " BROCHURE_VERSION),
        .edition = handover->edition->name,
        .file = path_name(handover->path),
        .sha256 = sha256_digits(&job->arena, handover->bytes),
        .bytes = handover->bytes.len,
        .pages = pages->count,
        .width = pages->pages[0].width,
        .height = pages->pages[0].height,
        .bleed = pages->pages[0].bleed,
        .condition = pages->intent->condition,
        .profile = pages->intent->info,
        .standards = pdf_standards_text(&job->arena, &standards),
    };
    add_inks(&job->arena, &handover->edition->press, &ticket);
    add_booklet(job, handover->edition, &ticket);
    return ticket;
}

// A brochure that the program writes itself has no faults; if it has, they are told.
static bool build_report(struct job *job, struct str text, struct str *bytes)
{
    const struct edition screen = {.name = STR("screen"), .kind = EDITION_SCREEN};
    struct run_options options = job->run->options;
    struct job report;
    size_t pages;
    job->run->options.theme = (struct str){0};
    job->run->options.set_count = 0;
    job->run->options.passwords = NULL;
    job->run->options.standards = (struct pdf_standards){0};
    job_init(&report, job->run, STR("preflight report"));
    struct source *source = sources_add(&report.sources, report.path, text);
    bool built =
        yaml_read(&report.arena, source, &yaml_limits_default, &report.diags, &report.root) &&
        job_model(&report, &screen) && job_theme(&report, &screen) &&
        job_build(&report, &screen, bytes, &pages);
    if (built)
        *bytes = str_copy(&job->arena, *bytes);
    else
        diag_add(
            &job->diags, DIAG_OUTPUT_CHECK, (struct span){0},
            "the preflight report could not be made: %.*s",
            STR_ARGS(report.diags.count > 0 ? report.diags.items[0].message : STR("no pages")));
    job_release(&report);
    job->run->options = options;
    return built;
}

static struct str beside(struct arena *arena, struct str pdf, const char *ending)
{
    struct str name = str_format(arena, "%.*s%s", STR_ARGS(path_stem(pdf)), ending);
    return path_join(arena, path_folder(pdf), name);
}

static struct str sums_of(struct arena *arena, const struct handover_job *handover,
                          const struct handover_file *files, size_t count)
{
    struct str_builder out = str_builder_in(arena);
    sums_add(&out, sha256_digits(arena, handover->bytes), path_name(handover->path));
    for (size_t i = 0; i < count; i++)
        sums_add(&out, sha256_digits(arena, files[i].bytes), path_name(files[i].path));
    return str_built(&out);
}

bool handover_make(struct job *job, const struct handover_job *handover,
                   struct handover_file files[HANDOVER_FILES])
{
    struct arena *arena = &job->arena;
    struct ticket ticket = ticket_of(job, handover);
    struct str report = press_report_text(arena, &ticket, &job->diags);
    files[0] =
        (struct handover_file){beside(arena, handover->path, ".xjdf"), ticket_xjdf(arena, &ticket)};
    files[1] = (struct handover_file){beside(arena, handover->path, ".job.yaml"),
                                      ticket_yaml(arena, &ticket)};
    files[2].path = beside(arena, handover->path, ".report.pdf");
    if (!build_report(job, report, &files[2].bytes))
        return false;
    files[3] = (struct handover_file){beside(arena, handover->path, ".SHA256SUMS"),
                                      sums_of(arena, handover, files, 3)};
    return true;
}
