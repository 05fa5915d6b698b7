#!/bin/sh
# Every page of every brochure looks as it did: beside small grey pictures that are kept in
# tests/golden/brochures/, NAME-PAGE.png. With --again they are drawn anew (`make golden`).
#
# Readers of other versions smooth the edges of letters a little otherwise, so both pictures are blurred
# over 3 by 3 pixels first; no point may then differ by more than 17 of 255, and the pages as they are by
# no more than 0.5 on the average. The end of this file holds that to what has to pass and to fail.
. tests/tap
for program in pdftoppm pnmtopng; do
    if ! command -v $program >/dev/null; then
        echo "ok - $program is not installed # SKIP"
        exit 0
    fi
done
kept=$PWD/tests/golden/brochures
work=$TMPDIR/pictures

# draw PDF PREFIX: its pages, 48 pixels to the inch, as PREFIX-PAGE.pgm.
draw() {
    pdftoppm -gray -r 48 "$1" "$2"
    for page in "$2"-0*.pgm; do
        [ ! -e "$page" ] || mv "$page" "$2-$(echo "${page#"$2"-}" | sed 's/^0*//')"
    done
}

# same ONE OTHER: says the largest and the mean difference, fails when they are too large.
same() {
    pnmsmooth -quiet -width 3 -height 3 "$1" >"$work/one.blurred" &&
        pnmsmooth -quiet -width 3 -height 3 "$2" >"$work/other.blurred" &&
        pamarith -quiet -difference "$work/one.blurred" "$work/other.blurred" >"$work/blurred" &&
        pamarith -quiet -difference "$1" "$2" >"$work/sharp" || return 1
    echo "$(pamsumm -brief -max "$work/blurred") $(pamsumm -brief -mean "$work/sharp")" |
        awk '{ print "differs by " $1 " at most, " $2 " on the average"; exit $1 > 17 || $2 > 0.5 }'
}

# compare NAME PAGE: with the kept picture.
compare() {
    pngtopnm -quiet "$kept/$1-$2.png" >"$work/kept.pgm" && same "$work/kept.pgm" "$work/$1-$2.pgm"
}

mkdir -p "$work"
[ "$1" ] && rm -f "$kept"/*.png
for file in $(grep -l '^brochure:' content/*.yaml); do
    name=$(basename "$file" .yaml)
    "$BROCHURE" build "$file" -e screen --quiet -o "$work/$name.pdf" && draw "$work/$name.pdf" "$work/$name"
    for page in "$work/$name"-[0-9]*.pgm; do
        number=$(basename "${page#"$work/$name"-}" .pgm)
        if [ "$1" ]; then
            pnmtopng -quiet -compression 9 "$page" >"$kept/$name-$number.png"
        else
            holds "$name, page $number looks as it did" compare "$name" "$number"
        fi
    done
done
[ ! "$1" ] || exit 0
for picture in "$kept"/*.png; do
    page=$(basename "$picture" .png)
    [ -e "$work/$page.pgm" ] || holds "$page, which has a picture, is drawn" false
done
holds "the pictures are small together" test "$(cat "$kept"/*.png | wc -c)" -lt 1000000

# What passes and what fails: the guide in themes that differ from its own by one thing.
cp -r content "$work/content"
# looks_the_same KEYS: whether no page looks otherwise with these keys of a theme.
looks_the_same() {
    printf 'theme: 1\nextends: clinic\n%s\n' "$1" >"$work/content/themes/other.yaml"
    "$BROCHURE" build "$work/content/car-t-cell-therapy.yaml" --theme other -e screen --quiet -o "$work/other.pdf" || return 2
    rm -f "$work"/other-*.pgm
    draw "$work/other.pdf" "$work/other"
    for page in "$work"/other-[0-9]*.pgm; do
        same "$work/car-t-cell-therapy-${page#"$work"/other-}" "$page" || return 1
    done
}
fails "the same theme by another name passes" 0 looks_the_same ''
fails "edges of letters that are smoothed otherwise pass" 0 looks_the_same 'page: {margins: {top: 64.05, bottom: 71.95}}'
fails "pages that are shifted by 2 points fail" 1 looks_the_same 'page: {margins: {top: 66, bottom: 70}}'
fails "lines that are shifted by 2 points fail" 1 looks_the_same 'roles: {heading-2: {base: 14}}'
fails "lost rules above headings fail" 1 looks_the_same 'roles: {heading-1: {rule: {width: 0.75, gap: 1u, color: white}}}'
fails "lost hair rules fail" 1 looks_the_same 'blocks: {steps: {rule: {width: 0.5, gap: 1u, color: white}}}'
fails "lost bullets fail" 1 looks_the_same 'lists: {bullets: [{mark: disc, width: 4.2, height: 4.2, inset: 0.6, centre: 3.1, color: white}, {mark: bar, width: 6, height: 1, inset: 0, centre: 3.1, color: white}]}'
fails "another grey of the text fails" 1 looks_the_same 'colors: {black: {hex: "#5A5A5A", cmyk: [0, 0, 0, 70]}}'
