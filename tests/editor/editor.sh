#!/bin/sh
# What a writer's editor makes of the JSON Schema: the language server for YAML that editors start
# completes, explains and checks by it; and a validator that knows all of 2020-12 takes the brochures.
#
# They come from npm's registry, in the versions of package-lock.json. Where it cannot be reached, or
# Node.js is not installed, this says so and tests nothing.
. tests/tap
top=$PWD
tools=$top/out/editor
work=$TMPDIR/editor
mkdir -p "$tools" "$work"

skip() {
    echo "# note: SKIPPED the test of editors: $1"
    exit 0
}
command -v node >/dev/null && command -v npm >/dev/null ||
    skip "it needs Node.js: apt-get install nodejs npm"
if ! cmp -s tests/editor/package-lock.json "$tools/installed"; then
    cp tests/editor/package.json tests/editor/package-lock.json "$tools/"
    (cd "$tools" && npm ci --ignore-scripts --no-audit --no-fund) >"$work/npm" 2>&1 || {
        sed 's/^/# /' "$work/npm"
        ! grep -q 'EINTEGRITY\|EUSAGE' "$work/npm" || { echo "not ok - npm takes what package-lock.json says"; exit 1; }
        skip "npm's registry cannot be reached"
    }
    cp tests/editor/package-lock.json "$tools/installed"
fi

# The brochures and themes that the repository has, each with the line that names its schema.
named() { # SCHEMA FILE NAME
    { echo "# yaml-language-server: \$schema=file://$top/schema/$1.schema.json"; cat "$2"; } >"$work/good-$3"
}
awk -v folder="$work" -f tests/docs/examples.awk docs/brochure.5 | while read -r file kind _; do
    case $kind in
        theme) named theme "$file" "${file##*/}" ;;
        file) case $file in *.yaml) named section "$file" "${file##*/}" ;; esac ;;
        whole | head | sections | body) named brochure "$file" "${file##*/}" ;;
    esac
done
for file in $(grep -l '^brochure: 1$' tests/golden/features/*.yaml); do
    named brochure "$file" "${file##*/}"
done
for file in content/themes/*.yaml; do
    named theme "$file" "theme-${file##*/}"
done
rm -rf "$work/new"
"$BROCHURE" new "$work/new" --quiet
node tests/editor/editor.js "$tools" "$work" content/*.yaml "$work"/new/*.yaml "$work"/new/themes/*.yaml "$work"/good-*.yaml
