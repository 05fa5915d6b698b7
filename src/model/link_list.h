// The web addresses that the words of links stand for, in reading order: what editions on paper
// list. A letter marks each, since numbers would be read as those of references.
#ifndef MODEL_LINK_LIST_H
#define MODEL_LINK_LIST_H

#include "base/map.h"
#include "model/brochure.h"

struct listed_link {
    struct str address;
    struct str mark;  // "a", "b", after "z" "aa"
    struct span span; // of the first link that has the address
};

struct link_list {
    struct arena *arena;
    struct map places; // address → struct listed_link
    const struct listed_link **items;
    size_t count;
    size_t capacity;
};

// Lists each address of the brochure's links once. Those that one dials or writes mail to are not
// among them, nor those that the words of the link are.
void link_list_make(struct arena *arena, const struct brochure *brochure, struct link_list *out);

// Returns the link with that address, NULL when it is not listed.
const struct listed_link *link_list_find(const struct link_list *list, struct str address);

#endif
