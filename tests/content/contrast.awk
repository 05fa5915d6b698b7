# The values of a theme, as `brochure themes NAME` lists them → a line for each text that cannot be told
# from what is behind it (contrast below 4.5, WCAG 2.2, 1.4.3), and for each colour that takes more than
# 225 % of ink. Its status is 1 when there are any, or nearly nothing was looked at.
function byte(hex, at) { return (index(digits, substr(hex, at, 1)) - 1) * 16 + index(digits, substr(hex, at + 1, 1)) - 1 }
function linear(value) {
    value /= 255
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ^ 2.4
}
function luminance(hex) { return 0.2126 * linear(byte(hex, 2)) + 0.7152 * linear(byte(hex, 4)) + 0.0722 * linear(byte(hex, 6)) }
function contrast(a, b) {
    a = luminance(a) + 0.05
    b = luminance(b) + 0.05
    return a > b ? a / b : b / a
}
function fault(text) {
    print text
    faults++
}
function check(role, ground) {
    if (!(ground in hex) || !(color[role] in hex)) return
    pairs++
    if (contrast(hex[color[role]], hex[ground]) < 4.5) fault(role " on " ground)
}
BEGIN { digits = "0123456789ABCDEF" }
/^scripts\./ { next }
$1 ~ /^colors\.[^.]+(\.hex)?$/ { split($1, key, "."); hex[key[2]] = toupper($2) }
$1 ~ /^colors\..*\.cmyk$/ {
    ink = 0
    for (i = 2; i <= 5; i++) { gsub(/[^0-9.]/, "", $i); ink += $i }
    if (ink > 225) fault($1 " takes " ink " %")
}
$1 ~ /^roles\..*\.color$/ && $1 !~ /rule/ { split($1, key, "."); color[key[2]] = $2 }
$1 == "blocks.warning.strip.color" { strip = $2 }
$1 ~ /^blocks\.(cover|masthead)\.ground$/ { head[$2] }
$1 ~ /^blocks\.(warning|note|tip|back)\.ground$/ { around[$2] }
END {
    hex["paper"] = "#FFFFFF"
    around["paper"]
    for (role in color)
        if (role == "warning-title" && strip != "") check(role, strip)
        else if (role ~ /^cover-(eyebrow|title|subtitle)/) { for (ground in head) check(role, ground) }
        else for (ground in around) check(role, ground)
    print pairs + 0 " pairs"
    exit faults > 0 || pairs < 30
}
