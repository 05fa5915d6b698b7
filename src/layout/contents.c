#include "layout/contents.h"

#include "layout/emit.h"
#include "layout/words.h"

#include <assert.h>

struct contents_setting {
    uint32_t levels;
    length measure;
};

struct contents_entry {
    struct str title;
    uint32_t level;
    uint32_t destination;
    struct span span;
};

static enum role_id role_of(uint32_t level)
{
    return level == 1 ? ROLE_CONTENTS_1 : ROLE_CONTENTS_2;
}

// The room that the number takes: of three figures, so that it need not be known yet.
static length number_room(struct layout *layout, enum role_id role)
{
    struct runs runs = {0};
    runs_add_part(layout, &runs, STR("000 "), (struct part_roles){role, ROLE_CONTENTS_NUMBER},
                  TAG_NONE);
    return runs_width(layout, &runs, role);
}

static tag_id add_link(struct layout *layout, struct span span, tag_id list)
{
    struct tag_tree *tags = &layout->pages->tags;
    tag_id item = tag_add(tags, list, TAG_TOCI, span);
    return tag_add(tags, tag_add(tags, item, TAG_REFERENCE, span), TAG_LINK, span);
}

static void add_number(struct layout *layout, const struct run_meaning *meaning, enum role_id role,
                       length measure, struct row *row)
{
    struct part *part = part_add(layout, &row->parts, PART_PAGE);
    part->after_line = true;
    part->on_baseline = true;
    part->x = measure;
    part->as.page.meaning = *meaning;
    part->as.page.meaning.leaf =
        tag_add(&layout->pages->tags, meaning->link, TAG_CONTENT, meaning->span);
    part->as.page.role = role;
    const struct role *number = &layout->theme->roles[ROLE_CONTENTS_NUMBER];
    if (number->set & ROLE_SETS_COLOR)
        part->as.page.meaning.color = number->color;
}

static void add_rule(struct layout *layout, const struct row_place *place, struct row *row)
{
    const struct look_contents *look = &layout->theme->blocks.contents;
    struct point at = {place->indent, row->height + look->rule_drop - look->rule.width / 2};
    rows_rule(layout, &look->rule, at, place->measure - place->indent, &row->parts);
    row->height += look->rule_drop + look->foot;
}

static void add_entry(struct layout *layout, const struct contents_entry *entry, tag_id list,
                      const struct contents_setting *setting)
{
    enum role_id role = role_of(entry->level);
    struct row_place place = {
        .role = role,
        .indent = (length)(entry->level - 1) * layout->theme->blocks.contents.indent,
        .measure = setting->measure,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    struct runs runs = {0};
    struct item_link target = {.target = entry->destination, .contents = entry->title};
    // The space parts the title from its number for who listens.
    struct str title = str_format(layout->arena, "%.*s\xC2\xA0", STR_ARGS(entry->title));
    runs_add_link(layout, &runs, title, (struct part_roles){role, role},
                  (struct run_link){add_link(layout, entry->span, list), target, entry->span});
    length measure = place.measure - place.indent - number_room(layout, role);
    const struct text_block *block = runs_set(layout, &runs, role, measure);
    if (!block)
        return;
    size_t first = layout->rows.count;
    rows_add_text(layout, block, &place);
    for (size_t i = first; i < layout->rows.count; i++)
        layout->rows.items[i].measure = measure; // the text leaves room for the number
    struct row *last = &layout->rows.items[layout->rows.count - 1];
    add_number(layout, &block->meanings[0], role, setting->measure, last);
    add_rule(layout, &place, last);
}

static void add_entries(struct layout *layout, const struct section *sections, size_t count,
                        tag_id list, const struct contents_setting *setting)
{
    for (size_t i = 0; i < count; i++) {
        if (sections[i].heading.level > setting->levels)
            continue;
        const struct heading *heading = &sections[i].heading;
        const struct named_place *named = map_find(&layout->places, heading->id);
        struct contents_entry entry = {heading->plain, heading->level, named->destination,
                                       heading->text.span};
        add_entry(layout, &entry, list, setting);
        add_entries(layout, sections[i].sections, sections[i].section_count, list, setting);
    }
}

static void add_list_entry(struct layout *layout, enum term term, uint32_t destination, tag_id list,
                           const struct contents_setting *setting)
{
    struct contents_entry entry = {layout_word(layout, term), 1, destination, (struct span){0}};
    add_entry(layout, &entry, list, setting);
}

void contents_add(struct layout *layout, tag_id parent)
{
    const struct brochure *brochure = layout->brochure;
    if (brochure->contents == 0)
        return;
    struct tag_tree *tags = &layout->pages->tags;
    tag_id section = tag_add(tags, parent, TAG_SECT, (struct span){0});
    struct str title = layout_word(layout, TERM_CONTENTS);
    tags->items[section].title = title;
    struct runs runs = {0};
    struct contents_setting setting = {brochure->contents, layout->region.measure};
    struct row_place place = {
        .role = ROLE_HEADING_1,
        .measure = setting.measure,
        .destination = NO_DESTINATION,
        .keep_whole = true,
    };
    runs_add_plain(layout, &runs, title, ROLE_HEADING_1,
                   tag_add(tags, section, TAG_H1, (struct span){0}));
    size_t first = layout->rows.count;
    layout->running = title;
    rows_add_runs(layout, &runs, &place);
    tag_id list = tag_add(tags, section, TAG_TOC, (struct span){0});
    add_entries(layout, brochure->sections, brochure->section_count, list, &setting);
    if (layout->links.count > 0)
        add_list_entry(layout, TERM_WEB_ADDRESSES, layout->link_list, list, &setting);
    if (brochure->reference_count > 0)
        add_list_entry(layout, TERM_REFERENCES, references_destination(layout), list, &setting);
    rows_keep(layout, first, false);
}

// numbers

static void fill_in(struct layout *layout, const struct open_number *open)
{
    const struct page_list *pages = layout->pages;
    struct runs runs = {0};
    uint32_t index = pages->destinations[open->part->as.page.meaning.target.target].page;
    runs_add_part(layout, &runs, str_format(layout->arena, "%u", (unsigned)index + 1),
                  (struct part_roles){open->part->as.page.role, ROLE_CONTENTS_NUMBER}, TAG_NONE);
    const struct text_block *block =
        runs_set(layout, &runs, open->part->as.page.role, layout->frame.width);
    if (!block)
        return;
    assert(block->lines.items[0].piece_count == 1); // figures of one font
    emit_open_number(layout, open, &block->lines.items[0]);
}

void contents_number(struct layout *layout)
{
    for (size_t i = 0; i < layout->open_numbers.count; i++)
        fill_in(layout, &layout->open_numbers.items[i]);
}
