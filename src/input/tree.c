#include "input/tree.h"

#include <assert.h>

const struct node *node_find(const struct node *mapping, struct str key)
{
    assert(mapping->kind == NODE_MAPPING);
    for (size_t i = 0; i < mapping->count; i++)
        if (str_equal(mapping->pairs[i].key->text, key))
            return mapping->pairs[i].value;
    return NULL;
}

bool node_is_null(const struct node *node)
{
    return node->kind == NODE_SCALAR && node->style == NODE_PLAIN && node->tag.len == 0 &&
           (node->text.len == 0 || str_equal(node->text, STR("~")) ||
            str_equal(node->text, STR("null")));
}

struct span node_text_span(const struct node *scalar, size_t start, size_t end)
{
    assert(scalar->kind == NODE_SCALAR && start <= end && end <= scalar->text.len);
    return srcmap_span(&scalar->map, (uint32_t)start, (uint32_t)end);
}
