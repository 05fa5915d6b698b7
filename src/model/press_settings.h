// What an edition for the press says of inks, paper and marks.
#ifndef MODEL_PRESS_SETTINGS_H
#define MODEL_PRESS_SETTINGS_H

#include "model/brochure.h"
#include "model/draft.h"

// Reads the settings of an edition that has them; one that is for no press is a diagnostic.
void press_settings_decode(struct arena *arena, const struct draft_edition *draft,
                           struct diags *diags, struct edition *out);

// Returns how far colour runs over the trim: by the edition, else what printers of the page's size
// ask for, 3 mm or an eighth of an inch.
length press_bleed(const struct press_settings *settings, const struct page_setup *page);

// Returns the bits of enum press_mark: by the edition, else crop marks.
uint32_t press_marks(const struct press_settings *settings);

// Whether an edition is for the press.
bool edition_is_for_press(enum edition_kind kind);

#endif
