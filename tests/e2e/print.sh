#!/bin/sh
# The edition for the press: its boxes, its inks, and what it refuses.
. tests/tap
cd "$TMPDIR" || exit 1
head_of() { # PAGE-SETTINGS EDITIONS
    printf 'brochure: 1\ntitle: Going home\nlanguage: en-US\ntheme: %s\n' "${3:-clinic}"
    printf 'document: {issued: 2026-03-01}\npage: {%s}\neditions: %s\ncover: {eyebrow: Guide}\n' "$1" "$2"
    cat <<'END'
sections:
  - heading: Rest
    body:
      - text: Rest for a [day](https://example.org/rest), then walk a little.
      - callout: {kind: warning, body: Call us at once.}
      - callout: {kind: note, body: You may eat.}
END
}
operators() { qpdf --qdf --object-streams=disable "$1" - 2>/dev/null; } # FILE
# FILE: the boxes of its first page, "Media bleed trim" as widths and heights.
boxes() { pdfinfo -f 1 -l 1 -box "$1" | awk '/(Media|Bleed|Trim)Box/ { printf "%s %.2f %.2f ", $(NF - 4), $(NF - 1) - $(NF - 3), $NF - $(NF - 2) }'; }

head_of 'size: letter' 'print' | sed 's/^editions:.*/editions: [print]/' >letter.yaml
fails "the press has an edition" 0 "$BROCHURE" build letter.yaml -o letter.pdf
holds "in PDF 1.6" sh -c 'head -c 8 letter.pdf | grep -qx %PDF-1.6'
holds "an American page bleeds an eighth of an inch, with room for crop marks" \
    test "$(boxes letter.pdf)" = "MediaBox: 672.35 852.35 BleedBox: 630.00 810.00 TrimBox: 612.00 792.00 "
"$BROCHURE" build letter.yaml -o again.pdf >built
holds "the same text gives the same file" cmp letter.pdf again.pdf
operators letter.pdf >letter.txt
holds "which has no live areas" test -z "$(grep -a /Annots letter.txt)"
holds "and is tagged" grep -qa /StructTreeRoot letter.txt
holds "it names its printing condition" grep -qa 'OutputConditionIdentifier (CGATS TR 001)' letter.txt
holds "no colour is one of screens" test -z "$(grep -aE '^[-.0-9 ]+ (rg|RG)$|/DeviceRGB' letter.txt)"
holds "type is black ink alone" grep -qax '0 0 0 1 k' letter.txt
holds "and overprints" grep -qa '/OP false' letter.txt
head_of 'size: A4' '{print: {profile: swop, marks: [none]}}' >a4.yaml
fails "other pages" 0 "$BROCHURE" build a4.yaml -o a4.pdf
holds "bleed 3 mm, and without marks there is no more room" \
    test "$(boxes a4.pdf)" = "MediaBox: 612.28 858.90 BleedBox: 612.28 858.90 TrimBox: 595.28 841.89 "
head_of 'size: letter' '{print: {bleed: 5mm, marks: [none]}}' >five.yaml
fails "an edition says how far" 0 "$BROCHURE" build five.yaml -o five.pdf
holds "and it is so" test "$(boxes five.pdf)" = "MediaBox: 640.35 820.35 BleedBox: 640.35 820.35 TrimBox: 612.00 792.00 "

# The ground of the cover reaches the edge of the bleed, at the head and at both sides.
edges() { # PDF: grey values at the middle of the head's edge, left and right
    pdftoppm -r 36 -f 1 -l 1 -gray -singlefile "$1" page
    pnmcut -left 150 -top 0 -width 1 -height 1 page.pgm | pnmtoplainpnm | tail -n 1
    pnmcut -left 0 -top 100 -width 1 -height 1 page.pgm | pnmtoplainpnm | tail -n 1
    pnmcut -left -2 -top 100 -width 1 -height 1 page.pgm | pnmtoplainpnm | tail -n 1
}
holds "colour reaches the edge of the bleed" sh -c 'echo "$1"; echo "$1" | awk "\$1 > 110 { exit 1 }"' sh "$(edges five.pdf)"

# pictures
ppmmake '#C81E1E' 40 40 | pnmtopng -size '11811 11811 1' >red.png 2>log
ppmmake '#C81E1E' 40 40 | pnmtojpeg -density=300x300dpi >red.jpg 2>log
head_of 'size: letter' '{print: {marks: [none]}, plain: {kind: print, inks: black, marks: [none]}}' |
    sed '/^cover/d; s/^    body:/&\n      - figure: {file: red.png, alt: Red}\n      - figure: {file: red.jpg, alt: Red}/' >pictures.yaml
fails "pictures are printed" 0 "$BROCHURE" build pictures.yaml -o ./
operators pictures-print.pdf >pictures.txt
holds "in process inks" test "$(grep -ca '/ColorSpace /DeviceCMYK' pictures.txt)" = 2
holds "none in colours of screens" test -z "$(grep -a '/DeviceRGB' pictures.txt)"
operators pictures-plain.pdf >plain.txt
holds "and in one ink" test "$(grep -ca '/ColorSpace /DeviceGray' plain.txt) $(grep -ca /DeviceCMYK plain.txt)" = "2 0"

# fewer inks
head_of 'size: letter' '{print: {inks: black, marks: [none]}}' >black.yaml
fails "there is an edition in one ink" 0 "$BROCHURE" build black.yaml -o black.pdf
operators black.pdf >black.txt
holds "of which nothing else is laid down" test -z "$(grep -aE '^[-.0-9 ]+ [kK]$' black.txt | grep -av '^0 0 0 ')"
holds "nor named" test -z "$(grep -aE '/Separation' black.txt)"
mkdir -p themes
cat >themes/ours.yaml <<'END'
theme: 1
extends: clinic
colors:
  brand: {hex: "#B00020", spot: {name: "PANTONE 1805 C", fallback: [5, 96, 80, 22]}}
  pale: {hex: "#FFC0CB", spot: {name: "PANTONE 706 C", fallback: [0, 25, 8, 0]}}
roles: {heading-3: {color: pale}}
END
head_of 'size: letter' '{print: {inks: [black, PANTONE 1805 C]}}' ours >two.yaml
fails "there is one in two" 0 "$BROCHURE" build two.yaml -o two.pdf
operators two.pdf >two.txt
holds "one of which has its own name and its fallback" sh -c 'tr -s "\n " "  " <two.txt | grep -qa "/Separation /PANTONE#201805#20C /DeviceCMYK << /C0 . 0 0 0 0 . /C1 . .05 .96 .8 .22 "'
holds "the other is black" test -z "$(grep -aE '^[-.0-9 ]+ [kK]$' two.txt | grep -av '^0 0 0 ')"
head_of 'size: letter' '{print: {inks: [black, PANTONE 706 C]}}' ours >pale.yaml
fails "an ink may be too pale for type" 0 "$BROCHURE" build pale.yaml -o pale.pdf
holds "and is then used for what the theme gives it alone" sh -c '! qpdf --qdf pale.pdf - | grep -qa "^/S0 cs"'
head_of 'size: letter' '{print: {inks: [process, PANTONE 1805 C]}}' ours | sed 's/^sections:/cover: {}\nsections:/; /^cover: {eye/d' >five-inks.yaml
fails "process inks may have one beside them" 0 "$BROCHURE" build five-inks.yaml -o five-inks.pdf
sed 's/1805/1807/' two.yaml >unknown.yaml
fails "an ink that the theme lacks is an error" 1 "$BROCHURE" build unknown.yaml -o none.pdf
says "at its place" 'unknown.yaml:7:'
says "with the nearest" 'PANTONE 1805 C'

# profiles
screen=/usr/share/color/icc/ghostscript/srgb.icc
fails "a profile of a screen is refused" 1 "$BROCHURE" build letter.yaml --profile $screen -o none.pdf
says "since it is for no press" 'its class is not `prtr`'
fails "so is a file that is none" 1 "$BROCHURE" build letter.yaml --profile letter.yaml -o none.pdf
says "which is said" 'it is no ICC profile'
fails "and one that is not there" 4 "$BROCHURE" build letter.yaml --profile lost.icc -o none.pdf
holds "nothing is written" test ! -e none.pdf
cp /usr/share/color/icc/ghostscript/default_cmyk.icc shop.icc
head_of 'size: letter' '{print: {profile: shop.icc}}' >shop.yaml
fails "the shop's own is taken" 0 "$BROCHURE" build shop.yaml -o shop.pdf
holds "and named by its file" sh -c 'qpdf --qdf --object-streams=disable shop.pdf - | grep -qa "/Info (shop)"'
head_of 'size: letter' '[print]' | sed '/^document/d' >undated.yaml
fails "a file without a date is an error" 1 "$BROCHURE" build undated.yaml -o none.pdf
says "at the edition" 'undated.yaml:6:12'
fails "unless the surroundings tell it" 0 env SOURCE_DATE_EPOCH=1700000000 "$BROCHURE" build undated.yaml -o dated.pdf
