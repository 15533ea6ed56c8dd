/* story - fields: their result shows, their code does not. */
#include "ooxml/story.h"

/* What a field's code fetches from elsewhere must not be left in. */
static void end_code(struct reading *reading)
{
    static const struct str fetching[] = {STR_INIT("INCLUDETEXT"),
                                          STR_INIT("INCLUDEPICTURE"),
                                          STR_INIT("LINK "), STR_INIT("DDE")};
    struct str code = str_trim(buf_str(&reading->code));
    uint32_t here = builder_offset(reading->builder);

    for (size_t i = 0; i < sizeof fetching / sizeof *fetching; i++)
        if (str_starts(code, fetching[i]))
            builder_residue(reading->builder, RESIDUE_EXTERNAL_LINK, code,
                            here, here);
    buf_cut(&reading->code, 0);
}

static void begin_field(struct reading *reading)
{
    if (reading->fields == DEPTH) {
        xml_stop(reading->xml, "xml-too-deep");
        return;
    }
    reading->field[reading->fields++] = (struct field){0};
    reading->codes++;
    buf_cut(&reading->code, 0);
    buf_cut(&reading->choice, 0);
    reading->choice_index = reading->choice_count = 0;
}

static void separate_field(struct reading *reading)
{
    struct field *field = &reading->field[reading->fields - 1];

    if (field->in_result)
        return;
    end_code(reading);
    field->in_result = true;
    reading->codes--;
}

/* What a form field without a result shows. */
static void show_choice(struct reading *reading)
{
    if (reading->codes == 0)
        reading_add(reading, buf_str(&reading->choice), 0, 0);
}

static void end_field(struct reading *reading)
{
    bool shown = reading->field[reading->fields - 1].in_result;

    separate_field(reading);
    reading->fields--;
    if (!shown && reading->choice.length)
        show_choice(reading);
    buf_cut(&reading->choice, 0);
}

static void field_mark(struct reading *reading, const struct xml_tag *tag)
{
    struct str type = xml_value(tag, W_FLD_CHAR_TYPE);

    if (str_equal(type, STR("begin")))
        begin_field(reading);
    else if (reading->fields && str_equal(type, STR("separate")))
        separate_field(reading);
    else if (reading->fields && str_equal(type, STR("end")))
        end_field(reading);
}

static void start_code(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_code = true;
}

static void end_code_text(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    reading->in_code = false;
}

static void choice_result(struct reading *reading, const struct xml_tag *tag)
{
    unsigned index;

    if (str_number(xml_value(tag, W_VAL), &index))
        reading->choice_index = index;
}

/* An old drop-down field shows the entry that was chosen. */
static void choice_entry(struct reading *reading, const struct xml_tag *tag)
{
    if (reading->fields == 0)
        return;
    if (reading->choice_count++ == reading->choice_index) {
        buf_cut(&reading->choice, 0);
        buf_add(&reading->choice, xml_value(tag, W_VAL));
    }
}

/* And an old check box a box, with a cross in it when it is checked. */
static void check_box(struct reading *reading, const struct xml_tag *tag)
{
    (void)tag;
    if (reading->fields == 0)
        return;
    buf_cut(&reading->choice, 0);
    buf_add(&reading->choice, STR("\xE2\x98\x90"));
}

static void check_box_checked(struct reading *reading,
                              const struct xml_tag *tag)
{
    if (reading->fields == 0 || reading->choice.length == 0)
        return;
    buf_cut(&reading->choice, 0);
    buf_add(&reading->choice,
            word_is_on(tag) ? STR("\xE2\x98\x92") : STR("\xE2\x98\x90"));
}

const struct story_row story_fields[] = {
    {W_FLD_CHAR, field_mark, NULL},
    {W_INSTR_TEXT, start_code, end_code_text},
    {W_RESULT, choice_result, NULL},
    {W_LIST_ENTRY, choice_entry, NULL},
    {W_CHECK_BOX, check_box, NULL},
    {W_CHECKED, check_box_checked, NULL},
    {W_DEFAULT, check_box_checked, NULL},
    {0},
};
