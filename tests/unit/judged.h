/*
 * judged - a small review made by hand, for the tests of the outputs.
 *
 * One text in lines, two criteria with results and points, one piece of
 * personal data. Free with judged_free.
 */
#ifndef SKOLLINT_TESTS_JUDGED_H
#define SKOLLINT_TESTS_JUDGED_H

#include "output/output.h"
#include "rules/embedded.h"

#include <stdio.h>
#include <string.h>

static const char judged_text[] =
    "Slutredovisning av insatser\n"
    "Talviks kommun\n"
    "Mål som inte uppnåtts\n"
    "Klicka eller tryck här för att ange text.\n"
    "Anna Talgren, 20010101-2384, har <script>alert(1)</script> \x1b[31m röd "
    "\xe2\x80\xae text\n"
    "Måluppfyllelsen har stadigt ökat.\n"
    "Klicka eller tryck här för att ange text.\n";

struct judged {
    struct arena *arena;
    struct document document;
    struct outline outline;
    struct criterion criteria[3];
    struct ruleset ruleset;
    struct review review;
    struct reviewed reviewed;
    struct output output;
};

static inline struct span judged_span(const char *words, size_t from)
{
    size_t at = str_find(str_from(judged_text), str_from(words), from);

    return (struct span){(uint32_t)at, (uint32_t)strlen(words)};
}

static inline void judged_lines(struct judged *judged)
{
    struct str rest = judged->document.text, line;
    struct block *blocks = arena_alloc(judged->arena, 8 * sizeof *blocks);
    struct source_run *runs = arena_alloc(judged->arena, 8 * sizeof *runs);
    size_t count = 0;

    while (str_cut(&rest, '\n', &line) && count < 8) {
        uint32_t start = (uint32_t)(line.at - judged->document.text.at);

        blocks[count].kind = BLOCK_PARAGRAPH;
        blocks[count].span = (struct span){start, (uint32_t)line.length};
        runs[count] = (struct source_run){.start = start,
                                          .line = (uint32_t)count + 1,
                                          .column = 1,
                                          .part = UINT32_MAX};
        count++;
    }
    judged->document.blocks = blocks;
    judged->document.runs = runs;
    judged->document.block_count = judged->document.run_count = count;
}

static inline void judged_texts(struct judged *judged)
{
    judged->ruleset.texts = embedded_ruleset.texts;
}

static inline void judged_result(struct judged *judged, size_t index,
                                 enum verdict verdict, struct span span,
                                 bool personal)
{
    struct result *result = &judged->reviewed.results[index];
    struct evidence *evidence =
        arena_alloc(judged->arena, sizeof *evidence);

    *evidence = (struct evidence){
        .role = CONTRADICTS, .span = span, .personal = personal};
    memcpy(result->id, "0123456789abcde", 15);
    result->id[15] = (char)('0' + index);
    result->criterion = &judged->criteria[index];
    result->verdict = verdict;
    result->point = (int)index;
    result->message = STR("Rutan är tom, skriver 20010101-2384.");
    result->reason = STR("");
    result->fix = STR("Skriv vad som återstår.");
    result->evidence = evidence;
    result->evidence_count = 1;
}

static inline void judged_point(struct judged *judged, size_t index,
                                struct str title, struct span *places,
                                size_t count)
{
    struct point *point = &judged->reviewed.points[index];
    const struct result *result = &judged->reviewed.results[index];

    point->order = (unsigned)index + 1;
    point->severity = result->severity;
    point->verdict = result->verdict;
    point->open = true;
    point->title = title;
    point->message = result->message;
    point->advice = result->fix;
    point->places = places;
    point->place_count = count;
    point->results = arena_alloc(judged->arena, sizeof *point->results);
    point->results[0] = index;
    point->result_count = 1;
}

static inline void judged_fill(struct judged *judged)
{
    struct span *places = arena_alloc(judged->arena, 4 * sizeof *places);
    struct reviewed *reviewed = &judged->reviewed;

    reviewed->results = arena_alloc(judged->arena, 3 * sizeof(struct result));
    reviewed->points = arena_alloc(judged->arena, 3 * sizeof(struct point));
    reviewed->result_count = reviewed->point_count = 3;
    places[0] = judged_span("Klicka eller tryck här för att ange text.", 0);
    places[1] = judged_span("Klicka eller tryck här för att ange text.",
                            span_end(places[0]));
    places[2] = judged_span("stadigt ökat", 0);
    places[3] = judged_span("20010101-2384", 0);
    judged_result(judged, 0, VERDICT_NOT_MET, places[0], false);
    judged_result(judged, 1, VERDICT_PARTLY, places[2], false);
    judged_result(judged, 2, VERDICT_CANNOT_TELL, places[3], true);
    reviewed->results[1].severity = SEVERITY_SHOULD;
    judged_point(judged, 0, STR("Fyll i vad som inte är nått"), places, 2);
    judged_point(judged, 1, STR("Stryk eller visa åren"), places + 2, 1);
    judged_point(judged, 2, STR("Är det en person?"), places + 3, 1);
    reviewed->points[2].places[0] =
        judged_span("Anna Talgren, 20010101-2384, har <script>alert(1)"
                    "</script> \x1b[31m röd \xe2\x80\xae text",
                    0);
}

static inline struct judged *judged_new(void)
{
    struct arena *arena = arena_new();
    struct judged *judged = arena_alloc(arena, sizeof *judged);

    judged->arena = arena;
    judged->document.path = STR("a\x1b]0;x.txt");
    judged->document.format = STR("text");
    judged->document.text = str_from(judged_text);
    judged_lines(judged);
    judged_texts(judged);
    judged->criteria[0].id = STR("ST-07");
    judged->criteria[1].id = STR("BE-05");
    judged->criteria[2].id = STR("SE-01");
    judged->outline.document = &judged->document;
    judged->outline.kind = STR("slutredovisning");
    judged->outline.level = STR("huvudman");
    judged->outline.huvudman.text = STR("Talviks kommun");
    judged->outline.date.date = (struct date){2025, 6, 1};
    judged->reviewed.id = STR("d1");
    judged->reviewed.within = -1;
    judged->reviewed.document = &judged->document;
    judged->reviewed.outline = &judged->outline;
    judged->reviewed.answer = ANSWER_NOT_READY;
    judged->reviewed.answer_reason = STR("En ruta är tom.");
    judged_fill(judged);
    judged->review.ruleset = &judged->ruleset;
    judged->review.options.mode = "check";
    judged->review.options.language = "sv";
    judged->review.options.today = (struct date){2025, 6, 2};
    judged->review.documents = &judged->reviewed;
    judged->review.document_count = 1;
    judged->output = (struct output){
        .review = &judged->review,
        .texts = judged->ruleset.texts,
        .end = 1,
        .whole = true,
        .version = "1.2.3",
    };
    return judged;
}

static inline void judged_free(struct judged *judged)
{
    arena_free(judged->arena);
}

/* The review in a format, to be freed with free(). */
static inline char *judged_write(const struct judged *judged,
                                 const char *format)
{
    const struct writer *writer = writer_find(str_from(format));
    struct failure failure;
    struct buf out = {0};

    if (writer == NULL || !writer->write(&out, &judged->output, &failure))
        return NULL;
    return buf_take(&out);
}

#endif
