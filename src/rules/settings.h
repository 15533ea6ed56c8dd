/*
 * settings - what a municipality has chosen: .skollint.yaml as data.
 *
 *   format: 1
 *   profile: kvalitetsrapport-enhet
 *   off: [{criterion: BE-03, reason: …}]
 *   values: {minsta_grupp: 15}
 *   labels: {orsak: ["Vad beror det på?"]}
 *   headings: {analys: ["så tänker vi"]}
 *   rules: [egna-regler]
 *   exceptions: [{criterion: FO-03, reason: …, by: …, expires: 2026-12-31}]
 *   judged: [{criterion: ST-06, verdict: met, reason: …, by: …, decided: …}]
 *
 * A setting that changes nothing (an unknown criterion, a value that is
 * already so, an exception nothing needs) is a mistake, as it shows that the
 * file does not do what its author believes. Mistakes that only a run can
 * show are told by the review. A settings file may have come with the mail:
 * all of it is shown in every report.
 */
#ifndef SKOLLINT_RULES_SETTINGS_H
#define SKOLLINT_RULES_SETTINGS_H

#include "base/date.h"
#include "base/yaml.h"

enum setting_kind { SETTING_OFF, SETTING_EXCEPTION, SETTING_JUDGED };

const char *setting_kind_name(enum setting_kind kind); /* "off" … */

/* A criterion somebody has answered for, with reason and name. */
struct setting {
    enum setting_kind kind;
    struct str criterion;
    struct str document; /* only files whose name is this; empty: all */
    struct str verdict;  /* of SETTING_JUDGED: "met" … */
    struct str reason, by;
    struct date until; /* `expires`, or the day it was decided */
    const struct node *node;
};

struct setting_value {
    struct str name, text;
    const struct node *node;
};

struct settings {
    struct arena *arena;
    struct str path;
    const struct node *profile; /* its text; or NULL */
    struct setting *items;
    size_t count, capacity;
    struct setting_value *values;
    size_t value_count, value_capacity;
    const struct node *labels, *headings; /* or NULL */
    struct str *rules; /* folders, relative to the file */
    size_t rule_count;
};

/*
 * Read a settings file's bytes; NULL when it has mistakes, which are then in
 * `problems`. Free with settings_free.
 */
struct settings *settings_read(struct str path, struct str bytes,
                               struct problems *problems);
void settings_free(struct settings *settings); /* NULL is fine */

/* Whether they change how rules are read, and not only what comes of them. */
bool settings_change_rules(const struct settings *settings);

#endif
