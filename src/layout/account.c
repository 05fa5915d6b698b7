#include "layout/account.h"

_Static_assert((int)COLUMNS_MOST <= (int)PAGE_COLUMNS_MOST, "an account holds all columns");

enum {
    NAME_BYTES = 48, // a name is no longer, but for the space behind it
    ROWS_AHEAD = 6,  // a block's first words stand in one of so many of its rows
};

// names

// Pieces come in visual order and are read by where they start.
static const struct line_piece *piece_after(const struct line *line, const struct line_piece *last)
{
    const struct line_piece *next = NULL;
    for (size_t i = 0; i < line->piece_count; i++) {
        const struct line_piece *piece = &line->pieces[i];
        if ((!last || piece->start > last->start) && (!next || piece->start < next->start))
            next = piece;
    }
    return next;
}

static struct str shortened(struct layout *layout, struct str text, bool label)
{
    text = str_trim(text);
    while (label && text.len > 0 && text.data[text.len - 1] == '.')
        text.len--;
    if (text.len <= NAME_BYTES)
        return text;
    size_t end = NAME_BYTES;
    while (end > 0 && text.data[end] != ' ')
        end--;
    for (end = end > 0 ? end : NAME_BYTES; ((unsigned char)text.data[end] & 0xC0) == 0x80;)
        end--; // within a character of a text without spaces
    return str_format(layout->arena, "%.*s\u2026", (int)end, text.data);
}

// Whether a leaf is within an element of one of these kinds.
static bool is_in(const struct layout *layout, tag_id leaf, enum tag_kind first, enum tag_kind last)
{
    const struct tag *tags = layout->pages->tags.items;
    for (tag_id id = leaf; id != TAG_NONE; id = tags[id].parent)
        if (tags[id].kind >= first && tags[id].kind <= last)
            return true;
    return false;
}

// The words of a text from a line on; of a caption that is numbered, its label alone.
static struct str words_from(struct layout *layout, const struct text_block *block,
                             const struct line *line)
{
    struct str_builder words = str_builder_in(layout->arena);
    bool caption = is_in(layout, block->meanings[0].leaf, TAG_CAPTION, TAG_CAPTION);
    const struct line *end = block->lines.items + block->lines.count;
    for (; line < end && words.len <= NAME_BYTES + 1; line++) {
        const struct line_piece *piece = piece_after(line, NULL);
        for (; piece && !(caption && piece->run > 0); piece = piece_after(line, piece))
            str_add(&words, piece->text);
        if (piece)
            break;
    }
    return shortened(layout, str_built(&words), caption);
}

static struct str words_of_row(struct layout *layout, const struct row *row);

// What stands in the cells beside each other; a picture is named by the caption that follows.
static struct str words_of_cells(struct layout *layout, const struct row *row)
{
    struct str words = {0};
    for (const struct part *part = row->parts.first; part && words.len == 0; part = part->next) {
        if (part->kind == PART_PICTURE)
            return words;
        if (part->kind == PART_CELL && part->as.cell.count > 0)
            words = words_of_row(layout, &part->as.cell.rows[0]);
    }
    return words;
}

// Cells hold rows with text or with cells of text, no deeper.
static struct str words_of_row(struct layout *layout, const struct row *row)
{
    return row->line ? words_from(layout, row->block, row->line) : words_of_cells(layout, row);
}

static struct str first_words(struct layout *layout, const struct row *rows, size_t count)
{
    struct str words = {0};
    for (size_t i = 0; i < count && i < ROWS_AHEAD && words.len == 0; i++)
        words = words_of_row(layout, &rows[i]);
    return words;
}

static struct str name_of(struct layout *layout, size_t row)
{
    return first_words(layout, layout->rows.items + row, layout->rows.count - row);
}

static bool is_heading(const struct layout *layout, size_t row)
{
    const struct text_block *block = layout->rows.items[row].block;
    return block && is_in(layout, block->meanings[0].leaf, TAG_H1, TAG_H6);
}

// notes

void account_begin(struct layout *layout)
{
    layout->pages->pages[layout->pages->count - 1].account.kept = true;
}

void account_filled(struct layout *layout, length filled)
{
    if (layout->pages->count > 0)
        layout->pages->pages[layout->pages->count - 1].account.filled = filled;
}

void account_note(struct layout *layout, struct page_note note)
{
    page_note_add(layout->pages, layout->pages->count - 1, note);
}

void account_rows(struct layout *layout, enum page_note_kind kind, size_t row)
{
    account_note(layout, (struct page_note){.kind = kind, .name = name_of(layout, row)});
}

// What keeps moved from a column's foot to where rows go on.
static enum page_note_kind kind_of_move(const struct layout *layout, size_t row)
{
    const struct row *rows = layout->rows.items;
    if (is_heading(layout, row))
        return NOTE_HEADING;
    if (rows[row].group != KEEP_NOTHING && !rows[row].head)
        return NOTE_WHOLE;
    bool lines = rows[row].block && rows[row].block == rows[row + 1].block;
    return lines ? NOTE_LINES : NOTE_WITH_NEXT;
}

void account_gone(struct layout *layout, size_t row, bool whole)
{
    struct page_note note = {
        .kind = whole ? NOTE_WHOLE : NOTE_GONE,
        .name = name_of(layout, row),
        .page = (uint32_t)layout->pages->count + 1,
    };
    if (is_heading(layout, row))
        note.kind = NOTE_HEADING;
    account_note(layout, note);
}

// Rows [fill->ends, fill->fits) had room in a column and went on all the same.
static void account_keep(struct layout *layout, const struct column_fill *fill, uint32_t column,
                         uint32_t columns)
{
    struct page_note note = {
        .kind = kind_of_move(layout, fill->ends[column]),
        .name = name_of(layout, fill->ends[column]),
    };
    if (column + 1 < columns)
        note.column = column + 2;
    else
        note.page = (uint32_t)layout->pages->count + 1;
    account_note(layout, note);
}

static bool parts(const struct layout *layout, const struct region *region,
                  const struct column_fill *fill, uint32_t column)
{
    size_t end = fill->ends[column];
    const struct row *last = &layout->rows.items[end - 1];
    return fill->parting != KEEP_NOTHING && end < region->end &&
           (last->keep_next || last->group != KEEP_NOTHING);
}

void account_columns(struct layout *layout, const struct region *region, size_t start, length top,
                     const struct column_fill *fill)
{
    struct page_columns columns = {.top = top, .count = region->columns};
    for (uint32_t i = 0; i < region->columns; i++) {
        columns.feet[i] = top + fill->heights[i];
        if (fill->ends[i] > start && parts(layout, region, fill, i))
            account_note(layout, (struct page_note){.kind = NOTE_PARTED,
                                                    .name = name_of(layout, start),
                                                    .column = i + 1});
        else if (fill->ends[i] < fill->fits[i])
            account_keep(layout, fill, i, region->columns);
        start = fill->ends[i];
    }
    page_columns_add(layout->pages, layout->pages->count - 1, columns);
}

void account_balanced(struct layout *layout, const struct region *region, size_t end)
{
    account_note(layout, (struct page_note){.kind = NOTE_BALANCED,
                                            .name = name_of(layout, end),
                                            .number = (int32_t)region->columns});
}

static uint32_t share_of(const struct layout *layout, length height)
{
    return (uint32_t)length_scale(height, 1000, layout->frame.height);
}

void account_spaced(struct layout *layout, int steps, length filled)
{
    account_note(layout, (struct page_note){.kind = NOTE_SPACED,
                                            .number = steps,
                                            .share = share_of(layout, filled)});
}

void account_cut(struct layout *layout, size_t page, length height)
{
    struct page_note note = {
        .kind = NOTE_CUT,
        .number = height / layout->theme->roles[ROLE_BODY].leading,
        .share = (uint32_t)layout->theme->page.last_page * 10,
    };
    page_note_add(layout->pages, page - 1, note);
}

// floats

void account_float(struct layout *layout, enum page_note_kind kind, const struct floating *floating)
{
    struct str name = first_words(layout, floating->cell.rows, floating->cell.count);
    account_note(layout, (struct page_note){.kind = kind, .name = name});
}

void account_head(struct layout *layout, const struct floating *floating)
{
    struct page_note note = {
        .kind = NOTE_TO_HEAD,
        .name = first_words(layout, floating->cell.rows, floating->cell.count),
        .page = floating->read_on,
    };
    account_note(layout, note);
    note.kind = floating->why;
    note.page = (uint32_t)layout->pages->count;
    page_note_add(layout->pages, floating->read_on - (size_t)1, note);
}
