#!/bin/sh
# Every example of the manual is what it says: brochures build, faulty ones do not, and the commands
# of brochure(1) run as they stand. The keys and options that there are stand in the manual.
set -u
work=${TMPDIR:-/tmp}/examples
mkdir -p "$work"

verdict() { # STATUS RULE
    if [ "$1" -eq 0 ]; then echo "ok - $2"; else echo "not ok - $2"; sed 's/^/# /' "$work/said"; fi
}

awk -v folder="$work" -f tests/docs/examples.awk docs/brochure.5 >"$work/list"
[ "$(wc -l <"$work/list")" -ge 8 ]
verdict $? "brochure.5 has its examples"
while read -r kind file; do
    "$BROCHURE" build "$file" -o "$work/out/" >"$work/said" 2>&1
    status=$?
    [ "$kind" = faulty ] && { [ $status -eq 1 ]; status=$?; }
    verdict $status "brochure.5: $kind $(basename "$file")"
done <"$work/list"

# The commands of brochure(1) name guide.yaml and costs.yaml.
cp "$work/example-1.yaml" "$work/guide.yaml"
sed 's/^title:.*/&\ndocument: {version: 1.0}/' "$work/example-1.yaml" >"$work/costs.yaml"
printf '#!/bin/sh\nexec "%s" "$@"\n' "$BROCHURE" >"$work/brochure"
chmod +x "$work/brochure"
sed -n 's/^\.Dl \$ //p' docs/brochure.1 >"$work/commands"
[ -s "$work/commands" ]
verdict $? "brochure.1 has its examples"
while read -r command; do
    (cd "$work" && PATH=$work:$PATH sh -c "$command") >"$work/said" 2>&1
    verdict $? "brochure.1: $command"
done <"$work/commands"

: >"$work/said"
for option in $("$BROCHURE" --help | grep -oE '(^|[ ,])--[a-z-]+' | tr -d ' ,' | sort -u); do
    grep -q -e "Fl -${option#--}\b" docs/brochure.1 || echo "$option" >>"$work/said"
done
[ ! -s "$work/said" ]
verdict $? "every option of --help is in brochure.1"

: >"$work/said"
for option in $(grep -oE '(Fl|,) -[a-z]+[a-z-]*' docs/brochure.1 | sed 's/.* -/--/' | sort -u); do
    "$BROCHURE" --help | grep -q -e "$option\b" || echo "$option" >>"$work/said"
done
[ ! -s "$work/said" ]
verdict $? "every option of brochure.1 is in --help"

# A key that is built has a description, and none that says otherwise.
"$BROCHURE" schema | awk '
    /^ *"[A-Za-z-]+": \{$/ { key = $1; gsub(/[":]/, "", key); next }
    key != "" && /"description"/ && !/not built yet/ { print key }
    { key = "" }' | sort -u >"$work/keys"
[ "$(wc -l <"$work/keys")" -ge 40 ]
verdict $? "the schema tells its built keys"
: >"$work/said"
while read -r key; do
    grep -qE "(^|[^A-Za-z-])$key([^A-Za-z-]|\$)" docs/brochure.5 || echo "$key" >>"$work/said"
done <"$work/keys"
[ ! -s "$work/said" ]
verdict $? "brochure.5 names every key that is built"
