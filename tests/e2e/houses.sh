#!/bin/sh
# A house.yaml above brochures: its defaults, its theme, the root that it marks, its faults.
. tests/tap
themes=$PWD/content/themes
cd "$TMPDIR" || exit 1
mkdir -p house/leaflets house/themes house/art
cat >house/house.yaml <<'END'
language: en-GB
theme: art/ours.yaml
publisher: {name: Ward 4, phone: "+44 555 010 0100"}
END
cp "$themes/clinic.yaml" house/art/ours.yaml
cat >house/leaflets/guide.yaml <<'END'
brochure: 1
title: A guide
publisher: {name: Ward 5}
sections: [{heading: One, body: Words.}]
END

fails "a brochure takes what its house gives" 0 "$BROCHURE" inspect house/leaflets/guide.yaml --stage model
says "the language" "en-GB"
says "what the brochure says itself" "Ward 5"
says "what it leaves out" "+44 555 010 0100"
fails "the theme's path counts from the house" 0 "$BROCHURE" build house/leaflets/guide.yaml -o made.pdf --deps made.d
holds "the house is an input" grep -q "house/house.yaml" made.d
holds "and its theme" grep -q "house/art/ours.yaml" made.d
fails "from within the folder, too" 0 sh -c 'cd house/leaflets && "$BROCHURE" build guide.yaml -o here.pdf --deps here.d'
holds "the house is named from there" grep -q "  ../house.yaml" house/leaflets/here.d
holds "the result is the same" cmp made.pdf house/leaflets/here.pdf

mkdir house/fonts
sed 's|^folder:.*|folder: ../type|; /^    files: truetype.lato/s|truetype/lato|mine|' "$OLDPWD/fonts/families.yaml" >house/fonts/families.yaml
mkdir -p house/type
ln -s /usr/share/fonts/truetype /usr/share/fonts/opentype house/type/
ln -s truetype/lato house/type/mine
fails "a house has its own fonts" 0 "$BROCHURE" build house/leaflets/guide.yaml -o fonts.pdf --deps fonts.d
holds "from the families in its fonts/" grep -q "house/fonts/families.yaml" fonts.d
fails "another house in the same run keeps to its own" 0 "$BROCHURE" build house/leaflets/guide.yaml "$OLDPWD/tests/golden/features/marks.yaml" -o both/ -j 1
holds "with the same pages" sh -c 'cmp fonts.pdf both/guide.pdf && "$1" build "$2" -o marks.pdf && cmp marks.pdf both/marks.pdf' sh "$BROCHURE" "$OLDPWD/tests/golden/features/marks.yaml"
mv house/type house/moved
fails "in a folder that counts from there" 1 "$BROCHURE" build house/leaflets/guide.yaml --diagnostic-format short
says "and lacks them when they are gone" "[B0603]"
rm -r house/fonts

echo 'variables: {phone: {default: "1", values: ["1", "2"]}}' >>house/house.yaml
sed -i 's/body: Words./body: "Call {{phone}}"/' house/leaflets/guide.yaml
fails "a variable of the house is printed" 0 "$BROCHURE" inspect house/leaflets/guide.yaml --stage model
says "with its value" 'variable "1"'
fails "--set changes it" 0 "$BROCHURE" inspect house/leaflets/guide.yaml --stage model --set phone=2
says "for a run" 'variable "2"'
fails "to one of its values" 1 "$BROCHURE" inspect house/leaflets/guide.yaml --stage model --set phone=3
fails "a name that nobody declared" 1 "$BROCHURE" build house/leaflets/guide.yaml --set phne=2
says "is told" "did you mean \`phone\`?"
sed -i 's/body: "Call {{phone}}"/body: Words./; /^variables/d' house/leaflets/guide.yaml house/house.yaml
echo 'them: clinic' >>house/house.yaml
fails "a fault of the house stops the brochure" 1 "$BROCHURE" build house/leaflets/guide.yaml --diagnostic-format short
says "and is told at its line" "house/house.yaml:4:1: error: unknown key"
printf 'a: [\n' >house/house.yaml
fails "a house that is no YAML" 1 "$BROCHURE" build house/leaflets/guide.yaml --diagnostic-format short
says "is told" "house/house.yaml:2:1: error:"
holds "and what it would have given is not missed" sh -c '! grep -q B0302 "$0"' "$TMPDIR/said"
printf '# only the root\n' >house/house.yaml
sed -i '2i language: en\ntheme: ../art/ours.yaml' house/leaflets/guide.yaml
fails "a house of comments marks the root" 0 "$BROCHURE" build house/leaflets/guide.yaml -o made.pdf
fails "--root makes it smaller" 1 "$BROCHURE" build house/leaflets/guide.yaml --root house/leaflets
says "what lies outside is refused" "[B0106]"
rm house/house.yaml
fails "without a house the brochure's folder is the root" 1 "$BROCHURE" build house/leaflets/guide.yaml
says "and says so" "[B0106]"
fails "--root makes it wider" 0 "$BROCHURE" build house/leaflets/guide.yaml --root house -o made.pdf
fails "a root that is not there" 4 "$BROCHURE" build house/leaflets/guide.yaml --root none
cp "$themes/clinic.yaml" house/themes/red.yaml
fails "themes of the root are found by their name" 0 "$BROCHURE" build house/leaflets/guide.yaml --root house --set theme=red -o made.pdf
