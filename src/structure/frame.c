/* frame - sentences with a gap still to be filled in. */
#include "structure/prompt.h"

enum { GAP_WORDS = 6 /* at most, between the brackets of a gap */ };

static bool ends_sentence(const struct reading *reading, size_t token)
{
    char mark = token_mark(reading, token);

    return (mark == '.' || mark == '!' || mark == '?') &&
           reading->tokens->items[token + 1].flags & TOKEN_AFTER_SPACE;
}

/* "[värde]", or a "…" that stands for words: still to be filled in. */
static bool is_gap(const struct reading *reading, const struct line *line,
                   size_t at)
{
    size_t words = 0, end = at + 1;

    if (reading->tokens->items[at].kind != TOKEN_MARK)
        return false;
    if (str_equal(token_str(reading, at), STR("…")))
        return at > line->body &&
               reading->tokens->items[at].flags & TOKEN_AFTER_SPACE;
    if (token_mark(reading, at) != '[')
        return false;
    for (; end < line->end && token_mark(reading, end) != ']'; end++)
        words += reading->tokens->items[end].kind == TOKEN_WORD;
    return end < line->end && words > 0 && words <= GAP_WORDS &&
           (reading->paint[at].voice == VOICE_OWN ||
            reading->paint[at].voice == VOICE_PLACEHOLDER);
}

static void paint_frames(struct reading *reading, const struct line *line)
{
    for (size_t i = line->first; i < line->end; i++) {
        size_t first = i, end = i + 1;

        if (!is_gap(reading, line, i))
            continue;
        while (first > line->body && !ends_sentence(reading, first - 1))
            first--;
        while (end < line->end && !ends_sentence(reading, end - 1))
            end++;
        for (; first < end; first++)
            if (reading->paint[first].voice == VOICE_OWN)
                paint_voice(reading, first, first + 1, VOICE_PLACEHOLDER);
        i = end - 1;
    }
}

bool frame_at(const struct reading *reading, const struct line *line)
{
    for (size_t i = line->first; i < line->end && !reading->ocr; i++)
        if (is_gap(reading, line, i))
            return true;
    return false;
}

void frames_paint(struct reading *reading)
{
    for (size_t i = 0; i < reading->line_count && !reading->ocr; i++)
        paint_frames(reading, &reading->lines[i]);
}
