// The pieces that a finished PDF is read back by.
#include "speech/cmap.h"
#include "speech/speech.h"
#include "speech/tokens.h"
#include "unit/unit.h"

static struct str means(struct arena *arena, const char *cmap, struct str codes)
{
    struct cmap read = cmap_read(arena, str_from(cmap));
    struct str_builder out = str_builder_in(arena);
    cmap_add_text(&read, codes, &out);
    return str_built(&out);
}

static void tokens_are_those_of_a_content_stream(void **state)
{
    struct tokens tokens = {.arena = *state,
                            .bytes = STR("/P<</MCID 12>>BDC % why\n[(a\\)\\101(b))-5<414>]TJ")};
    static const struct {
        enum token_kind kind;
        const char *text;
    } wanted[] = {
        {TOKEN_NAME, "P"},  {TOKEN_DICTIONARY, ""}, {TOKEN_NAME, "MCID"}, {TOKEN_WORD, "12"},
        {TOKEN_END, ""},    {TOKEN_WORD, "BDC"},    {TOKEN_OPEN, ""},     {TOKEN_STRING, "a)A(b)"},
        {TOKEN_WORD, "-5"}, {TOKEN_STRING, "A@"},   {TOKEN_CLOSE, ""},    {TOKEN_WORD, "TJ"},
    };
    struct token token;
    for (size_t i = 0; i < sizeof wanted / sizeof wanted[0]; i++) {
        assert_true(tokens_next(&tokens, &token));
        assert_int_equal(token.kind, wanted[i].kind);
        assert_str(token.text, wanted[i].text);
    }
    assert_false(tokens_next(&tokens, &token));
}

static void codes_mean_what_their_map_says(void **state)
{
    static const char one[] = "1 begincodespacerange <00><FF> endcodespacerange\n"
                              "2 beginbfchar <01><0041> <02><D83DDE00> endbfchar\n"
                              "2 beginbfrange <10><12><0061> <20><21>[<0078><0066006C>] endbfrange";
    assert_str(means(*state, one, STR("\x01\x10\x12\x20\x21\x7F\x02")), "Aacxfl\xF0\x9F\x98\x80");
    static const char two[] = "1 begincodespacerange <0000><FFFF> endcodespacerange\n"
                              "1 beginbfchar <0102><0042> endbfchar";
    assert_str(means(*state, two, STR("\x01\x02\x01\x02\x01")), "BB");
    assert_str(means(*state, "no map", STR("ab")), "");
    for (size_t cut = 0; cut < sizeof one; cut++) {
        const char *rest = str_format(*state, "%.*s", (int)cut, one).data;
        assert_true(means(*state, rest, STR("\x7F")).len == 0);
    }
}

static void what_is_no_tagged_file_says_nothing(void **state)
{
    struct str_builder out = str_builder_in(*state);
    assert_false(speech_write(*state, STR("%PDF-1.7\nno file"), &out));
    assert_int_equal(out.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(tokens_are_those_of_a_content_stream),
        RULE(codes_mean_what_their_map_says),
        RULE(what_is_no_tagged_file_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
