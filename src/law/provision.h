/*
 * provision - what a citation names: statute, chapter, clause and its parts.
 *
 * Plain values, compared and copied freely. The words follow the glossary:
 * a clause is a paragraph of a statute (§), a subclause one of its stycken,
 * an item one of its numbered points.
 */
#ifndef SKOLLINT_LAW_PROVISION_H
#define SKOLLINT_LAW_PROVISION_H

#include "base/buf.h"

/* A number with a letter, "6 a"; value 0 is none. */
struct law_number {
    uint16_t value;
    char letter; /* 'a' to 'z', or NUL */
};

/* "2010:800", "SKOLFS 2002:7"; year 0 when the statute is not known. */
struct statute_id {
    char series[8]; /* "" for SFS */
    uint16_t year;
    uint32_t number;
};

struct provision {
    struct statute_id statute;
    struct law_number chapter; /* none: not divided, or left open */
    struct law_number clause;  /* none: the whole chapter or statute */
    uint8_t subclause;         /* from 1; 0 none */
    uint8_t item;              /* from 1; 0 none */
    bool implied;  /* lettered, inside a range that does not name it */
    bool repaired; /* the sign was misread or lost, and was put back */
    bool bound;    /* the chapter was not written, but found */
    bool open;     /* a chapter is needed and could not be found */
};

int law_number_compare(struct law_number a, struct law_number b);
bool statute_id_equal(struct statute_id a, struct statute_id b);

/* "6 a"; nothing for none. */
void law_number_print(struct buf *into, struct law_number number);

/* "2010:800", "SKOLFS 2002:7"; nothing when unknown. */
void statute_id_print(struct buf *into, struct statute_id id);

#endif
