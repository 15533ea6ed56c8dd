/* planted overrun - a defect that `make asan` must see; see planted.sh. */
#include <criterion/criterion.h>

#include <stdlib.h>

Test(planted, an_overrun)
{
    volatile size_t past = 8;
    char *bytes = calloc(past, 1);
    volatile char seen = bytes[past];

    free(bytes);
    cr_assert(seen || !seen);
}
