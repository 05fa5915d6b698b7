#include "model/decode.h"
#include "model/model_dump.h"

static void dump_sections(struct model_dump *dump, const struct section *sections, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct section *section = &sections[i];
        dump_begin(dump, "section");
        str_addf(dump->out, " %u", (unsigned)section->index);
        dump_placement(dump, &section->placement);
        dump_end(dump, section->span);
        dump->depth++;
        dump_heading(dump, &section->heading, section->heading.text.span);
        dump_begin(dump, "body\n");
        dump_blocks(dump, &section->body);
        dump_sections(dump, section->sections, section->section_count);
        dump->depth--;
    }
}

static void dump_publisher(struct model_dump *dump, const struct publisher *publisher)
{
    if (publisher->name.len == 0)
        return;
    dump_begin(dump, "publisher");
    dump_end(dump, publisher->span);
    dump->depth++;
    dump_line(dump, "name", publisher->name, (struct span){0});
    for (size_t i = 0; i < publisher->address_count; i++)
        dump_line(dump, "address", publisher->address[i], (struct span){0});
    dump_line(dump, "phone", publisher->phone, (struct span){0});
    dump_line(dump, "email", publisher->email, (struct span){0});
    dump_line(dump, "web", publisher->web, (struct span){0});
    dump_text(dump, "feedback", &publisher->feedback);
    dump_picture(dump, "logo", &publisher->logo);
    dump->depth--;
}

static void dump_date(struct model_dump *dump, const char *name, struct date date)
{
    if (date.year == 0)
        return;
    dump_begin(dump, name);
    str_addf(dump->out, " %u-%02u-%02u\n", (unsigned)date.year, (unsigned)date.month,
             (unsigned)date.day);
}

static void dump_document(struct model_dump *dump, const struct document *document)
{
    static const char *const statuses[] = {"", "draft", "approved"};
    if (document->span.file == 0)
        return;
    dump_begin(dump, "document");
    dump_end(dump, document->span);
    dump->depth++;
    dump_line(dump, "id", document->id, (struct span){0});
    dump_line(dump, "version", document->version, (struct span){0});
    dump_line(dump, "status", str_from(statuses[document->status]), (struct span){0});
    dump_date(dump, "issued", document->issued);
    dump_date(dump, "review-by", document->review_by);
    dump_text(dump, "audience", &document->audience);
    dump_text(dump, "summary", &document->summary);
    for (size_t i = 0; i < document->keyword_count; i++)
        dump_line(dump, "keyword", document->keywords[i], (struct span){0});
    dump_line(dump, "online", document->online, (struct span){0});
    for (size_t i = 0; i < document->more_count; i++) {
        dump_line(dump, "label", document->more[i].label, document->more[i].span);
        dump_text(dump, "value", &document->more[i].value);
    }
    dump_line(dump, "translation-of", document->translated_file, (struct span){0});
    dump_line(dump, "translated-version", document->translated_version, (struct span){0});
    dump->depth--;
}

static void dump_page(struct model_dump *dump, const struct page_setup *page)
{
    dump_begin(dump, "page ");
    length_format(dump->out, page->width, 3);
    str_add(dump->out, STR(" x "));
    length_format(dump->out, page->height, 3);
    str_addf(dump->out, " columns %u", (unsigned)page->columns);
    if (page->pages.at_most > 0)
        str_addf(dump->out, " at-most %u", (unsigned)page->pages.at_most);
    if (page->pages.exactly > 0)
        str_addf(dump->out, " exactly %u", (unsigned)page->pages.exactly);
    if (page->pages.multiple_of > 1)
        str_addf(dump->out, " multiple-of %u", (unsigned)page->pages.multiple_of);
    dump_end(dump, page->span);
}

static void dump_references(struct model_dump *dump, const struct brochure *brochure)
{
    for (size_t i = 0; i < brochure->reference_count; i++) {
        const struct reference *reference = &brochure->references[i];
        dump_begin(dump, "reference");
        str_addf(dump->out, " %u", (unsigned)reference->number);
        if (reference->id.len > 0)
            str_addf(dump->out, " @%.*s", STR_ARGS(reference->id));
        str_addf(dump->out, " cited %zu", reference->cited);
        dump_end(dump, reference->span);
        dump_inlines(dump, reference->text.first);
    }
}

void brochure_dump(const struct brochure *brochure, struct sources *sources,
                   struct str_builder *out)
{
    struct model_dump dump = {.out = out, .sources = sources};
    dump_begin(&dump, "brochure ");
    str_add(out, brochure->language);
    str_add(out, brochure->right_to_left ? STR(" right-to-left\n") : STR("\n"));
    dump_text(&dump, "title", &brochure->title);
    dump_text(&dump, "subtitle", &brochure->subtitle);
    dump_publisher(&dump, &brochure->publisher);
    dump_document(&dump, &brochure->document);
    if (brochure->cover.present) {
        dump_begin(&dump, "cover");
        dump_end(&dump, brochure->cover.span);
        dump.depth++;
        dump_text(&dump, "eyebrow", &brochure->cover.eyebrow);
        dump_picture(&dump, "image", &brochure->cover.image);
        dump.depth--;
    }
    dump_text(&dump, "lead", &brochure->lead);
    if (brochure->contents > 0) {
        dump_begin(&dump, "contents");
        str_addf(out, " %u\n", (unsigned)brochure->contents);
    }
    dump_line(&dump, "theme", brochure->theme, brochure->theme_span);
    dump_page(&dump, &brochure->page);
    for (size_t i = 0; i < brochure->edition_count; i++)
        dump_line(&dump, "edition", brochure->editions[i].name, brochure->editions[i].span);
    dump_sections(&dump, brochure->sections, brochure->section_count);
    dump_references(&dump, brochure);
}
