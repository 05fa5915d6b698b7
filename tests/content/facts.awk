# Reads facts, bodies and the brochure's file from one stream, each line marked by its first field
# (fact, body, file) and a tab; facts.sh says what is found where.

{
    kind = substr($0, 1, 4)
    line = substr($0, 6)
}

kind == "fact" && line !~ /^#/ && line != "" {
    tab = index(line, "\t")
    if (!tab) { print "malformed line: " line; missing++; next }
    id[++facts] = substr(line, 1, tab - 1)
    pattern[facts] = substr(line, tab + 1)
}

kind == "body" {
    gsub(/\[@[^]]*\]/, "", line)
    gsub(/\]\([^)]*\)/, "]", line)
    sub(/^ *[0-9]+[.)] /, "", line)
    gsub(/[*_]/, "", line)
    body = body " " line
}

kind == "file" {
    if (line ~ /^references:/) in_references = 1
    if (in_references && line ~ /^ *- id:/) {
        items++
        place[items] = "ref " items ":"
    }
    if (in_references && items) place[items] = place[items] " " field(line)
    else prose = prose " " line
}

END {
    body = tolower(normal(body))
    sub(/june 27, 2025/, "the date", body)
    prose = tolower(normal(prose))
    gsub(/[*]/, "", prose)
    for (i = 1; i <= items; i++) place[i] = normal(place[i] " ;")
    for (f = 1; f <= facts; f++) check(id[f], pattern[f])
    printf "facts: %d found, %d missing; %d forbidden patterns, %d met\n", found, missing, forbidden, met
    exit missing || met || !found
}

# A line of a reference: fields begin with "; ", and quotes and block marks are taken away.
function field(s) {
    sub(/^ *(- )?/, "", s)
    sub(/: >-$/, ":", s)
    gsub(/"/, "", s)
    return (s ~ /^[A-Za-z-]+: */ ? "; " : "") s
}

function normal(s) {
    gsub(/[ \t]+/, " ", s)
    return s
}

function check(name, expression,    i) {
    if (name ~ /^!/) {
        forbidden++
        if (match(body, expression)) {
            printf "not on the source page: %s (%s)\n", substr(name, 2), substr(body, RSTART, RLENGTH)
            met++
        }
        return
    }
    if (prose ~ expression) { found++; return }
    for (i = 1; i <= items; i++) if (place[i] ~ expression) { found++; return }
    print "missing: " name
    missing++
}
