/* decisions - small decisions, made by hand, for tests of the store. */
#ifndef SKOLLINT_TESTS_DECISIONS_H
#define SKOLLINT_TESTS_DECISIONS_H

#include "lines.h"
#include "review/review.h"

#include <stdio.h>
#include <string.h>

/* One decision with one area, and the account of it that it retells. */
struct made_decision {
    struct document *document;
    struct passage passages[8];
    struct span points[1];
    struct area area;
    struct outline decision, account;
    struct reviewed reviewed[2];
    struct criterion criterion;
    struct result result;
    struct ruleset ruleset;
    struct arena *arena;
    struct review review;
};

static inline struct span block_span(const struct document *document,
                                     size_t block)
{
    return document->blocks[block].span;
}

/*
 * Lines of `text`: a title, the point, then the sentences of the account.
 * `outcome` is "in_line", "more_needed" …
 */
static inline struct made_decision *decision_of(const char *text,
                                                const char *outcome)
{
    struct arena *arena = arena_new();
    struct made_decision *made = arena_alloc(arena, sizeof *made);
    struct document *document = document_of_lines(text);

    *made = (struct made_decision){.arena = arena, .document = document};
    snprintf(document->sha256, sizeof document->sha256, "%016llx%048d",
             (unsigned long long)str_hash(document->text), 0);
    document->path = STR("akt/beslut.txt");
    made->points[0] = block_span(document, 1);
    made->area = (struct area){
        .name = {STR("Huvudmannens kompensatoriska arbete"), {0, 0}},
        .subject = STR("kompensatoriskt"),
        .rating = "low",
        .development_points = made->points,
        .development_point_count = 1,
        .outcome = outcome,
        .outcome_span = block_span(document, 0),
    };
    made->decision = (struct outline){
        .document = document,
        .kind = STR("beslut"),
        .areas = &made->area,
        .area_count = 1,
        .within_area = -1,
    };
    made->account = (struct outline){
        .document = document,
        .passages = made->passages,
        .within = &made->decision,
    };
    for (size_t i = 2; i < document->block_count && i < 10; i++)
        made->passages[made->account.passage_count++] =
            (struct passage){.span = block_span(document, i),
                             .block = i,
                             .voice = VOICE_RETOLD};
    made->criterion.id = STR("KO-01");
    made->result = (struct result){.criterion = &made->criterion,
                                   .verdict = strcmp(outcome, "in_line") == 0
                                                  ? VERDICT_MET
                                                  : VERDICT_NOT_MET};
    made->reviewed[0] = (struct reviewed){.id = STR("d1"),
                                          .within = -1,
                                          .document = document,
                                          .outline = &made->decision};
    made->reviewed[1] = (struct reviewed){.id = STR("d1.a1"),
                                          .document = document,
                                          .outline = &made->account,
                                          .results = &made->result,
                                          .result_count = 1};
    made->ruleset.lexicons = lexicons_new(arena);
    lexicons_finish(made->ruleset.lexicons,
                    &(struct problems){.arena = arena});
    snprintf(made->ruleset.sha256, sizeof made->ruleset.sha256, "%s", "r1");
    made->review = (struct review){.arena = arena,
                                   .ruleset = &made->ruleset,
                                   .documents = made->reviewed,
                                   .document_count = 2};
    return made;
}

static inline void decision_free(struct made_decision *made)
{
    lexicons_free(made->ruleset.lexicons);
    document_free(made->document);
    arena_free(made->arena);
}

#endif
