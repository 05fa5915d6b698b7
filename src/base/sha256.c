#include "base/sha256.h"

#include "base/library.h"

#include <assert.h>

#include <nettle/sha2.h>
#include <nettle/version.h>

// The size of a context, and what the functions take, are those of the headers' major version.
static const char file_name[] = "libnettle.so.8";

#define FUNCTIONS(ROW)                                                                             \
    ROW(nettle_sha256_init)                                                                        \
    ROW(nettle_sha256_update)                                                                      \
    ROW(nettle_sha256_digest)                                                                      \
    ROW(nettle_version_major)                                                                      \
    ROW(nettle_version_minor)

static struct {
    void *library;
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
} nettle;

bool sha256_open(void)
{
    static const struct library_function functions[] = {
#define ROW(name) {#name, &nettle.call_##name, sizeof nettle.call_##name},
        FUNCTIONS(ROW)
#undef ROW
    };
    if (!nettle.library)
        nettle.library = library_load(file_name, functions, sizeof functions / sizeof functions[0]);
    return nettle.library != NULL;
}

struct str sha256_version(struct arena *arena)
{
    assert(nettle.library);
    return str_format(arena, "%d.%d", nettle.call_nettle_version_major(),
                      nettle.call_nettle_version_minor());
}

struct str sha256_digits(struct arena *arena, struct str bytes)
{
    static const char digits[] = "0123456789abcdef";
    struct sha256_ctx context;
    uint8_t digest[SHA256_DIGEST_SIZE];
    char *text = arena_alloc(arena, SHA256_DIGITS);
    assert(nettle.library);
    nettle.call_nettle_sha256_init(&context);
    nettle.call_nettle_sha256_update(&context, bytes.len, (const uint8_t *)bytes.data);
    nettle.call_nettle_sha256_digest(&context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        text[2 * i] = digits[digest[i] >> 4];
        text[2 * i + 1] = digits[digest[i] & 15];
    }
    return (struct str){text, SHA256_DIGITS};
}
