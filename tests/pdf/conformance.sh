#!/bin/sh
# The writer's sample files hold to PDF/UA-1 and PDF/A-2a, as veraPDF judges. VERAPDF names its
# greenfield-apps jar (org.verapdf.apps, from Maven Central); without it there is nothing to do.
if [ -z "${VERAPDF:-}" ]; then
    echo "ok - conformance was not asked for (VERAPDF is not set) # SKIP"
    exit 0
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
"$OUT/tests/unit/pdf_test" "$folder" || exit 1
"$OUT/tests/unit/pictures_test" "$folder" || exit 1
for flavour in ua1 2a; do
    # One process judges all files: it says "PASS file flavour" for each.
    java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp "$VERAPDF" \
        org.verapdf.apps.GreenfieldCliWrapper -f $flavour --format text -v "$folder"/*.pdf >"$folder/said" 2>&1
    for file in "$folder"/*.pdf; do
        if grep -q "^PASS $file $flavour" "$folder/said"; then
            echo "ok - $(basename "$file") holds to $flavour"
        else
            echo "not ok - $(basename "$file") holds to $flavour"
            sed 's/^/# /' "$folder/said"
        fi
    done
done
