#include "model/variables.h"

#include "input/markdown.h"
#include "model/date.h"
#include "model/draft.h"
#include "model/inline_writer.h"
#include "model/language.h"
#include "model/spans.h"
#include "model/terms.h"
#include "model/variable_values.h"

#include <string.h>

enum {
    LONGEST_NAME = 100,     // keeps the work linear
    MOST_WRITTEN = 4 << 20, // a small text can name a long value many times
};

// A key of the brochure that a text names.
struct key_value {
    struct str printed;
    struct date date; // printed when it is one
    bool faulty;
    bool reading; // its own text is being read
};

static bool is_open(struct str text, size_t at)
{
    return at + 1 < text.len && text.data[at] == '{' && text.data[at + 1] == '{';
}

void variables_read(struct arena *arena, const struct decode_job *job, const struct node *root,
                    struct diags *diags, struct variables *out)
{
    *out = (struct variables){.arena = arena, .diags = diags, .root = root};
    const struct node *language = node_find(root, STR("language"));
    if (language && language->kind == NODE_SCALAR)
        out->language = language_canonical(arena, language->text);
    if (out->language.len == 0)
        out->language = STR("en");
    variable_values_read(out, job);
}

// names

bool variables_declare(const struct node *root, struct str name)
{
    const struct node *declared =
        root->kind == NODE_MAPPING ? node_find(root, STR("variables")) : NULL;
    return declared && declared->kind == NODE_MAPPING && node_find(declared, name);
}

const struct variable *variables_find(const struct variables *variables, struct str name)
{
    return map_find(&variables->declared, name);
}

static void hint_near(struct variables *v, struct str name, const struct str *names, size_t count)
{
    bool near =
        v->near_searches++ < VARIABLE_NEAR_SEARCHES && diag_hint_near(v->diags, name, names, count);
    if (!near && names == v->names)
        diag_hint(v->diags, "declare it under `variables:`");
}

void variables_report_unknown(struct variables *v, struct str name, struct span span)
{
    diag_add(v->diags, DIAG_VARIABLE_UNKNOWN, span, "there is no variable `%.*s`", STR_ARGS(name));
    hint_near(v, name, v->names, v->count);
}

// keys of the brochure

static void report_key(struct variables *v, struct str key, struct str part,
                       const struct schema_object *object, struct span span)
{
    struct str names[SCHEMA_MOST_FIELDS];
    for (size_t i = 0; i < object->field_count; i++)
        names[i] = object->fields[i].name;
    diag_add(v->diags, DIAG_VARIABLE_UNKNOWN, span, "a brochure has no key `%.*s`", STR_ARGS(key));
    hint_near(v, part, names, object->field_count);
}

static bool is_printable(const struct schema_type *type)
{
    return type && (type->kind == SCHEMA_LITERAL || type->kind == SCHEMA_INLINE ||
                    type->kind == SCHEMA_CHOICE || type->kind == SCHEMA_DATE ||
                    type->kind == SCHEMA_INTEGER);
}

// Follows a dotted key through the schema. Returns NULL with a diagnostic when it leads to no text.
static const struct schema_type *find_type(struct variables *v, struct str key, struct span span)
{
    const struct schema_object *object = &brochure_schema;
    const struct schema_type *type = NULL;
    for (size_t at = 0; at <= key.len;) {
        size_t end = str_find_byte(key, '.', at);
        struct str part = str_slice(key, at, end);
        const struct schema_field *field = object ? schema_find(object, part) : NULL;
        if (object && !field) {
            report_key(v, key, part, object, span);
            return NULL;
        }
        type = field ? field->type : NULL;
        object = type && type->kind == SCHEMA_OBJECT ? type->object : NULL;
        at = end + 1;
    }
    if (is_printable(type))
        return type;
    diag_add(v->diags, DIAG_VARIABLE_UNKNOWN, span, "`%.*s` is no text", STR_ARGS(key));
    diag_hint(v->diags, "name a key that holds one, such as publisher.phone");
    return NULL;
}

// Returns what the brochure gives for it, or NULL.
static const struct node *find_node(const struct variables *v, struct str key)
{
    const struct node *node = v->root;
    for (size_t at = 0; node && at <= key.len;) {
        size_t end = str_find_byte(key, '.', at);
        node = node->kind == NODE_MAPPING ? node_find(node, str_slice(key, at, end)) : NULL;
        at = end + 1;
    }
    return node && node->kind == NODE_SCALAR ? node : NULL;
}

// Marks nest no deeper than md4c was told the text is long; bounded as inlines are.
static void add_plain(struct str_builder *out, const struct markdown *node, int depth)
{
    enum { DEEPEST = 32 };
    for (; node && depth < DEEPEST; node = node->next) {
        if (node->kind == MARKDOWN_SOFT_BREAK || node->kind == MARKDOWN_HARD_BREAK)
            str_add_byte(out, ' ');
        str_add(out, node->text);
        add_plain(out, node->first, depth + 1);
    }
}

static struct str plain_of(struct variables *v, const struct node *scalar)
{
    struct diags unsaid; // the text itself is read elsewhere
    const struct markdown *paragraph;
    diags_init(&unsaid, v->arena, v->diags->sources);
    if (!markdown_read_inline(v->arena, scalar, &unsaid, &paragraph))
        return scalar->text;
    struct str_builder out = str_builder_in(v->arena);
    add_plain(&out, paragraph->first, 0);
    return str_built(&out);
}

static struct str printed_key(struct variables *v, const struct node *node,
                              const struct schema_type *type)
{
    if (type->kind == SCHEMA_INLINE && str_find(node->text, STR("{{"), 0) == node->text.len)
        return plain_of(v, node);
    struct str text = node->text;
    struct srcmap map = node->map;
    variables_expand(v, &text, &map);
    return str_trim(text);
}

static const struct key_value *look_up(struct variables *v, struct str key, struct span span)
{
    struct key_value *value = map_find(&v->keys, key);
    if (value && value->reading) {
        diag_add(v->diags, DIAG_VARIABLE_ENDLESS, span, "`%.*s` leads back to itself",
                 STR_ARGS(key));
        diag_hint(v->diags, "write the text itself in one of the two places");
        value->faulty = true;
    }
    if (value)
        return value;
    const struct schema_type *type = find_type(v, key, span);
    value = ARENA_NEW(v->arena, struct key_value);
    if (!type) {
        value->faulty = true;
        return value; // each place is told
    }
    map_add(v->arena, &v->keys, key, value);
    value->reading = true;
    const struct node *node = find_node(v, key);
    if (type->kind == SCHEMA_DATE && node && !date_parse(node->text, &value->date))
        value->date = (struct date){0}; // said where it stands
    if (node)
        value->printed = printed_key(v, node, type);
    value->reading = false;
    return value;
}

// uses

static void report_empty(struct variables *v, const struct variable_use *use)
{
    bool dotted = str_find_byte(use->name, '.', 0) < use->name.len;
    diag_add(v->diags, DIAG_VARIABLE_EMPTY, use->span, "`%.*s` has no value", STR_ARGS(use->name));
    if (dotted)
        diag_hint(v->diags, "give the key in the brochure or in its house");
    else
        diag_hint(v->diags, "give it a `default:`, or set it with --set %.*s=…",
                  STR_ARGS(use->name));
}

static void find_value(struct variables *v, struct variable_use *use)
{
    bool faulty;
    struct date date;
    if (str_find_byte(use->name, '.', 0) < use->name.len) {
        const struct key_value *key = look_up(v, use->name, use->span);
        use->value = key->printed;
        date = key->date;
        faulty = key->faulty;
    } else {
        const struct variable *variable = variables_find(v, use->name);
        if (!variable) {
            variables_report_unknown(v, use->name, use->span);
            return;
        }
        use->value = variable->value;
        date = variable->date;
        faulty = variable->faulty;
    }
    if (date.year > 0)
        use->value = term_date(v->arena, v->language, date);
    v->written += use->value.len;
    if (use->value.len == 0 && !faulty) {
        report_empty(v, use);
    } else if (v->written > MOST_WRITTEN) {
        diag_add(v->diags, DIAG_VARIABLE_ENDLESS, use->span,
                 "the values of all variables come to more than 4 MiB");
        diag_hint(v->diags, "use long values less often");
        use->value = STR("");
    }
}

static bool is_name(struct str name)
{
    for (size_t i = 0; i < name.len; i++)
        if (strchr(" \t\n{}\"<>", name.data[i]))
            return false;
    return name.len > 0;
}

static void report_malformed(struct variables *v, const struct variable_use *use, bool closed)
{
    if (closed) {
        diag_add(v->diags, DIAG_VARIABLE_MALFORMED, use->span, "`{{%.*s}}` names no variable",
                 STR_ARGS(use->name));
        diag_hint(v->diags, "a name is one word, such as {{clinic_phone}}");
    } else {
        diag_add(v->diags, DIAG_VARIABLE_MALFORMED, use->span, "these braces are never closed");
        diag_hint(v->diags, "write }} behind the variable's name; for braces as such, write \\{{");
    }
}

bool variable_read(struct variables *v, struct str text, size_t at, const struct srcmap *map,
                   struct variable_use *out)
{
    if (!is_open(text, at) || text_is_escaped(v->diags->sources, map, at) ||
        text_is_escaped(v->diags->sources, map, at + 1))
        return false;
    size_t most = at + LONGEST_NAME < text.len ? at + LONGEST_NAME : text.len;
    struct str near = str_slice(text, 0, most);
    size_t end = str_find(near, STR("}}"), at + 2);
    bool closed = end < near.len;
    out->taken = closed ? end + 2 - at : 2;
    out->name = closed ? str_trim(str_slice(text, at + 2, end)) : STR("");
    out->span = srcmap_span(map, (uint32_t)at, (uint32_t)(at + out->taken));
    out->value = STR("");
    if (closed && is_name(out->name))
        find_value(v, out);
    else
        report_malformed(v, out, closed);
    return true;
}

// texts that are printed exactly

void variables_expand(struct variables *v, struct str *text, struct srcmap *map)
{
    if (str_find(*text, STR("{{"), 0) == text->len)
        return;
    struct inline_writer writer = inline_writer_in(v->arena, map->file);
    struct variable_use use;
    for (size_t at = 0; at < text->len;) {
        uint32_t source = srcmap_offset(map, (uint32_t)at);
        if (!variable_read(v, *text, at, map, &use)) {
            inline_write(&writer, str_slice(*text, at, at + 1), source);
            at++;
            continue;
        }
        struct str value = use.value.len > 0 ? use.value : str_slice(*text, at, at + use.taken);
        inline_write_for(&writer, value, source, use.span.end - use.span.start);
        at += use.taken;
    }
    const struct inline_node *node = inline_written(&writer, (struct span){0}).first;
    *text = node->text;
    *map = node->map;
}

const struct node *variables_expand_scalar(struct variables *v, const struct node *scalar)
{
    if (str_find(scalar->text, STR("{{"), 0) == scalar->text.len)
        return scalar;
    struct node *expanded = arena_copy(v->arena, scalar, sizeof *scalar);
    variables_expand(v, &expanded->text, &expanded->map);
    return expanded;
}

// RFC 3986, 2: what is neither reserved nor unreserved is percent-encoded.
static bool stands_in_address(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (c != '\0' && strchr("-._~:/?#[]@!$&'()*+,;=%", c));
}

static void add_encoded(struct str_builder *out, struct str value, bool phone)
{
    for (size_t i = 0; i < value.len; i++) {
        char c = value.data[i];
        if (stands_in_address(c))
            str_add_byte(out, c);
        else if (!phone || c != ' ')
            str_addf(out, "%%%02X", (unsigned)(unsigned char)c);
    }
}

enum target_kind { TARGET_FILE, TARGET_ADDRESS, TARGET_PHONE };

// Markdown's targets have no map of their own: a fault is told at the whole of the link or picture.
static struct str expand_target(struct variables *v, struct str target, struct span span,
                                enum target_kind kind)
{
    const struct srcmap_piece piece = {0, 0};
    const struct srcmap map = {0, &piece, 1, (uint32_t)target.len};
    struct str_builder out = str_builder_in(v->arena);
    struct diags found, *diags = v->diags;
    diags_init(&found, v->arena, diags->sources);
    v->diags = &found;
    struct variable_use use;
    for (size_t at = 0; at < target.len;) {
        if (!variable_read(v, target, at, &map, &use)) {
            str_add_byte(&out, target.data[at++]);
            continue;
        }
        struct str value = use.value.len > 0 ? use.value : STR("0");
        if (kind == TARGET_FILE)
            str_add(&out, value);
        else
            add_encoded(&out, value, kind == TARGET_PHONE);
        at += use.taken;
    }
    v->diags = diags;
    for (size_t i = 0; i < found.count; i++) {
        found.items[i].span = span;
        diag_repeat(diags, &found.items[i]);
    }
    return str_built(&out);
}

struct str variables_expand_target(struct variables *v, struct str target, struct span span)
{
    if (str_find(target, STR("{{"), 0) == target.len)
        return target;
    bool phone = str_starts_with(target, STR("tel:")) || str_starts_with(target, STR("sms:"));
    return expand_target(v, target, span, phone ? TARGET_PHONE : TARGET_ADDRESS);
}

struct str variables_expand_name(struct variables *v, struct str name, struct span span)
{
    if (str_find(name, STR("{{"), 0) == name.len)
        return name;
    return expand_target(v, name, span, TARGET_FILE);
}
