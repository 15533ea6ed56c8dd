/*
 * law_forms - what the tests of citations share: provisions as short texts.
 */
#ifndef SKOLLINT_TESTS_LAW_FORMS_H
#define SKOLLINT_TESTS_LAW_FORMS_H

#include "law/citation.h"
#include "law/register.h"

/* "4:3;4:5/st2/p1": the provisions of all citations of one text. */
static inline void add_provision(struct buf *into, const struct provision *p)
{
    if (into->length > 0)
        buf_add_byte(into, ';');
    if (p->chapter.value != 0) {
        law_number_print(into, p->chapter);
        buf_add_byte(into, ':');
    }
    law_number_print(into, p->clause);
    if (p->clause.value == 0)
        buf_add_byte(into, '*');
    if (p->subclause != 0)
        buf_format(into, "/st%u", (unsigned)p->subclause);
    if (p->item != 0)
        buf_format(into, "/p%u", (unsigned)p->item);
}

static inline void add_all(struct buf *into, const struct citation *items,
                           size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < items[i].provision_count; j++)
            add_provision(into, &items[i].provisions[j]);
}

#endif
