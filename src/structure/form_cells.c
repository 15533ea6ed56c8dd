/* form_cells - whose answer a cell holds where no label stands before it. */
#include "structure/form_parts.h"

static int role_with_part(const struct form *form, enum row_part part)
{
    for (size_t i = 0; i < form->reading->templates->role_count; i++)
        if (form->reading->templates->roles[i].part == part)
            return (int)i;
    return NO_INDEX;
}

/* A line that is the name of an area, as the form offers it. */
static bool is_area_name(const struct reading *reading,
                         const struct line *line, int family)
{
    const struct templates *templates = reading->templates;

    for (size_t i = 0; i < templates->line_count; i++)
        if (templates->lines[i].use == LINE_AREA &&
            templates->lines[i].family == family && line->words &&
            line->words <= templates->lines[i].words + 2 &&
            label_likeness(reading, &templates->lines[i], line->body,
                           line->end) > 0.8)
            return true;
    return false;
}

/* An area's name right before a measure, without its label. */
static void find_bare_area(struct form *form, size_t index, int family)
{
    struct reading *reading = form->reading;
    struct draft *draft = &form->drafts.items[index];
    const struct line *line;
    size_t block;

    if (draft->measure == NO_INDEX ||
        (index && draft[-1].measure == draft->measure))
        return;
    block = reading->tokens->items[draft->label_first].block;
    if (block == 0)
        return;
    line = &reading->lines[block - 1];
    if (!is_area_name(reading, line, family))
        return;
    reading->outline->measures[draft->measure].area =
        document_text(reading->document,
                      token_span(reading->tokens, line->body, line->end));
    if (index && draft[-1].end > line->first)
        draft[-1].end = line->first;
    paint_role(reading, line->first, line->end,
               role_with_part(form, ROW_AREA));
}

/* Whether a cell's text begins here; its first paragraphs may be empty. */
static bool starts_cell(const struct reading *reading, size_t token)
{
    const struct block *blocks = reading->document->blocks;
    size_t block = reading->tokens->items[token].block;

    if (token != reading->lines[block].first)
        return false;
    while (block > 0 && !(blocks[block].flags & BLOCK_STARTS_CELL) &&
           blocks[block - 1].span.length == 0)
        block--;
    return blocks[block].flags & BLOCK_STARTS_CELL;
}

/* The first token of the next cell after `at`, or `end`. */
static size_t next_cell(const struct reading *reading, size_t at, size_t end)
{
    for (size_t i = at + 1; i < end; i++)
        if (starts_cell(reading, i))
            return i;
    return end;
}

/* Whether the cell that begins there heads a table of figures: no answer. */
static bool is_in_table(const struct reading *reading, size_t at)
{
    const struct document *document = reading->tokens->document;
    size_t block = reading->tokens->items[at].block;
    uint32_t table = document->blocks[block].table;
    uint32_t row = document->blocks[block].row, columns = 0;

    for (; block < document->block_count &&
           document->blocks[block].table == table &&
           document->blocks[block].row == row;
         block++)
        columns = document->blocks[block].column;
    return columns > 2;
}

/* The only row between two others that the form has, or NO_INDEX. */
static int missing_between(const struct form *form, int from, int to)
{
    const struct template *template = form->reading->outline->template;
    int only = NO_INDEX;

    for (int role = from + 1; role < to; role++) {
        enum row_part part = form_part(form, role);

        if ((part != ROW_SHARED && part != ROW_GOALS && part != ROW_BLOCK) ||
            (template && !template_has_role(template, role)))
            continue;
        if (only != NO_INDEX)
            return NO_INDEX;
        only = role;
    }
    return only;
}

/*
 * A cell between two found labels that no label claims: its answer was
 * written over its label.
 */
static bool split_overwritten(const struct form *form, struct draft *draft,
                              const struct draft *next, struct draft *found)
{
    size_t over;

    if (draft->measure == NO_INDEX || next->measure != draft->measure ||
        next->role <= draft->role || draft->first >= draft->end)
        return false;
    over = next_cell(form->reading, draft->first, draft->end);
    if (over == draft->end || is_in_table(form->reading, over))
        return false;
    *found = *draft;
    found->role = missing_between(form, draft->role, next->role);
    if (found->role == NO_INDEX)
        return false;
    found->goal_block = form_part(form, found->role) == ROW_SHARED
                            ? NO_INDEX
                            : next->goal_block;
    found->label_first = found->label_end = found->first = over;
    draft->end = over;
    return true;
}

/*
 * Where, in an answer that the insats and its participants share, the
 * participants begin: a sentence after the first that names people, or the
 * first when it says so itself ("Deltagare: …").
 */
static size_t find_participants(const struct reading *reading, size_t first,
                                size_t end)
{
    size_t at = first;

    while (at < end) {
        size_t stop = sentence_end(reading, at, end);
        size_t word = at;

        while (word < stop && !is_word(reading->tokens, word))
            word++;
        if (cue_at(reading, CUE_PARTICIPANTS_FIRST, word, stop))
            return at;
        if (at > first && word < stop &&
            reading->tokens->items[word].kind == TOKEN_WORD &&
            cue_in(reading, CUE_PARTICIPANTS, word, stop))
            return at;
        at = stop;
    }
    return end;
}

/* Both labels stand before one answer: share it out between them. */
static void share_answer(const struct form *form, struct draft *first,
                         struct draft *beside)
{
    const struct reading *reading = form->reading;
    size_t at;

    if (words_in(reading, first->first, first->end))
        return;
    at = find_participants(reading, beside->first, beside->end);
    first->first = beside->first;
    first->end = at;
    beside->first = at;
}

/* Where the line ends that the label and its answer begin on. */
static size_t line_end(const struct reading *reading,
                       const struct draft *draft)
{
    size_t block = reading->tokens->items[draft->label_first].block;
    size_t end = reading->lines[block].end;

    return end > draft->first && end < draft->end ? end : draft->end;
}

/* The label that shares the cell is gone, and its answer is not. */
static bool split_participants(const struct form *form, struct draft *first,
                               struct draft *found)
{
    const struct reading *reading = form->reading;
    const struct template *template = reading->outline->template;
    int beside = role_with_part(form, ROW_BESIDE);
    size_t at;

    if (beside == NO_INDEX ||
        (template && !template_has_role(template, beside)))
        return false;
    at = find_participants(reading, first->first, first->end);
    if (at == first->end)
        return false;
    *found = *first;
    found->role = beside;
    found->label_first = found->label_end = found->first = at;
    first->end = at;
    return true;
}

/*
 * The label of the insats with text after it in the same cell, and an answer
 * in the next: the text was written over the label that shares the cell.
 */
static bool take_overwritten(const struct form *form, struct draft *first,
                             struct draft *found)
{
    const struct reading *reading = form->reading;
    int beside = role_with_part(form, ROW_BESIDE);
    size_t cell;

    if (beside == NO_INDEX || first->first >= first->end ||
        starts_cell(reading, first->first))
        return false;
    cell = next_cell(reading, first->first, first->end);
    if (cell == first->end)
        cell = line_end(reading, first);
    if (words_in(reading, first->first, cell) == 0 ||
        words_in(reading, cell, first->end) == 0 ||
        reading->tokens->items[first->first].kind == TOKEN_NUMBER)
        return false;
    *found = *first;
    found->role = beside;
    found->label_first = found->label_end = first->first;
    found->end = cell;
    first->label_end = first->first;
    first->first = cell;
    return true;
}

/* The draft, split in two where another answer hides in it. */
static void add_split(struct form *form, struct draft *draft,
                      struct draft *next)
{
    struct draft found;
    enum row_part part = form_part(form, draft->role);
    bool beside = next && form_part(form, next->role) == ROW_BESIDE &&
                  next->measure == draft->measure;

    if (part == ROW_FIRST && beside)
        share_answer(form, draft, next);
    if (part == ROW_FIRST && !beside &&
        take_overwritten(form, draft, &found)) {
        form_add(form, found);
        form_add(form, *draft);
    } else if (part == ROW_FIRST && !beside &&
               split_participants(form, draft, &found)) {
        form_add(form, *draft);
        form_add(form, found);
    } else if (part != ROW_FIRST && part != ROW_BESIDE && next &&
               split_overwritten(form, draft, next, &found)) {
        form_add(form, *draft);
        form_add(form, found);
    } else {
        form_add(form, *draft);
    }
}

/* "1) 2.3 Handledning" before the first label, in a cell or with a number. */
static bool is_bare_name(const struct form *form, size_t block)
{
    enum { LONGEST_NAME = 30 };
    const struct reading *reading = form->reading;
    const struct line *line = &reading->lines[block];

    if (line->words == 0 || line->words > LONGEST_NAME ||
        reading->paint[line->body].voice != VOICE_OWN)
        return false;
    return reading->document->blocks[block].flags & BLOCK_STARTS_CELL ||
           (line->enumerated && !line->bulleted);
}

size_t form_row_start(const struct reading *reading, size_t block)
{
    const struct block *blocks = reading->document->blocks;

    while (block > 0 && blocks[block].kind == BLOCK_CELL &&
           blocks[block - 1].kind == BLOCK_CELL &&
           blocks[block - 1].table == blocks[block].table &&
           blocks[block - 1].row == blocks[block].row &&
           reading->lines[block - 1].words == 1 &&
           reading->tokens->items[reading->lines[block - 1].first].kind ==
               TOKEN_NUMBER)
        block--;
    return block;
}

/*
 * A measure without a label for its name: what stands right before its first
 * label, after the answer before, is the name.
 */
static bool find_bare_name(const struct form *form, const struct draft *draft,
                           struct draft *before, struct draft *found)
{
    const struct reading *reading = form->reading;
    const struct template *template = reading->outline->template;
    int first = role_with_part(form, ROW_FIRST);
    size_t block = reading->tokens->items[draft->label_first].block;
    size_t least = before ? before->first : 0, start;

    if (draft->measure == NO_INDEX || draft->role == first ||
        (before && before->measure == draft->measure) ||
        (template && !template_has_role(template, first)))
        return false;
    while (block > 0 && reading->lines[block - 1].words == 0)
        block--;
    if (block == 0 || !is_bare_name(form, block - 1))
        return false;
    start = reading->lines[form_row_start(reading, block - 1)].first;
    if (start < least ||
        (before && before->measure != NO_INDEX &&
         words_in(reading, before->first, start) == 0))
        return false;
    if (before)
        before->end = start;
    *found = *draft;
    found->role = first;
    found->goal_block = NO_INDEX;
    found->label_first = start;
    found->label_end = reading->lines[block - 1].first;
    found->first = reading->lines[block - 1].depth > 1 /* its own number */
                       ? reading->lines[block - 1].first
                       : reading->lines[block - 1].body;
    found->end = draft->label_first;
    return true;
}

void form_share_cells(struct form *form, int family)
{
    struct drafts old, *new = &form->drafts;
    struct draft found;

    for (size_t i = 0; i < form->drafts.count; i++)
        find_bare_area(form, i, family);
    old = form->drafts;
    form->drafts = (struct drafts){0};
    for (size_t i = 0; i < old.count; i++) {
        struct draft *next = i + 1 < old.count ? &old.items[i + 1] : NULL;

        if (find_bare_name(form, &old.items[i],
                           new->count ? &new->items[new->count - 1] : NULL,
                           &found))
            add_split(form, &found, &old.items[i]);
        add_split(form, &old.items[i], next);
    }
}
