/* theme - the colours of a document's theme, and which colour means what. */
#include "ooxml/theme.h"

#include "ooxml/names.h"

#include <stdlib.h>

struct reading {
    struct theme *theme;
    int current; /* index of the colour whose element is open; or -1 */
    bool in_scheme;
};

static bool parse_hex(struct str hex, size_t digits, uint32_t *value)
{
    *value = 0;
    if (hex.length != digits)
        return false;
    for (size_t i = 0; i < digits; i++) {
        char c = hex.at[i];
        uint32_t digit = c >= '0' && c <= '9'   ? (uint32_t)(c - '0')
                         : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a') + 10
                         : c >= 'A' && c <= 'F' ? (uint32_t)(c - 'A') + 10
                                                : 16;

        if (digit > 15)
            return false;
        *value = *value << 4 | digit;
    }
    return true;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;
    uint32_t rgb;
    struct str hex;

    if (tag->number == A_CLR_SCHEME)
        reading->in_scheme = true;
    if (!reading->in_scheme)
        return;
    if (tag->number >= A_DK1 && tag->number <= A_FOL_HLINK)
        reading->current = tag->number - A_DK1;
    if (reading->current < 0)
        return;
    hex = xml_value(tag, tag->number == A_SYS_CLR ? NO_LAST_CLR : NO_VAL);
    if ((tag->number == A_SYS_CLR || tag->number == A_SRGB_CLR) &&
        parse_hex(hex, 6, &rgb))
        reading->theme->colours[reading->current] = rgb;
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (tag->number == A_CLR_SCHEME) {
        reading->in_scheme = false;
        reading->theme->known = true;
    } else if (tag->number >= A_DK1 && tag->number <= A_FOL_HLINK) {
        reading->current = -1;
    }
}

bool theme_read(struct theme *theme, struct package *package, struct str part,
                struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_start,
        .end = on_end,
    };
    struct reading reading = {theme, -1, false};

    return package_parse(package, part,
                         (struct package_reader){&handler, &reading, NULL},
                         failure);
}

static int theme_index(struct str name)
{
    static const struct {
        struct str name;
        int index;
    } names[] = {
        {STR_INIT("dark1"), 0},      {STR_INIT("text1"), 0},
        {STR_INIT("light1"), 1},     {STR_INIT("background1"), 1},
        {STR_INIT("dark2"), 2},      {STR_INIT("text2"), 2},
        {STR_INIT("light2"), 3},     {STR_INIT("background2"), 3},
        {STR_INIT("accent1"), 4},    {STR_INIT("accent2"), 5},
        {STR_INIT("accent3"), 6},    {STR_INIT("accent4"), 7},
        {STR_INIT("accent5"), 8},    {STR_INIT("accent6"), 9},
        {STR_INIT("hyperlink"), 10}, {STR_INIT("followedHyperlink"), 11},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(names[i].name, name))
            return names[i].index;
    return -1;
}

/* Hue in degrees, the others from 0 to 1. */
struct hsv {
    double hue, saturation, value;
};

static struct hsv hsv_of(uint32_t rgb)
{
    double red = (rgb >> 16 & 255) / 255.0, green = (rgb >> 8 & 255) / 255.0,
           blue = (rgb & 255) / 255.0;
    double most = red > green ? red : green,
           least = red < green ? red : green;
    double spread;
    struct hsv hsv = {0};

    most = most > blue ? most : blue;
    least = least < blue ? least : blue;
    spread = most - least;
    hsv.value = most;
    if (spread <= 0)
        return hsv;
    hsv.saturation = spread / most;
    if (most == red)
        hsv.hue = 60 * (green - blue) / spread;
    else if (most == green)
        hsv.hue = 60 * (2 + (blue - red) / spread);
    else
        hsv.hue = 60 * (4 + (red - green) / spread);
    if (hsv.hue < 0)
        hsv.hue += 360;
    return hsv;
}

enum paint paint_of_rgb(uint32_t rgb, enum paint_use use)
{
    struct hsv hsv = hsv_of(rgb);
    double pale = use == PAINT_GROUND ? 0.08 : 0.35;

    if (hsv.saturation < pale)
        return PAINT_NONE;
    if (hsv.hue <= 17 || hsv.hue >= 340)
        return hsv.value >= 0.4 ? PAINT_RED : PAINT_NONE;
    if (hsv.hue > 70 && hsv.hue <= 168)
        return hsv.value >= 0.25 ? PAINT_GREEN : PAINT_NONE;
    if (hsv.hue < 23 || hsv.hue > 168)
        return PAINT_NONE;
    /* Brown, beige and tan lie here too. */
    if (hsv.saturation < 0.15 || hsv.value < 0.65)
        return PAINT_NONE;
    return hsv.saturation > 0.5 || hsv.value > 0.9 ? PAINT_YELLOW
                                                   : PAINT_NONE;
}

static uint32_t mix(uint32_t rgb, uint32_t with, uint32_t share)
{
    uint32_t mixed = 0;

    for (int shift = 16; shift >= 0; shift -= 8)
        mixed |= ((rgb >> shift & 255) * share +
                  (with >> shift & 255) * (255 - share)) /
                     255
                 << shift;
    return mixed;
}

enum paint paint_of(const struct theme *theme, struct paint_source source,
                    enum paint_use use)
{
    int index = source.theme.at ? theme_index(source.theme) : -1;
    uint32_t rgb, share;

    if (index >= 0 && theme->known) {
        rgb = theme->colours[index];
        if (parse_hex(source.tint, 2, &share))
            rgb = mix(rgb, 0xFFFFFF, share);
        if (parse_hex(source.shade, 2, &share))
            rgb = mix(rgb, 0, share);
        return paint_of_rgb(rgb, use);
    }
    if (!parse_hex(source.hex, 6, &rgb))
        return PAINT_NONE;
    return paint_of_rgb(rgb, use);
}

enum paint paint_of_highlight(struct str name)
{
    static const struct {
        struct str name;
        enum paint paint;
    } names[] = {
        {STR_INIT("green"), PAINT_GREEN},
        {STR_INIT("darkGreen"), PAINT_GREEN},
        {STR_INIT("yellow"), PAINT_YELLOW},
        {STR_INIT("darkYellow"), PAINT_YELLOW},
        {STR_INIT("red"), PAINT_RED},
        {STR_INIT("darkRed"), PAINT_RED},
    };

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_equal(names[i].name, name))
            return names[i].paint;
    return PAINT_NONE;
}
