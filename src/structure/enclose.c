/* enclose - the words of an enclosure as passages of the outline. */
#include "structure/reading.h"

enum { TITLE_BLOCKS = 3 }; /* of an enclosure: what it is about */

bool passage_is_of(const struct passage *passage, int area)
{
    return passage->area == area || passage->area == ANY_AREA;
}

static const struct named *subject_of(const struct reading *reading,
                                      const struct area *area)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->subject_count; i++)
        if (str_equal(templates->subjects[i].id, area->subject))
            return &templates->subjects[i];
    return NULL;
}

static bool names_area(const struct reading *reading, const struct area *area,
                       size_t block)
{
    const struct named *subject = subject_of(reading, area);
    const struct line *line = &reading->lines[block];

    return subject &&
           (phrase_in(reading, subject->names, line->first, line->end) ||
            phrase_in(reading, subject->weak, line->first, line->end));
}

/* The area that the first words name, when they name but one. */
static int area_of(const struct reading *reading, size_t first)
{
    const struct outline *outline = reading->outline;
    int named = ANY_AREA;

    for (size_t i = 0; i < outline->area_count; i++)
        for (size_t block = first; block < first + TITLE_BLOCKS &&
                                   block < reading->line_count;
             block++) {
            if (!names_area(reading, &outline->areas[i], block))
                continue;
            if (named != ANY_AREA)
                return ANY_AREA;
            named = (int)i;
            break;
        }
    return outline->area_count ? named : NO_INDEX;
}

static void add_passage(struct outline *outline, size_t block, int area)
{
    const struct block *at = &outline->document->blocks[block];

    if (at->span.length == 0)
        return;
    outline->passages[outline->passage_count++] = (struct passage){
        .span = at->span,
        .block = block,
        .voice = at->kind == BLOCK_HEADING ? VOICE_HEADING : VOICE_OWN,
        .role = NO_INDEX,
        .measure = NO_INDEX,
        .goal_block = NO_INDEX,
        .goal = NO_INDEX,
        .area = area,
    };
}

void outline_enclose(struct outline *outline, const struct document *joined)
{
    size_t first = outline->document->block_count;
    struct passage *passages = arena_alloc(
        outline->arena,
        (outline->passage_count + joined->block_count - first + 1) *
            sizeof *passages);
    struct arena *scratch = arena_new();
    int area;

    for (size_t i = 0; i < outline->passage_count; i++)
        passages[i] = outline->passages[i];
    outline->passages = passages;
    outline->document = joined;
    outline->tokens = tokens_new(outline->arena, joined);
    area = area_of(reading_new(outline, scratch), first);
    arena_free(scratch);
    for (size_t i = first; i < joined->block_count; i++)
        add_passage(outline, i, area);
}
