// Any bytes as a PNG, as they are and with check sums that fit, through to the PDF.
#include "picture_through.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { SIGNATURE_SIZE = 8, CHUNK_AROUND = 12 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static size_t u32_at(const uint8_t *data)
{
    return (size_t)data[0] << 24 | (size_t)data[1] << 16 | (size_t)data[2] << 8 | data[3];
}

static void mend_sums(uint8_t *data, size_t size)
{
    for (size_t at = SIGNATURE_SIZE; size - at >= CHUNK_AROUND;) {
        size_t bytes = u32_at(data + at);
        if (bytes > size - at - CHUNK_AROUND)
            return;
        uint32_t sum = libdeflate_crc32(0, data + at + 4, bytes + 4);
        for (size_t i = 0; i < 4; i++)
            data[at + 8 + bytes + i] = (uint8_t)(sum >> (24 - 8 * i));
        at += CHUNK_AROUND + bytes;
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < SIGNATURE_SIZE || memcmp(data, "\x89PNG\r\n\x1A\n", SIGNATURE_SIZE) != 0)
        return 0;
    picture_through((struct str){(const char *)data, size});
    uint8_t *mended = malloc(size);
    assert(mended);
    memcpy(mended, data, size);
    mend_sums(mended, size);
    picture_through((struct str){(const char *)mended, size});
    free(mended);
    return 0;
}
