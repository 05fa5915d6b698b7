#include "text/atoms.h"

static void add_width(struct str_builder *out, length width)
{
    str_add_byte(out, ' ');
    length_format(out, width, 3);
}

static void add_text(struct str_builder *out, struct str text)
{
    str_add(out, STR(" \""));
    for (size_t i = 0; i < text.len; i++) {
        if (text.data[i] == '\n')
            str_add(out, STR("\\n"));
        else
            str_add_byte(out, text.data[i]);
    }
    str_add_byte(out, '"');
}

static void add_script(struct str_builder *out, uint32_t script)
{
    str_add_byte(out, ' ');
    for (int shift = 24; shift >= 0; shift -= 8)
        str_add_byte(out, (char)(script >> shift & 0xFF));
}

static void dump_atom(const struct paragraph *paragraph, const struct atom *atom,
                      struct str_builder *out)
{
    str_addf(out, "  %.*s", STR_ARGS(atom->item.font->postscript_name));
    add_width(out, atom_style(paragraph, atom)->size);
    add_script(out, atom->item.script);
    if (atom->item.level > 0)
        str_addf(out, " level %u", atom->item.level);
    add_width(out, atom->width);
    add_text(out, str_slice(paragraph->text, atom->item.start, atom->item.end));
    for (size_t i = 0; i < atom->word->count; i++) {
        const struct shaped_glyph *glyph = &atom->word->glyphs[i];
        str_addf(out, " %u@%u+%d", glyph->id, glyph->cluster, glyph->advance);
        if (glyph->x_offset != 0 || glyph->y_offset != 0)
            str_addf(out, "(%d,%d)", glyph->x_offset, glyph->y_offset);
    }
    str_add_byte(out, '\n');
}

void paragraph_dump(const struct paragraph *paragraph, struct str_builder *out)
{
    str_addf(out, "paragraph %zu bytes\n", paragraph->text.len);
    for (size_t i = 0; i < paragraph->atom_count; i++)
        if (paragraph->atoms[i].item.kind == ITEM_WORD)
            dump_atom(paragraph, &paragraph->atoms[i], out);
}

static void dump_piece(const struct line_piece *piece, struct str_builder *out)
{
    str_add(out, STR("    at"));
    add_width(out, piece->x);
    str_addf(out, " %.*s", STR_ARGS(piece->font->postscript_name));
    add_width(out, piece->style->size);
    if (piece->level > 0)
        str_addf(out, " level %u", piece->level);
    add_text(out, piece->text);
    str_add_byte(out, '\n');
}

void lines_dump(const struct lines *lines, struct str_builder *out)
{
    str_addf(out, "lines %zu\n", lines->count);
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        str_addf(out, "  %u-%u", line->start, line->end);
        add_width(out, line->width);
        str_add(out, line->hyphenated ? STR(" hyphen") : STR(""));
        str_add(out, line->forced ? STR(" forced\n") : STR("\n"));
        for (size_t j = 0; j < line->piece_count; j++)
            dump_piece(&line->pieces[j], out);
    }
}
