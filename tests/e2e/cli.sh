#!/bin/sh
# The command line's promises: exit statuses, what is written where, and what is said.
. tests/tap
cd "$TMPDIR" || exit 1
brochure=$BROCHURE

document() {
    printf 'brochure: 1\ntitle: %s\nlanguage: en-US\nsections:\n  - heading: One\n    body: |\n      Some words.\n' "$2" >"$1"
}
document good.yaml Good
document other.yaml Other
printf 'brochure: 1\ntitel: x\nlanguage: en-US\npublishr: y\nsections:\n  - heding: One\n    body: Some words.\n' >bad.yaml

fails "the version is printed" 0 "$brochure" --version
holds "in one line" grep -qx 'brochure [0-9.]*' said
fails "help is printed" 0 "$brochure" --help
says "it names the commands" build
fails "without a command the usage is wrong" 2 "$brochure"
fails "so it is with an unknown command" 2 "$brochure" bild
says "the nearest is named" 'did you mean `build`?'
fails "with an unknown option" 2 "$brochure" build --fast good.yaml
fails "without a file" 2 "$brochure" build
fails "with an unknown stage" 2 "$brochure" inspect good.yaml --stage nothing
for command in check merge preview compare fix rules; do
    fails "$command says that it is not built yet" 2 "$brochure" $command good.yaml
    says "$command says so in words" "not built yet"
done

fails "a brochure is built beside its source" 0 "$brochure" build good.yaml
holds "as a PDF" sh -c '[ "$(head -c 5 good.pdf)" = "%PDF-" ]'
holds "a line tells the file" grep -q '^good\.pdf' said
fails "a quiet build" 0 "$brochure" build good.yaml --quiet
holds "says nothing" test ! -s said
fails "into a folder that is made" 0 "$brochure" build good.yaml other.yaml -o new/out/ -j 2
holds "each brochure has its file" test -s new/out/good.pdf -a -s new/out/other.pdf
fails "into a named file" 0 "$brochure" build good.yaml -o named.pdf
holds "it has that name" test -s named.pdf
fails "two brochures into one file are refused" 2 "$brochure" build good.yaml other.yaml -o one.pdf
holds "before anything is written" test ! -e one.pdf
holds "a pipe can be read and written" sh -c '[ "$("$0" build - -o - <good.yaml | head -c 5)" = "%PDF-" ]' "$brochure"

cp good.pdf before.pdf
fails "faults in the content stop the file" 1 "$brochure" build bad.yaml -o bad.pdf --diagnostic-format short
holds "nothing is written" test ! -e bad.pdf
says "the first fault is placed" "bad.yaml:2:1: error:"
says "the second fault is said in the same run" "bad.yaml:4:1: error:"
says "the third too" "bad.yaml:6:5: error:"
fails "a mend is suggested" 1 "$brochure" build bad.yaml -o bad.pdf
says "by the nearest key" 'did you mean `title`?'
fails "messages can be JSON" 1 "$brochure" build bad.yaml --diagnostic-format json
holds "each line an object" sh -c '! grep -v "^{.*}$" said'
fails "other files go on, and the highest status wins" 1 "$brochure" build bad.yaml other.yaml -o mixed/
holds "the good one is there" test -s mixed/other.pdf
holds "the faulty one is not" test ! -e mixed/bad.pdf

fails "a file that is not there is status 4" 4 "$brochure" build none.yaml
fails "a folder is no brochure" 4 "$brochure" build new
fails "a full device is status 4" 4 "$brochure" build good.yaml -o /dev/full
echo text >blocked
fails "so is a file in the place of the folder" 4 "$brochure" build good.yaml -o blocked/x.pdf
holds "nothing is left behind" test -z "$(find . -name '*.part')"
holds "what was there is as it was" cmp good.pdf before.pdf

fails "a key can be set" 0 "$brochure" build good.yaml --set title=Another -o set.pdf
holds "it changes the result" sh -c '! cmp -s set.pdf good.pdf'
fails "an unknown key cannot" 1 "$brochure" build good.yaml --set titel=Another -o set.pdf
fails "dependencies are listed" 0 "$brochure" build good.yaml --deps good.d
holds "as make reads them" sh -c 'tr -d "\\\\\\n" <good.d | grep -q "^good\.pdf: *good\.yaml .*families\.yaml"'
fails "the schema is printed" 0 "$brochure" schema
holds "it is the one that is kept" cmp said "$OLDPWD/schema/brochure.schema.json"
