#!/bin/sh
# The gallery: every page that a brochure has is drawn, and its index page shows it.
. tests/tap
here=$PWD
fails "a gallery of one brochure in one theme is drawn" 0 scripts/gallery "$BROCHURE" "$TMPDIR/g" clinic content/price-list.yaml
cd "$TMPDIR/g" || exit 1
pages=$(pdfinfo price-list-clinic.pdf | awk '/^Pages/ { print $2 }')
holds "each page has its picture" test "$(ls price-list-clinic-*.png | wc -l)" -eq "$pages"
holds "the index shows each three times: alone, two-up and in grey" test "$(grep -o '<img src="[^"]*"' index.html | wc -l)" -eq $((3 * pages))
missing=0
for page in $(sed -n 's/.*<img src="\([^"]*\)".*/\1/p' index.html); do
    test -s "$page" || missing=$((missing + 1))
done
holds "and shows nothing that is not there" test "$missing" -eq 0
holds "each has a text in its place" test "$(grep -c 'alt="price-list-clinic, page [0-9]*"' index.html)" -eq $((3 * pages))
cd "$here" || exit 1
fails "a theme that is not there is an error" 1 scripts/gallery "$BROCHURE" "$TMPDIR/h" nothing content/notice.yaml
holds "without an index" test ! -e "$TMPDIR/h/index.html"
fails "a brochure of one page is drawn in a theme where it takes two" 0 scripts/gallery "$BROCHURE" "$TMPDIR/l" placard content/appointment-letter.yaml
holds "with both" test "$(ls "$TMPDIR"/l/*-placard-*.png | wc -l)" -eq 2
