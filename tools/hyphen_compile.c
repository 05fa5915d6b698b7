// hyphen_compile DICTIONARY OUT: compiles one hyph_*.dic for the program; run by `make`.
#include "text/hyphen_compile.h"
#include "base/file.h"

#include <stdio.h>
#include <string.h>

enum { LARGEST = 16 << 20 };

static int fail(const char *path, const char *reason)
{
    fprintf(stderr, "hyphen_compile: %s: %s\n", path, reason);
    return 1;
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return fail("usage", "hyphen_compile DICTIONARY OUT");
    struct arena arena;
    arena_init(&arena);
    struct str dictionary;
    struct hyphen_compiled compiled;
    int error = file_read(&arena, argv[1], LARGEST, &dictionary);
    if (error != 0)
        return fail(argv[1], strerror(error));
    if (!hyphen_compile(&arena, dictionary, &compiled))
        return fail(argv[1], "the encoding is unknown or not followed, or there is too much");
    error = file_write(&arena, argv[2], compiled.bytes);
    if (error != 0)
        return fail(argv[2], strerror(error));
    printf("%s: %zu patterns, %zu KB", argv[2], compiled.patterns, compiled.bytes.len / 1024);
    if (compiled.respelt > 0)
        printf(", %zu that change the spelling forbid their place", compiled.respelt);
    if (compiled.unreadable > 0)
        printf(", %zu lines skipped", compiled.unreadable);
    printf("\n");
    arena_release(&arena);
    return 0;
}
