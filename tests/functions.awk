# Measures the functions and files of the tree against the house's limits, and prints the figures.
# Usage: awk -f tests/functions.awk FILE.c...
#
# clang-format puts a function's braces alone in the first column: its length is the lines between
# them. A switch over many cases may be longer, since each case is read by itself.
BEGIN {
    median_most = 15
    ninetieth_most = 45
    longest = 80
    file_most = 800
}

FNR == 1 { file_ends(); file = FILENAME; inside = 0 }
{ file_lines = FNR }
/^[a-z].*\(/ || /^[A-Z][A-Z_]*\(/ { name = $0 }
/^\{$/ { inside = 1; start = FNR; cases = 0; first_name = name; next }
inside && /^ *case .*:/ { cases++ }
/^\}$/ && inside { inside = 0; function_ends(FNR - start - 1) }

function function_ends(lines)
{
    lengths[++count] = lines
    if (lines > longest && cases * 4 < lines)
        fault(file ":" start ": " lines " lines in one function (at most " longest ")")
    if (lines > most) {
        most = lines
        most_at = file ":" start
    }
}

function file_ends()
{
    if (file != "" && file_lines > file_most)
        fault(file ": " file_lines " lines (at most " file_most ")")
}

function fault(text)
{
    print "not ok - " text
    faults++
}

# Shell sort: mawk has no asort.
function sort_lengths(    gap, i, j, held)
{
    for (gap = int(count / 2); gap > 0; gap = int(gap / 2))
        for (i = gap + 1; i <= count; i++) {
            held = lengths[i]
            for (j = i; j > gap && lengths[j - gap] > held; j -= gap)
                lengths[j] = lengths[j - gap]
            lengths[j] = held
        }
}

END {
    file_ends()
    sort_lengths()
    median = lengths[int((count + 1) / 2)]
    ninetieth = lengths[int(count * 0.9 + 0.5)]
    figures = count " functions: median " median ", 90th percentile " ninetieth ", longest " most " (" most_at ")"
    if (median > median_most || ninetieth > ninetieth_most)
        fault(figures "; at most " median_most " and " ninetieth_most)
    print "# note: " figures
    if (!faults)
        print "ok - lengths of functions and files"
    exit faults > 0
}
