#include "image/svg_xml.h"

#include "base/utf8.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

enum {
    DEEPEST = 100,      // elements within elements
    MOST_NODES = 200000 // elements and texts
};

static const char svg_space[] = "http://www.w3.org/2000/svg";
static const char xlink_space[] = "http://www.w3.org/1999/xlink";
static const char xml_space[] = "http://www.w3.org/XML/1998/namespace";

struct reading {
    struct arena *arena;
    const struct source *source;
    struct diags *diags;
    xmlParserCtxtPtr context;
    struct svg_node *root;
    struct svg_node *now;     // the innermost open element of SVG
    struct svg_node *text;    // the one that is being read
    struct str_builder words; // its bytes so far: libxml2 hands a text over in pieces
    size_t foreign;           // open elements of other namespaces
    size_t depth, nodes;
    bool failed;
};

struct span svg_value_part(const struct svg_value *value, size_t from, size_t to)
{
    struct span span = value->span;
    if (!value->exact)
        return span;
    span.end = span.start + (uint32_t)(to < value->text.len ? to : value->text.len);
    span.start += (uint32_t)from;
    if (span.start > span.end)
        span.start = span.end;
    return span;
}

const struct svg_attribute *svg_attribute_find(const struct svg_node *node, struct str name)
{
    for (size_t i = 0; i < node->count; i++)
        if (str_equal(node->attributes[i].name, name))
            return &node->attributes[i];
    return NULL;
}

static struct span span_at(const struct reading *reading, size_t start, size_t end)
{
    size_t size = reading->source->bytes.len;
    end = end < size ? end : size;
    start = start < end ? start : end;
    return (struct span){reading->source->file, (uint32_t)start, (uint32_t)end};
}

// Where the parser stands in the file.
static size_t offset_of(const struct reading *reading)
{
    long offset = xmlByteConsumed(reading->context);
    size_t size = reading->source->bytes.len;
    return offset < 0 ? 0 : (size_t)offset < size ? (size_t)offset : size;
}

static void refuse(struct reading *reading, enum diag_code code, const char *what)
{
    size_t at = offset_of(reading);
    diag_add(reading->diags, code, span_at(reading, at, at + 1), "%s", what);
    reading->failed = true;
    xmlStopParser(reading->context);
}

// The tag's '<': attribute values cannot hold one (XML 1.0, 3.1).
static size_t tag_start(const struct reading *reading, size_t end)
{
    struct str bytes = reading->source->bytes;
    while (end > 0 && (end >= bytes.len || bytes.data[end] != '<'))
        end--;
    return end;
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct raw_attribute {
    struct str name; // with its prefix
    size_t name_start, start, end;
};

// Reads the next attribute of a tag that is known to be well-formed.
static bool next_raw(struct str bytes, size_t *at, size_t end, struct raw_attribute *out)
{
    while (*at < end && is_space(bytes.data[*at]))
        ++*at;
    size_t equals = str_find_byte(bytes, '=', *at);
    if (*at >= end || equals >= end)
        return false;
    out->name_start = *at;
    out->name = str_trim(str_slice(bytes, *at, equals));
    size_t quote = equals + 1;
    while (quote < end && is_space(bytes.data[quote]))
        quote++;
    if (quote >= end)
        return false;
    out->start = quote + 1;
    out->end = str_find_byte(bytes, bytes.data[quote], out->start);
    *at = out->end + 1;
    return out->end < bytes.len;
}

static bool declares_namespace(struct str name)
{
    return str_equal(name, STR("xmlns")) || str_starts_with(name, STR("xmlns:"));
}

// The name that an attribute has for us, "" when no reader draws by it.
static struct str known_name(struct reading *reading, const xmlChar **parts)
{
    const char *local = (const char *)parts[0], *space = (const char *)parts[2];
    if (!space)
        return str_copy(reading->arena, str_from(local));
    if (strcmp(space, xlink_space) == 0 && strcmp(local, "href") == 0)
        return STR("href");
    if (strcmp(space, xml_space) == 0)
        return str_format(reading->arena, "xml:%s", local);
    return STR("");
}

static struct svg_value value_of(struct reading *reading, const struct raw_attribute *raw,
                                 const xmlChar **parts)
{
    struct svg_value value = {
        .text = str_slice(reading->source->bytes, raw->start, raw->end),
        .span = span_at(reading, raw->start, raw->end),
        .exact = true,
    };
    if (str_find_byte(value.text, '&', 0) == value.text.len)
        return value;
    const char *start = (const char *)parts[3], *end = (const char *)parts[4];
    value.text = str_copy(reading->arena, (struct str){start, (size_t)(end - start)});
    value.exact = false;
    return value;
}

// Matches what libxml2 decoded, in order, with where it stands in the file.
static void add_attributes(struct reading *reading, struct svg_node *node, size_t count,
                           const xmlChar **attributes)
{
    struct svg_attribute *items = ARENA_ARRAY(reading->arena, struct svg_attribute, count);
    struct str bytes = reading->source->bytes;
    size_t at = node->span.start, i = 0;
    while (at < node->span.end && !is_space(bytes.data[at]))
        at++;
    struct raw_attribute raw;
    while (i < count && next_raw(bytes, &at, node->span.end, &raw)) {
        if (declares_namespace(raw.name))
            continue;
        struct str name = known_name(reading, &attributes[5 * i]);
        if (name.len > 0)
            items[node->count++] = (struct svg_attribute){
                name, span_at(reading, raw.name_start, raw.name_start + raw.name.len),
                value_of(reading, &raw, &attributes[5 * i])};
        i++;
    }
    node->attributes = items;
}

static struct svg_node *add_node(struct reading *reading, struct span span)
{
    if (++reading->nodes > MOST_NODES) {
        refuse(reading, DIAG_SVG_LIMIT, "the SVG has more than 200000 elements");
        return NULL;
    }
    struct svg_node *node = ARENA_NEW(reading->arena, struct svg_node);
    node->span = span;
    node->parent = reading->now;
    if (!reading->now)
        reading->root = node;
    else if (reading->now->last)
        reading->now->last->next = node;
    else
        reading->now->first = node;
    if (reading->now)
        reading->now->last = node;
    return node;
}

static bool is_svg(const xmlChar *uri)
{
    return uri && strcmp((const char *)uri, svg_space) == 0;
}

static void check_root(struct reading *reading, struct span span, const char *name,
                       const xmlChar *uri)
{
    if (is_svg(uri) && strcmp(name, "svg") == 0)
        return;
    diag_add(reading->diags, DIAG_SVG_SYNTAX, span, "this is no SVG: its first element is <%s>%s",
             name, strcmp(name, "svg") == 0 ? " without SVG's namespace" : "");
    diag_hint(reading->diags, "an SVG begins with <svg xmlns=\"%s\">", svg_space);
    reading->failed = true;
    xmlStopParser(reading->context);
}

static void end_text(struct reading *reading)
{
    if (reading->text)
        reading->text->text =
            (struct svg_value){str_built(&reading->words), reading->text->span, false};
    reading->text = NULL;
}

// NOLINTNEXTLINE(readability-function-size): the parameters are the library's
static void on_start(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri,
                     int space_count, const xmlChar **spaces, int count, int defaulted,
                     const xmlChar **attributes)
{
    struct reading *reading = data;
    (void)prefix, (void)space_count, (void)spaces, (void)defaulted;
    size_t end = offset_of(reading);
    struct span span = span_at(reading, tag_start(reading, end), end + 1);
    end_text(reading);
    if (!reading->root)
        check_root(reading, span, (const char *)name, uri);
    if (++reading->depth > DEEPEST)
        refuse(reading, DIAG_SVG_LIMIT, "elements stand within one another more than 100 deep");
    if (reading->failed)
        return;
    if (reading->foreign > 0 || !is_svg(uri)) {
        reading->foreign++;
        return;
    }
    struct svg_node *node = add_node(reading, span);
    if (!node)
        return;
    node->name = str_copy(reading->arena, str_from((const char *)name));
    add_attributes(reading, node, (size_t)count, attributes);
    reading->now = node;
}

// The text of a sheet as it stands in the file, so that its faults have their places.
static void take_sheet(struct reading *reading, struct svg_node *node)
{
    static const struct str opening = STR_INIT("<![CDATA["), closing = STR_INIT("]]>");
    size_t end = offset_of(reading), start = node->span.end;
    struct str bytes = reading->source->bytes;
    end = tag_start(reading, end > start ? end - 1 : start);
    struct str text = str_slice(bytes, start, end > start ? end : start);
    size_t cdata = str_find(text, opening, 0);
    if (cdata < text.len && str_trim(str_slice(text, 0, cdata)).len == 0) {
        size_t last = str_find(text, closing, cdata);
        start += cdata + opening.len;
        text = str_slice(text, cdata + opening.len, last);
    }
    node->text = (struct svg_value){text, span_at(reading, start, start + text.len), true};
}

static void on_end(void *data, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
    struct reading *reading = data;
    (void)name, (void)prefix, (void)uri;
    end_text(reading);
    reading->depth--;
    if (reading->foreign > 0) {
        reading->foreign--;
        return;
    }
    if (!reading->now)
        return;
    if (str_equal(reading->now->name, STR("style")))
        take_sheet(reading, reading->now);
    reading->now = reading->now->parent;
}

// Text is drawn within <text> only (SVG 1.1, 10.4).
static bool holds_text(const struct svg_node *node)
{
    return node && (str_equal(node->name, STR("text")) || str_equal(node->name, STR("tspan")));
}

static void on_text(void *data, const xmlChar *text, int len)
{
    struct reading *reading = data;
    if (reading->foreign > 0 || reading->failed || !holds_text(reading->now) || len <= 0)
        return;
    if (!reading->text) {
        reading->text = add_node(reading, reading->now->span);
        reading->words = str_builder_in(reading->arena);
    }
    str_add(&reading->words, (struct str){(const char *)text, (size_t)len});
}

// A DTD of a public name alone is never fetched. One that goes on with "[" declares something.
static void on_dtd(void *data, const xmlChar *name, const xmlChar *public_id,
                   const xmlChar *system_id)
{
    struct reading *reading = data;
    size_t at = offset_of(reading);
    (void)name, (void)public_id, (void)system_id;
    if (at >= reading->source->bytes.len || reading->source->bytes.data[at] != '[')
        return;
    refuse(reading, DIAG_SVG_SYNTAX, "the SVG declares entities or elements of its own");
    diag_hint(reading->diags, "save the picture as plain SVG, without a DTD");
}

static void on_reference(void *data, const xmlChar *name)
{
    (void)name;
    refuse(data, DIAG_SVG_SYNTAX, "the SVG uses an entity that XML does not know");
}

// The place is where libxml2 noticed; its messages end with a line feed.
static void on_error(void *data, xmlErrorPtr error)
{
    struct reading *reading = data;
    if (reading->failed ||
        (error->level == XML_ERR_WARNING && error->code != XML_WAR_UNDECLARED_ENTITY))
        return;
    size_t at = offset_of(reading);
    struct str text = str_trim(str_from(error->message ? error->message : "malformed XML"));
    if (utf8_check(text.data, text.len) < text.len)
        text = STR("malformed XML");
    diag_add(reading->diags, DIAG_SVG_SYNTAX, span_at(reading, at, at + 1),
             "the SVG is no well-formed XML: %.*s", STR_ARGS(text));
    reading->failed = true;
}

static xmlSAXHandler handlers(void)
{
    return (xmlSAXHandler){
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = on_start,
        .endElementNs = on_end,
        .characters = on_text,
        .ignorableWhitespace = on_text,
        .cdataBlock = on_text,
        .internalSubset = on_dtd,
        .reference = on_reference,
        .serror = on_error,
    };
}

static bool parse(struct reading *reading)
{
    xmlSAXHandler sax = handlers();
    struct str bytes = reading->source->bytes;
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (!context)
        return false;
    *context->sax = sax;
    context->userData = reading;
    reading->context = context;
    // With an encoding to convert from, the library would not know where it stands in the file.
    xmlDocPtr document =
        xmlCtxtReadMemory(context, bytes.data, (int)bytes.len, NULL, NULL,
                          XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_IGNORE_ENC);
    xmlFreeDoc(document); // none but by a fault of the library: all goes to the handlers
    xmlFreeParserCtxt(context);
    return true;
}

// Returns what the XML declaration says of the encoding (XML 1.0, 4.3.3), "" when it says nothing.
static struct str declared_encoding(struct str bytes)
{
    size_t start = str_find(bytes, STR("<?xml"), 0);
    struct str text = str_slice(bytes, 0, start > 3 ? 0 : str_find(bytes, STR("?>"), 0));
    size_t at = str_find(text, STR("encoding"), 0);
    while (at < text.len && text.data[at] != '"' && text.data[at] != '\'')
        at++;
    if (at == text.len)
        return STR("");
    return str_slice(text, at + 1, str_find_byte(text, text.data[at], at + 1));
}

static bool is_ascii(struct str bytes)
{
    size_t at = 0;
    while (at < bytes.len && !((unsigned char)bytes.data[at] & 0x80u))
        at++;
    return at == bytes.len;
}

// Only UTF-8 is read: a declaration of another encoding matters where a byte is not ASCII. NUL is
// in no XML, but in the encodings that libxml2 would find out by itself.
static bool check_encoding(struct reading *reading)
{
    struct str bytes = reading->source->bytes, declared = declared_encoding(bytes);
    size_t bad = utf8_check(bytes.data, bytes.len), nul = str_find_byte(bytes, '\0', 0);
    bad = nul < bad ? nul : bad;
    if (bad == bytes.len &&
        (declared.len == 0 || str_equal_ignoring_case(declared, STR("UTF-8")) || is_ascii(bytes)))
        return true;
    size_t at = bad < bytes.len ? bad : (size_t)(declared.data - bytes.data);
    diag_add(reading->diags, DIAG_NOT_UTF8, span_at(reading, at, at + 1), "the SVG is not UTF-8");
    return false;
}

bool svg_xml_read(struct arena *arena, const struct source *source, struct diags *diags,
                  struct svg_node **root)
{
    struct reading reading = {.arena = arena, .source = source, .diags = diags};
    if (!check_encoding(&reading))
        return false;
    if (!parse(&reading) || (!reading.root && !reading.failed)) {
        diag_add(diags, DIAG_SVG_SYNTAX, span_at(&reading, 0, 1), "the SVG holds no element");
        return false;
    }
    *root = reading.root;
    return !reading.failed;
}

struct str svg_xml_version(struct arena *arena)
{
    long number = strtol(xmlParserVersion, NULL, 10); // "20914": 2.9.14
    return str_format(arena, "%ld.%ld.%ld", number / 10000, number / 100 % 100, number % 100);
}
