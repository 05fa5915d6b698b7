#!/bin/sh
# Each option does what brochure(1) says, and what is not built yet says so.
. tests/tap
themes=$PWD/content/themes
cd "$TMPDIR" || exit 1
cat >good.yaml <<'END'
brochure: 1
title: Good
language: en-US
document: {version: 1.0}
sections:
  - heading: One
    body: |
      Some words.
END

for option in data delimiter handover limit rejects report shard today; do
    fails "--$option is refused" 2 "$BROCHURE" build good.yaml "--$option"
    says "--$option says why" "--$option is not built yet"
done
fails "an option that is not built is refused with a value, too" 2 "$BROCHURE" build good.yaml --today=2025-01-01
says "it says why" "--today is not built yet"
fails "messages as SARIF are refused" 2 "$BROCHURE" build good.yaml --diagnostic-format sarif
says "SARIF says why" "sarif is not built yet"
fails "text has no pages to look at" 2 "$BROCHURE" inspect good.yaml --stage lines -e text
says "which is said" "the edition text is text and has no lines"
fails "but a model" 0 "$BROCHURE" inspect good.yaml --stage model -e text
for stage in speech; do
    fails "the stage $stage is refused" 2 "$BROCHURE" inspect good.yaml --stage $stage
    says "the stage $stage says why" "--stage $stage is not built yet"
done
fails "an unknown option is named" 2 "$BROCHURE" build good.yaml --fast
says "as it was typed" "--fast"
fails "an option without its value is refused" 2 "$BROCHURE" build good.yaml --theme
for jobs in 0 -1 x 4x 99999999999999999999 ''; do
    fails "-j '$jobs' is refused" 2 "$BROCHURE" build good.yaml -j "$jobs"
done
fails "an unknown format of messages is refused" 2 "$BROCHURE" build good.yaml --diagnostic-format xml
fails "an unknown level is refused" 2 "$BROCHURE" build good.yaml --fail-on hint
fails "an unknown colour is refused" 2 "$BROCHURE" build good.yaml --color blue
fails "an empty edition is refused" 2 "$BROCHURE" build good.yaml -e screen,,print
fails "a date that is none is refused" 2 env SOURCE_DATE_EPOCH=today "$BROCHURE" build good.yaml
says "the variable is named" SOURCE_DATE_EPOCH
fails "--format is for the references" 2 "$BROCHURE" inspect good.yaml --stage tree --format json
fails "and text or JSON" 2 "$BROCHURE" inspect good.yaml --stage references --format yaml
says "which is said" "--format is text or json"
fails "the references are there" 0 "$BROCHURE" inspect good.yaml --stage references
cat >cited.yaml <<'YAML'
brochure: 1
title: Cited
language: en-US
sections: [{heading: H, body: "x.[@a]"}]
references: {file: cited.json}
YAML
echo '[{"id": "a", "type": "map", "title": "A {{b}} [c]{lang=d} *e* \\"f\\""}]' >cited.json
fails "what another program wrote has no signs of ours" 0 "$BROCHURE" inspect cited.yaml --stage references
says "it is printed as it stands" "1. A {{b}} [c]{lang=d} *e* “f.”"
fails "inspect wants a stage" 2 "$BROCHURE" inspect good.yaml
fails "inspect wants one file" 2 "$BROCHURE" inspect --stage tree
fails "schema takes no file" 2 "$BROCHURE" schema good.yaml
fails "fonts takes no file" 2 "$BROCHURE" fonts good.yaml
holds "a wrong command line writes nothing" test ! -e good.pdf

for edition in booklet; do
    fails "the edition $edition is an error when asked for" 1 "$BROCHURE" build good.yaml -e $edition
    says "the edition $edition says why" "the edition \`$edition\` is not built yet"
    says "the edition $edition has its code" B0313
done
fails "an unknown edition has a hint" 1 "$BROCHURE" build good.yaml -e scren
says "the nearest one" 'did you mean `screen`?'
holds "an edition that is not built writes nothing" test ! -e good.pdf -a ! -e good-print.pdf
cp good.yaml listed.yaml
echo 'editions: [screen, print]' >>listed.yaml
fails "an edition that the file lists is an error when all are built" 1 "$BROCHURE" build listed.yaml --diagnostic-format short
says "at its place in the file" "listed.yaml:9:20: error:"
fails "but not when another is asked for" 0 "$BROCHURE" build listed.yaml -e screen

# --pdf-standard
holds "a file of the screen is built" "$BROCHURE" build good.yaml -o plain.pdf --quiet
fails "they can be asked for" 0 "$BROCHURE" build good.yaml --pdf-standard 'a-2a, ua-1' -o asked.pdf
holds "and give the same file" cmp plain.pdf asked.pdf
fails "others can" 0 "$BROCHURE" build good.yaml --pdf-standard ua-2,a-4 -o other.pdf
holds "they give a file of PDF 2.0" grep -aq '^%PDF-2.0' other.pdf
"$BROCHURE" build good.yaml --pdf-standard ua-2,a-4 -o again.pdf --quiet
holds "always the same" cmp other.pdf again.pdf
fails "the last list counts" 0 "$BROCHURE" build good.yaml --pdf-standard ua-1 --pdf-standard a-4,ua-2 -o again.pdf
holds "alone" cmp other.pdf again.pdf
for pair in ua-1,a-4 a-4,ua-1 a-2a,ua-2 a-3b,ua-2; do
    fails "$pair is refused" 2 "$BROCHURE" build good.yaml --pdf-standard $pair -o none.pdf
    says "$pair says why" "are for PDF 1, PDF/UA-2 and PDF/A-4 for PDF 2.0"
done
for pair in a-2a,a-3a a-2b,a-2u a-4,a-2a; do
    fails "$pair is refused" 2 "$BROCHURE" build good.yaml --pdf-standard $pair -o none.pdf
    says "$pair says why" "a file claims one part of PDF/A, at one level"
done
fails "ua-1,ua-2 is refused" 2 "$BROCHURE" build good.yaml --pdf-standard ua-1,ua-2 -o none.pdf
says "ua-1,ua-2 says why" "a file claims one part of PDF/UA"
fails "x-4 is refused for screens" 1 "$BROCHURE" build good.yaml --pdf-standard x-4 -o none.pdf
says "x-4 says why" 'the edition `screen` is for screens, and x-4 is for the press'
for list in 1.7 a-2c '' a-2a,; do
    fails "the standards '$list' are refused" 2 "$BROCHURE" build good.yaml --pdf-standard "$list" -o none.pdf
    says "'$list' says which there are" "it knows a-2b, a-2u, a-2a"
done
holds "a refused list writes nothing" test ! -e none.pdf
cat good.yaml - >listed.yaml <<'END'
editions: {screen: {}, archive: {kind: screen, standard: [a-4, ua-2]}, press: {kind: print, standard: x-4}}
END
fails "an edition has its own" 0 "$BROCHURE" build listed.yaml -e screen,archive -o editions/
holds "the screen its" sh -c 'head -c 8 editions/listed.pdf | grep -qx %PDF-1.7'
holds "which are its own" sh -c 'head -c 8 editions/listed-archive.pdf | grep -qx %PDF-2.0'
fails "but for the command line's" 0 "$BROCHURE" build listed.yaml -e archive --pdf-standard a-2b -o editions/
holds "which come before" sh -c 'head -c 8 editions/listed-archive.pdf | grep -qx %PDF-1.7'
fails "the press has x-4" 0 env SOURCE_DATE_EPOCH=1700000000 "$BROCHURE" build listed.yaml -e press -o editions/
holds "in PDF 1.6" sh -c 'head -c 8 editions/listed-press.pdf | grep -qx %PDF-1.6'
fails "and cannot do without it" 1 "$BROCHURE" build listed.yaml -e press --pdf-standard a-2b -o editions/
says "it says so" 'the edition `press` is for the press, and its standards lack x-4'
sed -i 's/kind: print, //; s/press:/press: {kind: screen, standard: x-4}} #/' listed.yaml
fails "an edition of x-4 is an error when it is to be built" 1 "$BROCHURE" build listed.yaml -o editions/
says "it says why" 'the edition `press` is for screens, and x-4 is for the press'
fails "and not when others are" 0 "$BROCHURE" build listed.yaml -e screen -o editions/

# --set
model() {
    "$BROCHURE" inspect good.yaml --stage model "$@"
}
fails "a key within a key is set" 0 model --set document.version=2.10
says "as the text that was typed" 'version "2.10"'
fails "a key that the file lacks is set" 0 model --set document.id=PE-1 --set subtitle="Two words"
says "in its mapping" 'PE-1'
says "and at the top" "Two words"
fails "the last of two wins" 0 model --set title=First --set title=Last
says "it is the last" '"Last"'
fails "a list is set as YAML" 0 model --set 'page.columns=2'
says "a number is read" 'columns 2'
fails "an unknown key is an error" 1 model --set document.versoin=2
says "its place is the option" '--set document.versoin'
says "with a hint" 'did you mean `version`?'
fails "a value that cannot be is an error" 1 model --set page.columns=many
says "its place is that option" '--set page.columns:1:1'
fails "a setting without = is refused" 2 model --set title
fails "a setting without a key is refused" 2 model --set =x

# --theme, --root, --font-path
mkdir -p root/themes mine
sed 's/#0B4A58/#AA0000/' "$themes/clinic.yaml" >root/themes/red.yaml
cp root/themes/red.yaml mine/red.yaml
fails "a theme of the root is found by its name" 0 "$BROCHURE" build good.yaml --root root --theme red -o red.pdf
fails "a theme is found by its path" 0 "$BROCHURE" build good.yaml --theme mine/red.yaml -o path.pdf
"$BROCHURE" build good.yaml -o plain.pdf --quiet
holds "the theme changes the result" sh -c '! cmp -s red.pdf plain.pdf'
holds "by either way it is the same" cmp red.pdf path.pdf
fails "without the root the name is unknown" 1 "$BROCHURE" build good.yaml --theme red -o none.pdf
says "it has its code" B0315
says "it says where it looked" "themes/red.yaml"
mkdir faces
cp /usr/share/fonts/truetype/lato/Lato-Black.ttf faces/Lato-Regular.ttf
fails "a font is looked for in --font-path first" 0 "$BROCHURE" build good.yaml --font-path faces -o black.pdf
holds "and used" sh -c '! cmp -s black.pdf plain.pdf'
fails "a folder without the font changes nothing" 0 "$BROCHURE" build good.yaml --font-path mine --font-path root -o same.pdf
holds "at all" cmp same.pdf plain.pdf

# --deps
cp good.yaml 'a $b #c.yaml'
fails "dependencies are written" 0 "$BROCHURE" build good.yaml 'a $b #c.yaml' --theme mine/red.yaml -o 'out x/' --deps deps.d
printf 'all: out\\ x/good.pdf out\\ x/a\\ $$b\\ \\#c.pdf\ninclude deps.d\nout\\ x/%%.pdf: ; @echo made $@\n' >deps.mk
fails "make reads them, and has nothing to do" 0 make -q -f deps.mk all
fails "when the theme changes all are to be made" 1 make -q -f deps.mk -W mine/red.yaml all
fails "when a brochure changes it is to be made" 1 make -q -f deps.mk -W good.yaml 'out x/good.pdf'
fails "and the other is not" 0 make -q -f deps.mk -W good.yaml 'out x/a $b #c.pdf'
fails "when a font changes all are to be made" 1 make -q -f deps.mk -W "$(grep -o '/[^ ]*Lato-Regular[^ ]*' deps.d | head -n 1)" all
fails "what cannot be built has no rules" 1 "$BROCHURE" build listed.yaml --deps none.d
holds "no file of them either" test ! -e none.d
fails "rules that cannot be written are status 4" 4 "$BROCHURE" build good.yaml --deps none/deps.d

fails "--timings says where the time went" 0 "$BROCHURE" build good.yaml --timings
says "stage by stage" " ms  layout"
says "with counts of the work" "candidate lines"
fails "--color always colours" 1 "$BROCHURE" build listed.yaml --color always
holds "by escape sequences" grep -q "$(printf '\033')" said
fails "--color never does not" 1 "$BROCHURE" build listed.yaml --color never
holds "at all, not a single one" sh -c '! grep -q "$(printf "\033")" said'
