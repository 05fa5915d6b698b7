# What one fault each is made with, in a file as qpdf --json-output has it: see faults.sh.
def objects: .qpdf[1];

# each(WHICH; CHANGE): of all dictionaries; one(...): of the first. There must be one.
def each(which; change):
    ([objects | to_entries[] | select((.value.value | type) == "object" and (.value.value | which)) | .key]) as $keys
    | if $keys == [] then error("the file has no such object") else . end
    | reduce $keys[] as $key (.; .qpdf[1][$key].value |= change);
def one(which; change):
    ([objects | to_entries[] | select((.value.value | type) == "object" and (.value.value | which)) | .key] | .[0]) as $key
    | if $key then .qpdf[1][$key].value |= change else error("the file has no such object") end;
def element($type; change): one(."/S" == "/" + $type and has("/P"); change);
def page(change): one(."/Type" == "/Page"; change);
def catalog(change): one(."/Type" == "/Catalog"; change);
def link_annotation(change): one(."/Subtype" == "/Link"; change);
def font($type; change): one(."/Subtype" == "/" + $type; change);
def info(change): .qpdf[1].trailer.value."/Info" as $ref | .qpdf[1]["obj:" + $ref].value |= change;
def tree_root(change): one(."/Type" == "/StructTreeRoot"; change);

# Streams of text.
def stream($object; change): .qpdf[1]["obj:" + $object].stream.data |= (@base64d | change | @base64);
def xmp(change):
    (objects | to_entries[] | select(.value.stream.dict."/Type" == "/Metadata") | .key[4:]) as $object
    | stream($object; change);
def to_unicode(change):
    ([objects[] | .value | select(type == "object" and has("/ToUnicode"))."/ToUnicode"] | .[0]) as $object
    | stream($object; change);

# Draws something after what the first page has.
def draw($operators):
    .qpdf[1]["obj:9000 0 R"] = {stream: {data: ($operators | @base64), dict: {}}}
    | page(."/Contents" |= [., "9000 0 R"]);
