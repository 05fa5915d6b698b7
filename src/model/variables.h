// Variables: `{{name}}` and `{{publisher.phone}}` in a text → the value that is printed there.
//
// A variable takes its value from --set, else its sample, else its default; a dotted key is another
// text of the brochure. Values are printed exactly as they are, dates in the language's long form:
// no Markdown is read in them, and no variable. Braces that are written with a backslash (`\{{`)
// are ordinary characters.
#ifndef MODEL_VARIABLES_H
#define MODEL_VARIABLES_H

#include "base/map.h"
#include "model/decode.h"

enum { VARIABLE_NEAR_SEARCHES = 100 };

struct variables {
    struct arena *arena;
    struct diags *diags;
    const struct node *root; // the brochure's tree
    struct str language;     // of the dates that are printed: that of the text around them
    struct map declared;     // → struct variable
    struct str *names;       // of those, in their order
    size_t count;
    struct map keys;        // dotted keys that were looked up
    size_t written;         // bytes of all values that were printed so far
    uint32_t near_searches; // so far: names are compared with a bounded number of slips
};

struct variable {
    struct str name;
    struct span span;          // of its name
    struct str value;          // as written; "" when it has none
    struct date date;          // what is printed when it is one
    const struct node *values; // what it may be, or NULL
    struct map allowed;        // the same, to look up
    bool faulty;               // said where it is declared: its uses say nothing
};

// Where a text names a variable.
struct variable_use {
    struct str name;
    struct span span; // of all from `{{` to `}}`
    size_t taken;     // bytes
    struct str value; // "" when it has none, with a diagnostic
};

// Reads what `root` declares, and the job's settings that set variables. Faults are diagnostics.
void variables_read(struct arena *arena, const struct decode_job *job, const struct node *root,
                    struct diags *diags, struct variables *out);

// Whether a tree declares a variable of that name.
bool variables_declare(const struct node *root, struct str name);

const struct variable *variables_find(const struct variables *variables, struct str name);

// Reports that no variable has the name, with the nearest as a hint.
void variables_report_unknown(struct variables *variables, struct str name, struct span span);

// Reads the variable that opens at `at` ("{{"). Returns false when these are ordinary characters.
bool variable_read(struct variables *variables, struct str text, size_t at,
                   const struct srcmap *map, struct variable_use *out);

// Replaces all variables of a text that is printed exactly; both stay as they are without one.
void variables_expand(struct variables *variables, struct str *text, struct srcmap *map);

// Replaces those of a link's target, as an address needs them: what cannot stand in one is written
// in percents, and a phone number loses its spaces.
struct str variables_expand_target(struct variables *variables, struct str target,
                                   struct span span);

// Replaces those of the name of a file, at `span`.
struct str variables_expand_name(struct variables *variables, struct str name, struct span span);

// Returns the scalar, or a copy with its variables replaced.
const struct node *variables_expand_scalar(struct variables *variables, const struct node *scalar);

#endif
