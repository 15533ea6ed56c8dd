/* word - a Word document into the builder: its text as Word shows it. */
#include "ooxml/word.h"

#include "ooxml/names.h"
#include "ooxml/reading.h"

struct word {
    struct builder *builder;
    struct package *package;
    struct arena *arena;
    struct str main; /* the part that holds the body */
    struct relationships links;
    struct theme theme;
    struct styles styles;
    struct notes notes;
    struct reading reading;
};

/* The part of a type that the main part relates to; .at NULL if none. */
static struct str related(const struct word *word, struct str type)
{
    const struct relationship *link =
        relationship_of_type(&word->links, type);

    if (link == NULL || link->external)
        return (struct str){NULL, 0};
    return package_name(word->package, link->target);
}

/* Other programs' files are packages too. */
static bool check_main(const struct word *word, struct failure *failure)
{
    struct str main = word->main;

    if (str_starts(main, STR("xl/")))
        return fail(failure, "input-sheet", "%s", "");
    if (str_starts(main, STR("ppt/")))
        return fail(failure, "input-slides", "%s", "");
    if (!package_has(word->package, main))
        return fail(failure, "word-part-missing", "%.*s", (int)main.length,
                    main.at);
    return true;
}

static bool find_main(struct word *word, struct failure *failure)
{
    struct relationships links;
    const struct relationship *link;
    struct str name;

    if (!package_relationships(word->package, STR(""), &links, failure))
        return false;
    link = relationship_of_type(&links, STR("officeDocument"));
    if (link == NULL || link->external)
        return fail(failure, "zip-not-word", "%s", "");
    word->main = link->target;
    if (!check_main(word, failure))
        return false;
    name = package_name(word->package, word->main);
    if (name.at)
        word->main = name;
    return package_relationships(word->package, word->main, &word->links,
                                 failure);
}

static void on_setting(void *self, const struct xml_tag *tag)
{
    struct word *word = self;

    if (tag->number == W_EVEN_AND_ODD_HEADERS)
        word->reading.even_headers = word_is_on(tag);
}

static bool read_settings(struct word *word, struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_setting,
    };
    struct str part = related(word, STR("settings"));

    return part.at == NULL ||
           package_parse(word->package, part,
                         (struct package_reader){&handler, word, NULL},
                         failure);
}

/* All that must be known before the first paragraph is read. */
static bool read_definitions(struct word *word, struct failure *failure)
{
    struct str theme = related(word, STR("theme"));

    if (theme.at && !theme_read(&word->theme, word->package, theme, failure))
        return false;
    return styles_read(&word->styles, word->arena, word->package,
                       related(word, STR("styles")), &word->theme, failure) &&
           read_settings(word, failure) &&
           notes_read(&word->notes, word->arena, word->package,
                      related(word, STR("comments")),
                      related(word, STR("commentsExtended")), failure);
}

/* The headers or footers that some section shows, in order. */
static bool read_margins(struct word *word, int footer, enum story story,
                         struct failure *failure)
{
    struct reading *reading = &word->reading;
    const struct relationship *link;
    struct str part;

    for (size_t i = 0; i < reading->margins.shown_count[footer]; i++) {
        link = relationship_of_id(&word->links,
                                  reading->margins.shown[footer][i]);
        if (link == NULL || link->external)
            continue;
        part = package_name(word->package, link->target);
        if (part.at && !story_read(reading, part, story, failure))
            return false;
    }
    return true;
}

static bool read_notes(struct word *word, struct str type,
                       struct failure *failure)
{
    struct str part = related(word, type);

    return part.at == NULL ||
           story_read(&word->reading, part, STORY_NOTE, failure);
}

static bool read_stories(struct word *word, struct failure *failure)
{
    if (!story_read(&word->reading, word->main, STORY_BODY, failure))
        return false;
    builder_section(word->builder, BUILDER_FRONT);
    if (!read_margins(word, 0, STORY_HEADER, failure))
        return false;
    builder_section(word->builder, BUILDER_BODY);
    return read_margins(word, 1, STORY_FOOTER, failure) &&
           read_notes(word, STR("footnotes"), failure) &&
           read_notes(word, STR("endnotes"), failure);
}

/*
 * What the document fetches from elsewhere. A link that a reader may click
 * is none, unless it leads into somebody's disk or network.
 */
static bool is_fetched(const struct relationship *link)
{
    if (!link->external)
        return false;
    if (str_equal(link->type, STR("hyperlink")))
        return str_starts(link->target, STR("file:")) ||
               str_starts(link->target, STR("\\\\"));
    if (str_equal(link->type, STR("attachedTemplate")))
        return str_starts(link->target, STR("http"));
    return true;
}

static void find_links(struct word *word)
{
    for (size_t i = 0; i < word->links.count; i++)
        if (is_fetched(&word->links.items[i]))
            builder_residue(word->builder, RESIDUE_EXTERNAL_LINK,
                            word->links.items[i].target, 0, 0);
}

static void find_macros(struct word *word)
{
    struct str part = package_find_end(word->package, STR("vbaProject.bin"));

    if (part.at)
        builder_residue(word->builder, RESIDUE_MACRO, part, 0, 0);
}

static void free_reading(struct reading *reading)
{
    for (int finding = 0; finding < FINDINGS; finding++)
        buf_free(&reading->found[finding].quote);
    buf_free(&reading->code);
    buf_free(&reading->choice);
}

bool word_document_read(struct builder *builder, struct package *package,
                        enum word_changes changes, struct failure *failure)
{
    struct arena *arena = arena_new();
    struct word *word = arena_alloc(arena, sizeof *word);
    bool read;

    word->arena = arena;
    word->builder = builder;
    word->package = package;
    word->reading = (struct reading){
        .builder = builder,
        .arena = arena,
        .package = package,
        .theme = &word->theme,
        .styles = &word->styles,
        .notes = &word->notes,
        .changes = changes,
    };
    builder_colour(builder);
    read = find_main(word, failure) && read_definitions(word, failure) &&
           read_stories(word, failure);
    if (read) {
        find_links(word);
        find_macros(word);
    }
    free_reading(&word->reading);
    arena_free(arena);
    return read;
}
