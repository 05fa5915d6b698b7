#!/bin/sh
# Work grows with a document's length, and not faster: counted steps, not seconds.
. tests/tap
for sections in 30 300; do
    awk -v sections=$sections -f bench/document.awk >"$TMPDIR/$sections.yaml"
    holds "$sections sections are built" "$BROCHURE" build "$TMPDIR/$sections.yaml" -e screen -o "$TMPDIR/$sections.pdf" --quiet
    "$BROCHURE" build "$TMPDIR/$sections.yaml" -e screen -o "$TMPDIR/$sections.pdf" --quiet --timings 2>"$TMPDIR/$sections.said"
done
# "N words shaped, N found in the cache, N candidate lines"
count() {
    sed -n 's/^\([0-9]*\) words shaped, \([0-9]*\) found in the cache, \([0-9]*\) candidate lines$/\'"$2"'/p' "$TMPDIR/$1.said"
}
holds "ten times the text has at most eleven times the candidate lines" test "$(count 300 3)" -le $((11 * $(count 30 3)))
# The numbers of 270 more sections and of their pages are new words, nothing else.
holds "a word that comes again is not shaped again" test "$(count 300 1)" -le $((3 * 270 + $(count 30 1)))
size() {
    wc -c <"$TMPDIR/$1.pdf"
}
holds "the file grows with the text" test "$(size 300)" -le $((11 * $(size 30)))
