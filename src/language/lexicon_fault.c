/* lexicon_fault - phrases that cannot match as their writer meant. */
#include "language/lexicon_private.h"

/* Characters that are tokens of their own and never part of a word. */
static bool parts_words(char byte)
{
    return byte != '\0' &&
           str_find(STR("/+<>&{}"), (struct str){&byte, 1}, 0) != SIZE_MAX;
}

static bool is_split(struct str word)
{
    if (str_equal(word, STR("*")) || str_equal(word, STR("~")))
        return true;
    for (size_t i = 0; word.length > 1 && i < word.length; i++)
        if (parts_words(word.at[i]))
            return true;
    return false;
}

static bool is_no_number(struct str word)
{
    if (str_starts(word, STR("[")))
        word = str_part(word, 1, word.length);
    if (str_ends(word, STR("]")))
        word = str_part(word, 0, word.length - 1);
    return str_starts(word, STR("#")) && shape_of_name(word) == SHAPE_NONE;
}

static bool is_choice(struct str word)
{
    return word.length > 1 && str_find(word, STR("|"), 0) != SIZE_MAX;
}

static bool has_choice(struct str word, struct str wanted)
{
    struct str one;

    while (str_cut(&word, '|', &one))
        if (str_equal(one, wanted))
            return true;
    return false;
}

/* "varit med|var med" asks for one of two words and then one of two. */
static bool repeats(struct str word, struct str next)
{
    return (is_choice(word) && !is_choice(next) && has_choice(word, next)) ||
           (is_choice(next) && !is_choice(word) && has_choice(next, word));
}

static struct phrase_fault fault_of_word(struct str word, struct str before)
{
    struct str rest = word, one;

    if (str_starts(word, STR("[")) != str_ends(word, STR("]")))
        return (struct phrase_fault){"rule-phrase-bracket", word};
    if (before.length && !str_starts(word, STR("#")) && repeats(before, word))
        return (struct phrase_fault){"rule-phrase-two-in-one", word};
    if (is_choice(word) && str_ends(word, STR("|")))
        return (struct phrase_fault){"rule-phrase-blank", word};
    while (str_cut(&rest, '|', &one)) {
        if (one.length == 0 && is_choice(word))
            return (struct phrase_fault){"rule-phrase-blank", word};
        if (is_no_number(one))
            return (struct phrase_fault){"rule-phrase-number", one};
        if (is_split(one))
            return (struct phrase_fault){"rule-phrase-no-word", one};
    }
    return (struct phrase_fault){NULL, STR("")};
}

struct phrase_fault phrase_find_fault(struct str text)
{
    struct phrase_fault fault = {NULL, STR("")};
    struct str before = STR(""), word;

    while (fault.key == NULL && str_cut(&text, ' ', &word)) {
        bool breaks = word.length == 0 || str_equal(word, STR("/")) ||
                      str_starts(word, STR(".."));

        if (!breaks)
            fault = fault_of_word(word, before);
        before = breaks || str_starts(word, STR("#")) ? STR("") : word;
    }
    return fault;
}
