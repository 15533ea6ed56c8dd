/* comments_part - the part of a Word file that holds its comments. */
#include "ooxml/comments_part.h"

#include "base/xml_write.h"
#include "ooxml/names.h"

struct reading {
    struct comments_part *part;
    struct arena *arena;
    const struct annotating *annotating;
    uint64_t own; /* where a comment of our own began, plus 1 */
};

/* By us, and nobody has answered it. */
static bool is_own(const struct annotating *annotating, struct str id,
                   struct str author)
{
    return author.at && str_equal(author, annotating->author) &&
           !str_among(annotating->kept, annotating->kept_count, id);
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct comments_part *part = reading->part;
    struct str id, author;
    unsigned number;

    if (tag->number != W_COMMENT)
        return;
    id = xml_value(tag, W_ID);
    author = xml_value(tag, W_AUTHOR);
    if (is_own(reading->annotating, id, author)) {
        part->own = arena_grow(reading->arena, part->own, part->own_count,
                               &part->own_capacity, sizeof *part->own);
        part->own[part->own_count++] = arena_str(reading->arena, id);
        reading->own = tag->start + 1;
    } else if (id.at && str_number(id, &number) && number > part->highest) {
        part->highest = number;
    }
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct comments_part *part = reading->part;

    if (tag->number != W_COMMENT || reading->own == 0)
        return;
    part->spans = arena_grow(reading->arena, part->spans, part->span_count,
                             &part->span_capacity, sizeof *part->spans);
    part->spans[part->span_count++] =
        (struct own_bytes){reading->own - 1, tag->end};
    reading->own = 0;
}

bool comments_part_read(struct comments_part *part, struct arena *arena,
                        struct package *package,
                        const struct annotating *annotating,
                        struct failure *failure)
{
    static const struct xml_handler handler = {&word_names, on_start, on_end,
                                               NULL};
    struct reading reading = {
        .part = part, .arena = arena, .annotating = annotating};

    if (part->name.at == NULL)
        return true;
    if (!package_parse(package, part->name,
                       (struct package_reader){&handler, &reading, NULL},
                       failure))
        return false;
    str_sort(part->own, part->own_count);
    return true;
}

unsigned comments_part_id(const struct comments_part *part, size_t index)
{
    return part->highest + 1 + (unsigned)index;
}

static void write_line(struct xml_writer *xml,
                       const struct comment_line *line)
{
    xml_start(xml, "w:p");
    xml_start(xml, "w:r");
    if (line->look != COMMENT_PLAIN) {
        xml_start(xml, "w:rPr");
        if (line->look == COMMENT_STRONG) {
            xml_start(xml, "w:b");
            xml_end(xml);
        } else {
            xml_start(xml, "w:sz");
            xml_attribute_text(xml, "w:val", "16");
            xml_end(xml);
        }
        xml_end(xml);
    }
    xml_start(xml, "w:t");
    xml_attribute_text(xml, "xml:space", "preserve");
    xml_text(xml, line->text);
    xml_end(xml);
    xml_end(xml);
    xml_end(xml);
}

static void write_comment(struct buf *into, const struct annotating *all,
                          size_t index, unsigned id, struct str space)
{
    const struct annotation *annotation = &all->items[index];
    struct xml_writer *xml = xml_writer_new(into, XML_PART);
    char date[DATE_TEXT + 16];

    xml_start(xml, "w:comment");
    xml_attribute(xml, "xmlns:w", space);
    xml_attribute_number(xml, "w:id", id);
    xml_attribute(xml, "w:author", all->author);
    if (all->date.year) {
        struct buf text = {0};

        buf_format(&text, "%sT00:00:00Z", date_print(all->date, date));
        xml_attribute(xml, "w:date", buf_str(&text));
        buf_free(&text);
    }
    xml_attribute(xml, "w:initials", all->initials);
    for (size_t i = 0; i < annotation->line_count; i++)
        write_line(xml, &annotation->lines[i]);
    xml_finish(xml);
}

/* Offset of the end tag of the part's root; 0 when it has none. */
static size_t root_end(struct str bytes)
{
    for (size_t at = bytes.length; at > 1; at--)
        if (bytes.at[at - 2] == '<' && bytes.at[at - 1] == '/')
            return at - 2;
    return 0;
}

void comments_part_write(struct buf *into, const struct comments_part *part,
                         struct str bytes, struct str space,
                         const struct annotating *annotating)
{
    size_t done = 0, end = root_end(bytes);

    if (end == 0)
        buf_format(into,
                   "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                   "standalone=\"yes\"?>\n<w:comments xmlns:w=\"%.*s\">",
                   (int)space.length, space.at);
    for (size_t i = 0; end && i < part->span_count; i++) {
        buf_add(into, str_part(bytes, done,
                               (size_t)part->spans[i].start - done));
        done = (size_t)part->spans[i].end;
    }
    buf_add(into, str_part(bytes, done, end - done));
    for (size_t i = 0; i < annotating->count; i++)
        write_comment(into, annotating, i, comments_part_id(part, i), space);
    if (end == 0)
        buf_add_text(into, "</w:comments>");
    else
        buf_add(into, str_part(bytes, end, bytes.length));
}
