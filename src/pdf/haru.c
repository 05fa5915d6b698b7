#include "pdf/haru.h"

#include "base/vec.h"
#include "pdf/objects.h"

#include <assert.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_objects.h>

// Above this many pages the page tree gets a second level: libharu's arrays end at 32,767.
enum { PAGES_IN_A_NODE = 50, OBJECT_NUMBER = 0x00FFFFFF };

// What we add to an object of libharu's.
struct haru_slot {
    struct str entries;
    struct str data; // of a stream
    bool is_stream;
};

struct haru {
    struct arena *arena;
    struct compressor *compressor;
    HPDF_Doc document;
    struct haru_slot *slots; // by object number
    size_t slot_count;
    VEC(uint32_t) spare; // objects that libharu made and does not need
    struct object_file file;
    struct pdf_standards standards;
};

// Polling is the only way to hear of a failure in the object layer (the handler is never called).
static void ignore_error(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)error;
    (void)detail;
    (void)data;
}

static uint32_t number_of(HPDF_Dict dict)
{
    return dict ? dict->header.obj_id & OBJECT_NUMBER : 0;
}

// The write_fn of every dictionary: the stream's attr is the haru that writes.
static HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream)
{
    const struct haru *haru = stream->attr;
    uint32_t object = number_of(dict);
    if (object >= haru->slot_count || haru->slots[object].entries.len == 0)
        return HPDF_OK;
    struct str entries = haru->slots[object].entries;
    return HPDF_Stream_Write(stream, (const HPDF_BYTE *)entries.data, (HPDF_UINT)entries.len);
}

struct haru *haru_open(struct arena *arena, int compression, size_t pages)
{
    struct haru *haru = ARENA_NEW(arena, struct haru);
    haru->arena = arena;
    haru->compressor = compressor_open(arena, compression);
    haru->document = HPDF_New(ignore_error, NULL);
    if (!haru->compressor || !haru->document) {
        haru_close(haru);
        return NULL;
    }
    HPDF_Doc document = haru->document;
    // The list of objects grows by this many with a copy: quadratic when it is small.
    document->xref->entries->items_per_block = 1 << 16;
    HPDF_Dict_RemoveElement(document->info, "Producer");
    document->info->write_fn = write_entries;
    document->catalog->write_fn = write_entries;
    if (pages > PAGES_IN_A_NODE)
        HPDF_SetPagesConfiguration(document, PAGES_IN_A_NODE);
    return haru;
}

void haru_close(struct haru *haru)
{
    if (haru->document)
        HPDF_Free(haru->document);
    haru->document = NULL;
    compressor_close(haru->compressor);
    haru->compressor = NULL;
}

void haru_set_standards(struct haru *haru, const struct pdf_standards *standards)
{
    assert(haru->spare.count == 0 && haru->slot_count == 0);
    haru->standards = *standards;
    if (haru_is_pdf_2(haru)) // libharu has made it; another object takes its place
        *VEC_PUSH(haru->arena, &haru->spare) = number_of(haru->document->info);
}

const struct pdf_standards *haru_standards(const struct haru *haru)
{
    return &haru->standards;
}

bool haru_is_pdf_2(const struct haru *haru)
{
    return pdf_standards_are_pdf_2(&haru->standards);
}

uint32_t haru_add_object(struct haru *haru)
{
    if (haru->spare.count > 0)
        return haru->spare.items[--haru->spare.count];
    HPDF_Dict dict = HPDF_Dict_New(haru->document->mmgr);
    if (!dict || HPDF_Xref_Add(haru->document->xref, dict) != HPDF_OK)
        return 0;
    dict->write_fn = write_entries;
    return number_of(dict);
}

static struct haru_slot *slot_at(struct haru *haru, uint32_t object)
{
    if (object >= haru->slot_count) {
        size_t count = object < 512 ? 1024 : (size_t)object * 2;
        struct haru_slot *grown = ARENA_ARRAY(haru->arena, struct haru_slot, count);
        for (size_t i = 0; i < haru->slot_count; i++)
            grown[i] = haru->slots[i];
        haru->slots = grown;
        haru->slot_count = count;
    }
    return &haru->slots[object];
}

void haru_fill(struct haru *haru, uint32_t object, struct str entries)
{
    slot_at(haru, object)->entries = entries;
}

static void fill_stream(struct haru *haru, uint32_t object, struct str entries, struct str data,
                        bool compressed)
{
    struct haru_slot *slot = slot_at(haru, object);
    slot->is_stream = true;
    slot->data = str_copy(haru->arena, data);
    struct str_builder out = str_builder_in(haru->arena);
    str_add(&out, entries); // of any bytes: strings in them may hold NUL
    str_addf(&out, "%s/Length %zu\n", compressed ? "/Filter/FlateDecode" : "", data.len);
    slot->entries = str_built(&out);
}

void haru_fill_stream(struct haru *haru, uint32_t object, struct str entries, struct str data,
                      bool compress)
{
    fill_stream(haru, object, entries, compress ? compressor_run(haru->compressor, data) : data,
                compress);
}

uint32_t haru_add_stream(struct haru *haru, struct str entries, struct str data, bool compress)
{
    uint32_t object = haru_add_object(haru);
    haru_fill_stream(haru, object, entries, data, compress);
    return object;
}

uint32_t haru_add_table(struct haru *haru, struct str entries, struct str data)
{
    enum { FAST = 1 };
    uint32_t object = haru_add_object(haru);
    struct compressor *fast = compressor_open(haru->arena, FAST);
    fill_stream(haru, object, entries, compressor_run(fast ? fast : haru->compressor, data), true);
    compressor_close(fast);
    return object;
}

// Takes the stream and its length off a page's contents. The length, an object of its own to
// libharu, would have to be read before the stream that it measures; we write it in its place.
static void take_contents(struct haru *haru, HPDF_Dict contents)
{
    HPDF_Doc document = haru->document;
    HPDF_Number length = HPDF_Dict_GetItem(contents, "Length", HPDF_OCLASS_NUMBER);
    HPDF_Dict spare = HPDF_Dict_New(document->mmgr);
    if (!length || !spare)
        return;
    uint32_t object = length->header.obj_id & OBJECT_NUMBER;
    spare->header.obj_id = length->header.obj_id;
    spare->write_fn = write_entries;
    HPDF_Dict_RemoveElement(contents, "Length");
    HPDF_Xref_GetEntry(document->xref, object)->obj = spare;
    HPDF_Obj_ForceFree(document->mmgr, length);
    HPDF_Stream_Free(contents->stream);
    contents->stream = NULL;
    contents->write_fn = write_entries;
    *VEC_PUSH(haru->arena, &haru->spare) = object;
}

struct haru_page haru_add_page(struct haru *haru)
{
    HPDF_Page page = HPDF_AddPage(haru->document);
    HPDF_Dict contents = page ? HPDF_Dict_GetItem(page, "Contents", HPDF_OCLASS_DICT) : NULL;
    if (!contents)
        return (struct haru_page){0};
    take_contents(haru, contents);
    page->write_fn = write_entries;
    HPDF_Dict_RemoveElement(page, "MediaBox");
    HPDF_Dict_RemoveElement(page, "Resources");
    return (struct haru_page){number_of(page), number_of(contents)};
}

uint32_t haru_catalog(const struct haru *haru)
{
    return number_of(haru->document->catalog);
}

uint32_t haru_info(const struct haru *haru)
{
    return haru_is_pdf_2(haru) ? 0 : number_of(haru->document->info);
}

bool haru_sound(const struct haru *haru)
{
    return HPDF_GetError(haru->document) == HPDF_OK;
}

static HPDF_STATUS write_value(HPDF_Stream stream, const HPDF_BYTE *bytes, HPDF_UINT count)
{
    struct haru *haru = stream->attr;
    str_add(&haru->file.value, (struct str){(const char *)bytes, count});
    return HPDF_OK;
}

static void write_objects(struct haru *haru, HPDF_Stream stream, uint32_t end)
{
    for (uint32_t i = 1; i < end; i++) {
        struct haru_slot *slot = slot_at(haru, i);
        haru->file.value.len = 0;
        HPDF_Obj_WriteValue(HPDF_Xref_GetEntry(haru->document->xref, i)->obj, stream, NULL);
        if (slot->is_stream)
            object_file_add_stream(&haru->file, i, slot->data);
        else
            object_file_pack(&haru->file, i);
    }
}

bool haru_write(struct haru *haru, struct str *bytes)
{
    HPDF_Doc document = haru->document;
    HPDF_Stream value = HPDF_CallbackWriter_New(document->mmgr, write_value, haru);
    if (!value || !haru_sound(haru))
        return false;
    uint32_t end = document->xref->entries->count;
    object_file_init(&haru->file, haru->arena, haru->compressor, end - 1);
    object_file_begin(&haru->file, pdf_standards_version(&haru->standards));
    write_objects(haru, value, end);
    *bytes = object_file_finish(&haru->file, haru_catalog(haru), haru_info(haru));
    HPDF_Stream_Free(value);
    return haru_sound(haru);
}

struct str haru_version(void)
{
    return str_from(HPDF_GetVersion());
}
