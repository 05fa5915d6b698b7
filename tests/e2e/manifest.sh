#!/bin/bash
# --manifest: what was read and written, with digests, and sums that sha256sum checks.
. tests/tap
cd "$TMPDIR" || exit 1

document() { # FILE TITLE
    printf 'brochure: 1\ntitle: %s\nlanguage: en-US\ndocument: {id: PE-1, version: 2.10}\nsections:\n  - heading: One\n    body: |\n      Some words.\n' "$2" >"$1"
}
build() {
    "$BROCHURE" build --quiet --diagnostic-format short "$@"
}
# member JQ-EXPRESSION EXPECTED [FILE]
member() {
    [ "$(jq -c "$1" "${3:-out/m.json}")" = "$2" ] || { jq -c "$1" "${3:-out/m.json}"; false; }
}
checks() { # FOLDER: the sums hold, read in their folder
    (cd "$1" && sha256sum -c --strict SHA256SUMS)
}
digest() {
    sha256sum <"$1" | cut -d ' ' -f 1
}
document a.yaml First
document b.yaml Second

fails "a manifest is written" 0 build a.yaml b.yaml -o out/ --manifest out/m.json
holds "sha256sum takes the sums" checks out
holds "of the manifest and both outputs" test "$(wc -l <out/SHA256SUMS)" -eq 3
holds "in the order of the files" member '[.files[].source]' '["a.yaml","b.yaml"]'
holds "an output is named from the manifest's folder" member '.files[0].editions[0].path' '"a.pdf"'
holds "its bytes are counted" member '.files[0].editions[0].bytes' "$(wc -c <out/a.pdf)"
holds "its digest is that of the file" member '.files[0].editions[0].sha256' "\"$(digest out/a.pdf)\""
holds "its pages are counted" member '.files[0].editions[0].pages' 1
holds "their size has its unit" member '.files[0].editions[0]["page-size"]' '{"width":"612pt","height":"792pt"}'
holds "the edition is named, with its kind" member '.files[0].editions[0] | [.edition, .kind]' '["screen","screen"]'
holds "so are the standards that it claims" member '.files[0].editions[0].standards' '["PDF/UA-1","PDF/A-2a"]'
fails "others are kept when asked for" 0 build a.yaml -o four/ --manifest four/m.json --pdf-standard ua-2,a-4
holds "and named" member '.files[0].editions[0].standards' '["PDF/UA-2","PDF/A-4"]' four/m.json
holds "the document tells its number and version as they were typed" member '.files[0].document' \
    '{"title":"First","language":"en-US","id":"PE-1","version":"2.10"}'
holds "an input is named as it was given, with its digest" member '.files[0].inputs[0]' \
    "{\"path\":\"a.yaml\",\"bytes\":$(wc -c <a.yaml),\"sha256\":\"$(digest a.yaml)\"}"
holds "the theme is one of the program's own" member '[.files[0].inputs[].path]' '["a.yaml","brochure:themes/clinic.yaml","brochure:themes/parts/large-print.yaml","brochure:fonts/families.yaml"]'
holds "the fonts of the pages are those that readers find" sh -c \
    '[ "$(jq -r ".files[0].fonts[].name" out/m.json | sort)" = "$(pdffonts out/a.pdf | sed -n "3,\$s/^[A-Z]*+\([^ ]*\).*/\1/p" | sort -u)" ]'
holds "with the digests of their files" member '.files[0].fonts[] | select(.name == "Lato-Regular").sha256' \
    "\"$(digest /usr/share/fonts/truetype/lato/Lato-Regular.ttf)\""
holds "the libraries have their versions" member '.libraries | [.libharu, .freetype, .harfbuzz, .libyaml] | all(test("^[0-9.]+$"))' true
holds "what was not loaded is not named" member '.libraries.icu' null
holds "the program has its version" sh -c '[ "brochure $(jq -r .brochure out/m.json)" = "$("$0" --version)" ]' "$BROCHURE"
holds "nothing of the machine is in it" sh -c '! grep -e "/" out/m.json | grep -v -e "\"PDF/" -e brochure:'
holds "no program is needed for the digests before they are asked for" sh -c '! ldd "$0" | grep -q nettle' "$BROCHURE"

# The same bytes for the same input.
cp -r out first
features=$OLDPWD/tests/golden/features
cp "$features"/{arabic,scripts,lists,marks,columns}.yaml .
printf 'brochure: 1\ntitel: T\n' >faulty.yaml
set -- arabic.yaml faulty.yaml lists.yaml a.yaml scripts.yaml marks.yaml none.yaml columns.yaml
build "$@" -o one/ --manifest one/m.json >one.said 2>&1
for jobs in 2 5; do
    build "$@" -o "jobs$jobs/" --manifest "jobs$jobs/m.json" -j $jobs >/dev/null 2>&1
    holds "$jobs jobs make the same manifest and sums" diff -r one "jobs$jobs"
done
holds "a library that some file needs is named" member '.libraries.icu | test("^[0-9.]+$")' true one/m.json
mkdir -p deep/er
cp a.yaml b.yaml deep/er
fails "in another folder" 0 bash -c 'cd deep/er && "$0" build a.yaml b.yaml -o out/ --manifest out/m.json' "$BROCHURE"
holds "it is the same" diff -r first deep/er/out

# What failed is counted, and only what was written is listed.
holds "the status is that of the run" member .status 4 one/m.json
holds "each file has its own" member '[.files[].status]' '[0,1,0,0,0,0,4,0]' one/m.json
holds "with its faults" member '.files[1] | [.errors > 0, .editions, .inputs]' '[true,[],null]' one/m.json
holds "and a line of sums for what there is" test "$(wc -l <one/SHA256SUMS)" -eq 7
holds "which hold" checks one
fails "where all fail there is a manifest, too" 1 build faulty.yaml --manifest failed/m.json
holds "it says so" member '[.status, .files[0].errors > 0]' '[1,true]' failed/m.json
holds "its sums hold" checks failed
printf 'references: {items: [{id: x, text: Never cited}]}\n' >>b.yaml
fails "a run that stops on warnings" 3 build a.yaml b.yaml -o warned/ --manifest warned/m.json --fail-on warning
holds "lists what has none, and counts them" member '[.files[] | [.status, .warnings > 0, (.editions | length)]]' '[[0,false,1],[3,true,0]]' warned/m.json

# Names.
mkdir -p 'x y' away
for name in 'back\slash' $'new\nline' $'car\rriage' ' blank ' '-dash' 'ü "q"' '*star'; do
    document "x y/$name.yaml" Odd
done
fails "odd names are written" 0 build 'x y'/*.yaml --manifest 'x y/m.json'
holds "sha256sum takes them" checks 'x y'
(cd 'x y' && sha256sum -- *.pdf m.json | LC_ALL=C sort >../theirs)
LC_ALL=C sort 'x y/SHA256SUMS' >ours
holds "and writes the same lines" diff theirs ours
fails "outputs may lie elsewhere" 0 build a.yaml lists.yaml -o 'x y/out/' --manifest away/m.json
holds "their names lead there" member '[.files[].editions[0].path]' '["../x y/out/a.pdf","../x y/out/lists.pdf"]' away/m.json
holds "for sha256sum, too" checks away
ln -s 'x y/out' link
fails "through a link as well" 0 build a.yaml -o link/ --manifest away/deep/m.json
holds "which leads to where it is" checks away/deep
fails "a brochure of standard input has its digest" 0 bash -c '"$0" build - -o in.pdf --quiet --manifest m.json <a.yaml' "$BROCHURE"
holds "under the name that it was given" member '.files[0].inputs[0] | [.path, .sha256]' "[\"-\",\"$(digest a.yaml)\"]" m.json
mkdir -p house/sub/images
printf 'publisher: {name: House}\n' >house/house.yaml
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' >house/sub/images/p.svg
document house/sub/a.yaml Housed
printf '  - heading: Two\n    body: [{figure: {file: images/p.svg, alt: ""}}]\n' >>house/sub/a.yaml
fails "a house and pictures" 0 bash -c 'cd house/sub && "$0" build a.yaml --quiet --manifest m.json' "$BROCHURE"
holds "are inputs, named from where one stands" member '[.files[0].inputs[].path]' \
    '["a.yaml","../house.yaml","images/p.svg","brochure:themes/clinic.yaml","brochure:themes/parts/large-print.yaml","brochure:fonts/families.yaml"]' house/sub/m.json

# What cannot be.
for name in - '' out out/ /dev/null; do
    fails "--manifest '$name' is refused" 2 build a.yaml --manifest "$name"
done
for name in x.pdf x.txt SHA256SUMS out/SHA256SUMS ./a.yaml; do
    fails "--manifest $name would take another's name" 2 build a.yaml --manifest "$name"
    says "which is said: $name" "would take another file's name"
done
fails "so would that of --deps" 2 build a.yaml --deps d --manifest d
fails "standard output is no file to list" 2 build a.yaml -o - --manifest m.json
fails "a folder that cannot be made is status 4" 4 build a.yaml -o never.pdf --manifest a.yaml/m.json
holds "before anything is written" test ! -e never.pdf
limited() { # no file may be longer than 1 KiB: as on a full disk
    bash -c 'trap "" XFSZ; ulimit -f 1; exec "$0" build faulty.yaml one.yaml two.yaml three.yaml four.yaml five.yaml six.yaml --manifest away/m.json' "$BROCHURE"
}
cp -r away before
fails "a manifest that cannot be written is status 4" 4 limited
says "its name is said, with the reason" "cannot write away/m.json: File too large"
holds "the old one is whole, with its sums" diff -r before away
