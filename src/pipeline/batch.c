#include "pipeline/batch.h"

#include "base/vec.h"
#include "pipeline/file_build.h"

#include <assert.h>
#include <errno.h>
#include <stdio.h>
#include <sys/wait.h>
#include <unistd.h>

static enum status higher(enum status a, enum status b)
{
    return a > b ? a : b;
}

// The share of one worker: files first, first + step, …
struct share {
    struct run *run;
    const struct str *paths;
    size_t count;
    size_t first, step;
    const struct batch_options *options;
    struct batch_sink sink;
};

static enum status build_share(const struct share *share)
{
    enum status status = STATUS_DONE;
    for (size_t i = share->first; i < share->count; i += share->step)
        status =
            higher(status, file_build(share->run, share->paths[i], share->options, &share->sink));
    return status;
}

// A report goes through the pipe as its numbers and the lengths of its texts, then the texts.
enum { REPORT_TEXTS = 5 };
struct frame {
    uint64_t status;
    uint64_t libraries;
    uint64_t lengths[REPORT_TEXTS];
};

static void send_report(void *context, const struct batch_report *report)
{
    FILE *pipe = context;
    const struct str texts[REPORT_TEXTS] = {report->output, report->errors, report->rule,
                                            report->part.entry, report->part.sums};
    struct frame frame = {.status = report->status, .libraries = report->part.libraries};
    for (size_t i = 0; i < REPORT_TEXTS; i++)
        frame.lengths[i] = texts[i].len;
    bool sent = fwrite(&frame, sizeof frame, 1, pipe) == 1;
    for (size_t i = 0; sent && i < REPORT_TEXTS; i++)
        sent = fwrite(texts[i].data, 1, texts[i].len, pipe) == texts[i].len;
    if (!sent || fflush(pipe) != 0)
        _exit(STATUS_SYSTEM); // the parent reads the end of the pipe and says so
}

static bool receive_report(struct arena *scratch, FILE *pipe, struct batch_report *report)
{
    struct frame frame;
    if (fread(&frame, sizeof frame, 1, pipe) != 1)
        return false;
    struct str texts[REPORT_TEXTS];
    for (size_t i = 0; i < REPORT_TEXTS; i++) {
        char *bytes = arena_alloc(scratch, frame.lengths[i]);
        if (fread(bytes, 1, frame.lengths[i], pipe) != frame.lengths[i])
            return false;
        texts[i] = (struct str){bytes, frame.lengths[i]};
    }
    *report = (struct batch_report){
        .status = (enum status)frame.status,
        .output = texts[0],
        .errors = texts[1],
        .rule = texts[2],
        .part = {texts[3], texts[4], (uint32_t)frame.libraries},
    };
    return true;
}

struct worker {
    pid_t pid;
    FILE *reports;
};

static bool start_worker(struct worker *worker, struct share share)
{
    int ends[2];
    if (pipe(ends) != 0)
        return false;
    worker->pid = fork();
    if (worker->pid < 0) {
        close(ends[0]);
        close(ends[1]);
        return false;
    }
    if (worker->pid == 0) {
        close(ends[0]);
        FILE *reports = fdopen(ends[1], "wb");
        if (!reports)
            _exit(STATUS_SYSTEM);
        share.sink = (struct batch_sink){send_report, reports};
        enum status status = build_share(&share);
        _exit(fclose(reports) == 0 ? (int)status : STATUS_SYSTEM);
    }
    close(ends[1]);
    worker->reports = fdopen(ends[0], "rb");
    return worker->reports != NULL;
}

static void worker_was_lost(const struct share *all, size_t file)
{
    struct arena scratch;
    arena_init(&scratch);
    struct batch_report report = {
        .status = STATUS_SYSTEM,
        .errors = str_format(&scratch, "brochure: error: %.*s: the process that built it ended\n",
                             STR_ARGS(all->paths[file])),
    };
    all->sink.take(all->sink.context, &report);
    arena_release(&scratch);
}

// Reads the reports in the order of the files: file i comes from worker i modulo their number.
// What a worker that could not be started would have built is built here.
static enum status gather(const struct share *all, struct worker *workers, size_t started)
{
    enum status status = STATUS_DONE;
    for (size_t i = 0; i < all->count; i++) {
        size_t index = i % all->step;
        struct arena scratch;
        arena_init(&scratch);
        struct batch_report report = {.status = STATUS_SYSTEM};
        if (index >= started)
            report.status = file_build(all->run, all->paths[i], all->options, &all->sink);
        else if (receive_report(&scratch, workers[index].reports, &report))
            all->sink.take(all->sink.context, &report);
        else
            worker_was_lost(all, i);
        status = higher(status, report.status);
        arena_release(&scratch);
    }
    return status;
}

static enum status build_in_processes(struct share all)
{
    struct worker *workers = ARENA_ARRAY(&all.run->arena, struct worker, all.step);
    size_t started = 0;
    while (started < all.step) {
        struct share share = all;
        share.first = started;
        if (!start_worker(&workers[started], share))
            break;
        started++;
    }
    enum status status = gather(&all, workers, started);
    for (size_t i = 0; i < started; i++) {
        (void)fclose(workers[i].reports); // read only: nothing can be lost
        while (waitpid(workers[i].pid, NULL, 0) < 0 && errno == EINTR)
            continue;
    }
    return status;
}

enum status batch_build(struct run *run, const struct str *paths, size_t count,
                        const struct batch_options *options, const struct batch_sink *sink)
{
    assert(options->processes >= 1);
    struct share all = {
        .run = run,
        .paths = paths,
        .count = count,
        .step = options->processes < count ? options->processes : count,
        .options = options,
        .sink = *sink,
    };
    return all.step <= 1 ? build_share(&all) : build_in_processes(all);
}
