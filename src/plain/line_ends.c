#include "plain/line_ends.h"

#include "text/breaks.h"

static enum line_end line_end_of(enum break_kind kind)
{
    switch (kind) {
    case BREAK_NONE: break;
    case BREAK_ALLOWED:
    case BREAK_POOR:
    case BREAK_LAST_RESORT: return LINE_MAY_END;
    case BREAK_MANDATORY: return LINE_ENDS;
    }
    return LINE_GOES_ON;
}

const uint8_t *line_ends_find(struct arena *arena, const struct line_text *line,
                              struct diags *diags)
{
    uint8_t *ends = ARENA_ARRAY(arena, uint8_t, line->text.len + 1);
    const struct breaks_range all = {0, (uint32_t)line->text.len, TEXT_BREAK_NORMAL};
    const struct breaks_job job = {line->text, line->language, &all, 1};
    if (!breaks_find(&job, diags, ends))
        return NULL;
    for (size_t i = 0; i <= line->text.len; i++)
        ends[i] = (uint8_t)line_end_of((enum break_kind)ends[i]);
    for (size_t i = 0; i < line->whole_count; i++)
        for (uint32_t at = line->whole[i].start + 1; at < line->whole[i].end; at++)
            ends[at] = LINE_GOES_ON;
    return ends;
}
