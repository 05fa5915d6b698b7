#include "color/press_profiles.h"

#define MEASUREMENTS "/usr/share/color/icc/"

// Limits: ISO 12647-2 for coated and uncoated paper, SWOP TR 001 and GRACoL TR 006.
const struct press_profile press_profiles[] = {
    {STR_INIT("fogra39"), STR_INIT("FOGRA39"),
     STR_INIT("Offset on coated paper (ISO 12647-2:2004, FOGRA39)"),
     STR_INIT(MEASUREMENTS "FOGRA39L"), 3300},
    {STR_INIT("uncoated"), STR_INIT("FOGRA29"),
     STR_INIT("Offset on uncoated white paper (ISO 12647-2:2004, FOGRA29)"),
     STR_INIT(MEASUREMENTS "FOGRA29L"), 2800},
    {STR_INIT("gracol"), STR_INIT("CGATS TR 006"),
     STR_INIT("Sheet-fed offset on grade 1 coated paper (GRACoL, CGATS TR 006)"),
     STR_INIT(MEASUREMENTS "TR006"), 3200},
    {STR_INIT("swop"), STR_INIT("CGATS TR 001"),
     STR_INIT("Web offset on coated paper (SWOP, CGATS TR 001)"), STR_INIT(""), 3000},
};
const size_t press_profile_count = sizeof press_profiles / sizeof press_profiles[0];

const struct press_profile *press_profile_find(struct str name)
{
    for (size_t i = 0; i < press_profile_count; i++)
        if (str_equal(press_profiles[i].name, name))
            return &press_profiles[i];
    return NULL;
}

bool press_size_is_american(struct str size_key)
{
    return str_equal(size_key, STR("letter")) || str_equal(size_key, STR("legal")) ||
           str_equal(size_key, STR("ledger"));
}

const struct press_profile *press_profile_usual(struct str size_key)
{
    return press_profile_find(press_size_is_american(size_key) ? STR("swop") : STR("fogra39"));
}
