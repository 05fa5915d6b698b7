#!/bin/sh
# Times cold builds of the CAR-T brochure against the floor program on the same words, three pages for the press
# against the same for screens, and how time and memory grow with a document's length. BENCH_RUNS pairs (41 when not
# given). Not a test: the figures depend on the machine, only the ratios can be compared.
set -eu
runs=${BENCH_RUNS:-41}
brochure=content/car-t-cell-therapy.yaml
folder=$OUT/bench
mkdir -p "$folder"

"$BROCHURE" build $brochure -e screen -o "$folder/brochure.pdf" --quiet
pdftotext -nopgbrk "$folder/brochure.pdf" "$folder/brochure.txt"
echo "$(wc -w <"$folder/brochure.txt") words, $(pdfinfo "$folder/brochure.pdf" | awk '/^Pages/ { print $2 }') pages, $runs cold runs of each in turn"
echo "median ms   fastest  peak MB    ratio"
"$folder/pairs" "$runs" "$folder/floor" "$folder/brochure.txt" "$folder/floor.pdf" \
    -- "$BROCHURE" build $brochure -e screen -o "$folder/brochure.pdf" --quiet

echo
echo "where the time goes"
"$BROCHURE" build $brochure -e screen -o "$folder/brochure.pdf" --timings 2>&1

echo
echo "three pages for screens, and for the press"
export SOURCE_DATE_EPOCH=1700000000 # a file for the press has a date
awk -v sections=6 -f bench/document.awk >"$folder/three.yaml"
"$BROCHURE" build "$folder/three.yaml" -e print -o "$folder/three-print.pdf" --quiet # makes the profile
echo "median ms   fastest  peak MB    ratio"
"$folder/pairs" "$runs" "$BROCHURE" build "$folder/three.yaml" -e screen -o "$folder/three.pdf" --quiet \
    -- "$BROCHURE" build "$folder/three.yaml" -e print -o "$folder/three-print.pdf" --quiet

echo
echo "growth: 10, 100 and 1,000 sections of 120 words"
for sections in 10 100 1000; do
    awk -v sections=$sections -f bench/document.awk >"$folder/long-$sections.yaml"
done
echo "median ms   fastest  peak MB    ratio"
"$folder/pairs" 5 "$BROCHURE" build "$folder/long-10.yaml" -e screen -o "$folder/long-10.pdf" --quiet \
    -- "$BROCHURE" build "$folder/long-100.yaml" -e screen -o "$folder/long-100.pdf" --quiet \
    -- "$BROCHURE" build "$folder/long-1000.yaml" -e screen -o "$folder/long-1000.pdf" --quiet
