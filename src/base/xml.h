// XML 1.0, as the program writes it.
#ifndef BASE_XML_H
#define BASE_XML_H

#include "base/str.h"

// Appends text as it stands between tags or in an attribute's double quotes. What XML cannot hold
// (control characters, no UTF-8) becomes U+FFFD.
void xml_add_text(struct str_builder *out, struct str text);

// Appends ` name="value"`.
void xml_add_attribute(struct str_builder *out, const char *name, struct str value);

#endif
