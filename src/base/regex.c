/* regex - patterns for what is made of characters. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include "base/regex.h"

#include "base/arena.h"
#include "base/limits.h"

#include <pcre2.h>
#include <stdlib.h>

enum { DEPTH_LIMIT = 2000, HEAP_LIMIT_KIB = 4096 };

struct regex {
    pcre2_code *code;
    pcre2_match_context *limits;
};

struct regex *regex_new(struct str pattern, bool ignore_case, size_t *offset,
                        char message[256])
{
    uint32_t options = PCRE2_UTF | PCRE2_UCP;
    struct regex *regex;
    pcre2_code *code;
    int error;

    if (ignore_case)
        options |= PCRE2_CASELESS;
    code = pcre2_compile((PCRE2_SPTR)pattern.at, pattern.length, options,
                         &error, offset, NULL);
    if (code == NULL) {
        pcre2_get_error_message(error, (PCRE2_UCHAR *)message, 256);
        return NULL;
    }
    regex = memory_alloc(sizeof *regex);
    regex->code = code;
    regex->limits = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(regex->limits, LIMIT_PATTERN_STEPS);
    pcre2_set_depth_limit(regex->limits, DEPTH_LIMIT);
    pcre2_set_heap_limit(regex->limits, HEAP_LIMIT_KIB);
    return regex;
}

void regex_free(struct regex *regex)
{
    if (regex == NULL)
        return;
    pcre2_match_context_free(regex->limits);
    pcre2_code_free(regex->code);
    free(regex);
}

bool regex_has_anchor(const struct regex *regex)
{
    uint32_t first = 0, last = 0;

    pcre2_pattern_info(regex->code, PCRE2_INFO_FIRSTCODETYPE, &first);
    pcre2_pattern_info(regex->code, PCRE2_INFO_LASTCODETYPE, &last);
    return first != 0 || last != 0;
}

void regex_use_jit(struct regex *regex)
{
#ifdef REGEX_WITHOUT_JIT /* for valgrind, which cannot follow such code */
    (void)regex;
#else
    pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE);
#endif
}

static void copy_groups(pcre2_match_data *match, int found,
                        struct span groups[REGEX_GROUPS])
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(match);

    for (int i = 0; i < REGEX_GROUPS; i++) {
        if (i < found && ends[2 * i] != PCRE2_UNSET)
            groups[i] = (struct span){
                (uint32_t)ends[2 * i],
                (uint32_t)(ends[2 * i + 1] - ends[2 * i])};
        else
            groups[i] = (struct span){UINT32_MAX, 0};
    }
}

enum regex_result regex_find(const struct regex *regex, struct str text,
                             size_t from, struct span groups[REGEX_GROUPS])
{
    pcre2_match_data *match = pcre2_match_data_create(REGEX_GROUPS, NULL);
    int found = pcre2_match(regex->code, (PCRE2_SPTR)text.at, text.length,
                            from, PCRE2_NO_UTF_CHECK, match, regex->limits);

    if (found > 0)
        copy_groups(match, found, groups);
    pcre2_match_data_free(match);
    if (found > 0)
        return REGEX_YES;
    return found == PCRE2_ERROR_NOMATCH ? REGEX_NO : REGEX_LIMIT;
}
