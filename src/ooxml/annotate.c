/* annotate - comments put into a copy of a Word file. */
#include "ooxml/annotate.h"

#include "base/zip.h"
#include "base/zip_write.h"
#include "ooxml/anchors.h"
#include "ooxml/comments_part.h"
#include "ooxml/splice.h"

#include <stdlib.h>

#define TYPES "http://schemas.openxmlformats.org/package/2006/content-types"
#define RELATIONS                                                            \
    "http://schemas.openxmlformats.org/package/2006/relationships"
#define OFFICE                                                               \
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define COMMENTS_TYPE                                                        \
    "application/vnd.openxmlformats-officedocument.wordprocessingml."        \
    "comments+xml"

enum { PARTS_CHANGED = 4 };

/* A part as it will be. */
struct changed {
    struct str name;
    struct buf bytes;
};

struct copying {
    struct arena *arena;
    struct zip *zip;
    struct package *package;
    const struct annotating *annotating;
    struct str main;      /* name of the main part */
    struct str relations; /* name of the part of its relationships */
    struct comments_part comments;
    struct changed changed[PARTS_CHANGED];
    size_t changed_count;
};

static bool add_piece(void *self, struct str piece, struct failure *failure)
{
    (void)failure;
    buf_add(self, piece);
    return true;
}

/* The bytes of a part; empty when there is none of that name. */
static bool read_part(struct copying *copying, struct str name,
                      struct buf *into, struct failure *failure)
{
    size_t index = zip_find(copying->zip, name);

    return index == SIZE_MAX ||
           zip_read(copying->zip, index, add_piece, into, failure);
}

static struct buf *change(struct copying *copying, struct str name)
{
    struct changed *changed = &copying->changed[copying->changed_count++];

    *changed = (struct changed){.name = name};
    return &changed->bytes;
}

/* "word/document.xml" has its relationships in word/_rels. */
static struct str relations_of(struct arena *arena, struct str part)
{
    size_t slash = part.length;

    while (slash && part.at[slash - 1] != '/')
        slash--;
    return arena_format(arena, "%.*s_rels/%.*s.rels", (int)slash, part.at,
                        (int)(part.length - slash), part.at + slash);
}

static bool find_parts(struct copying *copying, struct failure *failure)
{
    struct relationships top = {0}, main = {0};
    const struct relationship *found;

    if (!package_relationships(copying->package, STR(""), &top, failure))
        return false;
    found = relationship_of_type(&top, STR("officeDocument"));
    if (found == NULL)
        return fail(failure, "zip-not-word", "%s", "");
    copying->main = package_name(copying->package, found->target);
    if (copying->main.at == NULL)
        return fail(failure, "zip-not-word", "%s", "");
    copying->relations = relations_of(copying->arena, copying->main);
    if (!package_relationships(copying->package, copying->main, &main,
                               failure))
        return false;
    found = relationship_of_type(&main, STR("comments"));
    if (found && !found->external)
        copying->comments.name =
            package_name(copying->package, found->target);
    return comments_part_read(&copying->comments, copying->arena,
                              copying->package, copying->annotating, failure);
}

/* Strict files have namespaces of their own. */
static struct str space_of(struct str main)
{
    struct str strict = STR("http://purl.oclc.org/ooxml/wordprocessingml/"
                            "main");
    struct str head = str_part(main, 0, 8192);

    if (str_find(head, strict, 0) != SIZE_MAX)
        return strict;
    return STR("http://schemas.openxmlformats.org/wordprocessingml/2006/"
               "main");
}

static bool change_main(struct copying *copying, struct str main,
                        struct failure *failure)
{
    const struct annotating *annotating = copying->annotating;
    struct comments_part *comments = &copying->comments;
    struct anchors anchors;
    struct placing *placings = arena_alloc(
        copying->arena, (annotating->count + 1) * sizeof *placings);

    if (!anchors_read(&anchors, copying->arena, copying->package,
                      copying->main, comments->own, comments->own_count,
                      failure))
        return false;
    if (comments->highest < anchors.highest)
        comments->highest = anchors.highest;
    for (size_t i = 0; i < annotating->count; i++) {
        const struct annotation *item = &annotating->items[i];

        placings[i].id = comments_part_id(comments, i);
        if (str_equal(item->part, copying->main)) {
            placings[i].start = item->start;
            placings[i].end = item->end;
        }
    }
    return splice(change(copying, copying->main), main, &anchors, placings,
                  annotating->count, failure);
}

/* The text before the root's end tag, and from there on. */
static void insert_last(struct buf *into, struct str bytes, const char *text)
{
    size_t end = bytes.length;

    for (size_t at = bytes.length; at > 1 && end == bytes.length; at--)
        if (bytes.at[at - 2] == '<' && bytes.at[at - 1] == '/')
            end = at - 2;
    buf_add(into, str_part(bytes, 0, end));
    buf_add_text(into, text);
    buf_add(into, str_part(bytes, end, bytes.length));
}

/* A name for the new part that no other part has. */
static struct str new_name(struct copying *copying)
{
    struct str relations = copying->relations;
    size_t folder = str_find(relations, STR("_rels/"), 0);
    struct str name = arena_format(copying->arena, "%.*scomments.xml",
                                   (int)folder, relations.at);

    for (unsigned i = 2; package_has(copying->package, name); i++)
        name = arena_format(copying->arena, "%.*scomments%u.xml", (int)folder,
                            relations.at, i);
    return name;
}

/* Name the new part where Word looks for it. */
static bool announce(struct copying *copying, struct failure *failure)
{
    struct buf types = {0}, relations = {0};
    struct str name = new_name(copying);
    struct str id = STR("rIdSkollint");
    bool good =
        read_part(copying, STR("[Content_Types].xml"), &types, failure) &&
        read_part(copying, copying->relations, &relations, failure);
    struct str text;

    if (good) {
        text = arena_format(
            copying->arena,
            "<Override xmlns=\"" TYPES
            "\" PartName=\"/%.*s\" ContentType=\"" COMMENTS_TYPE "\"/>",
            (int)name.length, name.at);
        insert_last(change(copying, STR("[Content_Types].xml")),
                    buf_str(&types), text.at);
        if (str_find(buf_str(&relations), STR("</"), 0) == SIZE_MAX) {
            buf_cut(&relations, 0);
            buf_add_text(
                &relations,
                "<?xml version=\"1.0\" encoding=\"UTF-8\" "
                "standalone=\"yes\"?>\n<Relationships xmlns=\"" RELATIONS
                "\"></Relationships>");
        }
        while (str_find(buf_str(&relations), id, 0) != SIZE_MAX)
            id = arena_format(copying->arena, "%.*sX", (int)id.length, id.at);
        text = arena_format(copying->arena,
                            "<Relationship xmlns=\"" RELATIONS
                            "\" Id=\"%.*s\" Type=\"" OFFICE
                            "/comments\" Target=\"/%.*s\"/>",
                            (int)id.length, id.at, (int)name.length, name.at);
        insert_last(change(copying, copying->relations), buf_str(&relations),
                    text.at);
        copying->comments.name = name;
    }
    buf_free(&types);
    buf_free(&relations);
    return good;
}

static bool change_all(struct copying *copying, struct failure *failure)
{
    struct buf main = {0}, comments = {0};
    bool is_new = copying->comments.name.at == NULL;
    bool good = read_part(copying, copying->main, &main, failure) &&
                (is_new || read_part(copying, copying->comments.name,
                                     &comments, failure)) &&
                change_main(copying, buf_str(&main), failure) &&
                (!is_new || announce(copying, failure));

    if (good)
        comments_part_write(change(copying, copying->comments.name),
                            &copying->comments, buf_str(&comments),
                            space_of(buf_str(&main)), copying->annotating);
    buf_free(&main);
    buf_free(&comments);
    return good;
}

static const struct changed *changed_of(const struct copying *copying,
                                        struct str name)
{
    for (size_t i = 0; i < copying->changed_count; i++)
        if (str_equal(copying->changed[i].name, name))
            return &copying->changed[i];
    return NULL;
}

static void write_package(struct copying *copying, struct buf *into)
{
    struct zip_writer *writer = zip_writer_new(into);

    for (size_t i = 0; i < zip_count(copying->zip); i++) {
        const struct changed *changed =
            changed_of(copying, zip_name(copying->zip, i));

        if (changed)
            zip_writer_add(writer, changed->name, buf_str(&changed->bytes));
        else
            zip_writer_copy(writer, copying->zip, i);
    }
    for (size_t i = 0; i < copying->changed_count; i++)
        if (!package_has(copying->package, copying->changed[i].name))
            zip_writer_add(writer, copying->changed[i].name,
                           buf_str(&copying->changed[i].bytes));
    zip_writer_finish(writer);
}

bool annotate(struct buf *into, struct str bytes,
              const struct annotating *annotating, struct failure *failure)
{
    struct copying copying = {.arena = arena_new(), .annotating = annotating};
    bool good;

    copying.zip = zip_open(bytes, failure);
    copying.package = copying.zip ? package_open(bytes, failure) : NULL;
    good = copying.package && find_parts(&copying, failure) &&
           change_all(&copying, failure);
    if (good)
        write_package(&copying, into);
    for (size_t i = 0; i < copying.changed_count; i++)
        buf_free(&copying.changed[i].bytes);
    package_close(copying.package);
    zip_close(copying.zip);
    arena_free(copying.arena);
    return good;
}

bool annotate_breaks_signature(struct str bytes)
{
    struct zip *zip = zip_open(bytes, NULL);
    bool signed_file = false;

    for (size_t i = 0; zip && i < zip_count(zip); i++)
        signed_file |= str_starts(zip_name(zip, i), STR("_xmlsignatures/"));
    zip_close(zip);
    return signed_file;
}
