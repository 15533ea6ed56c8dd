/* outline_path - the headings and labels that lead to a place in the text. */
#include "structure/outline.h"

enum { LONGEST_PATH = 8 };

/* The passage that holds the byte, or the last one before it. */
static const struct passage *passage_at(const struct outline *outline,
                                        uint32_t offset)
{
    size_t low = 0, high = outline->passage_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (outline->passages[middle].span.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? &outline->passages[low - 1] : NULL;
}

static size_t add(struct str path[8], size_t count, struct str name)
{
    if (count < LONGEST_PATH && name.length)
        path[count++] = name;
    return count;
}

static size_t path_in_form(const struct outline *outline,
                           const struct passage *passage, struct str path[8])
{
    const struct measure *measure;
    size_t count = 0;

    if (passage->measure != NO_INDEX) {
        measure = &outline->measures[passage->measure];
        if (outline->measure_count > 1)
            count = add(path, count, measure->title);
        if (measure->goal_blocks > 1 && passage->goal_block != NO_INDEX)
            count = add(path, count,
                        measure->goal_block_titles[passage->goal_block]);
    }
    return add(path, count,
               templates_role_name(outline->templates, passage->role, "sv"));
}

/* The headings over the place, from the highest level down. */
static size_t path_of_sections(const struct outline *outline, uint32_t offset,
                               struct str path[8])
{
    struct str names[LONGEST_PATH];
    size_t low = 0, high = outline->section_count, found = 0, count = 0;
    unsigned level = UINT32_MAX;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (outline->sections[middle].heading.start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    while (low-- > 0 && found < LONGEST_PATH && level > 1) {
        const struct section *section = &outline->sections[low];

        if (section->level >= level)
            continue;
        level = section->level;
        if (offset >= span_end(section->heading) &&
            offset >= span_end(section->body))
            continue;
        names[found++] = document_text(outline->document, section->heading);
    }
    while (found > 0)
        count = add(path, count, names[--found]);
    return count;
}

size_t outline_path(const struct outline *outline, uint32_t offset,
                    struct str path[8])
{
    const struct passage *passage = passage_at(outline, offset);
    struct str enclosure = document_enclosure(outline->document, offset);
    size_t count = 0;

    if (enclosure.length)
        return add(path, 0, enclosure);
    if (passage == NULL)
        return 0;
    if (outline->measure_count || outline->summary_field_count)
        return path_in_form(outline, passage, path);
    if (outline->within)
        return outline_path(outline->within, offset, path);
    count = path_of_sections(outline, offset, path);
    if (count == 0 && passage->area >= 0)
        count = add(path, count, outline->areas[passage->area].name.text);
    return count;
}

const struct passage *outline_passage_from(const struct outline *outline,
                                           uint32_t offset)
{
    size_t low = 0, high = outline->passage_count;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (span_end(outline->passages[middle].span) <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low < outline->passage_count ? &outline->passages[low] : NULL;
}

const struct passage *outline_passage_of(const struct outline *outline,
                                         struct span span)
{
    const struct passage *passage = outline_passage_from(outline, span.start);

    return passage && span_overlap(passage->span, span) ? passage : NULL;
}
