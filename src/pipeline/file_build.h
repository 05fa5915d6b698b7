// One file of a batch: all its editions, written together or not at all.
#ifndef PIPELINE_FILE_BUILD_H
#define PIPELINE_FILE_BUILD_H

#include "pipeline/batch.h"

// Builds a file, writes what is to be written, and tells `sink`.
enum status file_build(struct run *run, struct str path, const struct batch_options *options,
                       const struct batch_sink *sink);

#endif
