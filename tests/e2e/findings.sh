#!/bin/sh
# What should be on a page once: warnings and pull quotes. See also the examples B0711 to B0713.
. tests/tap
cd "$TMPDIR" || exit 1
two() { # BLOCK BETWEEN: twice the block, and what stands between the two
    printf 'brochure: 1\ntitle: T\nlanguage: en\ntheme: t.yaml\npage: {size: letter, columns: 2}\nsections:\n- heading: A\n  body:\n  - Some words.\n'
    printf '  - %s\n%s\n  - %s\n' "$1" "$2" "$1"
}
codes() { "$BROCHURE" build "$1" --diagnostic-format short 2>&1 | grep -oE '\[B071[0-9]\]$' | tr -d '\n'; }
warning='callout: {kind: warning, title: Call, body: if you have a fever.}'
quote='quote: No worry is too small.'
printf 'theme: 1\nextends: clinic\n' >t.yaml
two "$warning" '  - More words.' >near.yaml
holds "two warnings on a page are told" test "$(codes near.yaml)" = '[B0711]'
two "$warning" '  - break: page' >apart.yaml
holds "but none where each has its page" test -z "$(codes apart.yaml)"
two "$warning" '  - break: column' >columns.yaml
holds "two columns are one page" test "$(codes columns.yaml)" = '[B0711]'
two "$warning" '  - callout: {kind: note, title: Mind, body: This is no warning.}' | sed '$d' >one.yaml
holds "notes are none" test -z "$(codes one.yaml)"
two "$quote" '  - break: page' >quotes.yaml
holds "two pull quotes may stand on two pages" test -z "$(codes quotes.yaml)"
two "$quote" '  - break: page' | sed 's/^  - Some words.$/&\n  - break: page/' >facing.yaml
holds "also on such as would face each other in a book" test -z "$(codes facing.yaml)"
printf 'theme: 1\nextends: clinic\npage: {mirrored: true}\n' >t.yaml
holds "but not where left and right pages mirror each other" test "$(codes facing.yaml)" = '[B0713]'
holds "a page and the back of it do not" test -z "$(codes quotes.yaml)"
