#include "input/latex.h"

#include <string.h>

// The letters that have a code point of their own with an accent (Unicode, NFC): each stands before
// what it becomes.
struct accent {
    char command;
    uint32_t combining; // for other letters
    const char *letters;
};

static const struct accent accents[] = {
    {'\'', 0x0301, "AÁCĆEÉGǴIÍKḰLĹMḾNŃOÓPṔRŔSŚUÚWẂYÝZŹaácćeégǵiíkḱlĺmḿnńoópṕrŕsśuúwẃyýzź"},
    {'`', 0x0300, "AÀEÈIÌNǸOÒUÙWẀYỲaàeèiìnǹoòuùwẁyỳ"},
    {'^', 0x0302, "AÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐaâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑ"},
    {'"', 0x0308, "AÄEËHḦIÏOÖUÜWẄXẌYŸaäeëhḧiïoötẗuüwẅxẍyÿ"},
    {'~', 0x0303, "AÃEẼIĨNÑOÕUŨVṼYỸaãeẽiĩnñoõuũvṽyỹ"},
    {'=', 0x0304, "AĀEĒGḠIĪOŌUŪYȲaāeēgḡiīoōuūyȳ"},
    {'.', 0x0307, "AȦBḂCĊDḊEĖFḞGĠHḢIİMṀNṄOȮPṖRṘSṠTṪWẆXẊYẎZŻaȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"},
    {'c', 0x0327, "CÇDḐEȨGĢHḨKĶLĻNŅRŖSŞTŢcçdḑeȩgģhḩkķlļnņrŗsştţ"},
    {'v', 0x030C, "AǍCČDĎEĚGǦHȞIǏKǨLĽNŇOǑRŘSŠTŤUǓZŽaǎcčdďeěgǧhȟiǐjǰkǩlľnňoǒrřsštťuǔzž"},
    {'u', 0x0306, "AĂEĔGĞIĬOŎUŬaăeĕgğiĭoŏuŭ"},
    {'H', 0x030B, "OŐUŰoőuű"},
    {'k', 0x0328, "AĄEĘIĮOǪUŲaąeęiįoǫuų"},
    {'r', 0x030A, "AÅUŮaåuůwẘyẙ"},
    {'d', 0x0323, "AẠBḄDḌEẸHḤIỊKḲLḶMṂNṆOỌRṚSṢTṬUỤVṾWẈYỴZẒaạbḅdḍeẹhḥiịkḳlḷmṃnṇoọrṛsṣtṭuụvṿwẉyỵzẓ"},
    {'b', 0x0331, "BḆDḎKḴLḺNṈRṞTṮZẔbḇdḏhẖkḵlḻnṉrṟtṯzẕ"},
};

static const struct {
    struct str name;
    struct str text;
} letters[] = {
    {STR_INIT("ss"), STR_INIT("ß")},
    {STR_INIT("o"), STR_INIT("ø")},
    {STR_INIT("O"), STR_INIT("Ø")},
    {STR_INIT("aa"), STR_INIT("å")},
    {STR_INIT("AA"), STR_INIT("Å")},
    {STR_INIT("ae"), STR_INIT("æ")},
    {STR_INIT("AE"), STR_INIT("Æ")},
    {STR_INIT("oe"), STR_INIT("œ")},
    {STR_INIT("OE"), STR_INIT("Œ")},
    {STR_INIT("l"), STR_INIT("ł")},
    {STR_INIT("L"), STR_INIT("Ł")},
    {STR_INIT("i"), STR_INIT("ı")},
    {STR_INIT("j"), STR_INIT("ȷ")},
    {STR_INIT("dh"), STR_INIT("ð")},
    {STR_INIT("DH"), STR_INIT("Ð")},
    {STR_INIT("th"), STR_INIT("þ")},
    {STR_INIT("TH"), STR_INIT("Þ")},
    {STR_INIT("dj"), STR_INIT("đ")},
    {STR_INIT("DJ"), STR_INIT("Đ")},
    {STR_INIT("S"), STR_INIT("§")},
    {STR_INIT("P"), STR_INIT("¶")},
    {STR_INIT("copyright"), STR_INIT("©")},
    {STR_INIT("pounds"), STR_INIT("£")},
    {STR_INIT("dots"), STR_INIT("…")},
    {STR_INIT("ldots"), STR_INIT("…")},
    {STR_INIT("textellipsis"), STR_INIT("…")},
    {STR_INIT("textendash"), STR_INIT("–")},
    {STR_INIT("textemdash"), STR_INIT("—")},
    {STR_INIT("textquoteleft"), STR_INIT("‘")},
    {STR_INIT("textquoteright"), STR_INIT("’")},
    {STR_INIT("textquotedblleft"), STR_INIT("“")},
    {STR_INIT("textquotedblright"), STR_INIT("”")},
    {STR_INIT("textregistered"), STR_INIT("®")},
    {STR_INIT("texttrademark"), STR_INIT("™")},
    {STR_INIT("textdegree"), STR_INIT("°")},
    {STR_INIT("textmu"), STR_INIT("µ")},
    {STR_INIT("textbackslash"), STR_INIT("\\")},
    {STR_INIT("textasciitilde"), STR_INIT("~")},
    {STR_INIT("slash"), STR_INIT("/")},
    {STR_INIT("TeX"), STR_INIT("TeX")},
    {STR_INIT("LaTeX"), STR_INIT("LaTeX")},
};

// What only says how its argument looks, or nothing that is printed.
static const struct str styles[] = {
    STR_INIT("emph"),   STR_INIT("textit"), STR_INIT("textbf"),   STR_INIT("textsc"),
    STR_INIT("textrm"), STR_INIT("textsf"), STR_INIT("texttt"),   STR_INIT("textup"),
    STR_INIT("textsl"), STR_INIT("url"),    STR_INIT("mbox"),     STR_INIT("em"),
    STR_INIT("it"),     STR_INIT("bf"),     STR_INIT("relax"),    STR_INIT("protect"),
    STR_INIT("href"),   STR_INIT("text"),   STR_INIT("noopsort"),
};

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static const struct accent *find_accent(char command)
{
    for (size_t i = 0; i < sizeof accents / sizeof accents[0]; i++)
        if (accents[i].command == command)
            return &accents[i];
    return NULL;
}

static size_t sign_length(char first)
{
    unsigned char byte = (unsigned char)first;
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

static void add(struct latex_reader *reader, struct str text, size_t source)
{
    uint32_t here = (uint32_t)reader->text.len;
    size_t count = reader->pieces.count;
    const struct srcmap_piece *last = count > 0 ? &reader->pieces.items[count - 1] : NULL;
    if (text.len > 0 && !(last && last->source + (here - last->decoded) == source))
        *VEC_PUSH(reader->arena, &reader->pieces) = (struct srcmap_piece){here, (uint32_t)source};
    str_add(&reader->text, text);
}

// The name of the command whose backslash stands at `at`: letters, or a single sign.
static struct str command_at(struct str bytes, size_t at, size_t end)
{
    size_t stop = at + 1;
    while (stop < end && is_letter(bytes.data[stop]))
        stop++;
    if (stop == at + 1 && stop < end)
        stop += sign_length(bytes.data[stop]);
    return str_slice(bytes, at + 1, stop < end ? stop : end);
}

static size_t skip_spaces(struct str bytes, size_t at, size_t end)
{
    while (at < end && strchr(" \t\r\n", bytes.data[at]))
        at++;
    return at;
}

static void add_accented(struct latex_reader *reader, const struct accent *accent, char letter,
                         size_t source)
{
    for (const char *c = accent->letters; *c; c += 1 + sign_length(c[1])) {
        if (*c == letter) {
            add(reader, (struct str){c + 1, sign_length(c[1])}, source);
            return;
        }
    }
    struct str_builder out = str_builder_in(reader->arena);
    str_add_byte(&out, letter);
    str_add_code_point(&out, accent->combining);
    add(reader, str_built(&out), source);
}

// Reads the letter below an accent: `{e}`, `e`, `{\\i}` or `\\i`. Returns where it ends, `at` for
// none.
static size_t read_letter(struct latex_reader *reader, size_t at, size_t end, char *letter)
{
    struct str bytes = reader->bytes;
    size_t start = skip_spaces(bytes, at, end);
    bool braced = start < end && bytes.data[start] == '{';
    if (braced)
        start = skip_spaces(bytes, start + 1, end);
    if (start < end && bytes.data[start] == '\\')
        start++; // the dotless letters, which take accents as the others do
    if (start >= end || !is_letter(bytes.data[start]))
        return at;
    *letter = bytes.data[start++];
    if (!braced)
        return start;
    start = skip_spaces(bytes, start, end);
    return start < end && bytes.data[start] == '}' ? start + 1 : at;
}

static void report(struct latex_reader *reader, size_t start, size_t end)
{
    struct span span = {reader->file, (uint32_t)start, (uint32_t)end};
    struct str command = str_slice(reader->bytes, start, end);
    diag_add(reader->diags, DIAG_BIBTEX, span, "`%.*s` cannot be printed", STR_ARGS(command));
    diag_hint(reader->diags, "write the letter or the sign itself, as UTF-8");
}

static bool add_named(struct latex_reader *reader, struct str name, size_t source)
{
    for (size_t i = 0; i < sizeof letters / sizeof letters[0]; i++) {
        if (str_equal(letters[i].name, name)) {
            add(reader, letters[i].text, source);
            return true;
        }
    }
    for (size_t i = 0; i < sizeof styles / sizeof styles[0]; i++)
        if (str_equal(styles[i], name))
            return true;
    return false;
}

// Returns where the command that begins at `at` ends, with its argument when it has one.
static size_t read_command(struct latex_reader *reader, size_t at, size_t end)
{
    struct str name = command_at(reader->bytes, at, end);
    size_t behind = at + 1 + name.len;
    const struct accent *accent = name.len == 1 ? find_accent(name.data[0]) : NULL;
    char letter;
    size_t stop = accent ? read_letter(reader, behind, end, &letter) : behind;
    if (accent && stop > behind) {
        add_accented(reader, accent, letter, at);
        return stop;
    }
    if (name.len == 1 && strchr("&%_#${}", name.data[0])) {
        add(reader, name, at + 1);
        return behind;
    }
    if (name.len == 1 && strchr(" ,;:\\", name.data[0])) {
        add(reader, STR(" "), at);
        return behind;
    }
    if (name.len == 1 && strchr("-/!@", name.data[0]))
        return behind; // a place to break, a small space
    if (name.len == 0 || !is_letter(name.data[0]) || !add_named(reader, name, at)) {
        report(reader, at, behind);
        return behind;
    }
    return skip_spaces(reader->bytes, behind, end);
}

// Signs that stand for another. Returns how many bytes they are, 0 for none.
static size_t read_sign(struct latex_reader *reader, size_t at, size_t end)
{
    static const struct {
        struct str signs, text;
    } signs[] = {
        {STR_INIT("---"), STR_INIT("\xE2\x80\x94")}, {STR_INIT("--"), STR_INIT("\xE2\x80\x93")},
        {STR_INIT("``"), STR_INIT("\xE2\x80\x9C")},  {STR_INIT("''"), STR_INIT("\xE2\x80\x9D")},
        {STR_INIT("~"), STR_INIT("\xC2\xA0")},
    };
    struct str rest = str_slice(reader->bytes, at, end);
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++) {
        if (str_starts_with(rest, signs[i].signs)) {
            add(reader, signs[i].text, at);
            return signs[i].signs.len;
        }
    }
    return 0;
}

static bool ends_in_space(const struct latex_reader *reader)
{
    return reader->text.len == 0 || reader->text.data[reader->text.len - 1] == ' ';
}

// Reads white space as one space. Returns where it ends.
static size_t read_spaces(struct latex_reader *reader, size_t at, size_t end, size_t depth)
{
    static const char bound[] = {BIBTEX_BOUND};
    size_t stop = skip_spaces(reader->bytes, at, end);
    if (stop > at && reader->kind == LATEX_NAMES && depth > 0)
        add(reader, (struct str){bound, 1}, at);
    else if (stop > at && !ends_in_space(reader))
        add(reader, STR(" "), at);
    return stop;
}

void latex_read(struct latex_reader *reader, size_t start, size_t end)
{
    struct str bytes = reader->bytes;
    size_t depth = 0;
    for (size_t at = start; at < end;) {
        size_t spaces = read_spaces(reader, at, end, depth);
        bool verbatim = reader->kind == LATEX_ADDRESS;
        size_t sign = spaces > at || verbatim ? 0 : read_sign(reader, at, end);
        char c = bytes.data[at];
        if (spaces > at || sign > 0) {
            at = spaces > at ? spaces : at + sign;
            continue;
        }
        if (c == '\\') {
            at = read_command(reader, at, end);
            continue;
        }
        if (c == '{')
            depth++;
        else if (c == '}')
            depth -= depth > 0;
        else if (c == '$' && !verbatim)
            report(reader, at, at + 1);
        else
            add(reader, str_slice(bytes, at, at + 1), at);
        at++;
    }
}
