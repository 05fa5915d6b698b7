#include "text/atoms.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/break_places.h"

#include <hb.h>
#include <stdlib.h>

enum {
    LONGEST_ATOM = 128, // bytes; no word of any language is as long
    APART = 50,         // tracking of a fiftieth of the size or more takes ligatures apart
};

struct atoms {
    struct atom *items;
    size_t count;
    size_t capacity;
};

static bool is_listed(uint32_t script, const hb_script_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (script == (uint32_t)list[i])
            return true;
    return false;
}

// CSS Text 3, appendix D: scripts whose letters join are never tracked.
static bool letters_join(uint32_t script)
{
    static const hb_script_t joining[] = {
        HB_SCRIPT_ARABIC,    HB_SCRIPT_SYRIAC,     HB_SCRIPT_MANDAIC,
        HB_SCRIPT_MONGOLIAN, HB_SCRIPT_NKO,        HB_SCRIPT_PHAGS_PA,
        HB_SCRIPT_ADLAM,     HB_SCRIPT_MANICHAEAN, HB_SCRIPT_HANIFI_ROHINGYA,
    };
    return script != HB_SCRIPT_LATIN &&
           is_listed(script, joining, sizeof joining / sizeof *joining);
}

// UAX #14: scripts that are written without spaces between words.
static bool words_touch(uint32_t script)
{
    static const hb_script_t touching[] = {
        HB_SCRIPT_HAN,     HB_SCRIPT_HIRAGANA, HB_SCRIPT_KATAKANA, HB_SCRIPT_BOPOMOFO,
        HB_SCRIPT_YI,      HB_SCRIPT_THAI,     HB_SCRIPT_LAO,      HB_SCRIPT_KHMER,
        HB_SCRIPT_MYANMAR, HB_SCRIPT_HANGUL,
    };
    return script != HB_SCRIPT_LATIN &&
           is_listed(script, touching, sizeof touching / sizeof *touching);
}

const struct text_style *atom_style(const struct paragraph *paragraph, const struct atom *atom)
{
    return paragraph->runs[atom->item.run].style;
}

length atom_width(const struct paragraph *paragraph, const struct atom *atom, int64_t units,
                  size_t clusters)
{
    int64_t scaled = units * atom_style(paragraph, atom)->size;
    int64_t em = atom->item.font->units_per_em;
    scaled = (scaled < 0 ? scaled - em / 2 : scaled + em / 2) / em;
    return clamp_width(scaled + (int64_t)clusters * atom->tracking);
}

const struct shaped_word *atom_part(const struct paragraph *paragraph, const struct atom *atom,
                                    uint32_t start, uint32_t end)
{
    return shape_word(paragraph->typesetter, &atom->key, str_slice(paragraph->text, start, end));
}

const struct shaped_word *atom_hyphen(const struct paragraph *paragraph, const struct atom *atom)
{
    // A font of a script that knows no hyphen has none: nothing is drawn.
    struct str sign = STR("");
    if (font_covers(atom->item.font, 0x2010))
        sign = STR("\u2010");
    else if (font_covers(atom->item.font, '-'))
        sign = STR("-");
    return shape_word(paragraph->typesetter, &atom->key, sign);
}

// The end of the atom that starts at `start` in an item.
static uint32_t atom_end(struct str text, const struct item *item, uint32_t start,
                         const uint8_t *breaks)
{
    bool touch = words_touch(item->script);
    uint32_t longest = start + LONGEST_ATOM, last_break = 0;
    for (uint32_t at = start + 1; at < item->end; at++) {
        if (breaks[at] != BREAK_NONE && breaks[at] != BREAK_HYPHEN) {
            if (touch)
                return at;
            last_break = at;
        }
        if (at < longest || utf8_continues(text.data[at]))
            continue;
        return last_break > 0 ? last_break : at;
    }
    return item->end;
}

static struct atom new_atom(const struct paragraph *paragraph, const struct item *item,
                            const char *language)
{
    const struct text_style *style = paragraph->runs[item->run].style;
    struct atom atom = {
        .item = *item,
        .key = {.font = item->font,
                .features = style->features,
                .script = item->script,
                .language = language,
                .right_to_left = item->level % 2 == 1},
        .tracking = letters_join(item->script) ? 0 : style->tracking,
    };
    if (llabs((long long)atom.tracking * APART) >= style->size && style->size > 0)
        atom.key.features |= SHAPE_NO_LIGATURES;
    return atom;
}

static void add_atoms(struct arena *arena, struct str text, struct atom atom, const uint8_t *breaks,
                      struct atoms *out)
{
    const struct item item = atom.item;
    for (uint32_t start = item.start; start < item.end; start = atom.item.end) {
        atom.item.start = start;
        atom.item.end = item.kind == ITEM_WORD ? atom_end(text, &item, start, breaks) : item.end;
        *VEC_PUSH(arena, out) = atom;
    }
}

// Whether an atom's letters may join those of its neighbour, which is shaped apart from it.
static bool touches(const struct atom *left, const struct atom *right)
{
    return left->item.kind == ITEM_WORD && right->item.kind == ITEM_WORD &&
           left->item.level == right->item.level && letters_join(left->item.script) &&
           left->item.script == right->item.script;
}

static void shape_atom(struct paragraph *paragraph, const struct atoms *atoms, size_t index)
{
    struct atom *atom = &atoms->items[index];
    if (atom->item.kind == ITEM_BREAK)
        return;
    bool context = (index > 0 && touches(atom - 1, atom)) ||
                   (index + 1 < atoms->count && touches(atom, atom + 1));
    if (context)
        atom->word = shape_in_context(paragraph->typesetter, &atom->key, paragraph->text,
                                      atom->item.start, atom->item.end);
    else
        atom->word = atom_part(paragraph, atom, atom->item.start, atom->item.end);
    atom->width = atom_width(paragraph, atom, atom->word->advance, atom->word->clusters);
}

void atoms_make(struct arena *arena, struct paragraph *paragraph, const struct items *items,
                const uint8_t *breaks)
{
    struct atoms atoms = {0};
    const char *language = NULL;
    for (size_t i = 0; i < items->count; i++) {
        const struct item *item = &items->items[i];
        if (i == 0 || item->run != items->items[i - 1].run)
            language = str_cstr(arena, paragraph->runs[item->run].style->language);
        struct atom whole = new_atom(paragraph, item, language);
        add_atoms(arena, paragraph->text, whole, breaks, &atoms);
    }
    for (size_t i = 0; i < atoms.count; i++)
        shape_atom(paragraph, &atoms, i);
    paragraph->atoms = atoms.items;
    paragraph->atom_count = atoms.count;
}
