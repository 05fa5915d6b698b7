#!/bin/sh
# The writer's sample files, read by the readers that there are: none may complain, and all find the
# text, the fonts and the structure. Readers that are not installed are passed over.
folder=${TMPDIR:-/tmp}/pdf-readers.$$
mkdir -p "$folder" && cd "$folder" || exit 1
trap 'rm -rf "$folder"' EXIT
case $OUT in /*) ;; *) OUT=$OLDPWD/$OUT ;; esac
"$OUT/tests/unit/pdf_test" "$folder" || exit 1

result() { # STATUS RULE
    if [ "$1" -eq 0 ]; then
        echo "ok - $2"
    else
        echo "not ok - $2"
        sed 's/^/# /' said
    fi
}

silent() { # RULE COMMAND...: it succeeds and says nothing
    rule=$1
    shift
    command -v "$1" >/dev/null || return 0
    "$@" >said 2>&1 && [ ! -s said ]
    result $? "$rule"
}

holds() { # RULE TEXT COMMAND...: what it says has a line with the text
    rule=$1 text=$2
    shift 2
    command -v "$1" >/dev/null || return 0
    "$@" >said 2>&1
    grep -qF -- "$text" said
    result $? "$rule"
}

for file in *.pdf; do
    holds "qpdf finds no fault in $file" 'No syntax or stream encoding errors found' qpdf --check "$file"
    silent "Ghostscript draws $file without a word" gs -q -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=nullpage "$file"
    silent "poppler draws $file without a word" pdftoppm -r 30 -png "$file" drawn
    holds "poppler finds $file tagged" 'Tagged:          yes' pdfinfo "$file"
done
if command -v mutool >/dev/null; then
    mutool draw -q -F txt -o mutool.txt brochure.pdf >said 2>&1
    holds 'MuPDF reads the text' 'AVATAR Waffles To.' cat mutool.txt
fi
holds 'ligatures and kerning leave the text whole' 'An efficient office: Différence' pdftotext brochure.pdf -
holds 'a word broken at a line end is one word' 'treatment is efficient. Read' pdfinfo -struct-text brochure.pdf
holds 'a paragraph goes over the page in one element' '"and ends here. See "' pdfinfo -struct-text brochure.pdf
holds 'a link is in the structure' 'Object' pdfinfo -struct-text brochure.pdf
holds 'links are live' 'https://example.org/%C3%A4' pdfinfo -url brochure.pdf
holds 'fonts are embedded subsets that can be read back' 'Custom           yes yes yes' pdffonts brochure.pdf
[ ! -e elements.pdf ] || holds 'CFF faces are embedded bare' 'CID Type 0C' pdffonts elements.pdf
[ ! -e elements.pdf ] || holds 'table heads have a scope' '/Scope /Column' pdfinfo -struct elements.pdf
[ ! -e arabic.pdf ] || holds 'plain Arabic reads in order' 'العلاج بالخلايا' pdftotext arabic.pdf -
[ ! -e japanese.pdf ] || holds 'a CID-keyed face reads back' '細胞療法 CAR-T' pdftotext japanese.pdf -
