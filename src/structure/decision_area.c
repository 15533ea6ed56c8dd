/* decision_area - what a decision says of one area. */
#include "structure/decision_area.h"

#include "structure/decision.h"

struct scan {
    struct reading *reading;
    struct area *area;
    int index;
    size_t point_capacity;
};

static size_t first_token(const struct reading *reading, size_t block)
{
    return reading->tokens->block_first[block];
}

/* The text after "Författningsstöd", in its line or the lines below. */
static void find_law(struct scan *scan, const struct part_of_area *part)
{
    const struct reading *reading = scan->reading;
    size_t first = 0, end = 0;

    for (size_t i = part->block + 1; i < part->end_block && end == 0; i++) {
        const struct line *line = &reading->lines[i];
        const struct hit *lead =
            cue_at(reading, CUE_LAW_LEAD, line->body, line->end);

        if (lead && words_in(reading, lead->end, line->end)) {
            first = lead->end;
            while (first < line->end && !is_word(reading->tokens, first))
                first++;
            end = line->end;
        } else if (is_law_text(reading, line)) {
            first = line->first;
            end = line->end;
            while (i + 1 < part->end_block &&
                   is_law_text(reading, &reading->lines[i + 1]))
                end = reading->lines[++i].end;
        }
    }
    if (end && scan->area->law.length == 0)
        scan->area->law = token_span(reading->tokens, first, end);
}

/* A sentence that explains the scale gives no rating. */
static bool explains_scale(const struct reading *reading, size_t first,
                           size_t end)
{
    int kinds = (cue_in(reading, CUE_RATING_HIGH, first, end) != NULL) +
                (cue_in(reading, CUE_RATING_PARTIAL, first, end) != NULL) +
                (cue_in(reading, CUE_RATING_LOW, first, end) != NULL);

    return kinds > 1 || cue_in(reading, CUE_SCALE, first, end);
}

static bool rate(struct scan *scan, enum cue cue, const char *name,
                 size_t first, size_t end)
{
    const struct hit *hit = cue_in(scan->reading, cue, first, end);

    if (hit == NULL)
        return false;
    scan->area->rating = name;
    scan->area->rating_span = hit_span(scan->reading->tokens, hit);
    return true;
}

static void find_rating(struct scan *scan, size_t first, size_t end)
{
    const struct reading *reading = scan->reading;

    while (first < end && scan->area->rating == NULL) {
        size_t stop = sentence_end(reading, first, end);

        if (cue_in(reading, CUE_RATING_SUBJECT, first, stop) &&
            !explains_scale(reading, first, stop) &&
            !rate(scan, CUE_RATING_HIGH, "high", first, stop) &&
            !rate(scan, CUE_RATING_PARTIAL, "partial", first, stop))
            rate(scan, CUE_RATING_LOW, "low", first, stop);
        first = stop;
    }
}

static void add_point(struct scan *scan, size_t first, size_t end)
{
    struct area *area = scan->area;
    const struct line *line =
        &scan->reading->lines[scan->reading->tokens->items[first].block];

    area->development_points =
        arena_grow(scan->reading->arena, area->development_points,
                   area->development_point_count, &scan->point_capacity,
                   sizeof *area->development_points);
    area->development_points[area->development_point_count++] =
        token_span(scan->reading->tokens, first, end);
    paint_voice(scan->reading, first == line->body ? line->first : first, end,
                VOICE_DEMAND);
}

static bool is_point(const struct reading *reading, const struct line *line)
{
    return line->words > 2 && line->heading == 0 &&
           (line->enumerated ||
            (cue_at(reading, CUE_POINT_START, line->body, line->end) &&
             !cue_in(reading, CUE_DEADLINE, line->body, line->end)));
}

/* The list after "Ett utvecklingsarbete behöver inledas inom …". */
static void find_points(struct scan *scan, const struct part_of_area *part)
{
    const struct reading *reading = scan->reading;

    for (size_t i = part->block + 1; i < part->end_block; i++) {
        const struct line *line = &reading->lines[i];
        const struct hit *lead =
            cue_in(reading, CUE_POINTS_LEAD, line->first, line->end);
        size_t stop;

        if (lead == NULL)
            continue;
        stop = sentence_end(reading, lead->first, line->end);
        /* The lead and its only point in one paragraph. */
        if (stop < line->end &&
            cue_at(reading, CUE_POINT_START, stop, line->end))
            add_point(scan, stop, line->end);
        while (i + 1 < part->end_block &&
               (reading->lines[i + 1].words == 0 ||
                is_point(reading, &reading->lines[i + 1]))) {
            line = &reading->lines[++i];
            if (line->words)
                add_point(scan, line->body, line->end);
        }
    }
}

/* No list: sentences that say what the huvudman needs to do. */
static void find_said_points(struct scan *scan,
                             const struct part_of_area *part)
{
    const struct reading *reading = scan->reading;
    size_t at = first_token(reading, part->block + 1);
    size_t end = first_token(reading, part->end_block);

    while (at < end) {
        size_t stop = sentence_end(reading, at, end);

        if (reading->paint[at].voice == VOICE_AUTHORITY &&
            cue_at(reading, CUE_POINT_START, at, stop) &&
            !cue_in(reading, CUE_OUTCOME_MORE_NEEDED, at, stop) &&
            !cue_in(reading, CUE_DEADLINE, at, stop))
            add_point(scan, at, stop);
        at = stop;
    }
}

/* Whether the decision follows something up: an account has come in. */
static bool has_account(const struct reading *reading)
{
    size_t end = reading->tokens->count;

    return cue_in(reading, CUE_RECEIVED, 0, end) ||
           cue_in(reading, CUE_ACCOUNT_START, 0, end);
}

static bool starts_account(const struct reading *reading, size_t first,
                           size_t end)
{
    return cue_in(reading, CUE_ACCOUNT_START, first, end) ||
           (cue_in(reading, CUE_ACCOUNT_WEAK, first, end) &&
            has_account(reading));
}

static void set_account(struct scan *scan, size_t first, size_t end)
{
    struct reading *reading = scan->reading;

    scan->area->account = token_span(reading->tokens, first, end);
    for (size_t i = first; i < end; i++)
        if (reading->paint[i].voice == VOICE_AUTHORITY)
            reading->paint[i].voice = VOICE_RETOLD;
}

/* All that stands under a heading such as "Huvudmannens redovisning". */
static bool find_headed_account(struct scan *scan,
                                const struct part_of_area *part)
{
    const struct reading *reading = scan->reading;

    for (size_t i = part->block + 1; i < part->end_block; i++) {
        const struct line *line = &reading->lines[i];
        size_t stop = i + 1;

        if (line->heading == 0 || cue_at(reading, CUE_ACCOUNT_HEADING,
                                         line->body, line->end) == NULL)
            continue;
        while (stop < part->end_block && reading->lines[stop].heading == 0)
            stop++;
        if (first_token(reading, stop) > line->end)
            set_account(scan, line->end, first_token(reading, stop));
        return true;
    }
    return false;
}

/* From "Av huvudmannens redovisning framgår" to "Mot bakgrund av". */
static void find_account(struct scan *scan, size_t first, size_t end)
{
    const struct reading *reading = scan->reading;
    size_t start = 0, at = first, stop = 0;
    bool open = false;

    while (at < end) {
        size_t next = sentence_end(reading, at, end);
        bool starts = starts_account(reading, at, next);

        if (reading->paint[at].voice != VOICE_AUTHORITY ||
            (open && !starts && cue_in(reading, CUE_ACCOUNT_END, at, next))) {
            if (open)
                break;
        } else if (open || starts) {
            start = open ? start : at;
            open = true;
            stop = next;
        }
        at = next;
    }
    if (open)
        set_account(scan, start, stop);
}

struct outcome {
    enum cue cue;
    const char *name, *negated; /* NULL: says nothing */
};

static const struct outcome outcomes[] = {
    {CUE_OUTCOME_REMAINING, "remaining", "remaining"},
    {CUE_OUTCOME_MORE_NEEDED, "more_needed", "more_needed"},
    {CUE_OUTCOME_IN_LINE, "in_line", NULL},
    {CUE_OUTCOME_SUFFICIENT, "sufficient", "more_needed"},
    {CUE_OUTCOME_REMEDIED, "remedied", "remaining"},
};

/* The outcome that a sentence tells; the graver words first. */
static bool tell_outcome(struct scan *scan, size_t first, size_t end)
{
    const struct reading *reading = scan->reading;
    bool negated = cue_in(reading, CUE_OUTCOME_NEGATED, first, end) != NULL;

    for (size_t i = 0; i < sizeof outcomes / sizeof *outcomes; i++) {
        const struct hit *hit = cue_in(reading, outcomes[i].cue, first, end);
        const char *name = negated ? outcomes[i].negated : outcomes[i].name;

        if (hit == NULL || name == NULL)
            continue;
        scan->area->outcome = name;
        scan->area->outcome_span = hit_span(scan->reading->tokens, hit);
        return true;
    }
    return false;
}

/* The last sentence of the authority's that tells one. */
static void find_outcome(struct scan *scan, size_t first, size_t end)
{
    const struct reading *reading = scan->reading;

    while (first < end) {
        size_t stop = sentence_end(reading, first, end);

        if (reading->paint[first].voice == VOICE_AUTHORITY)
            tell_outcome(scan, first, stop);
        first = stop;
    }
}

static void find_intervention(struct scan *scan, size_t first, size_t end)
{
    static const struct {
        enum cue cue;
        const char *name;
    } kinds[] = {{CUE_FINE, "fine"},
                 {CUE_WAIVED, "waived"},
                 {CUE_INJUNCTION, "injunction"},
                 {CUE_REMARK, "remark"}};
    const struct reading *reading = scan->reading;

    for (size_t i = 0;
         i < sizeof kinds / sizeof *kinds && scan->area->intervention == NULL;
         i++) {
        const struct hit *hit = cue_in(reading, kinds[i].cue, first, end);

        if (hit && !cue_in(reading, CUE_INTERVENTION_NOT, first, end))
            scan->area->intervention = kinds[i].name;
    }
}

/* The rest of a table's row that begins with the area's name. */
static bool row_of(const struct reading *reading, const struct area *area,
                   size_t *first, size_t *end)
{
    size_t name_first, name_end;

    tokens_in(reading->tokens, area->name.span, &name_first, &name_end);
    for (size_t i = 0; i < reading->line_count; i++) {
        const struct block *block = &reading->document->blocks[i];
        size_t j = i + 1;

        if (block->kind != BLOCK_CELL || block->row == 0 ||
            !same_words(reading, reading->lines[i].first,
                        reading->lines[i].end, name_first, name_end))
            continue;
        while (j < reading->line_count &&
               reading->document->blocks[j].table == block->table &&
               reading->document->blocks[j].row == block->row)
            j++;
        *first = first_token(reading, i + 1);
        *end = first_token(reading, j);
        return true;
    }
    return false;
}

static void read_part(struct scan *scan, const struct part_of_area *part)
{
    struct reading *reading = scan->reading;
    size_t first = first_token(reading, part->block);
    size_t body = first_token(reading, part->block + 1);
    size_t end = first_token(reading, part->end_block);

    paint_area(reading, first, end, scan->index);
    find_law(scan, part);
    find_rating(scan, body, end);
    find_points(scan, part);
    if (scan->area->account.length == 0 && !find_headed_account(scan, part))
        find_account(scan, body, end);
}

/* The longest part is the area's own; others sum it up or list it. */
static void set_span(struct scan *scan, const struct part_of_area *part)
{
    const struct reading *reading = scan->reading;
    struct span span =
        token_span(reading->tokens, first_token(reading, part->block),
                   first_token(reading, part->end_block));

    if (span.length > scan->area->span.length)
        scan->area->span = span;
}

void decision_area_read(struct reading *reading, const struct parts *parts,
                        int area)
{
    struct scan scan = {.reading = reading,
                        .area = &reading->outline->areas[area],
                        .index = area};
    size_t first, end;

    for (size_t i = 0; i < parts->count; i++)
        if (parts->items[i].area == area) {
            read_part(&scan, &parts->items[i]);
            set_span(&scan, &parts->items[i]);
        }
    for (size_t i = 0;
         i < parts->count && scan.area->development_point_count == 0; i++)
        if (parts->items[i].area == area)
            find_said_points(&scan, &parts->items[i]);
    if (row_of(reading, scan.area, &first, &end)) {
        tell_outcome(&scan, first, end);
        find_intervention(&scan, first, end);
    }
    for (size_t i = 0; i < parts->count; i++) {
        if (parts->items[i].area != area)
            continue;
        first = first_token(reading, parts->items[i].block + 1);
        end = first_token(reading, parts->items[i].end_block);
        /* What the decision says first of an area is what it decided. */
        if (scan.area->outcome == NULL)
            find_outcome(&scan, first, end);
        if (scan.area->intervention == NULL)
            find_intervention(&scan, first, end);
    }
}
