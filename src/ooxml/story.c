/* story - the elements of a story of a Word document, one function each. */
#include "ooxml/story.h"

/* Which functions an element has; by its number, made once per story. */
struct elements {
    struct story_row rows[WORD_NUMBERS];
    struct reading *reading;
};

void story_skip(struct reading *reading)
{
    reading->skip = 1;
}

/* Headers and footers that a section names, until the next names others. */
static void section_reference(struct reading *reading,
                              const struct xml_tag *tag)
{
    struct str type = xml_value(tag, W_TYPE);
    int pages = str_equal(type, STR("first"))  ? FIRST_PAGE
                : str_equal(type, STR("even")) ? EVEN_PAGES
                                               : EVERY_PAGE;

    reading->margins.current[tag->number == W_FOOTER_REFERENCE][pages] =
        arena_str(reading->arena, xml_value(tag, R_ID));
}

static void title_page(struct reading *reading, const struct xml_tag *tag)
{
    reading->margins.title_page = word_is_on(tag);
}

static void show(struct margins *margins, int footer, struct str id)
{
    size_t count = margins->shown_count[footer];

    for (size_t i = 0; i < count; i++)
        if (str_equal(margins->shown[footer][i], id))
            return;
    if (count < MANY_SHOWN)
        margins->shown[footer][margins->shown_count[footer]++] = id;
}

static void start_section(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->margins.title_page = false;
}

static void end_section(struct reading *reading, const struct xml_tag *tag)
{
    struct margins *margins = &reading->margins;
    const bool shown[PAGES] = {margins->title_page, true,
                               reading->even_headers};

    (void)tag;
    for (int footer = 0; footer < 2; footer++)
        for (int pages = 0; pages < PAGES; pages++)
            if (shown[pages] && margins->current[footer][pages].length)
                show(margins, footer, margins->current[footer][pages]);
}

static const struct story_row story_sections[] = {
    {W_HEADER_REFERENCE, section_reference, NULL},
    {W_FOOTER_REFERENCE, section_reference, NULL},
    {W_TITLE_PG, title_page, NULL},
    {W_SECT_PR, start_section, end_section},
    {0},
};

static void on_start(void *self, const struct xml_tag *tag)
{
    struct elements *elements = self;
    const struct story_row *row = &elements->rows[tag->number];

    if (elements->reading->skip)
        elements->reading->skip++;
    else if (row->start)
        row->start(elements->reading, tag);
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct elements *elements = self;
    struct reading *reading = elements->reading;
    const struct story_row *row = &elements->rows[tag->number];
    const char *full = builder_full(reading->builder);

    if (reading->skip && --reading->skip > 0)
        return;
    if (row->end)
        row->end(reading, tag);
    if (full)
        xml_stop(reading->xml, full);
}

static void on_text(void *self, struct str text, uint64_t offset,
                    uint32_t length)
{
    struct reading *reading = ((struct elements *)self)->reading;

    if (reading->skip)
        return;
    if (reading->in_text && reading->codes == 0)
        reading_add(reading, text, offset, length);
    else if (reading->in_code && reading->code.length < QUOTE_BYTES)
        buf_add(&reading->code, text);
    if (builder_full(reading->builder))
        xml_stop(reading->xml, builder_full(reading->builder));
}

static void add_rows(struct elements *elements, const struct story_row *rows)
{
    for (; rows->number; rows++)
        elements->rows[rows->number] = *rows;
}

/* A story begins with nothing open. */
static void reset(struct reading *reading, enum story story)
{
    reading->story = story;
    reading->paragraphs = 0;
    reading->box = reading->table = 0;
    reading->control = reading->prompts = 0;
    reading->fields = reading->codes = reading->alternates = 0;
    reading->inserted = reading->deleted = reading->skip = 0;
    reading->properties = IN_NOTHING;
    reading->in_run = reading->in_text = reading->in_code = false;
    reading->in_paragraph_properties = reading->in_cell_properties = false;
    reading->in_watermark = false;
    reading->paragraph[0] = (struct paragraph){.numbered = -1};
}

bool story_read(struct reading *reading, struct str part, enum story story,
                struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_start,
        .end = on_end,
        .text = on_text,
    };
    struct elements elements = {.reading = reading};

    add_rows(&elements, story_paragraphs);
    add_rows(&elements, story_tables);
    add_rows(&elements, story_fields);
    add_rows(&elements, story_inserts);
    add_rows(&elements, story_sections);
    reset(reading, story);
    reading->part = builder_part(reading->builder, part);
    if (!package_parse(
            reading->package, part,
            (struct package_reader){&handler, &elements, &reading->xml},
            failure))
        return false;
    if (reading_paragraph(reading)->begun)
        reading_end_block(reading);
    reading_end_findings(reading);
    return true;
}
