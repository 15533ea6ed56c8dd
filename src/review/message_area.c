/* message_area - which of several areas a message is about. */
#include "review/message.h"

#include "base/buf.h"

/* The first part of that verdict; NULL when all have it, or none is judged. */
static const struct judged_part *first_of(enum verdict verdict,
                                          const struct parts *parts)
{
    const struct judged_part *first = NULL;
    bool others = false;

    for (size_t i = 0; i < parts->count; i++) {
        const struct judged_part *part = &parts->items[i];

        if (part->verdict == verdict && first == NULL)
            first = part;
        others |= part->verdict != verdict &&
                  part->verdict != VERDICT_NOT_APPLICABLE;
    }
    return others ? first : NULL;
}

/* A quote has a place already, and may be the area's name. */
static bool is_quoting(struct str message)
{
    return str_find(message, STR("”"), 0) < message.length;
}

struct str message_with_area(const struct judge *judge,
                             const struct result *result,
                             const struct parts *parts, struct str message)
{
    const struct judged_part *part = first_of(result->verdict, parts);
    struct buf text = {0};
    struct str with;

    if (!parts_are_areas(judge, result->criterion) ||
        !verdict_is_gap(result->verdict) || part == NULL ||
        part->subject.length == 0 || !str_ends(message, STR(".")) ||
        is_quoting(message))
        return message;
    message.length--;
    buf_add(&text, message);
    buf_add(&text, message_frame(judge, "part-in-area", part->subject));
    buf_add_byte(&text, '.');
    with = arena_str(judge->arena, buf_str(&text));
    buf_free(&text);
    return with;
}
