# Prints the running text of a brochure: "# HEADING" for every section, then what its blocks say:
# block scalars without their indentation, and the texts of one line, each a paragraph of its own
# (titles, labels, captions, quotations, definitions, items of checklists). References, metadata,
# other keys and tables' rows are left out. Bodies are block scalars, and mappings stand in lines.

function indent_of(line) {
    match(line, /^ */)
    return RLENGTH
}

/^references:/ { exit }
/^sections:/ { in_sections = 1; next }
!in_sections { next }

inside && $0 !~ /^ *$/ && indent_of($0) <= text_above { inside = 0 }
inside {
    if ($0 ~ /^ *$/) { if (shown) print ""; next }
    if (!text_indent) text_indent = indent_of($0)
    if (shown) print substr($0, text_indent + 1)
    next
}

/^ *- heading: / {
    heading = $0
    sub(/^ *- heading: /, "", heading)
    print "# " heading
    next
}

# A picture's alt text is a block scalar, too, but no running text.
/(: |- )[|>]-?$/ {
    inside = 1
    shown = $0 !~ /alt: /
    text_above = indent_of($0)
    text_indent = 0
    next
}

listed != "" && indent_of($0) <= listed_above { listed = "" }
/^ *- (checklist|definitions):$/ {
    listed = $0
    listed_above = indent_of($0)
    next
}
listed != "" || /^ *(- )?(title|label|caption|quote): / { paragraph($0) }

function paragraph(line) {
    sub(/^ *(- )?/, "", line)
    if (line ~ /^(title|label|caption|quote): / || listed ~ /definitions/) sub(/^[^:]*: /, "", line)
    gsub(/^"|"$/, "", line)
    print ""
    print line
    print ""
}
