#include "pdf/metadata.h"

#include "base/xml.h"
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
    if (haru_standards(haru)->press_part > 0) // ISO 15930-7, 6.5.1
        str_add(&out, STR("/Trapped/False"));
    haru_fill(haru, haru_info(haru), str_built(&out));
}

// Adds a property, with what stands around its value, unless the value is empty.
static void add_property(struct str_builder *out, const char *before, struct str value,
                         const char *after)
{
    if (value.len == 0)
        return;
    str_add(out, str_from(before));
    xml_add_text(out, value);
    str_add(out, str_from(after));
    str_add_byte(out, '\n');
}

// ISO 19005-2, 6.6.2.3: a schema that PDF/A does not know is described in the packet, one property
// of it a row.
static const struct described {
    const char *name, *address, *prefix, *property, *type, *meaning;
} access_schema = {"PDF/UA identification schema",
                   "http://www.aiim.org/pdfua/ns/id/",
                   "pdfuaid",
                   "part",
                   "Integer",
                   "Part of ISO 14289"},
  press_schema = {"PDF/X identification schema",
                  "http://www.npes.org/pdfx/ns/id/",
                  "pdfxid",
                  "GTS_PDFXVersion",
                  "Text",
                  "Version of ISO 15930"},
  trapping_schema = {"Adobe PDF schema",
                     "http://ns.adobe.com/pdf/1.3/",
                     "pdf",
                     "Trapped",
                     "Text",
                     "Whether inks were spread over their neighbours"};

static void add_described(struct str_builder *out, const struct described *schema)
{
    str_addf(out,
             "<rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaSchema:schema>%s</pdfaSchema:schema>\n"
             "<pdfaSchema:namespaceURI>%s</pdfaSchema:namespaceURI>\n"
             "<pdfaSchema:prefix>%s</pdfaSchema:prefix>\n"
             "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType=\"Resource\">\n"
             "<pdfaProperty:name>%s</pdfaProperty:name>\n"
             "<pdfaProperty:valueType>%s</pdfaProperty:valueType>\n"
             "<pdfaProperty:category>internal</pdfaProperty:category>\n"
             "<pdfaProperty:description>%s</pdfaProperty:description>\n"
             "</rdf:li></rdf:Seq></pdfaSchema:property>\n"
             "</rdf:li>",
             schema->name, schema->address, schema->prefix, schema->property, schema->type,
             schema->meaning);
}

static void add_schemas(struct str_builder *out, const struct pdf_standards *standards)
{
    str_add(out, STR("<rdf:Description rdf:about=\"\""
                     " xmlns:pdfaExtension=\"http://www.aiim.org/pdfa/ns/extension/\""
                     " xmlns:pdfaSchema=\"http://www.aiim.org/pdfa/ns/schema#\""
                     " xmlns:pdfaProperty=\"http://www.aiim.org/pdfa/ns/property#\">\n"
                     "<pdfaExtension:schemas><rdf:Bag>"));
    if (standards->access_part > 0)
        add_described(out, &access_schema);
    if (standards->press_part > 0) {
        add_described(out, &press_schema);
        add_described(out, &trapping_schema);
    }
    str_add(out, STR("</rdf:Bag></pdfaExtension:schemas>\n</rdf:Description>\n"));
}

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
    bool described = standards->access_part > 0 || standards->press_part > 0;
    // PDF/A-4 describes schemas no more.
    if (standards->archive_part > 0 && standards->archive_part < 4 && described)
        add_schemas(out, standards);
}

// ISO 15930-7, 6.5.2: the same document in the same version has the same name, whenever it is made.
static void add_document_name(struct str_builder *out, const struct document_info *info)
{
    struct str said =
        str_format(out->arena, "%.*s\n%.*s\n%.*s\n%.*s", STR_ARGS(info->identifier),
                   STR_ARGS(info->version), STR_ARGS(info->title), STR_ARGS(info->date));
    struct str twice = str_format(out->arena, "%.*s%.*s", STR_ARGS(said), STR_ARGS(said));
    uint64_t first = str_hash(said), second = str_hash(twice);
    str_addf(out,
             "<xmpMM:DocumentID>uuid:%08x-%04x-8%03x-8%03x-%012llx</xmpMM:DocumentID>\n"
             "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>\n",
             (unsigned)(first >> 32), (unsigned)(first >> 16 & 0xFFFF), (unsigned)(first & 0xFFF),
             (unsigned)(second >> 48 & 0xFFF), (unsigned long long)(second & 0xFFFFFFFFFFFF));
    if (info->version.len == 0)
        str_add(out, STR("<xmpMM:VersionID>1</xmpMM:VersionID>\n"));
}

static void add_press(struct str_builder *out, const struct document_info *info)
{
    str_add(out, STR("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>\n"
                     "<pdf:Trapped>False</pdf:Trapped>\n"));
    add_property(out, "<xmp:MetadataDate>", info->date, "</xmp:MetadataDate>");
    add_document_name(out, info);
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
                      " xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\""
                      " xmlns:pdfxid=\"http://www.npes.org/pdfx/ns/id/\">\n"));
    add_dublin_core(&out, info);
    add_property(&out, "<pdf:Keywords>", info->keywords, "</pdf:Keywords>");
    add_property(&out, "<pdf:Producer>", metadata->producer, "</pdf:Producer>");
    add_property(&out, "<xmp:CreateDate>", info->date, "</xmp:CreateDate>");
    add_property(&out, "<xmp:ModifyDate>", info->date, "</xmp:ModifyDate>");
    add_property(&out, "<xmpMM:VersionID>", info->version, "</xmpMM:VersionID>");
    if (haru_standards(haru)->press_part > 0)
        add_press(&out, info);
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

struct intent_use {
    const char *kind;
    uint32_t profile;
};

static void add_intent(struct str_builder *list, struct haru *haru,
                       const struct press_intent *intent, struct intent_use use)
{
    uint32_t object = haru_add_object(haru);
    struct str_builder out = str_builder_in(list->arena);
    str_addf(&out, "/Type/OutputIntent/S/%s", use.kind);
    add_entry(&out, "/OutputConditionIdentifier", intent->condition);
    add_entry(&out, "/RegistryName", intent->registry);
    add_entry(&out, "/Info", intent->info);
    str_add(&out, STR("/DestOutputProfile "));
    pdf_add_reference(&out, use.profile);
    haru_fill(haru, object, str_built(&out));
    if (list->data[list->len - 1] != '[')
        str_add_byte(list, ' ');
    pdf_add_reference(list, object);
}

// One profile serves both intents.
void output_intents_add(const struct page_list *list, struct haru *haru, struct str_builder *out)
{
    const struct pdf_standards *standards = haru_standards(haru);
    const struct press_intent screen = {.condition = STR("sRGB IEC61966-2.1"),
                                        .info = STR("sRGB IEC61966-2.1")};
    const struct press_intent *intent = list->intent ? list->intent : &screen;
    if (standards->archive_part == 0 && standards->press_part == 0)
        return;
    uint32_t profile = list->intent
                           ? haru_add_table(haru, STR("/N 4"), intent->profile)
                           : haru_add_stream(haru, STR("/N 3"), srgb_profile(out->arena), true);
    str_add(out, STR("/OutputIntents["));
    if (standards->press_part > 0)
        add_intent(out, haru, intent, (struct intent_use){"GTS_PDFX", profile});
    if (standards->archive_part > 0)
        add_intent(out, haru, intent, (struct intent_use){"GTS_PDFA1", profile});
    str_add_byte(out, ']');
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
