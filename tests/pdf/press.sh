#!/bin/sh
# Files for the press keep PDF/X-4 as far as it can be seen in a file (press.jq; press_faults.sh shows what it finds).
# Those that claim PDF/A-2a and PDF/UA-1 beside it, by one profile for both, are judged by veraPDF, too: it finds
# colours of screens, groups, fonts and inks in its own way.
. tests/tap
. tests/pdf/press_check
export SOURCE_DATE_EPOCH=1700000000
set --
for file in tests/golden/features/*.yaml; do
    case $file in */large*) ;; *) set -- "$@" "$file" ;; esac # are laid out for large print
done
for file in content/*.yaml; do
    [ "$file" = content/house.yaml ] || set -- "$@" "$file"
done
holds "all are built" "$BROCHURE" build "$@" -e print -o "$TMPDIR/x-4/" --quiet
cat >"$TMPDIR/inks.yaml" <<'YAML'
brochure: 1
title: Inks
language: en-US
page: {size: A5}
theme: quiet
editions:
  print: {marks: [crop, registration], profile: swop, standard: [x-4, a-2a, ua-1]}
  spot: {kind: print, inks: [black, PANTONE 484 C], profile: swop, standard: [x-4, a-2a], links: qr}
  black: {kind: print, inks: black, profile: swop, bleed: 5mm, marks: [none], links: list}
sections:
  - heading: One
    body: Some *words* and [a page](https://example.org/page).
YAML
holds "with inks of their own, too" "$BROCHURE" build "$TMPDIR/inks.yaml" -o "$TMPDIR/x-4/" --quiet
# Sheets are for the press like pages, but nothing on them is tagged.
holds "booklets are built" "$BROCHURE" build content/car-t-cell-therapy.yaml content/first-visit-ar.yaml content/notice.yaml \
    "$TMPDIR/inks.yaml" -e booklet -o "$TMPDIR/sheets/" --quiet
for pdf in "$TMPDIR"/sheets/*.pdf; do
    press_faults "$pdf" | grep -v '^tagged' >"$TMPDIR/faults"
    holds "${pdf##*/} is for the press" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$TMPDIR/faults"
    holds "${pdf##*/} is not tagged" sh -c 'pdfinfo "$1" | grep -q "Tagged: *no"' sh "$pdf"
done
for pdf in "$TMPDIR"/x-4/*.pdf; do
    press_faults "$pdf" >"$TMPDIR/faults"
    holds "${pdf##*/} is for the press" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$TMPDIR/faults"
    jq -r -f tests/pdf/structure.jq "$TMPDIR/whole.json" >"$TMPDIR/faults" || echo "it cannot be read" >>"$TMPDIR/faults"
    holds "${pdf##*/} is tagged as others are" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$TMPDIR/faults"
done

. tests/pdf/verapdf
for list in x-4,a-2a x-4,a-2a,ua-1; do
    holds "files for $list are built" "$BROCHURE" build "$@" -e print --pdf-standard "$list" -o "$TMPDIR/$list/" --quiet
done
keeps 2a "$TMPDIR"/x-4,a-2a/*.pdf "$TMPDIR"/x-4/inks-print.pdf "$TMPDIR"/x-4/inks-spot.pdf
keeps 2a "$TMPDIR"/x-4,a-2a,ua-1/*.pdf
keeps ua1 "$TMPDIR"/x-4,a-2a,ua-1/*.pdf "$TMPDIR"/x-4/inks-print.pdf
