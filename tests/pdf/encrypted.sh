#!/bin/bash
# Encrypted files keep PDF/UA-1, as veraPDF judges, and whatever the random numbers in them are, others open them.
. tests/tap
. tests/pdf/verapdf
brochure=$PWD/content/car-t-cell-therapy.yaml
file=$TMPDIR/locked.pdf
printf 'of four words\n' >"$TMPDIR/password"

build() {
    "$BROCHURE" build "$brochure" -e screen -o "$file" --quiet --encrypt "user=file:$TMPDIR/password"
}
opened() { # veraPDF's status 8: it cannot open the file
    # shellcheck disable=SC2086 # the command is a list of words
    $verapdf -f ua1 --format text -v --password "of four words" "$file" >"$TMPDIR/verdict" 2>&1
    [ $? -ne 8 ] && ! grep -q "could not be" "$TMPDIR/verdict"
}
# About one in ten such files, those of qpdf's own program among them, veraPDF 1.28 does not open, though poppler, MuPDF
# and Ghostscript do: then another is made.
for _ in 1 2 3 4 5 6; do
    build
    holds "poppler opens it" pdfinfo -upw "of four words" "$file"
    opened && break
done
holds "an encrypted file keeps ua1" sh -c 'cat "$1"; grep -q "^PASS" "$1"' sh "$TMPDIR/verdict"
