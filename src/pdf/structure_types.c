#include "pdf/structure_types.h"

// ISO 32000-2, 14.8.6.2: types of PDF 1.7 that its own namespace does not have.
static bool is_of_pdf_1_alone(enum tag_kind kind)
{
    return kind == TAG_REFERENCE || kind == TAG_BIBENTRY || kind == TAG_CODE ||
           kind == TAG_BLOCKQUOTE || kind == TAG_TOC || kind == TAG_TOCI;
}

struct structure_type structure_type(enum tag_kind kind, bool pdf_2)
{
    // What PDF 1.7 lacks has a type there that needs no role map.
    if (!pdf_2 && (kind == TAG_EM || kind == TAG_STRONG))
        return (struct structure_type){STR("Span"), false};
    if (!pdf_2 && kind == TAG_ASIDE)
        return (struct structure_type){STR("Div"), false};
    if (pdf_2 && kind == TAG_NOTE)
        return (struct structure_type){STR("FENote"), true};
    return (struct structure_type){str_from(tag_kind_name(kind)),
                                   pdf_2 && !is_of_pdf_1_alone(kind)};
}

struct str list_numbering_name(enum list_numbering numbering, bool pdf_2)
{
    // In PDF 1.7 (14.8.5.5) None says that the labels are no numbers.
    switch (numbering) {
    case NUMBERING_NONE: break;
    case NUMBERING_DISC: return STR("Disc");
    case NUMBERING_DECIMAL: return STR("Decimal");
    case NUMBERING_LETTERS: return STR("LowerAlpha");
    case NUMBERING_UNORDERED: return pdf_2 ? STR("Unordered") : STR("None");
    case NUMBERING_DESCRIPTION: return pdf_2 ? STR("Description") : STR("None");
    }
    return STR("");
}
