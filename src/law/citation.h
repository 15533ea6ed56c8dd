/*
 * citation - references to statutes found in running text.
 *
 * A citation is one series under one statute: "1 kap. 9 §, 4 kap. 3, 5-7 §§
 * skollagen". It is read by a grammar whose words are data (rules/law), in
 * time linear in the text, and its ranges are spelled out in the register's
 * order. What it means on a day is for law/register.h to say.
 */
#ifndef SKOLLINT_LAW_CITATION_H
#define SKOLLINT_LAW_CITATION_H

#include "base/arena.h"
#include "base/date.h"
#include "law/provision.h"

enum citation_kind {
    CITATION_STATUTE,     /* an act or ordinance, with or without provisions */
    CITATION_REGULATION,  /* SKOLFS and the like, curricula too */
    CITATION_PREPARATORY  /* a bill, a committee report … */
};

/* Provisions as written; `last` differs from the provision's in a range. */
struct citation_item {
    struct provision provision;
    struct law_number last;
};

struct citation {
    enum citation_kind kind;
    struct span span;
    struct str statute; /* its name in the register, or as written */
    struct statute_id id;
    bool named;    /* the statute is named beside it, or before it */
    bool numbered; /* and by its number, or by its year */
    bool open;     /* a chapter is needed and could not be found */
    struct citation_item *items;
    size_t item_count;
    struct provision *provisions; /* items with ranges spelled out; none for
                                     a whole statute or a bill */
    size_t provision_count;
};

struct citations {
    struct citation *items; /* in text order, never overlapping */
    size_t count;
    size_t seen;   /* what looked like a citation, these included */
    size_t unread; /* of those: neither read nor bound to a chapter */
    bool cut;      /* LIMIT_CITATIONS or LIMIT_PROVISIONS was met */
};

/*
 * All citations of a text, in the arena; `text` must outlive them. Ranges
 * are spelled out as of the register's last day. `ocr` allows for more
 * misreadings. Text that is not UTF-8 does no harm.
 */
struct citations citations_read(struct arena *arena, struct str text,
                                bool ocr);

/* The same as of a day; see citation_on. */
struct citations citations_read_on(struct arena *arena, struct str text,
                                   bool ocr, struct date date);

/* The same, when only the list is wanted. */
struct citation *citations_find(struct arena *arena, struct str text,
                                bool ocr, size_t *count);

/*
 * Make the provisions those of a day: a range is spelled out as of then, and
 * a statute's name alone means the act that bore it. No date: the last day.
 * Returns how many provisions there are; at most `most` are made.
 */
size_t citation_on(struct arena *arena, struct citation *citation,
                   struct date date, size_t most);

/* "4 kap. 3 § skollagen", "5 § förvaltningslagen", "skollagen". */
void provision_print(struct buf *into, const struct provision *provision);

#endif
