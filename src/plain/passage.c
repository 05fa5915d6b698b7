#include "plain/passage.h"

#include "model/language.h"
#include "model/link_address.h"
#include "text/phone_numbers.h"

#define SOFT_HYPHEN STR("\u00ad")
#define ISOLATE STR("\u2066")     // LEFT-TO-RIGHT ISOLATE
#define END_ISOLATE STR("\u2069") // POP DIRECTIONAL ISOLATE

struct passage passage_in(struct arena *arena, struct str language)
{
    return (struct passage){.text = str_builder_in(arena), .language = language};
}

static void add_characters(struct passage *passage, struct str text)
{
    size_t start = 0;
    for (size_t at; (at = str_find(text, SOFT_HYPHEN, start)) < text.len;
         start = at + SOFT_HYPHEN.len)
        str_add(&passage->text, str_slice(text, start, at));
    str_add(&passage->text, str_slice(text, start, text.len));
}

static void keep_from(struct passage *passage, size_t start)
{
    *VEC_PUSH(passage->text.arena, &passage->whole) =
        (struct whole_piece){(uint32_t)start, (uint32_t)passage->text.len};
}

void passage_add_whole(struct passage *passage, struct str text)
{
    size_t start = passage->text.len;
    add_characters(passage, text);
    keep_from(passage, start);
}

void passage_add_phone(struct passage *passage, struct str phone)
{
    bool isolated = language_is_right_to_left(passage->language);
    size_t start = passage->text.len;
    if (isolated)
        str_add(&passage->text, ISOLATE);
    add_characters(passage, phone);
    if (isolated)
        str_add(&passage->text, END_ISOLATE);
    keep_from(passage, start);
}

void passage_add_text(struct passage *passage, struct str text)
{
    struct phone_number number = {0};
    size_t start = 0;
    while (phone_number_find(text, number.end, &number)) {
        add_characters(passage, str_slice(text, start, number.start));
        passage_add_phone(passage, str_slice(text, number.start, number.end));
        start = number.end;
    }
    add_characters(passage, str_slice(text, start, text.len));
}

// citations

static void add_piece(struct passage *passage, const struct citation_piece *piece)
{
    bool comma = piece->part == CITATION_COMMA;
    str_add(&passage->text, comma ? STR(", ") : piece->text);
    if (piece->locator.len > 0)
        str_addf(&passage->text, "(%.*s)", STR_ARGS(piece->locator));
}

// Whether what ends the text asks for a space before a citation.
static bool ends_in_text(const struct passage *passage)
{
    static const struct str openers = STR_INIT(" \n([/-");
    struct str text = str_built(&passage->text);
    return text.len > 0 && str_find_byte(openers, text.data[text.len - 1], 0) == openers.len;
}

// In brackets before the point or comma beside it, and on the line of the word before; what the
// writer put into it can be long and goes on as other text does.
static void add_citation(struct passage *passage, const struct citation *citation)
{
    size_t start = passage->text.len;
    if (ends_in_text(passage))
        str_add_byte(&passage->text, ' ');
    str_add_byte(&passage->text, '[');
    for (size_t i = 0; i < citation->count; i++)
        add_piece(passage, &citation->pieces[i]);
    str_add_byte(&passage->text, ']');
    if (!citation->worded)
        keep_from(passage, start);
}

// links

static void add_nodes(struct passage *passage, const struct inline_node *node);

static void add_link(struct passage *passage, const struct inline_node *node)
{
    size_t start = passage->text.len;
    add_nodes(passage, node->first);
    struct str text = str_slice(str_built(&passage->text), start, passage->text.len);
    if (link_says_address(passage->text.arena, text, node->target))
        return;
    str_add(&passage->text, STR(" ("));
    if (link_is_dialled(node->target))
        passage_add_phone(passage, link_typed_address(node->target));
    else
        passage_add_whole(passage, link_typed_address(node->target));
    str_add_byte(&passage->text, ')');
}

// nodes

static void add_span(struct passage *passage, const struct inline_node *node)
{
    struct str around = passage->language;
    if (node->language.len > 0)
        passage->language = node->language;
    add_nodes(passage, node->first);
    passage->language = around;
}

static void add_node(struct passage *passage, const struct inline_node *node)
{
    switch (node->kind) {
    case INLINE_TEXT: passage_add_text(passage, node->text); break;
    case INLINE_CODE:
    case INLINE_LITERAL: passage_add_whole(passage, node->text); break;
    case INLINE_LINE_BREAK: str_add_byte(&passage->text, '\n'); break;
    case INLINE_LINK: add_link(passage, node); break;
    case INLINE_SPAN: add_span(passage, node); break;
    case INLINE_CITATION:
        add_citation(passage, node->citation);
        add_nodes(passage, node->first);
        break;
    case INLINE_EMPHASIS:
    case INLINE_STRONG:
    case INLINE_CROSS_REFERENCE: add_nodes(passage, node->first); break;
    }
}

// Nesting is bounded by the reader of inlines.
static void add_nodes(struct passage *passage, const struct inline_node *node)
{
    for (; node; node = node->next)
        add_node(passage, node);
}

void passage_add_inline(struct passage *passage, const struct inline_text *text)
{
    add_nodes(passage, text->first);
}

// labels

static bool ends_in_sign(struct str text)
{
    static const struct str signs[] = {STR_INIT(":"),  STR_INIT("."), STR_INIT("?"),
                                       STR_INIT("!"),  STR_INIT("…"), STR_INIT("؟"),
                                       STR_INIT("。"), STR_INIT("：")};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_ends_with(text, signs[i]))
            return true;
    return false;
}

// French sets a space before the colon; Chinese and Japanese have a wide one.
static struct str colon_of(struct str language)
{
    struct str primary = language_primary(language);
    if (str_equal(primary, STR("fr")))
        return STR("\u00a0: ");
    if (str_equal(primary, STR("zh")) || str_equal(primary, STR("ja")))
        return STR("：");
    return STR(": ");
}

void passage_add_colon(struct passage *passage)
{
    bool ended = ends_in_sign(str_built(&passage->text));
    str_add(&passage->text, ended ? STR(" ") : colon_of(passage->language));
}

void passage_add_box(struct passage *passage, const struct inline_text *option)
{
    size_t start = passage->text.len;
    str_add(&passage->text, STR("[ ] "));
    size_t end = passage->text.len;
    passage_add_inline(passage, option);
    // The box stays with the first character behind it.
    if (passage->text.len > end)
        *VEC_PUSH(passage->text.arena, &passage->whole) =
            (struct whole_piece){(uint32_t)start, (uint32_t)end + 1};
}
