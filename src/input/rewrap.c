/* rewrap - joining paragraphs that are the lines of a wrapped text. */
#include "input/lines.h"
#include "input/reader.h"
#include "input/text_heading.h"

/* Word files are made of paragraphs: only plain evidence says otherwise. */
enum { PAIRS = 15, SMALL_PERCENT = 45 };

/* Where the joining is: blocks up to `kept` are done, `next` comes now. */
struct rewrapping {
    struct document *document;
    struct layout layout;
    size_t kept, next;
    struct str last; /* the last line of the block that was kept last */
};

static struct str text_of(const struct rewrapping *rewrapping, size_t block)
{
    const struct document *document = rewrapping->document;

    return block < document->block_count
               ? document_text(document, document->blocks[block].span)
               : STR("");
}

/* Whether a block goes on with the paragraph of the block before it. */
static bool goes_on(const struct rewrapping *rewrapping,
                    const struct block *before, const struct block *block)
{
    struct str text = text_of(rewrapping, rewrapping->next);

    if (block->kind != BLOCK_PARAGRAPH ||
        (before->kind != BLOCK_PARAGRAPH && before->kind != BLOCK_LIST_ITEM))
        return false;
    if ((before->flags | block->flags) & (BLOCK_PLACEHOLDER | BLOCK_BOLD) ||
        line_bullet(text, &rewrapping->layout))
        return false;
    if (line_begins_small(text) && !line_ends_sentence(rewrapping->last))
        return true;
    return !(block->flags & BLOCK_AFTER_BLANK) &&
           line_is_full(rewrapping->last, text, &rewrapping->layout);
}

/* Such a text has no styles: its headings and lists are seen by form. */
static void find_kind(const struct rewrapping *rewrapping,
                      struct block *block)
{
    const struct document *document = rewrapping->document;
    size_t after = rewrapping->next + 1;
    struct str text = text_of(rewrapping, rewrapping->next);
    struct surroundings around = {
        .before = rewrapping->last,
        .next = text_of(rewrapping, after),
        .blanks = block->flags & BLOCK_AFTER_BLANK ? 1 : 0,
        .blanks_after =
            after < document->block_count &&
                    document->blocks[after].flags & BLOCK_AFTER_BLANK
                ? 1
                : 0,
        .wrapped = true,
    };

    if (block->kind != BLOCK_PARAGRAPH)
        return;
    if (line_has_heading_form(text) && line_is_heading(&around)) {
        block->kind = BLOCK_HEADING;
        block->level = line_heading_level(text);
    } else if (line_bullet(text, &rewrapping->layout)) {
        block->kind = BLOCK_LIST_ITEM;
        block->level = 1;
    }
}

static void take(struct rewrapping *rewrapping)
{
    struct document *document = rewrapping->document;
    struct block *before = &document->blocks[rewrapping->kept];
    struct block *block = &document->blocks[rewrapping->next];
    char *text = (char *)document->text.at;

    if (rewrapping->next > 0 && goes_on(rewrapping, before, block)) {
        text[span_end(before->span)] = ' ';
        before->span.length = span_end(block->span) - before->span.start;
    } else {
        find_kind(rewrapping, block);
        rewrapping->kept += rewrapping->next > 0;
        document->blocks[rewrapping->kept] = *block;
    }
    rewrapping->last = document_text(document, block->span);
}

/* Whether most paragraphs that follow one begin small, and those are full. */
static bool is_evident(const struct document *document,
                       const struct layout *layout)
{
    size_t pairs = 0, small = 0;

    for (size_t i = 1; i < document->block_count; i++) {
        const struct block *before = &document->blocks[i - 1];
        struct str text = document_text(document, before[1].span);

        if (before->kind != BLOCK_PARAGRAPH ||
            before[1].kind != BLOCK_PARAGRAPH ||
            before[1].flags & BLOCK_AFTER_BLANK)
            continue;
        pairs++;
        small +=
            line_begins_small(text) &&
            line_is_full(document_text(document, before->span), text, layout);
    }
    return pairs >= PAIRS && small * 100 >= pairs * SMALL_PERCENT;
}

/*
 * What a converter made of a page is often one paragraph a line. A block
 * that goes on becomes a part of the one before it: the LF between them a
 * space, so that no place in the text moves.
 */
void document_rewrap(struct document *document)
{
    struct rewrapping rewrapping = {document, layout_of(document->text), 0, 0,
                                    STR("")};

    if (!rewrapping.layout.wrapped ||
        !is_evident(document, &rewrapping.layout))
        return;
    for (; rewrapping.next < document->block_count; rewrapping.next++)
        take(&rewrapping);
    document->block_count = rewrapping.kept + 1;
}
