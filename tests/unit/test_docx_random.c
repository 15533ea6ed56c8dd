/* docx: files of random features, each with its own model of what is read. */
#include <criterion/criterion.h>

#include "docx.h"

#include <stdio.h>

enum { SEEDS = 200, PIECES = 6, LINES = 400 };

/* Lines whose order does not matter. */
struct lines {
    char *items[LINES];
    size_t count;
};

/* A file being made, and what must be read of it in both ways. */
struct model {
    uint64_t state;
    struct docx docx;
    struct buf body;
    struct buf final, original; /* blocks, a line each */
    struct buf after;           /* of text boxes of this paragraph */
    struct buf after_original;
    struct lines found; /* marks and residue of the final text */
    unsigned tables, tables_original, comments;
    struct buf notes;
};

/* The paragraph that is being made. */
struct piece {
    struct buf final, original;
    size_t letters, bold, prompt; /* of the final text, without spaces */
    size_t letters_original, bold_original, prompt_original;
};

static unsigned pick(struct model *model, unsigned below)
{
    model->state = model->state * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(model->state >> 33) % below;
}

static void add_found(struct lines *lines, const char *kind, const char *text)
{
    char line[300];

    snprintf(line, sizeof line, "%s: %s", kind, text);
    cr_assert(lines->count < LINES);
    lines->items[lines->count++] = strdup(line);
}

static const char *word(struct model *model)
{
    static const char *const words[] = {
        "elever",
        "Årskurs",
        "målet",
        "ökning",
        "kvalitét",
        "82",
        "orsaken",
        "stöd",
        "Ämnet",
        "x",
        "närvaro",
        "rektor",
        "§",
        "€5",
        "\u201Dcitat\u201D",
        "läs\u2013skriv",
    };

    return words[pick(model, sizeof words / sizeof *words)];
}

static size_t letters_of(const char *text)
{
    size_t letters = 0;

    for (; *text; text++)
        letters += (unsigned char)*text > ' ';
    return letters;
}

/* Two words and a space, into the paragraph's two texts. */
enum { IN_FINAL = 1, IN_ORIGINAL = 2, IN_BOTH = 3 };
static void say(struct piece *piece, const char *text, int where, bool bold,
                bool prompt)
{
    size_t letters = letters_of(text);

    if (where & IN_FINAL) {
        buf_add_text(&piece->final, text);
        piece->letters += letters;
        piece->bold += bold ? letters : 0;
        piece->prompt += prompt ? letters : 0;
    }
    if (where & IN_ORIGINAL) {
        buf_add_text(&piece->original, text);
        piece->letters_original += letters;
        piece->bold_original += bold ? letters : 0;
        piece->prompt_original += prompt ? letters : 0;
    }
}

static void run(struct model *model, const char *properties,
                const char *element, const char *text)
{
    buf_format(&model->body,
               "<w:r><w:rPr>%s</w:rPr><w:%s xml:space=\"preserve\">%s"
               "</w:%s></w:r>",
               properties, element, text, element);
}

static void plain(struct model *model, struct piece *piece)
{
    char text[80];

    snprintf(text, sizeof text, "%s %s ", word(model), word(model));
    run(model, "", "t", text);
    say(piece, text, IN_BOTH, false, false);
}

static void coloured(struct model *model, struct piece *piece, bool heading)
{
    static const struct {
        const char *xml, *kind;
    } ways[] = {
        {"<w:color w:val=\"00B050\"/>", "green"},
        {"<w:color w:val=\"FFC000\"/>", "yellow"},
        {"<w:color w:val=\"C00000\"/>", "red"},
        {"<w:highlight w:val=\"green\"/>", "green"},
        {"<w:highlight w:val=\"yellow\"/><w:color w:val=\"FF0000\"/>",
         "yellow"},
        {"<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FF5050\"/>",
         "red"},
        {"<w:color w:val=\"7F7F7F\"/>", NULL},
        {"<w:color w:val=\"auto\"/>", NULL},
        {"<w:color w:val=\"1F3864\"/>", NULL},
    };
    unsigned way = pick(model, sizeof ways / sizeof *ways);
    char text[80];

    snprintf(text, sizeof text, "%s%s", word(model), word(model));
    run(model, ways[way].xml, "t", text);
    say(piece, text, IN_BOTH, false, false);
    if (ways[way].kind && !heading)
        add_found(&model->found, ways[way].kind, text);
    plain(model, piece);
}

static void special(struct model *model, struct piece *piece, unsigned kind)
{
    char text[80];
    unsigned id;

    snprintf(text, sizeof text, "%s%s", word(model), word(model));
    switch (kind) {
    case 0: /* bold */
        run(model, "<w:b/>", "t", text);
        say(piece, text, IN_BOTH, true, false);
        break;
    case 1: /* hidden */
        run(model, "<w:vanish/>", "t", text);
        add_found(&model->found, "hidden_text", text);
        break;
    case 2: /* inserted, in one or two runs */
        buf_add_text(&model->body, "<w:ins w:id=\"9\" w:author=\"N\">");
        run(model, "", "t", text);
        buf_add_text(&model->body, "</w:ins>");
        say(piece, text, IN_FINAL, false, false);
        add_found(&model->found, "tracked_insertion", text);
        break;
    case 3: /* deleted */
        buf_add_text(&model->body, "<w:del w:id=\"9\" w:author=\"N\">");
        run(model, "<w:i/>", "delText", text);
        buf_add_text(&model->body, "</w:del>");
        say(piece, text, IN_ORIGINAL, false, false);
        add_found(&model->found, "tracked_deletion", text);
        break;
    case 4: /* a control with its prompt */
        buf_add_text(&model->body, "<w:sdt><w:sdtPr><w:showingPlcHdr/>"
                                   "</w:sdtPr><w:sdtContent>");
        run(model, "", "t", text);
        buf_add_text(&model->body, "</w:sdtContent></w:sdt>");
        say(piece, text, IN_BOTH, false, true);
        add_found(&model->found, "placeholder", text);
        break;
    case 5: /* a field */
        buf_format(&model->body,
                   "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r>"
                   "<w:instrText>REF x</w:instrText></w:r><w:r><w:t>bort"
                   "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/>"
                   "</w:r><w:r><w:t>%s</w:t></w:r><w:r><w:fldChar "
                   "w:fldCharType=\"end\"/></w:r>",
                   text);
        say(piece, text, IN_BOTH, false, false);
        break;
    case 6: /* a comment */
        id = ++model->comments;
        buf_format(&model->body,
                   "<w:commentRangeStart w:id=\"%u\"/><w:r><w:t>%s</w:t>"
                   "</w:r><w:commentRangeEnd w:id=\"%u\"/><w:r>"
                   "<w:commentReference w:id=\"%u\"/></w:r>",
                   id, text, id, id);
        buf_format(&model->notes,
                   "<w:comment w:id=\"%u\" w:author=\"N\"><w:p><w:r><w:t>Om "
                   "%s</w:t></w:r></w:p></w:comment>",
                   id, text);
        say(piece, text, IN_BOTH, false, false);
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s", "");
        {
            char note[100];

            snprintf(note, sizeof note, "Om %s", text);
            add_found(&model->found, "comment", note);
        }
        break;
    case 7: /* marks and entities */
        buf_add_text(&model->body,
                     "<w:r><w:t>a&amp;b</w:t><w:tab/><w:t>c&#160;d</w:t>"
                     "<w:noBreakHyphen/><w:t>e\u00ADf</w:t></w:r>");
        say(piece, "a&b c d\u2011ef", IN_BOTH, false, false);
        break;
    case 8: /* a text box, once */
        buf_format(&model->body,
                   "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">"
                   "<w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p>"
                   "</w:txbxContent></mc:Choice><mc:Fallback><w:pict>"
                   "<w:txbxContent><w:p><w:r><w:t>%s</w:t></w:r></w:p>"
                   "</w:txbxContent></w:pict></mc:Fallback>"
                   "</mc:AlternateContent></w:r>",
                   text, text);
        buf_format(&model->after, "B %s\n", text);
        buf_format(&model->after_original, "B %s\n", text);
        break;
    default: /* a link in a tag that nobody knows */
        buf_format(&model->body,
                   "<w:hyperlink r:id=\"none\"><new:x><w:r><w:t>%s</w:t>"
                   "</w:r></new:x></w:hyperlink>",
                   text);
        say(piece, text, IN_BOTH, false, false);
        break;
    }
    plain(model, piece);
}

static void end_text(struct buf *into, const char *prefix, struct buf *text,
                     size_t letters, size_t bold, size_t prompt)
{
    struct str trimmed = str_trim(buf_str(text));

    if (trimmed.length || strchr(prefix, '+')) {
        buf_add_text(into, prefix);
        if (letters && prompt == letters)
            buf_add_byte(into, '?');
        if (letters && bold == letters)
            buf_add_byte(into, '!');
        buf_format(into, " %.*s\n", (int)trimmed.length, trimmed.at);
    }
    buf_free(text);
}

/* A paragraph; `cell` and `cell_original` when it begins or goes on one. */
static void paragraph(struct model *model, const char *cell,
                      const char *cell_original)
{
    static const struct {
        const char *xml, *prefix;
    } styles[] = {
        {"", "P"},
        {"<w:outlineLvl w:val=\"1\"/>", "H2"},
        {"<w:pStyle w:val=\"R1\"/>", "H1"},
        {"<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"4\"/></w:numPr>",
         "L1"},
        {"<w:pStyle w:val=\"Lista\"/>", "L1"},
    };
    unsigned style = pick(model, sizeof styles / sizeof *styles);
    struct piece piece = {0};
    bool heading = !cell && styles[style].prefix[0] == 'H';
    unsigned pieces = pick(model, PIECES);

    buf_format(&model->body, "<w:p><w:pPr>%s</w:pPr>", styles[style].xml);
    for (unsigned i = 0; i < pieces; i++) {
        unsigned kind = pick(model, 14);

        if (i == 0)
            plain(model, &piece);
        if (kind < 10)
            special(model, &piece, kind);
        else if (kind < 13)
            coloured(model, &piece, heading);
        else
            plain(model, &piece);
    }
    buf_add_text(&model->body, "</w:p>");
    end_text(&model->final, cell ? cell : styles[style].prefix, &piece.final,
             piece.letters, piece.bold, piece.prompt);
    end_text(&model->original, cell ? cell_original : styles[style].prefix,
             &piece.original, piece.letters_original, piece.bold_original,
             piece.prompt_original);
    buf_add(&model->final, buf_str(&model->after));
    buf_add(&model->original, buf_str(&model->after_original));
    buf_cut(&model->after, 0);
    buf_cut(&model->after_original, 0);
}

static void one_cell(struct model *model, unsigned row, unsigned column,
                     unsigned span)
{
    char cell[40], more[40];

    snprintf(cell, sizeof cell, "C%u.%u.%u+", model->tables, row, column);
    snprintf(more, sizeof more, "C%u.%u.%u", model->tables, row, column);
    buf_format(&model->body,
               "<w:tc><w:tcPr><w:gridSpan w:val=\"%u\"/></w:tcPr>", span);
    paragraph(model, cell, cell);
    if (pick(model, 4) == 0 &&
        !str_ends(buf_str(&model->final), STR("+ \n")) &&
        model->final.at[model->final.length - 2] != ' ')
        paragraph(model, more, more);
    buf_add_text(&model->body, "</w:tc>");
}

static void table(struct model *model)
{
    unsigned rows = 1 + pick(model, 3), columns = 1 + pick(model, 3);
    bool wrapped = pick(model, 3) == 0;

    model->tables++;
    if (wrapped)
        buf_add_text(&model->body,
                     "<w:sdt><w:sdtPr><w:alias w:val=\"x\"/></w:sdtPr>"
                     "<w:sdtContent>");
    buf_add_text(&model->body, "<w:tbl><w:tblPr/>");
    for (unsigned row = 1; row <= rows; row++) {
        unsigned at = 1;

        buf_add_text(&model->body, "<w:tr>");
        for (unsigned column = 0; column < columns; column++) {
            unsigned span = 1 + (pick(model, 5) == 0);

            one_cell(model, row, at, span);
            at += span;
        }
        buf_add_text(&model->body, "</w:tr>");
    }
    buf_add_text(&model->body, "</w:tbl>");
    if (wrapped)
        buf_add_text(&model->body, "</w:sdtContent></w:sdt>");
}

static void make(struct model *model)
{
    unsigned blocks = 1 + pick(model, 8);
    static const unsigned makings[] = {0, ZIP_STORED, ZIP_DESCRIPTOR, ZIP_64};
    struct piece first = {0};

    model->docx.making = makings[pick(model, 4)];
    buf_add_text(&model->body, "<w:p>");
    plain(model, &first);
    buf_add_text(&model->body, "</w:p>");
    end_text(&model->final, "P", &first.final, 0, 0, 0);
    end_text(&model->original, "P", &first.original, 0, 0, 0);
    for (unsigned i = 0; i < blocks; i++) {
        if (pick(model, 3) == 0)
            table(model);
        else
            paragraph(model, NULL, NULL);
    }
    docx_styles(&model->docx,
                "<w:style w:type=\"paragraph\" w:styleId=\"R1\"><w:name "
                "w:val=\"heading 1\"/><w:pPr><w:outlineLvl w:val=\"0\"/>"
                "</w:pPr></w:style><w:style w:type=\"paragraph\" "
                "w:styleId=\"Lista\"><w:name w:val=\"List Bullet\"/><w:pPr>"
                "<w:numPr><w:numId w:val=\"2\"/></w:numPr></w:pPr>"
                "</w:style>");
    docx_part(&model->docx, "comments", "comments",
              model->notes.at ? model->notes.at : "");
}

static int by_text(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* Compare blocks in order, and what was found in any order. */
static void compare(const struct model *model, uint64_t seed,
                    const struct document *document, const struct buf *blocks,
                    const struct lines *found)
{
    char *shown = docx_shown(document);
    size_t length = blocks->length;
    struct lines read = {0};
    char *line;

    cr_expect(strncmp(shown, blocks->at, length) == 0,
              "seed %lu:\n%s\nread as\n%s\nnot\n%s", (unsigned long)seed,
              model->body.at, shown, blocks->at);
    for (line = strtok(
             shown + (length < strlen(shown) ? length : strlen(shown)), "\n");
         found && line && read.count < LINES; line = strtok(NULL, "\n"))
        read.items[read.count++] = line;
    if (found && read.count)
        qsort(read.items, read.count, sizeof *read.items, by_text);
    if (found)
        cr_expect(read.count == found->count, "seed %lu: %zu found, not %zu",
                  (unsigned long)seed, read.count, found->count);
    for (size_t i = 0; found && i < read.count && i < found->count; i++)
        cr_expect(strcmp(read.items[i], found->items[i]) == 0,
                  "seed %lu: [%s] and not [%s] in\n%s", (unsigned long)seed,
                  read.items[i], found->items[i], model->body.at);
    free(shown);
}

static void read_and_compare(struct model *model, uint64_t seed,
                             struct str file)
{
    struct failure why = {0};
    struct document *document = input_read(STR("a"), file, &why);

    cr_assert(document != NULL, "seed %lu: %s %s", (unsigned long)seed,
              why.key, why.detail);
    if (model->found.count)
        qsort(model->found.items, model->found.count,
              sizeof *model->found.items, by_text);
    compare(model, seed, document, &model->final, &model->found);
    document_free(document);
    document = input_read_changes(STR("a"), file, INPUT_REJECTED, &why);
    cr_assert(document != NULL, "seed %lu: %s", (unsigned long)seed, why.key);
    compare(model, seed, document, &model->original, NULL);
    document_free(document);
}

Test(docx_random, two_hundred_random_files_are_read_as_their_models_say)
{
    for (uint64_t seed = 1; seed <= SEEDS; seed++) {
        struct model model = {.state = seed * 0x9E3779B97F4A7C15u};
        struct str file;

        make(&model);
        file = docx_file(&model.docx, model.body.at);
        read_and_compare(&model, seed, file);
        for (size_t i = 0; i < model.found.count; i++)
            free(model.found.items[i]);
        buf_free(&model.body);
        buf_free(&model.final);
        buf_free(&model.original);
        buf_free(&model.after);
        buf_free(&model.after_original);
        buf_free(&model.notes);
        docx_free(&model.docx);
    }
}
