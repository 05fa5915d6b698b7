#include "base/sha256.h"
#include "unit/unit.h"

#include <string.h>

// The examples of FIPS 180-2, appendix B.
static void digests_are_those_of_the_standard(void **state)
{
    assert_true(sha256_open());
    assert_str(sha256_digits(*state, STR("abc")),
               "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_str(
        sha256_digits(*state, STR("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    char *bytes = arena_alloc(*state, 1000000);
    memset(bytes, 'a', 1000000);
    assert_str(sha256_digits(*state, (struct str){bytes, 1000000}),
               "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

static void nothing_has_a_digest_too(void **state)
{
    assert_true(sha256_open());
    assert_str(sha256_digits(*state, (struct str){0}),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void the_library_tells_its_version(void **state)
{
    assert_true(sha256_open());
    assert_true(str_starts_with(sha256_version(*state), STR("3.")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(digests_are_those_of_the_standard),
        RULE(nothing_has_a_digest_too),
        RULE(the_library_tells_its_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
