#!/bin/bash
# What `inspect --stage inks` says of the ink on each page, beside the plates that Ghostscript makes of
# the file: means, and the highest square of 15 mm, within two percent of full ink.
. tests/tap
plate=$PWD/tests/pdf/plate.awk
work=$TMPDIR/inks
mkdir -p "$work"

# plates PDF: a line "page ink mean highest" for each plate, by the trim; of 40.64 dots an inch, so that the
# square has a whole number of them. Without the adjustment that makes of a dot a whole one where any of it is inked.
plates() {
    local file name ink
    rm -rf "$work/plates"
    mkdir "$work/plates"
    gs -q -dNOPAUSE -dBATCH -dSAFER -sDEVICE=tiffsep -dUseTrimBox -r325.12 -dDownScaleFactor=8 \
        -sOutputFile="$work/plates/%d.tif" -c '0 0 .setfilladjust2' -f "$1" || return 1
    for file in "$work"/plates/*'('*.tif; do
        name=${file##*/}
        ink=${name#*\(}
        echo "${name%%(*} ${ink%).tif} $(tifftopnm "$file" 2>/dev/null | pnmtoplainpnm | awk -f "$plate")"
    done
}

# said: the same of what the program prints on standard input.
said() {
    awk '/^page / { page = $2 }
         / mean / && !/^  all inks/ { sub(/^ +/, ""); ink = $0; sub(/: mean.*/, "", ink)
             match($0, /mean [0-9.]+/); mean = substr($0, RSTART + 5, RLENGTH - 5)
             match($0, /highest [0-9.]+/); print page, ink, mean, substr($0, RSTART + 8, RLENGTH - 8) }'
}

# near SAID MADE: an ink that one of them does not have is none.
near() {
    awk 'function far(a, b) { return a - b > 2 || b - a > 2 }
         { key = $1 " " $2; keys[key]; if (FNR == NR) { mean[key] = $3; high[key] = $4 } else { made[key] = $3; top[key] = $4 } }
         END { for (key in keys) {
                 if (far(mean[key], made[key]) || far(high[key], top[key])) {
                     print key ": said " mean[key] + 0 ", " high[key] + 0 "; made " made[key] + 0 ", " top[key] + 0
                     bad = 1
                 }
                 plates++
             }
             exit bad || plates < 4 }' "$1" "$2"
}

for file in $(grep -l '^brochure:' content/*.yaml); do
    name=$(basename "$file" .yaml)
    "$BROCHURE" build "$file" -e print -o "$work/$name.pdf" --quiet || tap_failed=1
    "$BROCHURE" inspect "$file" -e print --stage inks | said >"$work/said"
    plates "$work/$name.pdf" >"$work/made"
    holds "the inks of $name are those of its plates" near "$work/said" "$work/made"
done

# A spot ink has a plate of its own, a clip and an alpha count, and black type leaves what is below it.
cat >"$work/spot.yaml" <<'END'
brochure: 1
title: Spot
language: en-US
document: {issued: 2025-06-27}
theme: ./spot-theme.yaml
editions: {print: {inks: [process, "PANTONE 185 C"], profile: swop}}
sections:
- heading: One
  body:
  - callout: {kind: warning, title: Take care, body: Words that stand on a ground of their own.}
  - figure: {file: shapes.svg, alt: Shapes}
END
cat >"$work/spot-theme.yaml" <<'END'
theme: 1
extends: clinic
colors:
  rose: {hex: "#FBEDE7", spot: {name: "PANTONE 185 C", fallback: [0, 91, 76, 0]}}
END
cat >"$work/shapes.svg" <<'END'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60">
<defs><linearGradient id="g"><stop offset="0" stop-color="#FBEDE7"/><stop offset="1" stop-color="#B0341F"/></linearGradient>
<clipPath id="c"><circle cx="30" cy="30" r="25"/></clipPath></defs>
<rect width="60" height="60" fill="url(#g)" clip-path="url(#c)"/>
<g opacity="0.5"><rect x="60" width="40" height="60" fill="#B0341F"/><rect x="80" width="40" height="40" fill="#0B4A58"/></g>
<path d="M65 50H115" stroke="#1A1A1A" stroke-width="4" stroke-dasharray="6 3"/>
<path d="M10 10H50V50H10Z M20 20H40V40H20Z" fill="#E3D5BC" fill-rule="evenodd"/>
</svg>
END
"$BROCHURE" build "$work/spot.yaml" -e print -o "$work/spot.pdf" --quiet || tap_failed=1
"$BROCHURE" inspect "$work/spot.yaml" -e print --stage inks >"$work/all"
holds "a spot ink is measured by its name" grep -q "^  PANTONE 185 C: mean" "$work/all"
said <"$work/all" | sed 's/PANTONE 185 C/PANTONE/' >"$work/said"
plates "$work/spot.pdf" | sed 's/PANTONE 185 C/PANTONE/' >"$work/made"
holds "the inks of clips, alphas, gradients and dashes are those of their plates" near "$work/said" "$work/made"

# Pictures of greys and of colours, as JPEG and PNG: packed ones count, too.
pgmramp -lr 800 400 >"$work/ramp.pgm"
pnmtojpeg -density=300x300dpi "$work/ramp.pgm" >"$work/grey.jpg" 2>"$work/log"
pnmtopng -size '11811 11811 1' "$work/ramp.pgm" >"$work/grey.png" 2>"$work/log"
ppmmake '#C81E1E' 800 400 | pnmtojpeg -density=300x300dpi >"$work/red.jpg" 2>"$work/log"
cat >"$work/pictures.yaml" <<'END'
brochure: 1
title: Pictures
language: en-US
document: {issued: 2025-06-27}
editions: {print: {profile: swop}}
sections:
- heading: One
  body:
  - figure: {file: grey.jpg, alt: Grey}
  - figure: {file: grey.png, alt: Grey}
  - figure: {file: red.jpg, alt: Red}
END
"$BROCHURE" build "$work/pictures.yaml" -e print -o "$work/pictures.pdf" --quiet || tap_failed=1
"$BROCHURE" inspect "$work/pictures.yaml" -e print --stage inks >"$work/all"
holds "each picture is counted" test "$(grep -c 'not counted' "$work/all")" -eq 0
said <"$work/all" >"$work/said"
plates "$work/pictures.pdf" >"$work/made"
holds "the inks of pictures are those of their plates" near "$work/said" "$work/made"

fails "an edition for screens has no inks: status 2" 2 "$BROCHURE" inspect content/notice.yaml -e screen --stage inks
says "it is told which edition to name" "is for no press"
