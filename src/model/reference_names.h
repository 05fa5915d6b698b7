// The names of references: "van den Berg AB Jr", groups, "et al".
#ifndef MODEL_REFERENCE_NAMES_H
#define MODEL_REFERENCE_NAMES_H

#include "model/reference_entry.h"

// Writes the names of a variable, cut as the style has it.
void entry_say_names(struct entry *entry, enum item_variable names);

// Whether they are more than one, those that are left out included.
bool entry_has_many(const struct entry *entry, enum item_variable names);

// Returns the initials of given names: "Jennifer N.", "J. N." and "JN" are "JN", "Jean-Paul" is
// "JP", "Maria de Lourdes" is "M de L". Of names in scripts without capitals, all.
struct str reference_initials(struct arena *arena, struct str given);

// Returns a suffix without points, the third of a name as a number: "Jr." is "Jr", "III" is "3rd"
// (AMA 11th, 3.7; Citing Medicine, chapter 1, authors).
struct str reference_suffix(struct str suffix);

#endif
