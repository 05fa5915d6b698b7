#include "pdf/metadata.h"

#include "color/srgb_profile.h"
#include "pdf/operators.h"

#include <assert.h>

static void add_entry(struct str_builder *out, const char *key, struct str value)
{
    if (value.len == 0)
        return;
    str_add(out, str_from(key));
    pdf_add_text(out, value);
}

// "2025-06-27T10:20:30+02:00" → "D:20250627102030+02'00" (ISO 32000-1, 7.9.4). Parts that the date
// leaves out stay out.
static struct str pdf_date(struct arena *arena, struct str iso)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("D:"));
    bool zone = false;
    for (size_t i = 0; i < iso.len; i++) {
        char c = iso.data[i];
        zone = zone || c == '+' || (c == '-' && i > 10);
        if ((c >= '0' && c <= '9') || c == 'Z' || (zone && (c == '+' || c == '-')))
            str_add_byte(&out, c);
        else if (zone && c == ':')
            str_add_byte(&out, '\'');
    }
    return str_built(&out);
}

void info_write(const struct metadata *metadata, struct haru *haru)
{
    const struct document_info *info = &metadata->list->info;
    struct str_builder out = str_builder_in(metadata->arena);
    add_entry(&out, "/Title", info->title);
    add_entry(&out, "/Author", info->author);
    add_entry(&out, "/Subject", info->subject);
    add_entry(&out, "/Keywords", info->keywords);
    add_entry(&out, "/Producer", metadata->producer);
    if (info->date.len > 0) {
        struct str date = pdf_date(metadata->arena, info->date);
        add_entry(&out, "/CreationDate", date);
        add_entry(&out, "/ModDate", date);
    }
    haru_fill(haru, haru_info(haru), str_built(&out));
}

static void add_escaped(struct str_builder *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        switch (text.data[i]) {
        case '&': str_add(out, STR("&amp;")); break;
        case '<': str_add(out, STR("&lt;")); break;
        case '>': str_add(out, STR("&gt;")); break;
        default: str_add_byte(out, text.data[i]);
        }
    }
}

// Adds a property, with what stands around its value, unless the value is empty.
static void add_property(struct str_builder *out, const char *before, struct str value,
                         const char *after)
{
    if (value.len == 0)
        return;
    str_add(out, str_from(before));
    add_escaped(out, value);
    str_add(out, str_from(after));
    str_add_byte(out, '\n');
}

// ISO 19005-2, 6.6.2.3: a schema that PDF/A does not know is described in the packet.
static const struct str pdfuaid_schema = STR_INIT(
    "<rdf:Description rdf:about=\"\" xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
    " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
    " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
    "<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>\n"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>\n"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>\n"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
    "<pdfaProperty:name>part</pdfaProperty:name>\n"
    "<pdfaProperty:valueType>Integer</pdfaProperty:valueType>\n"
    "<pdfaProperty:category>internal</pdfaProperty:category>\n"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>\n"
    "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
    "</rdf:li></rdf:Bag></pdfaExtension:schemas>\n"
    "</rdf:Description>\n");

static void add_dublin_core(struct str_builder *out, const struct document_info *info)
{
    add_property(out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->title,
                 "</rdf:li></rdf:Alt></dc:title>");
    add_property(out, "<dc:creator><rdf:Seq><rdf:li>", info->author,
                 "</rdf:li></rdf:Seq></dc:creator>");
    add_property(out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", info->subject,
                 "</rdf:li></rdf:Alt></dc:description>");
    add_property(out, "<dc:language><rdf:Bag><rdf:li>", info->language,
                 "</rdf:li></rdf:Bag></dc:language>");
    add_property(out, "<dc:identifier>", info->identifier, "</dc:identifier>");
}

// The parts for PDF 2.0 name the revision, too: its year (ISO 19005-4, 6.7.3; ISO 14289-2, 5).
static void add_claims(struct str_builder *out, const struct pdf_standards *standards)
{
    if (standards->archive_part > 0)
        str_addf(out, "<pdfaid:part>%u</pdfaid:part>\n", (unsigned)standards->archive_part);
    if (standards->archive_level != '\0')
        str_addf(out, "<pdfaid:conformance>%c</pdfaid:conformance>\n", standards->archive_level);
    if (standards->archive_part == 4)
        str_add(out, STR("<pdfaid:rev>2020</pdfaid:rev>\n"));
    if (standards->access_part > 0)
        str_addf(out, "<pdfuaid:part>%u</pdfuaid:part>\n", (unsigned)standards->access_part);
    if (standards->access_part == 2)
        str_add(out, STR("<pdfuaid:rev>2024</pdfuaid:rev>\n"));
    str_add(out, STR("</rdf:Description>\n"));
    // PDF/A-4 describes schemas no more.
    if (standards->archive_part > 0 && standards->archive_part < 4 && standards->access_part > 0)
        str_add(out, pdfuaid_schema);
}

static struct str xmp_packet(const struct metadata *metadata, const struct haru *haru)
{
    const struct document_info *info = &metadata->list->info;
    struct str_builder out = str_builder_in(metadata->arena);
    str_add(&out, STR("<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                      "<rdf:Description rdf:about=\"\""
                      " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                      " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                      " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\""
                      " xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\""
                      " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\""
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n"));
    add_dublin_core(&out, info);
    add_property(&out, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>");
    add_property(&out, "<pdf:Producer>", metadata->producer, "</pdf:Producer>");
    add_property(&out, "<xmp:CreateDate>", info->date, "</xmp:CreateDate>");
    add_property(&out, "<xmp:ModifyDate>", info->date, "</xmp:ModifyDate>");
    add_property(&out, "<xmpMM:VersionID>", info->version, "</xmpMM:VersionID>");
    add_claims(&out, haru_standards(haru));
    str_add(&out, STR("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>"));
    return str_built(&out);
}

uint32_t xmp_write(const struct metadata *metadata, struct haru *haru)
{
    // Packed, as PDF/A-2 allows: two thirds of a packet are the names of its schemas.
    return haru_add_stream(haru, STR("/Type/Metadata/Subtype/XML"), xmp_packet(metadata, haru),
                           true);
}

uint32_t output_intent_write(struct arena *arena, struct haru *haru)
{
    uint32_t profile = haru_add_stream(haru, STR("/N 3"), srgb_profile(arena), true);
    uint32_t object = haru_add_object(haru);
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB IEC61966-2.1)"
                      "/Info(sRGB IEC61966-2.1)/DestOutputProfile "));
    pdf_add_reference(&out, profile);
    haru_fill(haru, object, str_built(&out));
    return object;
}

// Returns the number that a label is, or 0 when it is no decimal number as page labels write it.
static uint32_t label_number(struct str label)
{
    uint32_t number = 0;
    if (label.len == 0 || label.len > 6 || label.data[0] == '0')
        return 0;
    for (size_t i = 0; i < label.len; i++) {
        if (label.data[i] < '0' || label.data[i] > '9')
            return 0;
        number = number * 10 + (uint32_t)(label.data[i] - '0');
    }
    return number;
}

static bool any_label(const struct page_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->pages[i].label.len > 0)
            return true;
    return false;
}

// Whether a page's label follows from that of the page before it: a number counts on, anything else
// stays as it is.
static bool label_goes_on(const struct page *before, const struct page *page)
{
    uint32_t number = label_number(before->label);
    if (number == 0)
        return str_equal(before->label, page->label);
    return label_number(page->label) == number + 1;
}

static void add_label_range(struct str_builder *out, size_t page, struct str label)
{
    uint32_t number = label_number(label);
    str_addf(out, "%zu<<", page);
    if (number == 0) {
        str_add(out, STR("/P"));
        pdf_add_text(out, label);
    } else {
        str_add(out, STR("/S/D"));
        if (number > 1)
            str_addf(out, "/St %u", (unsigned)number);
    }
    str_add(out, STR(">>"));
}

void page_labels_add(const struct page_list *list, struct str_builder *out)
{
    if (!any_label(list))
        return;
    str_add(out, STR("/PageLabels<</Nums["));
    for (size_t i = 0; i < list->count; i++)
        if (i == 0 || !label_goes_on(&list->pages[i - 1], &list->pages[i]))
            add_label_range(out, i, list->pages[i].label);
    str_add(out, STR("]>>"));
}
