#!/bin/sh
# The list of references on its pages: numbers that align on their digits, links there and back,
# addresses in pieces that are whole again when joined.
. tests/tap
# brochure COUNT LANGUAGE: one with so many references, each cited and with a long address.
brochure() {
    echo "brochure: 1"
    echo "title: T"
    echo "language: $2"
    echo "page: {columns: 2}"
    echo "sections:"
    echo "- heading: H"
    echo "  body: |"
    for i in $(seq "$1"); do echo "    Text number $i stands here.[@r$i]"; done
    echo "references:"
    echo "  items:"
    for i in $(seq "$1"); do
        echo "  - {id: r$i, type: webpage, title: Entry $i, accessed: 2024-05-06," \
            "URL: \"https://www.example.org/guides/$i/what-to-expect/after-a-visit.html?page=$i&lang=en#top\"}"
    done
}
pages() { "$BROCHURE" inspect "$1" --stage pages; }
# Where the numbers of the list end, or begin: one place for each column.
edges() { # FILE SIDE
    pages "$1" | awk -v side="$2" '
        / link .* #citation-/ { x = side == "right" ? sprintf("%.1f", $2 + $4) : sprintf("%.1f", $2); seen[x]++ }
        END { for (x in seen) print x }' | wc -l
}
brochure 120 en-US >"$TMPDIR/many.yaml"
brochure 12 en-US >"$TMPDIR/few.yaml"
brochure 12 ar >"$TMPDIR/arabic.yaml"
for name in many few; do
    holds "numbers of $name references end in one place in each column" \
        test "$(edges "$TMPDIR/$name.yaml" right)" = 2
done
holds "in right-to-left text, too, they stand before their entries" test "$(edges "$TMPDIR/arabic.yaml" left)" = 2
holds "three digits stand within the column" sh -c \
    '! "$1" inspect "$2" --stage pages | awk "/ link .* #citation-/ && \$2 < 48" | grep .' sh "$BROCHURE" "$TMPDIR/many.yaml"
holds "each entry leads back to where it is cited" test \
    "$(pages "$TMPDIR/many.yaml" | grep -c ' link .* #citation-')" = 120
# Long entries break, with two lines at least on either side; short ones do not.
{
    printf 'brochure: 1\ntitle: T\nlanguage: en-US\npage: {columns: 2, size: A5}\nsections:\n- {heading: H, body: Text.}\n'
    printf 'references:\n  items:\n'
    for i in $(seq 40); do
        words=$((i * 37 % 150 + 10))
        echo "  - '$(seq $words | sed 's/.*/word/' | tr '\n' ' ')end.'"
    done
} >"$TMPDIR/long.yaml"
"$BROCHURE" inspect "$TMPDIR/long.yaml" --stage pages | awk '
    function column_ends() {
        # Lines since the last number: the entry goes on in the next column when it has not ended.
        if (lines && !ended) { split_entries++; if (lines < 2) { print "foot: " lines; bad = 1 } rest = 1 }
    }
    /Lato-Bold 8.5 teal "[0-9]+\. "/ { if ($3 < y - 1) column_ends(); y = $3; lines = 0; after = 0; ended = 0; label = 1; rest = 0; next }
    /Lato-Regular 8.5 black/ {
        if (!label && $3 < y - 1) { column_ends(); lines = 0; after = 0 }
        y = $3; label = 0; lines++
        if (/end\."$/) { if (rest && lines < 2) { print "head: " lines; bad = 1 } ended = 1; rest = 0 }
    }
    END { print split_entries " entries broken"; exit bad || split_entries < 2 }' >"$TMPDIR/said"
status=$?
holds "a long entry breaks with two lines on either side" sh -c 'cat "$1"; exit "$2"' sh "$TMPDIR/said" $status

# Pieces of one address follow each other; none is short, and none ends in a hyphen that is not its own.
"$BROCHURE" inspect "$TMPDIR/many.yaml" --stage pages | awk '
    / link .* <https/ { split($0, part, /[<>]/); address = part[2]; if (address != last) count++; last = address }
    END { exit count != 120 }' >"$TMPDIR/said"
holds "each address is one link" test $? -eq 0
"$BROCHURE" inspect "$TMPDIR/many.yaml" --stage pages | awk '
    / text / { text = $0; sub(/^[^"]*"/, "", text); sub(/"[^"]*$/, "", text); next }
    / link .* <https/ {
        split($0, part, /[<>]/)
        if (part[2] != address) { if (address != "" && joined != address) { print "lost: " joined " of " address; bad = 1 }
            address = part[2]; joined = "" }
        joined = joined text
        if (length(text) < 4) { print "short: " text; bad = 1 }
        if (text ~ /-$/) { print "hyphen: " text; bad = 1 }
    }
    END { if (joined != address) bad = 1; exit bad }' >"$TMPDIR/said"
status=$?
holds "the pieces of an address make it whole, and none is short or ends in a hyphen" sh -c \
    'cat "$1"; exit "$2"' sh "$TMPDIR/said" $status
