// What content streams name in their resources besides fonts and pictures: alphas (ISO 32000-1,
// 11.6.4.4), gradients as shading patterns (8.7.4), and groups with an alpha as forms (11.6.6).
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
struct paints *paints_open(struct arena *arena, struct haru *haru, struct str fonts);

// Return the number of a resource: /A<number>, /P<number>. Alphas are those of fills and strokes.
uint32_t paints_alpha(struct paints *paints, uint32_t fill, uint32_t stroke);
uint32_t paints_gradient(struct paints *paints, const struct gradient *gradient,
                         length page_height);

// Returns the number of the resource /M<number>, which lets through what a gradient's alphas say: a
// soft mask (11.6.5.2).
uint32_t paints_mask(struct paints *paints, const struct gradient *gradient,
                     const struct page *page);

// Adds a transparency group whose coordinates are the page's; returns the number in its name
// /G<number>, whose entry in /XObject is appended to `within`. `inner` are the entries of the forms
// that its operators draw.
uint32_t paints_add_form(struct paints *paints, const struct page *page, struct str operators,
                         struct str inner, struct str_builder *within);

// Appends the entries of a resource dictionary besides /Font and /XObject.
void paints_add_resources(const struct paints *paints, struct str_builder *out);

// Fills the shared dictionaries once all content is written.
void paints_finish(struct paints *paints);

#endif
