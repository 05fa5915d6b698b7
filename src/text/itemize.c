#include "text/itemize.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/shape.h"

#include <assert.h>
#include <hb.h>

enum { LONGEST_CLUSTER = 16 }; // code points of a base and its marks that are looked at together

struct cluster {
    uint32_t code_points[LONGEST_CLUSTER];
    size_t count;
    size_t start, end; // bytes
};

struct itemizer {
    struct arena *arena;
    const struct itemize_job *job;
    struct diags *diags;
    hb_unicode_funcs_t *unicode;
    struct items *out;
    uint32_t run;
    const struct font *primary; // the run's own face
    uint32_t script;            // of the newest character that has one
    bool good;
};

static uint32_t script_of(const struct itemizer *itemizer, uint32_t code_point)
{
    if (code_point < 0x80) {
        uint32_t letter = code_point | 0x20;
        return letter >= 'a' && letter <= 'z' ? HB_SCRIPT_LATIN : HB_SCRIPT_COMMON;
    }
    return hb_unicode_script(itemizer->unicode, code_point);
}

static bool is_mark(const struct itemizer *itemizer, uint32_t code_point)
{
    if (code_point < 0x300)
        return false;
    bool joins = code_point == 0x200D || code_point == 0x200C ||
                 (code_point >= 0xFE00 && code_point <= 0xFE0F);
    hb_unicode_general_category_t category =
        hb_unicode_general_category(itemizer->unicode, code_point);
    return joins || category == HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK ||
           category == HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK;
}

// What needs no glyph: default ignorables, and spaces and hyphens that HarfBuzz makes from others.
static bool needs_no_glyph(uint32_t code_point)
{
    return code_point < 0x20 || code_point == 0xA0 || code_point == 0xAD ||
           (code_point >= 0x2000 && code_point <= 0x200F) || code_point == 0x2011 ||
           (code_point >= 0x2028 && code_point <= 0x202F) ||
           (code_point >= 0x205F && code_point <= 0x206F) ||
           (code_point >= 0xFE00 && code_point <= 0xFE0F) || code_point == 0xFEFF;
}

static bool composes(const struct itemizer *itemizer, const struct font *font, uint32_t base,
                     uint32_t mark)
{
    hb_codepoint_t composed;
    return hb_unicode_compose(itemizer->unicode, base, mark, &composed) &&
           font_covers(font, composed);
}

static bool covers(const struct itemizer *itemizer, const struct font *font,
                   const struct cluster *cluster)
{
    for (size_t i = 0; i < cluster->count; i++) {
        uint32_t code_point = cluster->code_points[i];
        if (needs_no_glyph(code_point) || font_covers(font, code_point))
            continue;
        if (i == 0 || !composes(itemizer, font, cluster->code_points[0], code_point))
            return false;
    }
    return true;
}

static struct span span_of(const struct itemizer *itemizer, const struct cluster *cluster)
{
    const struct text_run *run = &itemizer->job->runs[itemizer->run];
    uint32_t base = itemizer->job->run_starts[itemizer->run];
    if (run->map.count == 0)
        return run->span;
    return srcmap_span(&run->map, (uint32_t)cluster->start - base, (uint32_t)cluster->end - base);
}

static void say_missing(struct itemizer *itemizer, const struct cluster *cluster,
                        const struct family_list *tried)
{
    struct str text = str_slice(itemizer->job->text, cluster->start, cluster->end);
    diag_add(itemizer->diags, DIAG_GLYPH_MISSING, span_of(itemizer, cluster),
             "no font has a glyph for U+%04X '%.*s'", cluster->code_points[0], STR_ARGS(text));
    const struct text_style *style = itemizer->job->runs[itemizer->run].style;
    struct str_builder names = str_builder_in(itemizer->arena);
    str_add(&names, itemizer->primary->family);
    for (size_t i = 0; i < tried->count; i++) {
        const struct family *family = tried->items[i];
        bool open = typesetter_fallback_face(itemizer->job->typesetter, family, style,
                                             itemizer->diags) != NULL;
        str_addf(&names, ", %.*s", STR_ARGS(family->name));
        if (!open)
            str_addf(&names, " (not installed: package %.*s)", STR_ARGS(family->package));
    }
    diag_hint(itemizer->diags,
              "tried %.*s; use another character, or add a family to fonts/families.yaml",
              STR_ARGS(str_built(&names)));
    itemizer->good = false;
}

// Returns the font, or the whole one that it was reduced from, when it covers the cluster.
static const struct font *covering(struct itemizer *itemizer, const struct font *font,
                                   const struct cluster *cluster)
{
    if (!font || covers(itemizer, font, cluster))
        return font;
    const struct font *whole = typesetter_whole_face(itemizer->job->typesetter, font,
                                                     span_of(itemizer, cluster), itemizer->diags);
    return whole && covers(itemizer, whole, cluster) ? whole : NULL;
}

static const struct font *fallback_font(struct itemizer *itemizer, const struct cluster *cluster,
                                        uint32_t script)
{
    struct typesetter *typesetter = itemizer->job->typesetter;
    const struct text_style *style = itemizer->job->runs[itemizer->run].style;
    const struct font *font = covering(itemizer, itemizer->primary, cluster);
    if (font)
        return font;
    const struct family_list *chain =
        typesetter_fallback(typesetter, script, style->language, itemizer->primary->serif);
    for (size_t i = 0; !font && i < chain->count; i++)
        font = covering(
            itemizer, typesetter_fallback_face(typesetter, chain->items[i], style, itemizer->diags),
            cluster);
    if (!font)
        say_missing(itemizer, cluster, chain);
    return font;
}

static enum item_kind kind_of(uint32_t code_point)
{
    if (code_point == '\n' || code_point == 0x2028)
        return ITEM_BREAK;
    return code_point == ' ' || code_point == 0xA0 || code_point == '\t' ? ITEM_SPACE : ITEM_WORD;
}

// Common characters go with the script around them: before, or at a text's start, after.
static uint32_t resolved_script(struct itemizer *itemizer, uint32_t code_point)
{
    uint32_t script = script_of(itemizer, code_point);
    if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED && script != HB_SCRIPT_UNKNOWN)
        itemizer->script = script;
    return itemizer->script;
}

static void add_cluster(struct itemizer *itemizer, const struct cluster *cluster)
{
    const uint8_t *levels = itemizer->job->levels;
    struct item item = {
        .start = (uint32_t)cluster->start,
        .end = (uint32_t)cluster->end,
        .run = itemizer->run,
        .kind = kind_of(cluster->code_points[0]),
        .script = resolved_script(itemizer, cluster->code_points[0]),
        .level = levels ? levels[cluster->start] : 0,
    };
    struct items *out = itemizer->out;
    struct item *last = out->count > 0 ? &out->items[out->count - 1] : NULL;
    bool goes_on = last && last->run == item.run && last->kind == item.kind &&
                   last->kind == ITEM_WORD && last->level == item.level;
    bool blank = item.kind != ITEM_WORD || needs_no_glyph(cluster->code_points[0]);
    if (blank && cluster->count == 1)
        item.font = goes_on ? last->font : itemizer->primary;
    else if (covers(itemizer, itemizer->primary, cluster))
        item.font = itemizer->primary;
    else if (goes_on && covers(itemizer, last->font, cluster))
        item.font = last->font;
    else
        item.font = fallback_font(itemizer, cluster, item.script);
    if (!item.font)
        return;
    if (goes_on && last->font == item.font && last->script == item.script)
        last->end = item.end;
    else
        *VEC_PUSH(itemizer->arena, out) = item;
}

static struct cluster next_cluster(const struct itemizer *itemizer, size_t at, size_t end)
{
    struct str text = itemizer->job->text;
    struct cluster cluster = {.start = at};
    while (at < end && cluster.count < LONGEST_CLUSTER) {
        size_t before = at;
        uint32_t code_point = utf8_decode(text.data, end, &at);
        assert(code_point != UTF8_INVALID);
        if (cluster.count > 0 && !is_mark(itemizer, code_point)) {
            at = before;
            break;
        }
        cluster.code_points[cluster.count++] = code_point;
        if (code_point < 0x80 && (at == end || (unsigned char)text.data[at] < 0x80))
            break; // no mark can follow
    }
    cluster.end = at;
    return cluster;
}

static uint32_t first_script(const struct itemizer *itemizer)
{
    struct str text = itemizer->job->text;
    for (size_t at = 0; at < text.len;) {
        uint32_t script = script_of(itemizer, utf8_decode(text.data, text.len, &at));
        if (script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED)
            return script;
    }
    return HB_SCRIPT_LATIN;
}

static bool feature_is_there(struct itemizer *itemizer, const struct text_run *run)
{
    // Lining, tabular and old-style figures may be a font's only ones; small capitals never are.
    if (!(run->style->features & TEXT_SMALL_CAPS) ||
        shape_has_feature(itemizer->primary, TEXT_SMALL_CAPS))
        return true;
    diag_add(itemizer->diags, DIAG_FEATURE_MISSING, run->span,
             "the font %.*s has no small capitals", STR_ARGS(itemizer->primary->postscript_name));
    diag_hint(itemizer->diags, "they are never made by shrinking: take another family or role");
    return false;
}

static void itemize_run(struct itemizer *itemizer, uint32_t index)
{
    const struct text_run *run = &itemizer->job->runs[index];
    itemizer->run = index;
    struct face_request request = {run->style->family, run->style->weight, run->style->italic,
                                   run->span};
    itemizer->primary = typesetter_face(itemizer->job->typesetter, &request, itemizer->diags);
    if (!itemizer->primary || !feature_is_there(itemizer, run)) {
        itemizer->good = false;
        return;
    }
    size_t end = itemizer->job->run_starts[index + 1];
    for (size_t at = itemizer->job->run_starts[index]; at < end;) {
        struct cluster cluster = next_cluster(itemizer, at, end);
        add_cluster(itemizer, &cluster);
        at = cluster.end;
    }
}

bool itemize(struct arena *arena, const struct itemize_job *job, struct diags *diags,
             struct items *out)
{
    struct itemizer itemizer = {
        .arena = arena,
        .job = job,
        .diags = diags,
        .unicode = hb_unicode_funcs_get_default(),
        .out = out,
        .good = true,
    };
    itemizer.script = first_script(&itemizer);
    for (size_t i = 0; i < job->run_count; i++)
        itemize_run(&itemizer, (uint32_t)i);
    return itemizer.good;
}
