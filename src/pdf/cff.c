#include "pdf/cff.h"

#include "pdf/charstring.h"

#include <assert.h>

enum {
    OP_FONT_BBOX = 5,
    OP_CHARSET = 15,
    OP_CHARSTRINGS = 17,
    OP_PRIVATE = 18,
    OP_DEFAULT_WIDTH = 20,
    OP_NOMINAL_WIDTH = 21,
    ESCAPE = 12,
    OP_ROS = 30,
    OP_CID_COUNT = 34,
    OP_FD_ARRAY = 36,
    OP_FD_SELECT = 37,
    FIRST_STRING = 391 // of a font's own
};

static void add_bytes(struct str_builder *out, uint32_t value, uint32_t bytes)
{
    while (bytes-- > 0)
        str_add_byte(out, (char)(value >> (8 * bytes)));
}

// Always of the same length, so that what comes after it stands where it was said to stand.
static void add_offset(struct str_builder *out, size_t offset)
{
    str_add_byte(out, 29);
    add_bytes(out, (uint32_t)offset, 4);
}

static void add_operator(struct str_builder *out, int operation)
{
    if (operation >= OP_ROS)
        str_add_byte(out, ESCAPE);
    str_add_byte(out, (char)operation);
}

// An INDEX: `ends` says where in `data` each of its `count` items ends.
static void add_index(struct str_builder *out, struct str data, const size_t *ends, size_t count)
{
    uint32_t bytes = data.len < 0xFF ? 1 : data.len < 0xFFFF ? 2 : data.len < 0xFFFFFF ? 3 : 4;
    add_bytes(out, (uint32_t)count, 2);
    add_bytes(out, bytes, 1);
    add_bytes(out, 1, bytes);
    for (size_t i = 0; i < count; i++)
        add_bytes(out, (uint32_t)ends[i] + 1, bytes);
    str_add(out, data);
}

// Where the parts are that the top dictionary names.
struct offsets {
    size_t charset, selector, charstrings, fonts;
};

static void add_top(struct str_builder *out, const struct cff_font *font,
                    const struct offsets *offsets)
{
    struct str_builder top = str_builder_in(out->arena);
    charstring_add_number(&top, FIRST_STRING);
    charstring_add_number(&top, FIRST_STRING + 1);
    charstring_add_number(&top, 0);
    add_operator(&top, OP_ROS);
    for (size_t i = 0; i < 4; i++)
        charstring_add_number(&top, font->bounds[i]);
    add_operator(&top, OP_FONT_BBOX);
    add_offset(&top, font->glyphs[font->count - 1].cid + (size_t)1);
    add_operator(&top, OP_CID_COUNT);
    add_offset(&top, offsets->charset);
    add_operator(&top, OP_CHARSET);
    add_offset(&top, offsets->selector);
    add_operator(&top, OP_FD_SELECT);
    add_offset(&top, offsets->charstrings);
    add_operator(&top, OP_CHARSTRINGS);
    add_offset(&top, offsets->fonts);
    add_operator(&top, OP_FD_ARRAY);
    add_index(out, str_built(&top), &top.len, 1);
}

static void add_head(struct str_builder *out, const struct cff_font *font,
                     const struct offsets *offsets)
{
    out->len = 0;
    str_add(out, (struct str){"\1\0\4\4", 4}); // version 1.0, a head of 4 bytes, offsets of 4
    add_index(out, font->name, &font->name.len, 1);
    add_top(out, font, offsets);
    add_index(out, STR("AdobeIdentity"), (const size_t[]){5, 13}, 2);
    add_bytes(out, 0, 2); // no subroutines
}

// The CIDs of all glyphs but the first, in ranges (format 2).
static void add_charset(struct str_builder *out, const struct cff_font *font)
{
    str_add_byte(out, 2);
    for (size_t i = 1; i < font->count;) {
        size_t end = i + 1;
        while (end < font->count && font->glyphs[end].cid == font->glyphs[end - 1].cid + 1)
            end++;
        add_bytes(out, font->glyphs[i].cid, 2);
        add_bytes(out, (uint32_t)(end - i - 1), 2);
        i = end;
    }
}

static void add_charstrings(struct str_builder *out, const struct cff_font *font)
{
    struct str_builder data = str_builder_in(out->arena);
    size_t *ends = ARENA_ARRAY(out->arena, size_t, font->count);
    for (size_t i = 0; i < font->count; i++) {
        charstring_add(&data, &font->glyphs[i].outline, font->glyphs[i].width - font->usual_width);
        ends[i] = data.len;
    }
    add_index(out, str_built(&data), ends, font->count);
}

// The one font that all glyphs belong to, and what is private to it.
static void add_font(struct str_builder *out, int32_t usual_width, size_t *fonts)
{
    struct str_builder dictionary = str_builder_in(out->arena);
    size_t private = out->len;
    charstring_add_number(out, usual_width);
    add_operator(out, OP_DEFAULT_WIDTH);
    charstring_add_number(out, usual_width);
    add_operator(out, OP_NOMINAL_WIDTH);
    charstring_add_number(&dictionary, (int32_t)(out->len - private));
    add_offset(&dictionary, private);
    add_operator(&dictionary, OP_PRIVATE);
    *fonts = out->len;
    add_index(out, str_built(&dictionary), &dictionary.len, 1);
}

struct str cff_program(struct arena *arena, const struct cff_font *font)
{
    struct str_builder head = str_builder_in(arena), out = str_builder_in(arena);
    struct offsets offsets = {0};
    assert(font->count > 0 && font->count <= UINT16_MAX && font->glyphs[0].cid == 0);
    add_head(&out, font, &offsets); // for its length
    size_t head_end = out.len;
    offsets.charset = out.len;
    add_charset(&out, font);
    offsets.selector = out.len;
    // Format 3: one range, from glyph 0 on, of font 0.
    str_add(&out, (struct str){"\3\0\1\0\0\0", 6});
    add_bytes(&out, (uint32_t)font->count, 2);
    offsets.charstrings = out.len;
    add_charstrings(&out, font);
    add_font(&out, font->usual_width, &offsets.fonts);
    add_head(&head, font, &offsets);
    assert(head.len == head_end);
    str_add(&head, str_slice(str_built(&out), head_end, out.len));
    return str_built(&head);
}
