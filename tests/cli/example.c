/* example - all of the library one needs to check one report. */
#include <skollint/skollint.h>
#include <stdio.h>

int main(void)
{
    static char bytes[1 << 20];
    size_t size = fread(bytes, 1, sizeof bytes, stdin);
    struct skollint_options options = {.today = "2024-01-15"};
    struct skollint_rules *rules = skollint_rules_new("sv", SKOLLINT_BUILT_IN);
    bool ready = skollint_rules_finish(rules);
    struct skollint_review *review = skollint_review_new(rules, &options, NULL);
    struct skollint_document *document =
        skollint_document_new(rules, "rapport", bytes, size, NULL);
    if (ready && document)
        skollint_review_add(review, document);
    struct skollint_look look = {.end = 100, .whole = true};
    char *text = skollint_review_write(review, "text", &look, &size, NULL);
    fputs(text, stdout);
    skollint_text_free(text);
    skollint_review_free(review);
    skollint_rules_free(rules);
    return document ? 0 : 3;
}
