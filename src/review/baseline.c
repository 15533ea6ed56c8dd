/* baseline - an earlier run's report, to tell what is new since then. */
#include "review/baseline.h"

#include "review/verdict.h"

#include "base/json.h"

struct earlier {
    struct str file; /* the name without folders, or the id in an account */
    struct str result;
    enum verdict verdict;
};

struct baseline {
    struct arena *arena;
    struct earlier *items;
    size_t count, capacity;
    size_t files;
};

const char *change_name(enum change change)
{
    static const char *const names[] = {NULL, "new", "same", "changed",
                                        "gone"};

    return names[change];
}

static struct str file_name(struct str path)
{
    struct str part, last = path;

    while (str_cut(&path, '/', &part))
        last = part;
    return last;
}

/* The account in an id such as "d3.a1"; empty for a whole document. */
static struct str account_of(struct str id)
{
    size_t dot = str_find(id, STR("."), 0);

    return dot == SIZE_MAX ? STR("") : str_part(id, dot, id.length);
}

static struct str key_of(struct arena *arena, struct str path, struct str id)
{
    struct str name = file_name(path), account = account_of(id);

    return arena_format(arena, "%.*s%.*s", (int)name.length, name.at,
                        (int)account.length, account.at);
}

static bool verdict_of(struct str name, enum verdict *verdict)
{
    for (int i = 0; i < VERDICTS; i++)
        if (str_equal(name, str_from(verdict_name((enum verdict)i)))) {
            *verdict = (enum verdict)i;
            return true;
        }
    return false;
}

static struct str find_file(struct baseline *baseline,
                            const struct json *documents, struct str id)
{
    for (size_t i = 0; i < json_count(documents); i++) {
        const struct json *document = json_at(documents, i);

        if (str_equal(json_text(json_get(document, "id")), id))
            return key_of(baseline->arena,
                          json_text(json_get(document, "path")), id);
    }
    return STR("");
}

static void add(struct baseline *baseline, const struct json *documents,
                const struct json *result)
{
    struct earlier earlier = {0};

    if (!verdict_of(json_text(json_get(result, "verdict")),
                    &earlier.verdict))
        return;
    earlier.file = find_file(baseline, documents,
                             json_text(json_get(result, "document")));
    earlier.result =
        arena_str(baseline->arena, json_text(json_get(result, "id")));
    baseline->items =
        arena_grow(baseline->arena, baseline->items, baseline->count,
                   &baseline->capacity, sizeof earlier);
    baseline->items[baseline->count++] = earlier;
}

struct baseline *baseline_read(struct str bytes, struct failure *failure)
{
    struct json *json = json_read(bytes);
    const struct json *documents = json_get(json, "documents");
    const struct json *results = json_get(json, "results");
    struct arena *arena;
    struct baseline *baseline;

    if (documents == NULL || results == NULL) {
        json_free(json);
        fail(failure, "baseline-not-report", "%s", "");
        return NULL;
    }
    arena = arena_new();
    baseline = arena_alloc(arena, sizeof *baseline);
    baseline->arena = arena;
    baseline->files = json_count(documents);
    for (size_t i = 0; i < json_count(results); i++)
        add(baseline, documents, json_at(results, i));
    json_free(json);
    return baseline;
}

void baseline_free(struct baseline *baseline)
{
    if (baseline)
        arena_free(baseline->arena);
}

static const struct earlier *find(const struct baseline *baseline,
                                  struct str file, const char *id)
{
    for (size_t i = 0; i < baseline->count; i++)
        if (str_equal(baseline->items[i].result, str_from(id)) &&
            (baseline->files == 1 ||
             str_equal(baseline->items[i].file, file)))
            return &baseline->items[i];
    return NULL;
}

static enum change change_of(const struct earlier *earlier,
                             enum verdict verdict)
{
    bool before = earlier && verdict_is_gap(earlier->verdict);

    if (!verdict_is_gap(verdict))
        return before ? CHANGE_GONE : CHANGE_NONE;
    if (!before)
        return CHANGE_NEW;
    return earlier->verdict == verdict ? CHANGE_SAME : CHANGE_CHANGED;
}

void baseline_compare(const struct baseline *baseline,
                      struct reviewed *reviewed)
{
    struct arena *scratch = arena_new();
    struct str file =
        key_of(scratch, reviewed->document->path, reviewed->id);

    for (size_t i = 0; i < reviewed->result_count; i++) {
        struct result *result = &reviewed->results[i];

        result->change = change_of(find(baseline, file, result->id),
                                   result->verdict);
        reviewed->changes[result->change]++;
    }
    arena_free(scratch);
}
