/* print - provisions as people write them. */
#include "law/citation.h"
#include "law/register.h"
#include "law/tables.h"

static void add_statute(struct buf *into, struct statute_id id, int index)
{
    if (id.year == 0)
        return;
    if (into->length > 0 && into->at[into->length - 1] != ' ')
        buf_add_byte(into, ' ');
    if (index >= 0) {
        buf_add(into, register_name(index));
        return;
    }
    buf_add_text(into, id.series[0] == '\0' ? "SFS " : "");
    statute_id_print(into, id);
}

void provision_print(struct buf *into, const struct provision *provision)
{
    int index = register_find(provision->statute);
    bool article = index >= 0 &&
                   law_statutes[index].division == DIVIDED_ARTICLES;
    struct buf text = {0};

    if (provision->chapter.value != 0) {
        law_number_print(&text, provision->chapter);
        buf_add_text(&text, " kap.");
    }
    if (provision->clause.value != 0) {
        buf_add_text(&text, text.length > 0 ? " " : "");
        buf_add_text(&text, article ? "artikel " : "");
        law_number_print(&text, provision->clause);
        buf_add_text(&text, article ? "" : " §");
    }
    if (provision->subclause != 0)
        buf_format(&text, " %u st.", (unsigned)provision->subclause);
    if (provision->item != 0)
        buf_format(&text, " %u p.", (unsigned)provision->item);
    add_statute(&text, provision->statute, index);
    buf_add(into, buf_str(&text));
    buf_free(&text);
}
