/* story - what stands in the text: breaks, controls, boxes, comments. */
#include "ooxml/story.h"

#include <stdlib.h>

static void add(struct reading *reading, struct str text)
{
    if (reading->codes == 0)
        reading_add(reading, text, 0, 0);
}

static void tab(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->in_run)
        add(reading, STR(" "));
}

static void line_break(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->in_run && reading->codes == 0)
        reading_break(reading);
}

static void no_break_hyphen(struct reading *reading,
                            const struct xml_tag *tag)
{
    (void)tag;
    add(reading, STR("\xE2\x80\x91"));
}

/* Characters of Word's picture fonts that mean something in a form. */
static void symbol(struct reading *reading, const struct xml_tag *tag)
{
    static const struct {
        unsigned code;
        struct str text;
    } symbols[] = {
        {0xFC, STR_INIT("\xE2\x9C\x93")}, /* check mark */
        {0xFB, STR_INIT("\xE2\x9C\x97")}, /* cross */
        {0xFE, STR_INIT("\xE2\x98\x91")}, /* box with check */
        {0xFD, STR_INIT("\xE2\x98\x92")}, /* box with cross */
        {0xA8, STR_INIT("\xE2\x98\x90")}, /* box */
        {0x6F, STR_INIT("\xE2\x98\x90")},
        {0xE0, STR_INIT("\xE2\x86\x92")}, /* arrow */
    };
    struct str code = xml_value(tag, W_CHAR);
    char digits[8] = "";
    unsigned value;

    if (code.length == 0 || code.length >= sizeof digits)
        return;
    for (size_t i = 0; i < code.length; i++)
        digits[i] = code.at[i];
    value = (unsigned)strtoul(digits, NULL, 16);
    if (value >= 0xF000)
        value &= 0xFF;
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        if (symbols[i].code == value) {
            add(reading, symbols[i].text);
            return;
        }
    }
    add(reading, STR("\xE2\x80\xA2"));
}

static void start_control(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->control < DEPTH)
        reading->prompt[reading->control] = false;
    reading->control++;
}

static void end_control(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->control == 0)
        return;
    reading->control--;
    if (reading->control < DEPTH && reading->prompt[reading->control])
        reading->prompts--;
}

static void shows_prompt(struct reading *reading, const struct xml_tag *tag)
{
    bool *prompt;

    if (reading->control == 0 || reading->control > DEPTH || !word_is_on(tag))
        return;
    prompt = &reading->prompt[reading->control - 1];
    reading->prompts += !*prompt;
    *prompt = true;
}

static void start_box(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->box + 1 == DEPTH) {
        story_skip(reading);
        return;
    }
    reading_end_findings(reading);
    reading->saved_run[reading->box] = reading->run;
    reading->box_table[reading->box] = reading->table;
    reading->box++;
    *reading_paragraph(reading) = (struct paragraph){.numbered = -1};
    reading->in_run = false;
}

static void end_box(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->box == 0)
        return;
    if (reading_paragraph(reading)->begun)
        reading_end_block(reading);
    reading_end_findings(reading);
    reading->box--;
    reading->table = reading->box_table[reading->box];
    reading->run = reading->saved_run[reading->box];
    reading->in_run = true;
}

static void start_alternates(struct reading *reading,
                             const struct xml_tag *tag)
{
    (void)tag;
    if (reading->alternates == DEPTH)
        story_skip(reading);
    else
        reading->chosen[reading->alternates++] = false;
}

static void end_alternates(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->alternates)
        reading->alternates--;
}

/* Whether all that a choice requires is understood here. */
static bool may_choose(const struct xml_tag *tag)
{
    struct str prefixes = xml_value(tag, NO_REQUIRES), prefix;

    if (prefixes.length == 0)
        return false;
    while (str_cut(&prefixes, ' ', &prefix))
        if (prefix.length && !word_understands(xml_prefix_uri(tag, prefix)))
            return false;
    return true;
}

static void choose(struct reading *reading, const struct xml_tag *tag)
{
    bool *chosen = reading->alternates
                       ? &reading->chosen[reading->alternates - 1]
                       : NULL;

    if (chosen == NULL)
        return;
    if (*chosen || (tag->number == MC_CHOICE && !may_choose(tag)))
        story_skip(reading);
    else
        *chosen = true;
}

/* "UTKAST" across the page is a shape in the header, named by Word. */
static void shape(struct reading *reading, const struct xml_tag *tag)
{
    reading->in_watermark =
        str_find(xml_value(tag, NO_ID), STR("WaterMark"), 0) != SIZE_MAX;
}

static void shape_text(struct reading *reading, const struct xml_tag *tag)
{
    uint32_t here = builder_offset(reading->builder);

    if (reading->in_watermark)
        builder_residue(reading->builder, RESIDUE_DRAFT_MARK,
                        str_trim(xml_value(tag, NO_STRING)), here, here);
}

static void start_note(struct reading *reading, const struct xml_tag *tag)
{
    struct str type = xml_value(tag, W_TYPE);

    if (type.at && !str_equal(type, STR("normal")))
        story_skip(reading); /* the line above the notes, and the like */
}

static void comment_start(struct reading *reading, const struct xml_tag *tag)
{
    struct note *note = notes_find(reading->notes, xml_value(tag, W_ID));

    if (note == NULL)
        return;
    note->start = builder_offset(reading->builder);
    note->box = reading->box;
    note->begun = true;
}

static void comment_end(struct reading *reading, const struct xml_tag *tag)
{
    struct note *note = notes_find(reading->notes, xml_value(tag, W_ID));

    if (note == NULL)
        return;
    note->end = builder_offset(reading->builder);
    note->ended = note->box == reading->box;
    if (note->end > note->start && !reading_paragraph(reading)->begun)
        note->end--; /* not the LF after the last block */
}

/* Ours come together, into a copy: they are one thing left in, not many. */
static bool is_one_more_of_ours(struct notes *notes, const struct note *note)
{
    bool before = notes->ours;
    bool ours = str_equal(note->author, STR(COMMENT_AUTHOR));

    notes->ours |= ours;
    return ours && before;
}

/* Where the comment's sign stands: now all is known of it. */
static void comment_sign(struct reading *reading, const struct xml_tag *tag)
{
    struct note *note = notes_find(reading->notes, xml_value(tag, W_ID));
    uint32_t here = builder_offset(reading->builder);
    struct span span = {here, 0};

    if (note == NULL || note->given || note->parent.length ||
        reading->story != STORY_BODY)
        return;
    note->given = true;
    if (note->begun && note->ended && note->box == reading->box &&
        note->end >= note->start)
        span = (struct span){note->start, note->end - note->start};
    builder_comment(reading->builder, (struct comment){
                                          .id = note->id,
                                          .author = note->author,
                                          .text = note->text,
                                          .reply = note->reply,
                                          .resolved = note->resolved,
                                          .span = span,
                                      });
    if (!is_one_more_of_ours(reading->notes, note))
        builder_residue(reading->builder, RESIDUE_COMMENT, note->text,
                        span.start, span_end(span));
}

static void leave_out(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    story_skip(reading);
}

static void other_document(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    builder_problem(reading->builder, "word-embedded-document", STR(""));
    builder_quality(reading->builder, READING_LIMITED);
}

const struct story_row story_inserts[] = {
    {W_TAB, tab, NULL},
    {W_PTAB, tab, NULL},
    {W_BR, line_break, NULL},
    {W_CR, line_break, NULL},
    {W_NO_BREAK_HYPHEN, no_break_hyphen, NULL},
    {W_SYM, symbol, NULL},
    {W_SDT, start_control, end_control},
    {W_SDT_END_PR, leave_out, NULL},
    {W_SHOWING_PLC_HDR, shows_prompt, NULL},
    {W_TXBX_CONTENT, start_box, end_box},
    {MC_ALTERNATE_CONTENT, start_alternates, end_alternates},
    {MC_CHOICE, choose, NULL},
    {MC_FALLBACK, choose, NULL},
    {V_SHAPE, shape, NULL},
    {V_TEXTPATH, shape_text, NULL},
    {W_FOOTNOTE, start_note, NULL},
    {W_ENDNOTE, start_note, NULL},
    {W_COMMENT_RANGE_START, comment_start, NULL},
    {W_COMMENT_RANGE_END, comment_end, NULL},
    {W_COMMENT_REFERENCE, comment_sign, NULL},
    {W_R_PR_CHANGE, leave_out, NULL},
    {W_P_PR_CHANGE, leave_out, NULL},
    {W_TBL_PR_CHANGE, leave_out, NULL},
    {W_TBL_PR_EX_CHANGE, leave_out, NULL},
    {W_TC_PR_CHANGE, leave_out, NULL},
    {W_TR_PR_CHANGE, leave_out, NULL},
    {W_SECT_PR_CHANGE, leave_out, NULL},
    {W_TBL_GRID_CHANGE, leave_out, NULL},
    {W_NUMBERING_CHANGE, leave_out, NULL},
    {W_RT, leave_out, NULL},
    {W_ALT_CHUNK, other_document, NULL},
    {0},
};
