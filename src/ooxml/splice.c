/* splice - the marks of comments into the bytes of a main part. */
#include "ooxml/splice.h"

#include <stdlib.h>
#include <string.h>

struct splicing {
    struct str part;
    const struct anchors *anchors;
    struct marks marks;
    struct buf *into;
};

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
    const struct mark *mark = &splicing->marks.items[first];
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
        add_mark(splicing->into, prefix, &splicing->marks.items[i]);
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

    for (size_t i = 0; i < splicing->marks.count; i++) {
        const struct text_seen *text = splicing->marks.items[i].text;

        if (splicing->marks.items[i].where != IN_TEXT ||
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

    while (end < splicing->marks.count &&
           splicing->marks.items[end].at == splicing->marks.items[first].at &&
           splicing->marks.items[end].where ==
               splicing->marks.items[first].where)
        end++;
    return end;
}

static void write_all(struct splicing *splicing)
{
    uint64_t *spaces =
        memory_alloc((splicing->marks.count + 1) * sizeof *spaces);
    size_t space_count = keep_spaces(splicing, spaces), next = 0;
    uint64_t done = 0;

    for (size_t i = 0; i < splicing->marks.count;) {
        const struct mark *mark = &splicing->marks.items[i];
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

    if (!offsets_hold(&splicing))
        return fail(failure, "docx-encoding", "%s", "");
    if (!place_marks(&splicing.marks, anchors, placings, count))
        return fail(failure, "docx-no-text", "%s", "");
    write_all(&splicing);
    return true;
}
