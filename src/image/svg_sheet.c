#include "image/svg_sheet.h"

#include "image/svg_parts.h"

enum { MOST_RULES = 10000 };

static struct svg_value part_of(const struct svg_value *whole, size_t from, size_t to)
{
    while (from < to && (unsigned char)whole->text.data[from] <= ' ')
        from++;
    while (to > from && (unsigned char)whole->text.data[to - 1] <= ' ')
        to--;
    return (struct svg_value){str_slice(whole->text, from, to), svg_value_part(whole, from, to),
                              whole->exact};
}

// Returns the offset behind white space and comments.
static size_t skip_blank(struct str text, size_t at)
{
    for (;;) {
        while (at < text.len && (unsigned char)text.data[at] <= ' ')
            at++;
        if (!str_starts_with(str_slice(text, at, text.len), STR("/*")))
            return at;
        size_t end = str_find(text, STR("*/"), at + 2);
        at = end < text.len ? end + 2 : text.len;
    }
}

// Returns the offset of `byte` outside quotes and brackets, or the text's end.
static size_t find_outside(struct str text, char byte, size_t at)
{
    size_t open = 0;
    for (; at < text.len; at++) {
        char c = text.data[at];
        if (c == byte && open == 0)
            return at;
        if (c == '"' || c == '\'')
            at = str_find_byte(text, c, at + 1);
        open += c == '(';
        open -= c == ')' && open > 0;
    }
    return text.len;
}

bool svg_declaration_next(struct svg_declarations *declarations, struct svg_declaration *out,
                          bool *bad)
{
    const struct svg_value *whole = &declarations->text;
    struct str text = whole->text;
    size_t at = declarations->at;
    *bad = false;
    while ((at = skip_blank(text, at)) < text.len && text.data[at] == ';')
        at++;
    if (at >= text.len)
        return false;
    size_t end = find_outside(text, ';', at), colon = str_find_byte(text, ':', at);
    *bad = colon >= end;
    out->name = part_of(whole, at, *bad ? end : colon);
    out->value = part_of(whole, *bad ? end : colon + 1, end);
    declarations->at = end;
    return !*bad;
}

const struct svg_rule *svg_sheet_find(const struct svg_sheet *sheet, enum svg_selector selector,
                                      struct str name)
{
    const struct svg_rules *rules = map_find(&sheet->rules[selector], name);
    return rules ? rules->first : NULL;
}

static void add_rule(struct svg *svg, enum svg_selector selector, struct str name,
                     const struct svg_value *body)
{
    struct map *map = &svg->sheet.rules[selector];
    struct svg_rules *rules = map_find(map, name);
    if (!rules)
        rules = map_add(svg->arena, map, name, ARENA_NEW(svg->arena, struct svg_rules));
    struct svg_rule *rule = ARENA_NEW(svg->arena, struct svg_rule);
    rule->body = *body;
    rule->order = svg->sheet.count++;
    if (rules->last)
        rules->last->next = rule;
    else
        rules->first = rule;
    rules->last = rule;
}

static void add_selector(struct svg *svg, const struct svg_value *selector,
                         const struct svg_value *body)
{
    struct svg_scan scan = {selector->text, 0};
    enum svg_selector kind = SVG_ELEMENT;
    if (svg_scan_byte(&scan, '.'))
        kind = SVG_CLASS;
    else if (svg_scan_byte(&scan, '#'))
        kind = SVG_ID;
    else if (svg_scan_byte(&scan, '*'))
        kind = SVG_ANY;
    struct str name = svg_scan_name(&scan);
    if (!svg_scan_ended(&scan) || (name.len == 0) != (kind == SVG_ANY))
        svg_unsupported(svg, selector->span, "the selector", selector->text);
    else
        add_rule(svg, kind, name, body);
}

static void add_selectors(struct svg *svg, const struct svg_value *selectors,
                          const struct svg_value *body)
{
    for (size_t at = 0; at <= selectors->text.len;) {
        size_t end = str_find_byte(selectors->text, ',', at);
        struct svg_value one = part_of(selectors, at, end);
        add_selector(svg, &one, body);
        at = end + 1;
    }
}

void svg_sheet_add(struct svg *svg, const struct svg_value *text)
{
    size_t at = 0;
    while ((at = skip_blank(text->text, at)) < text->text.len && !svg->spent) {
        size_t open = str_find_byte(text->text, '{', at);
        size_t close = str_find_byte(text->text, '}', open);
        struct svg_value selectors = part_of(text, at, open);
        if (text->text.data[at] == '@') {
            svg_unsupported(svg, selectors.span, "the rule", selectors.text);
            return;
        }
        if (close >= text->text.len) {
            svg_fault(svg, DIAG_SVG_VALUE, selectors.span,
                      "this rule of the style sheet has no {...}");
            return;
        }
        struct svg_value body = part_of(text, open + 1, close);
        add_selectors(svg, &selectors, &body);
        if (svg->sheet.count > MOST_RULES)
            svg_spend(svg, selectors.span, "rules in its style sheets");
        at = close + 1;
    }
}
