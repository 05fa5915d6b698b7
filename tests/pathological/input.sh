#!/bin/sh
# Hostile input is refused with a message, in time that its size explains.
. tests/tap
# refused NAME: the file in $TMPDIR/NAME.yaml ends with status 1 before long.
refused() {
    fails "$1 is refused" 1 timeout 60 "$BROCHURE" build "$TMPDIR/$1.yaml" -o "$TMPDIR/$1.pdf"
    holds "$1 is told with its place" grep -q -e "--> .*$1.yaml:[0-9]*:[0-9]*" "$TMPDIR/said"
    holds "$1 is told in bounds" test "$(wc -c <"$TMPDIR/said")" -le $((50 * $(wc -c <"$TMPDIR/$1.yaml")))
}
repeat() {
    awk -v text="$1" -v count="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}
{ printf 'title: '; repeat '[' 100000; } >"$TMPDIR/brackets.yaml"
refused brackets
{ printf 'title: '; repeat '{a: ' 100000; } >"$TMPDIR/braces.yaml"
refused braces
{ printf 'x-a: &a [x, x, x, x, x, x, x, x, x]\n'
  for i in a/b b/c c/d d/e e/f f/g g/h h/i; do
      printf 'x-%s: &%s [' "${i#*/}" "${i#*/}"; repeat "*${i%/*}, " 9; printf ']\n'
  done; } >"$TMPDIR/laughs.yaml"
refused laughs
awk 'BEGIN { print "brochure: 1"; for (i = 0; i < 20000; i++) print "key" i ": x" }' >"$TMPDIR/keys.yaml"
refused keys
{ printf 'brochure: 1\ntitle: x\nlanguage: en\nsections:\n  - heading: x\n    body: "'; repeat '*a ' 100000; printf '<b>"\n'; } >"$TMPDIR/stars.yaml"
refused stars
{ printf 'brochure: 1\ntitle: x\nlanguage: en\nsections:\n  - heading: x\n    body: |\n      '; repeat '> ' 20000; printf 'x\n'; } >"$TMPDIR/quotes.yaml"
refused quotes
{ printf 'brochure: 1\ntitle: x\nlanguage: en\nsections:\n  - heading: x\n    body: |\n      '; repeat '![[' 30000; printf 'x<i>\n'; } >"$TMPDIR/links.yaml"
refused links
repeat '\0\377' 50000 >"$TMPDIR/bytes.yaml"
refused bytes
