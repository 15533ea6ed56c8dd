/*
 * law_write - citations as JSON and as lines for people.
 */
#ifndef SKOLLINT_OUTPUT_LAW_WRITE_H
#define SKOLLINT_OUTPUT_LAW_WRITE_H

#include "base/json.h"
#include "base/texts.h"
#include "law/citation.h"
#include "law/register.h"

/* The day that citations are judged on, and the language of notes. */
struct law_view {
    const struct texts *texts;
    int language;
    struct date on;
    bool assumed; /* the document does not say its date */
};

/* The key `provisions` of a citation. */
void law_put_provisions(struct json *in, const struct law_view *view,
                        const struct provision *provisions, size_t count);

/* What should be known of a provision on the day, one sentence; or none. */
void law_add_note(struct buf *into, const struct law_view *view,
                  const struct provision *provision);

/* The same, of what was judged already. */
void law_add_judged(struct buf *into, const struct law_view *view,
                    const struct judgement *judgement);

#endif
