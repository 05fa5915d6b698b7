#!/bin/sh
# page.pages: how many pages there may be, and the blank ones that fill up.
. tests/tap
cd "$TMPDIR" || exit 1
guide() { # PAGES PARAGRAPHS [KEY]
    printf 'brochure: 1\ntitle: T\nlanguage: en\n%s\npage: {size: A5, pages: %s}\nsections:\n- heading: H\n  body: |\n' "$3" "$1"
    seq "$2" | sed 's/.*/    Word & stands here alone.\n/'
}
pages() { # of the guide on standard input: a line each, with the number of its items
    "$BROCHURE" inspect - --stage pages | awk '/^page / { if (NR > 1) print items; items = 0; next } $1 ~ /^(text|path|link|group|image)$/ { items++ } END { print items + 0 }'
}
contact="publisher: {name: Us, phone: '1'}"

holds "without a number of pages there are as many as the text takes" test "$(guide '{at-most: 9}' 3 | pages | wc -l)" -eq 1
holds "blank pages fill up to a multiple" test "$(guide '{multiple-of: 4}' 3 "$contact" | pages | wc -l)" -eq 4
holds "those between the text and the back block are blank" test "$(guide '{multiple-of: 4}' 3 "$contact" | pages | tr '\n' ' ' | grep -cE '^[1-9][0-9]* 0 0 [1-9][0-9]* $')" -eq 1
holds "without a back block they follow the text" test "$(guide '{multiple-of: 2}' 3 | pages | tr '\n' ' ' | grep -cE '^[1-9][0-9]* 0 $')" -eq 1
holds "a whole multiple is left as it is" test "$(guide '{multiple-of: 1}' 3 "$contact" | pages | wc -l)" -eq 1
guide '{multiple-of: 4}' 3 "$contact" >blank.yaml
fails "a file with blank pages is built" 0 "$BROCHURE" build blank.yaml
holds "and keeps them" test "$(pdfinfo blank.pdf | awk '/^Pages/ { print $2 }')" -eq 4

guide '{at-most: 1}' 40 >long.yaml
fails "more pages than allowed are an error" 1 "$BROCHURE" build long.yaml --diagnostic-format short
says "at the key" "long.yaml:5:25: error:"
says "with how much is over" "lines are too many [B0703]"
over=$(sed -n 's/.*: \([0-9]*\) lines are.*/\1/p' "$TMPDIR/said")
guide '{at-most: 1}' $((40 - over)) >short.yaml
fails "as many lines less" 0 "$BROCHURE" build short.yaml
guide '{at-most: 1}' $((41 - over)) >short.yaml
fails "and not one fewer" 1 "$BROCHURE" build short.yaml
guide '{exactly: 3}' 3 >few.yaml
fails "fewer than exactly are an error" 1 "$BROCHURE" build few.yaml
says "with how many" "1 page, but there must be 3: 2 too few"
fails "of which multiple-of takes care" 0 "$BROCHURE" build few.yaml --set page.pages.multiple-of=3

# Running heads and feet: two texts on one line, that never meet.
headed() { # TITLE HEADING ID
    printf 'brochure: 1\ntitle: %s\nlanguage: en\npage: {size: A5, columns: 1}\ndocument: {id: "%s", version: 2, issued: 2025-01-01}\n' "$1" "$3"
    printf 'sections:\n- {heading: First, body: B}\n- {heading: %s, body: B, break-before: page}\n' "$2"
}
second() { "$BROCHURE" inspect - --stage pages | awk '/^page/ { page = $2 } page == 2'; }
# What stands at one height, from the left: the least space between two neighbours, in points.
space() { second | awk -v y="$1" '$1 == "text" && $3 == y { print $2 + 0, $4 + 0 }' | sort -n | awk 'NR > 1 { gap = $1 - end; if (least == "" || gap < least) least = gap } { end = $1 + $2 } END { print int(least) }'; }
long="A $(seq -s " word " 20)"
headed "$long" "$long" A >head.yaml
holds "long titles are shortened beside each other" test "$(space 44 <head.yaml)" -ge 16
holds "with an ellipsis" test "$(second <head.yaml | grep -c '…" header$')" -eq 2
headed "$long" Short A >head.yaml
holds "a short one leaves the room to the other" test "$(second <head.yaml | grep -c ' "Short" header$')" -eq 1
holds "which takes it" test "$(second <head.yaml | awk '/…" header$/ { print int($4 / 10) }')" -ge 22
headed T H A >head.yaml
holds "short ones stand as they are" test "$(second <head.yaml | grep -c '…')" -eq 0
headed T H "$(seq -s '-' 19)" >head.yaml
holds "what does not fit beside the folio is left to the control data" test "$(second <head.yaml | grep -c '18-19 · Version.*2" footer$')" -eq 1

# Labels of the control data beside their values
control() { # LABEL VALUE
    printf 'brochure: 1\ntitle: T\nlanguage: en\npage: {size: A5, columns: 1}\npublisher: {name: Example Clinic}\ndocument:\n  more:\n    %s: %s\nsections: [{heading: H, body: B}]\n' "$1" "$2" >control.yaml
    "$BROCHURE" inspect control.yaml --stage pages | awk -v first="${1%% *}" -v second="${2%% *}" '$1 == "text" && index($0, "\"" first) { y = $3 } $1 == "text" && index($0, "\"" second) { print $3 - y }'
}
holds "a long label stands before a short value" test "$(control 'Date of the publication' 'Twelve March')" = 0
holds "one that leaves its value no room stands above it" test "$(control 'Date of the last publication of this brochure' 'Twelve months of the year')" -gt 0
