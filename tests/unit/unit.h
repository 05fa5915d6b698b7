// What unit tests share: cmocka's headers in their order, an arena for each test, text assertions.
#ifndef UNIT_UNIT_H
#define UNIT_UNIT_H

#include "base/str.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

// Compares text byte by byte, and shows both when they differ.
#define assert_str(actual, expected) unit_assert_str((actual), (expected), __FILE__, __LINE__)

static inline void unit_assert_str(struct str actual, const char *expected, const char *file,
                                   int line)
{
    struct str wanted = str_from(expected);
    if (str_equal(actual, wanted))
        return;
    print_error("%.*s\n  is not what was expected:\n%s\n", STR_ARGS(actual), expected);
    _fail(file, line);
}

// The same numbers on every machine (Numerical Recipes, 7.1: a linear congruential generator).
static inline uint32_t unit_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static inline int unit_open_arena(void **state)
{
    static struct arena arena;
    arena_init(&arena);
    *state = &arena;
    return 0;
}

static inline int unit_close_arena(void **state)
{
    arena_release(*state);
    return 0;
}

// A test whose `*state` is a fresh arena.
#define RULE(function) cmocka_unit_test_setup_teardown(function, unit_open_arena, unit_close_arena)

#endif
