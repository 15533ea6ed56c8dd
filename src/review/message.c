/* message - what a verdict says, filled with what was seen. */
#include "review/message.h"
#include "review/gather.h"

#include <stdio.h>

enum { VALUES_MOST = 64, QUOTE_MOST = 110 };

/* Only what the text has a place for is worked out. */
struct filling {
    const struct judge *judge;
    struct str text;
    struct text_value values[VALUES_MOST];
    size_t count;
};

static void add(struct filling *filling, const char *name, struct str value)
{
    if (filling->count < VALUES_MOST)
        filling->values[filling->count++] = (struct text_value){name, value};
}

static void add_number(struct filling *filling, const char *name,
                       size_t number)
{
    if (texts_ask(filling->text, name))
        add(filling, name,
            arena_format(filling->judge->arena, "%zu", number));
}

static struct str take(struct judge const *judge, struct buf *buf)
{
    struct str text = arena_str(judge->arena, buf_str(buf));

    buf_free(buf);
    return text;
}

struct str message_frame(const struct judge *judge, const char *key,
                         struct str value)
{
    struct text_value values[] = {{"value", value}};
    struct buf text = {0};

    texts_say(&text, judge->ruleset->texts, judge->language, key, values, 1);
    return take(judge, &text);
}

struct str message_place(const struct judge *judge, struct span span)
{
    struct source_place place =
        document_place(judge->outline->document, span.start);
    const char *key = "place-line";
    size_t number = place.line;

    if (place.page) {
        key = "place-page";
        number = place.page;
    } else if (place.paragraph) {
        key = "place-paragraph";
        number = place.paragraph;
    }
    return message_frame(judge, key,
                         arena_format(judge->arena, "%zu", number));
}

/* The last place between words at or before `at`, none far before it. */
static size_t cut_before(struct str text, size_t at)
{
    size_t cut = at;

    while (cut > 0 && at - cut < QUOTE_MOST / 2 && text.at[cut] != ' ')
        cut--;
    if (text.at[cut] == ' ')
        return cut;
    for (cut = at; cut && ((unsigned char)text.at[cut] & 0xC0) == 0x80;)
        cut--;
    return cut;
}

/* Where a long quote begins, so that what tells is in it. */
static size_t quote_start(struct str text, const struct evidence *evidence)
{
    size_t focus = evidence->focus > evidence->span.start
                       ? evidence->focus - evidence->span.start
                       : 0;

    if (text.length <= QUOTE_MOST || focus <= QUOTE_MOST * 3 / 4 ||
        focus >= text.length)
        return 0;
    return cut_before(text, focus - QUOTE_MOST / 2);
}

/* Between cells a space. */
static struct str one_line(struct arena *arena, struct str text)
{
    struct buf line = {0};
    struct str copy;

    for (size_t i = 0; i < text.length; i++)
        buf_add_byte(&line, text.at[i] == '\n' ? ' ' : text.at[i]);
    copy = arena_str(arena, buf_str(&line));
    buf_free(&line);
    return copy;
}

static bool is_in_row(const struct block *block, const struct block *cell)
{
    return block->kind == BLOCK_CELL && block->table == cell->table &&
           block->row == cell->row;
}

/* The row of a short cell, which says little alone; else the text itself. */
static struct str row_text(const struct judge *judge, struct span span)
{
    const struct document *document = judge->outline->document;
    enum { SHORT = 24 };
    size_t i = document_block_at(document, span.start), end;
    const struct block *cell = &document->blocks[i];
    struct span row;

    if (i >= document->block_count || cell->kind != BLOCK_CELL ||
        span.length > SHORT)
        return str_trim(document_text(document, span));
    for (end = i + 1; end < document->block_count &&
                      is_in_row(&document->blocks[end], cell);)
        end++;
    while (i > 0 && is_in_row(&document->blocks[i - 1], cell))
        i--;
    row.start = document->blocks[i].span.start;
    row.length = span_end(document->blocks[end - 1].span) - row.start;
    if (row.length > QUOTE_MOST)
        return str_trim(document_text(document, span));
    return one_line(judge->arena, str_trim(document_text(document, row)));
}

/* A quote short enough to read, cut between words. */
static struct str short_quote(const struct judge *judge,
                              const struct evidence *evidence)
{
    struct str text = row_text(judge, evidence->span);
    size_t from = quote_start(text, evidence), end = text.length;

    if (end - from > QUOTE_MOST)
        end = cut_before(text, from + QUOTE_MOST);
    return arena_format(judge->arena, "%s%.*s%s", from ? "…" : "",
                        (int)(end - from), text.at + from,
                        end < text.length ? " …" : "");
}

static void add_place(struct filling *filling, const char *name,
                      struct span span)
{
    if (texts_ask(filling->text, name))
        add(filling, name, message_place(filling->judge, span));
}

static void add_quote(struct filling *filling, const char *name,
                      const struct evidence *evidence)
{
    if (texts_ask(filling->text, name))
        add(filling, name, short_quote(filling->judge, evidence));
}

/* A heading beside evidence in running text says only where that stands. */
static bool is_only_heading(const struct judge *judge,
                            const struct result *result, size_t index)
{
    if (!evidence_is_heading(judge, &result->evidence[index]))
        return false;
    for (size_t i = 0; i < result->evidence_count; i++)
        if (result->evidence[i].role != CONTEXT &&
            !evidence_is_heading(judge, &result->evidence[i]))
            return true;
    return false;
}

/* What goes wrong is quoted before what goes well. */
static bool is_quoted(const struct judge *judge, const struct result *result,
                      size_t index)
{
    enum evidence_role role = result->evidence[index].role;

    if (result->evidence[index].personal ||
        is_only_heading(judge, result, index))
        return false;
    if (result->verdict == VERDICT_MET || result->criterion->if_found)
        return role != CONTEXT;
    for (size_t i = 0; i < result->evidence_count; i++)
        if (evidence_goes_wrong(judge, &result->evidence[i]))
            return evidence_goes_wrong(judge, &result->evidence[index]);
    return role != CONTEXT || result->evidence_count == 1;
}

static void add_quotes(struct filling *filling, const struct result *result)
{
    static const char *const names[] = {"citat", "citat2"};
    static const char *const places[] = {"plats", "plats2"};
    size_t found = 0;

    for (size_t i = 0; i < result->evidence_count && found < 2; i++) {
        if (!is_quoted(filling->judge, result, i))
            continue;
        add_quote(filling, names[found], &result->evidence[i]);
        add_place(filling, places[found++], result->evidence[i].span);
    }
    if (found == 0 && result->evidence_count)
        add_place(filling, places[0], result->evidence[0].span);
}

static bool has_form(const struct outline *outline, struct str form)
{
    return outline->school_form_count == 1 &&
           str_equal(outline->school_forms[0], form);
}

static void add_words(struct filling *filling)
{
    const struct judge *judge = filling->judge;

    for (size_t i = 0; i < judge->ruleset->word_count; i++) {
        const struct word_choice *word = &judge->ruleset->words[i];
        bool in_form;

        if (!texts_ask(filling->text, word->name.at))
            continue;
        in_form = word->form.length && has_form(judge->outline, word->form);
        add(filling, word->name.at,
            saying_in(in_form ? &word->in_form : &word->usual,
                      judge->language));
    }
}

static size_t count_verdict(const struct judged_part *parts, size_t count,
                            enum verdict verdict)
{
    size_t found = 0;

    for (size_t i = 0; i < count; i++)
        found += parts[i].verdict == verdict;
    return found;
}

static bool is_missing(const struct judged_part *part)
{
    return part->verdict != VERDICT_MET &&
           part->verdict != VERDICT_NOT_APPLICABLE;
}

struct str message_missing(const struct judge *judge,
                           const struct judged_part *parts, size_t count)
{
    size_t left = 0, total = 0;
    struct buf text = {0};

    for (size_t i = 0; i < count; i++)
        total += is_missing(&parts[i]);
    for (size_t i = 0; i < count; i++) {
        if (!is_missing(&parts[i]))
            continue;
        left++;
        if (left > 1)
            buf_add(&text, left == total
                               ? message_frame(judge, "list-and", STR(""))
                               : STR(", "));
        buf_format(&text, "%zu", i + 1);
    }
    return take(judge, &text);
}

/* The part that made the verdict; else the first that is missing something. */
static const struct judged_part *telling_part(
    enum verdict verdict, const struct judged_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].verdict == verdict)
            return &parts[i];
    for (size_t i = 0; i < count; i++)
        if (is_missing(&parts[i]))
            return &parts[i];
    return count ? &parts[0] : NULL;
}

/* What the author already said elsewhere, of the first part that has it. */
static void add_already(struct filling *filling,
                        const struct judged_part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (parts[i].already.span.length == 0)
            continue;
        add_quote(filling, "redan", &parts[i].already);
        add_place(filling, "redan_plats", parts[i].already.span);
        if (count > 1)
            add_number(filling, "redan_k", i + 1);
        return;
    }
}

static void add_part(struct filling *filling, const struct judged_part *part)
{
    add(filling, "ruta", part->outcome.box);
    add(filling, "mal", part->outcome.goals);
    add(filling, "insats", part->subject);
    for (size_t i = 0; i < part->outcome.named_count; i++)
        add(filling, part->outcome.named[i].at, STR("1"));
    for (size_t i = 0; i < part->outcome.said_count; i++)
        add(filling, part->outcome.said[i].name, part->outcome.said[i].value);
}

static bool has_goal_blocks(const struct outline *outline)
{
    for (size_t i = 0; i < outline->measure_count; i++)
        if (outline->measures[i].goal_blocks > 1)
            return true;
    return false;
}

static void add_counts(struct filling *filling, const struct result *result,
                       const struct judged_part *parts, size_t count)
{
    size_t judged =
        count - count_verdict(parts, count, VERDICT_NOT_APPLICABLE);

    if (judged > 1) {
        add_number(filling, "n", count_verdict(parts, count, VERDICT_MET));
        add_number(filling, "m", judged);
        if (texts_ask(filling->text, "k"))
            add(filling, "k", message_missing(filling->judge, parts, count));
    } else if (count) {
        add_number(filling, "n", parts[0].outcome.found);
        add_number(filling, "m", parts[0].outcome.of);
    }
    if (result->criterion->per == PER_GOAL_BLOCK && judged > 1 &&
        has_goal_blocks(filling->judge->outline) &&
        texts_ask(filling->text, "malblock"))
        add(filling, "malblock",
            message_missing(filling->judge, parts, count));
    add(filling, "flera", judged > 1 ? STR("1") : STR(""));
}

struct str message_fill(const struct judge *judge, struct str text,
                        const struct result *result,
                        const struct judged_part *parts, size_t count)
{
    struct filling filling = {.judge = judge, .text = text};
    const struct judged_part *part =
        telling_part(result->verdict, parts, count);
    struct buf filled = {0};

    if (str_find(text, STR("{"), 0) >= text.length)
        return text;
    add_counts(&filling, result, parts, count);
    add_quotes(&filling, result);
    if (part)
        add_part(&filling, part);
    add_already(&filling, parts, count);
    add_words(&filling);
    texts_fill(&filled, text, filling.values, filling.count);
    return take(judge, &filled);
}
