#include "base/length.h"
#include "model/schema.h"
#include "model_fixture.h"

#include <stddef.h>

// A table of each kind of value.
struct sample {
    struct schema_found found;
    const struct node *text;
    uint32_t choice, count;
    bool flag;
    int32_t decimal;
    length size;
    struct schema_list list;
    struct schema_map map;
    struct schema_any any;
};

static const struct schema_type literal = {.kind = SCHEMA_LITERAL};
static const struct schema_choice choices[] = {{STR_INIT("red"), 1, STR_INIT("Warm")},
                                               {STR_INIT("blue"), 2, STR_INIT("Cool")}};
static const struct schema_type choice = {
    .kind = SCHEMA_CHOICE, .choices = choices, .choice_count = 2};
static const struct schema_type flag = {.kind = SCHEMA_BOOLEAN};
static const struct schema_type count = {.kind = SCHEMA_INTEGER, .minimum = 1, .maximum = 9};
static const struct schema_type decimal = {.kind = SCHEMA_DECIMAL};
static const struct schema_type size = {.kind = SCHEMA_LENGTH};
static const struct schema_type list = {.kind = SCHEMA_LIST, .item = &count};
static const struct schema_type map = {.kind = SCHEMA_MAP, .item = &count};
static const struct schema_type *const forms[] = {&literal, &list, NULL};
static const struct schema_type any = {.kind = SCHEMA_ANY, .any = forms};

static const struct schema_field fields[] = {
    SCHEMA_FIELD(sample, text, "text", &literal, SCHEMA_REQUIRED, "", "words"),
    SCHEMA_FIELD(sample, choice, "choice", &choice, 0, "", ""),
    SCHEMA_FIELD(sample, flag, "flag", &flag, 0, "", ""),
    SCHEMA_FIELD(sample, count, "count", &count, 0, "", ""),
    SCHEMA_FIELD(sample, decimal, "decimal", &decimal, 0, "", ""),
    SCHEMA_FIELD(sample, size, "size", &size, 0, "", ""),
    SCHEMA_FIELD(sample, list, "list", &list, 0, "", ""),
    SCHEMA_FIELD(sample, map, "map", &map, 0, "", ""),
    SCHEMA_FIELD(sample, any, "any", &any, 0, "", ""),
    SCHEMA_UNBUILT("later", ""),
};
static const struct schema_object object = {.name = STR_INIT("sample"),
                                            .fields = fields,
                                            .field_count = SCHEMA_COUNT(fields),
                                            .size = sizeof(struct sample)};

static struct decoded *read_sample(struct arena *arena, const char *yaml, struct sample *out)
{
    struct decoded *decoded = ARENA_NEW(arena, struct decoded);
    const struct node *root;
    sources_init(&decoded->sources, arena);
    diags_init(&decoded->diags, arena, &decoded->sources);
    struct source *source = sources_add(&decoded->sources, STR("t.yaml"), str_from(yaml));
    assert_true(yaml_read(arena, source, &yaml_limits_default, &decoded->diags, &root));
    struct schema_reader reader = {.arena = arena, .diags = &decoded->diags, .grid = LENGTH_PT(8)};
    *out = (struct sample){0};
    schema_read_object(&reader, &object, root, out);
    diags_sort(&decoded->diags);
    return decoded;
}

static void each_kind_fills_its_member(void **state)
{
    struct sample sample;
    assert_said(read_sample(*state,
                            "text: 2.0\nchoice: blue\nflag: true\ncount: 7\ndecimal: 1.5\n"
                            "size: 3u\nlist: [1, 2]\nmap: {a: 3}\nany: x\n",
                            &sample),
                "");
    assert_str(sample.text->text, "2.0");
    assert_int_equal(sample.choice, 2);
    assert_true(sample.flag);
    assert_int_equal(sample.count, 7);
    assert_int_equal(sample.decimal, LENGTH_ONE_PT * 3 / 2);
    assert_int_equal(sample.size, LENGTH_PT(24));
    assert_int_equal(sample.list.count, 2);
    assert_int_equal(((const uint32_t *)sample.list.items)[1], 2);
    assert_str(sample.map.entries[0].key->text, "a");
    assert_int_equal(*(const uint32_t *)sample.map.entries[0].value, 3);
    assert_ptr_equal(sample.any.type, &literal);
    assert_true(schema_has(&object, &sample.found, STR("list")));
    assert_false(schema_has(&object, &sample.found, STR("later")));
}

static void an_alternative_is_taken_by_its_form(void **state)
{
    struct sample sample;
    assert_said(read_sample(*state, "text: x\nany: [1]\n", &sample), "");
    assert_ptr_equal(sample.any.type, &list);
    assert_said(read_sample(*state, "text: x\nany: {a: 1}\n", &sample),
                "2:6 B0304 `any` is a mapping here, but must be text | put the text in quotes: "
                "`\"{a: 1}\"`\n");
}

static void a_wrong_value_is_said_at_its_place_and_stays_zero(void **state)
{
    struct sample sample;
    assert_said(
        read_sample(*state,
                    "text: x\nchoice: rad\nflag: yes\ncount: 0\ndecimal: 1.5pt\n"
                    "size: 3\nlist: {a: 1}\nmap: [1]\n",
                    &sample),
        "2:9 B0306 `choice` cannot be `rad` | did you mean `red`?\n"
        "3:7 B0306 `flag` must be `true` or `false`\n"
        "4:8 B0307 `count` must be a whole number from 1 to 9\n"
        "5:10 B0307 `decimal` must be a number\n"
        "6:7 B0308 `size` must be a length, not `3` | add its unit: mm, cm, in or pt\n"
        "7:7 B0304 `list` is a mapping here, but must be a list | begin each item with `- `, on a "
        "line of its own\n"
        "8:6 B0304 `map` is a list here, but must be a mapping | write each name with its value: "
        "`map: {name: value}`\n");
    assert_int_equal(sample.choice, 0);
    assert_int_equal(sample.count, 0);
    assert_int_equal(sample.size, 0);
}

static void keys_are_missing_unknown_or_not_built(void **state)
{
    struct sample sample;
    assert_said(
        read_sample(*state, "chioce: red\nlater: 1\n", &sample),
        "1:1 B0302 `text` is missing | add `text: words`\n"
        "1:1 B0301 unknown key `chioce` | did you mean `choice`?\n"
        "2:1 B0303 `later` is not built yet | leave the key out until a later version builds "
        "it\n");
}

static void an_empty_list_is_an_error(void **state)
{
    struct sample sample;
    assert_said(read_sample(*state, "text: x\nlist: []\n", &sample),
                "2:7 B0305 `list` is an empty list | write its items, or leave the key out\n");
}

static void a_scalar_is_no_mapping(void **state)
{
    struct sample sample;
    assert_said(read_sample(*state, "words\n", &sample),
                "1:1 B0304 `sample` is text here, but must be a mapping | write its keys with "
                "their values: `{text: words}`\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(each_kind_fills_its_member),
        RULE(an_alternative_is_taken_by_its_form),
        RULE(a_wrong_value_is_said_at_its_place_and_stays_zero),
        RULE(keys_are_missing_unknown_or_not_built),
        RULE(an_empty_list_is_an_error),
        RULE(a_scalar_is_no_mapping),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
