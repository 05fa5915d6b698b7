#include "diag/source.h"
#include "unit/unit.h"

static struct sources sources;

static struct source *source_of(struct arena *arena, struct str bytes)
{
    sources_init(&sources, arena);
    return sources_add(&sources, STR("a.yaml"), bytes);
}

static void assert_position(struct source *source, uint32_t offset, uint32_t line, uint32_t column)
{
    struct position position = source_position(&sources, source, offset);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static void files_are_numbered_from_one(void **state)
{
    struct source *first = source_of(*state, STR(""));
    struct source *second = sources_add(&sources, STR("b.yaml"), STR("x"));
    assert_int_equal(first->file, 1);
    assert_int_equal(second->file, 2);
    assert_ptr_equal(sources_find(&sources, 1), first);
    assert_ptr_equal(sources_find(&sources, 2), second);
    assert_null(sources_find(&sources, 0));
}

static void pointers_to_files_stay_valid_as_more_come(void **state)
{
    struct source *first = source_of(*state, STR("text"));
    for (int i = 0; i < 100; i++)
        sources_add(&sources, STR("more.yaml"), STR(""));
    assert_ptr_equal(sources_find(&sources, 1), first);
    assert_str(first->bytes, "text");
}

static void lines_and_columns_are_counted_from_one(void **state)
{
    struct source *source = source_of(*state, STR("ab\nc\n\nd"));
    assert_position(source, 0, 1, 1);
    assert_position(source, 1, 1, 2);
    assert_position(source, 2, 1, 3); // the line end belongs to its line
    assert_position(source, 3, 2, 1);
    assert_position(source, 5, 3, 1);
    assert_position(source, 6, 4, 1);
    assert_position(source, 7, 4, 2); // the end of the file
}

static void a_file_without_text_has_one_line(void **state)
{
    struct source *source = source_of(*state, STR(""));
    assert_position(source, 0, 1, 1);
    assert_str(source_line(&sources, source, 1), "");
}

static void columns_count_code_points(void **state)
{
    struct source *source = source_of(*state, STR("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80x"));
    assert_position(source, 2, 1, 2);
    assert_position(source, 5, 1, 3);
    assert_position(source, 9, 1, 4);
}

static void only_lf_and_crlf_end_a_line(void **state)
{
    struct source *source = source_of(*state, STR("a\r\nb\rc\xE2\x80\xA8"
                                                  "d\xC2\x85"
                                                  "e\n"));
    assert_str(source_line(&sources, source, 1), "a");
    assert_str(source_line(&sources, source, 2), "b\rc\xE2\x80\xA8"
                                                 "d\xC2\x85"
                                                 "e");
    assert_str(source_line(&sources, source, 3), "");
    assert_position(source, 3, 2, 1);
}

static void a_byte_order_mark_is_no_column(void **state)
{
    struct source *source = source_of(*state, STR("\xEF\xBB\xBFtitle: x\nb"));
    assert_position(source, 0, 1, 1);
    assert_position(source, 3, 1, 1);
    assert_position(source, 4, 1, 2);
    assert_position(source, 12, 2, 1);
    assert_str(source_line(&sources, source, 1), "title: x");
    struct source *only_mark = sources_add(&sources, STR("b.yaml"), STR("\xEF\xBB\xBF"));
    assert_position(only_mark, 3, 1, 1);
    assert_str(source_line(&sources, only_mark, 1), "");
}

// Every offset's line and column, against counting from the start.
static void positions_agree_with_counting(void **state)
{
    struct str_builder text = str_builder_in(*state);
    for (uint32_t i = 0; i < 400; i++)
        str_add(&text, i % 7 == 0 ? STR("\n") : i % 3 == 0 ? STR("\xC3\xA9") : STR("x"));
    struct source *source = source_of(*state, str_built(&text));
    uint32_t line = 1, column = 1;
    for (uint32_t at = 0; at < source->bytes.len; at++) {
        if (((unsigned char)source->bytes.data[at] & 0xC0) == 0x80)
            continue;
        assert_position(source, at, line, column);
        column++;
        if (source->bytes.data[at] == '\n') {
            line++;
            column = 1;
        }
    }
}

static void columns_of_a_line_of_many_blocks_are_counted_on(void **state)
{
    struct str_builder text = str_builder_in(*state);
    str_add(&text, STR("\n"));
    for (uint32_t i = 0; i < 3000; i++)
        str_add(&text, STR("\xC3\xA9x"));
    struct source *source = source_of(*state, str_built(&text));
    for (uint32_t i = 0; i < 3000; i++) {
        assert_position(source, 1 + 3 * i, 2, 2 * i + 1);
        assert_position(source, 3 + 3 * i, 2, 2 * i + 2);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(files_are_numbered_from_one),
        RULE(pointers_to_files_stay_valid_as_more_come),
        RULE(lines_and_columns_are_counted_from_one),
        RULE(a_file_without_text_has_one_line),
        RULE(columns_count_code_points),
        RULE(only_lf_and_crlf_end_a_line),
        RULE(a_byte_order_mark_is_no_column),
        RULE(positions_agree_with_counting),
        RULE(columns_of_a_line_of_many_blocks_are_counted_on),
    };
    return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
