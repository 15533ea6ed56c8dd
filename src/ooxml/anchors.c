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
    unsigned paragraphs;    /* open ones */
    unsigned control_depth; /* of the control that is open; 0 when none */
    unsigned prompt_depth;  /* of one that shows its prompt; 0 when none */
    bool in_text;
    uint64_t mark; /* where a mark of our own begins; 0 outside one */
};

static struct run_seen *run_around(const struct reading *reading)
{
    if (reading->open_count == 0)
        return NULL;
    return &reading->anchors->runs[reading->open[reading->open_count - 1]];
}

static bool is_own(const struct reading *reading, const struct xml_tag *tag)
{
    struct str id = xml_value(tag, W_ID);

    for (size_t i = 0; id.at && i < reading->own_count; i++)
        if (str_equal(id, reading->own[i]))
            return true;
    return false;
}

static void open_run(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->open_count == RUNS_OPEN) {
        xml_stop(reading->xml, "xml-too-deep");
        return;
    }
    anchors->runs = arena_grow(anchors->arena, anchors->runs,
                               anchors->run_count, &anchors->run_capacity,
                               sizeof *anchors->runs);
    anchors->runs[anchors->run_count] = (struct run_seen){
        .start = tag->start,
        .tag_end = tag->end,
        .content_end = tag->end,
        .level = reading->open_count,
        .depth = reading->depth,
        .control =
            reading->control_depth ? reading->anchors->control_count : 0,
        .prompt = reading->prompt_depth && reading->control_depth == 0,
    };
    reading->open[reading->open_count++] = anchors->run_count++;
}

static void open_control(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->control_depth || reading->paragraphs == 0)
        return;
    reading->control_depth = reading->depth;
    anchors->controls = arena_grow(
        anchors->arena, anchors->controls, anchors->control_count,
        &anchors->control_capacity, sizeof *anchors->controls);
    anchors->controls[anchors->control_count++] =
        (struct control_seen){tag->start, tag->end};
}

static void close_control(struct reading *reading, const struct xml_tag *tag)
{
    struct anchors *anchors = reading->anchors;

    if (reading->prompt_depth == reading->depth)
        reading->prompt_depth = 0;
    if (reading->control_depth != reading->depth)
        return;
    anchors->controls[anchors->control_count - 1].end = tag->end;
    reading->control_depth = 0;
}

static void open_text(struct reading *reading, const struct xml_tag *tag,
                      const struct run_seen *run)
{
    struct anchors *anchors = reading->anchors;

    anchors->texts = arena_grow(anchors->arena, anchors->texts,
                                anchors->text_count, &anchors->text_capacity,
                                sizeof *anchors->texts);
    anchors->texts[anchors->text_count++] = (struct text_seen){
        .run = (size_t)(run - anchors->runs),
        .start = tag->start,
        .tag_end = tag->end,
        .first = run->content_count == 0,
    };
    reading->in_text = true;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct run_seen *run = run_around(reading);

    reading->depth++;
    if (run && reading->depth == run->depth + 1) {
        if (tag->number == W_R_PR) {
            run->properties = tag->start;
            return;
        }
        if (tag->number == W_T)
            open_text(reading, tag, run);
        run->content_count++;
    }
    reading->paragraphs += tag->number == W_P;
    if (tag->number == W_SDT)
        open_control(reading, tag);
    if (tag->number == W_SHOWING_PLC_HDR && reading->prompt_depth == 0)
        reading->prompt_depth = reading->depth - 2; /* sdt, sdtPr, this */
    if (tag->number == W_R)
        open_run(reading, tag);
    else if ((tag->number == W_COMMENT_RANGE_START ||
              tag->number == W_COMMENT_RANGE_END ||
              tag->number == W_COMMENT_REFERENCE) &&
             is_own(reading, tag))
        reading->mark = tag->start;
}

static void add_cut(struct anchors *anchors, uint64_t start, uint64_t end)
{
    anchors->cuts = arena_grow(anchors->arena, anchors->cuts,
                               anchors->cut_count, &anchors->cut_capacity,
                               sizeof *anchors->cuts);
    anchors->cuts[anchors->cut_count++] = (struct cut){start, end};
}

static void close_mark(struct reading *reading, const struct xml_tag *tag)
{
    struct run_seen *run = run_around(reading);

    if (tag->number == W_COMMENT_REFERENCE && run) {
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
        if (reading->in_text)
            reading->anchors->texts[reading->anchors->text_count - 1].end =
                tag->end;
        reading->in_text = false;
    }
    if (run && tag->number == W_R && reading->depth == run->depth)
        close_run(reading, tag);
    if (tag->number == W_SDT)
        close_control(reading, tag);
    reading->paragraphs -= tag->number == W_P;
    reading->depth--;
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct reading *reading = self;
    struct anchors *anchors = reading->anchors;

    (void)text;
    if (!reading->in_text || length == 0)
        return;
    anchors->chunks = arena_grow(anchors->arena, anchors->chunks,
                                 anchors->chunk_count,
                                 &anchors->chunk_capacity,
                                 sizeof *anchors->chunks);
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

const struct chunk *anchors_at(const struct anchors *anchors, uint64_t offset)
{
    const struct chunk *chunk = last_before(anchors, offset, true);

    return chunk && offset < chunk->offset + chunk->length ? chunk : NULL;
}

const struct chunk *anchors_ending(const struct anchors *anchors,
                                   uint64_t offset)
{
    const struct chunk *chunk = last_before(anchors, offset, false);

    return chunk && offset <= chunk->offset + chunk->length ? chunk : NULL;
}
