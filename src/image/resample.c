#include "image/resample.h"

#include "base/library.h"

#include <assert.h>
#include <zimg.h>

enum { ALIGNMENT = 64, LOBES = 3 };

#define FUNCTIONS(ROW)                                                                             \
    ROW(zimg_get_version_info)                                                                     \
    ROW(zimg_image_format_default)                                                                 \
    ROW(zimg_graph_builder_params_default)                                                         \
    ROW(zimg_filter_graph_build)                                                                   \
    ROW(zimg_filter_graph_get_tmp_size)                                                            \
    ROW(zimg_filter_graph_process)                                                                 \
    ROW(zimg_filter_graph_free)

static struct {
    void *library;
    bool used;
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
} zimg;

bool resample_open(void)
{
    static const struct library_function functions[] = {
#define ROW(name) {#name, &zimg.call_##name, sizeof zimg.call_##name},
        FUNCTIONS(ROW)
#undef ROW
    };
    if (!zimg.library)
        zimg.library =
            library_load("libzimg.so.2", functions, sizeof functions / sizeof functions[0]);
    return zimg.library != NULL;
}

bool resample_was_used(void)
{
    return zimg.used;
}

struct str resample_version(struct arena *arena)
{
    unsigned major, minor, micro;
    if (!resample_open()) // it was there when another process of the run used it
        return STR("unknown");
    zimg.call_zimg_get_version_info(&major, &minor, &micro);
    return str_format(arena, "%u.%u.%u", major, minor, micro);
}

static void *aligned(struct arena *arena, size_t size)
{
    char *room = arena_alloc(arena, size + ALIGNMENT);
    return room + (ALIGNMENT - (uintptr_t)room % ALIGNMENT) % ALIGNMENT;
}

struct plane plane_new(struct arena *arena, uint32_t width, uint32_t height)
{
    enum { SAMPLES = ALIGNMENT / sizeof(uint16_t) };
    uint32_t stride = (width + SAMPLES - 1) / SAMPLES * SAMPLES;
    size_t size = (size_t)stride * height * sizeof(uint16_t);
    return (struct plane){width, height, stride, aligned(arena, size)};
}

static zimg_image_format format_of(const struct plane *plane)
{
    zimg_image_format format;
    zimg.call_zimg_image_format_default(&format, ZIMG_API_VERSION);
    format.width = plane->width;
    format.height = plane->height;
    format.pixel_type = ZIMG_PIXEL_WORD;
    format.color_family = ZIMG_COLOR_GREY;
    format.depth = 16;
    format.pixel_range = ZIMG_RANGE_FULL;
    return format;
}

static zimg_filter_graph *build_graph(const struct plane *from, const struct plane *to)
{
    zimg_image_format source = format_of(from), target = format_of(to);
    zimg_graph_builder_params params;
    zimg.call_zimg_graph_builder_params_default(&params, ZIMG_API_VERSION);
    params.resample_filter = ZIMG_RESIZE_LANCZOS;
    params.filter_param_a = LOBES;
    params.dither_type = ZIMG_DITHER_NONE;
    params.cpu_type = ZIMG_CPU_NONE;
    return zimg.call_zimg_filter_graph_build(&source, &target, &params);
}

static bool process(struct arena *arena, const zimg_filter_graph *graph, const struct plane *from,
                    const struct plane *to)
{
    zimg_image_buffer_const source = {.version = ZIMG_API_VERSION};
    zimg_image_buffer target = {.version = ZIMG_API_VERSION};
    size_t room;
    source.plane[0].data = from->samples;
    source.plane[0].stride = (ptrdiff_t)(from->stride * sizeof(uint16_t));
    source.plane[0].mask = ZIMG_BUFFER_MAX;
    target.plane[0].data = to->samples;
    target.plane[0].stride = (ptrdiff_t)(to->stride * sizeof(uint16_t));
    target.plane[0].mask = ZIMG_BUFFER_MAX;
    return zimg.call_zimg_filter_graph_get_tmp_size(graph, &room) == ZIMG_ERROR_SUCCESS &&
           zimg.call_zimg_filter_graph_process(graph, &source, &target, aligned(arena, room), NULL,
                                               NULL, NULL, NULL) == ZIMG_ERROR_SUCCESS;
}

bool resample_plane(struct arena *arena, const struct plane *from, const struct plane *to)
{
    assert(zimg.library && to->width <= from->width && to->height <= from->height);
    zimg_filter_graph *graph = build_graph(from, to);
    bool done = graph && process(arena, graph, from, to);
    if (graph)
        zimg.call_zimg_filter_graph_free(graph);
    zimg.used |= done;
    return done;
}
