#!/bin/sh
# A section that opens a page, and tables and figures over the columns: where they stand.
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # BEFORE AFTER: paragraphs around a wide table, in two columns; one more section follows
    printf 'brochure: 1\ntitle: T\nlanguage: en\ncover: {}\npage: {size: letter, columns: 2}\nsections:\n- heading: Alpha\n  body:\n'
    seq "$1" | sed 's/.*/  - text: Before stands a paragraph & of two lines or so in a column of the page./'
    printf '  - table: {caption: Doses, columns: [A, B, C], rows: [["1", "2", "3"], ["4", "5", "6"]]}\n'
    seq "$2" | sed 's/.*/  - text: After stands a paragraph & of two lines or so in a column of the page./'
    printf '%s\n' '- heading: Omega' '  body: The end.'
}
# The page, the left edge and the baseline of the first line that begins with a word.
place() { "$BROCHURE" inspect - --stage pages | awk -v word="$1" '/^page/ { page = $2 } $1 == "text" && index($0, "\"" word) && !/ header$/ { print page, $2 + 0, int($3), $6; exit }'; }
page_of() { place "$1" | cut -d' ' -f1; }
y_of() { place "$1" | cut -d' ' -f3; }
last_after() { "$BROCHURE" inspect - --stage pages | awk '/^page/ { page = $2 } $1 == "text" && /"After stands/ { at = page " " int($3) } END { print at }'; }

guide 4 3 >short.yaml
holds "a section that does not fill its page has its heading in the column" test "$(place Alpha <short.yaml)" = "2 48 92 22"
guide 24 20 >long.yaml
holds "one that fills it opens the page" test "$(place Alpha <long.yaml)" = "2 48 100 34"
holds "the heading is tagged once" test "$("$BROCHURE" inspect long.yaml --stage tags | grep -c ' H1')" -eq 2

holds "a table over the columns stands below the section's text where that ends" test "$(y_of Table <short.yaml)" -gt "$(last_after <short.yaml | cut -d' ' -f2)"
holds "and before the next section" test "$(y_of Table <short.yaml)" -lt "$(y_of Omega <short.yaml)"
holds "on one page" test "$(page_of Table <short.yaml)$(page_of Omega <short.yaml)" = 22
guide 12 30 >foot.yaml
holds "where the text goes on, it stands at the page's foot" test "$(page_of Table <foot.yaml)" -eq 2
holds "as low as it can" test "$(y_of Table <foot.yaml)" -ge 600
holds "under all other text" test "$("$BROCHURE" inspect foot.yaml --stage pages | awk '/^page/ { page = $2 } page == 2 && $1 == "text" && /"After/ { if ($3 > low) low = $3 } END { print int(low) }')" -lt "$(y_of Table <foot.yaml)"
guide 29 20 >head.yaml
holds "what is read at the page's end goes to the next page's head" test "$(page_of Table <head.yaml) $(y_of Table <head.yaml)" = "3 76"
holds "above the rest of its section" test "$(last_after <head.yaml | cut -d' ' -f1)" -eq 3
guide 29 1 >end.yaml
holds "and takes the end of its section along or stays behind it" test "$(page_of Omega <end.yaml)" -ge "$(page_of Table <end.yaml)"
sed 's/caption: Doses, //' foot.yaml >plain.yaml
holds "a table without a caption stays where it is read" test "$(y_of A <plain.yaml)" -lt 500
printf 'theme: 1\nextends: clinic\nblocks: {float: {most: 1}, opener: {least: 100}}\n' >still.yaml
sed 's/^language/theme: still.yaml\n&/' foot.yaml >still-foot.yaml
holds "a theme may let nothing float" test "$(y_of Table <still-foot.yaml)" -lt 500
for file in short long foot head end; do
    fails "$file is built" 0 "$BROCHURE" build "$file.yaml"
done
