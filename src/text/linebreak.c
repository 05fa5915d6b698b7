#include "text/linebreak.h"

#include <assert.h>

enum {
    // A line takes at most this many segments: hostile text (a zero-width space after every
    // letter) stays linear. The widest sheet in the smallest type has half as many places.
    WINDOW = 1000,
    // Hyphens in a row are counted up to this; a policy that allows more has no limit.
    MOST_HYPHENS = 6,
    MOST_PENALTY = 10000, // as TeX's infinity
    RATIO_ONE = 1024,
    LEAST_SPACE_RAGGED = 90, // per cent; only to pull up a short last line
    LEAST_SPACE_JUSTIFIED = 80,
    MOST_SPACE_JUSTIFIED = 133,
    LINE_PENALTY = 10, // Knuth and Plass 1981: each line costs, so fewer are better
};

// What a penalty of 1 weighs in a ragged line: a penalty of 100 is as bad as a line that falls
// short by a tenth of its measure.
#define RAGGED_POINT ((int64_t)RATIO_ONE * RATIO_ONE * RATIO_ONE / 100000)

// The same for balanced lines, whose shortfalls are squared.
#define BALANCED_POINT ((int64_t)RATIO_ONE * RATIO_ONE * RATIO_ONE / 10000)

// Compared from the first member to the last; all of them add up along a paragraph.
struct cost {
    uint32_t overset;
    uint32_t hyphen_faults; // too many in a row, or before the last line
    uint32_t lines;         // counted by the balanced policy alone
    uint32_t runts;
    int64_t demerits;
};

// The best way to end a line behind a segment, with a number of hyphens in a row up to there.
struct node {
    struct cost cost;
    uint32_t start; // of the last line
    uint8_t previous_state;
    bool reached;
};

struct breaker {
    const struct line_segment *segments;
    size_t count;
    const struct line_policy *policy;
    const int64_t *advance;  // of all segments before, with the spaces at their ends
    const int64_t *stretch;  // of all stretchable spaces before
    const uint32_t *opening; // the segment that opens the forced piece of each segment
    struct node *nodes;      // `states` for each place, by hyphens in a row up to there
    uint32_t states;
    size_t steps;
};

struct candidate {
    size_t start, end;
    int64_t measure;
    int64_t slack;  // measure less natural width; negative when too wide
    int64_t spaces; // natural width of the stretchable spaces
    bool last;      // of its piece
    bool overset;
};

static int compare_numbers(int64_t a, int64_t b)
{
    return (a > b) - (a < b);
}

static int cost_compare(const struct cost *a, const struct cost *b)
{
    int order = compare_numbers(a->overset, b->overset);
    if (order == 0)
        order = compare_numbers(a->hyphen_faults, b->hyphen_faults);
    if (order == 0)
        order = compare_numbers(a->lines, b->lines);
    if (order == 0)
        order = compare_numbers(a->runts, b->runts);
    return order != 0 ? order : compare_numbers(a->demerits, b->demerits);
}

static struct cost cost_sum(const struct cost *a, const struct cost *b)
{
    return (struct cost){a->overset + b->overset, a->hyphen_faults + b->hyphen_faults,
                         a->lines + b->lines, a->runts + b->runts, a->demerits + b->demerits};
}

static bool piece_ends(const struct breaker *breaker, size_t end)
{
    return end == breaker->count || breaker->segments[end - 1].forced;
}

static struct candidate measure_line(const struct breaker *breaker, size_t start, size_t end)
{
    const struct line_segment *final = &breaker->segments[end - 1];
    const struct line_policy *policy = breaker->policy;
    int64_t measure = start == 0 ? policy->first_measure : policy->measure;
    int64_t natural =
        breaker->advance[end] - breaker->advance[start] - final->space + final->hyphen;
    return (struct candidate){
        .start = start,
        .end = end,
        .measure = measure > 0 ? measure : 1,
        .slack = measure - natural,
        .spaces = breaker->stretch[end] - breaker->stretch[start] - final->space,
        .last = piece_ends(breaker, end),
    };
}

static int64_t shrinkable(int64_t spaces, int least)
{
    return spaces * (100 - least) / 100;
}

// Whether the words that hang over the measure would be a last line too short to stand alone.
static bool overhang_is_runt(const struct breaker *breaker, const struct candidate *line)
{
    for (size_t split = line->end - 1; split > line->start; split--) {
        struct candidate rest = measure_line(breaker, split, line->end);
        if (rest.measure - rest.slack >= breaker->policy->shortest_last)
            return false;
        if (measure_line(breaker, line->start, split).slack >= 0)
            return true;
    }
    return false;
}

static bool fits(const struct breaker *breaker, const struct candidate *line)
{
    if (line->slack >= 0)
        return true;
    switch (breaker->policy->kind) {
    case LINES_JUSTIFIED: return -line->slack <= shrinkable(line->spaces, LEAST_SPACE_JUSTIFIED);
    case LINES_RAGGED:
        return line->last && -line->slack <= shrinkable(line->spaces, LEAST_SPACE_RAGGED) &&
               overhang_is_runt(breaker, line);
    case LINES_BALANCED: return false;
    }
    assert(false);
    return false;
}

static int64_t clamped_penalty(const struct breaker *breaker, const struct candidate *line)
{
    int64_t penalty = line->last ? 0 : breaker->segments[line->end - 1].penalty;
    if (penalty > MOST_PENALTY)
        return MOST_PENALTY;
    return penalty < -MOST_PENALTY ? -MOST_PENALTY : penalty;
}

// How far a line is from its measure, in RATIO_ONE of `whole`, at most ten times the whole.
static int64_t ratio(int64_t distance, int64_t whole)
{
    int64_t most = 10 * (int64_t)RATIO_ONE;
    if (distance <= 0)
        return 0;
    if (whole <= 0 || distance / 10 >= whole)
        return most;
    return distance * RATIO_ONE / whole;
}

static int64_t ragged_demerits(const struct breaker *breaker, const struct candidate *line)
{
    int64_t shortfall = line->last ? 0 : ratio(line->slack, line->measure);
    int64_t points = LINE_PENALTY + clamped_penalty(breaker, line);
    return shortfall * shortfall * shortfall + points * RAGGED_POINT;
}

// Knuth and Plass 1981: 100 r³, r = 1 at 80 % and at 133 % of the natural space.
static int64_t justified_badness(const struct candidate *line)
{
    if (line->last && line->slack >= 0)
        return 0;
    int64_t room = line->slack >= 0 ? line->spaces * (MOST_SPACE_JUSTIFIED - 100) / 100
                                    : shrinkable(line->spaces, LEAST_SPACE_JUSTIFIED);
    int64_t distance = line->slack >= 0 ? line->slack : -line->slack;
    int64_t r = ratio(distance, room);
    return 100 * r * r * r / ((int64_t)RATIO_ONE * RATIO_ONE * RATIO_ONE);
}

static int64_t justified_demerits(const struct breaker *breaker, const struct candidate *line)
{
    int64_t penalty = clamped_penalty(breaker, line);
    int64_t base = LINE_PENALTY + justified_badness(line);
    if (penalty >= 0)
        return (base + penalty) * (base + penalty);
    return base * base - penalty * penalty;
}

// For a given number of lines the sum of the squares is least when they are even.
static int64_t balanced_demerits(const struct breaker *breaker, const struct candidate *line)
{
    int64_t shortfall = ratio(line->slack, line->measure);
    return shortfall * shortfall * RATIO_ONE + clamped_penalty(breaker, line) * BALANCED_POINT;
}

static int64_t line_demerits(const struct breaker *breaker, const struct candidate *line)
{
    switch (breaker->policy->kind) {
    case LINES_RAGGED: return ragged_demerits(breaker, line);
    case LINES_JUSTIFIED: return justified_demerits(breaker, line);
    case LINES_BALANCED: return balanced_demerits(breaker, line);
    }
    assert(false);
    return 0;
}

// A piece of one line is as short as it is; only a line that others stand before can be a runt.
static struct cost line_cost(const struct breaker *breaker, const struct candidate *line)
{
    const struct line_policy *policy = breaker->policy;
    bool alone = line->start == breaker->opening[line->end - 1];
    bool after_hyphen = !alone && breaker->segments[line->start - 1].hyphenated;
    bool runt = line->last && !alone && line->measure - line->slack < policy->shortest_last;
    return (struct cost){
        .overset = line->overset,
        .hyphen_faults = line->last && after_hyphen && !policy->hyphen_before_last,
        .lines = policy->kind == LINES_BALANCED,
        .runts = runt,
        .demerits = line_demerits(breaker, line),
    };
}

// Continues every way to reach the line's start, counting hyphens in a row on the way.
static void consider(struct breaker *breaker, const struct candidate *line)
{
    struct cost own = line_cost(breaker, line);
    bool hyphenated = breaker->segments[line->end - 1].hyphenated && !line->last;
    bool limited = breaker->policy->hyphens_in_a_row <= MOST_HYPHENS;
    for (uint32_t state = 0; state < breaker->states; state++) {
        const struct node *from = &breaker->nodes[line->start * breaker->states + state];
        if (!from->reached)
            continue;
        struct cost cost = cost_sum(&from->cost, &own);
        uint32_t next = 0;
        if (hyphenated && limited) {
            bool ladder = state == breaker->policy->hyphens_in_a_row;
            cost.hyphen_faults += ladder;
            next = ladder ? state : state + 1;
        }
        struct node *to = &breaker->nodes[line->end * breaker->states + next];
        if (!to->reached || cost_compare(&cost, &to->cost) < 0)
            *to = (struct node){cost, (uint32_t)line->start, (uint8_t)state, true};
    }
}

// Looks at one line; returns whether it holds its words, so that a longer one may too.
static bool try_line(struct breaker *breaker, size_t start, size_t end)
{
    struct candidate line = measure_line(breaker, start, end);
    breaker->steps++;
    bool good = fits(breaker, &line);
    bool single = start + 1 == end;
    line.overset = !good && -line.slack > shrinkable(line.spaces, LEAST_SPACE_RAGGED);
    if (good || single)
        consider(breaker, &line);
    return good;
}

// Tries the lines that end behind segment `end` - 1, the shortest first.
static void end_lines_at(struct breaker *breaker, size_t end)
{
    size_t opening = breaker->opening[end - 1];
    size_t least = end - opening > WINDOW ? end - WINDOW : opening;
    size_t start = end;
    while (start > least)
        if (!try_line(breaker, --start, end))
            break;
    // Only the first line may have more room than the line that was too narrow.
    if (start > 0 && least == 0 && breaker->policy->first_measure > breaker->policy->measure)
        try_line(breaker, 0, end);
}

static int32_t line_stretch(const struct breaker *breaker, const struct candidate *line)
{
    bool justified = breaker->policy->kind == LINES_JUSTIFIED;
    if (line->spaces <= 0 || (line->slack >= 0 && (!justified || line->last)))
        return 0;
    int64_t stretch = line->slack * 65536 / line->spaces;
    int64_t least = -65536 * (100 - (justified ? LEAST_SPACE_JUSTIFIED : LEAST_SPACE_RAGGED)) / 100;
    if (stretch < least)
        return (int32_t)least;
    return stretch > INT32_MAX ? INT32_MAX : (int32_t)stretch;
}

static const struct node *best_end(const struct breaker *breaker)
{
    const struct node *nodes = breaker->nodes + breaker->count * breaker->states;
    const struct node *best = NULL;
    for (uint32_t state = 0; state < breaker->states; state++)
        if (nodes[state].reached && (!best || cost_compare(&nodes[state].cost, &best->cost) < 0))
            best = &nodes[state];
    assert(best);
    return best;
}

static struct line_break describe(const struct breaker *breaker, size_t start, size_t end)
{
    struct candidate line = measure_line(breaker, start, end);
    bool good = fits(breaker, &line);
    return (struct line_break){
        .end = (uint32_t)end,
        .stretch = line_stretch(breaker, &line),
        .overset = !good && -line.slack > shrinkable(line.spaces, LEAST_SPACE_RAGGED),
    };
}

// Follows the best way back to the start, then puts the lines in reading order.
static size_t collect(const struct breaker *breaker, struct line_break *breaks)
{
    size_t lines = 0;
    const struct node *node = best_end(breaker);
    for (size_t end = breaker->count; end > 0;) {
        breaks[lines++] = describe(breaker, node->start, end);
        end = node->start;
        node = &breaker->nodes[end * breaker->states + node->previous_state];
    }
    for (size_t i = 0; i < lines / 2; i++) {
        struct line_break swap = breaks[i];
        breaks[i] = breaks[lines - 1 - i];
        breaks[lines - 1 - i] = swap;
    }
    return lines;
}

static void sum_up(struct arena *scratch, struct breaker *breaker)
{
    size_t count = breaker->count;
    int64_t *advance = ARENA_ARRAY(scratch, int64_t, count + 1);
    int64_t *stretch = ARENA_ARRAY(scratch, int64_t, count + 1);
    uint32_t *opening = ARENA_ARRAY(scratch, uint32_t, count);
    for (size_t i = 0; i < count; i++) {
        const struct line_segment *segment = &breaker->segments[i];
        advance[i + 1] = advance[i] + segment->width + segment->space;
        stretch[i + 1] = stretch[i] + segment->inner_space + segment->space;
        if (i > 0)
            opening[i] = breaker->segments[i - 1].forced ? (uint32_t)i : opening[i - 1];
    }
    breaker->advance = advance;
    breaker->stretch = stretch;
    breaker->opening = opening;
}

size_t linebreak_total_fit(struct arena *scratch, struct line_segments segments,
                           const struct line_policy *policy, struct line_break *breaks,
                           size_t *steps)
{
    size_t count = segments.count;
    assert(count < INT32_MAX / 8); // so that demerits add up in 64 bits
    if (count == 0)
        return 0;
    struct arena_mark mark = arena_mark(scratch);
    bool limited = policy->hyphens_in_a_row <= MOST_HYPHENS;
    struct breaker breaker = {
        .segments = segments.items,
        .count = count,
        .policy = policy,
        .states = limited ? policy->hyphens_in_a_row + 1 : 1,
    };
    sum_up(scratch, &breaker);
    breaker.nodes = ARENA_ARRAY(scratch, struct node, (count + 1) * breaker.states);
    breaker.nodes[0].reached = true;
    for (size_t end = 1; end <= count; end++)
        end_lines_at(&breaker, end);
    size_t lines = collect(&breaker, breaks);
    if (steps)
        *steps += breaker.steps;
    arena_rewind(scratch, mark);
    return lines;
}
