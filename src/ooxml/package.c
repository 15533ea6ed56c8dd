/* package - a Word file as parts and the relationships between them. */
#include "ooxml/package.h"

#include "base/buf.h"
#include "base/limits.h"
#include "base/zip.h"
#include "ooxml/flat.h"
#include "ooxml/names.h"

struct package {
    struct arena *arena;
    struct zip *zip;  /* or */
    struct flat flat; /* the parts of a Flat OPC file */
};

struct package *package_open(struct str bytes, struct failure *failure)
{
    struct arena *arena = arena_new();
    struct package *package = arena_alloc(arena, sizeof *package);

    package->arena = arena;
    package->zip = zip_open(bytes, failure);
    if (package->zip)
        return package;
    package_close(package);
    return NULL;
}

struct package *package_open_flat(struct str bytes, struct failure *failure)
{
    struct arena *arena = arena_new();
    struct package *package = arena_alloc(arena, sizeof *package);

    package->arena = arena;
    if (flat_read(&package->flat, arena, bytes, failure))
        return package;
    package_close(package);
    return NULL;
}

void package_close(struct package *package)
{
    if (package == NULL)
        return;
    zip_close(package->zip);
    arena_free(package->arena);
}

struct str package_name(const struct package *package, struct str part)
{
    const struct flat_part *found;
    size_t index;

    if (package->zip == NULL) {
        found = flat_find(&package->flat, part);
        return found ? found->name : (struct str){NULL, 0};
    }
    index = zip_find(package->zip, part);
    return index == SIZE_MAX ? (struct str){NULL, 0}
                             : zip_name(package->zip, index);
}

bool package_has(const struct package *package, struct str part)
{
    return package_name(package, part).at != NULL;
}

struct str package_find_end(const struct package *package, struct str end)
{
    size_t count =
        package->zip ? zip_count(package->zip) : package->flat.count;

    for (size_t i = 0; i < count; i++) {
        struct str name = package->zip ? zip_name(package->zip, i)
                                       : package->flat.parts[i].name;

        if (str_ends(name, end))
            return name;
    }
    return (struct str){NULL, 0};
}

static bool push_piece(void *self, struct str piece, struct failure *failure)
{
    return xml_push(self, piece, failure);
}

static bool push_part(struct package *package, struct str part,
                      struct xml *xml, struct failure *failure)
{
    const struct flat_part *found;
    size_t index;

    if (package->zip == NULL) {
        found = flat_find(&package->flat, part);
        if (found == NULL)
            return fail(failure, "word-part-missing", "%.*s",
                        (int)part.length, part.at);
        return xml_push(xml, found->content, failure);
    }
    index = zip_find(package->zip, part);
    if (index == SIZE_MAX)
        return fail(failure, "word-part-missing", "%.*s", (int)part.length,
                    part.at);
    return zip_read(package->zip, index, push_piece, xml, failure);
}

/* Trouble in the XML is told with the part it is in. */
static void name_part(struct failure *failure, struct str part)
{
    struct failure told;

    if (failure == NULL || failure->detail[0])
        return;
    told = *failure;
    fail(failure, told.key, "%.*s", (int)part.length, part.at);
    failure->line = told.line;
}

bool package_parse(struct package *package, struct str part,
                   struct package_reader reader, struct failure *failure)
{
    struct xml *xml = xml_new(reader.handler, reader.self);
    bool read;

    if (reader.xml)
        *reader.xml = xml;
    read = push_part(package, part, xml, failure) && xml_close(xml, failure);
    if (!read)
        name_part(failure, part);
    xml_free(xml);
    return read;
}

/* Where the reading of one .rels part is. */
struct rels_reading {
    struct package *package;
    struct str folder; /* of the part the relationships are of */
    struct relationships *all;
    struct xml *xml;
};

/* "word/" and "../media/a.png" give "media/a.png". */
static struct str resolve(struct arena *arena, struct str folder,
                          struct str target)
{
    struct buf path = {0};
    struct str step, result;

    if (str_starts(target, STR("/")))
        target = str_part(target, 1, SIZE_MAX);
    else
        buf_add(&path, folder);
    while (str_cut(&target, '/', &step)) {
        if (str_equal(step, STR(".")) || step.length == 0)
            continue;
        if (!str_equal(step, STR(".."))) {
            buf_add(&path, step);
            buf_add_byte(&path, '/');
            continue;
        }
        if (path.length)
            buf_cut(&path, path.length - 1);
        while (path.length && path.at[path.length - 1] != '/')
            buf_cut(&path, path.length - 1);
    }
    if (path.length)
        buf_cut(&path, path.length - 1);
    result = arena_str(arena, buf_str(&path));
    buf_free(&path);
    return result;
}

static struct str last_step(struct str uri)
{
    size_t at = uri.length;

    while (at > 0 && uri.at[at - 1] != '/')
        at--;
    return str_part(uri, at, SIZE_MAX);
}

static void on_relationship(void *self, const struct xml_tag *tag)
{
    struct rels_reading *reading = self;
    struct arena *arena = reading->package->arena;
    struct relationships *all = reading->all;
    struct relationship found = {0};
    struct str target;

    if (tag->number != REL_RELATIONSHIP)
        return;
    if (all->count >= LIMIT_WORD_LINKS) {
        xml_stop(reading->xml, "word-too-many-links");
        return;
    }
    target = xml_value(tag, NO_TARGET);
    found.id = arena_str(arena, xml_value(tag, NO_ID_CAPITAL));
    found.type = arena_str(arena, last_step(xml_value(tag, NO_TYPE)));
    found.external =
        str_equal(xml_value(tag, NO_TARGET_MODE), STR("External"));
    found.target = found.external ? arena_str(arena, target)
                                  : resolve(arena, reading->folder, target);
    all->items = arena_grow(arena, all->items, all->count, &all->capacity,
                            sizeof *all->items);
    all->items[all->count++] = found;
}

bool package_relationships(struct package *package, struct str part,
                           struct relationships *relationships,
                           struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_relationship,
    };
    struct str file = last_step(part);
    struct rels_reading reading = {
        package, str_part(part, 0, part.length - file.length), relationships,
        NULL};
    struct str name = arena_format(
        package->arena, "%.*s_rels/%.*s.rels", (int)reading.folder.length,
        reading.folder.at, (int)file.length, file.at);

    *relationships = (struct relationships){0};
    if (!package_has(package, name))
        return true;
    return package_parse(
        package, name,
        (struct package_reader){&handler, &reading, &reading.xml}, failure);
}

const struct relationship *relationship_of_type(
    const struct relationships *all, struct str type)
{
    for (size_t i = 0; i < all->count; i++)
        if (str_equal(all->items[i].type, type))
            return &all->items[i];
    return NULL;
}

const struct relationship *relationship_of_id(const struct relationships *all,
                                              struct str id)
{
    for (size_t i = 0; i < all->count; i++)
        if (str_equal(all->items[i].id, id))
            return &all->items[i];
    return NULL;
}
