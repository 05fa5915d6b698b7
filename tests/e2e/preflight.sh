#!/bin/bash
# Editions for the press are held to the rules of the press before they are written; a theme may say how
# grave a finding is. The rules themselves: tests/unit/press_check_test.c and the examples B1001 to B1016.
. tests/tap
top=$PWD
work=$TMPDIR/preflight
mkdir -p "$work/themes"

# The house's brochures in every theme that takes them: nothing is found.
found() {
    for file in $(grep -l '^brochure:' content/*.yaml); do
        for theme in content/themes/*.yaml; do
            "$BROCHURE" build "$file" -e print --theme "$(basename "$theme" .yaml)" -o "$work/out/" --diagnostic-format short 2>&1
        done
    done | grep -F '[B10'
}
holds "the house's brochures are sound in its themes" test -z "$(found)"

cd "$work" || exit 1
theme() { # RULES: of a theme whose dark colour has 330 percent of ink
    printf 'theme: 1\nextends: clinic\ncolors: {ink: {hex: "#0B4A58", cmyk: [100, 90, 80, 60]}}\nrules: %s\n' "$1" >themes/wet.yaml
}
printf 'brochure: 1\ntitle: T\nlanguage: en-US\ntheme: wet\ndocument: {issued: 2026-03-01}\neditions: {screen: {}, print: {profile: swop}}\nsections: [{heading: One, body: Words.}]\n' >f.yaml
build() { "$BROCHURE" build f.yaml --diagnostic-format short "$@"; }

theme '{}'
fails "an error of the rules stops the build: status 1" 1 build
says "it stands where the theme gives the colour" "themes/wet.yaml:3:10: error: \`ink\` has 330 % of ink; CGATS TR 001 takes 300 % [B1001]"
holds "nothing is written, of no edition" test ! -e f.pdf -a ! -e f-print.pdf -a ! -e f-screen.pdf
fails "the screens' edition alone has no press" 0 build -e screen
theme '{ink-limit: {severity: warning}}'
fails "an error is not lowered without a reason" 1 build
says "which the theme is told" "themes/wet.yaml:4:20: error: the rule \`ink-limit\` is lowered without a \`reason\` [B0302]"
theme '{ink-limit: {severity: warning, reason: The shop dries it}}'
fails "with a reason it is: status 0" 0 build
says "what is found is a warning then" "warning: \`ink\` has 330 % of ink"
"$BROCHURE" build f.yaml --quiet 2>"$TMPDIR/said"
says "and its hint says why" "the theme changes the rule \`ink-limit\`: The shop dries it"
theme '{ink-limit: {severity: off, reason: The shop dries it}, ink-square: {limit: 20}}'
fails "a rule that is off says nothing, and a stricter limit needs no reason" 0 build
says "what is beyond it is found" "20 % is the most [B1002]"
holds "and the one that is off is not" test "$(grep -c B1001 "$TMPDIR/said")" -eq 0

# A picture as it is placed: 200 pixels over the width of a column.
pgmramp -lr 200 100 2>/dev/null | pnmtopng 2>/dev/null >ramp.png
printf 'brochure: 1\ntitle: T\nlanguage: en-US\ntheme: %s/content/themes/clinic.yaml\ndocument: {issued: 2026-03-01}\neditions: {print: {profile: swop}}\nsections:\n- heading: One\n  body:\n  - figure: {file: ramp.png, alt: A ramp}\n' "$top" >g.yaml
fails "a picture of too few pixels stops the build" 1 "$BROCHURE" build g.yaml --root / --diagnostic-format short
says "it is told where the picture is named" "g.yaml:10:20: error: the picture has "
says "by its own code" "B1005"

# A drawing's thin lines in the theme's black lie over what is below, and are found if they are too thin.
printf '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60"><rect width="90" height="60" fill="#0B4A58"/><path d="M9 9H80" stroke="#1A1A1A" stroke-width="%s"/></svg>' 0.5 >lines.svg
sed 's/ramp.png/lines.svg/' g.yaml >lines.yaml
fails "thin black lines of a drawing overprint" 0 "$BROCHURE" build lines.yaml --root / --diagnostic-format short
holds "so that nothing is found" test "$(grep -c B10 "$TMPDIR/said")" -eq 0
sed -i 's/0\.5/0.01/' lines.svg
fails "hairlines of a drawing are told" 0 "$BROCHURE" build lines.yaml --root / --diagnostic-format short
says "in the drawing" "lines.svg:1:"
says "by their code" "B1009"
