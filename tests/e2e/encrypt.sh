#!/bin/bash
# --encrypt: AES-256 for readers who know a password, the same words within, and no password where
# others can see it.
. tests/tap
content=$PWD/content
cd "$TMPDIR" || exit 1
cp "$content/notice.yaml" guide.yaml
mkdir images && cp "$content/images/way-in.svg" images/
printf 'brochure: 1\ntitle: T\nlanguage: en-US\nsections: [{heading: One, body: Some words.}]\n' >small.yaml
printf 'for the reader\n' >reader
printf 'for-the-owner\r\n' >owner

build() {
    "$BROCHURE" build --quiet --diagnostic-format short "$@"
}
refused() { # RULE OPTION...: exit 2, and nothing is written
    local rule=$1
    shift
    fails "$rule is refused" 2 build small.yaml -o refused.pdf "$@"
    holds "$rule: nothing is written" test ! -e refused.pdf
}
shows() { # RULE TEXT PASSWORD [FILE]
    holds "$1" sh -c 'qpdf --show-encryption --password="$1" "$3" | grep -qxF "$2"' sh "$3" "$2" "${4:-locked.pdf}"
}
opens() { # PASSWORD FILE
    qpdf --requires-password --password="$1" "$2"
    [ $? -eq 3 ] # encrypted, and the password is right
}

build guide.yaml -o open.pdf
fails "two passwords of files" 0 build guide.yaml -o locked.pdf --encrypt user=file:reader --encrypt owner=file:owner
holds "the file needs one" qpdf --requires-password locked.pdf
holds "the user's opens it, without the line's end" opens "for the reader" locked.pdf
holds "the owner's opens it, without that of Windows" opens for-the-owner locked.pdf
fails "another does not" 2 qpdf --check --password=wrong locked.pdf
fails "nor does none" 1 pdftotext locked.pdf -
fails "it is whole" 0 qpdf --check --password="for the reader" locked.pdf
shows "it is of revision 6" "R = 6" "for the reader"
for what in stream string file; do
    shows "its ${what}s are AES-256" "$what encryption method: AESv3" "for the reader"
done
shows "screen readers have the text" "extract for accessibility: allowed" "for the reader"
shows "it can be printed" "print high resolution: allowed" "for the reader"
shows "and copied from" "extract for any purpose: allowed" "for the reader"
shows "but not changed" "modify other: not allowed" "for the reader"
shows "the owner is known as such" "Supplied password is owner password" for-the-owner
pdftotext open.pdf open.txt
pdftotext -upw "for the reader" locked.pdf locked.txt
holds "the text is that of the open file" cmp open.txt locked.txt
tags() { # FILE OPTION...: the numbers of objects left out
    pdfinfo -struct-text "${@:2}" "$1" | sed 's/Object [0-9]* 0/Object/'
}
tags open.pdf >open.tags
tags locked.pdf -upw "for the reader" >locked.tags
holds "so is what a screen reader is given" cmp open.tags locked.tags
holds "there is some" test "$(wc -l <locked.tags)" -gt 20
holds "no words are left in it" sh -c '! grep -qa "garden entrance" locked.pdf'
holds "nor its metadata" sh -c '! grep -qa -e "<rdf:RDF" -e SAMPLE-NOTICE locked.pdf'
holds "it is hardly larger" test "$(wc -c <locked.pdf)" -lt "$(($(wc -c <open.pdf) + 3000))"
mutool show -p "for the reader" locked.pdf trailer >trailer 2>&1
holds "MuPDF opens it" grep -q /Encrypt trailer
mutool draw -p "for the reader" -r 20 -o locked.png locked.pdf 1 2>/dev/null
mutool draw -r 20 -o open.png open.pdf 1 2>/dev/null
holds "and draws the same page" cmp open.png locked.png

# The standards that it claims: PDF/A forbids encryption.
qpdf --decrypt --password="for the reader" locked.pdf decrypted.pdf
holds "it claims PDF/UA-1" grep -qa "<pdfuaid:part>1<" decrypted.pdf
holds "and no PDF/A" sh -c '! grep -qa -e "pdfaid:part" -e pdfaExtension:schemas decrypted.pdf'
qpdf --stream-data=uncompress open.pdf opened.pdf
holds "which the open file does" grep -qa "<pdfaid:part>2<" opened.pdf

refused "PDF/A in --pdf-standard" --encrypt user=file:reader --pdf-standard ua-1,a-2a
says "which is said" "does not go with PDF/A"
refused "PDF/A-4, too" --pdf-standard a-4 --encrypt user=file:reader
fails "PDF/UA-2 is not" 0 build small.yaml -o two.pdf --encrypt user=file:reader --pdf-standard ua-2
holds "it is whole" qpdf --check --password="for the reader" two.pdf
qpdf --decrypt --password="for the reader" two.pdf decrypted-two.pdf
holds "it claims PDF/UA-2" grep -qa "<pdfuaid:part>2<" decrypted-two.pdf
sed 's/^sections/editions: {archive: {kind: screen, standard: a-2b}}\n&/' small.yaml >archive.yaml
fails "an edition whose standard is PDF/A is an error" 1 build archive.yaml -o refused.pdf --encrypt user=file:reader
says "at its place" "archive.yaml:4:12: error: the edition \`archive\` cannot be encrypted: its standard PDF/A forbids it [B0802]"
holds "nothing is written" test ! -e refused.pdf

# Where passwords are.
fails "the environment" 0 env READER=Zoë "$BROCHURE" build small.yaml -o env.pdf --encrypt user=env:READER
holds "has one, in any letters" opens Zoë env.pdf
decomposed=$(printf 'Zoe\314\210')
fails "a letter in two parts" 0 env READER="$decomposed" "$BROCHURE" build small.yaml -o env.pdf --encrypt user=env:READER
holds "is the same as in one" opens Zoë env.pdf
descriptors() { build small.yaml -o fd.pdf --encrypt user=fd:5,owner=fd:0 5<reader <owner; }
fails "open descriptors, two passwords in one option" 0 descriptors
holds "the first" opens "for the reader" fd.pdf
holds "and the second" opens for-the-owner fd.pdf
cp reader 'a,b.txt'
fails "a path with a comma" 0 build small.yaml -o comma.pdf --encrypt user=file:a,b.txt,owner=file:owner
holds "is one path" opens "for the reader" comma.pdf
printf 'spaced \n\n' >lines
refused "a line's end within a password" --encrypt user=file:lines
printf ' spaced ' >spaced
fails "blanks" 0 build small.yaml -o spaced.pdf --encrypt user=file:spaced
holds "belong to a password" opens " spaced " spaced.pdf
fails "without an owner's password" 0 build small.yaml -o alone.pdf --encrypt user=file:reader
holds "the user's opens the file" opens "for the reader" alone.pdf
shows "and is not the owner's" "Supplied password is user password" "for the reader" alone.pdf
holds "nor is an empty one" sh -c '! qpdf --check alone.pdf'
fails "standard output takes an encrypted file" 0 sh -c '"$0" build small.yaml -o - --encrypt user=file:reader >stdout.pdf' "$BROCHURE"
holds "whole" opens "for the reader" stdout.pdf
fails "several files side by side" 0 build small.yaml guide.yaml -o both/ -j 2 --encrypt user=file:reader
holds "are encrypted, the first" opens "for the reader" both/small.pdf
holds "and the second" opens "for the reader" both/guide.pdf
build small.yaml -o again.pdf --encrypt user=file:reader
holds "two encrypted files of one content differ" sh -c '! cmp -s alone.pdf again.pdf'
holds "qpdf's library is not loaded without need" sh -c '! ldd "$0" | grep -q qpdf' "$BROCHURE"

# What is no password.
: >empty
printf '\n' >newline
printf '%0128d' 0 >long
printf 'a\377' >bytes
for name in empty newline long bytes; do
    refused "a password that is: $name" --encrypt user=file:$name
done
printf '%0127d\n' 0 >longest
fails "127 bytes are not too long" 0 build small.yaml -o longest.pdf --encrypt user=file:longest
head -c 100000 /dev/zero | tr '\0' a >huge
refused "a file that is no password" --encrypt user=file:huge
refused "an owner's password that is empty" --encrypt user=file:reader,owner=file:empty
refused "the same password twice" --encrypt user=file:reader,owner=file:reader
refused "an owner's password alone" --encrypt owner=file:owner
says "it says that anyone opens the file" "anyone opens the file"
refused "a variable that is not set" --encrypt user=env:NOT_THERE
says "it is named" NOT_THERE
refused "a variable that is empty" --encrypt user=env:EMPTY
for wrong in secret user=secret user= user=fd: user=fd:x user=fd:-1 user=file: user=env: reader=file:reader \
    user=file:reader,user=file:owner user=file:reader,owner=secret; do
    refused "--encrypt $wrong" --encrypt "$wrong"
    holds "$wrong: what was typed is not repeated" sh -c '! grep -q secret said'
done
refused "one descriptor for both" --encrypt user=fd:0,owner=fd:0
fails "standard input for the brochure and a password is refused" 2 build - -o refused.pdf --encrypt user=fd:0
fails "a file that is not there is status 4" 4 build small.yaml -o refused.pdf --encrypt user=file:none
says "it is named, with the reason" "none: No such file or directory"
fails "a folder is status 4" 4 build small.yaml -o refused.pdf --encrypt user=file:images
fails "a descriptor that is not open is status 4" 4 build small.yaml -o refused.pdf --encrypt user=fd:9
holds "nothing is written then" test ! -e refused.pdf
if [ -w /dev/full ]; then
    fails "a full device is status 4" 4 sh -c '"$0" build small.yaml -o - --encrypt user=file:reader >/dev/full' "$BROCHURE"
fi
cp locked.pdf before.pdf
limited() { bash -c 'trap "" XFSZ; ulimit -f 1; exec "$0" build guide.yaml -o locked.pdf --encrypt user=file:reader' "$BROCHURE"; }
fails "a full disk is status 4" 4 limited
holds "the old file is whole" cmp locked.pdf before.pdf

# The editions' own say.
cat >editions.yaml <<'END'
brochure: 1
title: T
language: en-US
editions:
  screen: {}
  web: {kind: screen, encrypt: false}
  ward: {kind: screen, encrypt: true}
sections: [{heading: One, body: Some words.}]
END
fails "an edition that is always encrypted needs a password" 1 build editions.yaml -o sent/
says "at its place" "editions.yaml:7:33: error:"
says "with its code" B0802
holds "nothing is written of the others" test ! -e sent
fails "but not when it is not built" 0 build editions.yaml -o sent/ -e screen,web
fails "with a password" 0 build editions.yaml -o sent/ --encrypt user=file:reader --manifest sent/m.json
holds "it has it" opens "for the reader" sent/editions-ward.pdf
holds "so has the one that says nothing" opens "for the reader" sent/editions.pdf
holds "and not the one that is for everybody" sh -c 'qpdf --is-encrypted "$0"; [ $? -eq 2 ]' sent/editions-web.pdf
fails "a text is never encrypted" 1 build small.yaml -e text --encrypt user=file:reader
says "which is said" "the edition \`text\` cannot be encrypted"
holds "the manifest tells which are encrypted" test "$(jq -c '[.files[0].editions[].encrypted]' sent/m.json)" = '[true,false,true]'
holds "and what they claim" test "$(jq -c '[.files[0].editions[].standards]' sent/m.json)" = \
    '[["PDF/UA-1"],["PDF/UA-1","PDF/A-2a"],["PDF/UA-1"]]'
holds "it names the library" test "$(jq -r .libraries.libqpdf sent/m.json | cut -c 1)" = 1
holds "its sums hold" sh -c 'cd sent && sha256sum -c SHA256SUMS'
