#include "color/color.h"
#include "unit/unit.h"

static const uint8_t white[] = {255, 255, 255}, black[] = {0, 0, 0};

static void colours_are_six_hexadecimal_digits(void **state)
{
    uint8_t rgb[3];
    (void)state;
    assert_true(color_parse_hex(STR("#0b4A58"), rgb));
    assert_int_equal(rgb[0], 0x0B);
    assert_int_equal(rgb[1], 0x4A);
    assert_int_equal(rgb[2], 0x58);
    assert_false(color_parse_hex(STR("0B4A58"), rgb));
    assert_false(color_parse_hex(STR("#0B4A5"), rgb));
    assert_false(color_parse_hex(STR("#0B4A5G"), rgb));
}

static void contrast_is_that_of_wcag(void **state)
{
    static const uint8_t ink[] = {0x0B, 0x4A, 0x58}, teal[] = {0x1F, 0x6F, 0x7A};
    static const uint8_t grey[] = {0x76, 0x76, 0x76}; // the lightest grey above 4.5 on white
    (void)state;
    assert_int_equal(color_contrast(white, black), 2100);
    assert_int_equal(color_contrast(black, black), 100);
    assert_int_equal(color_contrast(grey, white), 454);
    assert_int_equal(color_contrast(ink, white), color_contrast(white, ink));
    assert_in_range(color_contrast(ink, white), 975, 984);
    assert_in_range(color_contrast(teal, white), 575, 584);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(colours_are_six_hexadecimal_digits),
        RULE(contrast_is_that_of_wcag),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
