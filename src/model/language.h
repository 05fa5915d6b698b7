// Language tags: BCP 47 (RFC 5646) well-formedness, registered codes, canonical case, direction.
#ifndef MODEL_LANGUAGE_H
#define MODEL_LANGUAGE_H

#include "diag/diag.h"
#include "input/tree.h"

// Returns the tag in canonical case (RFC 5646, 2.1.1: en-US, zh-Hans-CN), or an empty string when
// it is malformed or has a language, script or region that is not registered.
struct str language_canonical(struct arena *arena, struct str tag);

// Checks a scalar; `out` is the canonical tag. False with a diagnostic otherwise.
bool language_check(struct arena *arena, const struct node *scalar, struct diags *diags,
                    struct str *out);

// As language_check, for a tag that stands in a text, at `span`.
bool language_check_text(struct arena *arena, struct str tag, struct span span, struct diags *diags,
                         struct str *out);

// Whether a language is written from right to left, by its script subtag or its usual script.
bool language_is_right_to_left(struct str tag);

// Returns the script that a language is written in (ISO 15924): the tag's own, or the usual one of
// languages whose letters want sizes of their own; "" for the others.
struct str language_script(struct str tag);

// Whether a language's decimals stand behind a comma (CLDR, symbols/decimal); else behind a point.
bool language_has_decimal_comma(struct str tag);

// Whether paper of a language's region is Letter (CLDR, paperSize); else it is A4.
bool language_prefers_letter(struct str tag);

// Returns the primary language subtag: "zh" of "zh-Hans".
struct str language_primary(struct str tag);

// Returns whether one of the subtags after the first is `subtag`.
bool language_has_subtag(struct str tag, struct str subtag);

#endif
