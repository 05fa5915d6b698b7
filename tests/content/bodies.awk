# Prints the running text of a brochure: "# HEADING" for every section, then the lines of its body
# without their indentation. References, metadata and keys are left out. Bodies are block scalars.

function indent_of(line) {
    match(line, /^ */)
    return RLENGTH
}

/^references:/ { exit }

body_indent >= 0 && inside && $0 !~ /^ *$/ && indent_of($0) <= body_indent { inside = 0 }

inside {
    if ($0 ~ /^ *$/) { print ""; next }
    if (!text_indent) text_indent = indent_of($0)
    print substr($0, text_indent + 1)
    next
}

/^ *- heading: / {
    heading = $0
    sub(/^ *- heading: /, "", heading)
    print "# " heading
}

/^ *body: \|/ {
    inside = 1
    body_indent = indent_of($0)
    text_indent = 0
}
