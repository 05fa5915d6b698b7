#!/bin/bash
# Each fault that a writer makes gives its own diagnostic, and no other, at its own line and column;
# the exit status tells its kind, and the file that was there before stays byte for byte.
. tests/tap
themes=$PWD/content/themes
cd "$TMPDIR" || exit 1

# said_is SAID EXPECTED: each message of the short format, reduced to "place code".
said_is() {
    sed 's/^\([^ ]*:[0-9]*:[0-9]*\): .*\[\(B[0-9]*\)\]$/\1 \2/' "$1" >places
    printf '%s\n' "$2" | diff -u - places && cmp f.pdf old.pdf
}
# fault RULE STATUS "PLACE CODE" [OPTION...]: of f.yaml on standard input.
fault() {
    local rule=$1 status=$2 expected=$3
    shift 3
    cat >f.yaml
    fails "$rule: status $status" "$status" "$BROCHURE" build f.yaml --diagnostic-format short "$@"
    cp "$TMPDIR/said" short
    holds "$rule: $expected" said_is short "$expected"
}
# mends RULE TEXT: the message of the last fault has this hint.
mends() {
    "$BROCHURE" build f.yaml >"$TMPDIR/said" 2>&1
    says "$1: the mend" "$2"
}
# A brochure whose body is on standard input, from line 7, column 5.
body() {
    printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n  body: |\n'
    sed 's/^/    /'
}
# One whose blocks are on standard input, from line 7, column 3.
blocks() {
    printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n  body:\n'
    sed 's/^/  /'
}
# One with these lines at the top, from line 4.
top() {
    printf 'brochure: 1\ntitle: T\nlanguage: en-US\n'
    cat
    printf 'sections: [{heading: One, body: Words.}]\n'
}
plain='sections: [{heading: One, body: Words.}]'
printf 'brochure: 1\ntitle: Old\nlanguage: en-US\n%s\n' "$plain" >old.yaml
"$BROCHURE" build old.yaml --quiet
cp old.pdf f.pdf

# Bytes and YAML.
printf 'brochure: 1\ntitle: Caf\351\n' | fault "not UTF-8" 1 "f.yaml:2:11 B0104"
printf 'brochure: 1\ntitle: T\nlanguage: en-US\ndocument:\n\tid: x\n%s\n' "$plain" |
    fault "a tab in the indentation" 1 "f.yaml:5:1 B0210"
printf 'brochure: 1\ntitle: T\nlanguage: en-US\ndocument:\n \302\240id: x\n%s\n' "$plain" |
    fault "a no-break space in the indentation" 1 "f.yaml:5:2 B0210"
printf 'brochure: 1\ntitle: T\nlanguage: en-US\npublisher:\n  name: N\n \302\240phone: x\n%s\n' "$plain" |
    fault "a no-break space beside plain ones" 1 "f.yaml:6:2 B0210"
printf 'lead: A\nlead: B\n' | top | fault "a key given twice" 1 "f.yaml:5:1 B0202"
printf 'publsher: {name: N}\n' | top | fault "an unknown key" 1 "f.yaml:4:1 B0301"
mends "an unknown key" "did you mean \`publisher\`?"
printf -- '- Words.\n- callut: {body: Words.}\n' | blocks | fault "an unknown block" 1 "f.yaml:8:5 B0301"
mends "an unknown block" "did you mean \`callout\`?"
printf 'editions: [screen, prnt]\n' | top | fault "an unknown edition" 1 "f.yaml:4:20 B0314"
mends "an unknown edition" "did you mean \`print\`?"
printf 'brochure: 7\ntitle: T\nlanguage: en-US\n%s\n' "$plain" | fault "an unknown format version" 1 "f.yaml:1:11 B0312"
printf 'publisher: [N]\n' | top | fault "a value of the wrong type" 1 "f.yaml:4:12 B0304"
printf 'brochure: 1\nlanguage: en-US\n%s\n' "$plain" | fault "a missing title" 1 "f.yaml:1:1 B0302"
printf 'brochure: 1\ntitle: T\n%s\n' "$plain" | fault "a missing language" 1 "f.yaml:1:1 B0302"
printf 'brochure: 1\ntitle: T\nlanguage: en_US\n%s\n' "$plain" | fault "a malformed language tag" 1 "f.yaml:3:11 B0310"
printf 'document: {issued: 2025-02-29}\n' | top | fault "a day that does not exist" 1 "f.yaml:4:20 B0309"
printf 'page: {size: {width: 210, height: 297mm}}\n' | top | fault "a length without a unit" 1 "f.yaml:4:22 B0308"

# Themes.
mkdir themes
printf 'theme: 1\nextends: clinic\ncolors:\n  ink: "#0B4A5"\n' >themes/bad.yaml
printf 'theme: bad\n' | top | fault "a malformed colour" 1 "themes/bad.yaml:4:8 B0311"
printf 'theme: 1\nextends: clinic\nfonts: {text: Latto}\n' >themes/bad.yaml
printf 'theme: bad\n' | top | fault "an unknown family" 1 "themes/bad.yaml:3:15 B0602"

# Text.
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n- {heading: Two, body: Words.}\n' |
    fault "a heading with neither body nor sections" 1 "f.yaml:5:12 B0402"
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n  body:\n- {heading: Two, body: Words.}\n' |
    fault "a body without a value" 1 "f.yaml:6:8 B0305"
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n  body: "&nbsp;"\n' |
    fault "a body without words" 1 "f.yaml:6:9 B0401"
printf 'Words.\n\nBring with you:\n' | body | fault "a lead-in with nothing after it" 1 "f.yaml:9:19 B0403"
printf -- '- callout:\n    kind: tip\n    body: |\n      Words.\n\n      Bring with you:\n' | blocks |
    fault "a lead-in in a callout" 1 "f.yaml:12:23 B0403"
printf -- '- steps:\n  - {title: One, body: Words.}\n  - {title: Two, body: "Bring with you:"}\n' | blocks |
    fault "a lead-in in a step" 1 "f.yaml:9:41 B0403"
printf 'An <b>old</b> word.\n' | body | fault "raw HTML" 1 "f.yaml:7:8 B0404
f.yaml:7:14 B0404"
printf 'variables: {clinic: Oak}\nlead: "Call {{clinc}}."\n' | top | fault "an unset variable" 1 "f.yaml:5:13 B0421"
mends "an unset variable" "did you mean \`clinic\`?"
{ for i in {0..1999}; do printf '%*s- x\n' $((2 * i)) ''; done; } | body >deep
fault "lists 2,000 deep" 1 "f.yaml:38:67 B0407" <deep
{ printf '> %.0s' {1..2000}; echo x; } | body | fault "quotations 2,000 deep" 1 "f.yaml:7:5 B0407"
{ printf 'x-a: &a [x, x, x, x, x, x, x, x, x, x]\n'
  for i in a/b b/c c/d d/e e/f f/g; do
      printf 'x-%s: &%s [' "${i#*/}" "${i#*/}"; printf "*${i%/*}, %.0s" {1..10}; printf ']\n'
  done; } | top | fault "aliases of aliases" 1 "f.yaml:9:38 B0205"

# Traps of YAML in the blocks: all in one run, also past those that libyaml stops at.
blocks <<'END' | fault "words that YAML would lose" 1 "f.yaml:9:18 B0212
f.yaml:11:17 B0212
f.yaml:13:13 B0201
f.yaml:16:10 B0201
f.yaml:18:14 B0201"
- callout: {kind: tip, title: One, body: Words.}
- steps:
  - title: One # two
    body: Words.
- checklist: [Do not eat, drink or smoke]
- contacts:
  - name: *Ward*
    phone: 0800 111
- definitions:
    T: {{word}} first
- facts:
  - value: %5
    label: B
END

# References and links.
printf 'Words.[@nobody]\n' | body | fault "a citation of nothing" 1 "f.yaml:7:12 B0501"
cited='brochure: 1\ntitle: T\nlanguage: en-US\nsections: [{heading: One, body: "Words.[@a]"}]\nreferences:\n  items:\n'
printf "$cited"'  - {id: a, text: One}\n  - {id: a, text: Two}\n' | fault "two references of one id" 1 "f.yaml:8:10 B0504"
printf "$cited"'  - {id: a, type: webpage, title: T, URL: "https://example.org", DOI: "doi:10.1000/x"}\n' |
    fault "a malformed DOI" 1 "f.yaml:7:72 B0506"
mends "a malformed DOI" "10.1000/x"
printf "$cited"'  - {id: a, text: One}\n  - {id: b, text: Two}\n' >f.yaml
fails "a reference that is never cited: status 0" 0 "$BROCHURE" build f.yaml -o w.pdf --diagnostic-format short
says "a reference that is never cited: a warning at its place" "f.yaml:8:10: warning:"
says "a reference that is never cited: B0503" B0503
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- {heading: One, id: a, body: Words.}\n- {heading: Two, id: a, body: Words.}\n' |
    fault "two sections of one id" 1 "f.yaml:6:22 B0504"
printf 'See [there](#nowhere).\n' | body | fault "a link to no section" 1 "f.yaml:7:10 B0505"

# Pictures.
figure() { # FILE
    printf -- '- figure:\n    file: %s\n    alt: A cell\n' "$1" | blocks
}
png() { # WIDTH HEIGHT: the signature and the header, with its checksum
    printf '\211PNG\r\n\032\n\0\0\0\015'
    printf '%b' "IHDR$(printf '\\x%02x\\x%02x\\x%02x\\x%02x' $(($1 >> 24)) $(($1 >> 16 & 255)) $(($1 >> 8 & 255)) $(($1 & 255)) \
        $(($2 >> 24)) $(($2 >> 16 & 255)) $(($2 >> 8 & 255)) $(($2 & 255)))\\x08\\x00\\x00\\x00\\x00" >header
    cat header
    # gzip's trailer begins with the CRC-32 that PNG wants, its bytes the other way round.
    gzip -c header | tail -c 8 | head -c 4 | od -An -tx1 | awk '{ printf "\\x%s\\x%s\\x%s\\x%s", $4, $3, $2, $1 }' | xargs -0 printf '%b'
}
figure none.png | fault "a picture that is missing" 1 "f.yaml:8:13 B0101"
printf -- '- figure:\n    file: none.png\n' | blocks | fault "a picture without alt" 1 "f.yaml:8:13 B0101
f.yaml:8:13 B0302"
png 8 8 >cut.png
figure cut.png | fault "a PNG that is cut off" 1 "f.yaml:8:13 B0903"
png 60001 1 >wide.png
figure wide.png | fault "a PNG of 60,001 pixels" 1 "f.yaml:8:13 B0905"
printf '\377\330\377\340\0\020JFIF\0\1\1\0\0\1\0\1\0\0' >cut.jpg
figure cut.jpg | fault "a JPEG that is cut off" 1 "f.yaml:8:13 B0903"
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">\n<path d="M0 0h9' >cut.svg
figure cut.svg | fault "an SVG that is cut off" 1 "cut.svg:2:16 B0910"
echo text >no.png
figure no.png | fault "a file that is no picture" 1 "f.yaml:8:13 B0902"

# Out of the root.
mkdir -p inner/themes
cp "$themes/clinic.yaml" outer.yaml
echo words >outer.md
png 8 8 >outer.png
cp old.pdf inner/f.pdf
cd inner || exit 1
cp ../old.pdf .
ln -s ../outer.png link.png
ln -s ../outer.md link.md
ln -s ../../outer.yaml themes/linked.yaml
for file in ../outer.png "$TMPDIR/outer.png" link.png; do
    figure "$file" | fault "the picture $file" 1 "f.yaml:8:13 B0106"
done
for file in ../outer.md "$TMPDIR/outer.md" link.md; do
    printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections:\n- heading: One\n  body: {file: %s}\n' "$file" |
        fault "the include $file" 1 "f.yaml:6:16 B0106"
done
for theme in ../outer.yaml "$TMPDIR/outer.yaml" linked; do
    printf 'theme: %s\n' "$theme" | top | fault "the theme $theme" 1 "f.yaml:4:8 B0106"
done
cd ..

# Fonts.
mkdir faces
head -c 5000 /usr/share/fonts/truetype/lato/Lato-Regular.ttf >faces/Lato-Regular.ttf
top </dev/null | fault "a font that does not load" 1 "f.yaml:4:33 B0604" --font-path faces

# Outputs. Root may write everywhere, so what cannot be written is a folder below a file.
cp old.yaml f.yaml
fails "a folder that cannot be made: status 4" 4 "$BROCHURE" build f.yaml -o old.yaml/x.pdf
says "a folder that cannot be made" B0102
mkdir taken taken/f.pdf
fails "a folder in the place of the file: status 4" 4 "$BROCHURE" build f.yaml -o taken/
limited() {
    bash -c 'trap "" XFSZ; ulimit -f 1; exec "$0" build f.yaml --set title=New' "$BROCHURE"
}
fails "a full disk: status 4" 4 limited
says "a full disk" B0102
holds "a full disk: the old file is whole" cmp f.pdf old.pdf
if [ -w /dev/full ]; then
    full() { "$BROCHURE" build f.yaml -o - >/dev/full; }
    fails "a full device: status 4" 4 full
fi
