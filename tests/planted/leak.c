/* planted leak - a defect that `make asan` must see; see planted.sh. */
#include <criterion/criterion.h>

#include <stdlib.h>

static void *volatile kept;

Test(planted, a_leak)
{
    kept = malloc(64);
    kept = NULL;
}
