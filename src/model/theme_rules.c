#include "model/theme_rules.h"

#include "base/length.h"
#include "model/theme_rule_tables.h"

#include <assert.h>
#include <stddef.h>

// What is found beyond a limit: more than it, or less.
enum limit_kind { LIMIT_NONE, LIMIT_MOST, LIMIT_LEAST };

struct rule_kind {
    enum rule_severity severity;
    enum limit_kind limit_kind;
    double limit;
};

static const struct rule_kind kinds[RULE_COUNT] = {
    [RULE_INK_LIMIT] = {RULE_ERROR, LIMIT_MOST, 400},    // percent; the press may have less
    [RULE_INK_SQUARE] = {RULE_WARNING, LIMIT_MOST, 320}, // percent
    [RULE_SAFE_ZONE] = {RULE_WARNING, LIMIT_LEAST, 3},   // mm
    [RULE_BLEED] = {RULE_WARNING, LIMIT_NONE, 0},
    [RULE_PICTURE_COARSE] = {RULE_ERROR, LIMIT_LEAST, 150}, // pixels an inch
    [RULE_PICTURE_SOFT] = {RULE_WARNING, LIMIT_LEAST, 225},
    [RULE_BITMAP_COARSE] = {RULE_ERROR, LIMIT_LEAST, 550},
    [RULE_BITMAP_SOFT] = {RULE_WARNING, LIMIT_LEAST, 800},
    [RULE_HAIRLINE] = {RULE_WARNING, LIMIT_LEAST, 0.25}, // points
    [RULE_WHITE_OVERPRINT] = {RULE_ERROR, LIMIT_NONE, 0},
    [RULE_SMALL_TEXT] = {RULE_WARNING, LIMIT_LEAST, 8},  // points
    [RULE_RICH_TEXT] = {RULE_WARNING, LIMIT_MOST, 280},  // percent
    [RULE_BLACK_TEXT] = {RULE_WARNING, LIMIT_LEAST, 12}, // points: larger type may knock out
    [RULE_BLACK_LINE] = {RULE_WARNING, LIMIT_LEAST, 2},  // points
    [RULE_EVERY_INK] = {RULE_WARNING, LIMIT_NONE, 0},
    [RULE_EMPTY_PAGE] = {RULE_WARNING, LIMIT_NONE, 0},
};

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_type decimal = {.kind = SCHEMA_DECIMAL};
static const struct schema_choice severities[] = {
    {STR_INIT("error"), RULE_ERROR, STR_INIT("Nothing is written")},
    {STR_INIT("warning"), RULE_WARNING, STR_INIT("It is said")},
    {STR_INIT("off"), RULE_OFF, STR_INIT("Nothing is said")},
};
static const struct schema_type severity = {
    .kind = SCHEMA_CHOICE, .choices = severities, .choice_count = SCHEMA_COUNT(severities)};
#define SEVERITY                                                                                   \
    SCHEMA_FIELD(draft_check, severity, "severity", &severity, 0, "How grave a finding is",        \
                 "warning")
#define REASON                                                                                     \
    SCHEMA_FIELD(draft_check, reason, "reason", &literal, 0, "Why the rule is lowered",            \
                 "The shop prints it so")
static const struct schema_field check_fields[] = {SEVERITY, REASON};
static const struct schema_field limit_fields[] = {
    SEVERITY,
    SCHEMA_FIELD(draft_check, limit, "limit", &decimal, 0, "From where on something is found",
                 "320"),
    REASON,
};
static const struct schema_object check_schema = {.name = STR_INIT("rule-of-press"),
                                                  .fields = check_fields,
                                                  .field_count = SCHEMA_COUNT(check_fields),
                                                  .size = sizeof(struct draft_check)};
static const struct schema_object limit_schema = {.name = STR_INIT("limit-of-press"),
                                                  .fields = limit_fields,
                                                  .field_count = SCHEMA_COUNT(limit_fields),
                                                  .size = sizeof(struct draft_check)};
static const struct schema_type checked = {.kind = SCHEMA_OBJECT, .object = &check_schema};
static const struct schema_type limited = {.kind = SCHEMA_OBJECT, .object = &limit_schema};

#define CHECK(id, key, type, text) SCHEMA_FIELD(draft_checks, items[id], key, type, 0, text, "")
static const struct schema_field checks_fields[] = {
    CHECK(RULE_INK_LIMIT, "ink-limit", &limited, "All inks of a colour together, in percent"),
    CHECK(RULE_INK_SQUARE, "ink-square", &limited, "All inks in any square of 15 mm, in percent"),
    CHECK(RULE_SAFE_ZONE, "safe-zone", &limited, "From the trim to text and pictures, in mm"),
    CHECK(RULE_BLEED, "bleed", &checked, "Colour that ends at the trim"),
    CHECK(RULE_PICTURE_COARSE, "picture-coarse", &limited, "Pixels an inch that a picture needs"),
    CHECK(RULE_PICTURE_SOFT, "picture-soft", &limited, "Pixels an inch that a picture should have"),
    CHECK(RULE_BITMAP_COARSE, "bitmap-coarse", &limited,
          "Pixels an inch that a picture of black and white needs"),
    CHECK(RULE_BITMAP_SOFT, "bitmap-soft", &limited,
          "Pixels an inch that a picture of black and white should have"),
    CHECK(RULE_HAIRLINE, "hairline", &limited, "How thick lines are at least, in points"),
    CHECK(RULE_WHITE_OVERPRINT, "white-overprint", &checked, "White that overprints"),
    CHECK(RULE_SMALL_TEXT, "small-text", &limited,
          "The least size of white text and of text in several inks, in points"),
    CHECK(RULE_RICH_TEXT, "rich-black-text", &limited,
          "All inks of text that is nearly black, in percent"),
    CHECK(RULE_BLACK_TEXT, "black-text", &limited,
          "The size from which on black text need not overprint, in points"),
    CHECK(RULE_BLACK_LINE, "black-line", &limited,
          "The width from which on black lines need not overprint, in points"),
    CHECK(RULE_EVERY_INK, "every-ink", &checked, "What is printed in every ink, within the trim"),
    CHECK(RULE_EMPTY_PAGE, "empty-page", &checked, "A page with nothing on it"),
};
const struct schema_object checks_schema = {.name = STR_INIT("rules-of-press"),
                                            .fields = checks_fields,
                                            .field_count = SCHEMA_COUNT(checks_fields),
                                            .size = sizeof(struct draft_checks)};

struct str theme_rule_name(enum rule_id rule)
{
    assert(rule < RULE_COUNT && SCHEMA_COUNT(checks_fields) == RULE_COUNT);
    return checks_fields[rule].name;
}

static int32_t fixed(double limit)
{
    return (int32_t)(limit * LENGTH_ONE_PT);
}

static bool lowers(const struct rule_kind *kind, const struct theme_rule *rule)
{
    int32_t usual = fixed(kind->limit);
    return rule->severity < kind->severity ||
           (kind->limit_kind == LIMIT_MOST && rule->limit > usual) ||
           (kind->limit_kind == LIMIT_LEAST && rule->limit < usual);
}

static void decode_rule(struct diags *diags, enum rule_id id, const struct draft_check *draft,
                        struct theme_rule *out)
{
    const struct rule_kind *kind = &kinds[id];
    const struct schema_object *schema =
        kind->limit_kind == LIMIT_NONE ? &check_schema : &limit_schema;
    *out = (struct theme_rule){kind->severity, fixed(kind->limit), {0}};
    if (!draft->found.node)
        return;
    if (schema_was_read(schema, &draft->found, STR("severity")))
        out->severity = (enum rule_severity)draft->severity;
    if (schema == &limit_schema && schema_was_read(schema, &draft->found, STR("limit")))
        out->limit = draft->limit;
    if (draft->reason)
        out->reason = draft->reason->text;
    if (!lowers(kind, out) || schema_has(schema, &draft->found, STR("reason")))
        return;
    diag_add(diags, DIAG_KEY_MISSING, draft->found.node->span,
             "the rule `%.*s` is lowered without a `reason`", STR_ARGS(theme_rule_name(id)));
    diag_hint(diags,
              "add `reason:` and say who agreed to it, for example \"the shop prints it so\"");
}

void theme_rules_decode(struct diags *diags, const struct draft_checks *draft,
                        struct theme_rule out[RULE_COUNT])
{
    for (size_t i = 0; i < RULE_COUNT; i++)
        decode_rule(diags, (enum rule_id)i, &draft->items[i], &out[i]);
}
