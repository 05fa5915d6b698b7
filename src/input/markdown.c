#include "input/markdown.h"

#include "base/utf8.h"
#include "input/markdown_scan.h"
#include "input/markdown_text.h"

#include <assert.h>
#include <md4c.h>

enum { DEEPEST = 64 };

// Before inline text: a no-break space is white space to emphasis, and begins no block.
#define INLINE_PREFIX "\xC2\xA0"

struct builder {
    struct arena *arena;
    const struct node *scalar;
    struct diags *diags;
    struct str input; // what md4c reads
    size_t prefix;    // bytes of it before the scalar's text
    struct markdown *path[DEEPEST];
    size_t depth;
    struct markdown_text text; // being joined
    size_t newest;             // offset in the scalar behind the text met last
    struct {
        size_t line;   // where the next row's begins
        size_t before; // where the newest text ended before this row
        uint32_t columns;
        bool head; // the row is the head
    } table;
    bool stopped;
    bool crossed; // marks: what is where in the tree is then a guess
};

static struct markdown *top(struct builder *builder)
{
    assert(builder->depth > 0);
    return builder->path[builder->depth - 1];
}

// Returns the offset in the scalar of a pointer that md4c gave; what is no part of the input stands
// where the newest text ended.
static size_t offset_of(const struct builder *builder, const char *at)
{
    uintptr_t first = (uintptr_t)builder->input.data, here = (uintptr_t)at;
    if (here < first || here > first + builder->input.len)
        return builder->newest;
    size_t offset = here - first;
    return offset > builder->prefix ? offset - builder->prefix : 0;
}

static struct span empty_span(const struct builder *builder)
{
    size_t at = builder->newest;
    struct str text = builder->scalar->text;
    while (at < text.len && (text.data[at] == ' ' || text.data[at] == '\n'))
        at++;
    return node_text_span(builder->scalar, at, at);
}

static void append(struct markdown *parent, struct markdown *child)
{
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static void extend(struct markdown *node, struct span span)
{
    if (span.start == span.end)
        return;
    if (node->span.start == node->span.end)
        node->span = span;
    if (span.start < node->span.start)
        node->span.start = span.start;
    if (span.end > node->span.end)
        node->span.end = span.end;
}

static struct markdown *add_node(struct builder *builder, enum markdown_kind kind)
{
    struct markdown *node = ARENA_NEW(builder->arena, struct markdown);
    node->kind = kind;
    node->span = empty_span(builder);
    append(top(builder), node);
    return node;
}

static void flush_text(struct builder *builder)
{
    if (builder->text.bytes.len == 0)
        return;
    struct markdown *node = add_node(builder, MARKDOWN_TEXT);
    node->text = str_built(&builder->text.bytes);
    node->map = markdown_text_map(&builder->text);
    node->span = srcmap_span(&node->map, 0, (uint32_t)node->text.len);
    extend(top(builder), node->span);
    markdown_text_begin(&builder->text, builder->arena, builder->scalar);
}

static struct markdown *enter(struct builder *builder, enum markdown_kind kind)
{
    flush_text(builder);
    if (builder->depth == DEEPEST) {
        diag_add(builder->diags, DIAG_MARKDOWN_TOO_DEEP, empty_span(builder),
                 "lists, quotations and emphasis are nested more than %d deep", DEEPEST);
        diag_hint(builder->diags, "nest lists two or three deep at most");
        builder->stopped = true;
        return NULL;
    }
    struct markdown *node = add_node(builder, kind);
    builder->path[builder->depth++] = node;
    return node;
}

static void leave_top(struct builder *builder)
{
    struct span span = top(builder)->span;
    builder->depth--;
    if (builder->depth > 0)
        extend(top(builder), span);
}

// Where a mark of emphasis stands in the address of a link, md4c closes emphasis that it never
// opened, or opens what it never closes: `[a](*)*`, `*[a](*)`.
static void marks_cross(struct builder *builder)
{
    diag_add(builder->diags, DIAG_MARKDOWN_CROSSED, empty_span(builder),
             "emphasis begins or ends in the address of a link");
    diag_hint(builder->diags, "put a backslash before a `*` or `_` that is meant as it stands");
    builder->crossed = true;
}

static void leave_open_marks(struct builder *builder)
{
    flush_text(builder);
    while (top(builder)->kind > MARKDOWN_TEXT) {
        marks_cross(builder);
        leave_top(builder);
    }
}

static int leave(struct builder *builder, enum markdown_kind kind)
{
    flush_text(builder);
    if (top(builder)->kind == kind)
        leave_top(builder);
    else
        marks_cross(builder);
    return 0;
}

static enum markdown_align align_from(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_DEFAULT: return MARKDOWN_ALIGN_DEFAULT;
    case MD_ALIGN_LEFT: return MARKDOWN_ALIGN_LEFT;
    case MD_ALIGN_CENTER: return MARKDOWN_ALIGN_CENTER;
    case MD_ALIGN_RIGHT: return MARKDOWN_ALIGN_RIGHT;
    }
    return MARKDOWN_ALIGN_DEFAULT;
}

// It stays as text, so that nothing is found empty and the rest is checked, too.
static void raw_html(struct builder *builder, size_t start, size_t end)
{
    diag_add(builder->diags, DIAG_RAW_HTML, node_text_span(builder->scalar, start, end),
             "raw HTML cannot be laid out");
    diag_hint(builder->diags, "use Markdown; for the signs themselves write `\\<` or `&lt;`");
    markdown_text_add(&builder->text, start, end);
}

static enum markdown_kind block_kind(MD_BLOCKTYPE type)
{
    switch (type) {
    case MD_BLOCK_DOC: return MARKDOWN_DOCUMENT;
    case MD_BLOCK_QUOTE: return MARKDOWN_QUOTE;
    case MD_BLOCK_UL: return MARKDOWN_BULLETS;
    case MD_BLOCK_OL: return MARKDOWN_NUMBERS;
    case MD_BLOCK_LI: return MARKDOWN_ITEM;
    case MD_BLOCK_HR: return MARKDOWN_RULE;
    case MD_BLOCK_H: return MARKDOWN_HEADING;
    case MD_BLOCK_CODE: return MARKDOWN_CODE_BLOCK;
    case MD_BLOCK_HTML:
    case MD_BLOCK_P: return MARKDOWN_PARAGRAPH;
    case MD_BLOCK_TABLE: return MARKDOWN_TABLE;
    case MD_BLOCK_TR: return MARKDOWN_TABLE_ROW;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD: return MARKDOWN_TABLE_CELL;
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY: break;
    }
    return MARKDOWN_TABLE;
}

static void take_block_detail(struct builder *builder, struct markdown *node, MD_BLOCKTYPE type,
                              const void *detail)
{
    (void)builder;
    switch (type) {
    case MD_BLOCK_UL: node->tight = ((const MD_BLOCK_UL_DETAIL *)detail)->is_tight != 0; break;
    case MD_BLOCK_OL:
        node->tight = ((const MD_BLOCK_OL_DETAIL *)detail)->is_tight != 0;
        node->number = ((const MD_BLOCK_OL_DETAIL *)detail)->start;
        break;
    case MD_BLOCK_LI:
        if (((const MD_BLOCK_LI_DETAIL *)detail)->is_task)
            node->task = ((const MD_BLOCK_LI_DETAIL *)detail)->task_mark == ' ' ? ' ' : 'x';
        break;
    case MD_BLOCK_H: node->level = ((const MD_BLOCK_H_DETAIL *)detail)->level; break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        node->head = type == MD_BLOCK_TH;
        node->align = align_from(((const MD_BLOCK_TD_DETAIL *)detail)->align);
        break;
    case MD_BLOCK_DOC:
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_HR:
    case MD_BLOCK_CODE:
    case MD_BLOCK_HTML:
    case MD_BLOCK_P:
    case MD_BLOCK_TABLE:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR: break;
    }
}

static bool is_table_part(MD_BLOCKTYPE type)
{
    return type == MD_BLOCK_THEAD || type == MD_BLOCK_TBODY;
}

static void enter_table_part(struct builder *builder, MD_BLOCKTYPE type, const void *detail)
{
    if (type == MD_BLOCK_TABLE) {
        builder->table.columns = ((const MD_BLOCK_TABLE_DETAIL *)detail)->col_count;
        builder->table.line = markdown_scan_line(builder->scalar->text, builder->newest).start;
    }
    if (is_table_part(type))
        builder->table.head = type == MD_BLOCK_THEAD;
    if (type == MD_BLOCK_TR)
        builder->table.before = builder->newest;
}

static int on_enter_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct builder *builder = context;
    enter_table_part(builder, type, detail);
    if (type == MD_BLOCK_DOC || is_table_part(type))
        return 0;
    struct markdown *node = enter(builder, block_kind(type));
    if (!node)
        return 1;
    take_block_detail(builder, node, type, detail);
    return 0;
}

// The text of an item of a tight list comes without a paragraph: it gets one, so that an item
// always holds blocks.
static void wrap_loose_inlines(struct builder *builder, struct markdown *item)
{
    struct markdown *child = item->first;
    item->first = item->last = NULL;
    struct markdown *paragraph = NULL;
    for (struct markdown *next; child; child = next) {
        next = child->next;
        child->next = NULL;
        if (child->kind < MARKDOWN_TEXT) {
            paragraph = NULL;
            append(item, child);
            continue;
        }
        if (!paragraph) {
            paragraph = ARENA_NEW(builder->arena, struct markdown);
            *paragraph = (struct markdown){.kind = MARKDOWN_PARAGRAPH, .span = child->span};
            append(item, paragraph);
        }
        extend(paragraph, child->span);
        append(paragraph, child);
    }
}

// Each row is a line: the one of its text, else the one after the row before. md4c drops the cells
// that the head has no column for.
static void leave_row(struct builder *builder)
{
    struct str text = builder->scalar->text;
    size_t line = builder->table.line;
    if (builder->newest > builder->table.before)
        for (line = builder->newest; line > 0 && text.data[line - 1] != '\n';)
            line--;
    if (!builder->table.head)
        markdown_scan_row(builder->scalar, line, builder->table.columns, builder->diags);
    for (int lines = builder->table.head ? 2 : 1; lines > 0;
         lines--) // `|---|` stands below the head
        line = line < text.len ? str_find_byte(text, '\n', line) + 1 : text.len;
    builder->table.line = line < text.len ? line : text.len;
}

// What has no text has its line as its place; the next one is looked for behind it.
static void place_line(struct builder *builder, struct markdown *node, struct scan_line found)
{
    if (found.start == found.end)
        return;
    node->span = node_text_span(builder->scalar, found.start, found.end);
    builder->newest = found.end;
}

static void place_without_text(struct builder *builder, struct markdown *node)
{
    if (node->kind == MARKDOWN_RULE)
        place_line(builder, node, markdown_scan_rule(builder->scalar->text, builder->newest));
    else if (node->kind == MARKDOWN_ITEM && !node->first)
        place_line(builder, node, markdown_scan_marker(builder->scalar->text, builder->newest));
}

static void suspect_indented_code(struct builder *builder, const MD_BLOCK_CODE_DETAIL *code)
{
    if (code->fence_char)
        return;
    flush_text(builder);
    diag_add(builder->diags, DIAG_MARKDOWN_SUSPICIOUS, top(builder)->span,
             "text that is indented by four spaces becomes code");
    diag_hint(builder->diags, "indent it as the text around it; code that is meant goes between "
                              "lines of ```");
}

static int on_leave_block(MD_BLOCKTYPE type, void *detail, void *context)
{
    struct builder *builder = context;
    if (type == MD_BLOCK_DOC || is_table_part(type))
        return 0;
    leave_open_marks(builder);
    if (type == MD_BLOCK_LI)
        wrap_loose_inlines(builder, top(builder));
    if (type == MD_BLOCK_TR)
        leave_row(builder);
    if (type == MD_BLOCK_CODE)
        suspect_indented_code(builder, detail);
    place_without_text(builder, top(builder));
    return leave(builder, block_kind(type));
}

// An address with its entities decoded; md4c has taken the backslashes out.
static struct str attribute_text(struct builder *builder, const MD_ATTRIBUTE *attribute)
{
    struct str whole = {attribute->text, attribute->size};
    struct str_builder text = str_builder_in(builder->arena);
    for (size_t i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++) {
        struct str part =
            str_slice(whole, attribute->substr_offsets[i], attribute->substr_offsets[i + 1]);
        char decoded[UTF8_LONGEST];
        size_t length =
            attribute->substr_types[i] == MD_TEXT_ENTITY ? markdown_entity(part, decoded) : 0;
        str_add(&text, length > 0 ? (struct str){decoded, length} : part);
    }
    return str_built(&text);
}

// `<https://…>`: md4c tells it by nothing but the text it gives next.
static bool begins_autolink(const struct builder *builder, struct str target)
{
    struct str text = builder->scalar->text;
    size_t open = str_find_byte(text, '<', builder->newest);
    if (open == text.len)
        return false;
    struct str rest = str_slice(text, open + 1, text.len);
    if (str_starts_with(target, STR("mailto:")) && !str_starts_with(rest, STR("mailto:")))
        target = str_slice(target, 7, target.len);
    return str_starts_with(rest, target) && rest.len > target.len && rest.data[target.len] == '>';
}

static enum markdown_kind span_kind(MD_SPANTYPE type)
{
    switch (type) {
    case MD_SPAN_EM: return MARKDOWN_EMPHASIS;
    case MD_SPAN_STRONG: return MARKDOWN_STRONG;
    case MD_SPAN_A: return MARKDOWN_LINK;
    case MD_SPAN_IMG: return MARKDOWN_IMAGE;
    case MD_SPAN_CODE:
    case MD_SPAN_DEL:
    case MD_SPAN_LATEXMATH:
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U: break;
    }
    return MARKDOWN_CODE;
}

static int on_enter_span(MD_SPANTYPE type, void *detail, void *context)
{
    struct builder *builder = context;
    enum markdown_kind kind = span_kind(type);
    struct markdown *node = enter(builder, kind);
    if (!node)
        return 1;
    if (kind == MARKDOWN_LINK) {
        const MD_SPAN_A_DETAIL *link = detail;
        node->target = attribute_text(builder, &link->href);
        node->title = attribute_text(builder, &link->title);
        node->autolink = begins_autolink(builder, node->target);
    } else if (kind == MARKDOWN_IMAGE) {
        const MD_SPAN_IMG_DETAIL *image = detail;
        node->target = attribute_text(builder, &image->src);
        node->title = attribute_text(builder, &image->title);
    }
    return 0;
}

static int on_leave_span(MD_SPANTYPE type, void *detail, void *context)
{
    (void)detail;
    return leave(context, span_kind(type));
}

static void add_entity(struct builder *builder, struct str entity, size_t start)
{
    char decoded[UTF8_LONGEST];
    size_t length = markdown_entity(entity, decoded);
    if (length > 0) {
        markdown_text_add_decoded(&builder->text, (struct str){decoded, length}, start,
                                  start + entity.len);
        return;
    }
    diag_add(builder->diags, DIAG_MARKDOWN_SUSPICIOUS,
             node_text_span(builder->scalar, start, start + entity.len),
             "`%.*s` is no known character: it is printed as typed", STR_ARGS(entity));
    diag_hint(builder->diags, "type the character itself");
    markdown_text_add(&builder->text, start, start + entity.len);
}

// Signs of emphasis that found no partner. One asterisk may be a footnote's mark, two are not.
static void check_stars(struct builder *builder, struct str text, size_t start)
{
    size_t at = str_find(text, STR("**"), 0);
    if (at == text.len)
        return;
    diag_add(builder->diags, DIAG_MARKDOWN_SUSPICIOUS,
             node_text_span(builder->scalar, start + at, start + at + 2),
             "`**` without its partner is printed as typed");
    diag_hint(builder->diags, "write strong words as `**these words**`, without a space inside the "
                              "asterisks");
}

static void add_text(struct builder *builder, MD_TEXTTYPE type, struct str text, size_t start)
{
    size_t skip = 0;
    bool first = builder->prefix > 0 && text.data == builder->input.data;
    if (first)
        skip = builder->prefix < text.len ? builder->prefix : text.len;
    size_t length = text.len - skip;
    assert(start + length <= builder->scalar->text.len);
    if (type == MD_TEXT_NORMAL)
        check_stars(builder, str_slice(text, skip, text.len), start);
    if (length > 0)
        markdown_text_add(&builder->text, start, start + length);
}

// A code block's lines come without their indentation, line breaks as text of md4c's own.
static void add_break(struct builder *builder)
{
    size_t end =
        builder->newest < builder->scalar->text.len ? builder->newest + 1 : builder->newest;
    markdown_text_add_decoded(&builder->text, STR("\n"), builder->newest, end);
}

static int on_text(MD_TEXTTYPE type, const MD_CHAR *data, MD_SIZE size, void *context)
{
    struct builder *builder = context;
    struct str text = {data, size};
    uintptr_t first = (uintptr_t)builder->input.data;
    bool inside = (uintptr_t)data >= first && (uintptr_t)data < first + builder->input.len;
    size_t start = offset_of(builder, data);
    switch (type) {
    case MD_TEXT_NORMAL:
    case MD_TEXT_CODE:
        if (inside)
            add_text(builder, type, text, start);
        else if (str_equal(text, STR("\n")))
            add_break(builder);
        else if (text.len > 0)
            markdown_text_add_decoded(&builder->text, text, start, start);
        break;
    case MD_TEXT_ENTITY: add_entity(builder, text, start); break;
    case MD_TEXT_SOFTBR:
        flush_text(builder);
        add_node(builder, MARKDOWN_SOFT_BREAK);
        return 0;
    case MD_TEXT_BR:
        flush_text(builder);
        add_node(builder, MARKDOWN_HARD_BREAK);
        return 0;
    case MD_TEXT_HTML:
        if (inside)
            raw_html(builder, start, start + text.len);
        break;
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH: break; // no such byte passes the file's check; math is not switched on
    }
    if (inside) {
        size_t skip = text.data == builder->input.data ? builder->prefix : 0;
        builder->newest = start + text.len - (skip < text.len ? skip : text.len);
    }
    return 0;
}

static bool run_md4c(struct builder *builder, unsigned flags)
{
    const MD_PARSER parser = {
        .flags = flags,
        .enter_block = on_enter_block,
        .leave_block = on_leave_block,
        .enter_span = on_enter_span,
        .leave_span = on_leave_span,
        .text = on_text,
    };
    // It takes a length, but looks for the next mark with strcspn, which needs a NUL at the end.
    builder->input.data = str_cstr(builder->arena, builder->input);
    int status = md_parse(builder->input.data, (MD_SIZE)builder->input.len, &parser, builder);
    assert(status >= 0); // it fails only without memory
    return !builder->stopped && !builder->crossed;
}

static struct builder begin(struct arena *arena, const struct node *scalar, struct diags *diags,
                            struct markdown *root)
{
    assert(scalar->kind == NODE_SCALAR && scalar->map.count > 0);
    *root = (struct markdown){.span = node_text_span(scalar, 0, 0)};
    struct builder builder = {
        .arena = arena,
        .scalar = scalar,
        .diags = diags,
        .path = {root},
        .depth = 1,
    };
    markdown_text_begin(&builder.text, arena, scalar);
    return builder;
}

bool markdown_read_blocks(struct arena *arena, const struct node *scalar, struct diags *diags,
                          const struct markdown **document)
{
    struct markdown *root = ARENA_NEW(arena, struct markdown);
    struct builder builder = begin(arena, scalar, diags, root);
    root->kind = MARKDOWN_DOCUMENT;
    builder.input = scalar->text;
    markdown_scan(scalar, diags);
    *document = root;
    return run_md4c(&builder, MD_FLAG_TABLES | MD_FLAG_TASKLISTS);
}

bool markdown_read_inline(struct arena *arena, const struct node *scalar, struct diags *diags,
                          const struct markdown **paragraph)
{
    struct markdown *root = ARENA_NEW(arena, struct markdown);
    struct builder builder = begin(arena, scalar, diags, root);
    struct str_builder input = str_builder_in(arena);
    str_add(&input, STR(INLINE_PREFIX));
    for (size_t i = 0; i < scalar->text.len; i++)
        str_add_byte(&input, scalar->text.data[i] == '\n' ? ' ' : scalar->text.data[i]);
    builder.input = str_built(&input);
    builder.prefix = sizeof INLINE_PREFIX - 1;
    bool good = run_md4c(&builder, 0);
    if (root->first && root->first->kind == MARKDOWN_PARAGRAPH)
        *root = *root->first;
    root->kind = MARKDOWN_PARAGRAPH;
    root->next = NULL;
    *paragraph = root;
    return good;
}
