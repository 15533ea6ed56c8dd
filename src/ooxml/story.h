/*
 * story - the elements of a story of a Word document, one function each.
 *
 * For the files of this folder alone.
 */
#ifndef SKOLLINT_OOXML_STORY_H
#define SKOLLINT_OOXML_STORY_H

#include "ooxml/names.h"
#include "ooxml/reading.h"

typedef void (*story_element)(struct reading *reading,
                              const struct xml_tag *tag);

struct story_row {
    int number;
    story_element start, end;
};

/* Leave out the element whose start tag is being read, with all in it. */
void story_skip(struct reading *reading);

/* Rows that end with {0}. */
extern const struct story_row story_paragraphs[]; /* story_paragraph.c */
extern const struct story_row story_tables[];     /* story_table.c */
extern const struct story_row story_fields[];     /* story_field.c */
extern const struct story_row story_inserts[];    /* story_insert.c */

#endif
