// Properties of SVG elements: where they come from, and what each says (SVG 1.1, 6 and appendix N).
#include "image/svg_color.h"
#include "image/svg_parts.h"

#include <math.h>

struct styling {
    struct svg *svg;
    struct svg_style *style;
    const struct svg_style *parent;
    struct svg_frame frame;
    bool font_first; // only what lengths in em depend on
};

typedef bool (*property_reader)(struct styling *styling, const struct svg_value *value);

struct property {
    struct str name;
    property_reader read;
    bool font; // is read before the others
};

struct svg_style svg_style_initial(void)
{
    return (struct svg_style){
        .fill = {.kind = SVG_PAINT_COLOR},
        .fill_opacity = 1,
        .stroke_opacity = 1,
        .stroke_width = 1,
        .miter_limit = 4,
        .font_size = 16,
        .weight = 400,
        .opacity = 1,
        .stop_color = {.kind = SVG_PAINT_COLOR},
        .stop_opacity = 1,
    };
}

static bool is(const struct svg_value *value, const char *word)
{
    return str_equal_ignoring_case(value->text, str_from(word));
}

// Reads "url(#id)"; the id with its '#'.
static bool read_reference(struct str text, struct str *out, struct str *rest)
{
    if (!str_starts_with(text, STR("url(")))
        return false;
    size_t end = str_find_byte(text, ')', 0);
    if (end == text.len)
        return false;
    struct str inner = str_trim(str_slice(text, 4, end));
    if (inner.len >= 2 && (inner.data[0] == '"' || inner.data[0] == '\''))
        inner = str_slice(inner, 1, inner.len - 1);
    *out = inner;
    *rest = str_trim(str_slice(text, end + 1, text.len));
    return true;
}

// A colour behind url() is for readers that cannot find what it names: here that is an error.
static bool read_paint(const struct svg_value *value, struct svg_paint *out)
{
    struct str rest;
    struct svg_paint paint = {.span = value->span};
    if (is(value, "none") || is(value, "transparent"))
        paint.kind = SVG_PAINT_NONE;
    else if (is(value, "currentColor"))
        paint.kind = SVG_PAINT_CURRENT;
    else if (read_reference(value->text, &paint.reference, &rest))
        paint.kind = SVG_PAINT_REFERENCE;
    else if (svg_color_parse(value->text, paint.rgb))
        paint.kind = SVG_PAINT_COLOR;
    else
        return false;
    *out = paint;
    return true;
}

static bool read_fill(struct styling *styling, const struct svg_value *value)
{
    return read_paint(value, &styling->style->fill);
}

static bool read_stroke(struct styling *styling, const struct svg_value *value)
{
    return read_paint(value, &styling->style->stroke);
}

static bool read_stop_color(struct styling *styling, const struct svg_value *value)
{
    return read_paint(value, &styling->style->stop_color) &&
           styling->style->stop_color.kind != SVG_PAINT_REFERENCE;
}

static bool read_color(struct styling *styling, const struct svg_value *value)
{
    return is(value, "currentColor") || svg_color_parse(value->text, styling->style->color);
}

static bool read_opacity(struct styling *styling, const struct svg_value *value)
{
    return svg_parse_share(value->text, &styling->style->opacity);
}

static bool read_fill_opacity(struct styling *styling, const struct svg_value *value)
{
    return svg_parse_share(value->text, &styling->style->fill_opacity);
}

static bool read_stroke_opacity(struct styling *styling, const struct svg_value *value)
{
    return svg_parse_share(value->text, &styling->style->stroke_opacity);
}

static bool read_stop_opacity(struct styling *styling, const struct svg_value *value)
{
    return svg_parse_share(value->text, &styling->style->stop_opacity);
}

static bool read_rule(const struct svg_value *value, bool *even_odd)
{
    *even_odd = is(value, "evenodd");
    return *even_odd || is(value, "nonzero");
}

static bool read_fill_rule(struct styling *styling, const struct svg_value *value)
{
    return read_rule(value, &styling->style->fill_even_odd);
}

static bool read_clip_rule(struct styling *styling, const struct svg_value *value)
{
    return read_rule(value, &styling->style->clip_even_odd);
}

static bool read_stroke_width(struct styling *styling, const struct svg_value *value)
{
    double width;
    if (!svg_parse_length(value->text, &styling->frame, SVG_OTHER, &width) || width < 0)
        return false;
    styling->style->stroke_width = width;
    return true;
}

static bool read_dash_offset(struct styling *styling, const struct svg_value *value)
{
    return svg_parse_length(value->text, &styling->frame, SVG_OTHER, &styling->style->dash_offset);
}

static bool read_miter_limit(struct styling *styling, const struct svg_value *value)
{
    double limit;
    if (!svg_parse_number(value->text, &limit) || limit < 1)
        return false;
    styling->style->miter_limit = limit;
    return true;
}

static bool read_cap(struct styling *styling, const struct svg_value *value)
{
    enum line_cap *cap = &styling->style->cap;
    *cap = is(value, "round") ? CAP_ROUND : is(value, "square") ? CAP_SQUARE : CAP_BUTT;
    return *cap != CAP_BUTT || is(value, "butt");
}

static bool read_join(struct styling *styling, const struct svg_value *value)
{
    enum line_join *join = &styling->style->join;
    *join = is(value, "round") ? JOIN_ROUND : is(value, "bevel") ? JOIN_BEVEL : JOIN_MITER;
    return *join != JOIN_MITER || is(value, "miter");
}

enum { MOST_DASHES = 64 };

// SVG 1.1, 11.4: an odd list is said twice; all zeros are a whole line.
static bool read_dashes(struct styling *styling, const struct svg_value *value)
{
    double dashes[2 * MOST_DASHES], sum = 0;
    size_t count = 0;
    struct svg_scan scan = {value->text, 0};
    styling->style->dash_count = 0;
    if (is(value, "none"))
        return true;
    while (!svg_scan_ended(&scan)) {
        if (count == MOST_DASHES ||
            !svg_scan_length(&scan, &styling->frame, SVG_OTHER, &dashes[count]) ||
            dashes[count] < 0)
            return false;
        sum += dashes[count++];
        svg_scan_comma(&scan);
    }
    if (count % 2 == 1) {
        for (size_t i = 0; i < count; i++)
            dashes[count + i] = dashes[i];
        count *= 2;
    }
    if (sum > 0) {
        styling->style->dashes = arena_copy(styling->svg->arena, dashes, count * sizeof *dashes);
        styling->style->dash_count = count;
    }
    return true;
}

static bool read_family(struct styling *styling, const struct svg_value *value)
{
    styling->style->family = value->text;
    return true;
}

// CSS 2.1, 15.7: the steps of keywords are for screens; medium is 16 px.
static bool read_size(struct styling *styling, const struct svg_value *value)
{
    static const struct {
        const char *name;
        double size;
    } words[] = {{"xx-small", 9}, {"x-small", 10}, {"small", 13},   {"medium", 16},
                 {"large", 18},   {"x-large", 24}, {"xx-large", 32}};
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++)
        if (is(value, words[i].name)) {
            styling->style->font_size = words[i].size;
            return true;
        }
    double of = styling->parent->font_size; // what em and % are of
    struct svg_frame frame = {of, of, of};
    double size;
    if (!svg_parse_length(value->text, &frame, SVG_ACROSS, &size) || size < 0)
        return false;
    styling->style->font_size = size;
    return true;
}

static bool read_weight(struct styling *styling, const struct svg_value *value)
{
    double number;
    uint16_t *out = &styling->style->weight;
    if (is(value, "normal"))
        *out = 400;
    else if (is(value, "bold"))
        *out = 700;
    else if (is(value, "bolder")) // CSS Fonts 3, 3.2
        *out = styling->parent->weight < 350 ? 400 : styling->parent->weight < 550 ? 700 : 900;
    else if (is(value, "lighter"))
        *out = styling->parent->weight < 550 ? 100 : styling->parent->weight < 750 ? 400 : 700;
    else if (svg_parse_number(value->text, &number) && number >= 1 && number <= 1000)
        *out = (uint16_t)number;
    else
        return false;
    return true;
}

static bool read_font_style(struct styling *styling, const struct svg_value *value)
{
    styling->style->italic = is(value, "italic") || is(value, "oblique");
    return styling->style->italic || is(value, "normal");
}

static bool read_anchor(struct styling *styling, const struct svg_value *value)
{
    enum text_anchor *anchor = &styling->style->anchor;
    *anchor = is(value, "middle") ? ANCHOR_MIDDLE : is(value, "end") ? ANCHOR_END : ANCHOR_START;
    return *anchor != ANCHOR_START || is(value, "start");
}

static bool read_display(struct styling *styling, const struct svg_value *value)
{
    styling->style->no_display = is(value, "none");
    return true; // every other value draws (SVG 1.1, 11.5)
}

static bool read_visibility(struct styling *styling, const struct svg_value *value)
{
    styling->style->hidden = is(value, "hidden") || is(value, "collapse");
    return styling->style->hidden || is(value, "visible");
}

static bool read_overflow(struct styling *styling, const struct svg_value *value)
{
    styling->style->overflow_visible = is(value, "visible") || is(value, "auto");
    return styling->style->overflow_visible || is(value, "hidden") || is(value, "scroll");
}

static bool read_clip(struct styling *styling, const struct svg_value *value)
{
    struct str rest = STR("");
    styling->style->clip = STR("");
    styling->style->clip_span = value->span;
    return is(value, "none") ||
           (read_reference(value->text, &styling->style->clip, &rest) && rest.len == 0);
}

static const struct property properties[] = {
    {STR_INIT("color"), read_color, true},
    {STR_INIT("font-size"), read_size, true},
    {STR_INIT("fill"), read_fill, false},
    {STR_INIT("fill-opacity"), read_fill_opacity, false},
    {STR_INIT("fill-rule"), read_fill_rule, false},
    {STR_INIT("stroke"), read_stroke, false},
    {STR_INIT("stroke-opacity"), read_stroke_opacity, false},
    {STR_INIT("stroke-width"), read_stroke_width, false},
    {STR_INIT("stroke-linecap"), read_cap, false},
    {STR_INIT("stroke-linejoin"), read_join, false},
    {STR_INIT("stroke-miterlimit"), read_miter_limit, false},
    {STR_INIT("stroke-dasharray"), read_dashes, false},
    {STR_INIT("stroke-dashoffset"), read_dash_offset, false},
    {STR_INIT("opacity"), read_opacity, false},
    {STR_INIT("clip-path"), read_clip, false},
    {STR_INIT("clip-rule"), read_clip_rule, false},
    {STR_INIT("display"), read_display, false},
    {STR_INIT("visibility"), read_visibility, false},
    {STR_INIT("overflow"), read_overflow, false},
    {STR_INIT("stop-color"), read_stop_color, false},
    {STR_INIT("stop-opacity"), read_stop_opacity, false},
    {STR_INIT("font-family"), read_family, false},
    {STR_INIT("font-weight"), read_weight, false},
    {STR_INIT("font-style"), read_font_style, false},
    {STR_INIT("text-anchor"), read_anchor, false},
};

// Properties that change nothing at these values, which editors write everywhere; at any other the
// picture would look different. "*" is every value: hints to a program's speed, names for editors,
// and what concerns boxes of CSS or flows of text that SVG 1.1 has not.
static const struct {
    struct str name;
    const char *harmless; // a space around each
} inert[] = {
    {STR_INIT("filter"), " none "},
    {STR_INIT("mask"), " none "},
    {STR_INIT("marker"), " none "},
    {STR_INIT("marker-start"), " none "},
    {STR_INIT("marker-mid"), " none "},
    {STR_INIT("marker-end"), " none "},
    {STR_INIT("mix-blend-mode"), " normal "},
    {STR_INIT("isolation"), " auto isolate "},
    {STR_INIT("paint-order"), " normal fill stroke markers "},
    {STR_INIT("vector-effect"), " none "},
    {STR_INIT("-inkscape-stroke"), " none "},
    {STR_INIT("transform"), " none "},
    {STR_INIT("transform-origin"), " 0 "},
    {STR_INIT("baseline-shift"), " baseline 0 0px "},
    {STR_INIT("dominant-baseline"), " auto alphabetic "},
    {STR_INIT("alignment-baseline"), " auto baseline alphabetic "},
    {STR_INIT("direction"), " ltr "},
    {STR_INIT("unicode-bidi"), " normal embed "},
    {STR_INIT("writing-mode"), " lr-tb lr horizontal-tb "},
    {STR_INIT("text-orientation"), " auto mixed "},
    {STR_INIT("letter-spacing"), " normal 0 0px "},
    {STR_INIT("word-spacing"), " normal 0 0px "},
    {STR_INIT("text-decoration"), " none "},
    {STR_INIT("text-decoration-line"), " none "},
    {STR_INIT("text-decoration-style"), "*"},
    {STR_INIT("text-decoration-color"), "*"},
    {STR_INIT("text-transform"), " none "},
    {STR_INIT("text-indent"), " 0 0px "},
    {STR_INIT("text-shadow"), " none "},
    {STR_INIT("text-overflow"), "*"},
    {STR_INIT("font-variant"), " normal "},
    {STR_INIT("font-variant-caps"), " normal "},
    {STR_INIT("font-variant-ligatures"), " normal "},
    {STR_INIT("font-variant-numeric"), " normal "},
    {STR_INIT("font-variant-east-asian"), " normal "},
    {STR_INIT("font-variant-position"), " normal "},
    {STR_INIT("font-variant-alternates"), " normal "},
    {STR_INIT("font-variation-settings"), " normal "},
    {STR_INIT("font-feature-settings"), " normal "},
    {STR_INIT("font-stretch"), " normal "},
    {STR_INIT("font-size-adjust"), " none "},
    {STR_INIT("font-kerning"), " auto normal "},
    {STR_INIT("kerning"), " auto "},
    {STR_INIT("clip"), " auto "},
    {STR_INIT("color-interpolation"), " sRGB auto "},
    {STR_INIT("glyph-orientation-vertical"), "*"},
    {STR_INIT("glyph-orientation-horizontal"), " auto 0 0deg "},
    {STR_INIT("color-interpolation-filters"), "*"},
    {STR_INIT("color-profile"), "*"},
    {STR_INIT("color-rendering"), "*"},
    {STR_INIT("shape-rendering"), "*"},
    {STR_INIT("text-rendering"), "*"},
    {STR_INIT("image-rendering"), "*"},
    {STR_INIT("pointer-events"), "*"},
    {STR_INIT("cursor"), "*"},
    {STR_INIT("enable-background"), "*"},
    {STR_INIT("flood-color"), "*"},
    {STR_INIT("flood-opacity"), "*"},
    {STR_INIT("lighting-color"), "*"},
    {STR_INIT("solid-color"), "*"},
    {STR_INIT("solid-opacity"), "*"},
    {STR_INIT("line-height"), "*"},
    {STR_INIT("text-align"), "*"},
    {STR_INIT("white-space"), " normal pre "},
    {STR_INIT("shape-padding"), "*"},
    {STR_INIT("shape-margin"), "*"},
    {STR_INIT("shape-inside"), " none "},
    {STR_INIT("inline-size"), " 0 auto "},
    {STR_INIT("background"), "*"}, // of the root only, and by CSS's boxes
    {STR_INIT("background-color"), "*"},
    {STR_INIT("margin"), "*"},
    {STR_INIT("padding"), "*"},
    {STR_INIT("block-progression"), "*"},
    {STR_INIT("-inkscape-font-specification"), "*"},
    {STR_INIT("-inkscape-text-align"), "*"},
};

static const struct property *find_property(struct str name)
{
    for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++)
        if (str_equal(properties[i].name, name))
            return &properties[i];
    return NULL;
}

static const char *find_inert(struct str name)
{
    for (size_t i = 0; i < sizeof inert / sizeof inert[0]; i++)
        if (str_equal(inert[i].name, name))
            return inert[i].harmless;
    return NULL;
}

bool svg_is_property(struct str name)
{
    return find_property(name) || (find_inert(name) && !str_equal(name, STR("transform")));
}

// Whether every word of the value is one of the harmless.
static bool changes_nothing(struct str value, const char *harmless)
{
    struct str known = str_from(harmless);
    if (str_equal(known, STR("*")))
        return true;
    struct svg_scan scan = {value, 0};
    do {
        struct str word = svg_scan_name(&scan);
        size_t at = word.len > 0 ? str_find(known, word, 0) : known.len;
        if (at == known.len || known.data[at - 1] != ' ' || known.data[at + word.len] != ' ')
            return false;
        svg_scan_space(&scan);
    } while (!svg_scan_ended(&scan));
    return true;
}

static void apply(struct styling *styling, const struct svg_value *name,
                  const struct svg_value *value)
{
    const struct property *property = find_property(name->text);
    if (property && property->font == styling->font_first) {
        if (!property->read(styling, value))
            svg_fault(styling->svg, DIAG_SVG_VALUE, value->span, "`%.*s` is no value of %.*s",
                      STR_ARGS(value->text), STR_ARGS(name->text));
    } else if (!property && !styling->font_first) {
        const char *harmless = find_inert(name->text);
        if (!harmless || !changes_nothing(value->text, harmless))
            svg_unsupported(styling->svg, name->span, "the property", name->text);
    }
}

static void apply_declarations(struct styling *styling, const struct svg_value *text)
{
    struct svg_declarations declarations = {*text, 0};
    struct svg_declaration declaration;
    bool bad;
    styling->svg->work += 16 + text->text.len;
    while (svg_declaration_next(&declarations, &declaration, &bad))
        apply(styling, &declaration.name, &declaration.value);
    if (bad && !styling->font_first)
        svg_fault(styling->svg, DIAG_SVG_VALUE, declaration.name.span,
                  "`%.*s` is no declaration: those are `name: value`",
                  STR_ARGS(declaration.name.text));
}

static void apply_rules(struct styling *styling, enum svg_selector selector, struct str name)
{
    const struct svg_rule *rule = svg_sheet_find(&styling->svg->sheet, selector, name);
    for (; rule; rule = rule->next)
        apply_declarations(styling, &rule->body);
}

enum { MOST_CLASSES = 16 };

struct class_rules {
    const struct svg_rule *next[MOST_CLASSES]; // of each class
    size_t count;
};

static bool find_classes(struct styling *styling, const struct svg_value *value,
                         struct class_rules *out)
{
    struct svg_scan scan = {value->text, 0};
    for (svg_scan_space(&scan); !svg_scan_ended(&scan); svg_scan_space(&scan)) {
        size_t start = scan.at;
        while (!svg_scan_ended(&scan) && (unsigned char)scan.text.data[scan.at] > ' ')
            scan.at++;
        struct str name = str_slice(scan.text, start, scan.at);
        const struct svg_rule *rule = svg_sheet_find(&styling->svg->sheet, SVG_CLASS, name);
        if (rule && out->count == MOST_CLASSES)
            return false;
        if (rule)
            out->next[out->count++] = rule;
    }
    return true;
}

// Rules of several classes are as strong as each other: the sheet's order decides.
static void apply_classes(struct styling *styling, const struct svg_node *node)
{
    const struct svg_attribute *attribute = svg_attribute_find(node, STR("class"));
    struct class_rules rules = {0};
    if (!attribute)
        return;
    if (!find_classes(styling, &attribute->value, &rules))
        svg_fault(styling->svg, DIAG_SVG_LIMIT, attribute->value.span,
                  "an element has more than %d styled classes", MOST_CLASSES);
    for (;;) {
        const struct svg_rule **first = NULL;
        for (size_t i = 0; i < rules.count; i++)
            if (rules.next[i] && (!first || rules.next[i]->order < (*first)->order))
                first = &rules.next[i];
        if (!first)
            return;
        apply_declarations(styling, &(*first)->body);
        *first = (*first)->next;
    }
}

// The weakest first (CSS 2.1, 6.4; SVG 1.1, 6.4: attributes are below every sheet).
static void apply_all(struct styling *styling, const struct svg_node *node)
{
    for (size_t i = 0; i < node->count; i++) {
        const struct svg_attribute *attribute = &node->attributes[i];
        struct svg_value name = {attribute->name, attribute->span, true};
        struct svg_value value = attribute->value;
        value.text = str_trim(value.text);
        if (svg_is_property(attribute->name))
            apply(styling, &name, &value);
    }
    if (styling->svg->sheet.count > 0) {
        const struct svg_attribute *id = svg_attribute_find(node, STR("id"));
        apply_rules(styling, SVG_ANY, STR(""));
        apply_rules(styling, SVG_ELEMENT, node->name);
        apply_classes(styling, node);
        if (id)
            apply_rules(styling, SVG_ID, id->value.text);
    }
    const struct svg_attribute *own = svg_attribute_find(node, STR("style"));
    if (own)
        apply_declarations(styling, &own->value);
}

struct svg_style svg_style_of(struct svg *svg, const struct svg_node *node,
                              const struct svg_style *parent, struct svg_frame frame)
{
    const struct svg_style initial = svg_style_initial();
    struct svg_style style = *parent;
    style.opacity = 1;
    style.clip = STR("");
    style.no_display = style.overflow_visible = false;
    style.stop_color = initial.stop_color;
    style.stop_opacity = 1;
    const struct svg_attribute *language = svg_attribute_find(node, STR("xml:lang"));
    if (!language)
        language = svg_attribute_find(node, STR("lang"));
    if (language)
        style.language = str_trim(language->value.text);
    struct styling styling = {svg, &style, parent, frame, true};
    apply_all(&styling, node);
    styling.frame.font_size = style.font_size;
    styling.font_first = false;
    apply_all(&styling, node);
    return style;
}
