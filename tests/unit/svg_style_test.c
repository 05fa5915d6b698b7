// Paints, sheets, gradients, clips and text: what becomes of each.
#include "unit/svg_fixture.h"

static void the_strongest_rule_wins(void **state)
{
    assert_str(svg_dump(*state, SVG("<style>path{fill:#000001}.a{fill:#000002}#b{fill:#000003}"
                                    "*{fill:#000009}</style>"
                                    "<path fill='red' d='M0 0h1'/><path class='a' d='M0 0h2'/>"
                                    "<path class='a' id='b' d='M0 0h3'/>"
                                    "<path class='a' id='c' style='fill:#000004' d='M0 0h4'/>")),
               "path M 0,0 L 1,0 fill #000001\npath M 0,0 L 2,0 fill #000002\n"
               "path M 0,0 L 3,0 fill #000003\npath M 0,0 L 4,0 fill #000004\n");
}

static void classes_follow_the_sheets_order(void **state)
{
    assert_str(svg_dump(*state, SVG("<style>/* x */ .b{fill:#00000b} .a{fill:#00000a}</style>"
                                    "<path class='a b' d='M0 0h1'/>")),
               "path M 0,0 L 1,0 fill #00000a\n");
    assert_str(svg_dump(*state, SVG("<style><![CDATA[.a,.b{fill:#00000b;;stroke:none}]]></style>"
                                    "<path class=' b\n' d='M0 0h1'/>")),
               "path M 0,0 L 1,0 fill #00000b\n");
}

static void properties_are_inherited(void **state)
{
    assert_str(
        svg_dump(*state, SVG("<g fill='none' stroke='currentColor' color='#00f' "
                             "stroke-width='2' stroke-linecap='round'>"
                             "<path d='M0 0h1'/><g stroke-width='50%'>"
                             "<path d='M0 0h1' stroke-linejoin='bevel' stroke-linecap='butt'/>"
                             "</g></g>")),
        "path M 0,0 L 1,0 stroke #0000ff 2round\n"
        "path M 0,0 L 1,0 stroke #0000ff 50 bevel\n");
}

static void dashes_are_even(void **state)
{
    assert_str(svg_dump(*state, SVG("<path fill='none' stroke='red' stroke-dasharray='3,1 2' "
                                    "stroke-dashoffset='-1' d='M0 0h1'/>")),
               "path M 0,0 L 1,0 stroke #ff0000 1 3 1 2 3 1 2 11\n");
    assert_str(svg_dump(*state, SVG("<path fill='none' stroke='red' stroke-dasharray='0 0' "
                                    "d='M0 0h1'/>")),
               "path M 0,0 L 1,0 stroke #ff0000 1\n");
}

static void gradients_take_from_each_other(void **state)
{
    assert_str(svg_dump(*state, SVG("<linearGradient id='a' x2='.5'><stop offset='.5' "
                                    "stop-color='red'/><stop offset='.2'/></linearGradient>"
                                    "<linearGradient id='b' href='#a' y2='1'/>"
                                    "<rect x='10' width='20' height='40' fill='url(#b)'/>")),
               "path M 10,0 L 30,0 L 30,40 L 10,40 Z fill linear 10,0 10,40 -20,20"
               " 0:#ff0000 500:#ff0000 500:#000000 1000:#000000\n");
    assert_str(svg_dump(*state, SVG("<radialGradient id='a' gradientUnits='userSpaceOnUse' cx='5' "
                                    "cy='5' r='10'><stop/><stop offset='1' stop-color='#fff'/>"
                                    "</radialGradient>"
                                    "<rect width='20' height='40' fill='url(#a)'/>")),
               "path M 0,0 L 20,0 L 20,40 L 0,40 Z fill radial 5,5 10,0 0,10"
               " 0:#000000 1000:#ffffff\n");
}

static void gradients_without_a_way_are_one_colour(void **state)
{
    assert_str(
        svg_dump(*state, SVG("<linearGradient id='a' x2='0'><stop/><stop stop-color='red'/>"
                             "</linearGradient><rect width='2' height='4' fill='url(#a)'/>")),
        "path M 0,0 L 2,0 L 2,4 L 0,4 Z fill #ff0000\n");
    assert_str(svg_dump(*state, SVG("<linearGradient id='a'><stop/><stop/></linearGradient>"
                                    "<path stroke='url(#a)' d='M0 0h9'/>")),
               "path M 0,0 L 9,0 fill #000000\n");
    assert_str(svg_dump(*state, SVG("<linearGradient id='a' href='#b'/>"
                                    "<linearGradient id='b' href='#a'/>"
                                    "<path fill='url(#a)' d='M0 0h9'/>")),
               "a.svg:1:63: error: gradients take from each other without an end [B0913]\n");
}

static void stops_have_alphas(void **state)
{
    assert_str(svg_dump(*state, SVG("<linearGradient id='a'><stop stop-opacity='0'/><stop "
                                    "offset='1'/></linearGradient>"
                                    "<rect width='2' height='4' fill='url(#a)'/>")),
               "path M 0,0 L 2,0 L 2,4 L 0,4 Z fill linear 0,0 2,0 0,4"
               " 0:#000000/0 1000:#000000/1000\n");
    assert_str(svg_dump(*state, SVG("<linearGradient id='a'><stop stop-opacity='.5'/><stop "
                                    "stop-opacity='.5' offset='1'/></linearGradient>"
                                    "<rect width='2' height='4' fill='url(#a)'/>")),
               "path M 0,0 L 2,0 L 2,4 L 0,4 Z fill linear 0,0 2,0 0,4"
               " 0:#000000 1000:#000000/500\n");
}

// The box is that of the curve, not of its controls.
static void a_gradients_box_is_tight(void **state)
{
    assert_str(svg_dump(*state, SVG("<linearGradient id='a'><stop/><stop offset='1'/>"
                                    "</linearGradient>"
                                    "<path fill='url(#a)' d='M0 0C0 40 40 40 40 0'/>")),
               "path M 0,0 C 0,40 40,40 40,0 fill linear 0,0 40,0 0,30 0:#000000 1000:#000000\n");
}

static void clips_unite_their_shapes(void **state)
{
    assert_str(svg_dump(*state, SVG("<clipPath id='c'><rect width='2' height='2'/>"
                                    "<rect x='1' width='2' height='2'/></clipPath>"
                                    "<g clip-path='url(#c)'><path d='M0 0h1'/></g>")),
               "group clip M 0,0 L 2,0 L 2,2 L 0,2 Z M 1,0 L 3,0 L 3,2 L 1,2 Z (\n"
               "path M 0,0 L 1,0 fill #000000\n)\n");
    assert_str(
        svg_dump(*state, SVG("<clipPath id='c'><path d='M0 0h2v2'/>"
                             "<path d='M0 0h2v2'/></clipPath>"
                             "<path clip-path='url(#c)' d='M0 0h1'/>")),
        "a.svg:1:100: error: in a clipPath, over another shape, the element `path` cannot be "
        "drawn [B0912]\n");
}

static void text_is_folded_and_kept_in_runs(void **state)
{
    assert_str(svg_dump(*state, SVG("<text x='5' y='6' font-size='8' font-family='Lato'>\n  A  b\n"
                                    "<tspan font-weight='bold' dy='2'> c</tspan> </text>")),
               "text start 5,6 \"A b\" 8 Lato 400 #000000 \" c\" 8 Lato 700 0,2 #000000\n");
    assert_str(svg_dump(*state, SVG("<text text-anchor='end' font-size='4'>a<tspan x='9' y='8' "
                                    "font-style='italic' text-anchor='middle'>b</tspan></text>")),
               "text end 0,0 \"a\" 4 400 #000000\ntext middle 9,8 \"b\" 4 400 italic #000000\n");
}

static void turned_text_has_a_placement(void **state)
{
    assert_str(svg_dump(*state, SVG("<text transform='translate(10 20) rotate(90) scale(2)' "
                                    "font-size='4'>a</text>")),
               "group by 0 1 -1 0 10,20 (\ntext start 0,0 \"a\" 8 400 #000000\n)\n");
}

static void a_skewed_pen_has_a_placement(void **state)
{
    assert_str(svg_dump(*state, SVG("<path transform='scale(4 1)' stroke='red' stroke-width='2' "
                                    "d='M0 0h1'/>")),
               "path M 0,0 L 4,0 fill #000000\n"
               "group by 2 0 0 0.5 0,0 (\npath M 0,0 L 2,0 stroke #ff0000 4\n)\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_strongest_rule_wins),
        RULE(classes_follow_the_sheets_order),
        RULE(properties_are_inherited),
        RULE(dashes_are_even),
        RULE(gradients_take_from_each_other),
        RULE(gradients_without_a_way_are_one_colour),
        RULE(stops_have_alphas),
        RULE(a_gradients_box_is_tight),
        RULE(clips_unite_their_shapes),
        RULE(text_is_folded_and_kept_in_runs),
        RULE(turned_text_has_a_placement),
        RULE(a_skewed_pen_has_a_placement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
