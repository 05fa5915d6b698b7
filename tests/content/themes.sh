#!/bin/sh
# The colours of every theme: text stands out from every ground that it may stand on, and none takes more
# ink than uncoated paper holds.
. tests/tap
for file in content/themes/*.yaml; do
    name=$(basename "$file" .yaml)
    "$BROCHURE" themes "$name" >"$TMPDIR/$name"
    holds "$name has colours that can be read and printed" awk -f tests/content/contrast.awk "$TMPDIR/$name"
done
sed 's/^\(roles.lead.color *\)night/\1hair/; s/\[100, 90, 20, 12\]/[100, 90, 20, 16]/' "$TMPDIR/placard" >"$TMPDIR/faulty"
fails "pale text and too much ink" 1 awk -f tests/content/contrast.awk "$TMPDIR/faulty"
holds "are found, the text on each of its grounds" test "$(grep -c '^lead on ' "$TMPDIR/said") $(grep -c 'takes 226' "$TMPDIR/said")" = "4 1"
