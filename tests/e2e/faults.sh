#!/bin/sh
# All faults of a file come in one run, each at its place, in every format; and faults that no file
# of content alone brings about: of themes, of fonts, of sizes.
. tests/tap
themes=$PWD/content/themes
top=$PWD
cd "$TMPDIR" || exit 1
cat >faulty.yaml <<'END'
brochure: 1
titel: A slip
title: Faults
language: en_US
document: {issued: 2025-02-30, status: final}
page: {size: A9, columns: 5, fold: z}
publisher: {email: a b, web: example.org}
cover: {eybrow: Guide}
sections:
- heading: One
  id: a b
  body: |
    A <b>bold</b> word, and [nowhere](#nowhere).[@nobody]

    ## Skipped

    ---

    - One
    -

    Your team may include:
- heading: Two
- heading:
  body: "A picture ![x](y.png)"
references:
  items:
  - {id: r, type: thesys, title: T}
  - {id: s, type: webpage, title: T, URL: example.org, DOI: doi:10.1/x, accessed: soon}
END
cat >expected <<'END'
2:1 B0301
4:11 B0310
5:20 B0309
5:40 B0306
6:14 B0306
6:27 B0307
6:36 B0303
7:12 B0302
7:20 B0507
7:30 B0507
8:9 B0301
11:7 B0317
13:7 B0404
13:14 B0404
13:30 B0505
13:50 B0501
15:8 B0414
17:5 B0405
20:5 B0408
22:26 B0403
23:12 B0402
24:11 B0305
25:22 B0406
28:19 B0508
29:43 B0507
29:61 B0506
29:83 B0309
END
places() { # of messages in the short format
    sed -n 's/^faulty.yaml:\([0-9]*:[0-9]*\): .*\[\(B[0-9]*\)\]$/\1 \2/p' said | grep -v B0503
}
fails "a file with many faults is refused" 1 "$BROCHURE" build faulty.yaml --diagnostic-format short
holds "all are said in one run, each at its place" sh -c 'diff -u "$1" -' sh expected <<END
$(places)
END
cp said short
fails "and as JSON" 1 "$BROCHURE" build faulty.yaml --diagnostic-format json
cp said json
if command -v jq >/dev/null; then
    holds "which a parser takes" jq -e . json
    jq -r '"\(.file):\(.line):\(.column): \(.severity): \(.message) [\(.code)]"' json >from-json
    holds "with the same codes, places and words" diff -u short from-json
    holds "each place has an end behind its beginning" test -z "$(jq -c 'select((.endLine < .line) or
        (.endLine == .line and .endColumn < .column))' json)"
fi
fails "and for people" 1 "$BROCHURE" build faulty.yaml
holds "with as many places" test "$(grep -c '^  --> faulty.yaml:' said)" -eq "$(wc -l <short)"
holds "nothing is written" test ! -e faulty.pdf

# The page that the first brochure is made from has this DOI with a space in it.
cp -R "$top/content/images" images
sed 's|DOI: 10.1038/s41571-022-00607-3|DOI: 10.1038/s41571-022- 00607-3|' "$top/content/car-t-cell-therapy.yaml" >doi.yaml
line=$(grep -n 'DOI: 10.1038/s41571-022- 00607-3' doi.yaml | cut -d : -f 1)
fails "a malformed DOI is an error" 1 "$BROCHURE" build doi.yaml --diagnostic-format short
says "at its line and column" "doi.yaml:$line:31: error: a DOI has no spaces [B0506]"
holds "and nothing else is said" test "$(wc -l <said)" -eq 1
fails "it has a mend" 1 "$BROCHURE" build doi.yaml
says "the DOI without the space" "hint: write 10.1038/s41571-022-00607-3"

# Themes.
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections: [{heading: One, body: "Some words, as [a link](https://example.org)."}]\n' >good.yaml
theme() { # NAME SED-SCRIPT
    sed "$2" "$themes/clinic.yaml" >"$1.yaml"
}
theme colour 's/ink: {hex: "#0B4A58"/ink: {hex: "#0B4A5"/'
fails "a malformed colour" 1 "$BROCHURE" build good.yaml --theme ./colour.yaml --diagnostic-format short
says "is placed in the theme" "colour.yaml:$(grep -n 0B4A5 colour.yaml | head -n 1 | cut -d : -f 1):14: error:"
says "a malformed colour has its code" B0311
theme family 's/^fonts: {text: Lato/fonts: {text: Latto/'
fails "an unknown family" 1 "$BROCHURE" build good.yaml --theme ./family.yaml
says "an unknown family has its code" B0602
says "and a hint" 'did you mean `Lato`?'
theme caps 's/^  body: {font: text,/  body: {font: text, caps: small,/'
fails "small capitals that a face does not have" 1 "$BROCHURE" build good.yaml --theme ./caps.yaml
says "are an error, and not made up" B0606
theme hyphens 's/hyphenate: auto}/hyphenate: always}/'
sed 's/en-US/fi/' good.yaml >finnish.yaml
fails "a language without hyphenation" 0 "$BROCHURE" build finnish.yaml --theme ./hyphens.yaml
says "is a warning" B0607
printf 'theme: 2\n' >version.yaml
fails "a theme of another version is refused" 1 "$BROCHURE" build good.yaml --theme ./version.yaml

# Fonts.
mkdir faces
head -c 5000 /usr/share/fonts/truetype/lato/Lato-Regular.ttf >faces/Lato-Regular.ttf
fails "a font that is cut off" 1 "$BROCHURE" build good.yaml --font-path faces
says "is told as such" B0604
echo no font >faces/Lato-Regular.ttf
fails "a file that is no font" 1 "$BROCHURE" build good.yaml --font-path faces
says "is told as well" B0604
# fsType is the ninth byte of OS/2, after its version, width and class.
os2=$(LC_ALL=C grep -abo 'OS/2' /usr/share/fonts/truetype/lato/Lato-Regular.ttf | head -n 1 | cut -d : -f 1)
cp /usr/share/fonts/truetype/lato/Lato-Regular.ttf faces/
table=$(od -An -tu1 -j $((os2 + 8)) -N 4 faces/Lato-Regular.ttf | awk '{ print (($1 * 256 + $2) * 256 + $3) * 256 + $4 }')
printf '\000\002' | dd of=faces/Lato-Regular.ttf bs=1 seek=$((table + 8)) conv=notrunc 2>dd.said
fails "a font whose licence bits forbid embedding" 1 "$BROCHURE" build good.yaml --font-path faces
says "is refused" B0605

# Sizes.
head -c 17000000 /dev/zero | tr '\0' '#' >large.yaml
fails "a file over the limit is refused" 4 "$BROCHURE" build large.yaml
says "with its code" B0103
{ cat good.yaml; printf 'x-many: ['; yes 'a,' | head -n 1000001 | tr -d '\n'; printf 'a]\n'; } >many.yaml
fails "a file of a million nodes is refused" 1 "$BROCHURE" build many.yaml
says "by the count" B0204
