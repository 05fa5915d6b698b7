#!/bin/sh
# What `inspect --stage pages` says of each page: how full it is, where its columns end, what was kept or
# moved, and why.
. tests/tap
cd "$TMPDIR" || exit 1
items='^(text|path|link|group|image)$'
account() { "$BROCHURE" inspect "$1" --stage pages | awk -v items="$items" '/^page/ { page = $2 } $1 !~ items { sub(/^ +/, ""); print page ": " $0 }'; }
# tells RULE FILE LINE: the account has this line, "PAGE: TEXT".
tells() { account "$2" >said; holds "$1" grep -qxF -- "$3" said; }
begin() { printf 'brochure: 1\ntitle: T\nlanguage: en\n%s\n' "$1"; }
lines() { seq "$1" | sed "s/.*/  - text: $2 stands a paragraph & of two lines or so in a column of the page./"; }
tables() { for number in $(seq "$1"); do
    printf '  - table: {caption: Doses %s, columns: [A, B, C], rows: [["1", "2", "3"], ["4", "5", "6"]]}\n  - text: Between.\n' "$number"
done; }
guide() { # BEFORE TABLES AFTER, in two columns below a cover; one more section follows
    begin 'cover: {}'
    printf 'page: {size: letter, columns: 2}\nsections:\n- heading: Alpha\n  body:\n'
    lines "$1" Before
    tables "$2"
    lines "$3" After
    printf '%s\n' '- heading: Omega' '  body: The end.'
}
small() { # PARAGRAPHS COLUMNS: a small page, with a heading every seven paragraphs
    begin "page: {size: A5, columns: $2}"
    printf 'sections:\n- heading: Alpha\n  body: |\n'
    seq "$1" | awk '{ if ($1 % 7 == 0) print "    # Part " $1 "\n"; print "    Paragraph " $1 " has some words, so that it takes two lines or three of the page.\n" }'
}
of_sections() { begin "page: {size: A5}$1"; printf 'sections:\n'; cat; }
section() { printf -- '- heading: %s\n  body: %s\n' "$1" "$2"; }

# How full, and the columns' feet
of_sections '' <<'END' >one.yaml
- heading: Alpha
  body: One line.
END
account one.yaml >said
# 26.3 %: up to y 184, of a frame from 64 to 520
holds "a page's share of the frame is told" grep -qxF '1: filled 26.3 % of the frame' said
holds "and where each column ends" sh -c 'grep -qxF "1: column from 64 to 104" said && grep -qxF "1: column from 128 to 184" said'
holds "and that its text is on the grid" grep -qxE '1: off-grid 0 of [1-9][0-9]*' said
guide 6 0 0 >two.yaml
account two.yaml >said
holds "columns side by side have a foot each" grep -qxE '2: columns from 64 to [0-9.]+ [0-9.]+' said
tells "and are balanced where the text ends" two.yaml '2: balanced 2 columns: the text ends here'
holds "a cover has no account" test "$(grep -c '^1: ' said)" -eq 1

# Openers, breaks, blank pages
guide 24 1 20 >foot.yaml
tells "a heading over the columns" foot.yaml '2: opened with "Alpha" over the columns'
of_sections '' <<'END' >breaks.yaml
- {heading: Alpha, body: B}
- {heading: Beta, body: B, break-before: page}
- {heading: Gamma, body: B, break-before: right}
- {heading: Delta, body: B, break-before: right}
END
tells "a page that was asked for" breaks.yaml '2: begun with "Beta", which asks for a new page'
tells "a right-hand page" breaks.yaml '3: begun with "Gamma", which asks for a new page'
tells "a blank page before one" breaks.yaml '4: left blank: what follows asks for a right-hand page'
sed 's/size: A5/size: A5, pages: {multiple-of: 4}/' one.yaml >filled.yaml
tells "a page that fills up" filled.yaml '4: added so that the number of pages is a multiple'
holds "which holds nothing" grep -qxF '4: filled 0.0 % of the frame' said
printf 'theme: 1\nextends: clinic\npage: {last-page: 1}\n' >loose.yaml
for paragraphs in $(seq 6 12); do
    small "$paragraphs" 1 | sed 's/^page/theme: loose.yaml\npublisher: {name: Us}\n&/' >back.yaml
    account back.yaml
done >said
holds "a back block without room" grep -qxF '2: moved the back block here: no room on page 1' said

# Tables over the columns
tells "a table at the foot" foot.yaml '2: moved "Table 1" to the foot: the text that it is read in goes on'
guide 4 1 0 | sed '/Between/d' >below.yaml
tells "one below its section" below.yaml '2: moved "Table 1" below its section'"'"'s text, which ends here'
guide 29 1 20 >late.yaml
tells "one that goes on to the next page" late.yaml '2: moved "Table 1" to the head of page 3: no room where it is read'
tells "where it arrives" late.yaml '3: moved "Table 1" here, to the head: it is read on page 2'
guide 12 3 30 >three.yaml
tells "a second one at one foot" three.yaml '2: moved "Table 2" to the head of page 3: another stands at the foot'
tells "a third one behind it" three.yaml '2: moved "Table 3" to the head of page 3: what is read before it goes there, too'

# Keeps: the same text with ever more before it, until each reason was told
columns=1
kept() { # BLOCK: a body of so many columns, with the block after 1 to 40 lines, and before others
    for before in $(seq 1 40); do
        begin "page: {size: A5, columns: $columns}"
        printf 'sections:\n- heading: Alpha\n  body:\n'
        seq "$before" | sed 's/.*/  - text: Short &./'
        printf '%s\n' "$1"
        seq 12 | sed 's/.*/  - text: Later &./'
    done >all.yaml
    awk '/^brochure/ { close(name); name = "keep-" ++count ".yaml" } { print >name }' all.yaml
    for before in $(seq 1 40); do account "keep-$before.yaml"; done >said
}
words="Words that take more than one line of a page as small as this one, and then some more of them, so that the paragraph has three lines at least."
kept "  - '# Part'
  - $words"
holds "a heading that stays with what follows" grep -qxF '1: kept heading "Part" with what follows: went to page 2' said
kept "  - $words"
holds "lines that stay together" grep -qxF '1: kept the lines from "Words that take more than one line of a page as…" together: went to page 2' said
kept "  - callout: {kind: warning, title: Call at once, body: if you have a fever.}"
holds "what stays whole" grep -qxF '1: kept "Call at once" whole: went to page 2' said
kept "  - |
    Bring:

    - one thing
    - another
    - a third"
holds "a lead-in that stays with its list" grep -qxF '1: kept "Bring:" with what follows: went to page 2' said
kept "- heading: Wide
  span: all
  body:"
holds "a heading over the frame likewise" grep -qxF '1: kept heading "Wide" with what follows: went to page 2' said
columns=2
kept "  - text: Text that stands over the frame.
    span: all"
holds "what finds no room" grep -qxF '1: moved "Text that stands over the frame." to page 2: no room for its first lines' said
columns=1
kept "  - callout:
      kind: note
      title: Long
      body: |
$(seq 60 | sed 's/.*/        Line & of the note.\n/')"
holds "what no column holds is parted" grep -qxE '[2-9]: parted "Long" at the foot of column 1: taller than the column' said

# The last page
last() { for paragraphs in $(seq 12 32); do small "$paragraphs" "$1" >last.yaml; account last.yaml; done; }
{ last 1; last 2; } >said
holds "narrower spaces above headings" grep -qE '^[12]: spaces above headings narrowed by 1u: the last page would have been [0-9.]+ % full$' said
holds "wider ones" grep -qE '^[3-9]: spaces above headings widened by [12]u: the last page would have been [0-9.]+ % full$' said
holds "a page that is cut" grep -qE '^1: cut to [12][0-9] lines so that the last page is at least 25.0 % full$' said
