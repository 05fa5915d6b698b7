# Checks every #include of the tree against the layers and the table of library owners below.
# Usage: awk -f tests/layers.awk src/LAYERS FILE...
#
# A file may include headers of its own folder and of folders on lower lines of src/LAYERS. A
# library's headers are included by the files that own it, and by no header of ours.
BEGIN {
    own("nettle/.*", "base/sha256")
    own("dlfcn\\.h", "base/library")
    own("yaml\\.h", "input/yaml")
    own("md4c\\.h", "input/markdown")
    own("hpdf.*\\.h", "pdf/haru")
    own("(ft2build|freetype/.*|.*FT_.*_H)", "text/font")
    own("hb(-ft|-ot)?\\.h", "(text|pdf)/[a-z_]+")
    own("unicode/.*", "text/icu")
    own("xxhash\\.h", "pdf/objects")
    own("qpdf/.*", "pdf/(seal|reader)")
    own("lcms2\\.h", "color/press")
    own("qrencode\\.h", "image/qr")
    own("png\\.h", "image/raster_png")
    own("zimg\\.h", "image/resample")
    own("jpeglib\\.h", "image/raster_jpeg")
    own("libxml/.*", "image/svg_xml")
    own("libdeflate\\.h", "pdf/compress")
}

function own(header, files)
{
    header_patterns[++owned] = "^" header "$"
    file_patterns[owned] = "^src/(" files ")\\.c$"
}

function fault(text)
{
    printf "not ok - %s:%d: %s\n", FILENAME, FNR, text
    faults++
}

FNR == NR {
    if ($0 !~ /^#/ && NF > 0) {
        rank++
        for (i = 1; i <= NF; i++)
            rank_of[$i] = rank
    }
    next
}

FNR == 1 {
    files++
    depth = split(FILENAME, parts, "/")
    folder = parts[2]
    if (depth != 3)
        fault("source files lie in a folder of src/")
    else if (!(folder in rank_of))
        fault("the folder " folder " has no line in src/LAYERS")
}

/^[ \t]*#[ \t]*include/ {
    quoted = $0 ~ /"/
    header = $0
    sub(/^[ \t]*#[ \t]*include[ \t]*["<]?/, "", header)
    sub(/[">].*$/, "", header)
    if (quoted)
        check_ours(header)
    else
        check_library(header)
}

function check_ours(header,    parts)
{
    split(header, parts, "/")
    if (!(parts[1] in rank_of))
        fault("\"" header "\" is in no layer")
    else if (parts[1] != folder && rank_of[parts[1]] >= rank_of[folder])
        fault(folder " may not include \"" header "\"")
}

function check_library(header,    i)
{
    for (i = 1; i <= owned; i++)
        if (header ~ header_patterns[i] && FILENAME !~ file_patterns[i])
            fault("only " file_patterns[i] " may include <" header ">")
}

END {
    if (!faults)
        printf "ok - the layers of %d files\n", files
    exit faults > 0
}
