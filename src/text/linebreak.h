// Total-fit line breaking on measured segments (Knuth and Plass 1981), ragged, justified and
// balanced. Pure: knows widths and penalties, no fonts and no text.
//
// A segment is what stands between two places where a line may end. Widths are never negative.
// Work is linear in the number of segments; `steps` counts the candidate lines looked at.
//
// Of all ways to break, the one is taken that has, in this order: the fewest overset lines, the
// fewest hyphens against the rules, (balanced) the fewest lines, no last line that is too short,
// the least demerits. Ragged spaces keep their natural width, but may shrink to 90 % in a last line
// that thereby takes in words that would else stand too short on a line of their own.
#ifndef TEXT_LINEBREAK_H
#define TEXT_LINEBREAK_H

#include "base/arena.h"
#include "base/length.h"

#include <stdbool.h>
#include <stddef.h>

struct line_segment {
    length width;       // of the segment without the space at its end
    length space;       // the space at its end, dropped when the line ends here
    length inner_space; // the sum of the stretchable spaces inside `width` (0 for a plain word)
    length hyphen;      // added to the line when it ends here: the width of a hyphen, and what
                        // a word gains or loses when it is set apart here
    int32_t penalty;    // of ending a line here, 0 for a plain space; higher is worse: 100 is as
                        // bad as a line a tenth short of its measure (justified: one at 133 %)
    bool hyphenated;    // ending here adds or shows a hyphen in a broken word
    bool forced;        // a line must end here
};

enum line_policy_kind { LINES_RAGGED, LINES_JUSTIFIED, LINES_BALANCED };

struct line_policy {
    enum line_policy_kind kind;
    length first_measure;
    length measure;
    length shortest_last;      // a last line under this is a fault (10 % of the measure)
    uint32_t hyphens_in_a_row; // at most; 2
    bool hyphen_before_last;   // whether the line before the last may end in a hyphen
};

struct line_break {
    uint32_t end;    // index behind the line's last segment
    int32_t stretch; // of the line's spaces, in 1/65536 of their width (negative: shrink)
    bool overset;    // wider than its measure even when shrunk
};

struct line_segments {
    const struct line_segment *items;
    size_t count;
};

// Fills `breaks` (room for one a segment) and returns the number of lines; 0 for no segments.
// Adds the work done to `*steps`, when that is not NULL.
size_t linebreak_total_fit(struct arena *scratch, struct line_segments segments,
                           const struct line_policy *policy, struct line_break *breaks,
                           size_t *steps);

#endif
