#!/bin/bash
# What is on the plates that Ghostscript makes of an edition for the press, and whether other readers see
# the same pages. 144 dots an inch: two to a point.
. tests/tap
top=$PWD
work=$TMPDIR/plates
mkdir -p "$work"
cd "$work" || exit 1
cat >theme.yaml <<'END'
theme: 1
extends: clinic
colors:
  rose: {hex: "#FBEDE7", spot: {name: "PANTONE 185 C", fallback: [0, 91, 76, 0]}}
END
cat >f.yaml <<'END'
brochure: 1
title: Plates
language: en-US
document: {issued: 2026-03-01}
theme: ./theme.yaml
editions: {print: {inks: [process, "PANTONE 185 C"], profile: swop, bleed: 9pt, marks: [crop, bleed]}}
cover: {}
sections:
- heading: One
  body:
  - Words of the body stand in black alone, and in no other ink.
  - callout: {kind: warning, title: Take care, body: Words that stand on a ground of their own ink and leave it whole.}
END
"$BROCHURE" build f.yaml -e print -o f.pdf --quiet || tap_failed=1
"$BROCHURE" inspect f.yaml -e print --stage pages >pages
gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -r144 -sOutputFile=%d.tif f.pdf || tap_failed=1
trim=$(qpdf --json f.pdf | jq '[.. | .["/TrimBox"]? // empty][0][0] * 2 | round')
bleed=18
plates=(Cyan Magenta Yellow Black 'PANTONE 185 C')

# part_of PAGE PLATE LEFT TOP WIDTH HEIGHT: that part of a plate, in dots; 255 is no ink.
part_of() {
    tifftopnm "$1($2).tif" 2>/dev/null | pamcut -left "$3" -top "$4" -width "$5" -height "$6"
}
# range PAGE PLATE PART...: its least and its greatest sample.
range() {
    part_of "$@" >part || return 1
    echo "$(pamsumm -min -brief part) $(pamsumm -max -brief part)"
}
blank() { [ "$(range "$@")" = "255 255" ]; }
full() { [ "$(range "$@")" = "0 0" ]; }
printed() { [ "$(range "$@" | cut -d' ' -f1)" -eq 0 ]; }
nowhere_blank() { [ "$(range "$@" | cut -d' ' -f2)" -lt 255 ]; }

# line WORDS: where the page's dump has them, from the sheet's corner: left, top, width, height in dots.
line() {
    awk -v trim="$trim" -v words="$1" '/^page / { page = $2 } index($0, "\"" words) && $1 == "text" {
        printf "%d %d %d %d\n", $2 * 2 + trim, ($3 - 12) * 2 + trim, $4 * 2, 32; exit }' pages
}
body=$(line "Words of the body")
ground=$(line "Words that stand")
holds "the pages tell where the words stand" test "$body" -a "$ground"
# shellcheck disable=SC2086 # four numbers
{
    holds "body text is on the black plate" printed 2 Black $body
    for plate in Cyan Magenta Yellow 'PANTONE 185 C'; do
        holds "and not on that of $plate" blank 2 "$plate" $body
    done
    holds "a spot ink has a plate of its name, whole below black type" full 2 'PANTONE 185 C' $ground
    holds "black type on it is printed" printed 2 Black $ground
    for plate in Cyan Magenta Yellow; do
        holds "the process ink $plate is not below a spot ink" blank 2 "$plate" $ground
    done
}

# The cover's ground is of four inks: over the trim on three sides, to the last dot of the bleed.
start=$((trim - bleed))
width=$((2 * 612 + 2 * bleed))
for plate in Cyan Magenta Yellow Black; do
    holds "$plate goes on to the bleed's upper edge" nowhere_blank 1 "$plate" "$start" "$((start + 1))" "$width" 1
    holds "$plate goes on to its left edge" nowhere_blank 1 "$plate" "$((start + 1))" "$start" 1 1200
    holds "$plate goes on to its right edge" nowhere_blank 1 "$plate" "$((start + width - 2))" "$start" 1 1200
    holds "$plate ends there" blank 1 "$plate" "$((start + 100))" "$((start - 5))" "$((width - 200))" 4
done

# Marks: above the bleed, at both ends of the sheet.
for plate in "${plates[@]}"; do
    holds "the marks at the left are on the plate $plate" printed 2 "$plate" 0 0 "$((trim + 4))" "$((start - 4))"
    holds "the marks at the right are, too" printed 2 "$plate" "$((start + width - bleed - 4))" 0 "$((bleed + 4))" "$((start - 4))"
done

# The same parts are inked, whoever reads the file: of each square of 16 points about as much.
agree() { # PDF PAGES
    pdftoppm -r 144 -gray "$1" poppler && mutool draw -q -r 144 -c gray -o mupdf-%d.pgm "$1" 2>/dev/null &&
        gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=pgmraw -r144 -dTextAlphaBits=4 -dGraphicsAlphaBits=4 \
            -sOutputFile=gs-%d.pgm "$1" || return 1
    for page in $(seq "$2"); do
        read -r width height < <(pamfile -size "gs-$page.pgm")
        for reader in poppler mupdf gs; do
            pamcut -width "$width" -height "$height" "$reader-$page.pgm" | pamthreshold -simple -threshold=0.985 |
                pamdepth 255 | pamscale -linear -reduce 32 >"$reader.pgm" || return 1
        done
        for pair in "poppler mupdf" "poppler gs" "mupdf gs"; do
            pamarith -difference "${pair% *}.pgm" "${pair#* }.pgm" >difference.pgm &&
                [ "$(pamsumm -max -brief difference.pgm)" -le 38 ] || { echo "$page: $pair"; return 1; }
        done
    done
}
holds "poppler, MuPDF and Ghostscript see the same sheets" agree f.pdf 2
"$BROCHURE" build "$top/content/car-t-cell-therapy.yaml" -e print -o guide.pdf --quiet || tap_failed=1
holds "and the same guide" agree guide.pdf 9
