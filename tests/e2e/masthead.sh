#!/bin/sh
# The masthead: the title on a ground that bleeds at the first page's head and sides, in the cover's
# type, drawn before it and no part of what is read.
. tests/tap
cd "$TMPDIR" || exit 1
mkdir themes
masthead='masthead: {ground: brick, head: 8, foot: 16, after: 24, shift: -2, rule: {width: 4, color: sand}}'
printf 'theme: 1\nextends: clinic\nblocks: {%s}\n' "$masthead" >themes/mine.yaml
notice() { # PAGE [LANGUAGE [TITLE [MORE]]]
    printf 'brochure: 1\ntitle: "%s"\nsubtitle: Today\ntheme: mine\nlanguage: %s\npage: {size: %s}\n%b' "${3:-Closed}" "${2:-en}" "$1" "$4"
    printf 'sections: [{heading: One, body: Words.}, {heading: Two, break-before: page, body: Words.}]\n'
}
items() { notice "$@" | "$BROCHURE" inspect - --stage pages | grep -E '^(page|  (path|text|group|image|link) )'; }
is() { # LINE TEXT: of `made`
    test "$(sed -n "$1p" made)" = "$2"
}
bleeds() { # PAGE WIDTH HEIGHT [LANGUAGE]: the ground is the first item, over all of the head; its rule follows
    items "$1" "$4" >made
    is 2 "  path 0 0 $2 $3 brick layout" && is 3 "  path 0 $(($3 - 4)) $2 4 sand layout"
}
holds "on Letter the ground touches three edges and ends on the grid, drawn first, an artifact" bleeds letter 612 184
holds "on A4" bleeds A4 595.28 184
holds "on A5" bleeds A5 419.53 184
holds "from right to left" bleeds A5 419.53 208 ar
items letter >made
holds "the title stands on it in the cover's type, moved" grep -qE '^  text 46 124 .* Vollkorn-SemiBold 64 white "Closed"$' made
holds "the subtitle too, in its place" grep -qE '^  text 48 156 .* 20 sand "Today"$' made
holds "what follows keeps its distance" grep -qE '^  path 48 208 .* teal layout$' made
holds "no other page has one" test "$(grep -c brick made)" -eq 1
holds "nor has it a running head" test "$(sed '/^page 2/,$d' made | grep -c header)" -eq 0
items letter en T 'cover: {eyebrow: Guide}\n' >made
holds "where a cover has the title there is none" test "$(grep -c brick made)" -eq 0
items A5 en 'A title of several words that are too long for large type' >made
holds "a longer title takes the next size that holds it" grep -qE 'Vollkorn-SemiBold 4[08] white' made
notice A5 en "$(seq -s ' word ' 80)" >full.yaml
fails "a title that fills more than the page is an error" 1 "$BROCHURE" build full.yaml --diagnostic-format short
says "at the title" "full.yaml:2:8: error: the title does not fit on the first page [B0702]"
holds "which is the only one" test "$(wc -l <said)" -eq 1
