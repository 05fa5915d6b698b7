#!/bin/sh
# Blocks that ask for the foot of their page (`place: foot`): where they stand.
. tests/tap
cd "$TMPDIR" || exit 1
note='callout: {kind: note, title: Mind, body: Read this at any time.}'
guide() { # COLUMNS BEFORE AFTER: paragraphs around a note for the foot; one more section follows
    printf 'brochure: 1\ntitle: T\nlanguage: en\npage: {size: letter, columns: %s}\nsections:\n- heading: Alpha\n  body:\n' "$1"
    seq "$2" | sed 's/.*/  - text: Before stands a paragraph & of two lines or so in a column of the page./'
    printf '  - %s\n    place: foot\n' "$note"
    seq "$3" | sed 's/.*/  - text: After stands a paragraph & of two lines or so in a column of the page./'
    printf '%s\n' '- heading: Omega' '  body: The end.'
}
# The page, the left edge and the baseline of the first line that begins with a word.
place() { "$BROCHURE" inspect "$2" --stage pages | awk -v word="$1" '/^page/ { page = $2 } $1 == "text" && index($0, "\"" word) && !/ header$/ { print page, $2 + 0, int($3); exit }'; }
page_of() { place "$1" "$2" | cut -d' ' -f1; }
y_of() { place "$1" "$2" | cut -d' ' -f3; }
# The widest ground of a note, and where it ends.
ground() { "$BROCHURE" inspect "$1" --stage pages | awk '/^page/ { page = $2 } $1 == "path" && / cream / { end = $3 + $5; left = $2 + 0; width = $4 + 0 } END { print left, width, end }'; }

guide 2 3 2 >short.yaml
holds "a note for the foot spans the columns and ends with the frame" test "$(ground short.yaml)" = "48 516 720"
holds "on the page that it is read on, though its section ends there" test "$(page_of Mind short.yaml)" = 1
holds "with the next section above it" test "$(y_of Omega short.yaml)" -lt "$(y_of Mind short.yaml)"
holds "it is read in its place" sh -c '"$0" inspect short.yaml --stage tags | grep -oE "(Before|Mind|After|The end)" | uniq | tr "\n" " " | grep -qx "Before Mind After The end "' "$BROCHURE"
guide 2 20 20 >long.yaml
holds "text that goes on makes room for it" test "$(page_of Mind long.yaml) $(ground long.yaml)" = "1 48 516 720"
holds "and is parted above it" test "$(page_of Omega long.yaml)" = 2
guide 2 28 20 >late.yaml
holds "where the text before it leaves no room, it stands at the next page's head" test "$(page_of Mind late.yaml) $(y_of Mind late.yaml)" = "2 84"
guide 2 28 1 >last.yaml
holds "and nothing of the next section comes before it" test "$(page_of Omega last.yaml)" -ge "$(page_of Mind last.yaml)"
guide 1 3 2 >one.yaml
holds "in one column it is as wide as that" test "$(ground one.yaml)" = "48 344 720"
sed 's/^    place: foot/    span: all\n&/' one.yaml >wide.yaml
holds "or as the frame when it asks for that" test "$(ground wide.yaml)" = "48 516 720"
sed 's/^language: en/language: ar/; s/columns: 1/columns: 1/' one.yaml >arabic.yaml
holds "from right to left it stands at the right" test "$(ground arabic.yaml)" = "220 344 720"
sed '/^  - text: Before/d' short.yaml >first.yaml
holds "what comes right after the heading goes to the foot, too" test "$(ground first.yaml)" = "48 516 720"
sed 's/^language: en/&\npublisher: {name: Clinic, phone: "+1 555 010 0100"}/' short.yaml >back.yaml
"$BROCHURE" build back.yaml >/dev/null 2>&1
holds "it leaves the last page's foot to the back block" test "$(pdfinfo back.pdf | awk '/^Pages/ { print $2 }')" = 1
holds "and stands below its section's text" test "$(y_of Mind back.yaml)" -lt "$(y_of Omega back.yaml)"
{ sed '/^- heading: Omega/,$d' short.yaml; printf '  - %s\n    place: foot\n  - text: Even more.\n' "$note"; } | sed 's/Mind/First/' >two.yaml
holds "one of two has the foot" test "$("$BROCHURE" inspect two.yaml --stage pages | awk '$1 == "path" && / cream / { n++; if ($3 + $5 == 720) low++ } END { print n, low }')" = "2 1"
printf 'brochure: 1\ntitle: T\nlanguage: en\nsections:\n- heading: A\n  place: foot\n  body: Text.\n' >section.yaml
fails "a section cannot ask for it" 1 "$BROCHURE" build section.yaml
says "which is said at its place" "section.yaml:6:10"
for file in short long late last one wide arabic first two; do
    fails "$file is built" 0 "$BROCHURE" build "$file.yaml"
done
