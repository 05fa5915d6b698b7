#!/bin/sh
# What --pdf-standard and an edition's `standard` ask for is kept, as veraPDF judges; each list by its own flavours.
. tests/tap
. tests/pdf/verapdf
some="content/car-t-cell-therapy.yaml content/first-visit-ar.yaml tests/golden/features/blocks.yaml
    tests/golden/features/tables.yaml tests/golden/features/citations.yaml tests/golden/features/languages.yaml"

# builds LIST FILE...: into a folder named after the list.
builds() {
    list=$1
    shift
    holds "files for $list are built" "$BROCHURE" build "$@" -e screen --pdf-standard "$list" -o "$TMPDIR/$list/" --quiet
    for pdf in "$TMPDIR/$list"/*.pdf; do
        mv "$pdf" "${pdf%.pdf} for $list.pdf"
    done
}
for list in ua-2,a-4 ua-1,a-3a; do
    builds "$list" content/car-t-cell-therapy.yaml content/first-visit-ar.yaml tests/golden/features/*.yaml
done
for list in a-2b a-2u a-2a a-3b a-3u a-3a a-4 ua-1 ua-2; do
    # shellcheck disable=SC2086 # the names have no spaces
    builds "$list" $some
done
keeps ua2 "$TMPDIR"/ua-2,a-4/*.pdf "$TMPDIR"/ua-2/*.pdf
keeps 4 "$TMPDIR"/ua-2,a-4/*.pdf "$TMPDIR"/a-4/*.pdf
keeps ua1 "$TMPDIR"/ua-1,a-3a/*.pdf "$TMPDIR"/ua-1/*.pdf
keeps 3a "$TMPDIR"/ua-1,a-3a/*.pdf "$TMPDIR"/a-3a/*.pdf
for list in a-2b a-2u a-2a a-3b a-3u; do
    keeps "${list#a-}" "$TMPDIR/$list"/*.pdf
done

cat >"$TMPDIR/kept.yaml" <<'END_OF_FILE'
brochure: 1
title: Kept
language: en-US
editions:
  screen: {}
  archive: {kind: screen, standard: [ua-2, a-4]}
sections: [{heading: One, body: "See [below](#two)."}, {heading: Two, body: Some words.}]
END_OF_FILE
"$BROCHURE" build "$TMPDIR/kept.yaml" -o "$TMPDIR/kept/" --quiet
keeps ua2 "$TMPDIR/kept/kept-archive.pdf"
keeps ua1 "$TMPDIR/kept/kept.pdf"
