/* date - days of the Gregorian calendar. */
#include "base/date.h"

#include <stdio.h>

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30,
                               31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

    return days[month - 1] + (month == 2 && leap);
}

bool date_valid(struct date date)
{
    return date.year >= 1000 && date.year <= 9999 && date.month >= 1 &&
           date.month <= 12 && date.day >= 1 &&
           date.day <= days_in(date.year, date.month);
}

bool date_parse(struct str text, struct date *date)
{
    unsigned year, month, day;

    if (text.length != 10 || text.at[4] != '-' || text.at[7] != '-' ||
        !str_number(str_part(text, 0, 4), &year) ||
        !str_number(str_part(text, 5, 2), &month) ||
        !str_number(str_part(text, 8, 2), &day))
        return false;
    *date = (struct date){(int)year, (int)month, (int)day};
    return date_valid(*date);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year - b.year;
    if (a.month != b.month)
        return a.month - b.month;
    return a.day - b.day;
}

const char *date_print(struct date date, char text[DATE_TEXT])
{
    text[0] = '\0';
    if (date_valid(date))
        /* The remainders tell the compiler that the room is enough. */
        snprintf(text, DATE_TEXT, "%04u-%02u-%02u",
                 (unsigned)date.year % 10000u, (unsigned)date.month % 100u,
                 (unsigned)date.day % 100u);
    return text;
}
