#!/bin/sh
# Hostile texts end with a brochure or with a message, in memory and time that their size explains:
# what once took the square of it takes minutes here.
. tests/tap
cd "$TMPDIR" || exit 1
repeat() {
    awk -v text="$1" -v count="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}
body() {
    printf 'brochure: 1\ntitle: x\nlanguage: en\nsections:\n- heading: x\n  body: |\n    '
}
# Sanitizers reserve terabytes of addresses.
bounded() {
    [ "$BUILD" = san ] || [ "$BUILD" = fuzz ] || ulimit -v 2000000
    timeout "${SECONDS_EACH:-40}" "$BROCHURE" "$@"
}
ends() { # NAME STATUS: of what comes on standard input
    cat >"$1.yaml"
    fails "$1" "$2" bounded build "$1.yaml" -o "$1.pdf" --quiet
    [ "$2" -eq 0 ] || holds "$1: the place is told" grep -q -e "--> $1.yaml:[0-9]" said
    [ "$2" -eq 0 ] || holds "$1: nothing is written" test ! -e "$1.pdf"
}
{ body; repeat '[' 100000; echo; } | ends brackets 1
{ body; repeat '[a](' 50000; echo; } | ends links-within-links 0
{ body; repeat '![' 50000; echo; } | ends pictures-within-pictures 0
{ body; repeat '*' 50000; echo; } | ends stars 1
{ body; repeat '*a ' 50000; echo; } | ends emphasis-that-never-ends 0
{ body; repeat '**a* ' 20000; echo; } | ends emphasis-that-does-not-match 0
{ body; repeat '> ' 2000; echo x; } | ends quotations-2000-deep 1
{ body; awk 'BEGIN { for (i = 0; i < 2000; i++) printf "%*s- x\n    ", 2 * i, "" }'; echo; } | ends lists-2000-deep 1
{ body; repeat abcdefghij 100000; echo; } | ends a-word-of-a-megabyte 1
{ body; repeat ي 100000; echo; } | ends an-arabic-word 1
{ body; printf e; repeat "$(printf '\314\201')" 100000; echo; } | ends a-letter-with-100000-accents 0
{ body; repeat ภาษาไทย 10000; echo; } | ends thai-without-a-space 0
{ body; repeat "$(printf '\342\201\247')" 50000; echo x; } | ends isolates-that-never-end 0
{ body; awk 'BEGIN { for (i = 0; i < 100000; i++) printf "[a%d]: https://example.org/%d\n    ", i, i }'; echo; } | ends link-definitions 1
{ body; awk 'BEGIN { for (i = 1; i < 500; i++) { for (k = 0; k < i; k++) printf "`"; printf "a " } }'; echo; } | ends code-that-never-ends 1
{ body; repeat '<!--' 50000; echo; } | ends comments 1
{ body; repeat '[@a]' 50000; echo; } | ends citations-of-nothing-on-one-line 1
{ body; repeat '{{a' 50000; echo; } | ends variables-on-one-line 1
{ body; repeat '[@a; ' 50000; echo; } | ends a-citation-that-never-ends 0
{ body; repeat "'a\" " 50000; echo; } | ends quotes-that-do-not-match 0
{ body; repeat 'a ' 100000; echo; } | ends a-paragraph-of-100000-words 0
{ body; repeat a/b 50000; echo; } | ends a-path-without-an-end 0
printf 'brochure: 1\ntitle: x\nlanguage: en\nsections:\n%s\n' "$(repeat '- {heading: h, body: x}\n' 5000 | sed 's/\\n/\n/g')" | ends sections-of-one-word 0

# 10 and 100 times the text take 10 and 100 times the counted work, within a tenth.
work() { # SECTIONS: candidate lines
    awk -v sections="$1" -f "$OLDPWD/bench/document.awk" >long.yaml
    "$BROCHURE" build long.yaml -e screen -o long.pdf --quiet --timings 2>&1 |
        sed -n 's/.* \([0-9]*\) candidate lines$/\1/p'
}
once=$(work 5) ten=$(work 50) hundred=$(work 500)
holds "10 times the text is 10 times the work ($once, $ten)" test "$ten" -le $((11 * once))
holds "100 times the text is 100 times the work ($ten, $hundred)" test "$hundred" -le $((11 * ten))
