// The stages in order, from a file's name to the bytes of its editions.
//
// A `struct run` holds what all files share (fonts, caches); a `struct job` what one file needs.
// Nothing here prints or exits: diagnostics are in the job, and cli/ says them.
#ifndef PIPELINE_PIPELINE_H
#define PIPELINE_PIPELINE_H

#include "base/map.h"
#include "base/vec.h"
#include "color/press.h"
#include "diag/diag.h"
#include "impose/booklet.h"
#include "input/tree.h"
#include "model/brochure.h"
#include "model/decode.h"
#include "model/theme_set.h"
#include "page/page_list.h"
#include "pdf/seal.h"
#include "pipeline/places.h"
#include "text/typesetter.h"

struct run_options {
    struct places places;
    const struct str *font_path;
    size_t font_path_count;
    struct str theme; // instead of the brochure's own; "" keeps it
    struct str root;  // nothing outside it is read; "" is the house's folder, else the brochure's
    struct str date;  // from SOURCE_DATE_EPOCH, ISO 8601; "" takes document.issued
    const struct str *set_keys; // --set KEY=VALUE, side by side
    const struct str *set_values;
    size_t set_count;
    const struct seal_passwords *passwords; // of --encrypt, or NULL
    struct pdf_standards standards;         // instead of the editions' own; zero keeps them
    struct str profile;                     // of the press, instead of the editions' own, or ""
};

enum stage {
    STAGE_READ,
    STAGE_MODEL,
    STAGE_THEME,
    STAGE_LAYOUT,
    STAGE_PRESS,
    STAGE_PDF,
    STAGE_TEXT,
    STAGE_WRITE,
    STAGE_COUNT
};

const char *stage_name(enum stage stage);

// Each families.yaml is read with the first file that needs it, and serves all that follow.
struct run_typesetter {
    struct str families; // absolute, without links
    struct typesetter *typesetter;
};

struct run {
    struct arena arena;
    struct run_options options;
    struct typesetter *typesetter; // of the file that was worked on last
    VEC(struct run_typesetter) typesetters;
    uint64_t nanoseconds[STAGE_COUNT]; // spent so far, for --timings
    struct map digests;                // of fonts' files, for manifests: struct str by path
};

void run_init(struct run *run, const struct run_options *options);
void run_release(struct run *run);

struct edition_model {
    struct edition edition;
    const struct brochure *brochure; // NULL: faulty
};

// A theme that was read, or could not be. A path of another file is another theme, and so is one
// for pages of another size, which editions may have.
struct job_theme {
    struct str name;
    struct str size;
    struct str spot;
    bool few_inks;
    bool is_small;
    uint32_t named_in;
    bool good;
    struct theme_set themes;
};

// A press, by the name of its profile and the size of the pages that chose it where none is named.
struct job_press {
    struct str name, size;
    struct press *press; // NULL: it could not be opened
    struct press_intent intent;
};

struct job {
    struct run *run;
    struct arena arena;
    struct sources sources;
    struct diags diags;
    struct files files; // what the content names, and every file that was read
    struct str path;    // as named; "-" is standard input
    const struct node *root;
    const struct node *house; // the defaults of a house.yaml, or NULL
    bool house_failed;        // it could not be read
    bool whole;               // all could be read that the model is made of
    struct decode_job decode; // for the edition that was decoded last
    const struct brochure *brochure;
    uint32_t kinds; // of the editions to be made, of which the theme is wanted: bits; 0: all
    struct theme_set themes;
    bool few_inks;                    // of the edition whose theme that is
    struct str spot;                  // likewise
    struct str families;              // the families.yaml of its fonts
    VEC(struct edition_model) models; // made so far, of which `brochure` is one
    VEC(struct job_theme) read_themes;
    VEC(struct job_press *) presses;
    const struct page_list *pages; // of the edition that was built last; NULL: it has none
    struct booklet_made booklet;   // likewise
    size_t single_pages;           // that stand on its sheets
    size_t resampled;              // pictures in it
    bool file_failed; // a file named by the user cannot be read or written: exit status 4
};

void job_init(struct job *job, struct run *run, struct str path);
void job_release(struct job *job);

// Reads a file (or "-") and notes it for --deps. Returns 0, or an errno value.
int job_read_file(struct job *job, struct str path, struct str *bytes);

// Finds the root and the house; job_read begins with it. Returns false with a diagnostic.
bool job_find_root(struct job *job);

// Says at `span` that a file cannot be read.
void job_cannot_read(struct job *job, struct span span, struct str path, int error);

// Whether lines of the files read so far could not be read as YAML.
bool job_has_syntax_fault(const struct job *job);

// Adds the diagnostics of `found` to the job's, but for those that may follow from another fault.
void job_pass_on(struct job *job, const struct diags *found, bool (*follows)(enum diag_code));

// Adds the time since `start` to a stage; hands `result` on.
bool run_timed(struct run *run, enum stage stage, uint64_t start, bool result);

// The stages. Each needs the ones before it, and returns false with diagnostics in the job.
bool job_read(struct job *job); // file → job->root
// → job->brochure, as it is for an edition (NULL: the first that the brochure lists)
bool job_model(struct job *job, const struct edition *edition);
// → job->themes, and the typesetter, for an edition whose model was made; not needed for text
bool job_theme(struct job *job, const struct edition *edition);

// The editions that the file lists, and screen when it lists none. Needs job_read.
void job_editions(struct job *job, const struct edition **editions, size_t *count);

bool job_fonts(struct job *job); // the typesetter alone

// Lays an edition out and checks its pages. `trace` is as in struct layout_job.
struct layout_trace {
    struct str_builder *out;
    bool shapes;
};
bool job_pages(struct job *job, const struct edition *edition, const struct layout_trace *trace,
               const struct page_list **pages);

// Whether an edition is encrypted.
bool job_seals(const struct job *job, const struct edition *edition);

// The PDF standards that an edition's file keeps: of PDF/A none, if it is encrypted.
struct pdf_standards job_standards(const struct job *job, const struct edition *edition);

// All stages for one edition: the bytes of its file. Text has no pages, and needs no theme.
bool job_build(struct job *job, const struct edition *edition, struct str *bytes,
               size_t *page_count);

// Writes a file whole or not at all; a failure is a diagnostic without a place.
bool job_write(struct job *job, struct str path, struct str bytes);

#endif
