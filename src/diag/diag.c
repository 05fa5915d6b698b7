#include "diag/diag.h"

#include "base/vec.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static const struct diag_kind kinds[] = {
#define CODE(name, code, severity, title)                                                          \
    [DIAG_##name] = {STR_INIT(code), DIAG_##severity, STR_INIT(title)},
#include "diag/codes.def"
#undef CODE
};

const struct diag_kind *diag_kind_find(enum diag_code code)
{
    assert(code < DIAG_CODE_COUNT);
    return &kinds[code];
}

void diags_init(struct diags *diags, struct arena *arena, struct sources *sources)
{
    *diags = (struct diags){.arena = arena, .sources = sources};
}

static struct str formatted(struct arena *arena, const char *format, va_list arguments)
{
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, again);
    va_end(again);
    assert(length >= 0);
    char *text = arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    return (struct str){text, (size_t)length};
}

static bool said_already(const struct diags *diags, const struct diag *diag)
{
    // Repeats come from neighbouring passes over one place: the newest few are enough to see.
    size_t look_back = diags->count < 16 ? diags->count : 16;
    for (size_t i = diags->count - look_back; i < diags->count; i++) {
        const struct diag *other = &diags->items[i];
        if (other->code == diag->code && other->span.file == diag->span.file &&
            other->span.start == diag->span.start && str_equal(other->message, diag->message))
            return true;
    }
    return false;
}

void diag_add(struct diags *diags, enum diag_code code, struct span span, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    struct diag diag = {code, span, formatted(diags->arena, format, arguments), {0}};
    va_end(arguments);
    if (said_already(diags, &diag))
        return;
    *VEC_PUSH(diags->arena, diags) = diag;
    if (diag_kind_find(code)->severity == DIAG_ERROR)
        diags->error_count++;
    else
        diags->warning_count++;
}

void diag_hint(struct diags *diags, const char *format, ...)
{
    assert(diags->count > 0);
    va_list arguments;
    va_start(arguments, format);
    diags->items[diags->count - 1].hint = formatted(diags->arena, format, arguments);
    va_end(arguments);
}

bool diag_hint_near(struct diags *diags, struct str typed, const struct str *names, size_t count)
{
    size_t limit = typed.len <= 4 ? 1 : typed.len <= 8 ? 2 : 3;
    const struct str *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        size_t distance = str_distance(typed, names[i], limit);
        if (distance <= limit) {
            nearest = &names[i];
            limit = distance == 0 ? 0 : distance - 1;
        }
    }
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
    if (a->code != b->code)
        return a->code < b->code ? -1 : 1;
    return str_compare(a->message, b->message);
}

void diags_sort(struct diags *diags)
{
    if (diags->count > 1)
        qsort(diags->items, diags->count, sizeof *diags->items, by_place);
}
