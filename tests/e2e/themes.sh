#!/bin/sh
# Themes as their writers meet them: found by name and by path, laid over each other, listed, faulty.
. tests/tap
clinic=$PWD/content/themes/clinic.yaml
cd "$TMPDIR" || exit 1
mkdir -p themes series
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections: [{heading: One, body: Some words.}]\n' >plain.yaml
sed 's/^language/theme: mine\n&/' plain.yaml >mine.yaml
theme() { # NAME KEYS: a theme beside the brochure
    printf 'theme: 1\n%b\n' "$2" >"themes/$1.yaml"
}
build() {
    "$BROCHURE" build "$@" --quiet --diagnostic-format short
}

# extends
build plain.yaml -o plain.pdf
theme mine 'extends: clinic'
fails "a theme that changes nothing" 0 build mine.yaml -o same.pdf
holds "looks as its base" cmp same.pdf plain.pdf
theme mine 'extends: clinic\nroles: {body: {size: 13}}'
fails "a theme may change a single key" 0 build mine.yaml -o mine.pdf
holds "and does" sh -c '! cmp -s mine.pdf plain.pdf'
sed '/^  body:/s/size: 12/size: 13/' "$clinic" >themes/whole.yaml
fails "a theme that says all" 0 build plain.yaml --theme whole -o whole.pdf
holds "looks as the one that says what differs" cmp whole.pdf mine.pdf
theme mine 'extends: between'
theme between 'extends: ../series/base.yaml\nroles: {body: {size: 13}}'
sed '/^  body:/s/size: 12/size: 14/' "$clinic" >series/base.yaml
fails "the base may have a base, by a path from its own folder" 0 build mine.yaml -o chain.pdf --deps chain.d
holds "the nearest to the brochure counts" cmp chain.pdf mine.pdf
holds "each of them is a dependency" test "$(grep -c 'yaml' chain.d)" -ge 4
sed '/^references:/d; /^  folio:/d; /^extends:/d' "$clinic" >themes/between.yaml
theme mine 'extends: between\nroles: {folio: {font: text, weight: 800, size: 9, leading: 12, base: 9, color: ink}}'
fails "what base and theme both lack" 1 build mine.yaml
says "is missing" "\`references\` is missing [B0302]"
holds "and nothing else is" test "$(wc -l <said)" -eq 1

# faults
theme mine 'extends: clinik\ncolors: {ink: red}\nroles: {bodi: {size: 1}}'
fails "a base that is not there" 1 build mine.yaml
says "is told at its place" 'themes/mine.yaml:2:10: error: there is no theme `clinik` [B0315]'
says "with the faults of the theme itself" 'themes/mine.yaml:3:15: error: this is no colour: `red` [B0311]'
says "all of them" 'themes/mine.yaml:4:9: error: unknown key `bodi` [B0301]'
holds "and none that only follow" test "$(wc -l <said)" -eq 3
fails "it has a hint" 1 "$BROCHURE" build mine.yaml
says "the nearest name" 'hint: did you mean `clinic`?'
theme mine 'extends: mine'
fails "a theme that extends itself" 1 build mine.yaml
says "is told at its place too" 'themes/mine.yaml:2:10: error: themes that extend each other in a circle: `mine`, `mine` [B0319]'
theme clinic 'extends: clinic'
fails "a theme hides the program's of its name" 1 "$BROCHURE" build plain.yaml
says "which is told where it would extend that" "hint: to extend the program's \`clinic\`, give this file another name"
rm themes/clinic.yaml
for n in 1 2 3 4 5 6 7 8 9 10; do theme "t$n" "extends: t$((n + 1))"; done
fails "a chain has a bound" 1 build plain.yaml --theme t1
says "a fault as others" 'themes/t9.yaml:2:10: error: more than 9 themes that extend one another [B0319]'
theme t7 'extends: clinic'
fails "below it all is well" 0 build plain.yaml --theme t1 -o eight.pdf
theme base 'extends: clinic\nroles:\n  body: {size: large}\n'
theme mine 'extends: base\ncolors: {ink: "#12345"}'
fails "faults of a theme and its base" 1 build mine.yaml
says "are told where each stands: the theme's" 'themes/mine.yaml:3:15: error: this is no colour'
says "and the base's" 'themes/base.yaml:4:16: error: `size` must be a length'
printf 'extends: base\n' >themes/mine.yaml
printf 'extends: clinic\n' >themes/base.yaml
fails "each says its version" 1 build mine.yaml
says "the theme" 'themes/mine.yaml:1:1: error: `theme` is missing [B0302]'
says "the base" 'themes/base.yaml:1:1: error: `theme` is missing [B0302]'
theme base 'extends: clinic'
theme mine 'extends: base\n  indented: wrong'
fails "a theme that YAML cannot read" 1 build mine.yaml
says "is told as such" B0201
holds "and nothing that only follows" test "$(grep -c B0302 said)" -eq 0
mkdir themes/folder.yaml
fails "a folder is no theme" 1 build plain.yaml --theme folder
mkfifo themes/pipe.yaml
sed 's/^language/theme: pipe\n&/' plain.yaml >pipe.yaml
fails "a pipe is not waited for" 1 build pipe.yaml
says "as it is no file" "cannot read themes/pipe.yaml: it is a pipe or a device [B0101]"
rm -r themes/folder.yaml themes/pipe.yaml

# by name and by path
fails "no theme of that name" 1 build plain.yaml --theme fancy
says "is told with where it was looked for" B0315
fails "a file that the command line names and that is not there" 4 build plain.yaml --theme ./fancy.yaml
sed 's/^language/theme: themes\/bass.yaml\n&/' plain.yaml >path.yaml
fails "a path that is nearly there" 1 "$BROCHURE" build path.yaml
says "has a hint" 'hint: did you mean `themes/base.yaml`?'
mkdir -p far
sed 's/^language/theme: ..\/series\/base.yaml\n&/' plain.yaml >far/far.yaml
fails "a path counts from the brochure's folder" 0 build far/far.yaml --root . -o far.pdf
cp plain.yaml far/plain.yaml
fails "and on the command line from the current one" 0 build far/plain.yaml --theme series/base.yaml -o far2.pdf
holds "to the same theme" sh -c 'cmp far.pdf far2.pdf'
fails "a path of the content keeps to the root" 1 build far/far.yaml -o far.pdf
says "a fault as others" 'far/far.yaml:3:8: error: `../series/base.yaml` leads out of the root'
mkdir far/themes
ln -s "$clinic" far/themes/linked.yaml
sed 's/^language/theme: linked\n&/' plain.yaml >far/linked.yaml
fails "and so does a name" 1 build far/linked.yaml
rm -r far/themes

# themes
rm themes/*
theme mine 'extends: clinic\nroles:\n  body: {size: 13}'
theme clinic 'extends: ../series/base.yaml'
fails "the themes are listed" 0 "$BROCHURE" themes
holds "own ones first, by name" test "$(sed -n 's/ .*//p' said | head -n 3 | tr '\n' ' ')" = "clinic mine clinic "
says "one that is hidden is told" "/clinic.yaml  hidden by themes/clinic.yaml"
fails "those of another root too" 0 "$BROCHURE" themes --root far
holds "without these" sh -c '! grep -q mine said'
rm themes/clinic.yaml
fails "the values of a theme are listed" 0 "$BROCHURE" themes mine
holds "a value a line, with its place" grep -qE '^roles\.body\.size +13 +themes/mine\.yaml:4$' said
holds "those of its base with theirs" grep -qE "^roles\.body\.leading +16 +.*/clinic\.yaml:[0-9]+$" said
cp said mine.said
fails "so they are of a file" 0 "$BROCHURE" themes themes/mine.yaml
holds "in the same words" cmp said mine.said
fails "an unknown theme" 1 "$BROCHURE" themes mines
says "has a hint" 'did you mean `mine`?'
fails "a file that is not there" 4 "$BROCHURE" themes none.yaml
theme mine "extends: clinic\nroles: {body: {size: -1}}"
fails "a faulty theme" 1 "$BROCHURE" themes mine --diagnostic-format short
holds "has its faults told and nothing else" test "$(cat said)" = "themes/mine.yaml:3:22: error: \`size\` must be more than 0 [B0308]"
fails "two themes are one too many" 2 "$BROCHURE" themes mine clinic
