# Writes a brochure of a given length, for the growth of time and memory: `sections` sections of
# 120 words each, no two the same. Usage: awk -v sections=N -f bench/document.awk
BEGIN {
    count = split("the care team plans each step with you and your family because treatment takes time " \
        "nurses explain what happens next while doctors review your results before every visit so that " \
        "questions find answers early", words, " ")
    print "brochure: 1\ntitle: A long document\nlanguage: en-US\nsections:"
    for (section = 1; section <= sections; section++) {
        print "  - heading: Part " section
        print "    body: |"
        for (paragraph = 1; paragraph <= 3; paragraph++)
            print "      " sentence(section * 3 + paragraph) "\n"
    }
}

function sentence(seed,    i, text)
{
    text = "Here"
    for (i = 0; i < 39; i++)
        text = text " " words[(seed * 7 + i * i + i * (seed % 13)) % count + 1]
    return text "."
}
