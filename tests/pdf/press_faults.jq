# What faults of files for the press are made with, beside faults.jq: see press_faults.sh.
def resources(change): one(has("/Font") and has("/ExtGState"); change);
def state(change): one(has("/M0"); ."/M0" |= change);

# Colour spaces, among the resources of all pages.
def space($space): resources(."/Properties" = {"/Space": $space});
def space_of_profile($parts):
    .qpdf[1]["obj:9200 0 R"] = {stream: {data: "", dict: {"/N": $parts}}} | space(["/ICCBased", "9200 0 R"]);
def separation($name; $space; $inks):
    space(["/Separation", "/" + $name, $space,
        {"/FunctionType": 2, "/Domain": [0, 1], "/N": 1, "/C0": ($inks | map(0)), "/C1": $inks}]);
def shading(change): one(has("/Shading") and ."/Shading"."/ColorSpace" == "/DeviceCMYK"; ."/Shading" |= change);

# The head of the intent's profile: base64 has bytes 12 to 23 by themselves.
def intent_profile($head; $parts):
    ([objects[] | .value | select(type == "object")."/DestOutputProfile" | values] | .[0]) as $ref
    | .qpdf[1]["obj:" + $ref].stream |= (.dict."/N" = $parts | .data |= .[:16] + ($head | @base64) + .[32:]);

# A picture that all pages name; a form that they draw.
def picture(change):
    {"/Type": "/XObject", "/Subtype": "/Image", "/Width": 1, "/Height": 1, "/BitsPerComponent": 8, "/ColorSpace": "/DeviceCMYK"} as $dict
    | .qpdf[1]["obj:9100 0 R"] = {stream: {data: ("abcd" | @base64), dict: ($dict | change)}}
    | resources(."/XObject"."/X" = "9100 0 R");
def form(change):
    ([objects | to_entries[] | select(.value.stream.dict."/Subtype" == "/Form" and .value.stream.dict."/Group"."/CS" == "/DeviceCMYK").key] | .[0]) as $key
    | if $key then .qpdf[1][$key].stream |= change else error("the file has no such form") end;
