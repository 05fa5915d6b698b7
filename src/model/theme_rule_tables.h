// Drafts and tables of a theme's `rules`. Private to the decoding of themes.
#ifndef MODEL_THEME_RULE_TABLES_H
#define MODEL_THEME_RULE_TABLES_H

#include "model/schema.h"
#include "model/theme_rules.h"

struct draft_check {
    struct schema_found found;
    uint32_t severity; // enum rule_severity
    int32_t limit;
    const struct node *reason;
};

struct draft_checks {
    struct schema_found found;
    struct draft_check items[RULE_COUNT];
};

extern const struct schema_object checks_schema;

// Makes the rules of a theme, those that it leaves out as they are. A rule that is lowered, by its
// severity or by its limit, has a reason, else there is a diagnostic.
void theme_rules_decode(struct diags *diags, const struct draft_checks *draft,
                        struct theme_rule out[RULE_COUNT]);

#endif
