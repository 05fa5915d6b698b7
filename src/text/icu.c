#include "text/icu.h"

#include "base/library.h"
#include "base/secret.h"
#include "text/breaks.h"

#include <stdio.h>
#include <string.h>

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uloc.h>
#include <unicode/usprep.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>

enum { OLDEST = 60, NEWEST = 80, LANGUAGES = 8, LONGEST_LANGUAGE = 64 };

#define FUNCTIONS(ROW)                                                                             \
    ROW(ubrk_open)                                                                                 \
    ROW(ubrk_close)                                                                                \
    ROW(ubrk_setUText)                                                                             \
    ROW(ubrk_next)                                                                                 \
    ROW(ubrk_getRuleStatus)                                                                        \
    ROW(utext_openUTF8)                                                                            \
    ROW(utext_close)                                                                               \
    ROW(uloc_forLanguageTag)                                                                       \
    ROW(ubidi_openSized)                                                                           \
    ROW(ubidi_setPara)                                                                             \
    ROW(ubidi_getLevels)                                                                           \
    ROW(ubidi_close)                                                                               \
    ROW(usprep_openByType)                                                                         \
    ROW(usprep_prepare)                                                                            \
    ROW(usprep_close)                                                                              \
    ROW(u_strFromUTF8)                                                                             \
    ROW(u_strToUTF8)                                                                               \
    ROW(u_getVersion)                                                                              \
    ROW(u_versionToString)

// Pointers named call_ubrk_open and so on. The headers' macros add their own version to the names,
// the library that is loaded may have another.
struct functions {
#define ROW(name) __typeof__(name) *call_##name;
    FUNCTIONS(ROW)
#undef ROW
};

// Opening a break iterator takes longer than most paragraphs do.
struct iterator {
    char language[LONGEST_LANGUAGE];
    UBreakIterator *iterator;
};

// One for the process, which never lets go of it.
static struct {
    bool tried;
    bool loaded;
    struct functions functions;
    struct iterator iterators[LANGUAGES];
    size_t next; // the iterator to give up when all are taken
} icu;

static bool find_function(void *library, const char *name, int version, void *pointer, size_t size)
{
    char versioned[64];
    snprintf(versioned, sizeof versioned, "%s_%d", name, version);
    return library_find(library, versioned, pointer, size);
}

static bool load_version(int version)
{
    char name[32];
    snprintf(name, sizeof name, "libicuuc.so.%d", version);
    void *library = library_open(name);
    if (!library)
        return false;
    struct functions *functions = &icu.functions;
    bool complete = true;
#define ROW(name)                                                                                  \
    complete = complete && find_function(library, #name, version, &functions->call_##name,         \
                                         sizeof functions->call_##name);
    FUNCTIONS(ROW)
#undef ROW
    if (!complete)
        library_close(library);
    return complete;
}

static bool load_any(void)
{
    if (!icu.tried) {
        icu.tried = true;
        icu.loaded = load_version(U_ICU_VERSION_MAJOR_NUM);
        for (int version = NEWEST; !icu.loaded && version >= OLDEST; version--)
            icu.loaded = load_version(version);
    }
    return icu.loaded;
}

static bool load(struct diags *diags)
{
    if (load_any())
        return true;
    diag_add(diags, DIAG_ICU_MISSING, (struct span){0},
             "the text needs the rules of its script, and libicuuc.so is not installed in any "
             "version from %d to %d",
             OLDEST, NEWEST);
    diag_hint(diags, "install the package libicu72, or your system's version of it");
    return false;
}

static void report(struct diags *diags, UErrorCode status)
{
    diag_add(diags, DIAG_ICU_FAILED, (struct span){0}, "ICU could not analyse a text (error %d)",
             (int)status);
}

static UBreakIterator *open_iterator(const char *language, UErrorCode *status)
{
    char locale[LONGEST_LANGUAGE];
    icu.functions.call_uloc_forLanguageTag(language, locale, sizeof locale, NULL, status);
    return icu.functions.call_ubrk_open(UBRK_LINE, locale, NULL, 0, status);
}

static UBreakIterator *find_iterator(struct str language, UErrorCode *status)
{
    char name[LONGEST_LANGUAGE] = "";
    if (language.len < sizeof name)
        memcpy(name, language.data, language.len);
    for (size_t i = 0; i < LANGUAGES; i++)
        if (icu.iterators[i].iterator && strcmp(icu.iterators[i].language, name) == 0)
            return icu.iterators[i].iterator;
    UBreakIterator *opened = open_iterator(name, status);
    if (U_FAILURE(*status))
        return NULL;
    struct iterator *slot = &icu.iterators[icu.next];
    icu.next = (icu.next + 1) % LANGUAGES;
    if (slot->iterator)
        icu.functions.call_ubrk_close(slot->iterator);
    slot->iterator = opened;
    memcpy(slot->language, name, sizeof name);
    return opened;
}

static void note_breaks(UBreakIterator *iterator, struct str text, uint8_t *out)
{
    memset(out, BREAK_NONE, text.len + 1);
    for (int32_t at = icu.functions.call_ubrk_next(iterator); at != UBRK_DONE;
         at = icu.functions.call_ubrk_next(iterator))
        out[at] = icu.functions.call_ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD
                      ? BREAK_MANDATORY
                      : BREAK_ALLOWED;
    out[text.len] = BREAK_MANDATORY;
}

bool icu_find_breaks(struct str text, struct str language, struct diags *diags, uint8_t *out)
{
    if (!load(diags))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UText *view = icu.functions.call_utext_openUTF8(NULL, text.data, (int64_t)text.len, &status);
    UBreakIterator *iterator = find_iterator(language, &status);
    if (iterator)
        icu.functions.call_ubrk_setUText(iterator, view, &status);
    if (U_SUCCESS(status))
        note_breaks(iterator, text, out);
    else
        report(diags, status);
    if (view)
        icu.functions.call_utext_close(view);
    return U_SUCCESS(status);
}

bool icu_find_levels(const uint16_t *units, size_t count, bool rtl, struct diags *diags,
                     uint8_t *levels)
{
    if (!load(diags))
        return false;
    UErrorCode status = U_ZERO_ERROR;
    UBiDi *bidi = icu.functions.call_ubidi_openSized((int32_t)count, 0, &status);
    if (bidi)
        icu.functions.call_ubidi_setPara(bidi, (const UChar *)units, (int32_t)count, rtl ? 1 : 0,
                                         NULL, &status);
    const UBiDiLevel *found = NULL;
    if (U_SUCCESS(status) && count > 0)
        found = icu.functions.call_ubidi_getLevels(bidi, &status);
    if (found)
        memcpy(levels, found, count);
    if (U_FAILURE(status))
        report(diags, status);
    if (bidi)
        icu.functions.call_ubidi_close(bidi);
    return U_SUCCESS(status);
}

enum { PASSWORD_UNITS = 512 }; // of UTF-16; more are too long whatever becomes of them

static enum icu_prepared prepare(struct str text, UChar units[2][PASSWORD_UNITS], char *out,
                                 size_t room)
{
    const struct functions *functions = &icu.functions;
    UErrorCode status = U_ZERO_ERROR;
    int32_t count = 0;
    UStringPrepProfile *profile =
        functions->call_usprep_openByType(USPREP_RFC4013_SASLPREP, &status);
    if (U_FAILURE(status))
        return ICU_NOT_THERE;
    functions->call_u_strFromUTF8(units[0], PASSWORD_UNITS, &count, text.data, (int32_t)text.len,
                                  &status);
    count = functions->call_usprep_prepare(profile, units[0], count, units[1], PASSWORD_UNITS,
                                           USPREP_DEFAULT, NULL, &status);
    functions->call_usprep_close(profile);
    functions->call_u_strToUTF8(out, (int32_t)room, NULL, units[1], count, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR || status == U_STRING_NOT_TERMINATED_WARNING)
        return ICU_TOO_LONG;
    return U_SUCCESS(status) ? ICU_PREPARED : ICU_FORBIDDEN;
}

enum icu_prepared icu_prepare_password(struct str text, char *out, size_t room)
{
    UChar units[2][PASSWORD_UNITS];
    if (text.len > PASSWORD_UNITS)
        return ICU_TOO_LONG;
    if (!load_any())
        return ICU_NOT_THERE;
    enum icu_prepared prepared = prepare(text, units, out, room);
    secret_wipe(units, sizeof units);
    if (prepared != ICU_PREPARED)
        secret_wipe(out, room);
    return prepared;
}

bool icu_is_loaded(void)
{
    return icu.loaded;
}

struct str icu_version(struct arena *arena)
{
    UVersionInfo version;
    char text[U_MAX_VERSION_STRING_LENGTH];
    if (!load_any())
        return STR("");
    icu.functions.call_u_getVersion(version);
    icu.functions.call_u_versionToString(version, text);
    return str_copy(arena, str_from(text));
}
