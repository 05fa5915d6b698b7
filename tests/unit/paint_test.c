// What drawings name in a file's resources, as it is written.
#include "pdf/paint.h"
#include "unit/unit.h"

static const struct color red = {.rgb = {255, 0, 0}}, blue = {.rgb = {0, 0, 255}};

static struct str resources_of(struct arena *arena, const struct paints *paints)
{
    struct str_builder out = str_builder_in(arena);
    paints_add_resources(paints, &out);
    return str_built(&out);
}

static bool file_says(struct haru *haru, const char *text)
{
    struct str bytes;
    assert_true(haru_write(haru, &bytes));
    return str_find(bytes, str_from(text), 0) < bytes.len;
}

static void a_file_without_drawings_has_no_resources_for_them(void **state)
{
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    assert_str(resources_of(*state, paints), "");
    haru_close(haru);
}

static void an_alpha_is_written_once(void **state)
{
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    haru_add_page(haru);
    assert_int_equal(paints_alpha(paints, 500, 1000), 0);
    assert_int_equal(paints_alpha(paints, 1000, 1000), 1);
    assert_int_equal(paints_alpha(paints, 500, 1000), 0);
    assert_true(str_starts_with(resources_of(*state, paints), STR("/ExtGState ")));
    paints_finish(paints);
    assert_true(
        file_says(haru, "/A0<</Type/ExtGState/ca .5/CA 1>>/A1<</Type/ExtGState/ca 1/CA 1>>"));
    haru_close(haru);
}

static void a_linear_gradient_goes_along_its_axis(void **state)
{
    static const struct gradient_stop stops[] = {{&red, 0, DRAWING_OPAQUE},
                                                 {&blue, 500000, DRAWING_OPAQUE},
                                                 {&red, 500000, DRAWING_OPAQUE},
                                                 {&blue, 1000000, DRAWING_OPAQUE}};
    const struct gradient gradient = {.origin = {LENGTH_PT(10), LENGTH_PT(20)},
                                      .x_axis = {LENGTH_PT(30), LENGTH_PT(5)},
                                      .y_axis = {LENGTH_PT(-5), LENGTH_PT(30)},
                                      .stops = stops,
                                      .count = 4};
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    haru_add_page(haru);
    assert_int_equal(paints_gradient(paints, &gradient, (struct point){0, LENGTH_PT(100)}), 0);
    paints_finish(paints);
    assert_true(file_says(
        haru, "/PatternType 2/Shading<</ShadingType 2/ColorSpace/DeviceRGB/Extend[true true]"
              "/Coords[0 0 1 0]/Function<</FunctionType 3/Domain[0 1]/Functions["
              "<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 0 1]>>"
              "<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 1]/C1[1 0 0]>>"
              "<</FunctionType 2/Domain[0 1]/N 1/C0[1 0 0]/C1[0 0 1]>>]"
              "/Bounds[.5 .500001]/Encode[0 1 0 1 0 1]>>>>/Matrix[30 -5 -5 -30 10 80]"));
    haru_close(haru);
}

static void a_radial_gradient_has_its_focus(void **state)
{
    static const struct gradient_stop stops[] = {{&red, 0, DRAWING_OPAQUE},
                                                 {&blue, 1000000, DRAWING_OPAQUE}};
    const struct gradient gradient = {.radial = true,
                                      .x_axis = {LENGTH_PT(30), 0},
                                      .y_axis = {0, LENGTH_PT(30)},
                                      .focus = {LENGTH_PT(0.5), LENGTH_PT(-0.25)},
                                      .stops = stops,
                                      .count = 2};
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    haru_add_page(haru);
    paints_gradient(paints, &gradient, (struct point){0, LENGTH_PT(100)});
    paints_finish(paints);
    assert_true(file_says(haru, "/ShadingType 3/ColorSpace/DeviceRGB/Extend[true true]"
                                "/Coords[.5 -.25 0 0 0 1]/Function<</FunctionType 2"));
    haru_close(haru);
}

static void a_mask_says_the_alphas_in_greys(void **state)
{
    static const struct gradient_stop stops[] = {{&red, 0, 250}, {&blue, 1000000, DRAWING_OPAQUE}};
    const struct gradient gradient = {.x_axis = {LENGTH_PT(30), 0},
                                      .y_axis = {0, LENGTH_PT(30)},
                                      .stops = stops,
                                      .count = 2,
                                      .translucent = true};
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    const struct page page = {.width = LENGTH_PT(10), .height = LENGTH_PT(20)};
    haru_add_page(haru);
    assert_int_equal(paints_mask(paints, &gradient, &page), 0);
    assert_true(str_starts_with(resources_of(*state, paints), STR("/ExtGState ")));
    paints_finish(paints);
    assert_true(file_says(haru, "/ColorSpace/DeviceGray/Extend[true true]/Coords[0 0 1 0]"
                                "/Function<</FunctionType 2/Domain[0 1]/N 1/C0[.25]/C1[1]>>>>"));
    haru_close(haru);
}

static void a_form_names_the_forms_within_it(void **state)
{
    struct haru *haru = haru_open(*state, 0, 1);
    struct paints *paints = paints_open(*state, haru, STR("/Font<<>>"), false);
    struct str_builder inner = str_builder_in(*state), outer = str_builder_in(*state);
    const struct page page = {.width = LENGTH_PT(10), .height = LENGTH_PT(20)};
    haru_add_page(haru);
    assert_int_equal(paints_add_form(paints, &page, STR("f\n"), STR(""), &inner), 0);
    assert_int_equal(paints_add_form(paints, &page, STR("/G0 Do\n"), str_built(&inner), &outer), 1);
    assert_true(str_starts_with(str_built(&outer), STR("/G1 ")));
    struct str wanted =
        str_format(*state,
                   "/Group<</S/Transparency/CS/DeviceRGB>>/BBox[0 0 10 20]/Resources<</Font<<>>"
                   "/XObject<<%.*s>>>>",
                   STR_ARGS(str_built(&inner)));
    assert_true(file_says(haru, str_cstr(*state, wanted)));
    haru_close(haru);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_file_without_drawings_has_no_resources_for_them),
        RULE(an_alpha_is_written_once),
        RULE(a_linear_gradient_goes_along_its_axis),
        RULE(a_radial_gradient_has_its_focus),
        RULE(a_mask_says_the_alphas_in_greys),
        RULE(a_form_names_the_forms_within_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
