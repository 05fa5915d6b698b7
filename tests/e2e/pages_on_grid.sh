#!/bin/sh
# The text of every brochure in every theme stands on the grid; what a theme sets beside it is counted.
. tests/tap
cp -r content "$TMPDIR/content"
cd "$TMPDIR/content" || exit 1
sed -i 's/, *pages: {[^}]*}//' ./*.yaml # brochures ask for these in their own themes
for theme in themes/*.yaml; do
    theme=${theme##*/}
    for file in $(grep -l '^brochure:' ./*.yaml); do
        "$BROCHURE" inspect "$file" --theme "${theme%.yaml}" --stage pages >"$TMPDIR/pages" || echo "off-grid: not built" >>"$TMPDIR/pages"
        holds "${file##*/} in ${theme%.yaml}" awk '
            /^page / { page = $2 }
            $1 == "beside" { print "page " page ": " $0 }
            $1 == "off-grid" { beside += $2; held += $4; pages++ }
            $1 == "off-grid:" { beside++; print }
            END { exit !(pages > 0 && held > 0 && beside == 0) }' "$TMPDIR/pages"
    done
done
# counts RULE MORE-THAN ROLE: the role, set otherwise, brings so much text beside the grid.
counts() {
    printf 'theme: 1\nextends: clinic\nroles: {%s}\n' "$3" >themes/beside.yaml
    "$BROCHURE" inspect car-t-cell-therapy.yaml --theme beside --stage pages >"$TMPDIR/pages"
    holds "$1" test "$(awk '$1 == "off-grid" { count += $2 } END { print count + 0 }' "$TMPDIR/pages")" -gt "$2"
    holds "and each is named" test "$(grep -c '^  beside [0-9.]* [0-9.]* by -*[0-9.]* "' "$TMPDIR/pages")" -eq "$(awk '$1 == "off-grid" { count += $2 } END { print count + 0 }' "$TMPDIR/pages")"
}
counts "a heading that stands lower in its line" 5 'heading-2: {base: 13}'
counts "a leading that is no whole number of u" 100 'body: {leading: 15}'
counts "a space that is none" 100 'body: {space: {before: 5, after: 5}}'
counts "a heading with such a space below its rule" 20 'heading-1: {rule: {width: 0.75, gap: 5, color: teal}}'
printf 'theme: 1\nextends: clinic\nroles: {heading-2: {base: 12.2}}\n' >themes/beside.yaml
holds "a fifth of a point is let pass" test "$("$BROCHURE" inspect car-t-cell-therapy.yaml --theme beside --stage pages | awk '$1 == "off-grid" { count += $2 } END { print count + 0 }')" -eq 0
