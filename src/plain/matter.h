// What stands around the sections: cover, title, contents, references, publisher, control data.
#ifndef PLAIN_MATTER_H
#define PLAIN_MATTER_H

#include "plain/writer.h"

// The cover's words, the title and the subtitle, the lead.
void plain_add_front(struct writer *writer);

// The list of contents, without pages, when the brochure has one.
void plain_add_contents(struct writer *writer);

void plain_add_references(struct writer *writer);

// The address of the text, the publisher and the control data: once, though a cover has them too.
void plain_add_back(struct writer *writer);

#endif
