// YAML text → located nodes. The only user of libyaml.
//
// Bounds on bytes, depth, nodes and alias expansion are kept while libyaml's events arrive, so
// that hostile input costs no more than its size. All faults that can be told apart are collected.
#ifndef INPUT_YAML_H
#define INPUT_YAML_H

#include "diag/diag.h"
#include "input/tree.h"

struct yaml_limits {
    size_t bytes;
    uint32_t depth;
    uint32_t nodes; // of the document, aliases expanded
};

// 16 MiB, 100 levels, 1,000,000 nodes.
extern const struct yaml_limits yaml_limits_default;

// Reads the one document of `source`. Nodes live in `arena`. Returns false when there is no tree to
// use; every fault is in `diags` with its place. After a YAML_SYNTAX diagnostic the tree lacks the
// lines at fault: it is good for finding more faults, not for building.
bool yaml_read(struct arena *arena, struct source *source, const struct yaml_limits *limits,
               struct diags *diags, const struct node **root);

// Appends the canonical text of a tree (`inspect --stage tree`): a node a line with its place.
void tree_dump(const struct node *root, struct sources *sources, struct str_builder *out);

// The library's version, for manifests.
struct str yaml_version(void);

#endif
