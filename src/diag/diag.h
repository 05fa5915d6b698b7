// Diagnostics: what a user is told, collected while stages run, printed by cli/ only.
//
// A message gives the reason, a hint the mend. Both are sentences without a final point.
#ifndef DIAG_DIAG_H
#define DIAG_DIAG_H

#include "base/map.h"
#include "diag/source.h"

#include <stdbool.h>

enum diag_severity { DIAG_WARNING, DIAG_ERROR };

enum diag_code {
#define CODE(name, code, severity, title, explanation, mend) DIAG_##name,
#include "diag/codes.def"
#undef CODE
    DIAG_CODE_COUNT
};

struct diag_kind {
    struct str code; // "B0301"
    enum diag_severity severity;
    struct str title;
    struct str explanation; // whole sentences, as is the mend
    struct str mend;
};

struct diag {
    enum diag_code code;
    enum diag_severity severity; // the code's, unless a theme says another
    struct span span;
    struct str message;
    struct str hint; // may be empty
};

struct diags {
    struct arena *arena;
    struct sources *sources;
    struct diag *items;
    size_t count;
    size_t capacity;
    struct map numbers; // of each diagnostic that was added: what it says → where it lies in items
    size_t last;        // the one that was added, or said again, last
    size_t error_count;
    size_t warning_count;
};

const struct diag_kind *diag_kind_find(enum diag_code code);

// Returns the file that shows a code (see codes.def), byte by byte: it need not be UTF-8.
struct str diag_example(enum diag_code code);

void diags_init(struct diags *diags, struct arena *arena, struct sources *sources);

// Adds a diagnostic at `span`. The same code at the same span with the same message is kept once.
#if defined(__GNUC__)
__attribute__((format(printf, 4, 5)))
#endif
void diag_add(struct diags *diags, enum diag_code code, struct span span, const char *format, ...);

// The same with another severity than the code's.
#if defined(__GNUC__)
__attribute__((format(printf, 5, 6)))
#endif
void diag_add_as(struct diags *diags, enum diag_code code, enum diag_severity severity,
                 struct span span, const char *format, ...);

// Adds what was found elsewhere, with its hint.
void diag_repeat(struct diags *diags, const struct diag *diag);

// Gives the diagnostic that was added last its hint.
#if defined(__GNUC__)
__attribute__((format(printf, 2, 3)))
#endif
void diag_hint(struct diags *diags, const char *format, ...);

// Returns the name that `typed` is or is a slip of, or NULL.
const struct str *diag_nearest(struct str typed, const struct str *names, size_t count);

// Adds "did you mean `x`?" as the last diagnostic's hint when a name of `names` is near `typed`;
// returns whether it did.
bool diag_hint_near(struct diags *diags, struct str typed, const struct str *names, size_t count);

// Sorts by file and place, errors and warnings alike, so that output does not depend on the
// order in which stages looked.
void diags_sort(struct diags *diags);

enum diag_format { DIAG_FORMAT_HUMAN, DIAG_FORMAT_SHORT, DIAG_FORMAT_JSON };

// Appends all diagnostics in a format: human (with the source line and a caret line; ANSI colours
// when `color`), short (file:line:col: severity: text [CODE]) or JSON (one object a line).
void diags_write(const struct diags *diags, enum diag_format format, bool color,
                 struct str_builder *out);

#endif
