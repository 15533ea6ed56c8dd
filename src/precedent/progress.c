/* progress - whether a sentence tells of what is done, begun or planned. */
#include "precedent/progress.h"

static const char *const names[] = {"none", "planned", "begun", "done"};

const char *progress_name(enum progress progress)
{
    return names[progress];
}

int name_index(const struct marks *marks, const struct lexicons *lexicons,
               struct str name)
{
    for (size_t i = 0; i < marks->count; i++)
        if (str_equal(marks->names[i], name))
            return LEXICONS_MOST + (int)i;
    return lexicons ? lexicon_find(lexicons, name) : -1;
}

struct progress_marks progress_marks_of(const struct marks *marks)
{
    static const struct str wanted[] = {
        STR_INIT(""), STR_INIT("progress_planned"),
        STR_INIT("progress_begun"), STR_INIT("progress_done")};
    struct progress_marks found;

    found.name[PROGRESS_NONE] = -1;
    for (int i = PROGRESS_PLANNED; i < PROGRESSES; i++)
        found.name[i] = name_index(marks, NULL, wanted[i]);
    return found;
}

enum progress progress_of(const struct progress_marks *marks,
                          const struct sentence *sentence)
{
    for (int i = PROGRESS_DONE; i > PROGRESS_NONE; i--)
        if (sentence_has(sentence, marks->name[i]))
            return (enum progress)i;
    return PROGRESS_NONE;
}
