#include "layout/entries.h"

#include "layout/address.h"

// contacts

static void add_head(struct layout *layout, const struct row_place *place, length gap)
{
    const struct look_rule *rule = &layout->theme->blocks.contacts.rule;
    struct row *row = row_add_space(layout, rule->gap);
    row->gap = gap;
    rows_rule(layout, rule, (struct point){place->indent, 0}, place->measure - place->indent,
              &row->parts);
    block_ends(layout, 0);
}

static void add_contact_text(struct layout *layout, const struct contact *contact,
                             struct row_place place)
{
    const struct address addresses[] = {
        {contact->phone, STR_INIT("tel:"), contact->phone_span},
        {contact->email, STR_INIT("mailto:"), contact->email_span},
        {contact->web, STR_INIT(""), contact->web_span},
    };
    enum role_id role = place.role;
    place.role = ROLE_CONTACT_NAME;
    rows_add_inline(layout, &contact->name, TAG_P, &place);
    for (size_t i = 0; i < 3; i++) {
        place.role = i == 0 ? ROLE_CONTACT_NUMBER : role;
        block_leads(layout, 0);
        address_add(layout, &addresses[i], &place);
    }
    place.role = role;
    block_leads(layout, 0);
    if (contact->hours.first)
        rows_add_inline(layout, &contact->hours, TAG_P, &place);
}

void entries_add_contacts(struct layout *layout, const struct block *block,
                          const struct row_place *place)
{
    const struct contacts *contacts = &block->as.contacts;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id list = tag_add(tags, place->parent, TAG_L, block->span);
    const struct look_space *space = &layout->theme->blocks.contacts.space;
    length gap = panel_gap(layout, space->before);
    struct row_place inner = *place;
    for (size_t i = 0; i < contacts->count; i++) {
        size_t first = layout->rows.count;
        tag_id item = tag_add(tags, list, TAG_LI, contacts->items[i].span);
        inner.parent = tag_add(tags, item, TAG_LBODY, contacts->items[i].span);
        inner.parts = (struct parts){0};
        add_head(layout, place, i == 0 ? gap : 0);
        add_contact_text(layout, &contacts->items[i], inner);
        row_add_space(layout, layout->theme->blocks.contacts.foot);
        rows_keep(layout, first, false);
    }
    block_ends(layout, space->after);
}

// definitions

static void add_definition(struct layout *layout, const struct definition *definition, tag_id list,
                           const struct row_place *place)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct runs runs = {0};
    tag_id item = tag_add(tags, list, TAG_LI, definition->term.span);
    tag_id label = tag_add(tags, item, TAG_LBL, definition->term.span);
    runs_add_inline_part(layout, &runs, &definition->term,
                         (struct part_roles){place->role, ROLE_TERM}, label);
    runs_add_gap(layout, &runs, layout->theme->blocks.definitions.gap, place->role, label);
    tag_id body = tag_add(tags, item, TAG_LBODY, definition->meaning.span);
    runs_add_inline(layout, &runs, &definition->meaning, place->role, body);
    rows_add_runs(layout, &runs, place);
}

void entries_add_definitions(struct layout *layout, const struct block *block,
                             const struct row_place *place)
{
    const struct definitions *definitions = &block->as.definitions;
    tag_id list = tag_add(&layout->pages->tags, place->parent, TAG_L, block->span);
    const struct look_definitions *look = &layout->theme->blocks.definitions;
    layout->pages->tags.items[list].numbering = NUMBERING_DESCRIPTION;
    struct row_place inner = *place;
    inner.gap = look->space.before;
    for (size_t i = 0; i < definitions->count; i++) {
        size_t first = layout->rows.count;
        add_definition(layout, &definitions->items[i], list, &inner);
        if (i > 0 && first < layout->rows.count)
            layout->rows.items[first].gap = look->item_gap;
        inner.parts = (struct parts){0};
        inner.destination = NO_DESTINATION;
    }
    block_ends(layout, look->space.after);
}
