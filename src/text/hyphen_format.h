// The compiled dictionary: what hyphen_compile writes and hyphen maps.
//
// Little-endian, every part at a multiple of 4:
//   struct hyphen_header
//   alphabet: uint16_t code points in lower case, ascending, '.' (a word's edge) among them;
//       a letter's symbol is its place in it, from 0
//   nodes of the first level, then of the second: a trie each, its root first, the children of a
//       node side by side, sorted by symbol, behind their parent
//   values: records {uint8_t skip, count, values[count]}; record 0 is empty
#ifndef TEXT_HYPHEN_FORMAT_H
#define TEXT_HYPHEN_FORMAT_H

#include <stdint.h>

enum {
    HYPHEN_VERSION = 1,
    HYPHEN_LETTERS = 255,         // in an alphabet, at most
    HYPHEN_LONGEST_PATTERN = 60,  // in letters
    HYPHEN_MOST_NODES = 1 << 24,  // of a level; places are 24 bits wide
    HYPHEN_MOST_VALUES = 1 << 24, // bytes
};

#define HYPHEN_MAGIC 0x48505948u // "HYPH"

// The first level finds the joints of compound words, the second the syllables between them.
enum hyphen_level { HYPHEN_COMPOUNDS, HYPHEN_SYLLABLES, HYPHEN_LEVELS };

// Where several patterns end at the same letter, Liang's rule is that all have their say, and lists
// made for TeX mean that. libhyphen asks only the longest beginning of a pattern that ends there;
// lists with two levels are made for libhyphen and go wrong under Liang's rule (Genese: Ge-n-ese).
enum hyphen_match { HYPHEN_MATCH_ALL, HYPHEN_MATCH_LONGEST };

struct hyphen_header {
    uint32_t magic;
    uint32_t version;
    uint8_t least_before, least_after;             // letters of a word around a hyphen
    uint8_t least_before_joint, least_after_joint; // letters of a part around a hyphen in it
    uint32_t alphabet_count;
    uint32_t node_count[HYPHEN_LEVELS];
    uint32_t values_size;
    uint32_t match; // enum hyphen_match
};

struct hyphen_node {
    uint32_t first_child_and_symbol; // child << 8 | own symbol
    uint32_t values_and_child_count; // values << 8 | count; values 0: no pattern ends here
};

#endif
