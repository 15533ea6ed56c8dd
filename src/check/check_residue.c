/* check residue - something that should not be left in is there. */
#include "check/kinds.h"
#include "check/selection.h"

struct settings {
    struct selection selection;
    unsigned kinds; /* bit per enum residue_kind */
};

static unsigned kind_bit(struct str name)
{
    for (unsigned i = 0; i < RESIDUE_KINDS; i++)
        if (str_equal(name, str_from(residue_name((enum residue_kind)i))))
            return 1u << i;
    return 0;
}

static void read(const struct check_reader *reader, const struct node *node,
                 void *into)
{
    struct settings *settings = into;
    size_t count;
    struct str *names =
        node_texts(reader->predicates.arena, reader->predicates.problems,
                   node, "kinds", &count);

    selection_read(reader, node, &settings->selection);
    settings->selection.voices = ~0u;
    if (count == 0)
        node_problem(reader->predicates.problems, node, "rule-missing-key",
                     "kinds");
    for (size_t i = 0; i < count; i++) {
        unsigned bit = kind_bit(names[i]);

        settings->kinds |= bit;
        if (bit == 0)
            node_problem(reader->predicates.problems, node_get(node, "kinds"),
                         "rule-unknown-name", names[i].at);
    }
}

static struct span shown_span(const struct scope *scope,
                              const struct residue *residue)
{
    const struct document *document = scope->facts->document;

    if (residue->span.length || document->block_count == 0)
        return residue->span;
    return document->blocks[document_block_at(document, residue->span.start)]
        .span;
}

static void run(const void *from, const struct scope *scope,
                struct outcome *outcome)
{
    const struct settings *settings = from;
    const struct outline *outline = scope->facts->outline;

    for (size_t i = 0; i < outline->residue_count; i++) {
        const struct residue *residue = &outline->residue[i];
        const struct passage *passage;

        if (!(settings->kinds >> residue->kind & 1))
            continue;
        passage = outline_passage_from(outline, residue->span.start);
        if (passage && !selection_has(&settings->selection, scope, passage))
            continue;
        outcome->found++;
        outcome_evidence(outcome, scope, SUPPORTS,
                         shown_span(scope, residue));
    }
    outcome->of = outcome->found;
    outcome->truth = outcome->found ? TRUTH_YES : TRUTH_NO;
}

static const char *const keys[] = {SELECTION_KEYS, "kinds", NULL};

const struct check_kind check_residue = {
    .name = "residue",
    .size = sizeof(struct settings),
    .keys = keys,
    .read = read,
    .run = run,
};
