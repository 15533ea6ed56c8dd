/*
 * readings - the values a document gives for each measure, with their times.
 */
#ifndef SKOLLINT_CHECK_READINGS_H
#define SKOLLINT_CHECK_READINGS_H

#include "check/names.h"
#include "check/selection.h"

enum { READING_PARTS = 8 };

/* What a sentence, or a number cell with its column's head, states. */
struct value_reading {
    size_t sentence;
    unsigned families;
    struct str values[READING_PARTS]; /* different numbers, as written */
    size_t value_count;
    struct str times[READING_PARTS]; /* different times, as written */
    size_t time_count;
};

struct reading_settings {
    struct selection selection;
    struct name_list families; /* lexicons: one per measure */
    struct name_list times;    /* lexicons of times */
    int since; /* lexicon of a time that sets another beside it, or -1 */
    int labels; /* lexicon of names whose numbers are no values, or -1 */
    int values;                /* lexicon of values, or -1: any number */
    struct predicate *where;   /* only such sentences count, or NULL */
};

#define READING_KEYS                                                         \
    SELECTION_KEYS, "families", "times", "since", "values", "labels", "where"

void reading_settings_read(const struct check_reader *reader,
                           const struct node *node,
                           struct reading_settings *settings);

/* Fill the reading of a sentence; false when it states no value. */
bool reading_of(const struct reading_settings *settings,
                const struct facts *facts, size_t sentence,
                struct value_reading *reading);

/* The next selected sentence with a value, from *index on. */
bool reading_next(const struct reading_settings *settings,
                  const struct scope *scope, size_t *index,
                  struct value_reading *reading);

/* Whether one of the second list is not in the first. */
bool texts_differ(const struct str *some, size_t count,
                  const struct str *others, size_t other_count);

#endif
