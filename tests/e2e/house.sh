#!/bin/sh
# The house itself: a check that cannot fail checks nothing.
. tests/tap
export TEST_JOBS=1

program() {
    printf '#!/bin/sh\n%s\n' "$2" >"$TMPDIR/$1"
    chmod +x "$TMPDIR/$1"
}
program good 'echo "ok 1 - first"; echo "ok 2 - second"'
program bad 'echo "ok 1 - first"; echo "not ok 2 - second"; echo "# the reason"'
program crash 'echo "ok 1 - first"; exit 9'
program plain 'echo nothing to count'
program slow 'sleep 30'
last() {
    tail -n 1 "$TMPDIR/said"
}

fails "the runner adds up what passed" 0 tests/run "$TMPDIR/log" "$TMPDIR/good" "$TMPDIR/plain"
holds "the last line is the sum" test "$(last)" = "3 passed, 0 failed"
fails "a failing test fails the run" 1 tests/run "$TMPDIR/log" "$TMPDIR/good" "$TMPDIR/bad"
holds "the sum counts it" test "$(last)" = "3 passed, 1 failed"
says "its name is printed" "bad: second"
says "its reason is printed" "the reason"
fails "a crash after a passed test fails the run" 1 tests/run "$TMPDIR/log" "$TMPDIR/crash"
says "the status is printed" "ended with status 9"
fails "a program that is not there fails the run" 1 tests/run "$TMPDIR/log" "$TMPDIR/none"
fails "a program that never ends fails the run" 1 env TEST_SECONDS=1 tests/run "$TMPDIR/log" "$TMPDIR/slow"
says "it is said to be slow" "took too long"

mkdir -p "$TMPDIR/src/base" "$TMPDIR/src/pdf" "$TMPDIR/src/model"
layers() {
    (cd "$TMPDIR" && awk -f "$OLDPWD/tests/layers.awk" "$OLDPWD/src/LAYERS" src/*/*.[ch])
}
echo '#include "base/str.h"' >"$TMPDIR/src/pdf/haru.c"
echo '#include <hpdf.h>' >>"$TMPDIR/src/pdf/haru.c"
fails "a lower layer may be included, a library by its owner" 0 layers
echo '#include "pdf/pdf.h"' >"$TMPDIR/src/base/str.c"
fails "a higher layer may not be included" 1 layers
says "the file and line are named" 'src/base/str.c:1: base may not include "pdf/pdf.h"'
echo '#  include <hpdf.h>' >"$TMPDIR/src/base/str.c"
fails "a library has one owner" 1 layers
echo '#include "page/page_list.h"' >"$TMPDIR/src/model/model.c"
rm "$TMPDIR/src/base/str.c"
fails "a folder of the same rank may not be included" 1 layers

printf '%s\n' 'out/a.pdf out/a-print.pdf: content/a.yaml \' '  content/themes/b.yaml' >"$TMPDIR/deps"
fails "dependencies become rules" 0 sh -c 'scripts/deps stamp <"$0"' "$TMPDIR/deps"
says "an input is watched" "stamp: content/themes/b.yaml"
says "an input may go" "content/themes/b.yaml:"
says "an output that is gone is made again" 'stamp: $(if $(wildcard out/a-print.pdf),,again)'
