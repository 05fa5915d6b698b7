#!/bin/sh
# Files with one fault each: veraPDF by one of its flavours, or structure.jq (ours), finds it. So neither is deaf.
# They are made from two good files that have something of everything, one of PDF 1.7, one of PDF 2.0.
. tests/tap
. tests/pdf/verapdf
rules=$PWD/tests/pdf
cp content/images/care-team.svg "$TMPDIR"
cat >"$TMPDIR/good.yaml" <<'YAML'
brochure: 1
title: "Good &amp; plain"
subtitle: What it tells
language: en-US
document: {issued: 2025-06-27}
contents: 2
sections:
  - heading: One
    body:
      - Some *words* and a [link](https://example.org/a). See [below](#two).[@a]
      - |
        1. First
        2. Second
      - table:
          caption: Doses
          columns: [Day, Dose]
          rows: [[Monday, "1"], [Tuesday, "2"]]
      - figure: {file: care-team.svg, alt: Three nurses, caption: The team}
    sections:
      - {heading: Inner, body: More words.}
  - {heading: Two, body: The end.}
references:
  items: [{id: a, type: webpage, title: Cells, publisher: NCI, URL: "https://example.org/b", accessed: 2025-04-16}]
YAML
cd "$TMPDIR" || exit 1
mkdir one two
holds "a good file is built" "$BROCHURE" build good.yaml -o one.pdf --quiet
holds "and one of PDF 2.0" "$BROCHURE" build good.yaml -o two.pdf --pdf-standard ua-2,a-4 --quiet
for file in one two; do
    qpdf --json-output --json-stream-data=inline --decode-level=generalized $file.pdf $file.json
done

# make FOLDER NAME CHANGE: changes the folder's good file.
make() {
    jq "$(cat "$rules/faults.jq") $3" "$1.json" >changed.json &&
        qpdf --json-input changed.json --newline-before-endstream --object-streams=generate "$1/$2.pdf"
}
# fault FOLDER "JUDGES" NAME CHANGE: each of the judges shall find it.
fault() {
    holds "a file is made: $3" make "$1" "$3" "$4"
    holds "it differs: $3" sh -c '! cmp -s "$1/good.pdf" "$1/$2.pdf"' sh "$1" "$3"
    for judge in $2; do
        printf '%s\t%s\t%s\n' "$1" "$judge" "$3" >>expected
    done
}
holds "what is not changed can be written" make one good .
holds "in PDF 2.0, too" make two good .
f() { fault one "$@"; }
f "ua1 ours" "no title in the XMP" 'xmp(sub("<dc:title>.*</dc:title>"; ""))'
f ours "another title in Info" 'info(."/Title" = "u:Bad")'
f ours "another date in Info" 'info(."/ModDate" = "u:D:20250628")'
f ours "another producer in the XMP" 'xmp(sub("<pdf:Producer>"; "<pdf:Producer>x"))'
f ua1 "the title is not displayed" 'catalog(."/ViewerPreferences"."/DisplayDocTitle" = false)'
f ua1 "no language" 'catalog(del(."/Lang"))'
f "ua1 2a" "not marked as tagged" 'catalog(del(."/MarkInfo"))'
f ua1 "suspects" 'catalog(."/MarkInfo"."/Suspects" = true)'
f "ua1 2a" "no structure" 'catalog(del(."/StructTreeRoot"))'
f ua1 "no claim of PDF-UA" 'xmp(sub("<pdfuaid:part>1</pdfuaid:part>"; ""))'
f 2a "no claim of PDF-A" 'xmp(sub("<pdfaid:part>2</pdfaid:part>"; ""))'
f 2a "no description of the schema" 'xmp(sub("<pdfaExtension:schemas>[\\s\\S]*</pdfaExtension:schemas>"; ""))'
f "ua1 2a" "no XMP" 'catalog(del(."/Metadata"))'
f ours "XMP without its type" '.qpdf[1] |= map_values(if .stream.dict."/Type" == "/Metadata" then del(.stream.dict."/Type") else . end)'
f 2a "no output intent" 'catalog(del(."/OutputIntents"))'
f 2a "a script" 'catalog(."/OpenAction" = {"/S": "/JavaScript", "/JS": "u:app.beep()"})'
f ua1 "content that is neither tagged nor an artifact" 'draw("\n0 0 9 9 re f\n")'
f ua1 "an artifact within tagged content" 'draw("\n/P<</MCID 0>>BDC /Artifact BMC 0 0 9 9 re f EMC EMC\n")'
f ua1 "tagged content within an artifact" 'draw("\n/Artifact BMC /P<</MCID 0>>BDC 0 0 9 9 re f EMC EMC\n")'
f 2a "inks that have no profile" 'draw("\n/Artifact BMC 1 0 0 0 k 0 0 9 9 re f EMC\n")'
f "ua1 2a" "a role that is mapped to none" 'element("P"; ."/S" = "/Paragraph")'
f "ua1 2a" "roles mapped in a circle" 'element("P"; ."/S" = "/A") | tree_root(."/RoleMap" = {"/A": "/B", "/B": "/A"})'
f ua1 "a standard role mapped to another" 'tree_root(."/RoleMap" = {"/P": "/Span"})'
f "ua1 ours" "a heading level that is skipped" 'element("H2"; ."/S" = "/H3")'
f "ua1 ours" "a first heading of the second level" 'element("H1"; ."/S" = "/H2")'
f "ua1 ours" "a figure without its text" 'element("Figure"; del(."/Alt"))'
f ours "a figure without its box" 'element("Figure"; del(."/A"))'
f ours "a figure whose box is not on the page" 'element("Figure"; ."/A"."/BBox" = [48, 546, 392, 1725])'
f ua1 "a heading cell without its scope" 'element("TH"; del(."/A"))'
f ours "a table without heading cells" 'each(."/S" == "/TH"; ."/S" = "/TD" | del(."/A"))'
f ua1 "a row outside its table" 'element("TBody"; ."/S" = "/Sect")'
f ua1 "an item outside its list" 'element("L"; ."/S" = "/Sect" | del(."/A"))'
f ours "a list that does not say its numbering" 'element("L"; del(."/A"))'
f "ua1 ours" "a link that is in no Link" 'element("Link"; ."/S" = "/Span")'
f ours "a Link without text" 'element("Link"; ."/K" |= map(select(type != "number")))'
f ours "a Link with two targets" 'link_annotation(."/Dest"[3] = 1)'
f ours "a Link without its annotation" 'element("Link"; ."/K" |= map(select(type == "number")))'
f "ua1 ours" "a link without a description" 'link_annotation(del(."/Contents"))'
f "ua1 ours" "a link that is in no element" 'link_annotation(del(."/StructParent"))'
f 2a "a link that is not printed" 'link_annotation(."/F" = 0)'
f ua1 "no order of tabs" 'page(del(."/Tabs"))'
f ours "an element that is not its parent's" 'element("P"; ."/P" = "1 0 R")'
f ours "content of another element" 'one(has("/Limits") and ."/Limits"[0] == 0; ."/Nums"[1][0] = ."/Nums"[1][1])'
f "ua1 2a" "no ToUnicode" 'font("Type0"; del(."/ToUnicode"))'
f ua1 "a letter that is U+FEFF" 'to_unicode(sub("\\[<[0-9A-F]{4}>"; "[<FEFF>"))'
f "ua1 2a" "a font that is not embedded" 'one(has("/FontFile3"); del(."/FontFile3"))'
f "ua1 2a" "widths of another font" 'font("CIDFontType0"; ."/DW" += 50 | ."/W" |= map(if type == "array" then map(. + 50) else . end))'
f ours "no CIDSystemInfo" 'font("CIDFontType0"; del(."/CIDSystemInfo"))'
f "ua1 2a" "a glyph that is .notdef" 'draw("\n/Artifact BMC BT /F0 9 Tf <0000> Tj ET EMC\n")'
f "ua1 2a" "a glyph that the font has not" 'draw("\n/Artifact BMC BT /F0 9 Tf <7FFF> Tj ET EMC\n")'
f 2a "a page in device colours of another kind" 'page(."/Group" = {"/S": "/Transparency", "/CS": "/DeviceCMYK"})'
holds "a file is encrypted" qpdf --allow-weak-crypto --encrypt "" owner 128 --use-aes=n --accessibility=n -- one.pdf "one/no reading aloud.pdf"
printf 'one\tua1\tno reading aloud\none\t2a\tno reading aloud\n' >>expected

f() { fault two "$@"; }
f ua2 "no revision of PDF-UA" 'xmp(sub("<pdfuaid:rev>2024</pdfuaid:rev>"; ""))'
f 4 "no revision of PDF-A" 'xmp(sub("<pdfaid:rev>2020</pdfaid:rev>"; ""))'
f 4 "Info" '.qpdf[1]["obj:9000 0 R"] = {value: {"/Title": "u:Good & plain"}} | .qpdf[1].trailer.value."/Info" = "9000 0 R"'
f "ua2 ours" "a Document of no namespace" 'element("Document"; del(."/NS"))'
f ua2 "a Note" 'element("P"; ."/S" = "/Note" | del(."/NS"))'
f ua2 "an entry of the contents that names nothing" 'each(."/S" == "/Link"; del(."/Ref"))'
f "ua2 ours" "a list that does not say its numbering" 'element("L"; del(."/A"))'
f "ua2 ours" "a place without an element" 'one(."/A"."/S"? == "/GoTo"; del(."/A"."/SD"))'
f ours "a named destination to a page" 'catalog(."/Names" = {"/Dests": {"/Names": ["u:top", ["4 0 R", "/Fit"]]}})'
f ours "a link without a description" 'link_annotation(del(."/Contents"))'
f ours "a heading level that is skipped" 'element("H2"; ."/S" = "/H3")'
f "ua2 ours" "a link said in two ways" 'element("Link"; ."/Alt" = "u:Another")'

for verdict in "one ua1" "one 2a" "two ua2" "two 4"; do
    judge "${verdict#* }" "$TMPDIR/${verdict% *}"/*.pdf
done
# verdict_of FOLDER JUDGE NAME: prints PASS or FAIL.
verdict_of() {
    case $2 in
    ours)
        qpdf --json-output --json-stream-data=inline --decode-level=generalized "$1/$3.pdf" - | jq -r -f "$rules/structure.jq" >ours
        [ -s ours ] && echo FAIL || echo PASS
        ;;
    *) verdict "$2" "$TMPDIR/$1/$3.pdf" | sed -n '1s/ .*//p' ;;
    esac
}
for judge in "one ua1" "one 2a" "one ours" "two ua2" "two 4" "two ours"; do
    # shellcheck disable=SC2086 # two words
    holds "the good file passes: $judge" test "$(verdict_of $judge good)" = PASS
done
while IFS="$(printf '\t')" read -r folder judge name; do
    holds "$judge finds: $name" test "$(verdict_of "$folder" "$judge" "$name")" = FAIL
done <expected
