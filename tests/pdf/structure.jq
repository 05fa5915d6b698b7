# The rules of PDF/UA that veraPDF does not look at. Input: a file as qpdf --json-output --json-stream-data=inline has
# it; prints a line for each fault. Names begin with "/", texts with "u:"; "5 0 R" is a reference.

(.qpdf[0].pdfversion == "2.0") as $pdf_2
| .qpdf[1] as $objects
| def object:
    if type == "string" and test("^[0-9]+ 0 R$") then $objects["obj:" + .] | (.value // .stream.dict) else . end;
  def list: if . == null then [] elif type == "array" then . else [.] end;
  def text: if type == "string" then .[2:] else "" end;
  def dictionaries: $objects[] | (.value // .stream.dict) | select(type == "object");

# the structure tree, in reading order: {ref, e}, and what is said of an element
  def tree($ref):
    {$ref, e: ($ref | object)}
    | ., (.e."/K" | list[] | select(type == "string") | . as $kid | tree($kid));
  def marks: [.e."/K" | list[] | select(type == "number" or (type == "object" and ."/Type" == "/MCR"))];
  def annotations: [.e."/K" | list[] | select(type == "object" and ."/Type" == "/OBJR")."/Obj"];
  def attribute($owner; $key): [.e."/A" | list[] | object | select(."/O" == $owner)[$key]] | .[0];
  def is($type): .e."/S" == "/" + $type;
  def page_ref: [tree(.ref).e."/Pg" | values] | .[0];

# number trees and name trees: pairs of a key and a value
  def pairs($key):
    (.[$key] // [] | . as $all | range(0; length; 2) | [$all[.], $all[. + 1]]),
    (."/Kids" // [] | .[] | object | pairs($key));

# the XMP packet, as our writer lays it out
  def property($name):
    [match("<" + $name + ">(?:<rdf:(?:Alt|Seq)><rdf:li[^>]*>)?([^<]*)<").captures[0].string] | .[0] // ""
    | gsub("&lt;"; "<") | gsub("&gt;"; ">") | gsub("&amp;"; "&");
  def iso_date:
    [match("^D:([0-9]{4})([0-9]{2})?([0-9]{2})?(?:([0-9]{2})([0-9]{2})([0-9]{2}))?(.*)$").captures[].string] as [$y, $m, $d, $h, $min, $s, $zone]
    | ([$y, $m, $d] | map(values) | join("-")) + (if $h then "T\($h):\($min):\($s)" else "" end) + ($zone // "" | gsub("'"; ":"));

  ($objects.trailer.value."/Root" | object) as $catalog
| ($objects.trailer.value."/Info" | object) as $info
| ($objects["obj:" + ($catalog."/Metadata" // "")] // {}) as $metadata
| ($catalog."/StructTreeRoot" | object) as $structure
| [tree($structure."/K" | list[0])] as $elements
| ([$structure."/ParentTree" | object | pairs("/Nums") | {key: .[0] | tostring, value: .[1]}] | from_entries) as $parents
| ([$elements[] | select(is("Link")) | .ref as $ref | annotations[] | {key: ., value: $ref}] | from_entries) as $links
|
(if $metadata.stream.dict."/Type" == "/Metadata" and $metadata.stream.dict."/Subtype" == "/XML" then empty
    else "the catalog's Metadata is no such stream" end),

($metadata.stream.data // "" | @base64d) as $xmp
| (select($info)
    | ["/Title", "dc:title"], ["/Author", "dc:creator"], ["/Subject", "dc:description"], ["/Keywords", "pdf:Keywords"],
      ["/Producer", "pdf:Producer"], ["/CreationDate", "xmp:CreateDate"], ["/ModDate", "xmp:ModifyDate"]
    | . as [$key, $name]
    | ($info[$key] | text | if startswith("D:") then iso_date else . end) as $said
    | ($xmp | property($name)) as $other
    | select($said != $other)
    | "Info and XMP disagree: \($key) is `\($said)`, \($name) `\($other)`"),

([$elements[].e."/S" | select(test("^/H[1-6]$"))[2:] | tonumber] as $levels
    | range(0; $levels | length)
    | select($levels[.] > (if . == 0 then 0 else $levels[. - 1] end) + 1)
    | "heading \(. + 1) skips a level: H\($levels[.])"),

($elements[] | select(is("Figure"))
    | (attribute("/Layout"; "/BBox") // []) as $box
    | (page_ref | object."/MediaBox") as $page
    | (select(.e."/Alt" | text == "") | "a Figure has no Alt"),
      (select(($box | length) != 4 or $box[0] >= $box[2] or $box[1] >= $box[3]) | "a Figure has no BBox"),
      (select(($box | length) == 4 and ($box[0] < $page[0] - 1 or $box[1] < $page[1] - 1 or $box[2] > $page[2] + 1 or $box[3] > $page[3] + 1))
        | "a Figure's BBox is not on its page: \($box)")),

($elements[] | select(is("Link"))
    | . as $link
    | (select([tree(.ref) | marks[]] | length == 0) | "a Link has no text"),
      (select(annotations | length == 0) | "a Link has no annotation"),
      (select([annotations[] | object | [."/A", ."/Dest"]] | unique | length > 1) | "a Link has two targets"),
      (annotations[] | object
        | select($link.e."/Alt" and $link.e."/Alt" != ."/Contents") | "a Link's Alt is not its Contents")),

(dictionaries | select(."/Type" == "/Page")."/Annots" | list[]
    | . as $ref | object
    | (select(."/Contents" | text == "") | "an annotation has no Contents"),
      (select($links[$ref] == null) | "an annotation is in no Link"),
      (select($parents[."/StructParent" | tostring] != $links[$ref]) | "an annotation's StructParent is not its Link")),

($elements[] | select(is("L"))
    | (attribute("/List"; "/ListNumbering")) as $numbering
    | select([.e."/K" | list[] | object."/K" | list[] | select(type == "string") | object | select(."/S" == "/Lbl")] | length > 0)
    | select($numbering == null or ($pdf_2 and $numbering == "/None"))
    | "a list with labels does not say its ListNumbering"),

($elements[] | select(is("Table"))
    | (select([tree(.ref) | select(is("TH"))] | length == 0) | "a Table has no TH"),
      (tree(.ref) | select(is("TH") and (attribute("/Table"; "/Scope") | IN("/Row", "/Column", "/Both") | not))
        | "a TH has no Scope")),

($elements[] | .ref as $ref
    | (.e."/K" | list[] | select(type == "string" and object."/P" != $ref) | "an element's P is not its parent"),
      (.e as $e | marks[]
        | (if type == "number" then [$e."/Pg", .] else [."/Pg" // $e."/Pg", ."/MCID"] end) as [$page, $mcid]
        | select($parents[$page | object."/StructParents" | tostring][$mcid] != $ref)
        | "the parent tree has another element for MCID \($mcid)")),
([$elements[] | .e as $e | marks[] | if type == "number" then [$e."/Pg", .] else [."/Pg" // $e."/Pg", ."/MCID"] end]
    | group_by(.)[] | select(length > 1) | "an MCID is in two places"),

(dictionaries | select(."/Subtype" == "/CIDFontType0" or ."/Subtype" == "/CIDFontType2")
    | ."/CIDSystemInfo" | object
    | select((."/Registry" | text == "") or (."/Ordering" | text == "") or (."/Supplement" | type != "number"))
    | "a CIDFont has no CIDSystemInfo"),

(select($pdf_2)
    | (dictionaries | select(has("/Dest")) | "a link or an entry of the outline has a place without an element"),
      (dictionaries | select(."/S" == "/GoTo" and (has("/SD") | not)) | "an action leads to a place without an element"),
      (dictionaries | ."/A" | select(type == "object" and ."/S" == "/GoTo" and (has("/SD") | not)) | "a GoTo leads to a place without an element"),
      ($catalog."/OpenAction" | select(type == "array") | "the file opens at a place without an element"),
      ([$catalog."/Names" | object | select(.)."/Dests" | object | select(.) | pairs("/Names")[1]],
       [$catalog."/Dests" | object | select(.)[]] | .[] | object
        | select(type == "array" or (has("/SD") | not)) | "a named destination is a place without an element"),
      ($elements[] | select(.e | has("/NS") | not) | "an element has no namespace"))
