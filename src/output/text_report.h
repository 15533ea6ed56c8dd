/*
 * text_report - the parts of the report for a terminal; see write_text.c.
 */
#ifndef SKOLLINT_OUTPUT_TEXT_REPORT_H
#define SKOLLINT_OUTPUT_TEXT_REPORT_H

#include "output/layout.h"
#include "output/view.h"

struct text_report {
    const struct output *output;
    struct layout layout;
    struct view view;
    struct buf line; /* the line or paragraph that is being put together */
};

/* Print the line at an indent, wrapped, and begin a new one. */
void text_flush(struct text_report *text, size_t indent, enum style style);

/* The open points of a group, under its heading. */
void text_group(struct text_report *text, enum group group);

/*
 * The documents of a run as a table: its head, and the answer, how much there
 * is to do and the name in one line. A brief report has the answer alone.
 */
void text_summary_head(struct text_report *text);
void text_summary_line(struct text_report *text);

/* What compare found, and audit, above the documents. */
void text_comparisons(struct text_report *text);
void text_dossiers(struct text_report *text);

#endif
