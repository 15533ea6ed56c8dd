/* joint - how the lines of a paragraph go together again. */
#include "input/joint.h"

#include "base/unicode.h"
#include "input/lines.h"

/* Words after which a hyphen was written, not made: "läs- / och skriv". */
static bool is_conjunction(struct str text)
{
    static const struct str words[] = {STR_INIT("och "), STR_INIT("eller "),
                                       STR_INIT("samt "), STR_INIT("till "),
                                       STR_INIT("respektive ")};

    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(text, words[i]))
            return true;
    return false;
}

/* No word is cut after a capital: "NO-lärare", "F-klass". */
static bool ends_in_capital(struct str text)
{
    size_t last = joint_mark(text), length;

    return last > 0 && unicode_is_upper(
                           unicode_decode(text, text.length - last, &length));
}

enum joint joint_of(struct str before, struct str after)
{
    static const struct str soft[] = {STR_INIT("\xC2\xAD"),
                                      STR_INIT("\xE2\x80\x90")};

    for (size_t i = 0; i < 2; i++)
        if (str_ends(before, soft[i]))
            return JOINT_MENDED;
    if (str_ends(before, STR("\xE2\x80\x93")) && after.length &&
        unicode_is_digit((unsigned char)after.at[0]))
        return JOINT_NONE; /* a range, "4-6" with a long dash */
    if (!str_ends(before, STR("-")) || before.length < 2 ||
        before.at[before.length - 2] == ' ' || is_conjunction(after))
        return JOINT_SPACE;
    return line_begins_small(after) &&
                   !unicode_is_digit(
                       (unsigned char)before.at[before.length - 2]) &&
                   !ends_in_capital(str_part(before, 0, before.length - 1))
               ? JOINT_MENDED
               : JOINT_NONE;
}

size_t joint_mark(struct str text)
{
    size_t at = text.length;

    while (at > 0 && ((unsigned char)text.at[at - 1] & 0xC0) == 0x80)
        at--;
    return text.length - (at ? at - 1 : 0);
}

void joint_add(struct buf *text, struct str after)
{
    enum joint joint = joint_of(buf_str(text), after);

    if (joint == JOINT_SPACE)
        buf_add_byte(text, ' ');
    else if (joint == JOINT_MENDED)
        buf_cut(text, text->length - joint_mark(buf_str(text)));
}
