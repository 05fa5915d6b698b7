#!/bin/sh
# What small brochures become, against what is kept: features/NAME.yaml beside its NAME.STAGE, where
# STAGE is one of `inspect --stage`; faults/CODE.yaml beside CODE.diagnostics, what its writer is
# told in each format. With --again the kept ones are written anew (`make golden`); an empty file
# is a new case.
. tests/tap
tests=$PWD/tests/golden
top=$(pwd -P)
work=$TMPDIR/golden
mkdir -p "$work"

diagnostics() {
    "$BROCHURE" build "$1" --quiet -o "$work/"
    status=$?
    for format in short json; do
        echo "--- $format"
        "$BROCHURE" build "$1" --quiet -o "$work/" --diagnostic-format $format
    done
    echo "--- exit status $status"
}

dump() {
    cd "$tests/$1" || exit 1
    if [ "$3" = diagnostics ]; then
        diagnostics "$2.yaml" 2>&1
    else
        "$BROCHURE" inspect "$2.yaml" --stage "$3" 2>&1 || echo "exit status $?"
    fi
}

for kept in tests/golden/*/*.*; do
    file=${kept##*/}
    name=${file%.*}
    folder=${kept%/*}
    folder=${folder##*/}
    [ "$file" != "$name.yaml" ] && [ -e "$tests/$folder/$name.yaml" ] || continue
    (dump "$folder" "$name" "${file##*.}") | sed "s|$top|.|g" >"$work/$file"
    if [ "$1" = --again ]; then
        cp "$work/$file" "$kept"
    else
        holds "$folder/$file" diff -u "$kept" "$work/$file"
    fi
done
[ "$1" != --again ] || exit 0
# Elsewhere are faults of files, sizes, fonts, the machine and the program itself.
for code in $(sed -n 's/^CODE(.*, "\(B[0-9]*\)".*/\1/p' src/diag/codes.def); do
    case $code in B0102 | B0103 | B0204 | B060[2-9] | B0801) continue ;; esac
    holds "$code has its example" grep -qF "[$code]" "tests/golden/faults/$code.diagnostics"
done
