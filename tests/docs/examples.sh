#!/bin/sh
# Every example of the manual and of README.md is what it says: brochures build, faulty ones are told
# their faults, and the commands of brochure(1) run as they stand.
. tests/tap
top=$PWD
work=$TMPDIR/examples
mkdir -p "$work/themes"

takes_theme() { # FILE: as themes/mine.yaml a brochure can take it
    cp "$1" "$work/themes/mine.yaml"
    printf 'brochure: 1\ntitle: T\nlanguage: en\ntheme: mine\nsections: [{heading: H, body: Text.}]\n' >"$work/themed.yaml"
    silent "$BROCHURE" build "$work/themed.yaml" -o "$work/out/"
}
faults() { # FILE CODE...: the file has these faults and no others
    file=$1
    shift
    "$BROCHURE" build "$file" -o "$work/out/" --diagnostic-format short >"$work/faults" 2>&1
    [ $? -eq 1 ] || return 1
    sed 's/.*\[\(B[0-9]*\)\]$/\1/' "$work/faults" | sort -u >"$work/told"
    printf '%s\n' "$@" | sort -u | diff - "$work/told"
}
silent() { # COMMAND...: it succeeds and warns of nothing
    "$@" 2>"$work/warnings" >"$work/printed" && [ ! -s "$work/warnings" ] || { cat "$work/warnings"; false; }
}

awk -v folder="$work" -f tests/docs/examples.awk docs/brochure.5 >"$work/list"
holds "brochure.5 has its examples" test "$(wc -l <"$work/list")" -ge 12
holds "each display of a brochure is one" test "$(grep -c '^brochure: 1$' docs/brochure.5)" -eq "$(grep -cE ' (whole|faulty)' "$work/list")"
while read -r file kind codes; do
    rule="brochure.5: $kind ${file##*/}"
    # shellcheck disable=SC2086 # codes are words
    case $kind in
        file) holds "$rule is there" test -s "$file" ;;
        theme) holds "$rule" takes_theme "$file" ;;
        faulty) holds "$rule:${codes:+ $codes}" faults "$file" $codes ;;
        *) holds "$rule" silent "$BROCHURE" build "$file" -o "$work/out/" ;;
    esac
done <"$work/list"

# The commands of brochure(1) name guide.yaml, costs.yaml and a password in ward.txt.
sed 's/^title:.*/&\ndocument: {issued: 2026-03-01}/' "$work/example-1.yaml" >"$work/guide.yaml"
sed 's/^title:.*/&\ndocument: {version: 1.0}/' "$work/example-1.yaml" >"$work/costs.yaml"
echo "of four words" >"$work/ward.txt"
mkdir "$work/bin"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$BROCHURE" >"$work/bin/brochure"
chmod +x "$work/bin/brochure"
sed -n 's/^\.Dl \$ //p' docs/brochure.1 >"$work/commands"
holds "brochure.1 has its examples" test -s "$work/commands"
while read -r command; do
    holds "brochure.1: $command" env PATH="$work/bin:$PATH" sh -c 'cd "$1" && eval "$2"' sh "$work" "$command"
done <"$work/commands"

# README.md: the brochure, what building it says, and what a fault looks like.
cd "$work" || exit 1
awk '/^```yaml/ { inside = 1; next } /^```/ { inside = 0 } inside' "$top/README.md" >visit.yaml
holds "README.md: its brochure builds" silent "$BROCHURE" build visit.yaml
sed 's/ *[0-9.]* KB.*//' printed >told
holds "README.md: and says so" grep -qF -f told "$top/README.md"
printf 'brochure: 1\ntitle: CAR-T: a guide\n' >visit.yaml
"$BROCHURE" build visit.yaml 2>told
sed -n '/^    error/,/hint/s/^    //p' "$top/README.md" >shown
holds "README.md: a fault is told as shown" diff shown told
grep -oE '\]\([^)#:]+\)' "$top/README.md" | tr -d '])(' >links
while read -r link; do
    holds "README.md: there is $link" test -e "$top/$link"
done <links
