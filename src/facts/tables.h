/* tables - what the cells of a table say together. */
#ifndef SKOLLINT_FACTS_TABLES_H
#define SKOLLINT_FACTS_TABLES_H

#include "facts/facts.h"

/* Let cells have the names of their row, their column's head and caption. */
void facts_join_cells(struct facts *facts);

#endif
