#!/bin/sh
# Every word of random brochures, in order, as another program reads it from the structure of the PDF.
# PROPERTY_SEEDS says how many brochures; each is set in one of the themes, and in large print.
. tests/tap
test=$OUT/tests/property/layout_test
# Without spaces and what is not printed, without the full stops that a theme adds, and without
# Hebrew, which poppler gives as it is drawn. In another theme than clinic pages have other numbers;
# in large print citations stand in brackets, before the signs that they stand behind elsewhere.
bare() {
    LC_ALL=C sed 's/\xc2[\xad\xa0]//g; s/\xe2\x80[\x8b\xa6-\xaf]//g; s/\xe2\x81[\xa6-\xa9]//g
        s/\xd6[\x90-\xbf]//g; s/\xd7[\x80-\xbf]//g'"$dashes" | tr -d " \n\f.$more"
}
same() {
    more=0123456789 dashes=
    case $2 in
        *clinic.yaml) more= ;;
        *large.yaml) more='0123456789[],' dashes='; s/\xe2\x80\x93//g' ;;
    esac
    "$test" "$1" >"$TMPDIR/seed.yaml" && "$test" --words "$1" | bare >"$TMPDIR/written" || return 1
    [ ! "$3" ] || echo "$3" >>"$TMPDIR/seed.yaml"
    "$BROCHURE" build "$TMPDIR/seed.yaml" --theme "$2" -o "$TMPDIR/seed.pdf" --quiet 2>"$TMPDIR/build.said" || { tail -n 6 "$TMPDIR/build.said"; return 1; }
    pdfinfo -struct-text "$TMPDIR/seed.pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' | bare >"$TMPDIR/read"
    [ -s "$TMPDIR/read" ] && cmp "$TMPDIR/written" "$TMPDIR/read"
}
# Where tables are tables, since records say the heads of their columns again and again, and control data stand on covers.
cat >"$TMPDIR/large.yaml" <<'END_OF_FILE'
theme: 1
extends: clinic
editions: {large-print: {page: {single-column: 1800}, blocks: {table: {records: 6}, cover: {brief: false}}}}
END_OF_FILE
seed=0
while [ "$seed" -lt "${PROPERTY_SEEDS:-12}" ]; do
    seed=$((seed + 1))
    case $("$test" "$seed" | grep '^language:') in
        *he) ;; # right to left: its digits and signs are moved as well
        *)
            set -- content/themes/*.yaml
            shift $((seed % $#))
            holds "all words of brochure $seed are in its PDF, in order" same "$seed" "$1"
            holds "and in large print" same "$seed" "$TMPDIR/large.yaml" \
                "editions: {large-print: {page: {size: {width: 27in, height: 11in}}}}"
            ;;
    esac
done
