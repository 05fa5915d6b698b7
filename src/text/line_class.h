// Line-break classes (UAX #14, Unicode 15.0) of the characters of plain text: Latin, Greek and
// Cyrillic letters, the punctuation, currency, arrows and mathematical signs that go with them.
//
// Ambiguous and unassigned characters are letters (LB1). Everything else is LINE_OTHER and needs
// the full algorithm.
#ifndef TEXT_LINE_CLASS_H
#define TEXT_LINE_CLASS_H

#include <stdint.h>

enum line_class {
    LINE_AL, // letters
    LINE_B2, // em dash
    LINE_BA, // break after: tab, en dash, soft hyphen
    LINE_BB, // break before
    LINE_BK, // mandatory
    LINE_CL, // closing punctuation
    LINE_CM, // combining marks and controls
    LINE_CP, // closing parenthesis
    LINE_CR,
    LINE_EX, // ! ?
    LINE_GL, // no-break space and its kin
    LINE_HH, // U+2010, which UAX #14 has among LINE_BA
    LINE_HY, // hyphen-minus
    LINE_IN, // ellipsis
    LINE_IS, // . , : ;
    LINE_LF,
    LINE_NL,
    LINE_NS, // no line starts with it
    LINE_NU, // digits
    LINE_OP, // opening punctuation
    LINE_PO, // % and the like
    LINE_PR, // $ and the like
    LINE_QU, // quotation marks
    LINE_SP,
    LINE_SY, // slash
    LINE_WJ,
    LINE_ZW,
    LINE_OTHER,
};

enum line_class line_class_find(uint32_t code_point);

#endif
