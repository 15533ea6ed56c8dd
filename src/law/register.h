/*
 * register - the statutes as the register knows them, day by day.
 *
 * Built into the program as sorted tables (law/tables.h): nothing is read
 * or built at the start. What the register does not know it says so: past
 * its last day everything is unknown, with what was last known.
 */
#ifndef SKOLLINT_LAW_REGISTER_H
#define SKOLLINT_LAW_REGISTER_H

#include "base/date.h"
#include "law/provision.h"

enum law_status {
    LAW_IN_FORCE,
    LAW_REPEALED,
    LAW_NOT_YET,
    LAW_NEVER,
    LAW_UNKNOWN,
    LAW_STATUSES
};

/* "in_force" …, as in JSON. */
const char *law_status_name(enum law_status status);

/*
 * What a provision meant on a day. `note` is a key into the program's texts
 * (rules/frame/law.yaml) that names what a person should know, with the
 * dates and provisions below; NULL when there is nothing to say.
 */
struct judgement {
    enum law_status status;
    enum law_status last_known; /* when status is LAW_UNKNOWN */
    bool knows;         /* last_known says something */
    bool off;           /* an author should look at it again */
    const char *note;
    struct date changed; /* the day the note is about */
    struct date until;   /* applied until then, by a transitional rule */
    uint32_t act;        /* the amending act of that day, year << 16 | no */
    struct provision now; /* where the content is today; year 0: nowhere */
    struct str heading;     /* of what was cited, as far as it is known */
    struct str heading_now; /* of what stands under the number today */
    struct date known_until; /* the register's last day for the statute */
};

struct judgement register_judge(const struct provision *provision,
                                struct date date);

/* Index of a statute in the register, or -1. The first is the default. */
int register_find(struct statute_id id);
size_t register_statutes(void);
struct statute_id register_statute(int index);
struct str register_name(int index);   /* "skollagen" */
struct str register_title(struct statute_id id); /* empty when unknown */
/* The statute that an act amends, and from which day; -1 for none. */
int register_amended_by(struct statute_id id, struct date *in_force);
bool register_has_chapters(int index);
/* Whether the register has the statute's clauses, not its name alone. */
bool register_has_clauses(int index);
struct date register_last_day(int index); /* no date without clauses */

/* The statute that bore the name on a day: the act before a newer one. */
int register_on(int index, struct date date);

/* Whether such a chapter or clause exists or ever existed. */
bool register_knows(int index, struct law_number chapter,
                    struct law_number clause);

/* Whether the clause exists on a day; no date: on the register's last. */
bool register_exists(int index, struct law_number chapter,
                     struct law_number clause, struct date date);

/*
 * The clauses of a chapter from `first` to `last` on a day (no date: the
 * register's last), in order; repealed ones without a letter too, as they
 * are counted along. Returns how many; fills `most`.
 */
size_t register_range(int index, struct law_number chapter,
                      struct law_number first, struct law_number last,
                      struct date date, struct law_number *into, size_t most);

/* Chapters of a statute in order; fills `most`. */
size_t register_chapters(int index, struct law_number *into, size_t most);

/* The title of a chapter; empty when not known. */
struct str register_chapter_title(int index, struct law_number chapter);

#endif
