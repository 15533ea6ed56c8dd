/* html_colour - what class of colour an HTML element is shown in. */
#include "input/html_colour.h"

#include <stdio.h>
#include <strings.h>

/* "#00b050", "#0b5", "rgb(0, 176, 80)" or a name. */
static enum paint paint_of_text(struct str value, enum paint_use use)
{
    static const struct {
        const char *name;
        uint32_t rgb;
    } names[] = {
        {"green", 0x008000},  {"lime", 0x00FF00},    {"lightgreen", 0x90EE90},
        {"yellow", 0xFFFF00}, {"gold", 0xFFD700},    {"orange", 0xFFA500},
        {"red", 0xFF0000},    {"darkred", 0x8B0000}, {"crimson", 0xDC143C},
    };
    char text[40];
    unsigned red, green, blue, rgb;

    value = str_trim(value);
    snprintf(text, sizeof text, "%.*s",
             (int)(value.length < 39 ? value.length : 39), value.at);
    if (sscanf(text, "rgb(%u ,%u ,%u", &red, &green, &blue) == 3)
        return paint_of_rgb(
            (red & 255) << 16 | (green & 255) << 8 | (blue & 255), use);
    if (value.length == 7 && sscanf(text, "#%6x", &rgb) == 1)
        return paint_of_rgb(rgb, use);
    if (value.length == 4 && sscanf(text, "#%3x", &rgb) == 1)
        return paint_of_rgb((rgb >> 8 & 15) * 0x110000 +
                                (rgb >> 4 & 15) * 0x1100 + (rgb & 15) * 0x11,
                            use);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcasecmp(text, names[i].name) == 0)
            return paint_of_rgb(names[i].rgb, use);
    return PAINT_NONE;
}

/* Colours in a style attribute: the ground wins over the letters. */
static enum paint paint_of_style(struct str style)
{
    struct str rule, name;
    enum paint ink = PAINT_NONE, ground = PAINT_NONE;

    while (str_cut(&style, ';', &rule)) {
        if (!str_cut(&rule, ':', &name) || rule.at == NULL)
            continue;
        name = str_trim(name);
        if (str_equal(name, STR("color")))
            ink = paint_of_text(rule, PAINT_INK);
        else if (str_starts(name, STR("background")))
            ground = paint_of_text(rule, PAINT_GROUND);
    }
    return ground ? ground : ink;
}

enum paint html_paint(const struct html_tag *tag)
{
    struct str style = html_value(tag, "style");
    enum paint paint = style.at ? paint_of_style(style) : PAINT_NONE;
    struct str value;

    if (paint == PAINT_NONE && (value = html_value(tag, "bgcolor")).at)
        paint = paint_of_text(value, PAINT_GROUND);
    if (paint == PAINT_NONE && (value = html_value(tag, "color")).at)
        paint = paint_of_text(value, PAINT_INK);
    if (paint == PAINT_NONE && str_equal(tag->name, STR("mark")))
        paint = PAINT_YELLOW;
    return paint;
}
