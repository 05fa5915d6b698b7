#include "page/page_dump.h"

#include "page/page_account.h"

static void add_length(struct str_builder *out, length value)
{
    str_add_byte(out, ' ');
    length_format(out, value, 2);
}

static void add_box(struct str_builder *out, const struct box *box)
{
    add_length(out, box->x);
    add_length(out, box->y);
    add_length(out, box->width);
    add_length(out, box->height);
}

void dump_add_quoted(struct str_builder *out, struct str text)
{
    str_add(out, STR(" \""));
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '"' || text.data[i] == '\\')
            str_add_byte(out, '\\');
        if (text.data[i] == '\n')
            str_add(out, STR("\\n"));
        else
            str_add_byte(out, text.data[i]);
    }
    str_add_byte(out, '"');
}

static void add_artifact(struct str_builder *out, enum artifact artifact)
{
    switch (artifact) {
    case ARTIFACT_NONE: break;
    case ARTIFACT_LAYOUT: str_add(out, STR(" layout")); break;
    case ARTIFACT_HEADER: str_add(out, STR(" header")); break;
    case ARTIFACT_FOOTER: str_add(out, STR(" footer")); break;
    case ARTIFACT_BACKGROUND: str_add(out, STR(" background")); break;
    case ARTIFACT_PAGE: str_add(out, STR(" mark")); break;
    }
}

static void dump_glyphs(const struct page_item *item, struct str_builder *out)
{
    const struct item_glyphs *glyphs = &item->as.glyphs;
    str_add(out, STR("  text"));
    add_length(out, glyphs->origin.x);
    add_length(out, glyphs->origin.y);
    add_length(out, item->box.width);
    str_addf(out, " %.*s", STR_ARGS(glyphs->font->postscript_name));
    add_length(out, glyphs->size);
    str_addf(out, " %.*s", STR_ARGS(item->color->name));
    dump_add_quoted(out, glyphs->text);
}

static void dump_link(const struct page_list *list, const struct page_item *item,
                      struct str_builder *out)
{
    const struct item_link *link = &item->as.link;
    str_add(out, STR("  link"));
    add_box(out, &item->box);
    if (link->uri.len > 0)
        str_addf(out, " <%.*s>", STR_ARGS(link->uri));
    else
        str_addf(out, " #%.*s", STR_ARGS(list->destinations[link->target].name));
    dump_add_quoted(out, link->contents);
}

static void add_point(struct str_builder *out, struct point point)
{
    add_length(out, point.x);
    add_length(out, point.y);
}

static void add_paint(struct str_builder *out, const char *what, const struct paint *paint)
{
    switch (paint->kind) {
    case PAINT_NONE: return;
    case PAINT_SOLID: str_addf(out, " %s %.*s", what, STR_ARGS(paint->color->name)); break;
    case PAINT_GRADIENT:
        str_addf(out, " %s %s", what, paint->gradient->radial ? "radial" : "linear");
        add_point(out, paint->gradient->origin);
        break;
    }
    if (paint->alpha < DRAWING_OPAQUE)
        str_addf(out, "/%u", (unsigned)paint->alpha);
}

static void dump_path(const struct page_item *item, struct str_builder *out)
{
    const struct path_look *look = item->as.path.look;
    str_add(out, STR("  path"));
    add_box(out, &item->box);
    if (!look) {
        str_addf(out, " %.*s", STR_ARGS(item->color->name));
        return;
    }
    add_paint(out, look->even_odd ? "fill*" : "fill", &look->fill);
    add_paint(out, "stroke", &look->stroke.paint);
    if (look->stroke.paint.kind != PAINT_NONE)
        add_length(out, look->stroke.width);
    if (look->stroke.dash_count > 0)
        str_add(out, STR(" dashed"));
}

static void dump_group(const struct page_item *item, struct str_builder *out)
{
    const struct item_group *group = &item->as.group;
    str_add(out, STR("  group"));
    add_box(out, &item->box);
    if (group->alpha < DRAWING_OPAQUE)
        str_addf(out, "/%u", (unsigned)group->alpha);
    if (group->clip)
        str_addf(out, " clip%s %zu", group->clip->even_odd ? "*" : "", group->clip->count);
    if (group->placement) {
        str_add(out, STR(" by"));
        add_length(out, group->placement->a);
        add_length(out, group->placement->b);
        add_length(out, group->placement->c);
        add_length(out, group->placement->d);
        add_point(out, group->placement->shift);
    }
    str_addf(out, " (%zu)", group->count);
}

static void dump_image(const struct page_item *item, struct str_builder *out)
{
    const struct picture *picture = item->as.image.picture;
    str_add(out, STR("  image"));
    add_box(out, &item->box);
    str_addf(out, " %u x %u", (unsigned)picture->pixel_width, (unsigned)picture->pixel_height);
    dump_add_quoted(out, picture->path);
}

static void dump_item(const struct page_list *list, const struct page_item *item, size_t depth,
                      struct str_builder *out)
{
    for (size_t i = 0; i < depth; i++)
        str_add(out, STR("  "));
    switch (item->kind) {
    case ITEM_GLYPHS: dump_glyphs(item, out); break;
    case ITEM_PATH: dump_path(item, out); break;
    case ITEM_LINK: dump_link(list, item, out); break;
    case ITEM_GROUP: dump_group(item, out); break;
    case ITEM_IMAGE: dump_image(item, out); break;
    }
    add_artifact(out, item->artifact);
    str_add_byte(out, '\n');
    // As deep as page_check and the drawing allow.
    if (item->kind == ITEM_GROUP)
        for (size_t i = 0; i < item->as.group.count; i++)
            dump_item(list, &item->as.group.items[i], depth + 1, out);
}

void page_dump(const struct page_list *list, struct str_builder *out)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct page *page = &list->pages[i];
        str_addf(out, "page %zu", i + 1);
        add_length(out, page->width);
        add_length(out, page->height);
        str_add_byte(out, '\n');
        page_account_dump(list, page, out);
        for (size_t j = 0; j < page->count; j++)
            dump_item(list, &page->items[j], 0, out);
    }
}

static const char *numbering_name(enum list_numbering numbering)
{
    switch (numbering) {
    case NUMBERING_NONE: return "None";
    case NUMBERING_DISC: return "Disc";
    case NUMBERING_DECIMAL: return "Decimal";
    case NUMBERING_LETTERS: return "Letters";
    case NUMBERING_UNORDERED: return "Unordered";
    case NUMBERING_DESCRIPTION: return "Description";
    }
    return "";
}

static void dump_tag(const struct tag *tag, struct str_builder *out)
{
    str_addf(out, "%s", tag_kind_name(tag->kind));
    if (tag->kind == TAG_L)
        str_addf(out, " %s", numbering_name(tag->numbering));
    if (tag->language.len > 0)
        str_addf(out, " lang=%.*s", STR_ARGS(tag->language));
    if (tag->expansion.len > 0) {
        str_add(out, STR(" expansion"));
        dump_add_quoted(out, tag->expansion);
    }
    if (tag->actual.len > 0) {
        str_add(out, STR(" read"));
        dump_add_quoted(out, tag->actual);
    }
    if (tag->alt.len > 0) {
        str_add(out, STR(" alt"));
        dump_add_quoted(out, tag->alt);
    }
}

// What each content leaf says: its items' texts joined, over lines and pages.
static const struct str *leaf_texts(const struct page_list *list)
{
    struct str_builder *builders = ARENA_ARRAY(list->arena, struct str_builder, list->tags.count);
    for (size_t i = 0; i < list->count; i++) {
        for (size_t j = 0; j < list->pages[i].count; j++) {
            const struct page_item *item = &list->pages[i].items[j];
            if (item->kind != ITEM_GLYPHS || item->tag == TAG_NONE)
                continue;
            builders[item->tag].arena = list->arena;
            str_add(&builders[item->tag], item->as.glyphs.text);
        }
    }
    struct str *texts = ARENA_ARRAY(list->arena, struct str, list->tags.count);
    for (size_t i = 0; i < list->tags.count; i++)
        texts[i] = str_built(&builders[i]);
    return texts;
}

void tag_dump(const struct page_list *list, struct str_builder *out)
{
    const struct str *texts = leaf_texts(list);
    const struct tag *tags = list->tags.items;
    uint32_t depth = 0;
    for (tag_id id = 0; id != TAG_NONE;) {
        for (uint32_t i = 0; i < depth; i++)
            str_add(out, STR("  "));
        dump_tag(&tags[id], out);
        if (tags[id].kind == TAG_CONTENT)
            dump_add_quoted(out, texts[id]);
        str_add_byte(out, '\n');
        if (tags[id].first != TAG_NONE) {
            id = tags[id].first;
            depth++;
            continue;
        }
        while (id != TAG_NONE && tags[id].next == TAG_NONE) {
            id = tags[id].parent;
            depth--;
        }
        id = id == TAG_NONE ? id : tags[id].next;
    }
}
