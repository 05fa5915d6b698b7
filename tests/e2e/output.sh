#!/bin/bash
# What is written, and what is kept when it cannot be: a whole file or the old one, never a part.
. tests/tap
cd "$TMPDIR" || exit 1

document() { # FILE TITLE
    printf 'brochure: 1\ntitle: %s\nlanguage: en-US\nsections:\n  - heading: One\n    body: |\n      Some words.\n' "$2" >"$1"
}
left_over() {
    find "$1" -name '.brochure-*' -o -name '*.part'
}
document good.yaml Good
document warned.yaml Warned
cat >>warned.yaml <<'END'
references:
  items:
  - {id: a, type: webpage, title: Cells, URL: "https://example.org/", accessed: 2025-01-01}
END

# Warnings: status 0 with a file, or status 3 without.
fails "a warning does not stop a build" 0 "$BROCHURE" build warned.yaml
says "it is said" "B0503"
cp warned.pdf before.pdf
fails "--fail-on warning does" 3 "$BROCHURE" build warned.yaml --set title=New --fail-on warning
holds "the old file is as it was" cmp warned.pdf before.pdf
fails "where there was no file" 3 "$BROCHURE" build warned.yaml -o fresh/x.pdf --fail-on warning
holds "there is none then" test ! -e fresh/x.pdf
fails "--fail-on error is the habit" 0 "$BROCHURE" build warned.yaml --fail-on error -o error.pdf
fails "without a warning there is nothing to stop on" 0 "$BROCHURE" build good.yaml --fail-on warning
fails "of 3 and 1 the higher wins" 3 "$BROCHURE" build warned.yaml good.yaml --fail-on warning -o mixed/ -j 2
holds "the file without warnings is there" test -s mixed/good.pdf
holds "the one with warnings is not" test ! -e mixed/warned.pdf

# Two outputs of one name, from two folders, before anything is written.
mkdir a b
cp good.yaml a/same.yaml
cp good.yaml b/same.yaml
fails "two files of one name into one folder are refused" 2 "$BROCHURE" build a/same.yaml b/same.yaml -o one/
says "both are named" "a/same.yaml and b/same.yaml"
holds "before the folder is made" test ! -e one
fails "beside their sources they are two" 0 "$BROCHURE" build a/same.yaml b/same.yaml
fails "the same file twice is refused" 2 "$BROCHURE" build good.yaml good.yaml
fails "so are two files on standard output" 2 "$BROCHURE" build good.yaml warned.yaml -o -

# Standard output is the file and nothing else.
"$BROCHURE" build good.yaml -o - >piped.pdf 2>piped.said
holds "standard output has the same bytes as the file" cmp good.pdf piped.pdf
holds "and nothing is said" test ! -s piped.said
"$BROCHURE" build - -o stdin.pdf <good.yaml >/dev/null 2>&1
holds "standard input is as good as a file" cmp good.pdf stdin.pdf
fails "standard input needs -o" 2 "$BROCHURE" build -
printf 'brochure: 1\ntitel: x\n' >bad.yaml
fails "a fault in standard input" 1 "$BROCHURE" build - -o stdin2.pdf --diagnostic-format short <bad.yaml
says "is placed there" "standard input:2:1: error:"
holds "standard output that is full is status 4" bash -c '"$0" build good.yaml -o - >/dev/full 2>full.said; [ $? -eq 4 ]' "$BROCHURE"
holds "it is said" grep -q 'cannot write standard output' full.said
holds "a dump into a full device is status 4" bash -c '"$0" inspect good.yaml --stage pages >/dev/full 2>&1; [ $? -eq 4 ]' "$BROCHURE"

# An old file stays whole while the new one cannot be written.
mkdir kept
cp good.yaml kept/good.yaml
"$BROCHURE" build kept/good.yaml --quiet
cp kept/good.pdf kept.pdf
limited() { # no file may be longer than 4 KiB: as on a full disk, the write stops half way
    bash -c 'trap "" XFSZ; ulimit -f 4; exec "$0" build kept/good.yaml --set title=Longer -o kept/good.pdf' "$BROCHURE"
}
fails "a write that stops half way is status 4" 4 limited
says "it is said, with the reason" "cannot write kept/good.pdf: File too large"
holds "the old file is as it was" cmp kept/good.pdf kept.pdf
holds "no part is left" test -z "$(left_over kept)"

as_nobody() { # root may write everywhere
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}
chmod -R a+rX "$TMPDIR"
if as_nobody test -x "$BROCHURE" && as_nobody test -r "$TMPDIR/kept/good.yaml"; then
    chmod 555 kept
    fails "a folder that may not be written is status 4" 4 as_nobody "$BROCHURE" build kept/good.yaml -o kept/
    says "the reason is said" "Permission denied"
    holds "the old file is as it was there, too" cmp kept/good.pdf kept.pdf
    chmod 755 kept
    chmod 000 warned.yaml
    fails "a brochure that may not be read is status 4" 4 as_nobody "$BROCHURE" build warned.yaml -o -
    chmod 644 warned.yaml
fi
mkdir small
if [ "$(id -u)" -eq 0 ] && mount -t tmpfs -o size=12k tmpfs small 2>/dev/null; then
    "$BROCHURE" build good.yaml -o small/good.pdf --quiet
    cp small/good.pdf small.pdf
    fails "a full disk is status 4" 4 "$BROCHURE" build good.yaml --set title=Fuller -o small/good.pdf
    says "the disk is said to be full" "No space left on device"
    holds "the old file is as it was on the full disk" cmp small/good.pdf small.pdf
    holds "no part is left there" test -z "$(left_over small)"
    umount small
fi
fails "a link to a file stays a link" 0 bash -c 'ln -s kept.pdf link.pdf; "$0" build good.yaml -o link.pdf' "$BROCHURE"
holds "what it names is replaced" test -L link.pdf -a "$(cmp link.pdf good.pdf)" = ""
holds "no part is left anywhere" test -z "$(left_over .)"
