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

for option in data delimiter limit rejects report shard today; do
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
