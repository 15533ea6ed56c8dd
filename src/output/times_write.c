/* times_write - which rules took the time of a run. */
#include "output/times_write.h"

#include <stdio.h>
#include <stdlib.h>

struct rule_time {
    const struct criterion *criterion;
    unsigned long long nanoseconds;
};

/* Slowest first; as in the rule files when they are equal. */
static int by_time(const void *a, const void *b)
{
    const struct rule_time *one = a, *two = b;

    if (one->nanoseconds != two->nanoseconds)
        return one->nanoseconds < two->nanoseconds ? 1 : -1;
    return (one->criterion > two->criterion) -
           (one->criterion < two->criterion);
}

/* Fill one entry per criterion; returns the sum. */
static unsigned long long add_up(const struct review *review,
                                 struct rule_time *times)
{
    const struct ruleset *ruleset = review->ruleset;
    unsigned long long sum = 0;

    for (size_t i = 0; i < ruleset->criterion_count; i++)
        times[i] = (struct rule_time){&ruleset->criteria[i], 0};
    for (size_t i = 0; i < review->document_count; i++)
        for (size_t j = 0; j < review->documents[i].result_count; j++) {
            const struct result *result = &review->documents[i].results[j];

            times[result->criterion - ruleset->criteria].nanoseconds +=
                result->nanoseconds;
            sum += result->nanoseconds;
        }
    return sum;
}

static void write_line(struct buf *into, const struct review *review,
                       int language, const struct rule_time *time,
                       unsigned long long sum)
{
    char took[32], share[24];

    snprintf(took, sizeof took, "%8.2f", (double)time->nanoseconds / 1e6);
    snprintf(share, sizeof share, "%3.0f",
             100.0 * (double)time->nanoseconds / (double)sum);
    texts_say(into, review->ruleset->texts, language, "times-line",
              (struct text_value[]){
                  {"milliseconds", str_from(took)},
                  {"share", str_from(share)},
                  {"id", time->criterion->id},
                  {"title", saying_in(&time->criterion->title, language)}},
              4);
}

void times_write(struct buf *into, const struct review *review, int language)
{
    size_t count = review->ruleset->criterion_count;
    struct arena *arena = arena_new();
    struct rule_time *times = arena_alloc(arena, (count + 1) * sizeof *times);
    unsigned long long sum = add_up(review, times);
    char took[32];

    if (sum) {
        qsort(times, count, sizeof *times, by_time);
        snprintf(took, sizeof took, "%.1f", (double)sum / 1e6);
        texts_say(into, review->ruleset->texts, language, "times-title",
                  (struct text_value[]){{"milliseconds", str_from(took)}}, 1);
        for (size_t i = 0; i < count && i < TIMES_SHOWN; i++)
            write_line(into, review, language, &times[i], sum);
    }
    arena_free(arena);
}
