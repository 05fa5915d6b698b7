#include "model/bibtex_items.h"

#include "input/bibtex.h"
#include "unit/model_fixture.h"

#include <string.h>

static void add_node(struct str_builder *out, const struct node *node)
{
    if (node->kind == NODE_SCALAR)
        str_add(out, node->text);
    for (size_t i = 0; node->kind == NODE_SEQUENCE && i < node->count; i++) {
        str_add(out, i == 0 ? STR("[") : STR("; "));
        add_node(out, node->items[i]);
    }
    if (node->kind == NODE_SEQUENCE)
        str_add_byte(out, ']');
    for (size_t i = 0; node->kind == NODE_MAPPING && i < node->count; i++) {
        str_addf(out, "%s%.*s=", i == 0 ? "" : " ", STR_ARGS(node->pairs[i].key->text));
        add_node(out, node->pairs[i].value);
    }
}

// The items as one line.
static struct str items_of(struct arena *arena, struct decoded *job, const char *bibtex)
{
    const struct node *entries;
    struct str_builder out = str_builder_in(arena);
    sources_init(&job->sources, arena);
    diags_init(&job->diags, arena, &job->sources);
    struct source *source = sources_add(&job->sources, STR("r.bib"), str_from(bibtex));
    bool good = bibtex_read(arena, source, &job->diags, &entries);
    assert_int_equal(good, job->diags.error_count == 0);
    const struct node *items = bibtex_items(arena, entries);
    for (size_t i = 0; i < items->count; i++) {
        add_node(&out, items->items[i]);
        str_add_byte(&out, '\n');
    }
    return str_built(&out);
}

static void assert_items(struct arena *arena, const char *bibtex, const char *expected)
{
    struct decoded job = {0};
    assert_str(items_of(arena, &job, bibtex), expected);
    assert_said(&job, "");
}

static void assert_refused(struct arena *arena, const char *bibtex, const char *expected)
{
    struct decoded job = {0};
    items_of(arena, &job, bibtex);
    assert_said(&job, expected);
}

static void an_entry_becomes_an_item(void **state)
{
    assert_items(
        *state,
        "Words, an @ and\n% more @comment{here}\n"
        "@Article{a-1, Title = {T}, JOURNAL = \"J\", year = 2024, volume={1}, number = 2,\n"
        "  pages = {3--4}, doi = {10.1/x_y}, abstract = {left out}, }\n"
        "@book(b, title = {B}, publisher = {P}, edition = {2},)\n",
        "id=a-1 type=article-journal title=T container-title=J volume=1 DOI=10.1/x_y "
        "issue=2 page=3-4 issued=2024\n"
        "id=b type=book title=B publisher=P edition=2\n");
}

static void types_are_those_of_csl(void **state)
{
    assert_items(*state,
                 "@inbook{a} @techreport{b, number = 7} @online{c} @misc{d} @misc{e, url = {u}} "
                 "@phdthesis{f} @thesis{g, type = {PhD thesis}} @inproceedings{h} @nothing{i}",
                 "id=a type=chapter\nid=b type=report number=7\nid=c type=webpage\n"
                 "id=d type=document\nid=e type=webpage URL=u\n"
                 "id=f type=thesis genre=Dissertation\nid=g type=thesis genre=PhD thesis\n"
                 "id=h type=paper-conference\nid=i type=nothing\n");
}

static void fields_of_biblatex_have_their_place(void **state)
{
    assert_items(
        *state,
        "@article{a, shortjournal = {J T}, number = 2, eid = {e7}, pubstate = {inpress},\n"
        "  isbn = {1}, issn = {2}, pmid = {3}, pmcid = {PMC4}, year = {in press}}\n"
        "@book{b, series = {S}, number = 5, address = {Bonn}, pagetotal = 9, version = {1.0},\n"
        "  translator = {{A Group}}, date = {2024-03/2024-05}}\n"
        "@incollection{c, chapter = 4, booktitle = {B}, eventtitle = {E}, venue = {V}}\n",
        "id=a type=article-journal container-title-short=J T status=inpress ISBN=1 ISSN=2 "
        "PMID=3 PMCID=PMC4 issue=2 number=e7\n"
        "id=b type=book translator=[literal=A Group] collection-title=S publisher-place=Bonn "
        "number-of-pages=9 version=1.0 collection-number=5 issued=2024-03/2024-05\n"
        "id=c type=chapter container-title=B event-title=E event-place=V chapter-number=4\n");
}

static void names_are_told_apart(void **state)
{
    assert_items(
        *state,
        "@book{a, author = {Donald E. Knuth and van der Berg, Jan and Ludwig van Beethoven "
        "and King, Jr, Martin Luther and {World and Health} and Plato and others}}",
        "id=a type=book author=[family=Knuth given=Donald E.; non-dropping-particle=van der "
        "family=Berg given=Jan; non-dropping-particle=van family=Beethoven given=Ludwig; "
        "family=King given=Martin Luther suffix=Jr; literal=World and Health; "
        "family=Plato; literal=et al]\n");
}

static void letters_of_latex_are_read(void **state)
{
    assert_items(*state,
                 "@book{a, title = {G{\\\"o}del, Erd\\H{o}s, Fran\\c cois, \\'{\\i}, {\\ss}, \\AA, "
                 "\\v{s}, \\~n, {\\'x} --- 100\\% \\& ``more''}}",
                 "id=a type=book title=Gödel, Erdős, François, í, ß, Å, š, ñ, x\xCC\x81 — 100% "
                 "\\& “more”\n");
    assert_items(*state,
                 "@book{a, title = {{CAR}~{T} \\emph{in vitro}}, url = {https://a.org/~b_c}}",
                 "id=a type=book title=CAR\xC2\xA0T in vitro URL=https://a.org/~b_c\n");
}

static void signs_of_markdown_are_no_marks(void **state)
{
    assert_items(*state, "@book{a, title = {a*b_c [d] <e> `f`}}",
                 "id=a type=book title=a\\*b\\_c \\[d\\] \\<e\\> \\`f\\`\n");
}

static void macros_and_months_are_values(void **state)
{
    assert_items(
        *state,
        "@string{j = {Journal of }} @STRING(k = j # \"Tests\")\n"
        "@article{a, journal = k # {!}, year = 2024, month = jun}\n"
        "@article{b, year = 2024, month = {June}}\n@article{c, date = {2024-06-01}, year = 1}\n"
        "@article{d, year = 2024, month = 6, day = 3}\n",
        "id=a type=article-journal container-title=Journal of Tests! issued=2024-06\n"
        "id=b type=article-journal issued=2024-06\nid=c type=article-journal "
        "issued=2024-06-01\nid=d type=article-journal issued=2024-06-03\n");
}

static void faults_have_their_place(void **state)
{
    assert_refused(*state, "@book{a, title = {x\ny}, year = mai}",
                   "2:12 B0510 a value without braces must be a number or an `@string` | put it in "
                   "braces\n");
    assert_refused(*state, "@book{a, title = {x}\n year = 1}",
                   "2:2 B0510 a comma is missing between two fields | end each field with a "
                   "comma\n");
    assert_refused(*state, "@book{a, title = {x",
                   "1:18 B0510 this is never closed | look for a brace or a quote too few\n");
    assert_refused(*state, "@book{a, title = {\\alpha $x$}}\n",
                   "1:19 B0510 `\\alpha` cannot be printed | write the letter or the sign itself, "
                   "as UTF-8\n"
                   "1:26 B0510 `$` cannot be printed | write the letter or the sign itself, as "
                   "UTF-8\n"
                   "1:28 B0510 `$` cannot be printed | write the letter or the sign itself, as "
                   "UTF-8\n");
    assert_refused(*state, "@book{, title = {x}}",
                   "1:7 B0510 this entry has no key | write it behind the brace: @article{key,\n");
    assert_refused(*state, "@book{a title}",
                   "1:9 B0510 a comma is missing behind the key | write it as @article{key,\n");
}

static void macros_cannot_make_endless_texts(void **state)
{
    struct str_builder bibtex = str_builder_in(*state);
    str_add(&bibtex, STR("@string{a = {0123456789012345678901234567890123456789}}\n"));
    for (int c = 'b'; c < 'z'; c++)
        str_addf(&bibtex, "@string{%c = %c # %c # %c # %c}\n", c, c - 1, c - 1, c - 1, c - 1);
    struct decoded job = {0};
    items_of(*state, &job, str_cstr(*state, str_built(&bibtex)));
    assert_int_equal(job.diags.error_count, 1);
    assert_int_equal(job.diags.items[0].code, DIAG_BIBTEX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        RULE(an_entry_becomes_an_item),
        RULE(types_are_those_of_csl),
        RULE(fields_of_biblatex_have_their_place),
        RULE(names_are_told_apart),
        RULE(letters_of_latex_are_read),
        RULE(signs_of_markdown_are_no_marks),
        RULE(macros_and_months_are_values),
        RULE(faults_have_their_place),
        RULE(macros_cannot_make_endless_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
