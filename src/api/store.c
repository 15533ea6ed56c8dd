/* api - the store of earlier decisions. */
#include "api/store.h"

#include "output/store_write.h"

#include <stdlib.h>

struct skollint_store *skollint_store_open(const struct skollint_rules *rules,
                                           const char *path,
                                           struct skollint_error *error)
{
    struct failure failure = {0};
    struct store *opened = store_open(path, &failure);
    struct skollint_store *store;

    if (opened == NULL) {
        api_fail(error, &failure);
        return NULL;
    }
    store = memory_alloc(sizeof *store);
    *store = (struct skollint_store){rules, opened};
    return store;
}

void skollint_store_close(struct skollint_store *store)
{
    if (store)
        store_close(store->store);
    free(store);
}

static bool add_all(struct skollint_store *store, const struct review *review,
                    struct skollint_added *counts, struct failure *failure)
{
    enum precedent_added added;

    for (size_t i = 0; i < review->document_count; i++) {
        if (review->documents[i].within >= 0)
            continue;
        if (!precedent_add(store->store, review, i, &added, failure))
            return false;
        counts->added += added == PRECEDENT_ADDED;
        counts->known += added == PRECEDENT_KNOWN;
        counts->renewed += added == PRECEDENT_RENEWED;
        counts->none += added == PRECEDENT_NONE;
    }
    return true;
}

bool skollint_store_add(struct skollint_store *store,
                        const struct skollint_review *review,
                        struct skollint_added *added,
                        struct skollint_error *error)
{
    struct failure failure = {0};

    *added = (struct skollint_added){0};
    if (!store_begin(store->store, &failure))
        return api_fail(error, &failure);
    if (!add_all(store, review->all, added, &failure)) {
        store_roll_back(store->store);
        return api_fail(error, &failure);
    }
    if (!store_commit(store->store, &failure))
        return api_fail(error, &failure);
    return true;
}

bool skollint_store_remove(struct skollint_store *store, const char *which,
                           size_t *count, struct skollint_error *error)
{
    struct failure failure = {0};

    if (!precedent_remove(store->store, str_from(which), count, &failure))
        return api_fail(error, &failure);
    return true;
}

char *skollint_store_write(struct skollint_store *store,
                           enum skollint_store_what what, const char *words,
                           const char *format, size_t width, size_t *size,
                           struct skollint_error *error)
{
    struct store_output output = {
        .store = store->store,
        .texts = store->rules->texts,
        .ruleset = store->rules->ruleset,
        .language = store->rules->language,
        .width = width,
        .words = str_from(words),
        .json = str_equal(str_from(format), STR("json")),
    };
    struct failure failure = {0};
    struct buf text = {0};

    if (!output.json && !str_equal(str_from(format), STR("text"))) {
        fail(&failure, "usage-format", "%s", format);
        api_fail(error, &failure);
        return NULL;
    }
    if (what == SKOLLINT_STORE_LIST)
        store_write_list(&text, &output);
    else if (what == SKOLLINT_STORE_SEARCH)
        store_write_found(&text, &output);
    else
        store_write_agreement(&text, &output);
    if (!store_sound(store->store, &failure)) {
        buf_free(&text);
        api_fail(error, &failure);
        return NULL;
    }
    if (size)
        *size = text.length;
    return buf_take(&text);
}
