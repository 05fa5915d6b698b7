// Schema tables and the engine that decodes located nodes by them.
//
// A table says what a mapping may hold: the tables of schema_tables.c and theme_tables.c drive
// decoding, the hints for unknown keys and the JSON Schema alike. The engine reports every fault
// of a tree in one run and goes on; a value that is wrong stays zero in the draft it fills.
#ifndef MODEL_SCHEMA_H
#define MODEL_SCHEMA_H

#include "diag/diag.h"
#include "input/tree.h"

// What a value is, and what the engine writes for it.
enum schema_kind {
    SCHEMA_LITERAL, // const struct node *: a scalar, printed exactly as written
    SCHEMA_INLINE,  // const struct node *: a scalar, inline Markdown
    SCHEMA_BLOCKS,  // const struct node *: a scalar, block Markdown
    SCHEMA_CHOICE,  // uint32_t: the value of one of `choices`
    SCHEMA_BOOLEAN, // bool
    SCHEMA_INTEGER, // uint32_t within minimum and maximum
    SCHEMA_DECIMAL, // int32_t in 1/65536
    SCHEMA_LENGTH,  // length
    SCHEMA_EXTENT,  // struct extent: a length, or a percentage
    SCHEMA_DATE,    // struct date
    SCHEMA_PART,    // const struct node *: a mapping of some keys of `object`, read by its user
    SCHEMA_OBJECT,  // the object's struct, in place
    SCHEMA_LIST,    // struct schema_list of `item`
    SCHEMA_MAP,     // struct schema_map: any key, values of `item`
    SCHEMA_ANY,     // struct schema_any: the first of `any` whose form fits the node's
};

struct schema_choice {
    struct str name;
    uint32_t value;
    struct str description; // for editors
};

enum schema_sign { SCHEMA_ANY_SIGN, SCHEMA_NOT_NEGATIVE, SCHEMA_POSITIVE };

struct schema_type {
    enum schema_kind kind;
    const struct schema_object *object;
    const struct schema_type *item;
    const struct schema_type *const *any; // NULL at the end
    const struct schema_choice *choices;
    size_t choice_count;
    uint32_t minimum, maximum; // of an integer; of a length in points, if not 0
    bool ignores_case;         // of choices
    enum diag_code unknown;    // what is said of none of the choices, if not BAD_CHOICE
    bool unit_optional;        // of a length: a bare number is in points
    enum schema_sign sign;     // of a length
    bool may_be_empty;         // of text: "" is a value
    const char *pattern;       // that text has, for editors; whoever uses it checks it
    const char *pattern_message;
};

enum schema_flag {
    SCHEMA_REQUIRED = 1u << 0,
    SCHEMA_NOT_BUILT = 1u << 1, // known, and an error: KEY_NOT_BUILT
    SCHEMA_OR_FILE = 1u << 2,   // of a required key: a `file` stands for the whole object
};

struct schema_field {
    struct str name;
    const struct schema_type *type; // NULL for a key that is not built
    size_t offset;
    uint32_t flags;
    struct str description;
    struct str example; // may be empty
};

enum { SCHEMA_MOST_FIELDS = 64 };

struct schema_object {
    struct str name; // of its definition in the JSON Schema
    const struct schema_field *fields;
    size_t field_count;
    size_t size;     // of the struct that it fills; its first member is a struct schema_found
    bool extensions; // keys that begin with x- are allowed
};

// The first member of every struct that an object fills.
struct schema_found {
    const struct node *node; // NULL when the key was not given
    uint64_t keys;           // bit i: the object's field i was given
    uint64_t read;           // bit i: and its value could be read
};

struct schema_list {
    const struct node *node;
    void *items; // of schema_type_size(item) bytes each, zero where an item is wrong
    size_t count;
};

struct schema_entry {
    const struct node *key;
    void *value; // NULL when it is wrong
};

struct schema_map {
    const struct node *node;
    const struct schema_entry *entries;
    size_t count;
};

struct schema_any {
    const struct node *node;
    const struct schema_type *type; // the alternative taken
    void *value;
};

// What stands for a text that is printed exactly as written.
struct schema_filter {
    const struct node *(*apply)(void *context, const struct node *scalar);
    void *context;
};

struct schema_reader {
    struct arena *arena;
    struct diags *diags;
    struct schema_filter literals; // apply may be NULL
    int32_t grid;                  // a length's unit `u`, 0: no such unit
    uint32_t depth;
};

// Returns how many bytes the engine writes for a value of `type`.
size_t schema_type_size(const struct schema_type *type);

// Fills `out` (object->size zeroed bytes) from a mapping. Returns false, with a diagnostic, when
// `node` is none; faults within it are diagnostics and leave their member zero.
bool schema_read_object(struct schema_reader *reader, const struct schema_object *object,
                        const struct node *node, void *out);

// Reads one value of `type` into `out`; returns false, with a diagnostic, when it is wrong.
// `name` is what messages call it.
bool schema_read_value(struct schema_reader *reader, const struct schema_type *type,
                       const struct node *node, struct str name, void *out);

// Returns the field of that name, or NULL.
const struct schema_field *schema_find(const struct schema_object *object, struct str name);

// Returns whether the field of that name was given in a filled struct.
bool schema_has(const struct schema_object *object, const struct schema_found *found,
                struct str name);

// Returns whether it was given and its value could be read.
bool schema_was_read(const struct schema_object *object, const struct schema_found *found,
                     struct str name);

// Reports a key that is none of the object's, with the nearest of its keys as a hint; returns that.
const struct schema_field *schema_report_unknown(struct diags *diags,
                                                 const struct schema_object *object,
                                                 struct str name, struct span span);

#define SCHEMA_FIELD(record, member, key, kind, flag, text, sample)                                \
    {                                                                                              \
        .name = STR_INIT(key), .type = (kind), .offset = offsetof(struct record, member),          \
        .flags = (flag), .description = STR_INIT(text), .example = STR_INIT(sample)                \
    }
#define SCHEMA_UNBUILT(key, text)                                                                  \
    {                                                                                              \
        .name = STR_INIT(key), .flags = SCHEMA_NOT_BUILT, .description = STR_INIT(text)            \
    }
#define SCHEMA_COUNT(table) (sizeof(table) / sizeof(table)[0])

#endif
