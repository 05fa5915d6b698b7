#include "model/inlines.h"

#include "base/utf8.h"
#include "model/citation_marks.h"
#include "model/doi.h"
#include "model/inline_writer.h"
#include "model/language.h"
#include "model/spans.h"
#include "model/terms.h"

// Marks within marks; md4c's own nesting has no bound.
enum { DEEPEST = 32 };

// One inline text that is being read.
struct passage {
    struct text_reader *reader;
    struct inline_writer writer;
    struct typography typography;
    uint32_t depth;
    bool in_link;
    VEC(struct open_span) open;
};

// A span in another language that is being read.
struct open_span {
    struct inline_level level;
    struct typography around;
    struct str language;
};

// The pieces of a list of inlines, and how far its spans were read.
struct listing {
    struct typed_pieces pieces;
    struct span_marks marks;
    size_t piece, mark;
};

static void read_nodes(struct passage *passage, const struct markdown *node);

static bool is_typed(const struct markdown *node)
{
    return node->kind == MARKDOWN_TEXT || node->kind == MARKDOWN_SOFT_BREAK;
}

static void add_typed(const struct markdown *node, struct str_builder *text,
                      struct srcmap_piece **pieces, size_t *count)
{
    uint32_t start = (uint32_t)text->len;
    if (node->kind == MARKDOWN_SOFT_BREAK) {
        (*pieces)[(*count)++] = (struct srcmap_piece){start, node->span.start};
        str_add_byte(text, ' ');
        return;
    }
    for (size_t i = 0; i < node->map.count; i++)
        (*pieces)[(*count)++] =
            (struct srcmap_piece){start + node->map.pieces[i].decoded, node->map.pieces[i].source};
    str_add(text, node->text);
}

// Joins the run of text that begins at `*node`, and moves `*node` behind it.
static struct typed join_typed(struct arena *arena, const struct markdown **node)
{
    const struct markdown *first = *node;
    if (first->kind == MARKDOWN_TEXT && !(first->next && is_typed(first->next))) {
        *node = first->next;
        return (struct typed){first->text, first->map};
    }
    size_t capacity = 0, count = 0;
    for (const struct markdown *n = first; n && is_typed(n); n = n->next)
        capacity += n->map.count + 1;
    struct srcmap_piece *pieces = ARENA_ARRAY(arena, struct srcmap_piece, capacity);
    struct str_builder text = str_builder_in(arena);
    uint32_t end = 0, file = first->span.file;
    for (; *node && is_typed(*node); *node = (*node)->next) {
        add_typed(*node, &text, &pieces, &count);
        end = (*node)->span.end;
    }
    return (struct typed){str_built(&text), {file, pieces, count, end}};
}

static struct span place(const struct typed *typed, size_t start, size_t end)
{
    return srcmap_span(&typed->map, (uint32_t)start, (uint32_t)end);
}

// The language of what is read now: of the innermost span, else of the part.
static struct str language_here(const struct passage *passage)
{
    return passage->open.count > 0 ? passage->open.items[passage->open.count - 1].language
                                   : passage->reader->language;
}

// A value's lines stay apart; each is a node of its own, so that a record can fill it in later.
static void write_value(struct passage *passage, const struct variable_use *use)
{
    for (size_t start = 0; start < use->value.len;) {
        size_t end = str_find_byte(use->value, '\n', start);
        struct srcmap_piece *piece = ARENA_NEW(passage->reader->arena, struct srcmap_piece);
        *piece = (struct srcmap_piece){0, use->span.start};
        if (start > 0)
            inline_write_node(&passage->writer, INLINE_LINE_BREAK, use->span);
        struct inline_node *node = inline_write_node(&passage->writer, INLINE_TEXT, use->span);
        node->text = str_slice(use->value, start, end);
        node->map = (struct srcmap){use->span.file, piece, 1, use->span.end};
        node->variable = use->name;
        start = end + 1;
    }
    typography_pass(&passage->typography, 'x');
}

static size_t read_variable(struct passage *passage, const struct typed *typed, size_t at)
{
    struct variable_use use;
    passage->reader->variables->language = language_here(passage);
    if (!variable_read(passage->reader->variables, typed->text, at, &typed->map, &use))
        return 0;
    if (use.value.len == 0) // said; what is typed keeps the text from being empty
        use.value = str_slice(typed->text, at, at + use.taken);
    write_value(passage, &use);
    return use.taken;
}

static void write_character(struct passage *passage, const struct typed *typed, size_t *at)
{
    size_t start = *at;
    uint32_t c = utf8_decode(typed->text.data, typed->text.len, at);
    bool space = c == ' ' || c == '\n' || c == '\t';
    if (space && passage->typography.previous == ' ')
        return;
    typography_pass(&passage->typography, space ? ' ' : c);
    inline_write(&passage->writer, space ? STR(" ") : str_slice(typed->text, start, *at),
                 srcmap_offset(&typed->map, (uint32_t)start));
}

// Takes back the mark that was written before a citation and belongs behind it, or may do so in
// some themes. Returns where it is typed, or text.len for none.
static size_t take_mark_before(struct passage *passage, const struct typed *typed, size_t start,
                               size_t end)
{
    struct str text = typed->text;
    struct inline_writer *writer = &passage->writer;
    size_t at = start;
    while (at > 0 && (text.data[at - 1] == ' ' || text.data[at - 1] == '\n'))
        at--;
    if (at == 0 || writer->text.len == 0 ||
        writer->text.data[writer->text.len - 1] != text.data[at - 1])
        return text.len;
    char c = text.data[--at];
    if (c != ':' && c != ';' && c != ',' && !(c == '.' && citation_point_ends(text, at, end)))
        return text.len;
    inline_writer_cut(writer, 1);
    return at;
}

static void write_typed(struct passage *passage, const struct typed *typed, size_t start,
                        size_t end)
{
    struct str replacement;
    size_t taken = typography_replace(&passage->typography, typed->text, start, &replacement);
    if (taken > 0)
        inline_write_for(&passage->writer, replacement, srcmap_offset(&typed->map, (uint32_t)start),
                         taken);
    for (size_t i = start + taken; i < end;)
        write_character(passage, typed, &i);
}

// A straight quote closes only what was opened.
static bool closes(const struct typography *typography, char c)
{
    if (!typography->marks || (c != '"' && c != '\''))
        return true;
    return c == '"' ? typography->open : typography->inner_open;
}

// The points, commas and closing quotes beside a citation become its children: whether they are
// printed before the number or behind it is the theme's matter (AMA 11th, 3.6: a raised number
// stands outside points, commas and quotes, inside colons and semicolons). Returns where they end.
static size_t write_citation(struct passage *passage, const struct typed *typed, size_t at,
                             size_t end, const struct citation *citation)
{
    struct str text = typed->text;
    inline_writer_trim(&passage->writer);
    size_t before = take_mark_before(passage, typed, at, end);
    bool moved = before < text.len;
    bool behind = moved && (text.data[before] == ':' || text.data[before] == ';');
    bool pointed = moved && !behind;
    struct inline_level level = inline_writer_open(&passage->writer);
    if (pointed)
        write_typed(passage, typed, before, before + 1);
    typography_pass(&passage->typography, pointed ? (uint32_t)text.data[before] : 'x');
    struct span span = place(typed, at, end);
    for (size_t mark; !behind && (mark = citation_mark_length(text, end)) > 0; end += mark) {
        bool point = text.data[end] == '.' || text.data[end] == ',';
        if ((point && pointed) || !closes(&passage->typography, text.data[end]))
            break;
        pointed = pointed || point;
        write_typed(passage, typed, end, end + mark);
    }
    // Of what cannot be printed the marks remain, as any other text.
    inline_writer_close(&passage->writer, level, citation ? INLINE_CITATION : INLINE_SPAN, span)
        ->citation = citation;
    if (behind)
        write_typed(passage, typed, before, before + 1);
    return end;
}

static bool is_escaped(const struct passage *passage, const struct typed *typed, size_t at)
{
    return text_is_escaped(passage->reader->diags->sources, &typed->map, at);
}

static size_t read_citation(struct passage *passage, const struct typed *typed, size_t at)
{
    struct citations *citations = passage->reader->citations;
    const struct citation *citation;
    if (!citations || is_escaped(passage, typed, at))
        return 0;
    size_t taken = citation_read(citations, typed->text, at, &typed->map, &citation);
    if (taken == 0)
        return 0;
    return write_citation(passage, typed, at, at + taken, citation) - at;
}

// Whether a sentence begins at what is read now, and no word stands before it.
static bool opens_sentence(const struct passage *passage)
{
    const struct inline_writer *writer = &passage->writer;
    struct str text = str_trim((struct str){writer->text.data, writer->text.len});
    if (text.len == 0 && writer->last && writer->last->kind == INLINE_CITATION &&
        writer->last->first)
        text = writer->last->first->text;
    char last = text.len > 0 ? text.data[text.len - 1] : 'x';
    return passage->typography.previous == 0 || last == '.' || last == '!' || last == '?';
}

static size_t read_running_citation(struct passage *passage, const struct typed *typed, size_t at)
{
    struct text_reader *reader = passage->reader;
    const struct citation *citation;
    if (!reader->citations || passage->in_link || is_escaped(passage, typed, at))
        return 0;
    bool opens = opens_sentence(passage);
    size_t taken =
        citation_read_running(reader->citations, typed->text, at, &typed->map, &citation);
    if (taken == 0)
        return 0;
    if (opens) {
        diag_add(reader->diags, DIAG_CITATION_PLACE, place(typed, at, at + taken),
                 "a sentence begins with a citation, which prints a number alone");
        diag_hint(reader->diags, "name the source before it: `Brudno and others %.*s found`",
                  STR_ARGS(str_slice(typed->text, at, at + taken)));
    }
    return write_citation(passage, typed, at, at + taken, citation) - at;
}

// Whether text that is read now is in the language of the document, whose abbreviations it has.
static bool is_documents_language(const struct passage *passage)
{
    return str_equal(language_primary(language_here(passage)),
                     language_primary(passage->reader->terms->language));
}

static size_t read_abbreviation(struct passage *passage, const struct typed *typed, size_t at)
{
    struct abbreviations *abbreviations = passage->reader->abbreviations;
    struct str expansion;
    if (!abbreviations || !is_documents_language(passage))
        return 0;
    size_t taken =
        abbreviation_find(abbreviations, typed->text, at, passage->typography.previous, &expansion);
    if (taken == 0)
        return 0;
    struct inline_level level = inline_writer_open(&passage->writer);
    for (size_t i = at; i < at + taken;)
        write_character(passage, typed, &i);
    inline_writer_close(&passage->writer, level, INLINE_SPAN, place(typed, at, at + taken))
        ->expansion = expansion;
    return taken;
}

// Returns how many bytes at `at` were read as more than a character.
static size_t read_special(struct passage *passage, const struct typed *typed, size_t at)
{
    struct str text = typed->text, replacement;
    char c = text.data[at];
    size_t running, abbreviation = read_abbreviation(passage, typed, at);
    if (abbreviation > 0)
        return abbreviation;
    if (c == '[')
        return read_citation(passage, typed, at);
    if (c == '{' && at + 1 < text.len && text.data[at + 1] == '{')
        return read_variable(passage, typed, at);
    if (c == '@' && (running = read_running_citation(passage, typed, at)) > 0)
        return running;
    size_t taken = typography_replace(&passage->typography, text, at, &replacement);
    if (taken > 0)
        inline_write_for(&passage->writer, replacement, srcmap_offset(&typed->map, (uint32_t)at),
                         taken);
    return taken;
}

static void open_span(struct passage *passage, const struct span_mark *mark)
{
    struct typography *typography = &passage->typography;
    *VEC_PUSH(passage->reader->arena, &passage->open) =
        (struct open_span){inline_writer_open(&passage->writer), *typography, mark->language};
    typography->open = typography->inner_open = false;
    if (typography->marks)
        typography->marks = quote_marks_find(mark->language);
}

static void close_span(struct passage *passage, const struct span_mark *mark)
{
    struct open_span *open = &passage->open.items[--passage->open.count];
    struct inline_node *node =
        inline_writer_close(&passage->writer, open->level, INLINE_SPAN, mark->span);
    node->language = mark->language;
    if (!node->first) {
        diag_add(passage->reader->diags, DIAG_EMPTY_VALUE, mark->span, "a span without text");
        diag_hint(passage->reader->diags, "write the words between the brackets");
    }
    open->around.previous = passage->typography.previous;
    passage->typography = open->around;
}

// Opens or closes the span whose mark stands at `at`; returns how many bytes the mark has.
static size_t read_span_mark(struct passage *passage, struct listing *listing, size_t at)
{
    if (listing->mark == listing->marks.count)
        return 0;
    const struct span_mark *mark = &listing->marks.items[listing->mark];
    if (mark->piece != listing->piece || mark->start != at)
        return 0;
    listing->mark++;
    if (mark->opens)
        open_span(passage, mark);
    else
        close_span(passage, mark);
    return mark->end - mark->start;
}

static void read_typed(struct passage *passage, struct listing *listing)
{
    const struct typed *typed = &listing->pieces.items[listing->piece].typed;
    for (size_t at = 0; at < typed->text.len;) {
        size_t taken = read_span_mark(passage, listing, at);
        if (taken == 0)
            taken = read_special(passage, typed, at);
        if (taken > 0)
            at += taken;
        else
            write_character(passage, typed, &at);
    }
}

static void read_marked(struct passage *passage, const struct markdown *node, enum inline_kind kind)
{
    struct inline_level level = inline_writer_open(&passage->writer);
    read_nodes(passage, node->first);
    inline_writer_close(&passage->writer, level, kind, node->span);
}

static void write_literal(struct passage *passage, const struct markdown *node)
{
    struct inline_node *out = inline_write_node(&passage->writer, INLINE_LITERAL, node->span);
    out->text = node->text;
    out->map = node->map;
    variables_expand(passage->reader->variables, &out->text, &out->map);
    typography_pass(&passage->typography, 'x');
}

static void write_code(struct passage *passage, const struct markdown *node)
{
    const struct markdown *content = node->first;
    if (!content || !is_typed(content))
        return;
    struct typed typed = join_typed(passage->reader->arena, &content);
    struct inline_node *out = inline_write_node(&passage->writer, INLINE_CODE, node->span);
    out->text = typed.text;
    out->map = typed.map;
    variables_expand(passage->reader->variables, &out->text, &out->map);
    typography_pass(&passage->typography, 'x');
}

static void read_autolink(struct passage *passage, const struct markdown *node, struct str target)
{
    struct inline_level level = inline_writer_open(&passage->writer);
    for (const struct markdown *n = node->first; n; n = n->next)
        write_literal(passage, n);
    if (passage->writer.last)
        passage->writer.last->literal =
            str_starts_with(node->target, STR("mailto:")) ? LITERAL_WORD : LITERAL_URL;
    inline_writer_close(&passage->writer, level, INLINE_LINK, node->span)->target = target;
}

static void read_link(struct passage *passage, const struct markdown *node)
{
    struct text_reader *reader = passage->reader;
    if (node->title.len > 0) {
        diag_add(reader->diags, DIAG_MARKDOWN_NOT_BUILT, node->span,
                 "a link's title is not printed");
        diag_hint(reader->diags, "write it in the text");
    }
    if (!node->first) {
        diag_add(reader->diags, DIAG_EMPTY_VALUE, node->span, "a link without text");
        diag_hint(reader->diags, "write what it leads to: [the cost page](%.*s)",
                  STR_ARGS(node->target));
        return;
    }
    struct str target = variables_expand_target(reader->variables, node->target, node->span);
    bool inside = target.len > 0 && target.data[0] == '#';
    if (!inside && !target_check(target, node->span, reader->diags))
        return;
    if (node->autolink) {
        read_autolink(passage, node, target);
        return;
    }
    struct inline_level level = inline_writer_open(&passage->writer);
    passage->in_link = true; // links do not nest
    read_nodes(passage, node->first);
    passage->in_link = false;
    struct inline_node *link = inline_writer_close(
        &passage->writer, level, inside ? INLINE_CROSS_REFERENCE : INLINE_LINK, node->span);
    link->target = inside ? str_slice(target, 1, target.len) : target;
    if (inside)
        *VEC_PUSH(reader->arena, &reader->links) = (struct pending_link){link, link->target};
}

static void report_image(struct passage *passage, const struct markdown *node)
{
    diag_add(passage->reader->diags, DIAG_MARKDOWN_NOT_BUILT, node->span,
             "a picture cannot stand in a line of text");
    diag_hint(passage->reader->diags,
              "give it a paragraph of its own, or make it a `figure` block");
}

// Reads one node that is not typed text.
static void read_node(struct passage *passage, const struct markdown *node)
{
    switch (node->kind) {
    case MARKDOWN_EMPHASIS: read_marked(passage, node, INLINE_EMPHASIS); break;
    case MARKDOWN_STRONG: read_marked(passage, node, INLINE_STRONG); break;
    case MARKDOWN_CODE: write_code(passage, node); break;
    case MARKDOWN_LINK: read_link(passage, node); break;
    case MARKDOWN_IMAGE: report_image(passage, node); break;
    case MARKDOWN_HARD_BREAK:
        inline_writer_trim(&passage->writer);
        inline_write_node(&passage->writer, INLINE_LINE_BREAK, node->span);
        typography_pass(&passage->typography, ' ');
        break;
    case MARKDOWN_TEXT:
    case MARKDOWN_SOFT_BREAK:
    case MARKDOWN_DOCUMENT:
    case MARKDOWN_PARAGRAPH:
    case MARKDOWN_HEADING:
    case MARKDOWN_BULLETS:
    case MARKDOWN_NUMBERS:
    case MARKDOWN_ITEM:
    case MARKDOWN_QUOTE:
    case MARKDOWN_CODE_BLOCK:
    case MARKDOWN_RULE:
    case MARKDOWN_TABLE:
    case MARKDOWN_TABLE_ROW:
    case MARKDOWN_TABLE_CELL: break;
    }
}

static struct typed_pieces list_pieces(struct arena *arena, const struct markdown *node)
{
    struct typed_pieces pieces = {0};
    while (node) {
        struct typed_piece piece = {.node = node};
        if (is_typed(node))
            piece = (struct typed_piece){join_typed(arena, &node), NULL};
        else
            node = node->next;
        *VEC_PUSH(arena, &pieces) = piece;
    }
    return pieces;
}

static void read_nodes(struct passage *passage, const struct markdown *node)
{
    if (passage->depth >= DEEPEST) {
        diag_add(passage->reader->diags, DIAG_MARKDOWN_TOO_DEEP, node->span,
                 "marks within marks, more than %d deep", DEEPEST);
        return;
    }
    passage->depth++;
    struct arena *arena = passage->reader->arena;
    struct listing listing = {.pieces = list_pieces(arena, node)};
    listing.marks = spans_find(arena, &listing.pieces, passage->reader->diags);
    for (; listing.piece < listing.pieces.count; listing.piece++) {
        const struct markdown *other = listing.pieces.items[listing.piece].node;
        if (other)
            read_node(passage, other);
        else
            read_typed(passage, &listing);
    }
    passage->depth--;
}

struct text_language inlines_enter(struct text_reader *reader, const struct node *scalar,
                                   struct str *entered)
{
    struct text_language around = {reader->language, reader->marks};
    *entered = (struct str){0};
    if (scalar && language_check(reader->arena, scalar, reader->diags, entered)) {
        reader->language = *entered;
        if (reader->marks)
            reader->marks = quote_marks_find(*entered);
    }
    return around;
}

void inlines_leave(struct text_reader *reader, struct text_language around)
{
    reader->language = around.language;
    reader->marks = around.marks;
}

struct inline_text inlines_from_markdown(struct text_reader *reader, const struct markdown *first,
                                         struct span span)
{
    struct passage passage = {.reader = reader,
                              .writer = inline_writer_in(reader->arena, span.file),
                              .typography = {.marks = reader->marks}};
    if (first)
        read_nodes(&passage, first);
    struct inline_text text = inline_written(&passage.writer, span);
    if (reader->abbreviations && reader->running && !reader->left_out)
        abbreviations_pass(reader->abbreviations, text.first);
    return text;
}

struct inline_text inlines_read(struct text_reader *reader, const struct node *scalar)
{
    const struct markdown *paragraph;
    if (!scalar || !markdown_read_inline(reader->arena, scalar, reader->diags, &paragraph))
        return (struct inline_text){0};
    return inlines_from_markdown(reader, paragraph->first, scalar->span);
}

static struct str *section_names(const struct text_reader *reader, size_t *count)
{
    struct str *names = ARENA_ARRAY(reader->arena, struct str, reader->ids->all.count);
    *count = 0;
    for (size_t i = 0; i < reader->ids->all.count; i++)
        if (reader->ids->all.items[i]->section)
            names[(*count)++] = reader->ids->all.items[i]->id;
    return names;
}

static void report_no_target(struct text_reader *reader, const struct pending_link *link)
{
    diag_add(reader->diags, DIAG_LINK_NO_TARGET, link->node->span, "no section has the id `%.*s`",
             STR_ARGS(link->id));
}

void inlines_resolve_links(struct text_reader *reader)
{
    enum { MOST_NEAR_SEARCHES = 100 }; // names are compared with a bounded number of slips
    struct str *names = NULL;
    size_t name_count = 0, searches = 0;
    for (size_t i = 0; i < reader->links.count; i++) {
        struct pending_link *link = &reader->links.items[i];
        link->node->section = ids_find(reader->ids, link->id);
        if (link->node->section)
            continue;
        report_no_target(reader, link);
        if (!names)
            names = section_names(reader, &name_count);
        if (searches++ >= MOST_NEAR_SEARCHES ||
            !diag_hint_near(reader->diags, link->id, names, name_count))
            diag_hint(reader->diags, "give the section that is meant `id: %.*s`",
                      STR_ARGS(link->id));
    }
}
