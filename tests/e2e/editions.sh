#!/bin/sh
# Several editions of one file: what each leaves out and overrides, and faults that they share.
. tests/tap
themes=$PWD/content/themes
cd "$TMPDIR" || exit 1
cat >guide.yaml <<'END'
brochure: 1
title: A guide
language: en
editions:
  screen: {}
  handout: {kind: screen, page: {size: A5}}
sections:
  - {heading: One, body: For all.}
  - {heading: Two, body: 'Only printed.', when: {edition: handout}}
END
model() { # EDITION
    "$BROCHURE" inspect guide.yaml --stage model -e "$1"
}
fails "both editions are built in one run" 0 "$BROCHURE" build guide.yaml -o out/
holds "each has its file" test -s out/guide.pdf -a -s out/guide-handout.pdf
fails "the one has its part" 0 model handout
says "that is meant for it" "Only printed"
says "on its own page" "page 419"
fails "the other" 0 model screen
holds "has not" sh -c '! grep -q "Only printed" "$0"' "$TMPDIR/said"

sed -i 's/For all/For <all>/; s/Only/Only <b>/' guide.yaml
fails "a fault of all editions and one of what one of them leaves out" 1 "$BROCHURE" build guide.yaml -o out/ --diagnostic-format short
holds "are told once each" test "$(wc -l <"$TMPDIR/said")" -eq 2
sed -i 's/<all>/all/; s/<b>/[x](#nowhere)/' guide.yaml
fails "a link that one edition alone has" 1 "$BROCHURE" build guide.yaml -o out/ --diagnostic-format short
says "is looked for in that" "[B0505]"
fails "and not in another" 0 "$BROCHURE" build guide.yaml -o out/ -e screen

sed -i 's/\[x\](#nowhere)//; s/{size: A5}/{size: A5}, theme: mine.yaml/' guide.yaml
sed '/gutter/s/gutter/gutters/' "$themes/clinic.yaml" >mine.yaml
fails "a fault in the theme of one edition" 1 "$BROCHURE" build guide.yaml -o out/ --diagnostic-format short
says "is told" "mine.yaml:"
mkdir -p sub
printf 'theme: mine.yaml\n' >house.yaml
cp mine.yaml sub/mine.yaml && cp "$themes/clinic.yaml" mine.yaml
cp guide.yaml sub/guide.yaml
fails "a path of the house is not that of the brochure" 1 "$BROCHURE" build sub/guide.yaml -o out/ --diagnostic-format short
says "though it reads the same" "sub/mine.yaml:"
rm house.yaml
fails "and does not hinder the other" 0 "$BROCHURE" build guide.yaml -o out/ -e screen
