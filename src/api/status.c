/* api - the exit status, by the contract. */
#include "api/api.h"

#include <string.h>

enum { NOTHING = 0, FOUND = 1, NOT_DONE = 2, NOT_READ = 3 };

struct threshold {
    int severity; /* at or above this; -1 for none */
    bool cannot_tell;
};

static bool read_threshold(const char *fail_on, struct threshold *threshold)
{
    struct str rest = str_from(fail_on), word;

    *threshold = (struct threshold){.severity = -1};
    for (bool first = true; str_cut(&rest, ',', &word); first = false) {
        bool known = false;

        if (str_equal(word, STR("cannot_tell")) && !first)
            known = threshold->cannot_tell = true;
        else if (str_equal(word, STR("never")) && first)
            known = true;
        for (int i = 0; first && i < SEVERITIES; i++)
            if (str_equal(word, str_from(severity_name((enum severity)i)))) {
                threshold->severity = i;
                known = true;
            }
        if (!known)
            return false;
    }
    return *fail_on != '\0';
}

static int status_of(const struct result *result,
                     const struct threshold *threshold)
{
    bool weighs = (int)result->severity <= threshold->severity;

    if (result->verdict == VERDICT_ERROR)
        return NOT_READ;
    if (result->disposition == DISPOSITION_WAIVED)
        return NOTHING;
    if (weighs && result->verdict == VERDICT_NOT_MET &&
        result->confidence != CONFIDENCE_LOW)
        return FOUND;
    if (threshold->cannot_tell && weighs &&
        result->verdict == VERDICT_CANNOT_TELL)
        return FOUND;
    return NOTHING;
}

static int status_of_document(const struct reviewed *reviewed,
                              const struct threshold *threshold)
{
    int status = NOTHING;

    if (threshold->cannot_tell && !reviewed->beside &&
        str_equal(reviewed->outline->kind, STR("unknown")))
        status = FOUND;
    for (size_t i = 0; i < reviewed->result_count; i++) {
        int its = status_of(&reviewed->results[i], threshold);

        if (its > status)
            status = its;
    }
    return status;
}

static bool judged_any(const struct review *review)
{
    for (size_t i = 0; i < review->document_count; i++)
        if (review->documents[i].result_count)
            return true;
    return false;
}

/* A point that is not answered, or figures that go apart: as a must. */
static bool has_open_point(const struct dossiers *dossiers)
{
    for (size_t i = 0; i < dossiers->comparison_count; i++)
        if (comparison_count(dossiers->comparisons[i], VERDICT_NOT_MET))
            return true;
    for (size_t i = 0; i < dossiers->count; i++)
        for (size_t j = 0; j < dossiers->items[i].cross_count; j++)
            if (dossiers->items[i].cross[j].kind == CROSS_CONTRADICTS)
                return true;
    return false;
}

int api_status(const struct review *review, const struct dossiers *dossiers,
               const char *fail_on)
{
    struct threshold threshold;
    int status = judged_any(review) ? NOTHING : NOT_DONE;

    if (!read_threshold(fail_on, &threshold))
        return -1;
    for (size_t i = 0; i < review->document_count; i++) {
        int its = status_of_document(&review->documents[i], &threshold);

        if (its > status)
            status = its;
    }
    if (status < FOUND && dossiers &&
        threshold.severity >= (int)SEVERITY_MUST && has_open_point(dossiers))
        status = FOUND;
    for (size_t i = 0; i < review->skipped_count; i++)
        if (review->skipped[i].named && status < NOT_READ)
            status = NOT_READ;
    return status;
}
