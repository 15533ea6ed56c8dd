/*
 * golden: the program does what the folders in tests/golden say.
 *
 * One test per topic over all its cases; tests/golden/case.sh runs a case
 * and prints how it differs.
 */
#include <criterion/criterion.h>
#include <criterion/parameterized.h>

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { TOPICS_MOST = 64, OUTPUT_MOST = 4000 };

struct topic {
    char path[256];
};

ParameterizedTestParameters(golden, a_topic)
{
    static struct topic topics[TOPICS_MOST];
    size_t count = 0;
    glob_t found = {0};

    glob("tests/golden/*/", GLOB_MARK, NULL, &found);
    for (; count < found.gl_pathc && count < TOPICS_MOST; count++)
        snprintf(topics[count].path, sizeof topics[count].path, "%s",
                 found.gl_pathv[count]);
    globfree(&found);
    return cr_make_param_array(struct topic, topics, count);
}

static void run_case(const char *command_file)
{
    char command[512], output[OUTPUT_MOST];
    const char *name = strrchr(command_file, '/');
    FILE *pipe;
    size_t length;

    snprintf(command, sizeof command,
             "tests/golden/case.sh check " BUILD " '%.*s' 2>&1",
             (int)(name - command_file), command_file);
    pipe = popen(command, "r");
    cr_assert_not_null(pipe);
    length = fread(output, 1, sizeof output - 1, pipe);
    output[length] = '\0';
    while (fgetc(pipe) != EOF) /* let it end, however much it prints */
        ;
    cr_expect(pclose(pipe) == 0, "%.*s\n%s", (int)(name - command_file),
              command_file, output);
}

ParameterizedTest(struct topic *topic, golden, a_topic)
{
    char pattern[300];
    glob_t found = {0};

    snprintf(pattern, sizeof pattern, "%s*/command", topic->path);
    cr_assert_eq(glob(pattern, 0, NULL, &found), 0, "no case in %s",
                 topic->path);
    for (size_t i = 0; i < found.gl_pathc; i++)
        run_case(found.gl_pathv[i]);
    globfree(&found);
}
