/* story - paragraphs, runs, their properties and tracked changes. */
#include "ooxml/story.h"

static void start_paragraph(struct reading *reading,
                            const struct xml_tag *tag)
{
    struct paragraph *paragraph = reading_paragraph(reading);

    (void)tag;
    if (paragraph->begun && !paragraph->carried)
        reading_end_block(reading);
    if (!paragraph->carried)
        *paragraph = (struct paragraph){.numbered = -1};
    reading->paragraphs++;
    paragraph->open = true;
    paragraph->carried = false;
    paragraph->mark_inserted = paragraph->mark_deleted = false;
    paragraph->style = NULL;
    paragraph->look = reading->styles->plain.look;
    if (!paragraph->begun) {
        paragraph->outline = -1;
        paragraph->numbered = -1;
    }
    reading->run = paragraph->look;
}

/* Whether the paragraph mark is gone, so that the next goes on with it. */
static bool mark_is_gone(const struct reading *reading,
                         const struct paragraph *paragraph)
{
    return reading->changes == WORD_ACCEPTED ? paragraph->mark_deleted
                                             : paragraph->mark_inserted;
}

static void end_paragraph(struct reading *reading, const struct xml_tag *tag)
{
    struct paragraph *paragraph = reading_paragraph(reading);

    (void)tag;
    paragraph->open = false;
    if (reading->changes == WORD_ACCEPTED &&
        (paragraph->mark_deleted || paragraph->mark_inserted) &&
        !reading->found[FOUND_INSERTED].open &&
        !reading->found[FOUND_DELETED].open) {
        uint32_t here = builder_offset(reading->builder);

        builder_residue(reading->builder,
                        paragraph->mark_deleted ? RESIDUE_TRACKED_DELETION
                                                : RESIDUE_TRACKED_INSERTION,
                        STR(""), here, here);
    }
    if (mark_is_gone(reading, paragraph)) {
        reading_end_findings(reading);
        paragraph->carried = paragraph->begun;
        return;
    }
    reading_end_block(reading);
}

static void start_paragraph_properties(struct reading *reading,
                                       const struct xml_tag *tag)
{
    (void)tag;
    reading->in_paragraph_properties = true;
}

static void end_paragraph_properties(struct reading *reading,
                                     const struct xml_tag *tag)
{
    struct paragraph *paragraph = reading_paragraph(reading);

    (void)tag;
    reading->in_paragraph_properties = false;
    if (paragraph->style)
        paragraph->look = paragraph->style->look;
    reading->run = paragraph->look;
}

static void paragraph_style(struct reading *reading,
                            const struct xml_tag *tag)
{
    if (reading->in_paragraph_properties)
        reading_paragraph(reading)->style =
            styles_find(reading->styles, xml_value(tag, W_VAL));
}

static void outline_level(struct reading *reading, const struct xml_tag *tag)
{
    struct paragraph *paragraph = reading_paragraph(reading);
    unsigned level;

    if (reading->in_paragraph_properties && !paragraph->begun &&
        str_number(xml_value(tag, W_VAL), &level))
        paragraph->outline = level < 9 ? (int)level : 9;
}

static void list_number(struct reading *reading, const struct xml_tag *tag)
{
    if (reading->in_paragraph_properties)
        reading_paragraph(reading)->numbered =
            !str_equal(xml_value(tag, W_VAL), STR("0"));
}

static void list_level(struct reading *reading, const struct xml_tag *tag)
{
    unsigned level;

    if (reading->in_paragraph_properties &&
        str_number(xml_value(tag, W_VAL), &level) && level < 9)
        reading_paragraph(reading)->list_level = (int)level;
}

static void start_run(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_run = true;
    reading->run = reading_paragraph(reading)->look;
}

static void end_run(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_run = false;
    reading->run = reading_paragraph(reading)->look;
}

static void start_run_properties(struct reading *reading,
                                 const struct xml_tag *tag)
{
    (void)tag;
    reading->properties = reading->in_paragraph_properties ? IN_MARK
                          : reading->in_run                ? IN_RUN
                                                           : IN_OTHER;
}

static void end_properties(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->properties = IN_NOTHING;
}

static void run_style(struct reading *reading, const struct xml_tag *tag)
{
    const struct style *style =
        styles_find(reading->styles, xml_value(tag, W_VAL));

    if (style && reading->properties == IN_RUN)
        look_lay(&reading->run, &style->look);
}

static void run_look(struct reading *reading, const struct xml_tag *tag)
{
    if (reading->properties == IN_RUN)
        look_read(&reading->run, tag, reading->theme);
}

static void shading(struct reading *reading, const struct xml_tag *tag)
{
    struct look look = {0};

    run_look(reading, tag);
    look_read(&look, tag, reading->theme);
    if (reading->in_cell_properties && reading_cell(reading))
        reading_cell(reading)->fill = look.fill;
    else if (reading->in_paragraph_properties &&
             reading->properties == IN_NOTHING)
        reading_paragraph(reading)->fill = look.fill;
}

/* Whether a w:ins or w:del tells of text, and not of properties. */
static bool is_around_text(const struct reading *reading)
{
    return reading->properties == IN_NOTHING &&
           !reading->in_paragraph_properties && !reading->in_cell_properties;
}

static void start_inserted(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    if (is_around_text(reading))
        reading->inserted++;
    else if (reading->properties == IN_MARK)
        reading_paragraph(reading)->mark_inserted = true;
    else if (reading->properties == IN_ROW && cell)
        cell->row_inserted = true;
}

static void end_inserted(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (is_around_text(reading) && reading->inserted)
        reading->inserted--;
}

static void start_deleted(struct reading *reading, const struct xml_tag *tag)
{
    struct cell *cell = reading_cell(reading);

    (void)tag;
    if (is_around_text(reading))
        reading->deleted++;
    else if (reading->properties == IN_MARK)
        reading_paragraph(reading)->mark_deleted = true;
    else if (reading->properties == IN_ROW && cell)
        cell->row_deleted = true;
}

static void end_deleted(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (is_around_text(reading) && reading->deleted)
        reading->deleted--;
}

static void start_text(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_text = true;
}

static void end_text(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_text = false;
}

const struct story_row story_paragraphs[] = {
    {W_P, start_paragraph, end_paragraph},
    {W_P_PR, start_paragraph_properties, end_paragraph_properties},
    {W_P_STYLE, paragraph_style, NULL},
    {W_OUTLINE_LVL, outline_level, NULL},
    {W_NUM_ID, list_number, NULL},
    {W_ILVL, list_level, NULL},
    {W_R, start_run, end_run},
    {W_R_PR, start_run_properties, end_properties},
    {W_R_STYLE, run_style, NULL},
    {W_B, run_look, NULL},
    {W_VANISH, run_look, NULL},
    {W_COLOR, run_look, NULL},
    {W_HIGHLIGHT, run_look, NULL},
    {W_SHD, shading, NULL},
    {W_INS, start_inserted, end_inserted},
    {W_MOVE_TO, start_inserted, end_inserted},
    {W_DEL, start_deleted, end_deleted},
    {W_MOVE_FROM, start_deleted, end_deleted},
    {W_T, start_text, end_text},
    {W_DEL_TEXT, start_text, end_text},
    {M_T, start_text, end_text},
    {0},
};
