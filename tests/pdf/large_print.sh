#!/bin/sh
# Files in large print keep the standards of those for screens.
. tests/tap
. tests/pdf/verapdf
holds "they are built" "$BROCHURE" build content/car-t-cell-therapy.yaml content/medicine-leaflet.yaml content/first-visit-ar.yaml -e large-print -o "$TMPDIR/" --quiet
holds "in every theme, and as large as may be" sh -c 'for theme in quiet placard; do "$BROCHURE" build tests/golden/features/large.yaml --theme $theme -o "$TMPDIR/$theme.pdf" --quiet || exit 1; done; "$BROCHURE" build tests/golden/features/large-small.yaml -o "$TMPDIR/" --quiet'
keeps ua1 "$TMPDIR"/*.pdf
keeps 2a "$TMPDIR"/*.pdf
