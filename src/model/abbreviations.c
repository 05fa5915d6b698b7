#include "model/abbreviations.h"

#include "base/utf8.h"
#include "base/vec.h"

// Between an abbreviation and its expansion behind it: " (", ", ", " – ".
enum { LONGEST_JOINT = 5 };

static void report_malformed(struct abbreviations *abbreviations, const struct node *node)
{
    diag_add(abbreviations->diags, DIAG_ABBREVIATION_MALFORMED, node->span,
             "`%.*s` cannot be found in text", STR_ARGS(node->text));
    diag_hint(abbreviations->diags, "begin with a letter or a figure, and use %d words at most",
              PHRASE_MOST_WORDS);
}

static void add_expansion(struct abbreviations *abbreviations, struct abbreviation *item,
                          const struct node *expansion)
{
    struct arena *arena = abbreviations->arena;
    item->introduction =
        phrases_add(arena, &abbreviations->expansions, phrase_folded(arena, expansion->text),
                    ARENA_NEW(arena, struct introduction));
    if (!item->introduction)
        report_malformed(abbreviations, expansion);
}

void abbreviations_prepare(struct arena *arena, const struct schema_map *map, struct diags *diags,
                           struct abbreviations *out)
{
    *out = (struct abbreviations){.arena = arena, .diags = diags};
    out->items = ARENA_ARRAY(arena, struct abbreviation, map->count);
    for (size_t i = 0; i < map->count; i++) {
        const struct schema_entry *entry = &map->entries[i];
        if (!entry->value)
            continue;
        const struct node *expansion = *(const struct node *const *)entry->value;
        struct abbreviation *item = &out->items[out->count++];
        *item = (struct abbreviation){.word = entry->key, .expansion = expansion->text};
        if (!phrases_add(arena, &out->words, entry->key->text, item)) {
            report_malformed(out, entry->key);
            item->occurs = true; // one fault is enough
        }
        add_expansion(out, item, expansion);
    }
}

size_t abbreviation_find(struct abbreviations *abbreviations, struct str text, size_t at,
                         uint32_t previous, struct str *expansion)
{
    void *value;
    size_t taken = phrases_find(&abbreviations->words, text, at, previous, &value);
    if (taken == 0)
        return 0;
    struct abbreviation *item = value;
    item->occurs = true;
    *expansion = item->expansion;
    return taken;
}

// The first use of an abbreviation in a text.
struct use {
    struct abbreviation *item;
    size_t start, end; // in the text, folded
    struct span span;
};

struct passing {
    struct abbreviations *abbreviations;
    struct str_builder text;
    VEC(struct use) uses;
};

static struct abbreviation *item_of(const struct passing *passing, const struct inline_node *node)
{
    void *value = NULL;
    if (node->expansion.len > 0)
        phrases_find(&passing->abbreviations->words, node->first->text, 0, 0, &value);
    return value;
}

// Nesting is bounded by the reader of inlines.
static void gather(struct passing *passing, const struct inline_node *node)
{
    struct arena *arena = passing->abbreviations->arena;
    for (; node; node = node->next) {
        size_t start = passing->text.len;
        if (node->kind == INLINE_LINE_BREAK)
            str_add_byte(&passing->text, ' ');
        str_add(&passing->text, phrase_folded(arena, node->text));
        gather(passing, node->first);
        struct abbreviation *item = item_of(passing, node);
        if (!item || item->is_running)
            continue;
        item->is_running = true;
        *VEC_PUSH(arena, &passing->uses) = (struct use){item, start, passing->text.len, node->span};
    }
}

// Whether what stands between two places joins an abbreviation and its expansion.
static bool is_joint(struct str text, size_t start, size_t end)
{
    if (end < start || end - start > LONGEST_JOINT)
        return false;
    for (size_t i = start; i < end; i++)
        if (text.data[i] == '.' || (text.data[i] >= 'a' && text.data[i] <= 'z'))
            return false;
    return true;
}

static void report_use(struct passing *passing, const struct use *use)
{
    struct diags *diags = passing->abbreviations->diags;
    diag_add(diags, DIAG_ABBREVIATION_UNEXPANDED, use->span,
             "`%.*s` is used before the text says what it stands for",
             STR_ARGS(use->item->word->text));
    diag_hint(diags, "write it out here: %.*s (%.*s)", STR_ARGS(use->item->expansion),
              STR_ARGS(use->item->word->text));
}

// Settles the uses that end at or before `at`, where the expansion `here` begins (NULL: none).
static size_t settle(struct passing *passing, size_t next, size_t at,
                     const struct introduction *here)
{
    for (; next < passing->uses.count && passing->uses.items[next].end <= at; next++) {
        const struct use *use = &passing->uses.items[next];
        const struct introduction *own = use->item->introduction;
        bool follows = here == own && is_joint(str_built(&passing->text), use->end, at);
        if (own && !own->seen && !follows)
            report_use(passing, use);
    }
    return next;
}

void abbreviations_pass(struct abbreviations *abbreviations, const struct inline_node *first)
{
    struct passing passing = {.abbreviations = abbreviations,
                              .text = str_builder_in(abbreviations->arena)};
    gather(&passing, first);
    struct str text = str_built(&passing.text);
    size_t next = 0;
    uint32_t previous = 0;
    for (size_t at = 0; at < text.len;) {
        void *value = NULL;
        if (phrases_find(&abbreviations->expansions, text, at, previous, &value) > 0) {
            struct introduction *here = value;
            next = settle(&passing, next, at, here);
            here->seen = true;
        }
        previous = utf8_decode(text.data, text.len, &at);
    }
    settle(&passing, next, text.len, NULL);
}

void abbreviations_finish(struct abbreviations *abbreviations, uint32_t file)
{
    for (size_t i = 0; i < abbreviations->count; i++) {
        const struct abbreviation *item = &abbreviations->items[i];
        if (item->occurs || item->word->span.file != file)
            continue;
        diag_add(abbreviations->diags, DIAG_ABBREVIATION_UNUSED, item->word->span,
                 "the abbreviation `%.*s` never occurs", STR_ARGS(item->word->text));
        diag_hint(abbreviations->diags,
                  "take it away, or look whether the text spells it otherwise");
    }
}
