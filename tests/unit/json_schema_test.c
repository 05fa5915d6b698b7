#include "base/file.h"
#include "model/json_schema.h"
#include "unit/unit.h"

static struct str written(struct arena *arena, enum json_schema schema)
{
    struct str_builder out = str_builder_in(arena);
    json_schema_write(schema, &out);
    return str_built(&out);
}

// `make golden` makes them equal again.
static void the_files_in_the_tree_are_what_the_tables_say(void **state)
{
    for (enum json_schema schema = 0; schema < JSON_SCHEMA_COUNT; schema++) {
        struct str file;
        struct str path =
            str_format(*state, "schema/%.*s.schema.json", STR_ARGS(json_schema_name(schema)));
        assert_int_equal(file_read(*state, str_cstr(*state, path), 1 << 20, &file), 0);
        assert_str(file, str_cstr(*state, written(*state, schema)));
    }
}

static void assert_has(struct str schema, const char *part)
{
    if (str_find(schema, str_from(part), 0) == schema.len)
        fail_msg("the schema lacks %s", part);
}

static void assert_written(struct arena *arena, const char *part)
{
    assert_has(written(arena, JSON_SCHEMA_BROCHURE), part);
}

static void text_may_look_like_a_number(void **state)
{
    assert_written(*state, "\"title\": {\n"
                           "      \"description\": \"The brochure's title\",\n"
                           "      \"type\": [\"string\", \"number\", \"boolean\"],\n"
                           "      \"examples\": [\"CAR-T cell therapy\"]\n"
                           "    }");
}

static void what_is_not_built_is_never_valid(void **state)
{
    assert_has(written(*state, JSON_SCHEMA_THEME),
               "\"fit\": {\n"
               "      \"description\": \"Bounds for fitting to pages (not built yet)\",\n"
               "      \"not\": {},\n"
               "      \"deprecationMessage\": \"This version does not build the key yet.\"\n"
               "    }");
}

static void text_or_more_is_told_apart_by_its_form(void **state)
{
    assert_written(*state, "\"type\": [\"string\", \"number\", \"boolean\", \"object\"],\n"
                           "            \"if\": {\"type\": \"object\"},\n"
                           "            \"then\": {\n"
                           "              \"$ref\": \"#/$defs/reference\"\n"
                           "            }");
}

static void examples_are_written_as_an_editor_inserts_them(void **state)
{
    assert_written(*state, "\"examples\": [1]");
    assert_written(*state, "\"examples\": [\"2.0\"]");
}

static void keys_choices_and_nesting_are_described(void **state)
{
    assert_written(*state, "\"required\": [\"brochure\", \"title\", \"sections\"]");
    assert_written(*state, "\"additionalProperties\": false");
    assert_written(*state, "\"patternProperties\": {\"^x-\": true}");
    assert_written(*state, "\"enum\": [\"draft\", \"approved\"]");
    assert_written(*state, "\"$ref\": \"#/$defs/section\"");
    assert_written(*state, "[Ll][Ee][Tt][Tt][Ee][Rr]");
}

// What the schema of themes demands of a definition, as it stands in the text.
static void assert_demands(struct arena *arena, const char *definition, bool demands)
{
    struct str schema = written(arena, JSON_SCHEMA_THEME);
    struct str start =
        str_format(arena, "    \"%s\": {\n      \"type\": \"object\",\n", definition);
    size_t at = str_find(schema, start, 0);
    assert_true(at < schema.len);
    struct str rest = str_slice(schema, at + start.len, schema.len);
    assert_int_equal(str_starts_with(rest, STR("      \"required\"")), demands);
}

static void a_theme_may_leave_to_its_base_what_is_merged_with_it(void **state)
{
    assert_has(written(*state, JSON_SCHEMA_THEME),
               "\"if\": {\"not\": {\"required\": [\"extends\"]}},\n  \"then\": {\"required\": "
               "[\"theme\", \"fonts\", ");
    assert_demands(*state, "roles", false);
    assert_demands(*state, "rule", false);
    assert_demands(*state, "theme-part", false);
    assert_demands(*state, "color", true);
    assert_demands(*state, "spot", true);
    assert_demands(*state, "bullet", true);
}

static void lengths_of_themes_are_points_or_have_a_unit(void **state)
{
    struct str schema = written(*state, JSON_SCHEMA_THEME);
    assert_has(schema, "\"type\": [\"string\", \"number\"],\n          \"maximum\": 2000,\n        "
                       "  \"exclusiveMinimum\": 0,");
    assert_has(schema, "[.][0-9]+)( ?(mm|cm|in|pt)|u)?$");
    assert_has(schema, "\"pattern\": \"^(#[0-9A-Fa-f]{6}|spot)$\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(the_files_in_the_tree_are_what_the_tables_say),
        RULE(text_may_look_like_a_number),
        RULE(what_is_not_built_is_never_valid),
        RULE(text_or_more_is_told_apart_by_its_form),
        RULE(examples_are_written_as_an_editor_inserts_them),
        RULE(keys_choices_and_nesting_are_described),
        RULE(a_theme_may_leave_to_its_base_what_is_merged_with_it),
        RULE(lengths_of_themes_are_points_or_have_a_unit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
