#include "base/json.h"

#include "base/utf8.h"

void json_add_escaped(struct str_builder *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_decode(text.data, text.len, &at);
        if (c == '"' || c == '\\')
            str_addf(out, "\\%c", (char)c);
        else if (c < 0x20)
            str_addf(out, "\\u%04x", (unsigned)c);
        else
            str_add_code_point(out, c == UTF8_INVALID ? 0xFFFD : c);
    }
}

void json_add_text(struct str_builder *out, struct str text)
{
    str_add_byte(out, '"');
    json_add_escaped(out, text);
    str_add_byte(out, '"');
}

static char last_byte(const struct json *json)
{
    return json->out->len > 0 ? json->out->data[json->out->len - 1] : '\0';
}

static void new_line(struct json *json)
{
    str_add_byte(json->out, '\n');
    for (int i = 0; i < json->depth; i++)
        str_add(json->out, STR("  "));
}

void json_open(struct json *json, char bracket)
{
    str_add_byte(json->out, bracket);
    json->depth++;
}

void json_close(struct json *json, char bracket)
{
    bool empty = last_byte(json) == '{' || last_byte(json) == '[';
    json->depth--;
    if (!empty)
        new_line(json);
    str_add_byte(json->out, bracket);
}

void json_item(struct json *json)
{
    if (last_byte(json) != '{' && last_byte(json) != '[')
        str_add_byte(json->out, ',');
    new_line(json);
}

void json_key(struct json *json, struct str name)
{
    json_item(json);
    json_add_text(json->out, name);
    str_add(json->out, STR(": "));
}

void json_text_member(struct json *json, const char *name, struct str text)
{
    json_key(json, str_from(name));
    json_add_text(json->out, text);
}

void json_number_member(struct json *json, const char *name, uint64_t number)
{
    json_key(json, str_from(name));
    str_add_uint(json->out, number);
}
