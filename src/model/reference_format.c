// An item → its printed entry, in the style of the brochure.
#include "model/doi.h"
#include "model/reference_numbers.h"
#include "model/reference_render.h"
#include "model/references.h"

// What a type cannot be without: a journal's article is not found without the journal.
#define NEED_CONTAINER                                                                             \
    (TYPE(ARTICLE_JOURNAL) | TYPE(ARTICLE_MAGAZINE) | TYPE(ARTICLE_NEWSPAPER) | TYPE(CHAPTER) |    \
     TYPE(ENTRY_DICTIONARY) | TYPE(ENTRY_ENCYCLOPEDIA))

// checks

static bool require(struct text_reader *reader, const struct draft_item *item, struct str key)
{
    // Whether the item was given the key, be its value right or wrong.
    if (schema_has(&item_schema, &item->found, key))
        return true;
    struct span span = item->id ? item->id->span : item->found.node->span;
    diag_add(reader->diags, DIAG_KEY_MISSING, span, "`%.*s` is missing in this reference",
             STR_ARGS(key));
    diag_hint(reader->diags, "add the key, or give the whole entry as `text`");
    return false;
}

// Whether what the item cannot be printed without was given and could be read.
static bool check_required(struct text_reader *reader, const struct draft_item *item)
{
    bool typed = require(reader, item, STR("type")) &&
                 schema_was_read(&item_schema, &item->found, STR("type"));
    if (!typed)
        return false;
    bool titled = require(reader, item, STR("title")), held = true;
    if (NEED_CONTAINER & (uint64_t)1 << item->type)
        held = require(reader, item, STR("container-title")) && item->texts[ITEM_CONTAINER];
    return titled && held && item->texts[ITEM_TITLE];
}

static bool check_names(struct text_reader *reader, const struct schema_list *list)
{
    const struct draft_name *names = list->items;
    bool fine = true;
    for (size_t i = 0; i < list->count; i++) {
        const struct draft_name *name = &names[i];
        if (!name->found.node || name->family || name->literal || name->given)
            continue;
        diag_add(reader->diags, DIAG_KEY_MISSING, name->found.node->span,
                 "this name has no `family` and no `literal`");
        diag_hint(reader->diags, "write {family: Brudno, given: J. N.}, or {literal: a group}");
        fine = false;
    }
    return fine;
}

// Each number that finds the work; what is malformed is not printed.
static uint64_t check_numbers(struct text_reader *reader, const struct draft_item *item)
{
    struct arena *arena = reader->arena;
    struct diags *diags = reader->diags;
    const struct node *const *texts = item->texts;
    uint64_t bad = 0;
    if (texts[ITEM_DOI] && !doi_check(arena, texts[ITEM_DOI], diags))
        bad |= FACT(ITEM_DOI);
    if (texts[ITEM_URL] && !url_check(texts[ITEM_URL], diags))
        bad |= FACT(ITEM_URL);
    if (texts[ITEM_ISBN])
        isbn_check(arena, texts[ITEM_ISBN], diags);
    if (texts[ITEM_ISSN])
        issn_check(arena, texts[ITEM_ISSN], diags);
    if (texts[ITEM_PMID])
        pmid_check(texts[ITEM_PMID], diags);
    if (texts[ITEM_PMCID])
        pmcid_check(texts[ITEM_PMCID], diags);
    return bad;
}

// facts

// Whether a status says that the work is still to come.
static bool waits(const struct node *status)
{
    static const struct str words[] = {STR_INIT("in press"), STR_INIT("forthcoming"),
                                       STR_INIT("accepted"), STR_INIT("submitted")};
    for (size_t i = 0; status && i < sizeof words / sizeof words[0]; i++)
        if (status->text.len >= words[i].len &&
            str_equal_ignoring_case(str_slice(status->text, 0, words[i].len), words[i]))
            return true;
    return false;
}

static uint64_t facts_of(const struct reference_data *data)
{
    const struct draft_item *item = data->item;
    uint64_t facts = 0;
    for (size_t i = 0; i < ITEM_FIRST_NAMES; i++)
        if (item->texts[i])
            facts |= FACT(i);
    for (size_t i = 0; i < ITEM_NAMES_COUNT; i++)
        if (item->names[i].count > 0)
            facts |= FACT(ITEM_FIRST_NAMES + i);
    for (size_t i = 0; i < ITEM_DATE_COUNT; i++)
        if (reference_date_is_given(&data->dates[i]))
            facts |= FACT(ITEM_FIRST_DATE + i);
    const struct reference_date *issued = &data->dates[ITEM_ISSUED - ITEM_FIRST_DATE];
    if (issued->from.month > 0 || issued->season > 0)
        facts |= FACT(FACT_MONTH);
    if (waits(item->texts[ITEM_STATUS]))
        facts |= FACT(FACT_WAITS);
    return facts;
}

// entries

// All that has marks is read, be it printed or not: it may have faults.
static struct reference_data *read_data(struct text_reader *reader, const struct draft_item *item)
{
    struct reference_data *data = ARENA_NEW(reader->arena, struct reference_data);
    data->item = item;
    for (size_t i = 0; i < ITEM_FIRST_NAMES; i++)
        if (item->texts[i] && item_variable_is_inline((enum item_variable)i))
            data->texts[i] = inlines_read(reader, item->texts[i]);
    for (size_t i = 0; i < ITEM_DATE_COUNT; i++)
        data->dates[i] = reference_date_read(reader->diags, &item->dates[i]);
    return data;
}

static bool format_item(struct text_reader *reader, enum citation_style style,
                        const struct draft_item *item, struct reference *out)
{
    struct span span = item->found.node->span;
    struct entry entry = {.reader = reader,
                          .item = item,
                          .data = read_data(reader, item),
                          .style = style == STYLE_NLM ? &reference_nlm : &reference_ama,
                          .writer = inline_writer_in(reader->arena, span.file),
                          .place = span.start};
    bool fine = check_required(reader, item);
    for (size_t i = 0; i < ITEM_NAMES_COUNT; i++)
        fine = check_names(reader, &item->names[i]) && fine;
    entry.facts = facts_of(entry.data) & ~check_numbers(reader, item);
    if (fine)
        reference_render(&entry);
    out->text = inline_written(&entry.writer, span);
    out->data = entry.data;
    return fine;
}

bool reference_format(struct text_reader *reader, enum citation_style style,
                      const struct draft_item *item, struct reference *out)
{
    bool typed = schema_has(&item_schema, &item->found, STR("type"));
    if (item->text && typed) {
        diag_add(reader->diags, DIAG_BAD_COMBINATION, item->text->span,
                 "`text` cannot stand beside `type`");
        diag_hint(reader->diags, "`text` is the whole entry as it is printed");
        return false;
    }
    if (item->text) {
        out->text = inlines_read(reader, item->text);
        return true;
    }
    return format_item(reader, style, item, out);
}
