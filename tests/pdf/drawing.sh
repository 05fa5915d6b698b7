#!/bin/sh
# tests/pdf/drawing.svg through to PDF, at 96 dots an inch: a pixel for each unit of the drawing.
. tests/tap
if ! command -v pdftoppm >/dev/null; then
    echo "ok - pdftoppm is not installed # SKIP"
    exit 0
fi
"$OUT/tests/unit/art_test" "$TMPDIR" || exit 1
pdftoppm -r 96 "$TMPDIR/drawing.pdf" "$TMPDIR/page" || exit 1
holds "qpdf finds no fault in it" qpdf --check "$TMPDIR/drawing.pdf"

# pixel X Y: prints its red, green and blue. The header is "P6", width and height, 255, a line each.
header=$(head -n 3 "$TMPDIR/page-1.ppm" | wc -c)
holds "the page is 400 by 300" test "$(sed -n 2p "$TMPDIR/page-1.ppm")" = "400 300"
pixel() {
    od -An -v -tu1 -j $((header + 3 * ($2 * 400 + $1))) -N 3 "$TMPDIR/page-1.ppm" | tr -s ' ' | sed 's/^ //'
}

# is NAME X Y RED GREEN BLUE: within 6 of 255, because readers blend and convert differently.
is() {
    pixel "$2" "$3" >"$TMPDIR/pixel"
    holds "$1 ($(cat "$TMPDIR/pixel"))" awk -v r="$4" -v g="$5" -v b="$6" '
        function near(a, b) { return a - b <= 6 && b - a <= 6 }
        { good = near($1, r) && near($2, g) && near($3, b) } END { exit !good }' "$TMPDIR/pixel"
}

is "a class fills a rectangle" 50 40 31 111 122
is "nothing lies beside it" 97 40 255 255 255
is "a gradient begins red" 115 40 223 32 0
is "is green in the middle" 150 40 0 255 0
is "and ends blue" 185 40 0 32 223
is "a rounded corner is cut" 111 11 255 255 255
is "a stroke runs along the edge" 150 10 0 0 0
is "a ball is lit where its focus is" 234 34 255 255 255
is "a clip cuts" 292 15 255 255 255
is "and leaves" 330 30 255 165 0
is "one part over the other" 330 70 128 0 128
is "a group lets the page through" 20 120 255 128 128
is "not its own parts" 50 140 128 128 255
is "a gradient in user space runs down" 150 140 0 255 0
is "a dash is drawn" 214 120 0 0 0
is "a gap is not" 231 120 255 255 255
is "even and odd make a hole" 350 135 255 255 255
is "an alpha fills around it" 350 160 102 179 102
is "a copy is drawn" 40 235 255 215 0
is "and has its own stroke" 108 203 220 20 60
is "an unequal scale makes a pen wide" 140 250 0 0 128
is "and narrow" 180 230 0 0 128
is "but not filled" 180 250 255 255 255
is "a gradient fades" 60 285 128 128 192
is "to nothing" 107 285 250 250 252
