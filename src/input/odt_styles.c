/* odt_styles - what the styles of an OpenDocument text mean to us. */
#include "input/odt_styles.h"

#include "input/odt_names.h"

#include <stdlib.h>

/* "#00b050" as a class of colour. */
static enum paint paint(struct str value, enum paint_use use)
{
    static const struct theme no_theme = {0};

    if (!str_starts(value, STR("#")))
        return PAINT_NONE;
    return paint_of(&no_theme,
                    (struct paint_source){.hex = str_part(value, 1, 6)}, use);
}

void odt_styles_take(struct odt_styles *styles, const struct xml_tag *tag)
{
    struct odt_style *style;
    enum paint ground, ink;

    if (styles->sorted)
        return;
    if (tag->number == ODT_STYLE_STYLE) {
        styles->items =
            arena_grow(styles->arena, styles->items, styles->count,
                       &styles->capacity, sizeof *styles->items);
        styles->items[styles->count++] = (struct odt_style){
            .name = arena_str(styles->arena, xml_value(tag, ODT_STYLE_NAME)),
            .title =
                str_equal(xml_value(tag, ODT_STYLE_PARENT), STR("Title")),
        };
        return;
    }
    if (styles->count == 0)
        return;
    style = &styles->items[styles->count - 1];
    ground = paint(xml_value(tag, ODT_FO_BACKGROUND), PAINT_GROUND);
    ink = paint(xml_value(tag, ODT_FO_COLOR), PAINT_INK);
    if (ground || ink)
        style->paint = ground ? ground : ink;
    style->hidden |= str_equal(xml_value(tag, ODT_TEXT_DISPLAY), STR("none"));
}

static int compare(const void *left, const void *right)
{
    const struct odt_style *a = left, *b = right;

    return str_compare(a->name, b->name);
}

const struct odt_style *odt_styles_find(struct odt_styles *styles,
                                        struct str name)
{
    struct odt_style key = {.name = name};

    if (name.length == 0 || styles->count == 0)
        return NULL;
    if (!styles->sorted)
        qsort(styles->items, styles->count, sizeof *styles->items, compare);
    styles->sorted = true;
    return bsearch(&key, styles->items, styles->count, sizeof *styles->items,
                   compare);
}
