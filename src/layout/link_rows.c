#include "layout/link_rows.h"

#include "layout/address.h"
#include "layout/matter.h"
#include "layout/qr_rows.h"
#include "layout/words.h"

// The list as it is being made.
struct link_setting {
    tag_id list;
    bool symbols;
    struct label_place label;
    struct row_place place;
};

// Letters have the room of an ordered list's numbers, or what the widest needs.
static length label_width(struct layout *layout, const struct label_place *label)
{
    length widest = layout->theme->list.number_width;
    for (size_t i = 0; i < layout->links.count; i++) {
        struct runs runs = {0};
        runs_add_part(layout, &runs,
                      str_format(layout->arena, "%.*s.", STR_ARGS(layout->links.items[i]->mark)),
                      (struct part_roles){label->role, label->part}, TAG_NONE);
        widest = length_larger(widest, runs_width(layout, &runs, label->role));
    }
    return widest;
}

// All symbols begin at one edge, behind the light that the largest zone needs.
static length quiet_zone(struct layout *layout)
{
    length widest = 0;
    for (size_t i = 0; i < layout->links.count; i++) {
        const struct listed_link *link = layout->links.items[i];
        const struct qr_address address = {link->address, link->span};
        widest = length_larger(widest, qr_quiet_zone(layout, &address));
    }
    return widest;
}

static struct link_setting setting_of(struct layout *layout, tag_id list, length measure)
{
    struct link_setting setting = {
        .list = list,
        .symbols = layout->job->links == LINKS_QR,
        .label = {.role = ROLE_BODY, .part = ROLE_LIST_NUMBER, .align_end = true},
        .place = {.role = ROLE_BODY,
                  .measure = measure,
                  .destination = NO_DESTINATION,
                  .keep_whole = true},
    };
    length gap = layout->theme->list.number_gap;
    if (setting.symbols) {
        gap = length_larger(gap, quiet_zone(layout));
        setting.label.on_top = true; // beside a symbol there is no line
    }
    setting.label.width = label_width(layout, &setting.label);
    setting.place.indent = setting.label.width + gap;
    return setting;
}

static void add_link(struct layout *layout, const struct link_setting *setting,
                     const struct listed_link *link)
{
    struct tag_tree *tags = &layout->pages->tags;
    struct row_place place = setting->place;
    struct label_place label = setting->label;
    tag_id item = tag_add(tags, setting->list, TAG_LI, link->span);
    label.parent = tag_add(tags, item, TAG_LBL, link->span);
    rows_label(layout, str_format(layout->arena, "%.*s.", STR_ARGS(link->mark)), &label,
               &place.parts);
    place.parent = tag_add(tags, item, TAG_LBODY, link->span);
    if (setting->symbols) {
        const struct qr_block qr = {.url = link->address, .url_span = link->span};
        qr_rows_add_symbol(layout, &qr, &place);
    } else {
        const struct address address = {link->address, STR_INIT(""), link->span};
        address_add(layout, &address, &place);
    }
}

// As in other lists, items stand apart where one of them is long.
static void space_links(struct layout *layout, size_t first)
{
    struct row *rows = layout->rows.items;
    bool loose = layout->rows.count - first > layout->links.count;
    length gap = loose ? layout->theme->list.loose_item_gap : layout->theme->list.item_gap;
    for (size_t i = first + 1; i < layout->rows.count; i++)
        if (rows[i].parts.first)
            rows[i].gap = gap;
}

void link_rows_add(struct layout *layout)
{
    struct tag_tree *tags = &layout->pages->tags;
    if (layout->links.count == 0)
        return;
    tag_id section = tag_add(tags, 0, TAG_SECT, (struct span){0});
    matter_add_heading(layout, TERM_WEB_ADDRESSES, section, layout->link_list);
    tag_id list = tag_add(tags, section, TAG_L, (struct span){0});
    tags->items[list].numbering = NUMBERING_LETTERS;
    struct region region = matter_list_region(layout);
    struct link_setting setting = setting_of(layout, list, region.measure);
    for (size_t i = 0; i < layout->links.count; i++)
        add_link(layout, &setting, layout->links.items[i]);
    if (!setting.symbols)
        space_links(layout, region.start);
    region_add(layout, region);
}
