/* outline_write - how a document was understood, and what was not. */
#include "output/outline_write.h"

bool outline_write(struct buf *into, const struct output *output,
                   const struct outline *outline, struct str format)
{
    if (str_equal(format, STR("tree")))
        outline_write_tree(into, output, outline);
    else if (str_equal(format, STR("text")))
        buf_add(into, outline->document->text);
    else if (str_equal(format, STR("json")))
        outline_write_json(into, outline);
    else if (str_equal(format, STR("template")))
        outline_write_template(into, output, outline);
    else
        return false;
    return true;
}
