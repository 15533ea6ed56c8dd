/* check sections - the parts a document should have stand under headings. */
#include "check/kinds.h"

enum { SUBJECTS_MOST = 8, GROUPS_MOST = 8 };

/*
 * Either roles: how many groups of section roles have a heading; or
 * subjects: of the areas a text speaks of (by lexicon), which have one.
 */
struct settings {
    uint64_t groups[GROUPS_MOST]; /* roles, one bit each */
    size_t group_count;
    size_t least;
    struct str subjects[SUBJECTS_MOST];
    int lexicons[SUBJECTS_MOST];
    size_t subject_count;
    bool every;      /* every subject spoken of; else one is enough */
    size_t headings; /* or: at least so many headings of any sort */
};

static void read_group(const struct check_reader *reader,
                       struct settings *settings, const struct node *group)
{
    uint64_t roles = 0;

    for (const struct node *item = group->kind == NODE_LIST ? group->first
                                                            : group;
         item; item = group->kind == NODE_LIST ? item->next : NULL) {
        int role = templates_need_role(reader->templates, item->text, item,
                                       reader->predicates.problems);

        if (role >= 0)
            roles |= (uint64_t)1 << role;
    }
    settings->groups[settings->group_count++] = roles;
}

static void read_subject(const struct check_reader *reader,
                         struct settings *settings, const struct node *node)
{
    int lexicon = lexicon_ask(reader->predicates.lexicons, node->text);

    if (lexicon < 0)
        node_problem(reader->predicates.problems, node, "rule-unknown-name",
                     NULL);
    settings->subjects[settings->subject_count] = node->key;
    settings->lexicons[settings->subject_count++] = lexicon;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    const struct node *roles = node_get(node, "roles");
    const struct node *subjects = node_get(node, "subjects");

    settings->least =
        node_number(reader->predicates.problems, node, "least", 1);
    settings->every =
        node_bool(reader->predicates.problems, node, "every", true);
    for (const struct node *item = roles ? roles->first : NULL;
         item && settings->group_count < GROUPS_MOST; item = item->next)
        read_group(reader, settings, item);
    for (const struct node *item = subjects ? subjects->first : NULL;
         item && settings->subject_count < SUBJECTS_MOST; item = item->next)
        read_subject(reader, settings, item);
    settings->headings =
        node_number(reader->predicates.problems, node, "headings", 0);
    if (settings->group_count + settings->subject_count +
            settings->headings ==
        0)
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "roles, subjects");
}

static bool has_group(const struct scope *scope, struct outcome *outcome,
                      uint64_t roles)
{
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->section_count; i++) {
        int role = outline->sections[i].role;

        if (role < 0 || role >= 64 || !(roles >> role & 1))
            continue;
        outcome_evidence(outcome, scope, SUPPORTS,
                         outline->sections[i].heading);
        return true;
    }
    return false;
}

static bool is_spoken_of(const struct scope *scope, int lexicon)
{
    const struct facts *facts = scope->facts;

    for (size_t i = 0; i < facts->sentence_count; i++)
        if (sentence_has(&facts->sentences[i], lexicon))
            return true;
    return false;
}

/* An area may be named in running text alone: then it has no heading. */
static bool is_heading(const struct outline *outline, struct span span)
{
    const struct passage *passage = outline_passage_of(outline, span);

    return passage && passage->voice != VOICE_OWN;
}

static bool has_area(const struct scope *scope, struct outcome *outcome,
                     struct str subject, bool alone)
{
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->area_count; i++) {
        if (!str_equal(outline->areas[i].subject, subject) ||
            !(alone || is_heading(outline, outline->areas[i].name.span)))
            continue;
        outcome_evidence(outcome, scope, SUPPORTS,
                         outline->areas[i].name.span);
        return true;
    }
    return false;
}

static bool is_asked_for(const struct settings *settings, struct str subject)
{
    for (size_t i = 0; i < settings->subject_count; i++)
        if (str_equal(settings->subjects[i], subject))
            return true;
    return false;
}

/* A text about one area alone needs no heading for it. */
static bool is_alone(const struct settings *settings,
                     const struct scope *scope)
{
    size_t spoken = 0;

    for (size_t i = 0; i < settings->subject_count; i++)
        spoken += is_spoken_of(scope, settings->lexicons[i]);
    return spoken == 1 && scope->facts->outline->area_count == 1;
}

static void run_subjects(const struct settings *settings,
                         const struct scope *scope, struct outcome *outcome)
{
    const struct outline *outline = scope->facts->outline;
    bool alone = is_alone(settings, scope);

    for (size_t i = 0; i < settings->subject_count; i++) {
        if (!is_spoken_of(scope, settings->lexicons[i]))
            continue;
        outcome->of++;
        outcome->found +=
            has_area(scope, outcome, settings->subjects[i], alone);
    }
    for (size_t i = 0; i < outline->area_count; i++)
        if (!is_asked_for(settings, outline->areas[i].subject)) {
            outcome->of++;
            if (!is_heading(outline, outline->areas[i].name.span))
                continue;
            outcome->found++;
            outcome_evidence(outcome, scope, SUPPORTS,
                             outline->areas[i].name.span);
        }
    outcome->truth =
        outcome->of && (settings->every ? outcome->found == outcome->of
                                        : outcome->found > 0)
            ? TRUTH_YES
            : TRUTH_NO;
}

static size_t count_headings(const struct scope *scope)
{
    const struct outline *outline = scope->facts->outline;
    size_t count = 0;

    for (size_t i = 0; i < outline->passage_count; i++)
        count += outline->passages[i].voice == VOICE_HEADING;
    return count;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    struct span all = {0, (uint32_t)scope->facts->document->text.length};

    if (settings->subject_count) {
        run_subjects(settings, scope, outcome);
    } else if (settings->headings) {
        outcome->found = outcome->of = count_headings(scope);
        outcome->truth =
            outcome->found >= settings->headings ? TRUTH_YES : TRUTH_NO;
    } else {
        outcome->of = settings->group_count;
        for (size_t i = 0; i < settings->group_count; i++)
            outcome->found += has_group(scope, outcome, settings->groups[i]);
        outcome->truth =
            outcome->found >= settings->least ? TRUTH_YES : TRUTH_NO;
    }
    if (outcome->truth == TRUTH_NO)
        outcome_searched(outcome, scope, all);
}

static const char *const keys[] = {"roles", "least",    "subjects",
                                   "every", "headings", NULL};

const struct check_kind check_sections = {
    .name = "sections",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
