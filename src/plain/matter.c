#include "plain/matter.h"

#include "plain/entries.h"
#include "plain/pictures.h"

// front

void plain_add_front(struct writer *writer)
{
    const struct brochure *brochure = writer->brochure;
    bool cover = brochure->cover.present;
    if (cover)
        writer_add_inline(writer, &brochure->cover.eyebrow);
    writer_add_heading(writer, &brochure->title, 0);
    writer_add_inline(writer, &brochure->subtitle);
    if (cover) {
        struct passage image = writer_passage(writer);
        plain_add_alt(&image, &brochure->cover.image);
        fill_gap(&writer->fill, 1);
        writer_add(writer, &image);
        fill_gap(&writer->fill, 1);
        writer_add_inline(writer, &brochure->document.summary);
    }
    fill_gap(&writer->fill, 1);
    writer_add_inline(writer, &brochure->lead);
}

// contents

static void add_entry(struct writer *writer, struct str title)
{
    size_t indent = fill_hang(&writer->fill, STR("- "));
    writer_add_text(writer, title);
    fill_back(&writer->fill, indent);
}

static void add_entries(struct writer *writer, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (sections[i].heading.level > writer->brochure->contents)
            continue;
        add_entry(writer, sections[i].heading.plain);
        size_t indent = fill_hang(&writer->fill, STR("  "));
        add_entries(writer, sections[i].sections, sections[i].section_count);
        fill_back(&writer->fill, indent);
    }
}

void plain_add_contents(struct writer *writer)
{
    const struct brochure *brochure = writer->brochure;
    if (brochure->contents == 0)
        return;
    writer_add_word_heading(writer, TERM_CONTENTS);
    add_entries(writer, brochure->sections, brochure->section_count);
    if (brochure->reference_count > 0)
        add_entry(writer, writer_word(writer, TERM_REFERENCES));
}

// references

void plain_add_references(struct writer *writer)
{
    const struct brochure *brochure = writer->brochure;
    size_t indent = writer->fill.indent;
    if (brochure->reference_count == 0)
        return;
    writer_add_word_heading(writer, TERM_REFERENCES);
    for (size_t i = 0; i < brochure->reference_count; i++) {
        const struct reference *reference = &brochure->references[i];
        fill_hang(&writer->fill, str_format(writer->arena, "%u. ", (unsigned)reference->number));
        writer_add_inline(writer, &reference->text);
        fill_back(&writer->fill, indent);
    }
}

// back

static void add_publisher(struct writer *writer)
{
    const struct publisher *publisher = &writer->brochure->publisher;
    if (publisher->name.len == 0)
        return;
    writer_add_text(writer, publisher->name);
    for (size_t i = 0; i < publisher->address_count; i++)
        writer_add_text(writer, publisher->address[i]);
    plain_add_phone(writer, publisher->phone);
    plain_add_address(writer, publisher->email);
    plain_add_address(writer, publisher->web);
    writer_add_inline(writer, &publisher->feedback);
}

static void add_value(struct writer *writer, enum term term, struct str value)
{
    if (value.len > 0)
        plain_add_words(writer, writer_word(writer, term), value);
}

static struct str status_word(struct writer *writer)
{
    switch (writer->brochure->document.status) {
    case STATUS_NONE: break;
    case STATUS_DRAFT: return writer_word(writer, TERM_DRAFT);
    case STATUS_APPROVED: return writer_word(writer, TERM_APPROVED);
    }
    return STR("");
}

static void add_labelled(struct writer *writer, struct str label, const struct inline_text *value)
{
    struct passage passage = writer_passage(writer);
    if (!value->first)
        return;
    passage_add_text(&passage, label);
    passage_add_colon(&passage);
    passage_add_inline(&passage, value);
    writer_add(writer, &passage);
}

static void add_control(struct writer *writer)
{
    const struct document *document = &writer->brochure->document;
    struct str language = writer->terms->language;
    struct str original = document->translated_file;
    add_value(writer, TERM_DOCUMENT, document->id);
    add_value(writer, TERM_VERSION, document->version);
    add_value(writer, TERM_ISSUED, term_date(writer->arena, language, document->issued));
    add_value(writer, TERM_REVIEW_BY, term_date(writer->arena, language, document->review_by));
    if (document->audience.first)
        add_labelled(writer, writer_word(writer, TERM_FOR), &document->audience);
    add_value(writer, TERM_STATUS, status_word(writer));
    if (original.len > 0)
        original = str_format(writer->arena, "%.*s, %.*s", STR_ARGS(original),
                              STR_ARGS(document->translated_version));
    add_value(writer, TERM_TRANSLATION_OF, original);
    for (size_t i = 0; i < document->more_count; i++)
        add_labelled(writer, document->more[i].label, &document->more[i].value);
}

void plain_add_back(struct writer *writer)
{
    fill_gap(&writer->fill, 2);
    add_value(writer, TERM_ONLINE, writer->brochure->document.online);
    fill_gap(&writer->fill, 1);
    add_publisher(writer);
    fill_gap(&writer->fill, 1);
    add_control(writer);
}
