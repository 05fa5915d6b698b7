// Contacts, definitions, facts and fields → lines: a label and what belongs to it.
#ifndef PLAIN_ENTRIES_H
#define PLAIN_ENTRIES_H

#include "plain/writer.h"

void plain_add_contacts(struct writer *writer, const struct contacts *contacts);
void plain_add_definitions(struct writer *writer, const struct definitions *definitions);
void plain_add_facts(struct writer *writer, const struct facts *facts);
void plain_add_fields(struct writer *writer, const struct write_in *form);

// Adds "label: text" on a line.
void plain_add_words(struct writer *writer, struct str label, struct str text);

// Adds the line of a telephone number, or of another address; none when it is empty.
void plain_add_phone(struct writer *writer, struct str phone);
void plain_add_address(struct writer *writer, struct str address);

#endif
