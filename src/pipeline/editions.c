#include "pipeline/editions.h"

#include "base/vec.h"
#include "model/decode.h"

static const struct {
    struct str name;
    enum edition_kind kind;
} kinds[] = {
    {STR_INIT("screen"), EDITION_SCREEN},   {STR_INIT("print"), EDITION_PRINT},
    {STR_INIT("booklet"), EDITION_BOOKLET}, {STR_INIT("large-print"), EDITION_LARGE_PRINT},
    {STR_INIT("text"), EDITION_TEXT},
};
enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

static bool find_listed(const struct brochure *brochure, struct str name, struct edition *out)
{
    for (size_t i = 0; i < brochure->edition_count; i++) {
        if (str_equal(brochure->editions[i].name, name)) {
            *out = brochure->editions[i];
            return true;
        }
    }
    return false;
}

static bool find_kind(struct str name, struct edition *out)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (str_equal(kinds[i].name, name)) {
            *out = (struct edition){.name = kinds[i].name, .kind = kinds[i].kind};
            return true;
        }
    }
    return false;
}

static bool add_edition(struct job *job, const struct edition *edition, struct editions *out)
{
    if (!edition_is_built(edition->kind)) {
        diag_add(&job->diags, DIAG_EDITION_NOT_BUILT, edition->span,
                 "the edition `%.*s` is not built yet", STR_ARGS(edition->name));
        diag_hint(&job->diags, "build `screen` alone with -e screen");
        return false;
    }
    if (edition->unbuilt_setting.len > 0) {
        diag_add(&job->diags, DIAG_KEY_NOT_BUILT, edition->unbuilt_span,
                 "the setting `%.*s` of the edition `%.*s` is not built yet",
                 STR_ARGS(edition->unbuilt_setting), STR_ARGS(edition->name));
        diag_hint(&job->diags, "take it out, or build other editions with -e");
        return false;
    }
    *VEC_PUSH(&job->arena, out) = *edition;
    return true;
}

static bool add_named(struct job *job, struct str name, struct editions *out)
{
    struct edition edition;
    if (find_listed(job->brochure, name, &edition) || find_kind(name, &edition))
        return add_edition(job, &edition, out);
    struct str names[KIND_COUNT];
    for (size_t i = 0; i < KIND_COUNT; i++)
        names[i] = kinds[i].name;
    diag_add(&job->diags, DIAG_EDITION_UNKNOWN, (struct span){0}, "there is no edition `%.*s`",
             STR_ARGS(name));
    if (!diag_hint_near(&job->diags, name, names, KIND_COUNT))
        diag_hint(&job->diags, "the editions are screen, print, booklet, large-print and text, "
                               "and those that the brochure names");
    return false;
}

bool editions_select(struct job *job, const struct str *names, size_t count, struct editions *out)
{
    const struct brochure *brochure = job->brochure;
    bool good = true;
    *out = (struct editions){0};
    for (size_t i = 0; i < count; i++)
        good = add_named(job, names[i], out) && good;
    if (count > 0)
        return good;
    for (size_t i = 0; i < brochure->edition_count; i++)
        good = add_edition(job, &brochure->editions[i], out) && good;
    return brochure->edition_count > 0 ? good : add_named(job, STR("screen"), out);
}
