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

# The brochures that the repository has, each with the line that names the schema.
awk -v folder="$work" -f tests/docs/examples.awk docs/brochure.5 | while read -r file kind _; do
    [ "$kind" != theme ] && [ "$kind" != faulty ] || rm "$file"
done
"$BROCHURE" new "$work/new" --quiet
for file in "$work"/example-*.yaml tests/golden/features/*.yaml; do
    { echo "# yaml-language-server: \$schema=file://$top/schema/brochure.schema.json"; cat "$file"; } >"$work/good-${file##*/}"
done
node tests/editor/editor.js "$tools" "$work" content/*.yaml "$work/new/first-visit.yaml" "$work"/good-*.yaml
