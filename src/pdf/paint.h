// What content streams name in their resources besides fonts and pictures: alphas (ISO 32000-1,
// 11.6.4.4) and overprinting (8.6.7), gradients as shading patterns (8.7.4), inks of their own
// (8.6.6.4), and groups with an alpha as forms (11.6.6).
//
// Pages and forms share one dictionary of alphas and one of patterns, filled at the end; a file
// that needs neither has neither. A form names the forms within it in resources of its own, so that
// no resources hold themselves.
#ifndef PDF_PAINT_H
#define PDF_PAINT_H

#include "page/page_list.h"
#include "pdf/haru.h"

struct paints; // opaque

// `fonts` is the entry /Font of a resource dictionary, which forms have too.
// `for_press`: the colours are amounts of ink, and are blended as such.
struct paints *paints_open(struct arena *arena, struct haru *haru, struct str fonts,
                           bool for_press);
bool paints_for_press(const struct paints *paints);

// What a transparency group is blended in: the value of /Group.
struct str paints_group(const struct paints *paints);

// Return the number of a resource: /A<number>, /O<number>, /P<number>, /S<number>. Alphas are those
// of fills and strokes; `origin` is where the page's top left corner stands, y upwards; a colour of
// one ink is a colour space of its own, one for each ink (8.6.6.4).
uint32_t paints_alpha(struct paints *paints, uint32_t fill, uint32_t stroke);
enum paint_overprint { OVERPRINT_FILL = 1, OVERPRINT_STROKE = 2 };
uint32_t paints_overprint(struct paints *paints, uint32_t overprint);
uint32_t paints_gradient(struct paints *paints, const struct gradient *gradient,
                         struct point origin);
uint32_t paints_ink(struct paints *paints, const struct color *color);

// Returns the number of the resource /M<number>, which lets through what a gradient's alphas say: a
// soft mask (11.6.5.2).
uint32_t paints_mask(struct paints *paints, const struct gradient *gradient,
                     const struct page *page);

// Adds a transparency group whose coordinates are the page's; returns the number in its name
// /G<number>, whose entry in /XObject is appended to `within`. `inner` are the entries of the forms
// that its operators draw.
uint32_t paints_add_form(struct paints *paints, const struct page *page, struct str operators,
                         struct str inner, struct str_builder *within);

// The same for a page that stands on a sheet: it is painted as if it were drawn there.
uint32_t paints_add_page(struct paints *paints, const struct page *page, struct str operators,
                         struct str inner, struct str_builder *within);

// Appends the entries of a resource dictionary besides /Font and /XObject.
void paints_add_resources(const struct paints *paints, struct str_builder *out);

// Fills the shared dictionaries once all content is written.
void paints_finish(struct paints *paints);

#endif
