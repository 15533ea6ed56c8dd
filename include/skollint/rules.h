/*
 * rules - the rule sets, and every sentence that the library can say.
 *
 * The sets that ship with the library are built into it. Once
 * skollint_rules_finish has returned, a rules object is never changed: any
 * number of threads may use it at once.
 */
#ifndef SKOLLINT_RULES_H
#define SKOLLINT_RULES_H

#include <skollint/error.h>
#include <stdbool.h>

#pragma GCC visibility push(default)

struct skollint_rules;

enum skollint_sets { SKOLLINT_BUILT_IN, SKOLLINT_ONLY_ADDED };

/*
 * New rules that speak "sv" or "en"; NULL for any other language. With
 * SKOLLINT_ONLY_ADDED no criterion comes with it; the law register, the
 * templates and the sentences of the program always do.
 */
struct skollint_rules *skollint_rules_new(const char *language,
                                          enum skollint_sets sets);
void skollint_rules_free(struct skollint_rules *rules); /* NULL is fine */

/* Add one YAML file. The bytes need not outlive the call. */
void skollint_rules_add(struct skollint_rules *rules, const char *path,
                        const void *bytes, size_t size);

/*
 * Add a municipality's settings (.skollint.yaml), before finish. Mistakes
 * are among the problems then. The bytes need not outlive the call.
 */
void skollint_rules_settings(struct skollint_rules *rules, const char *path,
                             const void *bytes, size_t size);

/* Folder `index` of rules that the settings name; NULL after the last. */
const char *skollint_rules_folder(const struct skollint_rules *rules,
                                  size_t index);

/*
 * Make the rules ready for use. False when a file had mistakes: then they
 * can be listed, and nothing else may be done but free.
 */
bool skollint_rules_finish(struct skollint_rules *rules);

/* All mistakes in one text, "FILE:LINE:COLUMN: what" a line; "" if none. */
char *skollint_rules_problems(const struct skollint_rules *rules);

/* What there is, one line per criterion, grouped by rule set. */
char *skollint_rules_list(const struct skollint_rules *rules);

/*
 * Run the examples that criteria carry, told as "text" or "junit"; NULL for
 * any other format. *clean says if all held.
 */
char *skollint_rules_test(const struct skollint_rules *rules,
                          const char *format, bool *clean);

/*
 * What is allowed and yet unwise: patterns in which no character is sure to
 * stand, so that they are tried at every place of a text. A line each; none of
 * the built-in patterns.
 */
char *skollint_rules_warnings(const struct skollint_rules *rules);

/*
 * One criterion in plain language, for a screen that is `width` wide, 0 for
 * 80; NULL when there is none of that id.
 */
char *skollint_rules_explain(const struct skollint_rules *rules,
                             const char *id, size_t width);

struct skollint_value {
    const char *name;
    const char *text;
};

/* The sentence of a key, filled; an unknown key gives the key. */
char *skollint_rules_say(const struct skollint_rules *rules, const char *key,
                         const struct skollint_value *values, size_t count);

/* An error in words: what is wrong, and what to do. Also before finish. */
char *skollint_error_text(const struct skollint_rules *rules,
                          const struct skollint_error *error);

/* The table of limits: name, value and what is said when it is passed. */
char *skollint_rules_limits(const struct skollint_rules *rules);

/*
 * The citations in a text, what each means and whether it was in force on a
 * day. `on` is "YYYY-MM-DD" or NULL for `today`; format "text" or "json".
 * NULL with the reason when an argument is not right.
 */
char *skollint_rules_cite(const struct skollint_rules *rules,
                          const char *text, size_t length, const char *on,
                          const char *today, const char *format,
                          struct skollint_error *error);

/* Free any text that the library returned; NULL is fine. */
void skollint_text_free(char *text);

#pragma GCC visibility pop

#endif
