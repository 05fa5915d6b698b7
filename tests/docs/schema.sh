#!/bin/sh
# The JSON Schemas tell an editor all that it needs: each key has its words, each choice its values.
. tests/tap
none() { # FILE: it is empty
    cat "$1"
    [ ! -s "$1" ]
}
cd "$TMPDIR" || exit 1
described() { # NAME: the schema
    "$BROCHURE" schema "$1" >schema.json
    # Each key with where it stands; within conditions and alternatives, too.
    jq -c 'paths(objects) as $p | select(($p | length) > 1 and $p[-2] == "properties")
        | {key: $p[-1], place: ($p | map(tostring) | join("/")), value: getpath($p)}' schema.json >keys
    holds "$1: the schema has its keys" test "$(wc -l <keys)" -ge 50
    jq -r 'select((.value.description // "") | test("^[A-Z].*[a-z0-9\\])`]$") | not) | .place' keys >faulty
    holds "$1: each key is described, without a final point" none faulty
    jq -r 'select(.value | has("not") or has("$ref") or has("type") or has("enum") or has("anyOf")
        or (.description | endswith("(not built yet)")) | not) | .place' keys >faulty
    holds "$1: each key says what its value is" none faulty
    jq -r '[.. | objects | select(has("enum")) | .enum
        | select(length == 0 or (map(type == "number" or (type == "string" and length > 0)) | all | not) or unique != sort)] | length' schema.json >count
    holds "$1: choices are numbers or texts, each given once" grep -qx 0 count
    jq -r '.. | objects | select(has("enum")) | select((.enumDescriptions // [] | map(select(length > 0)) | length)
        != (.enum | length)) | .enum | map(tostring) | join(" ")' schema.json >faulty
    holds "$1: each choice is described" none faulty
    holds "$1: there are choices" test "$(jq '[.. | objects | select(has("enum"))] | length' schema.json)" -ge 5
    # An example helps wherever a writer types something of their own.
    jq -r 'select(.value.type == ["string", "number", "boolean"] and (.value.examples | length // 0) == 0) | .place' keys >faulty
    holds "$1: each text has an example" none faulty
    jq -r 'select(.value | has("pattern") and (has("examples") and has("errorMessage") | not)) | .place' keys >faulty
    holds "$1: so has what has a form, with the words for other forms" none faulty
    jq -r '(."$defs" | keys[]) as $name | select([.. | objects | ."$ref"? | select(. == "#/$defs/" + $name)] == []) | $name' schema.json >faulty
    holds "$1: each definition is used" none faulty
    jq -r '[.. | objects | ."$ref"? // empty | ltrimstr("#/$defs/")] - (."$defs" | keys) | .[]' schema.json >faulty
    holds "$1: each that is used is there" none faulty
}
for schema in brochure house section theme; do described "$schema"; done
