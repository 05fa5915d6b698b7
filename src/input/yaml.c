#include "input/yaml.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"
#include "input/traps.h"
#include "input/yaml_check.h"
#include "input/yaml_fault.h"
#include "input/yaml_scalar.h"

#include <assert.h>
#include <string.h>
#include <yaml.h>

const struct yaml_limits yaml_limits_default = {
    .bytes = (size_t)16 << 20,
    .depth = 100,
    .nodes = 1000000,
};

enum { MOST_SYNTAX_FAULTS = 20, DUPLICATES_BY_MAP = 16 };

// A collection that is being read.
struct frame {
    struct node *node;
    struct str anchor;
    const struct node *key; // of the pair whose value comes next
    uint32_t nodes;         // in it, aliases expanded
    uint32_t end;           // of what it holds so far, in the file
    struct {
        const struct node **items;
        size_t count;
        size_t capacity;
    } items;
    struct {
        struct node_pair *items;
        size_t count;
        size_t capacity;
    } pairs;
    struct map keys; // made when there are many
};

struct anchor {
    const struct node *node;
    uint32_t nodes;
    struct span unused; // of an unquoted text with its anchor, until an alias is met
};

struct reader {
    struct arena *arena;
    struct source *source;
    const struct yaml_limits *limits;
    struct diags *diags;
    struct {
        struct frame *items;
        size_t count;
        size_t capacity;
    } frames;
    struct map anchors; // name → struct anchor; the newest of a name counts
    const struct node *root;
    uint32_t nodes; // read so far, aliases expanded
    size_t index;   // libyaml counts code points: here is where `offset` stands
    size_t offset;
    bool stopped; // a limit was met
};

// Returns the byte offset of libyaml's mark. Marks come nearly in order: the walk from the last one
// is short.
static uint32_t offset_of(struct reader *reader, const yaml_mark_t *mark)
{
    struct str bytes = reader->source->bytes;
    while (reader->index < mark->index && reader->offset < bytes.len) {
        reader->offset++;
        while (reader->offset < bytes.len && utf8_continues(bytes.data[reader->offset]))
            reader->offset++;
        reader->index++;
    }
    while (reader->index > mark->index && reader->offset > 0) {
        reader->offset--;
        while (reader->offset > 0 && utf8_continues(bytes.data[reader->offset]))
            reader->offset--;
        reader->index--;
    }
    return (uint32_t)reader->offset;
}

static struct span span_of(struct reader *reader, const yaml_event_t *event)
{
    uint32_t start = offset_of(reader, &event->start_mark);
    uint32_t end = offset_of(reader, &event->end_mark);
    return (struct span){reader->source->file, start, end};
}

static struct str copy_name(struct reader *reader, const yaml_char_t *name)
{
    return name ? str_copy(reader->arena, str_from((const char *)name)) : (struct str){0};
}

static bool count_nodes(struct reader *reader, uint32_t more, struct span span, bool alias)
{
    uint32_t limit = reader->limits->nodes;
    if (more > limit || reader->nodes > limit - more) {
        diag_add(reader->diags, alias ? DIAG_YAML_ALIAS_BOMB : DIAG_YAML_TOO_LARGE, span,
                 alias ? "with this alias the file expands to more than %u values"
                       : "the file has more than %u values",
                 limit);
        diag_hint(reader->diags, "split the content into several files");
        reader->stopped = true;
        return false;
    }
    reader->nodes += more;
    if (reader->frames.count > 0)
        reader->frames.items[reader->frames.count - 1].nodes += more;
    return true;
}

static const struct node *key_find(const struct frame *frame, struct str text)
{
    if (frame->keys.capacity > 0)
        return map_find(&frame->keys, text);
    for (size_t i = 0; i < frame->pairs.count; i++)
        if (str_equal(frame->pairs.items[i].key->text, text))
            return frame->pairs.items[i].key;
    return NULL;
}

static void key_note(struct reader *reader, struct frame *frame, const struct node *key)
{
    // The map only tells nodes, it never changes them: the cast takes const off for its slot.
    union {
        const struct node *node;
        void *value;
    } slot = {.node = key};
    if (frame->keys.capacity > 0) {
        map_add(reader->arena, &frame->keys, key->text, slot.value);
    } else if (frame->pairs.count >= DUPLICATES_BY_MAP) {
        for (size_t i = 0; i < frame->pairs.count; i++) {
            slot.node = frame->pairs.items[i].key;
            map_add(reader->arena, &frame->keys, slot.node->text, slot.value);
        }
        slot.node = key;
        map_add(reader->arena, &frame->keys, key->text, slot.value);
    }
}

// `a: {{name}}`: not within brackets, where a line may hold many and each would be looked through.
static bool begins_variable(const struct reader *reader, const struct node *key)
{
    struct str bytes = reader->source->bytes;
    uint32_t start = key->span.start;
    size_t depth = reader->frames.count;
    bool in_brackets = depth > 1 && reader->frames.items[depth - 2].node->style == NODE_FLOW;
    return key->kind == NODE_MAPPING && !in_brackets && start > 0 && bytes.data[start - 1] == '{' &&
           yaml_value_on_line(bytes, start).data == bytes.data + start - 1;
}

static bool key_is_good(struct reader *reader, const struct frame *frame, const struct node *key)
{
    if (begins_variable(reader, key)) {
        yaml_fault_sign(reader->source, key->span.start, reader->diags);
        return false;
    }
    if (key->kind != NODE_SCALAR) {
        diag_add(reader->diags, DIAG_YAML_BAD_KEY, key->span, "a key must be plain text");
        diag_hint(reader->diags, "a value that begins with `{` or `[` needs quotes");
        return false;
    }
    const struct node *earlier = key_find(frame, key->text);
    if (!earlier)
        return true;
    struct position first =
        source_position(reader->diags->sources, reader->source, earlier->span.start);
    diag_add(reader->diags, DIAG_YAML_DUPLICATE_KEY, key->span,
             "the key `%.*s` is given twice: the first is on line %u", STR_ARGS(key->text),
             first.line);
    diag_hint(reader->diags, "keep one of the two");
    return false;
}

static bool is_merge_key(const struct node *key)
{
    return key->kind == NODE_SCALAR && key->style == NODE_PLAIN && str_equal(key->text, STR("<<"));
}

static void add_pair(struct reader *reader, struct frame *frame, const struct node *value)
{
    if (is_merge_key(frame->key) || key_is_good(reader, frame, frame->key)) {
        if (!is_merge_key(frame->key))
            key_note(reader, frame, frame->key);
        *VEC_PUSH(reader->arena, &frame->pairs) = (struct node_pair){frame->key, value};
    }
    frame->key = NULL;
}

// Gives a finished node to the collection around it. `end` is where it ends here: an alias's node
// stands elsewhere.
static void hand_over(struct reader *reader, const struct node *node, uint32_t end)
{
    if (reader->frames.count == 0) {
        reader->root = node;
        return;
    }
    struct frame *frame = &reader->frames.items[reader->frames.count - 1];
    frame->end = end;
    if (frame->node->kind == NODE_SEQUENCE)
        *VEC_PUSH(reader->arena, &frame->items) = node;
    else if (!frame->key)
        frame->key = node;
    else
        add_pair(reader, frame, node);
}

static void anchor_check(struct reader *reader, const struct anchor *anchor)
{
    if (anchor->unused.end > 0)
        trap_anchor(reader->source, anchor->unused, reader->diags);
}

static void anchor_note(struct reader *reader, struct str name, struct anchor noted)
{
    if (name.len == 0)
        return;
    struct anchor *anchor = ARENA_NEW(reader->arena, struct anchor);
    anchor = map_add(reader->arena, &reader->anchors, name, anchor);
    anchor_check(reader, anchor);
    *anchor = noted;
}

static void check_all_anchors(struct reader *reader)
{
    for (size_t i = 0; i < reader->anchors.capacity; i++)
        if (reader->anchors.slots[i].value)
            anchor_check(reader, reader->anchors.slots[i].value);
}

static enum node_style scalar_style(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: return NODE_SINGLE_QUOTED;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: return NODE_DOUBLE_QUOTED;
    case YAML_LITERAL_SCALAR_STYLE: return NODE_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE: return NODE_FOLDED;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE: break;
    }
    return NODE_PLAIN;
}

static bool is_name_byte(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= 'a' && byte <= 'z') || byte == '_' || byte == '-';
}

static bool is_white(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// An anchor ends with its name, at `&a:x` too; a tag at white space.
static uint32_t behind_property(struct str bytes, uint32_t at, uint32_t end)
{
    bool anchor = bytes.data[at] == '&';
    for (at++; at < end && (anchor ? is_name_byte(bytes.data[at]) : !is_white(bytes.data[at]));)
        at++;
    return at;
}

static uint32_t behind_white(struct str bytes, uint32_t at, uint32_t end)
{
    while (at < end && (is_white(bytes.data[at]) || bytes.data[at] == '#')) {
        if (bytes.data[at] == '#')
            at = (uint32_t)str_find_byte(bytes, '\n', at);
        else
            at++;
    }
    return at < end ? at : end;
}

// libyaml's mark stands at the tag or the anchor of a scalar: the text begins behind them.
static uint32_t text_start(const struct reader *reader, struct span span, const yaml_event_t *event)
{
    struct str bytes = reader->source->bytes;
    uint32_t at = span.start;
    int properties = (event->data.scalar.tag != NULL) + (event->data.scalar.anchor != NULL);
    for (; properties > 0 && at < span.end; properties--)
        at = behind_white(bytes, behind_property(bytes, at, span.end), span.end);
    return at;
}

static void read_scalar(struct reader *reader, const yaml_event_t *event)
{
    struct span span = span_of(reader, event);
    if (!count_nodes(reader, 1, span, false))
        return;
    struct node *node = ARENA_NEW(reader->arena, struct node);
    node->kind = NODE_SCALAR;
    node->style = scalar_style(event->data.scalar.style);
    node->tag = copy_name(reader, event->data.scalar.tag);
    node->text = str_copy(reader->arena, (struct str){(const char *)event->data.scalar.value,
                                                      event->data.scalar.length});
    struct raw_scalar raw = {
        .bytes = reader->source->bytes,
        .file = span.file,
        .start = text_start(reader, span, event),
        .end = span.end,
        .style = node->style,
    };
    yaml_scalar_map(reader->arena, &raw, node->text, &node->map, &span.end);
    node->span = span;
    trap_scalar(reader->source, node, reader->diags);
    struct anchor anchor = {node, 1, {0}};
    if (node->style == NODE_PLAIN && node->text.len > 0)
        anchor.unused = span;
    anchor_note(reader, copy_name(reader, event->data.scalar.anchor), anchor);
    hand_over(reader, node, span.end);
}

// What cannot be read stays the text that was typed, so that nothing else is said of it.
static const struct node *as_typed(struct reader *reader, struct span span)
{
    struct srcmap_piece piece = {0, span.start};
    struct node *node = ARENA_NEW(reader->arena, struct node);
    *node = (struct node){
        .kind = NODE_SCALAR,
        .span = span,
        .text = str_slice(reader->source->bytes, span.start, span.end),
        .map = {span.file, arena_copy(reader->arena, &piece, sizeof piece), 1, span.end},
    };
    return node;
}

static void read_alias(struct reader *reader, const yaml_event_t *event)
{
    struct str name = str_from((const char *)event->data.alias.anchor);
    struct span span = span_of(reader, event);
    struct anchor *anchor = map_find(&reader->anchors, name);
    if (anchor)
        anchor->unused = (struct span){0};
    if (!anchor) {
        diag_add(reader->diags, DIAG_YAML_UNKNOWN_ALIAS, span,
                 "no anchor `&%.*s` comes before this", STR_ARGS(name));
        diag_hint(reader->diags,
                  "text that begins with `*` needs quotes; an alias needs its anchor "
                  "above it");
        hand_over(reader, as_typed(reader, span), span.end);
    } else if (count_nodes(reader, anchor->nodes, span, true)) {
        hand_over(reader, anchor->node, span.end);
    }
}

static void open_collection(struct reader *reader, const yaml_event_t *event, enum node_kind kind)
{
    struct span span = span_of(reader, event);
    if (reader->frames.count >= reader->limits->depth) {
        diag_add(reader->diags, DIAG_YAML_TOO_DEEP, span, "the YAML is nested more than %u deep",
                 reader->limits->depth);
        diag_hint(reader->diags, "text that begins with `[` or `{` needs quotes");
        reader->stopped = true;
        return;
    }
    if (!count_nodes(reader, 1, span, false))
        return;
    bool mapping = kind == NODE_MAPPING;
    bool flow = mapping ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                        : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    struct node *node = ARENA_NEW(reader->arena, struct node);
    *node = (struct node){
        .kind = kind,
        .style = flow ? NODE_FLOW : NODE_BLOCK,
        .span = span,
        .tag = copy_name(reader,
                         mapping ? event->data.mapping_start.tag : event->data.sequence_start.tag),
    };
    struct frame *frame = VEC_PUSH(reader->arena, &reader->frames);
    *frame = (struct frame){
        .node = node,
        .anchor = copy_name(reader, mapping ? event->data.mapping_start.anchor
                                            : event->data.sequence_start.anchor),
        .nodes = 1,
    };
}

static bool merge_pairs(struct reader *reader, struct frame *frame, const struct node *from)
{
    for (size_t i = 0; i < from->count; i++) {
        if (key_find(frame, from->pairs[i].key->text))
            continue; // what the mapping says itself, or an earlier merge, wins
        if (!count_nodes(reader, 1, from->pairs[i].key->span, true))
            return false;
        key_note(reader, frame, from->pairs[i].key);
        *VEC_PUSH(reader->arena, &frame->pairs) = from->pairs[i];
    }
    return true;
}

static void merge_value(struct reader *reader, struct frame *frame, const struct node *value)
{
    bool good = value->kind != NODE_SCALAR;
    for (size_t i = 0; value->kind == NODE_SEQUENCE && i < value->count; i++)
        good = good && value->items[i]->kind == NODE_MAPPING;
    if (!good) {
        diag_add(reader->diags, DIAG_YAML_BAD_MERGE, value->span,
                 "`<<` needs a mapping, or a list of mappings");
        diag_hint(reader->diags, "write `<<: *name`, where `&name` stands before a mapping");
    } else if (value->kind == NODE_MAPPING) {
        merge_pairs(reader, frame, value);
    } else {
        for (size_t i = 0; i < value->count; i++)
            if (!merge_pairs(reader, frame, value->items[i]))
                return;
    }
}

// YAML's merge key (yaml.org/type/merge): its pairs come behind the mapping's own.
static void apply_merges(struct reader *reader, struct frame *frame)
{
    size_t kept = 0, count = frame->pairs.count;
    const struct node **merges = ARENA_ARRAY(reader->arena, const struct node *, count);
    size_t merge_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_merge_key(frame->pairs.items[i].key))
            merges[merge_count++] = frame->pairs.items[i].value;
        else
            frame->pairs.items[kept++] = frame->pairs.items[i];
    }
    frame->pairs.count = kept;
    for (size_t i = 0; i < merge_count && !reader->stopped; i++)
        merge_value(reader, frame, merges[i]);
}

static bool has_merge(const struct frame *frame)
{
    for (size_t i = 0; i < frame->pairs.count; i++)
        if (is_merge_key(frame->pairs.items[i].key))
            return true;
    return false;
}

// libyaml ends a block collection at the next token: it ends where its last value does.
static uint32_t collection_end(struct reader *reader, const struct frame *frame,
                               const yaml_event_t *event)
{
    if (frame->node->style == NODE_FLOW)
        return offset_of(reader, &event->end_mark);
    return frame->end > frame->node->span.start ? frame->end : frame->node->span.start;
}

// Returns the key whose value is being read, empty when none is.
static struct str key_being_read(const struct reader *reader)
{
    const struct frame *frame =
        reader->frames.count > 0 ? &reader->frames.items[reader->frames.count - 1] : NULL;
    return frame && frame->key ? frame->key->text : (struct str){0};
}

static void close_collection(struct reader *reader, const yaml_event_t *event)
{
    assert(reader->frames.count > 0);
    struct frame frame = reader->frames.items[reader->frames.count - 1];
    frame.node->span.end = collection_end(reader, &frame, event);
    if (has_merge(&frame)) {
        apply_merges(reader, &frame);
        // What merging added is in the open frame's count.
        frame.nodes = reader->frames.items[reader->frames.count - 1].nodes;
    }
    frame.node->items = frame.items.items;
    frame.node->pairs = frame.pairs.items;
    frame.node->count = frame.node->kind == NODE_MAPPING ? frame.pairs.count : frame.items.count;
    reader->frames.count--;
    anchor_note(reader, frame.anchor, (struct anchor){frame.node, frame.nodes, {0}});
    if (reader->frames.count > 0)
        reader->frames.items[reader->frames.count - 1].nodes += frame.nodes - 1;
    if (frame.node->kind == NODE_SEQUENCE)
        trap_list(frame.node, key_being_read(reader), reader->diags);
    hand_over(reader, frame.node, frame.node->span.end);
}

static void open_document(struct reader *reader, const yaml_event_t *event)
{
    if (!reader->root)
        return;
    diag_add(reader->diags, DIAG_YAML_DOCUMENTS, span_of(reader, event),
             "a second YAML document begins here");
    diag_hint(reader->diags, "take the line `---` out: a file holds one document");
    reader->stopped = true;
}

static void take_event(struct reader *reader, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT: open_document(reader, event); break;
    case YAML_SCALAR_EVENT: read_scalar(reader, event); break;
    case YAML_ALIAS_EVENT: read_alias(reader, event); break;
    case YAML_SEQUENCE_START_EVENT: open_collection(reader, event, NODE_SEQUENCE); break;
    case YAML_MAPPING_START_EVENT: open_collection(reader, event, NODE_MAPPING); break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: close_collection(reader, event); break;
    case YAML_NO_EVENT:
    case YAML_STREAM_START_EVENT:
    case YAML_STREAM_END_EVENT:
    case YAML_DOCUMENT_END_EVENT: break;
    }
}

// Returns false at libyaml's first objection; `fault` says which.
static bool read_events(struct reader *reader, yaml_parser_t *parser, struct yaml_fault *fault)
{
    for (bool ended = false; !ended && !reader->stopped;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event)) {
            fault->problem = parser->problem;
            fault->context = parser->context;
            fault->at = offset_of(reader, &parser->problem_mark);
            fault->context_at =
                parser->context ? offset_of(reader, &parser->context_mark) : fault->at;
            return false;
        }
        take_event(reader, &event);
        ended = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
    }
    return true;
}

static bool read_once(struct reader *reader, struct str bytes, struct yaml_fault *fault)
{
    yaml_parser_t parser;
    if (!yaml_parser_initialize(&parser))
        return false;
    bytes = str_slice(bytes, reader->offset, bytes.len); // without the byte-order mark
    bytes = yaml_check_indented(reader->arena, bytes);
    yaml_parser_set_input_string(&parser, (const unsigned char *)bytes.data, bytes.len);
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING);
    bool good = read_events(reader, &parser, fault);
    if (!good)
        fault->blamed = yaml_fault_report(fault, reader->diags);
    yaml_parser_delete(&parser);
    return good;
}

static struct reader reader_begin(const struct reader *template)
{
    struct reader reader = *template;
    bool marked = str_starts_with(reader.source->bytes, STR("\xEF\xBB\xBF"));
    reader.offset = marked ? 3 : 0;
    return reader;
}

// A file with a syntax fault is read again without the fault, so that one run says all. Returns
// what could be read at last, or NULL.
static const struct node *read_the_rest(const struct reader *template, struct yaml_fault fault)
{
    struct str source = template->source->bytes;
    char *bytes = arena_copy(template->arena, source.data, source.len);
    for (int round = 1; round < MOST_SYNTAX_FAULTS; round++) {
        if (!yaml_fault_take_out(bytes, source.len, fault.blamed))
            return NULL;
        struct reader reader = reader_begin(template);
        if (read_once(&reader, (struct str){bytes, source.len}, &fault))
            return reader.stopped ? NULL : reader.root;
    }
    return NULL;
}

static bool size_is_good(const struct source *source, const struct yaml_limits *limits,
                         struct diags *diags)
{
    if (source->bytes.len <= limits->bytes)
        return true;
    diag_add(diags, DIAG_FILE_TOO_LARGE, (struct span){source->file, 0, 0},
             "the file is larger than %zu bytes", limits->bytes);
    diag_hint(diags, "split the content into several files");
    return false;
}

bool yaml_read(struct arena *arena, struct source *source, const struct yaml_limits *limits,
               struct diags *diags, const struct node **root)
{
    if (!size_is_good(source, limits, diags) || !yaml_check_bytes(source, diags))
        return false;
    size_t errors_before = diags->error_count;
    struct reader template = {.arena = arena, .source = source, .limits = limits, .diags = diags};
    struct reader reader = reader_begin(&template);
    struct yaml_fault fault = {.source = source};
    if (!read_once(&reader, source->bytes, &fault)) {
        *root = read_the_rest(&template, fault);
        return *root && yaml_fault_was_said(diags);
    }
    if (!reader.stopped)
        check_all_anchors(&reader);
    if (!reader.root && diags->error_count == errors_before) {
        diag_add(diags, DIAG_EMPTY_VALUE, (struct span){source->file, 0, 0}, "the file is empty");
        diag_hint(diags, "begin with `brochure: 1`, a title and a language: see brochure(5)");
    }
    *root = reader.root;
    return reader.root && !reader.stopped;
}

struct str yaml_version(void)
{
    return str_from(yaml_get_version_string());
}
