/* repeated - what is said at the edges of one page after another. */
#include "input/repeated.h"

#include "base/unicode.h"

enum { NUMBER_LONGEST = 24 }; /* code points of "Sida 2 av 12" */

/*
 * The next letter at or after *at, which goes past it; 0 at the end. With
 * `marks` the next that is no digit.
 */
static char next_sign(struct str text, size_t *at, bool marks)
{
    while (*at < text.length) {
        unsigned char byte = (unsigned char)text.at[(*at)++];

        if (unicode_is_letter(byte) || byte >= 0x80 ||
            (marks && !unicode_is_digit(byte)))
            return (char)byte;
    }
    return '\0';
}

/* The number of signs that two texts share; 0 when they are not the same. */
static size_t shared_signs(struct str a, struct str b, bool marks)
{
    size_t i = 0, j = 0, signs = 0;
    char one, other;

    while ((one = next_sign(a, &i, marks)) ==
               (other = next_sign(b, &j, marks)) &&
           one != '\0')
        signs++;
    return one == other ? signs : 0;
}

bool is_said_again(struct str a, struct str b)
{
    return str_equal(a, b) ||
           (unicode_count(a) <= NUMBER_LONGEST &&
            (shared_signs(a, b, false) > 0 || shared_signs(a, b, true) > 0));
}
