#include "model/model_dump.h"

static void dump_list(struct model_dump *dump, const struct list *list, struct span span)
{
    static const char *const tasks[] = {"item", "item [ ]", "item [x]"};
    dump_begin(dump, list->checklist ? "checklist" : "list");
    if (list->ordered)
        str_addf(dump->out, " from %u", (unsigned)list->first_number);
    str_add(dump->out, list->tight ? STR(" tight") : STR(" loose"));
    dump_end(dump, span);
    dump->depth++;
    for (size_t i = 0; i < list->count; i++) {
        dump_begin(dump, tasks[list->items[i].task]);
        dump_end(dump, list->items[i].span);
        dump_blocks(dump, &list->items[i].blocks);
    }
    dump->depth--;
}

void dump_heading(struct model_dump *dump, const struct heading *heading, struct span span)
{
    dump_begin(dump, "heading");
    str_addf(dump->out, " %u #%.*s", (unsigned)heading->level, STR_ARGS(heading->id));
    dump_end(dump, span);
    dump_inlines(dump, heading->text.first);
}

void dump_placement(struct model_dump *dump, const struct placement *placement)
{
    static const char *const before[] = {"", " break-before column", " break-before page",
                                         " break-before right"};
    static const char *const inside[] = {"", " break-inside avoid", " break-inside allow"};
    static const char *const places[] = {
        "", " place front", " place flap", " place back", " place foot", " place margin"};
    if (placement->id.len > 0)
        str_addf(dump->out, " #%.*s", STR_ARGS(placement->id));
    if (placement->language.len > 0)
        str_addf(dump->out, " lang=%.*s", STR_ARGS(placement->language));
    if (placement->span_all)
        str_add(dump->out, STR(" span all"));
    str_add(dump->out, str_from(before[placement->before]));
    str_add(dump->out, str_from(inside[placement->inside]));
    str_add(dump->out, str_from(places[placement->place]));
}

static void begin_block(struct model_dump *dump, const struct block *block, const char *name)
{
    dump_begin(dump, name);
    dump_placement(dump, &block->placement);
    dump_end(dump, block->span);
}

static void dump_callout(struct model_dump *dump, const struct block *block)
{
    static const char *const kinds[] = {"warning", "note", "tip"};
    const struct callout *callout = &block->as.callout;
    begin_block(dump, block, kinds[callout->kind]);
    dump->depth++;
    dump_text(dump, "title", &callout->title);
    dump_blocks(dump, &callout->body);
    dump->depth--;
}

static void dump_steps(struct model_dump *dump, const struct block *block)
{
    const struct steps *steps = &block->as.steps;
    begin_block(dump, block, "steps");
    dump->depth++;
    for (size_t i = 0; i < steps->count; i++) {
        dump_begin(dump, "step");
        dump_end(dump, steps->items[i].span);
        dump->depth++;
        dump_text(dump, "title", &steps->items[i].title);
        dump_blocks(dump, &steps->items[i].body);
        dump->depth--;
    }
    dump->depth--;
}

static void dump_contacts(struct model_dump *dump, const struct block *block)
{
    const struct contacts *contacts = &block->as.contacts;
    begin_block(dump, block, "contacts");
    dump->depth++;
    for (size_t i = 0; i < contacts->count; i++) {
        const struct contact *contact = &contacts->items[i];
        dump_begin(dump, "contact");
        dump_end(dump, contact->span);
        dump->depth++;
        dump_text(dump, "name", &contact->name);
        dump_line(dump, "phone", contact->phone, contact->phone_span);
        dump_line(dump, "email", contact->email, contact->email_span);
        dump_line(dump, "web", contact->web, contact->web_span);
        dump_text(dump, "hours", &contact->hours);
        dump->depth--;
    }
    dump->depth--;
}

static void dump_definitions(struct model_dump *dump, const struct block *block)
{
    const struct definitions *definitions = &block->as.definitions;
    begin_block(dump, block, "definitions");
    dump->depth++;
    for (size_t i = 0; i < definitions->count; i++) {
        dump_text(dump, "term", &definitions->items[i].term);
        dump_text(dump, "meaning", &definitions->items[i].meaning);
    }
    dump->depth--;
}

static void dump_facts(struct model_dump *dump, const struct block *block)
{
    const struct facts *facts = &block->as.facts;
    begin_block(dump, block, "facts");
    dump->depth++;
    for (size_t i = 0; i < facts->count; i++) {
        dump_text(dump, "value", &facts->items[i].value);
        dump_text(dump, "label", &facts->items[i].label);
    }
    dump->depth--;
}

static void dump_extent(struct model_dump *dump, const struct extent *width)
{
    if (width->fixed > 0) {
        str_add(dump->out, STR(" width "));
        length_format(dump->out, width->fixed, 3);
    }
    if (width->thousandths > 0)
        str_addf(dump->out, " width %u/1000", (unsigned)width->thousandths);
}

static void dump_field(struct model_dump *dump, const struct field *field)
{
    dump_begin(dump, "field");
    dump_extent(dump, &field->width);
    if (field->lines > 0)
        str_addf(dump->out, " lines %u", (unsigned)field->lines);
    dump_end(dump, field->span);
    dump->depth++;
    dump_text(dump, "label", &field->label);
    for (size_t i = 0; i < field->option_count; i++)
        dump_text(dump, "option", &field->options[i]);
    dump->depth--;
}

static void dump_write_in(struct model_dump *dump, const struct block *block)
{
    begin_block(dump, block, "write-in");
    dump->depth++;
    for (size_t i = 0; i < block->as.write_in.count; i++)
        dump_field(dump, &block->as.write_in.items[i]);
    dump->depth--;
}

static void dump_qr(struct model_dump *dump, const struct block *block)
{
    begin_block(dump, block, "qr");
    dump->depth++;
    dump_text(dump, "caption", &block->as.qr.caption);
    dump_line(dump, "url", block->as.qr.url, block->as.qr.url_span);
    dump->depth--;
}

void dump_picture(struct model_dump *dump, const char *name, const struct picture_use *use)
{
    if (!use->picture)
        return;
    dump_begin(dump, name);
    str_addf(dump->out, " %.*s ", STR_ARGS(use->picture->path));
    length_format(dump->out, use->picture->width, 2);
    str_add(dump->out, STR(" x "));
    length_format(dump->out, use->picture->height, 2);
    dump_end(dump, use->span);
    dump->depth++;
    dump_line(dump, "alt", use->alt, (struct span){0});
    dump->depth--;
}

static void dump_figure(struct model_dump *dump, const struct block *block)
{
    const struct figure *figure = &block->as.figure;
    begin_block(dump, block, "figure");
    dump->depth++;
    for (size_t i = 0; i < figure->count; i++) {
        dump_picture(dump, "picture", &figure->parts[i].picture);
        dump_text(dump, "part-caption", &figure->parts[i].caption);
    }
    dump_text(dump, "caption", &figure->caption);
    dump->depth--;
}

static void dump_columns(struct model_dump *dump, const struct table *table)
{
    static const char *const aligns[] = {"", " left", " center", " right", " decimal"};
    for (size_t i = 0; i < table->column_count; i++) {
        const struct table_column *column = &table->columns[i];
        dump_begin(dump, "column");
        str_add(dump->out, str_from(aligns[column->align]));
        dump_extent(dump, &column->width);
        dump_end(dump, column->span);
        dump->depth++;
        dump_text(dump, "head", &column->head);
        dump->depth--;
    }
}

static void dump_row(struct model_dump *dump, const struct table_row *row, size_t count)
{
    dump_begin(dump, "row");
    dump_end(dump, row->span);
    dump->depth++;
    for (size_t i = 0; i < count; i++) {
        dump_begin(dump, "cell");
        dump_end(dump, row->cells[i].span);
        dump_blocks(dump, &row->cells[i].blocks);
    }
    dump->depth--;
}

static void dump_table(struct model_dump *dump, const struct block *block)
{
    const struct table *table = &block->as.table;
    dump_begin(dump, table->header_column ? "table header-column" : "table");
    dump_placement(dump, &block->placement);
    dump_end(dump, block->span);
    dump->depth++;
    dump_text(dump, "caption", &table->caption);
    dump_columns(dump, table);
    for (size_t i = 0; i < table->row_count; i++)
        dump_row(dump, &table->rows[i], table->column_count);
    dump_text(dump, "notes", &table->notes);
    dump->depth--;
}

static void dump_block(struct model_dump *dump, const struct block *block)
{
    static const char *const pauses[] = {"break page", "break column", "break cut"};
    switch (block->kind) {
    case BLOCK_PARAGRAPH: dump_text(dump, "paragraph", &block->as.text); break;
    case BLOCK_CODE: dump_text(dump, "code-block", &block->as.text); break;
    case BLOCK_LIST: dump_list(dump, &block->as.list, block->span); break;
    case BLOCK_HEADING: dump_heading(dump, &block->as.heading, block->span); break;
    case BLOCK_GROUP:
        begin_block(dump, block, "text");
        dump_blocks(dump, &block->as.blocks);
        break;
    case BLOCK_QUOTE:
        begin_block(dump, block, "quote");
        dump_blocks(dump, &block->as.blocks);
        break;
    case BLOCK_PULL_QUOTE:
        begin_block(dump, block, "pull-quote");
        dump_blocks(dump, &block->as.quote.text);
        dump->depth++;
        dump_text(dump, "source", &block->as.quote.source);
        dump->depth--;
        break;
    case BLOCK_CALLOUT: dump_callout(dump, block); break;
    case BLOCK_STEPS: dump_steps(dump, block); break;
    case BLOCK_CONTACTS: dump_contacts(dump, block); break;
    case BLOCK_DEFINITIONS: dump_definitions(dump, block); break;
    case BLOCK_FACTS: dump_facts(dump, block); break;
    case BLOCK_WRITE_IN: dump_write_in(dump, block); break;
    case BLOCK_QR: dump_qr(dump, block); break;
    case BLOCK_FIGURE: dump_figure(dump, block); break;
    case BLOCK_TABLE: dump_table(dump, block); break;
    case BLOCK_BREAK: begin_block(dump, block, pauses[block->as.pause]); break;
    }
}

void dump_blocks(struct model_dump *dump, const struct blocks *blocks)
{
    dump->depth++;
    for (size_t i = 0; i < blocks->count; i++)
        dump_block(dump, &blocks->items[i]);
    dump->depth--;
}
