/* shape - what a number looks like: a year, a school year, a date, a value. */
#include "language/shape.h"

#include <string.h>

enum shape shape_of_name(struct str name)
{
    static const struct {
        struct str name;
        enum shape shape;
    } shapes[] = {{STR_INIT("#"), SHAPE_NUMBER},
                  {STR_INIT("#year"), SHAPE_YEAR},
                  {STR_INIT("#schoolyear"), SHAPE_SCHOOLYEAR},
                  {STR_INIT("#date"), SHAPE_DATE},
                  {STR_INIT("#value"), SHAPE_VALUE}};

    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
        if (str_equal(name, shapes[i].name))
            return shapes[i].shape;
    return SHAPE_NONE;
}

static bool is_year(struct str text)
{
    unsigned number;

    return text.length == 4 && str_number(text, &number) && number >= 1950 &&
           number < 2080;
}

static bool is_digit(char letter)
{
    return letter >= '0' && letter <= '9';
}

/* Two years with a mark between, the second the year after the first. */
static bool is_schoolyear(struct str text)
{
    size_t first = 0, second = text.length;
    unsigned from, to;

    while (first < text.length && is_digit(text.at[first]))
        first++;
    while (second > first && is_digit(text.at[second - 1]))
        second--;
    if ((first != 2 && first != 4) || second == first ||
        (text.length - second != 2 && text.length - second != 4) ||
        memchr(text.at + first, '.', second - first) ||
        memchr(text.at + first, ',', second - first) ||
        memchr(text.at + first, ':', second - first) ||
        !str_number(str_part(text, 0, first), &from) ||
        !str_number(str_part(text, second, text.length - second), &to))
        return false;
    return (from + 1) % 100 == to % 100;
}

static bool is_date(struct str text)
{
    return text.length == 10 && text.at[4] == '-' && text.at[7] == '-';
}

bool shape_fits(enum shape shape, struct str number)
{
    switch (shape) {
    case SHAPE_NUMBER:
        return true;
    case SHAPE_YEAR:
        return is_year(number);
    case SHAPE_SCHOOLYEAR:
        return is_schoolyear(number);
    case SHAPE_DATE:
        return is_date(number);
    case SHAPE_VALUE:
        return !is_year(number) && !is_schoolyear(number) && !is_date(number);
    default:
        return false;
    }
}
