#!/bin/sh
# Four readers of PDF show and read the same: poppler, MuPDF, Ghostscript and PDFium, over every brochure
# of content/. PDFium comes from PyPI, in the version and with the hash of requirements.txt, and is kept in
# the user's cache. Where it cannot be had, this says so and tests nothing.
#
# Pages are drawn three times as fine as they are compared, 72 points to the inch: readers set glyphs on
# whole points of their own, and smooth edges each in its way. Two pictures are the same when, blurred over
# 5 by 5 points, no point differs by more than 32 of 255 (26 were measured, between poppler and
# Ghostscript), and no square of 12 by 12 by more than 10 on its average (8 were measured). The end of this
# file holds that to what has to fail; a hair line is less than what readers differ by.
. tests/tap
lock=$PWD/tests/readers/requirements.txt
draw=$PWD/tests/readers/pdfium.py
tools=${XDG_CACHE_HOME:-$HOME/.cache}/brochure/readers-$(sha256sum <"$lock" | cut -c 1-16)
work=$TMPDIR/readers
mkdir -p "$work"

skip() {
    echo "# note: SKIPPED the comparison of readers: $1"
    exit 0
}
if [ ! -d "$tools/pypdfium2" ]; then
    python3 -m pip --version >/dev/null 2>&1 || skip "it needs Python's pip: apt-get install python3-pip"
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary :all: \
        --require-hashes -r "$lock" -d "$work/wheels" >"$work/pip" 2>&1 || {
        sed 's/^/# /' "$work/pip"
        ! grep -q 'DO NOT MATCH' "$work/pip" || { echo "not ok - PyPI gives what requirements.txt says"; exit 1; }
        skip "PyPI cannot be reached"
    }
    python3 -m zipfile -e "$work"/wheels/*.whl "$work/unpacked" && mkdir -p "${tools%/*}" && mv "$work/unpacked" "$tools"
fi

# draw_all PDF NAME: its pages as NAME.READER-PAGE.ppm, its text as NAME.READER.txt.
draw_all() {
    pdftoppm -r 216 "$1" "$2.poppler"
    for page in "$2".poppler-0*.ppm; do
        [ ! -e "$page" ] || mv "$page" "$2.poppler-$(echo "${page#"$2".poppler-}" | sed 's/^0*//')"
    done
    mutool draw -q -c rgb -r 216 -o "$2.mupdf-%d.ppm" "$1" 2>"$2.said"
    gs -q -dNOPAUSE -dBATCH -sDEVICE=ppmraw -dTextAlphaBits=4 -dGraphicsAlphaBits=4 -r216 \
        -sOutputFile="$2.ghostscript-%d.ppm" "$1" >>"$2.said"
    PYTHONPATH=$tools python3 "$draw" "$1" 216 "$2.pdfium"
    pdftotext "$1" "$2.poppler.txt"
    mutool draw -q -F txt -o "$2.mupdf.txt" "$1" 2>>"$2.said"
}

# A page in grey, cut to a size that all readers have, each point one of FACTOR by FACTOR.
shrunk() { # PICTURE FACTOR
    pnmcut -quiet -left 0 -top 0 -width $(($(width "$1") / 36 * 36)) -height $(($(height "$1") / 36 * 36)) "$1" |
        ppmtopgm -quiet | pamscale -quiet -reduce "$2" -filter box
}
width() { pamfile "$1" | sed 's/.*, \([0-9]*\) by.*/\1/'; }
height() { pamfile "$1" | sed 's/.* by \([0-9]*\) .*/\1/'; }
blurred() { shrunk "$1" 3 | pnmsmooth -quiet -width 5 -height 5; }
most() { pamarith -quiet -difference "$1" "$2" | pamsumm -brief -max; }

# same_page ONE OTHER: says by how much they differ, fails when that is too much.
same_page() {
    blurred "$1" >"$work/one.fine" && blurred "$2" >"$work/other.fine" || return 1
    shrunk "$1" 36 >"$work/one.square" && shrunk "$2" 36 >"$work/other.square" || return 1
    fine=$(most "$work/one.fine" "$work/other.fine")
    square=$(most "$work/one.square" "$work/other.square")
    echo "points differ by $fine at most, squares by $square"
    [ "$fine" -le 32 ] && [ "$square" -le 10 ]
}
same_pages() { # NAME READER
    for page in "$work/$1".poppler-*.ppm; do
        echo "$(basename "$page")"
        same_page "$page" "$work/$1.$2-${page##*-}" || return 1
    done
}

# The words of a text, sorted. A raised number is its own word in some readers, and a part of the one
# before it in others.
words() { tr -d '\r\f' <"$1" | sed 's/\([a-z][.,;:)]*\)\([0-9]\)/\1 \2/g' | tr -s ' \n\t\302\240' '\n' | sort; }
# Where lines run from right to left, readers order what they find each in its way: all signs, sorted.
signs() {
    python3 -c 'import sys, unicodedata
text = unicodedata.normalize("NFKC", open(sys.argv[1], encoding="utf-8").read())
print("\n".join(sorted(c for c in text if not c.isspace() and unicodedata.category(c) not in ("Cf", "Cc"))))' "$1"
}
same_text() { # HOW NAME READER
    "$1" "$work/$2.poppler.txt" >"$work/one.text"
    "$1" "$work/$2.$3.txt" >"$work/other.text"
    [ "$(wc -l <"$work/one.text")" -ge 50 ] && diff "$work/one.text" "$work/other.text"
}

for file in $(grep -l '^brochure:' content/*.yaml); do
    name=$(basename "$file" .yaml)
    "$BROCHURE" build "$file" -e screen --quiet -o "$work/$name.pdf" && draw_all "$work/$name.pdf" "$work/$name"
    for reader in mupdf ghostscript pdfium; do
        holds "$name: $reader shows what poppler shows" same_pages "$name" $reader
    done
    how=words
    ! grep -qE '^language: (ar|he|fa|ur)' "$file" || how=signs
    for reader in mupdf pdfium; do
        holds "$name: $reader reads what poppler reads" same_text $how "$name" $reader
    done
    rm -f "$work/$name".[!p]*-*.ppm
done

# What has to fail: one page of the guide, in themes that differ from its own by one thing.
cp -r content "$work/content"
looks_the_same() { # KEYS of a theme
    printf 'theme: 1\nextends: clinic\n%s\n' "$1" >"$work/content/themes/other.yaml"
    "$BROCHURE" build "$work/content/car-t-cell-therapy.yaml" -e screen --theme other --quiet -o "$work/other.pdf" || return 2
    pdftoppm -r 216 -f 2 -l 2 -singlefile "$work/other.pdf" "$work/other"
    same_page "$work/car-t-cell-therapy.poppler-2.ppm" "$work/other.ppm"
}
fails "the same page passes" 0 looks_the_same ''
fails "lines that are shifted by 2 points fail" 1 looks_the_same 'roles: {heading-2: {base: 14}, body: {base: 10}}'
fails "a ground that is lost fails" 1 looks_the_same 'colors: {cream: "#FFFFFF"}'
fails "headings a point smaller fail" 1 looks_the_same 'roles: {heading-1: {size: 21}}'
fails "another colour of type fails" 1 looks_the_same 'colors: {black: "#6A6A6A"}'
