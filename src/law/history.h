/*
 * history - what became of a clause's number, event by event.
 *
 * Private to src/law. Keys are those of law/tables.h; days are YYYYMMDD.
 */
#ifndef SKOLLINT_LAW_HISTORY_H
#define SKOLLINT_LAW_HISTORY_H

#include "law/tables.h"

enum chapter_state {
    CHAPTER_AS_NOW,  /* or the register says nothing of it */
    CHAPTER_EARLIER, /* other clauses stood in it, which are not known */
    CHAPTER_GONE,
    CHAPTER_NOT_YET
};

/* A number on a day. */
struct history {
    bool exists;
    bool ever;              /* before, on or after the day */
    enum chapter_state chapter;
    uint32_t since, since_act;   /* the number meant this from that day */
    uint32_t ended, ended_act;   /* when it does not exist: the last end */
    uint32_t moved_to;           /* key, when the end was a move */
    uint32_t begins, begins_act; /* the first beginning after the day */
};

struct history history_on(int statute, uint32_t key, uint32_t day);

/* Where what stood at a number on a day went, as far as is known. */
struct destiny {
    uint32_t key;  /* 0 when it was repealed */
    uint32_t date, act; /* of the first move or of the repeal; 0: none */
};
struct destiny history_follow(int statute, uint32_t key, uint32_t day);

/* The wording of a clause on a day; the nearest other one; or NULL. */
const struct law_clause *clause_on(int statute, uint32_t key, uint32_t day);

/* The first wording of a key at or after `key`; index into law_clauses. */
uint32_t clause_lower(int statute, uint32_t key);

/* The first event of a key at or after `key`; index into law_events. */
uint32_t event_lower(int statute, uint32_t key);

#endif
