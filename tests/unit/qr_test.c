// Symbols of the size that a text needs, with what makes them findable.
#include "image/qr.h"
#include "unit/unit.h"

#include <string.h>

struct made {
    struct sources sources;
    struct diags diags;
    const struct qr *qr;
    bool good;
};

static struct made *make(struct arena *arena, size_t bytes)
{
    struct made *made = ARENA_NEW(arena, struct made);
    char *text = arena_alloc(arena, bytes);
    memset(text, 'a', bytes);
    sources_init(&made->sources, arena);
    diags_init(&made->diags, arena, &made->sources);
    made->good =
        qr_encode(arena, (struct str){text, bytes}, (struct span){0}, &made->diags, &made->qr);
    return made;
}

// ISO/IEC 18004, table 7: 14 bytes fit version 1 at level M, 213 version 10.
static void the_symbol_is_the_smallest_that_fits(void **state)
{
    assert_int_equal(make(*state, 14)->qr->size, 21);
    assert_int_equal(make(*state, 15)->qr->size, 25);
    assert_int_equal(make(*state, 213)->qr->size, 57);
}

static void its_corners_have_finders(void **state)
{
    static const char *const finder[] = {"1111111", "1000001", "1011101", "1011101",
                                         "1011101", "1000001", "1111111"};
    const struct qr *qr = make(*state, 20)->qr;
    for (size_t y = 0; y < 7; y++)
        for (size_t x = 0; x < 7; x++) {
            uint8_t wanted = finder[y][x] == '1';
            assert_int_equal(qr->dark[y * qr->size + x], wanted);
            assert_int_equal(qr->dark[y * qr->size + qr->size - 1 - x], wanted);
            assert_int_equal(qr->dark[(qr->size - 1 - y) * qr->size + x], wanted);
        }
}

static void a_longer_text_is_a_diagnostic(void **state)
{
    static const size_t sizes[] = {214, 3000};
    for (size_t i = 0; i < 2; i++) {
        struct made *made = make(*state, sizes[i]);
        assert_false(made->good);
        assert_int_equal(made->diags.items[0].code, DIAG_QR_TOO_LONG);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_symbol_is_the_smallest_that_fits),
        RULE(its_corners_have_finders),
        RULE(a_longer_text_is_a_diagnostic),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
