// Pages for the press, before they are written, held to the rules of their theme (see
// model/theme_rules.h): what the Ghent Workgroup lists for sheet-fed offset (2022) and can go wrong
// here. What is right by construction (boxes, colour spaces, embedded fonts) is not looked for.
//
// Input: separated pages with their bleed; output: a diagnostic where the source of what was found
// stands, each said once.
#ifndef PREFLIGHT_PRESS_CHECK_H
#define PREFLIGHT_PRESS_CHECK_H

#include "diag/diag.h"
#include "model/theme_rules.h"
#include "page/page_list.h"

struct press_check {
    const struct page_list *pages;
    const struct theme_rule *rules; // by enum rule_id
    struct span span;               // of the edition: of what has no other place
};

// Returns whether the pages may be written.
bool press_check(struct arena *arena, const struct press_check *check, struct diags *diags);

#endif
