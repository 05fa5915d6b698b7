#include "model/theme.h"

#include "model/theme_lengths.h"
#include "model/theme_rule_tables.h"
#include "model/theme_tables.h"

#include <assert.h>
#include <stddef.h>

// A theme that is being decoded.
struct theming {
    struct arena *arena;
    struct diags *diags;
    const struct draft_theme *draft;
    struct theme *theme;
};

static void report_name(struct theming *t, enum diag_code code, const struct node *name,
                        const struct schema_map *map, const char *what)
{
    struct str *names = ARENA_ARRAY(t->arena, struct str, map->count);
    for (size_t i = 0; i < map->count; i++)
        names[i] = map->entries[i].key->text;
    diag_add(t->diags, code, name->span, "the theme has no %s `%.*s`", what, STR_ARGS(name->text));
    if (diag_hint_near(t->diags, name->text, names, map->count))
        return;
    struct str_builder all = str_builder_in(t->arena);
    for (size_t i = 0; i < map->count && i < 20; i++)
        str_addf(&all, "%s%.*s", i == 0 ? "" : ", ", STR_ARGS(names[i]));
    diag_hint(t->diags, "it has %.*s", STR_ARGS(str_built(&all)));
}

// colours

static bool decode_inks(struct theming *t, const struct schema_list *list, const char *key,
                        uint16_t out[4])
{
    const int32_t *percents = list->items;
    bool fits = list->count == 4;
    for (size_t i = 0; fits && i < 4; i++) {
        fits = percents[i] >= 0 && percents[i] <= 100 * LENGTH_ONE_PT;
        out[i] = (uint16_t)length_scale(fits ? percents[i] : 0, 10, LENGTH_ONE_PT);
    }
    if (!fits) {
        diag_add(t->diags, DIAG_BAD_COLOR, list->node->span, "`%s` is four numbers from 0 to 100",
                 key);
        diag_hint(t->diags, "cyan, magenta, yellow and black, for example [95, 45, 40, 45]");
    }
    return fits;
}

static void decode_spot(struct theming *t, const struct draft_spot *draft, struct color *out)
{
    if (draft->name)
        out->spot = draft->name->text;
    out->spot_tint = (uint16_t)(draft->tint > 0 ? draft->tint * 10 : INK_FULL);
    if (draft->fallback.node)
        decode_inks(t, &draft->fallback, "fallback", out->spot_fallback);
}

static void decode_color(struct theming *t, const struct schema_entry *entry, struct color *out)
{
    out->name = entry->key->text;
    out->span = entry->key->span;
    if (!entry->value)
        return;
    const struct schema_any *any = entry->value;
    const struct draft_color *draft = any->type->kind == SCHEMA_OBJECT ? any->value : NULL;
    const struct node *hex = draft ? draft->hex : any->node;
    if (hex && !color_parse_hex(hex->text, out->rgb)) {
        diag_add(t->diags, DIAG_BAD_COLOR, hex->span, "this is no colour: `%.*s`",
                 STR_ARGS(hex->text));
        diag_hint(t->diags, "write six hexadecimal digits in quotes, like \"#0B4A58\"");
    }
    if (draft && draft->cmyk.node)
        out->has_cmyk = decode_inks(t, &draft->cmyk, "cmyk", out->cmyk);
    if (draft && draft->spot.found.node)
        decode_spot(t, &draft->spot, out);
}

static void decode_colors(struct theming *t)
{
    const struct schema_map *map = &t->draft->colors;
    struct color *colors = ARENA_ARRAY(t->arena, struct color, map->count);
    for (size_t i = 0; i < map->count; i++)
        decode_color(t, &map->entries[i], &colors[i]);
    t->theme->colors = colors;
    t->theme->color_count = map->count;
}

static const struct color *find_color(struct theming *t, const struct node *name)
{
    if (!name)
        return NULL;
    for (size_t i = 0; i < t->theme->color_count; i++)
        if (str_equal(t->theme->colors[i].name, name->text))
            return &t->theme->colors[i];
    report_name(t, DIAG_COLOR_UNKNOWN, name, &t->draft->colors, "colour");
    return NULL;
}

static void decode_art(struct theming *t)
{
    const struct schema_map *map = &t->draft->art;
    struct art_color *art = ARENA_ARRAY(t->arena, struct art_color, map->count);
    for (size_t i = 0; i < map->count; i++) {
        const struct node *key = map->entries[i].key;
        if (!color_parse_hex(key->text, art[i].rgb)) {
            diag_add(t->diags, DIAG_BAD_COLOR, key->span, "this is no colour: `%.*s`",
                     STR_ARGS(key->text));
            diag_hint(t->diags, "write six hexadecimal digits in quotes, like \"#0B4A58\"");
        }
        if (map->entries[i].value)
            art[i].color = find_color(t, *(const struct node *const *)map->entries[i].value);
    }
    t->theme->art = art;
    t->theme->art_count = map->count;
}

// fonts and roles

static void decode_fonts(struct theming *t)
{
    const struct schema_map *map = &t->draft->fonts;
    struct theme_font *fonts = ARENA_ARRAY(t->arena, struct theme_font, map->count);
    for (size_t i = 0; i < map->count; i++) {
        if (!map->entries[i].value)
            continue;
        const struct node *family = *(const struct node *const *)map->entries[i].value;
        fonts[t->theme->font_count++] = (struct theme_font){family->text, family->span};
    }
    t->theme->fonts = fonts;
}

static struct str find_family(struct theming *t, const struct node *name)
{
    const struct schema_map *map = &t->draft->fonts;
    if (!name)
        return (struct str){0};
    for (size_t i = 0; i < map->count; i++) {
        if (!str_equal(map->entries[i].key->text, name->text))
            continue;
        const struct node *const *family = map->entries[i].value; // NULL: wrong, which was said
        return family ? (*family)->text : (struct str){0};
    }
    report_name(t, DIAG_FONT_UNKNOWN, name, map, "font");
    return (struct str){0};
}

static uint32_t keys_set(const struct draft_role *draft)
{
    static const struct {
        struct str key;
        uint32_t bit;
    } bits[] = {
        {STR_INIT("font"), ROLE_SETS_FAMILY},       {STR_INIT("weight"), ROLE_SETS_WEIGHT},
        {STR_INIT("italic"), ROLE_SETS_ITALIC},     {STR_INIT("size"), ROLE_SETS_SIZE},
        {STR_INIT("tracking"), ROLE_SETS_TRACKING}, {STR_INIT("color"), ROLE_SETS_COLOR},
        {STR_INIT("rise"), ROLE_SETS_RISE},         {STR_INIT("figures"), ROLE_SETS_FEATURES},
        {STR_INIT("caps"), ROLE_SETS_FEATURES},
    };
    uint32_t set = 0;
    for (size_t i = 0; i < SCHEMA_COUNT(bits); i++)
        if (schema_has(&role_schema, &draft->found, bits[i].key))
            set |= bits[i].bit;
    return set;
}

static uint32_t features(const struct draft_role *draft)
{
    const uint32_t *figures = draft->figures.items;
    uint32_t bits = draft->caps;
    for (size_t i = 0; i < draft->figures.count; i++)
        bits |= figures[i];
    return bits;
}

// A role of block text says everything that has no default.
static void check_complete(struct theming *t, const struct draft_role *draft)
{
    static const struct str needed[] = {STR_INIT("font"),    STR_INIT("weight"), STR_INIT("size"),
                                        STR_INIT("leading"), STR_INIT("base"),   STR_INIT("color")};
    for (size_t i = 0; i < SCHEMA_COUNT(needed); i++) {
        if (schema_has(&role_schema, &draft->found, needed[i]))
            continue;
        struct span span = draft->found.node->span;
        span.end = span.start;
        diag_add(t->diags, DIAG_KEY_MISSING, span, "this role lacks `%.*s`", STR_ARGS(needed[i]));
        diag_hint(t->diags, "roles of whole texts say all of font, weight, size, leading, base and "
                            "color");
    }
}

// The baseline lies in its line's box. Of the two keys, the one is at fault that was given later: a
// theme's file is numbered before those of its bases.
static void check_base(struct theming *t, const struct draft_role *draft)
{
    if (draft->leading == 0 || draft->base <= draft->leading)
        return;
    const struct node *base = node_find(draft->found.node, STR("base"));
    const struct node *leading = node_find(draft->found.node, STR("leading"));
    diag_add(t->diags, DIAG_BAD_LENGTH,
             leading->span.file < base->span.file ? leading->span : base->span,
             "the baseline lies below its line: `base` is more than `leading`");
    diag_hint(t->diags, "`base` is the baseline's distance from the top of the line's box");
}

static void decode_role(struct theming *t, const struct draft_role *draft, struct role *out)
{
    if (!draft->found.node)
        return;
    *out = (struct role){
        .set = keys_set(draft),
        .family = find_family(t, draft->font),
        .weight = (uint16_t)draft->weight,
        .italic = draft->italic,
        .size = draft->size,
        .leading = draft->leading,
        .base = draft->base,
        .tracking = draft->tracking,
        .rise = draft->rise,
        .features = features(draft),
        .color = find_color(t, draft->color),
        .before = draft->space.before,
        .before_least = draft->space.least,
        .before_most = draft->space.most,
        .after = draft->space.after,
        .rule_above = draft->rule.width,
        .rule_gap = draft->rule.gap,
        .rule_color = find_color(t, draft->rule.color),
        .indent = draft->indent,
        .in_margin = draft->place,
        .run_in = draft->run_in,
        .align = draft->align,
        .hyphenate = draft->hyphenate,
        .span = draft->found.node->span,
    };
    check_base(t, draft);
}

static void decode_roles(struct theming *t)
{
    for (size_t i = 0; i < roles_schema.field_count; i++) {
        const struct schema_field *field = &roles_schema.fields[i];
        size_t role =
            (field->offset - offsetof(struct draft_roles, items)) / sizeof(struct draft_role);
        assert(role < ROLE_COUNT);
        const struct draft_role *draft = &t->draft->roles.items[role];
        decode_role(t, draft, &t->theme->roles[role]);
        if (field->flags & SCHEMA_REQUIRED && draft->found.node)
            check_complete(t, draft);
    }
}

// page, lists, references

static void decode_page(struct theming *t)
{
    const struct draft_theme_page *draft = &t->draft->page;
    t->theme->page = (struct page_look){
        .top = draft->margins.top,
        .bottom = draft->margins.bottom,
        .inner = draft->margins.inner,
        .outer = draft->margins.outer,
        .gutter = draft->gutter,
        .last_page = draft->last_page,
        .grid = draft->grid,
        .foot_grid = draft->grid,
        .head_baseline = draft->head_baseline,
        .foot_baseline = draft->foot_baseline,
        .single_column = draft->single_column,
        .measure = draft->measure,
        .columns = draft->columns,
        .mirrored = draft->mirrored,
        .margin = {draft->margin.width, draft->margin.gutter, draft->margin.least},
    };
}

static void decode_bullets(struct theming *t, struct list_look *list)
{
    const struct schema_list *bullets = &t->draft->lists.bullets;
    const struct draft_bullet *drafts = bullets->items;
    if (bullets->count > SCHEMA_COUNT(list->bullets)) {
        diag_add(t->diags, DIAG_WRONG_TYPE, bullets->node->items[3]->span,
                 "bullets have three depths at most");
        diag_hint(t->diags, "deeper lists are marked as the third");
    }
    for (size_t i = 0; bullets->count > 0 && i < SCHEMA_COUNT(list->bullets); i++) {
        const struct draft_bullet *draft = &drafts[i < bullets->count ? i : bullets->count - 1];
        list->bullets[i] =
            (struct bullet){draft->mark,  draft->width,  draft->height,
                            draft->inset, draft->centre, find_color(t, draft->color)};
    }
}

static void decode_lists(struct theming *t)
{
    const struct draft_lists *draft = &t->draft->lists;
    struct list_look *list = &t->theme->list;
    list->before = draft->space.before;
    list->after = draft->space.after;
    list->hang = draft->hang;
    list->number_width = draft->number_width;
    list->number_gap = draft->number_gap;
    list->item_gap = draft->item_gap;
    list->loose_item_gap = draft->loose_item_gap;
    decode_bullets(t, list);
}

static void decode_references(struct theming *t)
{
    const struct draft_reference_look *draft = &t->draft->references;
    t->theme->references = (struct reference_look){
        .citations = (enum citation_form)draft->citations,
        .columns = draft->columns,
        .number_width = draft->number_width,
        .number_gap = draft->number_gap,
        .entry_gap = draft->entry_gap,
        .whole = draft->whole,
    };
    t->theme->control_label = t->draft->control.label_width;
}

static const struct color *find_block_color(void *context, const struct node *name)
{
    return find_color(context, name);
}

static void decode_blocks(struct theming *t)
{
    struct color_finder finder = {find_block_color, t};
    t->theme->blocks = t->draft->blocks;
    theme_blocks_resolve(&theme_blocks_schema, &t->theme->blocks, &finder);
    t->theme->furniture = t->draft->furniture;
    theme_blocks_resolve(&furniture_schema, &t->theme->furniture, &finder);
}

// The grid is a unit of the lengths that are read beside it. Where it is wrong or missing, which is
// told by itself, they are no faults.
static length read_grid(const struct node *root)
{
    length grid = 0;
    const struct node *page = root->kind == NODE_MAPPING ? node_find(root, STR("page")) : NULL;
    const struct node *node =
        page && page->kind == NODE_MAPPING ? node_find(page, STR("grid")) : NULL;
    bool read = node && node->kind == NODE_SCALAR && length_parse(node->text, true, &grid);
    return read && grid > 0 && grid <= LENGTH_PT(THEME_LARGEST_GRID) ? grid : LENGTH_ONE_PT;
}

bool theme_decode(struct arena *arena, struct str name, const struct node *root,
                  struct diags *diags, const struct theme **out)
{
    size_t errors_before = diags->error_count;
    struct draft_theme draft = {0};
    struct schema_reader reader = {.arena = arena, .diags = diags, .grid = read_grid(root)};
    if (!schema_read_object(&reader, &theme_schema, root, &draft))
        return false;
    struct theming t = {arena, diags, &draft, ARENA_NEW(arena, struct theme)};
    t.theme->name = name;
    decode_fonts(&t);
    decode_colors(&t);
    decode_art(&t);
    decode_page(&t);
    decode_roles(&t);
    decode_lists(&t);
    decode_references(&t);
    decode_blocks(&t);
    theme_rules_decode(diags, &draft.rules, t.theme->rules);
    *out = t.theme;
    return diags->error_count == errors_before;
}
