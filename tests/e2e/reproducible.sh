#!/bin/sh
# The same input gives the same bytes: in any folder, locale, time zone, at any time, by any number
# of jobs; and a build reads nothing that it does not name.
. tests/tap
top=$PWD
here=$TMPDIR/here
there=$TMPDIR/there/deeper
mkdir -p "$here" "$there"
for file in content/*.yaml; do
    [ "${file##*/}" = house.yaml ] || brochures="$brochures $top/$file"
done

# shellcheck disable=SC2086 # names of brochures are words
build() {
    cd "$1" && shift && "$@" "$BROCHURE" build $brochures -o . --quiet
}
same() {
    diff -r "$here" "$there"
}
holds "builds" build "$here" env TZ=UTC LC_ALL=C
sleep 1
holds "builds elsewhere, in another zone, locale and umask, side by side" build "$there" sh -c '
    umask 077; export TZ=Asia/Tokyo LC_ALL=tr_TR.UTF-8 LANG=de_DE.UTF-8 COLUMNS=20 HOME=/nonexistent; "$@" -j 2' sh
holds "the bytes are the same" same
holds "builds with a date" build "$there" env SOURCE_DATE_EPOCH=86400
holds "the date changes them" sh -c '! diff -rq "$0" "$1" >/dev/null' "$here" "$there"
