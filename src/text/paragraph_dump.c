#include "text/paragraph_parts.h"

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

void paragraph_dump(const struct paragraph *paragraph, struct str_builder *out)
{
    str_addf(out, "paragraph %zu bytes\n", paragraph->text.len);
    for (size_t i = 0; i < paragraph->atom_count; i++) {
        const struct atom *atom = &paragraph->atoms[i];
        if (atom->item.kind != ITEM_WORD)
            continue;
        str_addf(out, "  %.*s", STR_ARGS(atom->item.font->postscript_name));
        add_width(out, atom->width);
        add_text(out, str_slice(paragraph->text, atom->item.start, atom->item.end));
        for (size_t j = 0; j < atom->word->count; j++)
            str_addf(out, " %u", atom->word->glyphs[j].id);
        str_add_byte(out, '\n');
    }
}

void lines_dump(const struct lines *lines, struct str_builder *out)
{
    str_addf(out, "lines %zu\n", lines->count);
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->items[i];
        str_addf(out, "  %u-%u", line->start, line->end);
        add_width(out, line->width);
        str_add(out, line->hyphenated ? STR(" hyphen") : STR(""));
        str_add(out, line->forced ? STR(" forced") : STR(""));
        for (size_t j = 0; j < line->piece_count; j++)
            add_text(out, line->pieces[j].text);
        str_add_byte(out, '\n');
    }
}
