#!/bin/sh
# Reading grade of a brochure's text, by section: fails when a section or the whole is over grade 8.
# Usage: grade.sh [FILE.yaml]
here=$(cd "$(dirname "$0")" && pwd) || exit 2
brochure=${1:-$here/../../content/car-t-cell-therapy.yaml}
[ -r "$brochure" ] || { echo "grade: cannot read $brochure" >&2; exit 2; }

grade() { awk -v limit=8 -v names="$1" -f "$here/grade.awk"; }

# A measure that cannot fail says nothing: it is tried on words and texts of known difficulty first.
awk -v words=1 -f "$here/grade.awk" "$here/syllables.tsv" ||
    { echo "grade: syllables are counted wrongly" >&2; exit 2; }
grade "$here/names.txt" <"$here/grade_easy.txt" >/dev/null ||
    { echo "grade: an easy text is found too hard" >&2; exit 2; }
grade "$here/names.txt" <"$here/grade_hard.txt" >/dev/null &&
    { echo "grade: a hard text passes" >&2; exit 2; }

text=$(awk -f "$here/bodies.awk" "$brochure") || exit 2
printf '%s\n' "$text" | grade "$here/names.txt"
status=$?
# For comparison only: the same text with the names left in.
printf '%s\n' "$text" | grade "" | sed -n '$s/whole text.*/whole text, names counted/p'
exit $status
