// Hostile SVG: what is drawn from four times the input takes about four times the memory, and
// copies of copies end at a bound.
#include "image/svg.h"
#include "unit/unit.h"

enum { ONCE = 2000, BLOCKS = 1 << 19, MOST_MEMORY = 1 << 28 };

struct work {
    size_t memory;
    size_t messages;
    enum diag_code code; // of the first message
};

static struct work read_svg(struct arena *from, struct str_builder *text)
{
    struct arena arena;
    struct sources sources;
    struct diags diags;
    const struct drawing *drawing;
    str_add(text, STR("</svg>"));
    arena_init(&arena);
    sources_init(&sources, from);
    diags_init(&diags, &arena, &sources);
    const struct svg_job job = {STR("a.svg"), str_built(text), {0}, &sources};
    svg_read(&arena, &job, &diags, &drawing);
    struct work work = {arena.total, diags.count, diags.count > 0 ? diags.items[0].code : 0};
    arena_release(&arena);
    return work;
}

// Reads `head`, `count` times `part`, and `tail` in an SVG.
static struct work read_repeated(const char *head, const char *part, size_t count, const char *tail)
{
    struct arena arena;
    arena_init(&arena);
    struct str_builder text = str_builder_in(&arena);
    str_addf(&text, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s", head);
    for (size_t i = 0; i < count; i++)
        str_add(&text, str_from(part));
    str_add(&text, str_from(tail));
    struct work work = read_svg(&arena, &text);
    arena_release(&arena);
    return work;
}

static void assert_linear(const char *head, const char *part, const char *tail)
{
    struct work once = read_repeated(head, part, ONCE, tail);
    struct work more = read_repeated(head, part, (size_t)4 * ONCE, tail);
    assert_in_range(more.memory, 0, 6 * once.memory + BLOCKS);
    assert_in_range(more.messages, 0, 50);
}

static void parts_cost_what_they_weigh(void **state)
{
    (void)state;
    assert_linear("", "<path d='M0 0h1'/>", "");
    assert_linear("<path d='M0 0", "h1 ", "'/>");
    assert_linear("<text>", "a &#65; ", "</text>");
    assert_linear("<text>", "<tspan dx='1'>a</tspan>", "</text>");
    assert_linear("<style>", ".a{fill:red}", "</style><path class='a' d='M0 0h1'/>");
    assert_linear("<g ", "style", "=''/>");
    assert_linear("", "<image/>", "");
    assert_linear("<g style='", "fill:red;", "'/>");
    assert_linear("<g transform='", "scale(1)", "'/>");
    assert_linear("<linearGradient id='g'><stop/><stop offset='1'/></linearGradient>",
                  "<rect width='1' height='1' fill='url(#g)'/>", "");
}

static void copies_end(void **state)
{
    // What a <use> draws again in each case: nothing, text, long paths, stops, rules.
    static const char *const parts[] = {
        "<g id='a'><title/><title/><title/></g>",
        "<text id='a'><tspan/><tspan/><tspan/>a</text>",
        "<path id='a' fill='none' d='M0 0h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1'/>",
        "<path id='a' d='M0 0h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1h1'/>",
        "<style>*{}*{}*{}*{}*{}*{}</style><g id='a'/>",
        "<clipPath id='clip'><rect width='1' height='1'/></clipPath>"
        "<path id='a' clip-path='url(#clip)' d='M0 0h1'/>",
        "<linearGradient id='fade'><stop/><stop offset='1'/></linearGradient>"
        "<rect id='a' width='1' height='1' fill='url(#fade)'/>",
    };
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct arena arena;
        arena_init(&arena);
        struct str_builder text = str_builder_in(&arena);
        str_addf(&text, "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'>%s", parts[i]);
        for (int id = 'a'; id < 'p'; id++) {
            str_addf(&text, "<g id='%c'>", id + 1);
            for (int j = 0; j < 10; j++)
                str_addf(&text, "<use href='#%c'/>", id);
            str_add(&text, STR("</g>"));
        }
        struct work work = read_svg(&arena, &text);
        assert_int_equal(work.messages, 1);
        assert_int_equal(work.code, DIAG_SVG_LIMIT);
        assert_in_range(work.memory, 0, MOST_MEMORY);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(parts_cost_what_they_weigh),
        RULE(copies_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
