# The rules of PDF/X-4 (ISO 15930-7) that can be seen in a file's objects and operators; no open program judges them.
# Input: a file as qpdf --json-output --json-stream-data=inline --decode-level=generalized has it, and in $kept the same
# as it stands, without data. Prints a line for each fault: the rule's name, and what is wrong.

.qpdf[0].pdfversion as $version
| .qpdf[1] as $objects
| $kept[0].qpdf[1] as $stored
| def object:
    if type == "string" and test("^[0-9]+ 0 R$") then $objects["obj:" + .] | (.value // .stream.dict) else . end;
  def list: if . == null then [] elif type == "array" then . else [.] end;
  def text: if type == "string" then .[2:] else "" end;
  def dictionaries: $objects[] | (.value // .stream.dict) | .. | select(type == "object");
  def fault($rule; $what): "\($rule): \($what)";

# what is drawn: the streams with operators. Their strings are taken out only where one might hold what is looked for.
  def drawing: (.value."/Type"? == "/Page") or (.stream.dict | ."/Subtype"? == "/Form" or ."/PatternType"? == 1);
  def streams:
    $objects[] | select(drawing)
    | (if .stream then .stream.data else .value."/Contents" | list[] | $objects["obj:" + .].stream.data end)
    | @base64d;
  def draws($operator):
    ("(^|[\\s\\])>])(" + $operator + ")([\\s/\\[(<]|$)") as $drawn
    | test($drawn) and ([splits("\\((?:\\\\[\\s\\S]|[^\\\\()])*\\)")] | join(" ") | test($drawn));

# boxes: left, bottom, right, top
  def within($outer): .[0] >= $outer[0] and .[1] >= $outer[1] and .[2] <= $outer[2] and .[3] <= $outer[3];
  def meets($other): .[0] < $other[2] and .[2] > $other[0] and .[1] < $other[3] and .[3] > $other[1];

# the XMP packet, as our writer lays it out
  def property($name):
    [match("<" + $name + ">(?:<rdf:(?:Alt|Seq)><rdf:li[^>]*>)?([^<]*)<").captures[0].string] | .[0] // ""
    | gsub("&lt;"; "<") | gsub("&gt;"; ">") | gsub("&amp;"; "&");
  def iso_date:
    [match("^D:([0-9]{4})([0-9]{2})?([0-9]{2})?(?:([0-9]{2})([0-9]{2})([0-9]{2}))?(.*)$").captures[].string] as [$y, $m, $d, $h, $min, $s, $zone]
    | ([$y, $m, $d] | map(values) | join("-")) + (if $h then "T\($h):\($min):\($s)" else "" end) + ($zone // "" | gsub("'"; ":"));

  ($objects.trailer.value) as $trailer
| ($trailer."/Root" | object) as $catalog
| ($trailer."/Info" | object // {}) as $info
| ($objects["obj:" + ($catalog."/Metadata" // "")].stream.data // "" | @base64d) as $xmp
| [$objects[] | .value | select(type == "object" and ."/Type" == "/Page")] as $pages
| [$catalog."/OutputIntents" | list[] | object] as $intents
| [dictionaries | ."/SMask" | object | select(type == "object")."/G"] as $masks
|
(select($version != "1.6") | fault("version"; "the file is PDF \($version)")),
($catalog."/Version" | values | select(. != "/1.6") | fault("version"; "the catalog says \(.)")),
(select([$trailer."/ID" | list[] | text | select(. != "")] | length != 2) | fault("id"; "the trailer has none")),
(select($trailer | has("/Encrypt")) | fault("encryption"; "the file is encrypted")),

# what the file is printed on
([$intents[] | select(."/S" == "/GTS_PDFX")] as $ours
    | (select($ours | length != 1) | fault("intent"; "there are \($ours | length) for the press")),
      ($ours[]
        | (select(."/OutputConditionIdentifier" | text == "") | fault("intent"; "it names no condition")),
          ($objects["obj:" + (."/DestOutputProfile" // "")].stream // {} | .dict."/N" as $n | .data // ""
            # bytes 12 to 23 of the profile: its class, its space, the space that it leads to
            | (.[16:32] | if length == 16 then @base64d else "" end) as $head
            | select($n != 4 or ($head | startswith("prtrCMYK") | not))
            | fault("profile"; "none for a CMYK printer is embedded")))),
(select([$intents[]."/DestOutputProfile"] | unique | length > 1) | fault("profile"; "the intents have several")),

# what the file says about itself
($xmp | property("pdfxid:GTS_PDFXVersion") | select(. != "PDF/X-4") | fault("claim"; "the XMP claims `\(.)`")),
(select($xmp | contains("GTS_PDFXConformance")) | fault("claim"; "a conformance is for older parts")),
(["/Title", "dc:title"], ["/Author", "dc:creator"], ["/Subject", "dc:description"], ["/Keywords", "pdf:Keywords"],
 ["/Producer", "pdf:Producer"], ["/CreationDate", "xmp:CreateDate"], ["/ModDate", "xmp:ModifyDate"]
    | . as [$key, $name]
    | ($info[$key] | text | if startswith("D:") then iso_date else . end) as $said
    | ($xmp | property($name)) as $other
    | select($said != $other) | fault("agreement"; "\($key) is `\($said)`, \($name) `\($other)`")),
("/Title", "/CreationDate", "/ModDate" | . as $key | select($info[$key] | text == "") | fault("info"; "it has no \($key)")),
(select($xmp | property("xmp:MetadataDate") == "") | fault("info"; "the XMP has no MetadataDate")),
($info."/Trapped" | select(IN("/True", "/False") | not) | fault("trapped"; "Info says \(.)")),
($xmp | property("pdf:Trapped") | select(. != ($info."/Trapped" // "")[1:]) | fault("trapped"; "the XMP says `\(.)`")),
("DocumentID", "VersionID", "RenditionClass" | . as $name | select($xmp | property("xmpMM:" + $name) == "")
    | fault("identity"; "the XMP has no \($name)")),

# pages
(range(0; $pages | length) as $i | $pages[$i] | "page \($i + 1)" as $page
    | ."/MediaBox" as $media | ."/BleedBox" as $bleed | ."/TrimBox" as $trim
    | ("/MediaBox", "/BleedBox", "/TrimBox" | . as $key | select($pages[$i][$key] | type != "array") | fault("boxes"; "\($page) has no \($key)")),
      (select(has("/ArtBox")) | fault("boxes"; "\($page) has an ArtBox beside its TrimBox")),
      (select(has("/CropBox") and ."/CropBox" != $media) | fault("boxes"; "\($page) shows less than its MediaBox")),
      (select(has("/UserUnit")) | fault("boxes"; "\($page) has a unit of its own")),
      (select($trim and $bleed) | $trim | select(within($bleed) | not) | fault("boxes"; "the trim of \($page) leaves its bleed")),
      (select($bleed and $media) | $bleed | select(within($media) | not) | fault("boxes"; "the bleed of \($page) leaves its medium")),
      (."/Annots" | object | list[] | object
        | select(."/Rect" | meets($bleed // $media)) | fault("annotation"; "\($page) has one within the bleed"))),

# colours
([streams | select(draws("rg|RG|/(DeviceRGB|CalRGB|Lab)\\s+(cs|CS)"))] | select(length > 0)
    | fault("rgb"; "\(length) streams set colours of a screen")),
([streams | select(draws("BI"))] | select(length > 0) | fault("rgb"; "a picture stands within a stream, where its space is not judged")),
([$objects[] | (.value // .stream.dict) | .. | select(type == "string" and IN("/DeviceRGB", "/CalRGB", "/Lab"))] | unique[] | fault("rgb"; "something is \(.)")),
([$objects[] | (.value // .stream.dict) | .. | select(type == "array" and .[0] == "/ICCBased")[1] | object."/N" | select(. == 3)]
    | select(length > 0) | fault("rgb"; "\(length) spaces are of three parts")),
($objects | to_entries[] | .key[4:] as $ref | .value | (.value // .stream.dict) | .. | select(type == "object")."/Group" | object
    | select(type == "object" and ."/S" == "/Transparency" and has("/CS"))."/CS"
    | select(. != "/DeviceCMYK" and ([., ($masks | index($ref) != null)] != ["/DeviceGray", true]))
    | fault("group"; "one is laid together in \(.)")),
(dictionaries | select(has("/ShadingType")) | {"/DeviceGray": 1, "/DeviceCMYK": 4}[."/ColorSpace" | tostring] as $parts
    | ."/Function" | .. | select(type == "object") | (."/C0", ."/C1") | select(. and length != $parts)
    | fault("gradient"; "a stop has \(length) parts")),
([dictionaries | .[] , ($objects[] | .value) | select(type == "array" and .[0] == "/Separation") | [.[1], [.[2], .[3]]]] | unique
    | group_by(.[0])[] | select(length > 1) | fault("ink"; "\(.[0][0]) has \(length) substitutes")),
(dictionaries | select(has("/TR") or (."/TR2" // "/Default") != "/Default") | fault("transfer"; "a state of graphics has a curve")),

# what is not for a press
(dictionaries | select(."/Type" == "/FontDescriptor" and has("/FontFile") == false and has("/FontFile2") == false and has("/FontFile3") == false)
    | fault("font"; "\(."/FontName") is not embedded")),
(dictionaries | select(."/Type" == "/Font" and (."/Subtype" | IN("/Type0", "/Type3") | not) and (has("/FontDescriptor") | not))
    | fault("font"; "\(."/BaseFont") is not embedded")),
(dictionaries | select(has("/AA") or has("/JS") or (."/S" | IN("/JavaScript", "/GoTo", "/GoToR", "/URI", "/Launch", "/Named", "/SubmitForm")))
    | fault("action"; "something is to be done")),
(select($catalog | has("/OpenAction")) | fault("action"; "something is to be done at the start")),
(select($catalog | has("/AcroForm")) | fault("form"; "there are fields")),
(dictionaries | select(has("/EF") or has("/EmbeddedFiles")) | fault("embedded"; "there are other files in it")),
(dictionaries | select(has("/Alternates")) | fault("alternates"; "a picture has another")),
(dictionaries | select(has("/OPI")) | fault("opi"; "something is to be put in")),
(dictionaries | select(."/Subtype" == "/PS" or ."/Subtype2" == "/PS") | fault("postscript"; "a program is to be run")),
($stored[] | .stream.dict?."/Filter" | list[] | select(IN("/LZWDecode", "/Crypt", "/LZW")) | fault("filter"; "a stream is \(.)")),

# for those who read the proof
(select($catalog."/MarkInfo"."/Marked" != true) | fault("tagged"; "the file is not marked as tagged")),
(select($catalog."/StructTreeRoot" | object | type != "object" or (has("/K") | not)) | fault("tagged"; "there is no structure")),
(select($catalog."/Lang" | text == "") | fault("tagged"; "there is no language"))
