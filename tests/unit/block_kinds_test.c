// Blocks written as mappings: what each becomes, and what is said of those that are wrong.
#include "unit/model_fixture.h"

#define BODY "sections:\n- heading: H\n  body:\n"

static const struct block *only_block(struct arena *arena, const char *yaml)
{
    const struct brochure *brochure =
        decode_fine(arena, str_cstr(arena, str_format(arena, HEAD BODY "%s", yaml)));
    assert_int_equal(brochure->sections[0].body.count, 1);
    return &brochure->sections[0].body.items[0];
}

static void a_callout_has_a_kind_a_title_and_a_body(void **state)
{
    const struct block *block =
        only_block(*state, "  - callout: {kind: warning, title: 'Call *now*', body: A fever.}\n");
    assert_int_equal(block->kind, BLOCK_CALLOUT);
    assert_int_equal(block->as.callout.kind, CALLOUT_WARNING);
    assert_str(marked(*state, &block->as.callout.title), "Call *now*");
    assert_str(marked(*state, &block->as.callout.body.items[0].as.text), "A fever.");
}

static void a_step_is_a_text_or_a_title_with_a_body(void **state)
{
    const struct block *block =
        only_block(*state, "  - steps:\n    - Rest.\n    - {title: Collect, body: \"A\\n\\nB\"}\n");
    assert_int_equal(block->as.steps.count, 2);
    assert_null(block->as.steps.items[0].title.first);
    assert_str(marked(*state, &block->as.steps.items[1].title), "Collect");
    assert_int_equal(block->as.steps.items[1].body.count, 2);
}

static void a_checklist_is_a_list_of_open_boxes(void **state)
{
    const struct block *block =
        only_block(*state, "  - checklist:\n    - Bring 1. and - \n    - b\n");
    assert_int_equal(block->kind, BLOCK_LIST);
    assert_true(block->as.list.checklist);
    assert_int_equal(block->as.list.items[1].task, TASK_OPEN);
    const struct block *text = &block->as.list.items[0].blocks.items[0];
    assert_str(marked(*state, &text->as.text), "Bring 1. and -");
}

static void definitions_keep_their_order(void **state)
{
    const struct block *block = only_block(*state, "  - definitions: {B cell: b, antigen: 'no'}\n");
    assert_int_equal(block->as.definitions.count, 2);
    assert_str(marked(*state, &block->as.definitions.items[0].term), "B cell");
    assert_str(marked(*state, &block->as.definitions.items[1].meaning), "no");
}

static void a_definition_has_a_term(void **state)
{
    assert_said(
        decode_text(*state, HEAD BODY "  - definitions: {~: none, B cell: b, ' ': blank}\n"),
        "7:19 B0305 a name in `definitions` is empty | write it before the colon; a name that "
        "YAML reads as nothing, like `~`, goes in quotes\n"
        "7:39 B0305 a name in `definitions` is empty | write it before the colon; a name that "
        "YAML reads as nothing, like `~`, goes in quotes\n");
}

static void a_field_has_lines_or_options(void **state)
{
    const struct block *block = only_block(
        *state, "  - write-in: [{label: Name}, {label: Date, width: 30%}, {label: Q, lines: 6},\n"
                "      {label: I, options: ['Yes', 'No'], width: 20mm}]\n");
    const struct field *fields = block->as.write_in.items;
    assert_int_equal(fields[0].lines, 1);
    assert_int_equal(fields[1].width.thousandths, 300);
    assert_int_equal(fields[2].lines, 6);
    assert_int_equal(fields[3].option_count, 2);
    assert_int_equal(fields[3].lines, 0);
    assert_int_equal(fields[3].width.fixed, LENGTH_PT(20 * 72 / 25.4));
}

static void the_shared_keys_stand_beside_the_blocks_name(void **state)
{
    const struct block *block =
        only_block(*state, "  - quote: x\n    id: q\n    span: all\n    break-before: right\n"
                           "    break-inside: avoid\n");
    assert_int_equal(block->kind, BLOCK_PULL_QUOTE);
    assert_str(block->placement.id, "q");
    assert_true(block->placement.span_all);
    assert_int_equal(block->placement.before, BREAK_RIGHT);
    assert_int_equal(block->placement.inside, BREAK_INSIDE_AVOID);
}

static void links_lead_to_blocks(void **state)
{
    decode_fine(*state, HEAD BODY "  - See [this](#w).\n"
                                  "  - callout: {kind: note, body: x}\n    id: w\n");
}

static void wrong_blocks_are_said(void **state)
{
    assert_said(
        decode_text(*state, HEAD BODY
                    "  - {text: a, quote: b}\n  - id: x\n  - steps: [{}]\n"
                    "  - contacts: [{name: N}]\n  - break: sheet\n"
                    "  - write-in: [{label: a, lines: 2, options: [b]}, {label: c, width: 30}]\n"
                    "  - qr: {url: example}\n"),
        "7:15 B0318 `text` and `quote` are two blocks, but stand in one | begin each block with "
        "`- `\n"
        "8:5 B0305 a block without text | write its kind and what it holds, such as `text: …`\n"
        "9:13 B0408 this step has neither a title nor a body | write what happens in it, or take "
        "it away\n"
        "10:23 B0302 this contact cannot be reached | add its `phone:`, `email:` or `web:`\n"
        "11:12 B0306 `break` cannot be `sheet` | one of: page, column, cut\n"
        "12:34 B0318 a field has `options` to tick or `lines` to write on | make two fields of it\n"
        "12:70 B0308 `width` must be a length or a percentage, not `30` | for example 30mm or 20%\n"
        "13:15 B0507 this is no web address: `example` | write it whole, like "
        "https://www.example.org/page, without spaces\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(a_callout_has_a_kind_a_title_and_a_body),
        RULE(a_step_is_a_text_or_a_title_with_a_body),
        RULE(a_checklist_is_a_list_of_open_boxes),
        RULE(definitions_keep_their_order),
        RULE(a_definition_has_a_term),
        RULE(a_field_has_lines_or_options),
        RULE(the_shared_keys_stand_beside_the_blocks_name),
        RULE(links_lead_to_blocks),
        RULE(wrong_blocks_are_said),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
