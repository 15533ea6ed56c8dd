/*
 * clean - plain bytes made a text as documents hold theirs.
 *
 * For those who have no document: UTF-8 in NFC, LF between lines, every
 * space a plain one, nothing invisible. Lines and their white space stay.
 */
#ifndef SKOLLINT_DOCUMENT_CLEAN_H
#define SKOLLINT_DOCUMENT_CLEAN_H

#include "base/buf.h"

/*
 * The text of the bytes. Bytes that are clean are returned as they are, in
 * one pass; else the text is built in `into` and borrowed from it. What is
 * not UTF-8 is taken for UTF-16 or Windows-1252, as encoding_guess says.
 */
struct str text_clean(struct buf *into, struct str bytes);

#endif
