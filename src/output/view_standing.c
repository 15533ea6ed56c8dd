/* view_standing - what settings say of a result, and what is new in it. */
#include "output/view.h"

#include <stdio.h>

void view_add_settled(struct buf *into, const struct view *view,
                      const struct result *result)
{
    view_add_words(into, view,
                   saying_in(&result->criterion->title,
                             view->output->language));
    buf_format(into, " (%.*s): ", (int)result->criterion->id.length,
               result->criterion->id.at);
    view_add_words(into, view, result->reason);
}

/* What has changed most among the results of a point. */
static enum change change_of(const struct view *view,
                             const struct point *point)
{
    enum change most = CHANGE_NONE;

    for (size_t i = 0; i < point->result_count; i++) {
        enum change change =
            view->reviewed->results[point->results[i]].change;

        if (change == CHANGE_NEW)
            return CHANGE_NEW;
        if (change != CHANGE_GONE && change > most)
            most = change;
    }
    return most;
}

void view_add_title(struct buf *into, const struct view *view,
                    const struct point *point)
{
    enum change change = change_of(view, point);

    view_add_words(into, view, point->title);
    if (change == CHANGE_NONE)
        return;
    buf_add_text(into, " (");
    buf_add(into, view_named(view, "change", change_name(change)));
    buf_add_byte(into, ')');
}

static void add_gone(struct buf *into, const struct view *view)
{
    const struct reviewed *reviewed = view->reviewed;
    bool first = true;

    for (size_t i = 0; i < reviewed->result_count; i++) {
        const struct result *result = &reviewed->results[i];

        if (result->change != CHANGE_GONE)
            continue;
        buf_add_text(into, first ? ": " : ", ");
        first = false;
        view_add_words(into, view,
                       saying_in(&result->criterion->title,
                                 view->output->language));
        buf_format(into, " (%.*s)", (int)result->criterion->id.length,
                   result->criterion->id.at);
    }
}

void view_add_since(struct buf *into, const struct view *view)
{
    static const enum change order[] = {CHANGE_NEW, CHANGE_CHANGED,
                                        CHANGE_SAME, CHANGE_GONE};
    size_t before = into->length;

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t count = view->reviewed->changes[order[i]];
        char key[24];

        if (count == 0)
            continue;
        if (into->length > before)
            buf_add(into, view_text(view, "separator"));
        snprintf(key, sizeof key, "count-%s", change_name(order[i]));
        view_add_count(into, view, key, count);
    }
    add_gone(into, view);
}
