#include "image/svg_color.h"

#include "color/color.h"

struct named_color {
    struct str name;
    uint32_t rgb;
};

// CSS Color 4, 6.1, in order.
static const struct named_color named_colors[] = {
    {STR_INIT("aliceblue"), 0xF0F8FF},
    {STR_INIT("antiquewhite"), 0xFAEBD7},
    {STR_INIT("aqua"), 0x00FFFF},
    {STR_INIT("aquamarine"), 0x7FFFD4},
    {STR_INIT("azure"), 0xF0FFFF},
    {STR_INIT("beige"), 0xF5F5DC},
    {STR_INIT("bisque"), 0xFFE4C4},
    {STR_INIT("black"), 0x000000},
    {STR_INIT("blanchedalmond"), 0xFFEBCD},
    {STR_INIT("blue"), 0x0000FF},
    {STR_INIT("blueviolet"), 0x8A2BE2},
    {STR_INIT("brown"), 0xA52A2A},
    {STR_INIT("burlywood"), 0xDEB887},
    {STR_INIT("cadetblue"), 0x5F9EA0},
    {STR_INIT("chartreuse"), 0x7FFF00},
    {STR_INIT("chocolate"), 0xD2691E},
    {STR_INIT("coral"), 0xFF7F50},
    {STR_INIT("cornflowerblue"), 0x6495ED},
    {STR_INIT("cornsilk"), 0xFFF8DC},
    {STR_INIT("crimson"), 0xDC143C},
    {STR_INIT("cyan"), 0x00FFFF},
    {STR_INIT("darkblue"), 0x00008B},
    {STR_INIT("darkcyan"), 0x008B8B},
    {STR_INIT("darkgoldenrod"), 0xB8860B},
    {STR_INIT("darkgray"), 0xA9A9A9},
    {STR_INIT("darkgreen"), 0x006400},
    {STR_INIT("darkgrey"), 0xA9A9A9},
    {STR_INIT("darkkhaki"), 0xBDB76B},
    {STR_INIT("darkmagenta"), 0x8B008B},
    {STR_INIT("darkolivegreen"), 0x556B2F},
    {STR_INIT("darkorange"), 0xFF8C00},
    {STR_INIT("darkorchid"), 0x9932CC},
    {STR_INIT("darkred"), 0x8B0000},
    {STR_INIT("darksalmon"), 0xE9967A},
    {STR_INIT("darkseagreen"), 0x8FBC8F},
    {STR_INIT("darkslateblue"), 0x483D8B},
    {STR_INIT("darkslategray"), 0x2F4F4F},
    {STR_INIT("darkslategrey"), 0x2F4F4F},
    {STR_INIT("darkturquoise"), 0x00CED1},
    {STR_INIT("darkviolet"), 0x9400D3},
    {STR_INIT("deeppink"), 0xFF1493},
    {STR_INIT("deepskyblue"), 0x00BFFF},
    {STR_INIT("dimgray"), 0x696969},
    {STR_INIT("dimgrey"), 0x696969},
    {STR_INIT("dodgerblue"), 0x1E90FF},
    {STR_INIT("firebrick"), 0xB22222},
    {STR_INIT("floralwhite"), 0xFFFAF0},
    {STR_INIT("forestgreen"), 0x228B22},
    {STR_INIT("fuchsia"), 0xFF00FF},
    {STR_INIT("gainsboro"), 0xDCDCDC},
    {STR_INIT("ghostwhite"), 0xF8F8FF},
    {STR_INIT("gold"), 0xFFD700},
    {STR_INIT("goldenrod"), 0xDAA520},
    {STR_INIT("gray"), 0x808080},
    {STR_INIT("green"), 0x008000},
    {STR_INIT("greenyellow"), 0xADFF2F},
    {STR_INIT("grey"), 0x808080},
    {STR_INIT("honeydew"), 0xF0FFF0},
    {STR_INIT("hotpink"), 0xFF69B4},
    {STR_INIT("indianred"), 0xCD5C5C},
    {STR_INIT("indigo"), 0x4B0082},
    {STR_INIT("ivory"), 0xFFFFF0},
    {STR_INIT("khaki"), 0xF0E68C},
    {STR_INIT("lavender"), 0xE6E6FA},
    {STR_INIT("lavenderblush"), 0xFFF0F5},
    {STR_INIT("lawngreen"), 0x7CFC00},
    {STR_INIT("lemonchiffon"), 0xFFFACD},
    {STR_INIT("lightblue"), 0xADD8E6},
    {STR_INIT("lightcoral"), 0xF08080},
    {STR_INIT("lightcyan"), 0xE0FFFF},
    {STR_INIT("lightgoldenrodyellow"), 0xFAFAD2},
    {STR_INIT("lightgray"), 0xD3D3D3},
    {STR_INIT("lightgreen"), 0x90EE90},
    {STR_INIT("lightgrey"), 0xD3D3D3},
    {STR_INIT("lightpink"), 0xFFB6C1},
    {STR_INIT("lightsalmon"), 0xFFA07A},
    {STR_INIT("lightseagreen"), 0x20B2AA},
    {STR_INIT("lightskyblue"), 0x87CEFA},
    {STR_INIT("lightslategray"), 0x778899},
    {STR_INIT("lightslategrey"), 0x778899},
    {STR_INIT("lightsteelblue"), 0xB0C4DE},
    {STR_INIT("lightyellow"), 0xFFFFE0},
    {STR_INIT("lime"), 0x00FF00},
    {STR_INIT("limegreen"), 0x32CD32},
    {STR_INIT("linen"), 0xFAF0E6},
    {STR_INIT("magenta"), 0xFF00FF},
    {STR_INIT("maroon"), 0x800000},
    {STR_INIT("mediumaquamarine"), 0x66CDAA},
    {STR_INIT("mediumblue"), 0x0000CD},
    {STR_INIT("mediumorchid"), 0xBA55D3},
    {STR_INIT("mediumpurple"), 0x9370DB},
    {STR_INIT("mediumseagreen"), 0x3CB371},
    {STR_INIT("mediumslateblue"), 0x7B68EE},
    {STR_INIT("mediumspringgreen"), 0x00FA9A},
    {STR_INIT("mediumturquoise"), 0x48D1CC},
    {STR_INIT("mediumvioletred"), 0xC71585},
    {STR_INIT("midnightblue"), 0x191970},
    {STR_INIT("mintcream"), 0xF5FFFA},
    {STR_INIT("mistyrose"), 0xFFE4E1},
    {STR_INIT("moccasin"), 0xFFE4B5},
    {STR_INIT("navajowhite"), 0xFFDEAD},
    {STR_INIT("navy"), 0x000080},
    {STR_INIT("oldlace"), 0xFDF5E6},
    {STR_INIT("olive"), 0x808000},
    {STR_INIT("olivedrab"), 0x6B8E23},
    {STR_INIT("orange"), 0xFFA500},
    {STR_INIT("orangered"), 0xFF4500},
    {STR_INIT("orchid"), 0xDA70D6},
    {STR_INIT("palegoldenrod"), 0xEEE8AA},
    {STR_INIT("palegreen"), 0x98FB98},
    {STR_INIT("paleturquoise"), 0xAFEEEE},
    {STR_INIT("palevioletred"), 0xDB7093},
    {STR_INIT("papayawhip"), 0xFFEFD5},
    {STR_INIT("peachpuff"), 0xFFDAB9},
    {STR_INIT("peru"), 0xCD853F},
    {STR_INIT("pink"), 0xFFC0CB},
    {STR_INIT("plum"), 0xDDA0DD},
    {STR_INIT("powderblue"), 0xB0E0E6},
    {STR_INIT("purple"), 0x800080},
    {STR_INIT("rebeccapurple"), 0x663399},
    {STR_INIT("red"), 0xFF0000},
    {STR_INIT("rosybrown"), 0xBC8F8F},
    {STR_INIT("royalblue"), 0x4169E1},
    {STR_INIT("saddlebrown"), 0x8B4513},
    {STR_INIT("salmon"), 0xFA8072},
    {STR_INIT("sandybrown"), 0xF4A460},
    {STR_INIT("seagreen"), 0x2E8B57},
    {STR_INIT("seashell"), 0xFFF5EE},
    {STR_INIT("sienna"), 0xA0522D},
    {STR_INIT("silver"), 0xC0C0C0},
    {STR_INIT("skyblue"), 0x87CEEB},
    {STR_INIT("slateblue"), 0x6A5ACD},
    {STR_INIT("slategray"), 0x708090},
    {STR_INIT("slategrey"), 0x708090},
    {STR_INIT("snow"), 0xFFFAFA},
    {STR_INIT("springgreen"), 0x00FF7F},
    {STR_INIT("steelblue"), 0x4682B4},
    {STR_INIT("tan"), 0xD2B48C},
    {STR_INIT("teal"), 0x008080},
    {STR_INIT("thistle"), 0xD8BFD8},
    {STR_INIT("tomato"), 0xFF6347},
    {STR_INIT("turquoise"), 0x40E0D0},
    {STR_INIT("violet"), 0xEE82EE},
    {STR_INIT("wheat"), 0xF5DEB3},
    {STR_INIT("white"), 0xFFFFFF},
    {STR_INIT("whitesmoke"), 0xF5F5F5},
    {STR_INIT("yellow"), 0xFFFF00},
    {STR_INIT("yellowgreen"), 0x9ACD32},
};

static bool find_named(struct str text, uint8_t rgb[3])
{
    for (size_t i = 0; i < sizeof named_colors / sizeof named_colors[0]; i++)
        if (str_equal_ignoring_case(text, named_colors[i].name)) {
            for (size_t j = 0; j < 3; j++)
                rgb[j] = (uint8_t)(named_colors[i].rgb >> (16 - 8 * j));
            return true;
        }
    return false;
}

static bool parse_short_hex(struct str text, uint8_t rgb[3])
{
    char whole[7] = "#";
    for (size_t i = 0; i < 6; i++)
        whole[1 + i] = text.data[1 + i / 2];
    return color_parse_hex((struct str){whole, sizeof whole}, rgb);
}

// Reads "255" or "100%": all three are of one kind.
static bool scan_part(struct svg_scan *scan, bool *percent, size_t index, uint8_t *out)
{
    double value;
    svg_scan_space(scan);
    if (!svg_scan_number(scan, &value))
        return false;
    bool has_percent = svg_scan_byte(scan, '%');
    if (index > 0 && has_percent != *percent)
        return false;
    *percent = has_percent;
    if (has_percent)
        value = value * 255 / 100;
    *out = (uint8_t)(value <= 0 ? 0 : value >= 255 ? 255 : value + 0.5);
    return true;
}

static bool parse_rgb(struct str text, uint8_t rgb[3])
{
    struct svg_scan scan = {text, 0};
    bool percent = false;
    if (!str_equal_ignoring_case(svg_scan_name(&scan), STR("rgb")) || !svg_scan_byte(&scan, '('))
        return false;
    for (size_t i = 0; i < 3; i++) {
        if (!scan_part(&scan, &percent, i, &rgb[i]))
            return false;
        svg_scan_comma(&scan);
    }
    return svg_scan_byte(&scan, ')') && svg_scan_ended(&scan);
}

bool svg_color_parse(struct str text, uint8_t rgb[3])
{
    if (text.len == 4 && text.data[0] == '#')
        return parse_short_hex(text, rgb);
    if (text.len > 0 && text.data[0] == '#')
        return color_parse_hex(text, rgb);
    return parse_rgb(text, rgb) || find_named(text, rgb);
}
