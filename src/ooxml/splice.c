/* splice - the marks of comments into the bytes of a main part. */
#include "ooxml/splice.h"

#include <stdlib.h>
#include <string.h>

/* Where marks go; in this order when at one and the same byte. */
enum where {
    AFTER_RUN,   /* behind a whole run, or a content control */
    AFTER_TEXT,  /* the run goes on with other content: it is split */
    BEFORE_RUN,
    BEFORE_TEXT, /* the run has other content before: it is split */
    IN_TEXT,     /* the text itself is split */
    TAKE_AWAY    /* bytes to drop; the text to add is empty */
};

struct mark {
    uint64_t at;
    enum where where;
    bool begins;
    size_t order; /* of the comment */
    unsigned id;
    const struct text_seen *text;
    uint64_t drop_until;
};

struct splicing {
    struct str part;
    const struct anchors *anchors;
    struct mark *marks;
    size_t count;
    struct buf *into;
};

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

static struct str bytes(const struct splicing *splicing, uint64_t start,
                        uint64_t end)
{
    return str_part(splicing->part, (size_t)start, (size_t)(end - start));
}

/* "w:" of "<w:r w:rsidR=…>", with its colon; or nothing. */
static struct str prefix_of(struct str tag)
{
    for (size_t i = 1; i < tag.length; i++) {
        if (tag.at[i] == ':')
            return str_part(tag, 1, i);
        if (tag.at[i] == ' ' || tag.at[i] == '>' || tag.at[i] == '/')
            break;
    }
    return STR("");
}

static void place(struct splicing *splicing, struct mark mark)
{
    splicing->marks[splicing->count++] = mark;
}

/*
 * Whether marks may stand around a chunk: not in a text box, in a prompt
 * that goes when the box is filled in, or in CDATA.
 */
static bool can_hold(const struct splicing *splicing,
                     const struct chunk *chunk)
{
    const struct text_seen *text;

    if (chunk == NULL)
        return false;
    text = &splicing->anchors->texts[chunk->text];
    return splicing->anchors->runs[text->run].level == 0 &&
           !splicing->anchors->runs[text->run].prompt &&
           str_find(bytes(splicing, text->tag_end, text->end), STR("<![CDATA["),
                    0) == SIZE_MAX;
}

static const struct control_seen *control_of(const struct splicing *splicing,
                                            const struct text_seen *text)
{
    size_t control = splicing->anchors->runs[text->run].control;

    return control ? &splicing->anchors->controls[control - 1] : NULL;
}

static void place_start(struct splicing *splicing, const struct chunk *chunk,
                        uint64_t at, struct mark mark)
{
    const struct text_seen *text = &splicing->anchors->texts[chunk->text];
    const struct control_seen *control = control_of(splicing, text);

    mark.begins = true;
    mark.text = text;
    mark.at = at;
    mark.where = IN_TEXT;
    if (control) {
        mark.where = BEFORE_RUN;
        mark.at = control->start;
    } else if (at == text->tag_end) {
        mark.where = text->first ? BEFORE_RUN : BEFORE_TEXT;
        mark.at = text->first ? splicing->anchors->runs[text->run].start
                              : text->start;
    }
    place(splicing, mark);
}

/* Whether the text ends at the byte: its end tag follows. */
static bool ends_text(const struct splicing *splicing,
                      const struct text_seen *text, uint64_t at)
{
    return str_find(bytes(splicing, at, text->end), STR("<"), 0) == 0;
}

static void place_end(struct splicing *splicing, const struct chunk *chunk,
                      uint64_t at, struct mark mark)
{
    const struct text_seen *text = &splicing->anchors->texts[chunk->text];
    const struct run_seen *run = &splicing->anchors->runs[text->run];
    const struct control_seen *control = control_of(splicing, text);

    mark.text = text;
    mark.at = at;
    mark.where = IN_TEXT;
    if (control) {
        mark.where = AFTER_RUN;
        mark.at = control->end;
    } else if (ends_text(splicing, text, at)) {
        bool last = run->content_end == text->end;

        mark.where = last ? AFTER_RUN : AFTER_TEXT;
        mark.at = last ? run->end : text->end;
    }
    place(splicing, mark);
}

/* The nearest text before, such as a box's label; else the first text. */
static const struct chunk *nearest(const struct splicing *splicing,
                                   const struct chunk *from)
{
    const struct anchors *anchors = splicing->anchors;

    for (; from && from >= anchors->chunks; from--)
        if (can_hold(splicing, from))
            return from;
    for (size_t i = 0; i < anchors->chunk_count; i++)
        if (can_hold(splicing, &anchors->chunks[i]))
            return &anchors->chunks[i];
    return NULL;
}

static bool place_comment(struct splicing *splicing,
                          const struct placing *placing, size_t order)
{
    const struct chunk *from = anchors_at(splicing->anchors, placing->start);
    const struct chunk *to =
        anchors_ending(splicing->anchors, placing->end);
    uint64_t start = placing->start, end = placing->end;
    const struct text_seen *text;
    struct mark mark = {.id = placing->id, .order = order};

    if (!can_hold(splicing, from) || !can_hold(splicing, to) ||
        start >= end) {
        from = nearest(splicing, from);
        if (from == NULL)
            return false;
        text = &splicing->anchors->texts[from->text];
        start = text->tag_end;
        end = start + str_find(bytes(splicing, start, text->end), STR("<"),
                               0);
        to = from;
    }
    place_start(splicing, from, start, mark);
    place_end(splicing, to, end, mark);
    return true;
}

static void place_cuts(struct splicing *splicing)
{
    for (size_t i = 0; i < splicing->anchors->cut_count; i++) {
        const struct cut *cut = &splicing->anchors->cuts[i];

        place(splicing, (struct mark){.at = cut->start,
                                      .where = TAKE_AWAY,
                                      .drop_until = cut->end});
    }
}

static void add_end_tag(struct buf *into, struct str prefix, const char *name)
{
    buf_add_text(into, "</");
    buf_add(into, prefix);
    buf_add_text(into, name);
    buf_add_byte(into, '>');
}

static void add_mark(struct buf *into, struct str prefix,
                     const struct mark *mark)
{
    int length = (int)prefix.length;
    const char *w = prefix.at;

    if (mark->begins) {
        buf_format(into, "<%.*scommentRangeStart %.*sid=\"%u\"/>", length, w,
                   length, w, mark->id);
        return;
    }
    buf_format(into,
               "<%.*scommentRangeEnd %.*sid=\"%u\"/><%.*sr>"
               "<%.*scommentReference %.*sid=\"%u\"/></%.*sr>",
               length, w, length, w, mark->id, length, w, length, w, length,
               w, mark->id, length, w);
}

/* End the text and its run, and after the marks begin them anew. */
static void add_group(struct splicing *splicing, size_t first, size_t end)
{
    const struct mark *mark = &splicing->marks[first];
    const struct run_seen *run =
        &splicing->anchors->runs[mark->text->run];
    struct str tag = bytes(splicing, run->start, run->tag_end);
    struct str prefix = prefix_of(tag);
    bool splits = mark->where != AFTER_RUN && mark->where != BEFORE_RUN;

    if (mark->where == IN_TEXT)
        add_end_tag(splicing->into, prefix, "t");
    if (splits)
        add_end_tag(splicing->into, prefix, "r");
    for (size_t i = first; i < end; i++)
        add_mark(splicing->into, prefix, &splicing->marks[i]);
    if (!splits)
        return;
    buf_add(splicing->into, tag);
    if (run->properties_end)
        buf_add(splicing->into,
                bytes(splicing, run->properties, run->properties_end));
    if (mark->where == IN_TEXT) {
        buf_add_byte(splicing->into, '<');
        buf_add(splicing->into, prefix);
        buf_add_text(splicing->into, "t xml:space=\"preserve\">");
    }
}

/* Tags of split texts that do not keep spaces yet, in order. */
static size_t keep_spaces(const struct splicing *splicing,
                          uint64_t *positions)
{
    size_t count = 0;

    for (size_t i = 0; i < splicing->count; i++) {
        const struct text_seen *text = splicing->marks[i].text;

        if (splicing->marks[i].where != IN_TEXT ||
            (count && positions[count - 1] == text->tag_end - 1) ||
            str_find(bytes(splicing, text->start, text->tag_end),
                     STR("xml:space"), 0) != SIZE_MAX)
            continue;
        positions[count++] = text->tag_end - 1;
    }
    return count;
}

/* Copy up to a byte, giving the tags on the way their xml:space. */
static void copy_to(struct splicing *splicing, uint64_t *done, uint64_t until,
                    const uint64_t *spaces, size_t count, size_t *next)
{
    while (*next < count && spaces[*next] < until) {
        if (spaces[*next] >= *done) {
            buf_add(splicing->into,
                    bytes(splicing, *done, spaces[*next]));
            buf_add_text(splicing->into, " xml:space=\"preserve\"");
            *done = spaces[*next];
        }
        ++*next;
    }
    if (until > *done) {
        buf_add(splicing->into, bytes(splicing, *done, until));
        *done = until;
    }
}

static size_t group_end(const struct splicing *splicing, size_t first)
{
    size_t end = first + 1;

    while (end < splicing->count &&
           splicing->marks[end].at == splicing->marks[first].at &&
           splicing->marks[end].where == splicing->marks[first].where)
        end++;
    return end;
}

static void write_all(struct splicing *splicing)
{
    uint64_t *spaces =
        memory_alloc((splicing->count + 1) * sizeof *spaces);
    size_t space_count = keep_spaces(splicing, spaces), next = 0;
    uint64_t done = 0;

    for (size_t i = 0; i < splicing->count;) {
        const struct mark *mark = &splicing->marks[i];
        size_t end = group_end(splicing, i);

        copy_to(splicing, &done, mark->at, spaces, space_count, &next);
        if (mark->where != TAKE_AWAY)
            add_group(splicing, i, end);
        else if (mark->drop_until > done)
            done = mark->drop_until;
        i = end;
    }
    copy_to(splicing, &done, splicing->part.length, spaces, space_count,
            &next);
    free(spaces);
}

/* That offsets name the bytes they should: the part is UTF-8 as it lies. */
static bool offsets_hold(const struct splicing *splicing)
{
    for (size_t i = 0; i < splicing->anchors->text_count; i++) {
        const struct text_seen *text = &splicing->anchors->texts[i];
        const struct run_seen *run = &splicing->anchors->runs[text->run];

        if (text->end > splicing->part.length ||
            splicing->part.at[text->start] != '<' ||
            splicing->part.at[text->tag_end - 1] != '>' ||
            splicing->part.at[run->start] != '<' ||
            splicing->part.at[run->end - 1] != '>')
            return false;
    }
    return true;
}

bool splice(struct buf *into, struct str part, const struct anchors *anchors,
            const struct placing *placings, size_t count,
            struct failure *failure)
{
    struct splicing splicing = {
        .part = part, .anchors = anchors, .into = into};
    bool placed = true;

    if (!offsets_hold(&splicing))
        return fail(failure, "docx-encoding", "%s", "");
    splicing.marks = memory_alloc((count * 2 + anchors->cut_count + 1) *
                                  sizeof *splicing.marks);
    for (size_t i = 0; placed && i < count; i++)
        placed = place_comment(&splicing, &placings[i], i);
    if (placed) {
        place_cuts(&splicing);
        qsort(splicing.marks, splicing.count, sizeof *splicing.marks,
              by_place);
        write_all(&splicing);
    }
    free(splicing.marks);
    return placed || fail(failure, "docx-no-text", "%s", "");
}
