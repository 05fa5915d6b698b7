#!/bin/sh
# Files are small. Peers write the text of the web page that the first brochure rests on (575 words and 23 references:
# three pages) as a tagged file of 51 to 55 KB (Typst), or 32 (WeasyPrint). That page's sentences are not ours. So the
# fixture is as much of our own text on the same matters, with the same 23 references: no cover, pictures, contents or
# lead, and none of the control data that the page has not. It is set in the house's theme, in five faces.
. tests/tap
awk -v sections=" care-team expertise research coming locations costs " '
    /^[a-z]/ { key = $1; kept = key !~ /^(subtitle|cover|contents|lead):$/ }
    key == "document:" || key == "publisher:" { kept = /^[a-z]/ || /^  (name|id|version|status|issued):/ }
    key == "sections:" && /^ *- heading:/ { heading = $0; next }
    key == "sections:" && heading != "" { # its id decides
        kept = index(sections, " " $2 " ")
        if (kept)
            print heading
        heading = ""
        block = 1
    }
    key == "sections:" && /^ *(- ((figure|quote|steps):|\|$)|sections:)/ { block = !/(figure|quote):/ }
    key == "references:" && /^ *- id:/ { ids = ids ", " $3 }
    kept && (key != "sections:" || block || /^[a-z]/)
    END { print "  nocite: [" substr(ids, 3) "]" }
' content/car-t-cell-therapy.yaml >"$TMPDIR/page.yaml"
holds "the page is built" "$BROCHURE" build "$TMPDIR/page.yaml" -e screen -o "$TMPDIR/page.pdf" --fail-on warning
holds "it has three pages" sh -c 'pdfinfo "$1" | grep -q "^Pages: *3$"' sh "$TMPDIR/page.pdf"
pdftotext -layout "$TMPDIR/page.pdf" "$TMPDIR/page.txt"
words=$(wc -w <"$TMPDIR/page.txt")
holds "it has the words of the peers' page ($words)" test "$words" -gt 951 -a "$words" -lt 1050
holds "it has 23 references" grep -q " 23\. Neelapu" "$TMPDIR/page.txt"
holds "it is tagged" sh -c 'pdfinfo "$1" | grep -q "^Tagged: *yes$"' sh "$TMPDIR/page.pdf"
size=$(wc -c <"$TMPDIR/page.pdf")
holds "it is of at most 32 KB ($size bytes)" test "$size" -le 32768

# A long file's own weight: tags, pages, tables and fonts, beside what its pages show.
awk -v sections=2300 -f bench/document.awk >"$TMPDIR/long.yaml"
holds "a long file is built" "$BROCHURE" build "$TMPDIR/long.yaml" -e screen -o "$TMPDIR/long.pdf" --quiet
pages=$(pdfinfo "$TMPDIR/long.pdf" | awk '/^Pages:/ { print $2 }')
holds "it has 1,000 pages ($pages)" test "$pages" -ge 1000
qpdf --json "$TMPDIR/long.pdf" |
    jq '.qpdf[1] | [.[] | .value? | objects | select(."/Type" == "/Page") | "obj:" + ."/Contents"] as $contents
        | [.[$contents[]].stream.dict."/Length"] | add' >"$TMPDIR/contents"
rest=$((($(wc -c <"$TMPDIR/long.pdf") - $(cat "$TMPDIR/contents")) / pages))
holds "a page takes at most 1.5 KB beyond its contents ($rest bytes)" test "$rest" -gt 0 -a "$rest" -le 1536
