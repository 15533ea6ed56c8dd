/* outline_template - an empty form as template data, for a colleague. */
#include "output/outline_write.h"

#include "output/view.h"

#include "base/unicode.h"

struct shaping {
    struct buf *into;
    const struct output *output;
    const struct outline *outline;
};

/* A double-quoted YAML text on one line. */
static void add_text(struct buf *into, struct str text)
{
    struct buf inert = {0};

    unicode_add_inert(&inert, str_trim(text));
    buf_add_byte(into, '"');
    for (size_t i = 0; i < inert.length; i++) {
        if (inert.at[i] == '"' || inert.at[i] == '\\')
            buf_add_byte(into, '\\');
        buf_add_byte(into, inert.at[i]);
    }
    buf_add_byte(into, '"');
    buf_free(&inert);
}

static void add_key(const struct shaping *shaping, const char *key)
{
    texts_say(shaping->into, shaping->output->texts,
              shaping->output->language, key, NULL, 0);
}

/* All fields of the outline, one after the other; NULL after the last. */
static const struct field *field_at(const struct outline *outline,
                                    size_t index)
{
    for (size_t i = 0; i < outline->measure_count; i++) {
        if (index < outline->measures[i].field_count)
            return &outline->measures[i].fields[index];
        index -= outline->measures[i].field_count;
    }
    return index < outline->summary_field_count
               ? &outline->summary_fields[index]
               : NULL;
}

/* Whether an earlier field of the role has just that label. */
static bool said_before(const struct outline *outline, size_t index)
{
    const struct field *field = field_at(outline, index);
    struct str label = document_text(outline->document, field->label);

    for (size_t i = 0; i < index; i++) {
        const struct field *other = field_at(outline, i);

        if (other->role == field->role &&
            str_equal(document_text(outline->document, other->label), label))
            return true;
    }
    return false;
}

static void write_role(const struct shaping *shaping, int role)
{
    const struct outline *outline = shaping->outline;
    const struct field *field;
    bool first = true;

    for (size_t i = 0; (field = field_at(outline, i)); i++) {
        if (field->role != role || field->label.length == 0 ||
            said_before(outline, i))
            continue;
        if (first)
            buf_format(shaping->into, "      %.*s:\n",
                       (int)templates_role(outline->templates, role).length,
                       templates_role(outline->templates, role).at);
        first = false;
        buf_add_text(shaping->into, "        - ");
        add_text(shaping->into,
                 document_text(outline->document, field->label));
        buf_add_byte(shaping->into, '\n');
    }
}

/*
 * Whether the block holds a label that was understood, or only asks for an
 * answer. All else in an empty form is the form's own.
 */
static bool is_understood(const struct outline *outline, struct span span)
{
    const struct field *field;

    for (size_t i = 0; (field = field_at(outline, i)); i++)
        if (span_overlap(field->label, span))
            return true;
    for (size_t i = 0; i < outline->residue_count; i++)
        if (outline->residue[i].kind == RESIDUE_PLACEHOLDER &&
            span_overlap(outline->residue[i].span, span))
            return true;
    return false;
}

static bool is_row(const struct block *block)
{
    return block->kind == BLOCK_CELL || (block->flags & BLOCK_STARTS_CELL);
}

/* The form's texts that were not understood: its rows, or the rest. */
static void write_rest(const struct shaping *shaping, bool rows,
                       const char *lead, const char *title)
{
    const struct document *document = shaping->outline->document;
    bool first = true;

    for (size_t i = 0; i < document->block_count; i++) {
        const struct block *block = &document->blocks[i];

        if (is_row(block) != rows || (block->flags & BLOCK_PLACEHOLDER) ||
            str_trim(document_text(document, block->span)).length == 0 ||
            is_understood(shaping->outline, block->span))
            continue;
        if (first)
            add_key(shaping, title);
        first = false;
        buf_add_text(shaping->into, lead);
        add_text(shaping->into, document_text(document, block->span));
        buf_add_byte(shaping->into, '\n');
    }
}

void outline_write_template(struct buf *into, const struct output *output,
                            const struct outline *outline)
{
    struct shaping shaping = {into, output, outline};
    bool known = !str_equal(outline->kind, STR("unknown"));

    add_key(&shaping, "template-head");
    buf_add_text(into, "families:\n  egen:\n");
    write_rest(&shaping, false, "      - ", "template-prompts");
    buf_add_text(into, "templates:\n  egen-mall:\n");
    if (known)
        buf_format(into, "    kind: %.*s\n", (int)outline->kind.length,
                   outline->kind.at);
    else
        add_key(&shaping, "template-choose-kind");
    buf_add_text(into, "    family: egen\n    draft: true\n    labels:\n");
    for (size_t i = 0; i < templates_role_count(outline->templates); i++)
        write_role(&shaping, (int)i);
    write_rest(&shaping, true, "      #   - ", "template-rows");
}
