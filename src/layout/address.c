#include "layout/address.h"

void address_add(struct layout *layout, const struct address *address,
                 const struct row_place *place)
{
    if (address->text.len == 0)
        return;
    struct str_builder target = str_builder_in(layout->arena);
    str_add(&target, address->scheme);
    for (size_t i = 0; i < address->text.len; i++)
        if (address->text.data[i] != ' ')
            str_add_byte(&target, address->text.data[i]);
    const struct inline_node literal = {
        .kind = INLINE_LITERAL,
        .span = address->span,
        .text = address->text,
        .literal = str_equal(address->scheme, STR("tel:")) ? LITERAL_WORD : LITERAL_URL,
    };
    const struct inline_node link = {
        .kind = INLINE_LINK,
        .span = address->span,
        .target = str_built(&target),
        .first = &literal,
    };
    const struct inline_text whole = {&link, address->span};
    rows_add_inline(layout, &whole, TAG_P, place);
}
