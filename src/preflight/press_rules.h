// The rules of press_check, each over what it looks at. Private to preflight/.
#ifndef PREFLIGHT_PRESS_RULES_H
#define PREFLIGHT_PRESS_RULES_H

#include "base/map.h"
#include "preflight/press_check.h"

// The most ink that colours of a page can lay anywhere: each takes the place of what is below it,
// and black alone lies over others.
struct ink_bound {
    uint32_t others, black; // of a colour, in tenths of a percent
    bool open;              // there is more than that says, such as a picture
};

struct press_checker {
    struct arena *arena;
    struct diags *diags;
    const struct press_check *check;
    const struct page *page;
    size_t number;          // of the page, from 1
    size_t at;              // the item of the page that is looked at, or lies in that
    struct ink_bound bound; // of the page so far
    struct map said;
    bool good;
};

// An item as it stands on its page.
struct press_item {
    const struct page_item *item;
    struct box shown; // of it within the clips around it
    double scale;     // of what is placed
    bool placed;      // turned or moved: `shown` means nothing
    bool in_group;
    struct span span;
};

// Whether a rule is on.
bool press_looks(const struct press_checker *checker, enum rule_id rule);

// The limit of a rule, in what it counts in.
double press_limit(const struct press_checker *checker, enum rule_id rule);

// Says what was found: once, wherever it is.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void press_found(struct press_checker *checker, enum rule_id rule, struct span span,
                 const char *format, ...);

// A colour as messages name it: "`teal`", or its value.
struct str press_color_name(struct press_checker *checker, const struct color *color);

// A length in points, as messages say it: "0.25".
struct str press_points(struct press_checker *checker, double points);

// Inks: of each colour, of type and of lines.
void press_ink_rules(struct press_checker *checker, const struct press_item *item);

// Places: the trim, the bleed, the resolution of pictures.
void press_place_rules(struct press_checker *checker, const struct press_item *item);

#endif
