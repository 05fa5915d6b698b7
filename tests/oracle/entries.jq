# The entries of a document's bibliography, id TAB text, as pandoc's JSON has them.
def text:
    if type == "array" then map(text) | add // ""
    elif .t == "Str" then .c
    elif .t == "Space" or .t == "SoftBreak" or .t == "LineBreak" then " "
    elif .t == "Quoted" then (if .c[0].t == "DoubleQuote" then "“\(.c[1] | text)”" else "‘\(.c[1] | text)’" end)
    elif .t == "Span" or .t == "Link" then .c[1] | text
    elif .c then .c | text
    else "" end;
.. | objects | select(.t == "Div") | select(.c[0][0] | startswith("ref-"))
    | "\(.c[0][0] | ltrimstr("ref-"))\t\(.c[1] | text | gsub("\u00a0"; " ") | sub("^[0-9]+\\. "; ""))"
