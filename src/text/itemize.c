#include "text/itemize.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/shape.h"

#include <assert.h>
#include <ctype.h>
#include <hb.h>

enum { LONGEST_CLUSTER = 16 }; // code points of a base and its marks that are looked at together

struct cluster {
    uint32_t code_points[LONGEST_CLUSTER];
    size_t count;
    size_t start, end; // bytes
};

// The next character of the run that is neither punctuation nor space, looked for once.
struct ahead {
    size_t from, end;        // what was looked over; nothing when they are equal
    const struct font *font; // NULL: there is none, or no font has it
    uint32_t script;
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
    struct ahead ahead;
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

// What needs no glyph: default ignorables, and spaces that HarfBuzz makes from the plain one.
static bool needs_no_glyph(uint32_t code_point)
{
    static const uint32_t ranges[][2] = {
        {0x00, 0x1F},       {0x7F, 0xA0},       {0xAD, 0xAD},     {0x34F, 0x34F},
        {0x61C, 0x61C},     {0x115F, 0x1160},   {0x17B4, 0x17B5}, {0x180B, 0x180F},
        {0x2000, 0x200F},   {0x2028, 0x202F},   {0x205F, 0x206F}, {0x3000, 0x3000},
        {0x3164, 0x3164},   {0xFE00, 0xFE0F},   {0xFEFF, 0xFEFF}, {0xFFA0, 0xFFA0},
        {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF},
    };
    if (code_point > 0x20 && code_point < 0x7F)
        return false;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++)
        if (code_point >= ranges[i][0] && code_point <= ranges[i][1])
            return true;
    return false;
}

static bool composes(const struct itemizer *itemizer, const struct font *font, uint32_t base,
                     uint32_t mark)
{
    hb_codepoint_t composed;
    return hb_unicode_compose(itemizer->unicode, base, mark, &composed) &&
           font_covers(font, composed);
}

// HarfBuzz takes a letter apart where the font has only its parts (UAX #15).
static bool decomposes(const struct itemizer *itemizer, const struct font *font,
                       uint32_t code_point)
{
    hb_codepoint_t first, second;
    return hb_unicode_decompose(itemizer->unicode, code_point, &first, &second) &&
           font_covers(font, first) && (second == 0 || font_covers(font, second));
}

// HarfBuzz draws the hyphen that does not break as the one that does.
static bool is_hyphen_of(const struct font *font, uint32_t code_point)
{
    return code_point == 0x2011 && font_covers(font, 0x2010);
}

static bool is_selector(uint32_t code_point)
{
    return (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           (code_point >= 0xE0100 && code_point <= 0xE01EF);
}

// Whether HarfBuzz draws a character that the font has not, from others that it has. Of one with a
// variation selector it asks the font alone.
static bool is_made(const struct itemizer *itemizer, const struct font *font,
                    const struct cluster *cluster, size_t index)
{
    uint32_t code_point = cluster->code_points[index];
    if (index + 1 < cluster->count && is_selector(cluster->code_points[index + 1]))
        return false;
    return needs_no_glyph(code_point) || is_hyphen_of(font, code_point) ||
           decomposes(itemizer, font, code_point) ||
           (index > 0 && composes(itemizer, font, cluster->code_points[0], code_point));
}

static bool covers(const struct itemizer *itemizer, const struct font *font,
                   const struct cluster *cluster)
{
    for (size_t i = 0; i < cluster->count; i++) {
        uint32_t code_point = cluster->code_points[i];
        if (!is_selector(code_point) && !font_covers(font, code_point) &&
            !is_made(itemizer, font, cluster, i))
            return false;
    }
    return true;
}

static struct span span_of(const struct itemizer *itemizer, size_t start, size_t end)
{
    const struct text_run *run = &itemizer->job->runs[itemizer->run];
    uint32_t base = itemizer->job->run_starts[itemizer->run];
    if (run->map.count == 0)
        return run->span;
    return srcmap_span(&run->map, (uint32_t)start - base, (uint32_t)end - base);
}

static void say_missing(struct itemizer *itemizer, const struct cluster *cluster,
                        const struct family_list *tried)
{
    const struct text_style *style = itemizer->job->runs[itemizer->run].style;
    struct str missing = str_slice(itemizer->job->text, cluster->start, cluster->end);
    struct str_builder names = str_builder_in(itemizer->arena);
    str_add(&names, itemizer->primary->family);
    for (size_t i = 0; i < tried->count; i++) {
        const struct family *family = tried->items[i];
        bool open = typesetter_fallback_face(itemizer->job->typesetter, family, style,
                                             itemizer->diags) != NULL;
        if (str_equal(family->name, itemizer->primary->family))
            continue;
        str_addf(&names, ", %.*s", STR_ARGS(family->name));
        if (!open)
            str_addf(&names, " (not installed: package %.*s)", STR_ARGS(family->package));
    }
    diag_add(itemizer->diags, DIAG_GLYPH_MISSING, span_of(itemizer, cluster->start, cluster->end),
             "no font has a glyph for U+%04X '%.*s'", cluster->code_points[0], STR_ARGS(missing));
    diag_hint(itemizer->diags,
              "tried %.*s and every other family that is installed; use another character, or add "
              "a family to fonts/families.yaml",
              STR_ARGS(str_built(&names)));
    itemizer->good = false;
}

// Returns the font, or the whole one that it was reduced from where only that covers more.
static const struct font *fuller(struct itemizer *itemizer, const struct font *font,
                                 const struct cluster *cluster)
{
    if (!font || !font->reduced || covers(itemizer, font, cluster))
        return font;
    const struct font *whole =
        typesetter_whole_face(itemizer->job->typesetter, font,
                              span_of(itemizer, cluster->start, cluster->end), itemizer->diags);
    return whole ? whole : font;
}

static const struct font *family_font(struct itemizer *itemizer, const struct family *family,
                                      const struct cluster *cluster)
{
    const struct text_style *style = itemizer->job->runs[itemizer->run].style;
    const struct font *font =
        typesetter_fallback_face(itemizer->job->typesetter, family, style, itemizer->diags);
    font = fuller(itemizer, font, cluster);
    return font && covers(itemizer, font, cluster) ? font : NULL;
}

// Returns NULL when no font has all of the cluster; of a single character that is said. A sign that
// several scripts share (a Thai currency sign in English) may be in a family of another script
// only.
static const struct font *fallback_font(struct itemizer *itemizer, const struct cluster *cluster,
                                        uint32_t script)
{
    struct typesetter *typesetter = itemizer->job->typesetter;
    struct str language = itemizer->job->runs[itemizer->run].style->language;
    const struct family_list *chain =
        typesetter_fallback(typesetter, script, language, itemizer->primary->serif);
    const struct font *font = NULL;
    for (size_t i = 0; !font && i < chain->count; i++)
        font = family_font(itemizer, chain->items[i], cluster);
    if (font || cluster->count > 1)
        return font;
    size_t count = families_count(typesetter->families);
    for (size_t i = 0; !font && i < count; i++)
        font = family_font(itemizer, families_at(typesetter->families, i), cluster);
    if (!font)
        say_missing(itemizer, cluster, chain);
    return font;
}

// UAX #14, BK and NL, and CR and LF, whose classes are their own.
static bool ends_line(uint32_t code_point)
{
    return (code_point >= '\n' && code_point <= '\r') || code_point == 0x85 ||
           code_point == 0x2028 || code_point == 0x2029;
}

static enum item_kind kind_of(uint32_t code_point)
{
    if (ends_line(code_point))
        return ITEM_BREAK;
    return code_point == ' ' || code_point == 0xA0 || code_point == '\t' ? ITEM_SPACE : ITEM_WORD;
}

enum weight { STRONG, OPENING, CLOSING }; // CLOSING is all punctuation that does not open

// Punctuation has the font of the word that it stands at; all else has a font of its own.
static enum weight weight_of(const struct itemizer *itemizer, uint32_t code_point)
{
    const uint32_t opening = 1u << HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION |
                             1u << HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION;
    const uint32_t closing = 1u << HB_UNICODE_GENERAL_CATEGORY_CONNECT_PUNCTUATION |
                             1u << HB_UNICODE_GENERAL_CATEGORY_DASH_PUNCTUATION |
                             1u << HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION |
                             1u << HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION |
                             1u << HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION;
    if (code_point < 0x80 && !ispunct((int)code_point))
        return STRONG;
    if (hb_unicode_script(itemizer->unicode, code_point) != HB_SCRIPT_COMMON)
        return STRONG;
    uint32_t category = UINT32_C(1) << hb_unicode_general_category(itemizer->unicode, code_point);
    if (category & opening)
        return OPENING;
    return category & closing ? CLOSING : STRONG;
}

static bool has_script(uint32_t script)
{
    return script != HB_SCRIPT_COMMON && script != HB_SCRIPT_INHERITED &&
           script != HB_SCRIPT_UNKNOWN;
}

// Common characters go with the script around them: before, or at a text's start, after.
static uint32_t resolved_script(struct itemizer *itemizer, uint32_t code_point)
{
    uint32_t script = script_of(itemizer, code_point);
    if (has_script(script))
        itemizer->script = script;
    return itemizer->script;
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

// Looks for the next strong character of the run from `at` on, and for its font.
static const struct ahead *look_ahead(struct itemizer *itemizer, size_t at)
{
    struct ahead *ahead = &itemizer->ahead;
    if (at >= ahead->from && at < ahead->end)
        return ahead;
    *ahead = (struct ahead){.from = at, .script = itemizer->script};
    size_t end = itemizer->job->run_starts[itemizer->run + 1];
    while (at < end) {
        struct cluster cluster = next_cluster(itemizer, at, end);
        uint32_t first = cluster.code_points[0], script = script_of(itemizer, first);
        at = cluster.end;
        if (kind_of(first) != ITEM_WORD || needs_no_glyph(first) ||
            weight_of(itemizer, first) != STRONG)
            continue;
        if (has_script(script))
            ahead->script = script;
        ahead->font = covers(itemizer, itemizer->primary, &cluster)
                          ? itemizer->primary
                          : fallback_font(itemizer, &cluster, ahead->script);
        break;
    }
    ahead->end = at;
    return ahead;
}

// The font of the word that a punctuation mark stands at, when it has the mark: of the one before,
// or of the one that follows, which the mark then goes with.
static const struct font *neighbour_font(struct itemizer *itemizer, const struct cluster *cluster,
                                         const struct item *last, struct item *item)
{
    const struct font *font = itemizer->primary;
    bool attached = last && last->run == item->run && last->kind == ITEM_WORD;
    if (attached && weight_of(itemizer, cluster->code_points[0]) == CLOSING) {
        font = last->font;
    } else {
        const struct ahead *ahead = look_ahead(itemizer, cluster->end);
        if (ahead->font && ahead->font != font) {
            font = ahead->font;
            item->script = ahead->script;
        }
    }
    return covers(itemizer, font, cluster) ? font : NULL;
}

static const struct font *find_font(struct itemizer *itemizer, const struct cluster *cluster,
                                    const struct item *last, struct item *item)
{
    const struct font *font = NULL;
    bool follows = last && last->run == item->run;
    bool blank = item->kind != ITEM_WORD || needs_no_glyph(cluster->code_points[0]);
    if (blank && cluster->count == 1)
        return follows ? last->font : itemizer->primary;
    if (weight_of(itemizer, cluster->code_points[0]) != STRONG)
        font = neighbour_font(itemizer, cluster, last, item);
    if (!font && covers(itemizer, itemizer->primary, cluster))
        font = itemizer->primary;
    if (!font && follows && last->kind == ITEM_WORD && last->script == item->script &&
        covers(itemizer, last->font, cluster))
        font = last->font;
    return font ? font : fallback_font(itemizer, cluster, item->script);
}

static bool add_whole(struct itemizer *itemizer, const struct cluster *cluster)
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
    item.font = find_font(itemizer, cluster, last, &item);
    if (!item.font)
        return false;
    if (last && last->run == item.run && last->kind == ITEM_WORD && item.kind == ITEM_WORD &&
        last->level == item.level && last->font == item.font && last->script == item.script)
        last->end = item.end;
    else
        *VEC_PUSH(itemizer->arena, out) = item;
    return true;
}

// A mark on a letter of another script may be in no font that has the letter: then each is set from
// its own.
static void add_cluster(struct itemizer *itemizer, const struct cluster *cluster)
{
    if (add_whole(itemizer, cluster) || cluster->count == 1)
        return;
    size_t at = cluster->start;
    for (size_t i = 0; i < cluster->count; i++) {
        struct cluster part = {.code_points = {cluster->code_points[i]}, .count = 1, .start = at};
        (void)utf8_decode(itemizer->job->text.data, cluster->end, &at);
        part.end = at;
        add_whole(itemizer, &part);
    }
}

static uint32_t first_script(const struct itemizer *itemizer)
{
    struct str text = itemizer->job->text;
    for (size_t at = 0; at < text.len;) {
        uint32_t script = script_of(itemizer, utf8_decode(text.data, text.len, &at));
        if (has_script(script))
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

// A reduced face serves a run that it covers as well as the whole one does: a word is never set
// from both.
static const struct font *run_face(struct itemizer *itemizer, uint32_t index)
{
    const struct text_run *run = &itemizer->job->runs[index];
    struct typesetter *typesetter = itemizer->job->typesetter;
    struct face_request request = {run->style->family, run->style->weight, run->style->italic,
                                   run->span};
    const struct font *font = typesetter_face(typesetter, &request, itemizer->diags);
    for (size_t at = 0; font && font->reduced && at < run->text.len;) {
        uint32_t code_point = utf8_decode(run->text.data, run->text.len, &at);
        if (needs_no_glyph(code_point) || font_covers(font, code_point))
            continue;
        const struct font *whole =
            typesetter_whole_face(typesetter, font, run->span, itemizer->diags);
        if (!whole || font_covers(whole, code_point))
            return whole;
    }
    return font;
}

static bool is_ascii_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

// Most of a text is letters that go on the word before them, as add_cluster would find. Returns
// where the first character stands that needs a closer look.
static size_t skip_letters(struct itemizer *itemizer, size_t at, size_t end)
{
    struct str text = itemizer->job->text;
    const uint8_t *levels = itemizer->job->levels;
    struct item *last =
        itemizer->out->count > 0 ? &itemizer->out->items[itemizer->out->count - 1] : NULL;
    if (!last || last->run != itemizer->run || last->kind != ITEM_WORD || last->end != at ||
        last->font != itemizer->primary || last->script != HB_SCRIPT_LATIN)
        return at;
    while (at < end && is_ascii_letter(text.data[at]) &&
           font_covers(last->font, (unsigned char)text.data[at]) &&
           (at + 1 == end || (unsigned char)text.data[at + 1] < 0x80) &&
           (!levels || levels[at] == last->level))
        at++;
    if (at > last->end)
        itemizer->script = HB_SCRIPT_LATIN;
    last->end = (uint32_t)at;
    return at;
}

static void itemize_run(struct itemizer *itemizer, uint32_t index)
{
    const struct text_run *run = &itemizer->job->runs[index];
    itemizer->run = index;
    itemizer->ahead = (struct ahead){0};
    itemizer->primary = run_face(itemizer, index);
    if (!itemizer->primary || !feature_is_there(itemizer, run)) {
        itemizer->good = false;
        return;
    }
    size_t end = itemizer->job->run_starts[index + 1];
    for (size_t at = itemizer->job->run_starts[index]; at < end;) {
        struct cluster cluster = next_cluster(itemizer, at, end);
        add_cluster(itemizer, &cluster);
        at = skip_letters(itemizer, cluster.end, end);
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
