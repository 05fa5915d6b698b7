#!/bin/sh
# `brochure explain`: every code has its words and its example.
. tests/tap
table=$PWD/src/diag/codes.def
examples=$PWD/src/diag/examples
cd "$TMPDIR" || exit 1
sed -n 's/^CODE(.*, "\(B[0-9]*\)", \([A-Z]*\), "\(.*\)",$/\1 \2 \3/p' "$table" | tr -s ' ' >codes

fails "without a code all are listed" 0 "$BROCHURE" explain
sed 's/  */ /g; s/ error / ERROR /; s/ warning / WARNING /' said >listed
holds "with severity and title" diff -u codes listed

while read -r code severity title; do
    "$BROCHURE" explain "$code" >said 2>&1 || echo "exit status $?" >>said
    holds "$code has its title" grep -qi "^$severity\[$code\]: $title\$" said
    holds "$code has no line wider than a terminal" test -z "$(sed '/^An example/,$d' said | grep -E '.{81}')"
    # Bytes that a terminal cannot show are replaced: compare the lines that have none.
    sed '1,/^An example that gets it:$/d; 1d; s/^    //' said >shown
    LC_ALL=C grep -v '[^ -~]' "$(ls "$examples/$code".*)" | while IFS= read -r line; do
        grep -qxF -- "$line" shown || echo "$line"
    done >missing
    holds "$code has its example" test -s shown -a ! -s missing
done <codes

fails "a code is found in small letters" 0 "$BROCHURE" explain b0212
says "as itself" "error[B0212]"
fails "several codes are explained in a row" 0 "$BROCHURE" explain B0212 B0301
holds "in their order" test "$(grep -o '^error\[.*\]' said | tr -d '\n')" = "error[B0212]error[B0301]"
fails "an unknown code is wrong usage" 2 "$BROCHURE" explain b0216
says "with the near ones" "B0212  error    words that YAML would drop or join"
fails "so is a word" 2 "$BROCHURE" explain yaml
says "and it is told where the list is" '`brochure explain` lists all codes'

# On a terminal a build says where to read on; elsewhere it prints diagnostics alone.
printf 'brochure: 1\ntitel: x\n' >faulty.yaml
if command -v script >/dev/null; then
    script -qec "$BROCHURE build faulty.yaml" /dev/null >said 2>&1
    says "a terminal is told of the explanation" '`brochure explain B0302` says more'
fi
fails "a pipe is not" 1 "$BROCHURE" build faulty.yaml
holds "but of the faults alone" sh -c '! grep -q explain said'
