#!/bin/sh
# Tables over many pages: no row is lost, each page has the head, and work grows with the cells.
. tests/tap
cd "$TMPDIR" || exit 1
table() { # COLUMNS ROWS
    awk -v columns="$1" -v rows="$2" 'BEGIN {
        print "brochure: 1\ntitle: T\nlanguage: en-US\npage: {size: {width: 600mm, height: 300mm}}"
        printf "sections:\n- heading: H\n  body:\n  - table:\n      columns: [Head"
        for (k = 1; k < columns; k++) printf ", h"
        print "]\n      rows:"
        for (i = 1; i <= rows; i++) {
            printf "      - [row-%d", i
            for (k = 1; k < columns; k++) printf ", \"%d\"", k
            print "]"
        } }'
}
table 3 200 >200.yaml
holds "a table of 200 rows is built" "$BROCHURE" build 200.yaml -e screen -o 200.pdf --quiet
"$BROCHURE" inspect 200.yaml --stage pages >200.pages
holds "every row is there once" test "$(grep -o 'row-[0-9]*' 200.pages | sort -u | wc -l)" -eq 200
pages=$(grep -c '^page ' 200.pages)
holds "it takes several pages ($pages)" test "$pages" -ge 3
holds "each has the head" test "$(grep -c '"Head"' 200.pages)" -eq "$pages"
work() { # ROWS: candidate lines of 50 columns
    table 50 "$1" >wide.yaml
    "$BROCHURE" build wide.yaml -e screen -o wide.pdf --quiet --timings 2>&1 |
        sed -n 's/.* \([0-9]*\) candidate lines$/\1/p'
}
once=$(work 40) ten=$(work 400)
holds "ten times the rows are ten times the work ($once, $ten)" test "$ten" -le $((11 * once))
table 5000 1 >columns.yaml
fails "a table of 5000 columns is refused" 1 "$BROCHURE" build columns.yaml -e screen -o columns.pdf
holds "by the column that takes most" grep -q "^error.B0701.: the columns need" said
