#include "pdf/haru.h"
#include "unit/unit.h"

#include <string.h>

static size_t times(struct str text, const char *part)
{
    size_t count = 0;
    struct str wanted = str_from(part);
    for (size_t at = str_find(text, wanted, 0); at < text.len;
         at = str_find(text, wanted, at + wanted.len))
        count++;
    return count;
}

static struct str written(struct haru *haru)
{
    struct str bytes;
    assert_true(haru_sound(haru));
    assert_true(haru_write(haru, &bytes));
    haru_close(haru);
    return bytes;
}

static void a_file_says_that_it_is_binary_and_ends_once(void **state)
{
    struct haru *haru = haru_open(*state, 6, 1);
    haru_add_page(haru);
    struct str bytes = written(haru);
    assert_true(str_starts_with(bytes, STR("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")));
    assert_true(str_ends_with(bytes, STR("\n%%EOF\n")));
    assert_int_equal(times(bytes, "%%EOF"), 1);
}

// libharu names itself in Info and makes an object of each length; neither is left.
static void nothing_is_written_that_was_not_asked_for(void **state)
{
    struct haru *haru = haru_open(*state, 0, 2);
    for (int i = 0; i < 2; i++)
        haru_fill_stream(haru, haru_add_page(haru).contents, STR(""), STR("BT ET"), false);
    for (int i = 0; i < 3; i++)
        haru_fill(haru, haru_add_object(haru), STR("/Mine true"));
    struct str bytes = written(haru);
    assert_int_equal(times(bytes, "Haru"), 0);
    assert_int_equal(times(bytes, "/MediaBox"), 0);
    assert_int_equal(times(bytes, "/Length 5\n>>\nstream\nBT ET\nendstream"), 2);
    assert_int_equal(times(bytes, "/Mine true"), 3);
    assert_int_equal(times(bytes, "<<\n>>"), 1); // Info, which nobody filled
}

static void many_pages_stand_in_a_tree(void **state)
{
    struct haru *haru = haru_open(*state, 0, 120);
    for (int i = 0; i < 120; i++)
        haru_add_page(haru);
    struct str bytes = written(haru);
    assert_int_equal(times(bytes, "/Type /Pages\n"), 4);
    assert_int_equal(times(bytes, "/Count 120\n"), 1);
    assert_int_equal(times(bytes, "/Count 50\n"), 2);
    assert_int_equal(times(bytes, "/Count 20\n"), 1);
}

static uint64_t startxref(struct str bytes)
{
    uint64_t offset = 0;
    for (size_t at = str_find(bytes, STR("startxref\n"), 0) + 10; bytes.data[at] != '\n'; at++)
        offset = offset * 10 + (uint64_t)(bytes.data[at] - '0');
    return offset;
}

static void the_cross_references_are_where_the_file_says(void **state)
{
    struct haru *haru = haru_open(*state, 9, 1);
    haru_add_page(haru);
    struct str bytes = written(haru);
    struct str table = str_slice(bytes, startxref(bytes), bytes.len);
    assert_true(str_find(table, STR(" 0 obj\n<</Type/XRef/Size "), 0) < 4);
}

static void an_object_filled_late_keeps_its_number(void **state)
{
    struct haru *haru = haru_open(*state, 0, 1);
    uint32_t first = haru_add_object(haru), second = haru_add_object(haru);
    assert_int_not_equal(first, second);
    haru_fill(haru, second, STR("/Second true"));
    haru_fill(haru, first, STR("/First true"));
    struct str bytes = written(haru);
    assert_true(str_find(bytes, STR("/First true"), 0) < str_find(bytes, STR("/Second true"), 0));
}

static void a_table_is_packed_like_any_other_stream(void **state)
{
    char table[4096] = {0};
    struct haru *haru = haru_open(*state, 6, 1);
    haru_add_page(haru);
    uint32_t object = haru_add_table(haru, STR("/N 4"), (struct str){table, sizeof table});
    assert_true(object > 0);
    struct str bytes = written(haru);
    assert_int_equal(times(bytes, "/N 4/Filter/FlateDecode/Length "), 1);
    assert_true(bytes.len < sizeof table);
}

static void pdf_2_has_no_info(void **state)
{
    const struct pdf_standards standards = {.archive_part = 4};
    struct haru *haru = haru_open(*state, 0, 1);
    haru_set_standards(haru, &standards);
    assert_int_equal(haru_info(haru), 0);
    haru_fill(haru, haru_add_object(haru), STR("/InItsPlace true"));
    struct str bytes = written(haru);
    assert_true(str_starts_with(bytes, STR("%PDF-2.0\n%")));
    assert_int_equal(times(bytes, "/Info"), 0);
    assert_int_equal(times(bytes, "<<\n>>"), 0); // libharu's own is not left over
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_file_says_that_it_is_binary_and_ends_once),
        RULE(nothing_is_written_that_was_not_asked_for),
        RULE(many_pages_stand_in_a_tree),
        RULE(the_cross_references_are_where_the_file_says),
        RULE(an_object_filled_late_keeps_its_number),
        RULE(a_table_is_packed_like_any_other_stream),
        RULE(pdf_2_has_no_info),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
