/* demand - what of a reply is quoted from the authority. */
#include "structure/reply.h"

enum { LONG_QUOTE = 5 }; /* words */

static void demand(struct reading *reading, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (reading->paint[i].voice == VOICE_OWN)
            reading->paint[i].voice = VOICE_DEMAND;
}

static bool opens_quote(const struct reading *reading, size_t token)
{
    struct str text = token_str(reading, token);

    return str_equal(text, STR("\"")) || str_equal(text, STR("”")) ||
           str_equal(text, STR("“")) || str_equal(text, STR("»")) ||
           str_equal(text, STR("«")) || str_equal(text, STR("„"));
}

/* What a sentence that names the decision quotes from it. */
static void find_quotes(struct reading *reading, size_t first, size_t end)
{
    size_t open = end;

    if (!cue_in(reading, CUE_DEMAND_LEAD, first, end))
        return;
    for (size_t i = first; i < end; i++) {
        if (!opens_quote(reading, i))
            continue;
        if (open == end) {
            open = i;
            continue;
        }
        if (words_in(reading, open, i) >= LONG_QUOTE)
            demand(reading, open, i + 1);
        open = end;
    }
}

/* Returns whether the last sentence is the authority's and still open. */
static bool find_sentences(struct reading *reading, const struct line *line)
{
    size_t at = line->body;
    bool open = false;

    while (at < line->end) {
        size_t stop = sentence_end(reading, at, line->end);
        size_t word = at;

        while (word < stop && !is_word(reading->tokens, word))
            word++;
        open = cue_at(reading, CUE_DEMAND_SENTENCE, word, stop) != NULL;
        if (open)
            demand(reading, at, stop);
        else
            find_quotes(reading, at, stop);
        at = stop;
    }
    return open && is_word(reading->tokens, line->end - 1);
}

/* A line that ends in a colon and names the decision leads to its words. */
static bool leads_to_demand(const struct reading *reading,
                            const struct line *line)
{
    size_t last = line->end;

    if (line->words == 0 || token_mark(reading, last - 1) != ':')
        return false;
    while (last > line->body + 1 &&
           !(reading->tokens->items[last - 2].flags & TOKEN_ENDS_SENTENCE))
        last--;
    return cue_in(reading, CUE_DEMAND_LEAD, last - 1, line->end);
}

/*
 * The paragraph after the lead, or the whole list; after a sentence that a
 * list goes on with, a list only. Returns the last block of it.
 */
static size_t demand_after(struct reading *reading, size_t block, bool only)
{
    size_t i = block + 1;
    bool list;

    while (i < reading->line_count && reading->lines[i].words == 0)
        i++;
    if (i == reading->line_count || reading->lines[i].heading)
        return block;
    list = reading->lines[i].enumerated;
    if (only && !list)
        return block;
    do {
        demand(reading, reading->lines[i].first, reading->lines[i].end);
        i++;
    } while (list && i < reading->line_count && reading->lines[i].enumerated &&
             reading->lines[i].heading == 0);
    return i - 1;
}

/* "Vårt svar:" ends what is quoted under a heading. */
static bool is_lead_line(const struct reading *reading,
                         const struct line *line)
{
    enum { SHORT = 5 };

    return line->words <= SHORT && token_mark(reading, line->end - 1) == ':';
}

void demands_find(struct reading *reading)
{
    bool under = false;

    for (size_t i = reading->front_end; i < reading->line_count; i++) {
        const struct line *line = &reading->lines[i];
        bool open = false;

        if (line->words == 0)
            continue;
        if (line->heading) {
            under = cue_at(reading, CUE_DEMAND_HEADING, line->body,
                           line->end) != NULL;
            continue;
        }
        under = under && !is_lead_line(reading, line);
        if (under)
            demand(reading, line->first, line->end);
        else
            open = find_sentences(reading, line);
        if (open || leads_to_demand(reading, line))
            i = demand_after(reading, i, open);
    }
}
