// Any bytes as a font file: opened, asked for its measures, and made to shape a line.
#define _GNU_SOURCE // memfd_create: a path without a disk

#include "text/font_open.h"

#include <assert.h>
#include <hb.h>
#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct family_face regular = {400, false, STR_INIT("Regular")};
static const struct family family = {
    .name = STR_INIT("Fuzz"),
    .package = STR_INIT("fonts-fuzz"),
    .files = STR_INIT("fuzz.ttf"),
    .faces = &regular,
    .face_count = 1,
};

static void shape(const struct font *font)
{
    hb_buffer_t *buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, "AV fi 12 e\xCC\x81 \xD8\xB9\xD8\xB1\xD8\xA8", -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font->shaper, buffer, NULL, 0);
    unsigned count = 0;
    const hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
    for (unsigned i = 0; i < count; i++)
        (void)font_scale(font, font_advance(font, glyphs[i].codepoint), LENGTH_PT(12));
    hb_buffer_destroy(buffer);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("font", MFD_CLOEXEC);
    assert(fd >= 0);
    if (size > 0 && write(fd, data, size) != (ssize_t)size)
        return 0;
    struct arena arena;
    struct sources sources;
    struct diags diags;
    arena_init(&arena);
    sources_init(&sources, &arena);
    diags_init(&diags, &arena, &sources);
    struct font_request request = {
        .reader = font_reader_open(&arena),
        .family = &family,
        .face = &regular,
        .path = str_format(&arena, "/proc/self/fd/%d", fd),
    };
    struct font *font = font_open(&arena, &request, &diags);
    if (font) {
        assert(font->units_per_em > 0);
        shape(font);
        font_close(font);
    } else {
        assert(diags.error_count > 0);
    }
    font_reader_close(request.reader);
    close(fd);
    arena_release(&arena);
    return 0;
}
