// What the schema engine says of values that have another form than their key takes, with the mend:
// most of them are texts that YAML reads as something else.
#ifndef MODEL_SCHEMA_REPORT_H
#define MODEL_SCHEMA_REPORT_H

#include "model/schema.h"

// The form of node that a type is written as.
enum node_kind schema_form(const struct schema_type *type);

// Reports a node whose kind is not schema_form(type). `name` is the key that it belongs to.
void schema_report_form(struct diags *diags, const struct schema_type *type,
                        const struct node *node, struct str name);

// Reports a node that has a tag.
void schema_report_tag(struct diags *diags, const struct node *node, struct str name);

// Whether none of a mapping's keys is one of the object's, or near to one: it will be text that has
// a colon.
bool schema_is_stray(const struct schema_object *object, const struct node *mapping);

#endif
