#!/bin/sh
# The manual names what there is and nothing else: options, keys, types of references, diagnostics.
. tests/tap
none() { # FILE: it is empty
    cat "$1"
    [ ! -s "$1" ]
}
same() { # FILE FILE: of as many lines as tell that the lists were found
    [ "$(wc -l <"$1")" -ge 5 ] && diff "$1" "$2"
}
cd "$TMPDIR" || exit 1
top=$OLDPWD
page=$top/docs/brochure.5

"$BROCHURE" --help | grep -oE '(^|[ ,])--?[a-z-]+' | tr -d ' ,' | sort -u >options
grep -oE '(Fl|,) -?[a-z-]+' "$top/docs/brochure.1" | sed 's/^Fl /-/; s/^, -/--/' | sort -u >told
grep -e '^--' options >long
grep -e '^--' told >told.long
holds "brochure.1 has the long options of --help" same long told.long
grep -xe '-[a-z]' options >short
holds "brochure.1 has the short options of --help" test -z "$(grep -vxF -f told short)"

# The schema lists each key with its description.
"$BROCHURE" schema | jq -r '[.. | .properties? // empty | to_entries[]][]
    | (if .value.description | endswith("(not built yet)") then "unbuilt " else "built " end) + .key' | sort -u >keys
sed -n 's/^built //p' keys >built
sed -n 's/^unbuilt //p' keys >unbuilt
grep -oE '(SCHEMA_FIELD|ROLE|PART|SCRIPT|PAGE_SIZE|CHECK)\([^"]*"[^"]+"' "$top/src/model/theme_tables.c" "$top/src/model/theme_blocks.c" "$top/src/model/theme_rules.c" | sed 's/.*"\(.*\)"/\1/' | sort -u >theme
grep -oE 'SCHEMA_UNBUILT\("[^"]*"' "$top/src/model/theme_tables.c" | sed 's/.*"\(.*\)"/\1/' | sort -u >>unbuilt
sort -uo unbuilt unbuilt
# The words that a page marks as keys, before NOT BUILT YET and within it.
marked() {
    awk '/^\./ { key = 0
        for (i = 1; i <= NF; i++)
            if ($i ~ /^\.?Cm$/) key = 1
            else if ($i ~ /^[A-Z][a-z]$/) key = 0
            else if (key && $i ~ /[A-Za-z]/) print $i }' | sort -u
}
sed '/^\.Sh NOT BUILT YET/,$d' "$page" >works
sed -n '/^\.Sh NOT BUILT YET/,$p' "$page" >lacks
marked <works >named
marked <lacks >named.lacking
holds "the schema tells the keys that are built" test "$(wc -l <built)" -ge 40
sort -u built theme >all
comm -23 all named >missing
holds "brochure.5 names every key that is built" none missing
printf '%s\n' warning x-... | cat - all | sort -u >known
comm -13 known named >wrong
holds "and, as such, no other" none wrong
comm -23 unbuilt named.lacking >missing
holds "it says of every other key that it is not built yet" none missing
sort -u unbuilt built >known
comm -13 known named.lacking >wrong
holds "and of no other word" none wrong

sed -n 's/^ITEM_TYPE([A-Z_]*, "\([a-z_-]*\)".*/\1/p' "$top/src/model/reference_types.def" | sort >types
sed -n '/^\.Sh REFERENCES/,/^\.Sh/s/^\.It Li //p' "$page" | sed 's/ , /\n/' | sort >told
holds "it has the types of references" same types told
sed -n 's/^CODE([A-Z0-9_]*, "\(B[0-9]*\)", \([A-Z]*\), "\(.*\)",$/\1 \3\2/p' "$top/src/diag/codes.def" |
    sed 's/ERROR$//; s/WARNING$/ (warning)/' >codes
sed -n '/^\.It Li B[0-9]/{s/^\.It Li //;N;s/\n/ /p}' "$page" >told
holds "it has every diagnostic" same codes told
