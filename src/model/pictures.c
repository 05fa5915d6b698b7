#include "model/pictures.h"

// What a camera or a scanner makes is smaller; what is larger slows every reader down.
#define MOST_BYTES ((size_t)64 << 20)

// A picture that was decoded, or could not be.
struct decoded {
    const struct picture *picture;
};

static const struct picture *read_file(struct text_reader *texts, const struct node *name)
{
    struct str bytes;
    struct files *files = texts->files;
    if (!files || !files_read(files, name, MOST_BYTES, &bytes))
        return NULL;
    const void **made = files_made(files, bytes);
    if (!*made) {
        struct decoded *decoded = ARENA_NEW(texts->arena, struct decoded);
        struct picture_job job = {name->text, bytes, name->span, files->sources};
        if (!picture_read(texts->arena, &job, texts->diags, &decoded->picture))
            decoded->picture = NULL;
        *made = decoded;
    }
    return ((const struct decoded *)*made)->picture;
}

struct picture_use picture_use_read(struct text_reader *texts, const struct draft_picture *draft)
{
    if (!draft->file)
        return (struct picture_use){0};
    return (struct picture_use){
        .picture = read_file(texts, draft->file),
        .alt = draft->alt ? draft->alt->text : (struct str){0},
        .span = draft->file->span,
    };
}

struct picture_use picture_use_named(struct text_reader *texts, struct str file, struct span span,
                                     struct str alt)
{
    const struct node name = {.kind = NODE_SCALAR, .text = file, .span = span};
    return (struct picture_use){read_file(texts, &name), alt, span};
}
