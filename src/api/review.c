/* api - reviews: judging, merging, the exit status and the formats. */
#include "api/api.h"

#include "output/differences.h"
#include "output/times_write.h"
#include "review/baseline.h"

#include <stdlib.h>
#include <string.h>

static bool profile_is_right(const struct skollint_rules *rules,
                             const char *profile,
                             struct skollint_error *error)
{
    struct str kind, level;
    struct failure failure;

    if (profile == NULL ||
        templates_profile(rules->ruleset->templates, str_from(profile), &kind,
                          &level))
        return true;
    fail(&failure, "usage-profile", "%s", profile);
    return api_fail(error, &failure);
}

struct skollint_review *skollint_review_new(
    const struct skollint_rules *rules,
    const struct skollint_options *options, struct skollint_error *error)
{
    struct review_options wanted = {
        .mode = "check",
        .language = rules->language == TEXTS_EN ? "en" : "sv",
        .profile = str_from(options->profile ? options->profile : ""),
        .show_personal_data = options->show_personal_data,
        .explain = options->explain,
        .clock = options->clock,
        .asked = options->asked ? options->asked->criteria : NULL,
    };
    struct skollint_review *review;

    if (!api_date(options->today, &wanted.today, error) ||
        !api_date(options->date, &wanted.date, error) ||
        !profile_is_right(rules, options->profile, error))
        return NULL;
    review = memory_alloc(sizeof *review);
    *review = (struct skollint_review){
        .rules = rules,
        .all = review_new(rules->ruleset, wanted),
    };
    review->all->options.profile =
        arena_str(review->all->arena, wanted.profile);
    return review;
}

static void free_parts(struct skollint_review *review)
{
    struct part_review *next;

    for (struct part_review *part = review->parts; part; part = next) {
        next = part->next;
        review_free(part->review);
        skollint_document_free(part->document);
        free(part);
    }
    review->parts = NULL;
}

void skollint_review_forget(struct skollint_review *review)
{
    review_forget(review->all);
    free_parts(review);
}

void skollint_review_free(struct skollint_review *review)
{
    if (review == NULL)
        return;
    free_parts(review);
    review_free(review->all);
    free(review);
}

bool skollint_review_baseline(struct skollint_review *review,
                              const void *bytes, size_t size,
                              struct skollint_error *error)
{
    struct failure failure;
    struct baseline *baseline =
        baseline_read((struct str){bytes, size}, &failure);

    if (baseline == NULL)
        return api_fail(error, &failure);
    for (size_t i = 0; i < review->all->document_count; i++)
        baseline_compare(baseline, &review->all->documents[i]);
    baseline_free(baseline);
    return true;
}

char *skollint_review_settings(const struct skollint_review *review)
{
    const struct review *all = review->all;
    const struct setting *setting;
    struct buf text = {0};
    size_t index = 0;
    bool expired;

    while ((setting = review_unused_setting(all, &index, &expired))) {
        char day[DATE_TEXT];
        struct text_value values[] = {
            {"criterion", setting->criterion},
            {"date", str_from(date_print(setting->until, day))},
            {"judged", setting->kind == SETTING_JUDGED ? STR("1") : STR("")},
        };

        texts_say(&text, all->ruleset->texts, review->rules->language,
                  expired ? "setting-expired" : "setting-unused", values, 3);
        buf_add_byte(&text, '\n');
    }
    return buf_take(&text);
}

char *skollint_review_times(const struct skollint_review *review)
{
    struct buf text = {0};

    times_write(&text, review->all, review->rules->language);
    return buf_take(&text);
}

/* Append what one part judged, numbered as the next file. */
static void append(struct skollint_review *into, const struct review *from)
{
    struct review *all = into->all;
    size_t base = all->document_count;

    into->files++;
    for (size_t i = 0; i < from->document_count; i++) {
        struct reviewed reviewed = from->documents[i];
        struct str rest = reviewed.id, first;

        str_cut(&rest, '.', &first);
        reviewed.id =
            rest.length
                ? arena_format(all->arena, "d%zu.%.*s", into->files,
                               (int)rest.length, rest.at)
                : arena_format(all->arena, "d%zu", into->files);
        if (reviewed.within >= 0)
            reviewed.within += (int)base;
        all->documents = arena_grow(all->arena, all->documents,
                                    all->document_count,
                                    &all->document_capacity,
                                    sizeof *all->documents);
        all->documents[all->document_count++] = reviewed;
    }
}

void api_add(struct skollint_review *review,
             struct skollint_document *document, api_reader read)
{
    struct part_review *part = memory_alloc(sizeof *part);

    *part = (struct part_review){
        .review = review_new(review->rules->ruleset, review->all->options),
        .document = document,
        .next = review->parts,
    };
    review->parts = part;
    read(part->review, document->document, document->outline);
    append(review, part->review);
}

void skollint_review_add(struct skollint_review *review,
                         struct skollint_document *document)
{
    api_add(review, document, review_document);
}

static struct part_review *oldest_first(struct part_review *parts)
{
    struct part_review *turned = NULL;

    while (parts) {
        struct part_review *next = parts->next;

        parts->next = turned;
        turned = parts;
        parts = next;
    }
    return turned;
}

void skollint_review_take(struct skollint_review *into,
                          struct skollint_review *from)
{
    struct part_review *next;

    for (struct part_review *part = oldest_first(from->parts); part;
         part = next) {
        next = part->next;
        append(into, part->review);
        part->next = into->parts;
        into->parts = part;
    }
    for (size_t i = 0; i < from->all->skipped_count; i++) {
        const struct skipped *skipped = &from->all->skipped[i];

        review_skip(into->all, skipped->path, skipped->why, skipped->named);
    }
    from->parts = NULL;
    skollint_review_free(from);
}

void skollint_review_skip(struct skollint_review *review, const char *path,
                          const struct skollint_error *why, bool named)
{
    struct failure failure = {.line = why->line, .column = why->column};

    memcpy(failure.key, why->key, sizeof failure.key);
    memcpy(failure.detail, why->detail, sizeof failure.detail);
    review_skip(review->all, str_from(path), failure, named);
}

size_t skollint_review_count(const struct skollint_review *review)
{
    return review->all->document_count;
}

int skollint_review_status(const struct skollint_review *review,
                           const char *fail_on)
{
    return api_status(review->all, review->dossiers, fail_on);
}

char *skollint_review_write(const struct skollint_review *review,
                            const char *format,
                            const struct skollint_look *look, size_t *size,
                            struct skollint_error *error)
{
    const struct writer *writer = writer_find(str_from(format));
    struct failure failure = {0};
    struct buf bytes = {0};
    struct output output = {
        .review = review->all,
        .dossiers = review->dossiers,
        .texts = review->rules->texts,
        .language = review->rules->language,
        .first = look->first,
        .end = look->end < review->all->document_count
                   ? look->end
                   : review->all->document_count,
        .whole = look->whole,
        .width = look->width,
        .colour = look->color,
        .explain = look->explain,
        .brief = look->brief,
        .exit_status = look->status,
        .goes_on = look->goes_on,
        .lines = look->lines,
        .table = look->table ? look->table : "",
        .version = SKOLLINT_VERSION,
        .source = {look->source, look->source_size},
    };

    if (writer == NULL)
        fail(&failure, "usage-format", "%s", format);
    if (writer == NULL || !writer->write(&bytes, &output, &failure)) {
        buf_free(&bytes);
        api_fail(error, &failure);
        return NULL;
    }
    if (size)
        *size = bytes.length;
    return buf_take(&bytes);
}

char *skollint_review_differences(const struct skollint_review *before,
                                  const struct skollint_review *after,
                                  size_t *changed)
{
    struct output output = {
        .review = after->all,
        .texts = after->rules->texts,
        .language = after->rules->language,
    };
    struct buf text = {0};

    *changed = differences_write(&text, &output, before->all, after->all);
    return buf_take(&text);
}

const char *skollint_format_suffix(const char *format, bool *single)
{
    const struct writer *writer = writer_find(str_from(format));

    if (writer == NULL)
        return NULL;
    *single = writer->one_document;
    return writer->suffix;
}
