#!/bin/sh
# make install, uninstall and dist.
. tests/tap
unset MAKEFLAGS MAKELEVEL MFLAGS
root=$TMPDIR/root
make="make --no-print-directory BUILD=$BUILD DESTDIR=$root PREFIX=/opt/brochure"

# shellcheck disable=SC2086
holds "installs" $make install
holds "the program is installed" test -x "$root/opt/brochure/bin/brochure"
holds "the installed program tells its version" sh -c '[ "$("$0" --version)" = "brochure $(cat VERSION)" ]' "$root/opt/brochure/bin/brochure"
for file in docs/*.[15]; do
    [ -e "$file" ] || continue
    holds "$file is installed" test -s "$root/opt/brochure/share/man/man${file##*.}/${file##*/}"
done
cp content/car-t-cell-therapy.yaml "$TMPDIR/away.yaml"
cp -R content/images "$TMPDIR/images"
holds "it finds its theme, fonts and hyphenation, far from the checkout" sh -c 'cd "$1" && "$2" build away.yaml --quiet && test -s away.pdf' sh "$TMPDIR" "$root/opt/brochure/bin/brochure"
holds "installed files can be read by all" test -z "$(find "$root" ! -perm -444)"
# shellcheck disable=SC2086
holds "uninstalls" $make uninstall
holds "nothing is left" test -z "$(find "$root" -type f)"

git rev-parse --is-inside-work-tree >/dev/null 2>&1 || exit
archive=out/brochure-$(cat VERSION).tar.gz
# shellcheck disable=SC2086
holds "makes the source archive" $make dist
cp "$archive" "$TMPDIR/first.tar.gz"
sleep 1
# shellcheck disable=SC2086
holds "makes it again" $make dist
holds "with the same bytes" cmp "$archive" "$TMPDIR/first.tar.gz"
