#!/bin/sh
# embed.sh FILE.yaml… - print the C source that holds the files, in the order
# given. The assembler reads the bytes itself (.incbin), so that the source
# stays small and any byte may stand in a file.
set -eu

printf '/* embedded - made by src/rules/embed.sh; do not edit. */\n'
printf '#include "rules/embedded.h"\n\n'
printf '__asm__(".section .rodata\\n"\n'
number=0
for file; do
    printf '        "embedded_%s: .incbin \\"%s\\"\\n"\n' \
        "$number" "$file"
    number=$((number + 1))
done
printf '        "embedded_%s: .byte 0\\n"\n' "$number"
printf '        ".text\\n");\n\n'

i=0
while [ "$i" -le "$number" ]; do
    printf 'extern const char embedded_%s[]\n' "$i"
    printf '    __attribute__((visibility("hidden")));\n'
    i=$((i + 1))
done

printf '\nstatic const struct embedded_file files[] = {\n'
i=0
for file; do
    printf '    {"%s", embedded_%s, embedded_%s},\n' "$file" "$i" \
        "$((i + 1))"
    i=$((i + 1))
done
printf '    {NULL, NULL, 0},\n};\n\n'
printf 'const struct embedded_file *embedded_files(size_t *count)\n'
printf '{\n    *count = sizeof files / sizeof *files - 1;\n'
printf '    return files;\n}\n'
