/* comments - what was commented on in a Word document, and the answers. */
#include "ooxml/comments.h"

#include "base/buf.h"
#include "base/limits.h"
#include "ooxml/names.h"

#include <stdlib.h>

enum { MANY_NOTES = LIMIT_WORD_COMMENTS, LONG_NOTE = 4000 };

struct reading {
    struct notes *notes;
    struct arena *arena;
    struct xml *xml;
    struct note note; /* that is open */
    struct buf text;
    unsigned skip;
    bool in_text;
};

static void begin_note(struct reading *reading, const struct xml_tag *tag)
{
    struct arena *arena = reading->arena;

    if (reading->notes->count >= MANY_NOTES)
        xml_stop(reading->xml, "word-too-many-comments");
    buf_cut(&reading->text, 0);
    reading->note = (struct note){
        .id = arena_str(arena, xml_value(tag, W_ID)),
        .author = arena_str(arena, xml_value(tag, W_AUTHOR)),
    };
}

static void end_note(struct reading *reading)
{
    struct notes *notes = reading->notes;

    reading->note.text =
        arena_str(reading->arena, str_trim(buf_str(&reading->text)));
    notes->items = arena_grow(reading->arena, notes->items, notes->count,
                              &notes->capacity, sizeof *notes->items);
    notes->items[notes->count++] = reading->note;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct str paragraph;

    if (reading->skip || tag->number == W_DEL) {
        reading->skip++;
        return;
    }
    reading->in_text = tag->number == W_T;
    if (tag->number == W_COMMENT) {
        begin_note(reading, tag);
    } else if (tag->number == W_P) {
        paragraph = xml_value(tag, W14_PARA_ID);
        if (paragraph.at)
            reading->note.paragraph = arena_str(reading->arena, paragraph);
        if (reading->text.length)
            buf_add_byte(&reading->text, ' ');
    } else if (tag->number == W_TAB || tag->number == W_BR) {
        buf_add_byte(&reading->text, ' ');
    }
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (reading->skip) {
        reading->skip--;
        return;
    }
    reading->in_text = false;
    if (tag->number == W_COMMENT)
        end_note(reading);
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct reading *reading = self;

    (void)offset;
    (void)length;
    if (reading->in_text && !reading->skip &&
        reading->text.length + text.length < LONG_NOTE)
        buf_add(&reading->text, text);
}

static struct note *by_paragraph(const struct notes *notes,
                                 struct str paragraph)
{
    for (size_t i = 0; paragraph.length && i < notes->count; i++)
        if (str_equal(notes->items[i].paragraph, paragraph))
            return &notes->items[i];
    return NULL;
}

/* w15:commentEx says which comments answer which, and what is done. */
static void on_extended(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    struct note *note, *parent;

    if (tag->number != W15_COMMENT_EX)
        return;
    if (reading->skip++ > MANY_NOTES / 10)
        return; /* one look through all for each: enough is enough */
    note = by_paragraph(reading->notes, xml_value(tag, W15_PARA_ID));
    if (note == NULL)
        return;
    note->resolved = str_equal(xml_value(tag, W15_DONE), STR("1"));
    parent = by_paragraph(reading->notes, xml_value(tag, W15_PARA_ID_PARENT));
    if (parent == NULL || parent == note)
        return;
    note->parent = parent->id;
    parent->reply = note->text;
}

static int compare_ids(const void *left, const void *right)
{
    const struct note *a = left, *b = right;

    return str_compare(a->id, b->id);
}

bool notes_read(struct notes *notes, struct arena *arena,
                struct package *package, struct str comments,
                struct str extended, struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_start,
        .end = on_end,
        .text = on_text,
    };
    static const struct xml_handler extended_handler = {
        .names = &word_names,
        .start = on_extended,
    };
    struct reading reading = {.notes = notes, .arena = arena};
    bool read = true;

    if (comments.at)
        read = package_parse(
            package, comments,
            (struct package_reader){&handler, &reading, &reading.xml},
            failure);
    buf_free(&reading.text);
    if (read && extended.at)
        read = package_parse(package, extended,
                             (struct package_reader){&extended_handler,
                                                     &reading, &reading.xml},
                             failure);
    if (read && notes->count)
        qsort(notes->items, notes->count, sizeof *notes->items, compare_ids);
    return read;
}

struct note *notes_find(const struct notes *notes, struct str id)
{
    struct note key = {.id = id};

    if (id.at == NULL || notes->count == 0)
        return NULL;
    return bsearch(&key, notes->items, notes->count, sizeof *notes->items,
                   compare_ids);
}
