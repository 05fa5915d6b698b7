#!/bin/sh
# Every word of random brochures, in order, as another program reads it from the structure of the PDF.
# PROPERTY_SEEDS says how many brochures; each is set in one of the themes.
. tests/tap
test=$OUT/tests/property/layout_test
# Without spaces and what is not printed, without the full stops that a theme adds, and without
# Hebrew, which poppler gives as it is drawn. In another theme than clinic pages have other numbers.
bare() {
    LC_ALL=C sed 's/\xc2[\xad\xa0]//g; s/\xe2\x80[\x8b\xa6-\xaf]//g; s/\xe2\x81[\xa6-\xa9]//g
        s/\xd6[\x90-\xbf]//g; s/\xd7[\x80-\xbf]//g' | tr -d " \n\f.$more"
}
same() {
    case $2 in *clinic.yaml) more= ;; *) more=0123456789 ;; esac
    "$test" "$1" >"$TMPDIR/seed.yaml" && "$test" --words "$1" | bare >"$TMPDIR/written" || return 1
    "$BROCHURE" build "$TMPDIR/seed.yaml" --theme "$2" -o "$TMPDIR/seed.pdf" --quiet 2>/dev/null || return 1
    pdfinfo -struct-text "$TMPDIR/seed.pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' | bare >"$TMPDIR/read"
    [ -s "$TMPDIR/read" ] && cmp "$TMPDIR/written" "$TMPDIR/read"
}
seed=0
while [ "$seed" -lt "${PROPERTY_SEEDS:-12}" ]; do
    seed=$((seed + 1))
    case $("$test" "$seed" | grep '^language:') in
        *he) ;; # right to left: its digits and signs are moved as well
        *)
            set -- content/themes/*.yaml
            shift $((seed % $#))
            holds "all words of brochure $seed are in its PDF, in order" same "$seed" "$1"
            ;;
    esac
done
