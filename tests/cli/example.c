/* example - all of the library one needs to check one report. */
#include <skollint/skollint.h>
#include <stdio.h>
#include <stdlib.h>

static char bytes[1 << 20];

int main(void)
{
    struct skollint_options options = {.today = "2024-01-15"};
    struct skollint_look look = {.whole = true};
    struct skollint_rules *rules = skollint_rules_new("sv", SKOLLINT_BUILT_IN);
    struct skollint_review *review;
    struct skollint_document *document;
    size_t size = fread(bytes, 1, sizeof bytes, stdin);
    char *text = NULL;

    if (!skollint_rules_finish(rules))
        return 2;
    review = skollint_review_new(rules, &options, NULL);
    document = skollint_document_new(rules, "rapport", bytes, size, NULL);
    if (document) {
        skollint_review_add(review, document);
        look.end = skollint_review_count(review);
        text = skollint_review_write(review, "text", &look, &size, NULL);
        fputs(text, stdout);
    }
    free(text);
    skollint_review_free(review);
    skollint_rules_free(rules);
    return document ? 0 : 3;
}
