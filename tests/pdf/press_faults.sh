#!/bin/sh
# Files with one fault each, made from a good one: press.jq finds it, by the name of the rule, for each of its rules.
. tests/tap
. tests/pdf/press_check
grep -o 'fault("[a-z]*"' tests/pdf/press.jq | cut -d'"' -f2 | sort -u >"$TMPDIR/rules"
cat >"$TMPDIR/drawing.svg" <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">
  <linearGradient id="a"><stop offset="0" stop-color="#1F6F7A" stop-opacity="0.2"/><stop offset="1" stop-color="#B0341F"/></linearGradient>
  <rect width="40" height="20" fill="url(#a)"/>
  <g opacity="0.5"><circle cx="10" cy="10" r="6" fill="#9C2A22"/><circle cx="20" cy="10" r="6" fill="#333333"/></g>
</svg>
SVG
cat >"$TMPDIR/good.yaml" <<'YAML'
brochure: 1
title: "Good &amp; plain"
language: en-US
theme: quiet
publisher: {name: Clinic}
document: {issued: 2025-06-27, version: "2", summary: What is good., keywords: [press]}
editions: {print: {profile: swop, inks: [process, PANTONE 484 C]}}
sections:
  - heading: One
    body:
      - Words with a 1 0 0 rg (and brackets) in them.
      - figure: {file: drawing.svg, alt: Shapes, caption: Shapes}
YAML
cd "$TMPDIR" || exit 1
mkdir made
holds "a good file is built" "$BROCHURE" build good.yaml -o good.pdf --quiet
qpdf --json-output --json-stream-data=inline --decode-level=generalized good.pdf good.json
holds "it has what is to be broken" sh -c 'for word; do grep -q -- "\"/$word\"" good.json || { echo "$word"; exit 1; }; done' sh \
    Separation SMask Group PatternType FontFile3 Outlines

# make NAME CHANGE: changes the good file.
make() {
    jq "$(cat "$press_rules/faults.jq" "$press_rules/press_faults.jq") $2" good.json >changed.json &&
        qpdf --json-input changed.json --newline-before-endstream --object-streams=generate --stream-data=preserve "made/$1.pdf"
}
# found RULE NAME: the rule finds the fault of a file that was made.
found() {
    press_faults "made/$2.pdf" >faults
    holds "$1 finds: $2" sh -c 'cat faults; grep -q "^$1: " faults' sh "$1"
    echo "$1" >>tried
}
# fault RULE NAME CHANGE
fault() {
    holds "a file is made: $2" make "$2" "$3"
    found "$1" "$2"
}
# fine NAME CHANGE: what is no fault.
fine() {
    holds "a file is made: $1" make "$1" "$2"
    press_faults "made/$1.pdf" >faults
    holds "nothing is found: $1" sh -c 'cat faults; [ ! -s faults ]'
}
fine "what is not changed" .
fine "a string like an operator" 'draw("\n/Artifact BMC BT (\\) 1 0 0 rg ) Tj ET EMC\n")'
fine "a note for the printer outside the bleed" 'page(."/Annots" = [{"/Subtype": "/Text", "/Contents": "u:x", "/Rect": [0, 0, 5, 5]}])'
fine "a space with a profile of inks" 'space_of_profile(4)'

fault version "a newer version" '.qpdf[0].pdfversion = "1.7"'
fault version "a newer version in the catalog" 'catalog(."/Version" = "/1.7")'
LC_ALL=C sed 's|/ID *\[|/IX [|' good.pdf >"made/no ID.pdf"
found id "no ID"
holds "a file is encrypted" qpdf --encrypt "" owner 256 -- good.pdf made/encrypted.pdf
found encryption encrypted
fault intent "no intent" 'catalog(del(."/OutputIntents"))'
fault intent "two intents" 'catalog(."/OutputIntents" += ."/OutputIntents")'
fault intent "an intent for archives alone" 'one(."/S" == "/GTS_PDFX"; ."/S" = "/GTS_PDFA1")'
fault intent "an intent without its condition" 'one(."/S" == "/GTS_PDFX"; del(."/OutputConditionIdentifier"))'
fault profile "no profile" 'one(."/S" == "/GTS_PDFX"; del(."/DestOutputProfile"))'
fault profile "a profile for screens" 'intent_profile("mntrRGB XYZ "; 3)'
fault profile "a profile for other inks" 'intent_profile("prtrGRAYXYZ "; 4)'
fault profile "two profiles" 'space_of_profile(4) | catalog(."/OutputIntents" += [{"/S": "/GTS_PDFA1", "/DestOutputProfile": "9200 0 R"}])'
fault claim "no claim" 'xmp(sub("<pdfxid:GTS_PDFXVersion>[^<]*</pdfxid:GTS_PDFXVersion>"; ""))'
fault claim "another claim" 'xmp(sub("PDF/X-4<"; "PDF/X-3:2003<"))'
fault claim "a conformance" 'xmp(sub("<pdf:Trapped>"; "<pdfxid:GTS_PDFXConformance>x</pdfxid:GTS_PDFXConformance><pdf:Trapped>"))'
fault claim "no XMP" 'catalog(del(."/Metadata"))'
fault agreement "another title" 'info(."/Title" = "u:Bad")'
fault agreement "another author" 'xmp(sub("Clinic"; "Shop"))'
fault agreement "other keywords" 'info(del(."/Keywords"))'
fault agreement "another date" 'info(."/ModDate" = "u:D:20250628")'
fault info "no title" 'info(del(."/Title")) | xmp(sub("<dc:title>.*</dc:title>"; ""))'
fault info "no date" 'info(del(."/CreationDate")) | xmp(sub("<xmp:CreateDate>[^<]*</xmp:CreateDate>"; ""))'
fault info "no date of what is said" 'xmp(sub("<xmp:MetadataDate>[^<]*</xmp:MetadataDate>"; ""))'
fault trapped "nothing said of trapping" 'info(del(."/Trapped"))'
fault trapped "trapping unknown" 'info(."/Trapped" = "/Unknown") | xmp(sub("Trapped>False"; "Trapped>Unknown"))'
fault trapped "trapping said twice" 'xmp(sub("Trapped>False"; "Trapped>True"))'
for name in DocumentID VersionID RenditionClass; do
    fault identity "no $name" "xmp(sub(\"<xmpMM:$name>[^<]*</xmpMM:$name>\"; \"\"))"
done
for box in MediaBox BleedBox TrimBox; do
    fault boxes "no $box" "page(del(.\"/$box\"))"
done
fault boxes "an ArtBox" 'page(."/ArtBox" = ."/TrimBox")'
fault boxes "a CropBox" 'page(."/CropBox" = ."/TrimBox")'
fault boxes "a unit of its own" 'page(."/UserUnit" = 2)'
fault boxes "a trim that leaves the bleed" 'page(."/TrimBox"[0] = ."/BleedBox"[0] - 1)'
fault boxes "a bleed that leaves the medium" 'page(."/BleedBox"[3] = ."/MediaBox"[3] + 1)'
fault annotation "a link" 'page(."/Annots" = [{"/Subtype": "/Link", "/Contents": "u:x", "/Rect": [90, 90, 99, 99]}])'
fault annotation "a note over the bleed" 'page(."/Annots" = [{"/Subtype": "/Text", "/Contents": "u:x", "/Rect": [0, 0, 99, 99]}])'
fault rgb "a fill of RGB" 'draw("\n/Artifact BMC 1 0 0 rg 0 0 9 9 re f EMC\n")'
fault rgb "a stroke of RGB" 'draw("\n/Artifact BMC 1 0 0 RG 0 0 9 9 re S EMC\n")'
fault rgb "a fill of RGB within a form" 'form(.data |= (@base64d | . + "\n1 0 0 rg 0 0 9 9 re f\n" | @base64))'
fault rgb "a space that is set" 'draw("\n/Artifact BMC /DeviceRGB cs 1 0 0 scn 0 0 9 9 re f EMC\n")'
fault rgb "a picture within a stream" 'draw("\n/Artifact BMC BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI EMC\n")'
fault rgb "a picture of RGB" 'picture(."/ColorSpace" = "/DeviceRGB")'
fault rgb "a picture with a profile for screens" 'space_of_profile(3)'
fault rgb "a table of RGB" 'picture(."/ColorSpace" = ["/Indexed", "/DeviceRGB", 1, "b:000000ffffff"])'
fault rgb "a colour of light" 'space(["/CalRGB", {"/WhitePoint": [0.95, 1, 1.08]}])'
fault rgb "a gradient of RGB" 'shading(."/ColorSpace" = "/DeviceRGB")'
fault gradient "a gradient whose stops are of RGB" 'shading(."/Function"."/C1" = [1, 0, 0])'
fault rgb "an ink that RGB stands for" 'separation("Other"; "/DeviceRGB"; [1, 0, 0])'
fault group "a page laid together in RGB" 'page(."/Group" = {"/S": "/Transparency", "/CS": "/DeviceRGB"})'
fault group "a page laid together in grey" 'page(."/Group" = {"/S": "/Transparency", "/CS": "/DeviceGray"})'
fault group "a form laid together in RGB" 'form(.dict."/Group"."/CS" = "/DeviceRGB")'
fault ink "an ink with two substitutes" 'separation("PANTONE 484 C"; "/DeviceCMYK"; [0, 1, 1, 0])'
fault transfer "a curve" 'state(."/TR" = "/Identity")'
fault transfer "a curve of the second kind" 'state(."/TR2" = "/Identity")'
fault font "a font that is not embedded" 'one(has("/FontFile3"); del(."/FontFile3"))'
fault font "a font of every reader" '.qpdf[1]["obj:9300 0 R"] = {value: {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica"}}
    | resources(."/Font"."/H" = "9300 0 R")'
fault action "a script" 'catalog(."/Names" = {"/JavaScript": {"/Names": ["u:a", {"/S": "/JavaScript", "/JS": "u:app.beep()"}]}})'
fault action "a page to open at" 'catalog(."/OpenAction" = ["1 0 R", "/Fit"])'
fault action "an entry of the outline that leaves the file" 'one(has("/Dest"); del(."/Dest") | ."/A" = {"/S": "/URI", "/URI": "u:https://example.org"})'
fault action "what happens on a page" 'page(."/AA" = {})'
fault form "fields" 'catalog(."/AcroForm" = {"/Fields": []})'
fault embedded "another file" 'catalog(."/Names" = {"/EmbeddedFiles": {"/Names": []}})'
fault embedded "a file that is named" 'catalog(."/Other" = {"/Type": "/Filespec", "/EF": {}})'
fault alternates "another picture" 'picture(."/Alternates" = [])'
fault opi "a picture to be put in" 'picture(."/OPI" = {})'
fault postscript "a program" 'picture({"/Type": "/XObject", "/Subtype": "/PS"})'
fault filter "LZW" 'picture(."/Filter" = "/LZWDecode") | .qpdf[1]["obj:9100 0 R"].stream.data = "gBhgIA=="'
fault tagged "not marked as tagged" 'catalog(del(."/MarkInfo"))'
fault tagged "no structure" 'catalog(del(."/StructTreeRoot"))'
fault tagged "no language" 'catalog(del(."/Lang"))'
sort -u tried >tried_rules
holds "each rule was tried" diff -u rules tried_rules
