#include "pipeline/editions.h"

#include "base/vec.h"
#include "model/decode.h"
#include "model/press_settings.h"

static const struct {
    struct str name;
    enum edition_kind kind;
} kinds[] = {
    {STR_INIT("screen"), EDITION_SCREEN},   {STR_INIT("print"), EDITION_PRINT},
    {STR_INIT("booklet"), EDITION_BOOKLET}, {STR_INIT("large-print"), EDITION_LARGE_PRINT},
    {STR_INIT("text"), EDITION_TEXT},
};
enum { KIND_COUNT = sizeof kinds / sizeof kinds[0] };

struct str edition_kind_name(enum edition_kind kind)
{
    size_t i = 0;
    while (i + 1 < KIND_COUNT && kinds[i].kind != kind)
        i++;
    return kinds[i].name;
}

// The editions that the file lists.
struct listed {
    const struct edition *items;
    size_t count;
};

static bool find_listed(const struct listed *listed, struct str name, struct edition *out)
{
    for (size_t i = 0; i < listed->count; i++) {
        if (str_equal(listed->items[i].name, name)) {
            *out = listed->items[i];
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

// Why an edition that is to be encrypted cannot be, or NULL (for PDF/A: ISO 19005-2, 6.1.3).
static const char *encryption_hindrance(const struct job *job, const struct edition *edition)
{
    struct pdf_standards standards = job_standards(job, edition);
    if (edition->kind != EDITION_SCREEN && edition->kind != EDITION_LARGE_PRINT)
        return "files for the press and texts never are";
    return standards.archive_part > 0 ? "its standard PDF/A forbids it" : NULL;
}

// Whether an edition and the passwords of the command line, or their lack, go together.
static bool encryption_is_good(struct job *job, const struct edition *edition)
{
    bool lacks = edition->encrypt == ENCRYPT_ALWAYS && !job->run->options.passwords;
    const char *hindrance = job_seals(job, edition) ? encryption_hindrance(job, edition) : NULL;
    if (lacks) {
        diag_add(&job->diags, DIAG_ENCRYPTION, edition->encrypt_span,
                 "the edition `%.*s` is always encrypted, and there is no password",
                 STR_ARGS(edition->name));
        diag_hint(&job->diags, "give one, for example --encrypt user=file:PATH, or build other "
                               "editions with -e");
    } else if (hindrance) {
        diag_add(&job->diags, DIAG_ENCRYPTION, edition->span,
                 "the edition `%.*s` cannot be encrypted: %s", STR_ARGS(edition->name), hindrance);
        diag_hint(&job->diags, "give it `encrypt: false`, or build others with -e");
    }
    return !lacks && !hindrance;
}

// A file for the press keeps PDF/X-4, with others or without, and nothing else does.
static bool standards_are_good(struct job *job, const struct edition *edition)
{
    struct pdf_standards standards = job_standards(job, edition);
    bool for_press = edition_is_for_press(edition->kind);
    if (edition->kind == EDITION_TEXT || for_press == (standards.press_part > 0))
        return true;
    diag_add(&job->diags, DIAG_STANDARDS_CLASH, edition->span,
             for_press ? "the edition `%.*s` is for the press, and its standards lack x-4"
                       : "the edition `%.*s` is for screens, and x-4 is for the press",
             STR_ARGS(edition->name));
    diag_hint(&job->diags, for_press ? "add x-4 to the standards, or take them out"
                                     : "build it as `kind: print`, or take x-4 out");
    return false;
}

static bool add_edition(struct job *job, const struct edition *edition, struct editions *out)
{
    bool encrypts = encryption_is_good(job, edition);
    if (!standards_are_good(job, edition) || !encrypts)
        return false;
    *VEC_PUSH(&job->arena, out) = *edition;
    job->kinds |= 1u << edition->kind;
    return true;
}

static bool add_named(struct job *job, const struct listed *listed, struct str name,
                      struct editions *out)
{
    struct edition edition;
    if (find_listed(listed, name, &edition) || find_kind(name, &edition))
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
    struct listed listed;
    bool good = true;
    *out = (struct editions){0};
    job_editions(job, &listed.items, &listed.count);
    for (size_t i = 0; i < count; i++)
        good = add_named(job, &listed, names[i], out) && good;
    for (size_t i = 0; count == 0 && i < listed.count; i++)
        good = add_edition(job, &listed.items[i], out) && good;
    return good;
}
