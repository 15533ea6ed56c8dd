/*
 * tables - the register as sorted tables, made from rules/law by tables.awk.
 *
 * Nothing is read or built when the program starts. All texts stand in one
 * pool and are named by their offset there; offset 0 is the empty text. A
 * date is the number YYYYMMDD, 0 for none; an act is year << 16 | number.
 */
#ifndef SKOLLINT_LAW_TABLES_H
#define SKOLLINT_LAW_TABLES_H

#include "law/provision.h"

/* The kinds of word that the grammar of citations knows (words.tsv). */
enum law_word_kind {
    WORD_CHAPTER = 1, /* "kapitel"; value 1: "kap", never a book's */
    WORD_CLAUSE,      /* "paragraf" */
    WORD_SUBCLAUSE,   /* "stycket" */
    WORD_ITEM,        /* "punkt" */
    WORD_SENTENCE,    /* "meningen" */
    WORD_DASH_ITEM,   /* "strecksatsen" */
    WORD_ORDINAL,     /* "andra": value 2 */
    WORD_AND,         /* joins: "och", "samt" … */
    WORD_TO,          /* "till" */
    WORD_IN,          /* before a statute: "i" */
    WORD_THIS,        /* between the two: "den nya" */
    WORD_OLD,         /* the statute before the present one: "gamla" */
    WORD_OF_YEAR,     /* "års" */
    WORD_ACT,         /* before a number: "lagen" */
    WORD_HALF,        /* first half of a joined name */
    WORD_SFS,
    WORD_SERIES,      /* other series: "SKOLFS"; text is its name */
    WORD_PREPARATORY, /* "prop"; value is a text */
    WORD_PAGE,        /* "s" */
    WORD_FOLLOWING,   /* "ff" */
    WORD_ARTICLE,     /* "artikel" */
    WORD_CURRICULUM,  /* "Lgr", a name once its year follows */
    WORD_TAIL,        /* ends the name of a statute: "lagen" */
    WORD_STATUTE,     /* a statute's name: value is its index */
    WORD_SAME,        /* before an act: the one last named */
    WORD_WITH,        /* "till och med" */
    WORD_CARDINAL     /* "fyra": value 4 */
};

enum law_name_how { NAME_PLAIN, NAME_SURE, NAME_BESIDE };

struct law_word {
    uint32_t folded; /* lower case, without diacritics; ASCII */
    uint32_t exact;  /* the only spelling that counts, or 0 */
    uint32_t value;
    uint8_t length;
    uint8_t kind;
    uint8_t how; /* enum law_name_how, of a statute's name */
};

enum statute_division {
    DIVIDED_CHAPTERS,
    DIVIDED_CLAUSES,
    DIVIDED_ARTICLES,
    DIVIDED_PARTS
};

struct law_statute {
    struct statute_id id;
    uint32_t name, title;
    uint32_t from, applied_from, to;
    uint32_t known_until; /* 0: the register has no clauses of it */
    int successor;        /* index, or -1 */
    uint8_t division;
    uint32_t first_clause, clause_count;
    uint32_t first_event, event_count;
    uint32_t first_chapter, chapter_count;
};

enum clause_status {
    CLAUSE_IN_FORCE,
    CLAUSE_REPEALED,
    CLAUSE_FUTURE,
    CLAUSE_NOT_LAW /* an article of a convention that was not made law */
};

/* One wording of one clause. Sorted by statute, key, from. */
struct law_clause {
    uint32_t key;
    uint32_t from, to;
    uint32_t since; /* the number has meant this from that day */
    uint32_t act, since_act;
    uint32_t heading;
    uint32_t subclauses; /* items in each, "0,2,0"; 0 when not counted */
    uint8_t status;
    uint8_t own; /* the heading stands right above this clause */
};

/* In the order things happen on one and the same day. */
enum law_action {
    ACTION_REPEALED_CHAPTER,
    ACTION_REPEALED,
    ACTION_MOVED,    /* to other_key */
    ACTION_MOVED_IN, /* from other_key */
    ACTION_NEW_CHAPTER,
    ACTION_NEW,
    ACTION_CHANGED
};

/* Sorted by statute, key, date, action. */
struct law_event {
    uint32_t key; /* without clause for a whole chapter */
    uint32_t date;
    uint32_t act;
    uint32_t other_key;
    uint8_t action;
};

struct law_chapter {
    uint32_t key;
    uint32_t title;
};

/* Wording still applied after it was formally changed or repealed. */
struct law_applied {
    uint32_t statute, key, from, until, act;
};

struct law_subject {
    uint32_t subject, statute, key;
    uint8_t core;
};

struct law_amendment {
    uint32_t statute, act, in_force, preparatory;
};

struct law_known {
    uint32_t act, title;
};

enum { LAW_WORD_SLOTS = 4096 };

extern const char law_pool[];
extern const struct law_word law_words[];
extern const uint16_t law_word_slots[LAW_WORD_SLOTS]; /* index + 1 */
extern const uint32_t law_word_lengths[26]; /* by first letter, bit = length */
extern const uint32_t law_tails[]; /* ends in 0 */
extern const uint32_t law_word_openings[26]; /* of those that open a run */
extern const struct law_statute law_statutes[];
extern const uint32_t law_statute_count;
extern const struct law_clause law_clauses[];
extern const struct law_event law_events[];
extern const struct law_chapter law_chapters[];
extern const struct law_applied law_applied[];
extern const uint32_t law_applied_count;
extern const struct law_subject law_subjects[];
extern const uint32_t law_subject_count;
extern const struct law_amendment law_amendments[];
extern const uint32_t law_amendment_count;
extern const struct law_known law_known[];
extern const uint32_t law_known_count;

static inline uint32_t law_key(struct law_number chapter,
                               struct law_number clause)
{
    uint32_t chapter_letter = chapter.letter ? chapter.letter - 96u : 0;
    uint32_t clause_letter = clause.letter ? clause.letter - 96u : 0;

    return (uint32_t)chapter.value << 22 | chapter_letter << 17 |
           (uint32_t)clause.value << 5 | clause_letter;
}

enum { LAW_KEY_CHAPTER_MOST = 1023, LAW_KEY_CLAUSE_MOST = 4095 };

#endif
