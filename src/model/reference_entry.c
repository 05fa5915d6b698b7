#include "model/reference_entry.h"

#include "base/utf8.h"

static bool ends_sentence(char c)
{
    return c == '.' || c == '?' || c == '!';
}

// American usage puts the full stop before the closing quotation mark: AMA 11th, 8.6.5.
static bool stops_within_quotes(const struct entry *entry)
{
    return str_equal(entry->reader->language, STR("en")) ||
           str_equal(entry->reader->language, STR("en-US"));
}

#define CLOSING_QUOTE STR("\u201D")

// Puts a full stop before the closing quotation mark that was written last, if one was.
static bool stop_within_quotes(struct entry *entry)
{
    struct inline_writer *writer = &entry->writer;
    if (!stops_within_quotes(entry) || !str_ends_with(str_built(&writer->text), CLOSING_QUOTE))
        return false;
    inline_writer_cut(writer, CLOSING_QUOTE.len);
    inline_write_for(writer, STR("."), writer->source_end, 0);
    inline_write_for(writer, CLOSING_QUOTE, writer->source_end, 0);
    return true;
}

void entry_say(struct entry *entry, struct str text)
{
    if (text.len > 0 && text.data[0] == '.' &&
        (ends_sentence(entry->last) || stop_within_quotes(entry))) {
        text = str_slice(text, 1, text.len);
        entry->last = '.';
    }
    if (text.len == 0)
        return;
    inline_write_for(&entry->writer, text, entry->place, 0);
    entry->last = text.data[text.len - 1];
}

struct str entry_capital(struct arena *arena, struct str text)
{
    if (text.len == 0 || text.data[0] < 'a' || text.data[0] > 'z')
        return text;
    return str_format(arena, "%c%.*s", text.data[0] - 'a' + 'A',
                      STR_ARGS(str_slice(text, 1, text.len)));
}

void entry_say_word(struct entry *entry, enum term term, uint32_t flags)
{
    struct str word = term_word(entry->reader->terms, term, entry->reader->diags);
    entry_say(entry, flags & PART_CAPITAL ? entry_capital(entry->reader->arena, word) : word);
}

void entry_say_for(struct entry *entry, struct str text, const struct node *scalar)
{
    if (text.len == 0)
        return;
    inline_write_for(&entry->writer, text, scalar->span.start, 0);
    entry->last = text.data[text.len - 1];
}

void entry_say_literal(struct entry *entry, const struct node *scalar)
{
    inline_write_mapped(&entry->writer, scalar->text, &scalar->map);
    entry->last = scalar->text.data[scalar->text.len - 1];
}

static struct str changed(struct arena *arena, struct str text, uint32_t flags, bool first)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < text.len; i++)
        if (!(flags & PART_NO_POINTS) || text.data[i] != '.')
            str_add_byte(&out, text.data[i]);
    if (out.len > 0) // points alone are no abbreviation
        text = str_built(&out);
    return flags & PART_CAPITAL && first ? entry_capital(arena, text) : text;
}

// Plain text goes on in the text around it; text that the style changes is of one place.
static void say_nodes(struct entry *entry, const struct inline_node *node, uint32_t flags)
{
    bool changes = (flags & (PART_NO_POINTS | PART_CAPITAL)) != 0;
    for (bool first = true; node; node = node->next, first = false) {
        struct inline_node copy = *node;
        copy.next = NULL;
        if (node->kind != INLINE_TEXT || node->variable.len > 0)
            inline_write_nodes(&entry->writer, &copy);
        else if (changes)
            inline_write_for(&entry->writer,
                             changed(entry->reader->arena, node->text, flags, first),
                             node->span.start, 0);
        else
            inline_write_mapped(&entry->writer, node->text, &node->map);
    }
}

void entry_say_inline(struct entry *entry, const struct inline_text *text, uint32_t flags)
{
    struct str plain = inline_plain(entry->reader->arena, text->first);
    struct inline_level level = {0};
    if (plain.len == 0)
        return;
    if (flags & PART_ITALIC)
        level = inline_writer_open(&entry->writer);
    say_nodes(entry, text->first, flags);
    if (flags & PART_ITALIC)
        inline_writer_close(&entry->writer, level, INLINE_EMPHASIS, text->span);
    plain = changed(entry->reader->arena, plain, flags, true);
    size_t end = plain.len;
    if (str_ends_with(plain, CLOSING_QUOTE) && end > CLOSING_QUOTE.len &&
        ends_sentence(plain.data[end - CLOSING_QUOTE.len - 1]))
        end -= CLOSING_QUOTE.len; // a stop is there
    entry->last = plain.data[end - 1];
}

void entry_read_inline(struct entry *entry, const struct node *scalar)
{
    struct inline_text text = inlines_read(entry->reader, scalar);
    entry_say_inline(entry, &text, 0);
}

// The map of a scalar's text with `prefix` bytes in front of it.
static struct srcmap shifted(struct arena *arena, const struct srcmap *map, uint32_t prefix)
{
    if (prefix == 0 || map->count == 0)
        return *map;
    struct srcmap_piece *pieces = ARENA_ARRAY(arena, struct srcmap_piece, map->count + 1);
    pieces[0] = (struct srcmap_piece){0, map->pieces[0].source};
    for (size_t i = 0; i < map->count; i++)
        pieces[i + 1] =
            (struct srcmap_piece){map->pieces[i].decoded + prefix, map->pieces[i].source};
    return (struct srcmap){map->file, pieces, map->count + 1, map->source_end};
}

void entry_say_address(struct entry *entry, const struct node *scalar, struct str prefix,
                       struct str target)
{
    struct arena *arena = entry->reader->arena;
    struct inline_level level = inline_writer_open(&entry->writer);
    struct inline_node *literal = inline_write_node(&entry->writer, INLINE_LITERAL, scalar->span);
    literal->literal = LITERAL_URL;
    literal->text = str_format(arena, "%.*s%.*s", STR_ARGS(prefix), STR_ARGS(scalar->text));
    literal->map = shifted(arena, &scalar->map, (uint32_t)prefix.len);
    inline_writer_close(&entry->writer, level, INLINE_LINK, scalar->span)->target = target;
    entry->last = 'x';
}
