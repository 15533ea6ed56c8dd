/*
 * xml_icu - stands in for ICU where the program links libxml2 statically.
 *
 * libxml2 may ask ICU for encodings that neither it nor the C library knows.
 * A Word file has none of those, and ICU's 30 MB of tables and its C++
 * would double the time the program takes to start. So none is found.
 */
#define U_STATIC_IMPLEMENTATION 1 /* the names stay inside the program */
#include <unicode/ucnv.h>

UConverter *ucnv_open(const char *name, UErrorCode *error)
{
    (void)name;
    *error = U_FILE_ACCESS_ERROR;
    return NULL;
}

void ucnv_close(UConverter *converter)
{
    (void)converter;
}

void ucnv_convertEx(UConverter *target, UConverter *source, char **out,
                    const char *out_end, const char **in, const char *in_end,
                    UChar *pivot, UChar **pivot_source, UChar **pivot_target,
                    const UChar *pivot_end, UBool reset, UBool flush,
                    UErrorCode *error)
{
    (void)target, (void)source, (void)out, (void)out_end, (void)in;
    (void)in_end, (void)pivot, (void)pivot_source, (void)pivot_target;
    (void)pivot_end, (void)reset, (void)flush;
    *error = U_UNSUPPORTED_ERROR;
}

void ucnv_setToUCallBack(UConverter *converter, UConverterToUCallback action,
                         const void *context, UConverterToUCallback *old,
                         const void **old_context, UErrorCode *error)
{
    (void)converter, (void)action, (void)context, (void)old;
    (void)old_context;
    *error = U_UNSUPPORTED_ERROR;
}

void ucnv_setFromUCallBack(UConverter *converter,
                           UConverterFromUCallback action,
                           const void *context, UConverterFromUCallback *old,
                           const void **old_context, UErrorCode *error)
{
    (void)converter, (void)action, (void)context, (void)old;
    (void)old_context;
    *error = U_UNSUPPORTED_ERROR;
}

void UCNV_TO_U_CALLBACK_STOP(const void *context,
                             UConverterToUnicodeArgs *arguments,
                             const char *code_units, int32_t length,
                             UConverterCallbackReason reason,
                             UErrorCode *error)
{
    (void)context, (void)arguments, (void)code_units, (void)length;
    (void)reason, (void)error;
}

void UCNV_FROM_U_CALLBACK_STOP(const void *context,
                               UConverterFromUnicodeArgs *arguments,
                               const UChar *code_units, int32_t length,
                               UChar32 code_point,
                               UConverterCallbackReason reason,
                               UErrorCode *error)
{
    (void)context, (void)arguments, (void)code_units, (void)length;
    (void)code_point, (void)reason, (void)error;
}
