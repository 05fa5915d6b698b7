// Pages for screens → pages for the press: every colour becomes amounts of the inks that there are.
//
// A colour of the theme has the inks that the theme gives it; so has a colour of a drawing that is
// the same on screens. Others are converted through the printing condition's profile, greys to
// black ink alone. Full black lies over what is below it where it is type or a thin rule, so that
// no plate has to meet another; where it is large it gets inks beneath. Without process inks
// everything is black and its tints, or the ink of its own that the theme names.
//
// Live areas go, since a sheet has none, and their Link tags become Spans: the rest of the tag tree
// and all of the layout stay.
#ifndef SEPARATE_SEPARATE_H
#define SEPARATE_SEPARATE_H

#include "color/press.h"
#include "diag/diag.h"
#include "page/page_list.h"

struct ink_set {
    bool process;            // cyan, magenta and yellow, beside the black that there is always
    const struct str *spots; // inks of their own
    size_t spot_count;
};

struct separate_job {
    const struct page_list *pages;
    const struct press *press;
    const struct press_intent *intent;
    const struct color *colors; // of the theme
    size_t color_count;
    struct ink_set inks;
};

// Makes a list of its own, which shares with job->pages what does not change, so it lives as long
// as they do. Returns false with a diagnostic.
bool separate(struct arena *arena, const struct separate_job *job, struct diags *diags,
              const struct page_list **out);

#endif
