#!/bin/sh
# Files keep PDF/UA-1 and PDF/A-2a, as veraPDF judges: the brochures of content/, of tests/golden/ and of `new`, and
# the writer's own samples.
. tests/tap
. tests/pdf/verapdf
mkdir "$TMPDIR/pdf"
set -- tests/golden/features/*.yaml
for file in content/*.yaml; do
    [ "$file" = content/house.yaml ] || set -- "$@" "$file"
done
holds "a folder to begin with is made" "$BROCHURE" new "$TMPDIR/new"
holds "all are built" "$BROCHURE" build "$@" "$TMPDIR"/new/*-*.yaml -e screen -o "$TMPDIR/pdf/" --quiet
for samples in pdf pictures; do
    holds "the samples of $samples are written" "$OUT/tests/unit/${samples}_test" "$TMPDIR/pdf"
done
holds "there are files of all kinds" test "$(find "$TMPDIR/pdf" -name '*.pdf' | wc -l)" -gt 45
keeps ua1 "$TMPDIR"/pdf/*.pdf
keeps 2a "$TMPDIR"/pdf/*.pdf
