#!/bin/sh
# `brochure new`: what it writes builds as it is, and it writes all of it or nothing.
. tests/tap
cd "$TMPDIR" || exit 1
none() { # FILE: it is empty
    cat "$1"
    [ ! -s "$1" ]
}

fails "a new folder is filled" 0 "$BROCHURE" new house
says "its files are named" house/themes/house.yaml
holds "and no others are there" sh -c '[ "$(find house -type f | sort)" = "$(grep ^house/ said | sort)" ]'
says "and what to type next" "brochure build house/first-visit.yaml"
fails "what it wrote builds" 0 "$BROCHURE" build house/first-visit.yaml --quiet --fail-on warning
holds "without a word" none said
holds "into a PDF" test -s house/first-visit.pdf
for file in first-visit.yaml house.yaml themes/house.yaml; do
    schema=$(sed -n '1s/^# yaml-language-server: \$schema=//p' "house/$file")
    name=${schema##*/}
    "$BROCHURE" schema "${name%%.*}" >schema.json
    holds "editors find the schema that $file names" cmp schema.json "house/${file%"${file##*/}"}$schema"
    holds "and it is one" grep -q 2020-12 schema.json
done
rm house/first-visit.pdf
fails "the theme can be changed" 0 sh -c 'sed -i "s/#3B2A5C/#102030/" house/themes/house.yaml && "$0" build house/first-visit.yaml' "$BROCHURE"

fails "a folder that has something in it is left alone" 2 "$BROCHURE" new house
says "and why is said" "house is not empty"
touch file
fails "so is a file" 2 "$BROCHURE" new file
fails "one folder is wanted" 2 "$BROCHURE" new
fails "and no two" 2 "$BROCHURE" new one two
fails "and one with a name" 2 "$BROCHURE" new ""
holds "nothing is made of them" test ! -e one -a ! -e two
mkdir -p empty/.git
fails "an empty folder is filled, also the current one" 0 sh -c 'cd empty && "$0" new . --quiet' "$BROCHURE"
holds "quietly" none said
holds "wholly" test -s empty/first-visit.yaml -a -s empty/schema/brochure.schema.json
fails "folders above are made" 0 "$BROCHURE" new a/b/c

# A limit on the size of files stops it at the schema, which is the largest.
limited() {
    (trap '' XFSZ && ulimit -f 20 && exec "$BROCHURE" new "$1")
}
fails "a file that cannot be written is an error" 4 limited half
says "with its name" "half/schema/brochure.schema.json"
holds "then nothing is left" test ! -e half
mkdir there
fails "the same in a folder that is there" 4 limited there
holds "which stays, and is empty" test -z "$(ls -A there)"
ln -s nowhere link
fails "a link to nothing is no folder" 4 "$BROCHURE" new link
holds "and stays what it was" test -L link
