// Letters of the Latin, Greek and Cyrillic scripts in lower and upper case.
//
// One character to one character (Unicode's simple mapping), of the alphabets in use today; other
// scripts have no case, or none that this program needs.
#ifndef TEXT_LETTER_CASE_H
#define TEXT_LETTER_CASE_H

#include <stdbool.h>
#include <stdint.h>

// Returns the letter in lower case, or what is no upper-case letter as it is.
uint32_t letter_lower(uint32_t code_point);

bool letter_is_upper(uint32_t code_point);

#endif
