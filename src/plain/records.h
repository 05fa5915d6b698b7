// Tables → records: an item for each row, a line for each cell, its head said before it.
#ifndef PLAIN_RECORDS_H
#define PLAIN_RECORDS_H

#include "plain/writer.h"

void plain_add_table(struct writer *writer, const struct table *table);

#endif
