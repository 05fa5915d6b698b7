#include "page/page_account.h"

#include "page/page_dump.h"
#include "page/page_grid.h"

static void add_length(struct str_builder *out, length value)
{
    str_add_byte(out, ' ');
    length_format(out, value, 2);
}

static void add_share(struct str_builder *out, uint32_t share)
{
    str_addf(out, "%u.%u %%", share / 10, share % 10);
}

static void add_goal(const struct page_note *note, struct str_builder *out)
{
    if (note->column > 0)
        str_addf(out, "column %u", note->column);
    else
        str_addf(out, "page %u", note->page);
}

// "moved "Table 1" to the head of page 4: why".
static void add_moved_on(const struct page_note *note, const char *why, struct str_builder *out)
{
    str_add(out, STR("moved"));
    dump_add_quoted(out, note->name);
    str_addf(out, " to the head of page %u: %s", note->page, why);
}

static void add_moved(const struct page_note *note, const char *where, struct str_builder *out)
{
    str_add(out, STR("moved"));
    dump_add_quoted(out, note->name);
    str_addf(out, " %s", where);
}

static void add_kept(const struct page_note *note, const char *what, const char *how,
                     struct str_builder *out)
{
    str_addf(out, "kept%s", what);
    dump_add_quoted(out, note->name);
    str_addf(out, " %s: went to ", how);
    add_goal(note, out);
}

static void add_parted(const struct page_note *note, struct str_builder *out)
{
    str_add(out, STR("parted"));
    dump_add_quoted(out, note->name);
    str_addf(out, " at the foot of column %u: taller than the column", note->column);
}

static void add_balanced(const struct page_note *note, struct str_builder *out)
{
    str_addf(out, "balanced %d columns", note->number);
    str_add(out, note->name.len > 0 ? STR(" above") : STR(": the text ends here"));
    if (note->name.len > 0)
        dump_add_quoted(out, note->name);
}

static void add_spaced(const struct page_note *note, struct str_builder *out)
{
    bool narrower = note->number < 0;
    str_addf(out, "spaces above headings %s by %du: the last page would have been ",
             narrower ? "narrowed" : "widened", narrower ? -note->number : note->number);
    add_share(out, note->share);
    str_add(out, STR(" full"));
}

static void add_cut(const struct page_note *note, struct str_builder *out)
{
    str_addf(out, "cut to %d lines so that the last page is at least ", note->number);
    add_share(out, note->share);
    str_add(out, STR(" full"));
}

static void add_named(const char *what, const struct page_note *note, const char *how,
                      struct str_builder *out)
{
    str_add(out, str_from(what));
    dump_add_quoted(out, note->name);
    str_add(out, str_from(how));
}

static void add_note(const struct page_note *note, struct str_builder *out)
{
    switch (note->kind) {
    case NOTE_OPENED: add_named("opened with", note, " over the columns", out); break;
    case NOTE_BEGUN: add_named("begun with", note, ", which asks for a new page", out); break;
    case NOTE_BLANK:
        str_add(out, STR("left blank: what follows asks for a right-hand page"));
        break;
    case NOTE_FILLER: str_add(out, STR("added so that the number of pages is a multiple")); break;
    case NOTE_BACK:
        str_addf(out, "moved the back block here: no room on page %u", note->page);
        break;
    case NOTE_TO_FOOT:
        add_moved(note, "to the foot: the text that it is read in goes on", out);
        break;
    case NOTE_BELOW: add_moved(note, "below its section's text, which ends here", out); break;
    case NOTE_NO_ROOM: add_moved_on(note, "no room where it is read", out); break;
    case NOTE_FOOT_TAKEN: add_moved_on(note, "another stands at the foot", out); break;
    case NOTE_WAITS: add_moved_on(note, "what is read before it goes there, too", out); break;
    case NOTE_TO_HEAD:
        add_moved(note, "here, to the head: ", out);
        str_addf(out, "it is read on page %u", note->page);
        break;
    case NOTE_HEADING: add_kept(note, " heading", "with what follows", out); break;
    case NOTE_WITH_NEXT: add_kept(note, "", "with what follows", out); break;
    case NOTE_WHOLE: add_kept(note, "", "whole", out); break;
    case NOTE_LINES: add_kept(note, " the lines from", "together", out); break;
    case NOTE_GONE:
        add_moved(note, "to ", out);
        add_goal(note, out);
        str_add(out, STR(": no room for its first lines"));
        break;
    case NOTE_PARTED: add_parted(note, out); break;
    case NOTE_BALANCED: add_balanced(note, out); break;
    case NOTE_SPACED: add_spaced(note, out); break;
    case NOTE_CUT: add_cut(note, out); break;
    }
}

static void add_columns(const struct page_columns *columns, struct str_builder *out)
{
    str_add(out, columns->count == 1 ? STR("  column from") : STR("  columns from"));
    add_length(out, columns->top);
    str_add(out, STR(" to"));
    for (uint32_t i = 0; i < columns->count; i++)
        add_length(out, columns->feet[i]);
    str_add_byte(out, '\n');
}

static void add_off_grid(const struct page_list *list, const struct page *page,
                         struct str_builder *out)
{
    struct grid_count count = page_grid_count(list, page);
    str_addf(out, "  off-grid %zu of %zu\n", count.beside, count.held);
    for (size_t i = 0; i < page->count; i++) {
        const struct page_item *item = &page->items[i];
        length beside = page_item_beside(&list->grid, item);
        if (beside == 0)
            continue;
        str_add(out, STR("  beside"));
        add_length(out, item->as.glyphs.origin.x);
        add_length(out, item->as.glyphs.origin.y);
        str_add(out, STR(" by"));
        add_length(out, beside);
        dump_add_quoted(out, item->as.glyphs.text);
        str_add_byte(out, '\n');
    }
}

void page_account_dump(const struct page_list *list, const struct page *page,
                       struct str_builder *out)
{
    const struct page_account *account = &page->account;
    if (!account->kept)
        return;
    int64_t height = list->grid.height;
    str_add(out, STR("  filled "));
    add_share(out, (uint32_t)(((int64_t)account->filled * 1000 + height / 2) / height));
    str_add(out, STR(" of the frame\n"));
    for (size_t i = 0; i < account->columns.count; i++)
        add_columns(&account->columns.items[i], out);
    for (size_t i = 0; i < account->notes.count; i++) {
        str_add(out, STR("  "));
        add_note(&account->notes.items[i], out);
        str_add_byte(out, '\n');
    }
    add_off_grid(list, page, out);
}
