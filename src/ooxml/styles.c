/* styles - the named styles of a Word document, with what they inherit. */
#include "ooxml/styles.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "ooxml/names.h"

#include <stdlib.h>

enum { INHERITANCE_DEPTH = 32, MANY_STYLES = LIMIT_WORD_STYLES };

struct reading {
    struct styles *styles;
    struct arena *arena;
    const struct theme *theme;
    struct xml *xml;
    struct style style; /* that is open */
    bool in_style, in_defaults;
    unsigned skip; /* depth inside what says nothing here */
};

/*
 * Headings by the name of their style, when no outline level says it: the
 * names that Word and others store, also in translation.
 */
static int named_outline(struct arena *arena, struct str name)
{
    static const struct str whole[] = {STR_INIT("title"), STR_INIT("rubrik")};
    static const struct str within[] = {STR_INIT("heading "),
                                        STR_INIT("rubrik ")};
    struct buf lower = {0};
    struct str text;
    int outline = -1;

    (void)arena;
    unicode_add_lower(&lower, name);
    text = buf_str(&lower);
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (str_equal(text, whole[i]))
            outline = 0;
    for (size_t i = 0; i < sizeof within / sizeof *within; i++) {
        size_t at = str_find(text, within[i], 0);

        if (at == SIZE_MAX)
            continue;
        at += within[i].length;
        if (at < text.length && text.at[at] >= '1' && text.at[at] <= '9')
            outline = text.at[at] - '1';
    }
    buf_free(&lower);
    return outline;
}

static void begin_style(struct reading *reading, const struct xml_tag *tag)
{
    struct str type = xml_value(tag, W_TYPE);

    if (reading->styles->count > MANY_STYLES)
        xml_stop(reading->xml, "word-too-many-styles");
    reading->in_style = true;
    reading->style = (struct style){
        .id = arena_str(reading->arena, xml_value(tag, W_STYLE_ID)),
        .outline = -1,
        .of_letters = str_equal(type, STR("character")),
        .is_default = str_equal(type, STR("paragraph")) &&
                      str_equal(xml_value(tag, W_DEFAULT), STR("1")),
    };
}

static void end_style(struct reading *reading)
{
    struct styles *styles = reading->styles;
    struct style *style = &reading->style;

    if (!style->outline_set && !style->of_letters) {
        style->outline = named_outline(reading->arena, style->name);
        style->outline_set = style->outline >= 0;
    }
    styles->items = arena_grow(reading->arena, styles->items, styles->count,
                               &styles->capacity, sizeof *styles->items);
    styles->items[styles->count++] = *style;
    reading->in_style = false;
}

static void read_property(struct reading *reading, const struct xml_tag *tag)
{
    struct style *style = &reading->style;
    struct str value = xml_value(tag, W_VAL);
    unsigned number;

    switch (tag->number) {
    case W_NAME:
        style->name = arena_str(reading->arena, value);
        break;
    case W_BASED_ON:
        style->based_on = arena_str(reading->arena, value);
        break;
    case W_OUTLINE_LVL:
        style->outline_set = str_number(value, &number);
        style->outline = style->outline_set && number < 9 ? (int)number : -1;
        break;
    case W_NUM_ID:
        style->numbered_set = true;
        style->numbered = !str_equal(value, STR("0"));
        break;
    case W_ILVL:
        style->list_level =
            str_number(value, &number) && number < 9 ? (int)number : 0;
        break;
    default:
        look_read(&style->look, tag, reading->theme);
        break;
    }
}

/* Old values of tracked changes, and what holds for parts of tables. */
static bool says_nothing(int number)
{
    return number == W_R_PR_CHANGE || number == W_P_PR_CHANGE ||
           number == W_TBL_PR_CHANGE || number == W_TC_PR ||
           number == W_TR_PR;
}

static void on_start(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (reading->skip || says_nothing(tag->number))
        reading->skip++;
    else if (tag->number == W_STYLE)
        begin_style(reading, tag);
    else if (reading->in_style)
        read_property(reading, tag);
    else if (tag->number == W_R_PR_DEFAULT)
        reading->in_defaults = true;
    else if (reading->in_defaults)
        look_read(&reading->styles->plain.look, tag, reading->theme);
}

static void on_end(void *self, const struct xml_tag *tag)
{
    struct reading *reading = self;

    if (reading->skip)
        reading->skip--;
    else if (tag->number == W_STYLE && reading->in_style)
        end_style(reading);
    else if (tag->number == W_R_PR_DEFAULT)
        reading->in_defaults = false;
}

static int compare_ids(const void *left, const void *right)
{
    const struct style *a = left, *b = right;

    return str_compare(a->id, b->id);
}

static struct style *find(const struct styles *styles, struct str id)
{
    struct style key = {.id = id};

    if (id.length == 0 || styles->count == 0)
        return NULL;
    return bsearch(&key, styles->items, styles->count, sizeof *styles->items,
                   compare_ids);
}

const struct style *styles_find(const struct styles *styles, struct str id)
{
    return find(styles, id);
}

/* Lay one style over the one it is based on, which is whole already. */
static void inherit(struct style *style, const struct style *base)
{
    struct look look = base->look;

    look_lay(&look, &style->look);
    style->look = look;
    if (!style->outline_set)
        style->outline = base->outline;
    if (!style->numbered_set) {
        style->numbered = base->numbered;
        style->list_level = base->list_level;
    }
}

static void resolve(struct styles *styles, struct style *style)
{
    struct style *chain[INHERITANCE_DEPTH];
    const struct style *base = &styles->plain;
    size_t depth = 0;

    while (style && !style->resolved && depth < INHERITANCE_DEPTH) {
        chain[depth++] = style;
        style->resolved = true; /* a loop ends here */
        style = find(styles, style->based_on);
    }
    if (style && style->resolved)
        base = style;
    while (depth-- > 0) {
        if (!chain[depth]->of_letters || base != &styles->plain)
            inherit(chain[depth], base);
        base = chain[depth];
    }
}

bool styles_read(struct styles *styles, struct arena *arena,
                 struct package *package, struct str part,
                 const struct theme *theme, struct failure *failure)
{
    static const struct xml_handler handler = {
        .names = &word_names,
        .start = on_start,
        .end = on_end,
    };
    struct reading reading = {
        .styles = styles, .arena = arena, .theme = theme};

    styles->plain.outline = -1;
    if (part.at && !package_parse(package, part,
                                  (struct package_reader){&handler, &reading,
                                                          &reading.xml},
                                  failure))
        return false;
    if (styles->count)
        qsort(styles->items, styles->count, sizeof *styles->items,
              compare_ids);
    for (size_t i = 0; i < styles->count; i++)
        resolve(styles, &styles->items[i]);
    for (size_t i = 0; i < styles->count; i++)
        if (styles->items[i].is_default)
            styles->plain = styles->items[i];
    return true;
}
