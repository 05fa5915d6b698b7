// Runs a fuzz target once on each file of its corpus, tests/fuzz/corpus/NAME, as an ordinary test.
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_LONGEST = 1024, INPUT_LONGEST = 1 << 24 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static int replay(const char *path)
{
    static uint8_t bytes[INPUT_LONGEST];
    FILE *file = fopen(path, "rb");
    if (!file)
        return 1;
    size_t size = fread(bytes, 1, sizeof bytes, file);
    int failed = ferror(file);
    failed |= fclose(file);
    // Exactly as large as the input, so that a read behind its end is seen.
    uint8_t *input = malloc(size > 0 ? size : 1);
    if (input && !failed) {
        memcpy(input, bytes, size);
        (void)LLVMFuzzerTestOneInput(input, size);
    }
    failed |= !input;
    free(input);
    return failed;
}

int main(int count, char **arguments)
{
    (void)count;
    const char *slash = strrchr(arguments[0], '/');
    char folder[PATH_LONGEST], path[2 * PATH_LONGEST];
    snprintf(folder, sizeof folder, "tests/fuzz/corpus/%s", slash ? slash + 1 : arguments[0]);
    DIR *listing = opendir(folder);
    if (!listing) {
        printf("not ok - there is no %s\n", folder);
        return 1;
    }
    int failed = 0;
    for (const struct dirent *entry; (entry = readdir(listing));) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        printf("# reading %s\n", path);
        (void)fflush(stdout); // the last line, if this one crashes
        int error = replay(path);
        printf("%s - %s\n", error ? "not ok" : "ok", path);
        failed |= error;
    }
    closedir(listing);
    return failed;
}
