/*
 * template - what is known of a form: its labels in order, as data.
 *
 * Read from the files in rules/templates; see rules/README.md for the keys. A
 * template is an ordered list of roles with label variants (a form), of
 * headings with roles (a kvalitetsrapport), or of phrases that begin the
 * parts of a letter (a decision).
 */
#ifndef SKOLLINT_STRUCTURE_TEMPLATE_H
#define SKOLLINT_STRUCTURE_TEMPLATE_H

#include "base/yaml.h"

struct template;
struct templates;

/* Add one file of templates; mistakes go to `problems`. */
struct templates *templates_new(struct arena *arena);
void templates_read(struct templates *templates, const struct node *root,
                    struct problems *problems);
/*
 * A municipality's own words, before templates_finish: labels (role: texts)
 * that any form may have, headings (role: phrases) of reports in free form.
 * Either map may be NULL.
 */
void templates_add_synonyms(struct templates *templates,
                            const struct node *labels,
                            const struct node *headings,
                            struct problems *problems);
void templates_finish(struct templates *templates, struct problems *problems);

/*
 * Finished templates made ready for use: a copy in `arena` that shares all
 * they point to and has its patterns compiled. Free with templates_free.
 */
struct templates *templates_open(struct arena *arena,
                                 const struct templates *finished);
void templates_free(struct templates *templates); /* NULL is fine */

/* Role names ("orsak", "mal" …); index is what passage.role holds. */
size_t templates_role_count(const struct templates *templates);
struct str templates_role(const struct templates *templates, int role);
int templates_find_role(const struct templates *templates, struct str name);
/* The same; where there is none, a mistake at `at` with the nearest, and -1. */
int templates_need_role(const struct templates *templates, struct str name,
                        const struct node *at, struct problems *problems);
/* What people call the role: "Orsaker"; `language` is "sv" or "en". */
struct str templates_role_name(const struct templates *templates, int role,
                               const char *language);

struct str template_id(const struct template *template);
struct str template_kind(const struct template *template);
bool template_draft(const struct template *template);
/* What such a decision retells answers questions no criterion asks yet. */
bool template_unjudged_accounts(const struct template *template);

/* Whether criteria of that family hold for accounts of it all the same. */
bool template_still_judges(const struct template *template,
                           struct str family);
/* Whether the form has a row of that role at all. */
bool template_has_role(const struct template *template, int role);
/* The template of that id; NULL when there is none. */
const struct template *templates_find(const struct templates *templates,
                                      struct str id);
/* A mistake at `at` that names them all when there is none of that id. */
void templates_need(const struct templates *templates, struct str id,
                    const struct node *at, struct problems *problems);

/*
 * The title of such a document and the label of a row, as they stand in the
 * form; the role's id where the form has no label for it.
 */
struct str template_title(const struct templates *templates,
                          const struct template *template);
struct str template_label(const struct templates *templates,
                          const struct template *template, int role);

/*
 * A profile in words, "KIND" or "KIND-LEVEL", taken apart; "auto" is both
 * empty. False when there is no such kind or level.
 */
bool templates_profile(const struct templates *templates, struct str text,
                       struct str *kind, struct str *level);

/* The same; where it is none, a mistake at `at` that names those there are. */
void templates_need_profile(const struct templates *templates,
                            struct str text, const struct node *at,
                            struct problems *problems);

/* The phrases by which documents are understood. */
struct lexicons;
const struct lexicons *templates_lexicons(const struct templates *templates);

/* The form asks for degrees by colour. */
bool template_asks_colour(const struct template *template);

#endif
