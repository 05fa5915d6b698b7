// The floor: the least that a program can do to get the same words onto pages. libharu, one
// base-14 font, no shaping, greedy lines, no tags. Usage: floor TEXT-FILE PDF-FILE
//
// What `brochure` costs above it is the price of typography; bench/run.sh tells the ratio.
#include <hpdf.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_TEXT = 64 << 20 };

static const float page_width = 612, page_height = 792, margin = 48, size = 12, leading = 16;

struct floor {
    HPDF_Doc pdf;
    HPDF_Font font;
    HPDF_Page page;
    float y;
};

static void stop(const char *reason)
{
    fprintf(stderr, "floor: %s\n", reason);
    exit(1);
}

static void on_error(HPDF_STATUS error, HPDF_STATUS detail, void *context)
{
    (void)detail, (void)context;
    fprintf(stderr, "floor: libharu error %#lx\n", error);
    exit(1);
}

static char *read_text(const char *path)
{
    FILE *file = fopen(path, "rb");
    char *text = calloc(1, LONGEST_TEXT + 1);
    if (!file || !text)
        stop("the text cannot be read");
    if (fread(text, 1, LONGEST_TEXT, file) == 0 || ferror(file))
        stop("the text cannot be read");
    (void)fclose(file);
    return text;
}

static void start_page(struct floor *floor)
{
    floor->page = HPDF_AddPage(floor->pdf);
    HPDF_Page_SetWidth(floor->page, page_width);
    HPDF_Page_SetHeight(floor->page, page_height);
    HPDF_Page_SetFontAndSize(floor->page, floor->font, size);
    floor->y = page_height - margin - size;
}

static void show_line(struct floor *floor, char *line, size_t length)
{
    if (!floor->page || floor->y < margin)
        start_page(floor);
    char behind = line[length];
    line[length] = 0;
    HPDF_Page_BeginText(floor->page);
    HPDF_Page_TextOut(floor->page, margin, floor->y, line);
    HPDF_Page_EndText(floor->page);
    line[length] = behind;
    floor->y -= leading;
}

// Words that fit go on the line, the next one starts another.
static void show_paragraph(struct floor *floor, char *text)
{
    while (*text) {
        size_t length =
            HPDF_Font_MeasureText(floor->font, (const HPDF_BYTE *)text, (HPDF_UINT)strlen(text),
                                  page_width - 2 * margin, size, 0, 0, HPDF_TRUE, NULL);
        if (length == 0)
            length = strlen(text);
        show_line(floor, text, length);
        text += length;
        text += strspn(text, " ");
    }
    floor->y -= leading / 2;
}

// The base-14 fonts have one byte for a character: others become a question mark.
static void reduce_to_bytes(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++)
        if ((*from & 0x80) == 0)
            *to++ = *from;
        else if ((*from & 0xC0) == 0xC0)
            *to++ = '?';
    *to = 0;
}

int main(int count, char **arguments)
{
    if (count != 3)
        stop("usage: floor TEXT-FILE PDF-FILE");
    char *text = read_text(arguments[1]);
    reduce_to_bytes(text);
    struct floor floor = {.pdf = HPDF_New(on_error, NULL)};
    HPDF_SetCompressionMode(floor.pdf, HPDF_COMP_ALL);
    floor.font = HPDF_GetFont(floor.pdf, "Helvetica", "WinAnsiEncoding");
    for (char *paragraph = text; paragraph;) {
        char *end = strstr(paragraph, "\n\n");
        if (end)
            *end = 0;
        for (char *line_end; (line_end = strchr(paragraph, '\n'));)
            *line_end = ' ';
        show_paragraph(&floor, paragraph);
        paragraph = end ? end + 2 : NULL;
    }
    HPDF_SaveToFile(floor.pdf, arguments[2]);
    HPDF_Free(floor.pdf);
    free(text);
    return 0;
}
