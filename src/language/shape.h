/* shape - what a number looks like: a year, a school year, a date, a value. */
#ifndef SKOLLINT_LANGUAGE_SHAPE_H
#define SKOLLINT_LANGUAGE_SHAPE_H

#include "base/str.h"

enum shape {
    SHAPE_NONE,
    SHAPE_NUMBER,     /* any of the following */
    SHAPE_YEAR,       /* 1950 to 2079 */
    SHAPE_SCHOOLYEAR, /* 2022/2023, 22/23, 2022-23 */
    SHAPE_DATE,       /* 2024-09-12 */
    SHAPE_VALUE       /* none of these three */
};

/* "#year" and so on, "#" for any number; SHAPE_NONE for other texts. */
enum shape shape_of_name(struct str name);

/* Whether a number token looks so. */
bool shape_fits(enum shape shape, struct str number);

#endif
