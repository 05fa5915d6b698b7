#!/bin/sh
# Booklets as a print shop gets them: sheets, their order, and what is refused.
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # EDITION-SETTINGS [PAGES]: pages of one section each
    printf 'brochure: 1\ntitle: Pages\nlanguage: %s\ndocument: {id: P-1, issued: 2026-03-01}\n' "${3:-en-US}"
    printf 'page: {size: A5}\neditions: {print: {profile: swop}, booklet: {profile: swop%s}}\nsections:\n' "$1"
    seq "${2:-6}" | sed 's/.*/  - {heading: Alpha&, body: Word&., break-before: page}/; 1s/, break-before: page//'
}
# FILE: for each side, the numbers of the headings on it, as they stand from left to right.
sides() {
    pages=$(pdfinfo "$1" | awk '/^Pages/ { print $2 }')
    for page in $(seq "$pages"); do
        pdftotext -f "$page" -l "$page" -bbox "$1" - | sed -n 's/.*xMin="\([0-9.]*\)".*>\.*Word\([0-9]*\)\.*<.*/\1 \2/p' | sort -n |
            awk '{ printf "%s%s", n++ ? "+" : "", $2 } END { printf " " }'
    done
}
guide '' >saddle.yaml
fails "a booklet is built" 0 "$BROCHURE" build saddle.yaml -e booklet -o saddle.pdf
holds "it stands on sheets: the last page beside the first, blanks before the last" test "$(sides saddle.pdf)" = "6+1 2 3 4+5 "
guide '' 8 >eight.yaml
"$BROCHURE" build eight.yaml -e booklet -o eight.pdf --quiet
holds "eight pages fill two sheets" test "$(sides eight.pdf)" = "8+1 2+7 6+3 4+5 "
holds "the sheets are not tagged" sh -c 'pdfinfo eight.pdf | grep -q "Tagged: *no"'
holds "the file is for the press" sh -c 'head -c 8 eight.pdf | grep -qx %PDF-1.6'
holds "and names a condition" sh -c 'qpdf --qdf --object-streams=disable eight.pdf - | grep -qa GTS_PDFX'
guide '' 8 ar | sed 's/profile: swop}/&/' >rtl.yaml
"$BROCHURE" build rtl.yaml -e booklet -o rtl.pdf --quiet
holds "a text from right to left is bound at its right" test "$(sides rtl.pdf)" = "1+8 7+2 3+6 5+4 "
guide ', binding: perfect, signature: 4' 8 >perfect.yaml
"$BROCHURE" build perfect.yaml -e booklet -o perfect.pdf --quiet
holds "signatures stand behind each other" test "$(sides perfect.pdf)" = "4+1 2+3 8+5 6+7 "
guide ', binding: cut-stack, gutter: 4mm' 8 >stack.yaml
"$BROCHURE" build stack.yaml -e booklet -o stack.pdf --quiet
holds "piles are stacked" test "$(sides stack.pdf)" = "1+5 6+2 3+7 8+4 "
guide ', binding: work-and-turn' 8 >turn.yaml
"$BROCHURE" build turn.yaml -e booklet -o turn.pdf --quiet
holds "front and back stand on one form" test "$(sides turn.pdf)" = "1+2 3+4 5+6 7+8 "
guide ', sheet: A3, marks: [crop, fold, registration, color-bar, slug]' 8 >marks.yaml
fails "all marks are drawn" 0 "$BROCHURE" build marks.yaml -e booklet -o marks.pdf
holds "the slug says job, date, sheet, edition and inks" sh -c 'pdftotext marks.pdf - | tr "\n" " " | grep -q "P-1 · Pages · 2026-03-01 · sheet 1, front · booklet · Cyan, Magenta, Yellow, Black"'
holds "the sheet is what was asked for, turned" sh -c 'pdfinfo marks.pdf | grep -q "Page size: *1190.55 x 841.89"'
"$BROCHURE" build marks.yaml -e booklet -o again.pdf --quiet
holds "the same text gives the same file" cmp marks.pdf again.pdf
guide ', dummy: true' 8 >dummy.yaml
fails "a dummy shows the numbers" 0 "$BROCHURE" build dummy.yaml -e booklet -o dummy.pdf
holds "of its pages alone" test "$(pdftotext -f 1 -l 1 dummy.pdf - | tr -s '\n\f' '  ' | sed 's/ *$//')" = "8 1"
guide ', sheet: A4' 8 >small.yaml
fails "a sheet that is too small is refused" 1 "$BROCHURE" build small.yaml -e booklet -o none.pdf
says "at its place" 'small.yaml:6:'
says "with what it takes" 'the pages take'
guide ', padding: error' >padding.yaml
fails "blanks can be refused" 1 "$BROCHURE" build padding.yaml -e booklet -o none.pdf
says "with the number" '6 pages cannot be bound so'
guide ', binding: cut-stack, marks: [crop, fold]' >folds.yaml
fails "what is not folded has no fold marks" 1 "$BROCHURE" build folds.yaml -e booklet -o none.pdf
says "which is said" 'nothing is folded in the edition `booklet`'
guide ', n-up: 4' >four.yaml
fails "folded sheets have two pages on a side" 1 "$BROCHURE" build four.yaml -e booklet -o none.pdf
sed 's/print: {profile: swop}/print: {profile: swop, binding: saddle}/' saddle.yaml >print.yaml
fails "other editions have no binding" 1 "$BROCHURE" build print.yaml -e print -o none.pdf
says "which is said" '`binding` is for editions of the kind `booklet`'
holds "nothing was written" test ! -e none.pdf
