#!/bin/sh
# make does nothing when nothing has changed, and what must be done when something has.
. tests/tap
[ "$BUILD" = release ] || { echo "ok - brochures are made by the release"; exit; }
unset MAKEFLAGS MAKELEVEL MFLAGS CI
make="make --no-print-directory"
$make >/dev/null 2>&1

# shellcheck disable=SC2086
{
    fails "there is nothing to do twice" 0 $make -q all
    holds "one line says so" test "$($make 2>&1 | wc -l)" -le 1
    for file in content/*.yaml; do
        [ "$file" = content/house.yaml ] && continue
        name=${file##*/}
        fails "a changed $name is made again" 1 $make -q -W "$file" all
        fails "a $name that is gone from out/ is made again" 1 sh -c '
            mv "$1" "$2" && { make -q all; status=$?; mv "$2" "$1"; exit $status; }' sh "out/${name%.yaml}.pdf" "$TMPDIR/away"
    done
    fails "a changed header compiles again" 1 $make -q -W src/base/str.h all
    fails "a changed list of packages is looked at again" 1 $make -q -W packages all
}
