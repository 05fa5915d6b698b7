#include "text/piece_text.h"

#include "base/utf8.h"

static bool is_hidden(uint32_t code_point)
{
    return code_point == 0xAD || code_point == 0x200B || code_point == 0x200E ||
           code_point == 0x200F || (code_point >= 0x2028 && code_point <= 0x202E) ||
           (code_point >= 0x2060 && code_point <= 0x2069) || code_point == 0xFEFF;
}

// Returns the offset of the first hidden character at or after `at`, or the text's length.
static size_t next_hidden(struct str text, size_t at)
{
    while (at < text.len) {
        unsigned char byte = (unsigned char)text.data[at];
        if (byte != 0xC2 && byte != 0xE2 && byte != 0xEF) { // none begins with another
            at++;
            continue;
        }
        size_t start = at;
        if (is_hidden(utf8_decode(text.data, text.len, &at)))
            return start;
    }
    return at;
}

struct str piece_text_visible(struct arena *arena, struct str text, struct glyph *glyphs,
                              size_t count)
{
    size_t hidden = next_hidden(text, 0);
    if (hidden == text.len)
        return text;
    struct str_builder out = str_builder_in(arena);
    uint32_t *places = ARENA_ARRAY(arena, uint32_t, text.len);
    for (size_t at = 0; at < text.len;) {
        for (; at < hidden; at++) {
            places[at] = (uint32_t)out.len;
            str_add_byte(&out, text.data[at]);
        }
        if (at == text.len)
            break;
        places[at] = (uint32_t)out.len;
        (void)utf8_decode(text.data, text.len, &at);
        hidden = next_hidden(text, at);
    }
    for (size_t i = 0; i < count; i++)
        glyphs[i].cluster = places[glyphs[i].cluster];
    return str_built(&out);
}
