#!/bin/sh
# The set-up: what it does on a machine that lacks packages, with stand-ins for the system's tools.
. tests/tap
stand_in() {
    printf '#!/bin/sh\n%s\n' "$2" >"$TMPDIR/bin/$1"
    chmod +x "$TMPDIR/bin/$1"
}
mkdir "$TMPDIR/bin"
PATH=$TMPDIR/bin:$PATH
all=$(sed -n '/^#/d; s/$/ installed/p' packages)
stand_in dpkg-query "echo '$all'"
stand_in apt-get "echo \"apt-get \$*\" >>$TMPDIR/calls"
stand_in pkg-config 'echo "-I/usr/include/library -llibrary"'

fails "with all packages nothing is installed" 0 scripts/setup develop "$TMPDIR/setup.mk"
holds "apt-get is not called" test ! -e "$TMPDIR/calls"
holds "libraries' headers are system headers" grep -q '^LIBRARY_CPPFLAGS := -isystem /usr/include/library' "$TMPDIR/setup.mk"

stand_in dpkg-query "echo '$all' | grep -v -e '^libyaml-dev ' -e '^clang '"
stand_in id 'echo 1000'
stand_in sudo 'exit 1'
rm "$TMPDIR/setup.mk"
fails "without rights it stops" 1 scripts/setup build "$TMPDIR/setup.mk"
says "it prints the command to type" "sudo apt-get update && sudo apt-get install -y --no-install-recommends libyaml-dev"
holds "it leaves no makefile behind" test ! -e "$TMPDIR/setup.mk"

stand_in sudo 'shift; exec "$@"'
fails "with sudo it installs" 0 scripts/setup build "$TMPDIR/setup.mk"
holds "it updates first, then installs what is missing of its level" sh -c '
    sed -n 1p "$0" | grep -q "update$" && sed -n 2p "$0" | grep -q "install libyaml-dev$"' "$TMPDIR/calls"
rm "$TMPDIR/calls"
stand_in id 'echo 0'
fails "root installs, too" 0 scripts/setup develop "$TMPDIR/setup.mk"
holds "the developer's level has all groups" grep -q 'install libyaml-dev clang$' "$TMPDIR/calls"
stand_in apt-get 'exit 100'
fails "when apt-get fails it stops" 1 scripts/setup develop "$TMPDIR/setup.mk"

# COMMAND?PACKAGE: only where the command is missing.
mkdir "$TMPDIR/tree"
stand_in apt-get "echo \"apt-get \$*\" >>$TMPDIR/calls"
printf '# build\nfirst\n# registries\nno-such-command?second\nsh?third\n' >"$TMPDIR/tree/packages"
stand_in dpkg-query 'echo first installed'
setup=$PWD/scripts/setup
rm -f "$TMPDIR/calls"
cd "$TMPDIR/tree" || exit 1
fails "a package for a command is installed" 0 "$setup" registries "$TMPDIR/tree/setup.mk"
holds "where the command is missing, and only there" grep -q 'install second$' "$TMPDIR/calls"
