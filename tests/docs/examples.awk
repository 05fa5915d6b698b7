# Writes each example of a manual page into a file of its own, a brochure that can be built.
# Usage: awk -v folder=DIR -f examples.awk PAGE; prints "FILE KIND CODE..." for each.
#
# A display is an example when a comment `.\" build: KIND CODE...` stands before it. whole and faulty
# are brochures, the latter with the faults that the codes name; head lacks the title and the text,
# sections the title, body is the Markdown of a section; theme is a theme; file NAME is a file beside
# them that others include.
function begin(kind)
{
    file = folder "/" (kind == "file" ? substr(codes, 2) : "example-" ++count ".yaml")
    printf "" >file
    if (kind != "whole" && kind != "faulty" && kind != "theme" && kind != "file")
        print "brochure: 1\ntitle: An example\nlanguage: en-US" >file
    if (kind == "body")
        print "sections:\n  - heading: One\n    body: |" >file
}

function end(kind)
{
    if (kind == "head")
        print "sections: [{heading: One, body: Text.}]" >file
    if (kind == "body")
        print "references: {items: [{id: kymriah, text: Kymriah.}]}" >file
    close(file)
    print file, kind codes
}

/^\.\\" build: / {
    kind = $3
    codes = ""
    for (i = 4; i <= NF; i++)
        codes = codes " " $i
    next
}
/^\.Bd / && kind != "" { inside = 1; begin(kind); next }
/^\.Ed/ && inside { end(kind); inside = 0; kind = ""; next }
inside {
    gsub(/\\e/, "\\")
    print (kind == "body" && $0 != "" ? "      " : "") $0 >file
}
