#include "pdf/seal.h"
#include "unit/unit.h"

static const struct seal_passwords passwords = {{"reader"}, {"owner"}};

// A file of one empty page; libqpdf finds the objects without a table of them.
static const struct str pdf =
    STR_INIT("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
             "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
             "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<<>>>>\nendobj\n"
             "4 0 obj\n<</Title(Nobody is to read this)>>\nendobj\n"
             "trailer\n<</Size 5/Root 1 0 R/Info 4 0 R>>\nstartxref\n0\n%%EOF\n");

static bool seal(struct arena *arena, struct str plain, struct str *sealed, struct diags *diags)
{
    struct sources *sources = ARENA_NEW(arena, struct sources);
    sources_init(sources, arena);
    diags_init(diags, arena, sources);
    assert_true(seal_open());
    return seal_run(arena, plain, &passwords, diags, sealed);
}

static bool holds(struct str bytes, struct str part)
{
    return str_find(bytes, part, 0) < bytes.len;
}

static void a_file_is_locked_by_aes_256(void **state)
{
    struct diags diags;
    struct str sealed;
    assert_true(seal(*state, pdf, &sealed, &diags));
    assert_int_equal(diags.count, 0);
    assert_true(seal_was_used());
    assert_true(holds(sealed, STR("/CFM /AESV3")));
    assert_true(holds(sealed, STR("/R 6")));
    assert_false(holds(sealed, STR("/EncryptMetadata false")));
    assert_false(holds(sealed, STR("Nobody is to read this")));
    assert_false(holds(sealed, STR("reader")));
}

static void no_two_locks_are_the_same(void **state)
{
    struct diags diags;
    struct str one, other;
    assert_true(seal(*state, pdf, &one, &diags));
    assert_true(seal(*state, pdf, &other, &diags));
    assert_false(str_equal(one, other));
}

static void what_is_no_pdf_is_a_diagnostic(void **state)
{
    struct diags diags;
    struct str sealed;
    assert_false(seal(*state, STR("no PDF"), &sealed, &diags));
    assert_int_equal(diags.count, 1);
    assert_int_equal(diags.items[0].code, DIAG_OUTPUT_CHECK);
}

static void the_library_tells_its_version(void **state)
{
    (void)state;
    assert_true(seal_open());
    assert_true(seal_version().len >= 4 && seal_version().data[0] == '1');
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_file_is_locked_by_aes_256),
        RULE(no_two_locks_are_the_same),
        RULE(what_is_no_pdf_is_a_diagnostic),
        RULE(the_library_tells_its_version),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
