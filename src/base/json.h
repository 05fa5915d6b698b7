// JSON (RFC 8259), as the program writes it: text in quotes, and documents with a member a line,
// two blanks a level.
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include "base/str.h"

// Appends text as it stands between a string's quotes. What is no UTF-8 (a path need not be)
// becomes U+FFFD.
void json_add_escaped(struct str_builder *out, struct str text);

// The same in quotes.
void json_add_text(struct str_builder *out, struct str text);

// A document that is being written. It may begin within another, at that one's depth.
struct json {
    struct str_builder *out;
    int depth; // of indentation
};

// Begins and ends an object ("{", "}") or an array ("[", "]").
void json_open(struct json *json, char bracket);
void json_close(struct json *json, char bracket);

// Begin a member of an object, an item of an array: a comma where one is due, and a line.
void json_key(struct json *json, struct str name);
void json_item(struct json *json);

void json_text_member(struct json *json, const char *name, struct str text);
void json_number_member(struct json *json, const char *name, uint64_t number);

#endif
