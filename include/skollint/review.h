/*
 * review - documents held against the rules, and the answer in any format.
 */
#ifndef SKOLLINT_REVIEW_H
#define SKOLLINT_REVIEW_H

#include <skollint/document.h>

#pragma GCC visibility push(default)

struct skollint_review;

/*
 * What the points of decisions ask an account for. That weighs as must in
 * the accounts judged with it.
 */
struct skollint_asked;
struct skollint_asked *skollint_asked_new(const struct skollint_rules *rules);
void skollint_asked_free(struct skollint_asked *asked); /* NULL is fine */

/* Add what a decision asks for; the document stays the caller's. */
void skollint_asked_add(struct skollint_asked *asked,
                        const struct skollint_document *decision);

struct skollint_options {
    const char *today;   /* "YYYY-MM-DD"; needed: the library has no clock */
    const char *date;    /* for documents that do not say theirs, or NULL */
    const char *profile; /* NULL for "auto" */
    bool show_personal_data;
    bool explain; /* keep the evaluation behind each verdict */
    unsigned long long (*clock)(void); /* nanoseconds since some moment, from
                                          any thread; NULL: not measured */
    const struct skollint_asked *asked; /* what must be answered, or NULL */
};

/* The rules must outlive the review. NULL when an option is not right. */
struct skollint_review *skollint_review_new(
    const struct skollint_rules *rules,
    const struct skollint_options *options, struct skollint_error *error);
void skollint_review_free(struct skollint_review *review);

/* Judge one document, which is the review's from then on. */
void skollint_review_add(struct skollint_review *review,
                         struct skollint_document *document);

/*
 * Move all that `from` holds to the end of `into`, as if it had been added
 * there, and free `from`. So documents can be judged in many threads, each
 * into a review of its own with the same rules and options.
 */
void skollint_review_take(struct skollint_review *into,
                          struct skollint_review *from);

/*
 * Let go of the documents so far, once they are written: a long run needs no
 * more memory than its largest document. They still count for the exit
 * status, the settings and the times, but are not to be written again.
 */
void skollint_review_forget(struct skollint_review *review);

/*
 * Note a file that was not read. A file that the user named makes the exit
 * status 3; one that was only found in a folder does not.
 */
void skollint_review_skip(struct skollint_review *review, const char *path,
                          const struct skollint_error *why, bool named);

/*
 * Mark what is new, changed, the same or gone since an earlier run, given
 * the JSON it wrote; when all documents have been added. False with the
 * reason when the bytes are no such report.
 */
bool skollint_review_baseline(struct skollint_review *review,
                              const void *bytes, size_t size,
                              struct skollint_error *error);

/*
 * What a person should know of the settings when all documents are judged:
 * exceptions that have expired, settings nothing needed; a line each, ""
 * when there is nothing to say.
 */
char *skollint_review_settings(const struct skollint_review *review);

/*
 * What other rules would change: two reviews of the same documents, one
 * after the other. Each verdict that differs, new and lost criteria, and a
 * last line that counts; *changed is how many there were.
 */
char *skollint_review_differences(const struct skollint_review *before,
                                  const struct skollint_review *after,
                                  size_t *changed);

/*
 * Where the time of judging went: the slowest rules first, a line each, with
 * milliseconds over all documents and share of the sum. Free with
 * skollint_text_free. "" without a clock.
 */
char *skollint_review_times(const struct skollint_review *review);

/*
 * How many documents there are: judged ones, accounts that decisions retell,
 * and a plan that lies beside.
 */
size_t skollint_review_count(const struct skollint_review *review);

/*
 * The exit status by the contract: 0, 1, 2 (nothing was judged) or 3.
 * `fail_on` is "must", "should", "advice" or "never", and may be followed by
 * ",cannot_tell"; -1 when it is anything else.
 */
int skollint_review_status(const struct skollint_review *review,
                           const char *fail_on);

struct skollint_look {
    size_t first, end; /* documents [first, end) */
    bool whole;        /* with what opens and closes a report */
    size_t width;      /* of a line of text; 0 for 80 */
    bool color;        /* escapes for a terminal, in "text" only */
    bool explain;      /* the evaluation behind each verdict */
    bool brief;        /* "text": only the answers */
    int status;        /* the exit status that the report tells of */
    bool goes_on;      /* "text": after documents that were written before */
    bool lines;        /* "text": only the line each has in the closing table */
    const char *table; /* "text": such lines of those written before; NULL */
    const void *source; /* "docx": the bytes of the file that was read */
    size_t source_size;
};

/*
 * The review in a format ("text", "json" …), *size bytes followed by a NUL.
 * The same review and look give the same bytes. NULL with the reason when it
 * could not be made.
 */
char *skollint_review_write(const struct skollint_review *review,
                            const char *format,
                            const struct skollint_look *look, size_t *size,
                            struct skollint_error *error);

/*
 * The suffix of the files of a format, NULL when there is no such format;
 * *single says if such a file holds one document only.
 */
const char *skollint_format_suffix(const char *format, bool *single);

#pragma GCC visibility pop

#endif
