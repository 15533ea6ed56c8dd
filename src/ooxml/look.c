/* look - what of the look of text has a meaning: bold, hidden, coloured. */
#include "ooxml/look.h"

#include "ooxml/names.h"

bool word_is_on(const struct xml_tag *tag)
{
    struct str value = xml_value(tag, W_VAL);

    return value.at == NULL ||
           !(str_equal(value, STR("0")) || str_equal(value, STR("false")) ||
             str_equal(value, STR("off")) || str_equal(value, STR("none")));
}

/* w:shd: the ground is w:fill, but the pattern "solid" is all w:color. */
static enum paint shading(const struct xml_tag *tag,
                          const struct theme *theme)
{
    if (str_equal(xml_value(tag, W_VAL), STR("solid")))
        return paint_of(theme,
                        (struct paint_source){xml_value(tag, W_COLOR),
                                              xml_value(tag, W_THEME_COLOR),
                                              xml_value(tag, W_THEME_TINT),
                                              xml_value(tag, W_THEME_SHADE)},
                        PAINT_GROUND);
    return paint_of(theme,
                    (struct paint_source){xml_value(tag, W_FILL),
                                          xml_value(tag, W_THEME_FILL),
                                          xml_value(tag, W_THEME_FILL_TINT),
                                          xml_value(tag, W_THEME_FILL_SHADE)},
                    PAINT_GROUND);
}

void look_read(struct look *look, const struct xml_tag *tag,
               const struct theme *theme)
{
    switch (tag->number) {
    case W_B:
        look->set |= LOOK_BOLD;
        look->bold = word_is_on(tag);
        break;
    case W_VANISH:
        look->set |= LOOK_HIDDEN;
        look->hidden = word_is_on(tag);
        break;
    case W_COLOR:
        look->set |= LOOK_INK;
        look->ink =
            paint_of(theme,
                     (struct paint_source){xml_value(tag, W_VAL),
                                           xml_value(tag, W_THEME_COLOR),
                                           xml_value(tag, W_THEME_TINT),
                                           xml_value(tag, W_THEME_SHADE)},
                     PAINT_INK);
        break;
    case W_HIGHLIGHT:
        look->set |= LOOK_HIGHLIGHT;
        look->highlight = paint_of_highlight(xml_value(tag, W_VAL));
        break;
    case W_SHD:
        look->set |= LOOK_FILL;
        look->fill = shading(tag, theme);
        break;
    default:
        break;
    }
}

void look_lay(struct look *look, const struct look *over)
{
    if (over->set & LOOK_BOLD)
        look->bold = over->bold;
    if (over->set & LOOK_HIDDEN)
        look->hidden = over->hidden;
    if (over->set & LOOK_INK)
        look->ink = over->ink;
    if (over->set & LOOK_HIGHLIGHT)
        look->highlight = over->highlight;
    if (over->set & LOOK_FILL)
        look->fill = over->fill;
    look->set |= over->set;
}

enum paint look_paint(const struct look *look)
{
    if (look->highlight)
        return look->highlight;
    return look->fill ? look->fill : look->ink;
}
