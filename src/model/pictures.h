// Pictures that the content names → read, with the words for who cannot see them.
#ifndef MODEL_PICTURES_H
#define MODEL_PICTURES_H

#include "model/draft.h"
#include "model/inlines.h"

// Reads a picture. Its `picture` is NULL when no file is named, or when it cannot be read (said).
struct picture_use picture_use_read(struct text_reader *texts, const struct draft_picture *draft);

// Reads the picture of an image in Markdown; its words are `alt`.
struct picture_use picture_use_named(struct text_reader *texts, struct str file, struct span span,
                                     struct str alt);

#endif
