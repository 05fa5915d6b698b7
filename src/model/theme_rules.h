// The rules that pages for the press are held to, as a theme may change them: how grave a finding
// is, and from where on there is one. Part of struct theme.
//
// Numbers and severities are those of the Ghent Workgroup's checks for sheet-fed offset (2022),
// where it has them.
#ifndef MODEL_THEME_RULES_H
#define MODEL_THEME_RULES_H

#include "base/str.h"

#include <stdint.h>

enum rule_id {
    RULE_INK_LIMIT,
    RULE_INK_SQUARE,
    RULE_SAFE_ZONE,
    RULE_BLEED,
    RULE_PICTURE_COARSE,
    RULE_PICTURE_SOFT,
    RULE_BITMAP_COARSE,
    RULE_BITMAP_SOFT,
    RULE_HAIRLINE,
    RULE_WHITE_OVERPRINT,
    RULE_SMALL_TEXT,
    RULE_RICH_TEXT,
    RULE_BLACK_TEXT,
    RULE_BLACK_LINE,
    RULE_EVERY_INK,
    RULE_EMPTY_PAGE,
    RULE_COUNT
};

enum rule_severity { RULE_OFF, RULE_WARNING, RULE_ERROR };

struct theme_rule {
    enum rule_severity severity;
    int32_t limit;     // in 1/65536 of what it counts in; 0 for a rule that has none
    struct str reason; // for one that the theme lowers, else ""
};

// Returns the name of a rule in `rules`: "ink-square".
struct str theme_rule_name(enum rule_id rule);

#endif
