/* layout - text for a terminal: wrapped, with hanging indents, and colour. */
#include "output/layout.h"

#include "base/unicode.h"

enum {
    LEAST = 16, /* code points left for words, however narrow */
    GAP = 2     /* between cells */
};

static const char *escape_of(enum style style)
{
    static const char *const escapes[] = {
        [STYLE_PLAIN] = "",         [STYLE_STRONG] = "\x1b[1m",
        [STYLE_FAINT] = "\x1b[2m",  [STYLE_GOOD] = "\x1b[1;32m",
        [STYLE_WARM] = "\x1b[1;33m",
    };

    return escapes[style];
}

static void add(const struct layout *layout, struct styled words)
{
    bool coloured =
        layout->colour && words.style != STYLE_PLAIN && words.text.length;

    if (coloured)
        buf_add_text(layout->into, escape_of(words.style));
    buf_add(layout->into, words.text);
    if (coloured)
        buf_add_text(layout->into, "\x1b[0m");
}

void layout_blank(const struct layout *layout)
{
    buf_add_byte(layout->into, '\n');
}

/* Bytes of the text that make up one line of at most `room` code points. */
static size_t line_length(struct str text, size_t room)
{
    size_t at = 0, length, word = 0;

    for (size_t count = 0; at < text.length; count++, at += length) {
        uint32_t code_point = unicode_decode(text, at, &length);

        if (code_point == ' ')
            word = at;
        if (count == room)
            return word ? word : at;
    }
    return text.length;
}

static void add_spaces(struct buf *into, size_t count)
{
    for (size_t i = 0; i < count; i++)
        buf_add_byte(into, ' ');
}

static struct str trim_end(struct str text)
{
    while (text.length && text.at[text.length - 1] == ' ')
        text.length--;
    return text;
}

void layout_text(const struct layout *layout, struct styled lead,
                 size_t indent, struct styled text)
{
    size_t used = unicode_count(lead.text);
    struct str rest = str_trim(text.text);

    if (rest.length == 0)
        lead.text = trim_end(lead.text);
    add(layout, lead);
    while (rest.length) {
        size_t room = layout->width > used + LEAST ? layout->width - used
                                                   : LEAST;
        struct str line = str_part(rest, 0, line_length(rest, room));

        add(layout, (struct styled){str_trim(line), text.style});
        rest = str_trim(str_part(rest, line.length, rest.length));
        if (rest.length == 0)
            break;
        buf_add_byte(layout->into, '\n');
        add_spaces(layout->into, indent);
        used = indent;
    }
    buf_add_byte(layout->into, '\n');
}

void layout_indented(const struct layout *layout, size_t indent,
                     struct styled text)
{
    static const char spaces[] = "                    ";

    layout_text(layout,
                (struct styled){str_part(STR(spaces), 0, indent),
                                STYLE_PLAIN},
                indent, text);
}

/* Take the next line of a cell off what is left of it. */
static struct str next_line(struct str *rest, size_t width)
{
    size_t feed = str_find(*rest, STR("\n"), 0);
    struct str upto = str_part(*rest, 0, feed == SIZE_MAX ? rest->length
                                                          : feed);
    size_t length = line_length(upto, width);
    bool ended = length == upto.length && feed != SIZE_MAX;

    *rest = str_part(*rest, length + ended, rest->length);
    if (!ended)
        *rest = str_trim(*rest);
    return str_trim(str_part(upto, 0, length));
}

/* A line of each cell; the spaces before a word come with the word. */
static bool add_row_line(const struct layout *layout, size_t indent,
                         const struct cell *cells, struct str *rests,
                         size_t count)
{
    size_t spaces = indent;
    bool more = false;

    for (size_t i = 0; i < count; i++) {
        struct str line = next_line(&rests[i], cells[i].width);

        if (line.length) {
            add_spaces(layout->into, spaces);
            add(layout, (struct styled){line, cells[i].words.style});
            spaces = 0;
        }
        spaces += cells[i].width - unicode_count(line) + GAP;
        more |= rests[i].length > 0;
    }
    buf_add_byte(layout->into, '\n');
    return more;
}

void layout_row(const struct layout *layout, size_t indent,
                const struct cell *cells, size_t count)
{
    struct str rests[CELLS_MOST];

    for (size_t i = 0; i < count; i++)
        rests[i] = str_trim(cells[i].words.text);
    while (add_row_line(layout, indent, cells, rests, count))
        ;
}

void layout_rule(const struct layout *layout, size_t indent, size_t width)
{
    add_spaces(layout->into, indent);
    for (size_t i = 0; i < width; i++)
        buf_add_text(layout->into, "─");
    buf_add_byte(layout->into, '\n');
}
