#!/bin/sh
# The cover: nothing that stands on it is cut off, and nothing on its ground is lost in it.
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # LINES-OF-CONTROL-DATA [SIZE [TITLE]]
    printf 'brochure: 1\ntitle: "%s"\nlanguage: en\npage: {size: %s}\ncover: {eyebrow: Guide}\ndocument:\n  more:\n' "${3:-T}" "${2:-A4}"
    seq "$1" | sed 's/.*/    Name &: value & of some words/'
    printf 'sections: [{heading: H, body: B}]\n'
}
texts() { "$BROCHURE" inspect - --stage pages | awk '/^page 2/ { exit } $1 == "text"'; }
lowest() { texts | awk '$3 > y { y = $3 } END { print int(y) }'; }

holds "few lines stand where the theme says" test "$(guide 2 | lowest)" -lt 800
holds "many lines end as far from the edge as they begin from the ground" test "$(guide 12 | lowest)" -eq 805
holds "not one is lost" test "$(guide 12 | texts | grep -c 'Name')" -eq 12
guide 80 >full.yaml
fails "more than the page holds are an error" 1 "$BROCHURE" build full.yaml --diagnostic-format short
says "at the cover" "full.yaml:5:8: error: the title and the control data do not fit on the cover [B0702]"
guide 2 A4 "$(seq -s ' word ' 200)" >full.yaml
fails "and so is a title of many lines" 1 "$BROCHURE" build full.yaml

holds "a link on the dark ground has the colour of the text around it" test "$(guide 1 A4 'A [link](https://example.org) here' | texts | grep -c ' white "')" -eq 3
