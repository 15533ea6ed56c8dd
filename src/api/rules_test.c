/* api - the examples that criteria carry, run and told of. */
#include "api/api.h"

#include "api/examples.h"

#include <stdio.h>

char *skollint_rules_test(const struct skollint_rules *rules, bool *clean)
{
    struct buf report = {0};
    struct examples_tally tally =
        examples_run(rules->ruleset, rules->language, &report);
    char run[24], blanked[24], problems[24];

    snprintf(run, sizeof run, "%zu", tally.run);
    snprintf(blanked, sizeof blanked, "%zu", tally.blanked);
    snprintf(problems, sizeof problems, "%zu", tally.problems);
    texts_say(&report, rules->texts, rules->language,
              tally.problems ? "rules-tested-problems" : "rules-tested",
              (struct text_value[]){{"run", str_from(run)},
                                    {"blanked", str_from(blanked)},
                                    {"problems", str_from(problems)}},
              3);
    *clean = tally.problems == 0;
    return buf_take(&report);
}
