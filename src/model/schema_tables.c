// The tables of the brochure format: every key that docs/brochure.5 names.
#include "model/draft.h"

#include <stddef.h>

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_type inline_type = {.kind = SCHEMA_INLINE};
static const struct schema_type date = {.kind = SCHEMA_DATE};
static const struct schema_type length_type = {.kind = SCHEMA_LENGTH};
static const struct schema_type literal_list = {.kind = SCHEMA_LIST, .item = &literal};

// pictures

static const struct schema_type alt = {.kind = SCHEMA_LITERAL, .may_be_empty = true};
static const struct schema_field picture_fields[] = {
    SCHEMA_FIELD(draft_picture, file, "file", &literal, SCHEMA_REQUIRED,
                 "PNG, JPEG or SVG, from the folder of the file that names it", "images/logo.svg"),
    SCHEMA_FIELD(draft_picture, alt, "alt", &alt, SCHEMA_REQUIRED,
                 "What it shows, for who cannot see it; \"\" where it only decorates",
                 "Example Clinic"),
};
static OBJECT(picture_schema, "picture", draft_picture, picture_fields);
static const struct schema_type picture = {.kind = SCHEMA_OBJECT, .object = &picture_schema};

// publisher

static const struct schema_field publisher_fields[] = {
    SCHEMA_FIELD(draft_publisher, name, "name", &inline_type, SCHEMA_REQUIRED,
                 "The department that answers for the text", "Hematology Patient Education"),
    SCHEMA_FIELD(draft_publisher, address, "address", &literal, 0,
                 "The postal address, a line each", "100 Example Street"),
    SCHEMA_FIELD(draft_publisher, phone, "phone", &literal, 0,
                 "The phone number, printed exactly as written", "+1 555 010 0100"),
    SCHEMA_FIELD(draft_publisher, email, "email", &literal, 0, "The e-mail address",
                 "patients@example.org"),
    SCHEMA_FIELD(draft_publisher, web, "web", &literal, 0, "The web address",
                 "https://www.example.org/car-t"),
    SCHEMA_FIELD(draft_publisher, feedback, "feedback", &inline_type, 0,
                 "A sentence that asks readers what they think",
                 "Was something hard to follow? Please tell us."),
    SCHEMA_FIELD(draft_publisher, logo, "logo", &picture, 0, "The publisher's logo, on the cover",
                 ""),
};
static OBJECT(publisher_schema, "publisher", draft_publisher, publisher_fields);
static const struct schema_type publisher_type = {.kind = SCHEMA_OBJECT,
                                                  .object = &publisher_schema};

// document

static const struct schema_choice statuses[] = {
    {STR_INIT("draft"), STATUS_DRAFT, STR_INIT("Not to be handed out: each page says so")},
    {STR_INIT("approved"), STATUS_APPROVED, STR_INIT("May be handed out")},
};
static const struct schema_type status = CHOICES(status, statuses);

static const struct schema_type inline_map = {.kind = SCHEMA_MAP, .item = &inline_type};
static const struct schema_field translation_fields[] = {
    SCHEMA_FIELD(draft_translation, file, "file", &literal, SCHEMA_REQUIRED,
                 "The brochure that this one translates", "car-t.en.yaml"),
    SCHEMA_FIELD(draft_translation, version, "version", &literal, SCHEMA_REQUIRED,
                 "Its version, printed exactly as written", "2.0"),
};
static OBJECT(translation_schema, "translation", draft_translation, translation_fields);
static const struct schema_type translation = {.kind = SCHEMA_OBJECT,
                                               .object = &translation_schema};

static const struct schema_field document_fields[] = {
    SCHEMA_FIELD(draft_document, id, "id", &literal, 0, "The document's number in your system",
                 "PE-0421"),
    SCHEMA_FIELD(draft_document, version, "version", &literal, 0,
                 "The version, printed exactly as written", "2.0"),
    SCHEMA_FIELD(draft_document, status, "status", &status, 0,
                 "Whether the text may be handed out; a draft says so on each page", "approved"),
    SCHEMA_FIELD(draft_document, issued, "issued", &date, 0,
                 "When this version was issued, to the day or the month", "2025-06-27"),
    SCHEMA_FIELD(draft_document, review_by, "review-by", &date, 0,
                 "When the text must be looked at again", "2028-06"),
    SCHEMA_FIELD(draft_document, audience, "audience", &inline_type, 0, "Whom the text is for",
                 "patients"),
    SCHEMA_FIELD(draft_document, summary, "summary", &inline_type, 0,
                 "One plain sentence for the metadata and the cover",
                 "What happens before, during and after treatment."),
    SCHEMA_FIELD(draft_document, keywords, "keywords", &literal_list, 0, "Keywords for searches",
                 ""),
    SCHEMA_FIELD(draft_document, online, "online", &literal, 0, "Where the text can be read online",
                 "https://www.example.org/car-t"),
    SCHEMA_FIELD(draft_document, more, "more", &inline_map, 0,
                 "Further lines of the control data, name and value", ""),
    SCHEMA_FIELD(draft_document, translation, "translation-of", &translation, 0,
                 "The file and version that this text translates", ""),
};
OBJECT(document_schema, "document", draft_document, document_fields);
static const struct schema_type document_type = {.kind = SCHEMA_OBJECT, .object = &document_schema};

// page

#define MM(value) LENGTH_PT((value)*72 / 25.4)
const struct page_size page_sizes[] = {
    {STR_INIT("A5"), STR_INIT("a5"), MM(148), MM(210)},
    {STR_INIT("A4"), STR_INIT("a4"), MM(210), MM(297)},
    {STR_INIT("A3"), STR_INIT("a3"), MM(297), MM(420)},
    {STR_INIT("B5"), STR_INIT("b5"), MM(176), MM(250)},
    {STR_INIT("B4"), STR_INIT("b4"), MM(250), MM(353)},
    {STR_INIT("JIS-B5"), STR_INIT("jis-b5"), MM(182), MM(257)},
    {STR_INIT("JIS-B4"), STR_INIT("jis-b4"), MM(257), MM(364)},
    {STR_INIT("letter"), STR_INIT("letter"), LENGTH_PT(612), LENGTH_PT(792)},
    {STR_INIT("legal"), STR_INIT("legal"), LENGTH_PT(612), LENGTH_PT(1008)},
    {STR_INIT("ledger"), STR_INIT("ledger"), LENGTH_PT(792), LENGTH_PT(1224)},
};
const size_t page_size_count = SCHEMA_COUNT(page_sizes);

const struct page_size sheet_sizes[] = {
    {STR_INIT("SRA4"), STR_INIT(""), MM(225), MM(320)},
    {STR_INIT("SRA3"), STR_INIT(""), MM(320), MM(450)},
};

static const struct schema_choice size_names[] = {
    {STR_INIT("A5"), 0, STR_INIT("148 × 210 mm")},
    {STR_INIT("A4"), 1, STR_INIT("210 × 297 mm")},
    {STR_INIT("A3"), 2, STR_INIT("297 × 420 mm")},
    {STR_INIT("B5"), 3, STR_INIT("176 × 250 mm")},
    {STR_INIT("B4"), 4, STR_INIT("250 × 353 mm")},
    {STR_INIT("JIS-B5"), 5, STR_INIT("182 × 257 mm")},
    {STR_INIT("JIS-B4"), 6, STR_INIT("257 × 364 mm")},
    {STR_INIT("letter"), 7, STR_INIT("8.5 × 11 in")},
    {STR_INIT("legal"), 8, STR_INIT("8.5 × 14 in")},
    {STR_INIT("ledger"), 9, STR_INIT("11 × 17 in")},
};
static const struct schema_type size_name = {.kind = SCHEMA_CHOICE,
                                             .choices = size_names,
                                             .choice_count = SCHEMA_COUNT(size_names),
                                             .ignores_case = true};

static const struct schema_field size_fields[] = {
    SCHEMA_FIELD(draft_size, width, "width", &length_type, SCHEMA_REQUIRED, "The page's width",
                 "210mm"),
    SCHEMA_FIELD(draft_size, height, "height", &length_type, SCHEMA_REQUIRED, "The page's height",
                 "297mm"),
};
static OBJECT(size_schema, "size", draft_size, size_fields);
static const struct schema_type size_object = {.kind = SCHEMA_OBJECT, .object = &size_schema};
static const struct schema_type *const size_forms[] = {&size_name, &size_object, NULL};
static const struct schema_type size = {.kind = SCHEMA_ANY, .any = size_forms};

static const struct schema_choice orientations[] = {
    {STR_INIT("portrait"), ORIENTATION_PORTRAIT, STR_INIT("Higher than wide")},
    {STR_INIT("landscape"), ORIENTATION_LANDSCAPE, STR_INIT("Wider than high")},
};
static const struct schema_type orientation = CHOICES(orientation, orientations);
static const struct schema_type column_count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 4};
static const struct schema_choice folds[] = {
    {STR_INIT("none"), 0, STR_INIT("Pages, not folded")},
    {STR_INIT("half"), 1, STR_INIT("Folded once: four panels")},
    {STR_INIT("letter"), 2, STR_INIT("Folded twice, one end over the other: six panels")},
    {STR_INIT("z"), 3, STR_INIT("Folded twice, like a Z: six panels")},
    {STR_INIT("gate"), 4, STR_INIT("Both ends folded to the middle")},
    {STR_INIT("accordion"), 5, STR_INIT("Folded to and fro, like a bellows")},
};
static const struct schema_type fold = CHOICES(fold, folds);

static const struct schema_type page_number = {
    .kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 10000};
static const struct schema_field page_count_fields[] = {
    SCHEMA_FIELD(draft_page_count, at_most, "at-most", &page_number, 0,
                 "More pages than this are an error", "8"),
    SCHEMA_FIELD(draft_page_count, exactly, "exactly", &page_number, 0,
                 "Any other number of pages is an error", "4"),
    SCHEMA_FIELD(draft_page_count, multiple_of, "multiple-of", &page_number, 0,
                 "Blank pages fill up to a multiple of this", "4"),
};
static OBJECT(page_count_schema, "pages", draft_page_count, page_count_fields);
static const struct schema_type page_count = {.kind = SCHEMA_OBJECT, .object = &page_count_schema};

static const struct schema_field page_fields[] = {
    SCHEMA_FIELD(draft_page, size, "size", &size, 0,
                 "A CSS page-size name in any case, or a mapping of width and height", "letter"),
    SCHEMA_FIELD(draft_page, orientation, "orientation", &orientation, 0,
                 "Which side of a named size is up", "portrait"),
    SCHEMA_FIELD(draft_page, columns, "columns", &column_count, 0,
                 "Text columns: 1 to 3, or 4 on landscape pages", "2"),
    SCHEMA_FIELD(draft_page, fold, "fold", &fold, 0,
                 "How the sheet is folded; this version builds none only", "none"),
    SCHEMA_FIELD(draft_page, pages, "pages", &page_count, 0, "How many pages the brochure may have",
                 ""),
};
OBJECT(page_schema, "page", draft_page, page_fields);
static const struct schema_type page_type = {.kind = SCHEMA_OBJECT, .object = &page_schema};

// cover and contents

static const struct schema_type levels = {.kind = SCHEMA_INTEGER, .minimum = 0, .maximum = 6};
static const struct schema_field cover_fields[] = {
    SCHEMA_FIELD(draft_cover, eyebrow, "eyebrow", &inline_type, 0,
                 "A few words above the title: what kind of text it is", "Patient guide"),
    SCHEMA_FIELD(draft_cover, image, "image", &picture, 0,
                 "A picture between the title and the publisher, cropped to fill its place", ""),
};
static OBJECT(cover_schema, "cover", draft_cover, cover_fields);
static const struct schema_type cover = {.kind = SCHEMA_OBJECT, .object = &cover_schema};

// editions

static const struct schema_type boolean = {.kind = SCHEMA_BOOLEAN};
static const struct schema_choice edition_kinds[] = {
    {STR_INIT("screen"), EDITION_SCREEN, STR_INIT("Tagged PDF for e-mail and the web")},
    {STR_INIT("print"), EDITION_PRINT, STR_INIT("PDF for the press")},
    {STR_INIT("booklet"), EDITION_BOOKLET, STR_INIT("The print pages, arranged to be folded")},
    {STR_INIT("large-print"), EDITION_LARGE_PRINT,
     STR_INIT("One column in large type, for low vision")},
    {STR_INIT("text"), EDITION_TEXT, STR_INIT("Plain text in reading order")},
};
const struct schema_type edition_kind_type = {
    .kind = SCHEMA_CHOICE,
    .choices = edition_kinds,
    .choice_count = SCHEMA_COUNT(edition_kinds),
    .unknown = DIAG_EDITION_UNKNOWN,
};

static const struct schema_type picture_resolution = {
    .kind = SCHEMA_INTEGER, .minimum = 72, .maximum = 2400};
static const struct schema_type line_length = {
    .kind = SCHEMA_INTEGER, .minimum = 20, .maximum = 1000};

static const struct schema_choice standards[] = {
#define PDF_STANDARD(id, name, description) {STR_INIT(name), id, STR_INIT(description)},
    PDF_STANDARDS(PDF_STANDARD)
#undef PDF_STANDARD
};
static const struct schema_type standard = CHOICES(standard, standards);
static const struct schema_type large_size = {.kind = SCHEMA_LENGTH, .sign = SCHEMA_POSITIVE};
static const struct schema_type standard_list = {.kind = SCHEMA_LIST, .item = &standard};
static const struct schema_type *const standard_forms[] = {&standard, &standard_list, NULL};
static const struct schema_type standard_type = {.kind = SCHEMA_ANY, .any = standard_forms};

static const struct schema_type bleed = {.kind = SCHEMA_LENGTH, .sign = SCHEMA_NOT_NEGATIVE};
static const struct schema_choice marks[] = {
    {STR_INIT("none"), 0, STR_INIT("No marks at all")},
    {STR_INIT("crop"), MARK_CROP, STR_INIT("Where the sheet is cut")},
    {STR_INIT("bleed"), MARK_BLEED, STR_INIT("How far colour runs over it")},
    {STR_INIT("fold"), MARK_FOLD, STR_INIT("Where the sheet is folded")},
    {STR_INIT("registration"), MARK_REGISTRATION,
     STR_INIT("Targets by which the plates are laid over each other")},
    {STR_INIT("color-bar"), MARK_COLOR_BAR, STR_INIT("Patches of each ink, and of greys")},
    {STR_INIT("slug"), MARK_SLUG, STR_INIT("A line that says job, date, page, edition and inks")},
};
static const struct schema_type mark = CHOICES(mark, marks);
static const struct schema_type mark_list = {.kind = SCHEMA_LIST, .item = &mark};
static const struct schema_type *const ink_forms[] = {&literal, &literal_list, NULL};
static const struct schema_type ink_names = {.kind = SCHEMA_ANY, .any = ink_forms};
static const struct schema_choice link_forms[] = {
    {STR_INIT("text"), LINKS_TEXT, STR_INIT("Behind the words of the link")},
    {STR_INIT("list"), LINKS_LIST, STR_INIT("In a numbered list before the references")},
    {STR_INIT("qr"), LINKS_QR, STR_INIT("As codes that a telephone reads")},
    {STR_INIT("none"), LINKS_NONE, STR_INIT("Not at all")},
};
static const struct schema_type link_form = CHOICES(link_form, link_forms);

static const struct schema_choice bindings[] = {
    {STR_INIT("saddle"), BOOKLET_SADDLE,
     STR_INIT("Folded within each other, stitched in the fold")},
    {STR_INIT("perfect"), BOOKLET_PERFECT, STR_INIT("Signatures behind each other, glued")},
    {STR_INIT("cut-stack"), BOOKLET_CUT_STACK, STR_INIT("Cut, and the piles laid on each other")},
    {STR_INIT("work-and-turn"), BOOKLET_TURN,
     STR_INIT("Front and back on one form, turned sideways")},
    {STR_INIT("work-and-tumble"), BOOKLET_TUMBLE,
     STR_INIT("Front and back on one form, turned over its foot")},
    {STR_INIT("none"), BOOKLET_IN_ORDER, STR_INIT("Several pages on a side, as they are read")},
};
static const struct schema_choice sheet_names[] = {
    {STR_INIT("A5"), 0, STR_INIT("148 × 210 mm")},
    {STR_INIT("A4"), 1, STR_INIT("210 × 297 mm")},
    {STR_INIT("A3"), 2, STR_INIT("297 × 420 mm")},
    {STR_INIT("SRA4"), SHEET_SRA4, STR_INIT("225 × 320 mm")},
    {STR_INIT("SRA3"), SHEET_SRA3, STR_INIT("320 × 450 mm")},
    {STR_INIT("letter"), 7, STR_INIT("8.5 × 11 in")},
    {STR_INIT("legal"), 8, STR_INIT("8.5 × 14 in")},
    {STR_INIT("ledger"), 9, STR_INIT("11 × 17 in")},
};
static const struct schema_type sheet_name = {.kind = SCHEMA_CHOICE,
                                              .choices = sheet_names,
                                              .choice_count = SCHEMA_COUNT(sheet_names),
                                              .ignores_case = true};
static const struct schema_type *const sheet_forms[] = {&sheet_name, &size_object, NULL};
static const struct schema_type sheet = {.kind = SCHEMA_ANY, .any = sheet_forms};
static const struct schema_type binding = CHOICES(binding, bindings);
static const struct schema_choice place_counts[] = {
    {STR_INIT("1"), 1, STR_INIT("One page on a side")},
    {STR_INIT("2"), 2, STR_INIT("Two pages on a side")},
    {STR_INIT("4"), 4, STR_INIT("Four pages on a side")},
};
static const struct schema_type places = CHOICES(places, place_counts);
static const struct schema_type signature = {.kind = SCHEMA_INTEGER, .minimum = 4, .maximum = 64};
static const struct schema_choice duplexes[] = {
    {STR_INIT("long-edge"), DUPLEX_LONG_EDGE, STR_INIT("As a sheet of a book turns upright")},
    {STR_INIT("short-edge"), DUPLEX_SHORT_EDGE, STR_INIT("At the shorter edge")},
};
static const struct schema_type duplex = CHOICES(duplex, duplexes);
static const struct schema_choice paddings[] = {
    {STR_INIT("blanks"), PADDING_BLANKS, STR_INIT("Blank pages before the last one")},
    {STR_INIT("error"), PADDING_ERROR, STR_INIT("An error")},
};
static const struct schema_type padding = CHOICES(padding, paddings);
static const struct schema_type grams = {.kind = SCHEMA_INTEGER, .minimum = 20, .maximum = 1000};
static const struct schema_type bulk = {.kind = SCHEMA_DECIMAL};
static const struct schema_field stock_fields[] = {
    SCHEMA_FIELD(draft_stock, grams, "gsm", &grams, 0, "The weight of a square metre, in grams",
                 "115"),
    SCHEMA_FIELD(draft_stock, bulk, "bulk", &bulk, 0,
                 "How thick the paper is for its weight: 0.8 gloss, 0.95 silk, 1.25 uncoated",
                 "0.95"),
    SCHEMA_FIELD(draft_stock, caliper, "caliper", &bleed, 0, "Or how thick it is", "0.11mm"),
};
static OBJECT(stock_schema, "stock", draft_stock, stock_fields);
static const struct schema_type stock = {.kind = SCHEMA_OBJECT, .object = &stock_schema};

static const struct schema_field edition_fields[] = {
    SCHEMA_FIELD(draft_edition, kind, "kind", &edition_kind_type, 0,
                 "What the edition is for, where its name does not say so", "print"),
    SCHEMA_FIELD(draft_edition, standard, "standard", &standard_type, 0,
                 "The PDF standards to keep, in place of ua-1 and a-2a", "[ua-2, a-4]"),
    SCHEMA_FIELD(draft_edition, resolution, "resolution", &picture_resolution, 0,
                 "The pixels to an inch that pictures keep: 300 for the press, else 150", "200"),
    SCHEMA_FIELD(draft_edition, size, "size", &large_size, 0,
                 "The size of the text of a large-print edition, from 18pt to 28pt", "20pt"),
    SCHEMA_FIELD(draft_edition, bleed, "bleed", &bleed, 0,
                 "How far colour runs over the trim; without it, what printers of the size ask for",
                 "3mm"),
    SCHEMA_FIELD(draft_edition, marks, "marks", &mark_list, 0,
                 "The printer's marks outside the trim; without the key, crop marks",
                 "[crop, slug]"),
    SCHEMA_FIELD(
        draft_edition, inks, "inks", &ink_names, 0,
        "Its inks: `process` for four, `black` for one, or a list with inks of their own that "
        "the theme names",
        "[black, \"PANTONE 185 C\"]"),
    SCHEMA_FIELD(
        draft_edition, profile, "profile", &literal, 0,
        "The printing condition: fogra39, uncoated, gracol, swop, or the file of a profile",
        "fogra39"),
    SCHEMA_FIELD(draft_edition, links, "links", &link_form, 0,
                 "How the addresses of links are printed", "list"),
    SCHEMA_FIELD(draft_edition, binding, "binding", &binding, 0,
                 "How the pages of a booklet come to their places on the sheets", "saddle"),
    SCHEMA_FIELD(draft_edition, sheet, "sheet", &sheet, 0,
                 "The press sheet; without it, as large as the pages and the marks need", "A3"),
    SCHEMA_FIELD(draft_edition, stock, "stock", &stock, 0, "The paper, by which inner pages move",
                 ""),
    SCHEMA_FIELD(draft_edition, places, "n-up", &places, 0, "Pages on a side of a sheet: 1, 2 or 4",
                 "2"),
    SCHEMA_FIELD(draft_edition, signature, "signature", &signature, 0,
                 "Pages of a signature of a perfect binding; without it 16", "16"),
    SCHEMA_FIELD(draft_edition, duplex, "duplex", &duplex, 0,
                 "The edge at which the printer turns the sheet", "long-edge"),
    SCHEMA_FIELD(draft_edition, padding, "padding", &padding, 0,
                 "Blank pages before the last one, or an error where the binding needs more pages",
                 "error"),
    SCHEMA_FIELD(draft_edition, dummy, "dummy", &boolean, 0,
                 "A booklet of page numbers alone, to be folded before the job is printed", "true"),
    SCHEMA_FIELD(draft_edition, gutter, "gutter", &bleed, 0,
                 "Space between pages on a sheet that are cut apart", "6mm"),
    SCHEMA_FIELD(draft_edition, creep, "creep", &bleed, 0,
                 "How far the innermost pages move towards the spine, whatever the paper", "0.8mm"),
    SCHEMA_FIELD(draft_edition, encrypt, "encrypt", &boolean, 0,
                 "Whether it needs a password: always, or never; else when --encrypt gives one",
                 "true"),
    SCHEMA_FIELD(
        draft_edition, wrap, "wrap", &line_length, 0,
        "The most characters in a line of a text edition; without it a paragraph is one line",
        "72"),
    SCHEMA_FIELD(draft_edition, theme, "theme", &literal, 0,
                 "The theme of this edition, in place of the brochure's", "clinic"),
    SCHEMA_FIELD(draft_edition, page, "page", &page_type, 0,
                 "What is other than in the brochure's page", ""),
    SCHEMA_FIELD(draft_edition, cover, "cover", &cover, 0,
                 "What is other than on the brochure's cover", ""),
    SCHEMA_FIELD(draft_edition, contents, "contents", &levels, 0,
                 "The heading levels of this edition's contents list", "0"),
};
OBJECT(edition_schema, "edition", draft_edition, edition_fields);
static const struct schema_type edition_type = {.kind = SCHEMA_OBJECT, .object = &edition_schema};
static const struct schema_type edition_list = {.kind = SCHEMA_LIST, .item = &edition_kind_type};
static const struct schema_type edition_map = {.kind = SCHEMA_MAP, .item = &edition_type};
static const struct schema_type *const edition_forms[] = {&edition_list, &edition_map, NULL};
static const struct schema_type editions = {.kind = SCHEMA_ANY, .any = edition_forms};

// references

static const struct schema_type references_type = {.kind = SCHEMA_OBJECT,
                                                   .object = &references_schema};

// variables

static const struct schema_choice variable_types[] = {
    {STR_INIT("text"), VARIABLE_TEXT, STR_INIT("Printed as it stands")},
    {STR_INIT("date"), VARIABLE_DATE, STR_INIT("Written 2025-06-27, printed as the language does")},
    {STR_INIT("number"), VARIABLE_NUMBER, STR_INIT("A number")},
};
static const struct schema_type variable_type = CHOICES(variable_type, variable_types);
static const struct schema_type value = {.kind = SCHEMA_LITERAL, .may_be_empty = true};
static const struct schema_field variable_fields[] = {
    SCHEMA_FIELD(draft_variable, type, "type", &variable_type, 0,
                 "What it holds; a date is written as ISO and printed in the language's long form",
                 "date"),
    SCHEMA_FIELD(draft_variable, standard, "default", &value, 0,
                 "The value where no other is given", "adult"),
    SCHEMA_FIELD(draft_variable, values, "values", &literal_list, 0, "All values that it may have",
                 ""),
    SCHEMA_FIELD(draft_variable, sample, "sample", &value, 0,
                 "The value with which `build` shows how the pages look", "Jane Example"),
};
static OBJECT(variable_schema, "variable", draft_variable, variable_fields);
static const struct schema_type variable_object = {.kind = SCHEMA_OBJECT,
                                                   .object = &variable_schema};
static const struct schema_type *const variable_forms[] = {&value, &variable_object, NULL};
static const struct schema_type variable = {.kind = SCHEMA_ANY, .any = variable_forms};
const struct schema_type variables_type = {.kind = SCHEMA_MAP, .item = &variable};

// the brochure

static const struct schema_type abbreviations = {.kind = SCHEMA_MAP, .item = &literal};
static const struct schema_choice typographies[] = {
    {STR_INIT("smart"), 0, STR_INIT("Quotes and dashes of the language")},
    {STR_INIT("literal"), 1, STR_INIT("Quotes and dashes as typed")},
};
static const struct schema_type typography = CHOICES(typography, typographies);
static const struct schema_type labels_type = {.kind = SCHEMA_OBJECT, .object = &labels_schema};
static const struct schema_field brochure_fields[] = {
    SCHEMA_FIELD(draft_brochure, version, "brochure", &literal, SCHEMA_REQUIRED,
                 "The version of this format", "1"),
    SCHEMA_FIELD(draft_brochure, title, "title", &inline_type, SCHEMA_REQUIRED,
                 "The brochure's title", "CAR-T cell therapy"),
    SCHEMA_FIELD(draft_brochure, subtitle, "subtitle", &inline_type, 0, "What the title leaves out",
                 "What to expect, step by step"),
    SCHEMA_FIELD(draft_brochure, language, "language", &literal, SCHEMA_REQUIRED,
                 "The language as a BCP 47 tag: it decides quotes, hyphenation, dates, direction",
                 "en-US"),
    SCHEMA_FIELD(draft_brochure, publisher, "publisher", &publisher_type, 0,
                 "Who publishes the brochure", ""),
    SCHEMA_FIELD(draft_brochure, document, "document", &document_type, 0, "The control data", ""),
    SCHEMA_FIELD(draft_brochure, theme, "theme", &literal, 0, "A theme's name, or a path",
                 "clinic"),
    SCHEMA_FIELD(draft_brochure, page, "page", &page_type, 0, "The page and its columns", ""),
    SCHEMA_FIELD(draft_brochure, editions, "editions", &editions, 0,
                 "What to build: a list of kinds, or a mapping of names to settings", ""),
    SCHEMA_FIELD(draft_brochure, abbreviations, "abbreviations", &abbreviations, 0,
                 "Abbreviations and what they stand for: a screen reader says that", ""),
    SCHEMA_FIELD(draft_brochure, variables, "variables", &variables_type, 0,
                 "Names that stand in the text as {{name}}, and their values", ""),
    SCHEMA_FIELD(draft_brochure, labels, "labels", &labels_type, 0,
                 "Your own words in place of those that the program prints itself", ""),
    SCHEMA_FIELD(draft_brochure, lead, "lead", &inline_type, 0,
                 "One paragraph, set large, before the first section",
                 "This treatment teaches your own immune cells to find a blood cancer."),
    SCHEMA_FIELD(draft_brochure, contents, "contents", &levels, 0,
                 "The heading levels of the contents list; 0 for none", "1"),
    SCHEMA_FIELD(draft_brochure, cover, "cover", &cover, 0, "The cover; without the key, none", ""),
    SCHEMA_FIELD(draft_brochure, literal, "typography", &typography, 0,
                 "Whether straight quotes, dashes and points become typographic ones", "smart"),
    SCHEMA_FIELD(draft_brochure, sections, "sections", &section_list_type, SCHEMA_REQUIRED,
                 "The text: sections with headings",
                 "[{heading: When to call us, body: Call at any hour.}]"),
    SCHEMA_FIELD(draft_brochure, references, "references", &references_type, 0,
                 "What the text cites", ""),
};
const struct schema_object brochure_schema = {.name = STR_INIT("brochure"),
                                              .fields = brochure_fields,
                                              .field_count = SCHEMA_COUNT(brochure_fields),
                                              .size = sizeof(struct draft_brochure),
                                              .extensions = true};
