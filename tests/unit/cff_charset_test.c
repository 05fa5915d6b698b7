#include "pdf/cff_charset.h"
#include "unit/unit.h"

#define HEADER "\x01\x00\x04\x01"
#define NAMES "\x00\x01\x01\x01\x02N"

// Offsets in a program as made below: header 4, names 6, top DICT index 5 + 16 = 21 → 31.
#define ROS "\x8B\x8B\x8B\x0C\x1E"
#define CHARSET_AT "\x1C\x00\x21\x0F"
#define CHARSTRINGS_AT "\x1C\x00\x1F\x11"
#define CID_TOP "\x00\x01\x01\x01\x11" ROS CHARSET_AT CHARSTRINGS_AT "\x8B\x0C\x08"
#define FIVE_GLYPHS "\x00\x05"

#define PROGRAM(charset) STR(HEADER NAMES CID_TOP FIVE_GLYPHS charset)

static void assert_cids(struct arena *arena, struct str program, const uint16_t expected[5])
{
    struct cff_charset charset = cff_charset_read(arena, program);
    assert_int_equal(charset.kind, CFF_CID_KEYED);
    assert_int_equal(charset.count, 5);
    assert_memory_equal(charset.cids, expected, 5 * sizeof *expected);
}

static void every_charset_format_is_read(void **state)
{
    assert_cids(*state, PROGRAM("\x00\x00\x07\x00\x09\x01\x00\x01\x02"),
                (const uint16_t[]){0, 7, 9, 256, 258});
    assert_cids(*state, PROGRAM("\x01\x00\x07\x01\x01\x00\x01"),
                (const uint16_t[]){0, 7, 8, 256, 257});
    assert_cids(*state, PROGRAM("\x02\x12\x34\x00\x03"),
                (const uint16_t[]){0, 0x1234, 0x1235, 0x1236, 0x1237});
}

static void a_program_without_ros_is_name_keyed(void **state)
{
    struct str program = STR(HEADER NAMES "\x00\x01\x01\x01\x05" CHARSTRINGS_AT FIVE_GLYPHS);
    assert_int_equal(cff_charset_read(*state, program).kind, CFF_NAME_KEYED);
}

static void no_cut_program_is_read_past_its_end(void **state)
{
    struct str program = PROGRAM("\x00\x00\x07\x00\x09\x01\x00\x01\x02");
    for (size_t len = 0; len < program.len; len++) {
        struct str cut = str_copy(*state, str_slice(program, 0, len));
        assert_int_equal(cff_charset_read(*state, cut).kind, CFF_BROKEN);
    }
}

static void a_charset_of_no_known_format_is_broken(void **state)
{
    assert_int_equal(cff_charset_read(*state, PROGRAM("\x03\x00\x07\x00\x09")).kind, CFF_BROKEN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(every_charset_format_is_read),
        RULE(a_program_without_ros_is_name_keyed),
        RULE(no_cut_program_is_read_past_its_end),
        RULE(a_charset_of_no_known_format_is_broken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
