/* fail - why something could not be done, on the caller's stack. */
#include "base/fail.h"

#include <stdarg.h>
#include <stdio.h>

bool fail(struct failure *failure, const char *key, const char *format, ...)
{
    va_list arguments;

    if (failure == NULL)
        return false;
    *failure = (struct failure){0};
    snprintf(failure->key, sizeof failure->key, "%s", key);
    va_start(arguments, format);
    vsnprintf(failure->detail, sizeof failure->detail, format, arguments);
    va_end(arguments);
    return false;
}
