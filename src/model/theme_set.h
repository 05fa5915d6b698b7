// A theme's tree → the theme of each kind of edition.
//
// A kind that the theme's `editions` names has its part laid over the rest; the others share the
// theme as it stands. The parts of the kinds that are wanted are checked, of all where none are
// named or something else is wrong. Below them lies the part for the document's script, and below
// that those for its page's size: what suits the letters is worth more than what suits the paper.
// They are checked when a document wants them. The part of an edition may have such parts itself,
// which lie above it.
#ifndef MODEL_THEME_SET_H
#define MODEL_THEME_SET_H

#include "model/brochure.h"
#include "model/theme.h"
#include "text/families.h"

struct theme_tree {
    struct str name;
    const struct node *root;         // laid over its bases
    const struct families *families; // that its fonts may name; NULL when these are not known
    struct str script;               // of the document (ISO 15924), or ""
    struct str size;                 // its page_setup.size_key
    bool few_inks;                   // the edition is printed with black, and with `spot` if any
    struct str spot;                 // an ink of its own, or ""
    uint32_t kinds;                  // wanted: bit k for enum edition_kind k; 0: all
    bool is_small;                   // its page_setup.is_small
};

struct theme_set {
    const struct theme *of[EDITION_KINDS];
};

// Returns false, with each fault at its line, when a theme of the set cannot be used.
bool theme_set_decode(struct arena *arena, const struct theme_tree *tree, struct diags *diags,
                      struct theme_set *out);

#endif
