/* wordbook - the words that were met so far, and what is known of each. */
#include "language/wordbook.h"

#include "base/unicode.h"
#include "language/lexicon_private.h"

enum { FIRST_SLOTS = 1 << 10 };

/* Open addressing, at most half full. */
struct table {
    void **slots; /* of struct form or of struct entry */
    size_t slot_count, count;
};

struct wordbook {
    struct arena *arena;
    struct stemmer *stemmer;
    const struct lexicons *sets[WORDBOOK_SETS];
    size_t set_count, most, documents;
    const struct wordbook *under;      /* a full one, or NULL */
    struct table forms[2], entries[2]; /* [1] of documents that OCR read */
};

struct wordbook *wordbook_new(struct arena *arena,
                              const struct lexicons *const *sets,
                              size_t count, size_t most)
{
    struct wordbook *book = arena_alloc(arena, sizeof *book);

    book->arena = arena;
    book->most = most;
    book->stemmer = stemmer_new();
    for (size_t i = 0; i < count && i < WORDBOOK_SETS; i++)
        book->sets[book->set_count++] = sets[i];
    return book;
}

struct wordbook *wordbook_over(struct arena *arena,
                               const struct wordbook *full)
{
    struct wordbook *book =
        wordbook_new(arena, full->sets, full->set_count, SIZE_MAX);

    book->under = full;
    return book;
}

void wordbook_close(struct wordbook *book)
{
    if (book == NULL)
        return;
    stemmer_free(book->stemmer);
    book->stemmer = NULL;
}

size_t wordbook_set(const struct wordbook *book,
                    const struct lexicons *lexicons)
{
    for (size_t i = 0; i < book->set_count; i++)
        if (book->sets[i] == lexicons)
            return i;
    return WORDBOOK_SETS;
}

size_t wordbook_begin(struct wordbook *book)
{
    return ++book->documents;
}

/* Room for one more, by moving all to a table twice as large. */
static void make_room(struct arena *arena, struct table *table,
                      uint64_t (*hash_of)(const void *item))
{
    struct table larger = {.count = table->count,
                           .slot_count = table->slot_count
                                             ? table->slot_count * 2
                                             : FIRST_SLOTS};

    if (table->count * 2 < table->slot_count)
        return;
    larger.slots =
        arena_alloc(arena, larger.slot_count * sizeof *larger.slots);
    for (size_t i = 0; i < table->slot_count; i++) {
        size_t at;

        if (table->slots[i] == NULL)
            continue;
        at = hash_of(table->slots[i]) & (larger.slot_count - 1);
        while (larger.slots[at])
            at = (at + 1) & (larger.slot_count - 1);
        larger.slots[at] = table->slots[i];
    }
    *table = larger;
}

static uint64_t hash_of_form(const void *form)
{
    return ((const struct form *)form)->hash;
}

static uint64_t hash_of_entry(const void *entry)
{
    return ((const struct entry *)entry)->hash;
}

static void add_keys(struct wordbook *book, struct word *word, bool ocr)
{
    struct word_elements *of =
        arena_alloc(book->arena, (book->set_count + 1) * sizeof *of);

    word->stem = word->loose = word->looser = word->lower;
    if (word->kind == TOKEN_WORD) {
        word->stem = word_stem(book->arena, book->stemmer, word->lower);
        if (ocr) {
            word->loose = word_loose(book->arena, word->lower);
            word->looser = word_looser(book->arena, word->loose);
        }
    }
    for (size_t i = 0; i < book->set_count; i++)
        of[i] = lexicons_know(book->sets[i], word,
                              (struct word_reading){.ocr = ocr}, book->arena);
    word->of = of;
}

/* Where the word is, or would be; the table has a free slot. */
static void **entry_slot(const struct table *table, struct str lower,
                         uint64_t hash)
{
    size_t at = hash & (table->slot_count - 1);
    const struct entry *entry;

    while ((entry = table->slots[at]) &&
           (entry->hash != hash || !str_equal(entry->word.lower, lower)))
        at = (at + 1) & (table->slot_count - 1);
    return &table->slots[at];
}

static struct entry *find_entry(struct wordbook *book, struct str lower,
                                enum token_kind kind, bool ocr)
{
    struct table *table = &book->entries[ocr];
    uint64_t hash = str_hash(lower);
    struct entry *entry = NULL;
    void **slot;

    if (book->under && book->under->entries[ocr].count)
        entry = *entry_slot(&book->under->entries[ocr], lower, hash);
    if (entry)
        return entry;
    make_room(book->arena, table, hash_of_entry);
    slot = entry_slot(table, lower, hash);
    if (*slot)
        return *slot;
    *slot = entry = arena_alloc(book->arena, sizeof *entry);
    entry->hash = hash;
    entry->word.kind = (uint8_t)kind;
    entry->word.lower = arena_str(book->arena, lower);
    add_keys(book, &entry->word, ocr);
    table->count++;
    return entry;
}

static uint8_t capital_flags(struct str text)
{
    size_t length, letters = 0, capitals = 0;
    uint8_t flags = 0;

    for (size_t i = 0; i < text.length; i += length) {
        uint32_t point = unicode_decode(text, i, &length);

        if (!unicode_is_letter(point))
            continue;
        letters++;
        if (!unicode_is_upper(point))
            break;
        if (i == 0)
            flags |= TOKEN_CAPITAL;
        capitals++;
    }
    if (letters >= 2 && capitals == letters)
        flags |= TOKEN_ALL_CAPITALS;
    return flags;
}

static struct form *form_new(struct wordbook *book, struct str text,
                             enum token_kind kind, bool ocr)
{
    struct form *form = arena_alloc(book->arena, sizeof *form);
    struct str lower = text;

    form->text = arena_str(book->arena, text);
    if (kind == TOKEN_WORD) {
        lower = word_lower(book->arena, text);
        form->flags = capital_flags(text);
    }
    form->entry = find_entry(book, lower, kind, ocr);
    return form;
}

const struct form *wordbook_form(struct wordbook *book, struct str text,
                                 enum token_kind kind, bool ocr)
{
    struct table *table = &book->forms[ocr];
    uint64_t hash = str_hash(text);
    struct form *form;
    size_t at;

    make_room(book->arena, table, hash_of_form);
    at = hash & (table->slot_count - 1);
    while ((form = table->slots[at])) {
        if (form->hash == hash && str_equal(form->text, text))
            return form;
        at = (at + 1) & (table->slot_count - 1);
    }
    if (book->forms[0].count + book->forms[1].count >= book->most)
        return NULL;
    form = form_new(book, text, kind, ocr);
    form->hash = hash;
    table->slots[at] = form;
    table->count++;
    return form;
}
