#!/bin/sh
# The text edition as people build it: its names, its line, what it needs and what it does not.
. tests/tap
cd "$TMPDIR" || exit 1
cat >visit.yaml <<'END'
brochure: 1
title: Your visit
language: en
editions:
  screen: {}
  text: {}
  sms: {kind: text, wrap: 20, contents: 0}
contents: 1
sections:
  - heading: Before you come
    body:
      - Please call {{clinic}} at +1 555 010 0100.
      - text: Only as text.
        when: {edition: text}
      - text: Only as a message.
        when: {edition: sms}
  - {heading: On paper, body: 'Only on pages.', when: {edition: screen}}
variables: {clinic: us}
END
build() {
    "$BROCHURE" build visit.yaml "$@"
}
fails "pages and texts are built in one run" 0 build -o out/
holds "each has its file" test -s out/visit.pdf -a -s out/visit.txt -a -s out/visit-sms.txt
holds "a text's line has no pages" grep -qE '^out/visit.txt  text  0\.[0-9] KB  [0-9]+ ms$' said
holds "and no more files are there" test "$(ls out | wc -l)" -eq 3
printf 'Your visit\n==========\n\n\nContents\n--------\n\n- Before you come\n\n\nBefore you come\n---------------\n\n%s\n\nOnly as text.\n' \
    'Please call us at +1 555 010 0100.' >wanted.txt
holds "it has its own parts and the values of variables" cmp wanted.txt out/visit.txt
printf 'Your visit\n==========\n\n\nBefore you come\n---------------\n\nPlease call us at\n+1 555 010 0100.\n\nOnly as text.\n\nOnly as a message.\n' >wanted.txt
holds "an edition of another name has settings of its own" cmp wanted.txt out/visit-sms.txt

fails "a file can be named" 0 build -e text -o one.txt
holds "it is the same" cmp one.txt out/visit.txt
fails "and standard output" 0 build -e text -o -
holds "which gets the text alone" cmp said out/visit.txt
fails "a file of pages does not end in .txt" 2 build -e screen -o pages.txt
says "which is said" "the edition screen is PDF and cannot be pages.txt"
fails "nor does text end in .pdf" 2 build -e text -o text.pdf
says "which is said" "the edition text is text and cannot be text.pdf"
fails "two texts cannot be one file" 2 build -e text,sms -o one.txt
holds "nothing is written then" test ! -e pages.txt -a ! -e text.pdf

fails "text needs no theme" 0 build -e text --theme nowhere -o out/
fails "pages do" 1 build --theme nowhere -o none/
holds "and no edition is written without the other" test ! -e none
fails "dependencies are written" 0 build -e text --deps text.d -o out/
printf 'out/visit.txt: \\\n  visit.yaml\n' >wanted.d
holds "of text they are what it is made of" cmp wanted.d text.d
fails "of both" 0 build -e text,screen --deps both.d -o out/
holds "they name both files" grep -q '^out/visit.txt out/visit.pdf:' both.d
holds "and the fonts" grep -q '\.ttf' both.d
sed '/screen/d; s/text: {}/text: {wrap: 40}/; /message/,/sms/d' visit.yaml >other.yaml
fails "of pages in one file and text in the next" 0 "$BROCHURE" build visit.yaml other.yaml --deps mixed.d -o out/
holds "the text has none" sh -c 'sed -n "/^out.other/,\$p" mixed.d | grep -c . | grep -qx 2'

sed 's/wrap: 20/wrap: 19/' visit.yaml >narrow.yaml
fails "a line has twenty characters at least" 1 "$BROCHURE" build narrow.yaml -o none/
says "at its place" "narrow.yaml:7:27"
sed 's/screen: {}/screen: {wrap: 72}/' visit.yaml >wide.yaml
fails "pages are not wrapped" 1 "$BROCHURE" build wide.yaml -o none/
says "which is said" "\`wrap\` is for editions of the kind \`text\`"
cat >welsh.yaml <<'END'
brochure: 1
title: Canllaw
language: cy
editions: [screen, text]
labels: {folio: "{page} o {pages}"}
sections:
  - heading: Gwybodaeth
    body:
      - callout: {kind: note, title: Galwch ni, body: Rydym yma.}
END
fails "text may need a word that pages do not" 1 "$BROCHURE" build welsh.yaml -o none/
says "which is named" "labels: {note:"
holds "then no edition is written" test ! -e none
