/* outline - the headings and labels that lead to a place. */
#include "structure/outline.h"

enum { PATH_MOST = 8 };

static bool holds(struct span span, uint32_t offset)
{
    return offset >= span.start && offset < span_end(span);
}

/* The label of the box that holds the place, on the form or in the text. */
static struct span label_at(const struct field *fields, size_t count,
                            uint32_t offset)
{
    for (size_t i = 0; i < count; i++)
        if (holds(fields[i].content, offset) ||
            holds(fields[i].label, offset))
            return fields[i].label;
    return (struct span){0, 0};
}

static struct span label_of(const struct outline *outline, uint32_t offset)
{
    for (size_t i = 0; i < outline->measure_count; i++) {
        const struct measure *measure = &outline->measures[i];
        struct span label =
            label_at(measure->fields, measure->field_count, offset);

        if (label.length)
            return label;
    }
    return label_at(outline->summary_fields, outline->summary_field_count,
                    offset);
}

size_t outline_path(const struct outline *outline, uint32_t offset,
                    struct str path[PATH_MOST])
{
    struct span label = label_of(outline, offset);
    size_t count = 0;

    for (size_t i = 0; i < outline->section_count; i++) {
        const struct section *section = &outline->sections[i];

        if (count < PATH_MOST - 1 && holds(section->body, offset))
            path[count++] = str_trim(
                document_text(outline->document, section->heading));
    }
    if (label.length)
        path[count++] = str_trim(document_text(outline->document, label));
    return count;
}
