// The job ticket of a file for the press: XJDF 2.1 (CIP4, 2020) for machines, and the same as YAML
// for people. Finishing has its names of PWG 5100.1 and the catalogue of folds of XJDF, appendix E.
#ifndef PIPELINE_TICKET_H
#define PIPELINE_TICKET_H

#include "base/length.h"
#include "base/str.h"

// Empty and zero: not known, and not told.
struct ticket {
    struct str job, title, version;
    struct str date;    // ISO 8601
    struct str program; // "brochure 0.1.0"
    struct str edition;
    struct str file; // its name, without a folder
    struct str sha256;
    size_t bytes;
    size_t pages;         // of the brochure
    length width, height; // of a finished page
    length bleed;
    const struct str *inks; // as plates are called
    size_t ink_count;
    size_t process_count; // of these come first, and need no description
    struct str condition; // of printing
    struct str profile;   // for people
    struct str standards; // "PDF/X-4"
    struct str binding;   // PWG: "saddle-stitch"; "": none
    bool binds_right;
    struct str fold;  // PWG: "fold-half"; "": none
    struct str sheet; // for people: "A4", "320 x 450 mm"
    uint32_t grams;   // of the paper, for a square metre
    uint32_t sheets;  // of one copy
};

struct str ticket_xjdf(struct arena *arena, const struct ticket *ticket);
struct str ticket_yaml(struct arena *arena, const struct ticket *ticket);

#endif
