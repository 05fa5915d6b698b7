// Any bytes as a JPEG, through to the PDF.
#include "picture_through.h"

#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size >= 3 && memcmp(data, "\xFF\xD8\xFF", 3) == 0)
        picture_through((struct str){(const char *)data, size});
    return 0;
}
