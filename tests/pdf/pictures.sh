#!/bin/sh
# Pictures of all kinds through to PDF, at a pixel for each point: the colours of their quarters, as
# a reader shows them. unit/pictures_test writes them, in cells of 60 by 60, six in a line.
. tests/tap
if ! command -v pdftoppm >/dev/null; then
    echo "ok - pdftoppm is not installed # SKIP"
    exit 0
fi
"$OUT/tests/unit/pictures_test" "$TMPDIR" || exit 1
pdftoppm -r 72 "$TMPDIR/pictures.pdf" "$TMPDIR/page" || exit 1
holds "qpdf finds no fault in it" qpdf --check "$TMPDIR/pictures.pdf"
header=$(head -n 3 "$TMPDIR/page-1.ppm" | wc -c)
holds "the page is 360 by 360" test "$(sed -n 2p "$TMPDIR/page-1.ppm")" = "360 360"

# pixel X Y: prints its red, green and blue.
pixel() {
    od -An -v -tu1 -j $((header + 3 * ($2 * 360 + $1))) -N 3 "$TMPDIR/page-1.ppm"
}

# color LETTER: red, green, blue, and how far a reader may be from it. Inks are what a press makes.
color() {
    case $1 in
    r) echo 255 0 0 6 ;; g) echo 0 255 0 6 ;; b) echo 0 0 255 6 ;; w) echo 255 255 255 6 ;;
    0) echo 0 0 0 6 ;; 1) echo 85 85 85 6 ;; 2) echo 170 170 170 6 ;;
    h) echo 127 255 127 6 ;; # green, half of it
    R) echo 237 28 36 30 ;; G) echo 0 166 81 30 ;; B) echo 46 49 146 30 ;;
    esac
}

cell=0
# quarters NAME TOP_LEFT TOP_RIGHT BOTTOM_LEFT BOTTOM_RIGHT: of the next picture.
quarters() {
    x=$((cell % 6 * 60 + 10))
    y=$((cell / 6 * 60 + 10))
    for quarter in "$2 8 8" "$3 32 8" "$4 8 32" "$5 32 32"; do
        # shellcheck disable=SC2086 # three words
        set -- "$1" $quarter
        echo "$(pixel $((x + $3)) $((y + $4))) $(color "$2")"
    done >"$TMPDIR/quarters"
    holds "$1" awk '
        { for (i = 1; i <= 3; i++) if ($i - $(i + 3) > $7 || $(i + 3) - $i > $7) { print; bad = 1 } }
        END { exit bad || NR != 4 }' "$TMPDIR/quarters"
    cell=$((cell + 1))
}

quarters "PNG in RGB" r g b w
quarters "interlaced, 16 bits" r g b w
quarters "in grey" 0 1 2 w
quarters "in grey, 2 bits" 0 1 2 w
quarters "in grey, 16 bits" 0 1 2 w
quarters "with a palette, 2 bits" r g b w
quarters "with a palette, 8 bits" r g b w
quarters "with a palette, interlaced" r g b w
quarters "with a palette that lets the page through" w h b w
quarters "with an alpha" w h b w
quarters "in grey with an alpha, 16 bits" w 2 2 w
quarters "with a colour that is hidden" w g b w
quarters "JPEG, upright" r g b w
quarters "mirrored" g r w b
quarters "upside down" w b g r
quarters "mirrored upside down" b w r g
quarters "on its side, mirrored" r b g w
quarters "turned right" b r w g
quarters "turned right, mirrored" w g b r
quarters "turned left" g w r b
quarters "in grey, progressive" 0 1 2 w
quarters "in RGB as it is, without a mark" r g b w
quarters "in inks" R G B w
