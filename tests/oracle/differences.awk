# Holds our entries against the other program's. Usage: awk -v style=ama -f differences.awk
# differences.tsv theirs.tsv ours.tsv; the entries are id TAB text. What differs has a row in the table: it turns
# their text into ours, and one that is not needed any more is a failure, too.
BEGIN { FS = "\t" }
function report(good, rule) {
    print (good ? "ok - " : "not ok - ") style " " rule
}
# Replaces `from` in the text of `id` once, or everywhere.
function replace(id, from, to, all,   at, done) {
    done = ""
    while ((at = index(theirs[id], from)) > 0) {
        done = done substr(theirs[id], 1, at - 1) to
        theirs[id] = substr(theirs[id], at + length(from))
        found = 1
        if (!all)
            break
    }
    theirs[id] = done theirs[id]
}
FILENAME ~ /differences.tsv$/ {
    if (/^#/ || $1 != style)
        next
    rows++
    if (NF != 5 || $3 == $4 || $5 == "")
        report(0, "row " FNR " of the table has five fields, two texts and a rule")
    id[rows] = $2; from[rows] = $3; to[rows] = $4; rule[rows] = $5; line[rows] = FNR
    next
}
FILENAME ~ /theirs.tsv$/ { theirs[$1] = $2; order[++count] = $1; next }
{ ours[$1] = $2; entries++ }
END {
    for (row = 1; row <= rows; row++) {
        found = 0
        if (id[row] == "*")
            for (i = 1; i <= count; i++)
                replace(order[i], from[row], to[row], 1)
        else
            replace(id[row], from[row], to[row], 0)
        if (!found)
            report(0, "line " line[row] " of the table: " id[row] " differs no more, take the row out")
    }
    for (i = 1; i <= count; i++) {
        report(theirs[order[i]] == ours[order[i]], order[i])
        if (theirs[order[i]] != ours[order[i]])
            print "# wanted: " theirs[order[i]] "\n# printed: " ours[order[i]]
    }
    report(count >= 120 && entries == count, "has as many entries as were given: " count)
}
