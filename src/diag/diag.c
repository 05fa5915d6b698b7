#include "diag/diag.h"

#include "base/vec.h"

#include <assert.h>
#include <stdarg.h>
#include <stdlib.h>

static const struct diag_kind kinds[] = {
#define CODE(name, code, severity, title, explanation, mend)                                       \
    [DIAG_##name] = {STR_INIT(code), DIAG_##severity, STR_INIT(title), STR_INIT(explanation),      \
                     STR_INIT(mend)},
#include "diag/codes.def"
#undef CODE
};

const struct diag_kind *diag_kind_find(enum diag_code code)
{
    assert(code < DIAG_CODE_COUNT);
    return &kinds[code];
}

struct str diag_example(enum diag_code code)
{
    static const struct str examples[] = {
#include "diag/examples.inc" // made by scripts/embed
    };
    assert(code < DIAG_CODE_COUNT);
    return examples[code];
}

void diags_init(struct diags *diags, struct arena *arena, struct sources *sources)
{
    *diags = (struct diags){.arena = arena, .sources = sources};
}

static struct str identity_of(struct arena *arena, const struct diag *diag)
{
    return str_format(arena, "%d %u %u %u %.*s", (int)diag->code, diag->span.file, diag->span.start,
                      diag->span.end, STR_ARGS(diag->message));
}

static void add_new(struct diags *diags, struct diag diag)
{
    diags->last = diags->count;
    *VEC_PUSH(diags->arena, diags) = diag;
    if (diag.severity == DIAG_ERROR)
        diags->error_count++;
    else
        diags->warning_count++;
}

// One that was said before is the last again.
static void add_once(struct diags *diags, struct diag diag)
{
    size_t *number = ARENA_NEW(diags->arena, size_t);
    *number = diags->count;
    size_t *first =
        map_add(diags->arena, &diags->numbers, identity_of(diags->arena, &diag), number);
    if (first == number)
        add_new(diags, diag);
    else
        diags->last = *first;
}

void diag_add(struct diags *diags, enum diag_code code, struct span span, const char *format, ...)
{
    struct str_builder message = str_builder_in(diags->arena);
    enum diag_severity severity = diag_kind_find(code)->severity;
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&message, format, arguments);
    va_end(arguments);
    add_once(diags, (struct diag){code, severity, span, str_built(&message), {0}});
}

void diag_add_as(struct diags *diags, enum diag_code code, enum diag_severity severity,
                 struct span span, const char *format, ...)
{
    struct str_builder message = str_builder_in(diags->arena);
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&message, format, arguments);
    va_end(arguments);
    add_once(diags, (struct diag){code, severity, span, str_built(&message), {0}});
}

void diag_hint(struct diags *diags, const char *format, ...)
{
    assert(diags->count > 0);
    struct str_builder hint = str_builder_in(diags->arena);
    va_list arguments;
    va_start(arguments, format);
    str_add_list(&hint, format, arguments);
    va_end(arguments);
    diags->items[diags->last].hint = str_built(&hint);
}

void diag_repeat(struct diags *diags, const struct diag *diag)
{
    diag_add_as(diags, diag->code, diag->severity, diag->span, "%.*s", STR_ARGS(diag->message));
    if (diag->hint.len > 0)
        diag_hint(diags, "%.*s", STR_ARGS(diag->hint));
}

const struct str *diag_nearest(struct str typed, const struct str *names, size_t count)
{
    size_t limit = typed.len <= 1 ? 0 : typed.len <= 4 ? 1 : typed.len <= 8 ? 2 : 3;
    const struct str *nearest = NULL;
    for (size_t i = 0; i < count; i++)
        if (str_equal_ignoring_case(typed, names[i]))
            return &names[i];
    for (size_t i = 0; i < count; i++) {
        size_t distance = str_distance(typed, names[i], limit);
        if (distance <= limit) {
            nearest = &names[i];
            limit = distance == 0 ? 0 : distance - 1;
        }
    }
    return nearest;
}

bool diag_hint_near(struct diags *diags, struct str typed, const struct str *names, size_t count)
{
    const struct str *nearest = diag_nearest(typed, names, count);
    if (nearest)
        diag_hint(diags, "did you mean `%.*s`?", STR_ARGS(*nearest));
    return nearest != NULL;
}

static int by_place(const void *left, const void *right)
{
    const struct diag *a = left, *b = right;
    if (a->span.file != b->span.file)
        return a->span.file < b->span.file ? -1 : 1;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    if (a->span.end != b->span.end)
        return a->span.end < b->span.end ? -1 : 1;
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    return str_compare(a->message, b->message);
}

void diags_sort(struct diags *diags)
{
    if (diags->count > 1)
        qsort(diags->items, diags->count, sizeof *diags->items, by_place);
    // The places have changed: what is said from now on is compared with itself only.
    diags->numbers = (struct map){0};
    diags->last = diags->count > 0 ? diags->count - 1 : 0;
}
