/*
 * outline - how a document was understood: its kind, its parts, whose words.
 *
 * Made from a document and the templates (structure/template.h) by
 * outline_new. No Swedish word stands here: kinds, levels, roles and names
 * are texts from rules/templates. Role names and JSON values are fixed in
 * the contract ("slutredovisning", "huvudman", "orsak" …).
 */
#ifndef SKOLLINT_STRUCTURE_OUTLINE_H
#define SKOLLINT_STRUCTURE_OUTLINE_H

#include "base/date.h"
#include "document/document.h"
#include "language/tokens.h"
#include "structure/dates.h"
#include "structure/template.h"

enum { NO_INDEX = -1, ANY_AREA = -2 /* an enclosure goes with each */ };

/* A text found in the document; length 0 and empty text when not found. */
struct found {
    struct str text; /* normalised (huvudman "Åsmyra kommun"), or as it is */
    struct span span;
};

/*
 * A day found in the document; date.year 0 when not found. Where only a
 * month is said ("juni 2024") there is a span and no date.
 */
struct found_date {
    struct date date;
    struct span span;
};

/* What kind of words a passage holds. */
enum voice {
    VOICE_OWN,      /* the author's own words: what criteria judge */
    VOICE_HEADING,  /* a heading the author wrote */
    VOICE_LABEL,    /* a label of the form */
    VOICE_TEMPLATE, /* the form's boilerplate or instruction, also copied */
    VOICE_PLACEHOLDER, /* "Klicka eller tryck här …" */
    VOICE_GOAL_REPEAT, /* a goal repeated word for word in another field */
    VOICE_DEMAND,      /* quoted from the authority: what is asked */
    VOICE_AUTHORITY,   /* the authority speaks (in a decision) */
    VOICE_RETOLD,      /* an account as a decision retells it */
    VOICE_FRONT        /* title block, header, date and reference lines */
};

/*
 * A stretch of one block with one voice and one place in the structure. The
 * passages are in text order, never overlap, never cross a block, and cover
 * every non-empty block. Indexes are NO_INDEX where they do not apply.
 */
struct passage {
    struct span span;
    size_t block;
    enum voice voice;
    int role;       /* index into templates->roles: field or section */
    int measure;    /* index into outline->measures */
    int goal_block; /* index of the goal block in its measure, from 0 */
    int goal;       /* index into measure->goals: the passage is about it */
    int area;       /* index into outline->areas, or ANY_AREA */
};

/* Whether the passage belongs to the area with that index. */
bool passage_is_of(const struct passage *passage, int area);

enum field_state {
    FIELD_FILLED,
    FIELD_EMPTY,
    FIELD_PLACEHOLDER,  /* nothing but the form's prompt */
    FIELD_REPEATS_LABEL /* nothing but goals or labels said again */
};

/* "filled", "empty", "placeholder", "repeats_label". */
const char *field_state_name(enum field_state state);

/* One box of a form. */
struct field {
    int role;
    struct span label;   /* length 0 when the label was overwritten */
    struct span content; /* from first to last byte; length 0 when empty */
    enum field_state state;
    int goal_block; /* NO_INDEX for a field shared by the whole measure */
    size_t first_passage, passage_count; /* its content, labels left out */
};

enum goal_status {
    GOAL_UNKNOWN,
    GOAL_ACHIEVED,
    GOAL_ON_THE_WAY,
    GOAL_STARTED,
    GOAL_NOT_ACHIEVED
};

/* "achieved" …; NULL for GOAL_UNKNOWN. */
const char *goal_status_name(enum goal_status status);

struct goal {
    struct span span;
    int goal_block;
    enum goal_status status; /* by colour, or by a word at the goal */
    bool by_colour;
};

/* One matrix of the form: one problem and all that hangs on it. */
struct measure {
    struct str area; /* utvecklingsområde as chosen; empty when not said */
    struct found name;
    struct str *numbers; /* "3.4" …, in text order */
    size_t number_count;
    struct field *fields; /* in text order */
    size_t field_count;
    struct goal *goals;
    size_t goal_count;
    size_t goal_blocks;
    struct str title;              /* "Insats 2" */
    struct str *goal_block_titles; /* "Mål 1" …; goal_blocks of them */
    struct span span; /* from its first label to its last content */
};

struct section {
    int role; /* NO_INDEX when the heading says nothing to the templates */
    struct span heading;
    struct span body; /* to the next heading of the same or a higher level */
    unsigned level;
};

/* An area of a decision, or of an account that answers one. */
struct area {
    struct found name;
    struct str subject; /* id of a known subject ("analys" …), or empty */
    bool own; /* has results, causes and measures of its own: the headings of
                 the areas or what is said above them shows it */
    struct span law;    /* the text that cites provisions; may be empty */
    const char *rating; /* "high" "partial" "low", or NULL */
    struct span rating_span;
    struct span *development_points;
    size_t development_point_count;
    struct span account; /* where a decision retells the account */
    const char *outcome; /* "sufficient" "in_line" "more_needed" "remedied"
                            "remaining", or NULL */
    struct span outcome_span;
    const char *intervention;   /* "injunction" "remark" "fine" "waived" */
    struct found_date deadline; /* of this area alone, where one is set */
    struct span span;           /* all of it; for an account its section */
};

struct outline {
    struct arena *arena; /* the outline's own */
    const struct document *document;
    const struct templates *templates;
    const struct tokens *tokens; /* the document's, made once for all */
    const struct dated *dates;   /* every day written in it */
    size_t date_count;
    const struct template *template; /* NULL when none fits */
    /* For an account: the kind of decision it answers, as a template; NULL
       when the text does not tell. Tillsyn asks other things. */
    const struct template *answers;
    struct str kind;         /* "slutredovisning" … or "unknown" */
    unsigned kind_certainty; /* 2 by title, 1 by body alone, 0 unknown */
    struct span kind_span;   /* the words that decided */
    struct str level;        /* "huvudman" "enhet" "unknown" */
    struct span level_span;
    struct found huvudman, unit;
    struct str *school_forms; /* "grundskola" …, in the order of the data */
    size_t school_form_count;
    struct found_date date; /* the document's own */
    struct date not_before; /* it cannot be older, by the years it is about */
    struct found_date previous_decision, deadline, received;
    struct found *reference_numbers;
    size_t reference_number_count;
    bool front_lost; /* the letterhead is evidently not there */
    struct measure *measures;
    size_t measure_count;
    struct field *summary_fields; /* fields outside measures */
    size_t summary_field_count;
    struct section *sections;
    size_t section_count;
    struct area *areas;
    size_t area_count;
    struct residue *residue; /* the document's, and what the data names */
    size_t residue_count;
    struct passage *passages;
    size_t passage_count;
    size_t labels_seen, labels_of;   /* found of those the template has */
    size_t fields_seen, fields_of;   /* fields whose content was understood */
    size_t numbers_seen, numbers_of; /* structure/understood.h */
    size_t days_seen, days_of;

    /* Accounts a decision retells, each a document of its own. */
    struct outline **accounts;
    size_t account_count;
    const struct outline *within; /* the decision, for a retold account */
    int within_area;
};

/*
 * `ocr` documents are matched through their noise. The document and the
 * templates must outlive the outline.
 */
struct outline *outline_new(const struct document *document,
                            const struct templates *templates);
/* The same with words from a book, which must outlive it too. */
struct outline *outline_with(const struct document *document,
                             const struct templates *templates,
                             struct wordbook *book);
void outline_free(struct outline *outline); /* NULL is fine */

/*
 * Let the outline speak of the same document with an enclosure after it
 * (document/join.h): the enclosure's words are the author's own and stand in
 * no field, and in the area its title names or in each. Both documents must
 * outlive the outline. Before it is judged.
 */
void outline_enclose(struct outline *outline, const struct document *joined);

/*
 * Whether an area is of one of the subjects that decisions mainly judge; an
 * account of other areas alone is held to all questions in each.
 */
bool outline_has_main_area(const struct outline *outline);

/* The first passage that ends after the byte, or NULL. */
const struct passage *outline_passage_from(const struct outline *outline,
                                           uint32_t offset);
/* The first passage that overlaps the span, or NULL. */
const struct passage *outline_passage_of(const struct outline *outline,
                                         struct span span);

/* Headings and labels that lead to a place: "Insats 2", "Orsaker". */
size_t outline_path(const struct outline *outline, uint32_t offset,
                    struct str path[8]);

#endif
