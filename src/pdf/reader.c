#include "pdf/reader.h"

#include "pdf/seal.h"

#include <assert.h>
#include <stdlib.h>

#include <qpdf/qpdf-c.h>

#define FUNCTIONS(ROW)                                                                             \
    ROW(qpdf_init)                                                                                 \
    ROW(qpdf_cleanup)                                                                              \
    ROW(qpdf_silence_errors)                                                                       \
    ROW(qpdf_set_suppress_warnings)                                                                \
    ROW(qpdf_read_memory)                                                                          \
    ROW(qpdf_get_error)                                                                            \
    ROW(qpdf_get_root)                                                                             \
    ROW(qpdf_get_num_pages)                                                                        \
    ROW(qpdf_get_page_n)                                                                           \
    ROW(qpdf_oh_get_type_code)                                                                     \
    ROW(qpdf_oh_get_key)                                                                           \
    ROW(qpdf_oh_get_dict)                                                                          \
    ROW(qpdf_oh_get_array_n_items)                                                                 \
    ROW(qpdf_oh_get_array_item)                                                                    \
    ROW(qpdf_oh_get_int_value)                                                                     \
    ROW(qpdf_oh_get_name)                                                                          \
    ROW(qpdf_oh_get_value_as_utf8)                                                                 \
    ROW(qpdf_oh_get_stream_data)                                                                   \
    ROW(qpdf_oh_get_object_id)

static struct {
    bool complete;
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
} qpdf;

struct reader {
    struct arena *arena;
    qpdf_data data;
};

static bool find_functions(void)
{
    bool complete = seal_open();
#define ROW(name)                                                                                  \
    complete = complete && seal_find(#name, &qpdf.call_##name, sizeof qpdf.call_##name);
    FUNCTIONS(ROW)
#undef ROW
    qpdf.complete = complete;
    return complete;
}

struct reader *reader_open(struct arena *arena, struct str pdf)
{
    struct reader *reader = ARENA_NEW(arena, struct reader);
    if (!qpdf.complete && !find_functions())
        return NULL;
    reader->arena = arena;
    reader->data = qpdf.call_qpdf_init();
    qpdf.call_qpdf_silence_errors(reader->data);
    qpdf.call_qpdf_set_suppress_warnings(reader->data, QPDF_TRUE);
    if (!(qpdf.call_qpdf_read_memory(reader->data, "the file", pdf.data, pdf.len, NULL) &
          QPDF_ERRORS))
        return reader;
    (void)qpdf.call_qpdf_get_error(reader->data); // else the library prints it
    reader_close(reader);
    return NULL;
}

void reader_close(struct reader *reader)
{
    qpdf.call_qpdf_cleanup(&reader->data);
}

pdf_value reader_root(struct reader *reader)
{
    return qpdf.call_qpdf_get_root(reader->data);
}

size_t reader_page_count(struct reader *reader)
{
    int count = qpdf.call_qpdf_get_num_pages(reader->data);
    return count > 0 ? (size_t)count : 0;
}

pdf_value reader_page(struct reader *reader, size_t index)
{
    return qpdf.call_qpdf_get_page_n(reader->data, index);
}

enum pdf_value_kind reader_kind(struct reader *reader, pdf_value value)
{
    if (value == 0)
        return PDF_VALUE_NONE;
    int type = (int)qpdf.call_qpdf_oh_get_type_code(reader->data, value);
    return type == ot_integer      ? PDF_VALUE_INTEGER
           : type == ot_string     ? PDF_VALUE_STRING
           : type == ot_name       ? PDF_VALUE_NAME
           : type == ot_array      ? PDF_VALUE_ARRAY
           : type == ot_dictionary ? PDF_VALUE_DICTIONARY
           : type == ot_stream     ? PDF_VALUE_STREAM
           : type == ot_null       ? PDF_VALUE_NONE
                                   : PDF_VALUE_OTHER;
}

pdf_value reader_member(struct reader *reader, pdf_value value, const char *key)
{
    enum pdf_value_kind kind = reader_kind(reader, value);
    if (kind == PDF_VALUE_STREAM)
        value = qpdf.call_qpdf_oh_get_dict(reader->data, value);
    else if (kind != PDF_VALUE_DICTIONARY)
        return 0;
    pdf_value member = qpdf.call_qpdf_oh_get_key(reader->data, value, key);
    return reader_kind(reader, member) == PDF_VALUE_NONE ? 0 : member;
}

size_t reader_item_count(struct reader *reader, pdf_value array)
{
    if (reader_kind(reader, array) != PDF_VALUE_ARRAY)
        return 0;
    int count = qpdf.call_qpdf_oh_get_array_n_items(reader->data, array);
    return count > 0 ? (size_t)count : 0;
}

pdf_value reader_item(struct reader *reader, pdf_value array, size_t index)
{
    return qpdf.call_qpdf_oh_get_array_item(reader->data, array, (int)index);
}

int64_t reader_integer(struct reader *reader, pdf_value value)
{
    return reader_kind(reader, value) == PDF_VALUE_INTEGER
               ? qpdf.call_qpdf_oh_get_int_value(reader->data, value)
               : 0;
}

struct str reader_text(struct reader *reader, pdf_value value)
{
    const char *text;
    size_t length;
    if (reader_kind(reader, value) != PDF_VALUE_STRING ||
        !qpdf.call_qpdf_oh_get_value_as_utf8(reader->data, value, &text, &length))
        return STR("");
    return str_copy(reader->arena, (struct str){text, length});
}

struct str reader_name(struct reader *reader, pdf_value value)
{
    if (reader_kind(reader, value) != PDF_VALUE_NAME)
        return STR("");
    struct str name = str_from(qpdf.call_qpdf_oh_get_name(reader->data, value));
    return str_copy(reader->arena, str_slice(name, 1, name.len));
}

struct str reader_data(struct reader *reader, pdf_value stream)
{
    unsigned char *bytes = NULL;
    size_t length = 0;
    QPDF_BOOL filtered;
    if (reader_kind(reader, stream) != PDF_VALUE_STREAM ||
        qpdf.call_qpdf_oh_get_stream_data(reader->data, stream, qpdf_dl_generalized, &filtered,
                                          &bytes, &length) != QPDF_SUCCESS)
        return STR("");
    struct str data = str_copy(reader->arena, (struct str){(const char *)bytes, length});
    free(bytes);
    return data;
}

uint32_t reader_number(struct reader *reader, pdf_value value)
{
    int number = value ? qpdf.call_qpdf_oh_get_object_id(reader->data, value) : 0;
    return number > 0 ? (uint32_t)number : 0;
}
