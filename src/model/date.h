// Dates as ISO 8601 writes them, to the day, the month or (in references) the year.
#ifndef MODEL_DATE_H
#define MODEL_DATE_H

#include "model/brochure.h"

// Reads "2025-06-27" or "2025-06"; the date must exist in the Gregorian calendar.
bool date_parse(struct str text, struct date *out);

// Reads a bare year too.
bool date_parse_year(struct str text, struct date *out);

// Whether year, month (0: none) and day (0: none) name a date that exists.
bool date_exists(struct date date);

#endif
