/* replies - what was answered to our own comments in a Word file. */
#include "review/replies.h"

#include "review/message.h"
#include "review/verdict.h"

/* Our comments end with the codes of the criteria they are about. */
static const struct comment *answered_comment(const struct document *document,
                                              struct str criterion)
{
    for (size_t i = 0; i < document->comment_count; i++) {
        const struct comment *comment = &document->comments[i];

        if (comment_is_settled(comment) &&
            str_find(comment->text, criterion, 0) != SIZE_MAX)
            return comment;
    }
    return NULL;
}

static bool may_be_answered(const struct result *result)
{
    if (result->criterion->if_found && result->severity == SEVERITY_MUST)
        return false;
    return verdict_is_gap(result->verdict) &&
           result->verdict != VERDICT_ERROR;
}

void replies_take(const struct judge *judge, struct result *result)
{
    const struct comment *comment;

    if (!may_be_answered(result))
        return;
    comment =
        answered_comment(judge->outline->document, result->criterion->id);
    if (comment == NULL)
        return;
    result->disposition = DISPOSITION_WAIVED;
    result->reason =
        comment->reply.length
            ? message_frame(judge, "comment-answered", comment->reply)
            : message_frame(judge, "comment-resolved", STR(""));
}
