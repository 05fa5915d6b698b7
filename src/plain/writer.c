#include "plain/writer.h"

const struct terms *writer_enter(struct writer *writer, struct str language)
{
    const struct terms *around = writer->terms;
    if (language.len > 0 && !str_equal(language, around->language))
        writer->terms = terms_within(writer->arena, writer->brochure->terms, language);
    return around;
}

struct str writer_word(struct writer *writer, enum term term)
{
    return term_word(writer->terms, term, writer->diags);
}

struct str writer_numbered(struct writer *writer, enum term term, size_t number)
{
    struct term_values values = {.first = str_format(writer->arena, "%zu", number)};
    return term_phrase(writer->arena, writer->terms, term, &values, writer->diags);
}

struct passage writer_passage(struct writer *writer)
{
    return passage_in(writer->arena, writer->terms->language);
}

void writer_add(struct writer *writer, const struct passage *passage)
{
    fill_add(&writer->fill, passage);
}

void writer_add_text(struct writer *writer, struct str text)
{
    struct passage passage = writer_passage(writer);
    passage_add_text(&passage, text);
    writer_add(writer, &passage);
}

void writer_add_inline(struct writer *writer, const struct inline_text *text)
{
    struct passage passage = writer_passage(writer);
    passage_add_inline(&passage, text);
    writer_add(writer, &passage);
}

// The next part begins after a blank line, a main one after two.
static void add_heading(struct writer *writer, const struct passage *passage, uint32_t level)
{
    static const char rules[] = {'=', '-', '~', '^', '+', '.', ':'};
    fill_gap(&writer->fill, level == 1 ? 2 : 1);
    writer_add(writer, passage);
    fill_rule(&writer->fill, rules[level]);
    fill_gap(&writer->fill, level == 0 ? 0 : 1);
}

void writer_add_heading(struct writer *writer, const struct inline_text *text, uint32_t level)
{
    struct passage passage = writer_passage(writer);
    passage_add_inline(&passage, text);
    add_heading(writer, &passage, level);
}

void writer_add_word_heading(struct writer *writer, enum term term)
{
    struct passage passage = writer_passage(writer);
    passage_add_text(&passage, writer_word(writer, term));
    add_heading(writer, &passage, 1);
}

void writer_label(struct passage *passage, const struct inline_text *label)
{
    if (!label->first)
        return;
    passage_add_inline(passage, label);
    passage_add_colon(passage);
}
