#include "pdf/actual_text.h"

static void reverse(struct text_piece *pieces, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct text_piece kept = pieces[i];
        pieces[i] = pieces[count - 1 - i];
        pieces[count - 1 - i] = kept;
    }
}

// Reverses every run of pieces that have this direction.
static void reverse_runs(struct text_piece *pieces, size_t count, bool right_to_left)
{
    for (size_t i = 0; i < count;) {
        size_t end = i;
        while (end < count && pieces[end].right_to_left == right_to_left)
            end++;
        reverse(pieces + i, end - i);
        i = end > i ? end : i + 1;
    }
}

static size_t line_length(const struct text_piece *pieces, size_t count)
{
    size_t end = 1;
    while (end < count && pieces[end].page == pieces[0].page &&
           pieces[end].baseline == pieces[0].baseline)
        end++;
    return end;
}

// The space at a line's end runs as the paragraph does (UAX #9, L1): in a part that runs against
// it, it was drawn before the part's first word, and is read behind its last.
static void move_end_space(struct text_piece *pieces, size_t count, bool right_to_left)
{
    struct text_piece first = pieces[0];
    if (count < 2 || first.right_to_left == right_to_left || str_trim(first.text).len > 0)
        return;
    for (size_t i = 1; i < count; i++)
        pieces[i - 1] = pieces[i];
    pieces[count - 1] = first;
}

// From left to right; few are out of their order.
static void sort(struct text_piece *pieces, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        struct text_piece piece = pieces[i];
        size_t at = i;
        for (; at > 0 && pieces[at - 1].x > piece.x; at--)
            pieces[at] = pieces[at - 1];
        pieces[at] = piece;
    }
}

struct str actual_text(struct arena *arena, struct text_piece *pieces, size_t count,
                       bool right_to_left)
{
    for (size_t i = 0; i < count;) {
        size_t line = line_length(pieces + i, count - i);
        sort(pieces + i, line);
        if (right_to_left)
            reverse(pieces + i, line);
        reverse_runs(pieces + i, line, !right_to_left);
        move_end_space(pieces + i, line, right_to_left);
        i += line;
    }
    struct str_builder text = str_builder_in(arena);
    for (size_t i = 0; i < count; i++)
        str_add(&text, pieces[i].text);
    return str_built(&text);
}
