/* place - which bytes of a main part the marks of comments go to. */
#include "ooxml/place.h"

#include <stdlib.h>

struct marking {
    const struct anchors *anchors;
    struct marks *marks;
};

/* The last chunk that begins before the offset, or at it when asked. */
static const struct chunk *last_before(const struct anchors *anchors,
                                       uint64_t offset, bool at_it)
{
    size_t low = 0, high = anchors->chunk_count;

    while (low < high) {
        size_t middle = (low + high) / 2;
        uint64_t start = anchors->chunks[middle].offset;

        if (start < offset || (at_it && start == offset))
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &anchors->chunks[low - 1] : NULL;
}

static const struct chunk *chunk_at(const struct anchors *anchors,
                                    uint64_t offset)
{
    const struct chunk *chunk = last_before(anchors, offset, true);

    return chunk && offset < chunk->offset + chunk->length ? chunk : NULL;
}

static const struct chunk *chunk_ending(const struct anchors *anchors,
                                        uint64_t offset)
{
    const struct chunk *chunk = last_before(anchors, offset, false);

    return chunk && offset <= chunk->offset + chunk->length ? chunk : NULL;
}

static void place(struct marking *marking, struct mark mark)
{
    marking->marks->items[marking->marks->count++] = mark;
}

/* Whether marks may stand around a chunk. */
static bool can_hold(const struct marking *marking, const struct chunk *chunk)
{
    const struct text_seen *text;

    if (chunk == NULL)
        return false;
    text = &marking->anchors->texts[chunk->text];
    return marking->anchors->runs[text->run].holds && text->text_end != 0;
}

static const struct control_seen *control_of(const struct marking *marking,
                                             const struct text_seen *text)
{
    size_t control = marking->anchors->runs[text->run].control;

    return control ? &marking->anchors->controls[control - 1] : NULL;
}

static void place_start(struct marking *marking, const struct chunk *chunk,
                        uint64_t at, struct mark mark)
{
    const struct text_seen *text = &marking->anchors->texts[chunk->text];
    const struct control_seen *control = control_of(marking, text);

    mark.begins = true;
    mark.text = text;
    mark.at = at;
    mark.where = IN_TEXT;
    if (control) {
        mark.where = BEFORE_RUN;
        mark.at = control->start;
    } else if (at == text->tag_end) {
        mark.where = text->first ? BEFORE_RUN : BEFORE_TEXT;
        mark.at = text->first ? marking->anchors->runs[text->run].start
                              : text->start;
    }
    place(marking, mark);
}

static void place_end(struct marking *marking, const struct chunk *chunk,
                      uint64_t at, struct mark mark)
{
    const struct text_seen *text = &marking->anchors->texts[chunk->text];
    const struct run_seen *run = &marking->anchors->runs[text->run];
    const struct control_seen *control = control_of(marking, text);

    mark.text = text;
    mark.at = at;
    mark.where = IN_TEXT;
    if (control) {
        mark.where = AFTER_RUN;
        mark.at = control->end;
    } else if (at == text->text_end) {
        bool last = run->content_end == text->end;

        mark.where = last ? AFTER_RUN : AFTER_TEXT;
        mark.at = last ? run->end : text->end;
    }
    place(marking, mark);
}

/* The nearest text before, such as a box's label; else the first text. */
static const struct chunk *nearest(const struct marking *marking,
                                   const struct chunk *from)
{
    const struct anchors *anchors = marking->anchors;

    for (; from && from >= anchors->chunks; from--)
        if (can_hold(marking, from))
            return from;
    for (size_t i = 0; i < anchors->chunk_count; i++)
        if (can_hold(marking, &anchors->chunks[i]))
            return &anchors->chunks[i];
    return NULL;
}

static size_t paragraph_of(const struct marking *marking,
                           const struct chunk *chunk)
{
    size_t run = marking->anchors->texts[chunk->text].run;

    return marking->anchors->runs[run].paragraph;
}

/*
 * The last text, or the first, of the paragraph that can hold a comment. All
 * of it, as what is one text now may be several when this is done again.
 */
static const struct chunk *farthest(const struct marking *marking,
                                    const struct chunk *from, bool forward)
{
    const struct anchors *anchors = marking->anchors;
    const struct chunk *end = forward
                                  ? anchors->chunks + anchors->chunk_count - 1
                                  : anchors->chunks;
    const struct chunk *found = from;

    for (const struct chunk *at = from; at != end;) {
        at += forward ? 1 : -1;
        if (paragraph_of(marking, at) != paragraph_of(marking, from))
            break;
        if (can_hold(marking, at))
            found = at;
    }
    return found;
}

static bool place_comment(struct marking *marking,
                          const struct placing *placing, size_t order)
{
    const struct chunk *from = chunk_at(marking->anchors, placing->start);
    const struct chunk *to = chunk_ending(marking->anchors, placing->end);
    uint64_t start = placing->start, end = placing->end;
    struct mark mark = {.id = placing->id, .order = order};

    if (!can_hold(marking, from) || !can_hold(marking, to) || start >= end ||
        paragraph_of(marking, from) != paragraph_of(marking, to)) {
        from = nearest(marking,
                       last_before(marking->anchors, placing->start, true));
        if (from == NULL)
            return false;
        to = farthest(marking, from, true);
        from = farthest(marking, from, false);
        start = from->offset;
        end = to->offset + to->length;
    }
    place_start(marking, from, start, mark);
    place_end(marking, to, end, mark);
    return true;
}

static void place_cuts(struct marking *marking)
{
    for (size_t i = 0; i < marking->anchors->cut_count; i++) {
        const struct cut *cut = &marking->anchors->cuts[i];

        place(marking, (struct mark){.at = cut->start,
                                     .where = TAKE_AWAY,
                                     .drop_until = cut->end});
    }
}

static int by_place(const void *a, const void *b)
{
    const struct mark *one = a, *two = b;

    if (one->at != two->at)
        return one->at < two->at ? -1 : 1;
    if (one->where != two->where)
        return one->where < two->where ? -1 : 1;
    if (one->begins != two->begins)
        return one->begins ? 1 : -1;
    return (one->order > two->order) - (one->order < two->order);
}

bool place_marks(struct marks *marks, const struct anchors *anchors,
                 const struct placing *placings, size_t count)
{
    struct marking marking = {anchors, marks};

    marks->count = 0;
    marks->items =
        arena_alloc(anchors->arena, (count * 2 + anchors->cut_count + 1) *
                                        sizeof *marks->items);
    for (size_t i = 0; i < count; i++)
        if (!place_comment(&marking, &placings[i], i))
            return false;
    place_cuts(&marking);
    qsort(marks->items, marks->count, sizeof *marks->items, by_place);
    return true;
}
