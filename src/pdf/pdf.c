#include "pdf/pdf.h"

#include "pdf/content.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/operators.h"

#include <assert.h>

// What the steps share.
struct writer {
    struct arena *arena;
    const struct page_list *list;
    struct haru *haru;
    struct haru_page *pages;
    struct tags *tags;
    struct paints *paints;
    const struct map *pictures;
    uint32_t resources;
    struct str font_entries;
};

static void add_pages(struct writer *writer)
{
    writer->pages = ARENA_ARRAY(writer->arena, struct haru_page, writer->list->count);
    for (size_t i = 0; i < writer->list->count; i++)
        writer->pages[i] = haru_add_page(writer->haru);
}

static bool write_fonts(struct writer *writer, struct fonts *fonts, struct diags *diags)
{
    if (!fonts_write(fonts, writer->haru, diags, &writer->font_entries))
        return false;
    writer->resources = haru_add_object(writer->haru);
    writer->paints = paints_open(writer->arena, writer->haru, writer->font_entries,
                                 writer->list->intent != NULL);
    return true;
}

// What the pages name is known when they are written.
static void write_resources(struct writer *writer, const struct content *content)
{
    struct str_builder out = str_builder_in(writer->arena);
    struct str forms = content_forms(content);
    str_add(&out, writer->font_entries);
    paints_add_resources(writer->paints, &out);
    if (forms.len > 0)
        str_addf(&out, "/XObject<<%.*s>>", STR_ARGS(forms));
    haru_fill(writer->haru, writer->resources, str_built(&out));
    paints_finish(writer->paints);
}

struct page_entries {
    struct str annotations;
    bool transparent;
};

// A box that goes `over` the trim on each side, in the medium's coordinates.
static void add_page_box(struct str_builder *out, const char *key, const struct page *page,
                         length over)
{
    int64_t start = (int64_t)page->around - over, end = (int64_t)page->around + over;
    const int64_t corners[4] = {pdf_thousandths(start), pdf_thousandths(start),
                                pdf_thousandths(page->width + end),
                                pdf_thousandths(page->height + end)};
    str_add(out, str_from(key));
    pdf_add_rectangle(out, corners);
}

static void fill_page(struct writer *writer, uint32_t page, struct page_entries entries)
{
    const struct page *source = &writer->list->pages[page];
    struct str_builder out = str_builder_in(writer->arena);
    add_page_box(&out, "/MediaBox", source, source->around);
    if (writer->list->intent) { // ISO 15930-7, 6.2.5
        add_page_box(&out, "/BleedBox", source, source->bleed);
        add_page_box(&out, "/TrimBox", source, 0);
    }
    str_add(&out, STR("/Resources "));
    pdf_add_reference(&out, writer->resources);
    if (tags_page_has_marks(writer->tags))
        str_addf(&out, "/StructParents %u", (unsigned)page);
    // ISO 14289-1, 7.18.3: the tab order is that of the structure.
    str_add(&out, STR("/Tabs/S"));
    if (entries.transparent)
        str_addf(&out, "/Group%.*s", STR_ARGS(paints_group(writer->paints)));
    if (entries.annotations.len > 0)
        str_addf(&out, "/Annots[%.*s]", STR_ARGS(entries.annotations));
    haru_fill(writer->haru, writer->pages[page].object, str_built(&out));
}

static void write_pages(struct writer *writer, const struct fonts *fonts)
{
    const struct content_means means = {
        fonts, writer->tags, writer->paints,
        pictures_open(writer->arena, writer->haru, writer->pictures), writer->list->untagged};
    struct content *content = content_open(writer->arena, &means);
    struct places places = {writer->arena, writer->list, writer->pages, writer->tags};
    struct str_builder annotations = str_builder_in(writer->arena);
    for (uint32_t i = 0; i < writer->list->count; i++) {
        tags_begin_page(writer->tags, i);
        haru_fill_stream(writer->haru, writer->pages[i].contents, STR(""),
                         content_page(content, &writer->list->pages[i]), true);
        annotations.len = 0;
        links_write(&places, i, writer->haru, &annotations);
        fill_page(writer, i,
                  (struct page_entries){str_built(&annotations), content_is_transparent(content)});
    }
    write_resources(writer, content);
}

static void write_catalog(struct writer *writer, const struct metadata *metadata)
{
    struct haru *haru = writer->haru;
    const struct document_info *info = &writer->list->info;
    struct str_builder out = str_builder_in(writer->arena);
    struct places places = {writer->arena, writer->list, writer->pages, writer->tags};
    uint32_t outline = outline_write(&places, haru);
    str_add(&out, STR("/Lang"));
    pdf_add_text(&out, info->language);
    uint32_t tags = tags_write(writer->tags);
    if (!writer->list->untagged)
        str_addf(&out, "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R", (unsigned)tags);
    str_addf(&out, "/Metadata %u 0 R", (unsigned)xmp_write(metadata, haru));
    output_intents_add(writer->list, haru, &out);
    str_addf(&out, "/ViewerPreferences<</DisplayDocTitle true%s>>",
             info->right_to_left ? "/Direction/R2L" : "");
    if (outline != 0)
        str_addf(&out, "/Outlines %u 0 R/PageMode/UseOutlines", (unsigned)outline);
    page_labels_add(writer->list, &out);
    haru_fill(haru, haru_catalog(haru), str_built(&out));
    if (!haru_is_pdf_2(haru))
        info_write(metadata, haru);
}

static bool write_file(struct writer *writer, const struct pdf_job *job, struct diags *diags,
                       struct str *bytes)
{
    struct metadata metadata = {writer->arena, writer->list, job->producer};
    struct fonts *fonts = fonts_collect(writer->arena, writer->list);
    add_pages(writer);
    if (!write_fonts(writer, fonts, diags))
        return false;
    writer->tags = tags_open(writer->arena, writer->list, writer->pages, writer->haru);
    write_pages(writer, fonts);
    write_catalog(writer, &metadata);
    if (haru_write(writer->haru, bytes))
        return true;
    diag_add(diags, DIAG_OUTPUT_CHECK, (struct span){0}, "the PDF could not be put together");
    return false;
}

bool pdf_write(struct arena *arena, const struct pdf_job *job, struct diags *diags,
               struct str *bytes)
{
    assert(job->pages->count > 0);
    struct writer writer = {.arena = arena, .list = job->pages, .pictures = job->pictures};
    writer.haru = haru_open(arena, job->compression, job->pages->count);
    if (!writer.haru) {
        diag_add(diags, DIAG_OUTPUT_CHECK, (struct span){0}, "there is no memory for the PDF");
        return false;
    }
    haru_set_standards(writer.haru, &job->standards);
    bool written = write_file(&writer, job, diags, bytes);
    haru_close(writer.haru);
    return written;
}
