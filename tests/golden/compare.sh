#!/bin/sh
# Each stage's dump of small brochures, against the one that is kept: NAME.yaml and NAME.STAGE, where
# STAGE is one of `inspect --stage`, or `diagnostics` for what a faulty file is told and its exit
# status. With --again the kept ones are written anew (`make golden`); an empty file is a new case.
. tests/tap
tests=$PWD/tests/golden
work=$TMPDIR/golden
mkdir -p "$work"

dump() {
    name=$1
    stage=$2
    cd "$tests" || exit 1
    if [ "$stage" = diagnostics ]; then
        "$BROCHURE" build "$name.yaml" --quiet -o "$work/" 2>&1
        echo "exit status $?"
    else
        "$BROCHURE" inspect "$name.yaml" --stage "$stage" 2>&1 || echo "exit status $?"
    fi
}

for kept in tests/golden/*.*; do
    case $kept in *.yaml | *.sh) continue ;; esac
    file=${kept##*/}
    name=${file%.*}
    [ -e "$tests/$name.yaml" ] || continue
    (dump "$name" "${file##*.}") >"$work/$file"
    if [ "$1" = --again ]; then
        cp "$work/$file" "$kept"
    else
        holds "$file" diff -u "$kept" "$work/$file"
    fi
done
