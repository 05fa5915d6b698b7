# Flesch-Kincaid grade of the text that bodies.awk prints, by section and as a whole:
#     0.39 words / sentences + 11.8 syllables / words - 15.59
# (Kincaid, Fishburne, Rogers and Chissom 1975). Names, citations and Markdown do not count. A
# paragraph and a list item end a sentence, whether or not a full stop stands there; so that lists
# do not flatter a text, an item without one is joined to the sentence that leads in to it.
#
# Variables: limit (the highest grade allowed), names (a file, one name a line, longer names first).
# With words=1 the input is WORD TAB SYLLABLES, and each count that differs is printed.
# Exit status: 0 within the limit, 1 over it or a wrong count.

BEGIN {
    if (limit == "") limit = 8
    while (names != "" && (getline name < names) > 0) name_list[++name_count] = name
}

words { check_word($0); next }

/^# / { end_section(); heading = substr($0, 3); next }
/^ *$/ { end_paragraph(); next }
/^ *([-*+]|[0-9]+[.)]) / {
    end_item()
    sub(/^ *([-*+]|[0-9]+[.)]) /, "")
}
{ text = text " " $0 }

END {
    if (words) exit failed
    end_section()
    report("whole text", all_words, all_sentences, all_syllables)
    exit failed
}

function check_word(line,    field) {
    split(line, field, "\t")
    if (syllables_in(field[1]) == field[2]) return
    printf "%s: counted %d syllables, not %d\n", field[1], syllables_in(field[1]), field[2]
    failed = 1
}

# An item that ends no sentence goes on after a comma; the blank line after the list ends it.
function end_item() {
    if (text != "") text = text ","
}

function end_paragraph() {
    # The blank line between a lead-in and its list does not end the sentence.
    if (text ~ /: *$/) return
    count(text)
    text = ""
}

function end_section() {
    count(text)
    text = ""
    if (section_words) report(heading, section_words, section_sentences, section_syllables)
    all_words += section_words
    all_sentences += section_sentences
    all_syllables += section_syllables
    section_words = section_sentences = section_syllables = 0
}

function report(title, word_count, sentence_count, syllable_count,    grade) {
    if (!word_count) { print "no text found"; failed = 1; return }
    grade = 0.39 * word_count / sentence_count + 11.8 * syllable_count / word_count - 15.59
    printf "%5.1f  %4d words  %3d sentences  %s%s\n", grade, word_count, sentence_count, title,
           (grade > limit) ? ", over grade " limit : ""
    if (grade > limit) failed = 1
}

function count(paragraph,    token, i, n, pending) {
    paragraph = plain(paragraph)
    n = split(paragraph, token, /[ \t]+/)
    pending = 0
    for (i = 1; i <= n; i++) {
        if (token[i] ~ /[A-Za-z]/) {
            section_words++
            section_syllables += syllables_in(token[i])
            pending++
        }
        if (pending && token[i] ~ /[.?!][)"',]*$/) { section_sentences++; pending = 0 }
    }
    if (pending) section_sentences++
}

function plain(s,    i, at) {
    gsub(/\[@[^]]*\]/, "", s)
    gsub(/\]\([^)]*\)/, "", s)
    gsub(/[][*_`]/, "", s)
    gsub(/[ \t]+/, " ", s)
    for (i = 1; i <= name_count; i++)
        while ((at = index(s, name_list[i])) > 0)
            s = substr(s, 1, at - 1) substr(s, at + length(name_list[i]))
    return s
}

# A hyphen joins words into one, whose syllables add up.
function syllables_in(word,    part, i, n, sum) {
    n = split(tolower(word), part, "-")
    for (i = 1; i <= n; i++) sum += syllables_in_part(part[i])
    return sum
}

function syllables_in_part(word,    rest, n) {
    gsub(/[^a-z]/, "", word)
    if (word == "") return 0
    rest = word
    n = gsub(/[aeiouy]+/, "&", rest)
    # Silent endings: care, cares, changed; but not people, places, treated.
    if (word ~ /[^aeiouy]e$/ && word !~ /[^aeiouylr]le$/) n--
    else if (word ~ /[^aeiouy]es$/ && word !~ /([csxz]|[cs]h|g)es$/ && word !~ /[^aeiouylr]les$/) n--
    else if (word ~ /[^aeiouytd]ed$/) n--
    # Two vowels that are said apart: leukemia, trial, science, being, ideas, radiation.
    rest = word
    n += gsub(/ia($|[^o])|ie(n[ct]|t)|[aeiouy]ing|dea|eo[lmn]|io[^nu]|[iu]ou?[^u]*sly|yelo/, "&", rest)
    # An e that is silent within a word: guidelines, something, careful.
    rest = word
    n -= gsub(/(guide|some|care)[flpt]/, "&", rest)
    # "-cial" and "-tial" are one syllable.
    rest = word
    n -= gsub(/[ct]ia[ln]/, "&", rest)
    return n < 1 ? 1 : n
}
