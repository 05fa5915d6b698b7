#!/bin/sh
# Checks that a brochure carries every fact of its source page, and none that the page does not give.
# Usage: facts.sh [FILE.yaml]
# facts.tsv: ID, a tab, an extended regular expression (of the text in lower case; references keep
# their case). An ID that begins with "!" is a pattern that must not occur.
here=$(cd "$(dirname "$0")" && pwd) || exit 2
brochure=${1:-$here/../../content/car-t-cell-therapy.yaml}
[ -r "$brochure" ] || { echo "facts: cannot read $brochure" >&2; exit 2; }

# Facts are looked for in the white-space-normalised file: the text is one line, and each reference
# is a line of its own that begins with its number, so that a year is not found in another item.
# What must not occur is looked for in headings and bodies, without citations and list numbers.
{
    sed 's/^/fact	/' "$here/facts.tsv"
    awk -f "$here/bodies.awk" "$brochure" | sed 's/^/body	/'
    sed 's/^/file	/' "$brochure"
} | awk -f "$here/facts.awk"
