#include "pipeline/press_pages.h"

#include "base/clock.h"
#include "impose/booklet.h"
#include "impose/dummy.h"
#include "impose/sheet.h"
#include "model/press_settings.h"
#include "pipeline/press.h"
#include "preflight/press_check.h"
#include "separate/separate.h"

static struct ink_set inks_of(struct job *job, const struct press_settings *settings)
{
    struct str *names = ARENA_ARRAY(&job->arena, struct str, settings->spot_count);
    for (size_t i = 0; i < settings->spot_count; i++)
        names[i] = settings->spots[i].name;
    return (struct ink_set){!settings->no_process, names, settings->spot_count};
}

// The plates by their names and a full amount of each.
static void add_plates(struct job *job, const struct edition *edition, struct sheet_job *sheet,
                       struct slug *slug)
{
    static const struct color process[] = {
        {.name = STR_INIT("Cyan"), .inks = INKS_PROCESS, .amounts = {INK_FULL, 0, 0, 0}},
        {.name = STR_INIT("Magenta"), .inks = INKS_PROCESS, .amounts = {0, INK_FULL, 0, 0}},
        {.name = STR_INIT("Yellow"), .inks = INKS_PROCESS, .amounts = {0, 0, INK_FULL, 0}},
        {.name = STR_INIT("Black"), .inks = INKS_PROCESS, .amounts = {0, 0, 0, INK_FULL}},
    };
    enum { PROCESS = sizeof process / sizeof process[0] };
    const struct press_settings *press = &edition->press;
    const struct theme *theme = job->themes.of[edition->kind];
    const struct color **inks =
        ARENA_ARRAY(&job->arena, const struct color *, PROCESS + press->spot_count);
    struct str_builder names = str_builder_in(&job->arena);
    for (size_t i = press->no_process ? PROCESS - 1 : 0; i < PROCESS; i++)
        inks[sheet->ink_count++] = &process[i];
    for (size_t i = 0; i < press->spot_count; i++)
        inks[sheet->ink_count++] = press_ink_color(&job->arena, theme, press->spots[i].name);
    for (size_t i = 0; i < sheet->ink_count; i++)
        str_addf(&names, "%s%.*s", i > 0 ? ", " : "",
                 STR_ARGS(inks[i]->inks == INKS_SPOT ? inks[i]->spot : inks[i]->name));
    sheet->inks = inks;
    slug->inks = str_built(&names);
}

// What marks show of a job.
static void add_marks(struct job *job, const struct edition *edition,
                      const struct document_info *info, struct sheet_job *sheet)
{
    const struct theme *theme = job->themes.of[edition->kind];
    struct slug *slug = ARENA_NEW(&job->arena, struct slug);
    *slug = (struct slug){
        .typesetter = job->run->typesetter,
        .family = theme->roles[ROLE_CONTROL].family,
        .job = info->identifier,
        .title = info->title,
        .edition = edition->name,
        .date = info->date,
    };
    add_plates(job, edition, sheet, slug);
    if (sheet->marks & MARK_SLUG)
        sheet->slug = slug;
}

bool job_sheets(struct job *job, const struct edition *edition, const struct page_list **pages)
{
    uint64_t start = clock_nanoseconds();
    const struct theme *theme = job->themes.of[edition->kind];
    bool sound = job_can_print(job, edition, &(*pages)->info);
    const struct job_press *press = job_press(job, edition);
    if (!press || !sound)
        return false;
    struct separate_job inks = {
        .pages = *pages,
        .press = press->press,
        .intent = &press->intent,
        .colors = theme->colors,
        .color_count = theme->color_count,
        .inks = inks_of(job, &edition->press),
    };
    struct sheet_job sheet = {
        .bleed = press_bleed(&edition->press, &job->brochure->page),
        .marks = edition->kind == EDITION_BOOKLET ? 0 : press_marks(&edition->press),
    };
    add_marks(job, edition, &(*pages)->info, &sheet);
    bool good = separate(&job->arena, &inks, &job->diags, &sheet.pages) &&
                sheet_pages(&job->arena, &sheet, &job->diags, pages);
    return run_timed(job->run, STAGE_PRESS, start, good);
}

bool job_impose(struct job *job, const struct edition *edition, const struct page_list **pages)
{
    uint64_t start = clock_nanoseconds();
    struct sheet_job sheet = {.marks = press_marks(&edition->press)};
    job->single_pages = (*pages)->count;
    add_marks(job, edition, &(*pages)->info, &sheet);
    const struct dummy_job dummy = {*pages, job->run->typesetter,
                                    job->themes.of[edition->kind]->roles[ROLE_CONTROL].family};
    if (edition->booklet.dummy && !dummy_pages(&job->arena, &dummy, &job->diags, pages))
        return run_timed(job->run, STAGE_PRESS, start, false);
    const struct booklet_job booklet = {
        .pages = *pages,
        .settings = &edition->booklet,
        .bleed = press_bleed(&edition->press, &job->brochure->page),
        .marks = sheet.marks,
        .inks = sheet.inks,
        .ink_count = sheet.ink_count,
        .slug = sheet.slug,
        .span = edition->span,
    };
    bool good = booklet_make(&job->arena, &booklet, &job->diags, &job->booklet);
    if (good)
        *pages = job->booklet.sheets;
    return run_timed(job->run, STAGE_PRESS, start, good);
}

bool job_preflight(struct job *job, const struct edition *edition, const struct page_list *sheets)
{
    uint64_t start = clock_nanoseconds();
    const struct press_check check = {
        .pages = sheets,
        .rules = job->themes.of[edition->kind]->rules,
        .span = edition->span,
    };
    return run_timed(job->run, STAGE_PRESS, start, press_check(&job->arena, &check, &job->diags));
}
