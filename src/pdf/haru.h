// libharu, as much of it as the writer needs: a document of numbered dictionaries and streams whose
// entries are bytes prepared by us, its page tree, and the file made of them in memory.
//
// haru.c is the only file that includes libharu's headers. libharu reads nothing here: no font, no
// picture, no file. A failure inside the library sticks; haru_write reports it.
// Object numbers are known as soon as an object is added, its entries may follow later.
#ifndef PDF_HARU_H
#define PDF_HARU_H

#include "base/pdf_standards.h"
#include "base/str.h"

struct haru; // one document

struct haru_page {
    uint32_t object;
    uint32_t contents;
};

// Starts a document that will have `pages` pages. Returns NULL when there is no memory.
// What is added lives in `arena`; haru_close releases the library's own memory.
struct haru *haru_open(struct arena *arena, int compression, size_t pages);
void haru_close(struct haru *haru);

// Says what the file is to keep, for all that is written into it; nothing else yet.
void haru_set_standards(struct haru *haru, const struct pdf_standards *standards);
const struct pdf_standards *haru_standards(const struct haru *haru);
bool haru_is_pdf_2(const struct haru *haru);

// Adds an indirect dictionary and returns its number.
uint32_t haru_add_object(struct haru *haru);

// Adds a stream; `entries` are those besides /Length and /Filter. The data is copied, compressed
// when `compress` is set.
uint32_t haru_add_stream(struct haru *haru, struct str entries, struct str data, bool compress);

// The same for large tables of numbers, such as the profile of a press: they pack nearly as well in
// less than half of the time.
uint32_t haru_add_table(struct haru *haru, struct str entries, struct str data);
void haru_fill_stream(struct haru *haru, uint32_t object, struct str entries, struct str data,
                      bool compress);

// Adds an empty page, its contents a stream to be filled, at the end of the page tree.
struct haru_page haru_add_page(struct haru *haru);

// Sets the entries of an object: the keys and values between << and >>, besides those that libharu
// writes (/Type and /Parent of a page, /Type and /Pages of the catalog). They must live until
// haru_write.
void haru_fill(struct haru *haru, uint32_t object, struct str entries);
uint32_t haru_catalog(const struct haru *haru);
uint32_t haru_info(const struct haru *haru); // 0 in PDF 2.0, which has none

// Returns whether no call has failed inside the library.
bool haru_sound(const struct haru *haru);

// Makes the file. Returns false when anything has failed.
bool haru_write(struct haru *haru, struct str *bytes);

// The library's version, for manifests.
struct str haru_version(void);

#endif
