// Structure, size, copies and clips, and each thing that cannot be drawn by its place.
#include "unit/svg_fixture.h"

#include <stdlib.h>

static void items_come_in_drawing_order(void **state)
{
    assert_str(svg_dump(*state, SVG("<rect x='1' y='2' width='30' height='40' fill='red'/>"
                                    "<g fill='#00f'><path d='M0 0L10 0V10z'/></g>")),
               "path M 1,2 L 31,2 L 31,42 L 1,42 Z fill #ff0000\n"
               "path M 0,0 L 10,0 L 10,10 Z fill #0000ff\n");
}

static void transforms_follow_each_other(void **state)
{
    assert_str(svg_dump(*state, SVG("<g transform='translate(10,20) scale(2)'>"
                                    "<path transform='rotate(90)' d='M0 0L5 0'/></g>")),
               "path M 10,20 L 10,30 fill #000000\n");
}

static void the_view_is_fitted_to_the_size(void **state)
{
    assert_str(svg_dump(*state, "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' "
                                "viewBox='10 10 50 50'><path d='M10 10L60 60'/></svg>"),
               "path M 25,0 L 75,50 fill #000000\n");
    assert_str(svg_dump(*state, "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' "
                                "viewBox='0 0 50 50' preserveAspectRatio='none'>"
                                "<path d='M0 0L50 50'/></svg>"),
               "path M 0,0 L 100,50 fill #000000\n");
    assert_str(svg_dump(*state, "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' "
                                "viewBox='0 0 50 50' preserveAspectRatio='xMinYMax slice'>"
                                "<path d='M0 0L50 50'/></svg>"),
               "path M 0,-50 L 100,50 fill #000000\n");
}

static void the_natural_size_is_in_points(void **state)
{
    struct svg_fixture *fixture = svg_fixture_read(
        *state, STR("<svg xmlns='http://www.w3.org/2000/svg' width='1in' viewBox='0 0 2 1'/>"));
    assert_true(fixture->good);
    assert_int_equal(fixture->drawing->natural_width, LENGTH_PT(72));
    assert_int_equal(fixture->drawing->natural_height, LENGTH_PT(36));
    assert_int_equal(fixture->drawing->width, DRAWING_SIDE);
    assert_int_equal(fixture->drawing->height, DRAWING_SIDE / 2);
    fixture = svg_fixture_read(
        *state, STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 40'/>"));
    assert_int_equal(fixture->drawing->natural_width, LENGTH_PT(75));
    assert_str(svg_dump(*state, "<svg xmlns='http://www.w3.org/2000/svg'/>"),
               "a.svg:1:1: error: the picture does not say how large it is [B0911]\n");
}

static void copies_are_drawn_where_they_are_used(void **state)
{
    assert_str(
        svg_dump(*state, SVG("<defs><path id='a' d='M0 0L1 0'/></defs>"
                             "<use href='#a' x='5' fill='red'/>"
                             "<use xmlns:l='http://www.w3.org/1999/xlink' l:href='#a' y='5'/>")),
        "path M 5,0 L 6,0 fill #ff0000\npath M 0,5 L 1,5 fill #000000\n");
    assert_str(svg_dump(*state, SVG("<symbol id='s' viewBox='0 0 2 2'><path d='M0 0L2 2'/></symbol>"
                                    "<use href='#s' x='10' width='20' height='20'/>")),
               "group clip M 10,0 L 30,0 L 30,20 L 10,20 Z (\n"
               "path M 10,0 L 30,20 fill #000000\n)\n");
}

static void copies_of_copies_end(void **state)
{
    assert_str(svg_dump(*state, SVG("<g id='a'><use href='#a'/></g>")),
               "a.svg:1:84: error: `#a` holds this copy of itself [B0913]\n");
    struct str_builder out = str_builder_in(*state);
    str_add(&out, STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><defs>"
                      "<path id='l0' d='M0 0h1'/>"));
    for (int i = 1; i < 12; i++) {
        str_addf(&out, "<g id='l%d'>", i);
        for (int j = 0; j < 10; j++)
            str_addf(&out, "<use href='#l%d'/>", i - 1);
        str_add(&out, STR("</g>"));
    }
    str_add(&out, STR("</defs><use href='#l11'/></svg>"));
    struct svg_fixture *fixture = svg_fixture_read(*state, str_built(&out));
    assert_int_equal(fixture->diags.count, 1);
    assert_int_equal(fixture->diags.items[0].code, DIAG_SVG_LIMIT);
}

static void depth_is_bounded(void **state)
{
    struct str_builder out = str_builder_in(*state);
    str_add(&out, STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"));
    for (int i = 0; i < 120; i++)
        str_add(&out, STR("<g>"));
    struct svg_fixture *fixture = svg_fixture_read(*state, str_built(&out));
    assert_int_equal(fixture->diags.items[0].code, DIAG_SVG_LIMIT);
}

static void entities_are_never_expanded(void **state)
{
    assert_str(svg_dump(*state, "<!DOCTYPE svg [\n<!ENTITY a \"b\">]>" SVG("<g id='&a;'/>")),
               "a.svg:1:15: error: the SVG declares entities or elements of its own [B0910]\n");
    assert_str(svg_dump(*state, "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" SVG(
                                    "<text>&a;</text>")),
               "a.svg:1:15: error: the SVG declares entities or elements of its own [B0910]\n");
    assert_str(svg_dump(*state, "<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
                                "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">" SVG("")),
               "");
}

static void faults_of_xml_have_a_place(void **state)
{
    struct svg_fixture *fixture =
        svg_fixture_read(*state, STR("<svg xmlns='http://www.w3.org/2000/svg'>\n<g>\n</svg>"));
    assert_int_equal(fixture->diags.count, 1);
    assert_int_equal(fixture->diags.items[0].code, DIAG_SVG_SYNTAX);
    assert_str(svg_dump(*state, "<html/>"),
               "a.svg:1:1: error: this is no SVG: its first element is <html> [B0910]\n");
    assert_str(svg_dump(*state, "<svg/>"), "a.svg:1:1: error: this is no SVG: its first element is "
                                           "<svg> without SVG's namespace [B0910]\n");
    fixture = svg_fixture_read(*state, STR("<svg>\xFF</svg>"));
    assert_int_equal(fixture->diags.items[0].code, DIAG_NOT_UTF8);
    assert_false(svg_fixture_read(*state, STR(""))->good);
}

static void only_utf_8_is_read(void **state)
{
    assert_str(svg_dump(*state, "<?xml version='1.0' encoding='utf-8'?>" SVG("<!-- \xC3\xA9 -->")),
               "");
    assert_str(svg_dump(*state, "<?xml version='1.0' encoding='ISO-8859-1'?>" SVG("")), "");
    assert_str(svg_dump(*state, "<?xml version='1.0' encoding='x'?>" SVG("<!-- \xC3\xA9 -->")),
               "a.svg:1:31: error: the SVG is not UTF-8 [B0104]\n");
    assert_false(svg_fixture_read(*state, STR("<\0s\0v\0g\0/\0>\0"))->good);
}

// libxml2 takes its input in pieces.
static void places_are_right_in_large_files(void **state)
{
    struct str_builder out = str_builder_in(*state);
    str_add(&out, STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"));
    for (int i = 0; i < 20000; i++)
        str_add(&out, STR("<g>\xC3\xA9</g>\n"));
    str_add(&out, STR("  <image/></svg>"));
    struct svg_fixture *fixture = svg_fixture_read(*state, str_built(&out));
    struct str_builder said = str_builder_in(*state);
    diags_write(&fixture->diags, DIAG_FORMAT_SHORT, false, &said);
    assert_str(str_built(&said),
               "a.svg:20001:3: error: the element `image` cannot be drawn [B0912]\n");
}

static void what_draws_nothing_is_left_out(void **state)
{
    assert_str(
        svg_dump(*state, SVG("<title>A</title><desc>B</desc><metadata><x/></metadata><!-- c -->"
                             "<n:view xmlns:n='http://inkscape' n:zoom='1'><path d='x'/></n:view>"
                             "<g xmlns:n='http://inkscape' n:label='L' aria-hidden='true'"
                             " style='-inkscape-font-specification:Sans;mix-blend-mode:normal'/>"
                             "<g display='none'><image/></g><filter id='f'><feBlend/></filter>"
                             "words<rect width='0' height='5'/><path fill='none' d='M0 0h1'/>")),
        "");
}

// Each on a line of its own, named at its column.
static void what_cannot_be_drawn_is_named(void **state)
{
    static const struct {
        const char *element, *told;
    } cases[] = {
        {"<image width='5' height='5'/>", "2:1: error: the element `image`"},
        {"<foreignObject/>", "2:1: error: the element `foreignObject`"},
        {"<script>x</script>", "2:1: error: the element `script`"},
        {"<a><path d=''/></a>", "2:1: error: the element `a`"},
        {"<switch/>", "2:1: error: the element `switch`"},
        {"<g>\n <animate/></g>", "3:2: error: the element `animate`"},
        {"<rect width='1' height='1'><animate/></rect>", "2:28: error: the element `animate`"},
        {"<text>a<textPath/></text>", "2:8: error: in text the element `textPath`"},
        {"<rect filter='url(#f)'/>", "2:7: error: the property `filter`"},
        {"<rect mask='url(#f)'/>", "2:7: error: the property `mask`"},
        {"<path marker-end='url(#f)'/>", "2:7: error: the property `marker-end`"},
        {"<g style='opacity:1;mix-blend-mode:multiply'/>",
         "2:21: error: the property `mix-blend-mode`"},
        {"<g filter='#123'/>", "2:4: error: the property `filter`"},
        {"<g onclick='x()'/>", "2:4: error: the attribute `onclick`"},
        {"<pattern id='p'/><rect fill='url(#p)' width='1' height='1'/>",
         "2:1: error: as a paint the element `pattern`"},
        {"<text x='1 2'>ab</text>", "2:7: error: letters placed one by one, by `x`"},
        {"<text stroke='red'>ab</text>", "2:1: error: on text the property `stroke`"},
        {"<linearGradient id='g' spreadMethod='reflect'><stop/></linearGradient>"
         "<rect width='1' height='1' fill='url(#g)'/>",
         "2:38: error: the spreadMethod `reflect`"},
        {"<style>g > path {fill:red}</style>", "2:8: error: the selector `g > path`"},
        {"<style>\n@import 'x';</style>", "3:1: error: the rule `@import 'x';`"},
        {"<text text-decoration='underline'>a</text>",
         "2:7: error: the property `text-decoration`"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str svg = str_format(*state, SVG("\n%s"), cases[i].element);
        struct str wanted = str_format(*state, "a.svg:%s cannot be drawn [B0912]\n", cases[i].told);
        assert_str(svg_dump(*state, str_cstr(*state, svg)), str_cstr(*state, wanted));
    }
}

static void wrong_values_have_their_character(void **state)
{
    static const struct {
        const char *element, *told;
    } cases[] = {
        {"<path d='M1 1 L x'/>", "2:17: error: d: a number is expected here"},
        {"<g transform='rotate(a)'/>",
         "2:22: error: transform: a number or a closing bracket is expected here"},
        {"<g transform='spin(1)'/>",
         "2:15: error: transform: no transform has this name and so many numbers"},
        {"<rect fill='redd'/>", "2:13: error: `redd` is no value of fill"},
        {"<rect width='x' height='1'/>", "2:14: error: `x` is no value of width"},
        {"<rect width='-1' height='1'/>", "2:14: error: width is below 0"},
        {"<g style='fill red'/>",
         "2:11: error: `fill red` is no declaration: those are `name: value`"},
        {"<g id='a'/><g id='a'/>", "2:19: error: the id `a` is given twice"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct str svg = str_format(*state, SVG("\n%s"), cases[i].element);
        struct str wanted = str_format(*state, "a.svg:%s [B0911]\n", cases[i].told);
        assert_str(svg_dump(*state, str_cstr(*state, svg)), str_cstr(*state, wanted));
    }
}

static void all_faults_are_told_up_to_a_bound(void **state)
{
    struct str_builder out = str_builder_in(*state);
    str_add(&out, STR("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>"));
    for (int i = 0; i < 200; i++)
        str_add(&out, STR("<image/>"));
    str_add(&out, STR("</svg>"));
    assert_int_equal(svg_fixture_read(*state, str_built(&out))->diags.count, 50);
}

static void groups_have_opacity_and_clips(void **state)
{
    assert_str(svg_dump(*state, SVG("<g opacity='.5'><path d='M0 0h1'/><path d='M0 0v1'/></g>")),
               "group/500 (\npath M 0,0 L 1,0 fill #000000\npath M 0,0 L 0,1 fill #000000\n)\n");
    assert_str(svg_dump(*state, SVG("<path opacity='.5' fill-opacity='.5' d='M0 0h1'/>")),
               "path M 0,0 L 1,0 fill #000000/250\n");
    assert_str(
        svg_dump(*state, SVG("<clipPath id='c'><rect width='5' height='5'/></clipPath>"
                             "<path transform='translate(1)' clip-path='url(#c)' d='M0 0h1'/>")),
        "group clip M 1,0 L 6,0 L 6,5 L 1,5 Z (\npath M 1,0 L 2,0 fill #000000\n)\n");
}

static void what_lies_far_outside_is_an_error(void **state)
{
    assert_str(svg_dump(*state, SVG("<path d='M0 0H9999'/>")),
               "a.svg:1:63: error: this lies more than 15 pictures outside the picture [B0914]\n");
}

static void names_must_lead_somewhere(void **state)
{
    assert_str(svg_dump(*state, SVG("<use href='#x'/>")),
               "a.svg:1:74: error: no element has the id of `#x` [B0913]\n");
    assert_str(svg_dump(*state, SVG("<use href='b.svg#x'/>")),
               "a.svg:1:74: error: `b.svg#x` is no part of this file: those are named by #id "
               "[B0913]\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(items_come_in_drawing_order),
        RULE(transforms_follow_each_other),
        RULE(the_view_is_fitted_to_the_size),
        RULE(the_natural_size_is_in_points),
        RULE(copies_are_drawn_where_they_are_used),
        RULE(copies_of_copies_end),
        RULE(depth_is_bounded),
        RULE(entities_are_never_expanded),
        RULE(faults_of_xml_have_a_place),
        RULE(only_utf_8_is_read),
        RULE(places_are_right_in_large_files),
        RULE(what_draws_nothing_is_left_out),
        RULE(what_cannot_be_drawn_is_named),
        RULE(wrong_values_have_their_character),
        RULE(all_faults_are_told_up_to_a_bound),
        RULE(groups_have_opacity_and_clips),
        RULE(what_lies_far_outside_is_an_error),
        RULE(names_must_lead_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
