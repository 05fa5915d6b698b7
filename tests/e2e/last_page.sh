#!/bin/sh
# The last page is filled: by a page less, by other spaces above headings, or from the page before.
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # PARAGRAPHS COLUMNS [KEY]
    printf 'brochure: 1\ntitle: T\nlanguage: en\n%s\npage: {size: A5, columns: %s}\nsections:\n- heading: Alpha\n  body: |\n' "$3" "$2"
    seq "$1" | awk '{ if ($1 % 7 == 0) print "    # Part " $1 "\n"; print "    Paragraph " $1 " has some words, so that it takes two lines or three of the page.\n" }'
}
# The number of pages, and what the last one holds of its frame, in percent.
filled() { "$BROCHURE" inspect - --stage pages | awk '/^page/ { page = $2; height = $4; low = 0 } $1 == "text" && !/ (header|footer)$/ && $3 > low { low = $3 } END { print page, int(100 * (low - 64) / (height - 136)) }'; }
short=0 two=0
for paragraphs in $(seq 12 52); do
    for columns in 1 2; do
        guide "$paragraphs" "$columns" | filled >said
        read -r pages percent <said
        [ "$pages" -lt 2 ] && continue
        two=$((two + 1))
        [ "$percent" -ge 22 ] || { short=$((short + 1)); echo "# $paragraphs paragraphs, $columns columns: $percent percent on page $pages"; }
    done
done
holds "many lengths of text take more than one page" test "$two" -ge 60
holds "and all leave their last page filled by a quarter" test "$short" -eq 0
printf 'theme: 1\nextends: clinic\npage: {last-page: 1}\n' >loose.yaml
bare=0
for paragraphs in $(seq 12 52); do
    guide "$paragraphs" 1 "theme: loose.yaml" >loose-text.yaml
    filled <loose-text.yaml >said
    read -r pages percent <said
    [ "$pages" -ge 2 ] && [ "$percent" -lt 22 ] && bare=$((bare + 1))
done
holds "which is the theme's doing" test "$bare" -ge 3
