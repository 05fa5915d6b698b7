// Any bytes as an SVG: each drawing must be one that layout can take, and all places must lie in
// the file.
#include "image/svg.h"

#include <assert.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void check_paint(const struct paint *paint)
{
    assert(paint->alpha <= DRAWING_OPAQUE);
    assert(paint->kind != PAINT_SOLID || paint->color);
    if (paint->kind != PAINT_GRADIENT)
        return;
    const struct gradient *gradient = paint->gradient;
    assert(gradient->count >= 2 && gradient->stops[0].offset == 0);
    assert(gradient->stops[gradient->count - 1].offset == 1000000);
    for (size_t i = 1; i < gradient->count; i++)
        assert(gradient->stops[i - 1].offset <= gradient->stops[i].offset);
}

static void check_path(const struct drawing_path *path)
{
    const struct stroke *stroke = &path->look->stroke;
    assert(path->count > 0 && path->steps[0].kind == PATH_MOVE);
    check_paint(&path->look->fill);
    check_paint(&stroke->paint);
    assert(stroke->paint.kind == PAINT_NONE || (stroke->width > 0 && stroke->miter_limit >= 1000));
    assert(stroke->dash_count % 2 == 0 && stroke->dash_phase >= 0);
}

static void check_items(const struct drawing_item *items, size_t count, size_t depth, size_t size)
{
    assert(depth <= DRAWING_DEEPEST);
    for (size_t i = 0; i < count; i++) {
        assert(items[i].span.start <= items[i].span.end && items[i].span.end <= size);
        switch (items[i].kind) {
        case DRAWING_PATH: check_path(&items[i].as.path); break;
        case DRAWING_TEXT:
            assert(items[i].as.text.count > 0);
            for (size_t j = 0; j < items[i].as.text.count; j++)
                assert(items[i].as.text.runs[j].size > 0 && items[i].as.text.runs[j].text.len > 0);
            break;
        case DRAWING_GROUP:
            assert(items[i].as.group.alpha <= DRAWING_OPAQUE);
            check_items(items[i].as.group.items, items[i].as.group.count, depth + 1, size);
            break;
        }
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    const struct drawing *drawing;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    const struct svg_job job = {STR("fuzz.svg"), {(const char *)data, size}, {0}, &sources};
    bool good = svg_read(&arena, &job, &diags, &drawing);
    assert(good == (diags.error_count == 0));
    if (good) {
        assert(drawing->width > 0 && drawing->height > 0 && drawing->natural_width > 0);
        check_items(drawing->items, drawing->count, 0, size);
    }
    for (size_t i = 0; i < diags.count; i++)
        assert(diags.items[i].span.end <= size || diags.items[i].span.end == 1);
    struct str_builder out = str_builder_in(&arena);
    diags_write(&diags, DIAG_FORMAT_HUMAN, false, &out);
    arena_release(&arena);
    return 0;
}
