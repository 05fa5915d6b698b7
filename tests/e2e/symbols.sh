#!/bin/sh
# libharu calls some of its functions by plain exported names: the program must define none of them.
. tests/tap
library=$(ldd "$BROCHURE" | awk '/libhpdf/ { print $3 }')
nm -D --defined-only "$library" | awk '{ print $3 }' | sort >"$TMPDIR/theirs"
nm -D --defined-only "$BROCHURE" | awk '{ print $3 }' | sort >"$TMPDIR/ours"
holds "libharu's names are known" test -s "$TMPDIR/theirs"
holds "no exported name is also libharu's" test -z "$(comm -12 "$TMPDIR/theirs" "$TMPDIR/ours")"
