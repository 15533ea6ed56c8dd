/*
 * template_data - what is kept of the template files; for src/structure only.
 *
 * Labels, prompts and the names of areas are the lines of one small text,
 * tokenised like a document, so that a form's words and a document's words
 * are compared by the same keys. Phrases are lexicons (language/lexicon.h).
 */
#ifndef SKOLLINT_STRUCTURE_TEMPLATE_DATA_H
#define SKOLLINT_STRUCTURE_TEMPLATE_DATA_H

#include "base/regex.h"
#include "language/lexicon.h"
#include "structure/template.h"

enum row_part {
    ROW_AREA,
    ROW_FIRST,
    ROW_BESIDE,
    ROW_SHARED,
    ROW_GOALS,
    ROW_BLOCK,
    ROW_SUMMARY,
    ROW_LATER,
    ROW_SECTION
};

enum {
    ROLES_MOST = 64,
    KINDS_MOST = 16,
    TEMPLATES_MOST = 32,
    FAMILIES_MOST = 8,
    NAMES_MOST = 32, /* school forms, subjects */
    GROUPS_MOST = 8, /* of sections that make a kind */
    MONTHS = 12
};

/*
 * The lexicons the engine asks for by name, as keys under `cues`. An entry
 * missing from the data never matches.
 */
#define CUES(CUE)                                                            \
    CUE(LEVEL_OWNER, "level_owner")                                          \
    CUE(LEVEL_OWNER_WEAK, "level_owner_weak")                                \
    CUE(LEVEL_UNIT, "level_unit")                                            \
    CUE(BOARD, "board")                                                      \
    CUE(OWN_DATE, "own_date")                                                \
    CUE(NOT_OWN_DATE, "not_own_date")                                        \
    CUE(REFERENCE, "reference")                                              \
    CUE(MEASURE_NUMBER, "measure_number")                                     \
    CUE(SIGNER, "signer")                                                    \
    CUE(SIGNER_OWNER, "signer_owner")                                        \
    CUE(SIGNER_UNIT, "signer_unit")                                          \
    CUE(OWNER_LABEL, "owner_label")                                          \
    CUE(UNIT_LABEL, "unit_label")                                            \
    CUE(CONTENTS, "contents")                                                \
    CUE(ARTEFACT, "artefact")                                                \
    CUE(PLACEHOLDER, "placeholder")                                          \
    CUE(INSTRUCTION, "instruction")                                          \
    CUE(DRAFT, "draft")                                                      \
    CUE(DEGREE_NOT, "degree_not")                                            \
    CUE(DEGREE_WAY, "degree_way")                                            \
    CUE(DEGREE_STARTED, "degree_started")                                    \
    CUE(DEGREE_REACHED, "degree_reached")                                    \
    CUE(TABLE_NAME, "table_name")                                            \
    CUE(GOAL_WORD, "goal_word")                                              \
    CUE(GOAL_CONTINUES, "goal_continues")                                    \
    CUE(PARTICIPANTS, "participants")                                        \
    CUE(PARTICIPANTS_FIRST, "participants_first")                            \
    CUE(DEADLINE, "deadline")                                                \
    CUE(RECEIVED, "received")                                                \
    CUE(PREVIOUS, "previous")                                                \
    CUE(AREA_NUMBER, "area_number")                                          \
    CUE(AREAS_NAMED, "areas_named")                                          \
    CUE(AREAS_COUNTED, "areas_counted")                                      \
    CUE(SHARED_HEADING, "shared_heading")                                    \
    CUE(LAW_LEAD, "law_lead")                                                \
    CUE(LAW_WORD, "law_word")                                                \
    CUE(RATING_HIGH, "rating_high")                                          \
    CUE(RATING_PARTIAL, "rating_partial")                                    \
    CUE(RATING_LOW, "rating_low")                                            \
    CUE(RATING_SUBJECT, "rating_subject")                                    \
    CUE(SCALE, "scale")                                                      \
    CUE(POINTS_LEAD, "points_lead")                                          \
    CUE(POINT_START, "point_start")                                          \
    CUE(ACCOUNT_START, "account_start")                                      \
    CUE(ACCOUNT_END, "account_end")                                          \
    CUE(ACCOUNT_HEADING, "account_heading")                                  \
    CUE(OUTCOME_SUFFICIENT, "outcome_sufficient")                            \
    CUE(OUTCOME_IN_LINE, "outcome_in_line")                                  \
    CUE(OUTCOME_MORE_NEEDED, "outcome_more_needed")                          \
    CUE(OUTCOME_REMEDIED, "outcome_remedied")                                \
    CUE(OUTCOME_REMAINING, "outcome_remaining")                              \
    CUE(OUTCOME_NEGATED, "outcome_negated")                                  \
    CUE(INJUNCTION, "injunction")                                            \
    CUE(REMARK, "remark")                                                    \
    CUE(FINE, "fine")                                                        \
    CUE(WAIVED, "waived")                                                    \
    CUE(INTERVENTION_NOT, "intervention_not")                                \
    CUE(CLOSING, "closing")                                                  \
    CUE(NOT_AREA, "not_area")                                                \
    CUE(IN_AREA, "in_area")                                                  \
    CUE(ACCOUNT_WEAK, "account_weak")                                        \
    CUE(DEMAND_HEADING, "demand_heading")                                    \
    CUE(DEMAND_SENTENCE, "demand_sentence")                                  \
    CUE(DEMAND_LEAD, "demand_lead")

enum cue {
#define CUE(name, key) CUE_##name,
    CUES(CUE)
#undef CUE
    CUE_COUNT
};

struct role {
    struct str id, sv, en;
    enum row_part part;
    bool head;    /* the heading of its part, with no answer of its own */
    int topics;   /* lexicon: words of the answer to a prompt, or -1 */
};

/* A line of the form: a label, a prompt, or the name of an area. */
enum line_use { LINE_LABEL, LINE_PROMPT, LINE_AREA };

struct form_line {
    enum line_use use;
    struct str text;
    struct str role_id;  /* of a label, until the roles are all known */
    int role;            /* NO role: -1 */
    int family;          /* index into families */
    int template;        /* index into items, or -1: every one in the family */
    const struct node *at;
    uint32_t first, end; /* tokens of templates->form */
    uint32_t core_end;   /* where its parenthesis begins, else end */
    uint32_t words;      /* that are no marks, before core_end */
    uint32_t asked;      /* long words, all of it: what a copy must hold */
};

enum { PROMPT_SETS = 4 }; /* times 64 lines that an index can tell apart */

/* A long word of a form and the lines it stands in, a bit each. */
struct prompt_word {
    uint64_t key;
    uint64_t lines[PROMPT_SETS];
};

struct prompt_index {
    struct prompt_word *words; /* by key */
    size_t count;
};

struct family {
    struct str id;
    struct prompt_index prompts[2]; /* exact, and as OCR reads them */
};

enum layout { LAYOUT_REPORT, LAYOUT_FORM, LAYOUT_DECISION, LAYOUT_REPLY };

struct kind {
    struct str id, sv, en, title;
    enum layout layout;
    bool sender;
    bool anywhere; /* the title may stand last in its line */
    bool other;    /* known to be no report: stays unknown */
    /* Lexicons, or -1. */
    int titles, letter, sent, signs, needs, says, about, addressee;
    uint64_t groups[GROUPS_MOST]; /* of roles, a bit each */
    size_t group_count;
    const struct node *sections; /* the groups as written */
};

struct template {
    struct str id, kind;
    int family; /* or -1 */
    int answered; /* lexicon: an account of its says so; -1: its marks */
    bool draft, asks_colour, unjudged_accounts;
    struct str *still_judged; /* families, where accounts are not judged */
    size_t still_judged_count;
    int marks; /* lexicon, or -1 */
    struct str *row_names;
    size_t row_name_count;
    const struct node *at;
    uint64_t rows; /* bit n: it has the row of role n */
};

/* A named list of phrases: a school form, a subject of decisions. */
struct named {
    struct str id;
    bool main;
    int names, weak, loose; /* lexicons, or -1 */
    int role;        /* of a section */
};

/* A pattern of reference numbers. */
struct reference {
    struct str pattern;
    struct regex *regex; /* once the templates are open */
    bool led; /* only after a word that leads to a number */
};

struct month {
    uint64_t plain, loose;
    int month;
};

struct templates {
    struct arena *arena;
    struct lexicons *lexicons;
    int cues[CUE_COUNT]; /* lexicons, or -1 */
    struct role roles[ROLES_MOST];
    size_t role_count;
    struct family families[FAMILIES_MOST];
    size_t family_count;
    struct kind kinds[KINDS_MOST];
    size_t kind_count;
    struct template items[TEMPLATES_MOST];
    size_t count;
    struct named forms[NAMES_MOST]; /* school forms */
    size_t form_count;
    struct named subjects[NAMES_MOST];
    size_t subject_count;
    struct named sections[NAMES_MOST]; /* headings of reports, first fit */
    size_t section_count;
    int unit_endings, unit_after, unit_before, unit_common;
    int owner_after, owner_genitive, owner_before, owner_company,
        owner_place;
    /* Words that begin no name, by key; too common for a lexicon's hits. */
    uint64_t *not_names[2]; /* exact, and as OCR reads them; sorted */
    size_t not_name_count;
    struct str path_measure, path_goal_block;
    struct reference references[NAMES_MOST];
    size_t reference_count;
    struct month *months;
    size_t month_count, month_capacity;

    struct form_line *lines;
    size_t line_count, line_capacity;
    struct tokens *form; /* the lines' words */
    struct document *form_text;
    uint64_t *plain, *loose; /* per word of `form` its keys */
};

/* The key of a word: exact, or seen through the noise of OCR. */
uint64_t word_key(const struct word *word, bool ocr);

/* Whether a token counts as a word: anything but a mark. */
static inline bool is_word(const struct tokens *tokens, size_t token)
{
    return tokens->items[token].kind != TOKEN_MARK;
}

#endif
