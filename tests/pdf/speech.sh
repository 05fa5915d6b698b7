#!/bin/sh
# What a screen reader says of each brochure of content/, from the PDF's own tags, beside its source: the
# text edition, which is made from the model, knows headings, lists and words, and neither pages nor tags.
. tests/tap
work=$TMPDIR
blanks() { sed 's/\xc2\xa0/ /g; s/\xe2\x81\xa6//g; s/\xe2\x81\xa9//g' "$1"; } # FILE, without isolates
# Words in their order, whatever signs stand round them; the lines below headings are none.
words() { blanks "$1" | grep -vE '^(=+|-+|~+|\^+|\++)$' | sed 's/[][().,;:!?“”‘’"«»¿¡*_…،؛؟ـ☐-]/ /g' | tr -s ' \n\t' '\n' | grep -v '^$'; }
# A drawing is spoken before its caption, where the text has both in one.
without_figures() { awk 'BEGIN { RS = ""; ORS = "\n\n" } !/^(Figure|Figura|الشكل) [0-9]/' "$1"; }
# Headings as "LEVEL TEXT": a line of signs says the level of the one before it. The title is none of them.
of_text() { blanks "$1" | awk '/^-+$/ && kept != "" { print 1, kept } /^~+$/ && kept != "" { print 2, kept } /^\^+$/ && kept != "" { print 3, kept } { kept = $0 }'; }
of_speech() { blanks "$1" | sed -n 's/^ *Heading level \([1-6]\): /\1 /p' | sed 's/\[link \([^,]*\), to [^]]*\]/\1/g'; }
# What the text edition says of callouts and the speech need not: warnings are announced by both.
kinds='Note|Nota|ملاحظة|Tip|Consejo'

for file in $(grep -l '^brochure:' content/*.yaml); do
    name=$(basename "$file" .yaml)
    "$BROCHURE" build "$file" -e text -o "$work/$name.txt" --quiet
    fails "$name is spoken" 0 "$BROCHURE" inspect "$file" -e screen --stage speech
    cp "$work/said" "$work/$name.speech"
    holds "$name: all is read" test "$(wc -w <"$work/$name.speech")" -ge "$(($(wc -w <"$work/$name.txt") * 9 / 10))"
    words "$work/$name.txt" >"$work/written"
    words "$work/$name.speech" >"$work/spoken"
    sort -u "$work/spoken" >"$work/each"
    sort -u "$work/written" | comm -23 - "$work/each" | grep -vxE "$kinds" >"$work/silent"
    holds "$name: each word of the text is spoken" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$work/silent"
    without_figures "$work/$name.txt" >"$work/unpictured"
    words "$work/unpictured" | diff -d - "$work/spoken" | sed -n 's/^< //p' | grep -vxE "$kinds" >"$work/moved"
    holds "$name: as often as the text has it, in the same order" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$work/moved"
    of_text "$work/$name.txt" >"$work/one"
    of_speech "$work/$name.speech" >"$work/other"
    holds "$name: headings are announced at their levels, in their order" diff "$work/one" "$work/other"
    holds "$name: there are headings" test -s "$work/one"
    boxes=$(grep -cE '^ *\[[ x]\] ' "$work/$name.txt")
    said=$(grep -cE '^ *(to do|done|por hacer|لم يتم بعد): ' "$work/$name.speech")
    holds "$name: $boxes boxes say what is to be done" test "$boxes" -eq "$said"
    sed -n 's/^ *alt: *"\{0,1\}\(.*[^"]\)"\{0,1\}$/\1/p' "$file" | grep -v '^[|>]' >"$work/alts"
    sed 's/\[link \([^,]*\), to [^]]*\]/\1/g' "$work/$name.speech" >"$work/plain"
    while read -r alt; do
        holds "$name: a figure says: ${alt%% *} ..." grep -qF "Figure: ${alt%%\{*}" "$work/plain"
    done <"$work/alts"
done

# Roles, counts and places, of a brochure that has one of each.
cat >"$work/all.yaml" <<'END'
brochure: 1
title: All
language: en-US
sections:
  - heading: One
    body:
      - text: "See [the page](https://example.org/x), or [the list](#two)."
      - callout: {kind: warning, title: Stop here, body: Call us.}
      - callout: {kind: warning, body: Call us now.}
      - text: "- [ ] Bring a friend.\n- [x] Pack."
      - quote: {text: No worry is too small., source: A nurse}
      - table: {caption: Doses, columns: [Medicine, mg], header-column: true, rows: [[Aciclovir, "400"], [Allopurinol, ""]]}
      - figure: {file: dot.svg, alt: A dot.}
  - heading: Two
    id: two
    body: "One\n\n- a\n- b\n\n  - c\n\n1. first\n2. second"
END
printf '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><circle cx="10" cy="10" r="8" fill="#0B4A58"/></svg>' >"$work/dot.svg"
fails "all roles are spoken" 0 "$BROCHURE" inspect "$work/all.yaml" --stage speech
cp "$TMPDIR/said" "$TMPDIR/kept"
line() { holds "it says: $1" grep -qxF -- "$1" "$TMPDIR/kept"; }
line 'Document in en-US, 2 pages'
line 'Heading level 1: One'
line 'See [link the page, to https://example.org/x], or [link the list, to Two].'
line 'Warning'
line 'Stop here'
line 'List with 2 items'
line '  to do: Bring a friend.'
line '  done: Pack.'
line 'Quote'
line 'Table with 2 columns and 3 rows'
line '  Row 1, column 1, column head: Medicine'
line '  Row 2, column 1, row head, Medicine: Aciclovir'
line '  Row 2, column 2, Aciclovir, mg: 400'
line '  Row 3, column 2, Allopurinol, mg: blank'
line 'Figure: A dot.'
line '  Bullet: a'
line '    Bullet: c'
line '  1.: first'
for theme in quiet placard; do
    fails "a warning announces itself in $theme" 0 "$BROCHURE" inspect "$work/all.yaml" --theme $theme --stage speech
    holds "before its title" sh -c 'grep -qx "Warning: Stop here" "$1" || grep -A1 -x Warning "$1" | grep -qx "Stop here"' sh "$TMPDIR/said"
done
