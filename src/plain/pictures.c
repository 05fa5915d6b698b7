#include "plain/pictures.h"

void plain_add_alt(struct passage *passage, const struct picture_use *use)
{
    if (use->alt.len == 0)
        return;
    if (passage->text.len > 0)
        passage_add_text(passage, STR(" "));
    passage_add_text(passage, STR("["));
    passage_add_text(passage, use->alt);
    passage_add_text(passage, STR("]"));
}

static void add_part(struct passage *passage, const struct figure_part *part)
{
    if (passage->text.len > 0 && part->caption.first)
        passage_add_text(passage, STR(" "));
    passage_add_inline(passage, &part->caption);
    plain_add_alt(passage, &part->picture);
}

static void add_parts(struct writer *writer, const struct figure *figure)
{
    size_t indent = writer->fill.indent;
    for (size_t i = 0; i < figure->count; i++) {
        struct passage passage = writer_passage(writer);
        add_part(&passage, &figure->parts[i]);
        if (passage.text.len == 0)
            continue;
        fill_hang(&writer->fill, STR("- "));
        writer_add(writer, &passage);
        fill_back(&writer->fill, indent);
    }
}

void plain_add_figure(struct writer *writer, const struct figure *figure)
{
    struct passage passage = writer_passage(writer);
    if (figure->caption.first) {
        struct str label = writer_numbered(writer, TERM_FIGURE, ++writer->figures);
        passage_add_text(&passage, label);
        passage_add_text(&passage, STR(" "));
        passage_add_inline(&passage, &figure->caption);
    }
    if (figure->count == 1)
        add_part(&passage, &figure->parts[0]);
    writer_add(writer, &passage);
    if (figure->count > 1)
        add_parts(writer, figure);
}

void plain_add_qr(struct writer *writer, const struct qr_block *qr)
{
    struct passage passage = writer_passage(writer);
    writer_label(&passage, &qr->caption);
    passage_add_whole(&passage, qr->url);
    writer_add(writer, &passage);
}
