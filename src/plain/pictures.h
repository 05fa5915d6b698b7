// Figures and QR codes → lines: what they say in words.
#ifndef PLAIN_PICTURES_H
#define PLAIN_PICTURES_H

#include "plain/writer.h"

// The caption comes first, since it says what follows; what a picture shows stands in brackets. A
// figure that decorates and has no caption is left out.
void plain_add_figure(struct writer *writer, const struct figure *figure);

// The caption and the address, which one can type.
void plain_add_qr(struct writer *writer, const struct qr_block *qr);

// Adds what a picture shows, in brackets behind a space; nothing for one that decorates.
void plain_add_alt(struct passage *passage, const struct picture_use *use);

#endif
