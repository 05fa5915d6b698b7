#include "pipeline/ticket.h"

#include "base/json.h"
#include "base/xml.h"

// The words of XJDF for those of PWG.
struct finishing {
    struct str name;
    const char *xjdf;
};

static const struct finishing bindings[] = {
    {STR_INIT("saddle-stitch"), "SaddleStitch"},
    {STR_INIT("bind"), "SoftCover"},
};
static const struct finishing folds[] = {
    {STR_INIT("fold-half"), "F4-1"},
    {STR_INIT("fold-letter"), "F6-1"},
    {STR_INIT("fold-z"), "F6-4"},
};
#define COUNT(table) (sizeof(table) / sizeof(table)[0])

static const char *xjdf_of(const struct finishing *table, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(table[i].name, name))
            return table[i].xjdf;
    return NULL;
}

static void add_attribute(struct str_builder *out, const char *name, struct str value)
{
    if (value.len > 0)
        xml_add_attribute(out, name, value);
}

static void add_number(struct str_builder *out, const char *name, uint64_t number)
{
    if (number > 0)
        str_addf(out, " %s=\"%llu\"", name, (unsigned long long)number);
}

// A day alone begins it: XJDF wants a time (7.1, dateTime).
static struct str date_time(struct arena *arena, struct str date)
{
    bool day = date.len == 10;
    return day ? str_format(arena, "%.*sT00:00:00Z", STR_ARGS(date)) : date;
}

// A name of several words is one word in lists of names.
static struct str token(struct arena *arena, struct str name)
{
    struct str_builder out = str_builder_in(arena);
    for (size_t i = 0; i < name.len; i++)
        str_add_byte(&out, name.data[i] == ' ' ? '_' : name.data[i]);
    return str_built(&out);
}

static void open_intent(struct str_builder *out, const char *name)
{
    str_addf(out, "      <Intent Name=\"%s\"><%s", name, name);
}

static void close_intent(struct str_builder *out)
{
    str_add(out, STR("/></Intent>\n"));
}

static void add_layout(struct str_builder *out, const struct ticket *ticket)
{
    open_intent(out, "LayoutIntent");
    str_add(out, STR(" FinishedDimensions=\""));
    length_format(out, ticket->width, 3);
    str_add_byte(out, ' ');
    length_format(out, ticket->height, 3);
    str_add(out, STR(" 0\""));
    add_number(out, "Pages", ticket->pages);
    close_intent(out);
}

static void add_colors(struct str_builder *out, const struct ticket *ticket)
{
    struct str_builder names = str_builder_in(out->arena);
    for (size_t i = 0; i < ticket->ink_count; i++) {
        if (i > 0)
            str_add_byte(&names, ' ');
        str_add(&names, token(out->arena, ticket->inks[i]));
    }
    str_add(out,
            STR("      <Intent Name=\"ColorIntent\"><ColorIntent><SurfaceColor Surface=\"Both\""));
    add_attribute(out, "ColorsUsed", str_built(&names));
    str_add(out, STR("/></ColorIntent></Intent>\n"));
}

static void add_finishing(struct str_builder *out, const struct ticket *ticket)
{
    const char *binding = xjdf_of(bindings, COUNT(bindings), ticket->binding);
    const char *fold = xjdf_of(folds, COUNT(folds), ticket->fold);
    if (ticket->grams > 0) {
        open_intent(out, "MediaIntent");
        str_add(out, STR(" MediaType=\"Paper\""));
        add_number(out, "Weight", ticket->grams);
        close_intent(out);
    }
    if (binding) {
        open_intent(out, "BindingIntent");
        str_addf(out, " BindingSide=\"%s\" BindingType=\"%s\"",
                 ticket->binds_right ? "Right" : "Left", binding);
        close_intent(out);
    }
    if (fold) {
        open_intent(out, "FoldingIntent");
        str_addf(out, " FoldCatalog=\"%s\"", fold);
        close_intent(out);
    }
}

static void add_product(struct str_builder *out, const struct ticket *ticket)
{
    str_add(out, STR("  <ProductList>\n    <Product ID=\"product\" IsRoot=\"true\" "
                     "ProductType=\"Brochure\""));
    add_attribute(out, "DescriptiveName", ticket->title);
    str_add(out, STR(">\n"));
    add_layout(out, ticket);
    add_colors(out, ticket);
    add_finishing(out, ticket);
    str_add(out, STR("    </Product>\n  </ProductList>\n"));
}

// Plates whose names are no words of XJDF's own.
static void add_spots(struct str_builder *out, const struct ticket *ticket)
{
    if (ticket->ink_count <= ticket->process_count)
        return;
    str_add(out, STR("  <ResourceSet Name=\"Color\" Usage=\"Input\">\n"));
    for (size_t i = ticket->process_count; i < ticket->ink_count; i++) {
        str_add(out, STR("    <Resource><Part"));
        add_attribute(out, "Separation", token(out->arena, ticket->inks[i]));
        str_add(out, STR("/><Color"));
        add_attribute(out, "ActualColorName", ticket->inks[i]);
        str_add(out, STR("/></Resource>\n"));
    }
    str_add(out, STR("  </ResourceSet>\n"));
}

static void add_file(struct str_builder *out, const struct ticket *ticket)
{
    str_add(out, STR("  <ResourceSet Name=\"RunList\" Usage=\"Input\">\n    <Resource"));
    add_attribute(out, "DescriptiveName", ticket->edition);
    str_add(out, STR(">\n      <GeneralID IDUsage=\"SHA-256\""));
    add_attribute(out, "IDValue", ticket->sha256);
    str_add(out, STR("/>\n      <RunList"));
    add_number(out, "NPage", ticket->pages);
    str_add(out, STR("><FileSpec"));
    add_number(out, "FileSize", ticket->bytes);
    str_add(out, STR(" MimeType=\"application/pdf\""));
    add_attribute(out, "URL", ticket->file);
    str_add(out, STR("/></RunList>\n    </Resource>\n  </ResourceSet>\n"));
}

struct str ticket_xjdf(struct arena *arena, const struct ticket *ticket)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out, STR("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<XJDF xmlns=\"http://www.CIP4.org/JDFSchema_2_0\" Version=\"2.1\" "
                      "Types=\"Product\""));
    add_attribute(&out, "JobID", ticket->job);
    add_attribute(&out, "DescriptiveName", ticket->title);
    str_add(&out, STR(">\n  <AuditPool><AuditCreated><Header DeviceID=\"brochure\""));
    add_attribute(&out, "AgentName", ticket->program);
    add_attribute(&out, "Time", date_time(arena, ticket->date));
    str_add(&out, STR("/></AuditCreated></AuditPool>\n"));
    add_product(&out, ticket);
    add_file(&out, ticket);
    add_spots(&out, ticket);
    str_add(&out, STR("</XJDF>\n"));
    return str_built(&out);
}

// YAML takes JSON's quoted text.
static void add_line(struct str_builder *out, const char *key, struct str value)
{
    if (value.len == 0)
        return;
    str_addf(out, "%s: ", key);
    json_add_text(out, value);
    str_add_byte(out, '\n');
}

static void add_count(struct str_builder *out, const char *key, size_t number)
{
    if (number > 0)
        str_addf(out, "%s: %zu\n", key, number);
}

static void add_length(struct str_builder *out, const char *key, length value)
{
    str_addf(out, "%s: ", key);
    length_format(out, value, 3);
    str_add(out, STR("pt\n"));
}

static void add_inks(struct str_builder *out, const struct ticket *ticket)
{
    str_add(out, STR("inks: ["));
    for (size_t i = 0; i < ticket->ink_count; i++) {
        if (i > 0)
            str_add(out, STR(", "));
        json_add_text(out, ticket->inks[i]);
    }
    str_add(out, STR("]\n"));
}

static void add_finishings(struct str_builder *out, const struct ticket *ticket)
{
    bool both = ticket->fold.len > 0 && ticket->binding.len > 0;
    if (ticket->fold.len == 0 && ticket->binding.len == 0)
        return;
    str_addf(out, "finishing: [%.*s%s%.*s]\n", STR_ARGS(ticket->fold), both ? ", " : "",
             STR_ARGS(ticket->binding));
}

struct str ticket_yaml(struct arena *arena, const struct ticket *ticket)
{
    struct str_builder out = str_builder_in(arena);
    str_add(&out,
            STR("# The job ticket of one file for the press; lengths are in points of 1/72 inch.\n"
                "ticket: 1\n"));
    add_line(&out, "job", ticket->job);
    add_line(&out, "title", ticket->title);
    add_line(&out, "version", ticket->version);
    add_line(&out, "date", ticket->date);
    add_line(&out, "made-by", ticket->program);
    add_line(&out, "edition", ticket->edition);
    add_line(&out, "file", ticket->file);
    add_line(&out, "sha256", ticket->sha256);
    add_count(&out, "bytes", ticket->bytes);
    add_line(&out, "standards", ticket->standards);
    add_count(&out, "pages", ticket->pages);
    add_length(&out, "trim-width", ticket->width);
    add_length(&out, "trim-height", ticket->height);
    add_length(&out, "bleed", ticket->bleed);
    add_inks(&out, ticket);
    add_line(&out, "printing-condition", ticket->condition);
    add_line(&out, "profile", ticket->profile);
    add_finishings(&out, ticket);
    if (ticket->binding.len > 0)
        str_addf(&out, "binding-side: %s\n", ticket->binds_right ? "right" : "left");
    add_line(&out, "sheet", ticket->sheet);
    add_count(&out, "sheets", ticket->sheets);
    add_count(&out, "paper-gsm", ticket->grams);
    return str_built(&out);
}
