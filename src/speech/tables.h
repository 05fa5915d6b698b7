// Tables, cell by cell, each with its place and the heads that it stands under. Private to speech/.
#ifndef SPEECH_TABLES_H
#define SPEECH_TABLES_H

#include "speech/walk.h"

void tables_say(struct walk *walk, pdf_value table, uint32_t page);

#endif
