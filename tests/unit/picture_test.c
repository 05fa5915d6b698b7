// What a file is by its first bytes, and how large a picture is.
#include "unit/picture_fixture.h"

static void a_drawing_is_known_by_its_markup(void **state)
{
    static const char *const files[] = {
        "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'/>",
        "\xEF\xBB\xBF<?xml version='1.0'?>\n"
        "<svg xmlns='http://www.w3.org/2000/svg' width='96' height='48'/>",
    };
    for (size_t i = 0; i < 2; i++) {
        struct picture_fixture *fixture = picture_fixture_read(*state, str_from(files[i]));
        assert_true(fixture->good);
        assert_int_equal(fixture->picture->kind, PICTURE_DRAWING);
        assert_int_equal(fixture->picture->width, LENGTH_PT(72));
        assert_int_equal(fixture->picture->height, LENGTH_PT(36));
        assert_int_equal(fixture->picture->pixel_width, 0);
        assert_non_null(fixture->picture->drawing);
    }
}

static void the_faults_of_a_drawing_are_at_their_own_place(void **state)
{
    struct picture_fixture *fixture = picture_fixture_read(*state, STR("<html/>"));
    assert_false(fixture->good);
    assert_int_equal(fixture->diags.items[0].code, DIAG_SVG_SYNTAX);
}

static void other_kinds_are_named(void **state)
{
    static const struct {
        struct str bytes;
        const char *said;
    } files[] = {
        {STR_INIT(""), "B0902 a.png is empty\n"},
        {STR_INIT("brochure: 1\n"), "B0902 a.png is no picture\n"},
        {STR_INIT("GIF89a"), "B0902 a.png is a GIF, which cannot be used\n"},
        {STR_INIT("MM\0*"), "B0902 a.png is a TIFF, which cannot be used\n"},
        {STR_INIT("%PDF-1.7"), "B0902 a.png is a PDF, which cannot be used\n"},
        {STR_INIT("RIFF\1\1\1\1WEBPVP8 "), "B0902 a.png is a WebP, which cannot be used\n"},
        {STR_INIT("RIFF\1\1\1\1WAVEfmt "), "B0902 a.png is no picture\n"},
        {STR_INIT("\0\0\0\x1C"
                  "ftypheic"),
         "B0902 a.png is an HEIC, which cannot be used\n"},
        {STR_INIT("\0\0\0\x1C"
                  "ftypavif"),
         "B0902 a.png is an AVIF, which cannot be used\n"},
        {STR_INIT("\x89PNG\n\x1A\n"), "B0902 a.png is no picture\n"},
    };
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++)
        assert_str(picture_fixture_said(*state, files[i].bytes), files[i].said);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_drawing_is_known_by_its_markup),
        RULE(the_faults_of_a_drawing_are_at_their_own_place),
        RULE(other_kinds_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
