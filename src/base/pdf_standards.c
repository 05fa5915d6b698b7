#include "base/pdf_standards.h"

#include <assert.h>

const struct pdf_standards pdf_standards_screen = {2, 'A', 1, 0};
const struct pdf_standards pdf_standards_print = {0, '\0', 0, 4};

static const struct {
    struct str name;
    struct pdf_standards claim;
} rows[] = {
#define PDF_STANDARD(id, text, description) [id].name = STR_INIT(text),
    PDF_STANDARDS(PDF_STANDARD)
#undef PDF_STANDARD
        [PDF_A_2B]
            .claim = {2, 'B', 0, 0},
    [PDF_A_2U].claim = {2, 'U', 0, 0},
    [PDF_A_2A].claim = {2, 'A', 0, 0},
    [PDF_A_3B].claim = {3, 'B', 0, 0},
    [PDF_A_3U].claim = {3, 'U', 0, 0},
    [PDF_A_3A].claim = {3, 'A', 0, 0},
    [PDF_A_4].claim = {4, '\0', 0, 0},
    [PDF_UA_1].claim = {0, '\0', 1, 0},
    [PDF_UA_2].claim = {0, '\0', 2, 0},
    [PDF_X_4].claim = {0, '\0', 0, 4},
};

enum pdf_standard pdf_standard_find(struct str name)
{
    for (size_t i = 1; i < sizeof rows / sizeof rows[0]; i++)
        if (str_equal(rows[i].name, name))
            return (enum pdf_standard)i;
    return PDF_STANDARD_NONE;
}

bool pdf_standards_any(const struct pdf_standards *standards)
{
    return standards->archive_part > 0 || standards->access_part > 0 || standards->press_part > 0;
}

bool pdf_standards_are_pdf_2(const struct pdf_standards *standards)
{
    return standards->archive_part == 4 || standards->access_part == 2;
}

// ISO 15930-7, 6.1: a reader of PDF 1.6 is enough, and a newer version is not allowed.
struct str pdf_standards_version(const struct pdf_standards *standards)
{
    if (pdf_standards_are_pdf_2(standards))
        return STR("2.0");
    return standards->press_part > 0 ? STR("1.6") : STR("1.7");
}

size_t pdf_standards_names(struct arena *arena, const struct pdf_standards *standards,
                           struct str names[PDF_STANDARDS_MOST])
{
    size_t count = 0;
    char level[] = {(char)(standards->archive_level | 0x20), '\0'};
    if (standards->press_part > 0)
        names[count++] = str_format(arena, "PDF/X-%u", (unsigned)standards->press_part);
    if (standards->access_part > 0)
        names[count++] = str_format(arena, "PDF/UA-%u", (unsigned)standards->access_part);
    if (standards->archive_part > 0)
        names[count++] = str_format(arena, "PDF/A-%u%s", (unsigned)standards->archive_part,
                                    standards->archive_level == '\0' ? "" : level);
    return count;
}

struct str pdf_standards_text(struct arena *arena, const struct pdf_standards *standards)
{
    struct str names[PDF_STANDARDS_MOST];
    struct str_builder out = str_builder_in(arena);
    size_t count = pdf_standards_names(arena, standards, names);
    for (size_t i = 0; i < count; i++)
        str_addf(&out, "%s%.*s", i > 0 ? ", " : "", STR_ARGS(names[i]));
    return str_built(&out);
}

const char *pdf_standards_add(struct pdf_standards *standards, enum pdf_standard standard)
{
    const struct pdf_standards *claim = &rows[standard].claim;
    assert(pdf_standards_any(claim));
    if (standards->archive_part > 0 && claim->archive_part > 0)
        return "a file claims one part of PDF/A, at one level";
    if (standards->access_part > 0 && claim->access_part > 0)
        return "a file claims one part of PDF/UA";
    if (pdf_standards_any(standards) &&
        pdf_standards_are_pdf_2(standards) != pdf_standards_are_pdf_2(claim))
        return "PDF/UA-1, PDF/A-2, PDF/A-3 and PDF/X-4 are for PDF 1, PDF/UA-2 and PDF/A-4 for "
               "PDF 2.0";
    if (claim->archive_part > 0) {
        standards->archive_part = claim->archive_part;
        standards->archive_level = claim->archive_level;
    }
    standards->access_part |= claim->access_part;
    standards->press_part |= claim->press_part;
    return NULL;
}
