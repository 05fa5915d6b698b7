// The text edition has the words of the pages' tag tree, in its order: of random brochures, and of
// those of content/. With two seeds as arguments the program checks those between them.
//
// What is compared are letters and digits. What only one of the two must have is put in, or taken
// out, on the side of the tag tree, and nothing else:
//
// - page numbers in the contents list are taken out: text has no pages;
// - the publisher and the control data of a cover are taken out: they stand at the end, too;
// - what a QR code shows is taken out: its address stands beside it;
// - what other pictures show is put in, behind the caption: nobody sees them;
// - the heads of a table are put before each cell: nobody sees its columns;
// - the kind of a callout is put before its title: nobody sees its colour;
// - the address of a link is put behind it, where its text is another.
//
// On the side of the text only the x of a ticked box is taken out.
#include "base/file.h"
#include "base/utf8.h"
#include "model/terms.h"
#include "pipeline/pipeline.h"
#include "plain/plain.h"
#include "property/generator.h"
#include "unit/unit.h"

#include <glob.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SEEDS 24
#endif
#endif
#ifndef SEEDS
#define SEEDS 120
#endif

struct compared {
    struct arena *arena;
    struct run run;
    struct job job;
    const struct page_list *pages;
    struct str_builder *leaves;          // by tag: what its items say
    const struct page_item **link_items; // by tag, of links
};

static bool is_letter(uint32_t c)
{
    if (c < 0xC0)
        return (c >= '0' && c <= '9') || ((c | 0x20u) >= 'a' && (c | 0x20u) <= 'z');
    return !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x303F) && c != 0xFF1A;
}

static struct str letters_of(struct arena *arena, struct str text)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_decode(text.data, text.len, &at);
        if (is_letter(c))
            str_add_code_point(&out, c);
    }
    return str_built(&out);
}

// what the tag tree says

static void walk(struct compared *compared, tag_id id, struct str_builder *out);

static const struct tag *tag_of(const struct compared *compared, tag_id id)
{
    return &compared->pages->tags.items[id];
}

static void walk_children(struct compared *compared, tag_id id, struct str_builder *out)
{
    for (tag_id child = tag_of(compared, id)->first; child != TAG_NONE;
         child = tag_of(compared, child)->next)
        walk(compared, child, out);
}

static struct str letters_below(struct compared *compared, tag_id id)
{
    struct str_builder out = str_builder_in(compared->arena);
    walk_children(compared, id, &out);
    return str_built(&out);
}

static void add_letters(struct compared *compared, struct str text, struct str_builder *out)
{
    str_add(out, letters_of(compared->arena, text));
}

static struct str without(struct str text, const char *start)
{
    struct str prefix = str_from(start);
    return str_starts_with(text, prefix) ? str_slice(text, prefix.len, text.len) : text;
}

static void walk_link(struct compared *compared, tag_id id, struct str_builder *out)
{
    const struct page_item *item = compared->link_items[id];
    struct str text = letters_below(compared, id);
    assert_non_null(item);
    struct str address = item->as.link.uri;
    address = without(without(address, "mailto:"), "tel:");
    address = str_slice(address, 0,
                        str_starts_with(item->as.link.uri, STR("mailto:"))
                            ? str_find_byte(address, '?', 0)
                            : address.len);
    address = letters_of(compared->arena, address);
    str_add(out, text);
    if (!str_ends_with(address, without(text, "doi")))
        str_add(out, address);
}

static tag_id find_link(const struct compared *compared, tag_id id)
{
    while (tag_of(compared, id)->kind != TAG_LINK)
        id = tag_of(compared, id)->first;
    return id;
}

static void walk_contents_entry(struct compared *compared, tag_id id, struct str_builder *out)
{
    const struct page_item *item = compared->link_items[find_link(compared, id)];
    uint32_t page = compared->pages->destinations[item->as.link.target].page + 1;
    struct str number = str_format(compared->arena, "%u", (unsigned)page);
    struct str text = letters_below(compared, id);
    assert_true(str_ends_with(text, number));
    str_add(out, str_slice(text, 0, text.len - number.len));
}

static bool is_symbol(const struct tag *figure)
{
    return str_find(figure->alt, STR("https://"), 0) < figure->alt.len;
}

static struct str source_between(struct compared *compared, struct span from, struct span to)
{
    const struct source *source = sources_find(&compared->job.sources, from.file);
    return str_slice(source->bytes, from.start, to.end);
}

// Whether the caption after a picture is its own: no other picture was written before it.
static bool has_caption(struct compared *compared, const struct tag *figure)
{
    const struct tag *next = figure->next == TAG_NONE ? NULL : tag_of(compared, figure->next);
    if (!next || next->kind != TAG_P)
        return false;
    struct str between = source_between(compared, figure->span, next->span);
    return str_find(between, STR("file:"), 0) == between.len;
}

static bool is_figure(const struct compared *compared, tag_id id)
{
    for (tag_id child = tag_of(compared, id)->first; child != TAG_NONE;
         child = tag_of(compared, child)->next) {
        const struct tag *tag = tag_of(compared, child);
        if (tag->kind == TAG_CAPTION || (tag->kind == TAG_FIGURE && !is_symbol(tag)))
            return true;
    }
    return false;
}

static void walk_figure(struct compared *compared, tag_id id, struct str_builder *out)
{
    struct str waiting = STR("");
    for (tag_id i = tag_of(compared, id)->first; i != TAG_NONE; i = tag_of(compared, i)->next)
        if (tag_of(compared, i)->kind == TAG_CAPTION)
            walk(compared, i, out);
    for (tag_id i = tag_of(compared, id)->first; i != TAG_NONE; i = tag_of(compared, i)->next) {
        const struct tag *tag = tag_of(compared, i);
        if (tag->kind == TAG_FIGURE && has_caption(compared, tag)) {
            waiting = tag->alt;
        } else if (tag->kind != TAG_CAPTION) {
            walk(compared, i, out);
            add_letters(compared, waiting, out);
            waiting = STR("");
        }
    }
}

static struct str language_of(const struct compared *compared, tag_id id)
{
    for (; id != TAG_NONE; id = tag_of(compared, id)->parent)
        if (tag_of(compared, id)->language.len > 0)
            return tag_of(compared, id)->language;
    return compared->job.brochure->language;
}

static bool find_kind(struct str source, enum term *term)
{
    static const struct {
        const char *key;
        enum term term;
    } kinds[] = {
        {"kind: warning", TERM_WARNING}, {"kind: note", TERM_NOTE}, {"kind: tip", TERM_TIP}};
    size_t start = str_find(source, STR("callout:"), 0), nearest = source.len;
    for (size_t i = 0; start < source.len && i < 3; i++) {
        size_t at = str_find(source, str_from(kinds[i].key), start);
        if (at < nearest) {
            nearest = at;
            *term = kinds[i].term;
        }
    }
    return nearest < source.len;
}

static void walk_division(struct compared *compared, tag_id id, struct str_builder *out)
{
    struct span span = tag_of(compared, id)->span;
    enum term term = TERM_NOTE;
    if (is_figure(compared, id)) {
        walk_figure(compared, id, out);
        return;
    }
    struct str text = letters_below(compared, id);
    if (find_kind(source_between(compared, span, span), &term)) {
        const struct terms *terms =
            terms_within(compared->arena, compared->job.brochure->terms, language_of(compared, id));
        struct str word = letters_of(compared->arena, terms->words[term]);
        if (!str_starts_with(text, word))
            str_add(out, word);
    }
    str_add(out, text);
}

static void walk_rows(struct compared *compared, tag_id group, const struct str *heads,
                      struct str_builder *out)
{
    for (tag_id row = tag_of(compared, group)->first; row != TAG_NONE;
         row = tag_of(compared, row)->next) {
        size_t column = 0;
        for (tag_id cell = tag_of(compared, row)->first; cell != TAG_NONE;
             cell = tag_of(compared, cell)->next) {
            str_add(out, heads[column++]);
            walk_children(compared, cell, out);
        }
    }
}

static void walk_table(struct compared *compared, tag_id id, struct str_builder *out)
{
    struct str heads[64] = {0};
    size_t columns = 0;
    for (tag_id part = tag_of(compared, id)->first; part != TAG_NONE;
         part = tag_of(compared, part)->next) {
        if (tag_of(compared, part)->kind == TAG_TBODY) {
            walk_rows(compared, part, heads, out);
        } else if (tag_of(compared, part)->kind == TAG_CAPTION) {
            walk(compared, part, out);
        } else {
            tag_id row = tag_of(compared, part)->first;
            for (tag_id cell = tag_of(compared, row)->first; cell != TAG_NONE;
                 cell = tag_of(compared, cell)->next) {
                assert_true(columns < 64);
                heads[columns++] = letters_below(compared, cell);
            }
        }
    }
}

static void walk(struct compared *compared, tag_id id, struct str_builder *out)
{
    const struct tag *tag = tag_of(compared, id);
    if (tag->kind == TAG_CONTENT)
        add_letters(compared, str_built(&compared->leaves[id]), out);
    else if (tag->kind == TAG_FIGURE && !is_symbol(tag))
        add_letters(compared, tag->alt, out);
    else if (tag->kind == TAG_LINK && compared->link_items[id]->as.link.uri.len > 0)
        walk_link(compared, id, out);
    else if (tag->kind == TAG_TOCI)
        walk_contents_entry(compared, id, out);
    else if (tag->kind == TAG_TABLE)
        walk_table(compared, id, out);
    else if (tag->kind == TAG_DIV || tag->kind == TAG_ASIDE)
        walk_division(compared, id, out);
    else
        walk_children(compared, id, out);
}

// Before the first section: on a cover the publisher, by name or logo, and the control data.
static void walk_front(struct compared *compared, struct str_builder *out)
{
    const struct brochure *brochure = compared->job.brochure;
    const struct publisher *publisher = &brochure->publisher;
    tag_id id = tag_of(compared, 0)->first, last = id;
    int kept = 1 + (brochure->cover.eyebrow.first != NULL) + (brochure->subtitle.first != NULL) +
               (brochure->cover.image.alt.len > 0);
    for (tag_id i = id; tag_of(compared, i)->kind != TAG_SECT; i = tag_of(compared, i)->next)
        last = i;
    for (; kept > 0; kept--, id = tag_of(compared, id)->next)
        walk(compared, id, out);
    if (publisher->logo.picture ? publisher->logo.alt.len > 0 : publisher->name.len > 0)
        id = tag_of(compared, id)->next;
    if (brochure->document.summary.first)
        walk(compared, id, out);
    if (brochure->lead.first)
        walk(compared, last, out);
}

static struct str words_of_tags(struct compared *compared)
{
    struct str_builder out = str_builder_in(compared->arena);
    bool cover = compared->job.brochure->cover.present, front = cover;
    if (cover)
        walk_front(compared, &out);
    for (tag_id i = tag_of(compared, 0)->first; i != TAG_NONE; i = tag_of(compared, i)->next) {
        front = front && tag_of(compared, i)->kind != TAG_SECT;
        if (!front)
            walk(compared, i, &out);
    }
    return str_built(&out);
}

// what the text says

static struct str words_of_text(struct compared *compared, struct str text)
{
    struct str_builder out = str_builder_in(compared->arena);
    struct str box = STR("[x] ");
    for (size_t start = 0; start < text.len;) {
        size_t at = str_find(text, box, start);
        str_add(&out, str_slice(text, start, at));
        start = at + box.len;
    }
    return letters_of(compared->arena, str_built(&out));
}

static void compare(struct compared *compared, const char *name, struct str tags, struct str text)
{
    size_t same = 0;
    while (same < tags.len && same < text.len && tags.data[same] == text.data[same])
        same++;
    size_t from = same > 40 ? same - 40 : 0;
    if (!str_equal(tags, text))
        fail_msg("%s\ntags: …%.*s…\ntext: …%.*s…", name,
                 STR_ARGS(str_slice(tags, from, same + 60 < tags.len ? same + 60 : tags.len)),
                 STR_ARGS(str_slice(text, from, same + 60 < text.len ? same + 60 : text.len)));
    assert_true(tags.len > 0 && compared->job.diags.error_count == 0);
}

// Every text is UTF-8 with whole lines, none of which ends in a space, and without soft hyphens.
static void check_lines(struct str text)
{
    assert_int_equal(utf8_check(text.data, text.len), text.len);
    assert_true(str_ends_with(text, STR("\n")) && !str_ends_with(text, STR("\n\n")));
    assert_int_equal(str_find(text, STR(" \n"), 0), text.len);
    assert_int_equal(str_find(text, STR("\n\n\n\n"), 0), text.len);
    assert_int_equal(str_find(text, STR("\u00ad"), 0), text.len);
}

static void check_text(struct compared *compared, const char *name)
{
    static const uint32_t wraps[] = {0, 20, 72};
    struct str tags = words_of_tags(compared), text;
    for (size_t i = 0; i < 3; i++) {
        assert_true(plain_write(compared->arena, compared->job.brochure, wraps[i],
                                &compared->job.diags, &text));
        compare(compared, name, tags, words_of_text(compared, text));
        check_lines(text);
    }
}

// brochures

static void gather(struct compared *compared)
{
    const struct page_list *pages = compared->pages;
    compared->leaves = ARENA_ARRAY(compared->arena, struct str_builder, pages->tags.count);
    compared->link_items =
        ARENA_ARRAY(compared->arena, const struct page_item *, pages->tags.count);
    for (size_t i = 0; i < pages->tags.count; i++)
        compared->leaves[i] = str_builder_in(compared->arena);
    for (size_t i = 0; i < pages->count; i++)
        for (size_t j = 0; j < pages->pages[i].count; j++) {
            const struct page_item *item = &pages->pages[i].items[j];
            if (item->artifact != ARTIFACT_NONE)
                continue;
            if (item->kind == ITEM_GLYPHS)
                str_add(&compared->leaves[item->tag], item->as.glyphs.text);
            else if (item->kind == ITEM_LINK)
                compared->link_items[item->tag] = item;
        }
}

static void check_file(struct arena *arena, const char *path)
{
    struct compared compared = {.arena = arena};
    struct edition screen = {.name = STR("screen"), .kind = EDITION_SCREEN};
    struct run_options options = {
        .places = {.themes = STR("content/themes"), .families = STR("fonts/families.yaml")}};
    run_init(&compared.run, &options);
    job_init(&compared.job, &compared.run, str_from(path));
    print_message("# %s\n", path);
    bool good = job_read(&compared.job) && job_model(&compared.job, &screen) &&
                job_theme(&compared.job, &screen) &&
                job_pages(&compared.job, &screen, NULL, &compared.pages);
    assert_true(good);
    gather(&compared);
    check_text(&compared, path);
    job_release(&compared.job);
    run_release(&compared.run);
}

static struct str temporary_file(struct arena *arena, const char *name)
{
    const char *folder = getenv("TMPDIR");
    return path_join(arena, str_from(folder ? folder : "/tmp"), str_from(name));
}

static void write_file(struct arena *arena, const char *name, struct str bytes)
{
    struct str path = temporary_file(arena, name);
    assert_int_equal(file_write(arena, str_cstr(arena, path), bytes), 0);
}

static void check_seed(struct arena *arena, uint64_t seed)
{
    const char *name = "brochure-plain.yaml";
    struct generated *g = generate_brochure(arena, seed);
    print_message("# seed %u\n", (unsigned)seed);
    write_file(arena, name, str_built(&g->yaml));
    write_file(arena, "property-cells.svg",
               STR("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\">"
                   "<path d=\"M2 2h5v5z\"/></svg>"));
    check_file(arena, str_cstr(arena, temporary_file(arena, name)));
}

static void each_seed_has_its_words_as_text(void **state)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct arena_mark mark = arena_mark(*state);
        check_seed(*state, seed);
        arena_rewind(*state, mark);
    }
}

static void check_files(struct arena *arena, const char *pattern, size_t least)
{
    glob_t files;
    assert_int_equal(glob(pattern, 0, NULL, &files), 0);
    assert_true(files.gl_pathc >= least);
    for (size_t i = 0; i < files.gl_pathc; i++)
        if (!str_ends_with(str_from(files.gl_pathv[i]), STR("/house.yaml")))
            check_file(arena, files.gl_pathv[i]);
    globfree(&files);
}

static void each_brochure_has_its_words_as_text(void **state)
{
    check_files(*state, "content/*.yaml", 7);
}

static uint64_t first_seed, last_seed;

static void asked_seeds_have_their_words_as_text(void **state)
{
    for (uint64_t seed = first_seed; seed <= last_seed; seed++)
        check_seed(*state, seed);
}

int main(int argc, char **argv)
{
    if (argc == 3) {
        const struct CMUnitTest asked[] = {RULE(asked_seeds_have_their_words_as_text)};
        first_seed = strtoull(argv[1], NULL, 10);
        last_seed = strtoull(argv[2], NULL, 10);
        return cmocka_run_group_tests(asked, NULL, NULL);
    }
    const struct CMUnitTest tests[] = {
        RULE(each_seed_has_its_words_as_text),
        RULE(each_brochure_has_its_words_as_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
