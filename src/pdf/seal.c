#include "pdf/seal.h"

#include "base/library.h"

#include <assert.h>
#include <stdio.h>

#include <qpdf/qpdf-c.h>

// The number of the C API has gone up with that of the C++ API, which changed; these functions did
// not: 29 is that of version 11.
enum { OLDEST = 28, NEWEST = 30 };

#define FUNCTIONS(ROW)                                                                             \
    ROW(qpdf_get_qpdf_version)                                                                     \
    ROW(qpdf_init)                                                                                 \
    ROW(qpdf_cleanup)                                                                              \
    ROW(qpdf_silence_errors)                                                                       \
    ROW(qpdf_set_suppress_warnings)                                                                \
    ROW(qpdf_read_memory)                                                                          \
    ROW(qpdf_init_write_memory)                                                                    \
    ROW(qpdf_set_decode_level)                                                                     \
    ROW(qpdf_set_compress_streams)                                                                 \
    ROW(qpdf_set_object_stream_mode)                                                               \
    ROW(qpdf_set_r6_encryption_parameters2)                                                        \
    ROW(qpdf_write)                                                                                \
    ROW(qpdf_get_error)                                                                            \
    ROW(qpdf_get_error_full_text)                                                                  \
    ROW(qpdf_get_buffer_length)                                                                    \
    ROW(qpdf_get_buffer)

static struct {
    void *library;
    bool used;
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
} qpdf;

static bool open_version(int version)
{
    static const struct library_function functions[] = {
#define ROW(name) {#name, &qpdf.call_##name, sizeof qpdf.call_##name},
        FUNCTIONS(ROW)
#undef ROW
    };
    char name[32];
    snprintf(name, sizeof name, "libqpdf.so.%d", version);
    qpdf.library = library_load(name, functions, sizeof functions / sizeof functions[0]);
    return qpdf.library != NULL;
}

bool seal_open(void)
{
    for (int version = NEWEST; !qpdf.library && version >= OLDEST; version--)
        if (open_version(version))
            break;
    return qpdf.library != NULL;
}

bool seal_find(const char *name, void *pointer, size_t size)
{
    assert(qpdf.library);
    return library_find(qpdf.library, name, pointer, size);
}

bool seal_was_used(void)
{
    return qpdf.used;
}

struct str seal_version(void)
{
    assert(qpdf.library);
    return str_from(qpdf.call_qpdf_get_qpdf_version());
}

// What is written is as the file has it already: packed, most objects in streams.
static void set_up(qpdf_data data, const struct seal_passwords *passwords)
{
    qpdf.call_qpdf_set_decode_level(data, qpdf_dl_none);
    qpdf.call_qpdf_set_compress_streams(data, QPDF_FALSE);
    qpdf.call_qpdf_set_object_stream_mode(data, qpdf_o_preserve);
    // ISO 14289-1, 7.16: what reads the text aloud may always have it.
    qpdf.call_qpdf_set_r6_encryption_parameters2(
        data, passwords->user.text, passwords->owner.text, /* accessibility */ QPDF_TRUE,
        /* extract */ QPDF_TRUE, /* assemble */ QPDF_FALSE, /* annotate */ QPDF_TRUE,
        /* fill forms */ QPDF_TRUE, /* modify */ QPDF_FALSE, qpdf_r3p_full,
        /* metadata too */ QPDF_TRUE);
}

static bool run(qpdf_data data, struct str pdf, const struct seal_passwords *passwords)
{
    qpdf.call_qpdf_silence_errors(data);
    qpdf.call_qpdf_set_suppress_warnings(data, QPDF_TRUE);
    if (qpdf.call_qpdf_read_memory(data, "the file", pdf.data, pdf.len, NULL) & QPDF_ERRORS ||
        qpdf.call_qpdf_init_write_memory(data) & QPDF_ERRORS)
        return false;
    set_up(data, passwords);
    return !(qpdf.call_qpdf_write(data) & QPDF_ERRORS);
}

bool seal_run(struct arena *arena, struct str pdf, const struct seal_passwords *passwords,
              struct diags *diags, struct str *sealed)
{
    assert(qpdf.library);
    qpdf_data data = qpdf.call_qpdf_init();
    bool done = run(data, pdf, passwords);
    size_t length = done ? qpdf.call_qpdf_get_buffer_length(data) : 0;
    if (length > 0) {
        struct str bytes = {(const char *)qpdf.call_qpdf_get_buffer(data), length};
        *sealed = str_copy(arena, bytes);
        qpdf.used = true;
    } else {
        qpdf_error error = qpdf.call_qpdf_get_error(data);
        const char *reason = error ? qpdf.call_qpdf_get_error_full_text(data, error) : "no bytes";
        diag_add(diags, DIAG_OUTPUT_CHECK, (struct span){0}, "the PDF could not be encrypted: %s",
                 reason);
    }
    qpdf.call_qpdf_cleanup(&data);
    return length > 0;
}
