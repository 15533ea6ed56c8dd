/* anchors - where in the main part a comment can be hung. */
#include "ooxml/anchors.h"

#include "ooxml/names.h"

enum { RUNS_OPEN = 32 };

struct reading {
    struct anchors *anchors;
    struct xml *xml;
    const struct str *own;
    size_t own_count;
    size_t open[RUNS_OPEN]; /* indexes of runs around what is read */
    size_t open_count;
    unsigned depth;
    unsigned paragraphs;       /* open ones */
    size_t paragraph;          /* how many have begun */
    unsigned control_depth;    /* of the control that is open; 0 when none */
    unsigned prompt_depth;     /* of one that shows its prompt; 0 when none */
    unsigned asides;           /* open elements where no mark may stand */
    unsigned properties_depth; /* of a control's properties; 0 outside */
    bool has_body;
    unsigned changes; /* open ones that hold former properties */
    bool in_text;
    uint64_t text_end; /* of what is plain text in it so far */
    uint64_t mark;     /* where a mark of our own begins; 0 outside one */
    unsigned mark_depth;
};

/* Properties, text boxes and what is shown in one program or another. */
static bool is_aside(int number)
{
    switch (number) {
    case W_P_PR:
    case W_R_PR:
    case W_SDT_PR:
    case W_SDT_END_PR:
    case W_TC_PR:
    case W_TR_PR:
    case W_SECT_PR:
    case W_T:
    case W_RT:
    case W_TXBX_CONTENT:
    case MC_ALTERNATE_CONTENT:
        return true;
    default:
        return false;
    }
}

/* Whether it is among what says how a run looks: copies of it do no harm. */
static bool is_look(int number)
{
    switch (number) {
    case WORD_UNKNOWN:
    case W_B:
    case W_VANISH:
    case W_SPEC_VANISH:
    case W_COLOR:
    case W_HIGHLIGHT:
    case W_SHD:
    case W_R_STYLE:
    case W_INS:
    case W_DEL:
    case W_MOVE_FROM:
    case W_MOVE_TO:
    case W_R_PR_CHANGE:
        return true;
    default:
        return false;
    }
}

/*
 * One body, around all there is, and no paragraph in another, but in what
 * floats in it: else nobody can say which text is whose.
 */
static bool is_misplaced(const struct reading *reading, int number)
{
    if (number == W_BODY)
        return reading->has_body || reading->paragraphs || reading->asides;
    return number == W_P && reading->paragraphs && reading->asides == 0;
}

/* The prompt is shown where the control's own properties say so. */
static void see_prompt(struct reading *reading)
{
    if (reading->prompt_depth == 0 && reading->properties_depth &&
        reading->depth == reading->properties_depth + 1)
        reading->prompt_depth = reading->depth - 2; /* sdt, sdtPr, this */
}

static struct run_seen *run_around(const struct reading *reading)
{
    if (reading->open_count == 0)
        return NULL;
    return &reading->anchors->runs[reading->open[reading->open_count - 1]];
}

static void open_run(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->open_count == RUNS_OPEN) {
        xml_stop(reading->xml, "xml-too-deep");
        return;
    }
    anchors->runs =
        arena_grow(anchors->arena, anchors->runs, anchors->run_count,
                   &anchors->run_capacity, sizeof *anchors->runs);
    anchors->runs[anchors->run_count] = (struct run_seen){
        .start = tag->start,
        .tag_end = tag->end,
        .content_end = tag->end,
        .depth = reading->depth,
        .paragraph = reading->paragraph,
        .control =
            reading->control_depth ? reading->anchors->control_count : 0,
        .holds = reading->open_count == 0 && reading->paragraphs > 0 &&
                 reading->asides == 0 &&
                 (reading->prompt_depth == 0 || reading->control_depth),
    };
    reading->open[reading->open_count++] = anchors->run_count++;
}

static void open_control(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->control_depth || reading->paragraphs == 0)
        return;
    reading->control_depth = reading->depth;
    anchors->controls =
        arena_grow(anchors->arena, anchors->controls, anchors->control_count,
                   &anchors->control_capacity, sizeof *anchors->controls);
    anchors->controls[anchors->control_count++] =
        (struct control_seen){tag->start, tag->end};
}

static void close_control(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->control_depth != reading->depth)
        return;
    anchors->controls[anchors->control_count - 1].end = tag->end;
    reading->control_depth = 0;
}

static void open_text(struct reading *reading, const struct xml_tag *tag,
                      const struct run_seen *run)
{
    struct anchors *anchors = reading->anchors;

    anchors->texts =
        arena_grow(anchors->arena, anchors->texts, anchors->text_count,
                   &anchors->text_capacity, sizeof *anchors->texts);
    anchors->texts[anchors->text_count++] = (struct text_seen){
        .run = (size_t)(run - anchors->runs),
        .start = tag->start,
        .tag_end = tag->end,
        .first = run->content_count == 0,
    };
    reading->in_text = true;
    reading->text_end = tag->end;
}

static void see_mark(struct reading *reading, const struct xml_tag *tag)
{
    struct str id = xml_value(tag, W_ID);
    unsigned number;

    if (id.at && str_among(reading->own, reading->own_count, id)) {
        reading->mark = tag->start;
        reading->mark_depth = reading->depth;
    } else if (str_number(id, &number) &&
               number > reading->anchors->highest) {
        reading->anchors->highest = number;
    }
}

/*
 * No Word file has paragraphs or runs in its runs, but in text boxes, or
 * text among the properties, or anything but text in a text. Whatever it
 * means, such a run is not split.
 */
static void look_into_run(struct reading *reading, struct run_seen *run,
                          int number)
{
    bool in_properties = run->properties && run->properties_end == 0;

    if (reading->in_text)
        run->holds = false;
    else if (in_properties)
        run->holds &= reading->changes > 0 || is_look(number);
    else if (reading->asides == 0)
        run->holds &= number != W_P && number != W_P_PR && number != W_R &&
                      number != W_TBL;
}

static void start_child(struct reading *reading, struct run_seen *run,
                        const struct xml_tag *tag)
{
    if (tag->number == W_R_PR) {
        run->holds &= run->properties == 0 && run->content_count == 0;
        run->properties = tag->start;
        return;
    }
    if (tag->number == W_T)
        open_text(reading, tag, run);
    run->content_count++;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct run_seen *run = run_around(reading);

    if (reading->mark)
        xml_stop(reading->xml, "docx-encoding"); /* marks hold nothing */
    if (is_misplaced(reading, tag->number))
        xml_stop(reading->xml, "docx-encoding");
    reading->depth++;
    if (run)
        look_into_run(reading, run, tag->number);
    if (run && reading->depth == run->depth + 1)
        start_child(reading, run, tag);
    reading->asides += is_aside(tag->number);
    reading->changes += tag->number == W_R_PR_CHANGE;
    reading->paragraphs += tag->number == W_P;
    /* One that floats leaves its paragraph the same after it. */
    reading->paragraph += tag->number == W_P && reading->asides == 0;
    if (tag->number == W_SDT)
        open_control(reading, tag);
    reading->has_body |= tag->number == W_BODY;
    if (tag->number == W_SDT_PR)
        reading->properties_depth = reading->depth;
    if (tag->number == W_SHOWING_PLC_HDR)
        see_prompt(reading);
    if (tag->number == W_R)
        open_run(reading, tag);
    else if (tag->number == W_COMMENT_RANGE_START ||
             tag->number == W_COMMENT_RANGE_END ||
             tag->number == W_COMMENT_REFERENCE)
        see_mark(reading, tag);
}

static void add_cut(struct anchors *anchors, uint64_t start, uint64_t end)
{
    anchors->cuts =
        arena_grow(anchors->arena, anchors->cuts, anchors->cut_count,
                   &anchors->cut_capacity, sizeof *anchors->cuts);
    anchors->cuts[anchors->cut_count++] = (struct cut){start, end};
}

static void close_mark(struct reading *reading, const struct xml_tag *tag)
{
    struct run_seen *run = run_around(reading);

    if (tag->number == W_COMMENT_REFERENCE && run &&
        reading->depth == run->depth + 1) {
        run->own = reading->mark;
        run->own_end = tag->end;
    } else {
        add_cut(reading->anchors, reading->mark, tag->end);
    }
    reading->mark = 0;
}

/* A run that held nothing but our reference goes with it. */
static void close_run(struct reading *reading, const struct xml_tag *tag)
{
    struct run_seen *run = run_around(reading);

    reading->open_count--;
    run->end = tag->end;
    if (run->own && run->content_count == 1)
        add_cut(reading->anchors, run->start, run->end);
    else if (run->own)
        add_cut(reading->anchors, run->own, run->own_end);
}

static void close_text(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->in_text) {
        anchors->texts[anchors->text_count - 1].end = tag->end;
        if (reading->text_end == tag->start)
            anchors->texts[anchors->text_count - 1].text_end = tag->start;
    }
    reading->in_text = false;
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct run_seen *run = run_around(reading);

    if (reading->mark)
        close_mark(reading, tag);
    if (run && reading->depth == run->depth + 1) {
        if (tag->number == W_R_PR)
            run->properties_end = tag->end;
        else
            run->content_end = tag->end;
        close_text(reading, tag);
    }
    if (run && tag->number == W_R && reading->depth == run->depth)
        close_run(reading, tag);
    if (tag->number == W_SDT)
        close_control(reading, tag);
    if (reading->prompt_depth == reading->depth)
        reading->prompt_depth = 0;
    if (reading->properties_depth == reading->depth)
        reading->properties_depth = 0;
    reading->asides -= is_aside(tag->number);
    reading->changes -= tag->number == W_R_PR_CHANGE;
    reading->paragraphs -= tag->number == W_P;
    reading->depth--;
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct reading *reading = self;
    struct anchors *anchors = reading->anchors;

    (void)text;
    if (reading->text_end == offset)
        reading->text_end += length;
    if (!reading->in_text || length == 0)
        return;
    anchors->chunks =
        arena_grow(anchors->arena, anchors->chunks, anchors->chunk_count,
                   &anchors->chunk_capacity, sizeof *anchors->chunks);
    anchors->chunks[anchors->chunk_count++] =
        (struct chunk){anchors->text_count - 1, offset, length};
}

bool anchors_read(struct anchors *anchors, struct arena *arena,
                  struct package *package, struct str part,
                  const struct str *own, size_t own_count,
                  struct failure *failure)
{
    static const struct xml_handler handler = {&word_names, on_start, on_end,
                                               on_text};
    struct reading reading = {
        .anchors = anchors, .own = own, .own_count = own_count};

    *anchors = (struct anchors){.arena = arena};
    return package_parse(
        package, part,
        (struct package_reader){&handler, &reading, &reading.xml}, failure);
}
