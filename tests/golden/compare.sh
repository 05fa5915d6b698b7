#!/bin/sh
# What brochures become, against what is kept: features/NAME.yaml beside its NAME.STAGE, where
# STAGE is one of `inspect --stage`; brochures/NAME.pages for each content/NAME.yaml; themes/NAME.yaml likewise, for themes, with those that are faulty;
# faults/CODE.diagnostics, what the writer of the code's example (src/diag/examples/CODE.yaml) is told
# in each format. With --again the kept ones are written anew (`make golden`); an empty file is a new
# case.
. tests/tap
tests=$PWD/tests/golden
examples=$PWD/src/diag/examples
top=$(pwd -P)
work=$TMPDIR/golden
mkdir -p "$work"

# unpack CODE: puts the example's files (see codes.def) into the current folder, prints the first name.
unpack() {
    awk -v name="$1.yaml" '
        /^# file: / { name = $3; folder = name }
        sub(/\/[^\/]*$/, "", folder) { system("mkdir -p \"" folder "\""); folder = "" }
        !first { first = name; print name }
        !/^# file: / { print >name }' "$examples/$1.yaml"
}

diagnostics() {
    status=0
    "$BROCHURE" build "$1" --quiet -o out/ || status=$?
    for format in short json; do
        echo "--- $format"
        "$BROCHURE" build "$1" --quiet -o out/ --diagnostic-format $format
    done
    echo "--- exit status $status"
}

example() {
    mkdir -p "$work/$1"
    cd "$work/$1" || exit 1
    diagnostics "$(unpack "$1")" 2>&1
}

stage() { # FOLDER NAME STAGE
    cd "$1" || exit 1
    "$BROCHURE" inspect "$2.yaml" --stage "$3" 2>&1 || echo "exit status $?"
}

# compare KEPT MADE
compare() {
    sed -i "s|$top|.|g" "$2"
    if [ "$again" ]; then
        cp "$2" "$1"
    else
        holds "${1#tests/golden/}" diff -u "$1" "$2"
    fi
}

again=$1
for kept in tests/golden/features/*.* tests/golden/themes/*.*; do
    file=${kept##*/}
    name=${file%.*}
    folder=${kept#tests/golden/}
    folder=${folder%/*}
    [ "$file" != "$name.yaml" ] && [ -e "$tests/$folder/$name.yaml" ] || continue
    (stage "$tests/$folder" "$name" "${file##*.}") >"$work/$file"
    compare "$kept" "$work/$file"
done
for file in $(grep -l '^brochure:' content/*.yaml); do
    name=$(basename "$file" .yaml)
    (stage content "$name" pages) >"$work/$name.pages"
    compare "tests/golden/brochures/$name.pages" "$work/$name.pages"
done
for example in "$examples"/*.yaml; do
    code=${example##*/}
    code=${code%.yaml}
    kept=tests/golden/faults/$code.diagnostics
    (example "$code") >"$work/$code.diagnostics"
    compare "$kept" "$work/$code.diagnostics"
    [ "$again" ] || holds "$code is what its example gets" grep -qF "[$code]" "$kept"
done
[ ! "$again" ] || exit 0
for kept in tests/golden/brochures/*.pages; do
    name=$(basename "$kept" .pages)
    holds "the brochure $name is there" test -e "content/$name.yaml"
done
for stray in tests/golden/faults/*.yaml; do
    holds "examples of diagnostics lie in src/diag/examples" test ! -e "$stray"
done
