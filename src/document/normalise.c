/* content - text into a block: white space, what is invisible, its places. */
#include "document/content.h"

#include "base/unicode.h"

/* Whether text from there simply goes on with the last run. */
static bool goes_on(const struct content *content,
                    const struct source_run *run, const struct source *source,
                    size_t length)
{
    if (run->line != source->line || run->page != source->page ||
        run->paragraph != source->paragraph || run->part != source->part)
        return false;
    if (run->column && run->column + content->run_points != source->column)
        return false;
    if (run->length == 0 && source->length == 0)
        return true;
    return source->length == length &&
           run->length == content->text.length - run->start &&
           run->offset + run->length == source->offset;
}

/* Text as it is to stand, `points` code points of it. */
static void emit(struct content *content, struct str text, size_t points,
                 const struct source *source)
{
    struct source_run *last = content->run_count > content->open_run
                                  ? &content->runs[content->run_count - 1]
                                  : NULL;

    if (last && last->start == content->text.length) {
        content->run_count--; /* it covers nothing */
        last = NULL;
    }
    if (last && goes_on(content, last, source, text.length)) {
        last->length += source->length;
        content->run_points += (uint32_t)points;
    } else {
        content_add_run(content,
                        (struct source_run){
                            (uint32_t)content->text.length, source->line,
                            source->column, source->page, source->paragraph,
                            source->part, source->offset, source->length});
        content->run_points = (uint32_t)points;
    }
    buf_add(&content->text, text);
}

/* Move a place over text that takes `length` bytes in the source. */
static void advance(struct source *source, size_t points, size_t length)
{
    if (source->column)
        source->column += (uint32_t)points;
    if (source->length) {
        source->offset += length;
        source->length -= (uint32_t)length;
    }
}

static struct source source_part(const struct source *source, size_t length)
{
    struct source part = *source;

    if (part.length)
        part.length = (uint32_t)length;
    return part;
}

/* Bytes that stand as they are: ASCII and Latin-1 letters. */
static size_t plain_length(struct str text, size_t at, size_t *points)
{
    size_t i = at;

    for (*points = 0; i < text.length; ++*points) {
        unsigned char byte = (unsigned char)text.at[i];

        if (byte > ' ' && byte < 0x7F)
            i++;
        else if (byte == ' ' && i > at)
            i++;
        else if (byte == 0xC3 && i + 1 < text.length &&
                 ((unsigned char)text.at[i + 1] & 0xC0) == 0x80)
            i += 2;
        else
            break;
    }
    return i - at;
}

/* One code point that may not stand as it is. */
static void add_point(struct content *content, uint32_t point,
                      struct str shown, const struct source *source)
{
    if (unicode_is_invisible(point))
        return;
    if (unicode_is_space(point)) {
        if (content->text.length == content->open.span.start)
            return;
        shown = STR(" ");
    }
    if (point == UNICODE_INVALID)
        shown = STR("\xEF\xBF\xBD");
    emit(content, shown, 1, source);
}

void content_add_text(struct content *content, struct str utf8,
                      struct source source)
{
    size_t length, points;
    bool entity = source.length && source.length != utf8.length;
    uint32_t point;
    struct source part;

    if (utf8.length == 0 && content->run_count == content->open_run)
        emit(content, utf8, 0, &source); /* an empty block has a place too */
    for (size_t i = 0; i < utf8.length; i += length) {
        length = plain_length(utf8, i, &points);
        point = length ? 0 : unicode_decode(utf8, i, &length);
        part = source_part(&source, entity ? source.length : length);
        if (points > 0)
            emit(content, str_part(utf8, i, length), points, &part);
        else
            add_point(content, point, str_part(utf8, i, length), &part);
        advance(&source, points ? points : 1, entity ? 0 : length);
    }
}

/* The runs that lay over white space which was cut off. */
static void cut_runs(struct content *content, uint32_t old_end)
{
    uint32_t end = (uint32_t)content->text.length;
    struct source_run *run;

    while (content->run_count > content->open_run) {
        run = &content->runs[content->run_count - 1];
        if (run->start < end || run->start == content->open.span.start)
            break;
        content->run_count--;
        old_end = run->start;
    }
    if (content->run_count == content->open_run)
        return;
    run = &content->runs[content->run_count - 1];
    if (run->length == old_end - run->start)
        run->length = end - run->start;
}

static void cut_span(struct span *span, uint32_t end)
{
    if (span->start > end)
        span->start = end;
    if (span_end(*span) > end)
        span->length = end - span->start;
}

void content_trim(struct content *content)
{
    uint32_t start = content->open.span.start, end, old_end;

    old_end = end = (uint32_t)content->text.length;
    while (end > start && content->text.at[end - 1] == ' ')
        end--;
    if (end == old_end)
        return;
    buf_cut(&content->text, end);
    cut_runs(content, old_end);
    for (size_t i = content->mark_count; i-- > content->open_mark;)
        cut_span(&content->marks[i].span, end);
    for (size_t i = content->residue_count;
         i-- > 0 && span_end(content->residue[i].span) > end;)
        cut_span(&content->residue[i].span, end);
}
