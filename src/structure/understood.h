/*
 * understood - how much of what looks like numbers and days was read.
 */
#ifndef SKOLLINT_STRUCTURE_UNDERSTOOD_H
#define SKOLLINT_STRUCTURE_UNDERSTOOD_H

#include "structure/outline.h"

/*
 * Counts in all passages where somebody says something. A number is read
 * when it is a year, or says of what: "82 %", "5 elever", a cell beside its
 * row's label. A day is read when its year stands with it. Numbers within
 * days, and those that only number a paragraph, do not count.
 */
void understood_count(struct outline *outline);

#endif
