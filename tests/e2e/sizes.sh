#!/bin/sh
# Where the frame, the running head and the folio stand in the house theme on pages of each size (look.md, 3).
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # PAGE: its settings; one paragraph of three pages
    printf 'brochure: 1\ntitle: T\nlanguage: en\npage: {%s}\nsections:\n- heading: Alpha\n  body: >\n' "$1"
    seq 300 | sed 's/.*/    Words stand here to fill all the lines of a paragraph & that goes on and on./'
}
# FILE: of page 2, the least x and the first and last baselines of text, and the baselines of its head and foot.
measures() {
    "$BROCHURE" inspect "$1" --stage pages | awk '
        /^page/ { page = $2 }
        page != 2 || $1 != "text" { next }
        / header$/ { head = $3 + 0; next }
        / footer$/ { foot = $3 + 0; next }
        { if (left == "" || $2 + 0 < left) left = $2 + 0
          if (first == "" || $3 + 0 < first) first = $3 + 0
          if ($3 + 0 > last) last = $3 + 0 }
        END { print left, first, last, head, foot }'
}
# FILE WIDTH: the folio ends where the frame does.
folio_ends() {
    "$BROCHURE" inspect "$1" --stage pages | awk -v want="$2" '
        /^page/ { page = $2 }
        page == 2 && $1 == "text" && / footer$/ { end = $2 + $4 }
        END { print end; exit !(end > want - 0.2 && end < want + 0.2) }'
}
guide 'size: letter, columns: 2' >letter.yaml
guide 'size: A4, columns: 2' >a4.yaml
guide 'size: A5' >a5.yaml
guide 'size: A5, orientation: landscape' >turned.yaml
guide 'size: {width: 148mm, height: 210mm}' >sides.yaml
guide 'size: {width: 150mm, height: 210mm}' >other.yaml
holds "Letter: frame from 48, lines from 76 to 716, head at 44, folio at 748" test "$(measures letter.yaml)" = "48 76 716 44 748"
holds "A4: frame from 48, lines from 76 to 764, folio at 796" test "$(measures a4.yaml)" = "48 76 764 44 796"
holds "A5: side margins of 36, the frame's height in whole u" test "$(measures a5.yaml)" = "36 76 508 44 548"
holds "and so turned, where two columns have room" test "$(measures turned.yaml | cut -d' ' -f1,4)" = "36 44"
holds "a page that is given by the sides of an A5 is one" test "$(measures sides.yaml)" = "36 76 508 44 548"
holds "any other is as the theme has it" test "$(measures other.yaml | cut -d' ' -f1)" = 48
holds "the frame ends 48 from a Letter's edge" folio_ends letter.yaml 564
holds "and from an A4's" folio_ends a4.yaml 547.3
holds "36 from an A5's" folio_ends a5.yaml 383.5
# An edition with a page of its own has a theme of its own, also after one of the brochure's page.
sed 's/^language: en$/&\neditions: {screen: {}, small: {kind: screen, page: {size: A5}}}/' letter.yaml >both.yaml
fails "two editions of different sizes are built" 0 "$BROCHURE" build both.yaml -o out/
small=$(pdftotext -bbox -f 2 -l 2 out/both-small.pdf - | sed -n 's/.*<word xMin="\([0-9.]*\)".*/\1/p' | sort -n | head -n 1)
holds "each with its own margins" test "${small%%.*}" -ge 35 -a "${small%%.*}" -le 36
