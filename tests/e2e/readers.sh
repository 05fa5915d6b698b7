#!/bin/sh
# Every brochure of content/ and of tests/golden/, read by the readers that there are: none says a
# word. Readers that are not installed are passed over.
. tests/tap
mkdir "$TMPDIR/pdf"
set -- tests/golden/features/*.yaml
for file in content/*.yaml; do
    [ "$file" = content/house.yaml ] || set -- "$@" "$file"
done
holds "all are built" "$BROCHURE" build "$@" -e screen -o "$TMPDIR/pdf/" --quiet

silent() { # RULE COMMAND...: it succeeds and says nothing
    rule=$1
    shift
    command -v "$1" >/dev/null || return 0
    "$@" >"$TMPDIR/reader" 2>&1
    reader_status=$?
    # A MuPDF that was built without colour profiles says so of every file.
    sed -i '/ICC support is not available/d' "$TMPDIR/reader"
    holds "$rule" sh -c 'cat "$1"; [ "$2" -eq 0 ] && [ ! -s "$1" ]' sh "$TMPDIR/reader" $reader_status
}

for pdf in "$TMPDIR"/pdf/*.pdf; do
    name=${pdf##*/}
    holds "qpdf finds no fault in $name" sh -c 'qpdf --check "$1" | grep -q "No syntax or stream encoding errors found"' sh "$pdf"
    silent "MuPDF draws $name" mutool draw -q -r 30 -o "$TMPDIR/drawn%d.png" "$pdf"
    silent "MuPDF reads the text of $name" mutool draw -q -F stext -o "$TMPDIR/drawn.stext" "$pdf"
    holds "MuPDF lists the pages of $name" sh -c 'mutool info "$1" 2>&1 | grep -q "^Pages: [1-9]"' sh "$pdf"
    silent "Ghostscript draws $name" gs -q -dNOPAUSE -dBATCH -dSAFER -dPDFSTOPONERROR -sDEVICE=nullpage "$pdf"
    silent "poppler draws $name" pdftoppm -r 30 -png "$pdf" "$TMPDIR/drawn"
    silent "poppler reads the text of $name" pdftotext "$pdf" "$TMPDIR/drawn.txt"
    holds "poppler finds $name tagged" sh -c 'pdfinfo "$1" 2>&1 | grep -q "^Tagged: *yes"' sh "$pdf"
    holds "each font of $name is an embedded subset that can be read back" sh -c '
        pdffonts "$1" | awk "NR > 2 && !/ yes +yes +yes +[0-9]+ +[0-9]+\$/ { print; bad = 1 } END { exit bad || NR < 3 }"' sh "$pdf"
done
