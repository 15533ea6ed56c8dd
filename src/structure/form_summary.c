/* form_summary - which prompt a stretch of the summary answers. */
#include "structure/form_parts.h"

static bool is_prompt(const struct form *form, const struct draft *draft)
{
    return form_part(form, draft->role) == ROW_SUMMARY &&
           !form->reading->templates->roles[draft->role].head;
}

/*
 * The role whose topic a line is about: a heading that names it, or a
 * paragraph that does so in its first sentence.
 */
static bool leads(const struct reading *reading, const struct line *line)
{
    return line->heading ||
           reading->paint[line->body].voice == VOICE_TEMPLATE;
}

static int topic_of(const struct form *form, const struct line *line)
{
    const struct reading *reading = form->reading;
    const struct templates *templates = reading->templates;
    size_t end = leads(reading, line)
                     ? line->end
                     : sentence_end(reading, line->body, line->end);

    for (size_t i = 0; i < templates->role_count; i++)
        if (templates->roles[i].topics >= 0 &&
            phrase_in(reading, templates->roles[i].topics, line->body, end))
            return (int)i;
    return NO_INDEX;
}

/* The draft for a role in the same summary, or NULL. */
static struct draft *draft_of(struct form *form, size_t first, size_t end,
                              int role)
{
    for (size_t i = first; i < end; i++)
        if (form->drafts.items[i].role == role)
            return &form->drafts.items[i];
    return NULL;
}

/*
 * Give each stretch of the last prompt's text to the prompt it is about. A
 * prompt gets one stretch: from its first line to where another begins.
 */
static void share(struct form *form, size_t first, size_t end)
{
    const struct reading *reading = form->reading;
    struct draft *last = &form->drafts.items[end - 1];
    size_t stop = last->end;
    struct draft *now = last;
    size_t block;

    if (last->first >= stop)
        return;
    block = reading->tokens->items[last->first].block;
    for (; block < reading->line_count && reading->lines[block].first < stop;
         block++) {
        const struct line *line = &reading->lines[block];
        int role = topic_of(form, line);
        struct draft *to =
            role == NO_INDEX ? NULL : draft_of(form, first, end, role);

        /* Within an answer only a heading leads to another prompt. */
        if (to == NULL || to == now ||
            (now != last && !leads(reading, line)) ||
            (to != last && words_in(reading, to->first, to->end)))
            continue;
        now->end = now == last ? last->first : line->first;
        now = to;
        now->first = line->first;
        now->end = stop;
        if (now == last)
            return;
    }
}

/*
 * Prompts that stand together, with as many paragraphs or more after the
 * last, are answered in their order; the last takes what is left.
 */
static void share_in_order(struct form *form, size_t first, size_t end,
                           size_t start, size_t stop)
{
    const struct reading *reading = form->reading;
    struct draft *drafts = form->drafts.items;
    size_t block = reading->tokens->items[start].block, blocks = 0;

    for (size_t i = block;
         i < reading->line_count && reading->lines[i].first < stop; i++)
        blocks += reading->lines[i].words > 0;
    if (blocks < end - first)
        return;
    for (size_t i = first; i < end; block++) {
        if (reading->lines[block].words == 0)
            continue;
        drafts[i].first = reading->lines[block].first;
        drafts[i].end = i + 1 == end ? stop : reading->lines[block].end;
        i++;
    }
}

static size_t count_unanswered(const struct form *form, size_t first,
                               size_t end)
{
    size_t unanswered = 0;

    for (size_t i = first; i < end; i++)
        unanswered += words_in(form->reading, form->drafts.items[i].first,
                               form->drafts.items[i].end) == 0;
    return unanswered;
}

/* By what each paragraph is about; where that does not tell, by order. */
static void share_together(struct form *form, size_t first, size_t end)
{
    size_t start = form->drafts.items[end - 1].first;
    size_t stop = form->drafts.items[end - 1].end;
    bool all_before = count_unanswered(form, first, end) == end - first - 1;

    share(form, first, end);
    if (all_before && start < stop && count_unanswered(form, first, end))
        share_in_order(form, first, end, start, stop);
}

void form_share_summary(struct form *form)
{
    const struct reading *reading = form->reading;

    for (size_t i = 0; i < form->drafts.count; i++) {
        size_t end = i;
        bool together = false;

        while (end < form->drafts.count &&
               is_prompt(form, &form->drafts.items[end]))
            end++;
        for (size_t j = i; j + 1 < end; j++)
            together |= words_in(reading, form->drafts.items[j].first,
                                 form->drafts.items[j].end) == 0;
        if (end > i + 1 && together)
            share_together(form, i, end);
        if (end > i)
            i = end - 1;
    }
}
