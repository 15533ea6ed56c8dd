/* names - lists of lexicons that a check compares sentences by. */
#ifndef SKOLLINT_CHECK_NAMES_H
#define SKOLLINT_CHECK_NAMES_H

#include "check/check.h"

enum { NAME_LIST_MOST = 16 };

/* Lexicons in the order of the rule file; at most NAME_LIST_MOST. */
struct name_list {
    int items[NAME_LIST_MOST];
    size_t count;
};

/* Read a list of lexicons; a needed list that is missing is reported. */
struct name_list name_list_read(const struct check_reader *reader,
                                const struct node *node, const char *key,
                                bool needed);

/* One lexicon, or -1 when the key is not there. */
int lexicon_read_key(const struct check_reader *reader,
                     const struct node *node, const char *key);

/* A bit per name of the list that the sentence has. */
unsigned name_list_in(const struct name_list *list,
                      const struct sentence *sentence);

/* A condition that must be there; reported when it is not. */
struct predicate *predicate_need(const struct check_reader *reader,
                                 const struct node *node, const char *key);

#endif
