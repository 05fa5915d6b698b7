#include "plain/entries.h"

void plain_add_phone(struct writer *writer, struct str phone)
{
    struct passage passage = writer_passage(writer);
    if (phone.len > 0)
        passage_add_phone(&passage, phone);
    writer_add(writer, &passage);
}

void plain_add_address(struct writer *writer, struct str address)
{
    struct passage passage = writer_passage(writer);
    if (address.len > 0)
        passage_add_whole(&passage, address);
    writer_add(writer, &passage);
}

void plain_add_words(struct writer *writer, struct str label, struct str text)
{
    struct passage passage = writer_passage(writer);
    passage_add_text(&passage, label);
    passage_add_colon(&passage);
    passage_add_whole(&passage, text);
    writer_add(writer, &passage);
}

// A line for each, so that one alone can be copied.
void plain_add_contacts(struct writer *writer, const struct contacts *contacts)
{
    for (size_t i = 0; i < contacts->count; i++) {
        const struct contact *contact = &contacts->items[i];
        if (i > 0)
            fill_gap(&writer->fill, 1);
        writer_add_inline(writer, &contact->name);
        plain_add_phone(writer, contact->phone);
        plain_add_address(writer, contact->email);
        plain_add_address(writer, contact->web);
        writer_add_inline(writer, &contact->hours);
    }
}

static void add_pair(struct writer *writer, const struct inline_text *label,
                     const struct inline_text *text)
{
    struct passage passage = writer_passage(writer);
    writer_label(&passage, label);
    passage_add_inline(&passage, text);
    writer_add(writer, &passage);
}

void plain_add_definitions(struct writer *writer, const struct definitions *definitions)
{
    for (size_t i = 0; i < definitions->count; i++)
        add_pair(writer, &definitions->items[i].term, &definitions->items[i].meaning);
}

void plain_add_facts(struct writer *writer, const struct facts *facts)
{
    for (size_t i = 0; i < facts->count; i++)
        add_pair(writer, &facts->items[i].value, &facts->items[i].label);
}

// However many lines there are on paper: here they grow with what is typed.
static void add_field(struct writer *writer, const struct field *field)
{
    struct passage passage = writer_passage(writer);
    writer_label(&passage, &field->label);
    if (field->option_count == 0)
        passage_add_whole(&passage, STR("____"));
    for (size_t i = 0; i < field->option_count; i++) {
        if (i > 0)
            passage_add_text(&passage, STR("  "));
        passage_add_box(&passage, &field->options[i]);
    }
    writer_add(writer, &passage);
}

void plain_add_fields(struct writer *writer, const struct write_in *form)
{
    for (size_t i = 0; i < form->count; i++)
        add_field(writer, &form->items[i]);
}
