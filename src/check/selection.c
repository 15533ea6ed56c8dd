/* selection - which sentences a check looks at. */
#include "check/selection.h"

static const char *const voices[] = {
    "own",    "heading",   "label",  "template", "placeholder", "goal",
    "demand", "authority", "retold", "front",    "any",         NULL};

enum { VOICE_ANY = 10 };

static uint64_t read_roles(const struct check_reader *reader,
                           const struct node *node, const char *key)
{
    size_t count;
    struct str *names =
        node_texts(reader->predicates.arena, reader->predicates.problems,
                   node, key, &count);
    uint64_t roles = 0;

    for (size_t i = 0; i < count; i++) {
        int role = templates_need_role(reader->templates, names[i],
                                       node_get(node, key),
                                       reader->predicates.problems);

        if (role >= 0)
            roles |= (uint64_t)1 << role;
    }
    return roles;
}

static unsigned voice_bit(const struct check_reader *reader,
                          const struct node *node, struct str name)
{
    for (unsigned i = 0; voices[i]; i++)
        if (str_equal(name, str_from(voices[i])))
            return i == VOICE_ANY ? ~0u : 1u << i;
    node_wrong_choice(reader->predicates.problems, node, name, voices);
    return 0;
}

void selection_read(const struct check_reader *reader,
                    const struct node *node, struct selection *selection)
{
    size_t count;
    struct str *names =
        node_texts(reader->predicates.arena, reader->predicates.problems,
                   node, "voice", &count);

    selection->roles = read_roles(reader, node, "in");
    selection->not_roles = read_roles(reader, node, "not_in");
    selection->all_parts =
        node_bool(reader->predicates.problems, node, "all_parts", false);
    selection->voices = count ? 0 : 1u << VOICE_OWN;
    for (size_t i = 0; i < count; i++)
        selection->voices |=
            voice_bit(reader, node_get(node, "voice"), names[i]);
}

static struct place place_of(const struct selection *selection,
                             const struct scope *scope)
{
    struct place place = {
        .roles = selection->roles,
        .not_roles = selection->not_roles,
        .voices = selection->voices,
        .measure = scope->measure,
        .goal_block = scope->goal_block,
        .area = scope->area,
    };

    if (selection->all_parts)
        place.measure = place.goal_block = place.area = NO_INDEX;
    return place;
}

bool selection_has(const struct selection *selection,
                   const struct scope *scope, const struct passage *passage)
{
    struct place place = place_of(selection, scope);

    return place_has(&place, passage);
}

bool selection_next(const struct selection *selection,
                    const struct scope *scope, const struct predicate *where,
                    size_t *index)
{
    struct place place = place_of(selection, scope);

    return columns_next(scope->facts, column_of_place(scope->facts, &place),
                        where ? column_of(scope->facts, where) : NULL, index);
}

static void add_run(struct outcome *outcome, const struct scope *scope,
                    struct span *run)
{
    if (run->length)
        outcome_searched(outcome, scope, *run);
    *run = (struct span){0, 0};
}

/* Neighbouring passages of one role become one place. */
void selection_searched(const struct selection *selection,
                        const struct scope *scope, struct outcome *outcome)
{
    const struct outline *outline = scope->facts->outline;
    struct place place = place_of(selection, scope);
    struct span run = {0, 0};
    int role = NO_INDEX;

    for (size_t i = 0; i < outline->passage_count; i++) {
        const struct passage *passage = &outline->passages[i];

        if (!place_has(&place, passage))
            continue;
        if (run.length && passage->role != role)
            add_run(outcome, scope, &run);
        if (run.length == 0)
            run = passage->span;
        run.length = span_end(passage->span) - run.start;
        role = passage->role;
    }
    add_run(outcome, scope, &run);
}
