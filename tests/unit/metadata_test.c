#include "pdf/metadata.h"
#include "unit/unit.h"

#include <string.h>

static struct str labels(struct arena *arena, const char *const *labels, size_t count)
{
    struct page_list *list = page_list_new(arena);
    for (size_t i = 0; i < count; i++)
        page_add(list, 1, 1)->label = str_from(labels[i]);
    struct str_builder out = str_builder_in(arena);
    page_labels_add(list, &out);
    return str_built(&out);
}

#define LABELS(arena, ...)                                                                         \
    labels((arena), (const char *const[]){__VA_ARGS__},                                            \
           sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static void numbers_that_count_on_are_one_range(void **state)
{
    assert_str(LABELS(*state, "1", "2", "3"), "/PageLabels<</Nums[0<</S/D>>]>>");
    assert_str(LABELS(*state, "7", "8", "1"), "/PageLabels<</Nums[0<</S/D/St 7>>2<</S/D>>]>>");
}

static void other_labels_are_prefixes(void **state)
{
    assert_str(LABELS(*state, "Cover", "1", "2", "A-1", "A-2"),
               "/PageLabels<</Nums[0<</P(Cover)>>1<</S/D>>3<</P(A-1)>>4<</P(A-2)>>]>>");
    assert_str(LABELS(*state, "", "", "01"), "/PageLabels<</Nums[0<</P()>>2<</P(01)>>]>>");
}

static void pages_without_labels_need_none(void **state)
{
    assert_str(LABELS(*state, "", ""), "");
}

// Writes a file that has nothing but metadata.
static struct str written(struct arena *arena, const struct document_info *info)
{
    struct page_list *list = page_list_new(arena);
    list->info = *info;
    struct haru *haru = haru_open(arena, 0, 1);
    struct metadata metadata = {arena, list, STR("brochure 0.1")};
    struct str file;
    info_write(&metadata, haru);
    xmp_write(&metadata, haru);
    assert_true(haru_write(haru, &file));
    haru_close(haru);
    return file;
}

static void assert_holds(struct str file, const char *part)
{
    if (str_find(file, str_from(part), 0) == file.len)
        fail_msg("the file does not hold %s", part);
}

static void info_and_xmp_agree(void **state)
{
    struct document_info info = {.title = STR("Costs & <care>"),
                                 .author = STR("Example"),
                                 .subject = STR("Plain"),
                                 .keywords = STR("a, b"),
                                 .language = STR("en-US"),
                                 .date = STR("2025-06-27T10:20:30+02:00"),
                                 .version = STR("2.0")};
    struct str file = written(*state, &info);
    assert_holds(file, "/Title(Costs & <care>)/Author(Example)/Subject(Plain)/Keywords(a, b)");
    assert_holds(file, "<rdf:li xml:lang=\"x-default\">Costs &amp; &lt;care&gt;</rdf:li>");
    assert_holds(file, "<dc:creator><rdf:Seq><rdf:li>Example</rdf:li></rdf:Seq></dc:creator>");
    assert_holds(file, "<rdf:li xml:lang=\"x-default\">Plain</rdf:li>");
    assert_holds(file, "<pdf:Keywords>a, b</pdf:Keywords>");
    assert_holds(file, "/CreationDate(D:20250627102030+02'00)");
    assert_holds(file, "<xmp:CreateDate>2025-06-27T10:20:30+02:00</xmp:CreateDate>");
    assert_holds(file, "/Producer(brochure 0.1)");
    assert_holds(file, "<pdf:Producer>brochure 0.1</pdf:Producer>");
}

static void a_date_of_a_day_gets_no_time(void **state)
{
    struct document_info info = {.title = STR("T"), .date = STR("2025-06-27")};
    struct str file = written(*state, &info);
    assert_holds(file, "/CreationDate(D:20250627)/ModDate(D:20250627)");
    assert_holds(file, "<xmp:ModifyDate>2025-06-27</xmp:ModifyDate>");
}

static void without_a_date_none_is_written(void **state)
{
    struct document_info info = {.title = STR("T")};
    struct str file = written(*state, &info);
    assert_int_equal(str_find(file, STR("Date"), 0), file.len);
}

static void a_zone_of_utc_is_kept(void **state)
{
    struct document_info info = {.date = STR("2025-06-27T10:20:30Z")};
    assert_holds(written(*state, &info), "/CreationDate(D:20250627102030Z)");
    info.date = STR("2025-06-27T10:20:30-05:00");
    assert_holds(written(*state, &info), "/CreationDate(D:20250627102030-05'00)");
}

static struct str claims(struct arena *arena, struct pdf_standards standards)
{
    struct haru *haru = haru_open(arena, 0, 1);
    struct metadata metadata = {arena, page_list_new(arena), STR("brochure 0.1")};
    struct str file;
    haru_set_standards(haru, &standards);
    xmp_write(&metadata, haru);
    assert_true(haru_write(haru, &file));
    haru_close(haru);
    size_t start = str_find(file, STR("</pdf:Producer>"), 0);
    return str_slice(file, start, str_find(file, STR("</rdf:RDF>"), start));
}

static void the_packet_claims_what_the_file_is_to_keep(void **state)
{
    struct str both = claims(*state, pdf_standards_screen);
    assert_holds(both, "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                       "<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>");
    assert_holds(both, "<pdfaExtension:schemas>");
    assert_str(claims(*state, (struct pdf_standards){4, '\0', 2, 0}),
               "</pdf:Producer>\n<pdfaid:part>4</pdfaid:part>\n<pdfaid:rev>2020</pdfaid:rev>\n"
               "<pdfuaid:part>2</pdfuaid:part>\n<pdfuaid:rev>2024</pdfuaid:rev>\n"
               "</rdf:Description>\n");
    assert_str(claims(*state, (struct pdf_standards){3, 'U', 0, 0}),
               "</pdf:Producer>\n<pdfaid:part>3</pdfaid:part>\n"
               "<pdfaid:conformance>U</pdfaid:conformance>\n</rdf:Description>\n");
    assert_str(claims(*state, (struct pdf_standards){0, '\0', 1, 0}),
               "</pdf:Producer>\n<pdfuaid:part>1</pdfuaid:part>\n</rdf:Description>\n");
}

// ISO 15930-7, 6.5: and what PDF/A does not know is described to it.
static void the_packet_of_the_press_names_its_version_and_the_document(void **state)
{
    struct str press = claims(*state, pdf_standards_print);
    assert_holds(press, "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>");
    assert_holds(press, "<pdf:Trapped>False</pdf:Trapped>");
    assert_holds(press, "<xmpMM:DocumentID>uuid:");
    assert_holds(press, "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>");
    assert_holds(press, "<xmpMM:VersionID>1</xmpMM:VersionID>");
    assert_true(str_find(press, STR("pdfaExtension"), 0) == press.len);
    struct str both = claims(*state, (struct pdf_standards){2, 'A', 0, 4});
    assert_holds(both, "<pdfaSchema:prefix>pdfxid</pdfaSchema:prefix>");
    assert_holds(both, "<pdfaProperty:name>Trapped</pdfaProperty:name>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(numbers_that_count_on_are_one_range),
        RULE(other_labels_are_prefixes),
        RULE(pages_without_labels_need_none),
        RULE(info_and_xmp_agree),
        RULE(a_date_of_a_day_gets_no_time),
        RULE(without_a_date_none_is_written),
        RULE(a_zone_of_utc_is_kept),
        RULE(the_packet_claims_what_the_file_is_to_keep),
        RULE(the_packet_of_the_press_names_its_version_and_the_document),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
