/*
 * limits - what skollint refuses, so that memory and time stay bounded.
 *
 * Each limit turns into a visible error that names it. The table that
 * `skollint --help limits` prints is made from LIMITS: name, value, unit,
 * and the key of the text that says what happens. "of" stands after the unit
 * where the sentence names a part of the file and not the value. The program
 * around the library keeps its own (PDF, FOLDER_DEPTH); a test compares them.
 */
#ifndef SKOLLINT_BASE_LIMITS_H
#define SKOLLINT_BASE_LIMITS_H

#define LIMITS(LIMIT)                                                        \
    LIMIT(FILE, 256u << 20, "B", "file-too-large")                           \
    LIMIT(TEXT, 64u << 20, "B", "text-too-large")                            \
    LIMIT(BLOCKS, 1000000, "", "too-many-blocks")                            \
    LIMIT(RUNS, 2000000, "", "too-many-runs")                                \
    LIMIT(ZIP_ENTRIES, 4096, "", "zip-too-many-entries")                     \
    LIMIT(ZIP_PART, 256u << 20, "B of", "zip-part-too-large")                \
    LIMIT(ZIP_RATIO, 200, " of", "zip-ratio")                                \
    LIMIT(WORD_LINKS, 4096, "", "word-too-many-links")                       \
    LIMIT(WORD_STYLES, 20000, "", "word-too-many-styles")                    \
    LIMIT(WORD_COMMENTS, 20000, "", "word-too-many-comments")                \
    LIMIT(PDF_IMAGES, 500, "", "pdf-many-pages")                             \
    LIMIT(PDF_SECONDS, 120, "", "pdf-late")                                  \
    LIMIT(XML_ELEMENTS, 5000000, "", "xml-too-many-elements")                \
    LIMIT(XML_DEPTH, 256, "", "xml-too-deep")                                \
    LIMIT(XML_ATTRIBUTES, 256, "", "xml-too-many-attributes")                \
    LIMIT(YAML_FILE, 4u << 20, "B", "yaml-too-large")                        \
    LIMIT(YAML_DEPTH, 32, "", "yaml-too-deep")                               \
    LIMIT(FILES, 100000, "", "too-many-files")                               \
    LIMIT(FOLDER_DEPTH, 64, "", "folder-too-deep")                           \
    LIMIT(PATTERN_STEPS, 200000, "", "reason-limit")                         \
    LIMIT(CITATIONS, 1000000, "", "too-many-citations")                      \
    LIMIT(PROVISIONS, 2000000, "", "too-many-citations")

enum {
#define LIMIT(name, value, unit, key) LIMIT_##name = (int)(value),
    LIMITS(LIMIT)
#undef LIMIT
};

#endif
