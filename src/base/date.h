/*
 * date - days of the Gregorian calendar.
 */
#ifndef SKOLLINT_BASE_DATE_H
#define SKOLLINT_BASE_DATE_H

#include "base/str.h"

struct date {
    int year; /* 0 when there is no date */
    int month;
    int day;
};

enum { DATE_TEXT = 16 }; /* room for "YYYY-MM-DD" and its NUL */

/* Whether the day exists, in the years 1000 to 9999. */
bool date_valid(struct date date);

/* Exactly "YYYY-MM-DD" and a day that exists; else false. */
bool date_parse(struct str text, struct date *date);

/* Below, at or above 0 as a is before, the same as or after b. */
int date_compare(struct date a, struct date b);

/* "YYYY-MM-DD" into `text`; "" when there is no date. Returns text. */
const char *date_print(struct date date, char text[DATE_TEXT]);

#endif
