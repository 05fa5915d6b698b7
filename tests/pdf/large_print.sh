#!/bin/sh
# Files in large print keep the standards of those for screens.
. tests/tap
. tests/pdf/verapdf
holds "they are built" "$BROCHURE" build content/car-t-cell-therapy.yaml content/medicine-leaflet.yaml content/first-visit-ar.yaml -e large-print -o "$TMPDIR/" --quiet
keeps ua1 "$TMPDIR"/*.pdf
keeps 2a "$TMPDIR"/*.pdf
