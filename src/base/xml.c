#include "base/xml.h"

#include "base/utf8.h"

static bool is_allowed(uint32_t c)
{
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    return c != UTF8_INVALID && c != 0xFFFE && c != 0xFFFF;
}

void xml_add_text(struct str_builder *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_decode(text.data, text.len, &at);
        switch (c) {
        case '&': str_add(out, STR("&amp;")); break;
        case '<': str_add(out, STR("&lt;")); break;
        case '>': str_add(out, STR("&gt;")); break;
        case '"': str_add(out, STR("&quot;")); break;
        default: str_add_code_point(out, is_allowed(c) ? c : 0xFFFD);
        }
    }
}

void xml_add_attribute(struct str_builder *out, const char *name, struct str value)
{
    str_addf(out, " %s=\"", name);
    xml_add_text(out, value);
    str_add_byte(out, '"');
}
