#!/bin/sh
# What veraPDF does not look at, in the files of all brochures: see structure.jq, and faults.sh for what it finds.
. tests/tap
set -- tests/golden/features/*.yaml
for file in content/*.yaml; do
    [ "$file" = content/house.yaml ] || set -- "$@" "$file"
done
holds "all are built" "$BROCHURE" build "$@" -e screen -o "$TMPDIR/one/" --quiet
holds "and in PDF 2.0" "$BROCHURE" build "$@" -e screen --pdf-standard ua-2,a-4 -o "$TMPDIR/two/" --quiet
holds "the writer's samples are" "$OUT/tests/unit/pdf_test" "$TMPDIR/one"
for pdf in "$TMPDIR"/one/*.pdf "$TMPDIR"/two/*.pdf; do
    qpdf --json-output --json-stream-data=inline --decode-level=generalized "$pdf" - >"$TMPDIR/json" &&
        jq -r -f tests/pdf/structure.jq "$TMPDIR/json" >"$TMPDIR/faults" || echo "it cannot be read" >>"$TMPDIR/faults"
    holds "${pdf#"$TMPDIR/"} is sound" sh -c 'cat "$1"; [ ! -s "$1" ]' sh "$TMPDIR/faults"
done
