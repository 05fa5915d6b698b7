"""Draws and reads a PDF by PDFium: pdfium.py FILE DPI PREFIX makes PREFIX-N.ppm and PREFIX.txt."""
import sys
import pypdfium2

document = pypdfium2.PdfDocument(sys.argv[1])
scale = int(sys.argv[2]) / 72
with open(sys.argv[3] + ".txt", "w", encoding="utf-8") as text:
    for number, page in enumerate(document, 1):
        bitmap = page.render(scale=scale, rev_byteorder=True)
        with open(f"{sys.argv[3]}-{number}.ppm", "wb") as picture:
            picture.write(b"P6 %d %d 255\n" % (bitmap.width, bitmap.height))
            rows = bytes(bitmap.buffer)
            for row in range(bitmap.height):
                picture.write(rows[row * bitmap.stride:row * bitmap.stride + 3 * bitmap.width])
        text.write(page.get_textpage().get_text_range() + "\n")
