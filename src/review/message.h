/* message - what a verdict says, filled with what was seen. */
#ifndef SKOLLINT_REVIEW_MESSAGE_H
#define SKOLLINT_REVIEW_MESSAGE_H

#include "review/parts.h"

/* Fill a text of a rule for a part, or for the whole when parts is all. */
struct str message_fill(const struct judge *judge, struct str text,
                        const struct result *result,
                        const struct judged_part *parts, size_t count);

/* "1, 2 och 3" out of the numbers of parts that are not met. */
struct str message_missing(const struct judge *judge,
                           const struct judged_part *parts, size_t count);

/* The place in words: "rad 45", "stycke 12", "sidan 3". */
struct str message_place(const struct judge *judge, struct span span);

/* A text of the frame with up to one value, named "value". */
struct str message_frame(const struct judge *judge, const char *key,
                         struct str value);

/*
 * The message with the area that it is about, where some of several areas
 * are judged otherwise and it quotes nothing, whose place would tell.
 */
struct str message_with_area(const struct judge *judge,
                             const struct result *result,
                             const struct parts *parts, struct str message);

#endif
