#include "speech/speech.h"

#include "base/vec.h"
#include "speech/marks.h"
#include "speech/tables.h"
#include "speech/walk.h"

#include <assert.h>

static bool read_pages(struct walk *walk)
{
    struct mark_fonts fonts = {.arena = walk->arena, .reader = walk->reader};
    size_t count = reader_page_count(walk->reader);
    walk->pages = ARENA_ARRAY(walk->arena, struct walk_page, count);
    walk->page_count = count;
    for (size_t i = 0; i < count; i++) {
        pdf_value page = reader_page(walk->reader, i);
        walk->pages[i] =
            (struct walk_page){reader_number(walk->reader, page), marks_read(&fonts, page)};
    }
    return count > 0;
}

static bool walk_document(struct walk *walk)
{
    struct reader *reader = walk->reader;
    pdf_value root = reader_root(reader);
    pdf_value tree = reader_member(reader, root, "/StructTreeRoot");
    struct str language = reader_text(reader, reader_member(reader, root, "/Lang"));
    if (!tree || !read_pages(walk))
        return false;
    walk->language = language;
    walk_say(walk, str_format(walk->arena, "Document in %.*s, %zu page%s", STR_ARGS(language),
                              walk->page_count, walk->page_count == 1 ? "" : "s"));
    walk_element(walk, reader_member(reader, tree, "/K"), 0);
    return true;
}

bool speech_write(struct arena *arena, struct str pdf, struct str_builder *out)
{
    struct walk walk = {.arena = arena, .reader = reader_open(arena, pdf), .out = out};
    if (!walk.reader)
        return false;
    bool good = walk_document(&walk);
    reader_close(walk.reader);
    return good;
}
