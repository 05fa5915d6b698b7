#!/bin/sh
# Pictures with more pixels than an edition shows are resampled, and the line of the file says so.
. tests/tap
cd "$TMPDIR" || exit 1
# In a column of 344 pt 1600 pixels are 335 to an inch, 700 are 147.
awk 'BEGIN {
    print "P3 1600 1000 255"
    for (y = 0; y < 1000; y++)
        for (x = 0; x < 1600; x++)
            print int(x / 1600 * 255), int(y / 1000 * 255), (x * y) % 251
}' >photo.ppm
pnmtopng photo.ppm >photo.png 2>said
pnmtojpeg -quality 95 photo.ppm >photo.jpg 2>said
ppmtopgm photo.ppm | pamditherbw >scan.pbm
pnmtopng scan.pbm >scan.png 2>said
pamscale -xsize 700 photo.ppm | pnmtopng >middling.png 2>said
# brochure EDITIONS FIGURE...: prints one with these figures.
brochure() {
    printf 'brochure: 1\ntitle: Pictures\nlanguage: en-US\ndocument: {issued: 2025-06-27}\neditions: %s\nsections:\n' "$1"
    shift
    printf '  - heading: One\n    body:\n'
    for figure; do
        printf '      - figure: {file: %s, alt: A picture}\n' "$figure"
    done
}
# sizes FILE: prints a line "WIDTH ENCODING X-PPI" for each image.
sizes() {
    pdfimages -list "$1" | awk 'NR > 2 { print $4, $9, $13 }'
}
is() { # TEXT COMMAND...
    wanted=$1
    shift
    "$@" >is.said
    cat is.said
    [ "$(cat is.said)" = "$wanted" ]
}

brochure '{screen: {}, large-print: {}, fine: {kind: screen, resolution: 2400}, web: {kind: screen, resolution: 96}}' \
    photo.jpg photo.png >two.yaml
holds "editions are built" sh -c '"$1" build two.yaml >said' sh "$BROCHURE"
holds "a line says how many pictures" grep -qE '^two.pdf  screen  .* KB  [0-9]+ ms  2 pictures resampled to 150 ppi$' said
holds "large print has them as fine" grep -q '^two-large-print.pdf .*  2 pictures resampled to 150 ppi$' said
holds "an edition may say how fine" grep -q '^two-web.pdf .*  2 pictures resampled to 96 ppi$' said
holds "what is below it says nothing" grep -qE '^two-fine.pdf  fine  .* KB  [0-9]+ ms$' said
holds "JPEG stays JPEG, PNG does not become it" is "717 jpeg 150
717 image 150" sizes two.pdf
holds "they have the edition's resolution" is "459 jpeg 96
459 image 96" sizes two-web.pdf
holds "or the file's own bytes" is "1600 jpeg 335
1600 image 335" sizes two-fine.pdf
holds "files are smaller for it" test "$(wc -c <two.pdf)" -lt "$(($(wc -c <two-fine.pdf) / 2))"
holds "qpdf finds no fault" qpdf --check two.pdf
pdftoppm -r 40 two.pdf small && pdftoppm -r 40 two-fine.pdf whole
holds "pages look alike" sh -c 'pnmpsnr small-1.ppm whole-1.ppm 2>&1 | awk "/dB|differ/ { n++; for (i = 1; i <= NF; i++) if (\$i + 0 > 0 && \$i < 26) bad = 1 } END { exit bad || !n }"'
holds "again, the same bytes" sh -c '"$1" build two.yaml -o again/ -j 2 --quiet && cmp two.pdf again/two.pdf' sh "$BROCHURE"

brochure '[screen]' scan.png middling.png >kept.yaml
holds "scans, and what is little too fine, stay" is "" sh -c '"$1" build kept.yaml | grep resampled' sh "$BROCHURE"
holds "with all their pixels" is "1600 image 335
700 image 147" sizes kept.pdf

# The largest place counts: on the cover it needs all that it has.
brochure '[screen]' photo.jpg >cover.yaml
printf 'cover: {image: {file: photo.jpg, alt: A picture}}\n' >>cover.yaml
holds "a picture stays as fine as its largest place needs" is "" sh -c '"$1" build cover.yaml | grep resampled' sh "$BROCHURE"
holds "though a smaller one would need less" is "1600 jpeg 148
1600 jpeg 335" sizes cover.pdf
holds "one image for both" test "$(pdfimages -list cover.pdf | awk 'NR > 2 { print $11 }' | sort -u | wc -l)" -eq 1

holds "a manifest names the library" sh -c '
    "$1" build two.yaml -o m/ --manifest m.json --quiet && jq -e ".. | objects | select(has(\"libzimg\"))" m.json' sh "$BROCHURE"
brochure '{text: {resolution: 150}}' photo.jpg >text.yaml
fails "text has none" 1 "$BROCHURE" build text.yaml
says "and says so" 'text has no pictures, and no `resolution`'
