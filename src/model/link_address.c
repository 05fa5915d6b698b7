#include "model/link_address.h"

static struct str without_start(struct str text, struct str start)
{
    return str_starts_with(text, start) ? str_slice(text, start.len, text.len) : text;
}

bool link_is_dialled(struct str target)
{
    return str_starts_with(target, STR("tel:")) || str_starts_with(target, STR("sms:"));
}

bool link_is_web(struct str target)
{
    return !link_is_dialled(target) && !str_starts_with(target, STR("mailto:"));
}

struct str link_typed_address(struct str target)
{
    if (link_is_dialled(target))
        return str_slice(target, 4, target.len);
    if (link_is_web(target))
        return target;
    struct str address = without_start(target, STR("mailto:"));
    return str_slice(address, 0, str_find_byte(address, '?', 0));
}

// An address without what people leave out.
static struct str short_address(struct str address)
{
    address = without_start(str_trim(address), STR("https://"));
    address = without_start(without_start(address, STR("http://")), STR("www."));
    return str_ends_with(address, STR("/")) ? str_slice(address, 0, address.len - 1) : address;
}

static struct str figures_of(struct arena *arena, struct str text)
{
    struct str_builder figures = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++)
        if (text.data[i] >= '0' && text.data[i] <= '9')
            str_add_byte(&figures, text.data[i]);
    return str_built(&figures);
}

bool link_says_address(struct arena *arena, struct str text, struct str target)
{
    enum { LEAST_FIGURES = 5 };
    struct str address = link_typed_address(target);
    struct str doi = STR("doi:");
    if (link_is_dialled(target)) {
        struct str figures = figures_of(arena, text);
        return figures.len >= LEAST_FIGURES && str_ends_with(figures_of(arena, address), figures);
    }
    if (str_starts_with(text, doi))
        return str_ends_with(address, without_start(text, doi));
    return str_equal_ignoring_case(short_address(text), short_address(address));
}
