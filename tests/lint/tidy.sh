#!/bin/sh
# clang-tidy on every source file; what passed and has not changed since is not read again.
# CPPFLAGS are the build's.
if [ "$1" = --one ]; then
    flags="-std=c17 $CPPFLAGS -Itests"
    # shellcheck disable=SC2086 # flags are words
    key=$(clang -E -C $flags "$2" 2>/dev/null | cat .clang-tidy - | sha256sum | cut -c 1-32)
    passed=$OUT/tidy/$key
    # shellcheck disable=SC2086
    if [ -e "$passed" ] || clang-tidy --quiet "$2" -- $flags >"$TMPDIR/$key" 2>/dev/null; then
        touch "$passed"
        echo "ok - clang-tidy $2"
    else
        # One write, so that the lines of files that are read side by side do not mix.
        printf '%s\n' "not ok - clang-tidy $2" "$(grep -A 2 ': error:' "$TMPDIR/$key" | sed 's/^/# /')"
    fi
    exit 0
fi
mkdir -p "$OUT/tidy"
find src tests tools bench -name '*.c' 2>/dev/null | sort | xargs -n 1 -P "$(nproc)" "$0" --one
