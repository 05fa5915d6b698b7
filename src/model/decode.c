#include "model/decode.h"

#include "model/conditions.h"
#include "model/doi.h"
#include "model/draft.h"
#include "model/edition_list.h"
#include "model/house.h"
#include "model/inline_writer.h"
#include "model/language.h"
#include "model/pictures.h"
#include "model/references.h"
#include "model/sections.h"
#include "model/settings.h"
#include "model/terms.h"

#include <assert.h>
#include <stdlib.h>

// A brochure that is being decoded.
struct decoding {
    struct arena *arena;
    struct diags *diags;
    struct text_reader texts;
    struct citations citations;
    struct ids ids;
    struct abbreviations abbreviations;
    struct variables variables;
    struct draft_brochure draft;
    struct brochure *brochure;
};

static struct str text_of(const struct node *scalar)
{
    return scalar ? scalar->text : (struct str){0};
}

static struct inline_text read_plain(struct decoding *d, const struct node *scalar,
                                     struct str *plain)
{
    struct inline_text text = inlines_read(&d->texts, scalar);
    *plain = inline_plain(d->arena, text.first);
    return text;
}

// format and language

static void decode_language(struct decoding *d)
{
    struct brochure *brochure = d->brochure;
    const struct node *tag = d->draft.language;
    if (!tag || !language_check(d->arena, tag, d->diags, &brochure->language))
        brochure->language = STR("en");
    struct terms *terms =
        terms_new(d->arena, brochure->language, tag ? tag->span : (struct span){0});
    labels_apply(&d->draft.labels, d->diags, terms);
    brochure->terms = d->texts.terms = d->citations.terms = terms;
    brochure->right_to_left = language_is_right_to_left(brochure->language);
    d->texts.language = brochure->language;
    if (!d->draft.literal)
        d->texts.marks = quote_marks_find(brochure->language);
}

// page

static void report_columns(struct decoding *d, const struct node *page)
{
    diag_add(d->diags, DIAG_BAD_COMBINATION, node_find(page, STR("columns"))->span,
             "four columns need a landscape page");
    diag_hint(d->diags, "write 1 to 3, or `orientation: landscape`");
}

static void report_fold(struct decoding *d, const struct node *page)
{
    const struct node *fold = node_find(page, STR("fold"));
    diag_add(d->diags, DIAG_KEY_NOT_BUILT, fold->span, "the fold `%.*s` is not built yet",
             STR_ARGS(fold->text));
    diag_hint(d->diags, "leave the key out until a later version builds it");
}

static const struct page_size *named_size(const struct decoding *d)
{
    const struct schema_any *size = &d->draft.page.size;
    if (size->node && size->type->kind == SCHEMA_CHOICE)
        return &page_sizes[*(const uint32_t *)size->value];
    const char *usual = language_prefers_letter(d->brochure->language) ? "letter" : "A4";
    size_t i = 0;
    while (!str_equal(page_sizes[i].name, str_from(usual)))
        i++;
    return &page_sizes[i];
}

// Nothing that a press prints is smaller, nothing that a PDF viewer shows is larger.
static void check_size(struct decoding *d, const struct draft_size *size)
{
    const length values[] = {size->width, size->height};
    static const struct str names[] = {STR_INIT("width"), STR_INIT("height")};
    for (size_t i = 0; i < 2; i++) {
        const struct node *node = node_find(size->found.node, names[i]);
        if (!node || values[i] == 0 ||
            (values[i] >= LENGTH_PT(72) && values[i] <= LENGTH_PT(14400)))
            continue;
        diag_add(d->diags, DIAG_BAD_LENGTH, node->span, "a page cannot be that %s",
                 values[i] < LENGTH_PT(72) ? "small" : "large");
        diag_hint(d->diags, "from 1in to 200in");
    }
}

static void report_page_count(struct decoding *d, const struct draft_page_count *draft,
                              struct str key, const char *message, const char *hint)
{
    diag_add(d->diags, DIAG_BAD_COMBINATION, node_find(draft->found.node, key)->span, "%s",
             message);
    diag_hint(d->diags, "%s", hint);
}

static void decode_page_count(struct decoding *d, const struct draft_page_count *draft,
                              struct page_count *out)
{
    uint32_t step = draft->multiple_of > 0 ? draft->multiple_of : 1;
    if (!draft->found.node)
        return;
    *out = (struct page_count){
        .at_most = draft->at_most / step * step,
        .exactly = draft->exactly,
        .multiple_of = step,
        .span = draft->found.node->span,
    };
    if (draft->at_most > 0 && draft->exactly > 0)
        report_page_count(d, draft, STR("at-most"), "`at-most` and `exactly` cannot both hold",
                          "write one of them");
    if (draft->exactly % step != 0)
        report_page_count(d, draft, STR("exactly"), "`exactly` is no multiple of `multiple-of`",
                          "change one of the two");
    if (draft->at_most > 0 && out->at_most == 0)
        report_page_count(d, draft, STR("at-most"), "`at-most` is less than `multiple-of`",
                          "change one of the two");
}

// The name of a page's size, upright or turned: also where it was given by its sides.
static struct str find_size_key(length width, length height)
{
    const length near = LENGTH_PT(0.5); // of one that was rounded
    length narrow = width < height ? width : height, wide = width < height ? height : width;
    for (size_t i = 0; i < page_size_count; i++) {
        const struct page_size *size = &page_sizes[i];
        if (labs(size->width - narrow) < near && labs(size->height - wide) < near)
            return size->key;
    }
    return STR("");
}

static void decode_page(struct decoding *d)
{
    const struct draft_page *draft = &d->draft.page;
    struct page_setup *page = &d->brochure->page;
    const struct page_size *named = named_size(d);
    *page = (struct page_setup){.width = named->width,
                                .height = named->height,
                                .columns = draft->columns ? draft->columns : 1};
    if (draft->size.node && draft->size.type->kind == SCHEMA_OBJECT) {
        const struct draft_size *size = draft->size.value;
        check_size(d, size);
        page->width = size->width;
        page->height = size->height;
    }
    if (draft->orientation == ORIENTATION_LANDSCAPE && page->width < page->height) {
        length width = page->width;
        page->width = page->height;
        page->height = width;
    }
    page->size_key = find_size_key(page->width, page->height);
    page->is_small = page->width < LENGTH_PT(432) || page->height < LENGTH_PT(432);
    if (!draft->found.node)
        return;
    page->span = draft->found.node->span;
    decode_page_count(d, &draft->pages, &page->pages);
    if (page->columns == 4 && page->width < page->height)
        report_columns(d, draft->found.node);
    if (draft->fold != 0)
        report_fold(d, draft->found.node);
}

// publisher and document

static void decode_address(struct decoding *d, const struct node *address, struct publisher *out)
{
    VEC(struct str) lines = {0};
    for (size_t start = 0; start < address->text.len;) {
        size_t end = str_find_byte(address->text, '\n', start);
        struct str line = str_trim(str_slice(address->text, start, end));
        if (line.len > 0)
            *VEC_PUSH(d->arena, &lines) = line;
        start = end + 1;
    }
    out->address = lines.items;
    out->address_count = lines.count;
}

static void decode_publisher(struct decoding *d)
{
    const struct draft_publisher *draft = &d->draft.publisher;
    struct publisher *publisher = &d->brochure->publisher;
    if (!draft->found.node)
        return;
    d->texts.citations = NULL; // names are printed without marks: an @ in one is a letter
    read_plain(d, draft->name, &publisher->name);
    d->texts.citations = &d->citations;
    publisher->phone = text_of(draft->phone);
    publisher->email = text_of(draft->email);
    publisher->web = text_of(draft->web);
    publisher->feedback = inlines_read(&d->texts, draft->feedback);
    publisher->span = draft->found.node->span;
    publisher->logo = picture_use_read(&d->texts, &draft->logo);
    if (draft->address)
        decode_address(d, draft->address, publisher);
    if (draft->email)
        email_check(draft->email, d->diags);
    if (draft->web)
        url_check(draft->web, d->diags);
}

static void decode_keywords(struct decoding *d, const struct schema_list *list,
                            struct document *document)
{
    const struct node *const *nodes = list->items;
    struct str *keywords = ARENA_ARRAY(d->arena, struct str, list->count);
    for (size_t i = 0; i < list->count; i++)
        keywords[i] = text_of(nodes[i]);
    document->keywords = keywords;
    document->keyword_count = list->count;
}

static void decode_more(struct decoding *d, const struct schema_map *map, struct document *document)
{
    struct control_entry *entries = ARENA_ARRAY(d->arena, struct control_entry, map->count);
    for (size_t i = 0; i < map->count; i++) {
        const struct node *const *value = map->entries[i].value;
        entries[i].label = map->entries[i].key->text;
        if (value)
            entries[i].value = inlines_read(&d->texts, *value);
        entries[i].span = map->entries[i].key->span;
    }
    document->more = entries;
    document->more_count = map->count;
}

// Only a cover prints it: without one, what it cites is not cited.
static void decode_summary(struct decoding *d)
{
    struct document *document = &d->brochure->document;
    d->citations.left_out = !d->brochure->cover.present;
    document->summary = read_plain(d, d->draft.document.summary, &document->summary_plain);
    d->citations.left_out = false;
}

static void decode_document(struct decoding *d)
{
    const struct draft_document *draft = &d->draft.document;
    struct document *document = &d->brochure->document;
    if (!draft->found.node)
        return;
    decode_summary(d);
    document->id = text_of(draft->id);
    document->version = text_of(draft->version);
    document->audience = inlines_read(&d->texts, draft->audience);
    document->online = text_of(draft->online);
    document->status = draft->status;
    document->issued = draft->issued;
    document->review_by = draft->review_by;
    document->span = draft->found.node->span;
    document->translated_version = text_of(draft->translation.version);
    document->translated_file = text_of(draft->translation.file);
    decode_more(d, &draft->more, document);
    decode_keywords(d, &draft->keywords, document);
    if (!draft->online)
        return;
    document->online_span = draft->online->span;
    url_check(draft->online, d->diags);
}

// the whole

// In the order in which it is printed, which numbers the citations: a cover has the control data,
// else they stand at the end.
static void decode_head(struct decoding *d)
{
    struct brochure *brochure = d->brochure;
    if (d->draft.cover.found.node) {
        brochure->cover.present = true;
        brochure->cover.span = d->draft.cover.found.node->span;
        brochure->cover.image = picture_use_read(&d->texts, &d->draft.cover.image);
        brochure->cover.eyebrow = inlines_read(&d->texts, d->draft.cover.eyebrow);
    }
    brochure->title = read_plain(d, d->draft.title, &brochure->title_plain);
    brochure->subtitle = read_plain(d, d->draft.subtitle, &brochure->subtitle_plain);
    if (brochure->cover.present)
        decode_document(d);
    d->texts.running = true;
    brochure->lead = inlines_read(&d->texts, d->draft.lead);
    d->texts.running = false;
    brochure->contents = d->draft.contents;
    brochure->theme = d->draft.theme ? d->draft.theme->text : STR("clinic");
    if (d->draft.theme)
        brochure->theme_span = d->draft.theme->span;
}

static void decode_sections(struct decoding *d)
{
    struct brochure *brochure = d->brochure;
    struct section_list sections =
        sections_decode(&d->texts, &d->draft.sections, &brochure->section_total);
    brochure->sections = sections.items;
    brochure->section_count = sections.count;
}

static void decode_references(struct decoding *d)
{
    const struct draft_references *draft = &d->draft.references;
    references_finish(&d->texts, draft, &d->citations);
    d->brochure->citations_on_line = draft->style == STYLE_NLM;
    d->brochure->references = d->citations.printed;
    d->brochure->reference_count = d->citations.numbered;
}

static bool references_were_read(const struct draft_brochure *draft)
{
    bool given = schema_has(&brochure_schema, &draft->found, STR("references"));
    bool listed = schema_has(&references_schema, &draft->references.found, STR("items"));
    return (!given || draft->references.found.node) &&
           (!listed || schema_was_read(&references_schema, &draft->references.found, STR("items")));
}

static void prepare_texts(struct decoding *d, uint32_t file)
{
    d->ids.arena = d->arena;
    references_prepare(d->arena, &d->draft.references, file, d->diags, &d->citations);
    d->citations.incomplete = !references_were_read(&d->draft);
    d->texts.arena = d->arena;
    d->texts.diags = d->diags;
    d->texts.citations = &d->citations;
    d->texts.variables = &d->variables;
    d->texts.ids = &d->ids;
    if (d->draft.abbreviations.count == 0)
        return;
    abbreviations_prepare(d->arena, &d->draft.abbreviations, d->diags, &d->abbreviations);
    d->texts.abbreviations = &d->abbreviations;
}

static const struct node *expand_literal(void *context, const struct node *scalar)
{
    return variables_expand_scalar(context, scalar);
}

static void read_variables(struct decoding *d, const struct decode_job *job,
                           const struct node *root)
{
    if (root->kind == NODE_MAPPING)
        variables_read(d->arena, job, root, d->diags, &d->variables);
}

// They have been read, and nothing within them names another.
static const struct node *without_variables(struct arena *arena, const struct node *root)
{
    if (root->kind != NODE_MAPPING)
        return root;
    struct node *rest = arena_copy(arena, root, sizeof *root);
    struct node_pair *pairs = ARENA_ARRAY(arena, struct node_pair, root->count);
    rest->pairs = pairs;
    rest->count = 0;
    for (size_t i = 0; i < root->count; i++)
        if (!str_equal(root->pairs[i].key->text, STR("variables")))
            pairs[rest->count++] = root->pairs[i];
    return rest;
}

// The tree that is decoded: the house below, what the edition overrides and --set above.
static const struct node *whole_tree(struct arena *arena, const struct decode_job *job,
                                     struct diags *diags)
{
    const struct node *root = job->root;
    if (job->house)
        root = house_apply(arena, job->house, root, diags);
    root = edition_apply(arena, root, job->edition.name);
    return settings_apply(arena, job, root, diags);
}

static void apply_conditions(struct decoding *d, const struct edition *edition)
{
    struct conditions conditions = {
        .variables = &d->variables,
        .edition = edition,
        .listed = d->brochure->editions,
        .listed_count = d->brochure->edition_count,
    };
    conditions_apply(&conditions, &d->draft.sections);
    d->brochure->by_edition = conditions.by_edition || editions_override(d->draft.editions.node);
}

static void decode_parts(struct decoding *d, const struct decode_job *job)
{
    struct brochure *brochure = d->brochure;
    format_check_version(d->draft.version, d->diags);
    prepare_texts(d, job->root->span.file);
    d->texts.files = job->files;
    decode_language(d);
    editions_decode(d->arena, &d->draft.editions, d->diags, &brochure->editions,
                    &brochure->edition_count);
    apply_conditions(d, &job->edition);
    sections_reserve_ids(&d->texts, &d->draft.sections);
    decode_page(d);
    decode_head(d);
    decode_sections(d);
    decode_publisher(d);
    if (!d->brochure->cover.present)
        decode_document(d);
    inlines_resolve_links(&d->texts);
    abbreviations_finish(&d->abbreviations, job->root->span.file);
    d->texts.abbreviations = NULL;
    decode_references(d);
}

// Each edition's faults are found anew, and those that another has, too, are told once.
static bool decode(struct arena *arena, const struct decode_job *job, struct diags *diags,
                   const struct brochure **out)
{
    struct decoding d = {.arena = arena, .diags = diags};
    struct schema_reader reader = {
        .arena = arena, .diags = diags, .literals = {expand_literal, &d.variables}};
    d.brochure = ARENA_NEW(arena, struct brochure);
    d.brochure->path = job->path;
    const struct node *root = whole_tree(arena, job, diags);
    read_variables(&d, job, root);
    if (!schema_read_object(&reader, &brochure_schema, without_variables(arena, root), &d.draft))
        return false;
    decode_parts(&d, job);
    *out = d.brochure;
    return diags->error_count == 0;
}

bool brochure_decode(struct arena *arena, const struct decode_job *job, struct diags *diags,
                     const struct brochure **out)
{
    struct diags found;
    struct decode_job named = *job;
    diags_init(&found, arena, diags->sources);
    if (named.edition.name.len == 0)
        named.edition.name = STR("screen");
    if (job->files)
        job->files->diags = &found;
    bool decoded = decode(arena, &named, &found, out);
    if (job->files)
        job->files->diags = diags;
    for (size_t i = 0; i < found.count; i++)
        diag_repeat(diags, &found.items[i]);
    return decoded;
}

void brochure_editions(struct arena *arena, const struct decode_job *job, struct sources *sources,
                       const struct edition **out, size_t *count)
{
    struct diags unsaid; // decoding says them
    diags_init(&unsaid, arena, sources);
    struct schema_reader reader = {.arena = arena, .diags = &unsaid};
    const struct schema_type *type = schema_find(&brochure_schema, STR("editions"))->type;
    const struct node *root = job->root;
    if (job->house)
        root = house_apply(arena, job->house, root, &unsaid);
    const struct node *node = root->kind == NODE_MAPPING ? node_find(root, STR("editions")) : NULL;
    struct schema_any editions = {0};
    if (node)
        schema_read_value(&reader, type, node, STR("editions"), &editions);
    editions_decode(arena, &editions, &unsaid, out, count);
}
