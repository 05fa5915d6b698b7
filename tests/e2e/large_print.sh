#!/bin/sh
# The large-print edition: one column, 18pt and more, upright, wide tables as records.
. tests/tap
content=$PWD/content
cd "$TMPDIR" || exit 1
pages() { "$BROCHURE" inspect "$1" -e "${2:-large-print}" --stage pages; }
# Text keeps off the paper's edges: those of drawings, which are indented further, may be cropped.
on_paper() { awk '/^page/ { width = $3 } /^  text/ && ($2 < 20 || $2 + $4 > width - 20) { print; over++ } END { exit over > 0 || NR < 5 }' "$1"; }
for file in "$content"/*.yaml; do
    name=$(basename "$file" .yaml)
    pages "$content/$name.yaml" >"$name" || echo "not built" >"$name"
    # Drawings keep their type: it is indented further.
    holds "$name has no text under 18pt" awk '/^  text/ && $6 < 18 { print; small++ } END { exit small > 0 || NR < 20 }' "$name"
    holds "$name has no italics" sh -c '! grep -E "^  text .*(Italic|Vollkorn)" "$1"' sh "$name"
    holds "$name has one column" awk '/^  column/ { columns++ } /^  columns/ { wide++ } END { exit columns == 0 || wide > 0 }' "$name"
    # A space may stand behind the last word of a line.
    holds "$name has no line longer than 432pt" awk '/^page/ { page = $2 } /^  text/ && page > 1 && $4 > 432 + 6 { print; long++ } END { exit long > 0 }' "$name"
    holds "$name stands on its grid" awk '$1 == "off-grid" { beside += $2; held += $4 } END { exit beside > 0 || held == 0 }' "$name"
done
holds "the running head stands at 54" grep -qE '^  text [0-9.]+ 54 .*"CAR-T cell therapy" header' car-t-cell-therapy
holds "at the left" grep -qE '^  text 72 54 .*"CAR-T cell therapy" header' car-t-cell-therapy
holds "with no section beside it" test "$(grep -c 'header$' car-t-cell-therapy)" -eq "$(($(grep -c '^page' car-t-cell-therapy) - 1))"
holds "the folio at 750, at the left" grep -qE '^  text 72 750 .*"2 of [0-9]+" footer' car-t-cell-therapy
holds "id and version at the right" grep -qE '^  text [345].* 750 .*"car-t-cell-therapy, Version.1.0" footer' car-t-cell-therapy
holds "rules are as wide as the frame" grep -qE '^  path 72 [0-9.]+ 468 1.5 teal' car-t-cell-therapy
holds "the parts of a figure stand one below the other" test "$(awk '/^  path 72 [0-9.]+ 468 [0-9.]+ cream/' car-t-cell-therapy | wc -l)" -ge 5
holds "nothing is drawn between facts" awk '/"cell medicines named in this guide|^  text .*"CAR-T cell medicines named/ { between = 1 } /"sources that you can look up/ { found = between; between = 0 } between && /^  path/ { drawn++ } END { exit !found || drawn > 0 }' car-t-cell-therapy
holds "Arabic lines stand 3u apart" awk '/^  text .* 20 black/ { if (y && $3 - y == 36) lines++; if (y && $3 - y == 24) close_ones++; y = $3 } END { exit lines < 5 || close_ones > 0 }' first-visit-ar
holds "citations stand in brackets on the line" grep -qE '^  text .* Lato-Bold 18 teal "\[?1' car-t-cell-therapy

cat >dose.yaml <<'END_OF_FILE'
brochure: 1
title: Doses
language: en
page: {size: letter, columns: 2, pages: {exactly: 1}}
editions:
  screen: {}
  large-print: {size: 24pt}
sections:
  - heading: One
    body:
      - table: {caption: All doses, columns: [Who, Morning, Noon, Night], rows: [[Adults, "1", "2", "3"], [Children, "4", "5", "6"]], notes: Ask us.}
      - heading-free words.
END_OF_FILE
sed -i 's/heading-free words/The end/' dose.yaml
"$BROCHURE" inspect dose.yaml -e large-print --stage tags >tags
holds "a wide table is a list of records" test "$(grep -c 'LBody' tags)" -eq 2
holds "each cell behind the head of its column" sh -c 'tr -d "\n" <tags | grep -q "content \"Night\" *content \": \" *content \"3\""'
holds "with its caption and notes" sh -c 'grep -q "All doses" tags && grep -q "Ask us" tags'
"$BROCHURE" inspect dose.yaml -e screen --stage tags >tags
holds "and on screen a table" grep -q 'Table' tags
pages dose.yaml >large
holds "another size changes all in proportion" awk '/^  text/ { if ($6 < 24 - 0.01) small++; if ($6 == 24) body++ } $1 == "off-grid" { beside += $2 } END { exit small > 0 || body < 10 || beside > 0 }' large
holds "it takes the pages that it needs" "$BROCHURE" build dose.yaml --quiet -o out/
holds "and has its name" test -s out/dose-large-print.pdf -a -s out/dose.pdf

for fault in 'large-print: {size: 17pt}' 'large-print: {size: 29pt}'; do
    sed "s/^  large-print:.*/  $fault/" dose.yaml >faulty.yaml
    fails "$fault is an error" 1 "$BROCHURE" build faulty.yaml
    says "at its place" "large print is from 18pt to 28pt"
done
sed 's/^  large-print:.*/  screen2: {kind: screen, size: 20pt}/' dose.yaml >faulty.yaml
fails "a size of another edition is an error" 1 "$BROCHURE" build faulty.yaml
says "which is said" "is for editions of the kind"
{
    echo "theme: 1"
    sed -e '/^theme:/d; /^extends:/d' "$content/themes/clinic.yaml"
} >plain.yaml
fails "a theme without large print is an error" 1 "$BROCHURE" build dose.yaml -e large-print --theme plain.yaml
says "that names it" "the theme \`plain.yaml\` has no large print"

# The address at the end stands beside its symbol where there is room for it, else below.
cat >online.yaml <<'END_OF_FILE'
brochure: 1
title: Online
language: en
page: {size: a5}
editions: {large-print: {size: 18pt}}
document: {online: https://example.org/online}
publisher: {name: Us, phone: +1 555 010 0100}
sections: [{heading: One, body: Some words.}]
END_OF_FILE
address() { awk -v "beside=$1" '/^  text .*"Read online"/ { word = $2 } /^  text .*example.org/ { if (!at) at = $2 } /^page/ { start = 0.3 * $3 } END { exit !(word && word == at && (at > start) == beside) }' "$2"; }
for paper in 'a5 18pt 0' 'a5 24pt 0' 'letter 18pt 1' 'letter 24pt 0' 'letter 28pt 0'; do
    set -- $paper
    sed "s/a5/$1/; s/18pt/$2/" online.yaml >paper.yaml
    pages paper.yaml >online
    holds "the address is on the paper, $1 at $2" on_paper online
    holds "and stands where there is room for it" address "$3" online
done
sed 's/a5/{width: 85mm, height: 148mm}/; s/18pt/28pt/' online.yaml >paper.yaml
fails "no room for its symbol is an error" 1 "$BROCHURE" build paper.yaml
says "at the address" "6:20"

# Every size that may be asked for, on each brochure's own page and on small ones, in each theme.
cp -R "$content/images" .
resized() { # FILE SIZE PAGE
    awk -v page="$3" -v size="$2" '/^editions:/ || (page && /^page:/) { next } { print } /^language:/ { if (page) print "page: {size: " page "}"; print "editions: {large-print: {size: " size "pt}}" }' "$1"
}
for file in "$content"/*.yaml; do
    name=$(basename "$file" .yaml)
    for size in 18 20 24 28; do
        resized "$file" $size "" >resized.yaml
        holds "$name can be set in $size pt" sh -c '"$BROCHURE" inspect resized.yaml -e large-print --stage pages >resized 2>said || { cat said; exit 1; }'
        holds "on its paper" on_paper resized
        holds "nothing is smaller" awk -v size=$size '/^  text/ && $6 < size { print; small++ } END { exit small > 0 }' resized
        holds "its folio at its place" awk '/^page/ { height = $4 } /^  text .* footer$/ { if (place && height - $3 != place) moved++; place = height - $3; seen++ } END { exit moved > 0 || !seen || place > 54 }' resized
    done
    for theme in clinic quiet placard; do
        resized "$file" 18 a5 >resized.yaml
        holds "$name fits A5 in 18 pt, as $theme has it" "$BROCHURE" inspect resized.yaml -e large-print --stage pages --theme $theme
    done
done
for name in notice price-list medicine-leaflet appointment-letter; do
    resized "$content/$name.yaml" 18 "{width: 5in, height: 5in}" >resized.yaml
    holds "$name fits a page of 5 inches" "$BROCHURE" inspect resized.yaml -e large-print --stage pages --theme clinic
done

# What cannot be divided is an error, at its place.
resized "$content/appointment-letter.yaml" 28 "{width: 4in, height: 4in}" >resized.yaml
fails "what does not fit is an error" 1 "$BROCHURE" inspect resized.yaml -e large-print --stage pages --diagnostic-format short
holds "each at its place" sh -c 'grep -q "B070" "$1" && ! grep "error:" "$1" | grep -qvE "^[^:]+:[0-9]+:[0-9]+: error:"' sh "$TMPDIR/said"
